package priority_test

import (
	"math"
	"testing"

	"waymark/model"
	"waymark/model/priority"
)

func TestSpreadPoolsWhatEverybodySaid(t *testing.T) {
	s := model.Scale{Levels: make([]model.LevelName, 4), Expected: 3}
	low := priority.Judgement{Level: 2, Confidence: priority.Low}
	high := priority.Judgement{Level: 4, Confidence: priority.High}
	for _, c := range []struct {
		name string
		area priority.Area
		want []float64
	}{
		{"nobody", priority.Area{}, nil},
		{"one, unsure", priority.Area{Judgements: []priority.Judgement{low}}, []float64{.25, .5, .25, 0}},
		{"two apart", priority.Area{Judgements: []priority.Judgement{low, high}}, []float64{.125, .25, .14, .485}},
		{"agreed stands in", priority.Area{Judgements: []priority.Judgement{low}, Agreed: &high}, []float64{0, 0, .03, .97}},
	} {
		got := priority.Spread(c.area, s)
		if len(got) != len(c.want) {
			t.Fatalf("%s: %v, want %v", c.name, got, c.want)
		}
		for i := range got {
			if math.Abs(got[i]-c.want[i]) > 1e-12 {
				t.Errorf("%s: %v, want %v", c.name, got, c.want)
			}
		}
	}
}
