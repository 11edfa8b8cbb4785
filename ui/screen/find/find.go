// Package find is the screen on which an area is found: by a word of its name,
// of its descriptions or of one's own notes, or by what is still to do.
//
// It imports the leaves of ui and waymark/model; never another screen.
package find

import (
	"cmp"
	"fmt"

	tea "charm.land/bubbletea/v2"

	"waymark/model"
	"waymark/model/arrange"
	"waymark/ui"
	"waymark/ui/env"
	"waymark/ui/keys"
	"waymark/ui/layout"
	"waymark/ui/nav"
	"waymark/ui/widget"
)

// Screen is a line to type on, a row of filters, and the areas they leave.
type Screen struct {
	env      *env.Env
	field    *widget.Field
	all      []entry
	filter   filter
	choosing bool // the filters have the focus; letters still go to the line
	rows     []row
	list     widget.List
	meant    string // a query that would match, when this one does not
	others   int    // areas that match, but that the filter leaves out
	status   string
	size     layout.Size
}

// row is an area that is listed.
type row struct {
	area model.Area
	found
}

// New opens the screen with every area listed.
func New(e *env.Env, _ nav.Find) *Screen {
	s := &Screen{env: e, field: widget.NewLine(), all: newIndex(e.Desk.Book)}
	s.narrow()
	return s
}

func (s *Screen) book() *model.Book { return s.env.Desk.Book }

// narrow lists what the query and the filter leave, the closest matches first
// and otherwise in rubric order.
func (s *Screen) narrow() {
	want := typed(s.field.Value())
	s.rows, s.meant, s.others = nil, "", 0
	for _, x := range s.all {
		f, ok := x.match(want, s.quoteWidth())
		switch {
		case !ok:
		case s.lets(x.area.ID):
			s.rows = append(s.rows, row{x.area, f})
		default:
			s.others++
		}
	}
	arrange.By(s.rows, func(a, b row) int { return cmp.Compare(a.rank, b.rank) })
	if len(s.rows) == 0 && s.others == 0 && len(want) > 0 {
		s.meant = near(s.all, want)
	}
	s.list = widget.List{}
	s.list.Set(len(s.rows), s.listHeight())
}

// Init needs nothing.
func (s *Screen) Init() tea.Cmd { return nil }

// Update takes typing. Whatever part has the focus, a letter is for the line.
func (s *Screen) Update(msg tea.Msg) tea.Cmd {
	s.status = ""
	switch msg := msg.(type) {
	case tea.KeyPressMsg, tea.PasteMsg:
		before := s.field.Value()
		s.field.Update(msg)
		if s.field.Value() != before {
			s.choosing = false
			s.narrow()
		}
	case nav.ReturnedMsg:
		at := s.list.Cursor
		s.all = newIndex(s.book())
		s.narrow()
		s.list.Move(at)
	}
	return nil
}

// TakesText is always true: one just types.
func (s *Screen) TakesText() bool { return true }

// Act carries out one action.
func (s *Screen) Act(p keys.Press) tea.Cmd {
	s.status = ""
	switch p.Action {
	case keys.Enter:
		s.enter()
	case keys.Back:
		s.env.Nav.Pop()
	case keys.NextPart, keys.PartBefore:
		s.choosing = !s.choosing
	case keys.Left:
		s.turn(-1)
	case keys.Right:
		s.turn(1)
	case keys.Undo:
		if !s.field.Undo() {
			s.status = "There is nothing more to take back here."
		}
		s.narrow()
	case keys.Up:
		if s.choosing = !s.choosing && s.list.Cursor == 0; !s.choosing {
			s.list.Move(-1)
		}
	case keys.Down:
		if s.choosing {
			s.choosing = false
			return nil
		}
		s.list.Move(1)
	default:
		s.choosing = false
		s.list.Act(p)
	}
	return nil
}

func (s *Screen) turn(by int) {
	s.filter = (s.filter + filter(by) + filters) % filters
	s.narrow()
}

