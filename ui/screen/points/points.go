// Package points is the screen on which the messages of a visit are chosen:
// strengths first, then next steps, then bright spots, each with the notes that
// it rests on; and the words with which the visit ends.
//
// It imports the leaves of ui and waymark/model; never another screen.
package points

import (
	"errors"
	"fmt"

	tea "charm.land/bubbletea/v2"

	"waymark/model"
	"waymark/ui"
	"waymark/ui/env"
	"waymark/ui/keys"
	"waymark/ui/layout"
	"waymark/ui/nav"
	"waymark/ui/visiting"
	"waymark/ui/widget"
)

// Screen lists what is chosen, or edits one of it.
type Screen struct {
	env    *env.Env
	rows   []row
	list   widget.List
	edit   *editor // nil while the list is shown
	picked map[string][]model.NoteID
	page   *widget.Page // as last drawn
	status string
	size   layout.Size
}

// row is one line of the list that can be chosen.
type row struct {
	heading string // above the row, "" for none
	kind    model.PointKind
	point   model.Point // its ID is "" where one can be added
	closing closing
	leave   bool // to the sign-off
}

// closing is which of the last words of the visit a row is.
type closing int

const (
	noClosing closing = iota
	closingFirst
	closingAsked
	closingFollowUp
)

// question is what a closing row asks.
func (c closing) question() string {
	switch c {
	case closingFirst:
		return "If you took over as headteacher here tomorrow, what would you do first?"
	case closingAsked:
		return "What did the school ask of us?"
	case closingFollowUp:
		return "When does somebody come back?"
	default:
		return ""
	}
}

// New opens the list at the first thing that is still to be chosen.
func New(e *env.Env, _ nav.Points) *Screen {
	s := &Screen{env: e, picked: map[string][]model.NoteID{}}
	s.refresh()
	s.toNext("")
	s.resume()
	return s
}

func (s *Screen) book() *model.Book { return s.env.Desk.Book }

func (s *Screen) visit() model.Visit {
	v, _ := s.env.Visit()
	return v
}

// on reports whether there is a visit in progress here.
func (s *Screen) on() bool { _, on := s.env.Visit(); return on }

// kinds lists the kinds of point in the order in which they are read.
func kinds() []model.PointKind {
	return []model.PointKind{model.Strength, model.NextStepTo, model.BrightSpot}
}

// called is what one point of a kind is called.
func called(k model.PointKind) string {
	switch k {
	case model.Strength:
		return "strength"
	case model.NextStepTo:
		return "next step"
	default: // model.BrightSpot
		return "bright spot"
	}
}

// heading is the heading of a kind's points, with how many there are.
func heading(k model.PointKind, n int) string {
	switch k {
	case model.Strength:
		return fmt.Sprintf("Strengths   %d of %d", n, model.MostPoints)
	case model.NextStepTo:
		return fmt.Sprintf("Next steps   %d of %d", n, model.MostPoints)
	default: // model.BrightSpot
		return "Bright spots   to share with other schools"
	}
}

// refresh reads what is chosen again.
func (s *Screen) refresh() {
	v := s.visit()
	s.rows = s.rows[:0]
	for _, k := range kinds() {
		points := v.Of(k)
		head := heading(k, len(points))
		for _, p := range points {
			s.rows = append(s.rows, row{heading: head, kind: k, point: p})
			head = ""
		}
		if k == model.BrightSpot || len(points) < model.MostPoints {
			s.rows = append(s.rows, row{heading: head, kind: k})
		}
	}
	for _, c := range []closing{closingFirst, closingAsked, closingFollowUp} {
		r := row{closing: c}
		if c == closingFirst {
			r.heading = "To end with"
		}
		s.rows = append(s.rows, r)
	}
	s.rows = append(s.rows, row{leave: true})
	s.list.Set(len(s.rows), len(s.rows))
}

// answer is what a closing row says now.
func (s *Screen) answer(c closing) string {
	now := s.visit().Closing
	switch c {
	case closingFirst:
		return now.First
	case closingAsked:
		return now.Asked
	case closingFollowUp:
		return now.FollowUp
	default:
		return ""
	}
}

// waits reports whether a row is still to be filled.
func (s *Screen) waits(r row) bool {
	switch {
	case r.leave:
		return true
	case r.closing == closingFirst:
		return s.answer(r.closing) == ""
	case r.closing != noClosing:
		return false
	}
	return r.point.ID == "" && r.kind != model.BrightSpot
}

// toNext moves to the next row that waits, first among those of kind.
func (s *Screen) toNext(kind model.PointKind) {
	for i, r := range s.rows {
		if kind != "" && r.kind == kind && s.waits(r) {
			s.list.Cursor = i
			return
		}
	}
	for i, r := range s.rows {
		if s.waits(r) {
			s.list.Cursor = i
			return
		}
	}
}

