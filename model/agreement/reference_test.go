package agreement_test

import (
	"math/big"

	"waymark/model"
	"waymark/model/agreement"
)

// This is a second, slow and plain account of the three coefficients in exact
// fractions, written from their definitions and sharing nothing with the
// package but the types. compare_test.go holds the package against it.

type fraction = *big.Rat

func whole(n int) fraction { return big.NewRat(int64(n), 1) }

func plus(a, b fraction) fraction  { return new(big.Rat).Add(a, b) }
func less(a, b fraction) fraction  { return new(big.Rat).Sub(a, b) }
func times(a, b fraction) fraction { return new(big.Rat).Mul(a, b) }
func over(a, b fraction) fraction  { return new(big.Rat).Quo(a, b) }

// closeness is the quadratic weight of Fleiss and Cohen.
func closeness(k, l, q int) fraction {
	return less(whole(1), big.NewRat(int64((k-l)*(k-l)), int64((q-1)*(q-1))))
}

// corrected is (seen - chance) / (1 - chance), nil when that has no value.
func corrected(seen, chance fraction) fraction {
	rest := less(whole(1), chance)
	if rest.Sign() == 0 {
		return nil
	}
	return over(less(seen, chance), rest)
}

func timesGiven(levels []model.Level, k int) int {
	n := 0
	for _, l := range levels {
		if int(l) == k {
			n++
		}
	}
	return n
}

func raters(levels []model.Level) int { return len(levels) - timesGiven(levels, 0) }

// plainAC2 is Gwet's general form.
func plainAC2(in agreement.Input) fraction {
	q := in.Levels
	agreed, paired, some := whole(0), 0, 0
	shares := make([]fraction, q+1)
	for k := 1; k <= q; k++ {
		shares[k] = whole(0)
	}
	for _, u := range in.Units {
		r := raters(u.Levels)
		if r > 0 {
			some++
		}
		if r > 1 {
			paired++
		}
		for k := 1; k <= q && r > 0; k++ {
			n := timesGiven(u.Levels, k)
			shares[k] = plus(shares[k], big.NewRat(int64(n), int64(r)))
			if r < 2 {
				continue
			}
			near := whole(-1)
			for l := 1; l <= q; l++ {
				near = plus(near, times(closeness(k, l, q), whole(timesGiven(u.Levels, l))))
			}
			agreed = plus(agreed, over(times(whole(n), near), whole(r*(r-1))))
		}
	}
	if paired == 0 {
		return nil
	}
	total, chance := whole(0), whole(0)
	for k := 1; k <= q; k++ {
		for l := 1; l <= q; l++ {
			total = plus(total, closeness(k, l, q))
		}
		p := over(shares[k], whole(some))
		chance = plus(chance, times(p, less(whole(1), p)))
	}
	chance = over(times(total, chance), whole(q*(q-1)))
	return corrected(over(agreed, whole(paired)), chance)
}

// plainKappa compares the first two raters.
func plainKappa(in agreement.Input) fraction {
	q, n := in.Levels, 0
	first, second := make([]int, q+1), make([]int, q+1)
	seen, chance := whole(0), whole(0)
	for _, u := range in.Units {
		a, b := int(u.Levels[0]), int(u.Levels[1])
		if a > 0 && b > 0 {
			n++
			first[a]++
			second[b]++
			seen = plus(seen, closeness(a, b, q))
		}
	}
	if n == 0 {
		return nil
	}
	for k := 1; k <= q; k++ {
		for l := 1; l <= q; l++ {
			chance = plus(chance, times(closeness(k, l, q), big.NewRat(int64(first[k]*second[l]), int64(n*n))))
		}
	}
	return corrected(over(seen, whole(n)), chance)
}

// plainAlpha builds the coincidence matrix pair by pair.
func plainAlpha(in agreement.Input) fraction {
	q := in.Levels
	together := make([][]fraction, q+1)
	used := make([]fraction, q+1)
	for c := range together {
		together[c] = make([]fraction, q+1)
		used[c] = whole(0)
		for k := range together[c] {
			together[c][k] = whole(0)
		}
	}
	all := whole(0)
	for _, u := range in.Units {
		for i, c := range u.Levels {
			for j, k := range u.Levels {
				if i != j && c > 0 && k > 0 {
					pair := big.NewRat(1, int64(raters(u.Levels)-1))
					together[c][k] = plus(together[c][k], pair)
					used[c] = plus(used[c], pair)
					all = plus(all, pair)
				}
			}
		}
	}
	seen, expected := whole(0), whole(0)
	for c := 1; c <= q; c++ {
		for k := 1; k <= q; k++ {
			d := rankDistance(used, min(c, k), max(c, k))
			seen = plus(seen, times(together[c][k], d))
			expected = plus(expected, times(times(used[c], used[k]), d))
		}
	}
	if expected.Sign() == 0 {
		return nil
	}
	return less(whole(1), over(times(less(all, whole(1)), seen), expected))
}

func rankDistance(used []fraction, low, high int) fraction {
	between := whole(0)
	for g := low; g <= high; g++ {
		between = plus(between, used[g])
	}
	between = less(between, over(plus(used[low], used[high]), whole(2)))
	return times(between, between)
}
