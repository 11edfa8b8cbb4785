package theme_test

import (
	"fmt"
	"math"
	"regexp"
	"strconv"
	"strings"
	"testing"

	"waymark/model"
	"waymark/ui/theme"
)

// grounds are the backgrounds text must be legible on: six dark, four light.
func grounds(dark bool) []string {
	if dark {
		return []string{"#000000", "#0C0C0C", "#1E1E1E", "#282C34", "#012456", "#002B36"}
	}
	return []string{"#FFFFFF", "#FAFAFA", "#F2F2F2", "#FDF6E3"}
}

var truecolour = regexp.MustCompile(`([34])8[;:]2[;:](\d+)[;:](\d+)[;:](\d+)`)

var indexed = regexp.MustCompile(`([34])8[;:]5[;:](\d+)`)

// colours reads the foreground and background a style sets.
func colours(t *testing.T, styled string) (fg, bg [3]float64, hasFg, hasBg bool) {
	t.Helper()
	set := func(which string, c [3]float64) {
		if which == "3" {
			fg, hasFg = c, true
		} else {
			bg, hasBg = c, true
		}
	}
	for _, m := range truecolour.FindAllStringSubmatch(styled, -1) {
		set(m[1], [3]float64{num(m[2]), num(m[3]), num(m[4])})
	}
	for _, m := range indexed.FindAllStringSubmatch(styled, -1) {
		set(m[1], xterm(int(num(m[2]))))
	}
	return fg, bg, hasFg, hasBg
}

func num(s string) float64 { n, _ := strconv.Atoi(s); return float64(n) }

func xterm(i int) [3]float64 {
	if i >= 232 {
		v := float64(8 + (i-232)*10)
		return [3]float64{v, v, v}
	}
	i -= 16
	level := func(n int) float64 {
		if n == 0 {
			return 0
		}
		return float64(55 + n*40)
	}
	return [3]float64{level(i / 36), level(i / 6 % 6), level(i % 6)}
}

func hex(s string) [3]float64 {
	n, _ := strconv.ParseUint(s[1:], 16, 32)
	return [3]float64{float64(n >> 16), float64(n >> 8 & 255), float64(n & 255)}
}

// contrast is the ratio of WCAG 2.2, success criterion 1.4.3.
func contrast(a, b [3]float64) float64 {
	la, lb := luminance(a), luminance(b)
	return (math.Max(la, lb) + .05) / (math.Min(la, lb) + .05)
}

func luminance(c [3]float64) float64 {
	lin := func(v float64) float64 {
		v /= 255
		if v <= .04045 {
			return v / 12.92
		}
		return math.Pow((v+.055)/1.055, 2.4)
	}
	return .2126*lin(c[0]) + .7152*lin(c[1]) + .0722*lin(c[2])
}

func TestEveryTokenIsLegibleOnEveryGround(t *testing.T) {
	for _, dark := range []bool{true, false} {
		for _, depth := range []theme.Depth{theme.True, theme.Colours256} {
			th := theme.New(theme.Options{Mode: theme.Match, Depth: depth, Known: true, Dark: dark})
			tokens := map[string]string{
				"muted": th.Muted.Render("x"), "accent": th.Accent.Render("x"), "good": th.Good.Render("x"),
				"warn": th.Warn.Render("x"), "problem": th.Problem.Render("x"), "link": th.Link.Render("x"), "border": th.Border.Render("x"),
			}
			for name, styled := range tokens {
				fg, _, ok, _ := colours(t, styled)
				if !ok {
					t.Fatalf("%s sets no colour: %q", name, styled)
				}
				need := 4.5
				if name == "border" {
					need = 3
				}
				for _, g := range grounds(dark) {
					if c := contrast(fg, hex(g)); c < need {
						t.Errorf("%s on %s (dark %v, depth %v) has contrast %.1f, needs %.1f", name, g, dark, depth, c, need)
					}
				}
			}
		}
	}
}

