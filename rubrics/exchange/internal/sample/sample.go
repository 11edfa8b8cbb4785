// Package sample draws rubrics for property tests: every part may be there or
// not, texts hold what spreadsheets and markup stumble over, and each rubric is
// one that the strict reader would take. It is imported by tests only.
package sample

import (
	"cmp"
	"fmt"
	"strings"

	"pgregory.net/rapid"

	"waymark/model"
	"waymark/model/arrange"
)

// words are pieces of texts that formats stumble over.
func words() []string {
	return []string{
		"pupils", "read", "talk", "Siân", "ŵyl", "学び", "🎓", "=1+1", "+44", "-5", "@SUM(A1)", "'quoted'", "\"so\"", "a,b;c", "#tag", "100%", "1.10", "0012", "2026-01-02", "1e5",
		"yes", "null", "~", "<b>", "&amp;", "]]>", "_x0041_", "*star*", "[link](x)", "`code`", "|", "(S)", "- dash", "• dot", "{a}", "?", "!tag", "&anchor", ">-", "C:\\temp", "---", "''",
	}
}

// Words draws a text of one line.
func Words(t *rapid.T, label string) string {
	return strings.Join(strings.Fields(strings.Join(rapid.SliceOfN(rapid.SampledFrom(words()), 1, 8).Draw(t, label), " ")), " ")
}

// Text draws a text of one or two paragraphs.
func Text(t *rapid.T, label string) string {
	text := Words(t, label)
	if rapid.IntRange(0, 4).Draw(t, label+" more") == 0 {
		text += "\n\n" + Words(t, label)
	}
	return text
}

func maybe[T any](t *rapid.T, label string, of func() T) T {
	var none T
	if rapid.Bool().Draw(t, label+"?") {
		return of()
	}
	return none
}

func some[T any](t *rapid.T, label string, most int, of func(i int) T) []T {
	var all []T
	for i := range rapid.IntRange(0, most).Draw(t, "how many "+label) {
		all = append(all, of(i))
	}
	return all
}

func lines(t *rapid.T, label string, most int) []string {
	return some(t, label, most, func(int) string { return Words(t, label) })
}

// Rubric draws a rubric that is judged by areas.
func Rubric(t *rapid.T) model.Rubric {
	r := head(t)
	r.Kind = rapid.SampledFrom([]model.Kind{model.KindSchool, model.KindTeacher, model.KindProcess, model.KindTrust}).Draw(t, "kind")
	r.Scale = scale(t)
	for g := range rapid.IntRange(1, 3).Draw(t, "groups") {
		id := model.GroupID(fmt.Sprint(g + 1))
		r.Groups = append(r.Groups, model.Group{ID: id, Title: Words(t, "group"), Summary: maybe(t, "summary", func() string { return Text(t, "summary") })})
		for a := range rapid.IntRange(1, 3).Draw(t, "areas") {
			r.Areas = append(r.Areas, model.Area{ID: model.AreaID(fmt.Sprintf("%s.%d", id, a+1)), Group: id})
		}
	}
	for i := range r.Areas {
		area(t, r, &r.Areas[i])
	}
	links(t, &r)
	return r
}

func head(t *rapid.T) model.Rubric {
	return model.Rubric{
		ID:         rapid.SampledFrom([]string{"ours", "a-trust.2", "1"}).Draw(t, "id"),
		Edition:    rapid.SampledFrom([]string{"2026", "1", "2026.1 draft"}).Draw(t, "edition"),
		Title:      Words(t, "title"),
		Summary:    maybe(t, "summary", func() string { return Text(t, "summary") }),
		Language:   rapid.SampledFrom([]string{"en-GB", "cy"}).Draw(t, "language"),
		Licence:    maybe(t, "licence", func() string { return rapid.SampledFrom([]string{"CC-BY-4.0", "All rights kept"}).Draw(t, "licence") }),
		Source:     maybe(t, "source", func() string { return Text(t, "source") }),
		GroupWord:  maybe(t, "group word", func() string { return Words(t, "group word") }),
		Comparable: some(t, "comparable", 2, func(i int) string { return fmt.Sprint(2020 + i) }),
		NotCovered: lines(t, "not covered", 2),
		Rulings:    some(t, "rulings", 2, func(int) model.Ruling { return model.Ruling{Topic: Words(t, "topic"), Note: Text(t, "note")} }),
	}
}

func scale(t *rapid.T) model.Scale {
	s := model.Scale{ID: "steps", Title: Words(t, "scale")}
	n := rapid.IntRange(model.MinLevels, model.MaxLevels).Draw(t, "levels")
	for i := range n {
		s.Levels = append(s.Levels, model.LevelName{Name: fmt.Sprintf("%s %d", Words(t, "level"), i), Meaning: maybe(t, "meaning", func() string { return Text(t, "meaning") })})
	}
	s.Expected = model.Level(rapid.IntRange(2, n).Draw(t, "expected"))
	return s
}