func (s *Screen) row() row { return s.rows[s.list.Cursor] }

// Init needs nothing.
func (s *Screen) Init() tea.Cmd { return nil }

// Update takes typing and pastes, and reads the list again on return.
func (s *Screen) Update(msg tea.Msg) tea.Cmd {
	switch msg := msg.(type) {
	case nav.ReturnedMsg:
		s.refresh()
	case tea.KeyPressMsg, tea.PasteMsg:
		if f := s.focus(); f != nil {
			s.status = ""
			if n := f.Update(msg); n > 0 {
				s.status = fmt.Sprintf("Pasted %d words. Ctrl+Z takes them out.", n)
			}
		}
	}
	return nil
}

// focus is the line being typed in, nil for none.
func (s *Screen) focus() *visiting.Line {
	if s.edit == nil {
		return nil
	}
	return s.edit.line()
}

// TakesText reports whether letters are letters now.
func (s *Screen) TakesText() bool { return s.focus() != nil }

// Drafts counts the sentences that are not filed yet.
func (s *Screen) Drafts() int {
	n := 0
	if s.edit != nil {
		for _, f := range s.edit.fields {
			if f.line.Kept() {
				n++
			}
		}
	}
	return n
}

// Resize takes the body's size.
func (s *Screen) Resize(size layout.Size) { s.size = size }

// Head is where this belongs.
func (s *Screen) Head() ui.Head {
	return ui.Head{Crumbs: []string{"Visit", "Strengths and next steps"}}
}

// HelpTitle names the screen in the help.
func (s *Screen) HelpTitle() string { return "choosing strengths and next steps" }

// Status says what is still to be chosen.
func (s *Screen) Status() string {
	switch {
	case s.status != "":
		return s.status
	case !s.on():
		return "Choose a visit first. Press g, then v."
	case s.edit != nil:
		return s.edit.status()
	}
	v := s.visit()
	if v.Closed {
		return visiting.Closed
	}
	strengths, steps := v.Of(model.Strength), v.Of(model.NextStepTo)
	switch {
	case len(strengths) < model.MostPoints:
		return "Strengths first: up to three, each from what you noted."
	case len(steps) < model.MostPoints:
		return "Now up to three next steps, each from what you noted."
	case !led(steps):
		return "Say of one next step or more who in the school could lead it."
	}
	return "Everything you choose here is in what the school receives."
}

func led(steps []model.Point) bool {
	for _, p := range steps {
		if p.Lead != "" {
			return true
		}
	}
	return false
}

// do carries out a rule and reports whether it could be, with what to say.
func (s *Screen) do(said string, changes []model.Change, err error) bool {
	err = s.env.Desk.Do(changes, err)
	if err != nil && !errors.Is(err, model.ErrNothing) {
		s.status = visiting.Why(err)
		return false
	}
	s.refresh()
	s.status = said
	return true
}

// remove takes the chosen point out.
func (s *Screen) remove() {
	p := s.row().point
	if p.ID == "" {
		return
	}
	changes, err := s.book().RemovePoint(s.env.Desk.Voice, s.visit().ID, p.ID)
	s.do("Taken out. u brings it back.", changes, err)
}

// enter opens the row under the cursor.
func (s *Screen) enter() {
	r := s.row()
	switch {
	case s.env.Desk.ReadOnly() && !r.leave:
		s.status = "This was opened to read only. Nothing has changed."
	case r.leave:
		s.env.Nav.Replace(nav.SignOff{})
	case r.closing != noClosing:
		s.edit, s.status = s.closingEditor(r.closing), ""
	default:
		s.edit, s.status = s.pointEditor(r), ""
	}
}

// add starts a new point of the kind where the cursor is.
func (s *Screen) add() {
	kind := s.row().kind
	if kind == "" {
		kind = model.BrightSpot
	}
	for i, r := range s.rows {
		if r.kind == kind && r.point.ID == "" {
			s.list.Cursor = i
			s.enter()
			return
		}
	}
	s.status = fmt.Sprintf("There are %d already. Take one out first, from the menu (m).", model.MostPoints)
}

// Click chooses the row under the mouse; a second click opens it.
func (s *Screen) Click(_, y int) tea.Cmd {
	if s.page == nil || !s.on() {
		return nil
	}
	id, ok := s.page.At(y)
	switch {
	case !ok:
	case s.edit != nil:
		s.edit.click(id)
	case id == s.list.Cursor:
		return s.Act(keys.Press{Action: keys.Enter})
	default:
		s.list.Cursor = id
	}
	return nil
}

// Wheel moves over the rows.
func (s *Screen) Wheel(down bool) tea.Cmd {
	by := -1
	if down {
		by = 1
	}
	if s.edit != nil {
		s.edit.notes.Move(by)
		return nil
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
