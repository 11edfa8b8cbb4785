package model

import (
	"cmp"
	"maps"
	"slices"
	"strings"
)

// carrier carries what an evaluation says to another edition. Values go over as
// they are, byte for byte, in their author's voice; what copies that were
// changed apart left open stays open.
type carrier struct {
	book   *Book
	to     Rubric
	id     EvaluationID
	moving *Moving
	judged map[AreaID]bool // new areas that an answer was carried to
	lost   map[AreaID]bool // new areas that one could not be carried to
}

func (c *carrier) carry() {
	c.judged, c.lost = map[AreaID]bool{}, map[AreaID]bool{}
	for _, s := range c.book.fold.subjects(c.book.evaluation) {
		all := c.book.fold.choices(c.book.evaluation, s)
		from := len(c.moving.Changes)
		for _, one := range all {
			c.one(s, one)
		}
		if len(all) == 1 && all[0].contested {
			c.withdrawn(c.moving.Changes[from:])
		}
	}
	for _, l := range c.moving.Move.Links {
		if len(l.Old) > 1 {
			c.merged(l)
		}
	}
	for _, a := range c.to.Areas {
		linked := slices.ContainsFunc(c.moving.Move.Links, func(l Link) bool { return slices.Contains(l.New, a.ID) })
		switch {
		case c.judged[a.ID] && !slices.Contains(c.moving.Move.Reread, a.ID):
			c.moving.Kept = append(c.moving.Kept, a.ID)
		case c.judged[a.ID]:
		case c.lost[a.ID]:
			c.moving.Afresh = append(c.moving.Afresh, a.ID)
		case linked || len(c.book.Evaluation().Areas) == 0:
			c.moving.Empty = append(c.moving.Empty, a.ID)
		}
	}
	c.moving.Move.Reread = slices.DeleteFunc(c.moving.Move.Reread, func(a AreaID) bool { return !c.judged[a] })
}

// withdrawn carries that another copy took these values back, which nobody has
// decided on yet.
func (c *carrier) withdrawn(said []Change) {
	for _, s := range slices.Clone(said) {
		s.Value, s.From = nil, ""
		c.moving.Changes = append(c.moving.Changes, s)
	}
}

// one carries one value, unless merging has to look at several together.
func (c *carrier) one(s Subject, was choice) {
	switch was.Kind {
	case KindNote:
		c.note(s, was)
	case KindPriority:
		c.priority(s, was)
	case KindFewer:
		c.say(s, was, was.Value)
	case KindJudgement, KindFlag, KindEmphasis:
		l, ok := c.link(s.area())
		if !ok || len(l.Old) > 1 {
			return
		}
		for _, a := range l.New {
			c.about(s, was, a, len(l.New) == 1)
		}
	default: // what belongs to the old evaluation alone, and what this program does not know
	}
}

// about carries what was said of an area to the new area a. What the school
// stressed goes over only where the area is still one.
func (c *carrier) about(s Subject, was choice, a AreaID, alone bool) {
	switch {
	case was.Kind == KindEmphasis && !alone:
		return
	case was.Kind == KindJudgement && !c.means(was):
		c.lost[a] = true
		return
	case was.Kind == KindJudgement:
		c.judged[a] = true
	}
	c.say(s.in(a), was, was.Value)
}

// means reports whether an answer can stand on the new edition's scale: a
// level of another number of levels is another level.
func (c *carrier) means(was choice) bool {
	var o Opinion
	if !read(was, &o) || !o.possible(c.to.Scale.Top()) {
		return false
	}
	return o.State != Rated || len(c.to.Scale.Levels) == len(c.book.whole.Scale.Levels)
}

func (c *carrier) say(s Subject, was choice, value any) {
	c.moving.Changes = append(c.moving.Changes, Change{
		Evaluation: c.id, Role: was.Role, Kind: was.Kind, Subject: s, Value: value, Person: was.Person, From: was.ID,
	})
	c.moving.Move.Carried[was.ID] = was.since
}

func (c *carrier) link(a AreaID) (Link, bool) {
	for _, l := range c.moving.Move.Links {
		if slices.Contains(l.Old, a) {
			return l, true
		}
	}
	return Link{}, false
}

// note carries a note to the first of the areas that its own became. One on a
// retired area stays behind, with the area.
func (c *carrier) note(s Subject, was choice) {
	var n NoteText
	if !read(was, &n) {
		return
	}
	if n.Area == "" {
		c.say(s, was, was.Value)
		return
	}
	l, ok := c.link(n.Area)
	switch {
	case !ok:
	case l.New[0] == n.Area:
		c.say(s, was, was.Value)
	default:
		n.Area = l.New[0]
		c.say(s, was, n)
	}
}

// priority carries a priority with what its areas became.
func (c *carrier) priority(s Subject, was choice) {
	var p PriorityText
	if !read(was, &p) {
		return
	}
	var areas []AreaID
	for _, a := range p.Areas {
		l, _ := c.link(a)
		for _, now := range l.New {
			if !slices.Contains(areas, now) {
				areas = append(areas, now)
			}
		}
	}
	if slices.Equal(areas, p.Areas) {
		c.say(s, was, was.Value)
		return
	}
	p.Areas = areas
	c.say(s, was, p)
}

// merged carries what one voice said of several areas to the one they became:
// a flag if any had one, an answer if all had the same.
func (c *carrier) merged(l Link) {
	to := l.New[0]
	voices := map[Subject][]choice{}
	for _, s := range c.book.fold.subjects(c.book.evaluation) {
		if slices.Contains(l.Old, s.area()) {
			voices[s.in(to)] = append(voices[s.in(to)], c.book.fold.choices(c.book.evaluation, s)...)
		}
	}
	for _, s := range slices.Sorted(maps.Keys(voices)) {
		all := voices[s]
		if len(all) == 0 {
			continue
		}
		switch all[0].Kind {
		case KindFlag:
			c.say(s, all[0], all[0].Value)
		case KindJudgement:
			if o, same := c.sameAnswer(all, len(l.Old)); same {
				c.judged[to] = true
				c.say(s, all[0], o)
			} else {
				c.lost[to] = true
			}
		default: // what the school stressed was said of something else
		}
	}
}

// sameAnswer is the answer that n areas have in common. It is as sure as the
// least sure of them, and heads where all head.
func (c *carrier) sameAnswer(all []choice, n int) (Opinion, bool) {
	var one Opinion
	var reasons []string
	for i, was := range all {
		var o Opinion
		if !c.means(was) || !read(was, &o) {
			return one, false
		}
		if i == 0 {
			one = o
		}
		if o.State != one.State || o.Level != one.Level || was.contested {
			return one, false
		}
		if sureness(o.Confidence) < sureness(one.Confidence) {
			one.Confidence = o.Confidence
		}
		if o.Direction != one.Direction {
			one.Direction = ""
		}
		if o.Reason != "" && !slices.Contains(reasons, o.Reason) {
			reasons = append(reasons, o.Reason)
		}
	}
	one.Reason = strings.Join(reasons, "; ")
	return one, len(all) == n
}

// sureness orders the confidences; what was not said is medium.
func sureness(c Confidence) int {
	return slices.Index([]Confidence{Low, Medium, High}, cmp.Or(c, Medium))
}

// in is the subject about another area.
func (s Subject) in(a AreaID) Subject {
	parts := strings.Split(string(s), "/")
	parts[2] = string(a)
	return Subject(strings.Join(parts, "/"))
}
