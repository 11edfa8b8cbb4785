// Package changed is the screen that sets the priorities as they are suggested
// since a visit beside those before it, and says why each came, went or stayed.
//
// It imports the leaves of ui, waymark/model and its subpackages; never another
// screen.
package changed

import (
	"errors"
	"slices"

	tea "charm.land/bubbletea/v2"

	"waymark/model"
	"waymark/model/priority"
	"waymark/model/visit"
	"waymark/ui"
	"waymark/ui/env"
	"waymark/ui/keys"
	"waymark/ui/layout"
	"waymark/ui/nav"
	"waymark/ui/widget"
)

// Screen shows both suggestions. Until the visit is closed it shows neither:
// they tell what the school said. When a reviewer opens it after that, it puts
// the school back at its own desk: the reviewer's view keeps levels hidden that
// the suggestions rest on.
type Screen struct {
	env      *env.Env
	closed   bool
	returned bool    // the reviewer's view ended when this was opened
	kept     tea.Cmd // remembers that it did
	was, now priority.Answer
	changes  visit.Changes
	trouble  string // why nothing can be suggested, "" when it can
	scroll   widget.List
	status   string
	size     layout.Size
}

// New works both suggestions out.
func New(e *env.Env, _ nav.Changed) *Screen {
	s := &Screen{env: e}
	if s.over() && e.Desk.Book.Blind() {
		s.returned, s.kept = true, e.Return()
	}
	s.refresh()
	return s
}

// book is the school's own: both suggestions rest on everything it said.
func (s *Screen) book() *model.Book { return s.env.SchoolBook() }

// refresh compares again.
func (s *Screen) refresh() {
	s.trouble = ""
	if s.closed = s.over(); !s.closed {
		return
	}
	var err, after error
	s.was, err = priority.Suggest(priority.FromSchool(s.book(), s.env.Before()))
	s.now, after = priority.Suggest(priority.FromBook(s.book(), s.env.Before()))
	if err = errors.Join(err, after); err != nil {
		s.trouble = "The priorities could not be worked out. Your work is safe."
		var pins *priority.TooManyPins
		if errors.As(err, &pins) {
			s.trouble = "More areas are marked as a must than there can be priorities. Take one off first."
		}
		return
	}
	s.changes = visit.Changed(s.was, s.now, s.book())
}

// over reports whether the visit in progress is closed; outside one, whether
// any visit was.
func (s *Screen) over() bool {
	if v, on := s.env.Visit(); on {
		return v.Closed
	}
	return slices.ContainsFunc(s.book().Evaluation().Visits, func(v model.Visit) bool { return v.Closed })
}

// Init remembers at whose desk work goes on.
func (s *Screen) Init() tea.Cmd { return s.kept }

// Update compares again on return, and takes the answer to copy.
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

// Resize takes the body's size.
func (s *Screen) Resize(size layout.Size) { s.size = size }

// Act carries out one action.
func (s *Screen) Act(p keys.Press) tea.Cmd {
	switch p.Action {
	case keys.Enter:
		return s.goOn()
	case keys.Copy:
		return s.copy()
	case keys.Back:
		s.back()
	default:
		s.move(p)
	}
	return nil
}

// goOn opens the school's priorities. A visit that is not closed is signed first.
func (s *Screen) goOn() tea.Cmd {
	if s.closed {
		s.env.Nav.Home(nav.Priorities{})
		return nil
	}
	if _, on := s.env.Visit(); on {
		s.env.Nav.Replace(nav.SignOff{})
	}
	return nil
}

// back goes to the place before, unless that was the reviewer's.
func (s *Screen) back() {
	if s.returned {
		s.env.Nav.Home(nil)
		return
	}
	s.env.Nav.Pop()
}

// move scrolls.
func (s *Screen) move(p keys.Press) {
	s.scroll.Act(p)
}

// Live is what can be done now.
func (s *Screen) Live() []keys.Live {
	back := keys.Live{Action: keys.Back, Words: "back", Footer: true}
	if !s.closed {
		if _, on := s.env.Visit(); on {
			return []keys.Live{{Action: keys.Enter, Words: "sign off", Footer: true}, back}
		}
		return []keys.Live{back}
	}
	live := []keys.Live{{Action: keys.Enter, Words: "to the priorities", Long: "to the school’s own view, with its priorities", Footer: true}}
	if s.trouble == "" {
		for _, l := range widget.Moving() {
			if l.Action == keys.Up {
				l.Words = "scroll"
			}
			live = append(live, l)
		}
		live = append(live, keys.Live{Action: keys.Copy, Words: "copy", Long: "copy what changed", Footer: true})
	}
	return append(live, back)
}

// Head is where this belongs.
func (s *Screen) Head() ui.Head { return ui.Head{Crumbs: []string{"Visit", "What it changes"}} }

// HelpTitle names the screen in the help.
func (s *Screen) HelpTitle() string { return "what a visit changes" }

// Status says where Enter leads.
func (s *Screen) Status() string {
	switch {
	case s.status != "":
		return s.status
	case !s.closed:
		return "This opens when the visit is closed."
	case s.trouble != "":
		return "Nothing has changed."
	case s.returned:
		return "This is the school’s own view again. Enter opens its priorities."
	}
	return "A suggestion, not a verdict. Enter opens the school’s priorities."
}

// Click does nothing here: there is nothing to choose.
func (s *Screen) Click(_, _ int) tea.Cmd { return nil }

// Wheel scrolls.
func (s *Screen) Wheel(down bool) tea.Cmd {
	by := -1
	if down {
		by = 1
	}
	s.scroll.Move(by)
	return nil
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
		return "Nothing could be copied. To select text with the mouse, hold Shift and drag."
	}
	return c.said
}

var (
	_ ui.Screen   = (*Screen)(nil)
	_ ui.Clicking = (*Screen)(nil)
)
