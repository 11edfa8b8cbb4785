package demo

import "waymark/model"

// story is what the school says of one area, year by year, and in the last
// year how sure it is and where it thinks the area is heading.
type story struct {
	area    model.AreaID
	levels  [years]model.Level
	sure    model.Confidence
	heading model.Direction
	flagged bool
	absent  bool // does not apply in the last year
}

// levels tells of a warm, orderly school whose pupils like coming. Its
// curriculum and its feedback have grown since it chose to work on them; what
// its teachers learn about their subjects, and whether their judgements of
// work agree, have not; and the help it gives outside lessons has slipped.
func levels() []story {
	var all []story
	for _, part := range [][]story{curriculumAndSubjects(), teachingAndAssessment(), pupils()} {
		all = append(all, part...)
	}
	return all
}

func curriculumAndSubjects() []story {
	return []story{
		{area: "1.1", levels: [years]model.Level{3, 3, 3}},
		{area: "1.2", levels: [years]model.Level{1, 2, 3}, sure: model.High, heading: model.Improving},
		{area: "1.3", levels: [years]model.Level{1, 2, 2}, heading: model.Improving},
		{area: "1.4", levels: [years]model.Level{2, 2, 2}},
		{area: "1.5", levels: [years]model.Level{3, 3, 3}, sure: model.High},
		{area: "1.6", levels: [years]model.Level{2, 2, 3}, sure: model.Low},
		{area: "1.7", levels: [years]model.Level{2, 3, 3}},
		{area: "2.1", levels: [years]model.Level{2, 2, 2}},
		{area: "2.2", levels: [years]model.Level{2, 2, 2}},
		{area: "2.3", levels: [years]model.Level{1, 2, 2}, heading: model.Improving},
		{area: "2.4", levels: [years]model.Level{1, 1, 1}, sure: model.High, heading: model.Steady, flagged: true},
		{area: "2.5", levels: [years]model.Level{2, 2, 2}},
	}
}

func teachingAndAssessment() []story {
	return []story{
		{area: "3.1", levels: [years]model.Level{2, 2, 3}, heading: model.Improving},
		{area: "3.2", levels: [years]model.Level{2, 3, 3}},
		{area: "3.3", levels: [years]model.Level{2, 2, 3}},
		{area: "3.4", levels: [years]model.Level{3, 3, 3}},
		{area: "3.5", levels: [years]model.Level{2, 2, 2}},
		{area: "3.6", levels: [years]model.Level{3, 3, 3}, sure: model.High},
		{area: "3.7", levels: [years]model.Level{2, 2, 2}, sure: model.Low},
		{area: "4.1", levels: [years]model.Level{1, 2, 2}},
		{area: "4.2", levels: [years]model.Level{2, 2, 2}},
		{area: "4.3", levels: [years]model.Level{1, 2, 3}, sure: model.High, heading: model.Improving},
		{area: "4.4", levels: [years]model.Level{1, 1, 2}, heading: model.Improving},
		{area: "4.5", levels: [years]model.Level{1, 1, 1}, flagged: true},
		{area: "4.6", levels: [years]model.Level{2, 2, 2}, sure: model.Low},
	}
}

func pupils() []story {
	return []story{
		{area: "5.1", levels: [years]model.Level{2, 2, 3}, heading: model.Improving},
		{area: "5.2", levels: [years]model.Level{2, 3, 3}},
		{area: "5.3", levels: [years]model.Level{3, 3, 2}, sure: model.Low, heading: model.Slipping, flagged: true},
		{area: "5.4", levels: [years]model.Level{2, 2, 2}},
		{area: "5.5", levels: [years]model.Level{3, 3, 3}, absent: true},
		{area: "5.6", levels: [years]model.Level{3, 3, 3}},
		{area: "6.1", levels: [years]model.Level{2, 3, 4}, sure: model.High, heading: model.Improving},
		{area: "6.2", levels: [years]model.Level{3, 3, 4}, sure: model.High},
		{area: "6.3", levels: [years]model.Level{3, 3, 3}},
		{area: "6.4", levels: [years]model.Level{2, 2, 3}, heading: model.Improving},
		{area: "6.5", levels: [years]model.Level{3, 3, 3}},
		{area: "7.1", levels: [years]model.Level{3, 4, 4}, sure: model.High},
		{area: "7.2", levels: [years]model.Level{3, 3, 4}},
		{area: "7.3", levels: [years]model.Level{2, 3, 3}},
		{area: "7.4", levels: [years]model.Level{3, 4, 4}, sure: model.High},
		{area: "7.5", levels: [years]model.Level{2, 3, 3}},
	}
}

// second is what somebody else says of an area.
type second struct {
	area  model.AreaID
	level model.Level
	why   string
}

// secondLooks are the deputy's own levels. One differs from the head's and
// nothing has been agreed yet, so the check before finishing has work to do.
func secondLooks() []second {
	return []second{{"4.1", 2, ""}, {"4.2", 3, ""}, {"4.3", 3, ""}}
}

func reviewed() []second {
	return []second{
		{"1.2", 3, ""},
		{"1.3", 2, ""},
		{"2.1", 2, ""},
		{"2.3", 2, ""},
		{"3.1", 2, ""},
		{"3.3", 3, ""},
		{"3.5", 2, ""},
		{"4.2", 2, ""},
		{"4.3", 3, ""},
		{"4.4", 1, ""},
		{"5.1", 3, ""},
		{"5.2", 3, ""},
		{"6.1", 4, ""},
		{"6.2", 3, ""},
		{"7.1", 4, ""},
	}
}

func agreed() []second {
	return []second{
		{"1.2", 3, "The plans for history and science now say what comes before and after each unit."},
		{"3.1", 3, "Seen in five rooms of six. The sixth teacher joined in September."},
		{"5.1", 3, "Two cases followed from first worry to plan, both within a fortnight."},
		{"6.1", 4, "Pupils in every class told us the same three expectations."},
	}
}

// chosen are the priorities of last year.
func chosen() []model.PriorityText {
	return []model.PriorityText{
		{Title: "Agree the order of units, and what pupils should know at the end of each", Areas: []model.AreaID{"1.2", "1.3"}},
		{Title: "Make feedback quicker to give and harder to ignore", Areas: []model.AreaID{"4.3", "4.4"}},
		{Title: "Show our thinking when we introduce something new", Areas: []model.AreaID{"3.1"}},
		{Title: "Notice what gets in a pupil’s way within a fortnight", Areas: []model.AreaID{"5.1"}},
	}
}
