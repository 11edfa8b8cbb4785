//go:build !windows

package pty

import (
	"strings"
	"time"
)

// How fast keys come: slower than a paste, and the same digit again as slowly
// as a finger that means it.
const (
	between = 65 * time.Millisecond
	again   = 215 * time.Millisecond
	heed    = 300 * time.Millisecond // at most, for the answer to one key
	settle  = 250 * time.Millisecond // between the first picture and the first key
)

// sequences are what the named keys send.
func sequences() map[string]string {
	return map[string]string{
		"enter": "\r", "esc": "\x1b", "tab": "\t", "shift+tab": "\x1b[Z", "space": " ", "backspace": "\x7f", "delete": "\x1b[3~",
		"up": "\x1b[A", "down": "\x1b[B", "right": "\x1b[C", "left": "\x1b[D", "home": "\x1b[H", "end": "\x1b[F",
		"pgup": "\x1b[5~", "pgdown": "\x1b[6~", "f1": "\x1bOP",
	}
}

func sequence(name string) string {
	if s, ok := sequences()[name]; ok {
		return s
	}
	if letter, ok := strings.CutPrefix(name, "ctrl+"); ok {
		return string(rune(letter[0] & 0x1f))
	}
	return name
}

// Keys presses keys by name, one after the other as a quick person does, each
// once the program has answered the one before, and counts them.
func (s *Session) Keys(names ...string) *Session {
	s.t.Helper()
	for _, name := range names {
		s.pause(name)
		_, drawn, _ := s.look()
		s.send(sequence(name))
		s.keys++
		s.last, s.lastAt = name, time.Now()
		s.answered(drawn)
	}
	return s
}

// Quick presses keys without waiting for any answer, as fast as the guards
// against pasting and holding a key allow.
func (s *Session) Quick(names ...string) *Session {
	s.t.Helper()
	for _, name := range names {
		s.pause(name)
		s.send(sequence(name))
		s.keys++
		s.last, s.lastAt = name, time.Now()
	}
	return s
}

// Type types words into a field. They do not count as keys.
func (s *Session) Type(words string) *Session {
	s.t.Helper()
	for _, r := range words {
		s.rest(s.lastAt.Add(between / 6))
		s.send(string(r))
		s.lastAt = time.Now()
	}
	s.last = ""
	return s
}

// Paste pastes text, line ends as they are, as terminals with bracketed paste do.
func (s *Session) Paste(text string) *Session {
	s.t.Helper()
	s.send("\x1b[200~" + text + "\x1b[201~")
	s.last, s.lastAt = "", time.Now()
	return s
}

// Send sends bytes as they are: what a terminal says by itself.
func (s *Session) Send(raw string) *Session {
	s.t.Helper()
	s.send(raw)
	return s
}

// Count is how many keys have been pressed, typed words apart, since it was
// asked last.
func (s *Session) Count() int {
	n := s.keys
	s.keys = 0
	return n
}

// send writes to the terminal; a program that has gone is no longer told.
func (s *Session) send(text string) {
	if _, err := s.master.WriteString(text); err != nil && !s.Gone() {
		s.t.Helper()
		s.t.Fatalf("press keys: %v", err)
	}
}

// pause is what a person takes before a key: a look at the screen before the
// first, and between two keys longer when it is the same one again.
func (s *Session) pause(name string) {
	wait := between
	if name == s.last {
		wait = again
	}
	until := s.lastAt.Add(wait)
	s.mu.Lock()
	if seen := s.first.Add(settle); !s.first.IsZero() && until.Before(seen) {
		until = seen
	}
	s.mu.Unlock()
	s.rest(until)
}

// rest is the only place where a test lets time pass.
func (s *Session) rest(until time.Time) { time.Sleep(time.Until(until)) }

// answered waits until the program has drawn something, at most a moment: not
// every key changes the screen.
func (s *Session) answered(drawn int) {
	limit := time.NewTimer(heed)
	defer limit.Stop()
	for {
		_, now, next := s.look()
		if now > drawn {
			return
		}
		select {
		case <-next:
		case <-s.ended:
			return
		case <-limit.C:
			return
		}
	}
}
