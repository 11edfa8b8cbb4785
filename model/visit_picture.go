package model

import (
	"cmp"
	"slices"
	"strings"

	"waymark/model/arrange"
)

// takeVisit reads a choice whose subject is visit/ID/what/…; first says that no
// other choice of its subject was read before.
func (e *sketch) takeVisit(c choice, first bool) {
	parts := strings.Split(string(c.Subject), "/")
	if len(parts) < 3 || parts[1] == "" {
		return
	}
	v, rest := e.visit(VisitID(parts[1])), parts[3:]
	switch c.Kind {
	case KindVisiting:
		var s Visiting
		if v.Lead == "" && v.Date == "" && read(c, &s) {
			v.Visiting, v.StartedAt = s, c.since
		}
	case KindVisitTeam:
		var t VisitTeam
		if read(c, &t) {
			v.Team = mergeMembers(v.Team, t.Members)
		}
	case KindFocus:
		var f Focus
		if read(c, &f) {
			v.Focus = mergeAreas(v.Focus, f.Areas) // copies that chose apart look at both
		}
	case KindVisitEmphasis:
		var m VisitEmphasis
		if read(c, &m) {
			v.Emphasis = VisitEmphasis{Areas: mergeAreas(v.Emphasis.Areas, m.Areas), Text: joinTexts(v.Emphasis.Text, m.Text)}
		}
	case KindClosing:
		var m Closing
		if read(c, &m) {
			v.Closing = Closing{First: joinTexts(v.Closing.First, m.First), Asked: joinTexts(v.Closing.Asked, m.Asked), FollowUp: joinTexts(v.Closing.FollowUp, m.FollowUp)}
		}
	case KindVisitStatus:
		var s VisitStatus
		if read(c, &s) {
			takeStatus(v, s, c.since, first)
		}
	case KindSeal:
		var s Seal
		if read(c, &s) && s.Hash != "" {
			takeSeal(v, s)
		}
	default:
		takePart(v, c, rest)
	}
}

// takeStatus closes the visit when every copy says that it is closed: in doubt
// it stays open.
func takeStatus(v *Visit, s VisitStatus, since int64, first bool) {
	switch {
	case first && s.Closed:
		v.Closed, v.ClosedAt, v.Reason = true, since, s.Reason
	case v.Closed && s.Closed:
		v.ClosedAt, v.Reason = min(v.ClosedAt, since), joinTexts(v.Reason, s.Reason)
	default:
		v.Closed, v.ClosedAt, v.Reason = false, 0, ""
	}
}

// takeSeal keeps one seal of those that copies made apart: in doubt the levels
// stay locked, and as many of them as any copy locked.
func takeSeal(v *Visit, s Seal) {
	switch was := v.Seal; {
	case was == nil:
	case (was.Lifted == "") != (s.Lifted == ""):
		if was.Lifted == "" {
			return
		}
	case was.Hash == s.Hash:
		s.Lifted = joinTexts(was.Lifted, s.Lifted)
	case len(was.Events) >= len(s.Events):
		return
	}
	v.Seal = &s
}

// takePart reads what a visit has several of; rest names which.
func takePart(v *Visit, c choice, rest []string) {
	if len(rest) == 0 {
		return
	}
	switch c.Kind {
	case KindSlot:
		s := Slot{ID: SlotID(rest[0]), Contested: c.contested}
		if read(c, &s.Stop) && !slices.ContainsFunc(v.Slots, func(x Slot) bool { return x.ID == s.ID }) {
			v.Slots = append(v.Slots, s)
		}
	case KindWhereabouts:
		var w Whereabouts
		if _, twice := v.At(PersonID(rest[0])); !twice && read(c, &w) {
			v.Here = append(v.Here, Here{Person: PersonID(rest[0]), Slot: w.Slot, Since: c.since})
		}
	case KindClaim:
		m := Claim{ID: ClaimID(rest[0]), At: c.since, Contested: c.contested}
		if read(c, &m.ClaimText) {
			v.Claims = append(v.Claims, m)
		}
	case KindGlance:
		var g Glance
		if len(rest) > 1 && read(c, &g) && g.Early {
			v.Glances = append(v.Glances, Look{Area: AreaID(rest[0]), Person: PersonID(rest[1]), At: c.since})
		}
	case KindPoint, KindSignature, KindDisagreement:
		takeEnd(v, c, rest[0])
	default:
		takeRoom(v, c, rest)
	}
}

// takeEnd reads what a visit ends with; id says which.
func takeEnd(v *Visit, c choice, id string) {
	switch c.Kind {
	case KindPoint:
		p := Point{ID: PointID(id), Contested: c.contested}
		if read(c, &p.PointText) {
			v.Points = append(v.Points, p)
		}
	case KindSignature:
		s := Signed{Side: Side(id), At: c.since, Contested: c.contested}
		if _, twice := v.Signature(s.Side); !twice && read(c, &s.Signature) && (s.Side == SideSchool || s.Side == SideReviewer) {
			v.Signed = append(v.Signed, s)
		}
	default: // KindDisagreement
		d := Disagreement{Area: AreaID(id), At: c.since}
		if read(c, &d.Apart) {
			takeApart(v, d)
		}
	}
}

