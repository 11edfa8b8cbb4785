package widget

import (
	"fmt"
	"slices"
	"strings"

	"waymark/ui/layout"
	"waymark/ui/theme"
)

// Page is the body of a screen of sentences, fields and rows to choose from,
// put together from top to bottom. Where there is too little room, blank lines
// go first, then hints; then it scrolls, and what has the focus stays in view.
type Page struct {
	theme *theme.Theme
	w     int
	roomy bool
	lines []line
	hints int // how many have been given numbers
}

type line struct {
	text  string
	id    int
	gap   bool
	hint  int // lines that go together have the same number; 0 stays
	focus bool
}

// noRow is the id of lines that cannot be chosen.
const noRow = -1

// shortestNote is the least room in which a note still says something.
const shortestNote = 8

// boxWidth is the widest a field gets.
const boxWidth = layout.TextWidth + 4

// rowWidth is the widest a row gets: its note has to stay near its text.
const rowWidth = layout.TextWidth + 8

// NewPage starts a page w cells wide. A roomy one has its gaps doubled and one
// after every row.
func NewPage(t *theme.Theme, w int, roomy bool) *Page { return &Page{theme: t, w: w, roomy: roomy} }

// Len is how many lines there are so far.
func (p *Page) Len() int { return len(p.lines) }

// Question adds the line above a question: the way back, and how many follow.
func (p *Page) Question(n, of int) {
	back := " " + p.theme.Accent.Render("Esc") + " Back"
	p.add(line{text: layout.Ends(back, fmt.Sprintf("Question %d of %d", n, of), min(p.w, rowWidth)-2), id: noRow, hint: p.hint()})
}

// Problem adds what is wrong, as it stands at the top of a page.
func (p *Page) Problem(text string) { p.problem(text, 0) }

// ProblemAbove does the same for what an Error at its field says again, so
// that a small window can do without it.
func (p *Page) ProblemAbove(text string) { p.problem(text, p.hint()) }

func (p *Page) problem(text string, hint int) {
	p.add(line{text: "  " + p.theme.Banner.Render(" There is a problem "), id: noRow, hint: hint})
	for _, l := range p.wrapped(text) {
		p.add(line{text: "  " + p.theme.Bold.Render(l), id: noRow, hint: hint})
	}
	p.Gap()
}

// Error adds what is wrong, just above the field it is about.
func (p *Page) Error(text string) {
	for _, l := range p.wrapped("Error: " + text) {
		p.Say("  " + p.theme.Problem.Render(l))
	}
}

// Heading adds the one heading.
func (p *Page) Heading(text string) {
	for _, l := range p.wrapped(text) {
		p.Say("  " + p.theme.Bold.Render(l))
	}
}

// Prose adds running text.
func (p *Page) Prose(text string) {
	for _, l := range p.wrapped(text) {
		p.Say("  " + l)
	}
}

// Hint adds running text that a small window does without, as a whole.
func (p *Page) Hint(text string) {
	hint := p.hint()
	for _, l := range p.wrapped(text) {
		p.add(line{text: "  " + p.theme.Muted.Render(l), id: noRow, hint: hint})
	}
}

func (p *Page) hint() int {
	p.hints++
	return p.hints
}

// Say adds lines as they are.
func (p *Page) Say(lines ...string) {
	for _, l := range lines {
		p.add(line{text: l, id: noRow})
	}
}

// Gap adds a blank line that a small window does without.
func (p *Page) Gap() {
	for range p.gaps() {
		p.add(line{id: noRow, gap: true})
	}
}

func (p *Page) gaps() int {
	if p.roomy {
		return 2
	}
	return 1
}

// Row adds something that can be chosen, with a note at the right end and
// details below it.
func (p *Page) Row(id int, chosen bool, text, note string, details ...string) {
	p.add(line{text: Row(p.theme, min(p.w, rowWidth), chosen, text, note), id: id, focus: chosen})
	for _, d := range details {
		hint := 0
		if !chosen {
			hint = p.hint()
		}
		for _, l := range layout.Wrap(d, max(10, min(layout.TextWidth, p.w-10))) {
			p.add(line{text: "        " + p.theme.Muted.Render(l), id: id, hint: hint, focus: chosen})
		}
	}
	p.after()
}

