package visit

import (
	"slices"

	"waymark/model"
	"waymark/model/arrange"
)

// Impression is a claim and what has been noted on its areas so far.
type Impression struct {
	Claim   model.Claim
	For     int
	Against int
}

// By is how many more notes speak on one side than on the other.
func (l Impression) By() int { return max(l.For-l.Against, l.Against-l.For) }

// Impressions says for every claim and worry what has been noted so far: strengths
// speak for a claim and against a worry, next steps the other way round.
func Impressions(e model.Evaluation, v model.Visit) []Impression {
	notes := e.VisitNotes(v.ID)
	var all []Impression
	for _, c := range v.Claims {
		if c.Kind == model.Answered {
			continue
		}
		l := Impression{Claim: c}
		for _, n := range notes {
			if n.Area == "" || !slices.Contains(c.Areas, n.Area) {
				continue
			}
			switch {
			case n.Mark == model.MarkStrength && c.Kind == model.Claimed, n.Mark == model.MarkNextStep && c.Kind == model.Worry:
				l.For++
			case n.Mark == model.MarkStrength, n.Mark == model.MarkNextStep:
				l.Against++
			}
		}
		all = append(all, l)
	}
	return all
}

// Leading is the leading impression: the claim or worry with the most evidence
// on one side. It is false while nothing leans either way.
func Leading(e model.Evaluation, v model.Visit) (Impression, bool) {
	var most Impression
	for _, l := range Impressions(e, v) {
		if l.By() > most.By() || (l.By() == most.By() && l.By() > 0 && l.For+l.Against > most.For+most.Against) {
			most = l
		}
	}
	return most, most.By() > 0
}

// Disprove is the stop still to come that would best disprove a claim, and why:
// the first that looks at its areas and finds out in a way not tried yet, else
// the first that finds out in such a way and could look at them, else the first
// that looks at them again. Here is the present stop, "" before the first.
func Disprove(e model.Evaluation, v model.Visit, claim model.ClaimID, here model.SlotID) (slot model.Slot, why string, ok bool) {
	i := slices.IndexFunc(v.Claims, func(c model.Claim) bool { return c.ID == claim })
	if i < 0 {
		return model.Slot{}, "", false
	}
	areas := v.Claims[i].Areas
	known := factsOn(e, v, areas)
	tried := known
	if len(tried) == 0 {
		tried = []model.FactKind{model.FactHeard} // it was said, and no more
	}
	looks := func(s model.Slot) bool {
		return slices.ContainsFunc(s.Areas, func(a model.AreaID) bool { return slices.Contains(areas, a) })
	}
	fresh := func(s model.Slot) bool { return !slices.Contains(tried, s.Kind.Fact()) }
	left := slices.DeleteFunc(gatheringFrom(v, here), func(s model.Slot) bool { return s.ID == here })
	for _, wanted := range []func(model.Slot) bool{
		func(s model.Slot) bool { return looks(s) && fresh(s) },
		fresh,
		looks,
	} {
		if j := slices.IndexFunc(left, wanted); j >= 0 {
			return left[j], whyThere(left[j], known, fresh(left[j]), looks(left[j])), true
		}
	}
	return model.Slot{}, "", false
}

// factsOn is how what was noted on areas came to be known, each once.
func factsOn(e model.Evaluation, v model.Visit, areas []model.AreaID) []model.FactKind {
	var facts []model.FactKind
	for _, n := range e.VisitNotes(v.ID) {
		if n.Fact != "" && slices.Contains(areas, n.Area) && !slices.Contains(facts, n.Fact) {
			facts = append(facts, n.Fact)
		}
	}
	arrange.By(facts, func(a, b model.FactKind) int {
		return slices.Index(model.FactKinds(), a) - slices.Index(model.FactKinds(), b)
	})
	return facts
}

// whyThere is why a stop could disprove what was said, in one sentence.
func whyThere(s model.Slot, known []model.FactKind, fresh, looks bool) string {
	so := "So far it has only been said"
	if len(known) > 0 {
		so = "So far it has been " + pastWords(known)
	}
	there := s.Name() + " at " + model.Clock(s.Start)
	switch {
	case !fresh:
		return so + "; " + there + " is another chance to find where it does not hold."
	case !looks:
		return so + "; " + there + " does not look there yet, and could " + chanceWords(s.Kind) + "."
	}
	return so + "; " + there + " could " + chanceWords(s.Kind) + "."
}

func pastWords(facts []model.FactKind) string {
	words := ""
	for i, f := range facts {
		switch {
		case i > 0 && i == len(facts)-1:
			words += " and "
		case i > 0:
			words += ", "
		}
		words += map[model.FactKind]string{
			model.FactSeen: "seen", model.FactHeard: "heard", model.FactRead: "read", model.FactCounted: "counted",
		}[f]
	}
	return words
}

// chanceWords is what a kind of stop can find out that a claim cannot know.
func chanceWords(k model.SlotKind) string {
	switch k {
	case model.SlotWalk:
		return "show where it does not happen"
	case model.SlotWork:
		return "show whether pupils’ work bears it out"
	case model.SlotPupils:
		return "tell you what pupils say of it"
	case model.SlotStaff:
		return "tell you what those who do it say"
	case model.SlotData:
		return "say for how many it holds"
	default:
		return "tell you how leaders know"
	}
}
