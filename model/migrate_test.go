package model_test

import (
	"errors"
	"reflect"
	"slices"
	"strings"
	"testing"

	"pgregory.net/rapid"

	"waymark/model"
)

const second model.EvaluationID = "eval-2"

// moveTo moves the desk's evaluation and returns a desk at the new one.
func (d *desk) moveTo(to model.Rubric, links ...model.Link) (*desk, model.Moving) {
	d.t.Helper()
	m, err := d.book.MoveTo(second, to, links)
	if err != nil {
		d.t.Fatalf("%s: move: %v", d.name, err)
	}
	d.sign(model.Act{}, m.Changes)
	at := *d
	at.log = slices.Clone(d.log)
	at.book = at.openAt(to)
	return &at, m
}

func (d *desk) openAt(to model.Rubric) *model.Book {
	d.t.Helper()
	var own []model.Record // as a store hands them out: the school's and this evaluation's
	for _, r := range d.log {
		if r.Evaluation == "" || r.Evaluation == second {
			own = append(own, r)
		}
	}
	b, err := model.OpenBook(school, second, to, own)
	if err != nil {
		d.t.Fatalf("%s: open: %v", d.name, err)
	}
	return b
}

func same(before, after string) model.Link {
	ids := func(list string) (all []model.AreaID) {
		for id := range strings.SplitSeq(list, ",") {
			all = append(all, model.AreaID(id))
		}
		return all
	}
	return model.Link{Old: ids(before), New: ids(after)}
}

// next is the edition of rubric that follows: 1.2 is reworded, 1.3 is 3.1 now,
// 2.3 is retired, 2.9 is new.
func next() model.Rubric {
	return edition(worded(), func(r *model.Rubric) {
		r.Areas[1].Levels[2] = "Other words."
		r.Areas[2].ID = "3.1"
		r.Areas[5] = fresh("2.9")
	})
}

func newWordedDesk(t failer, name string) *desk {
	d := newDesk(t, name)
	c, err := model.StartEvaluation(evaluation, "Autumn", "2026-27", worded(), nil)
	if err != nil {
		t.Fatalf("start: %v", err)
	}
	d.log = nil
	d.sign(model.Act{}, []model.Change{c})
	d.book, err = model.OpenBook(school, evaluation, worded(), d.log)
	if err != nil {
		t.Fatalf("open: %v", err)
	}
	return d
}

// whole is everything a book's evaluation says, but for what a move changes of
// its start and of whether it is finished.
func whole(e model.Evaluation) string {
	lines := strings.SplitAfter(dated(e), "\n")
	return strings.Join(slices.DeleteFunc(lines, func(l string) bool {
		return strings.HasPrefix(l, "started ") || strings.HasPrefix(l, "Autumn") || strings.HasPrefix(l, "Self")
	}), "")
}

func TestMovingChangesNothingWhereItCameFrom(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		all := desksOf(t, 2)
		play(all, script(2, 25).Draw(t, "script"), byScript)
		d := all[0]
		before, history := dated(d.book.Evaluation()), d.book.History()
		to := redraft(t, rubric())
		m, err := d.book.MoveTo(second, to, nil)
		var unclear *model.UnclearError
		if errors.As(err, &unclear) {
			m, err = d.book.MoveTo(second, to, unclear.Links)
		}
		if err != nil {
			t.Fatalf("move: %v", err)
		}
		d.sign(model.Act{}, m.Changes)
		d.restart()
		if after := dated(d.book.Evaluation()); after != before {
			t.Fatalf("moving changed the old evaluation:\n%s\n%s", before, after)
		}
		if !reflect.DeepEqual(d.book.History(), history) {
			t.Fatalf("moving changed the old evaluation's history")
		}
		for _, c := range m.Changes {
			if c.Evaluation != second {
				t.Fatalf("a change of another evaluation: %+v", c)
			}
			if a := strings.Split(string(c.Subject), "/"); len(a) > 2 && a[1] == "area" && to.Index(model.AreaID(a[2])) < 0 {
				t.Fatalf("%s is about an area that is not there", c.Subject)
			}
		}
	})
}

