package model

import (
	"cmp"
	"errors"
	"fmt"
	"slices"
	"strconv"
	"strings"
	"time"

	"waymark/model/arrange"
)

// A team meeting: several people give an area a level without seeing each
// other's, then all levels are shown at once. Votes are events of their own, one
// subject a person, area and round, so that votes gathered on several laptops
// join. They are no judgements: only what the team records counts.

// MeetingID names one team meeting.
type MeetingID string

// TeamPerson is the voice in which a meeting records a level: the school's
// people together. What the team records is what the school says.
const TeamPerson PersonID = "team"

// MeetingStart is the value that opens a meeting.
type MeetingStart struct {
	Date   string     `json:"date"`
	Areas  []AreaID   `json:"areas"`
	People []PersonID `json:"people"` // in the order in which they sit
}

// Vote is one person's level in one round. Pass says that they would rather not.
type Vote struct {
	Level Level `json:"level,omitempty"`
	Pass  bool  `json:"pass,omitempty"`
}

// Round is which round of rating an area is in, and whether it is shown.
type Round struct {
	Number int  `json:"number"` // from 1
	Shown  bool `json:"shown,omitempty"`
}

// Outcome is how an area's talk ended.
type Outcome struct {
	Level Level  `json:"level,omitempty"` // the level recorded
	Later bool   `json:"later,omitempty"` // the team comes back to it
	Why   string `json:"why,omitempty"`
}

// Cast is a vote as it stands. While its round is covered it says only that it
// was given: Level is 0 and Pass is false.
type Cast struct {
	Vote
	Person PersonID
	// Contested says that two copies hold different levels of this person in this
	// round, of which the first is shown.
	Contested bool
}

// Talk is one area of a meeting as it stands.
type Talk struct {
	Area    AreaID
	Round   Round
	Rounds  [][]Cast // every round's votes, the first first, each by person
	Outcome *Outcome
	// Contested says that copies recorded different outcomes, and that this is the
	// first of them.
	Contested bool
}

// Votes are the votes of the present round.
func (a Talk) Votes() []Cast {
	if a.Round.Number < 1 || a.Round.Number > len(a.Rounds) {
		return nil
	}
	return a.Rounds[a.Round.Number-1]
}

// In reports whether person has voted in the present round.
func (a Talk) In(person PersonID) bool {
	return slices.ContainsFunc(a.Votes(), func(c Cast) bool { return c.Person == person })
}

// Meeting is a meeting as it stands.
type Meeting struct {
	MeetingStart
	ID        MeetingID
	StartedAt int64
	Talks     []Talk // in the order of the meeting
}

// Area is one area of the meeting.
func (m Meeting) Area(id AreaID) (Talk, bool) {
	for _, a := range m.Talks {
		if a.Area == id {
			return a, true
		}
	}
	return Talk{}, false
}

// Next is the first area from and after from, round to the start, that has no
// outcome yet, or two; ok is false when every area has one.
func (m Meeting) Next(from AreaID) (id AreaID, ok bool) {
	start := max(0, slices.IndexFunc(m.Talks, func(a Talk) bool { return a.Area == from }))
	for i := range m.Talks {
		if a := m.Talks[(start+i)%len(m.Talks)]; a.Outcome == nil || a.Contested {
			return a.Area, true
		}
	}
	return "", false
}

// MostRounds is how often an area can be rated in one meeting.
const MostRounds = 9

// takeMeeting reads a choice whose subject is meeting/ID/start,
// meeting/ID/AREA/round, …/outcome or …/vote/ROUND/PERSON.
func (e *sketch) takeMeeting(c choice) {
	parts := strings.Split(string(c.Subject), "/")
	if len(parts) < 3 || parts[1] == "" {
		return
	}
	m := e.meeting(MeetingID(parts[1]))
	if c.Kind == KindMeeting {
		var s MeetingStart
		if m.Date == "" && read(c, &s) {
			m.MeetingStart, m.StartedAt = s, c.since
		}
		return
	}
	if len(parts) >= 4 {
		e.takeTalk(talkOf(m, AreaID(parts[2])), c, parts[4:])
	}
}

// takeTalk reads a choice about one area of a meeting; rest names the round and
// the person of a vote.
func (e *sketch) takeTalk(a *Talk, c choice, rest []string) {
	switch c.Kind {
	case KindRound:
		var r Round
		if read(c, &r) && r.Number >= 1 && r.Number <= MostRounds && r.after(a.Round) {
			a.Round = r
		}
	case KindOutcome:
		var o Outcome
		if a.Outcome == nil && read(c, &o) && o.Level <= e.top {
			a.Outcome, a.Contested = &o, c.contested
		}
	case KindVote:
		var v Vote
		if len(rest) != 2 || !read(c, &v) || !v.possible(e.top) {
			return
		}
		if n, err := strconv.Atoi(rest[0]); err == nil && n >= 1 && n <= MostRounds {
			cast(a, n, Cast{Vote: v, Person: PersonID(rest[1]), Contested: c.contested})
		}
	default: // nothing else is said of an area in a meeting
	}
}

