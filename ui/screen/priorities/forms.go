package priorities

import (
	"fmt"
	"slices"
	"strings"

	"waymark/model"
)

const (
	newWording = "New wording"
	verbFirst  = "start with a verb, name who gains"
)

// reword asks for other words. A suggestion is accepted with them.
func (s *Screen) reword(r row) page {
	in := newInput(newWording, verbFirst, r.text.Title)
	in.counted = true
	f := &form{s: s, heading: "Change the words", about: []row{r}, inputs: []*input{in}, verb: "keep the words", leave: "leave as it was"}
	f.key = "reword/" + string(r.id) + string(r.lead())
	f.says = func() string { return "The areas stay the same. u brings the old words back." }
	f.file = func() bool {
		return s.do("Reworded. u brings the old words back.", s.changes(s.book().Reword(r.id, f.text(0))))
	}
	if r.kind == offer {
		f.heading, f.verb = "Accept it in your own words", "accept"
		f.says = func() string { return "Enter accepts the suggestion with these words." }
		f.file = func() bool {
			text := r.text
			text.Title = f.text(0)
			return f.adds(text)
		}
	}
	return f.start()
}

// adds puts a priority into the plan. Where that first asks which one makes
// room, the words typed are kept until one does.
func (f *form) adds(text model.PriorityText) bool {
	if f.s.add(text) {
		f.s.to(plan, model.MostPriorities)
		return true
	}
	if asks, ok := f.s.page.(*picker); ok {
		asks.after = f.forget
	}
	return false
}

// writeOwn asks for a priority of the school's own.
func (s *Screen) writeOwn() page {
	in := newInput("What will you work on?", verbFirst, "")
	in.counted = true
	var all []model.AreaID
	for _, a := range s.rubric().Areas {
		all = append(all, a.ID)
	}
	f := &form{s: s, key: "own", heading: "Write your own priority", inputs: []*input{in}, verb: "keep it", leave: "go back"}
	f.ticks = newTicks(s, "Areas it is about", "none yet, and none is needed", all, false)
	f.says = func() string { return "It joins your accepted priorities. u takes it out again." }
	f.file = func() bool {
		return f.adds(model.PriorityText{Title: f.text(0), Areas: f.ticks.chosen(), Own: true})
	}
	return f.start()
}

// merge asks for the words of two priorities put together.
func (s *Screen) merge(a, b row) page {
	if a.contested || b.contested {
		s.status = "One of these was changed on two computers. Choose its words first with e."
		return nil
	}
	if b.number < a.number {
		a, b = b, a
	}
	into, from := a, b
	if into.kind != plan && from.kind == plan {
		into, from = b, a
	}
	areas := slices.Clone(a.text.Areas)
	for _, id := range b.text.Areas {
		if !slices.Contains(areas, id) {
			areas = append(areas, id)
		}
	}
	in := newInput(newWording, verbFirst, joined(a.text.Title, b.text.Title))
	in.counted = true
	f := &form{s: s, heading: "Put two priorities together", about: []row{a, b}, inputs: []*input{in}, verb: "merge", leave: "keep separate"}
	f.key = fmt.Sprintf("merge/%s%s/%s%s", a.id, a.lead(), b.id, b.lead())
	if len(areas) > 0 {
		f.ticks = newTicks(s, "It will draw on", "no area", areas, true)
	}
	f.after = mergeAdvice(len(areas))
	f.says = func() string { return s.after(into, from) }
	f.file = func() bool { return s.merged(f, into, from) }
	return f.start()
}

func mergeAdvice(areas int) string {
	text := "Both originals are kept. You can split them again with u."
	if areas >= 4 {
		text = fmt.Sprintf("%s areas is a lot for one priority. Two or three is easier to lead. ", capitalCount(areas)) + text
	}
	return text
}

func capitalCount(n int) string {
	words := []string{"", "", "", "", "Four", "Five", "Six", "Seven", "Eight", "Nine"}
	if n < len(words) && words[n] != "" {
		return words[n]
	}
	return fmt.Sprint(n)
}

