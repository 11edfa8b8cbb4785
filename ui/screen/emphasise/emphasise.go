// Package emphasise is where a school says how much an area matters this year:
// its importance, whom it reaches, and whether it must be a priority or waits.
// What that does to the suggestion is shown at once; nothing is kept until
// Enter.
//
// It imports the leaves of ui and waymark/model; never another screen.
package emphasise

import (
	"errors"
	"fmt"
	"slices"

	tea "charm.land/bubbletea/v2"

	"waymark/model"
	"waymark/model/desk"
	"waymark/ui"
	"waymark/ui/env"
	"waymark/ui/keys"
	"waymark/ui/layout"
	"waymark/ui/nav"
	"waymark/ui/widget"
)

// Screen holds what would be kept, beside what stands.
type Screen struct {
	env    *env.Env
	area   model.Area
	was    model.Emphasis
	m      model.Emphasis
	list   widget.List
	why    *widget.Field
	again  *widget.Field
	effect effect
	size   layout.Size
	status string
	boxAt  int         // body line of the field's text
	at     map[int]int // body line -> row, as last drawn
}

// The rows, from the top.
const (
	rowImportance = iota
	rowReach
	rowPin
	rowAside
	rowWhy   // only while the area is set aside
	rowAgain // the same
)

// New opens an area; one that does not exist opens the first.
func New(e *env.Env, r nav.Emphasise) *Screen {
	s := &Screen{env: e, why: widget.NewLine(), again: widget.NewLine()}
	a, ok := s.book().Rubric().Area(r.Area)
	if !ok {
		a = s.book().Rubric().Areas[0]
	}
	s.area = a
	return s
}

func (s *Screen) book() *model.Book { return s.env.Desk.Book }

// Area is the area spoken of.
func (s *Screen) Area() model.AreaID { return s.area.ID }

// Init reads what stands and what it does.
func (s *Screen) Init() tea.Cmd {
	s.read()
	return nil
}

// read starts again from what stands.
func (s *Screen) read() {
	s.was = plain(s.book().Evaluation().Area(s.area.ID).Emphasis)
	s.m = s.was
	s.why.SetValue(s.was.Reason)
	s.again.SetValue(s.was.Revisit)
	for i, f := range s.fields() {
		if text, ok := s.env.Words[s.word(i)]; ok {
			f.SetValue(text)
		}
	}
	s.rows()
	s.work()
}

// plain spells out nothing that is the same as saying nothing.
func plain(m model.Emphasis) model.Emphasis {
	if m.Importance == model.Normal {
		m.Importance = ""
	}
	if m.Reach == model.Everyone {
		m.Reach = ""
	}
	return m
}

func (s *Screen) fields() []*widget.Field { return []*widget.Field{s.why, s.again} }

// word is where what was typed into the i-th field is kept.
func (s *Screen) word(i int) string {
	return fmt.Sprintf("%s/emphasise/%s/%d", s.book().EvaluationID(), s.area.ID, i)
}

// rows counts the rows that can be chosen now.
func (s *Screen) rows() {
	n := rowAside + 1
	if s.m.Excluded {
		n = rowAgain + 1
	}
	s.list.Set(n, n)
}

// field is the field under the cursor, nil on the other rows.
func (s *Screen) field() *widget.Field {
	switch s.list.Cursor {
	case rowWhy:
		return s.why
	case rowAgain:
		return s.again
	}
	return nil
}

// Update hands keys and pastes to the field, and reads again after an undo.
func (s *Screen) Update(msg tea.Msg) tea.Cmd {
	switch msg := msg.(type) {
	case nav.ReturnedMsg:
		s.status = ""
		s.read()
	case tea.KeyPressMsg, tea.PasteMsg:
		if f := s.field(); f != nil {
			s.status = ""
			if n := f.Update(msg); n > 0 {
				s.status = "Pasted " + widget.Count(n, "word", "words") + ". Ctrl+Z takes it out."
			}
			s.keepWords()
		}
	}
	return nil
}

func (s *Screen) keepWords() {
	if s.env.Words == nil {
		s.env.Words = map[string]string{}
	}
	for i, f := range s.fields() {
		s.env.Words[s.word(i)] = f.Value()
	}
}

// Act carries out one action.
func (s *Screen) Act(p keys.Press) tea.Cmd {
	s.status = ""
	if s.list.Act(p) {
		return nil
	}
	switch p.Action {
	case keys.Left:
		s.choose(s.chosen() - 1)
	case keys.Right:
		s.choose(s.chosen() + 1)
	case keys.Tick:
		s.choose((s.chosen() + 1) % len(s.options(s.list.Cursor)))
	case keys.Level:
		s.number(p.N)
	case keys.Undo:
		s.field().Undo()
		s.keepWords()
	case keys.Enter:
		s.keep()
	case keys.Back:
		s.env.Nav.Pop()
	case keys.Why:
		s.env.Nav.Push(nav.Working{Area: s.area.ID})
	}
	return nil
}

// number chooses an option of the row by its number.
func (s *Screen) number(n int) {
	if n > len(s.options(s.list.Cursor)) {
		s.status = fmt.Sprintf("Press a number from 1 to %d.", len(s.options(s.list.Cursor)))
		return
	}
	s.choose(n - 1)
}

// option is one answer of a row.
type option struct {
	words string
	set   func(*model.Emphasis)
	is    func(model.Emphasis) bool
}

func importance(words string, i model.Importance) option {
	return option{words, func(m *model.Emphasis) { m.Importance = i }, func(m model.Emphasis) bool { return m.Importance == i }}
}

func reach(words string, r model.Reach) option {
	return option{words, func(m *model.Emphasis) { m.Reach = r }, func(m model.Emphasis) bool { return m.Reach == r }}
}

