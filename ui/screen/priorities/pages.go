package priorities

import (
	"cmp"
	"fmt"
	"slices"

	"waymark/model"
	"waymark/model/arrange"
	"waymark/model/priority"
	"waymark/ui/keys"
	"waymark/ui/nav"
)

// acts lists in words what can be done with an accepted priority.
func (s *Screen) acts(r row) page {
	p := &picker{s: s, heading: "What would you like to do with this priority?", about: []row{r}, verb: "do it", leave: "leave it as it is"}
	p.says = "Enter does the chosen one. u takes it back."
	does := func(words string, a keys.Action) {
		p.choices = append(p.choices, choice{title: words, pick: func() { s.page = nil; s.onRow(keys.Press{Action: a}, r) }})
	}
	does("Change its words", keys.Edit)
	if len(s.partners(r)) > 0 {
		does("Put it together with another", keys.Merge)
	}
	if len(s.rest(r)) > 0 {
		does("Swap it for another area", keys.Replace)
	}
	if r.number > 1 {
		does("Move it up", keys.MoveUp)
	}
	if r.number < len(s.planned()) {
		does("Move it down", keys.MoveDown)
	}
	if len(r.text.Steps) > 0 {
		p.choices = append(p.choices, choice{title: "Take out one of its first steps", pick: func() { s.page = s.pickStep(r) }})
	}
	if r.lead() != "" {
		does("Not now: set its area aside", keys.Aside)
	}
	does("Take it out of the plan", keys.Drop)
	if r.lead() != "" {
		p.choices = append(p.choices, choice{title: "See how it was suggested", pick: func() { s.page = nil; s.env.Nav.Push(nav.Working{Area: r.lead(), K: s.k}) }})
	}
	return p.numbered()
}

// pickStep asks which first step goes out again.
func (s *Screen) pickStep(r row) page {
	p := &picker{s: s, heading: "Take out which first step?", about: []row{r}, verb: "take it out", leave: "keep them all"}
	p.says = "Enter takes it out; u puts it back."
	for _, step := range r.text.Steps {
		p.choices = append(p.choices, choice{title: step, pick: func() {
			s.page = nil
			s.do("The step is taken out. u puts it back.", s.changes(s.book().DropStep(r.id, step)))
		}})
	}
	return p.numbered()
}

// partners are the other priorities r can be put together with.
func (s *Screen) partners(r row) []row {
	var all []row
	for _, other := range s.rows {
		if (other.kind == plan || other.kind == offer) && !other.same(r) {
			all = append(all, other)
		}
	}
	return all
}

func (s *Screen) pickPartner(r row) {
	p := &picker{s: s, heading: "Put together with which?", about: []row{r}, verb: "put together", leave: "keep separate"}
	p.says = "Press the number of the other one, then Enter."
	for _, other := range s.partners(r) {
		p.choices = append(p.choices, choice{
			number: other.number, title: other.text.Title, codes: other.text.Areas,
			pick: func() { s.page = s.merge(r, other) },
		})
	}
	if len(p.choices) == 0 {
		s.status = "There is no other priority here to put it together with."
		return
	}
	s.page = p
}

// others are the areas that could take the place of r: first what would come
// next if a suggestion made way, then the rest.
func (s *Screen) others(r row) []model.AreaID {
	rest := s.rest(r)
	if r.kind == plan {
		return rest
	}
	var all []model.AreaID
	for _, id := range s.without(r.lead()) {
		if slices.Contains(rest, id) {
			all = append(all, id)
		}
	}
	for _, id := range rest {
		if !slices.Contains(all, id) {
			all = append(all, id)
		}
	}
	return all
}

