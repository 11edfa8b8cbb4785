package model_test

import (
	"errors"
	"fmt"
	"slices"
	"strings"
	"testing"

	"pgregory.net/rapid"

	"waymark/model"
)

// meet is a desk with a meeting of three people about two areas.
func meet(t *testing.T, name string) *desk {
	t.Helper()
	d := newDesk(t, name)
	d.do(d.book.StartMeeting(d.self(), theMeeting, model.MeetingStart{
		Date: "2026-09-10", Areas: []model.AreaID{"2.1", "1.1"}, People: []model.PersonID{"ann", "ben", "", "cat", "ann"},
	}))
	return d
}

func (d *desk) votes(area model.AreaID, all ...model.Level) {
	d.t.Helper()
	for i, l := range all {
		d.do(d.book.CastVote([]model.PersonID{"ann", "ben", "cat"}[i], theMeeting, area, model.Vote{Level: l, Pass: l == 0}))
	}
}

func (d *desk) talk(area model.AreaID) model.Talk {
	d.t.Helper()
	m, err := d.book.Meeting(theMeeting)
	if err != nil {
		d.t.Fatalf("%v", err)
	}
	a, ok := m.Area(area)
	if !ok {
		d.t.Fatalf("no area %s", area)
	}
	return a
}

func given(a model.Talk) string {
	var words []string
	for _, c := range a.Votes() {
		words = append(words, fmt.Sprintf("%s %d %v", c.Person, c.Level, c.Pass))
	}
	return strings.Join(words, ", ")
}

func TestAMeetingIsRefused(t *testing.T) {
	d := newDesk(t, "amy")
	good := model.MeetingStart{Date: "2026-09-10", Areas: []model.AreaID{"1.1"}, People: []model.PersonID{"ann", "ben"}}
	for field, spoil := range map[string]func(*model.MeetingStart){
		"date":   func(s *model.MeetingStart) { s.Date = "10 September" },
		"areas":  func(s *model.MeetingStart) { s.Areas = nil },
		"people": func(s *model.MeetingStart) { s.People = []model.PersonID{"ann", "ann"} },
	} {
		s := good
		spoil(&s)
		_, err := d.book.StartMeeting(d.self(), theMeeting, s)
		if f := new(model.FieldError); !errors.As(err, &f) || f.Field != field {
			t.Errorf("%s: %v", field, err)
		}
	}
	_, err := d.book.StartMeeting(d.self(), theMeeting, model.MeetingStart{Date: good.Date, Areas: []model.AreaID{"9.9"}, People: good.People})
	wantField(t, err, "areas", "There is no area 9.9 in this rubric")
	_, err = d.book.CastVote("ann", theMeeting, "1.1", model.Vote{Level: 2})
	wantErr(t, err, model.ErrNotFound)
	d.do(d.book.StartMeeting(d.self(), theMeeting, good))
	_, err = d.book.StartMeeting(d.self(), theMeeting, good)
	wantErr(t, err, model.ErrNothing)
}

func TestAVoteIsCoveredUntilAllAreShown(t *testing.T) {
	d := meet(t, "amy")
	if m, _ := d.book.Meeting(theMeeting); !slices.Equal(m.Areas, []model.AreaID{"1.1", "2.1"}) || !slices.Equal(m.People, []model.PersonID{"ann", "ben", "cat"}) {
		t.Fatalf("areas %v, people %v", m.Areas, m.People)
	}
	_, err := d.book.Reveal(d.self(), theMeeting, "1.1", true)
	wantField(t, err, "votes", "Nobody has given a level yet")
	d.votes("1.1", 3, 0)
	if got := given(d.talk("1.1")); got != "ann 0 false, ben 0 false" || !d.talk("1.1").In("ann") || d.talk("1.1").In("cat") {
		t.Fatalf("covered: %s", got)
	}
	_, err = d.book.Reveal(d.self(), theMeeting, "1.1", false)
	wantField(t, err, "votes", "1 of 3 are still to give a level")
	d.do(d.book.CastVote("ann", theMeeting, "1.1", model.Vote{Level: 4})) // a second thought
	d.do(d.book.Reveal(d.self(), theMeeting, "1.1", true))
	if got := given(d.talk("1.1")); got != "ann 4 false, ben 0 true" {
		t.Fatalf("shown: %s", got)
	}
	_, err = d.book.Reveal(d.self(), theMeeting, "1.1", true)
	wantErr(t, err, model.ErrNothing)
	_, err = d.book.CastVote("cat", theMeeting, "1.1", model.Vote{Level: 4})
	wantField(t, err, "round", "The levels are shown already. Rate again to change them")
	_, err = d.book.CastVote("dan", theMeeting, "2.1", model.Vote{Level: 4})
	wantField(t, err, "person", "This person is not in the meeting")
	for _, v := range []model.Vote{{}, {Level: 5}, {Level: 2, Pass: true}} {
		_, err = d.book.CastVote("cat", theMeeting, "2.1", v)
		wantField(t, err, "level", "Level must be from 1 to 4, or pass")
	}
}

