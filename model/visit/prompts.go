package visit

import (
	"slices"

	"waymark/model"
)

// Prompts is what to ask and where to look for an area or a group, each with
// how it is found out in front ("See: …"): the area's own prompts when the
// rubric has some, then those of its group, then what can be asked of anything.
// For what the rubric does not know it is only the last.
func Prompts(r model.Rubric, of string) []string {
	var all []string
	area, known := r.Area(model.AreaID(of))
	group := model.GroupID(of)
	if known {
		group = area.Group
		for _, p := range area.Evidence {
			all = append(all, lead(model.FactKind(p.Kind))+p.Text)
		}
	}
	for _, k := range model.FactKinds() {
		if text := groupPrompt(r, group, k); text != "" {
			all = append(all, lead(k)+text)
		}
	}
	return append(all, AskAnywhere()...)
}

// PromptsAt is what to ask and where to look at a stop that finds out in one
// way: what the areas it looks at say of that, one of their groups each, then
// something for every stop of the kind. It is never empty. The rubric's own come
// in its words; say puts the others into those of the school.
func PromptsAt(r model.Rubric, s model.Slot, say func(string) string) []string {
	fact := s.Kind.Fact()
	var all []string
	var groups []model.GroupID
	for _, id := range s.Areas {
		area, ok := r.Area(id)
		if !ok {
			continue
		}
		for _, p := range area.Evidence {
			if model.FactKind(p.Kind) == fact {
				all = append(all, string(id)+"  "+p.Text)
			}
		}
		if !slices.Contains(groups, area.Group) {
			groups = append(groups, area.Group)
		}
	}
	for _, g := range groups {
		if text := groupPrompt(r, g, fact); text != "" {
			all = append(all, string(g)+"  "+say(text))
		}
	}
	for _, text := range stopPrompts(s.Kind) {
		all = append(all, say(text))
	}
	return all
}

// lead is how a prompt for a kind of fact begins.
func lead(k model.FactKind) string {
	switch k {
	case model.FactSeen:
		return "See: "
	case model.FactHeard:
		return "Hear: "
	case model.FactRead:
		return "Read: "
	case model.FactCounted:
		return "Count: "
	default:
		return ""
	}
}

// AskAnywhere is what can be asked of any area of any rubric.
func AskAnywhere() []string {
	return []string{
		"What would the pupil who finds this hardest tell us?",
		"Where are we least sure of it, and what would we see there now?",
		"How do we know, apart from having been told?",
		"What is different from last year, and who made it so?",
		"If it stopped tomorrow, who would notice first?",
		"What are staff still asked to do here that no longer earns its time?",
	}
}

// stopPrompts is what helps at any stop of a kind.
func stopPrompts(k model.SlotKind) []string {
	switch k {
	case model.SlotBrief:
		return []string{
			"We look at the school’s work, never at how good a person is.",
			"Who takes which role, and where does each of us stand in a room?",
			"What would surprise us today?",
		}
	case model.SlotOpening:
		return []string{
			"Which three things do you say are true of this school?",
			"What worries you most?",
			"What would you like us to look at while we are here?",
		}
	case model.SlotWalk:
		return []string{"Say what you see before you say what you think of it.", "In how many rooms, of how many?", "What would be one step better than this?"}
	case model.SlotWork:
		return []string{"Put an early page beside the latest one.", "In how many books, of how many?", "What can this pupil do now that they could not do then?"}
	case model.SlotPupils:
		return []string{"Show me something you are proud of. What made it good?", "What happens here when you are stuck?", "What should grown-ups here know that they do not?"}
	case model.SlotStaff:
		return []string{"What has changed in your work this year, and did it help pupils?", "What would you stop doing if you could?", "Whom do you go to when something is not working?"}
	case model.SlotData:
		return []string{"How many, of how many, and over what time?", "Which group does the average hide?", "What was decided because of these figures?"}
	case model.SlotLeaders:
		return []string{"How do you know, apart from having been told?", "Where does it not hold yet?", "What did you stop in order to make room for this?"}
	case model.SlotCatchUp, model.SlotBreak:
		return []string{"What is the pattern so far?", "Which focus areas have nothing yet?", "What would prove us wrong, and where would we see it?"}
	case model.SlotAgree:
		return []string{"Start with what you both saw.", "What would change your mind?", "Not agreeing is a result too: write down both sides."}
	default: // feedback, and kinds from a later version
		return []string{"Strengths first, each with what it was seen in.", "Three messages are enough.", "If you took over here tomorrow, what would you do first?"}
	}
}
