package rubrics

import "waymark/model"

// listed is what List says of each rubric. A test holds it against the files.
func listed() []Entry {
	return []Entry{
		{
			ID: "whole-school", Edition: "2026", Title: "The whole school", Kind: model.KindSchool,
			Groups: 7, Areas: 41, Levels: 4,
			Summary: "A school's own look at itself in 41 areas, from the order of the curriculum to how families are heard. Each area describes four levels of " +
				"practice that can be seen, heard or read on an ordinary day, so that a school can agree where it stands and choose the few things to work " +
				"on next.",
		},
		{
			ID: "teaching", Edition: "2026", Title: "Teaching", Kind: model.KindTeacher,
			Groups: 5, Areas: 26, Levels: 4,
			Summary: "A teacher's own look at their teaching in 26 parts, talked through with a coach. Each part describes four stages that can be seen, heard or " +
				"read in ordinary lessons, so that the two can agree where practice stands today and choose one thing to work on next. It describes " +
				"practice, which changes, and is meant for growth: it is no basis for appraisal, pay or comparing one teacher with another.",
		},
		{
			ID: "improvement-process", Edition: "2026", Title: "The process of improvement", Kind: model.KindProcess,
			Groups: 3, Areas: 12, Levels: 4,
			Summary: "Twelve questions to put to a single priority before it starts and again while it runs, or to the way a trust goes about improvement as a " +
				"whole. It says nothing about what to improve. It asks how the work has been thought through: what it is for, who will learn what, whose " +
				"time it takes and what will stop.",
		},
		{
			ID: "trust-quality", Edition: "2026", Title: "The quality of a trust", Kind: model.KindTrust,
			Groups: 5, Areas: 15, Levels: 4,
			Summary: "A trust's look at itself in 15 areas under five pillars: the education its pupils get, how it helps schools improve, the people who work in " +
				"it, its money and buildings, and how it is led and governed. Each area describes what someone could see or hear in the trust's schools, " +
				"offices and board room.",
		},
		{
			ID: "strong-trusts", Edition: "2026", Title: "Building strong trusts", Kind: model.KindTrust,
			Groups: 7, Areas: 21, Levels: 4,
			Summary: "Seven domains of a trust's life, each looked at three times: what it is for, what people do, and how the trust knows and what it does next. " +
				"The 21 areas suit a conversation between trustees, leaders and heads that has time to go below the surface. A crosswalk links them to the " +
				"rubric on the quality of a trust.",
		},
		{
			ID: "wellbeing-pulse", Edition: "2026", Title: "The wellbeing pulse", Kind: model.KindPulse,
			Groups: 6, Items: 60, Levels: 5,
			Summary: "A few statements each half-term about what it is like to work and learn here, one pillar at a time, six in a year. Staff and pupils answer " +
				"for themselves on the same five points, and each staff statement has a twin for pupils, because what is promised to the one is promised to " +
				"the other. Families get two questions to think about, and no points to choose from.\n\nNobody gives a name. Keep counts only, let anyone " +
				"leave a statement out, and show no result for fewer than five staff or five pupils, nor themes from the answers of fewer than ten families. " +
				"Say what was heard and what will change before asking again. Ask about all six pillars at once when 35 in 100 or more of staff or of pupils " +
				"disagree with at least two statements of one pillar; when agreement there is ten points or more below last year's, with twenty or more " +
				"answers; or when two pillars in a row come out clearly below the trust.",
		},
		{
			ID: "lesson-visit", Edition: "2026", Title: "The lesson visit", Kind: model.KindVisit,
			Groups: 5, Items: 20,
			Summary: "A shared list for a team that visits lessons to learn about a school, and not about a teacher. Under five techniques it names what someone " +
				"at the side of a room can see or hear without having to guess. One line in each technique looks past the adult at three pupils, chosen by " +
				"where they sit.\n\nThis is not appraisal, and nothing from it goes into appraisal, pay or capability. Write no names, of teachers or of " +
				"pupils: a room is known by its phase and subject. Tell staff beforehand what the team will look for, and tell them afterwards what it saw. " +
				"A part of the lesson that the visit missed is not applicable, which is different from not seen. Report what was seen as so many rooms out " +
				"of those where it could have been. Under eight rooms, report what was seen in them and speak of no trend.",
		},
	}
}
