package priority_test

import (
	"slices"
	"testing"

	"waymark/model"
	"waymark/model/priority"
)

const (
	low    = priority.Low
	medium = priority.Medium
	high   = priority.High
)

func slice[T any](x ...T) []T { return x }

// On four levels with 3 expected, n(1) = 1 and n(2) = 1/2.
func TestNeedOfOneArea(t *testing.T) {
	you := func(l model.Level, c priority.Confidence) priority.Judgement {
		return priority.Judgement{Rater: "you", Level: l, Confidence: c}
	}
	tests := []struct {
		name   string
		area   priority.Area
		need   float64
		unsure bool
	}{
		// .10*1 + .80*.5
		{"2 medium", priority.Area{Judgements: slice(you(2, medium))}, .5, false},
		// The mass below level 1 stays: .90*1 + .10*.5
		{"1 medium", priority.Area{Judgements: slice(you(1, medium))}, .95, false},
		// .75*1 + .25*.5
		{"1 low", priority.Area{Judgements: slice(you(1, low))}, .875, true},
		// .97*1 + .03*.5
		{"1 high", priority.Area{Judgements: slice(you(1, high))}, .985, false},
		// P(t < 3) = .10
		{"3 medium", priority.Area{Judgements: slice(you(3, medium))}, 0, false},
		// P(t < 3) = (.90 + .10)/2 = 1/2, just needy: (.50 + .05)/2
		{"2 and 3 medium", priority.Area{Judgements: slice(you(2, medium), you(3, medium))}, .275, false},
		// P(t < 3) = (.90 + .03)/2 < 1/2
		{"2 medium and 3 high", priority.Area{Judgements: slice(you(2, medium), you(3, high))}, 0, false},
		// The agreed judgement stands in for both: .25*1 + .50*.5
		{"agreed 2 low", priority.Area{Judgements: slice(you(4, high), you(4, high)), Agreed: new(you(2, low))}, .5, true},
		// .5 * 2 * .5 * 1.25
		{"vital, a group, slipping", priority.Area{Judgements: slice(you(2, medium)), Importance: 2, Reach: .5, Slipping: true}, .625, false},
		{"not applicable", priority.Area{Judgements: slice(you(1, medium)), NotApplicable: true}, 0, false},
		{"not rated", priority.Area{}, 0, false},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			test.area.ID = "1.1"
			a := suggest(t, priority.Input{Scale: four(), Areas: slice(test.area), Readings: 1})
			if n := a.Needs[0]; !near(n.Need, test.need) || !near(a.TotalNeed, test.need) || n.Unsure != test.unsure {
				t.Errorf("need %v of %v, unsure %v; want %v, %v", n.Need, a.TotalNeed, n.Unsure, test.need, test.unsure)
			}
		})
	}
}

// star is A, on which B and C depend, and D and E on their own. Needs are A .5,
// B .95, C .95, D .95, E .5; T = 3.85.
func star() priority.Input {
	return priority.Input{
		Scale: four(), Readings: 500, Edges: edges("A>B A>C"),
		Areas: slice(judged("A", 2, medium), judged("B", 1, medium), judged("C", 1, medium), judged("D", 1, medium), judged("E", 2, medium)),
	}
}

func checkChoice(t *testing.T, a priority.Answer, k int, order, find string) {
	t.Helper()
	if a.K != k || !slices.Equal(a.Order, ids(order)) || !slices.Equal(a.FindOutFirst, ids(find)) {
		t.Errorf("k %d, order %v, find out first %v; want %d, %s, %s", a.K, a.Order, a.FindOutFirst, k, order, find)
	}
}

// A first reaches .5 + .475 + .475 = 1.45. Then D reaches .95, E .5, and B and C
// the half of their .95 that A leaves. All five are over 8 % of 3.85 = .308.
func TestChoosingReachesTheMostUnmetNeed(t *testing.T) {
	a := suggest(t, star())
	checkChoice(t, a, 5, "A D E B C", "")
	reached := 0.0
	for i, g := range slice(1.45, .95, .5, .475, .475) {
		reached += g
		if !near(a.Gain[i], g/3.85) || !near(a.Curve[i], reached/3.85) {
			t.Errorf("place %d: gain %v and curve %v; want %v and %v", i+1, a.Gain[i], a.Curve[i], g/3.85, reached/3.85)
		}
	}
	in := star()
	in.K = 3
	a = suggest(t, in)
	checkChoice(t, a, 3, "A D E B C", "")
	if got := a.Supporting["A"]; !slices.Equal(got, ids("B C")) {
		t.Errorf("supporting A: %v", got)
	}
	want := slice(priority.NotChosen{Area: "B", Why: "already helped by A"}, priority.NotChosen{Area: "C", Why: "already helped by A"})
	if !slices.Equal(a.NotChosen, want) {
		t.Errorf("not chosen: %v", a.NotChosen)
	}
}

