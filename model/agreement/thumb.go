package agreement

import (
	"fmt"
	"strings"
)

// figures says what the figures say, or why there are none.
func (r Result) figures(names []string) []string {
	switch {
	case r.AC2 != nil:
	case r.Reason.AC2 == AllSame:
		return []string{"All the same: one level was used throughout, so there is nothing to add to these counts."}
	default:
		return []string{fmt.Sprintf("With fewer than %s areas judged by %s, only counts are given.", number(Fewest), r.judges(names))}
	}
	return []string{
		r.AC2.allowing(),
		"As a rule of thumb, that is " + r.AC2.Band() + ", for these areas on this occasion.",
		"Between a head and a visitor, 0.6 to 0.7 is realistic.",
	}
}

func (r Result) judges(names []string) string {
	if len(names) == 2 {
		return names[0] + " and " + names[1]
	}
	return "two raters or more"
}

// allowing gives the figure with its bounds; when both bounds read like the
// figure, the bounds would look like certainty and are left out.
func (i Interval) allowing() string {
	value, low, high := places(i.Value), places(i.Low), places(i.High)
	if low == value && high == value {
		return fmt.Sprintf("Allowing for chance, agreement is about %s, where 1 is full agreement (AC2).", value)
	}
	return fmt.Sprintf("Allowing for chance, agreement is about %s, probably between %s and %s, where 1 is full agreement (AC2).", value, low, high)
}

// places is a figure to two decimals; a nought has no sign.
func places(x float64) string {
	s := fmt.Sprintf("%.2f", x)
	if s == "-0.00" {
		return "0.00"
	}
	return minus(s)
}

// minus writes the sign of a number as print does.
func minus(s string) string { return strings.Replace(s, "-", "−", 1) }

// Band is a rule of thumb for the whole interval: "good agreement", or
// "somewhere between moderate and good agreement" when its ends differ.
func (i Interval) Band() string {
	low, high := band(i.Low), band(i.High)
	if low == high {
		return low + " agreement"
	}
	return "somewhere between " + low + " and " + high + " agreement"
}

func band(x float64) string {
	switch {
	case x >= 0.8:
		return "very good"
	case x >= 0.6:
		return "good"
	case x >= 0.4:
		return "moderate"
	case x >= 0.2:
		return "some"
	}
	return "little"
}
