package theme

import "strings"

// Glyphs are the marks the screens draw with. Every drawn one is in WGL4, so
// in Cascadia Mono, Consolas, Menlo and Courier New.
type Glyphs struct {
	Rule, Side, TopLeft, TopRight, BottomLeft, BottomRight string
	Full, Empty, Dot, Bar, Gap                             string
	Mark, Chosen, Open, Crumb, Up, Down, Same, Cursor      string
	ArrowsUD, ArrowsLR                                     string
	Thumb, Track                                           string
}

func glyphs(plain bool) Glyphs {
	if plain {
		return Glyphs{
			Rule: "-", Side: "|", TopLeft: "+", TopRight: "+", BottomLeft: "+", BottomRight: "+",
			Full: "#", Empty: ".", Dot: ".", Bar: "#", Gap: ".",
			Mark: ">", Chosen: "*", Open: "o", Crumb: ">", Up: "^", Down: "v", Same: "=", Cursor: "_",
			ArrowsUD: "up/down", ArrowsLR: "left/right", Thumb: "#", Track: "|",
		}
	}
	return Glyphs{
		Rule: "─", Side: "│", TopLeft: "┌", TopRight: "┐", BottomLeft: "└", BottomRight: "┘",
		Full: "■", Empty: "□", Dot: "·", Bar: "█", Gap: "░",
		Mark: "►", Chosen: "●", Open: "○", Crumb: "›", Up: "▲", Down: "▼", Same: "●", Cursor: "▄",
		ArrowsUD: "↑↓", ArrowsLR: "←→", Thumb: "█", Track: "│",
	}
}

// Plainen replaces the typographic marks that a broken font shows as boxes by
// plain ones of the same width where that is possible.
func Plainen(s string) string {
	return strings.NewReplacer(
		"‘", "'", "’", "'", "“", "\"", "”", "\"", "–", "-", "—", "-", "…", ".", "›", ">", "•", "*", "−", "-", "·", ".",
		"─", "-", "│", "|", "┌", "+", "┐", "+", "└", "+", "┘", "+", "■", "#", "□", ".", "█", "#", "░", ".", "▒", "#", "▓", "#",
		"►", ">", "▲", "^", "▼", "v", "●", "*", "○", "o", "▄", "_", "←", "<", "→", ">", "↑", "^", "↓", "v",
	).Replace(s)
}