// With two levels, both expected, 1 high has need .97, so weights decide. In all
// 2.5 + 2.5 + .75 + .5 = 6.25, of which .5 is exactly 8 %; with a reach of .25
// the fourth is .25 of 6, about 4 %.
func TestAFourthMustReachEightPerCent(t *testing.T) {
	in := priority.Input{
		Scale:    model.Scale{Levels: make([]model.LevelName, 2), Expected: 2},
		Readings: 10,
		Areas:    slice(judged("A", 1, high), judged("B", 1, high), judged("C", 1, high), judged("D", 1, high)),
	}
	for i := range 2 {
		in.Areas[i].Importance, in.Areas[i].Slipping = 2, true
	}
	in.Areas[2].Reach, in.Areas[3].Reach = .75, .5
	checkChoice(t, suggest(t, in), 4, "A B C D", "")
	in.Areas[3].Reach = .25
	checkChoice(t, suggest(t, in), 3, "A B C D", "")
	in.K = 5
	checkChoice(t, suggest(t, in), 4, "A B C D", "")
}

func TestPinsComeFirstAndSetAsideNever(t *testing.T) {
	in := star()
	in.Areas[4].Pinned = true
	checkChoice(t, suggest(t, in), 5, "E A D B C", "")
	in.Areas[0].Excluded = true // T = 3.35; A no longer counts
	a := suggest(t, in)
	checkChoice(t, a, 4, "E B C D", "")
	if !near(a.TotalNeed, 3.35) || a.NotChosen[0] != (priority.NotChosen{Area: "A", Why: "you set it aside"}) {
		t.Errorf("total %v, not chosen %v", a.TotalNeed, a.NotChosen)
	}
	in.Areas[0].Pinned = true
	checkChoice(t, suggest(t, in), 4, "E B C D", "")
	if a.TakesItOff["E"] != nil {
		t.Errorf("%v takes a pinned area off", a.TakesItOff["E"])
	}
}

// Four pins without any need of their own still lead, and a fifth has to earn
// its place; more pins than asked for win.
func TestPinsLeadWhateverTheirNeed(t *testing.T) {
	in := priority.Input{Scale: four(), Readings: 10, K: 3, Areas: slice(
		judged("A", 4, high), judged("B", 4, high), judged("C", 4, high), priority.Area{ID: "D"}, judged("E", 1, medium))}
	for i := range 4 {
		in.Areas[i].Pinned = true
	}
	a := suggest(t, in)
	checkChoice(t, a, 4, "A B C D E", "")
	if got := a.NotChosen; len(got) != 1 || got[0].Why != "the areas you pinned come first" {
		t.Errorf("not chosen: %v", got)
	}
	in.K = 0
	checkChoice(t, suggest(t, in), 5, "A B C D E", "")
}

// L is unsure with a need of .875, above the .5 of the others.
func TestUnsureAreasAreToFindOutFirst(t *testing.T) {
	in := priority.Input{Scale: four(), Readings: 300, Areas: slice(
		judged("L", 1, low), judged("A", 2, medium), judged("B", 2, medium), judged("C", 2, medium))}
	a := suggest(t, in)
	checkChoice(t, a, 3, "A B C", "L")
	if got := a.NotChosen; len(got) != 1 || got[0].Why != "find out first: all judgements are low confidence" {
		t.Errorf("not chosen: %v", got)
	}
	in.Areas[0].Pinned = true
	checkChoice(t, suggest(t, in), 4, "L A B C", "")
}

// With two sure areas, unsure ones take the first three places on their merits
// and are never fourth or fifth: .875 three times, then .5 twice.
func TestUnsureAreasLeadWhenTooFewAreSure(t *testing.T) {
	in := priority.Input{Scale: four(), Readings: 300, Areas: slice(
		judged("A", 2, medium), judged("B", 2, medium), judged("L", 1, low), judged("M", 1, low), judged("N", 1, low), judged("O", 1, low))}
	checkChoice(t, suggest(t, in), 5, "L M N A B", "O")
}

