package school

import (
	"fmt"
	"time"

	tea "charm.land/bubbletea/v2"

	"waymark/model"
	"waymark/ui"
	"waymark/ui/env"
	"waymark/ui/keys"
	"waymark/ui/layout"
	"waymark/ui/widget"
)

// fieldRow is the field's place among the rows of the page; the schools count
// from 0.
const fieldRow = 1 << 20

// Live is what can be done here.
func (s *Screen) Live() []keys.Live {
	some := len(s.shown()) > 0
	if s.inList {
		live := []keys.Live{{Action: keys.Enter, Words: "open this school", Footer: true}}
		live = append(live, widget.Moving()...)
		return append(live, keys.Live{Action: keys.Back, Words: "back", Footer: true}, keys.Live{Action: keys.NextPart, Words: "type a name"})
	}
	enter := "continue"
	if _, ok := s.same(); ok {
		enter = "open this school"
	}
	live := []keys.Live{{Action: keys.Enter, Words: enter, Footer: true}}
	if some {
		live = append(live, keys.Live{Action: keys.Down, Words: "choose from the list", Footer: true}, keys.Live{Action: keys.NextPart, Words: "choose from the list"})
	}
	return append(live, keys.Live{Action: keys.Back, Words: "back", Footer: true}, keys.Live{Action: keys.Undo, Shown: "Ctrl+Z", Words: "undo typing"})
}

// TakesText reports whether the field has the focus.
func (s *Screen) TakesText() bool { return !s.inList }

// HelpTitle names the screen in the help.
func (s *Screen) HelpTitle() string { return "choosing a school" }

// Head names the app: there is no school yet.
func (s *Screen) Head() ui.Head { return ui.Head{} }

// Status says what Enter does.
func (s *Screen) Status() string {
	same, known := s.same()
	switch shown := s.shown(); {
	case s.status != "":
		return s.status
	case s.inList && s.list.Cursor < len(shown):
		return s.goes(shown[s.list.Cursor])
	case s.problem != "" && len(shown) > 0:
		return "Nothing has been lost. Type a name, or press ↓ to choose from the list."
	case s.problem != "":
		return "Nothing has been lost. Change the name, then press Enter."
	case known:
		return "This school is on this computer already. " + s.goes(same)
	case s.field.Empty() && len(shown) > 0:
		return "Type a name, or press ↓ to choose from the list."
	case s.field.Empty():
		return "Type the name of your school, then press Enter."
	}
	return "Press Enter to go on with this name."
}

func (s *Screen) goes(e env.SchoolEntry) string {
	for _, m := range e.Summaries {
		if !m.Removed {
			return "Press Enter to open " + m.Title + "."
		}
	}
	return "Press Enter to start."
}

// Resize takes the body's size.
func (s *Screen) Resize(size layout.Size) { s.size = size }

// View draws the question, the field and the list.
func (s *Screen) View() []string {
	p := widget.NewPage(s.env.Theme, s.size.W, s.env.Prefs.Roomy)
	p.Question(1, 3)
	p.Gap()
	if s.problem != "" {
		p.ProblemAbove(s.problem)
	}
	p.Heading("What is your school called?")
	p.Gap()
	p.Hint("Use the name you would put at the top of a report")
	p.Gap()
	if s.problem != "" {
		p.Error(s.problem)
	}
	p.Field(fieldRow, s.field, !s.inList)
	s.rows(p)
	s.page = p
	return p.Fit(s.size.H)
}

// rows lists as many schools as there is room for.
func (s *Screen) rows(p *widget.Page) {
	shown := s.shown()
	if len(shown) == 0 {
		s.list.Set(0, 1)
		return
	}
	p.Gap()
	heading := "Already on this computer"
	room := max(2, s.size.H-p.Len()-1)
	if s.env.Prefs.Roomy {
		room = max(2, room/2)
	}
	s.list.Set(len(shown), room)
	if len(shown) > room {
		heading = fmt.Sprintf("Already on this computer, %d to %d of %d", s.list.First()+1, s.list.Last(), len(shown))
	}
	p.Heading(heading)
	for i := s.list.First(); i < s.list.Last(); i++ {
		p.Row(i, s.inList && i == s.list.Cursor, shown[i].Name, s.note(shown[i]))
	}
}

func (s *Screen) note(e env.SchoolEntry) string {
	switch {
	case e.Example:
		return "made-up data to try out"
	case e.ChangedAt == 0:
		return ""
	}
	return "last changed " + day(e.ChangedAt, s.env.Clock())
}

// day is a date as people say it, with the year when it is not this one.
func day(ms int64, now time.Time) string {
	t := time.UnixMilli(ms).Local()
	switch today := now.Local(); {
	case t.Year() == today.Year() && t.YearDay() == today.YearDay():
		return "today"
	case model.YearOf(t) == model.YearOf(today) || t.Year() == today.Year():
		return t.Format("2 January")
	}
	return t.Format("2 January 2006")
}

// Point is where the cursor is.
func (s *Screen) Point() (x, y int, ok bool) {
	if s.inList || s.page == nil {
		return 0, 0, false
	}
	return s.page.Point(fieldRow, s.field)
}

// Click chooses the school under the mouse, or the field; a second click on a
// school opens it.
func (s *Screen) Click(_, y int) tea.Cmd {
	if s.page == nil {
		return nil
	}
	i, ok := s.page.At(y)
	if !ok {
		return nil
	}
	s.status = ""
	if i == fieldRow {
		s.inList = false
		return nil
	}
	if s.inList && i == s.list.Cursor {
		return s.enter()
	}
	s.inList, s.list.Cursor = true, i
	return nil
}

// Wheel moves the cursor in the list.
func (s *Screen) Wheel(down bool) tea.Cmd {
	if s.inList && down {
		s.list.Move(1)
	} else if s.inList {
		s.list.Move(-1)
	}
	return nil
}
