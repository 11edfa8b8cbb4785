package exchange

import (
	"fmt"
	"reflect"

	"waymark/model"
)

// part is one thing that a rubric or an area holds, with the words for it.
type part[T any] struct {
	words string
	of    func(T) any
}

func parts() []part[model.Rubric] {
	return []part[model.Rubric]{
		{"the id", func(r model.Rubric) any { return r.ID }},
		{"the edition", func(r model.Rubric) any { return r.Edition }},
		{"the title", func(r model.Rubric) any { return r.Title }},
		{"the summary", func(r model.Rubric) any { return r.Summary }},
		{"the kind of rubric", func(r model.Rubric) any { return r.Kind }},
		{"the language", func(r model.Rubric) any { return r.Language }},
		{"the licence", func(r model.Rubric) any { return r.Licence }},
		{"the source", func(r model.Rubric) any { return r.Source }},
		{"the word for a group", func(r model.Rubric) any { return r.GroupWord }},
		{"the editions it can be compared with", func(r model.Rubric) any { return r.Comparable }},
		{"the names of the levels", func(r model.Rubric) any { return levelNames(r.Scale) }},
		{"what the levels mean", func(r model.Rubric) any { return levelMeanings(r.Scale) }},
		{"the name of the scale", func(r model.Rubric) any { return [2]string{r.Scale.ID, r.Scale.Title} }},
		{"the expected level", func(r model.Rubric) any { return r.Scale.Expected }},
		{"the groups and their names", func(r model.Rubric) any { return groupNames(r) }},
		{"the summaries of the groups", func(r model.Rubric) any { return groupSummaries(r) }},
		{"the items", func(r model.Rubric) any { return itemsByGroup(r) }},
		{"which areas there are, and their order", func(r model.Rubric) any { return areaIDs(r) }},
		{"what usually comes first", func(r model.Rubric) any { return r.Edges }},
		{"which areas to see also", func(r model.Rubric) any { return r.Related }},
		{"the rulings", func(r model.Rubric) any { return r.Rulings }},
		{"what is not covered", func(r model.Rubric) any { return r.NotCovered }},
		{"the crosswalk to other rubrics", func(r model.Rubric) any { return r.Crosswalk }},
		{"the answers of a visit", func(r model.Rubric) any { return r.Answers }},
		{"the roles of a visit", func(r model.Rubric) any { return r.Roles }},
		{"the positions of a visit", func(r model.Rubric) any { return r.Positions }},
	}
}

func areaParts() []part[model.Area] {
	return []part[model.Area]{
		{"the group", func(a model.Area) any { return a.Group }},
		{"the title", func(a model.Area) any { return a.Title }},
		{"the scope", func(a model.Area) any { return a.Scope }},
		{"why it matters", func(a model.Area) any { return a.Why }},
		{"the question", func(a model.Area) any { return a.Question }},
		{"the descriptions of the levels", func(a model.Area) any { return a.Levels }},
		{"the guiding questions", func(a model.Area) any { return a.Ask }},
		{"where to find evidence", func(a model.Area) any { return a.Evidence }},
		{"the lenses", func(a model.Area) any { return a.Lens }},
		{"the vision", func(a model.Area) any { return a.Vision }},
		{"the look-fors", func(a model.Area) any { return a.LookFors }},
		{"the look-agains", func(a model.Area) any { return a.LookAgains }},
		{"the look-fors of the phases", func(a model.Area) any { return a.Phases }},
		{"the next steps", func(a model.Area) any { return a.NextSteps }},
		{"the research", func(a model.Area) any { return a.Research }},
		{"the tags of other frameworks", func(a model.Area) any { return a.Tags }},
		{"the exemplars", func(a model.Area) any { return a.Exemplars }},
		{"the local additions", func(a model.Area) any { return a.Local }},
	}
}

// Lost lists in words everything that before says and after does not say in the
// same way. Nothing means that after says the same, word for word.
func Lost(before, after model.Rubric) []string {
	var lost []string
	for _, p := range parts() {
		if !same(p.of(before), p.of(after)) {
			lost = append(lost, p.words)
		}
	}
	for _, p := range areaParts() {
		n := 0
		for i, a := range before.Areas {
			var back model.Area
			if i < len(after.Areas) {
				back = after.Areas[i]
			}
			if !same(p.of(a), p.of(back)) {
				n++
			}
		}
		if n > 0 {
			lost = append(lost, fmt.Sprintf("%s of %s", p.words, areas(n)))
		}
	}
	return lost
}

func areas(n int) string {
	if n == 1 {
		return "1 area"
	}
	return fmt.Sprintf("%d areas", n)
}

// same compares what was said; where nothing was said, nothing can be lost.
func same(before, after any) bool {
	b := reflect.ValueOf(before)
	if b.IsZero() || b.Kind() == reflect.Slice && b.Len() == 0 {
		return true
	}
	return reflect.DeepEqual(before, after)
}

func levelNames(s model.Scale) []string {
	var names []string
	for _, l := range s.Levels {
		names = append(names, l.Name)
	}
	return names
}

func levelMeanings(s model.Scale) []string {
	var all []string
	said := ""
	for _, l := range s.Levels {
		all, said = append(all, l.Meaning), said+l.Meaning
	}
	if said == "" {
		return nil
	}
	return all
}

func groupNames(r model.Rubric) [][2]string {
	var all [][2]string
	for _, g := range r.Groups {
		all = append(all, [2]string{string(g.ID), g.Title})
	}
	return all
}

func groupSummaries(r model.Rubric) []string {
	var all []string
	said := ""
	for _, g := range r.Groups {
		all, said = append(all, g.Summary), said+g.Summary
	}
	if said == "" {
		return nil
	}
	return all
}

func itemsByGroup(r model.Rubric) []model.Group {
	var all []model.Group
	for _, g := range r.Groups {
		if len(g.Items) > 0 {
			all = append(all, model.Group{ID: g.ID, Items: g.Items})
		}
	}
	return all
}

func areaIDs(r model.Rubric) []model.AreaID {
	var ids []model.AreaID
	for _, a := range r.Areas {
		ids = append(ids, a.ID)
	}
	return ids
}