func area(t *rapid.T, r model.Rubric, a *model.Area) {
	n := len(r.Scale.Levels)
	each := func(label string) []string {
		var all []string
		for range n {
			all = append(all, Text(t, label))
		}
		return all
	}
	a.Title, a.Scope, a.Question, a.Levels = Words(t, "title"), Words(t, "scope"), Words(t, "question"), each("level")
	a.Why = maybe(t, "why", func() string { return Text(t, "why") })
	a.Vision = maybe(t, "vision", func() string { return Text(t, "vision") })
	a.Ask, a.LookFors, a.LookAgains = lines(t, "ask", 2), lines(t, "look-for", 2), lines(t, "look-again", 2)
	for _, kind := range []model.EvidenceKind{model.See, model.Hear, model.Read, model.Count} {
		if text := maybe(t, "evidence", func() string { return Text(t, "evidence") }); text != "" {
			a.Evidence = append(a.Evidence, model.Prompt{Kind: kind, Text: text})
		}
	}
	a.Lens = some(t, "lens", 2, func(i int) string { return []string{"reading", "key stage 3"}[i] })
	for _, p := range model.Phases() {
		if fors := lines(t, "phase", 1); len(fors) > 0 {
			a.Phases = append(a.Phases, model.InPhase{Phase: p, LookFors: fors})
		}
	}
	a.NextSteps = steps(t, r, n)
	a.Research = some(t, "research", 2, func(i int) model.Research {
		return model.Research{Title: fmt.Sprintf("Guide %d & more", i), URL: fmt.Sprintf("https://example.org/g?a=%d&b=2", i), Why: maybe(t, "why", func() string { return Words(t, "why") })}
	})
	a.Tags = model.Tags{Inspection: some(t, "tags", 1, func(int) string { return "inclusion" }), CST: some(t, "cst", 1, func(int) string { return "p1" })}
	a.Exemplars = maybe(t, "exemplars", func() []string { return each("exemplar") })
}

func steps(t *rapid.T, r model.Rubric, levels int) []model.Boundary {
	var all []model.Boundary
	for from := 1; from < levels; from++ {
		made := some(t, "steps", 2, func(int) model.NextStep {
			s := model.NextStep{Do: Words(t, "do"), Effort: rapid.SampledFrom([]model.Effort{"S", "M", "L"}).Draw(t, "effort")}
			s.Area = maybe(t, "waits", func() model.AreaID { return r.Areas[0].ID })
			return s
		})
		if len(made) > 0 {
			all = append(all, model.Boundary{From: model.Level(from), To: model.Level(from + 1), Steps: made})
		}
	}
	return all
}

// links joins areas, earlier ones before later ones, in the order of the reader.
func links(t *rapid.T, r *model.Rubric) {
	for i, a := range r.Areas {
		for _, b := range r.Areas[i+1:] {
			switch rapid.IntRange(0, 5).Draw(t, "link") {
			case 0:
				r.Edges = append(r.Edges, model.Edge{Before: a.ID, After: b.ID})
			case 1:
				r.Related = append(r.Related, model.Pair{A: a.ID, B: b.ID})
			}
		}
	}
	last := r.Areas[len(r.Areas)-1].ID
	r.Rulings = append(r.Rulings, some(t, "ruled areas", 1, func(int) model.Ruling { return model.Ruling{Topic: Words(t, "topic"), Area: last} })...)
	r.Crosswalk = some(t, "crossings", 2, func(i int) model.Crossing {
		return model.Crossing{Rubric: "other", From: []string{string(last), string(r.Groups[0].ID)}[i], To: "7." + fmt.Sprint(i)}
	})
	arrange.By(r.Crosswalk, func(a, b model.Crossing) int { return cmp.Compare(a.To, b.To) })
}

// Pulse draws a pulse or a visit, which are made of items.
func Pulse(t *rapid.T) model.Rubric {
	r := head(t)
	r.Kind = rapid.SampledFrom([]model.Kind{model.KindPulse, model.KindVisit}).Draw(t, "kind")
	if rapid.Bool().Draw(t, "scale?") {
		r.Scale = scale(t)
	}
	for g := range rapid.IntRange(1, 2).Draw(t, "groups") {
		id := fmt.Sprint(g + 1)
		r.Groups = append(r.Groups, model.Group{ID: model.GroupID(id), Title: Words(t, "group"), Items: some(t, "items", 3, func(i int) model.Item { return item(t, r.Kind, id, i+1) })})
		r.Groups[g].Items = append(r.Groups[g].Items, item(t, r.Kind, id, 0))
	}
	if r.Kind == model.KindVisit {
		r.Answers = []string{"seen", "not seen"}
		r.Roles = some(t, "roles", 2, func(i int) model.VisitRole {
			return model.VisitRole{ID: fmt.Sprint("r", i), Title: Words(t, "role"), Does: Text(t, "does")}
		})
		r.Positions = some(t, "positions", 2, func(i int) model.VisitPosition {
			return model.VisitPosition{ID: fmt.Sprint("p", i), Title: Words(t, "position"), Where: Text(t, "where")}
		})
	}
	return r
}

func item(t *rapid.T, kind model.Kind, group string, i int) model.Item {
	it := model.Item{ID: model.ItemID(fmt.Sprintf("%s.s%d", group, i)), Text: Text(t, "item")}
	if kind == model.KindPulse {
		it.Asks = rapid.SampledFrom([]model.Asked{model.AskStaff, model.AskPupils, model.AskFamilies}).Draw(t, "asks")
		it.Shares = maybe(t, "shares", func() string { return "time" })
	}
	return it
}
