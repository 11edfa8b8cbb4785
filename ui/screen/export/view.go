package export

import (
	"fmt"
	"path/filepath"
	"strings"

	"waymark/ui"
	"waymark/ui/keys"
	"waymark/ui/layout"
	"waymark/ui/widget"
)

// Resize takes the body's size.
func (s *Screen) Resize(size layout.Size) {
	s.size = size
	if s.field != nil {
		s.field.Resize(layout.Size{W: s.boxWidth() - 4, H: 1})
	}
}

func (s *Screen) boxWidth() int { return min(76, s.size.W-4) }

// View draws the choices, or what is being asked, typed or shown.
func (s *Screen) View() []string {
	t := s.env.Theme
	switch {
	case s.asking != nil:
		box := widget.Boxed(t, s.asking.lines(t), s.boxWidth())
		return append([]string{"", ""}, layout.Indent(2, box)...)
	case s.preview != nil:
		return s.viewPreview()
	}
	if lines := s.whole(); len(lines) <= s.size.H {
		return lines
	}
	return s.onlyPart()
}

// whole is every choice, where it goes and what it holds.
func (s *Screen) whole() []string {
	lines := append([]string{""}, s.choices()...)
	lines = append(append(lines, ""), s.leaveOut()...)
	if s.size.H > len(lines)+4 {
		lines = append(lines, "")
	}
	lines = append(lines, s.where()...)
	contents := layout.Indent(2, layout.Wrap(s.contents(), min(layout.TextWidth, s.size.W-4)))
	if s.size.H > len(lines)+len(contents) {
		lines = append(append(lines, ""), contents...)
	}
	return lines
}

// onlyPart is what fits a small window: the part that has the focus, and where
// the file goes. Tab brings the next part.
func (s *Screen) onlyPart() []string {
	docs, forms := s.columns()
	lines := docs
	switch s.part {
	case formats:
		lines = forms
	case leaving:
		lines = s.leaveOut()
	default: // documents, which lines already are
	}
	return append(append(layout.Indent(1, lines), ""), s.where()...)
}

// choices sets documents and formats beside each other where there is room.
func (s *Screen) choices() []string {
	docs, forms := s.columns()
	if s.size.W < 72 {
		return layout.Indent(2, append(append(docs, ""), forms...))
	}
	w := (s.size.W - 8) / 2
	return layout.Indent(2, layout.Beside(4, []int{w, w}, docs, forms))
}

func (s *Screen) columns() (docs, forms []string) {
	t := s.env.Theme
	docs = []string{t.Bold.Render("What do you want to share?"), ""}
	for i, d := range s.docs {
		docs = append(docs, s.radio(d.Words, i == s.doc, s.part == documents))
	}
	forms = []string{t.Bold.Render("As"), ""}
	w := 22
	for _, f := range s.forms {
		w = max(w, layout.Width(f.Words)+1)
	}
	for i, f := range s.forms {
		forms = append(forms, s.radio(layout.Pad(f.Words, w)+f.Extension, i == s.form, s.part == formats))
	}
	return docs, forms
}

func (s *Screen) radio(words string, chosen, focused bool) string {
	t := s.env.Theme
	if !chosen {
		return "  " + t.Glyph.Open + " " + words
	}
	if focused {
		return t.Selected.Render(t.Glyph.Mark + " " + t.Glyph.Chosen + " " + words + " ")
	}
	return "  " + t.Glyph.Chosen + " " + words
}

func (s *Screen) leaveOut() []string {
	t := s.env.Theme
	label := "  Leave out"
	out := label
	left := s.chosen()
	for i, p := range s.mayLeave() {
		mark := "[ ]"
		if left[p] {
			mark = "[x]"
		}
		cell := mark + " " + p.words()
		if s.part == leaving && i == s.leave {
			cell = t.Selected.Render(t.Glyph.Mark + " " + cell + " ")
		} else {
			cell = "  " + cell + " "
		}
		if layout.Width(out)+layout.Width(cell)+1 > s.size.W {
			return []string{out, strings.Repeat(" ", layout.Width(label)) + " " + cell}
		}
		out += " " + cell
	}
	return []string{out}
}

func (s *Screen) where() []string {
	if s.field != nil {
		lines := []string{"  Save in which folder?"}
		return append(lines, layout.Indent(2, widget.Boxed(s.env.Theme, s.field.View(), s.boxWidth()))...)
	}
	return []string{
		"  Save in     " + s.env.Theme.Link.Render(cutLeft(shortFolder(s.folder), s.size.W-16)),
		"  Named       " + layout.Cut(s.name, s.size.W-16),
	}
}

// shortFolder shows a folder as people say it.
func shortFolder(folder string) string {
	return strings.ReplaceAll(folder, string(filepath.Separator), " › ")
}

