package lint

import "testing"

// The counts are those a person says aloud. The counter is an estimate; these
// are words that rubrics use, and it has to be right about them.
func TestSyllables(t *testing.T) {
	for word, want := range map[string]int{
		"a": 1, "the": 1, "pupils": 2, "teacher": 2, "taught": 1, "school": 1, "schools": 1, "plan": 1, "planned": 1, "wanted": 2,
		"decided": 3, "changes": 2, "notes": 1, "places": 2, "matches": 2, "table": 2, "tables": 2, "little": 2, "people": 2,
		"reading": 2, "being": 2, "idea": 3, "area": 3, "science": 2, "question": 2, "attendance": 3, "curriculum": 4,
		"evaluation": 5, "assessment": 3, "organisation": 5, "responsibility": 6, "carefully": 3, "rarely": 2, "useful": 2,
		"agree": 2, "agreed": 2, "worried": 2, "year": 1, "years": 1, "queue": 1, "rhythm": 1, "yes": 1, "they": 1, "quiet": 2,
		"lesson": 2, "colleagues": 2, "experience": 4, "special": 2, "partner's": 2, "language": 2, "somebody": 3, "x": 1,
		"statement": 2, "moves": 1, "moved": 1, "going": 2, "various": 3, "social": 2,
	} {
		if got := syllables(word); got != want {
			t.Errorf("%s has %d syllables, not %d", word, want, got)
		}
	}
}

func TestReadingAge(t *testing.T) {
	const plain = "Pupils take a book home. They tell a friend what they liked in it."
	const hard = "Institutional representatives systematically operationalise interdisciplinary recommendations."
	if age := readingAge(plain, nil); age > 9 {
		t.Errorf("plain words are read at %.1f", age)
	}
	if age := readingAge(hard, nil); age < 25 {
		t.Errorf("hard words are read at %.1f", age)
	}
	// Fourteen words in two sentences with 17 syllables.
	const want = 0.39*14/2 + 11.8*16/14 - 15.59 + 5
	if got := readingAge(plain, nil); got < want-0.01 || got > want+0.01 {
		t.Errorf("got %.2f, want %.2f", got, want)
	}
	with := readingAge("Attendance matters.", []string{"attendance"})
	if without := readingAge("Attendance matters.", nil); with >= without {
		t.Errorf("a word of the title counts as much as any: %.1f and %.1f", with, without)
	}
	if age := readingAge("", nil); age != 0 {
		t.Errorf("nothing is read at %.1f", age)
	}
}

func TestSentences(t *testing.T) {
	got := sentences(`He asks: "Why now?" Nobody knows… The plan (old.) stays at 2.5 and no end`)
	want := []string{`He asks: "Why now?"`, `Nobody knows… The plan (old.)`, `stays at 2.5 and no end`}
	if len(got) != len(want) {
		t.Fatalf("got %q", got)
	}
	for i := range want {
		if got[i] != want[i] {
			t.Errorf("got %q, want %q", got[i], want[i])
		}
	}
}
