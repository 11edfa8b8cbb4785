package demo

import (
	"slices"

	"waymark/model"
)

// note is one piece of evidence and who wrote it.
type note struct {
	by      model.PersonID // "" for the headteacher
	area    model.AreaID   // "" for the school as a whole
	kind    model.NoteKind
	text    string
	source  string
	private bool
	seen    model.Seen // where on a visit
}

func (n note) voice() model.Voice {
	switch n.by {
	case Reviewer:
		return voice(Reviewer, model.Reviewer)
	case Deputy:
		return voice(Deputy, model.Self)
	default: // everything else is the headteacher's
		return voice(Head, model.Self)
	}
}

// notesOf are the notes of the i-th year, in the order they were written.
func notesOf(i int) []note {
	switch i {
	case 0:
		return firstYear()
	case 1:
		return secondYear()
	}
	return slices.Concat(thirdYear(), thirdYearPupils())
}

func firstYear() []note {
	return []note{
		{kind: model.FromOther, text: "Our first time with this. Where two of us were unsure we took the lower level, so that next year has somewhere to go."},
		{area: "1.2", kind: model.FromWork, text: "Laid the topic books of Years 3 to 6 side by side in the hall. The Romans come twice and nobody could say why. Rivers are missed altogether by the mixed class.", source: "Curriculum map, staff shared drive"},
		{area: "1.3", kind: model.FromOther, text: "Two teachers planned the same Year 2 plants unit. One plan had nine words to learn, the other none."},
		{area: "1.5", kind: model.FromVisit, text: "Heard six pupils read from each class. Reception and Year 1 books match the sounds they know. Two boys in Year 5 guess at longer words."},
		{area: "2.3", kind: model.FromOther, text: "Five of us lead twelve subjects between us and nobody has an hour for it. Music and computing have no lead at all."},
		{area: "2.4", kind: model.FromOther, text: "Looked back over the year’s staff meetings: two of thirty-one were about a subject. The rest were routines, data and events.", source: "Staff meeting agendas"},
		{area: "3.1", kind: model.FromVisit, text: "Good pace at the start of lessons, but in four of seven rooms the first example was done once, quickly, and then rubbed out."},
		{area: "4.3", kind: model.FromWork, text: "Took in thirty books. Marking is long and kind. In most, the pupil does the same thing again on the next page.", source: "Book look, March"},
		{by: Deputy, area: "4.5", kind: model.FromOther, text: "Each of us judged the same three stories without talking. On one, our answers ran from well below to well above."},
		{area: "5.1", kind: model.FromData, text: "It took between five and fourteen weeks from a teacher’s first worry to a written plan for the pupils on the register.", source: "SEND register and emails"},
		{area: "6.1", kind: model.FromPupils, text: "Year 4 council: ‘It depends who is on the playground.’ They could name the rules in class but not at lunch."},
		{area: "6.4", kind: model.FromData, text: "Eleven pupils missed more than a tenth of the year. We rang home on day three for most of them, and for two not until day nine.", source: "Attendance register"},
		{area: "7.1", kind: model.FromVisit, text: "Wet play in Year 3: a group went on arguing about whether a volcano could happen here. Nobody had asked them to."},
		{area: "7.5", kind: model.FromFamilies, text: "Sixty replies. Families feel welcome. Under half said they know what their child is learning this term.", source: "Family survey, spring"},
	}
}

func secondYear() []note {
	return []note{
		{kind: model.FromOther, text: "Four priorities this year and we kept them on the staff room wall. It helped to have written down what we would stop."},
		{area: "1.2", kind: model.FromWork, text: "History and science now run in a line from Year 1 to Year 6. Geography and art are still lists of topics.", source: "Curriculum map, second edition"},
		{area: "1.3", kind: model.FromOther, text: "Every history unit has one page: the ten things to know, the words, and a question to end on. Teachers say it saves them an evening."},
		{by: Deputy, area: "1.4", kind: model.FromVisit, text: "Three lessons on the Vikings in a row finished with a poster. Nobody went back to the question they started with."},
		{area: "1.7", kind: model.FromPupils, text: "Year 6 could talk about keeping safe online, saving money and what a councillor does. Year 5 had missed the money unit for the play."},
		{area: "2.1", kind: model.FromVisit, text: "A Year 5 pupil asked why magnets lose their strength. It was a good question and the lesson had to move on, because we did not know."},
		{area: "2.3", kind: model.FromOther, text: "Subject leads now have one afternoon each half term. History and science used it well. Others were called to cover."},
		{area: "2.4", kind: model.FromData, text: "Counted again: three of twenty-eight meetings were about a subject. We said we would change this and did not.", source: "Staff meeting agendas"},
		{area: "2.5", kind: model.FromOther, text: "The supply teacher in Year 4 told us she found the unit pages before she found the kettle. For music there was nothing to find."},
		{area: "3.2", kind: model.FromVisit, text: "Every lesson this week began with four questions from before. Pupils groan and then get them right."},
		{by: Deputy, area: "4.3", kind: model.FromWork, text: "Whole-class feedback sheets in five rooms. Marking time is down by about two hours a week, and the comments are shorter and better.", source: "Book look, February"},
		{area: "4.4", kind: model.FromWork, text: "Purple pen everywhere, mostly spelling. In nine of forty books I could find the advice used in the next piece.", source: "Book look, February"},
		{area: "4.5", kind: model.FromOther, text: "We met once with the two schools down the road to look at Year 2 writing. We were the most generous of the three."},
		{area: "5.2", kind: model.FromVisit, text: "In Year 1 the two pupils with plans did the same sorting as everybody, with real shells instead of a sheet. They explained it best."},
		{area: "5.3", kind: model.FromData, text: "Reading group: nine of twelve pupils caught up in two terms. We stopped the spelling group because it made no difference.", source: "Intervention record"},
		{area: "6.2", kind: model.FromPupils, text: "Asked one pupil from every class to walk me to the place they like least. Six of seven went to the same corner by the bins. It is now the garden."},
		{area: "7.3", kind: model.FromPupils, text: "The school council chose the new lunch layout, tried it for a week and changed it back. They knew why."},
		{area: "7.4", kind: model.FromPupils, text: "All but three pupils named an adult they would go to. We now know who the three are, and so do they.", source: "Pupil survey, summer", private: true},
	}
}

