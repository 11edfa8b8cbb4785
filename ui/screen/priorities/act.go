package priorities

import (
	"errors"
	"fmt"

	"waymark/model"
	"waymark/model/desk"
	"waymark/model/priority"
	"waymark/ui/keys"
	"waymark/ui/nav"
)

// own carries out an action on the row under the cursor.
func (s *Screen) own(p keys.Press) {
	r, ok := s.row()
	switch p.Action {
	case keys.Export:
		s.env.Nav.Push(nav.Export{})
		return
	case keys.Why:
		s.env.Nav.Push(nav.Working{Area: r.lead(), K: s.k})
		return
	case keys.Add:
		s.page = s.writeOwn()
		return
	case keys.Fewer:
		s.page = s.explainFewer()
		return
	case keys.Level:
		s.askFor(p.N)
		return
	case keys.LevelOff:
		s.askFor(0)
		return
	}
	if ok {
		s.onRow(p, r)
	}
}

func (s *Screen) onRow(p keys.Press, r row) {
	switch p.Action {
	case keys.Enter:
		s.enter(r)
	case keys.Tick:
		s.tick(r)
	case keys.Aside:
		s.page = s.setAside(r)
	case keys.Replace:
		s.swap(r)
	case keys.Merge:
		s.pickPartner(r)
	case keys.Edit:
		s.page = s.reword(r)
	case keys.Drop:
		s.do("Taken out: "+r.text.Title+". u puts it back.", s.changes(s.book().Drop(r.id)))
	case keys.MoveUp:
		s.do("Moved up. u moves it back.", s.changes(s.book().MovePriority(r.id, -1)))
	case keys.MoveDown:
		s.do("Moved down. u moves it back.", s.changes(s.book().MovePriority(r.id, 1)))
	case keys.Emphasis:
		s.env.Nav.Push(nav.Emphasise{Area: r.lead()})
	case keys.Full:
		s.env.Nav.Push(nav.AreaPage{Area: r.lead()})
	}
}

// enter does the row's main act.
func (s *Screen) enter(r row) {
	switch r.kind {
	case plan:
		s.page = s.acts(r)
	case offer, grow, aside:
		s.tick(r)
	case pinned:
		s.env.Nav.Push(nav.Emphasise{Area: r.lead()})
	case found:
		s.env.Nav.Push(nav.Judge{Area: r.lead(), Once: true})
	case carryOn:
		s.env.Nav.Push(nav.Judge{Area: r.lead()})
	case anyway:
		s.anyway = true
		s.refresh()
		s.to(offer, 0)
	case write:
		s.page = s.writeOwn()
	}
}

// tick accepts what is suggested, or brings back what was set aside.
func (s *Screen) tick(r row) {
	switch r.kind {
	case offer, grow:
		s.accept(r)
	case aside:
		m := s.emphasis(r.lead())
		m.Excluded, m.Reason, m.Revisit = false, "", ""
		s.do(string(r.lead())+" can be suggested again. u sets it aside again.", s.changes(s.book().Emphasise(r.lead(), m)))
	default: // the others have nothing to tick
	}
}

// accept takes a suggestion into the plan and moves on to the next one.
func (s *Screen) accept(r row) {
	place := s.place(r)
	if s.add(r.text) {
		s.to(r.kind, place)
		if now, ok := s.row(); ok && now.kind != r.kind {
			s.to(plan, model.MostPriorities)
		}
	}
}

// place counts the rows of the same kind above r.
func (s *Screen) place(r row) int {
	n := 0
	for _, other := range s.rows {
		if other.same(r) {
			break
		}
		if other.kind == r.kind {
			n++
		}
	}
	return n
}

// add puts a priority into the plan, or asks which one makes room for it.
func (s *Screen) add(text model.PriorityText) bool {
	changes, err := s.book().AddPriority(model.PriorityID(s.env.Desk.NewID()), text)
	var full *model.FullError
	if errors.As(err, &full) && !s.env.Desk.ReadOnly() {
		s.page = s.makeRoom(text)
		return false
	}
	return s.do(s.accepted(), changed{changes, err})
}

// accepted says how far the choosing has come, once one more is accepted.
func (s *Screen) accepted() string {
	switch n := len(s.planned()) + 1; {
	case n < model.FewPriorities:
		return fmt.Sprintf("Accepted. You have %d so far; most schools choose 3 to 5. u takes it back.", n)
	case n < model.MostPriorities:
		return fmt.Sprintf("Accepted. You have %d. Fewer is better. u takes it back.", n)
	default:
		return fmt.Sprintf("Accepted. You have %d, which is the most. u takes it back.", n)
	}
}

// askFor sets how many are suggested; 0 goes back to what the needs call for.
func (s *Screen) askFor(n int) {
	if n != 0 && (n < model.FewPriorities || n > model.MostPriorities) {
		s.status = "Press 3, 4 or 5 to ask for that many suggestions."
		return
	}
	s.k = n
	s.refresh()
	s.to(offer, 0)
	switch {
	case n == 0:
		s.status = fmt.Sprintf("As many as the needs call for: %d.", s.answer.K)
	case s.answer.K < n:
		s.status = fmt.Sprintf("You asked for %d. There are reasons for %d.", n, s.answer.K)
	default:
		s.status = fmt.Sprintf("You asked for %d. Press 0 for as many as the needs call for.", n)
	}
}

// changed is what a rule returned.
type changed struct {
	changes []model.Change
	err     error
}

func (s *Screen) changes(c []model.Change, err error) changed { return changed{c, err} }

// do carries out what rules returned as one act and says what came of it. It
// reports whether there is nothing left to be put right.
func (s *Screen) do(said string, rules ...changed) bool {
	var all []model.Change
	for _, r := range rules {
		if errors.Is(r.err, model.ErrNothing) {
			continue
		}
		if r.err != nil {
			s.status = problem(r.err)
			return false
		}
		all = append(all, r.changes...)
	}
	if len(all) == 0 {
		s.refresh()
		return true
	}
	if err := s.env.Desk.Do(all, nil); err != nil {
		s.status = problem(err)
		return false
	}
	s.refresh()
	s.status = said
	return true
}

// problem says what went wrong, that nothing is lost, and what to do.
func problem(err error) string {
	var full *model.FullError
	var field *model.FieldError
	switch {
	case errors.Is(err, desk.ErrReadOnly):
		return "This was opened to read only. Nothing has changed."
	case errors.Is(err, model.ErrFinished):
		return "This self-evaluation is finished. Open it again from the home page first."
	case errors.Is(err, model.ErrRemoved):
		return "This self-evaluation was deleted. Bring it back from the years page first."
	case errors.As(err, &full):
		return "Five areas must be priorities already. Take one of those off first."
	case errors.As(err, &field):
		return field.Problem + "."
	}
	return "That could not be kept. Nothing has changed. Try again."
}

// cannotSuggest says why there is no suggestion.
func cannotSuggest(err error) string {
	var pins *priority.TooManyPins
	if errors.As(err, &pins) {
		return fmt.Sprintf("%d areas must be priorities, and five is the most. Take one off below.", len(pins.Pinned))
	}
	return "Waymark cannot suggest priorities from these judgements. Your work is safe. You can write your own with +."
}
