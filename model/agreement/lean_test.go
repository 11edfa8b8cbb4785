package agreement_test

import (
	"errors"
	"testing"

	"waymark/model/agreement"
)

func TestLeansCountTheAreasOnEachSide(t *testing.T) {
	leans, err := agreement.Leans(of(4, "3334-", "322-1", "3-3-1"))
	if err != nil {
		t.Fatal(err)
	}
	for rater, want := range []agreement.Lean{{N: 3, Above: 2, On: 1}, {N: 4, On: 2, Below: 2}, {N: 3, Above: 1, On: 2}} {
		got := leans[rater]
		if got.Rater != rater || got.N != want.N || got.Above != want.Above || got.On != want.On || got.Below != want.Below {
			t.Errorf("rater %d: %+v, want %+v", rater, got, want)
		}
	}
	var bad *agreement.BadInput
	if _, err := agreement.Leans(agreement.Input{Levels: 4, Raters: 1}); !errors.As(err, &bad) {
		t.Errorf("one rater leans: %v", err)
	}
}
