// Package export makes a file to share: which document, in which form, and
// what is left out of it. Nothing is overwritten without a question.
//
// It imports the leaves of ui and waymark/model; never another screen.
package export

import (
	"errors"
	"fmt"
	"path/filepath"
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

// part is what has the focus.
type part int

const (
	documents part = iota
	formats
	leaving
	parts
)

// Screen chooses and makes a file.
type Screen struct {
	env   *env.Env
	docs  []document
	forms []env.Format
	part  part
	doc   int
	form  int
	leave int
	left  choices
	// nameless leaves names out of a visit's note, which has them unless it is
	// asked: it goes to those who were there.
	nameless bool
	folder   string
	name     string
	field    *widget.Field // the folder being typed, nil otherwise
	preview  []string      // nil unless shown
	scroll   int
	private  int
	asking   *question
	making   bool
	made     string
	status   string
	size     layout.Size
}

// New opens the screen with what was asked for, else with what people share
// most: the priorities, as a page without private notes and names.
func New(e *env.Env, to nav.Export) *Screen {
	s := &Screen{env: e, docs: offered(e), forms: e.Files.Formats(), left: choices{privateNotes: true, names: true}}
	s.doc = max(0, slices.IndexFunc(s.docs, func(d document) bool { return to.Document != "" && d.kind() == to.Document }))
	s.place()
	return s
}

func (s *Screen) book() *model.Book { return s.env.Desk.Book }

// request is the file as chosen so far.
func (s *Screen) request() (env.ExportRequest, error) {
	answer, err := s.env.Answer()
	if err != nil {
		return env.ExportRequest{}, err
	}
	left := s.chosen()
	return env.ExportRequest{
		Document: s.docs[s.doc].ID, Format: s.forms[s.form].ID,
		PrivateNotes: left[privateNotes], Names: left[names], Confidence: left[confidence],
		Folder: s.folder, Name: s.name, Book: s.book(), Answer: answer, Earlier: s.env.Earlier,
		Person: s.env.Desk.Voice.Person, Made: s.env.Clock(),
	}, nil
}

// place suggests where the file goes, keeping a folder the person chose.
func (s *Screen) place() {
	r, err := s.request()
	if err != nil {
		s.status = "The suggestion could not be worked out, so nothing can be exported yet."
		return
	}
	chosen := s.folder
	s.folder, s.name = s.env.Files.Place(r)
	if chosen != "" {
		s.folder = chosen
	}
	s.made = ""
	if p, err := s.env.Files.Preview(r); err == nil {
		s.private = p.PrivateNotes
	}
}

// Init needs nothing.
func (s *Screen) Init() tea.Cmd { return nil }

// madeMsg is the end of making a file.
type madeMsg struct {
	path string
	name string
	err  error
}

// Update takes the result, and keys while the folder is typed.
func (s *Screen) Update(msg tea.Msg) tea.Cmd {
	switch msg := msg.(type) {
	case madeMsg:
		s.finished(msg)
	case copied:
		s.status = msg.words()
	case nav.ReturnedMsg:
		s.place()
	case tea.KeyPressMsg, tea.PasteMsg:
		if s.field != nil {
			s.field.Update(msg)
		}
	}
	return nil
}

func (s *Screen) finished(m madeMsg) {
	s.making = false
	switch {
	case m.err == nil:
		s.made = m.path
		s.status = fmt.Sprintf("Made “%s” in %s. Press y to copy its place, Enter to go back.", filepath.Base(m.path), shortFolder(filepath.Dir(m.path)))
	case errors.Is(m.err, env.ErrExists):
		s.asking = newQuestion(m.name)
	default:
		s.status = "The file could not be made: " + reason(m.err) + ". Choose another folder with e."
	}
}

// reason is the last link of an error's chain, which names the cause.
func reason(err error) string {
	for {
		next := errors.Unwrap(err)
		if next == nil {
			return err.Error()
		}
		err = next
	}
}

// Act carries out one action.
func (s *Screen) Act(p keys.Press) tea.Cmd {
	switch {
	case s.asking != nil:
		return s.answer(p)
	case s.field != nil:
		s.typed(p)
		return nil
	case s.preview != nil:
		s.scrolled(p)
		return nil
	}
	s.status = ""
	switch p.Action {
	case keys.Enter:
		return s.enter()
	case keys.NextPart, keys.Right:
		s.part = (s.part + 1) % parts
	case keys.PartBefore, keys.Left:
		s.part = (s.part + parts - 1) % parts
	case keys.Up, keys.Down:
		s.move(p.Action)
	case keys.Tick:
		s.tick()
	case keys.Full:
		s.look()
	case keys.Edit:
		s.field = widget.NewLine()
		s.field.SetValue(s.folder)
		s.Resize(s.size)
	case keys.Copy:
		return s.copy()
	case keys.Back:
		s.env.Nav.Pop()
	}
	return nil
}

func (s *Screen) enter() tea.Cmd {
	if s.made != "" {
		s.env.Nav.Pop()
		return nil
	}
	return s.make(false)
}

// make asks for the file; there is one under way at most.
func (s *Screen) make(overwrite bool) tea.Cmd {
	r, err := s.request()
	if err != nil || s.making {
		return nil
	}
	r.Overwrite = overwrite
	s.making = true
	s.status = "Making the file…"
	files, ctx := s.env.Files, s.env.Ctx
	return func() tea.Msg {
		path, err := files.Export(ctx, r)
		return madeMsg{path: path, name: r.Name, err: err}
	}
}

func (s *Screen) move(a keys.Action) {
	by := 1
	if a == keys.Up {
		by = -1
	}
	switch s.part {
	case documents:
		s.doc, s.leave = clamp(s.doc+by, len(s.docs)), 0
		s.place()
	case formats:
		s.form = clamp(s.form+by, len(s.forms))
		s.place()
	default:
		s.leave = clamp(s.leave+by, len(s.mayLeave()))
	}
}

func clamp(i, n int) int { return min(max(0, i), n-1) }

// tick changes what is left out; in the other parts Space does what Enter does
// in a list of choices: nothing more than choosing, which moving already did.
func (s *Screen) tick() {
	if s.part == leaving {
		s.turn(s.mayLeave()[s.leave])
		s.place()
	}
}

func (s *Screen) look() {
	r, err := s.request()
	if err == nil {
		var p env.ExportPreview
		if p, err = s.env.Files.Preview(r); err == nil {
			s.preview, s.scroll = p.Lines, 0
			return
		}
	}
	s.status = "There is no preview: " + reason(err) + "."
}

func (s *Screen) scrolled(p keys.Press) {
	step := map[keys.Action]int{keys.Up: -1, keys.Down: 1, keys.PageUp: -s.size.H, keys.PageDown: s.size.H}
	switch p.Action {
	case keys.Back, keys.Full:
		s.preview = nil
		return
	case keys.Enter:
		s.preview = nil
		return
	}
	s.scroll = min(max(0, s.scroll+step[p.Action]), max(0, len(s.preview)-s.size.H+2))
}

func (s *Screen) typed(p keys.Press) {
	if p.Action == keys.Enter {
		if folder := strings.TrimSpace(model.CleanLine(s.field.Value())); folder != "" {
			s.folder = folder
		}
		s.made = ""
	}
	s.field = nil
}

func (s *Screen) copy() tea.Cmd {
	text, files, ctx := s.made, s.env.Files, s.env.Ctx
	return func() tea.Msg {
		said, err := files.Copy(ctx, text)
		return copied{said, err}
	}
}

type copied struct {
	said string
	err  error
}

func (c copied) words() string {
	if c.err != nil {
		return "Its place could not be copied. It is written above."
	}
	return c.said
}

// TakesText reports whether the folder is being typed.
func (s *Screen) TakesText() bool { return s.field != nil }

var _ ui.Screen = (*Screen)(nil)
