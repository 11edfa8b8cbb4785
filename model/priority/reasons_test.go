package priority_test

import (
	"slices"
	"strings"
	"testing"

	"waymark/model"
	"waymark/model/priority"
)

// reasonsFor is what is said about an area that is sure to be suggested.
func reasonsFor(t *testing.T, a priority.Area) []string {
	t.Helper()
	a.ID, a.Title, a.Pinned = "1.1", "Breadth", true
	return suggest(t, priority.Input{Scale: four(), Areas: slice(a), Readings: 50}).Reasons["1.1"]
}

func TestReasonsSayWhoJudgedWhat(t *testing.T) {
	j := func(rater string, l model.Level) priority.Judgement {
		return priority.Judgement{Rater: rater, Level: l}
	}
	tests := []struct {
		name string
		area priority.Area
		want string
	}{
		{"one", priority.Area{Judgements: slice(j("you", 2))}, "You judged it 2 Developing, one level below expected (3 Embedded)."},
		{
			"two at one level",
			priority.Area{Judgements: slice(j("the reviewer", 1), j("you", 1))},
			"You and the reviewer judged it 1 Early, two levels below expected (3 Embedded).",
		},
		{
			"two apart",
			priority.Area{Judgements: slice(j("the reviewer", 1), j("you", 2))},
			"You judged it 2 Developing, one level below expected (3 Embedded); the reviewer judged it 1 Early.",
		},
		{
			"one at expected",
			priority.Area{Judgements: slice(j("you", 3), j("the reviewer", 1))},
			"You judged it 3 Embedded, which is the expected level; the reviewer judged it 1 Early.",
		},
		{"above", priority.Area{Judgements: slice(j("you", 4))}, "You judged it 4 Sharing, one level above expected (3 Embedded)."},
		{
			"agreed",
			priority.Area{Judgements: slice(j("you", 4)), Agreed: new(j("you and your reviewer agreed", 1))},
			"You and your reviewer agreed on 1 Early, two levels below expected (3 Embedded).",
		},
		{"unnamed", priority.Area{Judgements: slice(j("", 2))}, "It was judged 2 Developing, one level below expected (3 Embedded)."},
		{
			"many apart",
			priority.Area{Judgements: slice(j("you", 1), j("the reviewer", 2), j("the deputy head", 3), j("the chair of governors", 4))},
			"Judged from 1 Early to 4 Sharing; 3 Embedded is expected.",
		},
		{"nobody", priority.Area{}, "Nobody has judged it yet."},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			if got := reasonsFor(t, test.area); !slices.Contains(got, test.want) {
				t.Errorf("%q is not among %q", test.want, got)
			}
		})
	}
}

func TestReasonsSayWhatTheSchoolSaid(t *testing.T) {
	base := judged("", 1, low)
	base.Slipping, base.SlippedFrom, base.Importance, base.Reach = true, 3, 2, .5
	got := reasonsFor(t, base)
	want := []string{
		"Pinned by you.",
		"You judged it 1 Early, two levels below expected (3 Embedded).",
		"It is slipping: it was 3 Embedded last time.",
		"You called it vital.",
		"It reaches a group of pupils, as you said.",
		"Firm: it stays, itself or as its theme, in 100 of 100 plausible readings of your judgements.",
		"Every judgement of it is low confidence, so find out more before you commit.",
	}
	if !slices.Equal(got, want) {
		t.Errorf("reasons:\n%s\nwant:\n%s", strings.Join(got, "\n"), strings.Join(want, "\n"))
	}
	base.SlippedFrom, base.Importance, base.Reach = 0, .5, .25
	for _, want := range []string{"It is slipping, as you said.", "You called it minor.", "It reaches a few pupils, as you said."} {
		if got := reasonsFor(t, base); !slices.Contains(got, want) {
			t.Errorf("%q is not among %q", want, got)
		}
	}
}

func TestReasonsNameWhatDependsOnIt(t *testing.T) {
	in := star()
	in.K = 3
	got := suggest(t, in).Reasons["A"]
	if !slices.Contains(got, "Two areas below expected depend on it: B Title and C Title.") {
		t.Errorf("reasons: %q", got)
	}
	for i := range in.Areas {
		in.Areas[i].Title = "title of seven words to be exact"
	}
	got = suggest(t, in).Reasons["A"] // 24 words still fit
	if !slices.Contains(got, "Two areas below expected depend on it: B title of seven words to be exact and C title of seven words to be exact.") {
		t.Errorf("reasons: %q", got)
	}
	for i := range in.Areas {
		in.Areas[i].Title = "A title of rather more words than will fit beside another one"
	}
	got = suggest(t, in).Reasons["A"]
	if !slices.Contains(got, "Two areas below expected depend on it: B and C.") {
		t.Errorf("reasons: %q", got)
	}
}

