package priorities

import (
	"fmt"
	"strings"

	"waymark/model"
	"waymark/model/priority"
	"waymark/ui/layout"
)

// mostWhy is how many lines of reasons are shown; the working has the rest.
const mostWhy = 3

// detail is what is said below the row under the cursor.
func (s *Screen) detail(r row) []string {
	switch r.kind {
	case offer:
		return s.whyOffered(r.lead())
	case plan:
		return s.aboutPlan(r)
	case found:
		return s.evidence(r.lead())
	case grow:
		return s.labelled("Where it is", s.stands(r.lead()))
	case aside:
		if r.note != "" {
			return s.labelled("Why", r.note)
		}
	default: // the others say everything in their row
	}
	return nil
}

// labelled sets text beside a label, or after it where there is no room.
func (s *Screen) labelled(label, text string) []string {
	if text == "" {
		return nil
	}
	if s.size.W < 72 {
		return layout.Indent(6, layout.Wrap(label+" "+text, s.size.W-8))
	}
	const in, gutter = 7, 12
	lines := layout.Wrap(text, min(layout.TextWidth, s.size.W-in-gutter-2))
	for i, l := range lines {
		at := strings.Repeat(" ", gutter)
		if i == 0 {
			at = s.env.Theme.Muted.Render(layout.Pad(label, gutter))
		}
		lines[i] = strings.Repeat(" ", in) + at + l
	}
	return lines
}

// whyOffered explains a suggestion from its own numbers: why, how firmly, and
// what is still unsure.
func (s *Screen) whyOffered(id model.AreaID) []string {
	lines := s.labelled("Why this?", s.reasons(id))
	theme := s.answer.Theme[id]
	firm := capital(priority.Word(theme))
	lines = append(lines, s.labelled("How firm?", fmt.Sprintf("%s: it stays in %d of 100 plausible readings.", firm, int(theme*100+1e-9)))...)
	return append(lines, s.labelled("Unsure?", s.unsure(id))...)
}

// reasons are the weightiest reasons, as many whole sentences as fit.
func (s *Screen) reasons(id model.AreaID) string {
	width := min(layout.TextWidth, s.size.W-21)
	if s.size.W < 72 {
		width = s.size.W - 8
	}
	text := ""
	for _, reason := range s.answer.Reasons[id] {
		if saidElsewhere(reason) {
			continue
		}
		longer := strings.TrimSpace(text + " " + capital(reason))
		if len(layout.Wrap(longer, width)) > mostWhy {
			longer = strings.TrimSpace(text + " " + s.briefly(reason))
		}
		if text == "" || len(layout.Wrap(longer, width)) <= mostWhy {
			text = longer
		}
	}
	return text
}

// briefly names the areas of a reason by their codes alone.
func (s *Screen) briefly(reason string) string {
	for _, a := range s.rubric().Areas {
		reason = strings.ReplaceAll(reason, a.Name(), string(a.ID))
	}
	return capital(reason)
}

// saidElsewhere reports whether a reason has a line of its own here, or tells
// nobody anything.
func saidElsewhere(reason string) bool {
	for _, begins := range []string{"Firm:", "Likely:", "Finely balanced:", "Unlikely:", "It would leave", "No change to one", "Every judgement of it is low", "It reaches everyone"} {
		if strings.HasPrefix(reason, begins) {
			return true
		}
	}
	return false
}

// unsure is what could change the suggestion.
func (s *Screen) unsure(id model.AreaID) string {
	var said []string
	for _, n := range s.answer.Needs {
		if n.Area == id && n.Unsure {
			said = append(said, "Every judgement of it is low confidence. Find out more first.")
		}
	}
	for _, reason := range s.answer.Reasons[id] {
		if strings.HasPrefix(reason, "It would leave") || strings.HasPrefix(reason, "No change to one") {
			said = append(said, reason)
		}
	}
	return strings.Join(said, " ")
}

// aboutPlan says in full what an accepted priority is about.
func (s *Screen) aboutPlan(r row) []string {
	var lines []string
	if c := s.size.W - 6 - codesWidth(s.size.W) - 5; layout.Width(r.text.Title) > c {
		lines = append(lines, s.labelled("In full", r.text.Title)...)
	}
	if r.contested {
		lines = append(lines, s.labelled("Two ways", "It was changed on two computers. Press e to choose its words.")...)
	}
	if len(r.text.Areas) == 0 {
		lines = append(lines, s.labelled("About", "no area of the rubric; you wrote this one yourselves")...)
		return append(lines, s.firstSteps(r)...)
	}
	var names []string
	for _, id := range r.text.Areas {
		if a, ok := s.rubric().Area(id); ok {
			names = append(names, a.Name())
		}
	}
	lines = append(lines, s.labelled("About", names[0])...)
	if len(names) > 1 {
		helps := s.labelled("With", strings.Join(names[1:], "; "))
		lines = append(lines, helps[:min(len(helps), mostWhy)]...)
	}
	return append(lines, s.firstSteps(r)...)
}

// firstSteps are the steps adopted from the areas' pages, each on lines of its own.
func (s *Screen) firstSteps(r row) []string {
	var lines []string
	for i, step := range r.text.Steps {
		label := ""
		if i == 0 || s.size.W < 72 {
			label = "First steps"
		}
		lines = append(lines, s.labelled(label, s.env.Theme.Glyph.Chosen+" "+step)...)
	}
	return lines
}

// evidence is what to collect about an area nobody is sure of.
func (s *Screen) evidence(id model.AreaID) []string {
	a, _ := s.rubric().Area(id)
	lines := s.labelled("Unsure?", "Every judgement of it is low confidence.")
	for i, p := range a.Evidence {
		if i < 2 {
			lines = append(lines, s.labelled(capital(string(p.Kind)), p.Text)...)
		}
	}
	return lines
}

// stands is the level of an area in words.
func (s *Screen) stands(id model.AreaID) string {
	j, ok := s.book().Evaluation().Area(id).SchoolSays(s.env.Desk.Voice.Person)
	if !ok || j.State != model.Rated {
		return "not judged"
	}
	scale := s.rubric().Scale
	return fmt.Sprintf("%s  %d %s", s.env.Theme.Meter(j.Level, int(scale.Top())), j.Level, scale.Name(j.Level))
}

func capital(text string) string { return headed(text) + end(text) }

// end is the full stop that headed takes off.
func end(text string) string {
	if strings.HasSuffix(text, ".") {
		return "."
	}
	return ""
}
