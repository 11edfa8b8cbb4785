package theme

import (
	"image/color"

	"charm.land/lipgloss/v2"
)

// shade is one colour at two depths. The 256-colour picks are made by hand:
// rounding the first would bring two levels too close together in grey.
type shade struct {
	full string
	near string
}

func (s shade) colour(d Depth) color.Color {
	if d == Colours256 {
		return lipgloss.Color(s.near)
	}
	return lipgloss.Color(s.full)
}

// pair is text on a fill. Both are always set, so that no terminal's own
// colours can make it illegible.
type pair struct{ text, fill shade }

func (p pair) style(d Depth) lipgloss.Style {
	return lipgloss.NewStyle().Foreground(p.text.colour(d)).Background(p.fill.colour(d))
}

// colours is a palette; every one passes 4.5:1 (borders 3:1) on every ground
// it is used on, which a test recomputes.
type colours struct {
	ground, text, muted, accent, good, warn, problem, link, border shade
	levels                                                         [4]pair
	notJudged, selected, banner, field                             pair
}

func lightColours() *colours {
	return &colours{
		ground: shade{"#FAFAFA", "231"},
		text:   shade{"#1B1F24", "234"}, muted: shade{"#51585F", "240"}, accent: shade{"#00578A", "24"},
		good: shade{"#1D6330", "22"}, warn: shade{"#7A4A00", "94"}, problem: shade{"#A3182B", "124"},
		link: shade{"#4A3D99", "55"}, border: shade{"#7A838C", "244"},
		levels: [4]pair{
			{shade{"#1B1F24", "234"}, shade{"#FBE3C0", "230"}},
			{shade{"#1B1F24", "234"}, shade{"#EFB65C", "215"}},
			{shade{"#0B0F14", "233"}, shade{"#69ACD0", "67"}},
			{shade{"#FFFFFF", "231"}, shade{"#17496B", "18"}},
		},
		notJudged: pair{shade{"#1B1F24", "234"}, shade{"#E4E7EB", "254"}},
		selected:  pair{shade{"#0B0F14", "233"}, shade{"#CFE6F7", "153"}},
		banner:    pair{shade{"#FFFFFF", "231"}, shade{"#A3182B", "124"}},
		field:     pair{shade{"#1B1F24", "234"}, shade{"#F2F4F7", "255"}},
	}
}

func darkColours() *colours {
	return &colours{
		ground: shade{"#0C0C0C", "232"},
		text:   shade{"#E6EAF0", "255"}, muted: shade{"#A9B4C0", "249"}, accent: shade{"#7CC4F5", "117"},
		good: shade{"#8CD79A", "114"}, warn: shade{"#F2B84B", "214"}, problem: shade{"#FF9C9C", "217"},
		link: shade{"#B9AEFF", "147"}, border: shade{"#76828F", "244"},
		levels: [4]pair{
			{shade{"#FFFFFF", "231"}, shade{"#6E4310", "94"}},
			{shade{"#0B0F14", "233"}, shade{"#B77A22", "172"}},
			{shade{"#0B0F14", "233"}, shade{"#6BB3DE", "117"}},
			{shade{"#0B0F14", "233"}, shade{"#CDEBFB", "231"}},
		},
		notJudged: pair{shade{"#E6EAF0", "255"}, shade{"#2E353D", "236"}},
		selected:  pair{shade{"#FFFFFF", "231"}, shade{"#1F4E73", "24"}},
		banner:    pair{shade{"#0B0F14", "233"}, shade{"#FF9C9C", "217"}},
		field:     pair{shade{"#E6EAF0", "255"}, shade{"#20262D", "235"}},
	}
}

// highColours is black and white only; levels are read by digit and meter.
func highColours(dark bool) *colours {
	ink, paper := shade{"#000000", "16"}, shade{"#FFFFFF", "231"}
	if dark {
		ink, paper = paper, ink
	}
	reverse := pair{paper, ink}
	return &colours{
		ground: paper, text: ink, muted: ink, accent: ink, good: ink, warn: ink, problem: ink, link: ink, border: ink,
		levels:    [4]pair{reverse, reverse, reverse, reverse},
		notJudged: pair{ink, paper}, selected: reverse, banner: reverse, field: pair{ink, paper},
	}
}

// palette picks the colours for o, or nil for none, and says whether the
// whole screen is painted.
func palette(o Options) (p *colours, painted bool) {
	if o.Depth >= Colours16 {
		return nil, false
	}
	switch o.Mode {
	case None:
		return nil, false
	case Light:
		return lightColours(), true
	case Dark:
		return darkColours(), true
	case High:
		return highColours(!o.Known || o.Dark), true
	default: // Match
		return matching(o), false
	}
}

// matching is the palette that suits the terminal's own background.
func matching(o Options) *colours {
	switch {
	case !o.Known:
		return nil
	case o.Dark:
		return darkColours()
	}
	return lightColours()
}
