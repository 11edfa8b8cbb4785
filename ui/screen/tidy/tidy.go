// Package tidy goes through what is unfinished on a visit, one note at a time:
// words that were typed and never filed, and notes that belong to no area yet.
//
// It imports the leaves of ui, waymark/model and model/visit; never another
// screen.
package tidy

import (
	"errors"
	"fmt"
	"slices"
	"strings"

	tea "charm.land/bubbletea/v2"

	"waymark/model"
	"waymark/model/visit"
	"waymark/ui"
	"waymark/ui/env"
	"waymark/ui/jot"
	"waymark/ui/keys"
	"waymark/ui/layout"
	"waymark/ui/nav"
	"waymark/ui/visiting"
	"waymark/ui/widget"
)

// part is where keys go.
type part int

const (
	choosing part = iota // what the note is about
	wording              // its words
	picking              // any area at all
)

// Screen asks of one note after another what it is about.
type Screen struct {
	env     *env.Env
	finder  *visit.Finder
	entries []entry
	ids     map[string]string // what drafts are called once they are notes
	order   []string          // every entry met, so that a changed note keeps its place
	at      int
	likely  []model.AreaID
	part    part
	line    *jot.Line
	picker  *jot.Picker
	list    widget.List // over the choices
	page    *widget.Page
	status  string
	size    layout.Size
	lineAt  int // body line of the words being typed, as last drawn
}

// New opens the first of what is unfinished.
func New(e *env.Env, _ nav.Tidy) *Screen {
	s := &Screen{env: e, finder: visit.NewFinder(e.Desk.Book.Rubric())}
	s.refresh()
	s.open(0)
	return s
}

func (s *Screen) book() *model.Book { return s.env.Desk.Book }

func (s *Screen) writable() bool {
	v, on := s.env.Visit()
	return on && !v.Closed && !s.env.Desk.ReadOnly()
}

// now is the entry that is asked about.
func (s *Screen) now() (entry, bool) {
	if s.at < 0 || s.at >= len(s.entries) {
		return entry{}, false
	}
	return s.entries[s.at], true
}

// open asks about the entry at i, round to the first.
func (s *Screen) open(i int) {
	s.part, s.line, s.picker, s.likely = choosing, nil, nil, nil
	if len(s.entries) == 0 {
		return
	}
	s.at = (i + len(s.entries)) % len(s.entries)
	s.likely = s.suggest(s.entries[s.at])
	s.list.Set(len(s.choices()), len(s.choices()))
	s.list.Cursor = len(s.choices()) - 1
}

// mostLikely is how many areas are suggested, and mostWords how many of them
// from the words of a note, so that its stop has a say.
const (
	mostLikely = 4
	mostWords  = 3
)

// suggest lists the areas that the words speak of, then those that its stop
// looks at.
func (s *Screen) suggest(e entry) []model.AreaID {
	v, _ := s.env.Visit()
	all := s.finder.Suggest(e.note.Text, v.Areas(), mostWords)
	if e.note.Area != "" { // a draft that says its area itself
		all = append([]model.AreaID{e.note.Area}, slices.DeleteFunc(all, func(a model.AreaID) bool { return a == e.note.Area })...)
	}
	slot, _ := v.Slot(e.note.Slot)
	for _, a := range slot.Areas {
		if !slices.Contains(all, a) {
			all = append(all, a)
		}
	}
	return all[:min(len(all), mostLikely)]
}

// Init needs nothing.
func (s *Screen) Init() tea.Cmd { return nil }

// Update takes typing and pastes, and goes back to what undo has changed.
func (s *Screen) Update(msg tea.Msg) tea.Cmd {
	switch msg := msg.(type) {
	case tea.KeyPressMsg, tea.PasteMsg:
		s.typed(msg)
	case nav.ReturnedMsg:
		s.status = ""
		s.again()
	case nav.UndoneMsg:
		s.again()
		s.follow(msg.Steps)
	}
	return nil
}

