package layout_test

import (
	"strings"
	"testing"

	"pgregory.net/rapid"

	"waymark/ui/layout"
)

func TestClasses(t *testing.T) {
	for _, c := range []struct {
		w, h int
		want layout.Class
	}{
		{80, 24, layout.Base},
		{72, 22, layout.Base},
		{71, 24, layout.Narrow},
		{80, 21, layout.Narrow},
		{60, 18, layout.Narrow},
		{50, 14, layout.Narrow},
		{49, 30, layout.Tiny},
		{120, 13, layout.Tiny},
		{110, 24, layout.Wide},
		{120, 30, layout.Wide},
		{160, 45, layout.Wall},
	} {
		if got := (layout.Size{W: c.w, H: c.h}).Class(); got != c.want {
			t.Errorf("%dx%d is %v, want %v", c.w, c.h, got, c.want)
		}
	}
}

func TestAnAnnouncedSizeIsBrought(t *testing.T) {
	if w, h := layout.Clamp(8000, 4000); w > layout.MaxW || h > layout.MaxH {
		t.Fatalf("8000x4000 stays %dx%d", w, h)
	}
	if w, h := layout.Clamp(0, -1); w < 1 || h < 1 {
		t.Fatalf("0x-1 stays %dx%d", w, h)
	}
}

func words() *rapid.Generator[string] {
	return rapid.StringMatching(`([a-zéŵ0-9“”–]{1,14}[ \n]){0,40}[a-z]{0,90}`)
}

func TestWrapLosesNoLetterAndFits(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		text, w := words().Draw(t, "text"), rapid.IntRange(1, 90).Draw(t, "width")
		lines := layout.Wrap(text, w)
		for _, l := range lines {
			if layout.Width(l) > w {
				t.Fatalf("%q is wider than %d", l, w)
			}
		}
		squash := func(s string) string { return strings.Join(strings.Fields(s), "") }
		if got := squash(strings.Join(lines, "")); got != squash(text) {
			t.Fatalf("wrapping %q gave %q", squash(text), got)
		}
	})
}

func TestFitIsExact(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		lines := rapid.SliceOfN(words(), 0, 12).Draw(t, "lines")
		for i := range lines {
			lines[i] = strings.ReplaceAll(lines[i], "\n", " ")
		}
		s := layout.Size{W: rapid.IntRange(1, 100).Draw(t, "w"), H: rapid.IntRange(1, 20).Draw(t, "h")}
		out := layout.Fit(lines, s)
		if len(out) != s.H {
			t.Fatalf("%d lines, want %d", len(out), s.H)
		}
		for _, l := range out {
			if layout.Width(l) != s.W {
				t.Fatalf("%q is %d wide, want %d", l, layout.Width(l), s.W)
			}
		}
	})
}

func TestEndsKeepsTheRightWhole(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		left, right := rapid.StringMatching(`[a-z ]{0,60}`).Draw(t, "left"), rapid.StringMatching(`[a-z]{0,20}`).Draw(t, "right")
		w := rapid.IntRange(24, 90).Draw(t, "w")
		got := layout.Ends(left, right, w)
		if layout.Width(got) != w || !strings.HasSuffix(got, right) {
			t.Fatalf("ends of %q and %q in %d is %q", left, right, w, got)
		}
	})
}

func TestTheWindowKeepsTheCursorInView(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		n, h := rapid.IntRange(1, 60).Draw(t, "n"), rapid.IntRange(1, 20).Draw(t, "h")
		cursor, first := rapid.IntRange(0, n-1).Draw(t, "cursor"), rapid.IntRange(0, 60).Draw(t, "first")
		at := layout.Window(first, cursor, n, h)
		if n > h && (cursor < at || cursor >= at+h || at+h > n) || n <= h && at != 0 {
			t.Fatalf("window of %d rows at %d of %d does not hold %d", h, at, n, cursor)
		}
	})
}

func TestWords(t *testing.T) {
	if n := layout.Words("- Year 4: “depth” … in 7 of 10 – yes"); n != 8 {
		t.Fatalf("counted %d words", n)
	}
}
