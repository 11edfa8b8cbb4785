//go:build !windows

package bench_test

import (
	"os"
	"os/exec"
	"regexp"
	"slices"
	"strconv"
	"strings"
	"testing"
)

// inits is what the packages do before main begins.
func inits(b *testing.B, p place, t *table) {
	b.Helper()
	all := map[string][]float64{}
	var totals []float64
	for range 9 {
		cmd := exec.Command(p.waymark, "version")
		cmd.Env = append(os.Environ(), append(p.env, "GODEBUG=inittrace=1")...)
		out, err := cmd.CombinedOutput()
		if err != nil {
			b.Fatalf("trace the start: %v\n%s", err, out)
		}
		total := 0.0
		for _, m := range regexp.MustCompile(`(?m)^init (\S+) @\S+ ms, (\S+) ms clock`).FindAllStringSubmatch(string(out), -1) {
			took, err := strconv.ParseFloat(m[2], 64)
			if err != nil {
				b.Fatal(err)
			}
			all[m[1]] = append(all[m[1]], took)
			total += took
		}
		totals = append(totals, total)
	}
	t.says("before main: all packages", median(totals), "ms", "")
	names := slices.SortedFunc(mapKeys(all), func(x, y string) int { return -compare(median(all[x]), median(all[y])) })
	for _, name := range names[:min(4, len(names))] {
		t.says("before main: "+name, median(all[name]), "ms", "")
	}
}

func mapKeys(m map[string][]float64) func(func(string) bool) {
	return func(yield func(string) bool) {
		for k := range m {
			if !yield(k) {
				return
			}
		}
	}
}

func compare(x, y float64) int {
	switch {
	case x < y:
		return -1
	case x > y:
		return 1
	}
	return 0
}

// goBenchmarks runs the benchmarks that measure one part each.
func goBenchmarks(b *testing.B, t *table) {
	b.Helper()
	store := parts(b, "waymark/store", "^Benchmark(Append|BareCommit|OpenTenYears)$")
	t.says("bare commit of one row", store["BareCommit"], "ms", "")
	t.times("a judgement, committed and read back", store["Append"], store["BareCommit"], 1.3, "ms")
	t.under("opening 40 evaluations", store["OpenTenYears"], 100, "ms")
	engine := parts(b, "waymark/model/priority", "^Benchmark(Suggest41|Trust1200)$")
	t.under("a suggestion, 41 areas and 4,000 readings", engine["Suggest41"], 20, "ms")
	large(b, t)
	visited(b, t)
	t.under("suggestions for 1,200 schools", engine["Trust1200"]/1000, 10, "s")
}

// large is what a key costs, and opening a place, on a rubric of 500 areas with
// nine levels each: the dearest of all places. A frame at 60 in a second is there
// for 16 ms, and 100 ms are noticed.
func large(b *testing.B, t *table) {
	b.Helper()
	all := parts(b, "waymark/cmd/waymark", "^BenchmarkLarge", "-count", "3", "-benchtime", "0.1s")
	for _, kind := range []struct {
		prefix, what string
		limit        float64
	}{
		{"Large/", "a key", 16},
		{"LargePlace/", "opening a place", 100},
		{"LargeOpens", "opening the evaluation", 100},
	} {
		dearest := ""
		for name, took := range all {
			if strings.HasPrefix(name, kind.prefix) && (dearest == "" || took > all[dearest]) {
				dearest = name
			}
		}
		_, place, _ := strings.Cut(dearest, "/")
		t.under(strings.TrimSuffix("500 areas, 9 levels: "+kind.what+", in "+place, ", in "), all[dearest], kind.limit, "ms")
	}
}

// visited is what a key costs, and opening a place, at the end of a full day of
// a visit: 60 notes, 22 areas, 12 rooms with 20 lines of two observers each.
func visited(b *testing.B, t *table) {
	b.Helper()
	all := parts(b, "waymark/cmd/waymark", "^BenchmarkVisit", "-count", "3", "-benchtime", "0.1s")
	for _, place := range []struct{ name, what string }{
		{"agenda", "a key on the line of the day"},
		{"filing", "a key at a stop, filing among them"},
		{"agreeing", "a key while agreeing"},
		{"sheet", "an answer in a room"},
		{"synthesis", "a key on what was seen in all rooms"},
	} {
		t.under("a visit's day: "+place.what, all["Visit/"+place.name], 16, "ms")
		t.under("a visit's day: opening that place", all["VisitPlace/"+place.name], 100, "ms")
	}
}

// parts runs benchmarks of one package five times, or as more says, and returns
// the median of each in milliseconds.
func parts(b *testing.B, pkg, pattern string, more ...string) map[string]float64 {
	b.Helper()
	out := run(b, nil, "go", slices.Concat([]string{"test", "-run", "^$", "-bench", pattern, "-count", "5", "-benchtime", "0.5s"}, more, []string{pkg})...)
	all := map[string][]float64{}
	for line := range strings.Lines(string(out)) {
		f := strings.Fields(line)
		if len(f) < 4 || !strings.HasPrefix(f[0], "Benchmark") {
			continue
		}
		name, _, _ := strings.Cut(strings.TrimPrefix(f[0], "Benchmark"), "-")
		ns, err := strconv.ParseFloat(f[2], 64)
		if err != nil {
			b.Fatalf("read %s: %v", line, err)
		}
		all[name] = append(all[name], ns/1e6)
	}
	medians := map[string]float64{}
	for name, took := range all {
		medians[name] = median(took)
	}
	if len(medians) == 0 {
		b.Fatalf("%s has no benchmark %s:\n%s", pkg, pattern, out)
	}
	return medians
}
