//go:build !windows

// Package bench_test measures the program from outside, in a real terminal,
// beside the least that a program of its kind can be (floor), and prints one
// table. Nothing here fails because a machine is slow: a person reads the
// table, and `make bench` prints it.
//
// It may import ui/uitest and nothing else of the module: it measures the
// program that people get.
package bench_test

import (
	"fmt"
	"math/rand/v2"
	"os"
	"os/exec"
	"path/filepath"
	"testing"
	"time"
)

const (
	starts  = 15  // of each program
	keys    = 300 // in each place
	idles   = 7   // looks at programs that nobody touches
	idleFor = 2 * time.Second
	noise   = .05 // what the same program differs from itself
)

// place is a computer with both programs and a school that is half judged.
type place struct {
	floor, waymark string
	env            []string
}

// BenchmarkTable measures everything once and prints the table.
func BenchmarkTable(b *testing.B) {
	for b.Loop() {
		p := prepare(b)
		t := &table{}
		p.starting(b, t)
		p.answering(b, t)
		p.size(b, t)
		inits(b, p, t)
		goBenchmarks(b, t)
		fmt.Println(t)
	}
}

func prepare(b *testing.B) place {
	b.Helper()
	folder := b.TempDir()
	p := place{
		floor: filepath.Join(folder, "floor"), waymark: filepath.Join(folder, "waymark"),
		env: []string{"HOME=" + folder, "WAYMARK_DB=" + filepath.Join(folder, "data", "waymark.db"), "WAYMARK_STATE=" + filepath.Join(folder, "state")},
	}
	for out, source := range map[string]string{p.floor: "waymark/bench/floor", p.waymark: "waymark/cmd/waymark"} {
		run(b, nil, "go", "build", "-ldflags=-s -w", "-o", out, source)
	}
	run(b, p.env, p.waymark, "school", "add", "Alder Lane Primary")
	run(b, p.env, p.waymark, "assess", "start", "--year", "2026-27")
	run(b, p.env, p.waymark, "assess", "rate", "1.1=2", "1.2=3", "1.3=1", "2.1=2", "2.2=3", "3.1=4", "4.1=2", "5.1=1", "6.1=2", "7.1=3")
	return p
}

func run(b *testing.B, env []string, name string, args ...string) []byte {
	b.Helper()
	cmd := exec.Command(name, args...)
	cmd.Env = append(os.Environ(), env...)
	cmd.Stderr = os.Stderr
	out, err := cmd.Output()
	if err != nil {
		b.Fatalf("%s %v: %v\n%s", name, args, err, out)
	}
	return out
}

// starting is how long each takes to its first settled frame, in turns.
func (p place) starting(b *testing.B, t *table) {
	b.Helper()
	var floor, ours, drawn []float64
	for range starts {
		_, settled := p.first(b, p.floor)
		floor = append(floor, settled)
		first, settled := p.first(b, p.waymark)
		ours, drawn = append(ours, settled), append(drawn, first)
	}
	t.says("floor: first settled frame", median(floor), "ms", "")
	t.says("first frame, before the terminal has told its ground", median(drawn), "ms", "")
	t.times("first settled frame", median(ours), median(floor), 1.25, "ms")
}

// first is how long bin takes to its first frame, and to the one that stays.
func (p place) first(b *testing.B, bin string) (drawn, settled float64) {
	b.Helper()
	s := start(b, bin, p.env)
	defer s.stop()
	settled = ms(s.settled().Sub(s.started))
	return ms(s.first.Sub(s.started)), settled
}

// answering is what a key, an idle moment and many keys' memory cost.
func (p place) answering(b *testing.B, t *table) {
	b.Helper()
	floor := start(b, p.floor, p.env)
	defer floor.stop()
	ours := start(b, p.waymark, p.env)
	defer ours.stop()
	floor.settled()
	ours.settled()
	walk := []string{"\x1b[B", "\x1b[A"}
	least, moves := both(floor, walk, ours, walk)
	report(t, "a move", moves, least)

	ours.press("\r") // to the first area that is not judged
	ours.settled()
	least, saves := both(floor, walk, ours, []string{"1", "3", "2", "4"})
	report(t, "a level, while saving", saves, least)

	idle(t, floor, ours)
	if mb, ok := ours.resident(); ok {
		t.under("memory after "+fmt.Sprint(2*keys)+" keys", mb, 60, "MB")
	}
}

// both presses keys in both programs in turns, at a quick person's pace and
// never in step with the renderer.
func both(floor *terminal, walk []string, ours *terminal, turns []string) (least, took []float64) {
	for i := range keys {
		least = append(least, answer(floor, walk[i%len(walk)])...)
		took = append(took, answer(ours, turns[i%len(turns)])...)
	}
	return least, took
}

func answer(t *terminal, key string) []float64 {
	took := t.press(key)
	time.Sleep(60*time.Millisecond + rand.N(40*time.Millisecond))
	if took == 0 {
		return nil
	}
	return []float64{ms(took)}
}

func report(t *table, what string, took, least []float64) {
	t.says("floor: key to frame, half of them", median(least), "ms", fmt.Sprintf("%d of %d keys drew something", len(least), keys))
	t.times("key to frame, "+what+": half of them", median(took), median(least), 1.25, "ms")
	t.times("key to frame, "+what+": 99 in 100", at(.99, took), at(.99, least), 1.5, "ms")
	if len(took) < keys {
		t.says("keys that drew nothing, "+what, float64(keys-len(took)), "", "")
	}
}

// idle is how busy each is when nobody does anything, over the same moments.
func idle(t *table, floor, ours *terminal) {
	var least, busy []float64
	for range idles {
		floorBefore, ok1 := floor.cpu()
		oursBefore, ok2 := ours.cpu()
		if !ok1 || !ok2 {
			return // only Linux tells
		}
		time.Sleep(idleFor)
		floorAfter, _ := floor.cpu()
		oursAfter, _ := ours.cpu()
		least = append(least, ms(floorAfter-floorBefore)/idleFor.Seconds())
		busy = append(busy, ms(oursAfter-oursBefore)/idleFor.Seconds())
	}
	t.says("floor: idle, processor time in a second", median(least), "ms", "")
	t.times("idle, processor time in a second", median(busy), median(least), 1+noise, "ms")
}

func (p place) size(b *testing.B, t *table) {
	b.Helper()
	info, err := os.Stat(p.waymark)
	if err != nil {
		b.Fatal(err)
	}
	t.under("the program, stripped", float64(info.Size())/1e6, 20, "MB")
}

func ms(d time.Duration) float64 { return float64(d) / float64(time.Millisecond) }
