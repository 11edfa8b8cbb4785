package recovered

import (
	"strings"

	"waymark/model"
	"waymark/ui/env"
	"waymark/ui/jot"
	"waymark/ui/nav"
	"waymark/ui/task"
)

// typedAt is the place where a draft was being typed, and what it is called.
// ok is false for drafts that are notes on the school's own evaluation.
func typedAt(e *env.Env, d task.Draft) (r nav.Route, words string, ok bool) {
	v, what, ok := jot.Of(d.Key)
	switch {
	case !ok:
		return nil, "", false
	case strings.HasPrefix(what, "meeting-"):
		return nav.Meetings{}, "a team meeting", true
	case strings.HasPrefix(what, "triad-"):
		return nav.Triads{}, "visits between three schools", true
	case v == "new":
		return nav.StartVisit{}, "a new visit", true
	case v != e.Visiting.Visit: // nobody is on it now: the list leads to it
		return nav.Visits{}, "a visit", true
	}
	if r, ok := inRoom(e, what); ok {
		return r, "a room of the visit", true
	}
	r, words = onVisit(what, areaOf(d.Key))
	return r, words, true
}

// inRoom is the sheet of the room that words were typed on.
func inRoom(e *env.Env, what string) (nav.Route, bool) {
	if strings.HasPrefix(what, "room-new-") {
		return nav.Sheet{}, true
	}
	v, _ := e.Visit()
	for _, r := range v.Rooms {
		if strings.HasPrefix(what, "room-"+string(r.ID)+"-") {
			return nav.Sheet{Room: r.ID}, true
		}
	}
	return nil, false
}

func areaOf(key string) model.AreaID { return model.AreaID(strings.Split(key, "/")[1]) }

// onVisit is where what is typed on a visit belongs.
func onVisit(what string, area model.AreaID) (nav.Route, string) {
	switch {
	case what == jot.Quick:
		return nav.Quick{}, "a quick note of the visit"
	case what == "seen":
		return nav.VisitJudge{Area: area}, "a note on " + string(area)
	case what == "why", strings.HasSuffix(what, "-says"):
		return nav.Agree{Area: area}, "agreeing " + string(area)
	case strings.HasPrefix(what, string(model.Strength)), strings.HasPrefix(what, string(model.NextStepTo)), strings.HasPrefix(what, string(model.BrightSpot)),
		strings.HasPrefix(what, "point-"), strings.HasPrefix(what, "closing-"):
		return nav.Points{}, "strengths and next steps"
	case strings.HasPrefix(what, "sign-"), what == "close-why", what == "reopen-why":
		return nav.SignOff{}, "sign-off"
	case strings.HasPrefix(what, "claim"), strings.HasPrefix(what, "answer"), strings.HasPrefix(what, "worry"):
		return nav.Claims{}, "what the school said at the start"
	case strings.HasPrefix(what, "room"), strings.HasPrefix(what, "sheet"):
		return nav.Rooms{}, "a room of the visit"
	case strings.HasPrefix(what, "note-"):
		return nav.Capture{}, "a note of the visit"
	}
	return nav.Agenda{}, "the day of the visit"
}
