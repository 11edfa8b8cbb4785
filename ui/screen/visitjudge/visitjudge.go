// Package visitjudge is the screen on which a reviewer judges one focus area:
// what was seen there first, then the levels. The school's level stays out of
// sight until the reviewer has given one, or asks to look and has it recorded.
//
// It imports the leaves of ui, waymark/model and its subpackages; never another
// screen.
package visitjudge

import (
	"errors"
	"fmt"
	"slices"

	tea "charm.land/bubbletea/v2"

	"waymark/model"
	"waymark/model/arrange"
	"waymark/ui"
	"waymark/ui/env"
	"waymark/ui/jot"
	"waymark/ui/layout"
	"waymark/ui/nav"
	"waymark/ui/visiting"
)

// part is what the keys act on.
type part int

const (
	choosing part = iota
	noting        // a note is being typed
	asking        // whether to look at the school's level early
)

// Screen judges one focus area at a time.
type Screen struct {
	env    *env.Env
	area   model.Area
	part   part
	look   model.Level // the row looked at, counting the answer after the levels; 0 for none
	shown  bool        // the school's level was asked for
	line   *visiting.Line
	status string
	size   layout.Size
	zones  []zone
	box    int // the body line of the note's box, as last drawn
}

// zone is the body lines of one level.
type zone struct {
	y, h  int
	level model.Level
}

// New opens the screen at an area; without one, at the first focus area that
// this reviewer has not judged.
func New(e *env.Env, r nav.VisitJudge) *Screen {
	s := &Screen{env: e}
	a, ok := s.book().Rubric().Area(r.Area)
	if !ok {
		id, waits := s.nextFrom(-1)
		if areas := s.areas(); !waits && len(areas) > 0 {
			id = areas[0]
		}
		if a, ok = s.book().Rubric().Area(id); !ok {
			a = s.book().Rubric().Areas[0]
		}
	}
	s.open(a)
	return s
}

// Area is the area being judged.
func (s *Screen) Area() model.AreaID { return s.area.ID }

func (s *Screen) open(a model.Area) {
	s.area, s.look, s.part, s.status = a, 0, choosing, ""
	s.shown = false
	s.line = visiting.NewLine(s.env, a.ID, "seen", "")
	if s.line.Found() {
		s.part, s.status = noting, "This is what you were typing. Enter files it, Esc keeps it."
	}
}

func (s *Screen) book() *model.Book  { return s.env.Desk.Book }
func (s *Screen) scale() model.Scale { return s.book().Rubric().Scale }
func (s *Screen) top() model.Level   { return s.scale().Top() }

func (s *Screen) visit() model.Visit {
	v, _ := s.env.Visit()
	return v
}

// areas lists what the visit judges, in rubric order.
func (s *Screen) areas() []model.AreaID {
	r, focus := s.book().Rubric(), s.visit().Areas()
	arrange.By(focus, func(a, b model.AreaID) int { return r.Index(a) - r.Index(b) })
	return focus
}

// mine is this reviewer's own judgement of the area.
func (s *Screen) mine() (model.Judgement, bool) { return s.by(s.area.ID) }

func (s *Screen) by(a model.AreaID) (model.Judgement, bool) {
	return s.book().Evaluation().Area(a).By(s.env.Desk.Voice)
}

// nextFrom is the first area without a judgement after place i, round to it.
func (s *Screen) nextFrom(i int) (model.AreaID, bool) {
	areas := s.areas()
	for k := 1; k <= len(areas); k++ {
		a := areas[(i+k+len(areas))%len(areas)]
		if _, judged := s.by(a); !judged {
			return a, true
		}
	}
	return "", false
}

// Init needs nothing.
func (s *Screen) Init() tea.Cmd { return nil }

// Update takes typing, pastes and what undo has changed.
func (s *Screen) Update(msg tea.Msg) tea.Cmd {
	switch msg := msg.(type) {
	case nav.ReturnedMsg:
		s.status = ""
		s.hideAgain()
	case nav.UndoneMsg:
		s.follow(msg.Steps)
	case tea.KeyPressMsg, tea.PasteMsg:
		if s.part == noting {
			s.status = ""
			if n := s.line.Update(msg); n > 0 {
				s.status = fmt.Sprintf("Pasted %d words. Ctrl+Z takes them out.", n)
			}
		}
	}
	return nil
}

// hideAgain forgets that the school's level was asked for once it may not be
// seen any longer.
func (s *Screen) hideAgain() {
	if _, hidden := s.book().Hidden(s.area.ID); hidden {
		s.shown = false
	}
}

// follow goes back to the area that undo has changed.
func (s *Screen) follow(steps []model.Step) {
	s.hideAgain()
	if len(steps) != 1 || steps[0].Kind != model.KindJudgement || steps[0].Area == s.area.ID {
		return
	}
	if a, ok := s.book().Rubric().Area(steps[0].Area); ok {
		s.open(a)
	}
}

// Resize takes the body's size.
func (s *Screen) Resize(size layout.Size) { s.size = size }

