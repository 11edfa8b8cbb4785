package priority

import (
	"slices"

	"waymark/model"
)

// FromSchool is FromBook from the school's voices alone: without what reviewers
// judged and without the levels agreed with them in a visit. It is what the
// suggestion rested on before a visit, whenever it is asked for.
func FromSchool(b *model.Book, before map[model.AreaID]model.Level) Input {
	in, e := FromBook(b, before), b.Evaluation()
	for i, a := range b.Rubric().Areas {
		s := e.Area(a.ID)
		s.Judgements = slices.DeleteFunc(slices.Clone(s.Judgements), visitors)
		in.Areas[i] = fromState(b, a, s, before[a.ID])
	}
	return in
}

// visitors reports whether a judgement is there because somebody visited.
func visitors(j model.Judgement) bool { return j.Role == model.Reviewer || j.Visit != "" }
