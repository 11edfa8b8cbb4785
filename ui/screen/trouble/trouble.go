// Package trouble says why the file cannot be opened, that nothing in it has
// been changed, and what can be done about it.
//
// It imports the leaves of ui and waymark/model; never another screen.
package trouble

import (
	"errors"

	tea "charm.land/bubbletea/v2"

	"waymark/model"
	"waymark/ui"
	"waymark/ui/env"
	"waymark/ui/keys"
	"waymark/ui/layout"
	"waymark/ui/nav"
	"waymark/ui/widget"
)

// Screen lists the ways out.
type Screen struct {
	env     *env.Env
	list    widget.List
	details bool // what to send to IT support is shown
	solving bool
	problem string
	status  string
	size    layout.Size
	page    *widget.Page
}

// resolved is the answer to taking a way out.
type resolved struct {
	env.Opened
	err error
}

// copied is the answer to copying the details.
type copied struct {
	said string
	err  error
}

// New opens the page with the first way out chosen.
func New(e *env.Env, _ nav.OpenProblem) *Screen {
	s := &Screen{env: e}
	s.list.Set(len(s.rows()), len(s.rows()))
	return s
}

// Init needs nothing.
func (s *Screen) Init() tea.Cmd { return nil }

func (s *Screen) trouble() env.Trouble {
	if s.env.Trouble == nil {
		return env.Trouble{Heading: "The file is open again"}
	}
	return *s.env.Trouble
}

// row is a way out, or one of the two things that are always possible.
type row struct {
	id      string
	words   string
	details bool
	leave   bool
}

func (s *Screen) rows() []row {
	var all []row
	for _, c := range s.trouble().Choices {
		all = append(all, row{id: c.ID, words: c.Words})
	}
	if s.trouble().Detail != "" {
		all = append(all, row{words: "Show the details to send to IT support", details: true})
	}
	return append(all, row{words: "Leave Waymark for now", leave: true})
}

func (s *Screen) chosen() row {
	rows := s.rows()
	return rows[min(s.list.Cursor, len(rows)-1)]
}

// Update takes what came of a way out.
func (s *Screen) Update(msg tea.Msg) tea.Cmd {
	switch msg := msg.(type) {
	case nav.ReturnedMsg:
		s.status = ""
	case resolved:
		s.resolved(msg)
	case copied:
		s.status = msg.said
		if msg.err != nil {
			s.status = "Nothing could be copied. To select text with the mouse, hold Shift and drag."
		}
	}
	return nil
}

func (s *Screen) resolved(msg resolved) {
	s.solving = false
	s.env.Nav.Release()
	if msg.err != nil {
		s.problem = why(msg.err)
		s.list.Set(len(s.rows()), len(s.rows()))
		return
	}
	s.env.Trouble = nil
	if msg.Desk == nil {
		s.env.Nav.Replace(nav.Welcome{})
		return
	}
	s.env.Arrive(msg.Opened, nil)
}

// why is a failure in whole sentences; a page has room for them.
func why(err error) string {
	var field *model.FieldError
	if errors.As(err, &field) {
		return env.Sentence(field.Problem)
	}
	return "That did not work. Nothing has been changed."
}

// Act carries out one action.
func (s *Screen) Act(p keys.Press) tea.Cmd {
	s.status = ""
	if s.details {
		return s.actDetails(p)
	}
	if s.list.Act(p) {
		return nil
	}
	switch p.Action {
	case keys.Enter:
		return s.enter()
	case keys.Full:
		s.details = true
	case keys.Copy:
		return s.copy()
	case keys.Level:
		if p.N > len(s.rows()) {
			return nil
		}
		if s.list.Cursor == p.N-1 {
			return s.enter()
		}
		s.list.Cursor = p.N - 1
	}
	return nil
}

func (s *Screen) actDetails(p keys.Press) tea.Cmd {
	switch p.Action {
	case keys.Copy:
		return s.copy()
	case keys.Enter, keys.Back:
		s.details = false
	}
	return nil
}

