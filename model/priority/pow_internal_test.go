package priority

import (
	"math"
	"testing"
)

func TestPow2IsAccurate(t *testing.T) {
	for i := -50000; i <= 50000; i++ {
		u := float64(i) / 100000
		want := math.Exp2(u)
		if got := pow2(u); math.Abs(got-want) > 1e-15*want {
			t.Fatalf("pow2(%v) = %v, want %v", u, got, want)
		}
	}
}

func TestPow2HasTheSameBitsEverywhere(t *testing.T) {
	sum := uint64(0)
	for i := range 1000 {
		sum = sum*1099511628211 ^ math.Float64bits(pow2(float64(i)/1000-0.5))
	}
	if want := uint64(0xe59a0d6706aa5c4e); sum != want {
		t.Errorf("bits fold to %#x, want %#x", sum, want)
	}
}
