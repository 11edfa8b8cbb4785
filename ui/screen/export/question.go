package export

import (
	"path/filepath"
	"strings"

	tea "charm.land/bubbletea/v2"

	"waymark/ui/keys"
	"waymark/ui/theme"
)

// question is the one shape of a destructive question: what would be lost, and
// the safe answer chosen.
type question struct {
	name   string
	other  string // the name a second file would get
	cursor int
}

func newQuestion(name string) *question {
	ext := filepath.Ext(name)
	return &question{name: name, other: strings.TrimSuffix(name, ext) + " (2)" + ext}
}

func (q *question) answers() []string {
	return []string{"Keep it", "Make a second file", "Replace it"}
}

func (q *question) lines(t *theme.Theme) []string {
	row := ""
	for i, a := range q.answers() {
		if i == q.cursor {
			row += t.Selected.Render(t.Glyph.Mark+" "+a+" ") + "   "
			continue
		}
		row += "  " + a + "    "
	}
	return []string{
		"",
		t.Bold.Render("“" + q.name + "” is there already"),
		"",
		"Replacing it takes away what the file says now. That cannot be undone.",
		"A second file would be called “" + q.other + "”.",
		"",
		row,
		"",
	}
}

// answer takes a key while the question is asked.
func (s *Screen) answer(p keys.Press) tea.Cmd {
	q := s.asking
	switch p.Action {
	case keys.Left, keys.Up:
		q.cursor = clamp(q.cursor-1, len(q.answers()))
		return nil
	case keys.Right, keys.Down, keys.NextPart:
		q.cursor = clamp(q.cursor+1, len(q.answers()))
		return nil
	case keys.Enter:
	default:
		q.cursor = 0
	}
	s.asking = nil
	switch q.cursor {
	case 1:
		s.name = q.other
		return s.make(false)
	case 2:
		return s.make(true)
	}
	s.status = "Kept. Nothing has changed."
	return nil
}
