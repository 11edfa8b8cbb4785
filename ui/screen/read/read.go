// Package read is the screen on which an area is read in full: its levels
// beside each other, why it matters, and where to look.
//
// It imports the leaves of ui and waymark/model; never another screen.
package read

import (
	"errors"
	"fmt"
	"strings"

	tea "charm.land/bubbletea/v2"

	"waymark/model"
	"waymark/model/desk"
	"waymark/ui"
	"waymark/ui/env"
	"waymark/ui/keys"
	"waymark/ui/layout"
	"waymark/ui/nav"
)

// Screen shows one area in full.
type Screen struct {
	env    *env.Env
	area   model.Area
	at     model.Level // the level looked at
	from   model.Level // the first level shown
	first  int         // the first line shown
	status string
	size   layout.Size
}

// New opens the screen at an area; one that does not exist opens the first.
func New(e *env.Env, r nav.Read) *Screen {
	s := &Screen{env: e, at: 1}
	a, ok := s.book().Rubric().Area(r.Area)
	if !ok {
		a = s.book().Rubric().Areas[0]
	}
	s.area = a
	if j, ok := s.chosen(); ok {
		s.at = j.Level
	}
	s.from = max(1, s.at-1)
	return s
}

// Area is the area being read.
func (s *Screen) Area() model.AreaID { return s.area.ID }

func (s *Screen) book() *model.Book  { return s.env.Desk.Book }
func (s *Screen) scale() model.Scale { return s.book().Rubric().Scale }
func (s *Screen) top() model.Level   { return s.scale().Top() }

// chosen is the level this person has given, if it is one.
func (s *Screen) chosen() (model.Judgement, bool) { return s.given(s.area.ID) }

// given is the level of an area that this person has given, or that the team
// recorded together.
func (s *Screen) given(id model.AreaID) (model.Judgement, bool) {
	a, v := s.book().Evaluation().Area(id), s.env.Desk.Voice
	j, ok := a.By(v)
	if team, recorded := a.Team(); recorded && v.Role == model.Self {
		j, ok = team, true
	}
	return j, ok && j.State == model.Rated
}

// Init needs nothing.
func (s *Screen) Init() tea.Cmd { return nil }

// Update takes the answer to copy.
func (s *Screen) Update(msg tea.Msg) tea.Cmd {
	switch msg := msg.(type) {
	case nav.ReturnedMsg:
		s.status = ""
	case copied:
		s.status = msg.words()
	}
	return nil
}

// Act carries out one action.
func (s *Screen) Act(p keys.Press) tea.Cmd {
	s.status = ""
	switch p.Action {
	case keys.Left:
		s.look(s.at - 1)
	case keys.Right:
		s.look(s.at + 1)
	case keys.Level:
		s.number(p.N)
	case keys.Enter:
		s.enter()
	case keys.Back:
		s.env.Nav.Pop()
	case keys.Note:
		s.env.Nav.Push(nav.Note{Area: s.area.ID})
	case keys.Full:
		s.env.Nav.Push(nav.AreaPage{Area: s.area.ID})
	case keys.Copy:
		return s.copy()
	default:
		s.scroll(p.Action)
	}
	return nil
}

// look moves to a level and brings it into view.
func (s *Screen) look(l model.Level) {
	if l < 1 || l > s.top() {
		return
	}
	s.at = l
	s.frame()
}

// frame keeps the level looked at among the levels shown.
func (s *Screen) frame() {
	n := model.Level(s.columns())
	s.from = min(max(s.from, s.at-n+1), s.at)
	s.from = max(1, min(s.from, s.top()-n+1))
}

func (s *Screen) scroll(a keys.Action) {
	page := max(1, s.room()-1)
	switch a {
	case keys.Up:
		s.first--
	case keys.Down:
		s.first++
	case keys.PageUp:
		s.first -= page
	case keys.PageDown:
		s.first += page
	case keys.Home:
		s.first = 0
	case keys.End:
		s.first = len(s.body())
	}
	s.first = max(0, min(s.first, s.over()))
}

// over is how many lines do not fit.
func (s *Screen) over() int { return max(0, len(s.body())-s.room()) }

func (s *Screen) number(n int) {
	if n > int(s.top()) {
		s.status = fmt.Sprintf("Press a number from 1 to %d.", s.top())
		return
	}
	if s.give(model.Level(n)) {
		s.look(model.Level(n))
		s.status = fmt.Sprintf("Chosen: %d %s. Esc goes back.", n, s.scale().Name(model.Level(n)))
	}
}