// An edition with other words around the descriptors carries everything as it
// is: who said what and when, and what nobody has decided.
func TestCarryingIsExact(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		all := desksOf(t, 2)
		play(all, script(2, 30).Draw(t, "script"), byScript)
		d := all[0]
		d.hear(all[1])
		before := whole(d.book.Evaluation())
		to := rubric()
		to.Edition, to.Areas[0].Vision = "2027", "At its best."
		at, m := d.moveTo(to)
		if after := whole(at.book.Evaluation()); after != before {
			t.Fatalf("carried\n%s\nwant\n%s", after, before)
		}
		if len(m.Move.Reread)+len(m.Move.Retired)+len(m.Afresh) > 0 {
			t.Fatalf("nothing changed, but %+v", m.Move)
		}
		records := rapid.Permutation(at.log).Draw(t, "order")
		if got, want := dated(model.FoldEvaluation(folded(t, records), second)), dated(model.FoldEvaluation(folded(t, at.log), second)); got != want {
			t.Fatalf("the order of arrival matters:\n%s\n%s", got, want)
		}
	})
}

// One copy dropped a priority and another reworded it: that stays open.
func TestWhatNobodyDecidedIsCarriedOpen(t *testing.T) {
	d, other := newDesk(t, "head"), newDesk(t, "dep")
	d.do(d.book.AddPriority("p1", model.PriorityText{Title: "Mend", Areas: []model.AreaID{"1.1"}}))
	other.hear(d)
	d.do(d.book.Drop("p1"))
	other.do(other.book.Reword("p1", "Mend it"))
	d.hear(other)
	if p := d.book.Evaluation().Priorities; len(p) != 1 || !p[0].Contested {
		t.Fatalf("nothing is open: %+v", p)
	}
	to := rubric()
	to.Edition = "2027"
	at, _ := d.moveTo(to)
	if got, want := whole(at.book.Evaluation()), whole(d.book.Evaluation()); got != want {
		t.Errorf("carried\n%s\nwant\n%s", got, want)
	}
}

func TestUndoBringsBackWhereItCameFrom(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		all := desksOf(t, 2)
		play(all, script(2, 20).Draw(t, "script"), byScript)
		before := dated(all[0].book.Evaluation())
		to := rubric()
		to.Edition = "2027"
		at, _ := all[0].moveTo(to)
		moved := dated(at.book.Evaluation())
		at.do(at.book.GiveLevel(model.Voice{Person: "somebody", Role: model.Self}, "1.1", 2))
		at.undo()
		if got := dated(at.book.Evaluation()); got != moved {
			t.Fatalf("undoing a level gave\n%s\nwant\n%s", got, moved)
		}
		if steps := at.undo().Steps; len(steps) != 1 || steps[0].Describe() != "move to another edition taken back" || !at.book.Evaluation().Removed {
			t.Fatalf("undoing the move: %+v", steps)
		}
		all[0].restart()
		if got := dated(all[0].book.Evaluation()); got != before {
			t.Fatalf("the old evaluation is\n%s\nwant\n%s", got, before)
		}
		at.redo()
		if got := dated(at.book.Evaluation()); got != moved {
			t.Fatalf("moving again gave\n%s\nwant\n%s", got, moved)
		}
	})
}