func thirdYear() []note {
	return []note{
		{kind: model.FromOther, text: "Third time round. It took the team two meetings instead of three, and we argued about the right things."},
		{area: "1.2", kind: model.FromOther, text: "Geography is now in order too. The Year 4 teacher asked for the rivers unit to come before settlements, and could say why.", source: "Curriculum map, third edition"},
		{area: "1.3", kind: model.FromWork, text: "Compared the two mixed classes on the Anglo-Saxons. Same ten facts, same words, different and better stories. In art there is still nothing written down."},
		{by: Deputy, area: "1.4", kind: model.FromVisit, text: "We are still in a hurry in the afternoons. Year 6 had four foundation lessons in one day and could tell me about one."},
		{area: "1.5", kind: model.FromData, text: "Every pupil in Year 2 but two reads at the speed we hoped for. Both have had a hearing check since.", source: "Reading checks, September"},
		{area: "2.1", kind: model.FromVisit, text: "Strong on the page and thin beyond it. In science three teachers told me they read the unit the night before."},
		{area: "2.2", kind: model.FromOther, text: "Asked five of us what pupils would get wrong in the fractions unit. We named the same one mistake, and missed the two that happened."},
		{area: "2.4", kind: model.FromData, text: "Two of the last twenty-six meetings were about a subject. It is the third year I have written this.", source: "Staff meeting agendas"},
		{area: "2.4", kind: model.FromOther, text: "The two who went on the science course taught the rest of us for ten minutes and that was the best ten minutes of the term."},
		{area: "3.1", kind: model.FromVisit, text: "Six rooms. In five the teacher talked through a first example aloud and left it on the board. Pupils looked up at it while they worked."},
		{by: Deputy, area: "3.5", kind: model.FromWork, text: "Quick finishers in Year 3 get more of the same. One girl had done forty sums by break and learned nothing from thirty-five."},
		{area: "4.3", kind: model.FromOther, text: "Nobody took books home in the first fortnight. Two teachers told me they had forgotten what Sundays are like."},
		{by: Deputy, area: "4.5", kind: model.FromWork, text: "Same exercise as two years ago, same three stories, no talking. We are a little closer on the weak one and no closer on the strong one."},
		{area: "5.3", kind: model.FromData, text: "The reading group lost its second adult in the summer. Four of eleven pupils are catching up, against nine of twelve last year.", source: "Intervention record"},
		{area: "5.3", kind: model.FromOther, text: "We are running this group with whoever is free. I would rather stop it than pretend.", private: true},
	}
}

func thirdYearPupils() []note {
	return []note{
		{area: "5.1", kind: model.FromOther, text: "Two pupils went from a teacher’s first worry to a plan that the family had read, in nine and twelve days."},
		{area: "5.5", kind: model.FromOther, text: "Nobody has joined, moved or come into care since last summer, so there is nothing to judge. Look again at Easter."},
		{area: "6.1", kind: model.FromPupils, text: "Asked two pupils in every class what is expected at lunch, in the corridor and when they are stuck. Same words in all seven rooms."},
		{area: "6.2", kind: model.FromFamilies, text: "A family new to us in Reception said it was the quiet at home time that decided it for them."},
		{area: "6.4", kind: model.FromData, text: "Four pupils are missing more than a tenth of the year, down from eleven. For three of the four we know why and are doing something about it.", source: "Attendance register"},
		{area: "7.1", kind: model.FromVisit, text: "A queue of Year 2 at the pond to show me that the newts were back. One had a notebook with dates in it."},
		{area: "7.2", kind: model.FromData, text: "Every pupil has been on at least one trip and in at least one club since Easter. Last year there were fourteen who had not.", source: "Club registers"},
		{area: "7.5", kind: model.FromFamilies, text: "Sixty-eight replies. Three quarters now say they know what their child is learning. They would like it on a Monday, not a Friday.", source: "Family survey, September"},
	}
}

// visitNotes are what the reviewer wrote down at the end of this year's first
// day, at the stop where it was seen.
func visitNotes() []note {
	at := func(slot model.SlotID, fact model.FactKind, n note) note {
		n.by, n.seen = Reviewer, model.Seen{Visit: ThisVisit, Slot: slot, Fact: fact, General: n.area == ""}
		return n
	}
	return []note{
		at("1-6", model.FactHeard, note{area: "1.2", kind: model.FromPupils, text: "Year 5 told me what they had learned about invaders in Year 4, and used it. That does not happen by chance."}),
		at("1-3", model.FactSeen, note{area: "3.1", kind: model.FromVisit, text: "The modelling is clear in the five rooms where teachers planned it together. In the sixth the example was done and gone."}),
		at("1-5", model.FactRead, note{area: "4.4", kind: model.FromWork, text: "I followed one piece of advice through each of twelve books. In three of them I could see it again a fortnight later."}),
		at("1-7", model.FactSeen, note{area: "6.2", kind: model.FromVisit, text: "Calm all day, lunchtime included. I would want to see a wet Thursday in November before I said more."}),
		at("1-10", "", note{kind: model.FromOther, text: "You know your school. Nearly everything I would have told you was already written down by one of you."}),
	}
}
