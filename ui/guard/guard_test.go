package guard_test

import (
	"strings"
	"testing"
	"time"

	"waymark/ui/guard"
)

type harness struct {
	g     *guard.Guard[string]
	now   time.Time
	done  []string
	paste string
	took  bool
	wait  int
}

func start() *harness {
	now := time.Date(2026, 9, 24, 10, 0, 0, 0, time.UTC)
	return &harness{g: guard.New[string](now), now: now.Add(time.Minute)}
}

// key presses a key after a pause; one-rune names print themselves.
func (h *harness) key(name string, after time.Duration) {
	h.now = h.now.Add(after)
	text := ""
	if len([]rune(name)) == 1 {
		text = name
	}
	h.take(h.g.Feed(guard.Key[string]{Key: name, Text: text, At: h.now}))
}

func (h *harness) take(v guard.Verdict[string]) {
	h.done = append(h.done, v.Run...)
	if v.Paste != "" {
		h.paste, h.took = v.Paste, v.TookIn
	}
	if v.Wait != 0 {
		h.wait = v.Wait
	}
}

func (h *harness) settle() { h.take(h.g.Settle(h.wait)) }

func (h *harness) did() string { return strings.Join(h.done, " ") }

func TestPeoplePressKeysOneByOne(t *testing.T) {
	h := start()
	for _, k := range strings.Fields("3 enter n f c 4 enter") {
		h.key(k, 90*time.Millisecond)
	}
	if h.did() != "3 enter n f c 4 enter" || h.paste != "" {
		t.Fatalf("did %q, paste %q", h.did(), h.paste)
	}
}

func TestQuickKeysKeepTheirOrderAndAllArrive(t *testing.T) {
	h := start()
	h.key("3", 90*time.Millisecond)
	h.key("f", 20*time.Millisecond)
	h.key("enter", 5*time.Millisecond)
	h.key("g", 15*time.Millisecond)
	h.key("p", 15*time.Millisecond)
	h.settle()
	if h.did() != "3 f enter g p" {
		t.Fatalf("did %q", h.did())
	}
}

func TestABurstRunsNoneOfItsKeys(t *testing.T) {
	h := start()
	h.key("q", time.Second)
	for _, r := range "uick note" {
		h.key(string(r), 0)
	}
	h.key("enter", 0)
	h.key("x", 0)
	h.settle()
	if h.paste != "quick note\nx" || !h.took {
		t.Fatalf("paste %q, took %v", h.paste, h.took)
	}
	if h.did() != "q" {
		t.Fatalf("did %q; only the first key may run, and is taken back", h.did())
	}
	h.key("3", time.Second)
	if h.did() != "q 3" {
		t.Fatalf("after the paste did %q", h.did())
	}
}

func TestFourQuickKeysAreNoPaste(t *testing.T) {
	h := start()
	for _, k := range []string{"a", "b", "c", "d"} {
		h.key(k, 5*time.Millisecond)
	}
	h.settle()
	if h.paste != "" || h.did() != "a b c d" {
		t.Fatalf("did %q, paste %q", h.did(), h.paste)
	}
}

func TestFiveKeysSpreadWiderAreNoPaste(t *testing.T) {
	h := start()
	for _, k := range []string{"a", "b", "c", "d", "e", "f"} {
		h.key(k, 30*time.Millisecond)
	}
	h.settle()
	if h.paste != "" || h.did() != "a b c d e f" {
		t.Fatalf("did %q, paste %q", h.did(), h.paste)
	}
}

func TestAnOvertakenWaitDoesNothing(t *testing.T) {
	h := start()
	h.key("a", time.Second)
	h.key("b", time.Millisecond)
	old := h.wait
	h.key("c", time.Millisecond)
	h.take(h.g.Settle(old))
	if h.did() != "a" {
		t.Fatalf("did %q before the run was over", h.did())
	}
	h.settle()
	if h.did() != "a b c" {
		t.Fatalf("did %q", h.did())
	}
}

func TestALateTerminalAnswerDoesNothing(t *testing.T) {
	h := start()
	h.g.Queried(h.now)
	for _, r := range "ff/ffff" {
		h.key(string(r), time.Millisecond)
	}
	h.settle()
	if h.did() != "" || h.paste != "" {
		t.Fatalf("did %q, paste %q", h.did(), h.paste)
	}
	h.key("f", time.Second)
	if h.did() != "f" {
		t.Fatalf("did %q after the time for answers", h.did())
	}
}

func TestAKeyRightAfterAQueryStillCounts(t *testing.T) {
	h := start()
	h.g.Queried(h.now)
	h.key("3", 100*time.Millisecond)
	h.settle()
	h.key("enter", 100*time.Millisecond)
	if h.did() != "3 enter" {
		t.Fatalf("did %q", h.did())
	}
}

func TestAHeldDigitCountsOnce(t *testing.T) {
	h := start()
	at := h.now
	if h.g.Repeated("3", at) {
		t.Fatal("the first press is no repeat")
	}
	for range 5 {
		at = at.Add(33 * time.Millisecond)
		if !h.g.Repeated("3", at) {
			t.Fatal("a held key came through")
		}
	}
	if h.g.Repeated("4", at.Add(time.Millisecond)) || h.g.Repeated("4", at.Add(300*time.Millisecond)) {
		t.Fatal("another digit, or the same after a pause, is meant")
	}
}

func TestTheEnterThatStartedTheProgram(t *testing.T) {
	now := time.Date(2026, 9, 24, 10, 0, 0, 0, time.UTC)
	g := guard.New[string](now)
	if !g.TooSoon(now.Add(100*time.Millisecond)) || g.TooSoon(now.Add(200*time.Millisecond)) {
		t.Fatal("the quiet start is 150 ms")
	}
}

func TestADigitPressedAgainAfterAnotherKeyIsNotHeld(t *testing.T) {
	start := time.Date(2026, 9, 24, 9, 0, 0, 0, time.UTC)
	g := guard.New[string](start)
	at := func(ms int) time.Time { return start.Add(time.Duration(1000+ms) * time.Millisecond) }
	press := func(text string, ms int) { g.Feed(guard.Key[string]{Key: text, Text: text, At: at(ms)}) }
	press("3", 0)
	if g.Repeated("3", at(0)) {
		t.Fatal("the first press counts")
	}
	press("", 60) // Enter, to the next area
	press("3", 130)
	if g.Repeated("3", at(130)) {
		t.Error("the level of the next area was taken for a held key")
	}
	press("3", 160)
	if !g.Repeated("3", at(160)) {
		t.Error("a held key rated two areas")
	}
}
