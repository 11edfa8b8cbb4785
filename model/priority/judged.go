package priority

import (
	"cmp"
	"slices"
	"strings"

	"waymark/model"
	"waymark/model/arrange"
)

// agreedWord ends the name of raters who came to one judgement together: "you
// and your reviewer agreed".
const agreedWord = "agreed"

// camp is everyone who judged an area at one level.
type camp struct {
	level model.Level
	names []string
}

// judged says who judged the area what, and how far that is from expected.
func judged(a *Area, s model.Scale) string {
	camps := camped(a.voices())
	if len(camps) == 0 {
		return "Nobody has judged it yet."
	}
	clauses := make([]string, len(camps))
	for i, c := range camps {
		clauses[i] = c.said() + " " + called(s, c.level)
	}
	first := clauses[0] + ", " + against(s, camps[0].level)
	clauses[0] = first
	low, high := camps[0].level, camps[0].level
	for _, c := range camps {
		low, high = min(low, c.level), max(high, c.level)
	}
	span := "judged from " + called(s, low) + " to " + called(s, high) + "; " + called(s, s.Expected) + " is expected"
	bare := "judged from " + called(model.Scale{}, low) + " to " + called(model.Scale{}, high) + "; " +
		called(model.Scale{}, s.Expected) + " is expected"
	if low == high {
		span = "judged " + called(s, low) + ", " + against(s, low)
		bare = "judged " + called(model.Scale{}, low) + "; " + called(model.Scale{}, s.Expected) + " is expected"
	}
	return shortest(sentence(strings.Join(clauses, "; ")), sentence(span), sentence(bare))
}

// camped gathers raters by level. The order does not depend on how they were
// listed: "you" first, then by name, and each camp stands where its first
// member does.
func camped(voices []Judgement) []camp {
	sorted := slices.Clone(voices)
	arrange.By(sorted, func(a, b Judgement) int {
		if you := cmp.Compare(b2i(b.Rater == "you"), b2i(a.Rater == "you")); you != 0 {
			return you
		}
		return cmp.Or(cmp.Compare(a.Rater, b.Rater), cmp.Compare(a.Level, b.Level))
	})
	var camps []camp
	for _, j := range sorted {
		i := slices.IndexFunc(camps, func(c camp) bool { return c.level == j.Level })
		if i < 0 {
			i = len(camps)
			camps = append(camps, camp{level: j.Level})
		}
		if j.Rater != "" && !slices.Contains(camps[i].names, j.Rater) {
			camps[i].names = append(camps[i].names, j.Rater)
		}
	}
	return camps
}

// said is how a camp's judgement begins: "you judged it".
func (c camp) said() string {
	switch {
	case len(c.names) == 0:
		return "it was judged"
	case len(c.names) == 1 && strings.HasSuffix(c.names[0], agreedWord):
		return c.names[0] + " on"
	}
	return and(c.names) + " judged it"
}

func b2i(b bool) int {
	if b {
		return 1
	}
	return 0
}
