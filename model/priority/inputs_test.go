package priority_test

import (
	"fmt"

	"pgregory.net/rapid"

	"waymark/model"
	"waymark/model/priority"
)

// anyInput draws small inputs of every shape: scales of two to six levels, up to
// nine areas, any edges, up to three raters, agreed, unrated, pinned, set aside.
func anyInput(most int) *rapid.Generator[priority.Input] {
	return rapid.Custom(func(t *rapid.T) priority.Input {
		q := rapid.IntRange(2, 6).Draw(t, "levels")
		in := priority.Input{
			Scale:    model.Scale{Levels: make([]model.LevelName, q), Expected: model.Level(rapid.IntRange(2, q).Draw(t, "expected"))},
			K:        rapid.SampledFrom([]int{0, 0, 0, 3, 4, 5}).Draw(t, "k"),
			Seed:     rapid.Uint64Range(1, 1000).Draw(t, "seed"),
			Readings: rapid.IntRange(1, 60).Draw(t, "readings"),
		}
		n := rapid.IntRange(0, most).Draw(t, "areas")
		pins := 0
		for i := range n {
			a := anyArea(q).Draw(t, "area")
			a.ID, a.Title = model.AreaID(fmt.Sprintf("a%d", i)), fmt.Sprintf("Area %d", i)
			if a.Pinned && pins == priority.MaxPriorities {
				a.Pinned = false
			}
			if a.Pinned {
				pins++
			}
			in.Areas = append(in.Areas, a)
		}
		for range rapid.IntRange(0, 2*n).Draw(t, "edges") {
			in.Edges = append(in.Edges, model.Edge{
				Before: in.Areas[rapid.IntRange(0, n-1).Draw(t, "before")].ID,
				After:  in.Areas[rapid.IntRange(0, n-1).Draw(t, "after")].ID,
			})
		}
		return in
	})
}

func anyArea(q int) *rapid.Generator[priority.Area] {
	return rapid.Custom(func(t *rapid.T) priority.Area {
		one := func(rater string) priority.Judgement {
			return priority.Judgement{
				Rater:      rater,
				Level:      model.Level(rapid.IntRange(1, q).Draw(t, "level")),
				Confidence: rapid.SampledFrom([]priority.Confidence{priority.Low, priority.Low, priority.Medium, priority.High}).Draw(t, "confidence"),
			}
		}
		oneIn := func(n int, name string) bool { return rapid.IntRange(1, n).Draw(t, name) == n }
		a := priority.Area{
			Importance: rapid.SampledFrom([]float64{0, 0, 0.5, 1, 2}).Draw(t, "importance"),
			Reach:      rapid.SampledFrom([]float64{0, 0, 0.25, 0.5, 0.75, 1}).Draw(t, "reach"),
			Slipping:   oneIn(5, "slipping"), Pinned: oneIn(8, "pinned"),
			Excluded: oneIn(8, "excluded"), NotApplicable: oneIn(10, "not applicable"),
		}
		raters := []string{"you", "the reviewer", "the deputy"}
		for i := range rapid.SampledFrom([]int{0, 1, 1, 1, 2, 2, 3}).Draw(t, "raters") {
			a.Judgements = append(a.Judgements, one(raters[i]))
		}
		if oneIn(6, "agreed") {
			j := one("you and your reviewer agreed")
			a.Agreed = &j
		}
		return a
	})
}