func TestMovingMarksWhatIsToBeReread(t *testing.T) {
	d := newWordedDesk(t, "head")
	for _, a := range worded().Areas {
		d.do(d.book.GiveLevel(d.self(), a.ID, 3))
	}
	d.do(d.book.WriteNote(d.self(), "n1", model.NoteText{Area: "1.3", Text: "Seen"}))
	d.do(d.book.WriteNote(d.self(), "n2", model.NoteText{Text: "On the whole"}))
	d.do(d.book.WriteNote(d.self(), "n3", model.NoteText{Area: "2.3", Text: "Left behind"}))
	d.do(d.book.AddPriority("p1", model.PriorityText{Title: "Mend", Areas: []model.AreaID{"1.3", "2.3"}}))
	d.do(d.book.SetFlag(d.self(), "1.2", true))
	d.do(d.book.Finish())
	at, m := d.moveTo(next())
	e := at.book.Evaluation()
	if e.Title != "Autumn, edition 2027" || e.Year != "2026-27" || e.Rubric != next().Hash() || e.Finished || e.Moved == nil || e.Moved.From != evaluation {
		t.Errorf("started as %+v", e.Start)
	}
	for a, want := range map[model.AreaID]bool{"1.1": false, "1.2": true, "3.1": false, "2.1": false, "2.2": false} {
		if s := e.Area(a); s.Reread != want || len(s.Judgements) != 1 || s.Judgements[0].Level != 3 || s.Judgements[0].Person != "head" {
			t.Errorf("%s: %+v", a, s)
		}
	}
	if s := e.Area("2.3"); len(s.Judgements)+len(s.Notes) > 0 {
		t.Errorf("the retired area was carried: %+v", s)
	}
	if n := e.Area("3.1").Notes; len(n) != 1 || n[0].Text != "Seen" || n[0].Area != "3.1" || len(e.Notes) != 1 || !e.Area("1.2").Flagged() {
		t.Errorf("notes %+v, %+v", n, e.Notes)
	}
	if p := e.Priorities; len(p) != 1 || !slices.Equal(p[0].Areas, []model.AreaID{"3.1"}) {
		t.Errorf("priorities %+v", p)
	}
	if !slices.Equal(m.Kept, []model.AreaID{"1.1", "3.1", "2.1", "2.2"}) || !slices.Equal(m.Move.Reread, []model.AreaID{"1.2"}) ||
		!slices.Equal(m.Move.Retired, []model.AreaID{"2.3"}) || !slices.Equal(m.Empty, []model.AreaID{"2.9"}) || m.Afresh != nil {
		t.Errorf("said %v %v %v %v", m.Kept, m.Move, m.Empty, m.Afresh)
	}
	if row := model.RowOf(e, next()); row.Judged() != 5 {
		t.Errorf("row %v", row)
	}
}

// The mark goes when the area is judged again, also with the same level, and
// comes back with undo.
func TestRereadUntilJudgedAgain(t *testing.T) {
	d := newWordedDesk(t, "head")
	d.do(d.book.GiveLevel(d.self(), "1.2", 3))
	d.do(d.book.Judge(model.Voice{Person: "dep", Role: model.Self}, "1.2", level(3)))
	d.do(d.book.GiveLevel(d.self(), "1.1", 3))
	at, _ := d.moveTo(next())
	reread := func() bool { return at.book.Evaluation().Area("1.2").Reread }
	problem := func() string {
		for _, p := range at.book.Problems() {
			if p.Area == "1.2" {
				return p.Problem
			}
		}
		return ""
	}
	if !reread() || !strings.Contains(problem(), "Please re-read it") {
		t.Fatalf("not marked: %q", problem())
	}
	if _, err := at.book.GiveLevel(at.self(), "1.1", 3); !errors.Is(err, model.ErrNothing) {
		t.Fatalf("the same level of the same words: %v", err)
	}
	at.do(at.book.Judge(model.Voice{Person: "ann", Role: model.Reviewer}, "1.2", level(3)))
	if !reread() {
		t.Fatal("a reviewer is not the school")
	}
	at.do(at.book.GiveLevel(at.self(), "1.2", 3))
	if said := at.book.History()[0].Steps[0].Describe(); said != "1.2 read again, still 3" {
		t.Fatalf("the history says %q", said)
	}
	if reread() || problem() != "" {
		t.Fatalf("judged again, but %q", problem())
	}
	if j, _ := at.book.Evaluation().Area("1.2").By(model.Voice{Person: "dep", Role: model.Self}); !j.Reread {
		t.Fatal("the colleague has not read it again")
	}
	at.undo()
	at.undo()
	at.book = at.openAt(next())
	j, _ := at.book.Evaluation().Area("1.2").By(at.self())
	was, _ := d.book.Evaluation().Area("1.2").By(d.self())
	if !reread() || !j.Reread || j.At != was.At {
		t.Fatalf("undo did not bring the mark back: %+v, was %+v", j, was)
	}
	at.do(at.book.Judge(at.agreed(), "1.2", level(3)))
	if reread() || problem() != "" {
		t.Fatalf("agreed on the new words, but %q", problem())
	}
}

