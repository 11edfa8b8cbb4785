package main

import "waymark/model"

// aDay is a whole visit day as data: what the same day in the app and through
// commands is made of.
type aDay struct {
	School, Year, Head, HeadPost, Reviewer, Post, Date, Template string
	Own                                                          map[model.AreaID]model.Level // what the school says, of every area
	Focus                                                        []model.AreaID
	Emphasis                                                     string
	Claims                                                       []aClaim
	Stops                                                        []aStop
	Tidied                                                       map[string]model.AreaID // the words of untidy notes; "" leaves one general
	Judged                                                       []aLevel
	Settled                                                      []aLevel // where they differed, the level agreed and why
	Apart                                                        model.AreaID
	ApartSchool, ApartReviewer                                   string
	Points                                                       []model.PointText
	Closing                                                      model.Closing
}

// aClaim is what the school said at the start, and how it looked at lunch.
type aClaim struct {
	Text    string
	Area    model.AreaID
	Verdict model.Verdict
}

// aStop is one stop of the day with the lines typed there.
type aStop struct {
	ID    model.SlotID
	Clock string // when the reviewer gets there
	Lines []string
}

// aLevel is one judgement, and why.
type aLevel struct {
	Area   model.AreaID
	Level  model.Level
	Reason string
}

// visitDay is a day of 9 stops, 60 notes, 22 areas judged, 21 agreed and 1 not.
func visitDay() aDay {
	return aDay{
		School: "Alder Lane Primary", Year: "2026-27", Head: "T. Nguyen", HeadPost: "headteacher", Reviewer: "R. Okafor", Post: "lead reviewer", Date: "2026-09-24", Template: "one-day",
		Own:   visitDayOwn(),
		Focus: []model.AreaID{"1.1", "1.2", "1.3", "1.5", "2.1", "2.3", "2.5", "3.1", "3.2", "3.3", "3.5", "4.1", "4.2", "4.3", "4.4", "5.1", "5.2", "5.3", "6.1", "6.3", "7.1", "7.3"},
		Claims: []aClaim{
			{"Every lesson begins by bringing back what was learned before", "3.2", model.Confirmed},
			{"Pupils act on what teachers write", "4.4", model.Contradicted},
			{"New staff say that they are well looked after", "2.5", model.Unclear},
		},
		Emphasis: "How writing grows from Year 3 to Year 6",
		Stops:    append(visitDayMorning(), visitDayAfter()...),
		Tidied: map[string]model.AreaID{
			"Corridor displays were changed by pupils this week": "7.3",
			"The hall is shared with the nursery in the morning": "",
			"Two adults knew every name at the gate":             "",
			"Send the reading list that was asked for":           "1.5",
		},
		Judged: visitDayJudged(),
		Settled: []aLevel{
			{"1.2", 2, "The order is written down; not everybody can say why yet"},
			{"3.2", 3, "Seen in every room today, not yet in every subject"},
			{"3.5", 2, "The quickest finishers waited in four rooms of six"},
			{"4.3", 2, "Strong in English; maths is the next step"},
			{"4.4", 2, "Pupils can say what to change and seldom have time to"},
			{"7.1", 3, "Lively in science and history; elsewhere it depends on who teaches"},
		},
		Apart: "2.3", ApartSchool: "Every leader looks at books each half term and writes down what they find", ApartReviewer: "Two of six leaders could say what they changed because of it",
		Points: []model.PointText{
			{Kind: model.Strength, Text: "Lessons begin with what was learned before, and pupils expect it", Area: "3.2"},
			{Kind: model.Strength, Text: "Pupils are curious and ask questions of their own in science and history", Area: "7.1"},
			{Kind: model.Strength, Text: "Calm, friendly rooms in which everybody knows what to do", Area: "6.1"},
			{Kind: model.NextStepTo, Text: "Agree what a useful reply looks like in maths", Area: "4.3", Lead: "maths lead"},
			{Kind: model.NextStepTo, Text: "Give pupils ten minutes to act on what they are told", Area: "4.4", Lead: "deputy head"},
			{Kind: model.NextStepTo, Text: "Plan a harder next task for those who finish first", Area: "3.5"},
			{Kind: model.BrightSpot, Text: "The rivers project of Year 5", Area: "7.1", Viewers: "Year 5 teachers of other schools", Consent: true},
		},
		Closing: model.Closing{First: "Agree one way of replying to maths work", Asked: "The name of a school that has solved this", FollowUp: "2026-12-10"},
	}
}

// visitDayJudged is what the reviewer says.
func visitDayJudged() []aLevel {
	return []aLevel{
		{"1.1", 3, ""},
		{"1.2", 2, ""},
		{"1.3", 3, ""},
		{"1.5", 3, ""},
		{"2.1", 3, ""},
		{"2.3", 2, ""},
		{"2.5", 2, ""},
		{"3.1", 3, ""},
		{"3.2", 4, ""},
		{"3.3", 2, ""},
		{"3.5", 2, ""},
		{"4.1", 3, ""},
		{"4.2", 3, ""},
		{"4.3", 2, ""},
		{"4.4", 1, ""},
		{"5.1", 3, ""},
		{"5.2", 3, ""},
		{"5.3", 2, ""},
		{"6.1", 3, ""},
		{"6.3", 3, ""},
		{"7.1", 4, ""},
		{"7.3", 3, ""},
	}
}

