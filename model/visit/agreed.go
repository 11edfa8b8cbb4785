package visit

import (
	"cmp"
	"slices"

	"waymark/model"
	"waymark/model/agreement"
	"waymark/model/arrange"
)

// Agreement is how far school and reviewer agreed before they talked: over the
// areas on which both gave a level of their own, the school as the first rater
// and the reviewer as the second. Where several reviewers judged, AC2 and alpha
// are those of the school and all of them.
func Agreement(b *model.Book, v model.Visit) (agreement.Result, error) {
	rows := coRated(b, v)
	r, err := agreement.Measure(pairInput(b.Rubric(), rows))
	if err != nil {
		return agreement.Result{}, err
	}
	people := raters(b, v, rows)
	if len(people) < 2 {
		return r, nil
	}
	all, err := agreement.Measure(everyInput(b, v, rows, people))
	if err != nil {
		return agreement.Result{}, err
	}
	r.AC2, r.Reason.AC2 = all.AC2, all.Reason.AC2
	r.AlphaOrdinal, r.Reason.AlphaOrdinal = all.AlphaOrdinal, all.Reason.AlphaOrdinal
	return r, nil
}

// Figures is the public form of an agreement, waymark.agreement/1.
type Figures struct {
	agreement.Counts
	ByGroup        []agreement.GroupResult `json:"by_group"`
	TwoOrMore      []model.AreaID          `json:"two_or_more"`
	AC2            *agreement.Interval     `json:"ac2"`
	KappaQuadratic *float64                `json:"kappa_quadratic"`
	AlphaOrdinal   *float64                `json:"alpha_ordinal"`
	Reason         agreement.Reasons       `json:"reason"` // why a figure is null
}

// FiguresSchema names the public form of Figures.
const FiguresSchema = "waymark.agreement/1"

// FiguresOf is the part of a result that anybody may read. How far one rater
// leans is not in it.
func FiguresOf(r agreement.Result) Figures {
	return Figures{
		Counts: r.Counts, ByGroup: r.ByGroup, TwoOrMore: r.TwoOrMore, AC2: r.AC2,
		KappaQuadratic: r.KappaQuadratic, AlphaOrdinal: r.AlphaOrdinal, Reason: r.Reason,
	}
}

// coRated are the rows on which both gave a level, in rubric order.
func coRated(b *model.Book, v model.Visit) []Row {
	rows := slices.DeleteFunc(Compare(b, v), func(r Row) bool { return !r.Both() })
	place := map[model.AreaID]int{}
	for i, a := range b.Rubric().Areas {
		place[a.ID] = i
	}
	arrange.By(rows, func(x, y Row) int { return cmp.Compare(place[x.Area], place[y.Area]) })
	return rows
}

func pairInput(r model.Rubric, rows []Row) agreement.Input {
	in := agreement.Input{Levels: int(r.Scale.Top()), Raters: 2}
	for _, row := range rows {
		in.Units = append(in.Units, unit(r, row.Area, []model.Level{row.School.Level, row.Reviewer.Level}))
	}
	return in
}

// everyInput has a column for the school and one for each of people.
func everyInput(b *model.Book, v model.Visit, rows []Row, people []model.PersonID) agreement.Input {
	r, e := b.Rubric(), b.Evaluation()
	in := agreement.Input{Levels: int(r.Scale.Top()), Raters: 1 + len(people)}
	for _, row := range rows {
		levels := make([]model.Level, in.Raters)
		if row.School != nil && row.School.State == model.Rated {
			levels[0] = row.School.Level
		}
		for _, j := range reviewers(e, v, e.Area(row.Area)) {
			if at := 1 + slices.Index(people, j.Person); j.State == model.Rated && levels[at] == 0 {
				levels[at] = j.Level
			}
		}
		in.Units = append(in.Units, unit(r, row.Area, levels))
	}
	return in
}

func unit(r model.Rubric, id model.AreaID, levels []model.Level) agreement.Unit {
	a, _ := r.Area(id)
	g, _ := r.Group(a.Group)
	return agreement.Unit{ID: id, Group: a.Group, GroupTitle: g.Title, Levels: levels}
}

// raters are the reviewers who gave a level on any of the rows, the lead first.
func raters(b *model.Book, v model.Visit, rows []Row) []model.PersonID {
	e := b.Evaluation()
	var people []model.PersonID
	for _, row := range rows {
		for _, j := range reviewers(e, v, e.Area(row.Area)) {
			if j.State == model.Rated && !slices.Contains(people, j.Person) {
				people = append(people, j.Person)
			}
		}
	}
	arrange.By(people, func(x, y model.PersonID) int {
		return cmp.Or(cmp.Compare(rankOn(v, x), rankOn(v, y)), cmp.Compare(x, y))
	})
	return people
}
