package agreement_test

import (
	"math"
	"testing"

	"waymark/model/agreement"
)

// The sources of the published values.
//
//	Gwet, irrCAC for R, vignettes "overview" and "weighting" (cont3x3abstractors,
//	  cac.raw4raters), and its Python port by Fergadis, test/unit/irrCAC/raw
//	SAS/STAT documentation, PROC FREQ, as in statsmodels test_inter_rater.py
//	irr for R, anxiety data, raters 2 and 3, as in the same file
//	Cohen (1968), Weighted kappa, Psychological Bulletin 70, table 1,
//	  as in the example of cohen.kappa in psych for R
//	Krippendorff (2011), Computing Krippendorff's Alpha-Reliability, section E
//	"Krippendorff's alpha", Wikipedia: 3 coders and 15 units, as in the tests of
//	  the Python package krippendorff
var (
	abstractors = [][]int{{13, 0, 0}, {0, 20, 7}, {0, 4, 56}}
	sas         = [][]int{{0, 4, 1}, {0, 8, 0}, {0, 1, 5}}
	// Of 200 patients, and the weights of disagreement that Cohen chose.
	cohen        = [][]int{{88, 14, 18}, {10, 40, 10}, {2, 6, 12}}
	cohenWeights = agreement.Weights{{0, 1, 3}, {1, 0, 6}, {3, 6, 0}}

	fourByTwelve = [][]int{
		{1, 2, 3, 3, 2, 1, 4, 1, 2, 0, 0, 0},
		{1, 2, 3, 3, 2, 2, 4, 1, 2, 5, 0, 3},
		{0, 3, 3, 3, 2, 3, 4, 2, 2, 5, 1, 0},
		{1, 2, 3, 3, 2, 4, 4, 1, 2, 5, 1, 0},
	}
	// The same judgements, but for who was alone with unit 12.
	gwet = [][]int{
		{1, 2, 3, 3, 2, 1, 4, 1, 2, 0, 0, 0},
		{1, 2, 3, 3, 2, 2, 4, 1, 2, 5, 0, 0},
		{0, 3, 3, 3, 2, 3, 4, 2, 2, 5, 1, 3},
		{1, 2, 3, 3, 2, 4, 4, 1, 2, 5, 1, 0},
	}
	threeByFifteen = [][]int{
		{0, 0, 0, 0, 0, 3, 4, 1, 2, 1, 1, 3, 3, 0, 3},
		{1, 0, 2, 1, 3, 3, 4, 3, 0, 0, 0, 0, 0, 0, 0},
		{0, 0, 2, 1, 3, 4, 4, 0, 2, 1, 1, 3, 3, 0, 4},
	}
	// Level 6 is written 5: neither rater used the 5 of the original scale.
	anxiety = [][]int{
		{3, 5, 4, 5, 2, 4, 2, 4, 3, 3, 2, 3, 3, 3, 2, 2, 1, 3, 3, 4},
		{2, 1, 4, 4, 3, 2, 1, 5, 1, 1, 1, 2, 3, 3, 1, 1, 3, 3, 2, 2},
	}
)

func TestPublishedKappa(t *testing.T) {
	for _, c := range []struct {
		name    string
		table   [][]int
		weights agreement.Weights
		want    float64
		places  int
	}{
		{"irrCAC", abstractors, agreement.Identity(3), 0.7964094, 7},
		{"irrCAC quadratic", abstractors, agreement.Quadratic(3), 0.8921569, 7},
		{"SAS", sas, agreement.Identity(3), 0.4842, 4},
		{"SAS linear", sas, agreement.Linear(3), 0.4701, 4},
		{"irr", cross(anxiety, 5), agreement.Identity(5), -0.006289308, 9},
		{"irr linear", cross(anxiety, 5), agreement.Linear(5), 0.1459075, 7},
		{"irr quadratic", cross(anxiety, 5), agreement.Quadratic(5), 0.2520325, 7},
		{"Cohen", cohen, agreement.Identity(3), 0.492, 3},
		{"Cohen weighted", cohen, cohenWeights, 0.348, 3},
	} {
		got, ok := agreement.Kappa(c.table, c.weights)
		published(t, c.name, got, ok, c.want, c.places)
	}
}

