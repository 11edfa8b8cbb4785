package model

import (
	"slices"
	"strings"
)

// told is an act as people are told it. What a meeting records is one thing,
// though it is written as the school's level and as the end of the talk; and
// somebody who answers after the team moves one level, though the team's is
// taken back and their own is given.
func told(steps []Step) []Step {
	at := slices.IndexFunc(steps, Step.ofTeam)
	if at < 0 || len(steps) < 2 {
		return steps
	}
	team, rest := steps[at], slices.Concat(steps[:at], steps[at+1:])
	for i, s := range rest {
		switch {
		case s.Kind == KindOutcome && strings.HasSuffix(string(s.Subject), "/"+string(team.Area)+"/outcome"):
			return rest
		case s.Kind == KindJudgement && s.Area == team.Area && s.Subject.first() == string(Self):
			rest[i].Before, rest[i].After = spoken(team.Before, s.Before), spoken(team.After, s.After)
			return rest
		}
	}
	return steps
}

// ofTeam reports whether a step moves the level that a team recorded.
func (s Step) ofTeam() bool {
	return s.Kind == KindJudgement && s.Subject == judgementSubject(Voice{Person: TeamPerson, Role: Self}, s.Area)
}

// spoken is what the school said: the team's answer, else the person's.
func spoken(team, person string) string {
	if team != "null" {
		return team
	}
	return person
}
