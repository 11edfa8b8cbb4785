package visit_test

import (
	"slices"
	"testing"

	"pgregory.net/rapid"

	"waymark/model"
	"waymark/model/visit"
)

func TestSuggestFindsWhatANoteIsAbout(t *testing.T) {
	f := visit.NewFinder(wholeSchool(t))
	for text, want := range map[string]model.AreaID{
		"Green-pen replies show pupils acting on comments, Y5 English": "4.4",
		"history sequence not clear in Y4":                             "1.2",
		"vocab list used in both classes":                              "1.3",
		"phonics group reading decodable books":                        "1.5",
		"bullying dealt with quickly":                                  "6.2",
		"lates met at the gate":                                        "6.4",
		"homework set and never used":                                  "3.7",
	} {
		if got := f.Suggest(text, nil, 3); len(got) == 0 || got[0] != want {
			t.Errorf("%q: got %v, want %s first", text, got, want)
		}
	}
}

func TestSuggestPrefersTheFocusAndKnowsWhenToSayNothing(t *testing.T) {
	r := madeUp(4)
	r.Areas[0].Title, r.Areas[1].Title, r.Areas[2].Title, r.Areas[3].Title = "Singing", "Singing", "Dancing", "Painting"
	for i := range r.Areas {
		r.Areas[i].Scope, r.Areas[i].Question = "", ""
	}
	tests := []struct {
		text  string
		among []model.AreaID
		n     int
		want  []model.AreaID
	}{
		{"they sing", nil, 3, []model.AreaID{"1.1", "1.2"}},
		{"they sing", []model.AreaID{"1.2"}, 3, []model.AreaID{"1.2", "1.1"}},
		{"they sing", []model.AreaID{"1.2"}, 1, []model.AreaID{"1.2"}},
		{"dancer, sings", []model.AreaID{"1.4"}, 3, []model.AreaID{"1.3", "1.1", "1.2"}},
		{"what was that about", nil, 3, nil},
		{"sums", nil, 3, nil},
		{"", nil, 3, nil},
		{"they sing", nil, 0, nil},
	}
	for _, test := range tests {
		if got := visit.Suggest(r, test.text, test.among, test.n); !slices.Equal(got, test.want) {
			t.Errorf("%q among %v: got %v, want %v", test.text, test.among, got, test.want)
		}
	}
}

func TestSuggestLeavesOutWhatHardlyMatches(t *testing.T) {
	r := madeUp(4)
	for i := range r.Areas {
		r.Areas[i].Title, r.Areas[i].Scope, r.Areas[i].Question = "x", "x", "x"
	}
	r.Areas[0].Title, r.Areas[1].LookFors = "Plans for singing and dancing", []string{"Dancing."}
	if got := visit.Suggest(r, "planned a dance and a song to sing", nil, 3); !slices.Equal(got, []model.AreaID{"1.1"}) {
		t.Errorf("got %v", got)
	}
	if got := visit.Suggest(r, "planned", nil, 3); !slices.Equal(got, []model.AreaID{"1.1"}) {
		t.Errorf("planned is a form of plan, got %v", got)
	}
}

func TestSuggestWorksForTwoAreas(t *testing.T) {
	r := madeUp(2)
	r.Areas[0].Title, r.Areas[1].Title = "Singing", "Singing"
	if got := visit.Suggest(r, "they sing", nil, 3); !slices.Equal(got, []model.AreaID{"1.1", "1.2"}) {
		t.Errorf("got %v", got)
	}
}

func TestARulingDecides(t *testing.T) {
	r := madeUp(4)
	r.Rulings = []model.Ruling{{Topic: "Homework", Area: "1.3"}}
	if got := visit.Suggest(r, "Homework again", nil, 3); !slices.Equal(got, []model.AreaID{"1.3"}) {
		t.Errorf("got %v", got)
	}
}

func TestSuggestIsStable(t *testing.T) {
	f := visit.NewFinder(wholeSchool(t))
	all := areaIDs(wholeSchool(t))
	rapid.Check(t, func(t *rapid.T) {
		text := rapid.String().Draw(t, "text") + " " + rapid.SampledFrom([]string{"pupils’ books", "reading", "calm corridor", ""}).Draw(t, "words")
		n := rapid.IntRange(0, 9).Draw(t, "n")
		got := f.Suggest(text, all[:9], n)
		if again := f.Suggest(text, all[:9], n); !slices.Equal(got, again) {
			t.Fatalf("%v, then %v", got, again)
		}
		if len(got) > n || len(slices.Compact(slices.Sorted(slices.Values(got)))) != len(got) {
			t.Fatalf("%d asked for, got %v", n, got)
		}
		if longer := f.Suggest(text, all[:9], n+1); len(longer) < len(got) || !slices.Equal(longer[:len(got)], got) {
			t.Fatalf("asking for more changed %v to %v", got, longer)
		}
	})
}

func BenchmarkSuggest500(b *testing.B) {
	r := madeUp(500)
	f := visit.NewFinder(r)
	for b.Loop() {
		f.Suggest("pupils talk about the books in calm classrooms", areaIDs(r)[:22], 3)
	}
}
