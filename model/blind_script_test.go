package model_test

import (
	"fmt"
	"regexp"
	"strings"
	"testing"

	"pgregory.net/rapid"

	"waymark/model"
	visitday "waymark/model/visit"
)

// What a reviewer does in a day, by number; the first three let them know the
// school's level of the area.
const (
	doJudge = iota
	doNoEvidence
	doGlimpse
	doTakeOff
	doNote
	doAgree
	doAgreeAll
	doDisagree
	doUndo
	doRedo
	doRoom
	doHear
	reviewerActs
)

// Two schools that differ in nothing but levels that the reviewer has neither
// matched with one of their own nor looked at read the same to the reviewer,
// wherever they look: with a seal, a team meeting, another reviewer, undo and
// redo on both sides, and levels that arrive during the day.
func TestNothingMadeForAReviewerTellsALevel(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		before := visitScript(2, 25).Draw(t, "before the visit")
		during := visitScript(2, 10).Draw(t, "during the visit")
		day := rapid.SliceOfN(rapid.Custom(func(t *rapid.T) op {
			return op{Kind: rapid.IntRange(0, reviewerActs-1).Draw(t, "act"), Area: rapid.IntRange(0, 5).Draw(t, "area"), Value: rapid.IntRange(1, 4).Draw(t, "value")}
		}), 0, 25).Draw(t, "the day")
		shift := rapid.IntRange(1, 3).Draw(t, "shift")
		sealed := rapid.Bool().Draw(t, "sealed")
		if rapid.Bool().Draw(t, "agreed among itself") {
			before = append(before, op{Kind: 4, Value: 2})
		}
		one, other := blindDay(t, before, during, day, sealed, 0), blindDay(t, before, during, day, sealed, shift)
		if one != other {
			t.Fatalf("the reviewer can tell the two schools apart:\n%s\nand\n%s", one, other)
		}
	})
}

// moved gives another level to what the school says of the areas that the
// reviewer never comes to know.
func moved(o op, known map[model.AreaID]bool, shift int) op {
	levels := []int{1, 2, 3, 4, visitFirst + 23, visitFirst + 24, visitFirst + 27}
	for _, k := range levels {
		if o.Kind == k && o.Value >= 1 && o.Value <= 4 && !known[rubric().Areas[o.Area].ID] {
			o.Value = 1 + (o.Value-1+shift)%4
		}
	}
	return o
}

// ofTheSchool reports whether an op is done by the school alone: reviewers'
// levels and what settles a visit are the day's.
func ofTheSchool(o op) bool {
	switch k := o.Kind - visitFirst; k {
	case 14, 15, 16, 17, 18, 19, 20, 21, 22:
		return false
	default:
		return true
	}
}

func blindDay(t *rapid.T, before, during, day []op, sealed bool, shift int) string {
	known := map[model.AreaID]bool{}
	for _, o := range day {
		if o.Kind <= doGlimpse {
			known[rubric().Areas[o.Area].ID] = true
		}
	}
	all := visitDesks(t, 2)
	school := func(script []op) {
		for _, o := range script {
			if o = moved(o, known, shift); ofTheSchool(o) {
				playVisits(all, []op{o}, func(int, op) int64 { return all[o.Desk].now })
			}
		}
		all[0].hear(all[1])
	}
	school(before)
	head := all[0]
	other := model.Voice{Person: "other", Role: model.Reviewer}
	head.do(head.book.GiveLevel(other, "2.2", 3))
	head.do(head.book.GiveLevel(other, "1.1", 3))
	head.try(head.book.Agree(other, theVisit, "1.1", 3, "Seen by both")) // in front of what the school agreed among itself
	head.try(head.book.StartVisit(other, "u", model.Visiting{Date: "2026-09-24", Lead: "visitor"}))
	if sealed {
		head.try(head.book.SealLevels(head.self(), "u"))
	}
	visitor := newDesk(t, "visitor")
	visitor.hear(head)
	voice := visitor.reviewer()
	visitor.book = visitor.book.As(voice)
	var s strings.Builder
	for i, o := range day {
		if i == len(day)/2 {
			school(during)
		}
		if o.Kind == doHear {
			visitor.hear(head)
			continue
		}
		fmt.Fprintf(&s, "%+v: %v\n", o, visitor.review(voice, o))
		if shown := told(t, visitor.book.Evaluation()); !strings.Contains(s.String(), shown) {
			s.WriteString(shown) // every frame, not only the last
		}
	}
	s.WriteString(reads(visitor.book, visitor.mine))
	s.WriteString(compared(visitor))
	return s.String()
}

