// Package note is the screen on which evidence is written: what somebody saw,
// heard or read, in their own words. Esc keeps it; nothing typed is ever lost.
//
// It imports the leaves of ui and waymark/model; never another screen.
package note

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

// part is what has the focus, in the order Tab goes.
type part int

const (
	inBox part = iota
	inAbout
	inKind
	inSource
	inPrivate
	inEarlier
)

// Screen writes one note, or rewords one.
type Screen struct {
	env   *env.Env
	quick bool // opened from anywhere: the area can still be chosen
	key   string

	id      model.NoteID // the note being reworded, "" for a new one
	base    model.NoteText
	area    model.AreaID
	kind    model.NoteKind
	private bool
	box     *widget.Field
	source  *widget.Field

	part    part
	earlier widget.List
	notes   []model.Note // newest first
	index   index        // words of the areas; nil unless quick
	likely  []model.AreaID

	undone  []string // texts that Ctrl+Z took back, for Ctrl+Y
	offer   offer
	stuck   bool // the text could not be filed; a second Esc leaves it as a draft
	editing bool
	last    time.Time // when the text changed last
	status  string
	size    layout.Size
	at      places
	room    layout.Size // of the text in the box
}

// New opens the screen for a new note, or for the one that r names.
func New(e *env.Env, r nav.Note) *Screen {
	s := &Screen{env: e, box: widget.NewBox(), source: widget.NewLine()}
	if s.book().Rubric().Index(r.Area) >= 0 {
		s.area = r.Area
	}
	if r.Note == "" || !s.load(r.Note) {
		s.quick = s.area == ""
		s.key = s.draftKey("")
	}
	if s.quick {
		s.index = newIndex(s.book().Rubric())
	}
	if s.readOnly() {
		s.part = inEarlier
	} else {
		s.bringBack()
	}
	s.refresh()
	return s
}

func (s *Screen) book() *model.Book { return s.env.Desk.Book }
func (s *Screen) readOnly() bool    { return s.env.Desk.ReadOnly() }

// Area is the area the note is about.
func (s *Screen) Area() model.AreaID { return s.area }

// load takes a note into the box to be reworded. Wordings of copies that were
// changed apart are put below each other, so that none is lost.
func (s *Screen) load(id model.NoteID) bool {
	var texts []string
	for _, n := range s.all() {
		if n.ID != id {
			continue
		}
		if len(texts) == 0 {
			s.id, s.base, s.area, s.kind, s.private = id, n.NoteText, n.Area, n.Kind, n.Private
			s.source.SetValue(n.Source)
		}
		texts = append(texts, n.Text)
	}
	if len(texts) == 0 {
		return false
	}
	s.box.SetValue(strings.Join(texts, "\n\n"))
	if len(texts) > 1 {
		s.status = "This note was changed on two computers. Both wordings are here."
	}
	s.key = s.draftKey(id)
	s.quick, s.stuck, s.undone = false, false, nil
	return true
}

// all is every note of the evaluation.
func (s *Screen) all() []model.Note {
	e := s.book().Evaluation()
	notes := slices.Clone(e.Notes)
	for _, a := range s.book().Rubric().Areas {
		notes = append(notes, e.Area(a.ID).Notes...)
	}
	return notes
}

// refresh reads the earlier notes of the area again.
func (s *Screen) refresh() {
	e := s.book().Evaluation()
	s.notes = slices.Clone(e.Notes)
	if s.area != "" {
		s.notes = slices.Clone(e.Area(s.area).Notes)
	}
	s.notes = slices.DeleteFunc(s.notes, func(n model.Note) bool { return s.id != "" && n.ID == s.id })
	slices.Reverse(s.notes)
	if s.part == inEarlier && len(s.notes) == 0 && !s.readOnly() {
		s.part = inPrivate
	}
	s.arrange()
}

// Init needs nothing.
func (s *Screen) Init() tea.Cmd { return nil }

// Update takes typing, pastes, and what comes back from the bigger editor.
func (s *Screen) Update(msg tea.Msg) tea.Cmd {
	switch msg := msg.(type) {
	case tea.KeyPressMsg:
		s.typed(msg)
	case tea.PasteMsg:
		s.pasted(msg)
	case env.EditedMsg:
		s.edited(msg)
	case nav.ReturnedMsg:
		s.status = ""
		s.refresh()
	}
	return nil
}

