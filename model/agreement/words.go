package agreement

import (
	"fmt"
	"strconv"
	"strings"
	"unicode"
	"unicode/utf8"

	"waymark/model"
)

// mostNamed is how many areas one sentence names.
const mostNamed = 8

// Words is the result in plain sentences, the counts first. The raters are
// called by the given names, "the school" and "the reviewer", in their order;
// one without a name goes by its number.
func (r Result) Words(raters ...string) []string {
	names := make([]string, r.Raters)
	for i := range names {
		names[i] = "rater " + strconv.Itoa(i+1)
		if i < len(raters) && raters[i] != "" {
			names[i] = raters[i]
		}
	}
	if r.N == 0 {
		return []string{"No area has levels from " + r.whom(names) + " yet."}
	}
	said := []string{
		fmt.Sprintf("Same level in %d of %s.", r.Same, areas(r.N)),
		fmt.Sprintf("Within one level in %d of %s.", r.WithinOne, areas(r.N)),
	}
	said = append(said, r.leaning(names)...)
	said = append(said, r.far())
	return append(said, r.figures(names)...)
}

func (r Result) whom(names []string) string {
	if len(names) == 2 {
		return "both " + names[0] + " and " + names[1]
	}
	return "two raters"
}

// leaning says who is higher: for two raters as they differ, for more as each
// lies to the middle of everybody. A mean of a few areas would say too much.
func (r Result) leaning(names []string) []string {
	switch {
	case r.Raters > 2 && r.N < Fewest:
		return nil
	case r.Raters > 2:
		return r.leans(names)
	case r.N < Fewest:
		return []string{r.higherIn(names)}
	}
	said := []string{overall(*r.MeanDifference, names)}
	if len(r.ByGroup) < 2 {
		return said
	}
	for _, g := range r.ByGroup {
		if g.N > 0 {
			said = append(said, g.leaning(names))
		}
	}
	return said
}

func (r Result) higherIn(names []string) string {
	if r.FirstHigher == 0 && r.SecondHigher == 0 {
		return "Neither was higher in any area."
	}
	first, second := areas(r.FirstHigher), strconv.Itoa(r.SecondHigher)
	return capital(fmt.Sprintf("%s was higher in %s and %s in %s.", names[0], first, names[1], second))
}

func overall(mean float64, names []string) string {
	if mean == 0 {
		return "Neither leans: on average their levels are equal."
	}
	who, by := higher(mean, names)
	return capital(fmt.Sprintf("%s levels were %s higher on average (%s).", possessive(who), degree(by), signed(by)))
}

func (g GroupResult) leaning(names []string) string {
	mean := *g.MeanDifference
	if mean == 0 {
		return fmt.Sprintf("%s: neither leans, over %s.", capital(g.Title), areas(g.N))
	}
	who, by := higher(mean, names)
	return fmt.Sprintf("%s: %s %s higher (%s), over %s.", capital(g.Title), who, degree(by), signed(by), areas(g.N))
}

func (r Result) leans(names []string) []string {
	var said []string
	for _, l := range r.Lean {
		if l.Mean == nil {
			continue
		}
		name, mean := capital(names[l.Rater]), *l.Mean
		over := "over " + areas(l.N)
		switch {
		case mean > 0:
			said = append(said, fmt.Sprintf("%s: %s higher than the middle of all raters (%s), %s.", name, degree(mean), signed(mean), over))
		case mean < 0:
			said = append(said, fmt.Sprintf("%s: %s lower than the middle of all raters (%s), %s.", name, degree(-mean), signed(mean), over))
		default:
			said = append(said, fmt.Sprintf("%s: leans neither way, %s.", name, over))
		}
	}
	return said
}

// far names the areas two or more levels apart.
func (r Result) far() string {
	n := len(r.TwoOrMore)
	switch {
	case n == 0:
		return "No area is two or more levels apart."
	case n == 1:
		return "One area is two or more levels apart: " + string(r.TwoOrMore[0]) + "."
	}
	return fmt.Sprintf("%s areas are two or more levels apart: %s.", capital(number(n)), listed(r.TwoOrMore))
}

func listed(ids []model.AreaID) string {
	names := make([]string, 0, mostNamed+1)
	for i, id := range ids {
		if i == mostNamed && len(ids) > mostNamed+1 {
			names = append(names, number(len(ids)-i)+" more")
			break
		}
		names = append(names, string(id))
	}
	last := len(names) - 1
	return strings.Join(names[:last], ", ") + " and " + names[last]
}

// higher is who of two is higher on average, and by how much.
func higher(mean float64, names []string) (who string, by float64) {
	if mean < 0 {
		return names[1], -mean
	}
	return names[0], mean
}

// degree is a mean difference in levels as people say it.
func degree(by float64) string {
	switch {
	case by < 0.15:
		return "very slightly"
	case by < 0.5:
		return "a little"
	case by < 1:
		return "clearly"
	}
	return "a level or more"
}

// signed is a mean difference with its sign, and never a bare nought.
func signed(mean float64) string {
	s := fmt.Sprintf("%+.2f", mean)
	switch s {
	case "+0.00":
		return "less than +0.01"
	case "-0.00":
		return "less than 0.01 below"
	}
	return minus(s)
}

func areas(n int) string {
	if n == 1 {
		return "1 area"
	}
	return strconv.Itoa(n) + " areas"
}

// number is a whole number in words while it is small.
func number(n int) string {
	small := [...]string{"no", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve"}
	if n < len(small) {
		return small[n]
	}
	return strconv.Itoa(n)
}

func possessive(name string) string {
	if strings.HasSuffix(name, "s") {
		return name + "’"
	}
	return name + "’s"
}

func capital(s string) string {
	r, size := utf8.DecodeRuneInString(s)
	if size == 0 {
		return ""
	}
	return string(unicode.ToUpper(r)) + s[size:]
}
