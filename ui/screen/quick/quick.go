// Package quick takes one note of a visit from anywhere and goes back there.
//
// It imports the leaves of ui, waymark/model and model/visit; never another
// screen.
package quick

import (
	"errors"
	"fmt"
	"slices"

	tea "charm.land/bubbletea/v2"

	"waymark/model"
	"waymark/model/visit"
	"waymark/ui"
	"waymark/ui/env"
	"waymark/ui/jot"
	"waymark/ui/keys"
	"waymark/ui/layout"
	"waymark/ui/nav"
	"waymark/ui/widget"
)

// part is what has the focus, in the order Tab goes.
type part int

const (
	onLine part = iota
	onSlot
	onLink
	parts
)

// mostLikely is how many areas are suggested.
const mostLikely = 3

// Screen takes one note.
type Screen struct {
	env    *env.Env
	line   *jot.Line
	finder *visit.Finder
	likely []model.AreaID
	slot   model.SlotID // where the note goes
	part   part
	status string
	size   layout.Size
	lineAt int // body line of the line's text, as last drawn
}

// New opens an empty line, or what was left on it.
func New(e *env.Env, _ nav.Quick) *Screen {
	b := e.Desk.Book
	s := &Screen{env: e, finder: visit.NewFinder(b.Rubric())}
	s.line = jot.New(e, jot.Key(b, e.Visiting.Visit, jot.Quick), "")
	s.slot = s.usual()
	s.follow()
	if s.line.Drafts() > 0 {
		s.status = "This is what you were typing. Enter files it, or just type on."
	}
	return s
}

// usual is the present stop, else the one planned for now, else the first.
func (s *Screen) usual() model.SlotID {
	v, _ := s.env.Visit()
	if here, ok := jot.Here(v, s.env.Desk.Voice.Person); ok {
		return here.ID
	}
	now := s.env.Clock().Local()
	clock := now.Hour()*60 + now.Minute()
	best := model.SlotID("")
	for _, slot := range v.Slots {
		date, ok := visit.Date(v, slot.Day)
		today := ok && date.Format("2006-01-02") == now.Format("2006-01-02")
		if best == "" || today && slot.Start <= clock {
			best = slot.ID
		}
	}
	return best
}

// follow looks for the areas that the words speak of.
func (s *Screen) follow() {
	v, _ := s.env.Visit()
	n := model.ParseLine(s.line.Value(), s.env.Desk.Book.Rubric())
	s.likely = s.finder.Suggest(n.Text, v.Areas(), mostLikely)
	s.arrange()
}

// Init needs nothing.
func (s *Screen) Init() tea.Cmd { return nil }

// Update takes typing and pastes.
func (s *Screen) Update(msg tea.Msg) tea.Cmd {
	switch msg := msg.(type) {
	case tea.KeyPressMsg, tea.PasteMsg:
		s.status = ""
		if n := s.line.Update(msg); n > 0 {
			s.status = fmt.Sprintf("Pasted %s. Ctrl+Z takes it out.", widget.Count(n, "word", "words"))
		}
		s.follow()
	case nav.ReturnedMsg, nav.UndoneMsg:
		s.status = ""
		s.line.Reload()
		s.follow()
	}
	return nil
}

// TakesText reports whether letters are letters now.
func (s *Screen) TakesText() bool { return s.part == onLine }

// Drafts counts the line that is not filed yet.
func (s *Screen) Drafts() int { return s.line.Drafts() }

// Act carries out one action.
func (s *Screen) Act(p keys.Press) tea.Cmd {
	s.status = ""
	if _, on := s.env.Visit(); !on && p.Action == keys.Enter {
		s.env.Nav.Replace(nav.Note{})
		return nil
	}
	switch p.Action {
	case keys.Enter:
		s.file()
	case keys.Back:
		s.back()
	case keys.NextPart:
		s.part = (s.part + 1) % parts
	case keys.PartBefore:
		s.part = (s.part + parts - 1) % parts
	case keys.Undo, keys.Redo:
		s.undo(p.Action)
	default:
		s.choose(p)
	}
	return nil
}

// choose acts on the stop or the link.
func (s *Screen) choose(p keys.Press) {
	by := map[keys.Action]int{keys.Up: -1, keys.Left: -1, keys.Down: 1, keys.Right: 1}[p.Action]
	switch {
	case p.Action == keys.Note:
		s.part = onLine
	case s.part == onSlot && by != 0:
		s.turn(by)
	case s.part == onLink && p.Action == keys.Level && p.N <= len(s.likely):
		s.link(s.likely[p.N-1])
	case s.part == onLink && p.Action == keys.LevelOff:
		s.link("")
	case s.part == onLink && by != 0:
		s.turnLink(by)
	}
}

