package report

import (
	"fmt"
	"slices"
	"strings"

	"waymark/model"
)

// heatMap is the whole picture: every area's level, group by group.
func (b *builder) heatMap() HeatMap {
	h := HeatMap{Title: "Every area at a glance", Legend: b.legend(), Signs: []Line{}}
	var flagged, unsure bool
	for _, g := range b.Rubric.Groups {
		row := HeatRow{Group: Ref{model.AreaID(g.ID), g.Title}}
		for _, a := range b.Rubric.AreasIn(g.ID) {
			c := b.heatCell(a)
			flagged, unsure = flagged || c.Flagged, unsure || c.Unsure
			row.Cells = append(row.Cells, c)
		}
		row.Middle, row.Span = b.middle(row.Cells), b.span(row.Cells)
		h.Rows = append(h.Rows, row)
	}
	if flagged {
		h.Signs = append(h.Signs, Line{"*", "flagged to talk about"})
	}
	if unsure {
		h.Signs = append(h.Signs, Line{"?", "low confidence"})
	}
	h.About = b.heatAbout()
	h.Table = b.heatTable(h.Rows)
	return h
}

// legend lists the levels from the lowest.
func (b *builder) legend() []Mark {
	var all []Mark
	for l := model.Level(1); l <= b.scale.Top(); l++ {
		all = append(all, mark(b.scale, model.Opinion{State: model.Rated, Level: l}, true))
	}
	return all
}

func (b *builder) heatCell(a model.Area) HeatCell {
	j, ok := b.says(a.ID)
	return HeatCell{
		Area: Ref{a.ID, a.Title}, Level: b.mark(a.ID), Flagged: b.seen[a.ID].Flagged(),
		Unsure: ok && j.State == model.Rated && j.Confidence == model.Low && !b.out.Confidence,
	}
}

// heatAbout says how many areas are at each level: "4 Sharing: 5 areas. …"
func (b *builder) heatAbout() string {
	counts := make([]int, b.scale.Top()+1)
	for _, a := range b.Rubric.Areas {
		counts[b.mark(a.ID).Level]++
	}
	var parts []string
	for l := b.scale.Top(); l >= 1; l-- {
		parts = append(parts, b.level(l)+": "+count(counts[l], "area", "areas")+".")
	}
	if counts[0] > 0 {
		parts = append(parts, "Without a level: "+count(counts[0], "area", "areas")+".")
	}
	return strings.Join(parts, " ") + " The expected level is " + b.expected() + "."
}

// heatTable says in words what the picture shows: which areas are at which level.
func (b *builder) heatTable(rows []HeatRow) Table {
	t := Table{Caption: "Areas at each level, by " + b.groupWord(), Columns: []string{capital(b.groupWord())}}
	for _, m := range b.legend() {
		t.Columns = append(t.Columns, m.Short())
	}
	t.Columns = append(t.Columns, "No level", "Middle", "From, to")
	for _, r := range rows {
		at := make([][]string, int(b.scale.Top())+1)
		for _, c := range r.Cells {
			at[c.Level.Level] = append(at[c.Level.Level], string(c.Area.ID)+c.signs())
		}
		row := []string{r.Group.Name()}
		for _, ids := range append(at[1:], at[0]) {
			row = append(row, strings.Join(ids, " "))
		}
		t.Rows = append(t.Rows, append(row, r.Middle, r.Span))
	}
	return t
}

// signs follow the level in one cell.
func (c HeatCell) signs() string {
	s := ""
	if c.Flagged {
		s = "*"
	}
	if c.Unsure {
		s += "?"
	}
	return s
}

func (b *builder) groupWord() string {
	if w := model.CleanLine(b.Rubric.GroupWord); w != "" {
		return w
	}
	return b.say("group")
}

func levels(cells []HeatCell) []int {
	var all []int
	for _, c := range cells {
		if c.Level.Level > 0 {
			all = append(all, c.Level.Level)
		}
	}
	slices.Sort(all)
	return all
}

// middle is the level in the middle of a group, or both when there are two:
// levels are steps, and steps are never averaged.
func (b *builder) middle(cells []HeatCell) string {
	all := levels(cells)
	if len(all) == 0 {
		return ""
	}
	low, high := all[(len(all)-1)/2], all[len(all)/2]
	if low != high {
		return fmt.Sprintf("%d to %d", low, high)
	}
	return fmt.Sprint(low)
}

// span is the lowest and the highest level of a group.
func (b *builder) span(cells []HeatCell) string {
	all := levels(cells)
	switch {
	case len(all) == 0:
		return ""
	case all[0] == all[len(all)-1]:
		return fmt.Sprintf("all %d", all[0])
	}
	return fmt.Sprintf("%d to %d", all[0], all[len(all)-1])
}
