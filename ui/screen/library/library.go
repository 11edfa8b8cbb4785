// Package library is where rubrics are read without judging anything: the
// rubrics on this computer, what each is for, the tour through one of them,
// and a search across them all.
//
// It imports the leaves of ui and waymark/model; never another screen.
package library

import (
	"slices"

	tea "charm.land/bubbletea/v2"

	"waymark/model"
	"waymark/ui"
	"waymark/ui/env"
	"waymark/ui/keys"
	"waymark/ui/layout"
	"waymark/ui/nav"
	"waymark/ui/widget"
)

// Screen is the list of rubrics, or the page of one of them; a search, while
// there is one, is in its place.
type Screen struct {
	env    *env.Env
	hash   string // the rubric whose page this is, "" for the list
	all    []env.RubricEntry
	ready  bool
	rows   []row
	list   widget.List
	page   *widget.Page
	search *search // nil while nothing is searched for
	status string
	size   layout.Size
}

// row is something that can be chosen.
type row struct {
	text, note string
	about      []string // said below it while it is chosen
	details    []string // said below it where there is room
	verb       string
	open       nav.Route
}

// found is the rubrics on this computer. It says which page asked for them.
type found struct {
	hash    string
	rubrics []env.RubricEntry
	err     error
}

// New opens the list, or the page of one rubric.
func New(e *env.Env, r nav.Library) *Screen { return &Screen{env: e, hash: r.Rubric} }

// Init reads the rubrics.
func (s *Screen) Init() tea.Cmd {
	shelf, ctx, hash := s.env.Shelf, s.env.Ctx, s.hash
	return func() tea.Msg {
		all, err := shelf.Rubrics(ctx)
		return found{hash, all, err}
	}
}

// Update takes the rubrics, and typing while something is searched for.
func (s *Screen) Update(msg tea.Msg) tea.Cmd {
	switch msg := msg.(type) {
	case nav.ReturnedMsg:
		s.status = ""
		if s.ready {
			s.build()
		}
	case found:
		s.found(msg)
	case tea.KeyPressMsg, tea.PasteMsg:
		if s.search != nil {
			s.search.update(msg)
		}
	}
	return nil
}

// found keeps the rubrics there are; that of the open evaluation is there even
// when the shelf has lost it.
func (s *Screen) found(msg found) {
	if s.ready || msg.hash != s.hash {
		return
	}
	all, at := msg.rubrics, ""
	if d := s.env.Desk; d != nil {
		at = d.Book.Evaluation().Rubric
		if !slices.ContainsFunc(all, func(e env.RubricEntry) bool { return e.Hash == at }) {
			all = append(slices.Clone(all), env.RubricEntry{Hash: at, Rubric: d.Book.Rubric()})
		}
	}
	s.all = all
	if _, ok := s.shown(); len(all) == 0 || s.hash != "" && !ok {
		s.status = env.Why(msg.err, "No rubric could be read. Your work is safe. Press Esc to go back.")
		return
	}
	s.ready = true
	if i := slices.IndexFunc(all, func(e env.RubricEntry) bool { return e.Hash == at }); s.hash == "" && i >= 0 {
		s.list.Cursor = i
	}
	s.build()
}

// shown is the rubric whose page this is.
func (s *Screen) shown() (env.RubricEntry, bool) {
	i := slices.IndexFunc(s.all, func(e env.RubricEntry) bool { return e.Hash == s.hash })
	if i < 0 {
		return env.RubricEntry{}, false
	}
	return s.all[i], true
}

// Searches reports that Find is the search across all rubrics.
func (s *Screen) Searches() bool { return s.ready && s.search == nil }

// TakesText reports whether letters are for the search.
func (s *Screen) TakesText() bool { return s.search != nil }

// Act carries out one action.
func (s *Screen) Act(p keys.Press) tea.Cmd {
	s.status = ""
	switch {
	case s.search != nil:
		s.actSearching(p)
	case s.list.Act(p):
	case p.Action == keys.Enter:
		s.enter()
	case p.Action == keys.Find:
		s.search = newSearch(s.all)
		s.search.resize(s.size)
	case p.Action == keys.Level:
		s.digit(p.N)
	case p.Action == keys.Back:
		s.env.Nav.Pop()
	}
	return nil
}

func (s *Screen) enter() {
	if s.list.Cursor < len(s.rows) {
		s.env.Nav.Push(s.rows[s.list.Cursor].open)
	}
}

// digit goes to a row by its number; the number again opens it.
func (s *Screen) digit(n int) {
	switch {
	case n > len(s.rows):
	case s.list.Cursor == n-1:
		s.enter()
	default:
		s.list.Cursor = n - 1
	}
}

// HelpTitle names the screen in the help.
func (s *Screen) HelpTitle() string {
	if s.search != nil {
		return "searching all rubrics"
	}
	return "reading rubrics"
}

// Head names the place.
func (s *Screen) Head() ui.Head {
	h := ui.Head{Crumbs: []string{"Waymark", "Rubrics"}}
	if e, ok := s.shown(); ok {
		h.Crumbs = append(h.Crumbs, e.Rubric.Title)
	}
	if s.search != nil {
		h.Crumbs = append(h.Crumbs, "Search")
	}
	return h
}

// Resize takes the body's size.
func (s *Screen) Resize(size layout.Size) {
	s.size = size
	if s.search != nil {
		s.search.resize(size)
	}
}

// Point is the cursor of the search.
func (s *Screen) Point() (x, y int, ok bool) {
	if s.search == nil {
		return 0, 0, false
	}
	return s.search.point()
}

// Click chooses the row under the mouse; a second click opens it.
func (s *Screen) Click(_, y int) tea.Cmd {
	if s.page == nil || s.search != nil {
		return nil
	}
	i, ok := s.page.At(y)
	switch {
	case !ok:
	case i == s.list.Cursor:
		s.enter()
	default:
		s.list.Cursor = i
	}
	return nil
}

// Wheel moves the cursor.
func (s *Screen) Wheel(down bool) tea.Cmd {
	by := map[bool]int{true: 1, false: -1}[down]
	if s.search != nil {
		s.search.list.Move(by)
		return nil
	}
	s.list.Move(by)
	return nil
}

// readOf counts the areas of a rubric that are marked as read, and finds the
// first that is not.
func (s *Screen) readOf(e env.RubricEntry) (n int, next model.AreaID) {
	for _, a := range e.Rubric.Areas {
		switch {
		case s.env.Prefs.HasRead(e.Hash, a.ID):
			n++
		case next == "":
			next = a.ID
		}
	}
	if next == "" && len(e.Rubric.Areas) > 0 {
		next = e.Rubric.Areas[0].ID
	}
	return n, next
}

var (
	_ ui.Screen    = (*Screen)(nil)
	_ ui.Texting   = (*Screen)(nil)
	_ ui.Pointing  = (*Screen)(nil)
	_ ui.Clicking  = (*Screen)(nil)
	_ ui.Searching = (*Screen)(nil)
)