func TestOneUnsureAmongEquals(t *testing.T) {
	in := priority.Input{Scale: four(), Readings: 10, Areas: slice(
		judged("A", 2, medium), judged("L", 2, low), judged("B", 2, medium), judged("C", 2, medium))}
	// All needs are .5: L beats B by rubric order, and B takes its place.
	checkChoice(t, suggest(t, in), 3, "A B C", "L")
	in.Areas[1], in.Areas[3] = in.Areas[3], in.Areas[1]
	// Now L comes last; the fourth place is empty only because L is unsure.
	checkChoice(t, suggest(t, in), 3, "A C B", "L")
	// With a sure fourth, which comes before L, L is not to be found out first.
	in.Areas = slices.Insert(in.Areas, 3, judged("D", 2, medium))
	in.K = 4
	checkChoice(t, suggest(t, in), 4, "A C B D", "")
}

// A single area at 2 medium is below expected with probability .9, and then it
// is always chosen: nothing else can be. Checking it decides everything:
// p(1-p)*|1-0|.
func TestFirmnessOfOneArea(t *testing.T) {
	a := suggest(t, priority.Input{Scale: four(), Areas: slice(judged("A", 2, medium))})
	p := a.Led["A"]
	if a.Readings != 4000 || p < .88 || p > .92 || a.Theme["A"] != p || a.Words["A"] != "firm" {
		t.Errorf("led %v of %d, theme %v, %s", p, a.Readings, a.Theme["A"], a.Words["A"])
	}
	if len(a.CheckFirst) != 1 || !near(a.CheckFirst[0].VOI, p*(1-p)) {
		t.Errorf("check first: %v; want %v", a.CheckFirst, p*(1-p))
	}
}

func TestThemeCountsSupportingAreas(t *testing.T) {
	in := star()
	in.K = 3
	a := suggest(t, in)
	if a.Theme["A"] <= a.Led["A"] || a.Theme["D"] != a.Led["D"] {
		t.Errorf("theme %v, led %v", a.Theme, a.Led)
	}
}

func TestWord(t *testing.T) {
	tests := []struct {
		theme float64
		want  string
	}{
		{1, "firm"},
		{.8, "firm"},
		{.79975, "likely"},
		{.5, "likely"},
		{.49, "finely balanced"},
		{.2, "finely balanced"},
		{.19, "unlikely"},
		{0, "unlikely"},
	}
	for _, test := range tests {
		if got := priority.Word(test.theme); got != test.want {
			t.Errorf("Word(%v) = %q, want %q", test.theme, got, test.want)
		}
	}
}

func TestGrowthIsOfferedWhenLittleIsNeeded(t *testing.T) {
	in := priority.Input{Scale: four(), Readings: 10, Areas: slice(
		judged("A", 3, high), judged("B", 4, low), judged("C", 3, medium), judged("D", 3, low),
		judged("E", 3, high), judged("F", 2, medium), judged("G", 3, low))}
	in.Areas[4].Slipping = true
	in.Areas[6].Excluded = true
	a := suggest(t, in)
	if a.Needy != 1 || a.K != 1 || !slices.Equal(a.Grow, ids("E D C")) {
		t.Errorf("needy %d, k %d, grow %v", a.Needy, a.K, a.Grow)
	}
	// The middle of 2, 3 and 4 is 3.
	in.Areas = slice(judged("A", 2, medium))
	in.Areas[0].Judgements = append(in.Areas[0].Judgements, priority.Judgement{Level: 3}, priority.Judgement{Level: 4})
	if got := suggest(t, in).Grow; !slices.Equal(got, ids("A")) {
		t.Errorf("grow %v", got)
	}
	in.Scale.Expected, in.Areas = 4, slice(judged("A", 4, high))
	if got := suggest(t, in).Grow; len(got) != 0 {
		t.Errorf("grow %v although it is at the top", got)
	}
	if got := suggest(t, star()).Grow; len(got) != 0 {
		t.Errorf("grow %v although there is need", got)
	}
}

func TestUnratedAreasAreCountedBesideTheAnswer(t *testing.T) {
	in := star()
	in.Areas[1].NotApplicable = true
	in.Areas[2].Judgements = nil
	a := suggest(t, in)
	if a.Rated != 3 || a.NotApplicable != 1 || a.NotRated != 1 || !near(a.TotalNeed, 1.95) {
		t.Errorf("rated %d, not applicable %d, not rated %d, total %v", a.Rated, a.NotApplicable, a.NotRated, a.TotalNeed)
	}
}