// visitDayOwn is what the school says: 15 focus areas as the reviewer will, 5 one
// level away, and 4.4 and 2.3 two.
func visitDayOwn() map[model.AreaID]model.Level {
	return map[model.AreaID]model.Level{
		"1.1": 3, "1.2": 3, "1.3": 3, "1.4": 2, "1.5": 3, "1.6": 3, "1.7": 3,
		"2.1": 3, "2.2": 3, "2.3": 4, "2.4": 3, "2.5": 2,
		"3.1": 3, "3.2": 3, "3.3": 2, "3.4": 3, "3.5": 3, "3.6": 3, "3.7": 3,
		"4.1": 3, "4.2": 3, "4.3": 3, "4.4": 3, "4.5": 3, "4.6": 3,
		"5.1": 3, "5.2": 3, "5.3": 2, "5.4": 3, "5.5": 3, "5.6": 3,
		"6.1": 3, "6.2": 3, "6.3": 3, "6.4": 2, "6.5": 3,
		"7.1": 3, "7.2": 3, "7.3": 3, "7.4": 3, "7.5": 3,
	}
}

func visitDayMorning() []aStop {
	return []aStop{
		{"1-1", "09:00", []string{
			"@2.5 Three teachers are new this year, each with a named colleague",
			"* @2.3 Ask how leaders chose what to check this term",
			"@1.5 The library is open before lessons; a third of Year 4 came today",
			"The hall is shared with the nursery in the morning",
			"@6.1 The routine for entering rooms was agreed by everybody in June",
		}},
		{"1-2", "09:30", []string{
			"+ @3.2 Year 3 began with five questions from last week, all had a go",
			"+ @3.2 The same in Year 4, with two questions from last year",
			"@3.1 The model sentence was built together and left on the board",
			"> @3.5 Four of six rooms had early finishers with nothing harder to do",
			"+ @6.1 Nobody was asked twice to begin",
			"@3.3 Hands up for most questions in two of six rooms",
			"> @3.3 The same three pupils answered in one room",
			"@4.2 Whiteboards were looked at and the example was done again",
			"+ @7.1 A pupil asked why rivers bend and the class stayed with it",
			"@5.2 Word banks on every table, used by five of six tables",
			"@6.3 Books out and dated without a reminder in all rooms",
			"Corridor displays were changed by pupils this week",
			"@2.1 The teacher drew on two ways to explain the same fraction",
		}},
		{"1-3", "10:15", []string{
			"+ @4.3 English replies ask for one change and show where, 5 of 6 books",
			"> @4.3 Maths has ticks only in two of six sets of books",
			"> @4.4 Nobody had gone back to change anything in 4 of 6 maths books",
			"@1.2 History jumps from one age to another without a reason given",
			"> @1.2 The order in geography is clear to the leader only",
			"@1.3 What has to be known is written on the first page of each unit",
			"@6.3 Presentation is steady across the year group, 6 of 6 books",
			"@4.1 Short checks at the end of units, with what to do next",
			"* @2.3 Ask for the notes of the last two book checks",
			"@1.1 Music and art have as much time as the plan says",
		}},
		{"1-4", "10:45", []string{
			"+ @7.1 Pupils wanted to show their rivers project before we asked",
			"@4.4 Three of six could say what they were asked to change",
			"> @4.4 We never get time to do it, said four of six",
			"@7.3 The council chose the new benches and can say how",
			"@1.5 All six named a book that somebody had recommended",
			"@3.3 We like it when everybody has to talk, said two of them",
			"@6.1 They could say the three rules and why there are three",
			"@5.3 Extra help happens at the same time as art",
		}},
	}
}

func visitDayAfter() []aStop {
	return []aStop{
		{"1-5", "11:15", []string{
			"@5.1 Needs are noticed in the first four weeks and written down",
			"@5.3 Groups last six weeks and nobody looks at whether they worked",
			"> @5.3 There is no list of who has stopped needing help",
			"@5.2 Every pupil follows the same subjects",
			"@2.3 One of three leaders could show what changed after a check",
			"* @2.5 Ask new staff what they would like more of",
		}},
		{"1-6", "12:00", []string{
			"Two adults knew every name at the gate",
			"@4.1 Results are used to plan the next half term in all year groups",
		}},
		{"1-7", "13:00", []string{
			"+ @3.2 Year 1 said the sounds of yesterday before the new one",
			"@3.1 Think aloud while writing, then pupils do the same",
			"> @3.5 Two tables finished early and drew",
			"@4.2 A quick show of fingers changed what came next",
			"+ @6.1 Everybody tidied in under two minutes",
			"@5.2 The same text with more help, not another text",
			"@2.1 Names of shapes were used exactly",
			"@7.1 Magnets: they made up a test of their own",
			"@3.3 Partners talked before anybody answered, 3 of 4 rooms",
			"@1.1 Computing was taught as planned",
			"@6.3 They wanted to read their sentences out",
		}},
		{"1-8", "14:00", []string{
			"@2.3 One more leader could say what changed: two of six in all",
			"@2.5 New staff feel safe to ask; none has been watched yet",
			"@4.3 Leaders agree that maths is where to begin",
		}},
		{"1-9", "15:00", []string{
			"* Send the reading list that was asked for",
			"@7.3 The council will ask about the replies in maths",
		}},
	}
}
