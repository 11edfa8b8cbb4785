package rooms

import (
	"fmt"
	"slices"
	"strings"

	"waymark/model"
	"waymark/model/arrange"
	"waymark/model/visit"
	"waymark/ui/checklist"
	"waymark/ui/layout"
	"waymark/ui/widget"
)

// The columns at the right end of a row: teacher code, minutes, answers.
const (
	codes   = 9
	minutes = 8
	answers = 9
)

// promise is what every list of rooms says of itself.
const promise = "These visits are no appraisal. What is seen is for the school as a whole, and goes into nobody’s file."

// Resize takes the body's size.
func (s *Screen) Resize(size layout.Size) { s.size = size }

func (s *Screen) narrow() bool { return s.size.W < 72 || s.size.H < 17 }

// View draws the rooms, and below them the hours.
func (s *Screen) View() []string {
	s.page = nil
	if _, on := s.visit(); !on {
		return s.none()
	}
	foot := s.foot()
	if len(foot) > s.size.H/2 {
		foot = nil
	}
	p := widget.NewPage(s.env.Theme, s.size.W, s.env.Prefs.Roomy)
	p.Gap()
	s.heading(p)
	if len(s.rooms) == 0 {
		p.Prose("No rooms yet. Look into a few rooms with the same list, so that what is seen can be set side by side.")
		p.Gap()
	}
	for i, r := range s.rooms {
		chosen := i == s.list.Cursor
		var details []string
		if chosen {
			details = s.details(r)
		}
		p.Row(i, chosen, s.at(r)+"  "+s.name(r), s.facts(r), details...)
	}
	n := len(s.rooms)
	if s.writable() {
		p.Row(n, s.list.Cursor == n, "+      Enter a room", "")
		n++
	}
	if len(s.rooms) > 0 {
		p.Row(n, s.list.Cursor == n, "       What was seen in all rooms, put together", "")
	}
	lines := p.Fit(s.size.H - len(foot))
	s.page, s.pageAt = p, 0
	return append(lines, foot...)
}

func (s *Screen) none() []string {
	p := widget.NewPage(s.env.Theme, s.size.W, s.env.Prefs.Roomy)
	p.Gap()
	p.Heading("No visit is open here")
	p.Gap()
	p.Prose("Rooms are looked into on a visit. Press Enter to open one from the list, or to plan a new one.")
	return p.Fit(s.size.H)
}

func (s *Screen) heading(p *widget.Page) {
	if s.problem != nil {
		p.Problem(checklist.Why(s.problem))
	}
	if s.narrow() || len(s.rooms) == 0 {
		p.Heading("Rooms")
		return
	}
	right := layout.Pad("Teacher", codes) + layout.Pad("Time", minutes) + strings.Repeat(" ", answers-8) + "Answered"
	p.Say("  " + layout.Ends(s.env.Theme.Bold.Render("  Rooms"), right, min(s.size.W, layout.TextWidth+8)-4))
}

// name is a room as the list shows it.
func (s *Screen) name(r model.Room) string {
	name := r.Name()
	if r.Chosen {
		name += ", example"
	}
	room := min(s.size.W, layout.TextWidth+8) - 6 - 7 - layout.Width(s.facts(r)) - 2
	return layout.Cut(name, max(8, room))
}

// facts is the teacher's code, the minutes and what this person has answered.
func (s *Screen) facts(r model.Room) string {
	done := s.answered(r, s.env.Desk.Voice.Person)
	if s.narrow() {
		return done
	}
	code, long := r.Teacher, "–"
	if code == "" {
		code = "–"
	}
	if r.Minutes > 0 {
		long = fmt.Sprintf("%d min", r.Minutes)
	}
	return layout.Pad(code, codes) + layout.Pad(long, minutes) + strings.Repeat(" ", max(0, answers-layout.Width(done))) + done
}

// answered is how much of the list a person has answered in a room.
func (s *Screen) answered(r model.Room, person model.PersonID) string {
	l, ok := checklist.Of(s.env)
	if !ok {
		n := 0
		for _, o := range r.Observed {
			if o.Person == person {
				n++
			}
		}
		return fmt.Sprint(n)
	}
	return fmt.Sprintf("%d of %d", l.Answered(r, person), len(l.Items()))
}

// details says who observed the chosen room, and from where.
func (s *Screen) details(r model.Room) []string {
	var who []string
	for _, p := range s.observers(r) {
		name := s.env.Desk.Book.Who(p).Name
		if p == s.env.Desk.Voice.Person {
			name = "You"
		}
		who = append(who, strings.TrimSpace(name+" "+s.answered(r, p)+s.role(r, p)))
	}
	said := "Nobody has answered anything here yet."
	if len(who) > 0 {
		said = strings.Join(who, "; ") + "."
	}
	all := []string{said}
	if r.Chosen {
		all = append(all, "The school chose it as a possible example.")
	}
	if s.narrow() && r.Teacher != "" {
		all = append(all, "Teacher "+r.Teacher+".")
	}
	return all
}

// observers lists who has answered or taken a role here, this person first.
func (s *Screen) observers(r model.Room) []model.PersonID {
	all := r.Observers()
	for _, w := range r.Watchers {
		if !slices.Contains(all, w.Person) {
			all = append(all, w.Person)
		}
	}
	me := s.env.Desk.Voice.Person
	arrange.By(all, func(x, y model.PersonID) int {
		return map[bool]int{true: -1}[x == me] - map[bool]int{true: -1}[y == me]
	})
	return all
}

func (s *Screen) role(r model.Room, p model.PersonID) string {
	l, _ := checklist.Of(s.env)
	for _, w := range r.Watchers {
		if w.Person == p && w.Role != "" {
			said := ", " + l.Role(w.Role)
			if w.Position != "" {
				said += " at " + l.Position(w.Position)
			}
			return said
		}
	}
	return ""
}

// foot is how long was spent in rooms, for each code and in all, and that it
// is no appraisal.
func (s *Screen) foot() []string {
	w := max(10, min(layout.TextWidth+4, s.size.W-4))
	v, _ := s.visit()
	var lines []string
	if len(s.rooms) > 0 {
		teachers, all := visit.Hours(v)
		said := fmt.Sprintf("Observed in all: %s in %s.", visit.Length(all.Minutes), widget.Count(all.Rooms, "room", "rooms"))
		if !s.narrow() {
			for _, t := range teachers {
				said += " " + t.Words() + "."
			}
		}
		lines = layout.Wrap(said, w)
		if most := 3; len(lines) > most {
			lines = append(lines[:most-1], "More teachers: press v.")
		}
	}
	for _, l := range layout.Wrap(promise, w) {
		lines = append(lines, s.env.Theme.Muted.Render(l))
	}
	return append([]string{""}, layout.Indent(2, lines)...)
}
