package visit

import (
	"strings"
	"unicode"
)

// stems is the words of a text that carry meaning, in lower case and without
// the endings that English gives to one word.
func stems(text string) []string {
	words := strings.FieldsFunc(strings.ToLower(text), func(r rune) bool {
		return !unicode.IsLetter(r) && !unicode.IsDigit(r) && r != '\'' && r != '’'
	})
	kept := words[:0]
	for _, w := range words {
		if i := strings.IndexAny(w, "'’"); i >= 0 {
			w = w[:i]
		}
		if len(w) > 2 && !smallWord(w) {
			kept = append(kept, stem(w))
		}
	}
	return kept
}

// stem takes off one or two usual endings and never leaves less than three letters.
func stem(w string) string {
	switch {
	case strings.HasSuffix(w, "ies") && len(w) > 5:
		w = w[:len(w)-3] + "y"
	case strings.HasSuffix(w, "sses"), strings.HasSuffix(w, "shes"), strings.HasSuffix(w, "ches"), strings.HasSuffix(w, "xes"):
		w = w[:len(w)-2]
	case strings.HasSuffix(w, "s") && !strings.HasSuffix(w, "ss") && !strings.HasSuffix(w, "us") && !strings.HasSuffix(w, "is") && len(w) > 3:
		w = w[:len(w)-1]
	}
	for _, end := range []string{"ingly", "edly", "ation", "ment", "ness", "ing", "ed", "ly", "er", "e"} {
		if rest, ok := strings.CutSuffix(w, end); ok && len(rest) >= 3 && strings.ContainsAny(rest, "aeiouy") {
			return undouble(rest)
		}
	}
	return w
}

// undouble makes "planned" and "plan" one word.
func undouble(w string) string {
	n := len(w)
	if n > 3 && w[n-1] == w[n-2] && !strings.ContainsRune("aeiousl", rune(w[n-1])) {
		return w[:n-1]
	}
	return w
}

// smallWord reports whether a word says nothing of what a text is about.
func smallWord(w string) bool {
	switch w {
	case "the", "and", "for", "are", "was", "were", "has", "have", "had", "not", "but", "all", "any", "can", "could", "did", "does", "its",
		"they", "them", "their", "there", "then", "than", "that", "this", "these", "those", "what", "when", "where", "which", "while", "who",
		"whom", "whose", "why", "how", "with", "without", "from", "into", "onto", "out", "off", "over", "under", "about", "after", "before",
		"again", "also", "both", "each", "every", "some", "such", "only", "own", "same", "very", "just", "more", "most", "much", "many",
		"one", "two", "three", "four", "five", "six", "other", "another", "our", "ours", "you", "your", "his", "her", "hers", "she", "him",
		"will", "would", "should", "may", "might", "must", "been", "being", "because", "between", "during", "through", "until", "upon",
		"per", "yet", "too", "now", "here", "well", "still", "get", "got", "make", "made", "makes", "making", "see", "seen", "saw",
		"show", "shows", "showed", "want", "wants", "wanted", "ask", "asked", "say", "said", "says", "look", "looked", "looking", "like", "need", "needs", "use", "used", "year", "years",
		"thing", "things", "way", "ways", "day", "days", "part", "someone", "something", "nobody", "everyone", "anyone", "people":
		return true
	default:
		return false
	}
}

// meant spells out the short words of a note in the words of a rubric.
func meant(text string) string {
	words := strings.Fields(text)
	for i, w := range words {
		if long := spelledOut(strings.ToLower(strings.Trim(w, ".,;:?!()"))); long != "" {
			words[i] = long
		}
	}
	return strings.Join(words, " ")
}

func spelledOut(word string) string {
	switch word {
	case "ta", "tas", "lsa", "lsas":
		return "teaching assistant"
	case "pp", "fsm":
		return "disadvantaged premium"
	case "sen", "senco", "sendco":
		return "SEND"
	case "eal":
		return "English additional language"
	case "vocab":
		return "vocabulary"
	case "sequence", "sequenced", "sequencing":
		return "order"
	case "cpd", "inset":
		return "professional learning training"
	case "hw":
		return "homework"
	case "late", "lates", "lateness":
		return "punctuality"
	case "absent", "absences":
		return "attendance"
	case "mum", "mums", "dad", "dads":
		return "parents families"
	default:
		return ""
	}
}
