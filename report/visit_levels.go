package report

import (
	"strings"

	"waymark/model"
	"waymark/model/visit"
)

// where lists the rows for which pick holds, in rubric order.
func (v *visitBuilder) where(pick func(visit.Row) bool) []visit.Row {
	at := map[model.AreaID]visit.Row{}
	for _, r := range v.visit.Rows {
		if r.State != visit.Waiting && pick(r) {
			at[r.Area] = r
		}
	}
	var rows []visit.Row
	for _, a := range v.Rubric.Areas {
		if r, ok := at[a.ID]; ok {
			rows = append(rows, r)
		}
	}
	return rows
}

// short names of judgements and areas.
func (v *visitBuilder) levelOf(j *model.Judgement) string {
	if j == nil {
		return notJudged
	}
	return mark(v.scale, j.Opinion, true).Short()
}

// name is an area's code and title, or its code alone where there is little room.
func (v *visitBuilder) name(id model.AreaID) string {
	if v.room.text < 160 {
		return string(id)
	}
	return v.ref(id).Name()
}

func (v *visitBuilder) named(rows []visit.Row) string {
	names := make([]string, len(rows))
	for i, r := range rows {
		names[i] = v.name(r.Area)
	}
	return strings.Join(most(names, v.room.codes, nil), "; ")
}

// straight reports whether both gave the same level and agreed on it.
func straight(r visit.Row) bool {
	return r.State == visit.Match && r.Agreed != nil && r.Agreed.Level == r.School.Level
}

// agreed is the levels both agreed on: those they had in common, level by level,
// and those they came to by talking.
func (v *visitBuilder) agreed() (Section, bool) {
	s := Section{ID: "agreed", Title: "Levels agreed"}
	var same []Line
	for l := v.scale.Top(); l >= 1; l-- {
		if rows := v.where(func(r visit.Row) bool { return straight(r) && r.Agreed.Level == l }); len(rows) > 0 {
			same = append(same, Line{v.level(l), v.named(rows)})
		}
	}
	if len(same) > 0 {
		s.Blocks = append(s.Blocks, Block{List: &List{Label: "Both gave the same level before they talked", Items: same}})
	}
	rows := v.where(func(r visit.Row) bool { return r.Agreed != nil && !straight(r) })
	if len(rows) > 0 {
		t := Table{Caption: "Agreed after talking", Columns: []string{"Area", "The school", capital(v.reviewers()), "Agreed", "Why"}}
		for i, r := range rows {
			if i >= v.room.rows {
				v.left.rows++
				continue
			}
			t.Rows = append(t.Rows, []string{
				v.name(r.Area), v.levelOf(r.School), v.levelOf(r.Reviewer), v.levelOf(r.Agreed), v.short(r.Agreed.Reason),
			})
		}
		s.Blocks = append(s.Blocks, Block{Table: &t})
	}
	return s, len(s.Blocks) > 0
}

// apart is where the two differ in the end, in a sentence of each.
func (v *visitBuilder) apart() (Section, bool) {
	var items []Line
	for _, r := range v.where(func(r visit.Row) bool { return r.Apart != nil && r.Agreed == nil }) {
		items = append(items, Line{
			v.name(r.Area),
			"The school, " + v.levelOf(r.School) + ": “" + v.short(r.Apart.School) + "” " +
				capital(v.reviewers()) + ", " + v.levelOf(r.Reviewer) + ": “" + v.short(r.Apart.Reviewer) + "”",
		})
	}
	return Section{ID: "apart", Title: "Where the two see it differently", Blocks: v.list(items)}, len(items) > 0
}

// unsettled is what else there is to know of the areas looked at. Of an area
// that nobody on the visit has judged it says only that.
func (v *visitBuilder) unsettled() (Section, bool) {
	var items []Line
	for _, r := range v.where(func(r visit.Row) bool { return r.Open() && r.State != visit.Match }) {
		items = append(items, Line{v.name(r.Area), "the school " + v.levelOf(r.School) + ", " + v.reviewers() + " " + v.levelOf(r.Reviewer) + "; still to be talked about."})
	}
	settled := func(r visit.Row) bool { return r.Settled() || r.Open() }
	for _, r := range v.where(func(r visit.Row) bool { return r.State == visit.SchoolSilent && !settled(r) }) {
		items = append(items, Line{v.name(r.Area), v.reviewers() + " " + v.levelOf(r.Reviewer) + "; the school has given no level."})
	}
	blocks := v.list(items)
	also := []Line{}
	add := func(label string, rows []visit.Row) {
		if len(rows) > 0 {
			also = append(also, Line{label, v.named(rows)})
		}
	}
	add("Same level, still to be agreed", v.where(func(r visit.Row) bool { return r.Open() && r.State == visit.Match }))
	add("Not enough evidence to say", v.where(func(r visit.Row) bool { return r.State == visit.NotSeen && !settled(r) }))
	add("Not applicable", v.where(func(r visit.Row) bool { return r.State == visit.NotApplicable && !settled(r) }))
	if waiting := v.waiting(); len(waiting) > 0 {
		also = append(also, Line{"Not judged on this visit", v.codes(waiting)})
	}
	if looks := v.looks(); len(looks) > 0 {
		also = append(also, Line{"Judged after a look at the school’s level", v.codes(looks)})
	}
	if len(items) == 0 {
		blocks = nil
	}
	if len(also) > 0 {
		blocks = append(blocks, Block{List: &List{Items: also}})
	}
	return Section{ID: "unsettled", Title: "Also of the areas looked at", Blocks: blocks}, len(blocks) > 0
}

func (v *visitBuilder) waiting() []model.AreaID {
	var ids []model.AreaID
	for _, r := range v.visit.Rows {
		if r.State == visit.Waiting {
			ids = append(ids, r.Area)
		}
	}
	return ids
}

// looks are the areas judged by somebody who had seen the school's level.
func (v *visitBuilder) looks() []model.AreaID {
	var ids []model.AreaID
	for _, r := range v.where(func(r visit.Row) bool { return r.Reviewer != nil && v.visit.Looked(r.Area, r.Reviewer.Person) }) {
		ids = append(ids, r.Area)
	}
	return ids
}

// counts is how many sentences of an agreement are counts; figures follow.
const counts = 4

// agreement is how far the two agreed before they talked: counts in words, then
// the figure that allows for chance.
func (v *visitBuilder) agreement() (Section, bool) {
	r := v.visit.Agreement
	if r.N == 0 {
		return Section{}, false
	}
	r.ByGroup = nil // two pages have no room for every group
	said := r.Words("the school", v.reviewers())
	first := min(counts, len(said))
	s := Section{ID: "agreement", Title: "How far the two agreed before they talked", Blocks: []Block{paragraph(strings.Join(said[:first], " "))}}
	if first < len(said) {
		s.Blocks = append(s.Blocks, paragraph(strings.Join(said[first:], " ")))
	}
	return s, true
}

// agreedLine says in one line of any document how far a visit agreed with the
// school, or "" where none can be compared.
func (b *builder) agreedLine() string {
	if b.Visit == nil || b.Visit.Agreement.N == 0 {
		return ""
	}
	v := &visitBuilder{builder: b, visit: *b.Visit, room: tighter()[0]}
	r := b.Visit.Agreement
	return "The school and " + v.reviewers() + " on " + v.days() + ". Same level in " + ofAreas(r.Same, r.N) + ", within one in " + ofAreas(r.WithinOne, r.N) + "."
}
