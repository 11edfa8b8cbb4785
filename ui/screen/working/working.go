// Package working shows how the suggestion came about: how much of the need
// each priority reaches, what every area below expected carries, what to check
// first, and why the other areas are not there. Every number is one the answer
// was made from.
//
// It imports the leaves of ui and waymark/model; never another screen.
package working

import (
	"errors"
	"fmt"

	tea "charm.land/bubbletea/v2"

	"waymark/model"
	"waymark/model/priority"
	"waymark/ui"
	"waymark/ui/env"
	"waymark/ui/keys"
	"waymark/ui/layout"
	"waymark/ui/nav"
)

// Screen is one long page that can be scrolled, part by part.
type Screen struct {
	env    *env.Env
	area   model.AreaID // the area it was opened for, "" for none
	k      int
	input  priority.Input
	answer priority.Answer
	err    error
	sheet  sheet
	first  int
	size   layout.Size
	status string
	placed bool
}

// New opens the page at an area, or at its start.
func New(e *env.Env, r nav.Working) *Screen {
	return &Screen{env: e, area: r.Area, k: r.K}
}

func (s *Screen) book() *model.Book    { return s.env.Desk.Book }
func (s *Screen) rubric() model.Rubric { return s.book().Rubric() }
func (s *Screen) scale() model.Scale   { return s.rubric().Scale }

// Area is the area the page was opened for.
func (s *Screen) Area() model.AreaID { return s.area }

// Init works the answer out and lays the page.
func (s *Screen) Init() tea.Cmd {
	s.refresh()
	return nil
}

// refresh reads the book again.
func (s *Screen) refresh() {
	s.input = priority.FromBook(s.book(), s.env.Before())
	s.input.K = s.k
	if s.k == 0 {
		s.answer, s.err = s.env.Answer()
	} else {
		s.answer, s.err = priority.Suggest(s.input)
	}
	s.lay()
}

// lay writes the page anew for the present width.
func (s *Screen) lay() {
	if s.size.W == 0 {
		return
	}
	s.sheet = s.write()
	if !s.placed && s.sheet.at > 0 {
		s.first = s.sheet.at - s.size.H/3
	}
	s.placed = true
	s.scroll(0)
}

// Resize lays the page for the new width and keeps the part in view.
func (s *Screen) Resize(size layout.Size) {
	part, into := s.part(), 0
	if len(s.sheet.parts) > 0 {
		into = s.first - s.sheet.parts[part]
	}
	changed := size.W != s.size.W && s.placed
	s.size = size
	if s.input.Areas == nil {
		return // Init lays it
	}
	s.lay()
	if changed && part < len(s.sheet.parts) {
		s.first = s.sheet.parts[part] + into
		s.scroll(0)
	}
}

// Update reads the book again when the screen is on top again.
func (s *Screen) Update(msg tea.Msg) tea.Cmd {
	switch msg := msg.(type) {
	case nav.ReturnedMsg:
		s.status = ""
		s.refresh()
	case copied:
		s.status = msg.words()
	}
	return nil
}

// part is the part the window begins in.
func (s *Screen) part() int {
	at := 0
	for i, y := range s.sheet.parts {
		if y <= s.first {
			at = i
		}
	}
	return at
}

func (s *Screen) scroll(by int) {
	s.first = max(0, min(s.first+by, len(s.sheet.lines)-s.size.H))
}

// Act scrolls, or goes from part to part.
func (s *Screen) Act(p keys.Press) tea.Cmd {
	s.status = ""
	switch p.Action {
	case keys.Up:
		s.scroll(-1)
	case keys.Down:
		s.scroll(1)
	case keys.PageUp:
		s.scroll(1 - s.size.H)
	case keys.PageDown:
		s.scroll(s.size.H - 1)
	case keys.Home:
		s.first = 0
	case keys.End:
		s.scroll(len(s.sheet.lines))
	case keys.NextPart:
		s.to(s.next())
	case keys.PartBefore:
		s.to(s.before())
	case keys.Enter, keys.Emphasis:
		s.env.Nav.Push(nav.Emphasise{Area: s.area})
	case keys.Full:
		s.env.Nav.Push(nav.Read{Area: s.area})
	case keys.Copy:
		return s.copy()
	case keys.Back:
		s.env.Nav.Pop()
	}
	return nil
}

// next is the first part that begins further down, or the first when the end
// is in view.
func (s *Screen) next() int {
	if s.first+s.size.H >= len(s.sheet.lines) {
		return 0
	}
	return min(s.part()+1, len(s.sheet.parts)-1)
}

func (s *Screen) before() int {
	if at := s.part(); s.first > s.sheet.parts[at] {
		return at
	}
	return max(0, s.part()-1)
}

func (s *Screen) to(part int) {
	s.first = s.sheet.parts[part]
	s.scroll(0)
}

// View is the window on the page.
func (s *Screen) View() []string {
	end := min(len(s.sheet.lines), s.first+s.size.H)
	return s.sheet.lines[min(s.first, end):end]
}

// Live is what can be done on the page.
func (s *Screen) Live() []keys.Live {
	var live []keys.Live
	if s.area != "" {
		live = append(live, keys.Live{Action: keys.Enter, Words: "how much " + string(s.area) + " matters", Footer: true})
	}
	if len(s.sheet.lines) > s.size.H {
		live = append(live,
			keys.Live{Action: keys.Up, Shown: "↑↓", Words: "scroll", Footer: true}, keys.Live{Action: keys.Down},
			keys.Live{Action: keys.PageUp}, keys.Live{Action: keys.PageDown}, keys.Live{Action: keys.Home}, keys.Live{Action: keys.End})
	}
	if len(s.sheet.parts) > 1 && len(s.sheet.lines) > s.size.H {
		live = append(live, keys.Live{Action: keys.NextPart, Footer: true}, keys.Live{Action: keys.PartBefore})
	}
	live = append(live, keys.Live{Action: keys.Copy, Words: "copy this page", Footer: true})
	if s.area != "" {
		live = append(live, keys.Live{Action: keys.Full, Words: "read the area in full"})
	}
	return append(live, keys.Live{Action: keys.Back, Words: "back", Footer: true})
}

// Status says what the page rests on.
func (s *Screen) Status() string {
	switch {
	case s.status != "":
		return s.status
	case s.err != nil:
		return "Your work is safe. Go back and change what is said below."
	case s.area != "" && s.sheet.at == 0:
		return fmt.Sprintf("%s is not below the expected level, so it carries no need.", s.area)
	}
	return "Every number here comes from your judgements. You decide."
}

// HelpTitle names the screen in the help.
func (s *Screen) HelpTitle() string { return "how it was worked out" }

// Head names the school and the place.
func (s *Screen) Head() ui.Head {
	h := ui.Head{Crumbs: []string{s.book().School().Name, "Priorities", "How it was worked out"}}
	if n := len(s.sheet.parts); n > 1 && s.err == nil {
		h.Place = fmt.Sprintf("%d of %d", s.part()+1, n)
	}
	return h
}

// refused says why there is nothing to show.
func refused(err error) string {
	var pins *priority.TooManyPins
	if errors.As(err, &pins) {
		return fmt.Sprintf("%d areas must be priorities, and five is the most. Take one off on the priorities page, and Waymark suggests again.", len(pins.Pinned))
	}
	return "Waymark cannot suggest priorities from these judgements. Your work is safe. You can write priorities of your own."
}

var _ ui.Screen = (*Screen)(nil)
