package svg

import (
	"fmt"
	"html"
	"strings"
	"unicode/utf8"
)

// shape is the part of a cell that a drawn glyph fills, in cells: fonts leave
// gaps between such glyphs, a rectangle does not.
type shape struct{ x, y, w, h float64 }

func shapes() map[string]shape {
	return map[string]shape{
		"─": {0, .47, 1, .06}, "│": {.44, 0, .12, 1}, "█": {0, 0, 1, 1}, "▄": {0, .5, 1, .5},
		"■": {.14, .3, .72, .4}, "▀": {0, 0, 1, .5},
	}
}

// drawn is s when it is drawn as a shape or as a frame's corner, and not read.
func drawn(s string) string {
	if _, ok := shapes()[s]; ok || strings.Contains("┌┐└┘├┤┬┴┼░▒▓□·", s) {
		return s
	}
	return ""
}

// parts splits a run at its spaces, so that every word stands in its own cells
// whatever font is used, and takes drawn glyphs out. A run with wide or joined
// letters is left whole.
func (r run) parts() []run {
	if utf8.RuneCountInString(r.text) != r.w {
		return []run{r}
	}
	var all []run
	x, open := r.x, false
	for _, c := range r.text {
		s := string(c)
		_, alone := shapes()[s]
		switch {
		case c == ' ':
			open = false
		case open && !alone:
			all[len(all)-1].text += s
			all[len(all)-1].w++
		default:
			all = append(all, run{x: x, y: r.y, w: 1, text: s, look: r.look})
			open = !alone
		}
		x++
	}
	return all
}

func (r run) draw(b *strings.Builder) {
	if s, ok := shapes()[r.text]; ok && r.w == 1 {
		fmt.Fprintf(b, `<rect x="%s" y="%s" width="%s" height="%s" fill="%s"/>`+"\n",
			number(margin+(float64(r.x)+s.x)*cellW), number(margin+(float64(r.y)+s.y)*cellH),
			number(s.w*cellW), number(max(s.h*cellH, 1)), r.look.ink)
		return
	}
	style := ""
	if r.look.bold {
		style += ` font-weight="bold"`
	}
	if r.look.underline {
		style += ` text-decoration="underline"`
	}
	fmt.Fprintf(b, `<text x="%s" y="%s" textLength="%s" lengthAdjust="spacingAndGlyphs" fill="%s"%s xml:space="preserve">%s</text>`+"\n",
		left(r.x), number(margin+float64(r.y)*cellH+base), number(float64(r.w)*cellW), r.look.ink, style, html.EscapeString(r.text))
}
