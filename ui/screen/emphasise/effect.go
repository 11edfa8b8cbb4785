package emphasise

import (
	"fmt"
	"slices"

	"waymark/model"
	"waymark/model/priority"
)

// effect is what the choices would do to the suggestion.
type effect struct {
	words  string         // the sentence about this area
	then   []model.AreaID // what would be suggested
	comes  []model.AreaID // of those, what is not suggested now
	leaves []model.AreaID // what is suggested now and would not be
}

// work works the effect out. It takes as long as one suggestion, so it is
// called when something has changed and never to draw.
func (s *Screen) work() {
	now, nowErr := s.env.Answer()
	in := priority.FromBook(s.book(), s.env.Before())
	for i := range in.Areas {
		if in.Areas[i].ID == s.area.ID {
			weigh(&in.Areas[i], s.m)
		}
	}
	then, err := priority.Suggest(in)
	if err != nil || nowErr != nil {
		s.effect = effect{words: "More areas must be priorities than there can be: five is the most. Take one of those off."}
		return
	}
	s.effect = effect{words: s.said(then), then: then.Suggested()}
	for _, id := range then.Suggested() {
		if !slices.Contains(now.Suggested(), id) {
			s.effect.comes = append(s.effect.comes, id)
		}
	}
	for _, id := range now.Suggested() {
		if !slices.Contains(then.Suggested(), id) {
			s.effect.leaves = append(s.effect.leaves, id)
		}
	}
}

// weigh gives an area the emphasis, as METHOD's numbers.
func weigh(a *priority.Area, m model.Emphasis) {
	a.Importance = map[model.Importance]float64{model.Minor: 0.5, model.Vital: 2}[m.Importance]
	a.Reach = map[model.Reach]float64{model.Few: 0.25, model.AGroup: 0.5, model.APhase: 0.75}[m.Reach]
	a.Pinned, a.Excluded = m.Pinned, m.Excluded
}

// said is the sentence about this area.
func (s *Screen) said(then priority.Answer) string {
	begins, would := "With this, ", "would be"
	wouldNot := "would not be"
	if s.m == s.was {
		begins, would, wouldNot = "As it is, ", "is", "is not"
	}
	id := s.area.ID
	if i := slices.Index(then.Suggested(), id); i >= 0 {
		return fmt.Sprintf("%s%s %s suggested %s.", begins, id, would, ordinal(i+1))
	}
	for _, n := range then.NotChosen {
		if n.Area == id {
			return fmt.Sprintf("%s%s %s suggested: %s.", begins, id, wouldNot, n.Why)
		}
	}
	scale := s.book().Rubric().Scale
	return fmt.Sprintf("%s%s %s suggested: %s.", begins, id, wouldNot, s.noNeed(scale))
}

// noNeed is why an area carries no need at all.
func (s *Screen) noNeed(scale model.Scale) string {
	j, ok := s.book().Evaluation().Area(s.area.ID).SchoolSays(s.env.Desk.Voice.Person)
	switch {
	case !ok || j.State == model.NoEvidence:
		return "it has no level yet"
	case j.State == model.NotApplicable:
		return "it does not apply to you"
	}
	return fmt.Sprintf("it is not below %d %s", scale.Expected, scale.Name(scale.Expected))
}

func ordinal(n int) string {
	words := []string{"", "first", "second", "third", "fourth", "fifth"}
	if n < len(words) {
		return words[n]
	}
	return fmt.Sprint(n)
}
