// Package agenda is the day of a visit: what happens when, where the reviewer
// is in it, what has evidence and what has none yet. It is where a reviewer
// starts and where Esc ends, and its line takes a note at any time.
//
// It imports the leaves of ui, waymark/model and model/visit; never another
// screen.
package agenda

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
	"waymark/ui/layout"
	"waymark/ui/nav"
	"waymark/ui/visiting"
	"waymark/ui/widget"
)

// part is what the body shows and where keys go.
type part int

const (
	typing    part = iota // every letter goes to the note line
	commands              // letters are acts on the chosen stop
	remedying             // ways to make up for lost minutes
	planning              // the day has no stops yet
	changing              // one stop is being changed or added
)

// Screen is the day of the visit in progress.
type Screen struct {
	env      *env.Env
	line     *jot.Line
	part     part
	chosen   model.SlotID
	list     widget.List // the stops of the day shown
	ways     widget.List // remedies, or templates
	offers   []visit.Remedy
	over     int // minutes that the remedies are for
	form     *form
	status   string
	size     layout.Size
	rows     map[int]int           // body line -> row, as last drawn
	cut      map[model.SlotID]bool // whose codes did not fit, as last drawn
	lineAt   int                   // body line of the note line, as last drawn
	lineRows int                   // of the note line
}

// New opens the day at the present stop, or at the first.
func New(e *env.Env, _ nav.Agenda) *Screen {
	s := &Screen{env: e}
	s.line = jot.New(e, jot.Key(e.Desk.Book, e.Visiting.Visit, jot.TheLine), "")
	v, on := s.visit()
	switch {
	case !on:
		s.part = commands
	case len(v.Slots) == 0:
		s.part = planning
		s.ways.Set(len(visit.Templates()), len(visit.Templates()))
		s.ways.Cursor = s.usual(v)
	case !s.writable(v):
		s.part = commands
	}
	if here, ok := jot.Here(v, e.Desk.Voice.Person); ok {
		s.chosen = here.ID
	}
	s.refresh()
	if s.line.Drafts() > 0 {
		s.status = "This is what you were typing. Enter files it, or just type on."
	}
	return s
}

// visit is the visit in progress as the reviewer may see it.
func (s *Screen) visit() (model.Visit, bool) { return s.env.Visit() }

func (s *Screen) writable(v model.Visit) bool { return !v.Closed && !s.env.Desk.ReadOnly() }

func (s *Screen) person() model.PersonID { return s.env.Desk.Voice.Person }

// refresh finds the chosen stop among the stops as they stand.
func (s *Screen) refresh() {
	v, _ := s.visit()
	if len(v.Slots) > 0 && s.part == planning {
		s.part = typing
	}
	if _, ok := v.Slot(s.chosen); !ok && len(v.Slots) > 0 {
		near := min(s.list.Cursor, len(v.Slots)-1)
		s.chosen = v.Slots[max(0, near)].ID
	}
}

// minute says that time has passed, to the screen that asked for it.
type minute struct{ of *Screen }

// Init has the screen drawn again every minute.
func (s *Screen) Init() tea.Cmd { return s.env.InAMinute(minute{s}) }

// Update takes typing and pastes; when the screen is on top again the line
// goes on from where it was typed last.
func (s *Screen) Update(msg tea.Msg) tea.Cmd {
	switch msg := msg.(type) {
	case tea.KeyPressMsg, tea.PasteMsg:
		s.typed(msg)
	case nav.ReturnedMsg, nav.UndoneMsg:
		s.status = ""
		s.line.Reload()
		s.refresh()
	case minute:
		if msg.of == s {
			return s.Init()
		}
	}
	return nil
}

func (s *Screen) typed(msg tea.Msg) {
	s.status = ""
	if s.part == changing {
		s.form.update(msg)
		return
	}
	if n := s.line.Update(msg); n > 0 {
		s.status = fmt.Sprintf("Pasted %s. Ctrl+Z takes it out.", widget.Count(n, "word", "words"))
	}
}

// TakesText reports whether letters are letters now.
func (s *Screen) TakesText() bool {
	return s.part == typing || s.part == changing && s.form.texting()
}

// Drafts counts the line that is not filed yet.
func (s *Screen) Drafts() int { return s.line.Drafts() }

// do carries out a rule and says why when it was refused.
func (s *Screen) do(changes []model.Change, err error) bool {
	err = s.env.Desk.Do(changes, err)
	s.status = strings.ReplaceAll(jot.Why(err), "Your text is kept.", "Nothing has changed.")
	return err == nil || errors.Is(err, model.ErrNothing)
}

// enter files what is typed; on an empty line it walks to the chosen stop, or
// opens the present one.
func (s *Screen) enter() {
	v, on := s.visit()
	switch {
	case !on:
		s.env.Nav.Push(nav.Visits{})
	case s.part == typing && !s.line.Empty():
		s.file(v)
	case s.chosen == "":
		s.env.Nav.Push(nav.Capture{})
	default:
		s.walk(v)
	}
}

func (s *Screen) walk(v model.Visit) {
	here, at := jot.Here(v, s.person())
	if at && here.ID == s.chosen {
		s.env.Nav.Push(nav.Capture{})
		return
	}
	if !s.writable(v) {
		s.env.Nav.Push(nav.Capture{Slot: s.chosen})
		return
	}
	if !s.do(s.env.Desk.Book.GoTo(s.env.Desk.Voice, v.ID, s.chosen)) {
		return
	}
	slot, _ := v.Slot(s.chosen)
	s.part = typing // whoever walks in wants to write next
	s.status = "You are at " + layout.Cut(model.Clock(slot.Start)+" "+slot.Name(), 40) + " now. Just type."
}

