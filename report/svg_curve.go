package report

import (
	"fmt"
	"io"
	"strings"
)

// The sizes of the need curve, in its own units.
const (
	curveWidth  = 372.0
	curveHeight = 196.0
	curveLeft   = 40.0
	curveRight  = 352.0
	curveTop    = 22.0
	curveFoot   = 150.0
)

// curveSVG draws the share of the need reached, with a filled dot for each
// priority suggested and an open one for those that could follow.
func curveSVG(c NeedCurve) drawing {
	desc := c.About
	for _, p := range c.Points {
		desc += fmt.Sprintf(" %d: %s.", p.Count, p.Percent())
	}
	return func(w io.Writer) error {
		return picture(w, "reach-curve", c.Title, strings.TrimSpace(desc)+" The table below lists the same.", curveWidth, curveHeight, func(s *svg) {
			s.curveFrame()
			line := []string{fmt.Sprintf("%.1f,%.1f", curveLeft, curveFoot)}
			for _, p := range c.Points {
				line = append(line, fmt.Sprintf("%.1f,%.1f", curveX(p.Count), curveY(p.Share)))
			}
			s.leaf("polyline", "", a{"class", "curve"}, a{"points", strings.Join(line, " ")})
			for _, p := range c.Points {
				s.curvePoint(p)
			}
		})
	}
}

func curveX(n int) float64 { return curveLeft + float64(n)*(curveRight-curveLeft)/5.4 }

func curveY(share float64) float64 {
	return curveFoot - min(1, max(0, share))*(curveFoot-curveTop)
}

func (s *svg) curveFrame() {
	for _, share := range []float64{0, 0.5, 1} {
		y := curveY(share)
		s.leaf("line", "", a{"class", "axis"}, a{"x1", curveLeft}, a{"x2", curveRight}, a{"y1", y}, a{"y2", y})
		s.leaf("text", fmt.Sprintf("%.0f%%", share*100), a{"class", "soft"}, a{"x", curveLeft - 6}, a{"y", y + 4}, a{"font-size", 11}, a{"text-anchor", "end"})
	}
	s.leaf("text", "● suggested   ○ could follow", a{"class", "soft"}, a{"x", curveLeft}, a{"y", curveHeight - 4}, a{"font-size", 11})
}

func (s *svg) curvePoint(p CurvePoint) {
	x, y := curveX(p.Count), curveY(p.Share)
	dot := "open"
	if p.Suggested {
		dot = "dot"
	}
	s.leaf("circle", "", a{"class", dot}, a{"cx", x}, a{"cy", y}, a{"r", 4.5})
	s.leaf("text", p.Percent(), a{"class", "words"}, a{"x", x}, a{"y", y - 9}, a{"font-size", 12}, a{"font-weight", 600}, a{"text-anchor", "middle"})
	s.leaf("text", fmt.Sprint(p.Count), a{"class", "words"}, a{"x", x}, a{"y", curveFoot + 14}, a{"font-size", 12}, a{"text-anchor", "middle"})
	s.leaf("text", "+ "+shortened(string(p.Area.ID), 7), a{"class", "soft"}, a{"x", x}, a{"y", curveFoot + 27}, a{"font-size", 10}, a{"text-anchor", "middle"})
}
