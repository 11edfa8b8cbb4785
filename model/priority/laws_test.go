package priority_test

import (
	"encoding/json"
	"slices"
	"strings"
	"testing"

	"pgregory.net/rapid"

	"waymark/model"
	"waymark/model/priority"
)

// lawful checks what holds of every answer.
func lawful(t reporter, in priority.Input, a priority.Answer) {
	t.Helper()
	if a.K > len(a.Order) || len(a.Order) > priority.MaxPriorities || len(a.Gain) != len(a.Order) || len(a.Curve) != len(a.Order) {
		t.Errorf("k %d, order %v, gain %v, curve %v", a.K, a.Order, a.Gain, a.Curve)
		return
	}
	if a.Rated+a.NotApplicable+a.NotRated != len(in.Areas) || len(a.Needs) != len(in.Areas) {
		t.Errorf("%d + %d + %d areas, %d needs, of %d", a.Rated, a.NotApplicable, a.NotRated, len(a.Needs), len(in.Areas))
	}
	lawfulOrder(t, in, a)
	lawfulShares(t, a)
	lawfulWords(t, in, a)
}

func lawfulOrder(t reporter, in priority.Input, a priority.Answer) {
	t.Helper()
	pins := 0
	for i, area := range in.Areas {
		place := slices.Index(a.Order, area.ID)
		open := !area.Excluded && !area.NotApplicable
		switch {
		case !open && place >= 0:
			t.Errorf("%s is chosen although it is set aside or does not apply", area.ID)
		case open && area.Pinned && (place < 0 || place >= a.K):
			t.Errorf("%s is pinned and not suggested", area.ID)
		case place >= 0 && !area.Pinned && a.Needs[i].Need <= 0:
			t.Errorf("%s is chosen without need", area.ID)
		case place >= 3 && !area.Pinned && a.Needs[i].Unsure:
			t.Errorf("%s is unsure and in place %d", area.ID, place+1)
		}
		if open && area.Pinned {
			pins++
		}
	}
	for i := 1; i < len(a.Gain); i++ {
		if i != pins && a.Gain[i] > a.Gain[i-1] {
			t.Errorf("gain grows at place %d: %v", i+1, a.Gain)
		}
	}
	if a.K < min(3, a.Needy) && len(a.FindOutFirst) == 0 {
		t.Errorf("%d suggested of %d needy", a.K, a.Needy)
	}
}

func lawfulShares(t reporter, a priority.Answer) {
	t.Helper()
	all := slices.Concat(a.Gain, a.Curve)
	for _, s := range a.Suggested() {
		all = append(all, a.Led[s], a.Theme[s])
		if a.Theme[s] < a.Led[s] || a.Words[s] == "" {
			t.Errorf("%s leads %v, theme %v, %q", s, a.Led[s], a.Theme[s], a.Words[s])
		}
	}
	for _, n := range a.Needs {
		all = append(all, n.Share)
	}
	for _, x := range all {
		if !(x >= 0 && x <= 1) {
			t.Errorf("share %v", x)
		}
	}
}

func lawfulWords(t reporter, in priority.Input, a priority.Answer) {
	t.Helper()
	if len(a.Reasons) != a.K || len(a.TakesItOff) != a.K || len(a.Supporting) != a.K || len(a.Led) != a.K {
		t.Errorf("%d suggested; reasons %v", a.K, a.Reasons)
	}
	for _, sentences := range a.Reasons {
		for _, s := range sentences {
			if len(strings.Fields(s)) >= 25 || !strings.HasSuffix(s, ".") || strings.Contains(strings.ToLower(s), "score") {
				t.Errorf("reason %q", s)
			}
		}
	}
	told := slices.Clone(a.Suggested())
	for _, n := range a.NotChosen {
		told = append(told, n.Area)
		if n.Why == "" || slices.Contains(a.Suggested(), n.Area) {
			t.Errorf("not chosen: %v", n)
		}
	}
	for i, n := range a.Needs {
		if n.Need > 0 && !slices.Contains(told, in.Areas[i].ID) {
			t.Errorf("nothing is said about %s", in.Areas[i].ID)
		}
	}
}

func TestLaws(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		in := anyInput(12).Draw(t, "input")
		a, err := priority.Suggest(in)
		if err != nil {
			t.Fatalf("suggest: %v", err)
		}
		lawful(t, in, a)
	})
}

func TestRaisingALevelNeverRaisesNeed(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		in := anyInput(4).Draw(t, "input")
		before, err := priority.Suggest(in)
		if err != nil {
			t.Fatal(err)
		}
		for i := range in.Areas {
			js := in.Areas[i].Judgements
			if len(js) > 0 && js[0].Level < in.Scale.Top() {
				js[0].Level++
			}
			if j := in.Areas[i].Agreed; j != nil && j.Level < in.Scale.Top() {
				j.Level++
			}
		}
		after, err := priority.Suggest(in)
		if err != nil {
			t.Fatal(err)
		}
		for i, n := range after.Needs {
			if n.Need > before.Needs[i].Need {
				t.Errorf("%s: need %v became %v", n.Area, before.Needs[i].Need, n.Need)
			}
		}
	})
}

func TestTheOrderOfRatersDoesNotMatter(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		in := anyInput(6).Draw(t, "input")
		before := bytesOf(t, in)
		for i := range in.Areas {
			slices.Reverse(in.Areas[i].Judgements)
		}
		if after := bytesOf(t, in); after != before {
			t.Errorf("answers differ:\n%s\n%s", before, after)
		}
	})
}

func TestTheSameInputGivesTheSameBytes(t *testing.T) {
	in := school(t, 3)
	first := bytesOf(t, in)
	if again := bytesOf(t, in); again != first {
		t.Errorf("two answers differ:\n%s\n%s", first, again)
	}
	other := in
	other.Seed = priority.DefaultSeed + 1
	if first == bytesOf(t, other) {
		t.Error("the seed makes no difference")
	}
}

func TestSuggestLeavesItsInputAlone(t *testing.T) {
	in := school(t, 4)
	suggest(t, in)
	want, got := school(t, 4), in
	if a, b := text(t, want), text(t, got); a != b {
		t.Error("the input changed")
	}
}

// Setting one area aside must not reshuffle the draws of the others: with no
// edges and room for everyone, the other areas lead just as often.
func TestSettingAsideMovesNoOtherDraw(t *testing.T) {
	in := priority.Input{Scale: four(), Readings: 200, Areas: slice(judged("A", 2, medium), judged("B", 2, low), judged("C", 2, medium))}
	before := suggest(t, in)
	in.Areas[0].Excluded = true
	after := suggest(t, in)
	for _, s := range []model.AreaID{"B", "C"} {
		if before.Led[s] != after.Led[s] {
			t.Errorf("%s led %v, then %v", s, before.Led[s], after.Led[s])
		}
	}
}

type failer interface {
	Helper()
	Fatal(args ...any)
}

func bytesOf(t failer, in priority.Input) string {
	t.Helper()
	a, err := priority.Suggest(in)
	if err != nil {
		t.Fatal(err)
	}
	return text(t, a)
}

func text(t failer, v any) string {
	t.Helper()
	b, err := json.Marshal(v)
	if err != nil {
		t.Fatal(err)
	}
	return string(b)
}
