package meetings

import (
	"fmt"
	"slices"
	"time"

	tea "charm.land/bubbletea/v2"

	"waymark/model"
	"waymark/model/meeting"
	"waymark/ui/layout"
	"waymark/ui/widget"
)

// nameRow is the field's place on the page; the rows count from 0.
const nameRow = 1 << 20

// Resize takes the body's size.
func (s *Screen) Resize(size layout.Size) { s.size = size }

// View draws the list, or the question of a new meeting.
func (s *Screen) View() []string {
	p := widget.NewPage(s.env.Theme, s.size.W, s.env.Prefs.Roomy)
	switch {
	case s.blind():
		p.Gap()
		p.Prose(notYours)
		p.Prose("Press Esc to go back.")
	case s.stage == onPeople:
		s.viewPeople(p)
	case s.stage == onAreas:
		s.viewAreas(p)
	default:
		s.viewList(p)
	}
	s.page = p
	return p.Fit(s.size.H)
}

func (s *Screen) viewList(p *widget.Page) {
	p.Gap()
	p.Heading("Rate areas together")
	p.Hint("Each person gives a level without seeing the others’. Then all are shown together, you talk, and you record one.")
	p.Gap()
	room := max(2, (s.size.H-p.Len())/2)
	s.list.Set(s.list.N, room)
	for i := s.list.First(); i < s.list.Last(); i++ {
		text, note := "Start a new meeting", ""
		if i > 0 {
			text, note = row(s.meetings[i-1])
		}
		p.Row(i, i == s.list.Cursor, text, note)
	}
	if m, ok := s.chosen(); ok {
		s.outcomes(p, m)
	}
}

// row is a meeting as the list shows it.
func row(m model.Meeting) (text, note string) {
	settled, later := 0, 0
	for _, t := range m.Talks {
		switch {
		case t.Outcome == nil:
		case t.Outcome.Later:
			later++
		default:
			settled++
		}
	}
	note = fmt.Sprintf("%d of %d areas settled", settled, len(m.Talks))
	if later > 0 {
		note += fmt.Sprintf(", %d for later", later)
	}
	return day(m.Date) + ", " + widget.Count(len(m.People), "person", "people"), note
}

func day(date string) string {
	t, err := time.Parse(time.DateOnly, date)
	if err != nil {
		return date
	}
	return t.Format("2 January 2006")
}

// outcomes is what came of each area of the chosen meeting.
func (s *Screen) outcomes(p *widget.Page, m model.Meeting) {
	p.Gap()
	room := s.size.H - p.Len() - 1
	if room < 1 {
		return
	}
	p.Say("  " + s.env.Theme.Bold.Render("What came of it"))
	shown := len(m.Talks)
	if shown > room {
		shown = room - 1
	}
	for _, t := range m.Talks[:shown] {
		a, _ := s.book().Rubric().Area(t.Area)
		p.Say(layout.Ends("    "+a.Name(), s.outcome(m, t), min(s.size.W-2, layout.TextWidth+6)))
	}
	if n := len(m.Talks) - shown; n > 0 {
		p.Say(fmt.Sprintf("    and %d more", n))
	}
}

func (s *Screen) outcome(m model.Meeting, t model.Talk) string {
	scale := s.book().Rubric().Scale
	switch {
	case t.Outcome == nil && len(t.Votes()) == 0:
		return "not yet"
	case t.Outcome == nil:
		return meeting.Now(m, t, scale.Top()).Spread()
	case t.Outcome.Later:
		return "for another day"
	}
	l := t.Outcome.Level
	return fmt.Sprintf("%d %s  %s", l, scale.Name(l), s.env.Theme.Meter(l, int(scale.Top())))
}

func (s *Screen) viewPeople(p *widget.Page) {
	p.Question(1, 2)
	if s.problem != "" {
		p.ProblemAbove(s.problem)
	}
	p.Heading("Who is in the meeting?")
	if s.people.typing {
		p.Hint("Name and post with a comma between, as you sit: A. Khan, headteacher")
	}
	p.Gap()
	list := &s.people.list
	below := 1
	if s.people.typing {
		below = 4
	}
	list.Set(len(s.people.all)+1, max(1, s.size.H-p.Len()-below))
	for i := list.First(); i < min(list.Last(), len(s.people.all)); i++ {
		s.personRow(p, i)
	}
	if !s.people.typing {
		if list.Last() > len(s.people.all) {
			p.Row(len(s.people.all), list.Cursor == len(s.people.all), "    Somebody else", "")
		}
		return
	}
	if s.problem != "" {
		p.Error(s.problem)
	}
	p.Field(nameRow, s.people.line.Field, true)
}

// personRow is somebody with their seat, when they have one.
func (s *Screen) personRow(p *widget.Page, i int) {
	o := s.people.all[i]
	box, seat := "[ ]", ""
	if n := slices.Index(s.people.seats, o.ID); n >= 0 {
		box, seat = "[x]", fmt.Sprintf("seat %d", n+1)
	}
	p.Row(i, i == s.people.list.Cursor && !s.people.typing, box+" "+who(o), seat)
}

func (s *Screen) viewAreas(p *widget.Page) {
	p.Question(2, 2)
	if s.problem != "" {
		p.Problem(s.problem)
	}
	p.Heading("What will you talk about?")
	if len(s.areas.why) > 0 {
		p.Hint("Ticked already: what somebody flagged, what is unsure, and where two people differ.")
	} else {
		p.Hint("Nothing is flagged or unsure. Tick what you want to talk about.")
	}
	p.Gap()
	list := &s.areas.list
	list.Set(len(s.areas.all), max(1, s.size.H-p.Len()))
	for i := list.First(); i < list.Last(); i++ {
		a := s.areas.all[i]
		box := "[ ]"
		if s.areas.wanted[a.ID] {
			box = "[x]"
		}
		p.Row(i, i == list.Cursor, box+" "+a.Name(), s.areas.why[a.ID])
	}
}

// Point is where the cursor is.
func (s *Screen) Point() (x, y int, ok bool) {
	if s.page == nil || !s.TakesText() {
		return 0, 0, false
	}
	return s.page.Point(nameRow, s.people.line.Field)
}

// Click chooses the row under the mouse; a second click opens or ticks it.
func (s *Screen) Click(_, y int) tea.Cmd {
	if s.page == nil || s.blind() {
		return nil
	}
	i, ok := s.page.At(y)
	if !ok || i == nameRow {
		return nil
	}
	s.status, s.problem = "", ""
	list, again := &s.list, s.open
	switch s.stage {
	case onPeople:
		list, again = &s.people.list, s.people.toggle
		s.people.typing = false
	case onAreas:
		list, again = &s.areas.list, s.areas.toggle
	default: // the list of meetings
	}
	if list.Cursor == i {
		again()
	} else {
		list.Cursor = i
	}
	return nil
}

// Wheel moves the cursor.
func (s *Screen) Wheel(down bool) tea.Cmd {
	by := -1
	if down {
		by = 1
	}
	switch {
	case s.TakesText():
	case s.stage == onPeople:
		s.people.list.Move(by)
	case s.stage == onAreas:
		s.areas.list.Move(by)
	default:
		s.list.Move(by)
	}
	return nil
}
