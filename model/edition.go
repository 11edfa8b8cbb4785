package model

import (
	"fmt"
	"slices"
)

// Edition names one edition of one rubric.
type Edition struct {
	ID      string `json:"id"`
	Edition string `json:"edition"`
	Title   string `json:"title"`
	Hash    string `json:"hash"`
}

// EditionOf names r.
func EditionOf(r Rubric) Edition {
	return Edition{ID: r.ID, Edition: r.Edition, Title: r.Title, Hash: r.Hash()}
}

// Became says what became of an area from one edition to the next.
type Became string

// What can become of an area. One that was moved and reworded is reworded, and
// its change still says where it moved.
const (
	BecameSame     Became = "unchanged"
	BecameReworded Became = "reworded"
	BecameMoved    Became = "moved"
	BecameSplit    Became = "split"
	BecameMerged   Became = "merged"
	BecameRetired  Became = "retired"
	BecameAdded    Became = "added"
)

// AreaChange is what became of the old areas Old: they are the new areas New
// now. Retired areas have no New, added ones no Old.
type AreaChange struct {
	Became Became   `json:"became"`
	Old    []AreaID `json:"old"`
	New    []AreaID `json:"new"`
	// Reworded names the texts that say what a level means and that changed.
	Reworded []string `json:"reworded"`
	// Beside names what else changed: what stands around those texts, or only
	// their punctuation. A judgement does not rest on it.
	Beside []string   `json:"beside"`
	Group  *GroupMove `json:"group"` // nil when it stayed in its group
}

// GroupMove is an area's way from one group to another.
type GroupMove struct {
	Old GroupID `json:"old"`
	New GroupID `json:"new"`
}

// Offer is a pair that may belong together. Nothing is made of it unless a
// person says so.
type Offer struct {
	Old      AreaID  `json:"old"`
	New      AreaID  `json:"new"`
	Likeness float64 `json:"likeness"` // the share of their words that both have
}

// Difference is how one edition differs from another, area by area: in the
// order of the new one, with what was retired at the end.
type Difference struct {
	Old    Edition      `json:"old"`
	New    Edition      `json:"new"`
	Apart  string       `json:"apart"` // why levels cannot be set beside each other, "" when they can
	Scale  []string     `json:"scale"` // what changed of the scale, in words
	Areas  []AreaChange `json:"areas"`
	Offers []Offer      `json:"offers"`
}

// Count is how many changes are of one sort.
func (d Difference) Count(b Became) int {
	n := 0
	for _, c := range d.Areas {
		if c.Became == b {
			n++
		}
	}
	return n
}

// Same reports whether every area is as it was.
func (d Difference) Same() bool {
	return len(d.Scale) == 0 && len(d.Offers) == 0 && !slices.ContainsFunc(d.Areas, func(c AreaChange) bool {
		return c.Became != BecameSame || len(c.Beside) > 0
	})
}

// Diff compares two editions. Areas are matched by their code first, and by
// their words where the code does not tell. What could be meant in two ways is
// offered and never assumed. Every area of both editions is in one change.
func Diff(before, after Rubric) Difference {
	m := newMatcher(before, after)
	m.match()
	d := Difference{
		Old: EditionOf(before), New: EditionOf(after), Apart: after.Apart(before),
		Scale: scaleChanges(before.Scale, after.Scale), Areas: []AreaChange{}, Offers: m.offers(),
	}
	for j, a := range after.Areas {
		if c, ok := m.changeOf(j); ok {
			d.Areas = append(d.Areas, c)
		} else if m.toOld[j] == none {
			d.Areas = append(d.Areas, bare(BecameAdded, nil, []AreaID{a.ID}))
		}
	}
	for i, a := range before.Areas {
		if m.toNew[i] == none {
			d.Areas = append(d.Areas, bare(BecameRetired, []AreaID{a.ID}, nil))
		}
	}
	return d
}

func bare(b Became, before, after []AreaID) AreaChange {
	c := AreaChange{Became: b, Old: before, New: after, Reworded: []string{}, Beside: []string{}}
	if c.Old == nil {
		c.Old = []AreaID{}
	}
	if c.New == nil {
		c.New = []AreaID{}
	}
	return c
}

// changeOf is the change that has the j-th new area as its first; ok is false
// when it is another's or new.
func (m *matcher) changeOf(j int) (c AreaChange, ok bool) {
	i := m.toOld[j]
	if i == none {
		return c, false
	}
	news, olds := m.newOf(i), m.oldOf(j)
	switch {
	case news[0] != j:
		return c, false
	case len(news) > 1:
		return bare(BecameSplit, m.oldIDs(olds), m.newIDs(news)), true
	case len(olds) > 1:
		return bare(BecameMerged, m.oldIDs(olds), m.newIDs(news)), true
	}
	return m.pair(i, j), true
}

// pair is the change of one area into one other.
func (m *matcher) pair(i, j int) AreaChange {
	was, is := m.before.Areas[i], m.after.Areas[j]
	c := bare(BecameSame, []AreaID{was.ID}, []AreaID{is.ID})
	c.Reworded, c.Beside = rewordings(was, is)
	if !sameValue(m.mapped(m.before.NeedsFirst(was.ID)), m.after.NeedsFirst(is.ID)) {
		c.Beside = append(c.Beside, "what it needs first")
	}
	if m.regrouped(was.Group, is.Group) {
		c.Group = &GroupMove{was.Group, is.Group}
	}
	switch {
	case len(c.Reworded) > 0:
		c.Became = BecameReworded
	case c.Group != nil || was.ID != is.ID:
		c.Became = BecameMoved
	}
	return c
}

// regrouped reports whether two groups are not one: a group that only has
// another code, or only another title, is still the same.
func (m *matcher) regrouped(was, is GroupID) bool {
	if was == is {
		return false
	}
	g, _ := m.before.Group(was)
	h, _ := m.after.Group(is)
	return g.Title != h.Title
}

// Apart says why levels given on r cannot be set beside levels given on
// earlier: the words go on from "it was judged with". It is "" when they can.
func (r Rubric) Apart(earlier Rubric) string {
	switch {
	case r.ComparableWith(earlier):
		return ""
	case r.ID != earlier.ID:
		return fmt.Sprintf("another rubric: %s %s", earlier.Title, earlier.Edition)
	case len(r.Scale.Levels) != len(earlier.Scale.Levels):
		return fmt.Sprintf("edition %s, which has %d levels instead of %d", earlier.Edition, len(earlier.Scale.Levels), len(r.Scale.Levels))
	}
	return fmt.Sprintf("edition %s, which edition %s does not name as comparable", earlier.Edition, r.Edition)
}

// scaleChanges says what changed of a scale, in words.
func scaleChanges(was, is Scale) []string {
	changes := []string{}
	if len(was.Levels) != len(is.Levels) {
		return append(changes, fmt.Sprintf("%d levels instead of %d", len(is.Levels), len(was.Levels)))
	}
	for i, l := range is.Levels {
		switch old := was.Levels[i]; {
		case old.Name != l.Name:
			changes = append(changes, fmt.Sprintf("level %d is called %s instead of %s", i+1, l.Name, old.Name))
		case !sameWords(old.Meaning, l.Meaning):
			changes = append(changes, fmt.Sprintf("the meaning of level %d was reworded", i+1))
		}
	}
	if was.Expected != is.Expected {
		changes = append(changes, fmt.Sprintf("level %d is expected instead of %d", is.Expected, was.Expected))
	}
	return changes
}
