package model

import (
	"regexp"
	"strconv"
	"strings"
)

// ParseLine reads one line typed on a visit. In front of the words may stand +
// for a strength, > for a next step or * for a follow-up, and @2.3 anywhere for
// an area; the first area that the rubric has is taken and its mark left out of
// the words. "2 of 6" or "two out of six" in the words is the count. Nothing is
// needed and nothing typed is lost: what cannot be read stays in the words.
func ParseLine(typed string, r Rubric) NoteText {
	n := NoteText{Text: CleanLine(typed)}
	n.Text, n.Mark = markOf(n.Text)
	n.Text, n.Area = areaIn(n.Text, r)
	if n.Mark == "" {
		n.Text, n.Mark = markOf(n.Text)
	}
	n.N, n.Of = countIn(n.Text)
	return n
}

func markOf(text string) (string, Mark) {
	for _, m := range []Mark{MarkStrength, MarkNextStep, MarkFollowUp} {
		if rest, ok := strings.CutPrefix(text, m.Sign()); ok {
			return strings.TrimSpace(rest), m
		}
	}
	return text, ""
}

func areaIn(text string, r Rubric) (string, AreaID) {
	words := strings.Fields(text)
	for i, w := range words {
		code, ok := strings.CutPrefix(w, "@")
		if !ok {
			continue
		}
		code = strings.TrimRight(code, ",;:.")
		for _, a := range r.Areas {
			if strings.EqualFold(string(a.ID), code) {
				return strings.Join(append(words[:i:i], words[i+1:]...), " "), a.ID
			}
		}
	}
	return text, ""
}

// countWords are the numbers from 0 that are read as words.
const countWords = "none|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve"

var counts = regexp.MustCompile(`(?i)\b(\d{1,3}|` + countWords + `) (?:out )?of (?:the )?(\d{1,3}|` + countWords + `)\b`)

// countIn is the first "n of m" in text, with n no more than m; else 0 of 0.
func countIn(text string) (n, of int) {
	for _, at := range counts.FindAllStringSubmatchIndex(text, -1) {
		if partOfNumber(text[:at[0]], text[at[1]:]) {
			continue
		}
		if n, of = number(text[at[2]:at[3]]), number(text[at[4]:at[5]]); n <= of && of > 0 {
			return n, of
		}
	}
	return 0, 0
}

// partOfNumber reports whether a count that stands between before and after is
// the end or the beginning of another number: 1,200 of 3,000, twenty-one of 30, 1 of 10%.
func partOfNumber(before, after string) bool {
	return endsNumber.MatchString(before) || goesOn.MatchString(after)
}

var (
	endsNumber = regexp.MustCompile(`(?:\d[.,/]|\w-)$`)
	goesOn     = regexp.MustCompile(`^(?:[.,/]\d|[%-])`)
)

func number(word string) int {
	for i, w := range strings.Split(countWords, "|") {
		if strings.EqualFold(w, word) {
			return i
		}
	}
	n, err := strconv.Atoi(word)
	if err != nil {
		return 0
	}
	return n
}
