// Package widget holds the dumb parts of screens: fields, lists and boxes.
// They know nothing of schools, keys or places.
//
// It imports bubbles and the leaves of ui below it.
package widget

import (
	"strings"
	"unicode"

	"charm.land/bubbles/v2/key"
	"charm.land/bubbles/v2/textarea"
	tea "charm.land/bubbletea/v2"
	"charm.land/lipgloss/v2"

	"waymark/model"
	"waymark/ui/layout"
	"waymark/ui/theme"
)

// Field is text being typed. A line takes one line and leaves Enter to the
// screen; a box makes a new line of it. Undo takes back one word, or one
// paste, at a time.
type Field struct {
	area  textarea.Model
	box   bool
	limit int
	past  []moment
	size  layout.Size
}

type moment struct {
	text string
	at   int // runes before the cursor
}

// deepestUndo bounds the moments kept for undo.
const deepestUndo = 500

// NewLine returns a field for a single line.
func NewLine() *Field { return newField(false, 0) }

// NewBox returns a field for text of several lines.
func NewBox() *Field { return newField(true, 0) }

// Limit sets how many characters fit; what is over is refused with the key.
func (f *Field) Limit(n int) *Field {
	f.limit = n
	f.area.CharLimit = n
	return f
}

func newField(box bool, limit int) *Field {
	a := textarea.New()
	a.Prompt = ""
	a.ShowLineNumbers = false
	a.CharLimit = limit
	a.MaxHeight = 0
	a.SetVirtualCursor(false)
	a.KeyMap.Paste = key.NewBinding() // pastes arrive as messages; the clipboard is not ours to read
	if !box {
		a.KeyMap.InsertNewline = key.NewBinding()
	}
	plain := textarea.StyleState{}
	a.SetStyles(textarea.Styles{Focused: plain, Blurred: plain})
	a.Focus()
	return &Field{area: a, box: box}
}

// Resize gives the room for the text itself, without a frame.
func (f *Field) Resize(s layout.Size) {
	f.size = s
	f.area.SetWidth(max(4, s.W))
	f.area.SetHeight(max(1, s.H))
}

// Value is the text as typed.
func (f *Field) Value() string { return f.area.Value() }

// SetValue replaces the text and forgets what could be undone.
func (f *Field) SetValue(s string) {
	f.area.SetValue(s)
	f.area.MoveToEnd()
	f.past = nil
}

// Replace replaces the text in one undo step.
func (f *Field) Replace(s string) {
	f.note()
	f.area.SetValue(s)
	f.area.MoveToEnd()
}

// Empty reports whether nothing but space has been typed.
func (f *Field) Empty() bool { return strings.TrimSpace(f.Value()) == "" }

// Words counts the words typed so far.
func (f *Field) Words() int { return layout.Words(f.Value()) }

// Update takes a key or a paste. It returns how many words a paste brought in.
func (f *Field) Update(msg tea.Msg) (pasted int) {
	switch msg := msg.(type) {
	case tea.PasteMsg:
		return f.paste(msg.Content)
	case tea.KeyPressMsg:
		f.press(msg)
	}
	return 0
}

func (f *Field) press(k tea.KeyPressMsg) {
	if k.Text != "" && endsWord(k.Text) || k.Text == "" && deletes(k) {
		f.note()
	}
	if len(f.past) == 0 {
		f.note()
	}
	row, col := f.area.Line(), f.area.Column()
	f.area, _ = f.area.Update(k) // the command only blinks the cursor, which ours does not
	if k.Code == tea.KeyDown && row == f.area.Line() && col == f.area.Column() && f.moreBelow() {
		// A line exactly as wide as the box holds the cursor fast; step over its end.
		f.area.CursorEnd()
		f.area, _ = f.area.Update(tea.KeyPressMsg{Code: tea.KeyRight})
	}
}

func (f *Field) moreBelow() bool {
	return f.area.Line() < f.area.LineCount()-1
}

func endsWord(s string) bool {
	r := []rune(s)[0]
	return unicode.IsSpace(r) || unicode.IsPunct(r)
}

func deletes(k tea.KeyPressMsg) bool {
	return k.Code == tea.KeyBackspace || k.Code == tea.KeyDelete || k.Mod != 0 || k.Code == tea.KeyEnter
}

func (f *Field) paste(text string) int {
	if f.box {
		text = model.CleanBlock(text)
	} else {
		text = model.CleanLine(text)
	}
	if text == "" {
		return 0
	}
	f.note()
	f.area.InsertString(text)
	return layout.Words(text)
}

func (f *Field) note() {
	now := moment{f.Value(), f.cursor()}
	if n := len(f.past); n > 0 && f.past[n-1].text == now.text {
		return
	}
	f.past = append(f.past, now)
	if len(f.past) > deepestUndo {
		f.past = f.past[1:]
	}
}

// cursor is how many runes stand before it.
func (f *Field) cursor() int {
	lines := strings.Split(f.Value(), "\n")
	at := 0
	for _, l := range lines[:min(f.area.Line(), len(lines))] {
		at += len([]rune(l)) + 1
	}
	return at + f.area.Column()
}

// Undo takes back the last word or paste. It reports whether anything changed.
func (f *Field) Undo() bool {
	for len(f.past) > 0 {
		last := f.past[len(f.past)-1]
		f.past = f.past[:len(f.past)-1]
		if last.text == f.Value() {
			continue
		}
		f.restore(last)
		return true
	}
	return false
}

func (f *Field) restore(m moment) {
	f.area.SetValue(m.text)
	before := string([]rune(m.text)[:min(m.at, len([]rune(m.text)))])
	f.area.MoveToBegin()
	for range strings.Count(before, "\n") {
		f.area.CursorEnd()
		f.area, _ = f.area.Update(tea.KeyPressMsg{Code: tea.KeyRight})
	}
	f.area.SetCursorColumn(len([]rune(before[strings.LastIndexByte(before, '\n')+1:])))
}

// View is the text as it shows: exactly as many lines as the field is high.
func (f *Field) View() []string {
	lines := strings.Split(f.area.View(), "\n")
	return layout.Fit(lines, f.size)
}

// Point is where the cursor is, in cells of the text.
func (f *Field) Point() (x, y int) {
	if c := f.area.Cursor(); c != nil {
		return min(c.X, max(0, f.size.W-1)), c.Y
	}
	return 0, 0
}

// Boxed draws lines in a plain frame, w cells wide in all. The text inside is
// painted as a field, both colours together.
func Boxed(t *theme.Theme, lines []string, w int) []string {
	g := t.Glyph
	edge := func(left, right string) string {
		return t.Border.Render(left + strings.Repeat(g.Rule, max(0, w-2)) + right)
	}
	out := []string{edge(g.TopLeft, g.TopRight)}
	side := t.Border.Render(g.Side)
	for _, l := range lines {
		out = append(out, side+paint(t.Field, " "+layout.Pad(l, w-4)+" ")+side)
	}
	return append(out, edge(g.BottomLeft, g.BottomRight))
}

func paint(s lipgloss.Style, text string) string { return s.Render(text) }