// turn goes to the stop before or after, round to the first.
func (s *Screen) turn(by int) {
	v, _ := s.env.Visit()
	n := len(v.Slots)
	if n == 0 {
		return
	}
	i := slices.IndexFunc(v.Slots, func(x model.Slot) bool { return x.ID == s.slot })
	s.slot = v.Slots[(max(0, i)+by+n)%n].ID
}

// turnLink goes through the areas, those suggested and of the stop first.
func (s *Screen) turnLink(by int) {
	v, _ := s.env.Visit()
	slot, _ := v.Slot(s.slot)
	var all []model.AreaID
	for _, ids := range [][]model.AreaID{{""}, s.likely, slot.Areas, v.Areas(), areas(s.env.Desk.Book.Rubric())} {
		for _, id := range ids {
			if !slices.Contains(all, id) {
				all = append(all, id)
			}
		}
	}
	i := max(0, slices.Index(all, s.linked()))
	s.link(all[(i+by+len(all))%len(all)])
}

func areas(r model.Rubric) []model.AreaID {
	var all []model.AreaID
	for _, a := range r.Areas {
		all = append(all, a.ID)
	}
	return all
}

// linked is the area on the line, "" for none.
func (s *Screen) linked() model.AreaID {
	return model.ParseLine(s.line.Value(), s.env.Desk.Book.Rubric()).Area
}

func (s *Screen) link(id model.AreaID) {
	s.line.Put(jot.Linked(s.line.Value(), id, s.env.Desk.Book.Rubric()))
	s.arrange()
}

func (s *Screen) undo(a keys.Action) {
	switch {
	case a == keys.Undo && !s.line.Undo():
		s.status = "There is nothing more to take back on this line."
	case a == keys.Redo && !s.line.Redo():
		s.status = "There is nothing to put back on this line."
	}
	s.follow()
}

// back leaves; what is typed is kept as a draft.
func (s *Screen) back() {
	kept := s.line.Drafts() > 0
	s.env.Nav.Pop()
	if kept {
		s.env.Nav.Say("Your words are kept as a draft. Press a to go on with them.")
	}
}

// file files the note and goes back.
func (s *Screen) file() {
	v, _ := s.env.Visit()
	if s.line.Empty() {
		s.part = onLine
		s.status = "Type what you saw, heard or read. Esc goes back."
		return
	}
	n, err := jot.File(s.env, v, s.slot, s.line.Value(), false)
	if err != nil && !errors.Is(err, model.ErrNothing) {
		s.status = jot.Why(err)
		return
	}
	s.line.Clear()
	s.env.Nav.Pop()
	said := "Filed"
	if slot, ok := v.Slot(n.Slot); ok {
		said += " at the " + model.Clock(slot.Start) + " stop"
	}
	if words := jot.Words(n); words != "" {
		said += ": " + words
	}
	s.env.Nav.Say(said + ". u takes it back.")
}

// Head says that this is a note of the visit.
func (s *Screen) Head() ui.Head {
	return ui.Head{Crumbs: []string{"Visit to " + s.env.Desk.Book.School().Name, "Quick note"}}
}

// HelpTitle names the screen in the help.
func (s *Screen) HelpTitle() string { return "a quick note on a visit" }

// Status says where Enter and Esc lead.
func (s *Screen) Status() string {
	v, on := s.env.Visit()
	switch {
	case s.status != "":
		return s.status
	case !on:
		return "No visit is open here. Enter takes a note for the school instead."
	case v.Closed:
		return "This visit is closed. Open it again under Visits (g v) to add notes."
	case s.env.Desk.ReadOnly():
		return "This was opened to read only."
	case s.part == onSlot:
		return "Left and right go through the stops of the visit."
	case s.part == onLink && len(s.likely) > 0:
		return "A number links the note, 0 takes the link off."
	case s.part == onLink:
		return "Left and right go through the areas."
	}
	return "You will go back to where you were."
}

var (
	_ ui.Screen     = (*Screen)(nil)
	_ ui.Texting    = (*Screen)(nil)
	_ ui.Pointing   = (*Screen)(nil)
	_ ui.Unfinished = (*Screen)(nil)
)
