// Package priorities is where a school chooses three to five priorities: those
// it has accepted, what its judgements suggest and why, what is set aside, and
// what to find out first. Everything it does is one act that u takes back.
//
// It imports the leaves of ui and waymark/model; never another screen.
package priorities

import (
	tea "charm.land/bubbletea/v2"

	"waymark/model"
	"waymark/model/priority"
	"waymark/ui"
	"waymark/ui/env"
	"waymark/ui/keys"
	"waymark/ui/layout"
	"waymark/ui/nav"
	"waymark/ui/widget"
)

// Screen is the list of priorities. A page, when there is one, asks something
// in its place.
type Screen struct {
	env    *env.Env
	answer priority.Answer
	err    error  // why nothing can be suggested
	k      int    // how many were asked for outright, 0 for as many as the needs call for
	asked  string // the version of the input the answer for k was made from
	anyway bool   // suggest although not every area is judged
	rows   []row
	list   widget.List
	page   page
	size   layout.Size
	status string
	first  int         // first body line in view
	at     map[int]int // body line -> row, as last drawn
}

// page asks something of one priority: its words, or a choice.
type page interface {
	view(size layout.Size) []string
	live() []keys.Live
	act(p keys.Press)
	update(msg tea.Msg)
	status() string
	texting() bool
	point() (x, y int, ok bool)
	click(y int)
	wheel(by int)
}

// New opens the list at the first suggestion.
func New(e *env.Env, _ nav.Priorities) *Screen { return &Screen{env: e} }

func (s *Screen) book() *model.Book    { return s.env.Desk.Book }
func (s *Screen) rubric() model.Rubric { return s.book().Rubric() }

// Init works the suggestion out.
func (s *Screen) Init() tea.Cmd {
	s.refresh()
	s.to(offer, 0)
	return nil
}

// Update works the suggestion out again when the screen is on top again, and
// hands keys and pastes to the field that has the focus.
func (s *Screen) Update(msg tea.Msg) tea.Cmd {
	switch msg := msg.(type) {
	case nav.ReturnedMsg:
		s.status = ""
		s.refresh()
	case nav.UndoneMsg:
		s.page = nil // what it asked about may be gone; words typed are kept
	case tea.KeyPressMsg, tea.PasteMsg:
		if s.page != nil {
			s.page.update(msg)
		}
	}
	return nil
}

// refresh reads the book again and keeps the cursor on what it was on.
func (s *Screen) refresh() {
	was, had := s.row()
	s.suggest()
	s.rows = s.build()
	s.list.Set(len(s.rows), len(s.rows))
	if !had {
		return
	}
	for i, r := range s.rows {
		if r.same(was) {
			s.list.Cursor = i
		}
	}
}

// suggest asks for the answer: the shared one, or the one for as many
// priorities as were asked for.
func (s *Screen) suggest() {
	if s.k == 0 {
		s.answer, s.err = s.env.Answer()
		s.asked = ""
		return
	}
	in := priority.FromBook(s.book(), s.env.Before())
	in.K = s.k
	if v := in.Version(); v != s.asked {
		s.asked = v
		s.answer, s.err = priority.Suggest(in)
	}
}

// row is what the cursor is on.
func (s *Screen) row() (row, bool) {
	if s.list.Cursor < len(s.rows) {
		return s.rows[s.list.Cursor], true
	}
	return row{}, false
}

// to puts the cursor on the n-th row of a kind, or the last before it.
func (s *Screen) to(k kind, n int) {
	for i, r := range s.rows {
		if r.kind != k {
			continue
		}
		s.list.Cursor = i
		if n--; n < 0 {
			return
		}
	}
}

// Area is the area the cursor's row is about, for quick notes.
func (s *Screen) Area() model.AreaID {
	r, _ := s.row()
	return r.lead()
}

// Act carries out one action.
func (s *Screen) Act(p keys.Press) tea.Cmd {
	if s.page != nil {
		s.page.act(p)
		return nil
	}
	if s.list.Act(p) {
		s.status = ""
		return nil
	}
	s.status = ""
	s.own(p)
	return nil
}

// widest is how far a row's two ends may be apart and still be read as one.
const widest = 116

// Resize takes the body's size.
func (s *Screen) Resize(size layout.Size) {
	s.size = layout.Size{W: min(size.W, widest), H: size.H}
	if s.page != nil {
		s.page.view(s.size) // fields wrap at the new width before the cursor is asked for
	}
}

// TakesText reports whether a field has the focus.
func (s *Screen) TakesText() bool { return s.page != nil && s.page.texting() }

// Point is the cursor of the field.
func (s *Screen) Point() (x, y int, ok bool) {
	if s.page == nil {
		return 0, 0, false
	}
	return s.page.point()
}

// HelpTitle names the screen in the help.
func (s *Screen) HelpTitle() string { return "choosing priorities" }

// Head names the school and the place.
func (s *Screen) Head() ui.Head {
	return ui.Head{Crumbs: []string{s.book().School().Name, "Priorities"}}
}

var (
	_ ui.Screen   = (*Screen)(nil)
	_ ui.Texting  = (*Screen)(nil)
	_ ui.Pointing = (*Screen)(nil)
	_ ui.Clicking = (*Screen)(nil)
)
