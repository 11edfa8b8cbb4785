package priorities

import (
	"errors"
	"fmt"
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"waymark/model"
	"waymark/model/priority"
)

// kind is what a row of the list is.
type kind int

const (
	plan    kind = iota // accepted by the school
	offer               // suggested
	write               // the way to one of their own
	found               // to find out first
	grow                // at the expected level, to grow further
	aside               // not now
	pinned              // must be a priority, one of too many
	carryOn             // while areas are still to be judged
	anyway
)

// row is one line the cursor can be on.
type row struct {
	kind      kind
	number    int
	id        model.PriorityID
	text      model.PriorityText
	note      string
	contested bool
}

// lead is the area the row is about, "" for none.
func (r row) lead() model.AreaID {
	if len(r.text.Areas) == 0 {
		return ""
	}
	return r.text.Areas[0]
}

// same reports whether two rows are about the same thing.
func (r row) same(other row) bool {
	if r.kind != other.kind {
		return false
	}
	return r.id == other.id && (r.kind == plan || r.lead() == other.lead())
}

// build lists the rows from the top of the screen down.
func (s *Screen) build() []row {
	rows := s.planned()
	if s.waiting(len(rows)) {
		return s.starting()
	}
	for _, id := range s.offers() {
		rows = append(rows, row{kind: offer, number: len(rows) + 1, text: s.textFor(id)})
	}
	rows = append(append(rows, row{kind: write}), s.tooMany()...)
	for _, id := range s.answer.FindOutFirst {
		if !s.covered(id) {
			rows = append(rows, row{kind: found, text: s.textFor(id)})
		}
	}
	for _, id := range s.answer.Grow {
		if !s.covered(id) {
			rows = append(rows, row{kind: grow, text: s.textFor(id)})
		}
	}
	for _, a := range s.rubric().Areas {
		if m := s.emphasis(a.ID); m.Excluded {
			rows = append(rows, row{kind: aside, text: s.textFor(a.ID), note: whyAside(m)})
		}
	}
	return rows
}

// tooMany lists the pinned areas when copies that were changed apart have
// pinned more than there can be.
func (s *Screen) tooMany() []row {
	var pins *priority.TooManyPins
	if !errors.As(s.err, &pins) {
		return nil
	}
	var rows []row
	for _, id := range pins.Pinned {
		rows = append(rows, row{kind: pinned, text: s.textFor(id)})
	}
	return rows
}

// planned lists the accepted priorities, each once although copies that were
// changed apart may word it twice.
func (s *Screen) planned() []row {
	var rows []row
	for _, p := range s.book().Evaluation().Priorities {
		if slices.ContainsFunc(rows, func(r row) bool { return r.id == p.ID }) {
			continue
		}
		rows = append(rows, row{kind: plan, number: len(rows) + 1, id: p.ID, text: p.PriorityText, contested: p.Contested})
	}
	return rows
}

// waiting reports whether the screen first asks to judge the rest.
func (s *Screen) waiting(accepted int) bool {
	judged, of := s.book().Progress()
	return judged < of && accepted == 0 && !s.anyway
}

// starting is what can be done before every area is judged.
func (s *Screen) starting() []row {
	judged, of := s.book().Progress()
	var rows []row
	if next, ok := s.book().NextUnjudged(s.env.Desk.Voice, ""); ok {
		a, _ := s.rubric().Area(next)
		rows = append(rows, row{
			kind: carryOn, note: fmt.Sprintf("%d to go", of-judged),
			text: model.PriorityText{Title: "Carry on judging: " + a.Name(), Areas: []model.AreaID{next}},
		})
	}
	if judged > 0 {
		rows = append(rows, row{kind: anyway, text: model.PriorityText{Title: suggestFrom(judged)}})
	}
	return append(rows, row{kind: write, text: model.PriorityText{Title: "Write my own priority"}})
}

// offers are the areas suggested that no accepted priority is about already.
func (s *Screen) offers() []model.AreaID {
	if s.err != nil {
		return nil
	}
	return slices.DeleteFunc(slices.Clone(s.answer.Suggested()), s.covered)
}

// covered reports whether an accepted priority is about an area.
func (s *Screen) covered(id model.AreaID) bool {
	return slices.ContainsFunc(s.book().Evaluation().Priorities, func(p model.Priority) bool { return p.Covers(id) })
}

func (s *Screen) emphasis(id model.AreaID) model.Emphasis {
	return s.book().Evaluation().Area(id).Emphasis
}

// textFor words an area as a priority: its title as a heading, the area first,
// then those it helps.
func (s *Screen) textFor(id model.AreaID) model.PriorityText {
	a, _ := s.rubric().Area(id)
	return model.PriorityText{Title: headed(a.Title), Areas: append([]model.AreaID{id}, s.helps(id)...)}
}

// helps lists the areas below expected that a priority on id supports. For one
// that is suggested the answer has settled them; for another they are those
// that depend on it and that nothing else has taken on.
func (s *Screen) helps(id model.AreaID) []model.AreaID {
	if list, suggested := s.answer.Supporting[id]; suggested {
		return list
	}
	var list []model.AreaID
	for _, a := range s.rubric().Unlocks(id) {
		if s.need(a) > 0 && !s.covered(a) && !slices.Contains(s.taken(), a) {
			list = append(list, a)
		}
	}
	return list
}

// taken lists the areas suggested and those that they support.
func (s *Screen) taken() []model.AreaID {
	if s.err != nil {
		return nil
	}
	var all []model.AreaID
	for _, lead := range s.answer.Suggested() {
		all = append(append(all, lead), s.answer.Supporting[lead]...)
	}
	return all
}

// need is what an area carries.
func (s *Screen) need(id model.AreaID) float64 {
	for _, n := range s.answer.Needs {
		if n.Area == id {
			return n.Need
		}
	}
	return 0
}

// headed makes a plain heading of an area's title.
func headed(title string) string {
	title = strings.TrimRight(model.CleanLine(title), ".")
	r, size := utf8.DecodeRuneInString(title)
	if size == 0 {
		return title
	}
	return string(unicode.ToUpper(r)) + title[size:]
}

// joined words two priorities as one: "Order and end points and content pinned down".
func joined(a, b string) string {
	first, size := utf8.DecodeRuneInString(b)
	second, _ := utf8.DecodeRuneInString(b[size:])
	if unicode.IsLower(second) || second == ' ' {
		b = string(unicode.ToLower(first)) + b[size:]
	}
	link := " and "
	if strings.Contains(a, link) || strings.Contains(b, link) {
		link = "; " // three things joined by "and" read as three priorities
	}
	return strings.TrimRight(a, ".") + link + b
}

// whyAside says why an area is on the not-now list, as far as somebody said.
func whyAside(m model.Emphasis) string {
	text := model.CleanLine(m.Reason)
	if m.Revisit != "" {
		if text != "" {
			text = strings.TrimRight(text, ".") + ". "
		}
		text += "Look again: " + model.CleanLine(m.Revisit)
	}
	return text
}

func suggestFrom(judged int) string {
	if judged == 1 {
		return "Suggest from this 1 area anyway"
	}
	return fmt.Sprintf("Suggest from these %d anyway", judged)
}
