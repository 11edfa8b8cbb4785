package priority

import "math"

// The terms of 2^u as a series: (ln 2)^n / n!, worked out exactly by the
// compiler.
const (
	t0  = 1.0
	t1  = math.Ln2
	t2  = t1 * math.Ln2 / 2
	t3  = t2 * math.Ln2 / 3
	t4  = t3 * math.Ln2 / 4
	t5  = t4 * math.Ln2 / 5
	t6  = t5 * math.Ln2 / 6
	t7  = t6 * math.Ln2 / 7
	t8  = t7 * math.Ln2 / 8
	t9  = t8 * math.Ln2 / 9
	t10 = t9 * math.Ln2 / 10
	t11 = t10 * math.Ln2 / 11
	t12 = t11 * math.Ln2 / 12
	t13 = t12 * math.Ln2 / 13
)

// pow2 is 2^u for u in [-1/2, 1/2], to within two units in the last place. The
// library's Exp2 is written in assembly on some platforms and may differ there,
// so the series is summed here in one fixed order, and each product is rounded
// on its own because some processors would otherwise fuse it with the sum.
func pow2(u float64) float64 {
	v := float64(u * u)
	even := float64(t12*v) + t10
	even = float64(even*v) + t8
	even = float64(even*v) + t6
	even = float64(even*v) + t4
	even = float64(even*v) + t2
	even = float64(even*v) + t0
	odd := float64(t13*v) + t11
	odd = float64(odd*v) + t9
	odd = float64(odd*v) + t7
	odd = float64(odd*v) + t5
	odd = float64(odd*v) + t3
	odd = float64(odd*v) + t1
	return float64(odd*u) + even
}
