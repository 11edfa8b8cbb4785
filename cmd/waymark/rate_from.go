package main

import (
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"slices"
	"strings"

	"waymark/cmd/waymark/internal/rows"
	"waymark/model"
)

// valueWords is a judgement's value in a word.
func valueWords(value string) string {
	var op model.Opinion
	if value == "null" || json.Unmarshal([]byte(value), &op) != nil {
		return "not judged"
	}
	if op.State == model.Rated {
		return fmt.Sprint(op.Level)
	}
	return string(op.State)
}

// problem is a row that was not taken, and what to change in it.
type problem struct {
	Row     int    `json:"row"`
	Area    string `json:"area"`
	Problem string `json:"problem"`
}

// rateFrom takes rows from a table: all good ones in one act, the bad ones
// listed by number.
func (o *opened) rateFrom(ctx context.Context, path string) error {
	t, err := o.c.readRows(path)
	if err != nil {
		return err
	}
	if err := o.work(ctx); err != nil {
		return err
	}
	changes, good, problems, err := o.changesOfRows(t)
	if err != nil {
		return err
	}
	var steps []model.Step
	if len(changes) > 0 {
		if steps, err = o.apply(ctx, changes, nil); err != nil {
			return err
		}
	}
	return o.sayRows(t, steps, good, problems)
}

// readRows reads a table and checks its heading.
func (c *cli) readRows(path string) (rows.Table, error) {
	f, err := c.openInput(path, rows.Most)
	if err != nil {
		return rows.Table{}, err
	}
	defer f.Close()
	t, err := rows.Read(f)
	var quotes *rows.QuoteError
	switch {
	case errors.As(err, &quotes), errors.Is(err, rows.ErrEmpty), errors.Is(err, rows.ErrLong), errors.Is(err, rows.ErrZip):
		return t, &failure{exit: exitUsage, code: "bad_table", message: "The table cannot be read: " + err.Error() + ". Nothing was changed.", hint: tableHint, err: err}
	case err != nil:
		return t, err
	}
	for _, need := range []string{"area", "level"} {
		if !t.Has(need) {
			return t, &failure{
				exit: exitUsage, code: "bad_heading", hint: tableHint,
				message: fmt.Sprintf("The table has no column “%s”; its first row says “%s”. Nothing was changed.", need, clean(strings.Join(t.Columns, ", "))),
			}
		}
	}
	if len(t.Rows) == 0 {
		return t, &failure{exit: exitUsage, code: "no_rows", message: "The table has a heading and no rows. Nothing was changed.", hint: tableHint}
	}
	return t, nil
}

const tableHint = "The first row must be: area,level,confidence,note"

// changesOfRows is everything the good rows say, how many there are, and what
// is wrong with the others. An error is one that no row can help.
func (o *opened) changesOfRows(t rows.Table) (changes []model.Change, good int, problems []problem, err error) {
	met := map[model.AreaID]int{}
	for _, row := range t.Rows {
		r, err := o.ratingOf(row)
		if err == nil {
			if at := met[r.area.ID]; at > 0 {
				err = fmt.Errorf("%s was in row %d already. Keep one of the two", r.area.ID, at)
			}
		}
		var c []model.Change
		if err == nil {
			c, err = o.changesFor(r)
		}
		if isClosed(err) {
			return nil, 0, nil, err
		}
		if err != nil {
			problems = append(problems, problem{row.Number, clean(row.Get("area")), rowProblem(err)})
			continue
		}
		met[r.area.ID] = row.Number
		changes = append(changes, c...)
		good++
	}
	return changes, good, problems, nil
}

// isClosed reports whether nothing at all can be changed.
func isClosed(err error) bool {
	return errors.Is(err, model.ErrFinished) || errors.Is(err, model.ErrRemoved)
}

func (o *opened) ratingOf(row rows.Row) (rating, error) {
	if row.Get("area") == "" {
		return rating{}, errors.New("it has no area. Write its code, such as 1.1")
	}
	area, err := pickArea(o.book.Rubric(), row.Get("area"))
	if err != nil {
		return rating{}, err
	}
	r := rating{area: area, note: model.NoteText{Area: area.ID, Text: model.CleanBlock(row.Get("note"))}}
	if row.Get("level") == "" {
		if r.note.Text == "" {
			return r, errors.New("it has no level. Write a level or no-evidence")
		}
		r.unsaid = true
		return r, nil
	}
	if err := r.setLevel(o.book.Rubric().Scale, row.Get("level")); err != nil {
		return r, err
	}
	r.Confidence = model.Confidence(strings.ToLower(clean(row.Get("confidence"))))
	return r, nil
}

// rowProblem says what to change in a row.
func rowProblem(err error) string {
	var f *failure
	if !errors.As(err, &f) {
		return err.Error()
	}
	said := strings.TrimSuffix(strings.TrimSuffix(f.message, " Nothing was changed."), ".")
	if len(f.matches) > 0 {
		return strings.TrimSuffix(said, ":") + ": " + strings.Join(f.matches, "; ")
	}
	return said + ". " + strings.TrimSuffix(f.hint, ".")
}

// sayRows tells how many rows changed something, which were not taken, and
// exits with 3 when some were not.
func (o *opened) sayRows(t rows.Table, steps []model.Step, good int, problems []problem) error {
	verb := "were brought in"
	switch {
	case o.c.flags.dryRun:
		verb = "would be brought in"
	case good == 1:
		verb = "was brought in"
	}
	o.c.say("%d of %s %s; %d of them changed something.", good, plural(len(t.Rows), "row", "rows"), verb, changedAreas(steps))
	for _, p := range problems {
		o.c.say("  row %d: %s", p.Row, sentence(p.Problem))
	}
	var warnings []string
	if t.Decoded {
		warnings = append(warnings, "The file is not UTF-8. It was read as Windows text; check that accents are right.")
	}
	for _, name := range t.Columns {
		if !slices.Contains([]string{"area", "level", "confidence", "note"}, name) && name != "" {
			warnings = append(warnings, "The column “"+clean(name)+"” was not used.")
		}
	}
	if err := o.printRows(steps, good, problems, warnings); err != nil {
		return err
	}
	switch {
	case len(problems) > 0:
		return &silent{exitPartly}
	case o.c.flags.dryRun:
		o.c.say("Nothing was changed.")
	case len(steps) > 0:
		next := "waymark assess status"
		if o.at.Visit != "" {
			next = "waymark visit compare"
		}
		o.c.say("Undo: waymark undo. Next: %s", next)
	}
	return nil
}

func (o *opened) printRows(steps []model.Step, good int, problems []problem, warnings []string) error {
	if !o.c.flags.json {
		for _, w := range warnings {
			o.c.say("%s", w)
		}
		return nil
	}
	return o.c.printJSON("rows", struct {
		changedJSON
		Good     int       `json:"good"`
		Problems []problem `json:"problems"`
	}{changedJSON{o.steps(steps), o.c.flags.dryRun, !o.c.flags.dryRun && len(steps) > 0}, good, notNil(problems)}, warnings)
}

func changedAreas(steps []model.Step) int {
	areas := map[model.AreaID]bool{}
	for _, s := range steps {
		switch s.Kind {
		case model.KindJudgement:
			areas[s.Area] = true
		case model.KindNote:
			var n model.NoteText
			if json.Unmarshal([]byte(s.After), &n) == nil {
				areas[n.Area] = true
			}
		default: // a file of levels holds nothing else
		}
	}
	return len(areas)
}
