package area

import (
	"strings"

	"waymark/model"
	"waymark/ui/layout"
	"waymark/ui/theme"
)

// deepest is how far back the chain of what comes first is drawn.
const deepest = 2

// chain draws what usually has to be in place first, and before that, each
// step further in.
func (s *Screen) chain(t *theme.Theme, w int) block {
	if len(s.rubric.NeedsFirst(s.area.ID)) == 0 {
		return block{}
	}
	b := section(t, "Needs first", prose("What usually has to be in place before it, and before that:", w))
	s.before(&b, t, s.area.ID, 0, w)
	return b
}

func (s *Screen) before(b *block, t *theme.Theme, id model.AreaID, depth, w int) {
	if depth == deepest {
		return
	}
	for _, first := range s.rubric.NeedsFirst(id) {
		if a, ok := s.rubric.Area(first); ok {
			s.row(b, t, a, strings.Repeat("   ", depth)+t.Glyph.Mark+" ", w)
			s.before(b, t, first, depth+1, w)
		}
	}
}

// others lists areas that can be opened from here.
func (s *Screen) others(t *theme.Theme, w int, heading string, ids []model.AreaID) block {
	if len(ids) == 0 {
		return block{}
	}
	b := block{lines: []string{t.Bold.Render(heading)}}
	for _, id := range ids {
		if a, ok := s.rubric.Area(id); ok {
			s.row(&b, t, a, "", w)
		}
	}
	return b
}

// row is an area with its level at the right end, where there can be one.
func (s *Screen) row(b *block, t *theme.Theme, a model.Area, before string, w int) {
	level := ""
	if s.own {
		l, _ := s.rated(a.ID)
		level = s.mark(t, l)
	}
	b.items = append(b.items, item{area: a.ID, y: len(b.lines), n: 1})
	b.lines = append(b.lines, "  "+layout.Ends(before+a.Name(), level, w-2))
}