// enter chooses the level looked at, if it is another, and goes back.
func (s *Screen) enter() {
	if j, ok := s.chosen(); ok && j.Level == s.at || s.give(s.at) {
		s.env.Nav.Pop()
	}
}

// give gives the area a level and reports whether it has it now.
func (s *Screen) give(l model.Level) bool {
	err := s.env.Desk.Do(s.book().GiveLevel(s.env.Desk.Voice, s.area.ID, l))
	switch {
	case err == nil, errors.Is(err, model.ErrNothing):
		return true
	case errors.Is(err, model.ErrFinished):
		s.status = "This self-evaluation is finished. To change levels, open it again first."
	case errors.Is(err, desk.ErrReadOnly):
		s.status = "This was opened to read only. Nothing has changed."
	default:
		s.status = "The level could not be given. Nothing has changed."
	}
	return false
}

func (s *Screen) copy() tea.Cmd {
	text, files, ctx := s.text(), s.env.Files, s.env.Ctx
	return func() tea.Msg {
		said, err := files.Copy(ctx, text)
		return copied{said, err}
	}
}

// copied is the answer to copy.
type copied struct {
	said string
	err  error
}

func (c copied) words() string {
	if c.err != nil {
		return "Nothing could be copied. To select text, drag over it with the mouse."
	}
	return c.said
}

// Live is what can be done while reading.
func (s *Screen) Live() []keys.Live {
	enter := "go back"
	if j, ok := s.chosen(); !ok || j.Level != s.at {
		enter = fmt.Sprintf("choose %d and go back", s.at)
	}
	live := []keys.Live{
		{Action: keys.Enter, Words: enter, Footer: true},
		{Action: keys.Left, Shown: "←→", Words: "other levels", Footer: true},
		{Action: keys.Right},
	}
	if s.over() > 0 {
		live = append(live, keys.Live{Action: keys.Up, Shown: "↑↓", Words: "scroll", Footer: true},
			keys.Live{Action: keys.Down}, keys.Live{Action: keys.PageUp}, keys.Live{Action: keys.PageDown},
			keys.Live{Action: keys.Home}, keys.Live{Action: keys.End})
	}
	return append(live,
		keys.Live{Action: keys.Level, Shown: fmt.Sprintf("1-%d", s.top()), Words: "choose", Footer: true},
		keys.Live{Action: keys.Full, Words: "whole page", Footer: true},
		keys.Live{Action: keys.Copy, Words: "copy text", Footer: true},
		keys.Live{Action: keys.Back, Words: "back", Footer: true},
		keys.Live{Action: keys.Note, Words: "note"},
	)
}

// HelpTitle names the screen in the help.
func (s *Screen) HelpTitle() string { return "reading an area in full" }

// Head is where the area is.
func (s *Screen) Head() ui.Head {
	r := s.book().Rubric()
	g, _ := r.Group(s.area.Group)
	h := ui.Head{Crumbs: []string{s.book().School().Name, string(g.ID) + " " + g.Title}}
	if s.env.Window.Class() == layout.Narrow || s.env.Window.Class() == layout.Tiny {
		h.Crumbs = append(h.Crumbs, s.area.Name())
	}
	h.Place = fmt.Sprintf("%d of %d", r.Index(s.area.ID)+1, len(r.Areas))
	return h
}

// Status says how much is shown.
func (s *Screen) Status() string {
	if s.status != "" {
		return s.status
	}
	var parts []string
	if s.first < s.over() {
		parts = append(parts, "More below.")
	}
	n := s.columns()
	switch {
	case n >= int(s.top()):
	case n == 1:
		parts = append(parts, fmt.Sprintf("Level %d of %d. %s shows the others.", s.at, s.top(), s.env.Theme.Glyph.ArrowsLR))
	default:
		parts = append(parts, fmt.Sprintf("Levels %d and %d of %d are shown. %s shows the others.", s.from, int(s.from)+n-1, s.top(), s.env.Theme.Glyph.ArrowsLR))
	}
	if len(parts) == 0 {
		return "Press the number that fits best, or Esc to go back."
	}
	return strings.Join(parts, " ")
}

var _ ui.Screen = (*Screen)(nil)
