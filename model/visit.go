package model

import "slices"

// A visit is part of the evaluation it looks at: what a reviewer sees, says and
// agrees becomes events of the school's own log, written on whichever machine
// the reviewer carries. Nothing in a visit replaces what the school said.

// VisitID names one visit to one school.
type VisitID string

// Visiting is the value that opens a visit. It never changes.
type Visiting struct {
	Date      string   `json:"date"` // the first day, as 2026-09-24
	Lead      PersonID `json:"lead"`
	Template  string   `json:"template,omitempty"`  // what the day was built from
	From      string   `json:"from,omitempty"`      // the visiting school, when peers come
	Checklist string   `json:"checklist,omitempty"` // Rubric.Hash of the list used in rooms
	Questions []string `json:"questions,omitempty"` // agreed before the visit, put at its start
}

// Member is one of the people on a visit, with the role and position of the
// checklist that they have agreed to take.
type Member struct {
	Person   PersonID `json:"person"`
	Role     string   `json:"role,omitempty"`
	Position string   `json:"position,omitempty"`
}

// VisitTeam is who visits beside the lead.
type VisitTeam struct {
	Members []Member `json:"members"`
}

// Focus is what the trust asked the visit to look at: the areas that the
// reviewer judges.
type Focus struct {
	Areas []AreaID `json:"areas"`
}

// VisitEmphasis is what the school asked the visit to look at within the focus.
type VisitEmphasis struct {
	Areas []AreaID `json:"areas,omitempty"`
	Text  string   `json:"text,omitempty"`
}

// Whereabouts is which stop of the day a member of the visit is at.
type Whereabouts struct {
	Slot SlotID `json:"slot"`
}

// Seal locks the school's levels while a visit lasts. Hash is given to the
// reviewer; Events are the judgements it was made of, so that anyone can make
// it again.
type Seal struct {
	Hash   string    `json:"hash"`
	Events []EventID `json:"events"`
	Lifted string    `json:"lifted,omitempty"` // why the school opened it before the visit closed
}

// Glance is the value that records that a reviewer looked at the school's
// level of an area before giving their own.
type Glance struct {
	Early bool `json:"early"`
}

// Apart is a disagreement, recorded with a sentence of each side. It is a
// normal outcome.
type Apart struct {
	School   string `json:"school"`
	Reviewer string `json:"reviewer"`
}

// Closing is what is said at the end of a visit.
type Closing struct {
	First    string `json:"first,omitempty"`     // what the reviewer would do first as head here
	Asked    string `json:"asked,omitempty"`     // what the school asked of the visitors
	FollowUp string `json:"follow_up,omitempty"` // a date, or when in words
}

// Side is one of the two who sign.
type Side string

// The two sides of a visit.
const (
	SideSchool   Side = "school"
	SideReviewer Side = "reviewer"
)

// Signature records that somebody has read what was written. It does not say
// that they agree.
type Signature struct {
	Name   string `json:"name"`
	Post   string `json:"post,omitempty"`
	Reason string `json:"reason,omitempty"` // why a name already there was corrected
}

// VisitStatus says whether a visit is closed.
type VisitStatus struct {
	Closed bool   `json:"closed"`
	Reason string `json:"reason,omitempty"` // why it was closed without both names, or opened again
}

// Visit is a visit as it stands.
type Visit struct {
	Visiting
	ID        VisitID
	StartedAt int64
	Team      []Member
	Focus     []AreaID
	Emphasis  VisitEmphasis
	Slots     []Slot // in the order of the day
	Here      []Here // where everybody is, by person
	Seal      *Seal
	Claims    []Claim // in the order they were made
	Rooms     []Room  // in the order they were entered
	Points    []Point // by kind, then in the order chosen
	Glances   []Look
	Apart     []Disagreement
	Closing   Closing
	Signed    []Signed // the school first
	Closed    bool
	ClosedAt  int64
	Reason    string
}

// Here is where one person is in the day, and since when.
type Here struct {
	Person PersonID
	Slot   SlotID
	Since  int64
}

// Look is one early look at a level.
type Look struct {
	Area   AreaID
	Person PersonID
	At     int64
}

// Disagreement is a recorded disagreement about one area.
type Disagreement struct {
	Apart
	Area AreaID
	At   int64
}

// Signed is a signature as it stands.
type Signed struct {
	Signature
	Side      Side
	At        int64
	Contested bool // copies hold different names, of which this is the first
}

// Areas lists what the visit judges: the focus, then what the school's emphasis
// adds to it.
func (v Visit) Areas() []AreaID {
	all := slices.Clone(v.Focus)
	for _, a := range v.Emphasis.Areas {
		if !slices.Contains(all, a) {
			all = append(all, a)
		}
	}
	return all
}

// Slot is the stop of that id.
func (v Visit) Slot(id SlotID) (Slot, bool) {
	i := slices.IndexFunc(v.Slots, func(s Slot) bool { return s.ID == id })
	if i < 0 {
		return Slot{}, false
	}
	return v.Slots[i], true
}

// At is where person is in the day.
func (v Visit) At(person PersonID) (Here, bool) {
	i := slices.IndexFunc(v.Here, func(h Here) bool { return h.Person == person })
	if i < 0 {
		return Here{}, false
	}
	return v.Here[i], true
}

// Room is the room of that id.
func (v Visit) Room(id RoomID) (Room, bool) {
	i := slices.IndexFunc(v.Rooms, func(r Room) bool { return r.ID == id })
	if i < 0 {
		return Room{}, false
	}
	return v.Rooms[i], true
}

// Of lists the points of one kind, in the order chosen.
func (v Visit) Of(k PointKind) []Point {
	var all []Point
	for _, p := range v.Points {
		if p.Kind == k {
			all = append(all, p)
		}
	}
	return all
}

// Signature is what one side has signed.
func (v Visit) Signature(side Side) (Signed, bool) {
	for _, s := range v.Signed {
		if s.Side == side {
			return s, true
		}
	}
	return Signed{}, false
}

// Looked reports whether person saw the school's level of area before judging.
func (v Visit) Looked(area AreaID, person PersonID) bool {
	return slices.ContainsFunc(v.Glances, func(l Look) bool { return l.Area == area && l.Person == person })
}

// Disagreed is the disagreement recorded about area.
func (v Visit) Disagreed(area AreaID) (Disagreement, bool) {
	for _, d := range v.Apart {
		if d.Area == area {
			return d, true
		}
	}
	return Disagreement{}, false
}

// Sealed reports whether the school's levels are locked now.
func (v Visit) Sealed() bool { return v.Seal != nil && v.Seal.Lifted == "" && !v.Closed }

// On reports whether person is on the visit.
func (v Visit) On(person PersonID) bool {
	return v.Lead == person || slices.ContainsFunc(v.Team, func(m Member) bool { return m.Person == person })
}
