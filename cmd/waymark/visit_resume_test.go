//go:build !windows

package main

import (
	"fmt"
	"testing"

	"waymark/model"
	"waymark/ui/env"
	"waymark/ui/nav"
	"waymark/ui/task"
	"waymark/ui/uitest"
)

// Whatever was being typed on a visit when the program was cut short: to carry
// on leads to those words, with the cursor at them.
func TestWordsOfAVisitCutShortAreThereToCarryOn(t *testing.T) {
	const words = "since Easter the register"
	for what, sees := range map[string]string{
		"/line": "Learning walk", "/quick": "Quick note", "1.2/seen": "1.2  ", "4.4/why": "4.4  ", "4.4/school-says": "4.4  ", "4.4/reviewer-says": "4.4  ",
		"/claim-new-claim": "A claim", "/claim-new-worry": "The worry", "/claim-claim": "A claim", "/claim-claim-change": "change our mind", "/claim-new-answer-0": "The answer",
		"/strength-new": "A strength", "/next-step-new-lead": "could lead it", "/point-point": "A strength", "/closing-asked": "What did the school ask of us?",
		"/sign-reviewer-post": "for the reviewers", "/sign-school-name": "for the school", "/close-why": "Close the visit",
		"/room-room-3-1.2": "1.2", "/room-room-3-place": "Place", "/room-new-subject": "Subject",
	} {
		t.Run(what, func(t *testing.T) {
			d := cutShort(t, what, words)
			d.See("Carry on where I was").Press("enter").See(words, sees)
			if d.App.View().Cursor == nil {
				t.Errorf("there is no cursor:\n%s", d.Frame())
			}
			if d.Type("ok"); d.Exact() != nil {
				d.See(words + "ok")
			}
		})
	}
}

// cutShort is the app after it was cut short on a full day.
func cutShort(t *testing.T, what, words string) *uitest.Driver {
	t.Helper()
	d := fullVisit(t, nav.Home{})
	d.Env.Return()
	id, lead, b := uitest.VisitID, blindReviewer(), d.Env.Desk.Book
	d.Do(b.SetClaim(lead, id, "claim", model.ClaimText{Kind: model.Claimed, Text: "Everybody reads every day", Areas: []model.AreaID{"1.4"}}))
	d.Do(b.SetPoint(lead, id, "point", model.PointText{Kind: model.Strength, Text: "Pupils ask questions of their own", Area: "7.1"}))
	d.Env.Enter(env.Visiting{Visit: id, Voice: lead})
	key := fmt.Sprintf("%s/%s@%s", b.EvaluationID(), what, id)
	d.Env.Brought = &env.Brought{StoppedAt: uitest.Start(), Drafts: []task.Draft{{Key: key, Evaluation: b.EvaluationID(), Text: words, At: uitest.Start().UnixMilli()}}}
	return d.Run(opener(d.Env), nav.Recovered{}, 80, 24)
}
