package main

import (
	"context"
	"errors"
	"fmt"
	"strconv"
	"strings"

	"github.com/spf13/cobra"

	"waymark/cmd/waymark/internal/rows"
	"waymark/model"
	"waymark/ui/checklist"
)

const roomTableHint = "The first row must be: item,answer,note; with a column room for several rooms."

func (c *cli) roomRateCmd(which *string) *cobra.Command {
	var from, note string
	cmd := &cobra.Command{
		Use: "rate ROOM ITEM=ANSWER…", Short: "Answer lines of the checklist in a room",
		Long: "Answers lines of the checklist with its words, their numbers or short forms:\ns seen, p partly, n not seen, na not applicable. For a line about the three\npupils type how many of the three, such as 1.4=2/3: all three is seen, one or\ntwo is partly, none is not seen. 0 takes an answer back. With --from, rows are\nread from a table with the columns item, answer and note; with a column room\nthey can be of several rooms.",
		Example: "  waymark visit room rate 1 1.1=seen 1.2=partly 1.4=2/3 \"2.1=not seen\"\n" +
			"  waymark visit room rate 3 --from sheet.csv",
		RunE: func(cmd *cobra.Command, args []string) error {
			if from == "" && len(args) < 2 || from != "" && len(args) > 1 {
				return usage("See waymark help visit room rate.", "Type a room with its answers, such as 1 1.1=seen, or --from and a file. Nothing was changed.")
			}
			v, err := c.visited(cmd.Context(), *which, model.Reviewer)
			if err != nil {
				return err
			}
			s, err := v.sheet(cmd.Context())
			if err != nil {
				return err
			}
			if from != "" {
				return s.rateFrom(cmd.Context(), from, args)
			}
			return s.rate(cmd.Context(), args[0], args[1:], note)
		},
	}
	cmd.Flags().StringVar(&from, "from", "", "read rows from a `FILE`, or - for stdin")
	cmd.Flags().StringVar(&note, "note", "", "what you saw there; kept with each line named")
	return cmd
}

// sheet answers the checklist of a visit.
type sheet struct {
	*visited
	list checklist.List
	met  map[string]int // which rows said something of a line, by room and line
}

func (v *visited) sheet(ctx context.Context) (*sheet, error) {
	list, err := v.checklist(ctx)
	return &sheet{visited: v, list: checklist.List{Rubric: list}, met: map[string]int{}}, err
}

// rate answers lines typed as ITEM=ANSWER, all of them or none.
func (s *sheet) rate(ctx context.Context, typed string, args []string, note string) error {
	room, err := s.pickRoom(typed)
	if err != nil {
		return err
	}
	var changes []model.Change
	for i, arg := range args {
		item, answer, ok := strings.Cut(arg, "=")
		if !ok {
			return usage("Type it like 1.1=seen.", "“%s” is not a line and an answer. Nothing was changed.", clean(arg))
		}
		one, err := optional(s.answer(room, item, answer, note, i+1))
		if err != nil {
			return err
		}
		changes = append(changes, one...)
	}
	return s.act(ctx, s.words(room, len(changes)), undoing, func() ([]model.Change, error) {
		if len(changes) == 0 {
			return nil, model.ErrNothing
		}
		return changes, nil
	})
}

func (s *sheet) words(room model.Room, n int) string {
	return fmt.Sprintf("Answered %s in room %d", plural(n, "line", "lines"), s.roomNumber(room.ID))
}

// answer is what has to be signed for one answer.
func (s *sheet) answer(room model.Room, item, answer, note string, row int) ([]model.Change, error) {
	line, err := s.pickItem(item)
	if err != nil {
		return nil, err
	}
	key := string(room.ID) + " " + string(line.ID)
	if at := s.met[key]; at > 0 {
		return nil, usage("Keep one of the two.", "%s is there twice. Nothing was changed.", clean(string(line.ID)))
	}
	s.met[key] = row
	o, err := s.observation(answer)
	if err != nil {
		return nil, err
	}
	if o != (model.Observation{}) {
		o.Note = note
		if was, ok := room.By(s.voice.Person, line.ID); ok && clean(note) == "" {
			o.Note = was.Note
		}
	}
	return s.book.Observe(s.voice, s.visit.ID, room.ID, s.list.Rubric, line.ID, o)
}

// pickItem finds one line of the checklist by its number.
func (s *sheet) pickItem(typed string) (model.Item, error) {
	typed = clean(typed)
	var names []string
	for _, i := range s.list.Items() {
		if strings.EqualFold(string(i.ID), typed) {
			return i, nil
		}
		names = append(names, string(i.ID)+"  "+short(i.Text))
	}
	return model.Item{}, notFound("item_not_found", "Type the number of a line. Nothing was changed.", names, "The checklist has no line “%s”. It has:", typed)
}

// observation reads an answer as people type it; the zero Observation takes an
// answer back.
func (s *sheet) observation(typed string) (model.Observation, error) {
	typed = strings.ToLower(strings.ReplaceAll(clean(typed), "-", " "))
	if typed == "0" || typed == "none" {
		return model.Observation{}, nil
	}
	if n, of, sampled := strings.Cut(strings.ReplaceAll(typed, " of ", "/"), "/"); sampled && typed != "n/a" {
		pupils, err := strconv.Atoi(strings.TrimSpace(n))
		if err != nil || pupils < 0 || pupils > model.Sampled || strings.TrimSpace(of) != strconv.Itoa(model.Sampled) {
			return model.Observation{}, s.noAnswer(typed)
		}
		return model.Observation{Answer: s.list.Sampled(pupils), Pupils: &pupils}, nil
	}
	if answer := s.read(typed); answer != "" {
		return model.Observation{Answer: answer}, nil
	}
	return model.Observation{}, s.noAnswer(typed)
}

