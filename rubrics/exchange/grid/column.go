package grid

import (
	"errors"
	"fmt"
	"slices"
	"strconv"
	"strings"

	"waymark/model"
	"waymark/rubrics/exchange"
)

// column is what stands under one heading for each row of T. T is always a
// pointer, so that the compiler makes the code for it once and not once for each
// kind of row, which would take a hundred kilobytes more.
type column[T any] struct {
	name  string // the heading
	field string // what a rubric file calls it, for the places of faults
	width int
	get   func(T) string
	set   func(T, string) error
}

// text is a column of paragraphs.
func text[T any](name, field string, width int, of func(T) *string) column[T] {
	return column[T]{
		name, field, width, func(t T) string { return *of(t) },
		func(t T, cell string) error { *of(t) = exchange.Paragraphs(cell); return nil },
	}
}

// code is a column of ids, which people also write in capitals.
func code[T any, ID ~string](name, field string, of func(T) *ID) column[T] {
	return column[T]{
		name, field, 10, func(t T) string { return string(*of(t)) },
		func(t T, cell string) error { *of(t) = ID(strings.ToLower(exchange.Line(cell))); return nil },
	}
}

// entries is a column of lists, an entry a line.
func entries[T any](name, field string, of func(T) *[]string) column[T] {
	return column[T]{
		name, field, 40, func(t T) string { return exchange.Entries(*of(t)) },
		func(t T, cell string) error { *of(t) = exchange.ParseEntries(cell); return nil },
	}
}

// codes is a column of ids or tags with commas between.
func codes[T any](name, field string, of func(T) *[]string) column[T] {
	return column[T]{
		name, field, 14, func(t T) string { return strings.Join(*of(t), ", ") },
		func(t T, cell string) error { *of(t) = splitCodes(cell); return nil },
	}
}

func splitCodes(cell string) []string {
	var all []string
	for part := range strings.FieldsFuncSeq(strings.ToLower(cell), func(r rune) bool { return r == ',' || r == ';' || r == '\n' }) {
		if part = exchange.Line(part); part != "" {
			all = append(all, part)
		}
	}
	return all
}

// areaRow is an area with what it says about others.
type areaRow struct {
	model.Area
	needs, seeAlso []string
}

// areaColumns is the columns of the sheet of areas for a scale of n levels.
func areaColumns(n int) []column[*areaRow] {
	all := []column[*areaRow]{
		code("Area", "id", func(a *areaRow) *model.AreaID { return &a.ID }),
		code("Group", "group", func(a *areaRow) *model.GroupID { return &a.Group }),
		text("Title", "title", 30, func(a *areaRow) *string { return &a.Title }),
		text("Scope", "scope", 40, func(a *areaRow) *string { return &a.Scope }),
		text("Why", "why", 40, func(a *areaRow) *string { return &a.Why }),
		text("Question", "question", 30, func(a *areaRow) *string { return &a.Question }),
	}
	all = append(all, ladder("Level", "levels", n, func(a *areaRow) *[]string { return &a.Levels })...)
	all = append(all, entries("Guiding questions", "ask", func(a *areaRow) *[]string { return &a.Ask }))
	for _, kind := range []model.EvidenceKind{model.See, model.Hear, model.Read, model.Count} {
		all = append(all, evidence(kind))
	}
	all = append(all,
		codes("Needs first", "needs", func(a *areaRow) *[]string { return &a.needs }),
		codes("See also", "see_also", func(a *areaRow) *[]string { return &a.seeAlso }),
		codes("Lenses", "lens", func(a *areaRow) *[]string { return &a.Lens }),
		text("Vision", "vision", 40, func(a *areaRow) *string { return &a.Vision }),
		entries("Look-fors", "look_fors", func(a *areaRow) *[]string { return &a.LookFors }),
		entries("Look-agains", "look_agains", func(a *areaRow) *[]string { return &a.LookAgains }))
	for _, p := range model.Phases() {
		all = append(all, phase(p))
	}
	for from := 1; from < n; from++ {
		all = append(all, steps(model.Level(from)))
	}
	all = append(all, research(),
		codes("Inspection tags", "tags inspection", func(a *areaRow) *[]string { return &a.Tags.Inspection }),
		codes("CST tags", "tags cst", func(a *areaRow) *[]string { return &a.Tags.CST }))
	return append(all, ladder("Exemplar", "exemplars", n, func(a *areaRow) *[]string { return &a.Exemplars })...)
}

