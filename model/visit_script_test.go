package model_test

import (
	"cmp"
	"encoding/json"
	"fmt"
	"math/rand/v2"
	"slices"
	"testing"

	"pgregory.net/rapid"

	"waymark/model"
)

// What a visit and a team meeting add to the scripts: kinds of op after those of
// the evaluation itself.
const (
	visitFirst = opKinds
	visitKinds = 28
	allKinds   = opKinds + visitKinds
)

const (
	theVisit   model.VisitID   = "v"
	theMeeting model.MeetingID = "m"
)

// visitOps draws ops of the evaluation, of a visit to it and of a team meeting.
func visitOps(desks int) *rapid.Generator[op] {
	return rapid.Custom(func(t *rapid.T) op {
		o := ops(desks).Draw(t, "op")
		if rapid.IntRange(0, 3).Draw(t, "of the visit") > 0 {
			o.Kind = rapid.IntRange(visitFirst, allKinds-1).Draw(t, "visit kind")
		}
		return o
	})
}

// visitDesks are desks that share a visit, led by the first, and a team meeting
// of all.
func visitDesks(t failer, n int) []*desk {
	t.Helper()
	all := desksOf(t, n)
	first := all[0]
	var people []model.PersonID
	for _, d := range all {
		people = append(people, d.who)
	}
	people = append(people, "guest")
	first.do(first.book.StartVisit(first.reviewer(), theVisit, model.Visiting{Date: "2026-09-24", Lead: first.who}))
	first.do(first.book.StartMeeting(first.self(), theMeeting, model.MeetingStart{Date: "2026-09-10", Areas: []model.AreaID{"1.1", "1.2", "1.3"}, People: people}))
	for _, d := range all[1:] {
		d.hear(first)
	}
	return all
}

func (d *desk) reviewer() model.Voice { return model.Voice{Person: d.who, Role: model.Reviewer} }

// playVisits is play for the ops of visits too.
func playVisits(all []*desk, ops []op, wall func(i int, o op) int64) {
	for i, o := range ops {
		d := all[o.Desk]
		d.now = wall(i, o)
		if o.Kind == 0 {
			d.hear(all[(o.Desk+1+o.Value)%len(all)])
			continue
		}
		d.actVisit(o)
	}
}

// actVisit does one op that is not about hearing others; false when it was refused.
func (d *desk) actVisit(o op) bool {
	a := rubric().Areas[o.Area].ID
	b, v := d.book, d.reviewer()
	slot := model.SlotID(fmt.Sprintf("1-%d", o.Place))
	switch o.Kind - visitFirst {
	case 0:
		return d.try(b.SetFocus(v, theVisit, []model.AreaID{a, rubric().Areas[o.Value].ID}))
	case 1:
		return d.try(b.SetVisitEmphasis(d.self(), theVisit, model.VisitEmphasis{Areas: []model.AreaID{a}, Text: fmt.Sprintf("Look at %d", o.Value)}))
	case 2:
		return d.try(b.SetSlot(v, theVisit, slot, model.Stop{Day: 1, Start: 540 + 10*o.Value, Minutes: 30, Kind: model.SlotWalk, Areas: []model.AreaID{a}}))
	case 3:
		return d.try(b.RemoveSlot(v, theVisit, slot))
	case 4:
		return d.try(b.GoTo(v, theVisit, slot))
	case 5:
		id := model.ClaimID(fmt.Sprintf("c%d", o.Place))
		if o.Value == 0 {
			return d.try(b.RemoveClaim(v, theVisit, id))
		}
		return d.try(b.SetClaim(v, theVisit, id, model.ClaimText{Kind: model.Claimed, Text: fmt.Sprintf("We do %d", o.Value), Areas: []model.AreaID{a}}))
	case 6, 7:
		id := model.PointID(fmt.Sprintf("s%d", o.Place))
		if o.Value == 0 {
			return d.try(b.RemovePoint(v, theVisit, id))
		}
		kind := []model.PointKind{model.Strength, model.NextStepTo, model.BrightSpot}[o.Value%3]
		return d.try(b.SetPoint(v, theVisit, id, model.PointText{Kind: kind, Text: fmt.Sprintf("Point %d", o.Value), Area: a}))
	case 8:
		return d.try(b.WriteNote(v, model.NoteID(fmt.Sprintf("note%d", o.Place)), model.NoteText{Area: a, Text: fmt.Sprintf("Stood at %d", o.Value), Seen: model.Seen{Visit: theVisit, Slot: slot}}))
	case 9:
		return d.try(b.SetTeam(v, theVisit, []model.Member{{Person: model.PersonID(fmt.Sprintf("guest%d", o.Place)), Role: "observer"}}))
	case 10:
		return d.try(b.SetClosing(v, theVisit, model.Closing{First: fmt.Sprintf("First %d", o.Value), FollowUp: fmt.Sprintf("In %d weeks", o.Place)}))
	}
	return d.actRoom(o, a)
}