func (v Vote) possible(top Level) bool {
	return v.Pass && v.Level == 0 || !v.Pass && v.Level >= 1 && v.Level <= top
}

// after reports whether r is further on than s.
func (r Round) after(s Round) bool {
	return r.Number > s.Number || r.Number == s.Number && r.Shown && !s.Shown
}

func cast(a *Talk, round int, c Cast) {
	for len(a.Rounds) < round {
		a.Rounds = append(a.Rounds, nil)
	}
	in := &a.Rounds[round-1]
	if !slices.ContainsFunc(*in, func(x Cast) bool { return x.Person == c.Person }) {
		*in = append(*in, c)
	}
}

func (e *sketch) meeting(id MeetingID) *Meeting {
	i := slices.IndexFunc(e.Meetings, func(m Meeting) bool { return m.ID == id })
	if i < 0 {
		i = len(e.Meetings)
		e.Meetings = append(e.Meetings, Meeting{ID: id})
	}
	return &e.Meetings[i]
}

func talkOf(m *Meeting, id AreaID) *Talk {
	i := slices.IndexFunc(m.Talks, func(a Talk) bool { return a.Area == id })
	if i < 0 {
		i = len(m.Talks)
		m.Talks = append(m.Talks, Talk{Area: id})
	}
	return &m.Talks[i]
}

// tidyMeetings puts areas into the order of the meeting, and covers the levels
// of rounds that are not shown: nothing that is drawn from the picture can
// tell them.
func (e *sketch) tidyMeetings() {
	e.Meetings = slices.DeleteFunc(e.Meetings, func(m Meeting) bool { return m.Date == "" })
	for i := range e.Meetings {
		m := &e.Meetings[i]
		said := m.Talks
		m.Talks = nil
		for _, id := range m.Areas {
			a := Talk{Area: id, Round: Round{Number: 1}}
			if j := slices.IndexFunc(said, func(a Talk) bool { return a.Area == id }); j >= 0 {
				a = said[j]
			}
			a.Round.Number = max(1, a.Round.Number)
			for n := range a.Rounds {
				arrange.By(a.Rounds[n], func(x, y Cast) int { return cmp.Compare(x.Person, y.Person) })
				if n+1 > a.Round.Number || n+1 == a.Round.Number && !a.Round.Shown {
					for k := range a.Rounds[n] {
						a.Rounds[n][k].Vote = Vote{}
					}
				}
			}
			m.Talks = append(m.Talks, a)
		}
	}
	arrange.By(e.Meetings, func(x, y Meeting) int {
		return cmp.Or(cmp.Compare(x.StartedAt, y.StartedAt), cmp.Compare(x.ID, y.ID))
	})
}

// Meeting is the meeting called id; it fails with ErrNotFound.
func (b *Book) Meeting(id MeetingID) (Meeting, error) {
	for _, m := range b.Evaluation().Meetings {
		if m.ID == id {
			return m, nil
		}
	}
	return Meeting{}, fmt.Errorf("meeting: %w", ErrNotFound)
}

// StartMeeting opens a meeting of two people or more about one area or more.
func (b *Book) StartMeeting(v Voice, id MeetingID, s MeetingStart) ([]Change, error) {
	if err := b.open(); err != nil {
		return nil, err
	}
	if _, err := time.Parse(time.DateOnly, s.Date); err != nil {
		return nil, &FieldError{Field: "date", Problem: "Date must be like 2026-09-24"}
	}
	if err := knownAreas(b.rubric, s.Areas); err != nil {
		return nil, err
	}
	s.Areas, s.People = b.inOrder(s.Areas), onceEach(s.People)
	switch {
	case len(s.Areas) == 0:
		return nil, &FieldError{Field: "areas", Problem: "Choose at least one area to talk about"}
	case len(s.People) < 2:
		return nil, &FieldError{Field: "people", Problem: "Name at least two people"}
	}
	if _, err := b.Meeting(id); err == nil {
		return nil, ErrNothing
	}
	return b.single(b.change(v, KindMeeting, meetingSubject(id, "start"), s))
}

// onceEach lists people in their order, each once.
func onceEach(people []PersonID) []PersonID {
	var all []PersonID
	for _, p := range people {
		if p != "" && !slices.Contains(all, p) {
			all = append(all, p)
		}
	}
	return all
}

