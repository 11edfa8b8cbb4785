package model_test

import (
	"errors"
	"fmt"
	"slices"
	"testing"

	"pgregory.net/rapid"

	"waymark/model"
)

func TestUndoThenRedoIsIdentity(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		all := desksOf(t, 2)
		play(all, script(2, 25).Draw(t, "script"), byScript)
		d := all[0]
		before := dated(d.book.Evaluation())
		if _, err := d.book.Undo(d.mine); err != nil {
			wantErr(t, err, model.ErrNothing)
			return
		}
		d.undo()
		d.redo()
		if after := dated(d.book.Evaluation()); after != before {
			t.Fatalf("undo then redo changed something:\n%s\n%s", before, after)
		}
	})
}

// Alone at a desk, every act can be taken back one by one to where it began,
// and done again one by one to where it ended, with restarts between.
func TestUndoAllThenRedoAll(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		d := newDesk(t, "amy")
		pictures := []string{dated(d.book.Evaluation())}
		for _, o := range script(1, 25).Draw(t, "script") {
			o.Kind = 1 + o.Kind%(opKinds-2) // neither hearing nor undoing
			d.now = o.Wall
			if d.act(o) {
				pictures = append(pictures, dated(d.book.Evaluation()))
			}
		}
		acts := len(pictures) - 1
		for i := acts - 1; i >= 0; i-- {
			if rapid.Bool().Draw(t, "restart") {
				d.restart()
			}
			d.undo()
			if got := dated(d.book.Evaluation()); got != pictures[i] {
				t.Fatalf("undo to act %d of %d gave\n%s\nwant\n%s", i, acts, got, pictures[i])
			}
		}
		if _, err := d.book.Undo(d.mine); !errors.Is(err, model.ErrNothing) {
			t.Fatalf("got %v, want nothing left to undo", err)
		}
		for i := 1; i <= acts; i++ {
			if rapid.Bool().Draw(t, "restart") {
				d.restart()
			}
			d.redo()
			if got := dated(d.book.Evaluation()); got != pictures[i] {
				t.Fatalf("redo to act %d of %d gave\n%s\nwant\n%s", i, acts, got, pictures[i])
			}
		}
		if _, err := d.book.Redo(d.mine); !errors.Is(err, model.ErrNothing) {
			t.Fatalf("got %v, want nothing left to redo", err)
		}
	})
}

func TestUndoSurvivesRecordsReadInAnyOrder(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		d := newDesk(t, "amy")
		for _, o := range script(1, 20).Draw(t, "script") {
			d.now = o.Wall
			d.act(o)
		}
		again := open(t, rapid.Permutation(d.log).Draw(t, "order"))
		want, werr := d.book.Undo(d.mine)
		got, gerr := again.Undo(d.mine)
		if fmt.Sprint(want, werr) != fmt.Sprint(got, gerr) {
			t.Fatalf("undo depends on the order in which records were read:\n%+v %v\n%+v %v", want, werr, got, gerr)
		}
		want, werr = d.book.Redo(d.mine)
		got, gerr = again.Redo(d.mine)
		if fmt.Sprint(want, werr) != fmt.Sprint(got, gerr) {
			t.Fatalf("redo depends on the order in which records were read")
		}
	})
}

func TestNewActClearsRedo(t *testing.T) {
	d := newDesk(t, "amy")
	d.do(d.book.GiveLevel(d.self(), "1.1", 2))
	d.do(d.book.GiveLevel(d.self(), "1.1", 3))
	taken := d.undo()
	if got := model.DescribeAll(taken.Steps); got != "1.1 from 3 to 2" || taken.Does != model.Undo {
		t.Fatalf("got %q", got)
	}
	if got := d.level("1.1"); got != 2 {
		t.Fatalf("got level %d, want 2", got)
	}
	d.do(d.book.GiveLevel(d.self(), "1.2", 1))
	_, err := d.book.Redo(d.mine)
	wantErr(t, err, model.ErrNothing)
	d.undo()
	d.undo()
	if got := len(d.book.Evaluation().Area("1.1").Judgements); got != 0 {
		t.Fatalf("got %d judgements, want none", got)
	}
}

