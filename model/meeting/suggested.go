package meeting

import "waymark/model"

// Suggestion is an area that is worth a meeting, and why.
type Suggestion struct {
	Area model.AreaID
	Why  string
}

// Suggested lists the areas that a meeting is offered, in rubric order: those
// on which two people already differ, those that somebody flagged, and those
// that are judged with low confidence. You is whose own judgement counts where
// nobody has agreed anything.
func Suggested(b *model.Book, you model.PersonID) []Suggestion {
	e := b.Evaluation()
	var all []Suggestion
	for _, a := range b.Rubric().Areas {
		if why := worth(e.Area(a.ID), you); why != "" {
			all = append(all, Suggestion{Area: a.ID, Why: why})
		}
	}
	return all
}

// Areas lists the areas of the suggestions.
func Areas(all []Suggestion) []model.AreaID {
	var ids []model.AreaID
	for _, s := range all {
		ids = append(ids, s.Area)
	}
	return ids
}

func worth(s model.AreaState, you model.PersonID) string {
	said, judged := s.SchoolSays(you)
	switch {
	case s.Disagree():
		return "two people differ"
	case s.Flagged():
		return "flagged to talk about"
	case judged && said.State == model.Rated && said.Confidence == model.Low:
		return "low confidence"
	}
	return ""
}
