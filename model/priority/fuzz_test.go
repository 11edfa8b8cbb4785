package priority_test

import (
	"fmt"
	"testing"

	"waymark/model"
	"waymark/model/priority"
)

// tape hands out small numbers from any bytes, and zeros when they run out.
type tape struct{ left []byte }

func (b *tape) upTo(n int) int {
	if len(b.left) == 0 {
		return 0
	}
	x := int(b.left[0])
	b.left = b.left[1:]
	return x % (n + 1)
}

// decode reads an input from any bytes. Now and then it is one that cannot be.
func decode(data []byte) priority.Input {
	b := &tape{data}
	q := b.upTo(10)
	in := priority.Input{
		Scale: model.Scale{Levels: make([]model.LevelName, q), Expected: model.Level(b.upTo(q))},
		K:     []int{0, 3, 4, 5, 2}[b.upTo(4)], Seed: uint64(b.upTo(255)), Readings: 1 + b.upTo(20),
	}
	n := b.upTo(15)
	for i := range n {
		a := priority.Area{
			ID: model.AreaID(fmt.Sprint(i)), Title: fmt.Sprint("area ", b.upTo(9)),
			Importance: []float64{0, .5, 1, 2}[b.upTo(3)], Reach: float64(b.upTo(4)) / 4,
			SlippedFrom: model.Level(b.upTo(q)),
		}
		flags := b.upTo(255)
		a.Slipping, a.Pinned, a.Excluded, a.NotApplicable = flags&1 > 0, flags&6 == 6, flags&24 == 24, flags&96 == 96
		for range b.upTo(3) {
			a.Judgements = append(a.Judgements, b.judgement(q))
		}
		if flags&128 > 0 {
			a.Agreed = new(b.judgement(q))
		}
		in.Areas = append(in.Areas, a)
	}
	for len(b.left) > 0 && n > 0 {
		in.Edges = append(in.Edges, model.Edge{
			Before: model.AreaID(fmt.Sprint(b.upTo(n - 1))), After: model.AreaID(fmt.Sprint(b.upTo(n - 1))),
		})
	}
	return in
}

func (b *tape) judgement(q int) priority.Judgement {
	return priority.Judgement{
		Rater:      []string{"you", "the reviewer", "the deputy head", ""}[b.upTo(3)],
		Level:      model.Level(1 + b.upTo(max(0, q-1))),
		Confidence: priority.Confidence(b.upTo(2)),
	}
}

func FuzzSuggest(f *testing.F) {
	f.Add([]byte{})
	f.Add([]byte("\x04\x03\x00\x01\x14\x05A judgement of many areas and the links between them, one after another"))
	f.Add([]byte{4, 3, 0, 9, 20, 3, 1, 1, 4, 0, 128, 1, 0, 1, 1, 0, 0, 2, 1, 1, 4, 0, 6, 2, 0, 0, 1, 1, 1, 2, 0, 1, 1, 2})
	f.Fuzz(func(t *testing.T, data []byte) {
		in := decode(data)
		a, err := priority.Suggest(in)
		if err != nil {
			return
		}
		lawful(t, in, a)
	})
}