func TestUndoIsOfThisMachineOnly(t *testing.T) {
	amy, bob := newDesk(t, "amy"), newDesk(t, "bob")
	bob.do(bob.book.GiveLevel(bob.self(), "1.1", 4))
	amy.hear(bob)
	_, err := amy.book.Undo(amy.mine)
	wantErr(t, err, model.ErrNothing)
}

func TestStartingCannotBeUndone(t *testing.T) {
	founder := penOf("founder", model.Tip{}).Device()
	_, err := open(t, start(t)).Undo(func(id model.DeviceID) bool { return id == founder })
	wantErr(t, err, model.ErrNothing)
}

func TestUndoOfADecisionBringsTheChoiceBack(t *testing.T) {
	amy, _ := apart(t, nil, agree(2), agree(4))
	open := picture(amy.book.Evaluation())
	amy.do(amy.book.Judge(amy.agreed(), "1.1", level(3)))
	settled := picture(amy.book.Evaluation())
	amy.undo()
	if got := picture(amy.book.Evaluation()); got != open {
		t.Fatalf("the open choice is not back:\n%s\nwant\n%s", got, open)
	}
	in := amy.book.Evaluation().Area("1.1").InRole(model.Agreed)
	if len(in) != 2 || !in[0].Contested || in[0].Person != "amy" || in[1].Person != "bob" {
		t.Fatalf("got %+v, want both, each in the name of who said it", in)
	}
	amy.redo()
	if got := picture(amy.book.Evaluation()); got != settled {
		t.Fatalf("redo did not settle it again:\n%s", got)
	}
}

func TestUndoKeepsAuthorship(t *testing.T) {
	amy, bob := newDesk(t, "amy"), newDesk(t, "bob")
	bob.do(bob.book.WriteNote(bob.self(), "n1", model.NoteText{Area: "1.1", Text: "Bob saw this"}))
	bob.do(bob.book.Judge(bob.agreed(), "1.1", level(2)))
	amy.hear(bob)
	amy.do(amy.book.RemoveNote(amy.self(), "n1"))
	amy.do(amy.book.Judge(amy.agreed(), "1.1", level(3)))
	amy.undo()
	amy.undo()
	s := amy.book.Evaluation().Area("1.1")
	if j, _ := s.By(amy.agreed()); j.Person != "bob" || j.Level != 2 {
		t.Fatalf("got %+v, want bob’s level 2", j)
	}
	if len(s.Notes) != 1 || s.Notes[0].Person != "bob" || s.Notes[0].Text != "Bob saw this" {
		t.Fatalf("got %+v, want bob’s note", s.Notes)
	}
	if want := bob.book.Evaluation().Area("1.1").Notes[0].At; s.Notes[0].At != want {
		t.Fatalf("the note is dated %d, want %d, when bob wrote it", s.Notes[0].At, want)
	}
	amy.do(amy.book.WriteNote(amy.self(), "n1", model.NoteText{Area: "1.1", Text: "Bob saw that"}))
	if n := amy.book.Evaluation().Area("1.1").Notes[0]; n.Person != "bob" || n.Text != "Bob saw that" {
		t.Fatalf("got %+v, want bob’s note reworded", n)
	}
}

func TestUndoReachesTwoHundredActsBack(t *testing.T) {
	d := newDesk(t, "amy")
	const more = 7
	for i := range model.DeepestUndo + more {
		d.do(d.book.GiveLevel(d.self(), "1.1", model.Level(1+i%4)))
	}
	undone := 0
	for ; undone <= model.DeepestUndo+more; undone++ {
		taken, err := d.book.Undo(d.mine)
		if err != nil {
			wantErr(t, err, model.ErrNothing)
			break
		}
		d.taken(taken, nil)
	}
	if undone != model.DeepestUndo {
		t.Fatalf("%d acts could be undone, want %d", undone, model.DeepestUndo)
	}
	if got, want := d.level("1.1"), model.Level(1+(more-1)%4); got != want {
		t.Fatalf("got level %d, want %d", got, want)
	}
	for range undone {
		d.redo()
	}
	if got, want := d.level("1.1"), model.Level(1+(model.DeepestUndo+more-1)%4); got != want {
		t.Fatalf("after redoing all got level %d, want %d", got, want)
	}
}

