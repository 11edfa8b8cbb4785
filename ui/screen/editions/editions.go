// Package editions is the screen that stands beside an editor: it shows an area
// of a rubric file as people will judge it, and what to change in the file, each
// time the file is saved.
//
// It imports the leaves of ui and waymark/model; never another screen. The
// screen on which an area is judged is handed to it.
package editions

import (
	"fmt"
	"slices"

	tea "charm.land/bubbletea/v2"

	"waymark/model"
	"waymark/model/desk"
	"waymark/ui"
	"waymark/ui/env"
	"waymark/ui/keys"
	"waymark/ui/layout"
	"waymark/ui/widget"
)

// Look is what a file says at one time.
type Look struct {
	Rubric  model.Rubric // as it was last when it could be used
	Usable  bool
	Changed model.AreaID // the first area that differs from before, "" for none
	Faults  []string     // what to change before the file can be used
	Remarks []string     // what could be worded better
	At      string       // when it was looked at
}

// Source waits until the file has changed and looks at it. It is called away
// from the event loop; more is false when there will be nothing else.
type Source func() (look Look, more bool)

// Build makes the screen on which an area is judged.
type Build func(e *env.Env, a model.AreaID) ui.Screen

// Screen shows a file.
type Screen struct {
	env    *env.Env
	inner  env.Env // with a desk of its own, at which nothing can be changed
	file   string
	source Source
	build  Build

	look   Look
	looked bool
	area   model.AreaID
	card   ui.Screen // nil until the file could be used once
	size   layout.Size
}

// New opens the screen on a file of that name.
func New(e *env.Env, file string, source Source, build Build) *Screen {
	return &Screen{env: e, file: file, source: source, build: build}
}

// lookedMsg carries what the file says now.
type lookedMsg struct {
	from *Screen
	look Look
	more bool
}

// Init looks for the first time.
func (s *Screen) Init() tea.Cmd { return s.next() }

func (s *Screen) next() tea.Cmd {
	source := s.source
	return func() tea.Msg {
		look, more := source()
		return lookedMsg{s, look, more}
	}
}

// Update takes what the file says and goes on waiting.
func (s *Screen) Update(msg tea.Msg) tea.Cmd {
	m, ok := msg.(lookedMsg)
	if !ok || m.from != s || !m.more {
		return nil
	}
	s.look, s.looked = m.look, true
	if m.look.Usable {
		s.take()
	}
	return s.next()
}

// take shows the area that was changed, else the one shown before.
func (s *Screen) take() {
	r := s.look.Rubric
	book, err := model.OpenBook("", "", r, nil)
	if err != nil || len(r.Areas) == 0 {
		s.card = nil
		return
	}
	s.inner = *s.env
	s.inner.Desk = desk.New(book, model.Voice{Role: model.Self}, desk.Tools{Clock: s.env.Clock, NewID: s.env.NewID})
	s.inner.Earlier, s.inner.Tips = nil, map[string]bool{}
	if s.look.Changed != "" {
		s.area = s.look.Changed
	}
	if r.Index(s.area) < 0 {
		s.area = r.Areas[0].ID
	}
	s.open()
}

func (s *Screen) open() { s.card = s.build(&s.inner, s.area) }

// Resize takes the body's size.
func (s *Screen) Resize(size layout.Size) { s.size = size }

// Act walks through the areas, and through the levels of the one shown.
func (s *Screen) Act(p keys.Press) tea.Cmd {
	switch p.Action {
	case keys.After:
		s.step(1)
	case keys.Before:
		s.step(-1)
	default:
		if s.card != nil {
			return s.card.Act(p)
		}
	}
	return nil
}

func (s *Screen) step(by int) {
	areas := s.look.Rubric.Areas
	if s.card == nil || len(areas) == 0 {
		return
	}
	i := s.look.Rubric.Index(s.area) + by
	s.area = areas[(i+len(areas))%len(areas)].ID
	s.open()
}

// Live is what can be done beside an editor: look around, and nothing else.
func (s *Screen) Live() []keys.Live {
	leave := keys.Live{Action: keys.Leave, Words: "stop watching", Footer: true}
	if s.card == nil {
		return []keys.Live{leave}
	}
	return []keys.Live{
		{Action: keys.After, Shown: "[ ]", Words: "areas", Footer: true},
		{Action: keys.Before, Words: "the area before"},
		{Action: keys.Left, Shown: s.env.Theme.Glyph.ArrowsLR, Words: "look at another level", Footer: true},
		{Action: keys.Right},
		leave,
	}
}

// View shows what to change above the area as it will be judged.
func (s *Screen) View() []string {
	top := s.notice()
	if s.card == nil {
		return top[:min(len(top), s.size.H)]
	}
	room := layout.Size{W: s.size.W, H: s.size.H - len(top)}
	s.inner.Theme, s.inner.Window, s.inner.Prefs = s.env.Theme, s.env.Window, s.env.Prefs
	s.card.Resize(room)
	return slices.Concat(top, s.card.View())
}

// notice is what to change, in at most half of the body while an area is shown.
func (s *Screen) notice() []string {
	t := s.env.Theme
	texts, mark := s.look.Faults, t.Problem
	if len(texts) == 0 {
		texts, mark = s.look.Remarks[:min(len(s.look.Remarks), 1)], t.Warn
	}
	var lines []string
	for _, text := range texts {
		for i, l := range layout.Wrap(text, min(layout.TextWidth, s.size.W-4)) {
			if i == 0 {
				l = mark.Render(l)
			}
			lines = append(lines, "  "+l)
		}
	}
	if most := s.size.H / 3; s.card != nil && len(lines) > most {
		lines = append(lines[:max(0, most-1)], "  "+t.Muted.Render("More to change further down in the file."))
	}
	return lines
}

// Head says which file it is and where in it.
func (s *Screen) Head() ui.Head {
	h := ui.Head{Crumbs: []string{"Watching " + s.file}}
	if n := len(s.look.Rubric.Areas); s.card != nil && n > 0 {
		h.Place = fmt.Sprintf("%d of %d", s.look.Rubric.Index(s.area)+1, n)
	}
	return h
}

// HelpTitle names the screen in the help.
func (s *Screen) HelpTitle() string { return "watching a rubric file" }

// Status says whether the file can be used, as it was last looked at.
func (s *Screen) Status() string {
	at := ""
	if s.look.At != "" {
		at = " (" + s.look.At + ")"
	}
	switch {
	case !s.looked:
		return "Looking at the file …"
	case !s.look.Usable && s.card != nil:
		return widget.Count(len(s.look.Faults), "thing", "things") + " to change; below is the area as it was before." + at
	case !s.look.Usable:
		return widget.Count(len(s.look.Faults), "thing", "things") + " to change before the file can be used." + at
	case len(s.look.Rubric.Areas) == 0:
		return "The file can be used. Nothing in it is judged area by area." + at
	case len(s.look.Remarks) > 0:
		return "The file can be used; " + widget.Count(len(s.look.Remarks), "remark", "remarks") + " on wording." + at
	}
	return "The file can be used." + at
}

var _ ui.Screen = (*Screen)(nil)
