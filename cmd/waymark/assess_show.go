package main

import (
	"context"
	"fmt"
	"strconv"
	"strings"

	"github.com/spf13/cobra"

	"waymark/cmd/waymark/internal/table"
	"waymark/model"
)

func (c *cli) assessShowCmd() *cobra.Command {
	return &cobra.Command{
		Use: "show [AREA]", Short: "Show every judgement, or one area with its evidence",
		Example: "  waymark assess show\n  waymark assess show 1.3",
		Args:    c.words(0, 1, "the code or a part of the name of one area"),
		RunE: func(cmd *cobra.Command, args []string) error {
			o, err := c.evaluation(cmd.Context())
			if err != nil {
				return err
			}
			if len(args) == 0 {
				return o.show()
			}
			a, err := pickArea(o.book.Rubric(), args[0])
			if err != nil {
				return err
			}
			return o.showArea(cmd.Context(), a)
		},
	}
}

// areaJSON is one area of an evaluation, as scripts read it.
type areaJSON struct {
	ID         model.AreaID    `json:"id"`
	Title      string          `json:"title"`
	Group      model.GroupID   `json:"group"`
	Level      model.Level     `json:"level"`
	State      string          `json:"state"`
	Word       string          `json:"word"`
	Confidence string          `json:"confidence"`
	Direction  string          `json:"direction"`
	Flagged    bool            `json:"flagged"`
	Reread     bool            `json:"reread"`
	Notes      int             `json:"notes"`
	Judgements []judgementJSON `json:"judgements"`
	Emphasis   model.Emphasis  `json:"emphasis"`
}

// rereadWords ask for an answer to words that changed.
const rereadWords = "please re-read"

func (o *opened) area(a model.Area) areaJSON {
	s := o.book.Evaluation().Area(a.ID)
	j, ok := o.standing(a.ID)
	state := string(j.State)
	switch given, hidden := o.hides(a.ID); {
	case ok:
	case hidden && given:
		state = "hidden"
	default:
		state = "not-judged"
	}
	return areaJSON{
		ID: a.ID, Title: clean(a.Title), Group: a.Group, Level: j.Level, State: state, Word: o.levelWords(a.ID),
		Confidence: string(j.Confidence), Direction: string(j.Direction), Flagged: s.Flagged(), Reread: s.Reread, Notes: len(s.Notes),
		Judgements: o.judgements(a.ID), Emphasis: s.Emphasis,
	}
}

func (o *opened) show() error {
	data := struct {
		head
		Areas []areaJSON `json:"areas"`
		Notes []noteJSON `json:"notes"`
	}{o.head(), []areaJSON{}, o.notes(o.book.Evaluation().Notes)}
	t := table.Table{Columns: []string{"Area", "Name", "Level", "How sure", "Notes", ""}}
	for _, a := range o.book.Rubric().Areas {
		d := o.area(a)
		data.Areas = append(data.Areas, d)
		var signs []string
		if d.Flagged {
			signs = append(signs, "to talk about")
		}
		if d.Reread {
			signs = append(signs, rereadWords)
		}
		t.Add(string(a.ID), a.Title, d.Word, d.Confidence, count(d.Notes), strings.Join(signs, ", "))
	}
	return o.c.print("assessment", data, func() { o.c.table(t) })
}

// noteJSON is a note, as scripts read it.
type noteJSON struct {
	ID      model.NoteID   `json:"id"`
	Area    model.AreaID   `json:"area"`
	Text    string         `json:"text"`
	Kind    model.NoteKind `json:"kind"`
	Source  string         `json:"source"`
	Private bool           `json:"private"`
	Role    model.Role     `json:"role"`
	Person  string         `json:"person"`
	At      *string        `json:"at"`
}

func (o *opened) notes(all []model.Note) []noteJSON {
	notes := []noteJSON{}
	for _, n := range all {
		notes = append(notes, noteJSON{
			ID: n.ID, Area: n.Area, Text: model.CleanBlock(n.Text), Kind: n.Kind, Source: clean(n.Source), Private: n.Private,
			Role: n.Role, Person: clean(o.book.Who(n.Person).Name), At: stamp(n.At),
		})
	}
	return notes
}

