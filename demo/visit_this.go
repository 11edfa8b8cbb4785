package demo

import (
	"slices"

	"waymark/model"
	"waymark/model/visit"
)

// thisSaid is how far this year's visit has come after its first day: fifteen
// areas have a level, two have too little behind them, and four are agreed.
func thisSaid() []said {
	var all []said
	for _, s := range reviewed() {
		one := said{area: s.area, level: s.level}
		for _, a := range agreed() {
			if a.area == s.area {
				one.agreed, one.why = a.level, a.why
			}
		}
		all = append(all, one)
	}
	return append(all, said{area: "1.6"}, said{area: "3.7"})
}

// thisFocus is what the visit looks at: what it has judged, and five areas that
// are left for the second day.
func thisFocus() []model.AreaID {
	focus := []model.AreaID{"2.4", "4.5", "5.3", "6.4", "7.5"}
	for _, s := range thisSaid() {
		focus = append(focus, s.area)
	}
	return focus
}

// thisVisit is the visit of this year. Its first day was the last weekday before
// today, and the second is still to come.
func (w *writer) thisVisit() {
	slots, err := visit.Plan("two-days", thisFocus(), w.rubric, visit.Options{})
	if err != nil && w.fail == nil {
		w.fail = err
	}
	placed(slots, map[model.SlotID]string{"1-3": "Years 1 to 6", "1-6": "Years 3 to 5", "1-8": "Head and deputy", "2-2": "Reception and Year 2", "2-9": "Governors"})
	w.now, w.takes = dayOf(w.today.AddDate(0, 0, -1)), onVisits
	w.at("07:50")
	w.plan(ThisVisit, w.now, "two-days", thisFocus(), slots)
	w.emphasise(ThisVisit, "What our teachers learn about their subjects", "2.4")
	w.at("08:50")
	for _, c := range thisClaims() {
		w.claim(ThisVisit, c.id, c.ClaimText)
	}
	first := slices.DeleteFunc(slices.Clone(slots), func(s model.Slot) bool { return s.Day > 1 })
	w.walk(ThisVisit, first, thisLines(), thisRooms())
	w.at("14:40")
	for _, n := range visitNotes() {
		w.note(n)
	}
	w.at("15:10")
	for _, c := range thisClaims() {
		if c.after != "" {
			c.Verdict, c.Change = c.after, c.unless
			w.claim(ThisVisit, c.id, c.ClaimText)
		}
	}
	w.give(thisSaid())
	w.settle(ThisVisit, thisSaid())
	w.points(ThisVisit, thisPoints())
}

func thisClaims() []claimed {
	return []claimed{
		{"example-claim-5", model.ClaimText{Kind: model.Claimed, Text: "Nobody takes books home, and pupils do more with what they are told.", Areas: []model.AreaID{"4.3", "4.4"}}, model.Unclear, "Advice used again in half the books"},
		{"example-claim-6", model.ClaimText{Kind: model.Claimed, Text: "The order of units is settled, and teachers can say why.", Areas: []model.AreaID{"1.2", "1.3"}}, model.Confirmed, "A teacher who would rather have another order"},
		{"example-claim-7", model.ClaimText{Kind: model.Claimed, Text: "We see what gets in a pupil’s way within a fortnight.", Areas: []model.AreaID{"5.1"}}, "", ""},
		{"example-claim-8", model.ClaimText{Kind: model.Worry, Text: "The reading group has lost its second adult.", Areas: []model.AreaID{"5.3"}}, "", ""},
	}
}

// thisLines are the notes of the first day. Two are not tidied yet.
func thisLines() []line {
	return []line{
		{slot: "1-2", at: "08:55", typed: "* @2.4 Two of the last 26 meetings were about a subject. Ask who decides what a meeting is for"},
		{slot: "1-3", at: "09:20", typed: "+ @6.1 Same words for what happens at the door, 4 of 4 rooms"},
		{slot: "1-3", at: "09:31", typed: "@3.3 Everybody answered on boards in Year 4. In Year 1 hands went up and three spoke"},
		{slot: "1-3", at: "09:40", typed: "> @3.3 Answers that went astray were thanked and left in 2 of 4 rooms"},
		{slot: "1-3", at: "09:52", typed: "@1.3 Both mixed classes work from the same ten facts"},
		{slot: "1-3", at: "10:05", typed: "+ @2.1 Asked why the moon changes shape, the teacher knew, and a pupil asked the next question"},
		{slot: "1-5", at: "10:40", typed: "> @3.5 Quick finishers have more of the same in 5 of 8 books"},
		{slot: "1-5", at: "10:50", typed: "+ @4.3 Comments are about one thing, and it is the thing the unit was for"},
		{slot: "1-5", at: "11:02", typed: "* @7.5 The sheet for families goes out on a Friday. Ask what stops a Monday"},
		{slot: "1-6", at: "11:25", typed: "+ @7.1 A notebook of visits to the pond, with dates, brought along unasked"},
		{slot: "1-6", at: "11:33", typed: "@4.4 What they changed after a comment could be told by 2 of 5"},
		{slot: "1-6", at: "11:40", typed: "@5.2 A pupil with a plan led the sorting and explained it"},
		{slot: "1-8", at: "12:55", typed: "> @2.3 Leads have an afternoon each half term, and music has nobody yet"},
		{slot: "1-8", at: "13:10", typed: "@6.4 The reasons are known for 3 of 4 pupils who miss most"},
		{slot: "1-8", at: "13:22", typed: "The deputy was called out twice. Do not read much into that hour", private: true, general: true},
		{slot: "1-9", at: "13:40", typed: "@5.1 Nine and twelve days from worry to plan in the two newest cases"},
		{slot: "1-9", at: "13:50", typed: "@4.2 No figures can show this. Look for it in rooms tomorrow"},
		{slot: "1-10", at: "14:16", typed: "Pupils cleared the lunch tables without being told"},
		{slot: "1-10", at: "14:20", typed: "* The spelling lists on the wall are all for one year group"},
	}
}

func thisPoints() []leave {
	return []leave{
		{kind: model.Strength, area: "6.1", text: "The start of every lesson is the same, and pupils could run it.", from: []string{"happens at the door"}},
		{kind: model.Strength, area: "7.1", text: "Pupils go on with what interests them after the lesson is over.", from: []string{"visits to the pond"}},
		{kind: model.NextStepTo, area: "3.3", text: "Work with an answer that goes astray until the class has heard what mends it.", lead: "Year 2 and maths leads", from: []string{"went astray"}},
	}
}
