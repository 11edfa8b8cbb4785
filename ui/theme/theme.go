// Package theme turns a person's choice of colours into styles and glyphs. It
// is the only package that names a colour. Meaning never rests on colour: a
// level is a digit, a word and a meter first.
//
// It imports only the standard library, lipgloss and waymark/model.
package theme

import (
	"image/color"
	"strings"

	"charm.land/lipgloss/v2"

	"waymark/model"
)

// Mode is the choice of colours on the display screen.
type Mode string

// The modes. Match keeps the terminal's own colours for body text; Light and
// Dark paint the whole screen.
const (
	Match Mode = "match"
	Light Mode = "light"
	Dark  Mode = "dark"
	High  Mode = "high"
	None  Mode = "none"
)

// Depth is how many colours the terminal can show.
type Depth int

// The depths. Sixteen colours are a terminal owner's own and cannot be relied
// on to be legible, so at that depth only bold and reverse are used. Dumb has
// not even those.
const (
	True Depth = iota
	Colours256
	Colours16
	Mono
	Dumb
)

// Options is everything a theme depends on.
type Options struct {
	Mode  Mode
	Depth Depth
	// Known says that the terminal told us whether its background is dark.
	// Until then Match uses no colour at all: no colour passes on both.
	Known bool
	Dark  bool
	Plain bool // draw with - | + # only
}

// Theme is a set of styles and glyphs. It is built once for each change of
// options and never altered.
type Theme struct {
	Text, Muted, Accent, Good, Warn, Problem, Link, Border lipgloss.Style
	Bold, Selected, Banner, Field                          lipgloss.Style
	Glyph                                                  Glyphs
	Options                                                Options

	levels    []lipgloss.Style
	notJudged lipgloss.Style
	base      string // SGR that paints the whole screen, or ""
}

// New builds the theme for o.
func New(o Options) *Theme {
	t := &Theme{Options: o, Glyph: glyphs(o.Plain)}
	p, painted := palette(o)
	style := func(pick shade) lipgloss.Style {
		if p == nil {
			return lipgloss.NewStyle()
		}
		return lipgloss.NewStyle().Foreground(pick.colour(o.Depth))
	}
	t.plainStyles(o)
	if p == nil {
		return t
	}
	t.Muted, t.Accent, t.Good, t.Warn = style(p.muted), style(p.accent).Bold(true), style(p.good), style(p.warn)
	t.Problem, t.Link, t.Border = style(p.problem).Bold(true), style(p.link), style(p.border)
	t.Selected, t.Banner, t.Field = p.selected.style(o.Depth).Bold(true), p.banner.style(o.Depth).Bold(true), p.field.style(o.Depth)
	t.levels = t.levels[:0]
	for _, l := range p.levels {
		t.levels = append(t.levels, l.style(o.Depth))
	}
	t.notJudged = p.notJudged.style(o.Depth)
	if painted {
		t.Text = style(p.text)
		t.base = sgr(p.text.colour(o.Depth), p.ground.colour(o.Depth))
	}
	return t
}

// plainStyles are what is left without colour: bold and reverse, or on a dumb
// terminal nothing.
func (t *Theme) plainStyles(o Options) {
	plain := lipgloss.NewStyle()
	bold, reverse := plain.Bold(true), plain.Reverse(true)
	if o.Depth == Dumb {
		bold, reverse = plain, plain
	}
	t.Text, t.Muted, t.Link, t.Border, t.Good = plain, plain, plain, plain, plain
	t.Accent, t.Warn, t.Problem, t.Bold, t.Selected, t.Banner = bold, bold, bold, bold, reverse, reverse
	t.Field, t.notJudged = plain, plain
	t.levels = []lipgloss.Style{reverse, reverse, reverse, reverse}
}

// Levels reports whether levels are painted in colours of their own.
func (t *Theme) coloured() bool { p, _ := palette(t.Options); return p != nil }

// Level is the painted pair for level l of a scale with n levels. Scales
// longer or shorter than four share the ramp's ends and divide its middle.
func (t *Theme) Level(l model.Level, n int) lipgloss.Style {
	if l < 1 || n < 2 {
		return t.notJudged
	}
	i := (int(l) - 1) * (len(t.levels) - 1) / (n - 1)
	return t.levels[min(i, len(t.levels)-1)]
}

// NotJudged is the painted pair for an area without a level.
func (t *Theme) NotJudged() lipgloss.Style { return t.notJudged }

// Cell is a level as a matrix shows it: a digit, painted. At the depths
// without colour it is bare, so that only the cursor stands out.
func (t *Theme) Cell(text string, l model.Level, n int) string {
	if !t.coloured() {
		return text
	}
	return t.Level(l, n).Render(text)
}

// Meter is a level as filled and empty squares, one for each level of the
// scale; nothing judged is a row of dots.
func (t *Theme) Meter(l model.Level, n int) string {
	if l < 1 {
		return strings.Repeat(t.Glyph.Dot, n)
	}
	return strings.Repeat(t.Glyph.Full, int(l)) + strings.Repeat(t.Glyph.Empty, max(0, n-int(l)))
}

// Bar is a progress bar of w cells.
func (t *Theme) Bar(done, of, w int) string {
	if of <= 0 || w <= 0 {
		return ""
	}
	full := min(w, done*w/of)
	return strings.Repeat(t.Glyph.Bar, full) + strings.Repeat(t.Glyph.Gap, w-full)
}

// Paint gives every cell of a finished frame the theme's own ground, where the
// theme paints the whole screen; elsewhere it returns the frame as it is.
func (t *Theme) Paint(lines []string) []string {
	if t.base == "" {
		return lines
	}
	out := make([]string, len(lines))
	restore := strings.NewReplacer("\x1b[m", "\x1b[m"+t.base, "\x1b[0m", "\x1b[m"+t.base)
	for i, l := range lines {
		out[i] = t.base + restore.Replace(l) + "\x1b[m"
	}
	return out
}

func sgr(fg, bg color.Color) string {
	const mark = "\x00"
	styled := lipgloss.NewStyle().Foreground(fg).Background(bg).Render(mark)
	before, _, _ := strings.Cut(styled, mark)
	return before
}
