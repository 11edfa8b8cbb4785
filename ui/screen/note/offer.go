package note

import (
	"fmt"
	"strings"
	"unicode/utf8"

	tea "charm.land/bubbletea/v2"

	"waymark/model"
	"waymark/ui/layout"
)

// offer is a question that Enter answers. Typing on declines it.
type offer struct {
	rows  [][]string // a pasted table
	split int        // into how many notes
}

func (o offer) open() bool { return o.rows != nil || o.split > 0 }

// words is what Enter does.
func (o offer) words() string {
	if o.split > 0 {
		return fmt.Sprintf("split into %d notes", o.split)
	}
	return "keep as a table"
}

// take does what was offered.
func (s *Screen) take() {
	o := s.offer
	s.offer = offer{}
	if o.split > 0 {
		said, done := s.filed(fmt.Sprintf("Kept as %d notes%s. u takes them out.", o.split, s.on()), s.write(pieces(s.box.Value(), model.LongestNote)))
		if done {
			s.env.Nav.Pop()
			s.env.Nav.Say(said)
		}
		return
	}
	s.box.Undo()
	s.box.Update(tea.PasteMsg{Content: aligned(o.rows)})
	s.changed()
	s.status = fmt.Sprintf("Kept as a table of %d rows. Ctrl+Z takes it out.", len(o.rows))
}

// tooLong offers to split what no single note holds. The second Esc leaves it
// as a draft.
func (s *Screen) tooLong() (string, bool) {
	if s.stuck {
		return "It is kept as an unfinished note. You will find it here again.", true
	}
	n := len(pieces(s.box.Value(), model.LongestNote))
	s.part, s.stuck, s.offer = inBox, true, offer{split: n}
	s.arrange()
	s.status = fmt.Sprintf("A note holds 20,000 characters. Enter splits this into %d notes.", n)
	return "", false
}

// table reads a paste out of a spreadsheet: two lines or more with the same
// number of tabs.
func table(pasted string) [][]string {
	text := strings.NewReplacer("\r\n", "\n", "\r", "\n").Replace(pasted)
	var rows [][]string
	for line := range strings.SplitSeq(strings.Trim(text, "\n"), "\n") {
		cells := strings.Split(line, "\t")
		if len(cells) < 2 || len(rows) > 0 && len(cells) != len(rows[0]) {
			return nil
		}
		for i, c := range cells {
			cells[i] = model.CleanLine(c)
		}
		rows = append(rows, cells)
	}
	if len(rows) < 2 {
		return nil
	}
	return rows
}

// widestCell keeps one long cell from pushing its table off the page.
const widestCell = 24

// aligned sets a table as plain text that reads the same everywhere.
func aligned(rows [][]string) string {
	widths := make([]int, len(rows[0]))
	for _, r := range rows {
		for i, c := range r {
			widths[i] = max(widths[i], min(widestCell, layout.Width(c)))
		}
	}
	lines := make([]string, len(rows))
	for i, r := range rows {
		cells := make([]string, len(r))
		for k, c := range r {
			cells[k] = c + strings.Repeat(" ", max(0, widths[k]-layout.Width(c)))
		}
		lines[i] = strings.TrimRight(strings.Join(cells, " | "), " ")
	}
	return strings.Join(lines, "\n")
}

// pieces cuts text into parts of at most most characters: between paragraphs
// if it can, else between lines, sentences or words.
func pieces(text string, most int) []string {
	var out []string
	text = strings.TrimSpace(text)
	for utf8.RuneCountInString(text) > most {
		head := string([]rune(text)[:most])
		cut := len(head)
		for _, between := range []string{"\n\n", "\n", ". ", " "} {
			if i := strings.LastIndex(head, between); i > len(head)/2 {
				cut = i + len(between)
				break
			}
		}
		out = append(out, strings.TrimSpace(text[:cut]))
		text = strings.TrimSpace(text[cut:])
	}
	return append(out, text)
}
