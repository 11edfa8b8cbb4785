package visit

import (
	"fmt"
	"strconv"
	"strings"
	"unicode"
	"unicode/utf8"

	"waymark/model"
)

// Words says how the two sides of the row lie to each other. Reviewer is what
// to call the reviewer, "the reviewer" when it is empty.
func (r Row) Words(s model.Scale, reviewer string) string {
	if reviewer == "" {
		reviewer = "the reviewer"
	}
	who := upperFirst(reviewer)
	switch r.State {
	case Match:
		return "Both said " + levelWords(s, r.School.Level) + "."
	case Differ:
		return upperFirst(GapWords(r.Gap)) + "."
	case NotSeen:
		if r.School == nil {
			return who + " did not see enough to say. The school has not judged it either."
		}
		return who + " did not see enough to say. The school’s level stands."
	case NotApplicable:
		return r.applies(s, who)
	case SchoolSilent:
		if r.School == nil {
			return "The school has not judged it yet."
		}
		return "The school did not have enough evidence to say."
	default: // Waiting
		return who + " has not judged it yet."
	}
}

// applies says who finds that the area does not apply.
func (r Row) applies(s model.Scale, who string) string {
	switch {
	case r.School == nil:
		return who + " said it does not apply. The school has not judged it yet."
	case r.School.State == r.Reviewer.State:
		return "Both said it does not apply."
	case r.School.State == model.NotApplicable:
		return "The school said it does not apply. " + who + " said " + levelWords(s, r.Reviewer.Level) + "."
	case r.School.State == model.NoEvidence:
		return who + " said it does not apply. The school did not have enough evidence to say."
	}
	return who + " said it does not apply. The school said " + levelWords(s, r.School.Level) + "."
}

// GapWords says how far apart two levels are: "one level apart".
func GapWords(gap int) string {
	switch gap {
	case 0:
		return "the same level"
	case 1:
		return "one level apart"
	}
	return inWords(gap) + " levels apart"
}

// Counts says of how many rows the two sides lie to each other in which way,
// and how many are settled.
type Counts struct {
	Areas         int
	Match         int
	ByGap         []int // how many lie so many levels apart, from 0; no longer than needed
	NotSeen       int
	NotApplicable int
	SchoolSilent  int
	Waiting       int
	Agreed        int
	Disagreed     int
	Open          int // still to be settled
}

// Tally counts the rows.
func Tally(rows []Row) Counts {
	t := Counts{Areas: len(rows)}
	for _, r := range rows {
		switch r.State {
		case Match, Differ:
			for len(t.ByGap) <= r.Gap {
				t.ByGap = append(t.ByGap, 0)
			}
			t.ByGap[r.Gap]++
		case NotSeen:
			t.NotSeen++
		case NotApplicable:
			t.NotApplicable++
		case SchoolSilent:
			t.SchoolSilent++
		default: // Waiting
			t.Waiting++
		}
		switch {
		case r.Agreed != nil:
			t.Agreed++
		case r.Apart != nil:
			t.Disagreed++
		case r.Open():
			t.Open++
		}
	}
	if len(t.ByGap) > 0 {
		t.Match = t.ByGap[0]
	}
	return t
}

// OneApart is how many rows are one level apart.
func (t Counts) OneApart() int { return t.atLeast(1) - t.atLeast(2) }

// TwoOrMore is how many rows are two or more levels apart.
func (t Counts) TwoOrMore() int { return t.atLeast(2) }

func (t Counts) atLeast(gap int) int {
	n := 0
	for i := gap; i < len(t.ByGap); i++ {
		n += t.ByGap[i]
	}
	return n
}

// Words is the line below a comparison: "15 of 22 match. 4 are one level
// apart, 1 is two apart, 2 not seen enough."
func (t Counts) Words() string {
	if t.Areas == 0 {
		return "There are no areas to compare yet."
	}
	var rest []string
	said := false
	for gap := 1; gap < len(t.ByGap); gap++ {
		if t.ByGap[gap] == 0 {
			continue
		}
		words := " " + GapWords(gap)
		if said {
			words = " " + inWords(gap) + " apart"
		}
		rest, said = append(rest, strconv.Itoa(t.ByGap[gap])+isAre(t.ByGap[gap])+words), true
	}
	for _, more := range []struct {
		n         int
		one, many string
	}{
		{t.NotSeen, "not seen enough", "not seen enough"},
		{t.NotApplicable, "does not apply to one side or both", "do not apply to one side or both"},
		{t.SchoolSilent, "without a level from the school", "without a level from the school"},
		{t.Waiting, "still to judge", "still to judge"},
	} {
		if more.n > 0 {
			rest = append(rest, countWords(more.n, more.one, more.many))
		}
	}
	all := fmt.Sprintf("%d of %d match.", t.Match, t.Areas)
	if len(rest) > 0 {
		all += " " + strings.Join(rest, ", ") + "."
	}
	return all
}

func isAre(n int) string {
	if n == 1 {
		return " is"
	}
	return " are"
}

// countWords is a number and what is counted: "1 room", "3 rooms".
func countWords(n int, one, many string) string {
	if n == 1 {
		return "1 " + one
	}
	return strconv.Itoa(n) + " " + many
}

// inWords is a whole number in words while it is small.
func inWords(n int) string {
	small := [...]string{"no", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten"}
	if n >= 0 && n < len(small) {
		return small[n]
	}
	return strconv.Itoa(n)
}

// inSentence joins names as people say them: "a", "a and b", "a, b and c".
func inSentence(names []string) string {
	if len(names) < 2 {
		return strings.Join(names, "")
	}
	last := len(names) - 1
	return strings.Join(names[:last], ", ") + " and " + names[last]
}

// levelWords is a level by name, by number where it has none.
func levelWords(s model.Scale, l model.Level) string {
	if name := s.Name(l); name != "" {
		return name
	}
	return strconv.Itoa(int(l))
}

func upperFirst(s string) string {
	r, size := utf8.DecodeRuneInString(s)
	if size == 0 {
		return ""
	}
	return string(unicode.ToUpper(r)) + s[size:]
}