func (o *opened) showArea(ctx context.Context, a model.Area) error {
	s := o.book.Evaluation().Area(a.ID)
	data := struct {
		head
		Area     areaJSON   `json:"area"`
		Notes    []noteJSON `json:"notes"`
		LastYear *lastLevel `json:"last_year"`
	}{o.head(), o.area(a), o.notes(s.Notes), nil}
	last, err := o.lastYear(ctx, a.ID)
	if err != nil {
		return err
	}
	data.LastYear = last
	return o.c.print("area-judged", data, func() { o.areaText(a, data.Area, data.Notes, last) })
}

type lastLevel struct {
	Year  model.Year  `json:"year"`
	Level model.Level `json:"level"`
}

// lastYear is the level of the newest comparable evaluation before this one.
// It is not shown before this year's is given, so that it cannot lead the hand.
func (o *opened) lastYear(ctx context.Context, a model.AreaID) (*lastLevel, error) {
	if _, ok := o.standing(a); !ok {
		return nil, nil
	}
	all, err := o.ws.earlier(ctx, o.book)
	if err != nil || len(all) == 0 {
		return nil, err
	}
	l, ok := all[0].Levels[a]
	if !ok {
		return nil, nil
	}
	return &lastLevel{all[0].Year, l}, nil
}

func (o *opened) areaText(a model.Area, d areaJSON, notes []noteJSON, last *lastLevel) {
	c := o.c
	fmt.Fprintln(c.out, c.bold(clean(a.Name())))
	t := table.Table{Columns: []string{"Level", d.Word}}
	if d.Confidence != "" {
		t.Add("How sure", d.Confidence)
	}
	if d.Direction != "" {
		t.Add("Heading", d.Direction)
	}
	if last != nil {
		t.Add(last.Year.Shown(), strconv.Itoa(int(last.Level)))
	}
	for _, j := range d.Judgements {
		t.Add(roleWords(j), o.judgementWords(j))
	}
	if e := o.c.emphasisWords(d.Emphasis); e != "" {
		t.Add("You said", e)
	}
	if d.Flagged {
		t.Add("Flag", "to talk about")
	}
	if d.Reread {
		t.Add("Words", "changed since; "+rereadWords)
	}
	t.Rows = append([][]string{t.Columns}, t.Rows...)
	c.rowsOnly(t)
	if len(notes) == 0 {
		c.say("No notes for %s yet. Add what you saw, heard or read: waymark assess note %s \"…\"", a.ID, a.ID)
	}
	for _, n := range notes {
		fmt.Fprintln(c.out)
		fmt.Fprintln(c.out, c.noteAbout(n))
		for line := range strings.SplitSeq(n.Text, "\n") {
			c.paragraph("", line)
		}
	}
}

// rowsOnly writes rows that need no heading.
func (c *cli) rowsOnly(t table.Table) {
	if c.flags.plain {
		t.Plain(c.out)
		return
	}
	if len(t.Rows) > 0 {
		t.Columns, t.Rows = t.Rows[0], t.Rows[1:]
		if len(t.Rows) == 0 {
			fmt.Fprintln(c.out, strings.Join(t.Columns, "  "))
			return
		}
		t.Aligned(c.out, func(s string) string { return s })
	}
}

func roleWords(j judgementJSON) string {
	switch j.Role {
	case model.Agreed:
		return "Agreed"
	case model.Reviewer:
		return strings.TrimSpace("Reviewer " + j.Person)
	default: // model.Self: a colleague
		return strings.TrimSpace("School " + j.Person)
	}
}

func (o *opened) judgementWords(j judgementJSON) string {
	if j.Hidden {
		return hiddenWords
	}
	words := opinionWords(o.book.Rubric().Scale, model.Opinion{State: j.State, Level: j.Level})
	if j.Confidence != "" {
		words += ", " + string(j.Confidence) + " confidence"
	}
	if j.Reason != "" {
		words += ": " + j.Reason
	}
	return words
}

func (c *cli) noteAbout(n noteJSON) string {
	parts := []string{"Note " + string(n.ID)}
	if n.Kind != "" {
		parts = append(parts, c.own(n.Kind.Words()))
	}
	for _, p := range []string{n.Source, n.Person} {
		if p != "" {
			parts = append(parts, p)
		}
	}
	if n.Private {
		parts = append(parts, "private")
	}
	return strings.Join(parts, " · ")
}