func TestEveryRoundIsKept(t *testing.T) {
	d := meet(t, "amy")
	_, err := d.book.RateAgain(d.self(), theMeeting, "1.1")
	wantErr(t, err, model.ErrNothing)
	for n := 1; n <= model.MostRounds; n++ {
		d.votes("1.1", model.Level(1+n%4))
		if got := given(d.talk("1.1")); got != "ann 0 false" {
			t.Fatalf("round %d: %s", n, got)
		}
		d.do(d.book.Reveal(d.self(), theMeeting, "1.1", true))
		if n < model.MostRounds {
			d.do(d.book.RateAgain(d.self(), theMeeting, "1.1"))
		}
	}
	for i, round := range d.talk("1.1").Rounds {
		if len(round) != 1 || round[0].Level != model.Level(1+(i+1)%4) {
			t.Fatalf("round %d: %+v", i+1, round)
		}
	}
	_, err = d.book.RateAgain(d.self(), theMeeting, "1.1")
	wantField(t, err, "round", "This area has been rated nine times today. Come back to it another day")
}

func TestWhatTheTeamRecordsIsWhatTheSchoolSays(t *testing.T) {
	d := meet(t, "amy")
	d.do(d.book.GiveLevel(d.self(), "1.1", 4))
	d.votes("1.1", 2, 3, 3)
	d.do(d.book.Reveal(d.self(), theMeeting, "1.1", false))
	if d.book.Evaluation().Area("1.1").Disagree() || len(d.book.Evaluation().Area("1.1").Judgements) != 1 {
		t.Fatal("votes count as judgements")
	}
	d.do(d.book.RecordLevel(d.self(), theMeeting, "1.1", 3, " In  most rooms "))
	s := d.book.Evaluation().Area("1.1")
	own, _ := s.SchoolOwn()
	if j, ok := s.Team(); !ok || j.Level != 3 || own.Level != 3 || d.level("1.1") != 4 || s.Disagree() {
		t.Fatalf("%+v", s.Judgements)
	}
	if o := d.talk("1.1").Outcome; o == nil || o.Level != 3 || o.Why != "In most rooms" {
		t.Fatalf("%+v", o)
	}
	m, _ := d.book.Meeting(theMeeting)
	if next, more := m.Next("1.1"); !more || next != "2.1" {
		t.Fatalf("next %s", next)
	}
	d.do(d.book.ComeBack(d.self(), theMeeting, "2.1", ""))
	m, _ = d.book.Meeting(theMeeting)
	if next, more := m.Next("1.1"); more {
		t.Fatalf("next %s", next)
	}
	_, err := d.book.RecordLevel(d.self(), theMeeting, "1.1", 3, "In most rooms")
	wantErr(t, err, model.ErrNothing)
	d.undo()
	if o := d.talk("2.1").Outcome; o != nil {
		t.Fatalf("taken back, and still %+v", o)
	}
	d.undo()
	if _, team := d.book.Evaluation().Area("1.1").Team(); team || d.talk("1.1").Outcome != nil {
		t.Fatal("half of what was recorded stands")
	}
}

