package priority_test

import (
	"errors"
	"testing"

	"waymark/model"
	"waymark/model/priority"
)

func TestSuggestRefusesInputsThatCannotBe(t *testing.T) {
	tests := []struct {
		name string
		make func(*priority.Input)
	}{
		{"no levels", func(in *priority.Input) { in.Scale.Levels = nil }},
		{"ten levels", func(in *priority.Input) { in.Scale.Levels = make([]model.LevelName, 10) }},
		{"lowest expected", func(in *priority.Input) { in.Scale.Expected = 1 }},
		{"expected off the scale", func(in *priority.Input) { in.Scale.Expected = 5 }},
		{"two asked for", func(in *priority.Input) { in.K = 2 }},
		{"six asked for", func(in *priority.Input) { in.K = 6 }},
		{"negative readings", func(in *priority.Input) { in.Readings = -1 }},
		{"too many readings", func(in *priority.Input) { in.Readings = priority.MaxReadings + 1 }},
		{"level 0", func(in *priority.Input) { in.Areas[0].Judgements[0].Level = 0 }},
		{"agreed off the scale", func(in *priority.Input) { in.Areas[0].Agreed = &priority.Judgement{Level: 5} }},
		{"unknown confidence", func(in *priority.Input) { in.Areas[0].Judgements[0].Confidence = 7 }},
		{"importance", func(in *priority.Input) { in.Areas[0].Importance = 3 }},
		{"reach", func(in *priority.Input) { in.Areas[0].Reach = -1 }},
		{"slipped from nowhere", func(in *priority.Input) { in.Areas[0].SlippedFrom = 9 }},
		{"same area twice", func(in *priority.Input) { in.Areas[1].ID = "A" }},
		{"edge to nowhere", func(in *priority.Input) { in.Edges = edges("A>Z") }},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			in := star()
			test.make(&in)
			var bad *priority.BadInput
			if _, err := priority.Suggest(in); !errors.As(err, &bad) || bad.Why == "" {
				t.Errorf("error %v", err)
			}
		})
	}
}

func TestSuggestRefusesASixthPin(t *testing.T) {
	in := blank(t)
	for i := range 6 {
		in.Areas[i].Pinned = true
	}
	var many *priority.TooManyPins
	if _, err := priority.Suggest(in); !errors.As(err, &many) || len(many.Pinned) != 6 {
		t.Fatalf("error %v", err)
	}
	if want := "suggest priorities: 6 areas are pinned, and at most 5 can be"; many.Error() != want {
		t.Errorf("error %q, want %q", many.Error(), want)
	}
	in.Areas[0].Excluded = true
	if a := suggest(t, in); a.K != 5 {
		t.Errorf("%d suggested with five pins", a.K)
	}
}

func TestRefusalsNameTheArea(t *testing.T) {
	in := star()
	in.Areas[2].Judgements[0].Level = 9
	_, err := priority.Suggest(in)
	if want := "suggest priorities: area C: level 9 is not on the scale of 4"; err == nil || err.Error() != want {
		t.Errorf("error %v, want %q", err, want)
	}
	in = star()
	in.K = 2
	_, err = priority.Suggest(in)
	if want := "suggest priorities: 2 priorities asked for; it can be 3, 4 or 5"; err == nil || err.Error() != want {
		t.Errorf("error %v, want %q", err, want)
	}
}

func TestConfidenceIsMediumUnlessSaid(t *testing.T) {
	var c priority.Confidence
	if c != priority.Medium || c.String()+priority.Low.String()+priority.High.String() != "mediumlowhigh" {
		t.Errorf("%v, %v, %v", c, priority.Low, priority.High)
	}
}