// TakesText reports whether letters are letters now.
func (s *Screen) TakesText() bool { return s.field() != nil }

// field is the field with the focus, or nil.
func (s *Screen) field() *widget.Field {
	switch s.part {
	case inBox:
		return s.box
	case inSource:
		return s.source
	default: // nothing is typed in the other parts
		return nil
	}
}

// Drafts counts the text that is not filed yet.
func (s *Screen) Drafts() int {
	if _, kept := s.env.Unfiled[s.key]; kept {
		return 1
	}
	return 0
}

// typed takes a key into the field that has the focus. A move up or down that
// the text cannot follow leads to the next part.
func (s *Screen) typed(k tea.KeyPressMsg) {
	f := s.field()
	if f == nil {
		return
	}
	switch name := keys.Name(k); {
	case name == "down" && (s.part == inSource || f.AtBottom()):
		s.step(1)
		return
	case name == "up" && s.part == inSource:
		s.step(-1)
		return
	}
	f.Update(k)
	s.changed()
}

// changed follows every change of the text.
func (s *Screen) changed() {
	s.undone, s.stuck, s.status, s.offer = nil, false, "", offer{}
	s.last = s.env.Clock()
	s.keep()
}

// atOnce is sooner than anybody presses a second key. Where a terminal cannot
// tell a paste from typing, its tabs arrive as quickly as its letters.
const atOnce = 15 * time.Millisecond

// partOfPaste reports whether a Tab belongs to text that is streaming in.
func (s *Screen) partOfPaste() bool {
	return s.part == inBox && s.env.Clock().Sub(s.last) < atOnce
}

func (s *Screen) pasted(msg tea.PasteMsg) {
	f := s.field()
	if f == nil {
		return
	}
	n := f.Update(msg)
	s.changed()
	if n == 0 {
		return
	}
	s.status = fmt.Sprintf("Pasted %s. Ctrl+Z takes it out.", widget.Count(n, "word", "words"))
	if rows := table(msg.Content); s.part == inBox && rows != nil {
		s.offer = offer{rows: rows}
		s.status = fmt.Sprintf("Pasted a table of %d rows. Enter keeps it as a table, or just type on.", len(rows))
	}
}

// parts lists what Tab goes through here.
func (s *Screen) parts() []part {
	if s.readOnly() {
		return []part{inEarlier}
	}
	all := []part{inBox}
	if s.quick {
		all = append(all, inAbout)
	}
	all = append(all, inKind, inSource, inPrivate)
	if len(s.notes) > 0 {
		all = append(all, inEarlier)
	}
	return all
}

// tab goes to the next part, round to the first.
func (s *Screen) tab(by int) {
	all := s.parts()
	i := slices.Index(all, s.part)
	s.focus(all[(i+by+len(all))%len(all)])
}

// step goes to the part below or above, if there is one.
func (s *Screen) step(by int) {
	all := s.parts()
	if i := slices.Index(all, s.part) + by; i >= 0 && i < len(all) {
		s.focus(all[i])
	}
}

func (s *Screen) focus(p part) {
	s.part, s.status, s.offer = p, "", offer{}
	if p == inEarlier {
		s.earlier.Cursor = 0
	}
	s.arrange()
}

// Head is where the note belongs.
func (s *Screen) Head() ui.Head {
	crumbs := []string{s.book().School().Name}
	a, ok := s.book().Rubric().Area(s.area)
	switch {
	case s.quick:
		crumbs = append(crumbs, "Quick note")
	case ok:
		g, _ := s.book().Rubric().Group(a.Group)
		crumbs = append(crumbs, string(g.ID)+" "+g.Title)
	default:
		crumbs = append(crumbs, "Notes on the school as a whole")
	}
	if ok && s.short() {
		crumbs = append(crumbs, "Note on "+a.Name())
	}
	return ui.Head{Crumbs: crumbs}
}

// HelpTitle names the screen in the help.
func (s *Screen) HelpTitle() string { return "writing a note" }

// day is when a note was written, as lists show it.
func day(n model.Note) string { return time.UnixMilli(n.At).Local().Format("2 Jan") }

var (
	_ ui.Screen     = (*Screen)(nil)
	_ ui.Texting    = (*Screen)(nil)
	_ ui.Pointing   = (*Screen)(nil)
	_ ui.Unfinished = (*Screen)(nil)
)
