package visit

import "waymark/model"

// bankRubric is the rubric whose groups the bank below speaks of.
const bankRubric = "whole-school"

// groupPrompt is where to find something out about a whole group in about ten
// minutes, or "" when the bank does not know the group.
func groupPrompt(r model.Rubric, g model.GroupID, k model.FactKind) string {
	if r.ID != bankRubric {
		return ""
	}
	switch k {
	case model.FactSeen:
		return toSee(g)
	case model.FactHeard:
		return toHear(g)
	case model.FactRead:
		return toRead(g)
	case model.FactCounted:
		return toCount(g)
	default:
		return ""
	}
}

func toSee(g model.GroupID) string {
	return map[model.GroupID]string{
		"1": "Two classes that are in the same unit today, five minutes each.",
		"2": "An explanation in a subject that the teacher did not train in.",
		"3": "The first five minutes of some rooms and the last ten of others.",
		"4": "A check of who has understood, and what the teacher does next.",
		"5": "Half a morning beside one pupil who has extra needs.",
		"6": "Two changes of lesson, lunch and the busiest corridor.",
		"7": "Something that pupils chose to do, such as a club or a free half-hour.",
	}[g]
}

func toHear(g model.GroupID) string {
	return map[model.GroupID]string{
		"1": "Six pupils from two years: “What did you learn last term that helps you now?”",
		"2": "A subject leader: “Where do pupils usually go wrong, and how do staff find that out?”",
		"3": "Pupils: “What do you do when you are stuck?”",
		"4": "Teachers: “When did a check last change your lesson?” and “Which marking would you drop?”",
		"5": "Parents of pupils who get extra help, and a pupil who is new to English.",
		"6": "Pupils who find school hard, and whoever joined the staff last.",
		"7": "Pupils: “What would you miss most?” Families at the gate: “What does your child talk about?”",
	}[g]
}

func toRead(g model.GroupID) string {
	return map[model.GroupID]string{
		"1": "A plan for one unit beside the books that came of it.",
		"2": "The record of training by subject, and what a supply teacher would be handed.",
		"3": "The tasks of one unit beside what it says pupils should know at its end, and a fortnight’s homework.",
		"4": "Three pieces by one pupil, before and after feedback, and the notes of a moderation meeting.",
		"5": "One pupil’s plan from first concern to last check, and the pupil premium statement beside the timetable.",
		"6": "Some pages of the behaviour log without names, and the letters sent about attendance.",
		"7": "The notes of the pupil council beside what changed because of them.",
	}[g]
}

func toCount(g model.GroupID) string {
	return map[model.GroupID]string{
		"1": "Hours taught by subject and year, who is taken out of what, and who takes up which options.",
		"2": "Lessons taught by staff from other subjects, hours given to leading a subject, and vacancies.",
		"3": "Minutes from the bell to the first task that makes pupils think, and how many answer in five minutes.",
		"4": "Assessments that one pupil meets in a half-term, and hours of marking as staff report them.",
		"5": "Days from concern to first plan, who joined and left extra help, and absence by group.",
		"6": "Removals by lesson and place, pupils in each band of attendance, and suspensions that were repeated.",
		"7": "Who joins clubs and trips and who joins none, by group.",
	}[g]
}
