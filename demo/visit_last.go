package demo

import (
	"slices"

	"waymark/model"
	"waymark/model/visit"
)

// lastSaid is how last year's visit ended, in rubric order: 22 areas, 21 agreed.
func lastSaid() []said {
	return []said{
		{"1.2", 2, 2, ""},
		{"1.3", 2, 2, ""},
		{"1.4", 3, 2, "Two newer units go deeper. The older ones we opened still end in a poster."},
		{"1.5", 3, 3, ""},
		{"1.7", 2, 0, ""},
		{"2.1", 2, 2, ""},
		{"2.3", 2, 2, ""},
		{"2.4", 1, 1, ""},
		{"3.1", 2, 2, "Clear where teachers plan it together. In two rooms of nine the thinking stayed unsaid."},
		{"3.2", 3, 3, ""},
		{"3.5", 2, 2, ""},
		{"4.1", 2, 2, "The quizzes are well kept, and nobody could name a lesson that changed because of one."},
		{"4.3", 2, 2, ""},
		{"4.4", 1, 1, ""},
		{"5.1", 2, 2, ""},
		{"5.2", 3, 3, "Harder on themselves than they need be. The same work was within reach in every room."},
		{"5.3", 3, 3, ""},
		{"6.1", 3, 3, ""},
		{"6.2", 3, 3, ""},
		{"6.4", 2, 2, ""},
		{"7.3", 2, 3, "The council changes things. How everybody else reaches it is the next step."},
		{"7.5", 3, 3, ""},
	}
}

// lastOwn are the school's own levels of last year where the visit agreed
// another.
func lastOwn() map[model.AreaID]model.Level {
	return map[model.AreaID]model.Level{"3.1": 3, "4.1": 3, "5.2": 2, "7.3": 4}
}

// lastVisit is the finished visit of last year: one day, nine stops.
func (w *writer) lastVisit() {
	all := lastSaid()
	var focus []model.AreaID
	for _, s := range all {
		focus = append(focus, s.area)
	}
	slots, err := visit.Plan("one-day", focus, w.rubric, visit.Options{})
	if err != nil && w.fail == nil {
		w.fail = err
	}
	placed(slots, map[model.SlotID]string{"1-2": "Reception to Year 6", "1-4": "Years 4 to 6", "1-5": "SENDCo and subject leads", "1-7": "Years 1 to 5", "1-9": "Governors"})
	w.now, w.takes = dayOf(w.now), onVisits
	w.at("08:20")
	w.plan(LastVisit, w.now, "one-day", focus, slots)
	w.emphasise(LastVisit, "Whether feedback changes what pupils do next", "4.3", "4.4")
	w.do(voice(Head, model.Self), func(b *model.Book, v model.Voice) ([]model.Change, error) { return b.SealLevels(v, LastVisit) })
	w.at("09:04")
	for _, c := range lastClaims() {
		w.claim(LastVisit, c.id, c.ClaimText)
	}
	noon := slices.IndexFunc(slots, func(s model.Slot) bool { return s.Kind == model.SlotBreak }) + 1
	w.walk(LastVisit, slots[:noon], lastLines(), lastRooms())
	w.at("12:08")
	for _, c := range lastClaims() {
		c.Verdict, c.Change = c.after, c.unless
		w.claim(LastVisit, c.id, c.ClaimText)
	}
	w.do(voice(Reviewer, model.Reviewer), func(b *model.Book, v model.Voice) ([]model.Change, error) { return b.Glimpse(v, LastVisit, "6.4") })
	w.walk(LastVisit, slots[noon:], lastLines(), lastRooms())
	w.at("15:31")
	w.give(all)
	w.settleLast(all)
}

// settleLast compares, agrees, signs and so closes the visit.
func (w *writer) settleLast(all []said) {
	w.settle(LastVisit, all)
	lead := voice(Reviewer, model.Reviewer)
	w.do(lead, func(b *model.Book, v model.Voice) ([]model.Change, error) {
		return b.Disagree(v, LastVisit, "1.7", model.Apart{
			School:   "Every year has its place on the plan, and Year 6 can talk about all of it.",
			Reviewer: "Year 5 had missed a whole unit, and only its pupils had noticed.",
		})
	})
	w.points(LastVisit, lastPoints())
	w.do(lead, func(b *model.Book, v model.Voice) ([]model.Change, error) {
		return b.SetClosing(v, LastVisit, model.Closing{
			First:    "I would give one staff meeting in four to a subject, starting with science.",
			Asked:    "Help us find a school of our size that has done that.",
			FollowUp: "A call in the spring term",
		})
	})
	w.do(lead, func(b *model.Book, v model.Voice) ([]model.Change, error) {
		return b.Sign(v, LastVisit, model.SideReviewer, model.Signature{Name: "R. Okafor", Post: "reviewer"})
	})
	w.do(voice(Head, model.Self), func(b *model.Book, v model.Voice) ([]model.Change, error) {
		return b.Sign(v, LastVisit, model.SideSchool, model.Signature{Name: "T. Maple", Post: "headteacher"})
	})
}

// placed says where the stops are.
func placed(slots []model.Slot, where map[model.SlotID]string) {
	for i := range slots {
		slots[i].Place = where[slots[i].ID]
	}
}

// claimed is something the school said at the start, and how it looked at noon.
type claimed struct {
	id model.ClaimID
	model.ClaimText
	after  model.Verdict
	unless string
}

func lastClaims() []claimed {
	return []claimed{
		{"example-claim-1", model.ClaimText{Kind: model.Claimed, Text: "Lessons begin by going back to something.", Areas: []model.AreaID{"3.2"}}, model.Confirmed, "A wet afternoon in which nobody does"},
		{"example-claim-2", model.ClaimText{Kind: model.Claimed, Text: "We explain what we are thinking when we show something new.", Areas: []model.AreaID{"3.1"}}, model.Unclear, "Hearing the reasons in three more rooms"},
		{"example-claim-3", model.ClaimText{Kind: model.Claimed, Text: "Feedback takes less time than it did and does more.", Areas: []model.AreaID{"4.3", "4.4"}}, model.Contradicted, "Advice used again in half the books"},
		{"example-claim-4", model.ClaimText{Kind: model.Worry, Text: "We never talk about our subjects.", Areas: []model.AreaID{"2.4"}}, model.Confirmed, "An agenda with a subject on it"},
	}
}

func lastPoints() []leave {
	return []leave{
		{kind: model.Strength, area: "6.1", text: "Pupils in every room know what is expected, in the same words.", from: []string{"Same three expectations"}},
		{kind: model.Strength, area: "5.2", text: "Pupils with plans do the same work as everybody, with other means.", from: []string{"Real shells", "made the sentence shorter"}},
		{kind: model.Strength, area: "5.3", text: "Extra help is counted, and stopped where it makes no difference.", from: []string{"nine of twelve caught up"}},
		{kind: model.NextStepTo, area: "2.4", text: "Give one staff meeting in four to a subject.", lead: "deputy head", from: []string{"Three meetings this year", "one meeting in four"}},
		{kind: model.NextStepTo, area: "4.4", text: "Plan five minutes in which pupils use the advice they were given.", lead: "English lead", from: []string{"Advice used again", "for spellings"}},
		{kind: model.NextStepTo, area: "3.1", text: "Leave the first example on the board, with the reason for each step beside it.", from: []string{"wiped off", "not said aloud"}},
		{kind: model.BrightSpot, area: "5.2", text: "Sorting real shells with pupils who have plans.", viewers: "Teachers of Year 1", from: []string{"Real shells"}},
	}
}