// checklist is what is looked for in a room: three items.
func checklist() model.Rubric {
	return model.Rubric{
		ID: "rooms", Edition: "2026", Title: "Rooms", Kind: model.KindVisit, Answers: []string{"seen", "partly", "not seen"},
		Groups: []model.Group{{ID: "1", Title: "In the room", Items: []model.Item{
			{ID: "1.s1", Text: "Books are open"}, {ID: "1.s2", Text: "Everybody is asked"}, {ID: "1.s3", Text: "The board is read"},
		}}},
	}
}

func (d *desk) actRoom(o op, a model.AreaID) bool {
	b, v := d.book, d.reviewer()
	room := model.RoomID(fmt.Sprintf("r%d", o.Place%2))
	switch o.Kind - visitFirst {
	case 11:
		if o.Value == 5 {
			return d.try(b.RemoveRoom(v, theVisit, room))
		}
		return d.try(b.SetRoom(v, theVisit, room, model.RoomText{Subject: fmt.Sprintf("Subject %d", o.Value), Minutes: 5 * o.Area}))
	case 12:
		return d.try(b.Watch(v, theVisit, room, model.Watching{Role: fmt.Sprintf("role %d", o.Value)}))
	case 13:
		n := o.Value % 4
		items := checklist().Items()
		return d.try(b.Observe(v, theVisit, room, checklist(), items[o.Area%len(items)].ID, model.Observation{Answer: checklist().Answers[o.Place%3], Pupils: &n}))
	}
	return d.actLevels(o, a)
}

func (d *desk) actLevels(o op, a model.AreaID) bool {
	b, v := d.book, d.reviewer()
	switch o.Kind - visitFirst {
	case 14, 15:
		if o.Value == 5 {
			return d.try(b.Judge(v, a, model.Opinion{State: model.NoEvidence}))
		}
		return d.try(b.GiveLevel(v, a, model.Level(o.Value)))
	case 16:
		return d.try(b.Agree(v, theVisit, a, model.Level(o.Value), "Seen by both"))
	case 17:
		return d.try(b.AgreeAll(v, theVisit, []model.AreaID{"1.1", "1.2", "1.3"}))
	case 18:
		return d.try(b.Disagree(v, theVisit, a, model.Apart{School: fmt.Sprintf("Yes %d", o.Value), Reviewer: "Not yet"}))
	case 19:
		return d.try(b.Glimpse(v, theVisit, a))
	}
	return d.actEnd(o, a)
}

func (d *desk) actEnd(o op, a model.AreaID) bool {
	b, v := d.book, d.reviewer()
	rare := o.Value == 0
	switch o.Kind - visitFirst {
	case 20:
		if !rare {
			return d.try(b.LiftSeal(d.self(), theVisit, fmt.Sprintf("Asked to %d", o.Value)))
		}
		return d.try(b.SealLevels(d.self(), theVisit))
	case 21:
		side := []model.Side{model.SideSchool, model.SideReviewer}[o.Place%2]
		return rare && d.try(b.Sign(v, theVisit, side, model.Signature{Name: d.name, Reason: "Spelling"}))
	case 22:
		if !rare {
			return d.try(b.ReopenVisit(v, theVisit, "More to say"))
		}
		return d.try(b.CloseVisit(v, theVisit, fmt.Sprintf("Left at %d", o.Place)))
	}
	return d.actMeeting(o, a)
}