// choose takes a number: a level, or the honest answer after the last.
func (s *Screen) choose(n int) {
	v := s.env.Desk.Voice
	switch l := model.Level(n); {
	case l >= 1 && l <= s.top():
		s.do(s.book().GiveLevel(v, s.area.ID, l))
	case l == s.top()+1:
		s.do(s.book().Judge(v, s.area.ID, model.Opinion{State: model.NoEvidence}))
	default:
		s.status = fmt.Sprintf("Press a number from 1 to %d.", min(s.top()+1, 9))
	}
}

// do carries out a rule and says what came of it, "" when it was done.
func (s *Screen) do(changes []model.Change, err error) {
	s.look, s.status = 0, ""
	if err := s.env.Desk.Do(changes, err); err != nil && !errors.Is(err, model.ErrNothing) {
		s.status = visiting.Why(err)
	}
	s.hideAgain()
}

// enter keeps what is chosen, or chooses what is looked at, and goes on to the
// next area without a level; after the last come the leaders.
func (s *Screen) enter() {
	if s.look != 0 {
		if s.choose(int(s.look)); s.status != "" {
			return
		}
	}
	i := slices.Index(s.areas(), s.area.ID)
	id, waits := s.nextFrom(i)
	switch {
	case !waits:
		s.env.Nav.Replace(nav.Agree{})
	case id == s.area.ID:
		s.status = "This is the last area without a level. Press a number, or Esc to go back."
	default:
		if a, ok := s.book().Rubric().Area(id); ok {
			s.open(a)
		}
	}
}

// step goes to the focus area before or after.
func (s *Screen) step(by int) {
	areas := s.areas()
	i := slices.Index(areas, s.area.ID) + by
	if i < 0 || i >= len(areas) {
		s.status = "There are no more areas this way."
		return
	}
	if a, ok := s.book().Rubric().Area(areas[i]); ok {
		s.open(a)
	}
}

// lookAround moves over the levels and the answer after them.
func (s *Screen) lookAround(by int) {
	at := int(s.look)
	if at == 0 {
		at = int(s.chosen())
	}
	if at == 0 && by < 0 {
		at = 2
	}
	s.status = ""
	s.look = model.Level(min(max(1, at+by), int(s.top())+1))
	if s.look == s.chosen() {
		s.look = 0
	}
}

// chosen is the row of the reviewer's judgement, 0 for none.
func (s *Screen) chosen() model.Level {
	j, ok := s.mine()
	switch {
	case ok && j.State == model.Rated:
		return j.Level
	case ok && j.State == model.NoEvidence:
		return s.top() + 1
	}
	return 0
}

// confidence turns how sure the reviewer is.
func (s *Screen) confidence() {
	j, _ := s.mine()
	next := map[model.Confidence]model.Confidence{model.Medium: model.High, model.High: model.Low, model.Low: model.Medium}[j.Confidence]
	s.do(s.book().SetConfidence(s.env.Desk.Voice, s.area.ID, next))
	if s.status == "" {
		s.status = fmt.Sprintf("How sure you are about %s: %s. Press c to change it.", s.area.ID, next)
	}
}

// show shows or hides the school's level. Before the reviewer's own it asks.
func (s *Screen) show() {
	given, hidden := s.book().Hidden(s.area.ID)
	switch {
	case !given:
		s.status = "The school has not judged this area."
	case hidden:
		s.part, s.status = asking, ""
	default:
		s.shown, s.status = !s.shown, ""
	}
}

// glimpse looks early. It is recorded.
func (s *Screen) glimpse() {
	s.part = choosing
	s.do(s.book().Glimpse(s.env.Desk.Voice, s.visit().ID, s.area.ID))
	if s.status == "" {
		s.shown, s.status = true, "It is recorded that you looked before giving your level."
	}
}

// fileNote files what was typed as a note of this visit on the area, at the
// stop where the reviewer is.
func (s *Screen) fileNote() {
	if s.line.Empty() {
		s.line.Forget()
		s.part = choosing
		return
	}
	v := s.visit()
	if v.Closed {
		s.status = visiting.Why(model.ErrVisitClosed)
		return
	}
	stop, _ := jot.Here(v, s.env.Desk.Voice.Person)
	n := jot.Note(s.book(), v, stop.ID, s.line.Value())
	if n.Area == "" {
		n.Area = s.area.ID
	}
	s.do(s.book().WriteNote(s.env.Desk.Voice, model.NoteID(s.env.Desk.NewID()), n))
	if s.status != "" {
		return
	}
	s.line.Forget()
	s.part, s.status = choosing, fmt.Sprintf("Filed on %s at %s. u takes it out.", n.Area, s.env.Clock().Local().Format("15:04"))
}

var (
	_ ui.Screen     = (*Screen)(nil)
	_ ui.Texting    = (*Screen)(nil)
	_ ui.Pointing   = (*Screen)(nil)
	_ ui.Clicking   = (*Screen)(nil)
	_ ui.Unfinished = (*Screen)(nil)
)