// ladder is a column for each level.
func ladder(name, field string, n int, of func(*areaRow) *[]string) []column[*areaRow] {
	var all []column[*areaRow]
	for i := range n {
		all = append(all, column[*areaRow]{
			fmt.Sprintf("%s %d", name, i+1), fmt.Sprintf("%s %d", field, i+1), 40,
			func(a *areaRow) string {
				if texts := *of(a); i < len(texts) {
					return texts[i]
				}
				return ""
			},
			func(a *areaRow, cell string) error {
				if texts := of(a); cell != "" || *texts != nil {
					*texts = append(*texts, slices.Repeat([]string{""}, max(0, n-len(*texts)))...)
					(*texts)[i] = exchange.Paragraphs(cell)
				}
				return nil
			},
		})
	}
	return all
}

func evidence(kind model.EvidenceKind) column[*areaRow] {
	name := strings.ToUpper(string(kind[:1])) + string(kind[1:])
	return column[*areaRow]{
		name, "evidence " + string(kind), 40,
		func(a *areaRow) string {
			for _, p := range a.Evidence {
				if p.Kind == kind {
					return p.Text
				}
			}
			return ""
		},
		func(a *areaRow, cell string) error {
			if cell != "" {
				a.Evidence = append(a.Evidence, model.Prompt{Kind: kind, Text: exchange.Paragraphs(cell)})
			}
			return nil
		},
	}
}

// phaseName is what a phase is called in a heading.
func phaseName(p model.Phase) string {
	switch p {
	case model.PhaseEarly:
		return "Look-fors in early years"
	case model.PhasePost16:
		return "Look-fors after 16"
	default:
		return "Look-fors in " + string(p)
	}
}

func phase(p model.Phase) column[*areaRow] {
	return column[*areaRow]{
		phaseName(p), "phase " + string(p), 30,
		func(a *areaRow) string { return exchange.Entries(a.LookForsIn(p)) },
		func(a *areaRow, cell string) error {
			if fors := exchange.ParseEntries(cell); len(fors) > 0 {
				a.Phases = append(a.Phases, model.InPhase{Phase: p, LookFors: fors})
			}
			return nil
		},
	}
}

func steps(from model.Level) column[*areaRow] {
	return column[*areaRow]{
		fmt.Sprintf("Steps %d to %d", from, from+1), fmt.Sprintf("next_steps %d-%d", from, from+1), 40,
		func(a *areaRow) string { return exchange.Steps(a.StepsFrom(from)) },
		func(a *areaRow, cell string) error {
			steps, err := exchange.ParseSteps(cell)
			if err != nil {
				return fmt.Errorf("%w. End it with (S) for a half-term, (M) for a term or two or (L) for a year", err)
			}
			if len(steps) > 0 {
				a.NextSteps = append(a.NextSteps, model.Boundary{From: from, To: from + 1, Steps: steps})
			}
			return nil
		},
	}
}

func research() column[*areaRow] {
	return column[*areaRow]{
		"Research", "research", 40,
		func(a *areaRow) string { return exchange.Reading(a.Research) },
		func(a *areaRow, cell string) error {
			all, err := exchange.ParseReading(cell)
			if err != nil {
				return fmt.Errorf("%w. Write https://… | its title | why it helps", err)
			}
			a.Research = all
			return nil
		},
	}
}

// level is a level of the scale in its own row.
type level struct {
	number, name, meaning string
	expected              bool
}

func levelColumns() []column[*level] {
	return []column[*level]{
		text("Level", "number", 8, func(l *level) *string { return &l.number }),
		text("Name", "name", 24, func(l *level) *string { return &l.name }),
		text("Meaning", "meaning", 80, func(l *level) *string { return &l.meaning }),
		{
			"Expected", "expected", 10, func(l *level) string { return map[bool]string{true: "yes"}[l.expected] },
			func(l *level, cell string) error {
				switch strings.ToLower(exchange.Line(cell)) {
				case "yes", "y", "x", "true", "1":
					l.expected = true
				case "", "no", "n", "false", "0":
				default:
					return errors.New("this is neither yes nor empty. Write yes beside the one level that is expected")
				}
				return nil
			},
		},
	}
}

