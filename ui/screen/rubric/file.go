package rubric

import (
	"errors"
	"fmt"
	"slices"
	"strings"

	tea "charm.land/bubbletea/v2"

	"waymark/model"
	"waymark/ui/env"
	"waymark/ui/keys"
	"waymark/ui/layout"
	"waymark/ui/widget"
)

// draft is where the path is remembered while it is not used.
const draft = "rubric file"

// fieldRow is the field's place on the page.
const fieldRow = 1 << 20

// file asks where the trust's rubric is, and says what is wrong with it.
type file struct {
	field   *widget.Field
	reading bool
	wrong   []string // why the last file cannot be used, line by line
	first   int      // of the lines in view
	more    bool     // there are lines below those in view
}

// installed is the answer to opening a file.
type installed struct {
	entry env.RubricEntry
	err   error
}

func newFile(e *env.Env) file {
	f := file{field: widget.NewLine()}
	f.field.SetValue(e.Typed(draft))
	return f
}

func (f *file) edit(e *env.Env, msg tea.Msg) {
	f.wrong, f.first = nil, 0
	f.field.Update(msg)
	e.SetTyped(draft, f.field.Value())
}

// path is what is typed, without what a terminal adds to a file that is
// dragged into it.
func (f *file) path() string {
	p := strings.TrimSpace(f.field.Value())
	for _, quote := range []string{`"`, `'`} {
		if rest, ok := strings.CutPrefix(p, quote); ok {
			return strings.TrimSuffix(rest, quote)
		}
	}
	if strings.HasPrefix(p, "/") {
		p = strings.ReplaceAll(p, `\ `, " ")
	}
	return p
}

func (s *Screen) actNaming(p keys.Press) tea.Cmd {
	switch p.Action {
	case keys.Undo:
		s.file.field.Undo()
		s.file.wrong = nil
		s.env.SetTyped(draft, s.file.field.Value())
	case keys.Up, keys.PageUp:
		s.file.first = max(0, s.file.first-1)
	case keys.Down, keys.PageDown:
		if s.file.more {
			s.file.first++
		}
	case keys.Enter:
		return s.install()
	}
	return nil
}

// install reads the file and keeps the rubric in it.
func (s *Screen) install() tea.Cmd {
	path := s.file.path()
	if path == "" {
		s.file.wrong = []string{"Enter where the file is"}
		return nil
	}
	if s.file.reading {
		return nil
	}
	s.file.reading, s.file.wrong, s.file.first = true, nil, 0
	s.env.Nav.Hold()
	shelf, ctx := s.env.Shelf, s.env.Ctx
	return func() tea.Msg {
		e, err := shelf.Install(ctx, path)
		return installed{e, err}
	}
}

func (s *Screen) installed(msg installed) {
	s.file.reading = false
	s.env.Nav.Release()
	if msg.err != nil {
		s.file.wrong = lines(msg.err)
		return
	}
	title := layout.Cut(msg.entry.Rubric.Title, 30)
	if !judged(msg.entry.Rubric) {
		s.status = fmt.Sprintf("“%s” is kept, but it does not judge a whole school.", title)
		return
	}
	s.env.SetTyped(draft, "")
	s.file.field.SetValue("")
	s.part = choosing
	same := func(e env.RubricEntry) bool { return e.Hash == msg.entry.Hash }
	if !slices.ContainsFunc(s.rubrics, same) {
		s.rubrics = append(s.rubrics, msg.entry)
	}
	s.list.Set(len(s.rows()), len(s.rows()))
	s.list.Cursor = slices.IndexFunc(s.rubrics, same)
	s.status = fmt.Sprintf("“%s” is ready. Press Enter to go on with it.", title)
}

// lines is a refusal as its lines.
func lines(err error) []string {
	var field *model.FieldError
	if errors.As(err, &field) {
		return []string{field.Problem}
	}
	var out []string
	for _, l := range strings.Split(err.Error(), "\n") {
		if l = model.CleanLine(l); l != "" {
			out = append(out, l)
		}
	}
	if len(out) == 0 {
		out = []string{"The file could not be read"}
	}
	return out
}

func (s *Screen) viewNaming() *widget.Page {
	p := widget.NewPage(s.env.Theme, s.size.W, s.env.Prefs.Roomy)
	p.Question(2, 3)
	p.Gap()
	if len(s.file.wrong) == 1 {
		p.Problem(s.file.wrong[0])
	}
	p.Heading(s.env.Say("Where is the file your trust has sent you?"))
	p.Gap()
	p.Hint("Drag the file into this window, or type where it is, such as trust.yaml")
	p.Gap()
	p.Field(fieldRow, s.file.field, true)
	if len(s.file.wrong) > 1 {
		p.Gap()
		p.Problem("This file cannot be used. Nothing has changed")
		p.Say(s.window(max(1, s.size.H-p.Len()))...)
	}
	return p
}

// window is the lines of the refusal in view, h of them.
func (s *Screen) window(h int) []string {
	var all []string
	for _, l := range s.file.wrong {
		indent := "  "
		for _, part := range layout.Wrap(l, max(10, min(layout.TextWidth, s.size.W-6))) {
			all = append(all, indent+part)
			indent = "    "
		}
	}
	s.file.first = min(s.file.first, max(0, len(all)-h))
	last := min(len(all), s.file.first+h)
	s.file.more = last < len(all)
	return all[s.file.first:last]
}

func (s *Screen) liveNaming() []keys.Live {
	live := []keys.Live{{Action: keys.Enter, Words: "open the file", Footer: true}}
	if s.file.first > 0 || s.file.more {
		live = append(live, keys.Live{Action: keys.Up, Shown: "↑↓", Words: "read on", Footer: true}, keys.Live{Action: keys.Down},
			keys.Live{Action: keys.PageUp}, keys.Live{Action: keys.PageDown})
	}
	return append(live, keys.Live{Action: keys.Back, Words: "back", Footer: true}, keys.Live{Action: keys.Undo, Shown: "Ctrl+Z", Words: "undo typing"})
}

func (s *Screen) statusNaming() string {
	switch {
	case len(s.file.wrong) > 1:
		return "Ask whoever sent it for a corrected copy. Your other rubrics still work."
	case len(s.file.wrong) == 1:
		return "Nothing has been lost. Change what is typed, then press Enter."
	case s.file.field.Empty():
		return "The file is read and checked here. It is not sent anywhere."
	}
	return "Press Enter to read the file and check it."
}

// Point is where the cursor is.
func (s *Screen) Point() (x, y int, ok bool) {
	if s.part != naming || s.page == nil {
		return 0, 0, false
	}
	return s.page.Point(fieldRow, s.file.field)
}

// TakesText reports whether the field has the focus.
func (s *Screen) TakesText() bool { return s.part == naming }
