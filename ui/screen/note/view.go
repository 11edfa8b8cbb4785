package note

import (
	"fmt"
	"strings"

	"waymark/model"
	"waymark/ui/layout"
	"waymark/ui/widget"
)

// The room of the parts. A line of text is 72 cells, the box around it 76.
const (
	boxWidth  = layout.TextWidth + 4
	mostLines = 12 // of the box; beyond that it scrolls
	labels    = 9
	besides   = 26 // the least a second column needs
)

// places is where the parts were put for the last size.
type places struct {
	head     []string
	boxW     int
	boxY     int
	boxH     int
	rowsY    int
	sourceY  int
	listRoom int
}

// Resize takes the body's size.
func (s *Screen) Resize(size layout.Size) {
	s.size = size
	s.arrange()
}

// short reports whether only the parts themselves fit.
func (s *Screen) short() bool { return s.size.H < 19 || s.size.W < 72 }

// arrange gives every part its lines: the rows first, then the box, and the
// earlier notes what is left.
func (s *Screen) arrange() {
	p := places{head: s.head(), boxW: max(8, min(boxWidth, s.size.W-4))}
	rows := len(s.parts()) - 1
	if len(s.notes) > 0 {
		rows--
	}
	if s.quick && !s.short() {
		rows += mostLikely
	}
	list := 0
	switch {
	case s.quick && len(s.notes) == 0:
	case s.size.H >= 19:
		list = 3 + min(1, max(0, len(s.notes)-1))
	case s.size.H >= 12:
		list = 2
	}
	free := s.size.H - len(p.head) - rows - 2
	p.boxH = min(max(1, free-list), mostLines)
	if s.part == inEarlier && s.short() {
		p.boxH = 1
	}
	p.boxY = len(p.head)
	p.rowsY = p.boxY + p.boxH + 2
	p.sourceY = p.rowsY + 1
	if s.quick {
		p.sourceY++
		if !s.short() {
			p.sourceY += mostLikely
		}
	}
	p.listRoom = max(0, s.size.H-p.rowsY-rows)
	if s.readOnly() {
		p.listRoom = max(0, s.size.H-len(p.head))
	}
	s.at = p
	if room := (layout.Size{W: p.boxW - 4, H: p.boxH}); room != s.room {
		s.room = room
		s.box.Resize(room)
		s.box.Settle()
	}
	s.source.Resize(layout.Size{W: max(4, min(boxWidth, s.size.W-4)-labels), H: 1})
	s.earlier.Set(len(s.notes), max(1, p.listRoom-2))
}

// Point is where the cursor is.
func (s *Screen) Point() (x, y int, ok bool) {
	switch s.part {
	case inBox:
		x, y = s.box.Point()
		return x + 4, s.at.boxY + 1 + y, true
	case inSource:
		x, _ = s.source.Point()
		return x + 2 + labels, s.at.sourceY, true
	default: // nothing is typed in the other parts
		return 0, 0, false
	}
}

// View draws the box, the rows below it and the earlier notes; on a wide
// window the area's prompts stand beside them.
func (s *Screen) View() []string {
	s.at.head = s.head()
	lines := s.column()
	w := s.size.W - boxWidth - 8
	if w < besides || s.area == "" {
		return lines
	}
	beside := append([]string{"", ""}, s.prompts(min(w, layout.TextWidth), s.size.H-2)...)
	return layout.Beside(4, []int{boxWidth + 2, w}, lines, beside)
}

func (s *Screen) column() []string {
	lines := append([]string{}, s.at.head...)
	if !s.readOnly() {
		box := widget.Boxed(s.env.Theme, s.box.View(), s.at.boxW)
		lines = append(lines, layout.Indent(2, box)...)
		lines = append(lines, s.rows()...)
	}
	return append(lines, s.list()...)
}

