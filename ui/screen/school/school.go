// Package school asks what the school is called, or offers the schools that
// are already on this computer.
//
// It imports the leaves of ui and waymark/model; never another screen.
package school

import (
	"errors"
	"slices"
	"strings"

	tea "charm.land/bubbletea/v2"

	"waymark/model"
	"waymark/ui"
	"waymark/ui/env"
	"waymark/ui/keys"
	"waymark/ui/layout"
	"waymark/ui/nav"
	"waymark/ui/widget"
)

// Screen is one question with a field, and the schools there are below it.
type Screen struct {
	env     *env.Env
	field   *widget.Field
	schools []env.SchoolEntry
	loaded  bool
	waiting bool // Enter was pressed before the schools were read
	opening bool
	inList  bool
	list    widget.List
	problem string
	status  string
	size    layout.Size
	page    *widget.Page
}

// found is the schools on this computer.
type found struct {
	schools []env.SchoolEntry
	err     error
}

// opened is the answer to opening a school; then is where to go from its home.
type opened struct {
	env.Opened
	then nav.Route
	err  error
}

// New asks for a name; one typed here before and not used is still there.
func New(e *env.Env, _ nav.SchoolName) *Screen {
	s := &Screen{env: e, field: widget.NewLine()}
	s.field.SetValue(e.Typed(env.TypedSchool))
	return s
}

// Init reads which schools there are.
func (s *Screen) Init() tea.Cmd {
	shelf, ctx := s.env.Shelf, s.env.Ctx
	return func() tea.Msg {
		all, err := shelf.Schools(ctx)
		return found{all, err}
	}
}

// Update takes what is typed, and what was read.
func (s *Screen) Update(msg tea.Msg) tea.Cmd {
	switch msg := msg.(type) {
	case tea.KeyPressMsg, tea.PasteMsg:
		s.edit(msg)
	case nav.ReturnedMsg:
		s.status, s.problem = "", ""
		s.field.SetValue(s.env.Typed(env.TypedSchool))
		return s.Init()
	case found:
		return s.found(msg)
	case opened:
		s.opened(msg)
	}
	return nil
}

func (s *Screen) edit(msg tea.Msg) {
	s.status, s.problem = "", ""
	s.field.Update(msg)
	s.env.SetTyped(env.TypedSchool, s.field.Value())
	s.list.Cursor = 0
}

// found shows the schools, and goes on with an Enter that waited for them.
func (s *Screen) found(msg found) tea.Cmd {
	s.loaded, s.schools = true, msg.schools
	if msg.err != nil {
		s.status = env.Why(msg.err, "The schools on this computer could not be read. Nothing has changed.")
	}
	if !s.waiting {
		return nil
	}
	s.waiting = false
	s.env.Nav.Release()
	return s.named()
}

func (s *Screen) opened(msg opened) {
	s.opening = false
	s.env.Nav.Release()
	if msg.err != nil {
		s.status = env.Why(msg.err, "That school could not be opened. Its work is safe. Press Enter to try again.")
		return
	}
	s.env.SetTyped(env.TypedSchool, "")
	s.env.Arrive(msg.Opened, msg.then)
}

// shown is the schools whose name has what is typed in it.
func (s *Screen) shown() []env.SchoolEntry {
	typed := strings.ToLower(model.CleanLine(s.field.Value()))
	return slices.DeleteFunc(slices.Clone(s.schools), func(e env.SchoolEntry) bool {
		return !strings.Contains(strings.ToLower(e.Name), typed)
	})
}

// same is the school that already has the typed name, whatever its case.
func (s *Screen) same() (env.SchoolEntry, bool) {
	name := model.CleanLine(s.field.Value())
	i := slices.IndexFunc(s.schools, func(e env.SchoolEntry) bool { return strings.EqualFold(e.Name, name) })
	if i < 0 || name == "" {
		return env.SchoolEntry{}, false
	}
	return s.schools[i], true
}

// Act carries out one action.
func (s *Screen) Act(p keys.Press) tea.Cmd {
	s.status = ""
	switch p.Action {
	case keys.Enter:
		return s.enter()
	case keys.Back:
		s.env.Nav.Pop()
	case keys.Undo:
		s.field.Undo()
		s.problem = ""
		s.env.SetTyped(env.TypedSchool, s.field.Value())
	case keys.NextPart, keys.PartBefore:
		s.toList(!s.inList)
	case keys.Down:
		if !s.inList {
			s.toList(true)
			return nil
		}
		s.list.Act(p)
	case keys.Up:
		if s.list.Cursor == 0 {
			s.inList = false
			return nil
		}
		s.list.Act(p)
	default:
		s.list.Act(p)
	}
	return nil
}

// toList moves between the field and the list.
func (s *Screen) toList(in bool) {
	if s.inList = in && len(s.shown()) > 0; s.inList {
		s.problem = ""
	}
}

func (s *Screen) enter() tea.Cmd {
	switch {
	case s.opening:
		return nil
	case s.inList:
		if shown := s.shown(); s.list.Cursor < len(shown) {
			return s.open(shown[s.list.Cursor])
		}
		return nil
	case !s.loaded:
		// Whether this is a new school can only be said once the schools are known.
		s.waiting = true
		s.env.Nav.Hold()
		return nil
	}
	return s.named()
}

// named goes on with the typed name.
func (s *Screen) named() tea.Cmd {
	if same, ok := s.same(); ok {
		return s.open(same)
	}
	checked, err := model.CheckSchool(model.School{Name: s.field.Value()})
	var problem *model.FieldError
	if errors.As(err, &problem) {
		s.problem, s.inList = problem.Problem, false
		return nil
	}
	s.env.Nav.Push(nav.ChooseRubric{Name: checked.Name})
	return nil
}

// open opens a school at its newest evaluation. A school without one is asked
// what to judge; one with nothing but deleted ones is shown those first.
func (s *Screen) open(e env.SchoolEntry) tea.Cmd {
	shelf, ctx, id := s.env.Shelf, s.env.Ctx, e.ID
	newest, then, ok := newest(e.Summaries)
	switch {
	case s.visited(id):
		s.env.Nav.Home(nil)
		return nil
	case !ok && e.Example:
		return s.fetch(nil, func() (env.Opened, error) { return shelf.Example(ctx) })
	case !ok:
		s.env.Nav.Push(nav.ChooseRubric{School: id, Name: e.Name})
		return nil
	}
	return s.fetch(then, func() (env.Opened, error) { return shelf.Open(ctx, id, newest) })
}

// visited reports whether a reviewer sits at this school's desk. They stay
// there: its other years tell what it said before.
func (s *Screen) visited(id model.SchoolID) bool {
	d := s.env.Desk
	return d != nil && d.Book.Blind() && d.Book.SchoolID() == id
}

func newest(all []model.Summary) (id model.EvaluationID, then nav.Route, ok bool) {
	for _, m := range all {
		if !m.Removed {
			return m.ID, nil, true
		}
	}
	for _, m := range all {
		return m.ID, nav.Years{}, true
	}
	return "", nil, false
}

func (s *Screen) fetch(then nav.Route, open func() (env.Opened, error)) tea.Cmd {
	s.opening = true
	s.env.Nav.Hold()
	return func() tea.Msg {
		o, err := open()
		return opened{o, then, err}
	}
}

var _ ui.Screen = (*Screen)(nil)