// The last level given can be taken back at once, and no other.
func TestUndoTakesBackTheLastVoteAlone(t *testing.T) {
	d := meet(t, "amy")
	d.do(d.book.GiveLevel(d.self(), "1.2", 2))
	d.votes("1.1", 2, 3)
	taken := d.undo()
	if got := model.DescribeAll(taken.Steps); got != "1.1: level given, taken back" {
		t.Fatalf("got %q", got)
	}
	if got := given(d.talk("1.1")); got != "ann 0 false" {
		t.Fatalf("after undo: %s", got)
	}
	d.redo()
	d.undo()
	d.undo() // the level of ann stays: the school's own level goes
	if got := given(d.talk("1.1")); got != "ann 0 false" || d.level("1.2") != 0 {
		t.Fatalf("after undoing more: %s, level %d", got, d.level("1.2"))
	}
	d.votes("1.1", 4, 1)
	d.do(d.book.ComeBack(d.self(), theMeeting, "2.1", ""))
	d.undo()
	_, err := d.book.Undo(d.mine)
	wantErr(t, err, model.ErrNothing) // something followed the last vote
}

func TestUndoOfASecondThoughtGivesTheFirstBack(t *testing.T) {
	d := meet(t, "amy")
	d.votes("1.1", 2)
	d.votes("1.1", 3)
	d.undo()
	d.do(d.book.Reveal(d.self(), theMeeting, "1.1", true))
	if got := given(d.talk("1.1")); got != "ann 2 false" {
		t.Fatalf("got %s", got)
	}
}

func TestWhatTheTableHasSeenStays(t *testing.T) {
	for name, seen := range map[string]func(*desk){
		"shown":   func(*desk) {},
		"again":   func(d *desk) { d.do(d.book.RateAgain(d.self(), theMeeting, "1.1")) },
		"restart": func(d *desk) { d.restart() },
	} {
		d := meet(t, "amy")
		d.do(d.book.GiveLevel(d.self(), "1.2", 2))
		d.votes("1.1", 2, 3)
		d.do(d.book.Reveal(d.self(), theMeeting, "1.1", true))
		seen(d)
		before := spelled(t, d.talk("1.1"))
		if taken := d.undo(); model.DescribeAll(taken.Steps) != "1.2 from 2 to not judged" || spelled(t, d.talk("1.1")) != before {
			t.Errorf("%s: undid %q", name, model.DescribeAll(taken.Steps))
		}
	}
	d := meet(t, "amy")
	d.votes("1.1", 2, 3)
	d.undo()
	d.do(d.book.Reveal(d.self(), theMeeting, "1.1", true))
	_, err := d.book.Redo(d.mine) // it would slip a level in after the others were seen
	wantErr(t, err, model.ErrNothing)
}

func TestVotesFromSeveralLaptopsJoin(t *testing.T) {
	amy := meet(t, "amy")
	bob := newDesk(t, "bob")
	bob.hear(amy)
	amy.do(amy.book.CastVote("ann", theMeeting, "1.1", model.Vote{Level: 2}))
	bob.do(bob.book.CastVote("ben", theMeeting, "1.1", model.Vote{Level: 3}))
	bob.do(bob.book.CastVote("cat", theMeeting, "1.1", model.Vote{Pass: true}))
	bob.do(bob.book.Reveal(bob.self(), theMeeting, "1.1", true))
	bob.do(bob.book.RateAgain(bob.self(), theMeeting, "1.1"))
	bob.do(bob.book.CastVote("ben", theMeeting, "1.1", model.Vote{Level: 4}))
	amy.hear(bob)
	bob.hear(amy)
	a := amy.talk("1.1")
	if a.Round != (model.Round{Number: 2}) || given(a) != "ben 0 false" || len(a.Rounds[0]) != 3 || a.Rounds[0][0].Level != 2 || a.Rounds[0][1].Level != 3 || !a.Rounds[0][2].Pass {
		t.Fatalf("%+v", a)
	}
	if spelled(t, a) != spelled(t, bob.talk("1.1")) {
		t.Fatal("the two laptops differ")
	}
	_, err := amy.book.Undo(amy.mine) // the round of ann's level was shown on the other laptop
	wantErr(t, err, model.ErrNothing)
}

