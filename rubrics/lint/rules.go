package lint

// Rule is one thing that Check looks for. ID is stable: allowances name it.
// Better is an example of a better shape, in words that may be copied.
type Rule struct {
	ID       string   `json:"id"`
	Severity Severity `json:"severity"`
	Why      string   `json:"why"`
	Better   string   `json:"better"`
}

// Rules lists every rule, those about levels first.
func Rules() []Rule {
	all := append(levelRules(), wordRules()...)
	return append(all, shapeRules()...)
}

// levelRules compare the levels of an area, and areas with each other.
func levelRules() []Rule {
	return []Rule{
		{
			"adverb-ladder", Problem, "Nobody can see the line between “usually” and “consistently”, so two people who saw the same lessons choose different levels.",
			"Change what happens, who does it or what sets it off: “A few teachers plan it alone”, then “Teams plan it together”, then “Teams change the plan after seeing pupils' work”.",
		},
		{
			"amount-ladder", Problem, "Amounts and praise are matters of taste: one person's “some” is another's “good”, so the same school lands on different levels.",
			"Say what can be seen at each level: “Pupils follow the steps on the board”, then “Pupils choose the steps and say why”.",
		},
		{
			"near-identical", Problem, "When two neighbouring levels read almost alike, people choose between them by mood.",
			"Keep the order of ideas and change the kind of practice: first one person does it, then a team, then the team corrects itself.",
		},
		{
			"repeated-text", Problem, "Words that fit two areas describe neither, and a school is judged twice on one thing.",
			"Name what only this area has: its people, its places, the work pupils do in it.",
		},
		{
			"length-ratio", Advice, "A level twice as long as its neighbour asks for twice as much, and readers take length for importance.",
			"Answer the same two or three questions at every level, in the same order, with a sentence for each.",
		},
		{
			"praise-only", Problem, "Praise says how to feel about a school and not what to look for in it.",
			"“Teams compare what pupils wrote, change the next unit, and pupils can say what changed.”",
		},
		{
			"missing-pupils", Problem, "From the expected level up, practice counts for what it does for pupils; without them, plans and meetings are enough to reach it.",
			"End with what pupils can say or do: “Pupils explain which earlier idea they are using.”",
		},
	}
}

// wordRules look for words.
func wordRules() []Rule {
	return []Rule{
		{
			"inspection-words", Problem, "Words from inspection turn a talk about practice into one about a verdict, and people begin to defend themselves.",
			"Describe the practice: for “good teaching” write “Teachers show each step and say why they take it.”",
		},
		{
			"shaming-words", Problem, "People who feel shamed by a level choose the one above it, and the school learns nothing.",
			"Say what exists and where it starts: “Each teacher has a way of their own, and pupils learn it room by room.”",
		},
		{
			"counts", Problem, "A number is easy to reach without the effect it was meant to have, and it makes work.",
			"Say what it is for: instead of “books are marked every two weeks” write “Pupils act on advice while it still helps with the work in hand.”",
		},
		{
			"all-pupils", Advice, "Nobody can check that something is true of all pupils, so an honest reader can never choose the level.",
			"“Pupils with different starting points explain …”, or name the pupils to ask first.",
		},
		{
			"we-claim", Advice, "A “we” makes a promise; a judge from outside cannot tell who it is about.",
			"Name who does it: “Subject leaders choose …” instead of “We choose …”.",
		},
		{
			"acronym", Advice, "A parent, a governor or a new colleague reads this too, and stops at letters they do not know.",
			"Write it out, or write it out once in the area with the letters behind it: “speech and language therapist (SALT)”.",
		},
		{
			"reading-age", Advice, "Long words and long sentences are read in different ways, most of all by people in a hurry.",
			"Cut the sentence in two and use the words you would say aloud: “Teachers change the plan when pupils are stuck.”",
		},
	}
}

// shapeRules look at how a text is built and what it points to.
func shapeRules() []Rule {
	return []Rule{
		{
			"several-constructs", Advice, "A level that joins many things can be half true, and half true cannot be judged.",
			"Keep the two or three questions that belong together and move the others to areas of their own.",
		},
		{
			"several-topics", Advice, "A school can be far along in one half of such a title and at the start of the other, and one level has to stand for both.",
			"Make two areas, each with its own levels: “Attendance” and “Marking that pupils use”.",
		},
		{
			"length", Advice, "Under 30 words a level leaves too much to guess; over 55 nobody reads all four before choosing.",
			"Two to four sentences, 30 to 55 words: what staff do, what sets it off, what pupils do because of it.",
		},
		{
			"first-sentence", Advice, "Where the levels stand side by side only the first sentence is seen, and a long one is cut.",
			"Open with one short sentence that could stand alone: “Teachers plan a check where pupils are likely to slip.”",
		},
		{
			"passive-opening", Advice, "“Is reviewed” does not say by whom, and that is often the whole difference between two levels.",
			"Start with the person: “Subject leaders review the plan …” instead of “The plan is reviewed …”.",
		},
		{
			"empty-opening", Advice, "“There is a policy” or “the school strives” says that something exists or is hoped for, not what happens.",
			"Start with someone doing something that can be seen: “Tutors greet each class at the door.”",
		},
		{
			"dangling-link", Problem, "Somebody follows the link and finds nothing, or the order of work rests on an area that is not there.",
			"Use the id of an area in this rubric, spelled as it is there, or take the link out.",
		},
		{
			"research-address", Problem, "An address that does not start with https:// may lead to another page than the one you chose, or to none.",
			"Copy the address from the browser: https:// and then the page.",
		},
		{
			"allow-rule", Problem, "An allowance for a rule that does not exist does nothing, and looks as if it did.",
			"Give the id of a rule and the reason: # waymark: allow length This level needs its two examples.",
		},
		{
			"allow-reason", Problem, "Whoever edits the rubric next has to know why a rule was set aside here, or they cannot tell whether it still holds.",
			"Add the reason after the rule: # waymark: allow length This level needs its two examples.",
		},
	}
}
