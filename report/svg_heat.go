package report

import (
	"io"
	"strings"
)

// The sizes of the heat map, in its own units; a row holds eight areas before
// it goes on below, so that it stays readable on a telephone.
const (
	heatWidth   = 372.0
	heatCell    = 44.0
	heatStep    = 46.0
	heatTall    = 36.0
	heatLabel   = 15.0
	heatBetween = 12.0
	heatPerRow  = 8
)

// heatSVG draws a cell for each area with its code and its level in figures;
// the fill only repeats the figure.
func heatSVG(h HeatMap) drawing {
	height := 0.0
	for _, r := range h.Rows {
		height += heatRowHeight(r)
	}
	return func(w io.Writer) error {
		return picture(w, "heat", h.Title, h.About+" The table below lists the same.", heatWidth, height, func(s *svg) {
			top := 0.0
			for _, r := range h.Rows {
				s.heatRow(r, top)
				top += heatRowHeight(r)
			}
		})
	}
}

func heatRowHeight(r HeatRow) float64 {
	lines := (len(r.Cells) + heatPerRow - 1) / heatPerRow
	return heatLabel + float64(lines)*(heatTall+2) + heatBetween
}

func (s *svg) heatRow(r HeatRow, top float64) {
	s.leaf("text", shortened(r.Group.Name(), 52), a{"class", "words"}, a{"x", 0}, a{"y", top + heatLabel - 4}, a{"font-size", 12}, a{"font-weight", 600})
	for i, c := range r.Cells {
		x := float64(i%heatPerRow) * heatStep
		y := top + heatLabel + float64(i/heatPerRow)*(heatTall+2)
		s.heatCell(c, x, y)
	}
}

func (s *svg) heatCell(c HeatCell, x, y float64) {
	tone := string(rune('0' + c.Level.Tone))
	said := c.Level.Spoken()
	if c.Flagged {
		said += ", flagged"
	}
	if c.Unsure {
		said += ", low confidence"
	}
	s.open("g")
	s.leaf("title", c.Area.Name()+": "+said)
	s.leaf("rect", "", a{"class", "cell t" + tone}, a{"x", x + 0.5}, a{"y", y}, a{"width", heatCell}, a{"height", heatTall})
	s.leaf("text", shortened(string(c.Area.ID), 7), a{"class", "i" + tone}, a{"x", x + 5}, a{"y", y + 12}, a{"font-size", 10})
	s.leaf("text", c.Level.Digit()+c.signs(), a{"class", "i" + tone}, a{"x", x + heatCell/2}, a{"y", y + 29}, a{"font-size", 16}, a{"font-weight", 700}, a{"text-anchor", "middle"})
	s.end("g")
}

// shortened keeps a label within its place.
func shortened(label string, most int) string {
	runes := []rune(label)
	if len(runes) <= most {
		return label
	}
	return strings.TrimSpace(string(runes[:most-1])) + "…"
}
