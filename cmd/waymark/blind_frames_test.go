package main

import (
	"fmt"
	"math/rand/v2"
	"os"
	"regexp"
	"strings"
	"testing"

	"github.com/charmbracelet/x/ansi"

	"waymark/model"
	"waymark/ui/nav"
	"waymark/ui/uitest"
)

// twins are two schools that differ in what their reviewer may not see.
type twins struct {
	t   *testing.T
	two [2]*chair
	did []string
	was string // the frame before, of one
}

func newTwins(t *testing.T, same map[model.AreaID]bool) *twins {
	w := &twins{t: t}
	for i := range w.two {
		w.two[i] = blindSeat(t, i, same)
	}
	return w
}

// all has both do the same.
func (w *twins) all(what string, do func(*chair)) {
	w.t.Helper()
	w.did = append(w.did, what)
	for _, s := range w.two {
		do(s)
	}
	w.alike()
}

// alike fails unless both show the same, and puts back whoever has left.
func (w *twins) alike() {
	w.t.Helper()
	one, other := w.two[0], w.two[1]
	if one.left() != other.left() {
		w.t.Fatalf("one has left, the other has not, after %v", w.last())
	}
	if one.left() && !mayLeave.MatchString(w.was) {
		w.t.Fatalf("the reviewer is shown the school's own view after %v:\n%s\n%s", w.last(), w.was, one.d.Frame())
	}
	a, b := one.papers(), other.papers()
	if tired := one.tired(); tired != other.tired() || tired || one.left() {
		one.sit()
		other.sit()
	}
	if a != b {
		w.t.Fatalf("what is made tells levels apart after %v:\n%s", w.last(), apart(a, b))
	}
	shown, same := one.shows(), other.shows()
	w.was = ansi.Strip(shown)
	if shown != same {
		w.t.Fatalf("a frame tells levels apart after %v:\n%s\n%s", w.last(), one.d.Frame(), apart(shown, same))
	}
}

// mayLeave are the places where the reviewer's view ends by what a person
// chooses: the list of visits, and a visit that is closed.
var mayLeave = regexp.MustCompile(`› Visits| Visits  |closed`)

func (w *twins) last() []string { return w.did[max(0, len(w.did)-14):] }

// apart is where two texts begin to differ.
func apart(a, b string) string {
	at := 0
	for at < min(len(a), len(b)) && a[at] == b[at] {
		at++
	}
	cut := func(s string) string { return s[max(0, at-120):min(len(s), at+120)] }
	return fmt.Sprintf("%q\n---------- and\n%q", cut(a), cut(b))
}

// Every place, at every size, with everything drawn above it, and every key
// once: nothing hangs on a level that the reviewer may not see.
func TestNoPlaceTellsALevelEarly(t *testing.T) {
	w := newTwins(t, map[model.AreaID]bool{judgedFirst: true})
	steps := strings.Split("m esc ? esc ? / l esc esc g esc q esc down w esc v esc end [ ] tab right left space i esc t esc b esc y", " ")
	for i, r := range reviewersPlaces(w.two[0]) {
		w.all(fmt.Sprintf("%#v", r), func(s *chair) { s.open(reviewersPlaces(s)[i]) })
		for _, size := range uitest.Sizes() {
			w.all(fmt.Sprint(size), func(s *chair) { s.d.Resize(size[0], size[1]) })
		}
		w.all("80 24", func(s *chair) { s.d.Resize(80, 24) })
		for _, key := range steps {
			w.all(key, func(s *chair) { s.d.Press(key) })
		}
		w.all("click", func(s *chair) { s.d.Click(20, 8) })
	}
}

// walks is how many walks are taken, and how long each is.
func walks() (seeds uint64, long int) {
	if os.Getenv("WAYMARK_LONG") != "" {
		return 24, 5000
	}
	return 4, 1000
}

// However somebody wanders about, judging here and looking there: no frame
// hangs on a level of an area that they have neither judged nor looked at. A
// walk is taken once to learn which areas that leaves; then both schools differ
// in all of these and in nothing else.
func TestNoWalkTellsALevelEarly(t *testing.T) {
	seeds, long := walks()
	for seed := range seeds {
		t.Run(fmt.Sprint("seed ", seed), func(t *testing.T) {
			keys, known := scout(t, seed, long)
			kept := 41 - len(known)
			if kept < 12 || len(known) < 3 {
				t.Fatalf("the walk leaves %d areas to differ, and judges or looks at %d", kept, len(known))
			}
			w := newTwins(t, known)
			for _, k := range keys {
				w.all(k, func(s *chair) { s.press(k) })
			}
		})
	}
}

// most is how many areas a walk may get to know.
const most = 14

