package dump

import (
	"cmp"

	"waymark/model"
	"waymark/model/arrange"
)

// Visit is everything of one visit.
type Visit struct {
	model.Visiting
	ID       model.VisitID       `json:"id"`
	Started  string              `json:"started"`
	Team     []model.Member      `json:"team"`
	Focus    []model.AreaID      `json:"focus"`
	Emphasis model.VisitEmphasis `json:"emphasis"`
	Slots    []Slot              `json:"slots"`
	Here     []Here              `json:"here"`
	Seal     *model.Seal         `json:"seal"`
	Claims   []Claim             `json:"claims"`
	Rooms    []Room              `json:"rooms"`
	Points   []Point             `json:"points"`
	Looks    []Look              `json:"early_looks"`
	Apart    []Apart             `json:"not_agreed"`
	Closing  model.Closing       `json:"closing"`
	Signed   []Signed            `json:"signed"`
	Closed   bool                `json:"closed"`
	ClosedAt string              `json:"closed_at"`
	Reason   string              `json:"reason"`
}

// Slot is a stop of the day.
type Slot struct {
	model.Stop
	ID        model.SlotID `json:"id"`
	Contested bool         `json:"contested"`
}

// Here is where one person of the visit is.
type Here struct {
	Person model.PersonID `json:"person"`
	Slot   model.SlotID   `json:"slot"`
	Since  string         `json:"since"`
}

// Claim is what was said at the start.
type Claim struct {
	model.ClaimText
	ID        model.ClaimID `json:"id"`
	At        string        `json:"at"`
	Contested bool          `json:"contested"`
}

// Room is a room that the visit looked into.
type Room struct {
	model.RoomText
	ID       model.RoomID `json:"id"`
	At       string       `json:"at"`
	Watchers []Watcher    `json:"watchers"`
	Observed []Observed   `json:"observed"`
}

// Watcher is an observer in a room.
type Watcher struct {
	model.Watching
	Person model.PersonID `json:"person"`
}

// Observed is one answer of one observer.
type Observed struct {
	model.Observation
	Item   model.ItemID   `json:"item"`
	Person model.PersonID `json:"person"`
}

// Point is something that the visit leaves behind.
type Point struct {
	model.PointText
	ID        model.PointID `json:"id"`
	Contested bool          `json:"contested"`
}

// Look is one early look at a level.
type Look struct {
	Area   model.AreaID   `json:"area"`
	Person model.PersonID `json:"person"`
	At     string         `json:"at"`
}

// Apart is one disagreement.
type Apart struct {
	model.Apart
	Area model.AreaID `json:"area"`
	At   string       `json:"at"`
}

// Signed is one signature.
type Signed struct {
	model.Signature
	Side model.Side `json:"side"`
	At   string     `json:"at"`
}

// visits lists the visits by id, and all they hold in an order that hangs on
// nothing but what was said.
func visits(all []model.Visit) []Visit {
	said := []Visit{}
	for _, v := range all {
		one := Visit{
			Visiting: v.Visiting, ID: v.ID, Started: moment(v.StartedAt), Team: notNil(v.Team), Focus: notNil(v.Focus), Emphasis: v.Emphasis,
			Slots: []Slot{}, Here: []Here{}, Seal: v.Seal, Claims: []Claim{}, Rooms: rooms(v.Rooms), Points: []Point{},
			Looks: []Look{}, Apart: []Apart{}, Closing: v.Closing, Signed: []Signed{}, Closed: v.Closed, ClosedAt: moment(v.ClosedAt), Reason: v.Reason,
		}
		for _, s := range v.Slots {
			one.Slots = append(one.Slots, Slot{s.Stop, s.ID, s.Contested})
		}
		for _, h := range v.Here {
			one.Here = append(one.Here, Here{h.Person, h.Slot, moment(h.Since)})
		}
		for _, c := range v.Claims {
			one.Claims = append(one.Claims, Claim{c.ClaimText, c.ID, moment(c.At), c.Contested})
		}
		for _, p := range v.Points {
			one.Points = append(one.Points, Point{p.PointText, p.ID, p.Contested})
		}
		for _, l := range v.Glances {
			one.Looks = append(one.Looks, Look{l.Area, l.Person, moment(l.At)})
		}
		for _, d := range v.Apart {
			one.Apart = append(one.Apart, Apart{d.Apart, d.Area, moment(d.At)})
		}
		for _, s := range v.Signed {
			one.Signed = append(one.Signed, Signed{s.Signature, s.Side, moment(s.At)})
		}
		one.sort()
		said = append(said, one)
	}
	arrange.By(said, func(x, y Visit) int { return cmp.Compare(x.ID, y.ID) })
	return said
}

func (v *Visit) sort() {
	arrange.By(v.Slots, func(x, y Slot) int { return cmp.Compare(x.ID, y.ID) })
	arrange.By(v.Here, func(x, y Here) int { return cmp.Compare(x.Person, y.Person) })
	arrange.By(v.Claims, func(x, y Claim) int { return cmp.Compare(x.ID, y.ID) })
	arrange.By(v.Points, func(x, y Point) int { return cmp.Compare(x.ID, y.ID) })
	arrange.By(v.Looks, func(x, y Look) int { return cmp.Or(cmp.Compare(x.Area, y.Area), cmp.Compare(x.Person, y.Person)) })
	arrange.By(v.Apart, func(x, y Apart) int { return cmp.Compare(x.Area, y.Area) })
	arrange.By(v.Signed, func(x, y Signed) int { return cmp.Compare(x.Side, y.Side) })
}

func rooms(all []model.Room) []Room {
	said := []Room{}
	for _, r := range all {
		one := Room{RoomText: r.RoomText, ID: r.ID, At: moment(r.At), Watchers: []Watcher{}, Observed: []Observed{}}
		for _, w := range r.Watchers {
			one.Watchers = append(one.Watchers, Watcher{w.Watching, w.Person})
		}
		for _, o := range r.Observed {
			one.Observed = append(one.Observed, Observed{o.Observation, o.Item, o.Person})
		}
		arrange.By(one.Watchers, func(x, y Watcher) int { return cmp.Compare(x.Person, y.Person) })
		arrange.By(one.Observed, func(x, y Observed) int { return cmp.Or(cmp.Compare(x.Person, y.Person), cmp.Compare(x.Item, y.Item)) })
		said = append(said, one)
	}
	arrange.By(said, func(x, y Room) int { return cmp.Compare(x.ID, y.ID) })
	return said
}
