// Package done says that a self-evaluation is finished, starts with what the
// school does well, and offers what comes next.
//
// It imports the leaves of ui and waymark/model; never another screen.
package done

import (
	"fmt"
	"slices"
	"strings"
	"time"

	tea "charm.land/bubbletea/v2"

	"waymark/model"
	"waymark/ui"
	"waymark/ui/env"
	"waymark/ui/keys"
	"waymark/ui/layout"
	"waymark/ui/nav"
	"waymark/ui/widget"
)

// Screen is the confirmation page.
type Screen struct {
	env  *env.Env
	list widget.List
	size layout.Size
	top  int
}

// choice is one way on.
type choice struct {
	words, note string
	open        nav.Route
}

// New opens the page.
func New(e *env.Env, _ nav.Done) *Screen {
	s := &Screen{env: e}
	s.list.Set(len(s.choices()), len(s.choices()))
	return s
}

func (s *Screen) book() *model.Book { return s.env.Desk.Book }

func (s *Screen) choices() []choice {
	return []choice{
		{"Choose 3 to 5 priorities", "about 20 minutes", nav.Priorities{}},
		{"See the whole picture", "", nav.Overview{}},
		{s.env.Say("Export a copy for governors or your trust"), "", nav.Export{}},
		{"Plan a visit: somebody from outside looks again", "half a day or more", nav.Visits{}},
	}
}

// Init needs nothing.
func (s *Screen) Init() tea.Cmd { return nil }

// Update leaves the page if the evaluation was opened again by undo.
func (s *Screen) Update(msg tea.Msg) tea.Cmd {
	if _, undone := msg.(nav.UndoneMsg); undone && !s.book().Evaluation().Finished {
		s.env.Nav.Replace(nav.Check{})
	}
	return nil
}

// Act carries out one action.
func (s *Screen) Act(p keys.Press) tea.Cmd {
	if s.list.Act(p) {
		return nil
	}
	switch p.Action {
	case keys.Enter:
		s.env.Nav.Replace(s.choices()[s.list.Cursor].open)
	case keys.Level:
		if p.N <= len(s.choices()) {
			s.list.Cursor = p.N - 1
		}
	case keys.Export:
		s.env.Nav.Replace(nav.Export{})
	case keys.Back:
		s.env.Nav.Pop()
	case keys.Reopen:
		if s.env.Desk.Do(s.book().Reopen()) == nil {
			s.env.Nav.Home(nil)
		}
	}
	return nil
}

// Live is what can be done here.
func (s *Screen) Live() []keys.Live {
	live := []keys.Live{{Action: keys.Enter, Words: "choose", Footer: true}}
	live = append(live, widget.Moving()...)
	return append(live,
		keys.Live{Action: keys.Export, Words: "export", Footer: true},
		keys.Live{Action: keys.Back, Words: "home", Footer: true},
		keys.Live{Action: keys.Level, Shown: "1-4", Words: "choose by number"},
		keys.Live{Action: keys.Reopen},
	)
}

// HelpTitle names the screen in the help.
func (s *Screen) HelpTitle() string { return "what happens next" }

// Head names the school and the evaluation.
func (s *Screen) Head() ui.Head {
	return ui.Head{Crumbs: []string{s.book().School().Name, s.book().Evaluation().Title}}
}

// Status says that nothing is closed for good.
func (s *Screen) Status() string {
	return "You can still change any judgement. Waymark keeps a record of changes."
}

// Resize takes the body's size.
func (s *Screen) Resize(size layout.Size) { s.size = size }

// View draws the confirmation, what goes well, and what comes next. On a small
// window the frame, the blank lines and then the strengths give way: the ways
// on always stay.
func (s *Screen) View() []string {
	lines := s.lines(true, true)
	if len(lines) > s.size.H {
		lines = s.lines(false, true)
	}
	if len(lines) > s.size.H {
		lines = s.lines(false, false)
	}
	return lines
}