func TestTwoLevelsOfOnePersonAndTwoOutcomesAreSaid(t *testing.T) {
	amy := meet(t, "amy")
	bob := newDesk(t, "bob")
	bob.hear(amy)
	for l, d := range map[model.Level]*desk{2: amy, 3: bob} {
		d.do(d.book.CastVote("ann", theMeeting, "1.1", model.Vote{Level: l}))
		d.do(d.book.ComeBack(d.self(), theMeeting, "1.1", fmt.Sprint("Reason ", l)))
		d.do(d.book.CastVote("ben", theMeeting, "1.1", model.Vote{Level: 1}))
	}
	amy.hear(bob)
	a := amy.talk("1.1")
	if len(a.Votes()) != 2 || !a.Votes()[0].Contested || a.Votes()[1].Contested || !a.Contested || given(a) != "ann 0 false, ben 0 false" {
		t.Fatalf("%+v", a)
	}
	m, _ := amy.book.Meeting(theMeeting)
	amy.do(amy.book.ComeBack(amy.self(), theMeeting, "2.1", ""))
	if next, more := m.Next("1.1"); !more || next != "1.1" {
		t.Fatalf("two outcomes, and the next area is %q", next)
	}
	amy.do(amy.book.ComeBack(amy.self(), theMeeting, "1.1", "Reason 2"))
	amy.do(amy.book.CastVote("ann", theMeeting, "1.1", model.Vote{Level: 2}))
	if a := amy.talk("1.1"); a.Contested || a.Votes()[0].Contested {
		t.Fatalf("decided, and still open: %+v", a)
	}
}

func TestAFinishedEvaluationHasNoVotes(t *testing.T) {
	d := meet(t, "amy")
	judgeAll(d)
	d.votes("1.1", 2)
	other := newDesk(t, "bob")
	other.hear(d)
	other.do(other.book.Finish())
	d.hear(other)
	_, err := d.book.CastVote("ben", theMeeting, "1.1", model.Vote{Level: 2})
	wantErr(t, err, model.ErrFinished)
	_, err = d.book.Undo(d.mine) // of a vote
	wantErr(t, err, model.ErrFinished)
	_, err = d.book.ComeBack(d.self(), theMeeting, "1.1", "")
	wantErr(t, err, model.ErrFinished)
}

// Whatever the script, a level that the table has not seen is nowhere to be
// read: two logs that differ in nothing else read the same.
func TestCoveredVotesAreNowhere(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		script := visitScript(2, 30).Draw(t, "script")
		shift := rapid.IntRange(1, 3).Draw(t, "shift")
		one, two := votingDay(t, script, 0), votingDay(t, script, shift)
		if one != two {
			t.Fatalf("covered levels can be told apart:\n%s\nand\n%s", one, two)
		}
	})
}

// votingDay plays a script in which no round is ever shown, with every vote
// moved by shift.
func votingDay(t *rapid.T, script []op, shift int) string {
	all := visitDesks(t, 2)
	var s strings.Builder
	for i, o := range script {
		switch k := o.Kind - visitFirst; {
		case k == 25:
			continue
		case (k == 23 || k == 24) && o.Value >= 1 && o.Value <= 4:
			o.Value = 1 + (o.Value-1+shift)%4
		}
		playVisits(all, []op{o}, func(int, op) int64 { return int64(1_000_000 + 1000*i) })
		for _, d := range all {
			for _, m := range d.book.Evaluation().Meetings {
				for _, a := range m.Talks {
					for _, c := range slices.Concat(a.Rounds...) {
						if c.Vote != (model.Vote{}) {
							t.Fatalf("a covered vote of %s says %+v", c.Person, c.Vote)
						}
					}
				}
			}
		}
	}
	for _, d := range all {
		s.WriteString(reads(d.book, d.mine))
		if r, err := d.book.Redo(d.mine); err == nil {
			fmt.Fprintf(&s, "redo %+v\n", r.Steps)
		}
	}
	return s.String()
}