// With three places, E is third with .5 and B and C are next with .475 while A
// leads. E at 3 carries nothing. A at 3 also puts B and C before E, but own
// areas come first.
func TestReasonsSayWhatWouldTakeItOff(t *testing.T) {
	in := star()
	in.K = 3
	a := suggest(t, in)
	want := priority.Change{Area: "E", From: 2, To: 3}
	if got := a.TakesItOff["E"]; got == nil || *got != want {
		t.Fatalf("takes E off: %v", got)
	}
	if got := a.Reasons["E"]; !slices.Contains(got, "It would leave the list if it were 3 rather than 2.") {
		t.Errorf("reasons: %q", got)
	}
}

// B matters through C and D: .25*.95 + .25 + .25 = .7375, after E and F with .95
// and before G with .5. At level 2 it would still reach .625; without C, though,
// it reaches .4875, which is less than D or G do.
func TestAnotherAreaCanTakeItOff(t *testing.T) {
	in := priority.Input{Scale: four(), K: 3, Readings: 50, Edges: edges("B>C B>D"), Areas: slice(
		judged("B", 1, medium), judged("C", 2, medium), judged("D", 2, medium),
		judged("E", 1, medium), judged("F", 1, medium), judged("G", 2, medium))}
	in.Areas[0].Reach = .25
	a := suggest(t, in)
	checkChoice(t, a, 3, "E F B G C", "")
	if got := a.TakesItOff["B"]; got == nil || *got != (priority.Change{Area: "C", From: 2, To: 3}) {
		t.Errorf("takes B off: %v", got)
	}
	if got := a.Reasons["B"]; !slices.Contains(got, "It would leave the list if C were 3 rather than 2.") {
		t.Errorf("reasons: %q", got)
	}
}

func TestRatersWhoDifferWouldAllHaveToMove(t *testing.T) {
	a := judged("A", 2, medium)
	a.Judgements = append(a.Judgements, priority.Judgement{Rater: "the reviewer", Level: 1})
	got := suggest(t, priority.Input{Scale: four(), Areas: slice(a), Readings: 50})
	if c := got.TakesItOff["A"]; c == nil || *c != (priority.Change{Area: "A", From: 1, To: 3}) {
		t.Errorf("takes A off: %v", c)
	}
	if r := got.Reasons["A"]; !slices.Contains(r, "It would leave the list if everyone judged it 3.") {
		t.Errorf("reasons: %q", r)
	}
}

// T, U and V lead with .95 each; X carries .5, and Z as much as V. Then W, with
// .5 of its own and .25 from each of P and Q, comes before Y with .75*.95 = .7125.
func TestWhyOthersAreNotChosen(t *testing.T) {
	in := priority.Input{Scale: four(), K: 3, Readings: 50, Areas: slice(
		judged("T", 1, medium), judged("U", 1, medium), judged("V", 1, medium), judged("X", 2, medium), judged("Z", 1, medium))}
	want := slice(
		priority.NotChosen{Area: "X", Why: "smaller need"},
		priority.NotChosen{Area: "Z", Why: "equal need, and later in the rubric"})
	if got := suggest(t, in).NotChosen; !slices.Equal(got, want) {
		t.Errorf("not chosen: %v", got)
	}
	in = priority.Input{Scale: four(), K: 3, Readings: 50, Edges: edges("W>P W>Q"), Areas: slice(
		judged("T", 1, medium), judged("U", 1, medium), judged("W", 2, medium), judged("Y", 1, medium),
		judged("P", 2, medium), judged("Q", 2, medium))}
	in.Areas[3].Reach = .75
	a := suggest(t, in)
	checkChoice(t, a, 3, "W T U Y P", "")
	in.Areas[0].Importance, in.Areas[1].Importance = 2, 2 // now W is last
	a = suggest(t, in)
	checkChoice(t, a, 3, "T U W Y P", "")
	if got := a.NotChosen[0]; got != (priority.NotChosen{Area: "Y", Why: "less depends on it"}) {
		t.Errorf("not chosen: %v", got)
	}
}

// V and W are alike until V takes what they share.
func TestEqualsAreComparedBeforeTheLastIsTaken(t *testing.T) {
	in := priority.Input{Scale: four(), K: 3, Readings: 50, Edges: edges("V>P W>P"), Areas: slice(
		judged("T", 1, high), judged("U", 1, high), judged("V", 1, medium), judged("W", 1, medium), judged("P", 2, medium))}
	in.Areas[0].Importance, in.Areas[1].Importance = 2, 2
	a := suggest(t, in)
	checkChoice(t, a, 3, "T U V W P", "")
	if got := a.NotChosen[0]; got != (priority.NotChosen{Area: "W", Why: "equal need, and later in the rubric"}) {
		t.Errorf("not chosen: %v", got)
	}
}