// again reads what is unfinished and stays where it was, or at what comes next.
func (s *Screen) again() {
	if s.part != choosing {
		return
	}
	was, had := s.now()
	s.refresh()
	i := slices.IndexFunc(s.entries, func(e entry) bool { return had && e.id == was.id })
	if i < 0 {
		i = s.at
	}
	if i >= len(s.entries) {
		i = 0
	}
	s.open(i)
}

func (s *Screen) follow(steps []model.Step) {
	for _, step := range steps {
		parts := strings.Split(string(step.Subject), "/")
		if i := slices.IndexFunc(s.entries, func(e entry) bool { return string(e.note.ID) == parts[len(parts)-1] }); i >= 0 && step.Kind == model.KindNote {
			s.open(i)
		}
	}
}

func (s *Screen) typed(msg tea.Msg) {
	s.status = ""
	switch s.part {
	case picking:
		if id, ok := s.picker.Update(msg); ok {
			s.accept(id)
		}
	case wording:
		if n := s.line.Update(msg); n > 0 {
			s.status = fmt.Sprintf("Pasted %s. Ctrl+Z takes it out.", widget.Count(n, "word", "words"))
		}
	case choosing: // nothing is typed there
	}
}

// TakesText reports whether letters are letters now.
func (s *Screen) TakesText() bool { return s.part != choosing }

// Drafts counts the words that are typed and not filed.
func (s *Screen) Drafts() int {
	if s.line == nil {
		return 0
	}
	return s.line.Drafts()
}

// accept says which area the note is about, and goes on to the next.
func (s *Screen) accept(id model.AreaID) {
	e, _ := s.now()
	e.note.Area, e.note.General = id, false
	if s.write(e) {
		s.goOn("Linked to " + string(id) + ". u undoes it.")
	}
}

// general says that the note belongs to no area, and goes on.
func (s *Screen) general() {
	e, _ := s.now()
	e.note.Area, e.note.General = "", true
	if s.write(e) {
		s.goOn("Left without an area. u undoes it.")
	}
}

// file files words that were never filed, as they stand.
func (s *Screen) file() {
	e, _ := s.now()
	if !s.write(e) {
		return
	}
	s.status = "Filed. u takes it back."
	if i := slices.IndexFunc(s.entries, func(o entry) bool { return o.note.ID == e.note.ID }); i >= 0 {
		s.open(i)
		s.status = "Filed. Now say what it is about, or leave it for now."
		return
	}
	s.open(min(s.at, max(0, len(s.entries)-1)))
}

// goOn opens what comes next, which has taken the place of what was done.
func (s *Screen) goOn(said string) {
	if s.at >= len(s.entries) {
		s.at = 0
	}
	s.open(s.at)
	s.status = said
}

// later leaves the note as it is and opens the next.
func (s *Screen) later() {
	last := s.at == len(s.entries)-1
	s.open(s.at + 1)
	s.status = ""
	if last {
		s.status = fmt.Sprintf("That was the last. %s left; this is the first of them.", map[bool]string{true: "1 is", false: fmt.Sprint(len(s.entries)) + " are"}[len(s.entries) == 1])
	}
}

// write files an entry as it stands now, and forgets the draft it came from.
func (s *Screen) write(e entry) bool {
	v, _ := s.env.Visit()
	err := model.ErrVisitClosed
	if !v.Closed {
		err = s.env.Desk.Do(s.book().WriteNote(s.env.Desk.Voice, e.note.ID, e.note.NoteText))
	}
	if err != nil && !errors.Is(err, model.ErrNothing) {
		s.status = jot.Why(err)
		return false
	}
	if e.draft != "" {
		jot.New(s.env, e.draft, "").Clear()
	}
	if i := slices.Index(s.order, e.id); i >= 0 && e.draft != "" {
		s.order[i] = string(e.note.ID) // the note stands where its draft stood
	}
	s.refresh()
	return true
}

