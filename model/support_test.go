package model_test

import (
	"crypto/ed25519"
	"crypto/sha256"
	"encoding/binary"
	"errors"
	"fmt"
	"slices"
	"strings"
	"time"

	"waymark/model"
)

const (
	school     model.SchoolID     = "school-1"
	evaluation model.EvaluationID = "eval-1"
)

// failer is what both a *testing.T and a *rapid.T can do.
type failer interface {
	Helper()
	Fatalf(format string, args ...any)
}

// rubric is six areas in two groups, judged on four levels.
func rubric() model.Rubric {
	levels := []string{"It is not there yet.", "It is there in places.", "It is there everywhere.", "Others learn from it."}
	area := func(id, group, title string) model.Area {
		return model.Area{
			ID: model.AreaID(id), Group: model.GroupID(group), Title: title, Scope: "What " + title + " covers.",
			Question: "How is " + title + "?", Levels: slices.Clone(levels),
		}
	}
	return model.Rubric{
		ID: "test", Edition: "2026", Title: "Test", Kind: model.KindSchool, Language: "en-GB",
		Scale: model.Scale{ID: "four", Title: "Four", Expected: 3, Levels: []model.LevelName{
			{Name: "Early"}, {Name: "Developing"}, {Name: "Embedded"}, {Name: "Sharing"},
		}},
		Groups: []model.Group{{ID: "1", Title: "Curriculum"}, {ID: "2", Title: "Teaching"}},
		Areas: []model.Area{
			area("1.1", "1", "Shared intent"), area("1.2", "1", "Sequence"), area("1.3", "1", "Content pinned down"),
			area("2.1", "2", "Explaining"), area("2.2", "2", "Checking"), area("2.3", "2", "Adapting content"),
		},
		Edges:   []model.Edge{{Before: "1.1", After: "1.2"}, {Before: "1.2", After: "1.3"}, {Before: "1.3", After: "2.1"}},
		Related: []model.Pair{{A: "1.3", B: "2.3"}, {A: "2.1", B: "2.2"}},
		Rulings: []model.Ruling{{Topic: "Homework", Area: "2.2"}, {Topic: "Uniform"}},
	}
}

// desk is one person at one machine: a key, a clock and the book they act on.
type desk struct {
	t    failer
	name string
	who  model.PersonID
	pen  *model.Pen
	book *model.Book
	log  []model.Record
	now  int64
	acts int
}

func penOf(name string, tip model.Tip) *model.Pen {
	seed := sha256.Sum256([]byte("key of " + name))
	n := uint64(tip.Seq)
	return model.NewPen(ed25519.NewKeyFromSeed(seed[:]), school, tip, func() []byte {
		n++
		sum := sha256.Sum256(binary.BigEndian.AppendUint64([]byte(name), n))
		return sum[:16]
	})
}

// start is the log that every copy of the evaluation begins with.
func start(t failer) []model.Record {
	t.Helper()
	c, err := model.StartEvaluation(evaluation, "Autumn", "2026-27", rubric(), nil)
	if err != nil {
		t.Fatalf("start: %v", err)
	}
	records, err := penOf("founder", model.Tip{}).Write(model.Act{ID: "act-0", Person: "head", When: time.UnixMilli(1)}, []model.Change{c})
	if err != nil {
		t.Fatalf("sign start: %v", err)
	}
	return records
}

func newDesk(t failer, name string) *desk {
	t.Helper()
	d := &desk{t: t, name: name, who: model.PersonID(name), pen: penOf(name, model.Tip{}), now: 1_000_000}
	d.log = start(t)
	d.book = open(t, d.log)
	return d
}

func open(t failer, records []model.Record) *model.Book {
	t.Helper()
	b, err := model.OpenBook(school, evaluation, rubric(), records)
	if err != nil {
		t.Fatalf("open book: %v", err)
	}
	return b
}

func (d *desk) self() model.Voice   { return model.Voice{Person: d.who, Role: model.Self} }
func (d *desk) agreed() model.Voice { return model.Voice{Person: d.who, Role: model.Agreed} }

func (d *desk) mine(id model.DeviceID) bool { return id == d.pen.Device() }

// do signs the changes of a rule as one act and takes them in.
func (d *desk) do(changes []model.Change, err error) []model.Record {
	d.t.Helper()
	if err != nil {
		d.t.Fatalf("%s: refused: %v", d.name, err)
	}
	return d.sign(model.Act{}, changes)
}

// try is do, for changes that may have nothing to say.
func (d *desk) try(changes []model.Change, err error) bool {
	d.t.Helper()
	if err != nil {
		return false
	}
	d.sign(model.Act{}, changes)
	return true
}

