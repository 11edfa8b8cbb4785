package visit

import (
	"fmt"
	"slices"

	"waymark/model"
	"waymark/model/arrange"
)

// FewestRooms is how many rooms a visit must have looked into before anything
// is said about a trend across the school.
const FewestRooms = 8

// NoTrend is said instead of a trend that rests on too little.
const NoTrend = "Under 8 rooms: no trend is claimed"

// Findings is what a team saw in rooms, put together: a grid of items by rooms,
// and what can be said of each item across them. It tells of lines and rooms,
// never of people.
type Findings struct {
	Rooms    []RoomLine
	Items    []ItemLine
	Teachers []Time
	Time     Time
	Examples []RoomLine // rooms that the school chose as possible examples
	Compared string     // the date of the earlier visit with the same checklist; "" without one
	Words    []string   // what is said of the rooms as a whole
}

// RoomLine is one room of the grid, a column of it.
type RoomLine struct {
	Room     model.RoomText
	ID       model.RoomID
	Observed bool // anything on the checklist was answered there
	Together Together
	Lines    []model.ItemID // the items that were seen there
}

// ItemLine is one item of the grid: the joint answer in each of Findings.Rooms,
// "" where there is none, and what they come to.
type ItemLine struct {
	Item    model.Item
	Group   model.GroupID
	Answers []string
	Seen    Seen
	Phases  []InPhase
	Pupils  Pupils
	Before  *Seen // in the earlier visit with the same checklist, nil without one
	Trend   Trend
}

// Seen counts answers. Could is in how many rooms the item could have been
// seen; where it did not apply, a room is in Outside and not in Could.
type Seen struct {
	Full, Partly, Not, Outside int
}

// Could is in how many rooms, or on how many items, something could be seen.
func (s Seen) Could() int { return s.Full + s.Partly + s.Not }

func (s Seen) and(f found) Seen {
	switch f {
	case foundSeen:
		s.Full++
	case foundPartly:
		s.Partly++
	case foundNot:
		s.Not++
	case foundOutside:
		s.Outside++
	case foundNothing:
	}
	return s
}

// InPhase is what was seen in the rooms of one phase; "" for rooms without one.
type InPhase struct {
	Phase model.Phase
	Seen
}

// Pupils is how many of the pupils sampled did what an item looks for.
type Pupils struct{ Doing, Of int }

// Synthesis puts together what was seen in the rooms of v. Earlier are visits
// before it, in any order; the latest with the same checklist is what a trend
// is measured from.
func Synthesis(v model.Visit, checklist model.Rubric, earlier ...model.Visit) Findings {
	scale := answers{checklist.Answers}
	f := Findings{}
	for _, r := range v.Rooms {
		f.Rooms = append(f.Rooms, roomLine(v, r, checklist, scale))
	}
	f.Teachers, f.Time = Hours(v)
	for _, r := range f.Rooms {
		if r.Room.Chosen {
			f.Examples = append(f.Examples, r)
		}
	}
	then, compared := before(v, earlier)
	if compared {
		f.Compared = then.Date
	}
	rooms, were := observedRooms(v, checklist, scale), observedRooms(then, checklist, scale)
	for _, g := range checklist.Groups {
		for _, item := range g.Items {
			line := itemLine(v, item, scale)
			line.Group = g.ID
			if compared {
				past := itemLine(then, item, scale).Seen
				line.Before = &past
				line.Trend = trendOf(line.Seen, past, min(rooms, were))
			}
			f.Items = append(f.Items, line)
		}
	}
	f.Words = f.overall(rooms)
	return f
}

// before is the latest of the earlier visits that used the same checklist.
func before(v model.Visit, earlier []model.Visit) (model.Visit, bool) {
	var latest model.Visit
	ok := false
	for _, o := range earlier {
		if o.ID == v.ID || o.Checklist == "" || o.Checklist != v.Checklist || o.Date > v.Date || len(o.Rooms) == 0 {
			continue
		}
		if !ok || o.Date > latest.Date || o.Date == latest.Date && o.StartedAt > latest.StartedAt {
			latest, ok = o, true
		}
	}
	return latest, ok
}

