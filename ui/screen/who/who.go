// Package who asks who is judging, and begins the evaluation.
//
// It imports the leaves of ui and waymark/model; never another screen.
package who

import (
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

// Where the name and the post are remembered while they are not used.
const (
	draftName = "who is judging"
	draftPost = "post of who is judging"
)

// focus is what keys go to.
type focus int

const (
	onRows focus = iota
	onName
	onPost
)

// Screen is the last question of a new evaluation.
type Screen struct {
	env       *env.Env
	route     nav.Who
	year      model.Year
	people    []model.Person // named at this school before
	list      widget.List
	focus     focus
	name      *widget.Field
	post      *widget.Field
	beginning bool
	problem   string
	status    string
	size      layout.Size
	page      *widget.Page
}

// begun is the answer to beginning.
type begun struct {
	env.Opened
	err error
}

// New asks with “Just me for now” chosen, and everybody known here listed.
func New(e *env.Env, r nav.Who) *Screen {
	s := &Screen{env: e, route: r, year: r.Year, name: widget.NewLine(), post: widget.NewLine()}
	if s.year == "" {
		s.year = model.YearOf(e.Clock().Local())
	}
	if d := e.Desk; d != nil && r.School != "" && d.Book.SchoolID() == r.School {
		for _, p := range d.Book.People() {
			if p.Name != "" {
				s.people = append(s.people, p)
			}
		}
	}
	s.name.SetValue(e.Typed(draftName))
	s.post.SetValue(e.Typed(draftPost))
	s.list.Set(s.rows(), s.rows())
	return s
}

// The rows: just me, everybody known, and somebody new.
func (s *Screen) rows() int     { return len(s.people) + 2 }
func (s *Screen) newRow() int   { return len(s.people) + 1 }
func (s *Screen) isNew() bool   { return s.list.Cursor == s.newRow() }
func (s *Screen) inField() bool { return s.focus != onRows }

func (s *Screen) field() *widget.Field {
	if s.focus == onPost {
		return s.post
	}
	return s.name
}

// Init needs nothing.
func (s *Screen) Init() tea.Cmd { return nil }

// Update takes what is typed, and the evaluation that was begun.
func (s *Screen) Update(msg tea.Msg) tea.Cmd {
	switch msg := msg.(type) {
	case tea.KeyPressMsg, tea.PasteMsg:
		s.status, s.problem = "", ""
		s.field().Update(msg)
		s.remember()
	case nav.ReturnedMsg:
		s.status = ""
	case begun:
		s.begun(msg)
	}
	return nil
}

func (s *Screen) remember() {
	s.env.SetTyped(draftName, s.name.Value())
	s.env.SetTyped(draftPost, s.post.Value())
}

func (s *Screen) begun(msg begun) {
	s.beginning = false
	s.env.Nav.Release()
	if msg.err != nil {
		s.status = env.Why(msg.err, "It could not be started. What you typed is safe. Press Enter to try again.")
		return
	}
	for _, draft := range []string{draftName, draftPost, env.TypedSchool} {
		s.env.SetTyped(draft, "")
	}
	var first nav.Route
	if areas := msg.Desk.Book.Rubric().Areas; len(areas) > 0 {
		first = nav.Judge{Area: areas[0].ID}
	}
	s.env.Arrive(msg.Opened, first)
}

// Act carries out one action.
func (s *Screen) Act(p keys.Press) tea.Cmd {
	s.status = ""
	switch p.Action {
	case keys.Enter:
		return s.enter()
	case keys.Back:
		s.back()
	case keys.Undo:
		s.field().Undo()
		s.remember()
	case keys.NextPart:
		s.move(1)
	case keys.PartBefore:
		s.move(-1)
	case keys.Up, keys.Down:
		s.upDown(p)
	case keys.Before, keys.Left:
		s.shiftYear(-1)
	case keys.After, keys.Right:
		s.shiftYear(1)
	case keys.Level:
		return s.digit(p.N)
	default:
		s.list.Act(p)
	}
	return nil
}

// upDown moves through the rows, and on into the fields below the last one.
func (s *Screen) upDown(p keys.Press) {
	switch {
	case s.inField() && p.Action == keys.Down:
		s.focus = onPost
	case s.inField():
		s.focus--
	case p.Action == keys.Down && s.isNew():
		s.focus = onName
	default:
		s.list.Act(p)
	}
}

// move goes through the parts: the rows, the name, the post.
func (s *Screen) move(by int) {
	s.focus = (s.focus + focus(by) + 3) % 3
	if s.inField() {
		s.list.Cursor = s.newRow()
	}
}

func (s *Screen) back() {
	if s.inField() {
		s.focus, s.problem = onRows, ""
		return
	}
	s.env.Nav.Pop()
}

func (s *Screen) digit(n int) tea.Cmd {
	if n > s.rows() {
		return nil
	}
	if s.list.Cursor == n-1 {
		return s.enter()
	}
	s.list.Cursor = n - 1
	return nil
}

// enter goes from the row of somebody new to the name, to the post, and begins.
func (s *Screen) enter() tea.Cmd {
	switch {
	case s.isNew() && s.focus == onRows:
		s.focus = onName
		return nil
	case s.focus != onRows && s.name.Empty():
		s.focus, s.problem = onName, "Enter a name, or choose ‘Just me for now’"
		return nil
	case s.focus == onName:
		s.focus = onPost
		return nil
	}
	return s.begin()
}

func (s *Screen) begin() tea.Cmd {
	if s.beginning {
		return nil
	}
	b := env.Beginning{School: s.route.School, Name: s.route.Name, Rubric: s.route.Rubric, Year: s.year, Person: s.person()}
	for _, id := range strings.Fields(s.route.Areas) {
		b.Areas = append(b.Areas, model.AreaID(id))
	}
	s.beginning = true
	s.env.Nav.Hold()
	shelf, ctx := s.env.Shelf, s.env.Ctx
	return func() tea.Msg {
		o, err := shelf.Begin(ctx, b)
		return begun{o, err}
	}
}

// person is who is judging; nobody by name for “just me”.
func (s *Screen) person() model.Person {
	switch i := s.list.Cursor; {
	case i == 0:
		return model.Person{}
	case s.isNew():
		return model.Person{Name: model.CleanLine(s.name.Value()), Post: model.CleanLine(s.post.Value())}
	default:
		return s.people[i-1]
	}
}

// The years that can be begun: the last, the present and the next.
func (s *Screen) years() []model.Year {
	now := s.env.Clock().Local()
	return []model.Year{model.YearOf(now.AddDate(-1, 0, 0)), model.YearOf(now), model.YearOf(now.AddDate(1, 0, 0))}
}

func (s *Screen) shiftYear(by int) {
	years := s.years()
	if s.route.Year != "" && s.route.Year > years[2] {
		years = append(years, s.route.Year)
	}
	at := 0
	for i, y := range years {
		if y == s.year {
			at = i
		}
	}
	s.year = years[min(max(0, at+by), len(years)-1)]
}

var _ ui.Screen = (*Screen)(nil)