// scout takes a walk in one school and returns its keys, and the areas that the
// reviewer came to know.
func scout(t *testing.T, seed uint64, long int) (keys []string, known map[model.AreaID]bool) {
	t.Helper()
	random := rand.New(rand.NewPCG(seed, 11))
	s := blindSeat(t, 0, map[model.AreaID]bool{judgedFirst: true})
	known = map[model.AreaID]bool{judgedFirst: true}
	var next []string
	for len(keys) < long {
		if len(next) == 0 {
			next = wander(random)
		}
		key := next[0]
		next = next[1:]
		if len(known) >= most && tells(s, key) {
			key, next = "key:esc", nil
		}
		keys = append(keys, key)
		s.press(key)
		_ = s.papers()
		if s.tired() || s.left() {
			s.sit()
		}
		s.knows(known)
	}
	return keys, known
}

// tells reports whether a key could show one more area.
func tells(s *chair, key string) bool {
	frame := s.d.Frame()
	return (strings.Contains(frame, "hidden") || strings.Contains(frame, "Looking now")) && regexp.MustCompile(`^(key:([0-9]|enter|s|space)$|click|wheel)`).MatchString(key)
}

// wander is what somebody does next: one key, or a few that belong together.
func wander(random *rand.Rand) []string {
	pick := func(words string) string {
		all := strings.Split(words, " ")
		return all[random.IntN(len(all))]
	}
	switch random.IntN(14) {
	case 0:
		return []string{"key:g", "key:" + pick("h o p v m x s")}
	case 1, 2:
		return []string{"key:m", "key:" + pick("1 2 3 4 5 6 7 8 9")}
	case 3:
		return []string{"key:m", "key:end", "key:" + pick("up down"), "key:" + pick("up enter"), "key:enter"}
	case 4:
		return []string{"type:" + pick("@1.4_two_of_six quokka >_3.1 axolotl atten 2.4 +_good"), "key:" + pick("enter esc tab")}
	case 5:
		return []string{"key:/", "type:" + pick("1 2. wr atten level embedded"), "key:" + pick("enter tab right esc")}
	case 6:
		return []string{[]string{fmt.Sprintf("click:%d %d", random.IntN(80), random.IntN(24)), "size:120 30", "size:80 24", "size:60 16", "wheel:", "paste:Two of six could say why"}[random.IntN(6)]}
	case 7, 8:
		return []string{"key:" + pick("enter enter esc esc 1 2 3 4 5")}
	case 9:
		return []string{fmt.Sprint("go:", random.IntN(1000))}
	case 10:
		onto := []string{fmt.Sprint("go:", random.IntN(9))} // judging an area of the visit
		return append(onto, [][]string{{"key:s", "key:enter", "key:s"}, {"key:3", "key:s", "key:c"}, {"key:n", "type:Seen twice", "key:enter"}, {"key:2", "key:enter"}, {"key:s", "key:esc", "key:4", "key:u"}}[random.IntN(5)]...)
	}
	return []string{"key:" + pick("up down left right enter esc tab shift+tab space 0 [ ] / n c f v w e r p + - * o s s t i b y x u U . a d ? home end pgup pgdown ctrl+z ctrl+c")}
}

// The walks are worth nothing if the schools did not differ to those who may
// see them.
func TestTheTwinsDifferToTheSchool(t *testing.T) {
	w := newTwins(t, map[model.AreaID]bool{judgedFirst: true})
	for _, s := range w.two {
		s.d.Env.Return()
	}
	for _, r := range []nav.Route{nav.Overview{}, nav.Judge{Area: "1.4"}, nav.Priorities{}, nav.Working{}, nav.Check{}, nav.AreaPage{Area: "2.4"}, nav.Vote{Meeting: "m", Area: "1.4"}, nav.Export{Document: "priorities"}} {
		for _, s := range w.two {
			s.open(r)
		}
		before := w.two[0].shows() != w.two[1].shows()
		for _, s := range w.two {
			s.d.Press("v") // the text in full, or a preview
		}
		if !before && w.two[0].shows() == w.two[1].shows() {
			t.Errorf("%#v is the same in both:\n%s", r, w.two[0].d.Frame())
		}
	}
}

// The reviewer's view never ends by itself: another year is not opened from it,
// and what a visit changed is told in the school's own view only.
func TestAReviewersViewEndsOnlyWhereItSaysSo(t *testing.T) {
	s := blindSeat(t, 0, nil)
	for _, keys := range []string{"enter", "down enter", "down down enter", "up enter", "1 1", "2 2", "3 3"} {
		s.open(nav.Years{})
		s.d.Press(strings.Fields(keys)...)
		if s.left() || !s.d.Env.Desk.Book.Blind() {
			t.Errorf("%s on the years shows the school's own view:\n%s", keys, s.d.Frame())
		}
	}
	s.open(nav.SchoolName{})
	s.d.Type("Alder Lane").Press("enter")
	if s.left() || !s.d.Env.Desk.Book.Blind() {
		t.Errorf("the school opens in its own view:\n%s", s.d.Frame())
	}
	s.d.Do(s.d.Env.Desk.Book.CloseVisit(blindReviewer(), uitest.VisitID, "over"))
	s.open(nav.Changed{})
	s.d.See("This is the school’s own view again")
	if s.d.Env.Desk.Book.Blind() || s.d.Env.Visiting.Visit != "" {
		t.Error("the priorities of the school are shown to the reviewer")
	}
	s.d.Press("esc").See("You have judged")
}