func TestUndoTakesAWholeActBack(t *testing.T) {
	d := newDesk(t, "amy")
	one, err := d.book.GiveLevel(d.self(), "1.1", 2)
	two, err2 := d.book.GiveLevel(d.self(), "1.2", 3)
	d.do(slices.Concat(one, two), errors.Join(err, err2))
	taken := d.undo()
	if got := model.DescribeAll(taken.Steps); got != "1.2 from 3 to not judged and 1 more change" {
		t.Fatalf("got %q", got)
	}
	if d.level("1.1") != 0 || d.level("1.2") != 0 {
		t.Fatalf("half of the act stands")
	}
	d.redo()
	if d.level("1.1") != 2 || d.level("1.2") != 3 {
		t.Fatalf("half of the act is missing")
	}
}

// A table read in may speak of one area twice: the second says so knowingly.
func TestUndoOfAnActThatSpeaksTwiceOfOneArea(t *testing.T) {
	d := newDesk(t, "amy")
	d.do(d.book.GiveLevel(d.self(), "1.1", 1))
	first, err := d.book.GiveLevel(d.self(), "1.1", 2)
	if err != nil {
		t.Fatal(err)
	}
	act := model.Act{ID: "table", Person: d.who}
	wrote, err := d.pen.Write(act, first)
	if err != nil {
		t.Fatal(err)
	}
	d.take(wrote)
	second, err := d.book.GiveLevel(d.self(), "1.1", 3)
	if err != nil {
		t.Fatal(err)
	}
	if wrote, err = d.pen.Write(act, second); err != nil {
		t.Fatal(err)
	}
	d.take(wrote)
	d.undo()
	if in := d.book.Evaluation().Area("1.1").Judgements; len(in) != 1 || in[0].Level != 1 || in[0].Contested {
		t.Fatalf("got %+v, want level 1 alone", in)
	}
	d.redo()
	if in := d.book.Evaluation().Area("1.1").Judgements; len(in) != 1 || in[0].Level != 3 || in[0].Contested {
		t.Fatalf("got %+v, want level 3 alone", in)
	}
}

func TestErasedWordsDoNotComeBackByUndoOrRedo(t *testing.T) {
	d := newDesk(t, "amy")
	d.do(d.book.GiveLevel(d.self(), "1.1", 2))
	wrote := d.do(d.book.WriteNote(d.self(), "n1", model.NoteText{Area: "1.1", Text: "A pupil’s name"}))
	d.do(d.book.RemoveNote(d.self(), "n1"))
	d.take([]model.Record{erase(wrote[0])})
	d.undo() // of taking it out: the words it would bring back are gone
	if got := d.book.Evaluation().Area("1.1").Notes; len(got) != 0 {
		t.Fatalf("erased words are back: %+v", got)
	}
	d = newDesk(t, "amy")
	wrote = d.do(d.book.WriteNote(d.self(), "n1", model.NoteText{Area: "1.1", Text: "A pupil’s name"}))
	d.undo()
	for _, r := range wrote {
		d.take([]model.Record{erase(r)})
	}
	_, err := d.book.Redo(d.mine)
	wantErr(t, err, model.ErrNothing)
	_, err = d.book.Undo(d.mine)
	wantErr(t, err, model.ErrNothing)
}

func TestUndoLeavesAFinishedEvaluationAlone(t *testing.T) {
	amy, bob := newDesk(t, "amy"), newDesk(t, "bob")
	judgeAll(amy)
	bob.hear(amy)
	bob.do(bob.book.Finish())
	amy.hear(bob)
	_, err := amy.book.Undo(amy.mine)
	wantErr(t, err, model.ErrFinished)

	amy.do(amy.book.Reopen())
	amy.do(amy.book.Finish())
	finished := amy.book.Evaluation().FinishedAt
	amy.undo()
	if amy.book.Evaluation().Finished {
		t.Fatalf("undo did not take the finish back")
	}
	amy.redo()
	if e := amy.book.Evaluation(); !e.Finished || e.FinishedAt != finished {
		t.Fatalf("finished %v at %d, want %d", e.Finished, e.FinishedAt, finished)
	}
}

// judgeAll gives every area level 3.
func judgeAll(d *desk) {
	for _, a := range rubric().Areas {
		d.do(d.book.GiveLevel(d.self(), a.ID, 3))
	}
}
