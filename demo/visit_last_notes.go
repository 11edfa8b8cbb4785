package demo

import "slices"

// lastLines are the notes of last year's visit, in the order they were typed.
func lastLines() []line { return slices.Concat(lastMorning(), lastTalks(), lastAfternoon()) }

func lastMorning() []line {
	return []line{
		{slot: "1-1", at: "09:16", typed: "The head wants to know whether feedback changes what pupils do, or only what adults write", general: true},
		{slot: "1-1", at: "09:22", typed: "* @2.3 Subject leads have an afternoon each half term; ask who was called away to cover"},
		{slot: "1-2", at: "09:34", typed: "+ @6.1 Same three expectations on the wall and in what adults say, 5 of 5 rooms"},
		{slot: "1-2", at: "09:40", typed: "@3.2 Year 5 opened with four questions from last term, and most pens were moving by the second"},
		{slot: "1-2", at: "09:44", typed: "+ @3.2 Year 2 brought back the word habitat without being asked for it"},
		{slot: "1-2", at: "09:51", typed: "> @3.1 The first example was done once and wiped off in 2 of 5 rooms"},
		{slot: "1-2", at: "09:57", typed: "@6.2 Corridors quiet when lessons change, and no adult standing in them"},
		{slot: "1-2", at: "10:03", typed: "@5.1 Picture timetables in use by 2 of the 2 pupils who have one"},
		{slot: "1-2", at: "10:08", typed: "+ @1.5 Reception books match the sounds taught this week"},
		{slot: "1-3", at: "10:17", typed: "> @4.4 Advice used again in the next piece in 3 of 12 books"},
		{slot: "1-3", at: "10:21", typed: "+ @4.3 Feedback sheets for the whole class in every set, short and about the work"},
		{slot: "1-3", at: "10:26", typed: "@1.2 History runs in a line from Year 1 to Year 6. Art is a list of topics"},
		{slot: "1-3", at: "10:31", typed: "* @1.3 Who wrote the page on rivers? Nobody at the table was sure"},
		{slot: "1-3", at: "10:36", typed: "> @1.4 A poster ends most units in Year 4, whatever the question was"},
		{slot: "1-3", at: "10:40", typed: "@3.5 The same sheet for a whole class in 9 of 10 maths books"},
	}
}

func lastTalks() []line {
	return []line{
		{slot: "1-4", at: "10:47", typed: "+ @7.3 Council members could say what they changed, and what they changed back"},
		{slot: "1-4", at: "10:52", typed: "> @7.3 How to bring something to the council was known to 1 of 6"},
		{slot: "1-4", at: "10:57", typed: "@1.7 Year 6 sure about saving and staying safe online. Year 5 had never met the money unit"},
		{slot: "1-4", at: "11:01", typed: "+ @6.4 All six could say why a day away matters, and one knew who rings home"},
		{slot: "1-4", at: "11:05", typed: "@7.5 The half-term letter had been read at home by 4 of 6"},
		{slot: "1-4", at: "11:09", typed: "> @4.4 Purple pen is for spellings, said 2 of 6"},
		{slot: "1-4", at: "11:12", typed: "They asked to walk us to the new garden, and then told us why it is there", general: true},
		{slot: "1-5", at: "11:18", typed: "@2.4 Three meetings this year were about a subject, by the school’s own list"},
		{slot: "1-5", at: "11:24", typed: "> @2.3 Music and computing still have nobody to ask"},
		{slot: "1-5", at: "11:31", typed: "+ @5.3 Reading group: nine of twelve caught up, and the group that did not help was stopped"},
		{slot: "1-5", at: "11:39", typed: "@5.1 From a first worry to a plan in about five weeks now. It used to be ten"},
		{slot: "1-5", at: "11:47", typed: "* @2.4 What would it take to give one meeting in four to a subject?"},
		{slot: "1-5", at: "11:52", typed: "Two of the leaders looked tired. Ask the head quietly how the team is", private: true, general: true},
	}
}

func lastAfternoon() []line {
	return []line{
		{slot: "1-7", at: "13:04", typed: "@2.1 A good question about magnets stayed in the air in Year 5: the book had no answer and nor had we"},
		{slot: "1-7", at: "13:12", typed: "+ @5.2 Real shells instead of a sheet for two pupils with plans, and the same sorting as everybody"},
		{slot: "1-7", at: "13:21", typed: "> @3.1 The thinking is not said aloud: steps on the board with no reason beside them"},
		{slot: "1-7", at: "13:28", typed: "@4.1 End-of-unit quizzes ask for dates, and 0 of 3 for a reason"},
		{slot: "1-7", at: "13:36", typed: "+ @5.2 An assistant made the sentence shorter, and the idea stayed whole"},
		{slot: "1-7", at: "13:43", typed: "@1.3 Ten things to know lie on the tables of both Year 3 rooms, and they are the same ten"},
		{slot: "1-7", at: "13:50", typed: "@6.2 Year 4 had settled a minute after lunch"},
		{slot: "1-7", at: "13:55", typed: "> @4.1 Results go into a table. Nobody could name a lesson that changed because of one"},
		{slot: "1-7", at: "13:58", typed: "@5.2 Find out next time whether the shells were there for us", private: true},
		{slot: "1-8", at: "14:20", typed: "@1.4 Leaders showed two units that go deeper since spring. We had opened the older ones"},
		{slot: "1-9", at: "15:10", typed: "Governors asked what will be different for a pupil next year", general: true},
	}
}
