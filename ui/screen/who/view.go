package who

import (
	"fmt"
	"strings"

	tea "charm.land/bubbletea/v2"

	"waymark/model"
	"waymark/ui"
	"waymark/ui/keys"
	"waymark/ui/layout"
	"waymark/ui/widget"
)

// The fields' places on the page; the rows count from 0.
const (
	nameRow = 1<<20 + iota
	postRow
)

// Live is what can be done here.
func (s *Screen) Live() []keys.Live {
	enter := "begin"
	switch {
	case s.focus == onName:
		enter = "go on"
	case s.isNew() && s.focus == onRows:
		enter = "give a name"
	}
	live := []keys.Live{{Action: keys.Enter, Words: enter, Footer: true}}
	if s.inField() {
		return append(live,
			keys.Live{Action: keys.NextPart, Words: "next field", Footer: true}, keys.Live{Action: keys.PartBefore, Words: "field before"},
			keys.Live{Action: keys.Up, Words: "field above"}, keys.Live{Action: keys.Down, Words: "field below"},
			keys.Live{Action: keys.Back, Words: "back", Footer: true},
			keys.Live{Action: keys.Undo, Shown: "Ctrl+Z", Words: "undo typing"})
	}
	live = append(live, widget.Moving()...)
	return append(live,
		keys.Live{Action: keys.Right, Shown: "←→", Words: "school year", Footer: true},
		keys.Live{Action: keys.Left, Words: "the school year before"},
		keys.Live{Action: keys.After, Words: "the school year after"},
		keys.Live{Action: keys.Before, Words: "the school year before"},
		keys.Live{Action: keys.Back, Words: "back", Footer: true},
		keys.Live{Action: keys.NextPart, Words: "give a name"},
		keys.Live{Action: keys.Level, Shown: fmt.Sprintf("1-%d", s.rows()), Words: "choose that row"},
	)
}

// TakesText reports whether a field has the focus.
func (s *Screen) TakesText() bool { return s.inField() }

// HelpTitle names the screen in the help.
func (s *Screen) HelpTitle() string { return "saying who is judging" }

// Head names the school.
func (s *Screen) Head() ui.Head {
	return ui.Head{Crumbs: []string{"Waymark", strings.TrimSpace(s.route.Name)}}
}

// Status says what Enter does, or why it could not.
func (s *Screen) Status() string {
	switch {
	case s.status != "":
		return s.status
	case s.problem != "":
		return "Nothing has been lost. Type a name, or press Esc for the other choices."
	case s.focus == onName:
		return "The name is shown beside levels and notes. It stays on this computer."
	case s.focus == onPost:
		return "Press Enter to begin. The post can be left empty."
	case s.isNew():
		return "Names help when several people judge. You can leave them out of exports."
	}
	return "Press Enter to begin with the first area. Others can join later."
}

// Resize takes the body's size.
func (s *Screen) Resize(size layout.Size) { s.size = size }

// View draws the question, the rows, and the fields for somebody new.
func (s *Screen) View() []string {
	p := widget.NewPage(s.env.Theme, s.size.W, s.env.Prefs.Roomy)
	p.Question(3, 3)
	p.Gap()
	if s.problem != "" {
		p.ProblemAbove(s.problem)
	}
	p.Heading("Who is judging?")
	p.Gap()
	s.choices(p)
	if s.isNew() {
		s.fields(p)
	}
	p.Gap()
	s.begins(p)
	s.page = p
	return p.Fit(s.size.H)
}

func (s *Screen) choices(p *widget.Page) {
	row := func(i int, text string, details ...string) {
		mark := s.env.Theme.Glyph.Open
		if i == s.list.Cursor {
			mark = s.env.Theme.Glyph.Chosen
		}
		p.Row(i, i == s.list.Cursor && s.focus == onRows, mark+" "+text, "", details...)
	}
	row(0, "Just me for now")
	for i, person := range s.people {
		row(i+1, who(person))
	}
	row(s.newRow(), s.newWords(), "Give a name and a post, so that levels can be told apart")
}

func (s *Screen) newWords() string {
	if len(s.people) > 0 {
		return "Somebody else"
	}
	return "Me, and other people later"
}

func who(p model.Person) string {
	if p.Post == "" {
		return p.Name
	}
	return p.Name + ", " + p.Post
}

func (s *Screen) fields(p *widget.Page) {
	p.Gap()
	if s.problem != "" {
		p.Error(s.problem)
	}
	p.Say("  Name")
	s.oneField(p, nameRow, s.name, s.focus == onName)
	p.Say("  Post, such as headteacher")
	s.oneField(p, postRow, s.post, s.focus == onPost)
}

// oneField draws a field in its frame while it is typed in, and its text alone
// otherwise: there is at most one box on a screen.
func (s *Screen) oneField(p *widget.Page, id int, f *widget.Field, focus bool) {
	if focus {
		p.Field(id, f, true)
		return
	}
	text := f.Value()
	if f.Empty() {
		text = s.env.Theme.Muted.Render("not given")
	}
	p.Put(id, "    "+layout.Cut(text, s.size.W-6))
}

// begins says what Enter begins, with the school year that can be changed.
func (s *Screen) begins(p *widget.Page) {
	what := "all areas"
	if n := len(strings.Fields(s.route.Areas)); n > 0 {
		what = widget.Count(n, "area", "areas")
	}
	year := s.year.Shown()
	if s.year == model.YearOf(s.env.Clock().Local()) {
		year += ", this school year"
	}
	p.Heading("You are about to begin")
	p.Prose("Self-evaluation " + year + ", " + what)
	if !s.inField() {
		p.Hint("Press ← or → for another school year")
	}
}

// Point is where the cursor is.
func (s *Screen) Point() (x, y int, ok bool) {
	if s.page == nil {
		return 0, 0, false
	}
	switch s.focus {
	case onName:
		return s.page.Point(nameRow, s.name)
	case onPost:
		return s.page.Point(postRow, s.post)
	default: // nothing is typed on the rows
		return 0, 0, false
	}
}

// Click chooses the row or field under the mouse; a second click on a row
// goes on with it.
func (s *Screen) Click(_, y int) tea.Cmd {
	if s.page == nil {
		return nil
	}
	i, ok := s.page.At(y)
	if !ok {
		return nil
	}
	s.status = ""
	switch {
	case i == nameRow:
		s.focus = onName
	case i == postRow:
		s.focus = onPost
	case i == s.list.Cursor && !s.inField():
		return s.enter()
	default:
		s.focus, s.list.Cursor = onRows, i
	}
	return nil
}

// Wheel moves the cursor.
func (s *Screen) Wheel(down bool) tea.Cmd {
	if s.inField() {
		return nil
	}
	if down {
		s.list.Move(1)
	} else {
		s.list.Move(-1)
	}
	return nil
}