// rest are the areas below expected that could take the place of r: what is
// suggested beside an accepted priority, then the others, the neediest first.
func (s *Screen) rest(r row) []model.AreaID {
	if s.err != nil {
		return nil
	}
	var all []model.AreaID
	if r.kind == plan {
		all = s.offers()
	}
	left := slices.Clone(s.answer.NotChosen)
	arrange.By(left, func(a, b priority.NotChosen) int { return cmp.Compare(s.need(b.Area), s.need(a.Area)) })
	for _, n := range left {
		all = append(all, n.Area)
	}
	return slices.DeleteFunc(all, func(id model.AreaID) bool {
		return r.lead() == id || s.emphasis(id).Excluded || s.covered(id) && !slices.Contains(r.text.Areas, id)
	})
}

func (s *Screen) swap(r row) {
	p := &picker{s: s, heading: "Swap for which area?", about: []row{r}, verb: "swap", leave: "keep it"}
	p.says = "The first is what would come next. Enter swaps; u swaps back."
	for _, id := range s.others(r) {
		a, _ := s.rubric().Area(id)
		p.choices = append(p.choices, choice{title: a.Name(), note: s.why(id), pick: func() { s.swapFor(r, id) }})
	}
	if len(p.choices) == 0 {
		s.status = "No other area is below the expected level, so there is nothing to swap in."
		return
	}
	s.page = p.numbered()
}

// why is the line that says why an area is not suggested.
func (s *Screen) why(id model.AreaID) string {
	for _, n := range s.answer.NotChosen {
		if n.Area == id {
			return n.Why
		}
	}
	return ""
}

// swapFor puts an area in the place of r. A suggestion makes way by being set
// aside; the area that takes its place is pinned only if it would not be
// suggested by itself.
func (s *Screen) swapFor(r row, id model.AreaID) {
	s.page = nil
	if r.kind == plan {
		s.do(fmt.Sprintf("Swapped for %s. u swaps them back.", id), s.changes(s.book().Replace(r.id, s.textFor(id))))
		return
	}
	a, _ := s.rubric().Area(id)
	out, in := s.emphasis(r.lead()), s.emphasis(id)
	out.Excluded, out.Pinned, out.Reason = true, false, "Swapped for "+a.Name()
	rules := []changed{s.changes(s.book().Emphasise(r.lead(), out))}
	if !slices.Contains(s.without(r.lead()), id) {
		in.Pinned = true
		rules = append(rules, s.changes(s.book().Emphasise(id, in)))
	}
	if s.do(fmt.Sprintf("%s is set aside and %s takes its place. u swaps them back.", r.lead(), id), rules...) {
		s.toOffer(id)
	}
}

// without is what would be suggested if one area were set aside.
func (s *Screen) without(out model.AreaID) []model.AreaID {
	in := priority.FromBook(s.book(), s.env.Before())
	in.K = s.k
	for i := range in.Areas {
		if in.Areas[i].ID == out {
			in.Areas[i].Excluded = true
		}
	}
	a, err := priority.Suggest(in)
	if err != nil {
		return nil
	}
	return a.Suggested()
}

func (s *Screen) toOffer(id model.AreaID) {
	for i, r := range s.rows {
		if r.kind == offer && r.lead() == id {
			s.list.Cursor = i
		}
	}
}

// makeRoom asks which of five priorities a sixth takes the place of.
func (s *Screen) makeRoom(text model.PriorityText) page {
	p := &picker{
		s: s, heading: "You have 5, which is the most",
		above: []string{"A sixth gives the others less time. Which one makes room for this?", "", "  " + text.Title},
		verb:  "put it in its place", leave: "keep these 5",
		says: "Enter takes that one out and puts the new one there. u takes it back.",
	}
	for _, r := range s.planned() {
		p.choices = append(p.choices, choice{number: r.number, title: r.text.Title, codes: r.text.Areas, pick: func() {
			s.page = nil
			done := s.do(fmt.Sprintf("In place of number %d. u puts that one back.", r.number), s.changes(s.book().Replace(r.id, text)))
			if done && p.after != nil {
				p.after()
			}
		}})
	}
	return p
}