func TestPublishedGwet(t *testing.T) {
	for _, c := range []struct {
		name    string
		counts  [][]int
		weights agreement.Weights
		want    float64
		places  int
	}{
		{"AC1 of a table", agreement.Counted(abstractors), agreement.Identity(3), 0.8493305, 7},
		{"AC2 of a table", agreement.Counted(abstractors), agreement.Quadratic(3), 0.9402369, 7},
		{"four raters", byUnit(gwet, 5), agreement.Identity(5), 0.77544, 5},
		{"four raters, linear", byUnit(gwet, 5), agreement.Linear(5), 0.859, 3},
		{"four raters, ordinal", byUnit(gwet, 5), agreement.Ordinal(5), 0.899, 3},
		{"four raters, quadratic", byUnit(gwet, 5), agreement.Quadratic(5), 0.91400, 5},
	} {
		got, ok := agreement.AC(c.counts, c.weights)
		published(t, c.name, got, ok, c.want, c.places)
	}
}

func TestPublishedAlpha(t *testing.T) {
	for _, c := range []struct {
		name    string
		counts  [][]int
		weights agreement.Weights
		want    float64
		places  int
	}{
		{"irrCAC table", agreement.Counted(abstractors), agreement.Identity(3), 0.7972585, 7},
		{"irrCAC table, quadratic", agreement.Counted(abstractors), agreement.Quadratic(3), 0.8926487, 7},
		{"irrCAC raw", byUnit(gwet, 5), agreement.Identity(5), 0.74342, 5},
		{"irrCAC raw, linear", byUnit(gwet, 5), agreement.Linear(5), 0.800, 3},
		{"irrCAC raw, ordinal weights", byUnit(gwet, 5), agreement.Ordinal(5), 0.834, 3},
		{"irrCAC raw, quadratic", byUnit(gwet, 5), agreement.Quadratic(5), 0.84911, 5},
		{"Krippendorff nominal", byUnit(fourByTwelve, 5), agreement.Identity(5), 0.743, 3},
		{"Krippendorff interval", byUnit(fourByTwelve, 5), agreement.Quadratic(5), 0.849, 3},
		{"Krippendorff ratio", byUnit(fourByTwelve, 5), ratio(5), 0.797, 3},
		{"Wikipedia nominal", byUnit(threeByFifteen, 4), agreement.Identity(4), 0.691358, 6},
		{"Wikipedia interval", byUnit(threeByFifteen, 4), agreement.Quadratic(4), 0.810845, 6},
	} {
		got, ok := agreement.Alpha(c.counts, c.weights)
		published(t, c.name, got, ok, c.want, c.places)
	}
	got, ok := agreement.AlphaOrdinal(byUnit(fourByTwelve, 5))
	published(t, "Krippendorff ordinal", got, ok, 0.815, 3)
}

// published allows for the rounding of print and no more.
func published(t *testing.T, name string, got float64, ok bool, want float64, places int) {
	t.Helper()
	if !ok || !(math.Abs(got-want) <= 0.5*math.Pow10(-places)+1e-12) {
		t.Errorf("%s: %v %v, want %v", name, got, ok, want)
	}
}

// byUnit turns rows of one rater each into counts of each unit; 0 is a gap.
func byUnit(raters [][]int, levels int) [][]int {
	counts := make([][]int, len(raters[0]))
	for u := range counts {
		counts[u] = make([]int, levels)
		for _, levels := range raters {
			if levels[u] > 0 {
				counts[u][levels[u]-1]++
			}
		}
	}
	return counts
}

func cross(raters [][]int, levels int) [][]int {
	table := make([][]int, levels)
	for i := range table {
		table[i] = make([]int, levels)
	}
	for u, level := range raters[0] {
		table[level-1][raters[1][u]-1]++
	}
	return table
}

// ratio is ((c-k)/(c+k))^2 over one denominator that fits every pair of levels.
func ratio(levels int) agreement.Weights {
	const all = 2520
	w := agreement.Identity(levels)
	for c := range levels {
		for k := range levels {
			part := (c - k) * all / (c + k + 2)
			w[c][k] = part * part
		}
	}
	return w
}