// review does one act of the reviewer's day and gives what they are told of it.
func (d *desk) review(v model.Voice, o op) error {
	a := rubric().Areas[o.Area].ID
	b := d.book
	var changes []model.Change
	var err error
	switch o.Kind {
	case doJudge:
		changes, err = b.GiveLevel(v, a, model.Level(o.Value))
	case doNoEvidence:
		changes, err = b.Judge(v, a, model.Opinion{State: model.NoEvidence})
	case doGlimpse:
		changes, err = b.Glimpse(v, "u", a)
	case doTakeOff:
		changes, err = b.TakeOff(v, a)
	case doNote:
		changes, err = b.WriteNote(v, model.NoteID("n-"+string(a)), model.NoteText{Area: a, Text: fmt.Sprint("Saw ", o.Value), Seen: model.Seen{Visit: "u"}})
	case doAgree:
		changes, err = b.Agree(v, "u", a, model.Level(o.Value), "Seen by both")
	case doAgreeAll:
		changes, err = b.AgreeAll(v, "u", []model.AreaID{"1.1", "1.2", "1.3", "2.1", "2.2", "2.3"})
	case doDisagree:
		changes, err = b.Disagree(v, "u", a, model.Apart{School: "Yes", Reviewer: "No"})
	case doRoom:
		changes, err = b.SetRoom(v, "u", "r", model.RoomText{Subject: "Art", Minutes: o.Value})
	case doUndo, doRedo:
		take, does := b.Undo, model.Undo
		if o.Kind == doRedo {
			take, does = b.Redo, model.Redo
		}
		taken, err := take(d.mine)
		if err != nil {
			return err
		}
		d.sign(model.Act{Does: does, Of: taken.Of}, taken.Changes)
		return fmt.Errorf("%s", model.DescribeAll(taken.Steps))
	}
	if err == nil {
		d.sign(model.Act{}, changes)
	}
	return err
}

// compared is what is made for a reviewer beside the picture itself.
func compared(d *desk) string {
	var s strings.Builder
	b := d.book
	for _, a := range rubric().Areas {
		given, hidden := b.Hidden(a.ID)
		l, same := b.SameLevel("u", a.ID)
		state := b.Evaluation().Area(a.ID)
		own, judged := state.SchoolOwn()
		fmt.Fprintf(&s, "%s given %v hidden %v, same %d %v, own %+v %v, standing %v disagree %v contested %v\n",
			a.ID, given, hidden, l, same, own.Opinion, judged, asJSON(state), state.Disagree(), state.Contested())
	}
	moved, err := b.CheckSeal("u")
	fmt.Fprintf(&s, "seal %v %v\n", moved, err)
	v, err := b.Visit("u")
	fmt.Fprintf(&s, "visit %v\n", err)
	rows := visitday.Compare(b, v)
	fmt.Fprintf(&s, "rows %s %+v to do %s\n", asJSON(rows), visitday.Tally(rows), asJSON(visitday.ToDo(b, v)))
	redo, err := b.Redo(d.mine)
	fmt.Fprintf(&s, "redo %s %v\n", model.DescribeAll(redo.Steps), err)
	return secrets.ReplaceAllString(s.String(), "#")
}

// secrets are ids of events, which are hashes of a secret and so always differ.
var secrets = regexp.MustCompile(`[0-9a-f]{64}`)