// file files the line at the present stop; whoever is at none yet begins the
// chosen one.
func (s *Screen) file(v model.Visit) {
	slot, begin := s.chosen, true
	if here, at := jot.Here(v, s.person()); at {
		slot, begin = here.ID, false
	}
	note, err := jot.File(s.env, v, slot, s.line.Value(), begin)
	if err != nil && !errors.Is(err, model.ErrNothing) {
		s.status = jot.Why(err)
		return
	}
	s.line.Clear()
	s.status = s.filed(v, note)
}

func (s *Screen) filed(v model.Visit, note model.NoteText) string {
	where := ""
	if slot, ok := v.Slot(note.Slot); ok {
		where = " at the " + model.Clock(slot.Start) + " stop"
	}
	what := ""
	if words := jot.Words(note); words != "" {
		what = ": " + words
	}
	return jot.Filed("Filed"+where+what, note, s.env.Desk.Book.Rubric())
}

// Head says where and which day.
func (s *Screen) Head() ui.Head {
	crumbs := []string{"Visit to " + s.env.Desk.Book.School().Name}
	v, on := s.visit()
	if !on {
		return ui.Head{Crumbs: []string{s.env.Desk.Book.School().Name, "Visits"}}
	}
	slot, _ := v.Slot(s.chosen)
	crumbs = append(crumbs, fmt.Sprintf("Day %d", max(1, slot.Day)))
	return ui.Head{Crumbs: crumbs, Place: "Offline is fine"}
}

// HelpTitle names the screen in the help.
func (s *Screen) HelpTitle() string { return "the day of a visit" }

// Status says what typing does, or what has just happened.
func (s *Screen) Status() string {
	v, on := s.visit()
	switch {
	case s.status != "":
		return s.status
	case !on:
		return "No visit is open here. Press Enter to see the visits."
	case s.part == changing:
		return s.form.status()
	case s.part == remedying:
		return "Choose one with a number or Enter. The end of the day stays as agreed."
	case s.part == planning:
		return "Press Enter to plan the day from this. You can change every stop later."
	case v.Closed:
		return visiting.Closed
	case s.env.Desk.ReadOnly():
		return "This was opened to read only."
	case s.part == commands:
		return s.commandsStatus(v)
	}
	return s.typingStatus(v)
}

// commandsStatus tells the codes that the row has no room for.
func (s *Screen) commandsStatus(v model.Visit) string {
	slot, _ := v.Slot(s.chosen)
	if all := codes(slot.Areas, statusWidth); s.cut[slot.ID] && !strings.Contains(all, "+") {
		return "This stop looks at " + all + ". Press n to type again."
	}
	return "Keys act on the chosen stop. Press n to type again, m for everything."
}

func (s *Screen) typingStatus(v model.Visit) string {
	today := fmt.Sprintf("%s so far today.", widget.Count(s.today(v), "note", "notes"))
	switch here, at := jot.Here(v, s.person()); {
	case at && here.ID == s.chosen && s.line.Empty():
		return "Just type to take a note in this slot. " + capital(today)
	case at && !s.line.Empty():
		return "Enter files it at " + layout.Cut(model.Clock(here.Start)+" "+here.Name(), 46) + "."
	case at:
		return "Enter walks to this stop. Notes go to " + layout.Cut(model.Clock(here.Start)+" "+here.Name(), 36) + "."
	}
	return "Just type: the first note begins this stop. Enter alone begins it too."
}

func capital(text string) string { return strings.ToUpper(text[:1]) + text[1:] }

// today is how many notes were taken on the day shown.
func (s *Screen) today(v model.Visit) int {
	n := 0
	day := s.day(v)
	for _, note := range s.env.Desk.Book.Evaluation().VisitNotes(v.ID) {
		if slot, ok := v.Slot(note.Slot); ok && slot.Day == day || !ok && day == 1 {
			n++
		}
	}
	return n
}

// day is the day shown: that of the chosen stop.
func (s *Screen) day(v model.Visit) int {
	slot, ok := v.Slot(s.chosen)
	if !ok {
		return 1
	}
	return slot.Day
}

// step chooses the stop before or after, over the end of a day into the next.
func (s *Screen) step(by int) {
	v, _ := s.visit()
	i := slices.IndexFunc(v.Slots, func(x model.Slot) bool { return x.ID == s.chosen })
	if i = min(max(0, i+by), len(v.Slots)-1); i >= 0 {
		s.chosen = v.Slots[i].ID
	}
}

// turn shows the day before or after, at its first stop.
func (s *Screen) turn(by int) {
	v, _ := s.visit()
	want := s.day(v) + by
	i := slices.IndexFunc(v.Slots, func(x model.Slot) bool { return x.Day == want })
	if i < 0 {
		s.status = "There are no more days this way."
		return
	}
	s.chosen = v.Slots[i].ID
}

func (s *Screen) days(v model.Visit) int {
	last := 1
	for _, slot := range v.Slots {
		last = max(last, slot.Day)
	}
	return last
}

var (
	_ ui.Screen     = (*Screen)(nil)
	_ ui.Texting    = (*Screen)(nil)
	_ ui.Pointing   = (*Screen)(nil)
	_ ui.Clicking   = (*Screen)(nil)
	_ ui.Unfinished = (*Screen)(nil)
)