// options are the answers of a row; none for a field.
func (s *Screen) options(row int) []option {
	switch row {
	case rowImportance:
		return []option{importance("minor", model.Minor), importance("normal", ""), importance("vital", model.Vital)}
	case rowReach:
		return []option{reach("a few "+s.env.Say("pupils"), model.Few), reach("a group", model.AGroup), reach("a phase", model.APhase), reach("everyone", "")}
	case rowPin:
		return []option{
			{"no", func(m *model.Emphasis) { m.Pinned = false }, func(m model.Emphasis) bool { return !m.Pinned }},
			{"yes, whatever the suggestion", func(m *model.Emphasis) { m.Pinned, m.Excluded = true, false }, func(m model.Emphasis) bool { return m.Pinned }},
		}
	case rowAside:
		return []option{
			{"no", func(m *model.Emphasis) { m.Excluded = false }, func(m model.Emphasis) bool { return !m.Excluded }},
			{"yes, set it aside", func(m *model.Emphasis) { m.Excluded, m.Pinned = true, false }, func(m model.Emphasis) bool { return m.Excluded }},
		}
	}
	return nil
}

// chosen is the answer of the row under the cursor.
func (s *Screen) chosen() int {
	return slices.IndexFunc(s.options(s.list.Cursor), func(o option) bool { return o.is(s.m) })
}

// choose takes an answer and works out what it does.
func (s *Screen) choose(i int) {
	all := s.options(s.list.Cursor)
	if i < 0 || i >= len(all) {
		return
	}
	all[i].set(&s.m)
	s.rows()
	s.work()
}

// wanted is what Enter would keep.
func (s *Screen) wanted() model.Emphasis {
	m := s.m
	m.Reason, m.Revisit = "", ""
	if m.Excluded {
		m.Reason, m.Revisit = model.CleanLine(s.why.Value()), model.CleanLine(s.again.Value())
	}
	return m
}

// changed reports whether Enter would change anything.
func (s *Screen) changed() bool { return s.wanted() != s.was }

func (s *Screen) keep() {
	var full *model.FullError
	err := s.env.Desk.Do(s.book().Emphasise(s.area.ID, s.wanted()))
	switch {
	case err == nil:
		s.forget()
		s.read()
		s.env.Nav.Pop()
		s.env.Nav.Say(fmt.Sprintf("Kept for %s. u takes it back.", s.area.ID))
	case errors.Is(err, model.ErrNothing):
		s.forget()
		s.env.Nav.Pop()
	case errors.Is(err, desk.ErrReadOnly):
		s.status = "This was opened to read only. Nothing has changed."
	case errors.As(err, &full):
		s.status = "Five areas must be priorities already. Take one of those off first."
	case errors.Is(err, model.ErrRemoved):
		s.status = "This self-evaluation was deleted. Bring it back from the years page first."
	default:
		s.status = "That could not be kept. Nothing has changed. Try again."
	}
}

func (s *Screen) forget() {
	for i := range s.fields() {
		delete(s.env.Words, s.word(i))
	}
}

// TakesText reports whether a field has the focus.
func (s *Screen) TakesText() bool { return s.field() != nil }

// Point is the cursor of the field.
func (s *Screen) Point() (x, y int, ok bool) {
	f := s.field()
	if f == nil {
		return 0, 0, false
	}
	x, y = f.Point()
	return x + 4, y + s.boxAt, true
}

// Resize takes the body's size.
func (s *Screen) Resize(size layout.Size) { s.size = size }

// HelpTitle names the screen in the help.
func (s *Screen) HelpTitle() string { return "how much an area matters" }

// Head names the school and the place.
func (s *Screen) Head() ui.Head {
	return ui.Head{Crumbs: []string{s.book().School().Name, "Priorities", "How much " + string(s.area.ID) + " matters"}}
}

// Live is what can be done on the row under the cursor.
func (s *Screen) Live() []keys.Live {
	enter := "go back"
	if s.changed() {
		enter = "keep"
	}
	live := []keys.Live{{Action: keys.Enter, Words: enter, Footer: true}}
	if n := len(s.options(s.list.Cursor)); n > 0 {
		live = append(live,
			keys.Live{Action: keys.Left, Shown: "←→", Words: "change", Footer: true}, keys.Live{Action: keys.Right},
			keys.Live{Action: keys.Level, Shown: fmt.Sprintf("1-%d", n), Words: "choose", Footer: true})
		if n == 2 {
			live = append(live, keys.Live{Action: keys.Tick, Words: "turn on or off"})
		}
		live = append(live, keys.Live{Action: keys.Why, Words: "how the suggestion came about"})
	} else {
		live = append(live, keys.Live{Action: keys.Undo, Shown: "Ctrl+Z", Words: "take back the last word"})
	}
	live = append(live, keys.Live{Action: keys.Up, Shown: "↑↓", Words: "move", Footer: true}, keys.Live{Action: keys.Down})
	return append(live, keys.Live{Action: keys.Back, Words: "as it was", Footer: true})
}

// Status says whether there is something to keep.
func (s *Screen) Status() string {
	switch {
	case s.status != "":
		return s.status
	case len(s.book().Evaluation().Area(s.area.ID).Emphases) > 1:
		return "This was set differently on two computers. Enter keeps what is shown."
	case s.changed():
		return "Enter keeps it. Esc leaves it as it was."
	}
	return "Arrows change it, and what that does is shown below."
}

var (
	_ ui.Screen   = (*Screen)(nil)
	_ ui.Texting  = (*Screen)(nil)
	_ ui.Pointing = (*Screen)(nil)
	_ ui.Clicking = (*Screen)(nil)
)