func (d *desk) sign(act model.Act, changes []model.Change) []model.Record {
	d.t.Helper()
	d.acts++
	d.now += 1000
	act.ID, act.Person, act.When = fmt.Sprintf("%s-%d", d.name, d.acts), d.who, time.UnixMilli(d.now)
	records, err := d.pen.Write(act, changes)
	if err != nil {
		d.t.Fatalf("%s: sign: %v", d.name, err)
	}
	d.take(records)
	return records
}

func (d *desk) take(records []model.Record) {
	d.t.Helper()
	for _, r := range records {
		if !d.book.Has(r.ID) {
			d.log = append(d.log, r)
		}
		if err := d.book.Add(r); err != nil {
			d.t.Fatalf("%s: add: %v", d.name, err)
		}
	}
}

// hear takes in everything another desk knows.
func (d *desk) hear(other *desk) { d.t.Helper(); d.take(other.log) }

func (d *desk) undo() model.Taken { d.t.Helper(); return d.taken(d.book.Undo(d.mine)) }
func (d *desk) redo() model.Taken { d.t.Helper(); return d.taken(d.book.Redo(d.mine)) }

func (d *desk) taken(t model.Taken, err error) model.Taken {
	d.t.Helper()
	if err != nil {
		d.t.Fatalf("%s: take back: %v", d.name, err)
	}
	d.sign(model.Act{Does: t.Does, Of: t.Of}, t.Changes)
	return t
}

// restart forgets everything but the records.
func (d *desk) restart() { d.t.Helper(); d.book = open(d.t, d.log) }

func (d *desk) level(a model.AreaID) model.Level {
	j, _ := d.book.Evaluation().Area(a).By(d.self())
	return j.Level
}

// picture writes down everything an evaluation says, without times and event
// ids. Times are added by dated.
func picture(e model.Evaluation) string {
	var b strings.Builder
	fmt.Fprintf(&b, "%s %s %s finished=%v removed=%v fewer=%q\n", e.Title, e.Year, e.Rubric, e.Finished, e.Removed, e.Fewer)
	for _, a := range rubric().Areas {
		s := e.Area(a.ID)
		fmt.Fprintf(&b, "%s flags=%v emphasis=%+v disagree=%v\n", a.ID, slices.Sorted(slices.Values(s.Flags)), s.Emphasis, s.Disagree())
		for _, j := range s.Judgements {
			fmt.Fprintf(&b, "  %s %s %+v contested=%v\n", j.Role, j.Person, j.Opinion, j.Contested)
		}
		b.WriteString(notes(s.Notes))
	}
	b.WriteString(notes(e.Notes))
	for _, p := range e.Priorities {
		fmt.Fprintf(&b, "priority %s by %s %+v contested=%v\n", p.ID, p.Person, p.PriorityText, p.Contested)
	}
	fmt.Fprintf(&b, "row %v\n", model.RowOf(e, rubric()))
	return b.String()
}

func notes(all []model.Note) string {
	var lines []string
	for _, n := range all {
		lines = append(lines, fmt.Sprintf("  note %s %s %s %+v contested=%v\n", n.ID, n.Role, n.Person, n.NoteText, n.Contested))
	}
	slices.Sort(lines) // listed by time, which is no part of what they say
	return strings.Join(lines, "")
}

// dated is picture with every time that is shown to people.
func dated(e model.Evaluation) string {
	var b strings.Builder
	fmt.Fprintf(&b, "started %d finished %d removed %d\n", e.StartedAt, e.FinishedAt, e.RemovedAt)
	for _, a := range rubric().Areas {
		for _, j := range e.Area(a.ID).Judgements {
			fmt.Fprintf(&b, "%s %s %s at %d\n", a.ID, j.Role, j.Person, j.At)
		}
		for _, n := range e.Area(a.ID).Notes {
			fmt.Fprintf(&b, "note %s at %d\n", n.ID, n.At)
		}
	}
	for _, p := range e.Priorities {
		fmt.Fprintf(&b, "priority %s at %d\n", p.ID, p.At)
	}
	return b.String() + picture(e)
}

// wantField fails unless err is a *FieldError of that field with that text.
func wantField(t failer, err error, field, problem string) {
	t.Helper()
	var f *model.FieldError
	if !errors.As(err, &f) || f.Field != field || f.Problem != problem {
		t.Fatalf("got %v, want %s: %q", err, field, problem)
	}
}

func wantErr(t failer, err, want error) {
	t.Helper()
	if !errors.Is(err, want) {
		t.Fatalf("got error %v, want %v", err, want)
	}
}

func level(l model.Level) model.Opinion { return model.Opinion{State: model.Rated, Level: l} }
