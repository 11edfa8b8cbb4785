package visit

import "waymark/model"

// Template is a usual day, or several, to build a visit from.
type Template struct {
	ID      string
	Title   string
	Days    int
	Start   int // the usual start of a day, in minutes after midnight
	Minutes int // the usual length of a day
	Focus   int // how many focus areas fit in well
}

// Templates lists the templates, the shortest first.
func Templates() []Template {
	var all []Template
	for _, o := range outlines() {
		all = append(all, o.Template)
	}
	return all
}

// outline is a template with its stops, a list for each day.
type outline struct {
	Template
	days [][]usual
}

// usual is a stop as a template plans it.
type usual struct {
	kind    model.SlotKind
	title   string
	minutes int
	spare   int // 0 for what every such day has; of the others the highest is left out first
}

// extra marks the stops that only a longer day than usual has room for.
const extra = 10

func outlines() []outline {
	return []outline{halfDay(), oneDay(), twoDays(), threeDays()}
}

func halfDay() outline {
	return outline{
		Template{ID: "half-day", Title: "Half a day", Days: 1, Start: 9 * 60, Minutes: 210, Focus: 8},
		[][]usual{{
			{kind: model.SlotOpening, minutes: 20},
			{kind: model.SlotWalk, title: "Learning walk", minutes: 45},
			{kind: model.SlotWork, title: "Book look with subject leads", minutes: 35},
			{kind: model.SlotPupils, title: "Pupils with their work", minutes: 30, spare: 1},
			{kind: model.SlotStaff, title: "Staff who have not been here long", minutes: 20, spare: extra},
			{kind: model.SlotCatchUp, minutes: 20, spare: 2},
			{kind: model.SlotAgree, minutes: 40},
			{kind: model.SlotFeedback, minutes: 20},
		}},
	}
}

func oneDay() outline {
	return outline{
		Template{ID: "one-day", Title: "One day", Days: 1, Start: 9 * 60, Minutes: 390, Focus: 15},
		[][]usual{{
			{kind: model.SlotOpening, minutes: 30},
			{kind: model.SlotWalk, title: "Learning walk", minutes: 45},
			{kind: model.SlotWork, title: "Book look with subject leads", minutes: 30},
			{kind: model.SlotPupils, title: "Pupils with their work", minutes: 30, spare: 1},
			{kind: model.SlotLeaders, title: "Leaders", minutes: 45, spare: 2},
			{kind: model.SlotBreak, minutes: 60},
			{kind: model.SlotWalk, title: "Second learning walk", minutes: 60, spare: 3},
			{kind: model.SlotStaff, title: "Staff, with nobody senior there", minutes: 30, spare: extra},
			{kind: model.SlotData, title: "Figures the school keeps", minutes: 30, spare: extra + 1},
			{kind: model.SlotAgree, minutes: 60},
			{kind: model.SlotFeedback, minutes: 30},
		}},
	}
}

func twoDays() outline {
	return outline{
		Template{ID: "two-days", Title: "Two days", Days: 2, Start: 8*60 + 30, Minutes: 390, Focus: 22},
		[][]usual{{
			{kind: model.SlotBrief, minutes: 15, spare: 4},
			{kind: model.SlotOpening, minutes: 30},
			{kind: model.SlotWalk, title: "Learning walk", minutes: 60},
			{kind: model.SlotCatchUp, title: "Catch up: the pattern so far", minutes: 20, spare: 3},
			{kind: model.SlotWork, title: "Book look with subject leads", minutes: 45},
			{kind: model.SlotPupils, title: "Pupils with their work", minutes: 40},
			{kind: model.SlotBreak, minutes: 50},
			{kind: model.SlotLeaders, title: "Leaders", minutes: 45},
			{kind: model.SlotData, title: "Figures the school keeps", minutes: 35, spare: 1},
			{kind: model.SlotStaff, title: "Support staff", minutes: 30, spare: extra},
			{kind: model.SlotCatchUp, title: "Catch up: what to look at tomorrow", minutes: 50, spare: 2},
		}, {
			{kind: model.SlotBrief, minutes: 15, spare: 3},
			{kind: model.SlotWalk, title: "Second learning walk", minutes: 60},
			{kind: model.SlotStaff, title: "Staff, with nobody senior there", minutes: 30},
			{kind: model.SlotWork, title: "Work of the same pupils over time", minutes: 40, spare: 1},
			{kind: model.SlotPupils, title: "Pupils met where they are", minutes: 30, spare: 2},
			{kind: model.SlotBreak, minutes: 50},
			{kind: model.SlotWalk, title: "Third learning walk", minutes: 45, spare: extra},
			{kind: model.SlotCatchUp, title: "Catch up before the judgements", minutes: 45},
			{kind: model.SlotAgree, minutes: 85},
			{kind: model.SlotFeedback, minutes: 35},
		}},
	}
}

