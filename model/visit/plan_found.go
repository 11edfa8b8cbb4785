package visit

import (
	"slices"

	"waymark/model"
)

// whereFound says at which kinds of stop evidence for an area is found, and how
// much the area itself points there: what its prompts ask to be done counts
// most, then the words in which it is described.
func whereFound(a model.Area) map[model.SlotKind]int {
	found := map[model.SlotKind]int{}
	for _, p := range a.Evidence {
		words := stems(p.Text)
		switch p.Kind {
		case model.See:
			found[model.SlotWalk] += 3
			if mentions(words, meetingWords()) {
				found[model.SlotLeaders] += 2
				found[model.SlotStaff] += 2
			}
		case model.Hear:
			heard(found, words)
		case model.Read:
			readIn(found, words)
		case model.Count:
			found[model.SlotData] += 3
			found[model.SlotLeaders]++
		}
	}
	described := stems(a.Title + " " + a.Scope)
	for _, text := range a.LookFors {
		described = append(described, stems(text)...)
	}
	for _, k := range gathering() {
		if mentions(described, tellingWords(k)) {
			found[k]++
		}
	}
	return found
}

// heard reads from a prompt whom to ask.
func heard(found map[model.SlotKind]int, words []string) {
	asked := false
	for _, k := range []model.SlotKind{model.SlotPupils, model.SlotStaff, model.SlotLeaders} {
		if mentions(words, tellingWords(k)) {
			found[k] += 3
			asked = true
		}
	}
	if mentions(words, familyWords()) { // who meets families can say what they hear from them
		found[model.SlotLeaders]++
		found[model.SlotStaff]++
		asked = true
	}
	if !asked {
		found[model.SlotPupils]++
		found[model.SlotStaff]++
	}
}

// readIn reads from a prompt what to look into: pupils' work, or papers.
func readIn(found map[model.SlotKind]int, words []string) {
	work, papers := mentions(words, tellingWords(model.SlotWork)), mentions(words, tellingWords(model.SlotData))
	if work || !papers {
		found[model.SlotWork] += 3
	}
	if papers {
		found[model.SlotData] += 2
		found[model.SlotLeaders] += 2
	}
}

// hardToSee reports whether an area shows neither in lessons nor in pupils'
// work as much as in what people say and what is kept, so that one stop rarely
// settles it.
func hardToSee(a model.Area) bool {
	found := whereFound(a)
	plain := max(found[model.SlotWalk], found[model.SlotWork])
	return slices.ContainsFunc([]model.SlotKind{model.SlotPupils, model.SlotStaff, model.SlotLeaders, model.SlotData}, func(k model.SlotKind) bool {
		return found[k] > plain
	})
}

func gathering() []model.SlotKind {
	return slices.DeleteFunc(model.SlotKinds(), func(k model.SlotKind) bool { return !k.Gathers() })
}

// tellingWords are the stems that point to a kind of stop.
func tellingWords(k model.SlotKind) []string {
	switch k {
	case model.SlotWalk:
		return stems("lesson classroom corridor room display routine explanation entrance playground")
	case model.SlotWork:
		return stems("book folder piece portfolio draft answer page writing essay work")
	case model.SlotPupils:
		return stems("pupil student child children learner")
	case model.SlotStaff:
		return stems("teacher assistant staff colleague adult newest supply lunchtime tutor")
	case model.SlotLeaders:
		return stems("leader leadership SENCO governor headteacher trustee board")
	case model.SlotData:
		return stems("log register record timetable statement minutes letter list attendance data figures result file trail spending")
	default:
		return nil
	}
}

func meetingWords() []string { return stems("meeting team council moderation") }

func familyWords() []string { return stems("parent family carer home") }

func mentions(words, any []string) bool {
	return slices.ContainsFunc(words, func(w string) bool { return slices.Contains(any, w) })
}
