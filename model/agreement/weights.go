package agreement

// Weights says how much it counts that two raters chose two different levels:
// 0 on the diagonal, and elsewhere whole numbers of which only the ratios
// matter. Gwet's weight of two levels is one less their share of the greatest.
type Weights [][]int

// Identity counts any two different levels alike.
func Identity(levels int) Weights {
	return spaced(levels, func(d int) int { return min(d, 1) })
}

// Linear counts levels by how many steps they are apart.
func Linear(levels int) Weights {
	return spaced(levels, func(d int) int { return d })
}

// Quadratic counts levels by the square of the steps between them, so that two
// levels apart matter four times as much as one.
func Quadratic(levels int) Weights {
	return spaced(levels, func(d int) int { return d * d })
}

// Ordinal counts levels by how many pairs can be made of the levels from the
// one to the other.
func Ordinal(levels int) Weights {
	return spaced(levels, func(d int) int { return d * (d + 1) / 2 })
}

func spaced(levels int, of func(steps int) int) Weights {
	w := make(Weights, levels)
	for k := range w {
		w[k] = make([]int, levels)
		for l := range w[k] {
			w[k][l] = of(max(k-l, l-k))
		}
	}
	return w
}

// greatest is the largest of the weights.
func (w Weights) greatest() int {
	most := 0
	for _, row := range w {
		for _, d := range row {
			most = max(most, d)
		}
	}
	return most
}

// apart adds up the weights of all ordered pairs of raters of one area.
func (w Weights) apart(counts []int) int {
	sum := 0
	for k, a := range counts {
		for l, b := range counts {
			sum += w[k][l] * a * b
		}
	}
	return sum
}