func TestPaintedPairsSetBothColoursAndPass(t *testing.T) {
	for _, mode := range []theme.Mode{theme.Light, theme.Dark, theme.High} {
		for _, depth := range []theme.Depth{theme.True, theme.Colours256} {
			th := theme.New(theme.Options{Mode: mode, Depth: depth})
			pairs := map[string]string{
				"selected": th.Selected.Render("x"), "banner": th.Banner.Render("x"), "field": th.Field.Render("x"), "not judged": th.NotJudged().Render("x"),
			}
			for l := model.Level(1); l <= 4; l++ {
				pairs[fmt.Sprintf("level %d", l)] = th.Level(l, 4).Render("x")
			}
			for name, styled := range pairs {
				fg, bg, f, b := colours(t, styled)
				if !f || !b {
					t.Fatalf("%s in %s sets only one colour: %q", name, mode, styled)
				}
				if c := contrast(fg, bg); c < 4.5 {
					t.Errorf("%s in %s (depth %v) has contrast %.1f", name, mode, depth, c)
				}
			}
		}
	}
}

func TestTheRampKeepsItsOrderInGrey(t *testing.T) {
	for _, mode := range []theme.Mode{theme.Light, theme.Dark} {
		th := theme.New(theme.Options{Mode: mode})
		var last float64
		for l := model.Level(1); l <= 4; l++ {
			_, bg, _, _ := colours(t, th.Level(l, 4).Render("x"))
			now := luminance(bg)
			if l > 1 && (mode == theme.Light && now >= last || mode == theme.Dark && now <= last) {
				t.Errorf("%s: level %d does not step on from level %d in grey (%.3f, %.3f)", mode, l, l-1, last, now)
			}
			last = now
		}
	}
}

func TestWithoutColourThereIsNoColour(t *testing.T) {
	for _, o := range []theme.Options{{Mode: theme.None}, {Mode: theme.Match}, {Mode: theme.Light, Depth: theme.Colours16}, {Mode: theme.Dark, Depth: theme.Mono}} {
		th := theme.New(o)
		out := th.Muted.Render("a") + th.Accent.Render("b") + th.Selected.Render("c") + th.Level(2, 4).Render("d") + strings.Join(th.Paint([]string{"e"}), "")
		if _, _, f, b := colours(t, out); f || b || strings.Contains(out, "\x1b[3") {
			t.Errorf("%+v paints: %q", o, out)
		}
	}
	dumb := theme.New(theme.Options{Mode: theme.None, Depth: theme.Dumb})
	if got := dumb.Selected.Render("c") + dumb.Accent.Render("d"); got != "cd" {
		t.Errorf("a dumb terminal got %q", got)
	}
}

func TestMetersSayTheLevelWithoutColour(t *testing.T) {
	th := theme.New(theme.Options{Mode: theme.None})
	for level, want := range map[model.Level]string{0: "····", 1: "■□□□", 3: "■■■□", 4: "■■■■"} {
		if got := th.Meter(level, 4); got != want {
			t.Errorf("meter of %d is %q, want %q", level, got, want)
		}
	}
	if got := theme.New(theme.Options{Plain: true}).Meter(2, 4); got != "##.." {
		t.Errorf("plain meter is %q", got)
	}
	if got := th.Bar(41, 41, 10) + th.Bar(0, 41, 10) + th.Bar(20, 41, 10); got != "██████████░░░░░░░░░░████░░░░░░" {
		t.Errorf("bars are %q", got)
	}
}

func TestPaintCoversEveryCell(t *testing.T) {
	th := theme.New(theme.Options{Mode: theme.Light})
	line := th.Paint([]string{"a " + th.Accent.Render("b") + " c"})[0]
	for _, part := range strings.Split(line, "\x1b[m") {
		text := regexp.MustCompile(`\x1b\[[0-9;:]*m`).ReplaceAllString(part, "")
		if text != "" && !truecolour.MatchString(part) {
			t.Errorf("%q is left unpainted in %q", text, line)
		}
	}
}

func TestPlainLeavesNothingThatABrokenFontLoses(t *testing.T) {
	in := "‘’“”–—…›•−·─│┌┐└┘■□█░▒▓►▲▼●○▄←→↑↓ Llŷn é"
	out := theme.Plainen(in)
	for _, r := range out {
		if r > 0x7e && r != 'ŷ' && r != 'é' {
			t.Errorf("%q is left in %q", r, out)
		}
	}
}