func groupColumns() []column[*model.Group] {
	return []column[*model.Group]{
		code("Group", "id", func(g *model.Group) *model.GroupID { return &g.ID }),
		text("Title", "title", 40, func(g *model.Group) *string { return &g.Title }),
		text("Summary", "summary", 80, func(g *model.Group) *string { return &g.Summary }),
	}
}

// itemRow is an item with the group it stands in.
type itemRow struct {
	model.Item
	group model.GroupID
}

func itemColumns() []column[*itemRow] {
	return []column[*itemRow]{
		code("Item", "id", func(i *itemRow) *model.ItemID { return &i.ID }),
		code("Group", "group", func(i *itemRow) *model.GroupID { return &i.group }),
		code("Asks", "asks", func(i *itemRow) *model.Asked { return &i.Asks }),
		text("Text", "text", 80, func(i *itemRow) *string { return &i.Text }),
		code("Shares", "shares", func(i *itemRow) *string { return &i.Shares }),
	}
}

func rulingColumns() []column[*model.Ruling] {
	return []column[*model.Ruling]{
		text("Topic", "topic", 40, func(r *model.Ruling) *string { return &r.Topic }),
		code("Area", "area", func(r *model.Ruling) *model.AreaID { return &r.Area }),
		text("Note", "note", 80, func(r *model.Ruling) *string { return &r.Note }),
	}
}

func crossColumns() []column[*model.Crossing] {
	return []column[*model.Crossing]{
		code("Other rubric", "rubric", func(x *model.Crossing) *string { return &x.Rubric }),
		code("From", "from", func(x *model.Crossing) *string { return &x.From }),
		code("To", "to", func(x *model.Crossing) *string { return &x.To }),
	}
}

// post is a role or a position of a visit.
type post struct{ kind, id, title, text string }

func postColumns() []column[*post] {
	return []column[*post]{
		{
			"Kind", "kind", 10, func(p *post) string { return p.kind },
			func(p *post, cell string) error {
				p.kind = strings.ToLower(exchange.Line(cell))
				if p.kind != "role" && p.kind != "position" {
					return errors.New("this is neither role nor position. Write one of the two")
				}
				return nil
			},
		},
		code("Code", "id", func(p *post) *string { return &p.id }),
		text("Title", "title", 30, func(p *post) *string { return &p.title }),
		text("What or where", "text", 80, func(p *post) *string { return &p.text }),
	}
}

// headColumns is the rows of the sheet of the rubric itself: each what a column
// would be for one row.
func headColumns() []column[*model.Rubric] {
	return []column[*model.Rubric]{
		code("Id", "id", func(r *model.Rubric) *string { return &r.ID }),
		text("Edition", "edition", 0, func(r *model.Rubric) *string { return &r.Edition }),
		text("Title", "title", 0, func(r *model.Rubric) *string { return &r.Title }),
		text("Summary", "summary", 0, func(r *model.Rubric) *string { return &r.Summary }),
		code("Kind", "kind", func(r *model.Rubric) *model.Kind { return &r.Kind }),
		text("Language", "language", 0, func(r *model.Rubric) *string { return &r.Language }),
		text("Licence", "licence", 0, func(r *model.Rubric) *string { return &r.Licence }),
		text("Source", "source", 0, func(r *model.Rubric) *string { return &r.Source }),
		text("Word for a group", "group_word", 0, func(r *model.Rubric) *string { return &r.GroupWord }),
		entries("Can be compared with", "comparable", func(r *model.Rubric) *[]string { return &r.Comparable }),
		code("Scale code", "scale id", func(r *model.Rubric) *string { return &r.Scale.ID }),
		text("Scale", "scale title", 0, func(r *model.Rubric) *string { return &r.Scale.Title }),
		entries("Not covered", "not_covered", func(r *model.Rubric) *[]string { return &r.NotCovered }),
		entries("Answers of a visit", "answers", func(r *model.Rubric) *[]string { return &r.Answers }),
	}
}

// levelNumber reads the number of a level.
func levelNumber(cell string) int {
	n, err := strconv.Atoi(exchange.Line(cell))
	if err != nil {
		return 0
	}
	return n
}
