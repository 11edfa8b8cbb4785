package lint

import "strings"

// maxAge is the highest reading age of a descriptor. The hardest that comes with
// Waymark is read with ease nearly two years earlier; one of fewer than a hundred words
// cannot be placed more exactly than that.
const maxAge = 17

// readingAge is about how old somebody is who reads s with ease. It is the grade
// level of J. P. Kincaid, R. P. Fishburne, R. L. Rogers and B. S. Chissom,
// "Derivation of new readability formulas for Navy enlisted personnel" (1975),
// with five added to turn an American school grade into an age, and with one
// change: a word of the area's own title is never counted as more than two
// syllables, because an area on attendance cannot avoid saying attendance.
func readingAge(s string, title []string) float64 {
	own := make(map[string]bool, len(title))
	for _, w := range title {
		own[w] = true
	}
	words := wordsOf(s)
	if len(words) == 0 {
		return 0
	}
	sum := 0
	for _, w := range words {
		n := syllables(w)
		if own[w] {
			n = min(n, 2)
		}
		sum += n
	}
	perSentence := float64(len(words)) / float64(max(len(sentences(s)), 1))
	perWord := float64(sum) / float64(len(words))
	return 0.39*perSentence + 11.8*perWord - 15.59 + 5
}

// syllables estimates how many syllables a lower-case English word has: its
// groups of vowels, less those that are written and not said, plus those that
// are said apart.
func syllables(word string) int {
	word = strings.TrimSuffix(strings.ReplaceAll(word, "'", ""), "\u2019")
	n := 0
	before := false
	for i, r := range word {
		vowel := strings.ContainsRune("aeiouyáéíóúàèêô", r)
		if i == 0 && r == 'y' {
			vowel = false
		}
		if vowel && !before {
			n++
		}
		before = vowel
	}
	n += saidApart(word) - silentEnd(word)
	return max(n, 1)
}

// saidApart counts neighbouring vowels that belong to two syllables.
func saidApart(word string) int {
	n := 0
	for _, pair := range []string{"ia", "io", "iu", "eo", "ua", "uo", "ying", "being", "seeing", "doing", "going", "ien", "iet", "ious"} {
		n += strings.Count(word, pair)
	}
	for _, together := range []string{
		"tion", "sion", "cial", "tial", "cian", "gion", "tious", "cious", "peo", "qua", "quo", "gua", "guo", "sua", "geo", "ssia",
		"icien", "ncien", "tien", "iour", "ious", "geous", "marriage", "carriage", "nguag", "rsion",
	} {
		n -= strings.Count(word, together)
	}
	if endsIn(word, "ea", "eas") && strings.ContainsAny(strings.TrimRight(word, "eas"), "aeiouy") {
		n++ // as in idea, and not as in tea
	}
	if strings.HasSuffix(word, "ism") || strings.HasSuffix(word, "isms") {
		n++
	}
	return max(n, 0)
}

// silentEnd is 1 when the last group of vowels is written and not said.
func silentEnd(word string) int {
	stem := strings.TrimSuffix(word, "ly") // as in rarely
	if stem != word && strings.HasSuffix(stem, "e") && len(stem) > 3 && !strings.HasSuffix(stem, "le") {
		return 1
	}
	if strings.HasPrefix(word, "some") && len(word) > 4 {
		return 1 + one(strings.HasSuffix(word, "times"))
	}
	for _, end := range []string{"eague", "eagues", "ogue", "ogues", "ique", "iques", "eful", "efully", "eless", "ement", "ements", "some"} {
		if strings.HasSuffix(word, end) && len(word) > len(end) {
			return 1
		}
	}
	switch {
	case len(word) < 3:
		return 0
	case strings.HasSuffix(word, "ed"):
		return one(!endsIn(word[:len(word)-2], "t", "d") && !vowelBefore(word, 2) && !endsIn(word, "bled", "tled", "dled", "pled", "gled", "fled", "kled", "cled", "ied", "eed"))
	case strings.HasSuffix(word, "es"):
		return one(!endsIn(word, "ses", "ces", "ges", "zes", "xes", "ches", "shes", "bles", "tles", "dles", "ples", "gles", "fles", "kles", "cles") && !vowelBefore(word, 2))
	case strings.HasSuffix(word, "e"):
		return one(!endsIn(word, "ble", "tle", "dle", "ple", "gle", "fle", "kle", "cle", "zle") && !vowelBefore(word, 1))
	}
	return 0
}

// vowelBefore reports whether a vowel stands before the last n letters, which
// then belong to its group and add no syllable to take away.
func vowelBefore(word string, n int) bool {
	return len(word) > n && strings.ContainsRune("aeiouy", rune(word[len(word)-n-1]))
}

func endsIn(word string, ends ...string) bool {
	for _, end := range ends {
		if strings.HasSuffix(word, end) {
			return true
		}
	}
	return false
}

func one(yes bool) int {
	if yes {
		return 1
	}
	return 0
}
