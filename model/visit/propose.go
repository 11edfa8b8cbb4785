package visit

import (
	"cmp"
	"slices"
	"time"

	"waymark/model"
	"waymark/model/arrange"
	"waymark/model/priority"
)

// Proposal is an area that a visit could look at, and why.
type Proposal struct {
	Area    model.AreaID
	Reasons []Reason
}

// usualFocus is how many areas are proposed when nobody says how many.
const usualFocus = 15

// oldYears is after how long evidence no longer says much of today.
const oldYears = 1

// bigMove is how many levels since last year are worth seeing for oneself.
const bigMove = 2

// Propose chooses up to n areas for a visit to look at (0 for the usual number),
// those most worth it first. Half the places go to what would change the
// priorities most (check, as the suggestion from the school's own levels gives
// it), the others to areas with the most reasons: thin or old evidence, a large
// move since the levels before, a school that is not sure or wants to talk.
// Every group has an area where there are as many places as groups. What the
// school set aside or says does not apply is left out.
//
// It is made from the school's whole book, before the visit. What a reviewer
// may be shown of the reasons is Reason.Quiet.
func Propose(b *model.Book, before map[model.AreaID]model.Level, check []priority.Check, n int, now time.Time) []Proposal {
	if n <= 0 {
		n = usualFocus
	}
	p := &proposing{book: b, most: map[model.AreaID]int{}, places: n, taken: map[model.AreaID]bool{}, groups: map[model.GroupID]int{}}
	for i, c := range check {
		p.most[c.Area] = i + 1
	}
	e := b.Evaluation()
	for _, a := range b.Rubric().Areas {
		if s := e.Area(a.ID); open(s) {
			p.all = append(p.all, candidate{area: a, reasons: reasonsFor(b.Rubric().Scale, s, before[a.ID], now)})
			p.groups[a.Group]++
		}
	}
	p.fair = n >= len(p.groups)
	p.choose()
	return p.chosen
}

// open reports whether a visit could look at an area.
func open(s model.AreaState) bool {
	own, said := s.SchoolOwn()
	return !s.Emphasis.Excluded && (!said || own.State != model.NotApplicable)
}

type candidate struct {
	area    model.Area
	reasons []Reason
}

// weight is how much speaks for looking at an area, beside its place among what
// would change the priorities.
func (c candidate) weight() int {
	sum := 0
	for _, r := range c.reasons {
		sum += r.Kind.weight()
	}
	return sum
}

// proposing is a choice of areas under way.
type proposing struct {
	book   *model.Book
	all    []candidate
	most   map[model.AreaID]int // place among what would change the priorities, from 1
	places int
	fair   bool // there are as many places as groups
	taken  map[model.AreaID]bool
	groups map[model.GroupID]int // open areas of the groups that have none chosen
	chosen []Proposal
}

func (p *proposing) choose() {
	byMost := slices.Clone(p.all)
	byMost = slices.DeleteFunc(byMost, func(c candidate) bool { return p.most[c.area.ID] == 0 })
	arrange.By(byMost, func(a, b candidate) int { return cmp.Compare(p.most[a.area.ID], p.most[b.area.ID]) })
	for _, c := range byMost {
		if len(p.chosen) < (p.places+1)/2 {
			p.take(c, Reason{Kind: ChangesMost})
		}
	}
	rest := slices.Clone(p.all)
	arrange.By(rest, func(a, b candidate) int {
		return cmp.Or(cmp.Compare(b.weight(), a.weight()), cmp.Compare(p.rank(a), p.rank(b)))
	})
	for _, c := range rest {
		p.take(c)
	}
}

// rank is the place of an area among what would change the priorities; those
// that would not change them come last.
func (p *proposing) rank(c candidate) int {
	if at := p.most[c.area.ID]; at > 0 {
		return at
	}
	return len(p.most) + 1
}

// take chooses an area unless its place has to be kept for a group that would
// have none.
func (p *proposing) take(c candidate, first ...Reason) {
	left := p.places - len(p.chosen)
	fresh := p.groups[c.area.Group] > 0
	crowded := !fresh && len(p.groups) >= left && p.fair
	if left <= 0 || p.taken[c.area.ID] || crowded {
		return
	}
	reasons := slices.Concat(first, c.reasons)
	if len(reasons) == 0 {
		reasons = []Reason{p.plain(c, fresh)}
	}
	p.taken[c.area.ID] = true
	delete(p.groups, c.area.Group)
	p.chosen = append(p.chosen, Proposal{Area: c.area.ID, Reasons: reasons})
}

// plain is the reason of an area for which nothing in particular speaks.
func (p *proposing) plain(c candidate, fresh bool) Reason {
	if fresh {
		group, _ := p.book.Rubric().Group(c.area.Group)
		return Reason{Kind: ForGroup, words: "so that " + string(group.ID) + " " + group.Title + " is looked at too"}
	}
	return Reason{Kind: ForRoom, words: "there is room for it"}
}