func threeDays() outline {
	return outline{
		Template{ID: "three-days", Title: "Peers over three days", Days: 3, Start: 8*60 + 30, Minutes: 390, Focus: 22},
		[][]usual{peersArrive(), peersLook(), peersAgree()},
	}
}

func peersArrive() []usual {
	return []usual{
		{kind: model.SlotBrief, title: "Team brief: roles and positions", minutes: 30},
		{kind: model.SlotOpening, minutes: 40},
		{kind: model.SlotWalk, title: "Learning walk, in pairs with hosts", minutes: 70},
		{kind: model.SlotCatchUp, title: "Catch up in pairs", minutes: 20, spare: 2},
		{kind: model.SlotPupils, title: "Pupils show us round", minutes: 40},
		{kind: model.SlotBreak, minutes: 50},
		{kind: model.SlotLeaders, title: "Leaders", minutes: 50},
		{kind: model.SlotData, title: "Figures the school keeps", minutes: 40, spare: 1},
		{kind: model.SlotCatchUp, title: "Team catch up: the pattern so far", minutes: 50},
	}
}

func peersLook() []usual {
	return []usual{
		{kind: model.SlotBrief, title: "Team brief: what to test today", minutes: 20, spare: 3},
		{kind: model.SlotWalk, title: "Second learning walk, in pairs with hosts", minutes: 70},
		{kind: model.SlotCatchUp, title: "Catch up in pairs", minutes: 20, spare: 2},
		{kind: model.SlotWork, title: "Book look with subject leads", minutes: 60},
		{kind: model.SlotPupils, title: "Pupils with their work", minutes: 40, spare: 1},
		{kind: model.SlotBreak, minutes: 50},
		{kind: model.SlotStaff, title: "Staff, with nobody senior there", minutes: 40},
		{kind: model.SlotWalk, title: "Learning walk, where we are least sure", minutes: 50, spare: extra},
		{kind: model.SlotCatchUp, title: "Team catch up: what we would still like to know", minutes: 90},
	}
}

func peersAgree() []usual {
	return []usual{
		{kind: model.SlotBrief, title: "Team brief: what is still open", minutes: 20, spare: 3},
		{kind: model.SlotWalk, title: "Last learning walk, where we are least sure", minutes: 60},
		{kind: model.SlotLeaders, title: "Leaders, with what we have seen", minutes: 40, spare: 1},
		{kind: model.SlotWork, title: "Work that would settle what is open", minutes: 30, spare: extra},
		{kind: model.SlotCatchUp, title: "The team brings it together", minutes: 70},
		{kind: model.SlotBreak, minutes: 50},
		{kind: model.SlotAgree, minutes: 110},
		{kind: model.SlotFeedback, minutes: 40},
	}
}

// leastMinutes is the shortest that a stop of kind is still worth having.
func leastMinutes(kind model.SlotKind) int {
	switch kind {
	case model.SlotWalk, model.SlotWork, model.SlotBreak, model.SlotLeaders, model.SlotAgree:
		return 20
	case model.SlotPupils, model.SlotStaff, model.SlotData, model.SlotFeedback:
		return 15
	default: // openings, briefs, catch-ups
		return 10
	}
}