// head says what the note is about and asks for it.
func (s *Screen) head() []string {
	t := s.env.Theme
	if s.short() {
		return []string{" " + t.Bold.Render(layout.Cut(s.title(), s.size.W-2))}
	}
	if s.readOnly() {
		return []string{"", "  " + t.Bold.Render(layout.Cut(s.title(), s.size.W-4)), ""}
	}
	right := ""
	question := "What did you see, hear or read?"
	if j, ok := s.book().Evaluation().Area(s.area).SchoolSays(s.env.Desk.Voice.Person); ok && s.area != "" && j.State == model.Rated {
		scale := s.book().Rubric().Scale
		right = fmt.Sprintf("you chose %d %s %s", j.Level, scale.Name(j.Level), t.Meter(j.Level, int(scale.Top())))
		question = "What did you see, hear or read that led you to this level?"
	}
	name := "  " + t.Bold.Render(s.title())
	return []string{
		"", layout.Ends(name, right, min(s.size.W-2, boxWidth+2)),
		"  " + question, "  " + t.Muted.Render(s.env.Say("Half a sentence is fine. You can tidy it later. Leave out pupils’ names.")),
	}
}

func (s *Screen) title() string {
	name := "The school as a whole"
	if a, ok := s.book().Rubric().Area(s.area); ok {
		name = string(a.ID) + "  " + a.Title
	}
	switch {
	case s.quick:
		return "Quick note"
	case s.id != "":
		return name + " › a note reworded"
	}
	return name
}

// rows are the things a note says besides its words.
func (s *Screen) rows() []string {
	var lines []string
	if s.quick {
		lines = append(lines, s.row(inAbout, "About", s.aboutWords()))
		if !s.short() {
			lines = append(lines, layout.Indent(2+labels, s.suggested(min(s.size.W-2, boxWidth+2)-2-labels))...)
		}
	}
	lines = append(lines, s.row(inKind, "Kind", s.kinds()))
	if s.part == inSource {
		lines = append(lines, s.sourceField())
	} else {
		source := s.source.Value()
		if s.source.Empty() {
			source = s.env.Theme.Muted.Render("where it is kept, if that helps")
		}
		lines = append(lines, s.row(inSource, "Source", source))
	}
	private := "no, it can be shared"
	if s.private {
		private = "yes"
	}
	return append(lines, s.row(inPrivate, "Private", private))
}

// row is one of them, filled when it has the focus.
func (s *Screen) row(p part, label, text string) string {
	w := min(s.size.W-2, boxWidth+2)
	line := layout.Pad(label, labels) + text
	if s.part == p {
		return s.env.Theme.Selected.Render(layout.Pad(s.env.Theme.Glyph.Mark+" "+line, w))
	}
	return "  " + layout.Cut(line, w-2)
}

func (s *Screen) sourceField() string {
	t := s.env.Theme
	return t.Glyph.Mark + " " + t.Bold.Render(layout.Pad("Source", labels)) + t.Field.Render(s.source.View()[0])
}

// kinds shows every kind with the chosen one marked, or only that one where
// there is no room.
func (s *Screen) kinds() string {
	chosen := s.env.Theme.Glyph.Chosen + " "
	for _, gap := range []string{"  ", " "} {
		var b strings.Builder
		for _, k := range model.NoteKinds() {
			mark := gap
			if k == s.kind {
				mark = chosen
			}
			b.WriteString(mark + s.env.Say(k.Words()))
		}
		if layout.Width(b.String()) <= min(s.size.W-2, boxWidth+2)-2-labels {
			return b.String()
		}
	}
	if s.kind == "" {
		return "not said"
	}
	return chosen + s.env.Say(s.kind.Words())
}

func (s *Screen) aboutWords() string {
	if a, ok := s.book().Rubric().Area(s.area); ok {
		return a.Name()
	}
	return "the school as a whole"
}

