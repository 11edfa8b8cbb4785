package store

import (
	"context"
	"strings"

	"waymark/model"
)

// kept is one evaluation between two saves, folded in parts: a judgement
// changes one area of the list and nothing else, so only that area is
// interpreted again. The parts never touch each other, because an event can
// only supersede what its own subject said.
type kept struct {
	areas   map[model.AreaID]*model.Fold // judgements
	notes   *model.Fold
	places  map[saying]int64 // of the notes
	rest    *model.Fold
	changed int64 // newest wall time

	sum    model.Summary // as of the last call of quickSummary
	rubric model.Rubric  // cut down to the areas judged
	stale  map[model.AreaID]bool
	whole  bool // sum has to be made from nothing
}

// saying is an event of a subject.
type saying struct {
	subject model.Subject
	id      model.EventID
}

func newKept(records []model.Record, places []int64) (*kept, error) {
	k := &kept{
		areas: map[model.AreaID]*model.Fold{}, places: map[saying]int64{}, stale: map[model.AreaID]bool{}, whole: true,
	}
	var err error
	if k.notes, err = model.NewFold(); err != nil {
		return nil, err
	}
	if k.rest, err = model.NewFold(); err != nil {
		return nil, err
	}
	for i, r := range records {
		if err := k.add(places[i], r); err != nil {
			return nil, err
		}
	}
	return k, nil
}

// add takes one more record in, which is at place n.
func (k *kept) add(n int64, r model.Record) error {
	k.changed = max(k.changed, r.Wall)
	switch r.Kind {
	case model.KindNote:
		k.places[saying{r.Subject, r.ID}] = n
		return k.notes.Add(r)
	case model.KindJudgement:
		area := areaOf(r.Subject)
		k.stale[area] = true
		if k.areas[area] == nil {
			var err error
			k.areas[area], err = model.NewFold(r)
			return err
		}
		return k.areas[area].Add(r)
	default:
		k.whole = true
		return k.rest.Add(r)
	}
}

// areaOf is the area that a judgement's subject speaks of.
func areaOf(s model.Subject) model.AreaID {
	parts := strings.SplitN(string(s), "/", 4)
	if len(parts) >= 3 && parts[1] == "area" {
		return model.AreaID(parts[2])
	}
	return ""
}

// recordsOf are the records of one evaluation in order of arrival.
func recordsOf(ctx context.Context, q querier, key evaluationKey) ([]model.Record, []int64, error) {
	return collectPlaced(ctx, q, selectEvaluation, key.school, key.evaluation)
}

func newest(records []model.Record) (wall int64) {
	for _, r := range records {
		wall = max(wall, r.Wall)
	}
	return wall
}

// quickSummary is what the list says of an evaluation, with only what changed
// since the last call made again. onlyLevels says that this was no more than
// the levels and the time.
func (s *Store) quickSummary(ctx context.Context, q querier, key evaluationKey, k *kept) (sum model.Summary, onlyLevels bool, err error) {
	onlyLevels = true
	if k.whole || len(k.rubric.Areas) == 0 {
		e := model.FoldEvaluation(k.rest, key.evaluation)
		rubric, err := s.rubricOf(ctx, q, e.Rubric)
		if err != nil {
			return model.Summary{}, false, err
		}
		onlyLevels = false
		k.rubric = rubric.Only(e.Areas)
		k.sum = model.Summarise(e, rubric, k.changed)
		for area := range k.areas {
			k.stale[area] = true
		}
	}
	for area := range k.stale {
		if i := k.rubric.Index(area); i >= 0 {
			only := model.Rubric{Scale: k.rubric.Scale, Areas: k.rubric.Areas[i : i+1]}
			k.sum.Row[i] = model.RowOf(model.FoldEvaluation(k.areas[area], key.evaluation), only)[0]
		}
	}
	k.whole = false
	clear(k.stale)
	k.sum.School, k.sum.ChangedAt = key.school, k.changed // the school also before the start has come
	return k.sum, onlyLevels, nil
}