func TestSplitsAndMergesAreAsked(t *testing.T) {
	to := edition(worded(), func(r *model.Rubric) {
		piece := r.Areas[3]
		piece.ID, piece.Title, piece.Levels = "2.6", "Titlenew", slices.Clone(piece.Levels)
		r.Areas[3].Scope, r.Areas[3].Levels[0], r.Areas[3].Levels[1] = "Half.", "Half one.", "Half two."
		piece.Question, piece.Levels[2], piece.Levels[3] = "Other half?", "Other three.", "Other four."
		for l := range r.Areas[0].Levels {
			r.Areas[0].Levels[l] += " " + r.Areas[1].Levels[l]
		}
		r.Areas = append(slices.Delete(r.Areas, 1, 2), piece)
	})
	d := newWordedDesk(t, "head")
	_, err := d.book.MoveTo(second, to, nil)
	var unclear *model.UnclearError
	if !errors.As(err, &unclear) || len(unclear.Links) != 2 || unclear.Links[0].String() != "1.1,1.2=1.1" || unclear.Links[1].String() != "2.1=2.1,2.6" {
		t.Fatalf("got %v", err)
	}
	dep := model.Voice{Person: "dep", Role: model.Self}
	d.do(d.book.GiveLevel(d.self(), "2.1", 3))
	d.do(d.book.GiveLevel(d.self(), "1.1", 2))
	d.do(d.book.GiveLevel(d.self(), "1.2", 2))
	d.do(d.book.SetConfidence(d.self(), "1.2", model.Low))
	d.do(d.book.GiveLevel(dep, "1.1", 2))
	d.do(d.book.GiveLevel(dep, "1.2", 3))
	d.do(d.book.SetFlag(dep, "1.2", true))
	d.do(d.book.Emphasise("2.1", model.Emphasis{Pinned: true}))
	at, m := d.moveTo(to, unclear.Links...)
	e := at.book.Evaluation()
	for _, a := range []model.AreaID{"2.1", "2.6", "1.1"} {
		if j, ok := e.Area(a).By(at.self()); !ok || !j.Reread || !slices.Contains(m.Move.Reread, a) {
			t.Errorf("%s: %+v", a, j)
		}
	}
	if j, _ := e.Area("1.1").By(at.self()); j.Level != 2 || j.Confidence != model.Low {
		t.Errorf("merged %+v", j)
	}
	if _, ok := e.Area("1.1").By(dep); ok || !e.Area("1.1").Flagged() {
		t.Errorf("two levels were made one: %+v", e.Area("1.1"))
	}
	if e.Area("2.1").Emphasis.Pinned || e.Area("2.6").Emphasis.Pinned {
		t.Errorf("what was stressed of one area is said of two")
	}
	_, m = d.moveTo(to, same("1.1", "1.1"), same("2.1", "2.6"))
	if !slices.Equal(m.Move.Retired, []model.AreaID{"1.2"}) || !slices.Contains(m.Empty, "2.1") {
		t.Errorf("what a person says is not what counts: %+v", m.Move)
	}
}
