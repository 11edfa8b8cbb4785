package report

import (
	"cmp"
	"fmt"
	"slices"
	"strings"

	"waymark/model"
	"waymark/model/arrange"
)

// mostStrengths is how many strengths to protect a document names.
const mostStrengths = 3

// mostSpots is how many bright spots it names before it counts the rest.
const mostSpots = 5

// strong is an area that may be named as a strength.
type strong struct {
	id   model.AreaID
	rank [3]int // the level first, then rising areas, then sure judgements
}

// ranked lists the areas at or above the expected level that no priority is
// about, the strongest first.
func (b *builder) ranked() []strong {
	var all []strong
	for _, a := range b.Rubric.Areas {
		j, ok := b.says(a.ID)
		if !ok || j.State != model.Rated || j.Level < b.scale.Expected || b.leads(a.ID) {
			continue
		}
		s := strong{id: a.ID, rank: [3]int{int(j.Level)}}
		switch moved := b.moved(a.ID); {
		case moved < 0 || j.Direction == model.Slipping:
			s.rank[1] = -1
		case moved > 0 || j.Direction == model.Improving:
			s.rank[1] = 1
		}
		if !b.out.Confidence { // an order by confidence would tell it
			s.rank[2] = map[model.Confidence]int{model.High: 1, model.Low: -1}[j.Confidence]
		}
		all = append(all, s)
	}
	arrange.By(all, func(x, y strong) int { return -slices.Compare(x.rank[:], y.rank[:]) })
	return all
}

// leads reports whether a priority, decided or else suggested, is about area.
func (b *builder) leads(area model.AreaID) bool {
	if len(b.Evaluation.Priorities) == 0 {
		return slices.Contains(b.suggested(), area)
	}
	return slices.ContainsFunc(b.Evaluation.Priorities, func(p model.Priority) bool { return p.Covers(area) })
}

// protect is the strengths to protect: areas at the top level, then expected
// ones that are rising or judged with high confidence, at most three.
func (b *builder) protect() []model.AreaID {
	var ids []model.AreaID
	for _, s := range b.ranked() {
		top := s.rank[0] == int(b.scale.Top())
		if len(ids) < mostStrengths && (top || cmp.Or(s.rank[1], s.rank[2]) > 0 || s.rank[0] > int(b.scale.Expected)) {
			ids = append(ids, s.id)
		}
	}
	return ids
}

func (b *builder) strengths() (Section, bool) {
	ids := b.protect()
	section := Section{ID: "strengths", Title: "Strengths to protect"}
	section.Blocks = []Block{{List: &List{Items: b.areaLines(ids)}}}
	return section, len(ids) > 0
}

// brightSpots are the other areas at the top level, worth showing to colleagues.
func (b *builder) brightSpots() (Section, bool) {
	protected := b.protect()
	var ids []model.AreaID
	for _, s := range b.ranked() {
		if s.rank[0] == int(b.scale.Top()) && !slices.Contains(protected, s.id) {
			ids = append(ids, s.id)
		}
	}
	var spots []string
	for _, id := range ids[:min(len(ids), mostSpots)] {
		spots = append(spots, b.ref(id).Name())
	}
	if more := len(ids) - mostSpots; more > 0 {
		spots = append(spots, fmt.Sprintf("%d more at %s", more, b.level(b.scale.Top())))
	}
	section := Section{ID: "bright-spots", Title: "Bright spots to share", Blocks: []Block{paragraph(stopped(strings.Join(spots, "; ")))}}
	return section, len(ids) > 0
}