func roomLine(v model.Visit, r model.Room, checklist model.Rubric, scale answers) RoomLine {
	line := RoomLine{Room: r.RoomText, ID: r.ID, Together: Observed(r, checklist)}
	for _, item := range checklist.Items() {
		o, _ := Joint(v, r, item.ID)
		f := scale.read(o.Answer)
		if f == foundSeen {
			line.Lines = append(line.Lines, item.ID)
		}
		line.Observed = line.Observed || f != foundNothing
	}
	return line
}

func itemLine(v model.Visit, item model.Item, scale answers) ItemLine {
	line := ItemLine{Item: item}
	for _, r := range v.Rooms {
		o, _ := Joint(v, r, item.ID)
		f := scale.read(o.Answer)
		if f == foundNothing {
			o.Answer = ""
		}
		line.Answers = append(line.Answers, o.Answer)
		line.Seen = line.Seen.and(f)
		line.Phases = inPhase(line.Phases, r.Phase, f)
		if n, sampled := pupilsIn(v, r, item.ID); sampled && f != foundOutside {
			line.Pupils.Doing += n
			line.Pupils.Of += model.Sampled
		}
	}
	order := append(model.Phases(), "")
	arrange.By(line.Phases, func(x, y InPhase) int { return slices.Index(order, x.Phase) - slices.Index(order, y.Phase) })
	return line
}

// inPhase counts an answer given in a room of phase p.
func inPhase(all []InPhase, p model.Phase, f found) []InPhase {
	if f == foundNothing {
		return all
	}
	if !slices.Contains(model.Phases(), p) {
		p = ""
	}
	i := slices.IndexFunc(all, func(in InPhase) bool { return in.Phase == p })
	if i < 0 {
		i = len(all)
		all = append(all, InPhase{Phase: p})
	}
	all[i].Seen = all[i].and(f)
	return all
}

func observedRooms(v model.Visit, checklist model.Rubric, scale answers) int {
	n := 0
	for _, r := range v.Rooms {
		if roomLine(v, r, checklist, scale).Observed {
			n++
		}
	}
	return n
}

// Trend is how often an item is seen now beside an earlier visit.
type Trend string

// The trends. There is none, "", without an earlier visit.
const (
	MoreOften Trend = "more often"
	AsOften   Trend = "about as often"
	LessOften Trend = "less often"
	Unclaimed Trend = "unclaimed" // too few rooms to say
)

// A trend begins where two rooms in ten are other than before.
const (
	trendRooms = 2
	trendOf10  = 10
)

// trendOf claims a trend only where both visits looked into enough rooms, and
// the item could have been seen in enough of each; rooms is the fewer of both.
func trendOf(now, then Seen, rooms int) Trend {
	if min(rooms, now.Could(), then.Could()) < FewestRooms {
		return Unclaimed
	}
	change := now.Full*then.Could() - then.Full*now.Could() // out of now.Could() * then.Could()
	least := trendRooms * now.Could() * then.Could()
	switch {
	case trendOf10*change >= least:
		return MoreOften
	case -trendOf10*change >= least:
		return LessOften
	}
	return AsOften
}

func (f Findings) overall(rooms int) []string {
	said := []string{fmt.Sprintf("Observed in all: %s.", f.Time.length())}
	if none := len(f.Rooms) - rooms; none > 0 {
		said = append(said, countWords(none, "room has no answers yet.", "rooms have no answers yet."))
	}
	same, of := 0, 0
	for _, r := range f.Rooms {
		same, of = same+r.Together.Same, of+r.Together.Of
	}
	if of > 0 {
		said = append(said, fmt.Sprintf("Where two or more observed together, %d of %s were the same.", same, countWords(of, "answer", "answers")))
	}
	if rooms < FewestRooms {
		said = append(said, NoTrend+".")
	}
	return said
}