// suggested is the areas the words speak of, always as many lines.
func (s *Screen) suggested(w int) []string {
	lines := make([]string, mostLikely)
	if len(s.likely) == 0 {
		lines[0] = s.env.Theme.Muted.Render(layout.Cut("Areas are suggested here as you type.", w))
	}
	for i, id := range s.likely {
		a, _ := s.book().Rubric().Area(id)
		lines[i] = layout.Cut(fmt.Sprintf("%d  %s", i+1, a.Name()), w)
	}
	return lines
}

// list shows the earlier notes, newest first, and the whole of the chosen one.
func (s *Screen) list() []string {
	t := s.env.Theme
	room := s.at.listRoom
	if room < 2 {
		return nil
	}
	w := min(s.size.W-2, boxWidth+2)
	lines := []string{}
	if room > 3 {
		lines = append(lines, "")
	}
	heading := "Earlier notes"
	if len(s.notes) == 0 {
		return append(lines, "  "+t.Bold.Render(heading)+"  "+t.Muted.Render("none yet"))
	}
	lines = append(lines, "  "+t.Bold.Render(heading)+"  "+widget.Count(len(s.notes), "note", "notes"))
	room -= len(lines)
	whole := s.whole(w-4, room/2)
	s.earlier.Set(len(s.notes), max(1, room-len(whole)))
	for i := s.earlier.First(); i < s.earlier.Last(); i++ {
		line := layout.Cut(s.noteLine(s.notes[i]), w-2)
		if s.part == inEarlier && i == s.earlier.Cursor {
			lines = append(lines, t.Selected.Render(layout.Pad(t.Glyph.Mark+" "+line, w)))
			continue
		}
		lines = append(lines, "  "+line)
	}
	return append(lines, whole...)
}

// whole is the text of the chosen note when it does not fit its line.
func (s *Screen) whole(w, room int) []string {
	if s.part != inEarlier || s.earlier.Cursor >= len(s.notes) || room < 2 {
		return nil
	}
	n := s.notes[s.earlier.Cursor]
	if layout.Width(s.noteLine(n)) <= w+2 && n.Source == "" {
		return nil
	}
	lines := layout.Wrap(n.Text, min(w, layout.TextWidth))
	if n.Source != "" {
		lines = append(lines, layout.Wrap("Source: "+n.Source, min(w, layout.TextWidth))...)
	}
	if len(lines) > room {
		lines = lines[:room]
		lines[room-1] = layout.Cut(lines[room-1]+" ……", w)
	}
	return layout.Indent(4, lines)
}

// noteLine is a note on one line: when, who, what.
func (s *Screen) noteLine(n model.Note) string {
	who := s.book().Who(n.Person).Name
	if who != "" {
		who = layout.Cut(who, 12) + "  "
	}
	mark := ""
	if n.Private {
		mark = "private  "
	}
	return layout.Pad(day(n), 8) + who + mark + strings.Join(strings.Fields(n.Text), " ")
}

// prompts is what a wide window shows beside the box: what the chosen level
// says, and where to look, as far as whole prompts fit into h lines.
func (s *Screen) prompts(w, h int) []string {
	t := s.env.Theme
	a, ok := s.book().Rubric().Area(s.area)
	if !ok {
		return nil
	}
	var lines []string
	if j, ok := s.book().Evaluation().Area(a.ID).SchoolSays(s.env.Desk.Voice.Person); ok && j.State == model.Rated {
		lines = append(lines, t.Bold.Render(fmt.Sprintf("%d %s", j.Level, s.book().Rubric().Scale.Name(j.Level))))
		lines = append(lines, layout.Wrap(strings.Join(strings.Fields(a.Descriptor(j.Level)), " "), w)...)
		lines = append(lines, "")
	}
	lines = append(lines, t.Bold.Render("Where to look"))
	for _, p := range a.Evidence {
		word := strings.ToUpper(string(p.Kind)[:1]) + string(p.Kind)[1:]
		text := layout.Wrap(word+"  "+strings.Join(strings.Fields(p.Text), " "), w)
		if len(lines)+len(text) > h {
			break
		}
		lines = append(lines, text...)
	}
	return lines[:min(len(lines), h)]
}
