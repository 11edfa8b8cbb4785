package recovered

import (
	"slices"
	"strings"
	"time"

	"waymark/model"
	"waymark/ui/layout"
	"waymark/ui/task"
	"waymark/ui/widget"
)

// mostDrafts is how many drafts are shown with their first words.
const mostDrafts = 3

// Resize takes the body's size.
func (s *Screen) Resize(size layout.Size) { s.size = size }

func (s *Screen) width() int { return min(layout.TextWidth, s.size.W-4) }

func (s *Screen) wrap(text string) []string {
	return layout.Indent(2, layout.Wrap(text, s.width()))
}

// View says what happened, what was kept and how to go on. The ways on always
// have their lines; the rest takes what is left.
func (s *Screen) View() []string {
	t := s.env.Theme
	head := append([]string{"", "  " + t.Bold.Render("We kept your work"), ""}, s.wrap(s.stopped())...)
	kept := append([]string{"", "  " + t.Bold.Render("Brought back")}, s.kept()...)
	tail := append([]string{""}, s.wrap(s.nothing())...)
	if len(head)+len(kept)+len(s.ways)+1+len(tail) > s.size.H {
		tail = nil
	}
	if len(head)+len(kept)+len(s.ways)+1 > s.size.H {
		head = []string{"  " + t.Bold.Render("We kept your work")}
		kept = kept[1:]
	}
	if room := max(0, s.size.H-len(head)-len(s.ways)); len(kept) > room {
		kept = kept[:room]
	}
	lines := append(head, kept...)
	if len(lines)+len(s.ways) < s.size.H {
		lines = append(lines, "")
	}
	s.at = len(lines)
	for i, w := range s.ways {
		line := layout.Cut("    "+w.words, s.size.W-2)
		if i == s.list.Cursor {
			line = "  " + t.Selected.Render(layout.Pad(t.Glyph.Mark+" "+w.words, s.width()))
		}
		lines = append(lines, line)
	}
	lines = append(lines, tail...)
	return lines[:min(len(lines), s.size.H)]
}

// stopped says when and perhaps why.
func (s *Screen) stopped() string {
	when := ""
	b := s.env.Brought
	if b != nil && !b.StoppedAt.IsZero() {
		at := b.StoppedAt.Local()
		when = " at " + at.Format("15:04")
		if now := s.env.Clock().Local(); now.Format(time.DateOnly) != at.Format(time.DateOnly) {
			when += " on " + at.Format("Monday 2 January")
		}
	}
	return "Waymark stopped before it could close properly" + when + ", perhaps because the window was closed or the laptop ran out of battery."
}

// kept is one row for each kind of thing that was brought back.
func (s *Screen) kept() []string {
	f := s.found
	var lines []string
	row := func(n int, one, many, words string) {
		if n > 0 {
			lines = append(lines, "    "+layout.Pad(widget.Count(n, one, many), 14)+layout.Cut(words, max(4, s.width()-16)))
		}
	}
	row(len(f.levels), "level", "levels", strings.Join(f.levels, ", "))
	row(len(f.notes), "note", "notes", strings.Join(f.notes, ";  "))
	row(f.more, "other change", "other changes", "")
	drafts := s.drafts()
	for i, d := range drafts[:min(len(drafts), mostDrafts)] {
		label := strings.Repeat(" ", 14)
		if i == 0 {
			label = layout.Pad(widget.Count(len(drafts), "draft", "drafts"), 14)
		}
		lines = append(lines, "    "+label+"“"+layout.Cut(model.CleanLine(d.Text), max(4, s.width()-18))+"”")
	}
	if f.elsewhere > 0 {
		lines = append(lines, "    "+layout.Cut(widget.Count(f.elsewhere, "piece of work", "pieces of work")+" in another self-evaluation, kept there", s.width()-2))
	}
	if len(lines) == 0 {
		lines = append(lines, "    Everything was already saved.")
	}
	return lines
}

// drafts are the words that still wait: neither filed nor taken out since.
func (s *Screen) drafts() []task.Draft {
	var left []task.Draft
	for _, d := range s.found.drafts {
		_, open := s.env.Unfiled[d.Key]
		same := func(o task.Draft) bool { return o.Key == d.Key }
		if open || s.env.Brought != nil && slices.ContainsFunc(s.env.Brought.Drafts, same) {
			left = append(left, d)
		}
	}
	return left
}

// nothing says that nothing has to be done.
func (s *Screen) nothing() string {
	if len(s.drafts()) > 0 {
		return "Nothing needs doing. What you were typing waits until you open it."
	}
	return "Nothing needs doing. These are already saved."
}
