package agreement_test

import (
	"testing"

	"waymark/model/agreement"
)

// BenchmarkMeasure41 is a whole school and its reviewer: 41 areas and 2,000
// resamples. It should stay under 10 ms.
func BenchmarkMeasure41(b *testing.B) {
	in, _ := comparison(b, "whole-school")
	b.ReportAllocs()
	for b.Loop() {
		if _, err := agreement.Measure(in); err != nil {
			b.Fatal(err)
		}
	}
}