// enter opens the chosen area, in place of this screen; where nothing matches
// it takes the way out that is offered.
func (s *Screen) enter() {
	switch {
	case len(s.rows) > 0:
		s.env.Nav.Replace(nav.Judge{Area: s.rows[s.list.Cursor].area.ID})
	case s.meant != "":
		s.field.Replace(s.meant)
		s.narrow()
	case s.filter != every:
		s.filter = every
		s.narrow()
	default:
		s.field.Replace("")
		s.narrow()
	}
}

// enterWords is what enter would do.
func (s *Screen) enterWords() string {
	switch {
	case len(s.rows) > 0:
		return "open " + string(s.rows[s.list.Cursor].area.ID)
	case s.meant != "":
		return "look for ‘" + s.meant + "’"
	case s.filter != every:
		return "show all areas"
	}
	return "clear"
}

// Live is what can be done while finding.
func (s *Screen) Live() []keys.Live {
	live := []keys.Live{{Action: keys.Enter, Words: s.enterWords(), Footer: true}}
	live = append(live,
		keys.Live{Action: keys.Up, Shown: "↑↓", Words: "move", Footer: true},
		keys.Live{Action: keys.Down}, keys.Live{Action: keys.PageUp}, keys.Live{Action: keys.PageDown})
	if s.choosing {
		live = append(live, keys.Live{Action: keys.Left, Shown: "←→", Words: "filters", Footer: true}, keys.Live{Action: keys.Right},
			keys.Live{Action: keys.NextPart, Words: "typing", Footer: true})
	} else {
		live = append(live, keys.Live{Action: keys.NextPart, Words: "filters", Footer: true})
	}
	return append(live, keys.Live{Action: keys.PartBefore}, keys.Live{Action: keys.Undo, Shown: "Ctrl+Z", Words: "take the last word back"},
		keys.Live{Action: keys.Back, Words: "go back", Footer: true})
}

// HelpTitle names the screen in the help.
func (s *Screen) HelpTitle() string { return "finding an area" }

// Head names the school and the evaluation.
func (s *Screen) Head() ui.Head {
	return ui.Head{Crumbs: []string{s.book().School().Name, s.book().Evaluation().Title}}
}

// Status says how the list is narrowed.
func (s *Screen) Status() string {
	switch {
	case s.status != "":
		return s.status
	case len(s.rows) == 0:
		return "Enter " + s.enterWordsPlainly() + ", or change what you typed."
	case s.choosing:
		return "Left and right choose which areas are listed. Enter opens one."
	}
	return "Type to narrow the list. The list changes as you type."
}

func (s *Screen) enterWordsPlainly() string {
	switch {
	case s.meant != "":
		return "looks for ‘" + s.meant + "’"
	case s.filter != every:
		return "shows all areas"
	}
	return "clears the line"
}

// nothing says why the list is empty, and what would not be.
func (s *Screen) nothing() string {
	query := layout.Cut(s.field.Value(), 30)
	switch {
	case s.meant != "":
		n := 0
		for _, x := range s.all {
			if _, ok := x.match(typed(s.meant), s.quoteWidth()); ok {
				n++
			}
		}
		return fmt.Sprintf("Nothing matches ‘%s’. Did you mean ‘%s’? %s", query, s.meant, widget.Count(n, "area", "areas"))
	case s.field.Empty():
		return s.none()
	case s.others > 0:
		return fmt.Sprintf("Nothing under ‘%s’ matches ‘%s’. %s in the whole list.", s.filter.words(), query, matches(s.others))
	}
	return fmt.Sprintf("Nothing matches ‘%s’.", query)
}

func matches(n int) string {
	if n == 1 {
		return "1 area matches"
	}
	return widget.Count(n, "area", "areas") + " match"
}

var (
	_ ui.Screen   = (*Screen)(nil)
	_ ui.Texting  = (*Screen)(nil)
	_ ui.Pointing = (*Screen)(nil)
)
