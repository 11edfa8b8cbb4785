package main

import (
	"waymark/model"
	"waymark/ui"
	"waymark/ui/env"
	"waymark/ui/nav"
	"waymark/ui/screen/agenda"
	"waymark/ui/screen/agree"
	"waymark/ui/screen/capture"
	"waymark/ui/screen/changed"
	"waymark/ui/screen/claims"
	"waymark/ui/screen/lean"
	"waymark/ui/screen/meetings"
	"waymark/ui/screen/points"
	"waymark/ui/screen/quick"
	"waymark/ui/screen/rooms"
	roomsheet "waymark/ui/screen/sheet"
	"waymark/ui/screen/signoff"
	"waymark/ui/screen/startvisit"
	"waymark/ui/screen/synthesis"
	"waymark/ui/screen/tidy"
	"waymark/ui/screen/triads"
	"waymark/ui/screen/visitjudge"
	"waymark/ui/screen/visits"
	"waymark/ui/screen/vote"
	"waymark/ui/screen/wall"
)

// visiting are the places of a visit and of a team meeting, those of the day
// first.
func visiting(e *env.Env, r nav.Route) ui.Screen {
	switch r := r.(type) {
	case nav.StartVisit:
		return startvisit.New(e, r)
	case nav.Visits:
		return visits.New(e, r)
	case nav.Triads:
		return triads.New(e, r)
	case nav.Agenda:
		return agenda.New(e, r)
	case nav.Capture:
		return capture.New(e, r)
	case nav.Quick:
		return quick.New(e, r)
	case nav.Claims:
		return claims.New(e, r)
	case nav.Rooms:
		return rooms.New(e, r)
	case nav.Sheet:
		return roomsheet.New(e, r)
	case nav.Synthesis:
		return synthesis.New(e, r)
	case nav.Tidy:
		return tidy.New(e, r)
	}
	return together(e, r)
}

// together are the places where people set levels side by side.
func together(e *env.Env, r nav.Route) ui.Screen {
	switch r := r.(type) {
	case nav.VisitJudge:
		return visitjudge.New(e, r)
	case nav.Agree:
		return agree.New(e, r)
	case nav.Points:
		return points.New(e, r)
	case nav.SignOff:
		return signoff.New(e, r)
	case nav.Changed:
		return changed.New(e, r)
	case nav.Lean:
		return lean.New(e, r)
	case nav.Meetings:
		return meetings.New(e, r)
	case nav.Vote:
		return vote.New(e, r)
	case nav.Wall:
		return wall.New(e, r)
	}
	return nil
}

// start is the place that everything starts from: for a reviewer it is the day
// of the visit.
func start(e *env.Env) nav.Route {
	if _, on := e.Visit(); on && e.Desk.Voice.Role == model.Reviewer {
		return nav.Agenda{}
	}
	return nav.Home{}
}