func (d *desk) actMeeting(o op, a model.AreaID) bool {
	b := d.book
	switch o.Kind - visitFirst {
	case 23, 24:
		person := d.who
		if o.Place == 0 {
			person = "guest" // several people at one machine
		}
		return d.try(b.CastVote(person, theMeeting, a, model.Vote{Level: model.Level(o.Value), Pass: o.Value == 0}))
	case 25:
		return d.try(b.Reveal(d.self(), theMeeting, a, o.Value > 0))
	case 26:
		return d.try(b.RateAgain(d.self(), theMeeting, a))
	case 27:
		if o.Value == 0 {
			return d.try(b.ComeBack(d.self(), theMeeting, a, "Too late"))
		}
		return d.try(b.RecordLevel(d.self(), theMeeting, a, model.Level(o.Value), "Talked"))
	}
	return d.act(o)
}

// told writes down everything an evaluation says, visits and meetings included,
// without times, hashes, or the order in which things are listed by time.
func told(t failer, e model.Evaluation) string {
	t.Helper()
	s := picture(e)
	visits := slices.Clone(e.Visits)
	slices.SortFunc(visits, func(x, y model.Visit) int { return cmp.Compare(x.ID, y.ID) })
	for _, v := range visits {
		s += fmt.Sprintf("visit sealed=%v %s\n", v.Sealed(), spelled(t, timeless(v)))
	}
	meetings := slices.Clone(e.Meetings)
	slices.SortFunc(meetings, func(x, y model.Meeting) int { return cmp.Compare(x.ID, y.ID) })
	for _, m := range meetings {
		m.StartedAt = 0
		s += "meeting " + spelled(t, m) + "\n"
	}
	return s
}

// toldWithTimes is told with every time, order and hash as well.
func toldWithTimes(t failer, e model.Evaluation) string {
	t.Helper()
	return dated(e) + spelled(t, e.Visits) + spelled(t, e.Meetings)
}

func spelled(t failer, v any) string {
	t.Helper()
	text, err := json.Marshal(v)
	if err != nil {
		t.Fatalf("spell out: %v", err)
	}
	return string(text)
}

func timeless(v model.Visit) model.Visit {
	v.StartedAt, v.ClosedAt, v.Seal = 0, 0, nil
	v.Here, v.Claims, v.Rooms = slices.Clone(v.Here), slices.Clone(v.Claims), slices.Clone(v.Rooms)
	v.Glances, v.Apart, v.Signed = slices.Clone(v.Glances), slices.Clone(v.Apart), slices.Clone(v.Signed)
	for i := range v.Here {
		v.Here[i].Since = 0
	}
	for i := range v.Claims {
		v.Claims[i].At = 0
	}
	for i := range v.Rooms {
		v.Rooms[i].At = 0
	}
	for i := range v.Glances {
		v.Glances[i].At = 0
	}
	for i := range v.Apart {
		v.Apart[i].At = 0
	}
	for i := range v.Signed {
		v.Signed[i].At = 0
	}
	slices.SortStableFunc(v.Claims, func(x, y model.Claim) int { return cmp.Compare(fmt.Sprintf("%+v", x), fmt.Sprintf("%+v", y)) })
	slices.SortStableFunc(v.Rooms, func(x, y model.Room) int { return cmp.Compare(x.ID, y.ID) })
	return v
}

// Every kind of op has to be done in some script, or the laws say nothing of it.
func TestTheScriptsReachEveryRuleOfAVisit(t *testing.T) {
	d := visitDesks(t, 1)[0]
	done := map[int]int{}
	draw := rand.New(rand.NewPCG(1, 2))
	for range 3000 {
		o := op{Kind: 1 + draw.IntN(allKinds-1), Area: draw.IntN(3), Value: draw.IntN(6), Place: draw.IntN(5)}
		if d.actVisit(o) {
			done[o.Kind]++
		}
	}
	for kind := 1; kind < allKinds; kind++ {
		if done[kind] == 0 {
			t.Errorf("ops of kind %d are never done", kind)
		}
	}
}
