// Package guard keeps keys that nobody meant from doing anything: text pasted
// or typed into the wrong window, a key held down, a terminal's late answer to
// a question, and the Enter that started the program.
//
// It imports only the standard library. Time comes from the caller.
package guard

import "time"

// The limits of the guards.
const (
	Burst      = 5                      // this many printable keys …
	BurstIn    = 40 * time.Millisecond  // … within this are a paste
	RepeatIn   = 200 * time.Millisecond // the same digit within this counts once
	ReplyIn    = 400 * time.Millisecond // after a query, runs that look like its answer are dropped
	ReplyRun   = 3
	QuietStart = 150 * time.Millisecond
)

// Key is a key outside any field. Text is what it prints, "" for a control.
type Key[K any] struct {
	Key  K
	Text string
	At   time.Time
}

// Guard decides what to do with keys as they arrive.
type Guard[K any] struct {
	start   time.Time
	queried time.Time
	run     []Key[K] // the printable keys of the present run; the first has been let through
	held    int      // how many of run are still waiting
	pasting bool
	waits   int // grows with every key that has to wait
	digit   string
	digitAt time.Time
}

// New returns a guard for a program that starts now.
func New[K any](now time.Time) *Guard[K] { return &Guard[K]{start: now} }

// Queried says that the terminal has just been asked something.
func (g *Guard[K]) Queried(now time.Time) { g.queried = now }

// Verdict is what to do now.
type Verdict[K any] struct {
	Run    []K    // handle these, in order
	Wait   int    // not 0: ask again with Settle and this number after BurstIn
	Paste  string // these keys were text: take back the first and offer the text
	TookIn bool   // the first key of a paste was let through and must be taken back
}

// Feed takes one key.
func (g *Guard[K]) Feed(k Key[K]) Verdict[K] {
	if k.Text != g.digit {
		g.digit = "" // a key between two presses: nobody holds the digit down
	}
	if k.Text == "" {
		return g.control(k)
	}
	if g.fresh(k) {
		v := g.release()
		g.run = []Key[K]{k}
		if g.replying(k) {
			g.held = 1
			v.Wait = g.wait()
			return v
		}
		v.Run = append(v.Run, k.Key)
		return v
	}
	g.run = append(g.run, k)
	g.held++
	if len(g.run) >= Burst && k.At.Sub(g.run[len(g.run)-Burst].At) <= BurstIn {
		g.pasting = true
	}
	return Verdict[K]{Wait: g.wait()}
}

func (g *Guard[K]) wait() int {
	g.waits++
	return g.waits
}

// fresh reports whether k starts a new run of quick keys.
func (g *Guard[K]) fresh(k Key[K]) bool {
	return len(g.run) == 0 || k.At.Sub(g.run[len(g.run)-1].At) > BurstIn
}

// replying reports whether k comes while a terminal may still be answering.
func (g *Guard[K]) replying(k Key[K]) bool {
	return !g.queried.IsZero() && k.At.Sub(g.queried) < ReplyIn && looksLikeReply(k.Text)
}

// control lets what is held go first, so that keys keep their order. A line
// end inside a paste belongs to it.
func (g *Guard[K]) control(k Key[K]) Verdict[K] {
	if g.pasting && k.At.Sub(g.run[len(g.run)-1].At) <= BurstIn {
		g.run = append(g.run, Key[K]{Text: "\n", At: k.At, Key: k.Key})
		g.held++
		return Verdict[K]{Wait: g.wait()}
	}
	v := g.release()
	v.Run = append(v.Run, k.Key)
	return v
}

// Settle is called BurstIn after a verdict said to wait, with its number. Only
// the newest wait ends the run: an older one was overtaken by another key.
func (g *Guard[K]) Settle(wait int) Verdict[K] {
	if g.held == 0 || wait != g.waits {
		return Verdict[K]{}
	}
	return g.release()
}

// release ends the present run.
func (g *Guard[K]) release() Verdict[K] {
	run, held := g.run, g.held
	pasting := g.pasting
	g.run, g.held, g.pasting = nil, 0, false
	if held == 0 {
		return Verdict[K]{}
	}
	if g.isReply(run) {
		return Verdict[K]{}
	}
	if pasting {
		text := ""
		for _, k := range run {
			text += k.Text
		}
		return Verdict[K]{Paste: text, TookIn: held < len(run)}
	}
	var v Verdict[K]
	for _, k := range run[len(run)-held:] {
		v.Run = append(v.Run, k.Key)
	}
	return v
}

func (g *Guard[K]) isReply(run []Key[K]) bool {
	if len(run) < ReplyRun || g.queried.IsZero() || run[0].At.Sub(g.queried) >= ReplyIn {
		return false
	}
	for _, k := range run {
		if !looksLikeReply(k.Text) {
			return false
		}
	}
	return true
}

// looksLikeReply reports whether s can be part of "rgb:ffff/0c0c/0c0c" and its
// kind, which arrive as keys when a terminal's answer is cut in two.
func looksLikeReply(s string) bool {
	for _, r := range s {
		switch {
		case r >= '0' && r <= '9', r >= 'a' && r <= 'f', r >= 'A' && r <= 'F':
		case r == '/', r == ':', r == ';', r == 'r', r == 'g', r == '?', r == '$', r == '\\', r == ']', r == 'y', r == 'R':
		default:
			return false
		}
	}
	return true
}

// Repeated reports whether this digit follows the same digit so quickly that
// the key was held down. Each call counts as a press.
func (g *Guard[K]) Repeated(digit string, now time.Time) bool {
	same := digit == g.digit && now.Sub(g.digitAt) < RepeatIn
	g.digit, g.digitAt = digit, now
	return same
}

// TooSoon reports whether an Enter is still the one that started the program.
func (g *Guard[K]) TooSoon(now time.Time) bool { return now.Sub(g.start) < QuietStart }
