package agreement

import "waymark/model"

// Lean is how far one rater's levels lie above the mean of their areas, over
// the N areas that somebody else judged too; the mean is nil without any. In so
// many of these areas their level lies above the mean, on it and below it.
type Lean struct {
	Rater int      `json:"rater"`
	N     int      `json:"n"`
	Above int      `json:"above"`
	On    int      `json:"on"`
	Below int      `json:"below"`
	Mean  *float64 `json:"mean"`
}

// Leans is how far each rater leans, in their order, as in a Result but without
// the figures that take long to work out. The error is a *BadInput.
func Leans(in Input) ([]Lean, error) {
	if err := in.check(); err != nil {
		return nil, err
	}
	return in.lean(), nil
}

func (in *Input) lean() []Lean {
	leans := make([]Lean, in.Raters)
	for rater := range leans {
		leans[rater] = in.leanOf(rater)
	}
	return leans
}

// leanOf adds up whole numbers for each number of raters an area has, and only
// then divides, so that the order of the areas does not matter.
func (in *Input) leanOf(rater int) Lean {
	l := Lean{Rater: rater}
	total := make([]int, in.Raters+1)
	for i := range in.Units {
		levels := in.Units[i].Levels
		given, sum := added(levels)
		if levels[rater] == 0 || given < 2 {
			continue
		}
		above := given*int(levels[rater]) - sum
		total[given] += above
		l.N++
		l.Above += one(above > 0)
		l.On += one(above == 0)
		l.Below += one(above < 0)
	}
	mean := 0.0
	for given := 2; given <= in.Raters; given++ {
		mean += float64(total[given]) / float64(given)
	}
	l.Mean = figure(mean/float64(l.N), l.N > 0)
	return l
}

// added is how many levels were given, and their sum.
func added(levels []model.Level) (given, sum int) {
	for _, l := range levels {
		if l > 0 {
			given++
			sum += int(l)
		}
	}
	return given, sum
}
