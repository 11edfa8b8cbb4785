// Package confirm asks the one shape of destructive question: what would go,
// for how long it can be brought back, and the safe answer chosen.
//
// It imports the leaves of ui and waymark/model; never another screen.
package confirm

import (
	"errors"
	"slices"

	tea "charm.land/bubbletea/v2"

	"waymark/model"
	"waymark/ui"
	"waymark/ui/env"
	"waymark/ui/keys"
	"waymark/ui/layout"
	"waymark/ui/nav"
)

// Screen asks whether to delete the evaluation on the desk.
type Screen struct {
	env    *env.Env
	route  nav.Confirm
	remove bool       // “Delete it” is chosen
	trend  model.Year // from which change over time would start, "" for no change
	status string
	size   layout.Size
}

// found is the schools on this computer.
type found struct{ schools []env.SchoolEntry }

// New asks with “Keep it” chosen.
func New(e *env.Env, r nav.Confirm) *Screen { return &Screen{env: e, route: r} }

// Init reads the school's other years, to say what deleting means for them.
func (s *Screen) Init() tea.Cmd {
	shelf, ctx := s.env.Shelf, s.env.Ctx
	return func() tea.Msg {
		all, err := shelf.Schools(ctx)
		if err != nil {
			return found{} // the question can be asked without
		}
		return found{all}
	}
}

// Update takes the other years.
func (s *Screen) Update(msg tea.Msg) tea.Cmd {
	if msg, ok := msg.(found); ok {
		s.trend = s.trendFrom(msg.schools)
	}
	return nil
}

// trendFrom is the year from which change over time starts without this
// evaluation, when that is another one than with it.
func (s *Screen) trendFrom(schools []env.SchoolEntry) model.Year {
	book := s.env.Desk.Book
	i := slices.IndexFunc(schools, func(e env.SchoolEntry) bool { return e.ID == book.SchoolID() })
	if i < 0 {
		return ""
	}
	first := model.Year("")
	for _, m := range schools[i].Summaries {
		switch {
		case m.Removed, m.ID == book.EvaluationID():
		case m.Year <= book.Evaluation().Year:
			return ""
		case first == "" || m.Year < first:
			first = m.Year
		}
	}
	return first
}

// asked reports whether what is to be deleted is what is open.
func (s *Screen) asked() bool {
	return s.route.What.DeleteEvaluation == s.env.Desk.Book.EvaluationID()
}

// Act carries out one action.
func (s *Screen) Act(p keys.Press) tea.Cmd {
	s.status = ""
	switch p.Action {
	case keys.Left, keys.Up:
		s.remove = false
	case keys.Right, keys.Down:
		s.remove = true
	case keys.NextPart, keys.PartBefore:
		s.remove = !s.remove
	case keys.Back:
		s.keep()
	case keys.Enter:
		if s.remove && s.asked() {
			s.delete()
			return nil
		}
		s.keep()
	}
	return nil
}

func (s *Screen) keep() {
	s.env.Nav.Pop()
	s.env.Nav.Say("Kept. Nothing has changed.")
}

func (s *Screen) delete() {
	title := s.env.Desk.Book.Evaluation().Title
	err := s.env.Desk.Do(s.env.Desk.Book.SetRemoved(true))
	if err != nil && !errors.Is(err, model.ErrNothing) {
		s.remove = false
		s.status = env.Why(err, "It could not be deleted. Nothing has changed.")
		return
	}
	s.env.Nav.Home(nav.Years{})
	s.env.Nav.Say("“" + layout.Cut(title, 30) + "” is deleted. Press u to bring it back.")
}

// Live is what can be done here.
func (s *Screen) Live() []keys.Live {
	if !s.asked() {
		return []keys.Live{{Action: keys.Enter, Words: "go back", Footer: true}, {Action: keys.Back, Words: "go back"}}
	}
	enter := "keep it"
	if s.remove {
		enter = "delete it"
	}
	return []keys.Live{
		{Action: keys.Enter, Words: enter, Footer: true},
		{Action: keys.Left, Shown: "←→", Words: "change", Footer: true},
		{Action: keys.Right},
		{Action: keys.Up},
		{Action: keys.Down},
		{Action: keys.NextPart, Words: "the other answer"},
		{Action: keys.PartBefore, Words: "the other answer"},
		{Action: keys.Back, Words: "keep it", Footer: true},
	}
}

// HelpTitle names the screen in the help.
func (s *Screen) HelpTitle() string { return "deleting" }

// Head names the school.
func (s *Screen) Head() ui.Head {
	return ui.Head{Crumbs: []string{s.env.Desk.Book.School().Name, "Delete"}}
}

// Status says what Enter does.
func (s *Screen) Status() string {
	switch {
	case s.status != "":
		return s.status
	case !s.asked():
		return "Nothing has changed. Open that year first, then delete it."
	case s.remove:
		return "“Delete it” is chosen. Press Enter to delete, or ← to keep it."
	}
	return "“Keep it” is chosen. To delete, move to “Delete it” and press Enter."
}

// Resize takes the body's size.
func (s *Screen) Resize(size layout.Size) { s.size = size }

var _ ui.Screen = (*Screen)(nil)
