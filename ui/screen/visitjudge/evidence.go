package visitjudge

import (
	"fmt"
	"slices"

	"waymark/model"
	"waymark/model/visit"
	"waymark/ui/layout"
	"waymark/ui/visiting"
)

// schools is the school's level, where it may be seen and was asked for.
func (s *Screen) schools() string {
	label := "School’s level: "
	if s.narrow() {
		label = "School: "
	}
	given, hidden := s.book().Hidden(s.area.ID)
	j, ok := s.book().Evaluation().Area(s.area.ID).SchoolOwn()
	switch {
	case hidden && given:
		return label + "hidden"
	case !ok || hidden:
		return label + "not given"
	case !s.shown:
		return label + "press s"
	case j.State == model.Rated && !s.narrow():
		return label + visiting.Answer(s.scale(), j) + " " + s.env.Theme.Meter(j.Level, int(s.top()))
	}
	return label + visiting.Answer(s.scale(), j)
}

// evidence is what was noted on this visit, and once the school's level is shown
// what the school noted: at most n rows and their headings.
func (s *Screen) evidence(n int) []string {
	if n == 0 {
		return nil
	}
	theirs := s.theirs()
	theirs = theirs[:min(len(theirs), n/2)]
	lines := s.own(n - len(theirs))
	if len(theirs) == 0 {
		return lines
	}
	lines = append(lines, "  "+s.env.Theme.Bold.Render("The school noted"))
	for _, note := range theirs {
		lines = append(lines, "  "+layout.Cut("–  "+visiting.Words(note), min(layout.TextWidth, s.size.W-4)))
	}
	return lines
}

// own is what was noted on this visit, else where to look.
func (s *Screen) own(n int) []string {
	notes, t := s.notes(), s.env.Theme
	if len(notes) == 0 {
		return s.prompts(n)
	}
	mine := notes[:min(len(notes), n)]
	lines := []string{"  " + t.Bold.Render("Your evidence on this visit") + s.counts(notes)}
	if left := len(notes) - len(mine); left > 0 {
		lines[0] += t.Muted.Render(fmt.Sprintf("   and %d more", left))
	}
	for _, note := range mine {
		lines = append(lines, layout.Indent(2, visiting.Rows(t, note, s.size.W-4, 1))...)
	}
	return lines
}

// counts adds up what was counted: "seen in 3 of 9".
func (s *Screen) counts(notes []model.Note) string {
	n, of := 0, 0
	for _, note := range notes {
		n, of = n+note.N, of+note.Of
	}
	if of == 0 || s.narrow() {
		return ""
	}
	return s.env.Theme.Muted.Render(fmt.Sprintf("   counted: %d of %d in all", n, of))
}

// notes is this visit's evidence on the area; what others keep private is theirs.
func (s *Screen) notes() []model.Note {
	return slices.DeleteFunc(visiting.On(s.book(), s.visit().ID, s.area.ID), func(n model.Note) bool {
		return n.Private && n.Person != s.env.Desk.Voice.Person
	})
}

// theirs is what the school noted, once its level is shown.
func (s *Screen) theirs() []model.Note {
	if !s.shown {
		return nil
	}
	return visiting.OfSchool(s.book(), s.area.ID)
}

// prompts say where evidence can be found while there is none, in n rows.
func (s *Screen) prompts(n int) []string {
	lines := []string{"  No evidence noted yet for this area."}
	for i, p := range visit.Prompts(s.book().Rubric(), string(s.area.ID)) {
		if i >= len(s.area.Evidence) { // the rubric's own come first, in its own words
			p = s.env.Say(p)
		}
		text := layout.Wrap(p, min(layout.TextWidth, s.size.W-8))
		if len(lines)+len(text) > n {
			break
		}
		for i, l := range text {
			mark := "    "
			if i == 0 {
				mark = "  – "
			}
			lines = append(lines, "  "+mark+s.env.Theme.Muted.Render(l))
		}
	}
	return lines
}