func (s *sheet) noAnswer(typed string) error {
	var names []string
	for i, a := range s.list.Answers {
		names = append(names, fmt.Sprintf("%d  %s", i+1, clean(a)))
	}
	return &failure{
		exit: exitUsage, code: "bad_answer", message: fmt.Sprintf("“%s” is not an answer. The answers are:", typed),
		hint: "For three pupils type how many of them, such as 2/3. Nothing was changed.", matches: names,
	}
}

// read finds an answer by its word, its number, its initials or its beginning;
// "" when nothing or more than one thing is meant.
func (s *sheet) read(typed string) string {
	for i, a := range s.list.Answers {
		if typed == strings.ToLower(a) || typed == strconv.Itoa(i+1) || typed == initials(a) && strings.Contains(a, " ") {
			return a
		}
	}
	for _, a := range s.list.Answers {
		if checklist.Outside(a) && (typed == "na" || typed == "n/a") {
			return a
		}
	}
	var found []string
	for _, a := range s.list.Within() {
		if typed != "" && strings.HasPrefix(strings.ToLower(a), typed) {
			found = append(found, a)
		}
	}
	if len(found) == 1 {
		return found[0]
	}
	return ""
}

func initials(words string) string {
	first := ""
	for w := range strings.FieldsSeq(strings.ToLower(words)) {
		first += string([]rune(w)[0])
	}
	return first
}

// rateFrom takes rows from a table: all good ones in one act, the bad ones
// listed by number.
func (s *sheet) rateFrom(ctx context.Context, path string, args []string) error {
	t, err := s.c.readTable(path, roomTableHint, "item", "answer")
	if err != nil {
		return err
	}
	if len(args) == 0 && !t.Has("room") {
		return &failure{exit: exitUsage, code: "which_room", message: "Which room? Nothing was changed.", hint: "Type its number after rate, or add a column room.", matches: s.roomNames(s.rooms())}
	}
	typed := ""
	if len(args) > 0 {
		typed = args[0]
	}
	if s.visit.Closed {
		return model.ErrVisitClosed
	}
	if err := s.work(ctx); err != nil {
		return err
	}
	var changes []model.Change
	var problems []problem
	for _, row := range t.Rows {
		one, err := optional(s.row(row, typed))
		if err != nil {
			problems = append(problems, problem{row.Number, clean(row.Get("item")), rowProblem(err)})
			continue
		}
		changes = append(changes, one...)
	}
	return s.keepRows(ctx, changes, len(t.Rows)-len(problems), len(t.Rows), problems)
}

func (s *sheet) row(row rows.Row, typed string) ([]model.Change, error) {
	room, err := s.pickRoom(first(row.Get("room"), typed))
	if err != nil {
		return nil, err
	}
	if row.Get("answer") == "" {
		return nil, errors.New("it has no answer. Write one, or leave the row out")
	}
	return s.answer(room, row.Get("item"), row.Get("answer"), row.Get("note"), row.Number)
}

// keepRows keeps what good rows said, in one transaction, and lists the others;
// the program then exits with 3.
func (o *opened) keepRows(ctx context.Context, changes []model.Change, good, all int, problems []problem) error {
	var steps []model.Step
	if len(changes) > 0 {
		var err error
		if steps, err = o.apply(ctx, changes, nil); err != nil {
			return err
		}
	}
	next := undoing
	if len(changes) == 0 {
		next = "Nothing was changed"
	}
	o.done(fmt.Sprintf("Took %d of %s; %d changed something", good, plural(all, "row", "rows"), len(changes)), next)
	for _, p := range problems {
		o.c.say("  row %d: %s", p.Row, sentence(p.Problem))
	}
	if err := o.printRows(steps, good, problems, nil); err != nil {
		return err
	}
	if len(problems) > 0 {
		return &silent{exitPartly}
	}
	return nil
}

// readTable reads a table whose heading must have these columns.
func (c *cli) readTable(path, hint string, columns ...string) (rows.Table, error) {
	f, err := c.openInput(path, rows.Most)
	if err != nil {
		return rows.Table{}, err
	}
	defer f.Close()
	t, err := rows.Read(f)
	var quotes *rows.QuoteError
	switch {
	case errors.As(err, &quotes), errors.Is(err, rows.ErrEmpty), errors.Is(err, rows.ErrLong), errors.Is(err, rows.ErrZip):
		return t, &failure{exit: exitUsage, code: "bad_table", message: "The table cannot be read: " + err.Error() + ". Nothing was changed.", hint: hint, err: err}
	case err != nil:
		return t, err
	}
	for _, need := range columns {
		if !t.Has(need) {
			return t, &failure{
				exit: exitUsage, code: "bad_heading", hint: hint,
				message: fmt.Sprintf("The table has no column “%s”; its first row says “%s”. Nothing was changed.", need, clean(strings.Join(t.Columns, ", "))),
			}
		}
	}
	if len(t.Rows) == 0 {
		return t, &failure{exit: exitUsage, code: "no_rows", message: "The table has a heading and no rows. Nothing was changed.", hint: hint}
	}
	return t, nil
}
