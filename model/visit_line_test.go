package model_test

import (
	"slices"
	"strings"
	"testing"
	"unicode/utf8"

	"waymark/model"
)

func TestParseLine(t *testing.T) {
	seen := func(m model.Mark, n, of int) model.Seen { return model.Seen{Mark: m, N: n, Of: of} }
	for typed, want := range map[string]model.NoteText{
		"":                                {},
		"Calm start":                      {Text: "Calm start"},
		"  +  Calm   start ":              {Text: "Calm start", Seen: seen(model.MarkStrength, 0, 0)},
		">ask about homework":             {Text: "ask about homework", Seen: seen(model.MarkNextStep, 0, 0)},
		"* see 7B again":                  {Text: "see 7B again", Seen: seen(model.MarkFollowUp, 0, 0)},
		"++ very":                         {Text: "+ very", Seen: seen(model.MarkStrength, 0, 0)},
		"+@2.3 Scaffolds":                 {Area: "2.3", Text: "Scaffolds", Seen: seen(model.MarkStrength, 0, 0)},
		"@2.3 + Scaffolds":                {Area: "2.3", Text: "Scaffolds", Seen: seen(model.MarkStrength, 0, 0)},
		"Scaffolds @2.3":                  {Area: "2.3", Text: "Scaffolds"},
		"Scaffolds @2.3, and talk":        {Area: "2.3", Text: "Scaffolds and talk"},
		"@2.3 and @1.1":                   {Area: "2.3", Text: "and @1.1"},
		"@9.9 and @1.1":                   {Area: "1.1", Text: "@9.9 and"},
		"@head said so":                   {Text: "@head said so"},
		"a@2.3 b":                         {Text: "a@2.3 b"},
		"3 of 9 books":                    {Text: "3 of 9 books", Seen: seen("", 3, 9)},
		"Two out of six said yes":         {Text: "Two out of six said yes", Seen: seen("", 2, 6)},
		"None of the 6":                   {Text: "None of the 6", Seen: seen("", 0, 6)},
		"9 of 3, then 3 of 9":             {Text: "9 of 3, then 3 of 9", Seen: seen("", 3, 9)},
		"In 5 of 6.":                      {Text: "In 5 of 6.", Seen: seen("", 5, 6)},
		"1,200 of 3,000":                  {Text: "1,200 of 3,000"},
		"2.5 of 6":                        {Text: "2.5 of 6"},
		"Twenty-one of 30":                {Text: "Twenty-one of 30"},
		"1 of 10% of them":                {Text: "1 of 10% of them"},
		"1 of 2024":                       {Text: "1 of 2024"},
		"one of one-to-one":               {Text: "one of one-to-one"},
		"+ @1.2 4 of 4 rooms \x1b[31mred": {Area: "1.2", Text: "4 of 4 rooms red", Seen: seen(model.MarkStrength, 4, 4)},
	} {
		if got := model.ParseLine(typed, rubric()); got != want {
			t.Errorf("%q:\ngot  %+v\nwant %+v", typed, got, want)
		}
	}
}

// Whatever is typed, every word of it is kept but marks: the first word without
// its sign, and one word that names an area.
func FuzzParseLine(f *testing.F) {
	for _, s := range []string{"", "+", "@", "@2.3", "+@2.3 ok", "@2.3 @2.3", "> * + @1.1", "2 of 6 @1.2,", "ℵ of 3\x00", "1 of 1 of 1"} {
		f.Add(s)
	}
	r := rubric()
	f.Fuzz(func(t *testing.T, typed string) {
		if len(typed) > 2000 {
			return
		}
		n := model.ParseLine(typed, r)
		if n.N < 0 || n.N > n.Of || (n.Area != "" && r.Index(n.Area) < 0) {
			t.Fatalf("%q: %+v", typed, n)
		}
		if utf8.ValidString(typed) && !utf8.ValidString(n.Text) {
			t.Fatalf("%q became %q", typed, n.Text)
		}
		was := strings.Join(strings.Fields(model.CleanLine(typed)), "")
		is := strings.Join(strings.Fields(n.Text), "")
		if !within(is, was) {
			t.Fatalf("%q: %q is not what was typed", typed, n.Text)
		}
		most := 0
		if n.Mark != "" {
			most++
		}
		if n.Area != "" {
			most += len("@"+n.Area) + punctuation(typed)
		}
		if lost := len(was) - len(is); lost > most {
			t.Fatalf("%q lost %d bytes: %+v", typed, lost, n)
		}
		if n.Mark == "" && n.Area == "" && n.Text != model.CleanLine(typed) {
			t.Fatalf("%q became %q", typed, n.Text)
		}
		for _, w := range strings.Fields(model.CleanLine(typed)) {
			plain := strings.TrimLeft(w, "+>*@")
			if plain == w && !slices.Contains(strings.Fields(n.Text), w) {
				t.Fatalf("%q lost the word %q", typed, w)
			}
		}
	})
}

// within reports whether part can be had from all by leaving letters out.
func within(part, all string) bool {
	for i := 0; i < len(all) && part != ""; i++ {
		if all[i] == part[0] {
			part = part[1:]
		}
	}
	return part == ""
}

// punctuation counts what may stand behind the name of an area.
func punctuation(s string) int {
	return strings.Count(s, ",") + strings.Count(s, ";") + strings.Count(s, ":") + strings.Count(s, ".")
}

func TestAClockIsReadStrictly(t *testing.T) {
	for typed, want := range map[string]int{"9:30": 570, "09:30": 570, " 9.30 ": 570, "0:00": 0, "23:59": 1439} {
		if got, err := model.ParseClock(typed); err != nil || got != want {
			t.Errorf("%q: %d %v", typed, got, err)
		}
		if got := model.Clock(want); len(got) != 5 {
			t.Errorf("%d is shown as %q", want, got)
		}
	}
	for _, typed := range []string{"", "9", "930", "9:3", "9:30x", "9:3p", "24:00", "9:60", "-1:30", "+9:30", "09:30:00", "9:30 am"} {
		_, err := model.ParseClock(typed)
		wantField(t, err, "time", "Time must be like 09:30")
	}
}