func (s *Screen) lines(airy, strengths bool) []string {
	t := s.env.Theme
	gap := []string{""}
	if !airy {
		gap = nil
	}
	lines := append(slices.Clone(gap), s.complete(airy)...)
	if strengths {
		lines = append(append(lines, gap...), "  "+t.Bold.Render("What you are doing well"))
		for _, l := range layout.Wrap(s.well(), min(layout.TextWidth, s.size.W-6)) {
			lines = append(lines, "    "+l)
		}
	}
	lines = append(append(lines, gap...), "  "+t.Bold.Render("What happens next"))
	s.top = len(lines)
	for i, c := range s.choices() {
		text := layout.Pad(c.words, min(56, max(10, s.size.W-26))) + c.note
		if i == s.list.Cursor {
			lines = append(lines, "  "+t.Selected.Render(layout.Pad(t.Glyph.Mark+" "+text, s.size.W-4)))
			continue
		}
		lines = append(lines, layout.Cut("    "+text, s.size.W))
	}
	return lines
}

// complete says what was finished and when, in a frame where there is room.
func (s *Screen) complete(framed bool) []string {
	t := s.env.Theme
	w := min(s.size.W-4, 76)
	judged, _ := s.book().Progress()
	when := time.UnixMilli(s.book().Evaluation().FinishedAt).Local().Format("Monday 2 January 2006 at 15:04")
	said := fmt.Sprintf("%d areas judged. Finished %s", judged, when)
	head := append([]string{t.Bold.Render("Self-evaluation complete")}, layout.Wrap(said, w-4)...)
	if framed {
		return layout.Indent(2, widget.Boxed(t, head, w))
	}
	return layout.Indent(2, head)
}

// well names strengths in ordered words, never an average.
func (s *Screen) well() string {
	r, e := s.book().Rubric(), s.book().Evaluation()
	var top, met []string
	stronger := 0
	for _, a := range r.Areas {
		j, ok := e.Area(a.ID).SchoolSays(s.env.Desk.Voice.Person)
		if !ok || j.State != model.Rated {
			continue
		}
		switch {
		case j.Level == r.Scale.Top():
			top = append(top, a.Name())
		case j.Level >= r.Scale.Expected:
			met = append(met, a.Name())
		}
		if was, had := s.env.LastYear(a.ID); had && j.Level > was {
			stronger++
		}
	}
	tail := ""
	if stronger > 0 {
		tail = fmt.Sprintf(" %s stronger than last year.", areasAre(stronger))
	}
	switch {
	case len(top) > 0:
		return listed(top) + verb(len(top)) + fmt.Sprintf("at level %d, %s.", r.Scale.Top(), r.Scale.Name(r.Scale.Top())) + tail
	case len(met) > 0:
		return listed(met) + verb(len(met)) + fmt.Sprintf("at level %d, %s.", r.Scale.Expected, r.Scale.Name(r.Scale.Expected)) + tail
	}
	return "You have looked honestly at every area. That is where improvement starts." + tail
}

// listed names at most three and says how many more there are.
func listed(names []string) string {
	switch n := len(names); {
	case n == 1:
		return names[0]
	case n <= 3:
		return strings.Join(names[:n-1], ", ") + " and " + names[n-1]
	default:
		return strings.Join(names[:3], ", ") + fmt.Sprintf(" and %d more", n-3)
	}
}

func verb(n int) string {
	if n == 1 {
		return " is "
	}
	return " are "
}

func areasAre(n int) string {
	if n == 1 {
		return "1 area is"
	}
	return fmt.Sprintf("%d areas are", n)
}

// Click chooses the row under the mouse; a second click opens it.
func (s *Screen) Click(_, y int) tea.Cmd {
	i := y - s.top
	if i < 0 || i >= len(s.choices()) {
		return nil
	}
	if i == s.list.Cursor {
		s.env.Nav.Replace(s.choices()[i].open)
	}
	s.list.Cursor = i
	return nil
}

// Wheel moves the cursor.
func (s *Screen) Wheel(down bool) tea.Cmd {
	if down {
		s.list.Move(1)
	} else {
		s.list.Move(-1)
	}
	return nil
}

var _ ui.Screen = (*Screen)(nil)