// takeApart adds a disagreement; where copies worded it apart, both are read.
func takeApart(v *Visit, d Disagreement) {
	i := slices.IndexFunc(v.Apart, func(x Disagreement) bool { return x.Area == d.Area })
	if i < 0 {
		v.Apart = append(v.Apart, d)
		return
	}
	was := &v.Apart[i]
	was.At = min(was.At, d.At)
	was.School, was.Reviewer = joinTexts(was.School, d.School), joinTexts(was.Reviewer, d.Reviewer)
}

// takeRoom reads room/ID, room/ID/watching/PERSON and room/ID/seen/PERSON/ITEM.
func takeRoom(v *Visit, c choice, rest []string) {
	r := roomOf(v, RoomID(rest[0]))
	switch {
	case c.Kind == KindRoom:
		var text RoomText
		if !r.entered && read(c, &text) {
			r.RoomText, r.At, r.Contested, r.entered = text, c.since, c.contested, true
		}
	case c.Kind == KindWatching && len(rest) == 3:
		w := Watcher{Person: PersonID(rest[2])}
		twice := slices.ContainsFunc(r.Watchers, func(x Watcher) bool { return x.Person == w.Person })
		if !twice && read(c, &w.Watching) {
			r.Watchers = append(r.Watchers, w)
		}
	case c.Kind == KindObservation && len(rest) == 4:
		o := Observed{Person: PersonID(rest[2]), Item: ItemID(rest[3]), Contested: c.contested}
		if _, twice := r.By(o.Person, o.Item); !twice && read(c, &o.Observation) {
			r.Observed = append(r.Observed, o)
		}
	}
}

func roomOf(v *Visit, id RoomID) *Room {
	i := slices.IndexFunc(v.Rooms, func(r Room) bool { return r.ID == id })
	if i < 0 {
		i = len(v.Rooms)
		v.Rooms = append(v.Rooms, Room{ID: id})
	}
	return &v.Rooms[i]
}

// visit is the visit called id, drawn so far.
func (e *sketch) visit(id VisitID) *Visit {
	i := slices.IndexFunc(e.Visits, func(v Visit) bool { return v.ID == id })
	if i < 0 {
		i = len(e.Visits)
		e.Visits = append(e.Visits, Visit{ID: id})
	}
	return &e.Visits[i]
}

// tidyVisits puts everything of the visits into the order in which it is read.
func (e *sketch) tidyVisits() {
	e.Visits = slices.DeleteFunc(e.Visits, func(v Visit) bool { return v.Date == "" }) // its start is not here yet
	for i := range e.Visits {
		v := &e.Visits[i]
		arrange.By(v.Slots, func(x, y Slot) int {
			return cmp.Or(cmp.Compare(x.Day, y.Day), cmp.Compare(x.Start, y.Start), cmp.Compare(x.ID, y.ID))
		})
		v.Rooms = slices.DeleteFunc(v.Rooms, func(r Room) bool { return !r.entered })
		arrange.By(v.Rooms, func(x, y Room) int { return cmp.Or(cmp.Compare(x.At, y.At), cmp.Compare(x.ID, y.ID)) })
		arrange.By(v.Claims, func(x, y Claim) int { return cmp.Or(cmp.Compare(x.At, y.At), cmp.Compare(x.ID, y.ID)) })
		arrange.By(v.Points, func(x, y Point) int {
			return cmp.Or(cmp.Compare(x.Kind.order(), y.Kind.order()), cmp.Compare(x.Place, y.Place), cmp.Compare(x.ID, y.ID))
		})
		arrange.By(v.Signed, func(x, y Signed) int { return cmp.Compare(y.Side, x.Side) })
	}
	arrange.By(e.Visits, func(x, y Visit) int {
		return cmp.Or(cmp.Compare(x.Date, y.Date), cmp.Compare(x.StartedAt, y.StartedAt), cmp.Compare(x.ID, y.ID))
	})
}

func (k PointKind) order() int {
	return slices.Index([]PointKind{Strength, NextStepTo, BrightSpot}, k)
}

func mergeAreas(a, b []AreaID) []AreaID {
	all := slices.Clone(a)
	for _, id := range b {
		if !slices.Contains(all, id) {
			all = append(all, id)
		}
	}
	return all
}

func mergeMembers(a, b []Member) []Member {
	all := slices.Clone(a)
	for _, m := range b {
		if !slices.ContainsFunc(all, func(x Member) bool { return x.Person == m.Person }) {
			all = append(all, m)
		}
	}
	return all
}

func joinTexts(a, b string) string {
	switch {
	case a == "" || a == b:
		return b
	case b == "":
		return a
	}
	return a + "; " + b
}
