package visit

import "waymark/model"

// Untidy lists the notes that person took on a visit and that belong to no area
// yet, oldest first: those left general on purpose are tidy.
func Untidy(e model.Evaluation, v model.Visit, person model.PersonID) []model.Note {
	var all []model.Note
	for _, n := range e.VisitNotes(v.ID) {
		if n.Person == person && n.Area == "" && !n.General {
			all = append(all, n)
		}
	}
	return all
}