// Choice adds a row that is a sentence: what does not fit goes on below.
func (p *Page) Choice(id int, chosen bool, text string) {
	w := min(p.w, rowWidth)
	for i, l := range layout.Wrap(text, max(10, w-6)) {
		shown := "    " + l
		if chosen {
			mark := strings.Repeat(" ", layout.Width(p.theme.Glyph.Mark))
			if i == 0 {
				mark = p.theme.Glyph.Mark
			}
			shown = "  " + p.theme.Selected.Render(mark+" "+layout.Pad(l, w-6))
		}
		p.add(line{text: shown, id: id, focus: chosen})
	}
	p.after()
}

func (p *Page) after() {
	if p.roomy {
		p.add(line{id: noRow, gap: true})
	}
}

// Put adds lines that can be chosen, as they are.
func (p *Page) Put(id int, lines ...string) {
	for _, l := range lines {
		p.add(line{text: l, id: id})
	}
}

// Field adds a field in its frame.
func (p *Page) Field(id int, f *Field, focus bool) {
	w := min(boxWidth, p.w-4)
	f.Resize(layout.Size{W: w - 4, H: max(1, f.size.H)})
	for _, l := range Boxed(p.theme, f.View(), w) {
		p.add(line{text: "  " + l, id: id, focus: focus})
	}
}

func (p *Page) add(l line) { p.lines = append(p.lines, l) }

func (p *Page) wrapped(text string) []string {
	return layout.Wrap(text, max(10, min(layout.TextWidth, p.w-4)))
}

// Fit brings the page into h lines and returns them.
func (p *Page) Fit(h int) []string {
	p.dropGaps(h)
	p.dropHints(h)
	if len(p.lines) > h {
		first := p.window(h)
		p.lines = p.lines[first : first+h]
	}
	out := make([]string, len(p.lines))
	for i, l := range p.lines {
		out[i] = l.text
	}
	return out
}

// dropGaps takes out as many blank lines as it must, last ones first.
func (p *Page) dropGaps(h int) {
	for i := len(p.lines) - 1; i >= 0 && len(p.lines) > h; i-- {
		if p.lines[i].gap {
			p.lines = slices.Delete(p.lines, i, i+1)
		}
	}
}

// dropHints does the same with hints: half a sentence would be worse than none.
func (p *Page) dropHints(h int) {
	for n := p.hints; n > 0 && len(p.lines) > h; n-- {
		p.lines = slices.DeleteFunc(p.lines, func(l line) bool { return l.hint == n })
	}
}

// window is the first of the h lines that show what has the focus.
func (p *Page) window(h int) int {
	from, to := -1, -1
	for i, l := range p.lines {
		if l.focus {
			to = i
			if from < 0 {
				from = i
			}
		}
	}
	if from < 0 {
		return 0
	}
	return min(from, layout.Window(0, to, len(p.lines), h))
}

// At is the row or field on line y of the page as it was last fitted.
func (p *Page) At(y int) (id int, ok bool) {
	if y < 0 || y >= len(p.lines) || p.lines[y].id == noRow {
		return 0, false
	}
	return p.lines[y].id, true
}

// Point is where the cursor of a field is on the page as it was last fitted.
func (p *Page) Point(id int, f *Field) (x, y int, ok bool) {
	for i, l := range p.lines {
		if l.id == id {
			fx, fy := f.Point()
			return fx + 4, i + 1 + fy, true
		}
	}
	return 0, 0, false
}

// Row is one row of a list, w cells of the window wide: a mark and a fill when
// it is chosen, its note at the right end. The text outlives the note.
func Row(t *theme.Theme, w int, chosen bool, text, note string) string {
	room := w - 6
	left := room - layout.Width(text) - 2
	switch {
	case left < min(shortestNote, layout.Width(note)):
		note = ""
	case left < layout.Width(note):
		note = layout.Cut(note, left)
	}
	if chosen {
		return "  " + t.Selected.Render(t.Glyph.Mark+" "+layout.Ends(text, note, room))
	}
	if note != "" {
		note = t.Muted.Render(note)
	}
	return "    " + layout.Ends(text, note, room)
}
