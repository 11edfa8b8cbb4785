package area

import (
	"fmt"
	"slices"
	"strings"

	"waymark/model"
	"waymark/ui/layout"
	"waymark/ui/theme"
)

// nextSteps are the steps from the level the area has now, and no others: what
// comes later would only be in the way.
func (s *Screen) nextSteps(t *theme.Theme, w int) block {
	if len(s.area.NextSteps) == 0 {
		return block{}
	}
	l, ok := s.rated(s.area.ID)
	switch {
	case !s.own:
		return section(t, "Next steps", prose("They depend on the level. A self-evaluation with this rubric shows those from where you are.", w))
	case !ok:
		return section(t, "Next steps", prose(s.noSteps(), w))
	case l >= s.rubric.Scale.Top():
		return s.atTop(t, l, w)
	}
	heading := fmt.Sprintf("Next steps from %d %s to %d %s", l, s.rubric.Scale.Name(l), l+1, s.rubric.Scale.Name(l+1))
	b := block{lines: layout.Wrap(heading, w)}
	for i, line := range b.lines {
		b.lines[i] = t.Bold.Render(line)
	}
	steps := s.area.StepsFrom(l)
	if len(steps) == 0 {
		b.lines = append(b.lines, prose("This rubric names none from this level.", w)...)
	}
	for _, step := range steps {
		lines := s.stepLines(t, step, w)
		b.items = append(b.items, item{step: flat(step.Do), y: len(b.lines), n: len(lines)})
		b.lines = append(b.lines, lines...)
	}
	return b
}

// noSteps says why there are none yet.
func (s *Screen) noSteps() string {
	j, ok := s.level(s.area.ID)
	switch {
	case ok && j.State == model.NotApplicable:
		return "You said that this area does not apply, so there are none."
	case ok && j.State == model.NoEvidence:
		return "There was not enough evidence for a level yet. With a level, the steps from there are shown."
	}
	return "This area is not judged yet. Once it has a level, the steps from there are shown."
}

// atTop says what keeps an area at the highest level.
func (s *Screen) atTop(t *theme.Theme, l model.Level, w int) block {
	lines := prose(fmt.Sprintf("%d %s is the highest level, so there is no next step.", l, s.rubric.Scale.Name(l)), w)
	keep := s.area.LookAgains
	switch {
	case len(keep) > 0:
		lines = append(lines, prose("Watching for these keeps it there:", w)...)
	case len(s.area.LookFors) > 0:
		keep = s.area.LookFors
		lines = append(lines, prose("Seeing these still keeps it there:", w)...)
	}
	return section(t, "What keeps it there", append(lines, each(keep, w)...))
}

// stepLines are one step: a dot that says whether it is adopted, its words, and
// how much it takes.
func (s *Screen) stepLines(t *theme.Theme, step model.NextStep, w int) []string {
	dot, place := t.Glyph.Open, s.holds(step.Do)
	if place > 0 {
		dot = t.Glyph.Chosen
	}
	lines := layout.Indent(4, prose(step.Do, w-4))
	if len(lines) > 0 {
		lines[0] = "  " + dot + " " + strings.TrimLeft(lines[0], " ")
	}
	note := effortWords(step.Effort)
	if place > 0 {
		note += fmt.Sprintf(" In priority %d.", place)
	}
	if other, ok := s.rubric.Area(step.Area); ok {
		note += " The obstacle is often " + other.Name() + "."
	}
	return append(lines, layout.Indent(4, prose(note, w-4))...)
}

func effortWords(e model.Effort) string {
	switch e {
	case model.EffortSmall:
		return "Small: a half-term, few people."
	case model.EffortMedium:
		return "Medium: a term or two."
	case model.EffortLarge:
		return "Large: about a year."
	}
	return ""
}

// planned is the plan with each priority once, though copies may word it twice.
func (s *Screen) planned() []model.Priority {
	if !s.own {
		return nil
	}
	var all []model.Priority
	for _, p := range s.env.Desk.Book.Evaluation().Priorities {
		if !slices.ContainsFunc(all, func(q model.Priority) bool { return q.ID == p.ID }) {
			all = append(all, p)
		}
	}
	return all
}

// holds is the place of the priority that has adopted a step, 0 for none.
func (s *Screen) holds(step string) int {
	for i, p := range s.planned() {
		if p.HasStep(step) {
			return i + 1
		}
	}
	return 0
}

// phases are those the area says something of.
func (s *Screen) phases() []model.Phase {
	var all []model.Phase
	for _, in := range s.area.Phases {
		all = append(all, in.Phase)
	}
	return all
}

// phase chooses another phase.
func (s *Screen) phase(by int) {
	all := s.phases()
	if len(all) == 0 {
		return
	}
	i := slices.Index(all, s.shownPhase())
	if i < 0 && by < 0 {
		i = 0
	}
	s.env.Phase = all[(i+by+len(all))%len(all)]
	s.status = "Now " + phaseWords(s.env.Phase) + ". Tab shows another phase."
	s.first = min(s.first, s.over())
	for y, line := range s.sheet().lines {
		if strings.Contains(line, inPhaseHeading(s.env.Phase)) && (y < s.first || y >= s.first+s.room()) {
			s.to(y)
		}
	}
}

// shownPhase is the phase asked for last, else the school's own, else none.
func (s *Screen) shownPhase() model.Phase {
	if s.env.Phase != "" || s.env.Desk == nil {
		return s.env.Phase
	}
	return phaseOf(s.env.Desk.Book.School().Phase)
}

// phaseOf reads what somebody typed as their school's phase.
func phaseOf(typed string) model.Phase {
	typed = strings.ToLower(typed)
	for _, known := range []struct {
		phase model.Phase
		words []string
	}{
		{model.PhaseSpecial, []string{"special", "alternative", "pru"}},
		{model.PhasePost16, []string{"16", "sixth", "college"}},
		{model.PhaseSecondary, []string{"secondary", "high", "upper"}},
		{model.PhasePrimary, []string{"primary", "infant", "junior", "first"}},
		{model.PhaseEarly, []string{"early", "nursery"}},
	} {
		if slices.ContainsFunc(known.words, func(w string) bool { return strings.Contains(typed, w) }) {
			return known.phase
		}
	}
	return ""
}

func phaseWords(p model.Phase) string {
	switch p {
	case model.PhaseEarly:
		return "early years"
	case model.PhasePost16:
		return "post-16"
	case model.PhaseSpecial:
		return "special schools and alternative provision"
	default: // primary and secondary are written as they are said
		return string(p)
	}
}

func inPhaseHeading(p model.Phase) string { return "Look for in " + phaseWords(p) }

// inPhase is what to look for in one phase.
func (s *Screen) inPhase(t *theme.Theme, w int) block {
	all := s.phases()
	if len(all) == 0 {
		return block{}
	}
	p := s.shownPhase()
	if slices.Contains(all, p) {
		return section(t, layout.Cut(inPhaseHeading(p), w), each(s.area.LookForsIn(p), w))
	}
	words := make([]string, len(all))
	for i, one := range all {
		words[i] = phaseWords(one)
	}
	return section(t, "Look for in one phase", prose("Press Tab to choose: "+strings.Join(words, "; ")+".", w))
}
