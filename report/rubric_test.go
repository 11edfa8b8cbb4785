package report_test

import (
	"fmt"

	"waymark/model"
)

// rubricOf makes a rubric of groups with so many areas each, on a scale of q
// levels of which expected is the level to reach. Every area unlocks the next.
func rubricOf(q int, expected model.Level, areas ...int) model.Rubric {
	words := []string{"Early", "Developing", "Embedded", "Sharing", "Fifth", "Sixth", "Seventh", "Eighth", "Ninth"}
	r := model.Rubric{
		ID: "fixture", Edition: "1", Title: "A small rubric", Kind: model.KindSchool, Language: "en-GB", GroupWord: "group",
		Scale:      model.Scale{ID: "s", Title: "Steps", Expected: expected},
		NotCovered: []string{"Safeguarding", "Governance, and leadership beyond subjects", "Finance"},
	}
	for i := range q {
		r.Scale.Levels = append(r.Scale.Levels, model.LevelName{Name: words[i], Meaning: "What " + words[i] + " means."})
	}
	titles := []string{"Order and end points", "Depth before pace", "Explaining and modelling", "Checking before moving on", "Calm in every room"}
	for g, n := range areas {
		id := model.GroupID(fmt.Sprint(g + 1))
		r.Groups = append(r.Groups, model.Group{ID: id, Title: fmt.Sprintf("Group %s", words[g]), Summary: "What the group is about."})
		for i := range n {
			a := model.Area{
				ID: model.AreaID(fmt.Sprintf("%d.%d", g+1, i+1)), Group: id, Title: titles[(g+i)%len(titles)],
				Scope: "Scope.", Question: "What would pupils say?",
				Evidence: []model.Prompt{{Kind: model.See, Text: "look at six books from two classes"}},
			}
			for l := range q {
				a.Levels = append(a.Levels, fmt.Sprintf("At level %d leaders do one more thing in %s.", l+1, a.ID))
			}
			if k := len(r.Areas); k > 0 {
				r.Edges = append(r.Edges, model.Edge{Before: r.Areas[k-1].ID, After: a.ID})
			}
			r.Areas = append(r.Areas, a)
		}
	}
	return r
}

// alderLane is a school with something of everything.
func alderLane(d *desk) {
	for i, l := range []model.Level{2, 2, 3, 4, 1, 2, 3, 4, 2, 4, 4} {
		d.level(d.book.Rubric().Areas[i].ID, l, model.Medium)
	}
	d.level("1.1", 2, model.High)
	d.judge(head, model.Self, "2.4", model.Opinion{State: model.Rated, Level: 3, Confidence: model.High, Direction: model.Improving})
	d.judge(head, model.Self, "3.4", model.Opinion{State: model.NotApplicable})
	d.judge(head, model.Self, "3.5", model.Opinion{State: model.NoEvidence})
	d.level("3.3", 1, model.Low)
	d.judge(reviewer, model.Reviewer, "1.1", model.Opinion{State: model.Rated, Level: 1, Confidence: model.Medium, Direction: model.Slipping})
	d.judge(head, model.Agreed, "1.2", model.Opinion{State: model.Rated, Level: 2, Confidence: model.High, Reason: "Seen in six books by R. Okafor"})
	d.note(head, model.Self, "n1", model.NoteText{Area: "1.1", Text: "Year 4 and Year 5 start units at different points.\nMrs Patel has the plans.", Kind: model.FromWork, Source: "Book look, shared drive"})
	d.note(reviewer, model.Reviewer, "n2", model.NoteText{Area: "1.1", Text: "Kept between reviewers for now.", Kind: model.FromVisit, Private: true})
	d.note(head, model.Self, "n3", model.NoteText{Text: "A new building opens in spring."})
	d.emphasise("2.1", model.Emphasis{Excluded: true, Reason: "waits for the new building", Revisit: "spring term 2027"})
	changes, err := d.book.SetFlag(model.Voice{Person: deputy, Role: model.Self}, "2.2", true)
	d.do(deputy, changes, err)
}