// cutLeft keeps the end of a path, which is what tells folders apart.
func cutLeft(s string, w int) string {
	if layout.Width(s) <= w {
		return s
	}
	r := []rune(s)
	return "…" + string(r[max(0, len(r)-w+1):])
}

func (s *Screen) contents() string {
	said := s.docs[s.doc].Detail
	switch {
	case s.private == 0:
	case s.docs[s.doc].visit != "":
		said += fmt.Sprintf(" %s with the reviewers: not in this copy.", counted(s.private, "stays", "stay"))
	case s.left[privateNotes]:
		said += fmt.Sprintf(" %s left out.", counted(s.private, "is", "are"))
	default:
		said += fmt.Sprintf(" This copy includes %s. Check who it is for.", counted(s.private, "", ""))
	}
	return said
}

// counted is how many private notes there are, and what they do.
func counted(n int, one, many string) string {
	if n == 1 {
		return strings.TrimSpace("1 private note " + one)
	}
	return strings.TrimSpace(fmt.Sprintf("%d private notes %s", n, many))
}

func (s *Screen) viewPreview() []string {
	room := s.size.H - 1
	lines := []string{"  " + s.env.Theme.Muted.Render(fmt.Sprintf("Preview of “%s”", s.name))}
	for i := s.scroll; i < len(s.preview) && len(lines) <= room; i++ {
		lines = append(lines, "  "+layout.Cut(s.preview[i], s.size.W-4))
	}
	return lines
}

// Point is the cursor while the folder is typed.
func (s *Screen) Point() (x, y int, ok bool) {
	if s.field == nil {
		return 0, 0, false
	}
	top := 0
	for i, l := range s.View() {
		if strings.Contains(l, "Save in which folder?") {
			top = i
		}
	}
	fx, fy := s.field.Point()
	return fx + 4, fy + top + 2, true
}

// Live is what can be done now.
func (s *Screen) Live() []keys.Live {
	switch {
	case s.asking != nil:
		return []keys.Live{
			{Action: keys.Enter, Words: strings.ToLower(s.asking.answers()[s.asking.cursor]), Footer: true},
			{Action: keys.Left, Shown: "←→", Words: "change", Footer: true},
			{Action: keys.Right},
			{Action: keys.Up},
			{Action: keys.Down},
			{Action: keys.NextPart},
			{Action: keys.Back, Words: "keep it", Footer: true},
		}
	case s.field != nil:
		return []keys.Live{{Action: keys.Enter, Words: "use this folder", Footer: true}, {Action: keys.Back, Words: "leave it as it was", Footer: true}}
	case s.preview != nil:
		return []keys.Live{
			{Action: keys.Enter, Words: "back to the choices", Footer: true},
			{Action: keys.Up, Shown: "↑↓", Words: "scroll", Footer: true},
			{Action: keys.Down},
			{Action: keys.PageUp},
			{Action: keys.PageDown},
			{Action: keys.Full, Words: "close the preview"},
			{Action: keys.Back, Words: "close", Footer: true},
		}
	}
	enter := "make the file"
	if s.made != "" {
		enter = "go back"
	}
	live := []keys.Live{{Action: keys.Enter, Words: enter, Footer: true}}
	if s.made != "" {
		live = append(live, keys.Live{Action: keys.Copy, Words: "copy its place", Footer: true})
	}
	live = append(live,
		keys.Live{Action: keys.NextPart, Words: "next part", Footer: true}, keys.Live{Action: keys.PartBefore},
		keys.Live{Action: keys.Up, Shown: "↑↓", Words: "choose"}, keys.Live{Action: keys.Down}, keys.Live{Action: keys.Left}, keys.Live{Action: keys.Right},
		keys.Live{Action: keys.Full, Words: "preview", Footer: true}, keys.Live{Action: keys.Edit, Words: "change folder", Footer: true},
	)
	if s.part == leaving {
		live = append(live, keys.Live{Action: keys.Tick, Words: "leave out or put in", Footer: true})
	}
	return append(live, keys.Live{Action: keys.Back, Words: "back", Footer: true})
}

// HelpTitle names the screen in the help.
func (s *Screen) HelpTitle() string { return "exporting" }

// Head names the school.
func (s *Screen) Head() ui.Head {
	return ui.Head{Crumbs: []string{s.book().School().Name, "Export"}}
}

// Status promises what this does not do.
func (s *Screen) Status() string {
	switch {
	case s.asking != nil:
		return "“Keep it” is the safe answer. To change it, move and press Enter."
	case s.status != "":
		return s.status
	}
	return "Press Enter to make the file. Nothing leaves this computer unless you send it."
}