// after says how many priorities there would be.
func (s *Screen) after(into, from row) string {
	n := len(s.planned())
	switch {
	case into.kind == plan && from.kind == plan:
		n--
	case into.kind != plan && from.kind != plan:
		n++
	}
	have := fmt.Sprintf("You would have %d priorities", n)
	if n == 1 {
		have = "You would have 1 priority"
	}
	switch room := model.MostPriorities - n; {
	case room <= 0:
		return have + ", which is the most."
	case n >= model.FewPriorities:
		return fmt.Sprintf("%s, then room for %d more.", have, room)
	default:
		return fmt.Sprintf("%s, then room for %d to %d more.", have, max(1, model.FewPriorities-n), room)
	}
}

// merged files the two as one.
func (s *Screen) merged(f *form, into, from row) bool {
	text := model.PriorityText{Title: f.text(0), Own: into.text.Own && from.text.Own, Steps: slices.Clone(into.text.Steps)}
	for _, step := range from.text.Steps {
		if !text.HasStep(step) {
			text.Steps = append(text.Steps, step)
		}
	}
	all := true
	if f.ticks != nil {
		text.Areas = f.ticks.chosen()
		all = len(text.Areas) == len(f.ticks.areas)
	}
	said := "Put together. u splits them again."
	if into.kind != plan {
		return f.adds(text)
	}
	var done bool
	switch {
	case from.kind != plan:
		done = s.do(said, s.changes(s.book().Replace(into.id, text)))
	case all:
		done = s.do(said, s.changes(s.book().Merge(into.id, from.id, text.Title)))
	default:
		done = s.do(said, s.changes(s.book().Replace(into.id, text)), s.changes(s.book().Drop(from.id)))
	}
	if done {
		s.to(plan, into.number-1)
	}
	return done
}

// setAside asks why not now and when to look again; both can stay empty.
func (s *Screen) setAside(r row) page {
	m := s.emphasis(r.lead())
	f := &form{s: s, key: "aside/" + string(r.lead()), heading: "Not now", about: []row{r}, verb: "set aside", leave: "keep it"}
	f.inputs = []*input{newInput("Why not now?", "you can leave this empty", m.Reason), newInput("When to look again?", "for example: next spring", m.Revisit)}
	if r.kind == plan {
		f.after = "It leaves your plan, and its area is not suggested again this year unless you bring it back."
	} else {
		f.after = "It is not suggested again this year unless you bring it back from the list below."
	}
	f.says = func() string { return "Set aside, not lost: u brings it straight back." }
	f.file = func() bool {
		m.Excluded, m.Pinned, m.Reason, m.Revisit = true, false, f.text(0), f.text(1)
		place := s.place(r)
		rules := []changed{s.changes(s.book().Emphasise(r.lead(), m))}
		if r.kind == plan {
			rules = append(rules, s.changes(s.book().Drop(r.id)))
		}
		done := s.do(string(r.lead())+" is set aside. u brings it back.", rules...)
		if done && r.kind != aside {
			s.to(r.kind, place)
		}
		return done
	}
	return f.start()
}

// explainFewer asks why there are fewer than three priorities.
func (s *Screen) explainFewer() page {
	f := &form{s: s, key: "fewer", heading: "Fewer than three priorities", verb: "keep the reason", leave: "go back"}
	f.inputs = []*input{newInput("Why fewer?", "governors may ask", s.book().Evaluation().Fewer)}
	f.after = "One or two is fine if they are big. Most schools choose 3 to 5."
	f.says = func() string { return "The reason is printed with your priorities." }
	f.file = func() bool {
		said := "Kept. u takes the reason out."
		if strings.TrimSpace(f.text(0)) == "" {
			said = "The reason is taken out. u puts it back."
		}
		return s.do(said, s.changes(s.book().ExplainFewer(f.text(0))))
	}
	return f.start()
}