// CastVote is one person's level in the present round of an area, given on
// their own behalf. It can be changed until the round is shown.
func (b *Book) CastVote(person PersonID, id MeetingID, area AreaID, vote Vote) ([]Change, error) {
	a, err := b.talking(id, area)
	if err != nil {
		return nil, err
	}
	m, _ := b.Meeting(id)
	switch {
	case !slices.Contains(m.People, person):
		return nil, &FieldError{Field: "person", Problem: "This person is not in the meeting"}
	case a.Round.Shown:
		return nil, &FieldError{Field: "round", Problem: "The levels are shown already. Rate again to change them"}
	case !vote.possible(b.rubric.Scale.Top()):
		return nil, &FieldError{Field: "level", Problem: fmt.Sprintf("Level must be from 1 to %d, or pass", b.rubric.Scale.Top())}
	}
	subject := meetingSubject(id, string(area), "vote", strconv.Itoa(a.Round.Number), string(person))
	return b.single(b.change(Voice{Person: person, Role: Self}, KindVote, subject, vote))
}

// talking is an area of a meeting of an evaluation that can be changed.
func (b *Book) talking(id MeetingID, area AreaID) (Talk, error) {
	if err := b.open(); err != nil {
		return Talk{}, err
	}
	m, err := b.Meeting(id)
	if err != nil {
		return Talk{}, err
	}
	a, ok := m.Area(area)
	if !ok {
		return Talk{}, fmt.Errorf("area %s of the meeting: %w", area, ErrNotFound)
	}
	return a, nil
}

// Reveal shows every level of the present round at once. When somebody has not
// voted it is refused unless the chair insists.
func (b *Book) Reveal(v Voice, id MeetingID, area AreaID, insist bool) ([]Change, error) {
	a, err := b.talking(id, area)
	if err != nil {
		return nil, err
	}
	m, _ := b.Meeting(id)
	switch missing := len(m.People) - len(a.Votes()); {
	case a.Round.Shown:
		return nil, ErrNothing
	case len(a.Votes()) == 0:
		return nil, &FieldError{Field: "votes", Problem: "Nobody has given a level yet"}
	case missing > 0 && !insist:
		return nil, &FieldError{Field: "votes", Problem: fmt.Sprintf("%d of %d are still to give a level", missing, len(m.People))}
	}
	return b.round(v, id, area, Round{Number: a.Round.Number, Shown: true})
}

// RateAgain begins another round. The levels of the first are kept.
func (b *Book) RateAgain(v Voice, id MeetingID, area AreaID) ([]Change, error) {
	a, err := b.talking(id, area)
	switch {
	case err != nil:
		return nil, err
	case !a.Round.Shown:
		return nil, ErrNothing
	case a.Round.Number >= MostRounds:
		return nil, &FieldError{Field: "round", Problem: "This area has been rated nine times today. Come back to it another day"}
	}
	return b.round(v, id, area, Round{Number: a.Round.Number + 1})
}

func (b *Book) round(v Voice, id MeetingID, area AreaID, r Round) ([]Change, error) {
	return b.single(b.change(v, KindRound, meetingSubject(id, string(area), "round"), r))
}

// RecordLevel records what the team settles on: the school's judgement of the
// area from now on. Every first level is kept beside it.
func (b *Book) RecordLevel(v Voice, id MeetingID, area AreaID, l Level, why string) ([]Change, error) {
	if _, err := b.talking(id, area); err != nil {
		return nil, err
	}
	team := Voice{Person: TeamPerson, Role: Self}
	judged, err := b.GiveLevel(team, area, l)
	if err != nil && !errors.Is(err, ErrNothing) {
		return nil, err
	}
	outcome, err := b.outcome(v, id, area, Outcome{Level: l, Why: CleanLine(why)})
	if err != nil && !errors.Is(err, ErrNothing) {
		return nil, err
	}
	if all := append(judged, outcome...); len(all) > 0 {
		return all, nil
	}
	return nil, ErrNothing
}

// ComeBack leaves an area for another day.
func (b *Book) ComeBack(v Voice, id MeetingID, area AreaID, why string) ([]Change, error) {
	if _, err := b.talking(id, area); err != nil {
		return nil, err
	}
	return b.outcome(v, id, area, Outcome{Later: true, Why: CleanLine(why)})
}

func (b *Book) outcome(v Voice, id MeetingID, area AreaID, o Outcome) ([]Change, error) {
	return b.single(b.change(v, KindOutcome, meetingSubject(id, string(area), "outcome"), o))
}