// mark gives the note a mark, or takes the same one off again.
func (s *Screen) mark(m model.Mark) {
	e, _ := s.now()
	if e.note.Mark == m {
		m = ""
	}
	e.note.Mark = m
	s.change(e, map[model.Mark]string{
		"": "The mark is taken off. u undoes it.", model.MarkStrength: "Marked as a strength. u undoes it.",
		model.MarkNextStep: "Marked as a next step. u undoes it.", model.MarkFollowUp: "Marked to follow up. u undoes it.",
	}[m])
}

// known says how the note came to be known: the next way, or the one before.
func (s *Screen) known(by int) {
	e, _ := s.now()
	all := append([]model.FactKind{""}, model.FactKinds()...)
	e.note.Fact = all[(max(0, slices.Index(all, e.note.Fact))+by+len(all))%len(all)]
	said := knownWords(e.note.Fact)
	if said == "" {
		said = "not said"
	}
	s.change(e, "How it is known: "+said+". u undoes it.")
}

func (s *Screen) private() {
	e, _ := s.now()
	e.note.Private = !e.note.Private
	s.change(e, map[bool]string{true: "Private now. It never leaves with an export. u undoes it.", false: "This note can be shared again. u undoes it."}[e.note.Private])
}

// change writes something beside the words and stays at the note.
func (s *Screen) change(e entry, said string) {
	cursor := s.list.Cursor
	if s.write(e) {
		s.again()
		s.list.Cursor = min(cursor, s.list.N-1)
		s.status = said
	}
}

// remove takes the note out.
func (s *Screen) remove() {
	e, _ := s.now()
	err := s.env.Desk.Do(s.book().RemoveNote(s.env.Desk.Voice, e.note.ID))
	if s.status = jot.Why(err); err == nil {
		s.refresh()
		s.goOn("The note is taken out. u brings it back.")
	}
}

// Head says how many are tidy of how many there are.
func (s *Screen) Head() ui.Head {
	if _, on := s.env.Visit(); !on {
		return ui.Head{Crumbs: []string{s.book().School().Name, "Tidy up notes"}}
	}
	n, of := s.tidied()
	return ui.Head{Crumbs: []string{"Visit", "Tidy up notes"}, Place: fmt.Sprintf("%d of %d", n, of)}
}

// HelpTitle names the screen in the help.
func (s *Screen) HelpTitle() string { return "tidying up notes" }

// Status says how to go on, or what has just happened.
func (s *Screen) Status() string {
	v, on := s.env.Visit()
	e, some := s.now()
	n, of := s.tidied()
	switch {
	case s.status != "":
		return s.status
	case !on:
		return "No visit is open here. Press Enter to see the visits."
	case !some:
		return fmt.Sprintf("%d of %d. Nothing left to tidy.", n, of)
	case v.Closed:
		return visiting.Closed
	case s.env.Desk.ReadOnly():
		return "This was opened to read only."
	case s.part == picking:
		return s.picker.Status()
	case s.part == wording:
		return "Enter files the words. Esc keeps them and goes back."
	case len(s.likely) == 0:
		return "Press - if it belongs to no area, Tab to find one. Enter goes on."
	case e.draft != "":
		return "These words were never filed. A number files them with that area."
	}
	return "A number says what it is about. Enter leaves it for now."
}

// Click chooses the row under the mouse; a second click takes it.
func (s *Screen) Click(_, y int) tea.Cmd {
	if s.page == nil || s.part != choosing || !s.writable() {
		return nil
	}
	id, ok := s.page.At(y)
	switch {
	case !ok:
	case id == s.list.Cursor:
		return s.Act(keys.Press{Action: keys.Enter})
	default:
		s.list.Cursor, s.status = id, ""
	}
	return nil
}

// Wheel moves over the choices.
func (s *Screen) Wheel(down bool) tea.Cmd {
	by := -1
	if down {
		by = 1
	}
	s.list.Move(by)
	return nil
}

var (
	_ ui.Screen     = (*Screen)(nil)
	_ ui.Texting    = (*Screen)(nil)
	_ ui.Pointing   = (*Screen)(nil)
	_ ui.Clicking   = (*Screen)(nil)
	_ ui.Unfinished = (*Screen)(nil)
)
