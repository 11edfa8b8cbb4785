package priority_test

import (
	"sync"
	"testing"

	"waymark/model/priority"
)

// BenchmarkSuggest41 is one school while it is being judged: 41 areas, 62
// edges, two raters, 4,000 readings. It should stay under 20 ms.
func BenchmarkSuggest41(b *testing.B) {
	in := school(b, 1)
	b.ReportAllocs()
	for b.Loop() {
		if _, err := priority.Suggest(in); err != nil {
			b.Fatal(err)
		}
	}
}

// BenchmarkTrust1200 is 1,200 different schools shared between two workers. It
// should stay under 10 s.
func BenchmarkTrust1200(b *testing.B) {
	schools := make([]priority.Input, 1200)
	for i := range schools {
		schools[i] = school(b, uint64(i))
	}
	for b.Loop() {
		var wg sync.WaitGroup
		for half := range 2 {
			wg.Go(func() {
				for i := half; i < len(schools); i += 2 {
					if _, err := priority.Suggest(schools[i]); err != nil {
						b.Error(err)
					}
				}
			})
		}
		wg.Wait()
	}
}
