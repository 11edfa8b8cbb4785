package area

import (
	"errors"
	"fmt"
	"slices"

	"waymark/model"
	"waymark/model/desk"
	"waymark/ui/keys"
	"waymark/ui/layout"
	"waymark/ui/widget"
)

// ask is a question in the page's place: which priority a step goes into.
type ask struct {
	heading string
	step    string
	says    string
	choices []choice
	list    widget.List
	top     int // body line of the first choice, as last drawn
}

// choice is one answer.
type choice struct {
	number int // what to press to go there, 0 for none
	text   string
	note   string
	pick   func()
}

// adopt puts a step into the priority that is about this area, asks which where
// that is not plain, and takes out one that is in the plan already.
func (s *Screen) adopt(step string) {
	all := s.planned()
	if place := s.holds(step); place > 0 {
		s.do("Taken out of priority "+fmt.Sprint(place)+". u puts it back.", s.changes(s.env.Desk.Book.DropStep(all[place-1].ID, step)))
		return
	}
	if s.env.Desk.ReadOnly() {
		s.status = readOnly
		return
	}
	var about []int
	for i, p := range all {
		if p.Covers(s.area.ID) {
			about = append(about, i)
		}
	}
	if len(about) == 1 {
		s.into(about[0], step)
		return
	}
	s.ask = s.which(step, all, about)
}

// which asks for the priority: one of several about this area, else a new one
// or any of those there are.
func (s *Screen) which(step string, all []model.Priority, about []int) *ask {
	q := &ask{heading: "Which priority does this step go into?", step: step, says: "Enter chooses. u takes the step out again."}
	if len(about) == 0 {
		about = make([]int, len(all))
		for i := range all {
			about[i] = i
		}
		if len(all) < model.MostPriorities {
			q.choices = append(q.choices, choice{text: "Make a priority of " + s.area.Name(), pick: func() { s.begin(step) }})
		} else {
			q.says = "You have 5 priorities, which is the most. The step can join one of them."
		}
	}
	if len(all) == 0 {
		q.heading = "No priority is about this area yet"
		q.says = "Enter makes a priority that begins with this step. u takes it out."
	}
	for _, i := range about {
		q.choices = append(q.choices, choice{
			number: i + 1, text: fmt.Sprintf("%d  %s", i+1, all[i].Title), note: widget.Count(len(all[i].Steps), "step", "steps"),
			pick: func() { s.into(i, step) },
		})
	}
	q.list.Set(len(q.choices), len(q.choices))
	return q
}

func (s *Screen) into(i int, step string) {
	p := s.planned()[i]
	s.do(fmt.Sprintf("Adopted into priority %d. u takes it out again.", i+1), s.changes(s.env.Desk.Book.AdoptStep(p.ID, step)))
}

// begin makes a priority of this area that begins with a step.
func (s *Screen) begin(step string) {
	d := s.env.Desk
	text := model.PriorityText{Title: capital(model.CleanLine(s.area.Title)), Areas: []model.AreaID{s.area.ID}, Steps: []string{step}}
	said := fmt.Sprintf("Priority %d begins with this step. u takes it out again.", len(s.planned())+1)
	s.do(said, s.changes(d.Book.AddPriority(model.PriorityID(d.NewID()), text)))
}

// changed is what a rule returned.
type changed struct {
	changes []model.Change
	err     error
}

func (s *Screen) changes(c []model.Change, err error) changed { return changed{c, err} }

const readOnly = "This was opened to read only. Nothing has changed."

// do carries out what a rule returned and says what came of it.
func (s *Screen) do(said string, c changed) {
	s.ask = nil
	err := s.env.Desk.Do(c.changes, c.err)
	var field *model.FieldError
	switch {
	case err == nil, errors.Is(err, model.ErrNothing):
		s.status = said
	case errors.Is(err, desk.ErrReadOnly):
		s.status = readOnly
	case errors.Is(err, model.ErrFinished):
		s.status = "This self-evaluation is finished. Open it again from the home page first."
	case errors.Is(err, model.ErrRemoved):
		s.status = "This self-evaluation was deleted. Bring it back from the years page first."
	case errors.As(err, &field):
		s.status = field.Problem + "."
	default:
		s.status = "That could not be kept. Nothing has changed. Try again."
	}
}

// answer carries out an action on the question.
func (s *Screen) answer(p keys.Press) {
	q := s.ask
	if q.list.Act(p) {
		return
	}
	switch p.Action {
	case keys.Enter:
		q.choices[q.list.Cursor].pick()
	case keys.Back:
		s.ask = nil
	case keys.Level:
		i := slices.IndexFunc(q.choices, func(c choice) bool { return c.number == p.N })
		if i < 0 {
			s.status = fmt.Sprintf("There is no number %d to choose here.", p.N)
			return
		}
		q.list.Cursor = i
	}
}

func (q *ask) live() []keys.Live {
	enter := "put it there"
	if q.choices[q.list.Cursor].number == 0 {
		enter = "make it"
	}
	live := append([]keys.Live{{Action: keys.Enter, Words: enter, Footer: true}}, widget.Moving()...)
	if most := q.choices[len(q.choices)-1].number; most > 0 {
		live = append(live, keys.Live{Action: keys.Level, Shown: fmt.Sprintf("1-%d", most), Words: "go to that one"})
	}
	return append(live, keys.Live{Action: keys.Back, Words: "leave it", Footer: true})
}

func (q *ask) view(s *Screen) []string {
	t, w := s.env.Theme, s.size.W
	var lines []string
	if s.size.H >= shortest {
		lines = append(lines, "")
	}
	lines = append(lines, "  "+t.Bold.Render(layout.Cut(q.heading, w-4)))
	step := layout.Wrap(q.step, min(layout.TextWidth, w-6))
	if room := s.size.H - len(lines) - len(q.choices) - 2; len(step) > max(1, room) {
		step = step[:max(1, room)]
	}
	lines = append(lines, layout.Indent(4, step)...)
	if s.size.H >= shortest {
		lines = append(lines, "")
	}
	q.top = len(lines)
	q.list.Set(len(q.choices), max(1, s.size.H-len(lines)))
	for i := q.list.First(); i < q.list.Last(); i++ {
		lines = append(lines, widget.Row(t, min(w, layout.TextWidth+8), i == q.list.Cursor, q.choices[i].text, q.choices[i].note))
	}
	return lines[:min(len(lines), s.size.H)]
}

// click chooses the answer on a line; a second click gives it.
func (q *ask) click(y int) {
	i := y - q.top + q.list.First()
	switch {
	case y < q.top || i >= q.list.Last():
	case i == q.list.Cursor:
		q.choices[i].pick()
	default:
		q.list.Cursor = i
	}
}