func (s *Screen) enter() tea.Cmd {
	r := s.chosen()
	switch {
	case s.solving:
		return nil
	case r.leave:
		s.env.Nav.Quit()
		return nil
	case r.details:
		s.details = true
		return nil
	}
	s.solving, s.problem = true, ""
	s.env.Nav.Hold()
	shelf, ctx := s.env.Shelf, s.env.Ctx
	return func() tea.Msg {
		o, err := shelf.Resolve(ctx, r.id)
		return resolved{o, err}
	}
}

func (s *Screen) copy() tea.Cmd {
	text, files, ctx := s.trouble().Detail, s.env.Files, s.env.Ctx
	return func() tea.Msg {
		said, err := files.Copy(ctx, text)
		return copied{said, err}
	}
}

// Live is what can be done here.
func (s *Screen) Live() []keys.Live {
	detail := keys.Live{Action: keys.Copy, Words: "copy the details", Footer: s.details}
	if s.details {
		return []keys.Live{{Action: keys.Enter, Words: "back", Footer: true}, detail, {Action: keys.Back, Words: "back", Footer: true}}
	}
	enter := "do this"
	switch r := s.chosen(); {
	case r.leave:
		enter = "leave"
	case r.details:
		enter = "show them"
	}
	live := []keys.Live{{Action: keys.Enter, Words: enter, Footer: true}}
	live = append(live, widget.Moving()...)
	if s.trouble().Detail != "" {
		live = append(live, keys.Live{Action: keys.Full, Words: "details for IT support", Footer: true}, detail)
	}
	return append(live,
		keys.Live{Action: keys.Leave, Words: "leave", Footer: true},
		keys.Live{Action: keys.Level, Words: "choose that row"},
	)
}

// HelpTitle names the screen in the help.
func (s *Screen) HelpTitle() string { return "a file that cannot be opened" }

// Head names the app: nothing is open.
func (s *Screen) Head() ui.Head { return ui.Head{Crumbs: []string{"Waymark"}} }

// Status says that nothing was changed. It does not promise that work is safe:
// a file can be empty or damaged, and the lines above say what is known.
func (s *Screen) Status() string {
	switch {
	case s.status != "":
		return s.status
	case s.details:
		return "These details name no school and hold nothing you have written."
	case s.problem != "":
		return "Nothing in your file has been changed. Choose again, or leave."
	case s.chosen().leave:
		return "Nothing in your file has been changed. You can try again at any time."
	}
	return "Nothing in your file has been changed. Choose what to do."
}

// Resize takes the body's size.
func (s *Screen) Resize(size layout.Size) { s.size = size }

// View draws what is wrong and the ways out.
func (s *Screen) View() []string {
	p := widget.NewPage(s.env.Theme, s.size.W, s.env.Prefs.Roomy)
	s.page = p
	p.Gap()
	t := s.trouble()
	if s.details {
		p.Heading("Details for IT support")
		p.Gap()
		p.Prose(t.Detail)
		return p.Fit(s.size.H)
	}
	if s.problem != "" {
		p.Problem(s.problem)
	}
	p.Heading(t.Heading)
	p.Gap()
	for _, l := range t.Lines {
		p.Prose(l)
	}
	p.Gap()
	p.Heading("What do you want to do?")
	p.Gap()
	for i, r := range s.rows() {
		p.Choice(i, i == s.list.Cursor, r.words)
	}
	return p.Fit(s.size.H)
}

// Click chooses the row under the mouse; a second click takes that way out.
func (s *Screen) Click(_, y int) tea.Cmd {
	if s.page == nil || s.details {
		return nil
	}
	i, ok := s.page.At(y)
	if !ok {
		return nil
	}
	s.status = ""
	if i == s.list.Cursor {
		return s.enter()
	}
	s.list.Cursor = i
	return nil
}

// Wheel moves the cursor.
func (s *Screen) Wheel(down bool) tea.Cmd {
	switch {
	case s.details:
	case down:
		s.list.Move(1)
	default:
		s.list.Move(-1)
	}
	return nil
}

var _ ui.Screen = (*Screen)(nil)
