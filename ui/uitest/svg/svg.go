// Package svg draws a frame of the app as a picture, cell by cell, so that the
// documents show what the program itself draws. The same frame gives the same
// bytes on every machine.
//
// It imports only the standard library and ultraviolet, and is for tests.
package svg

import (
	"fmt"
	"html"
	"image/color"
	"strings"

	uv "github.com/charmbracelet/ultraviolet"
)

// Picture is how a frame is drawn. Ink and Ground are what the terminal itself
// would use where the frame names no colour. Title is read out instead of the
// picture, followed by the frame's own words.
type Picture struct {
	W, H        int
	Title       string
	Ink, Ground color.Color
}

// The size of one cell, and the margin around all of them.
const (
	cellW  = 8.4
	cellH  = 18
	margin = 10
	size   = 14
	base   = 13 // from the top of a row to the line its letters stand on
)

// Draw draws frame, which may hold colours and other SGR sequences.
func (p Picture) Draw(frame string) string {
	buf := uv.NewScreenBuffer(p.W, p.H)
	uv.NewStyledString(frame).Draw(buf, buf.Bounds())
	w, h := float64(p.W)*cellW+2*margin, float64(p.H)*cellH+2*margin
	var b strings.Builder
	fmt.Fprintf(&b, `<svg xmlns="http://www.w3.org/2000/svg" width="%s" height="%s" viewBox="0 0 %s %s" role="img" aria-labelledby="t d">`+"\n",
		number(w), number(h), number(w), number(h))
	fmt.Fprintf(&b, "<title id=\"t\">%s</title>\n<desc id=\"d\">%s</desc>\n", html.EscapeString(p.Title), html.EscapeString(words(buf)))
	fmt.Fprintf(&b, `<rect width="%s" height="%s" rx="8" fill="%s"/>`+"\n", number(w), number(h), hex(p.Ground))
	fmt.Fprintf(&b, `<g font-family="'Cascadia Mono','DejaVu Sans Mono',Menlo,Consolas,'Liberation Mono',monospace" font-size="%d">`+"\n", size)
	for y := range p.H {
		p.row(&b, buf, y)
	}
	b.WriteString("</g>\n</svg>\n")
	return b.String()
}

// run is a stretch of cells that look the same.
type run struct {
	x, y, w int
	text    string
	look    look
}

// look is how a cell is painted, with colours as CSS writes them.
type look struct {
	ink, fill       string
	bold, underline bool
}

func (p Picture) row(b *strings.Builder, buf uv.ScreenBuffer, y int) {
	runs := p.runs(buf, y)
	for _, r := range runs {
		if r.look.fill != hex(p.Ground) {
			fmt.Fprintf(b, `<rect x="%s" y="%s" width="%s" height="%d" fill="%s"/>`+"\n",
				left(r.x), top(y), number(float64(r.w)*cellW), cellH, r.look.fill)
		}
	}
	for _, r := range runs {
		for _, part := range r.parts() {
			part.draw(b)
		}
	}
}

func (p Picture) runs(buf uv.ScreenBuffer, y int) []run {
	var all []run
	for x := 0; x < p.W; {
		text, wide, l := " ", 1, p.look(uv.Style{})
		if c := buf.CellAt(x, y); c != nil && c.Width > 0 {
			text, wide, l = c.Content, c.Width, p.look(c.Style)
		}
		if n := len(all); n > 0 && all[n-1].look == l {
			all[n-1].text += text
			all[n-1].w += wide
		} else {
			all = append(all, run{x: x, y: y, w: wide, text: text, look: l})
		}
		x += wide
	}
	return all
}

func (p Picture) look(s uv.Style) look {
	ink, fill := or(s.Fg, p.Ink), or(s.Bg, p.Ground)
	if s.Attrs&uv.AttrReverse != 0 {
		ink, fill = fill, ink
	}
	return look{ink: hex(ink), fill: hex(fill), bold: s.Attrs&uv.AttrBold != 0, underline: s.Underline != uv.UnderlineNone}
}

func or(c, otherwise color.Color) color.Color {
	if c == nil {
		return otherwise
	}
	return c
}

// words is the frame without its styles, for those who do not see it.
func words(buf uv.ScreenBuffer) string {
	var lines []string
	for y := range buf.Height() {
		var line strings.Builder
		for x := range buf.Width() {
			switch c := buf.CellAt(x, y); {
			case c == nil || c.Content == "":
			case drawn(c.Content) != "":
				line.WriteByte(' ')
			default:
				line.WriteString(c.Content)
			}
		}
		if said := strings.Join(strings.Fields(line.String()), " "); said != "" {
			lines = append(lines, said)
		}
	}
	return strings.Join(lines, "\n")
}

func left(x int) string { return number(margin + float64(x)*cellW) }
func top(y int) string  { return number(margin + float64(y)*cellH) }

func number(f float64) string {
	return strings.TrimSuffix(strings.TrimRight(fmt.Sprintf("%.1f", f), "0"), ".")
}

func hex(c color.Color) string {
	r, g, b, _ := c.RGBA()
	return fmt.Sprintf("#%02x%02x%02x", r>>8, g>>8, b>>8)
}
