package agenda

import (
	"fmt"
	"strings"

	tea "charm.land/bubbletea/v2"

	"waymark/model"
	"waymark/model/visit"
	"waymark/ui/jot"
	"waymark/ui/keys"
	"waymark/ui/layout"
	"waymark/ui/widget"
)

// The columns of the day at 80 cells: the mark, the time, what happens, the
// areas it looks at, and how far it is.
const (
	margin     = 4
	timeWidth  = 7
	narrowest  = 72
	sideFrom   = 110 // from this width the chosen stop is told beside the day
	sideWidth  = 38
	barWidth   = 20
	roomForTwo = 19 // the height from which the line may have two rows
	lineLabel  = 9

	statusWidth = 34 // for the codes of a stop in the status line
	longStay    = 90 // minutes from which a stay is told in hours
)

// Resize takes the body's size.
func (s *Screen) Resize(size layout.Size) {
	s.size, s.lineRows = size, 0
	s.stretch()
}

// stretch gives the line a second row when what is typed is longer than one,
// where there is room, so that the sentence and not its last word is seen.
func (s *Screen) stretch() {
	w, rows := max(8, min(layout.TextWidth, s.size.W-lineLabel-2)), 1
	if s.part == typing && layout.Width(s.line.Value()) >= w && s.size.H >= roomForTwo {
		rows = 2
	}
	if rows != s.lineRows {
		s.lineRows = rows
		s.line.Resize(layout.Size{W: w, H: rows})
		s.line.Settle()
	}
}

// View draws the day, how it runs, and the line. Where there is little room the
// blank lines go first, then what is thin, then the heading.
func (s *Screen) View() []string {
	s.rows, s.cut, s.lineAt = map[int]int{}, map[model.SlotID]bool{}, -1
	v, on := s.visit()
	switch {
	case !on:
		return s.none()
	case s.part == changing:
		return s.form.view(s.size)
	case s.part == planning:
		return s.planPage(v)
	}
	s.stretch()
	top, bottom := s.heading(v), s.foot(v)
	slots := s.shown(v)
	for pass := 0; pass < 3 && len(top)+len(bottom)+min(len(slots), 4) > s.size.H; pass++ {
		top, bottom = s.tighter(pass, v, top, bottom)
	}
	room := max(1, s.size.H-len(top)-len(bottom))
	lines := append(top, s.table(v, slots, room, len(top))...)
	s.lineAt = len(lines) + len(bottom) - s.lineRows
	lines = append(lines, bottom...)
	return lines[:min(len(lines), s.size.H)]
}

// tighter is the same with less around the stops.
func (s *Screen) tighter(pass int, v model.Visit, top, bottom []string) (less, below []string) {
	switch pass {
	case 0:
		return noBlank(top), noBlank(bottom)
	case 1:
		return top, append([]string{s.paceLines(v)[0]}, s.noteLine()...)
	}
	return nil, bottom
}

func noBlank(lines []string) []string {
	var out []string
	for _, l := range lines {
		if l != "" {
			out = append(out, l)
		}
	}
	return out
}

func (s *Screen) none() []string {
	p := widget.NewPage(s.env.Theme, s.size.W, s.env.Prefs.Roomy)
	p.Gap()
	p.Heading("No visit is open here")
	p.Gap()
	p.Prose("Open a visit from the list of visits, or plan a new one there. Press Enter to see them.")
	return p.Fit(s.size.H)
}

func (s *Screen) planPage(v model.Visit) []string {
	p := widget.NewPage(s.env.Theme, s.size.W, s.env.Prefs.Roomy)
	p.Gap()
	p.Heading("This visit has a date and no stops yet: " + s.date(v, 1))
	p.Gap()
	p.Prose("Choose how long the visit takes. The stops are laid out for you, with the areas each one looks at.")
	p.Gap()
	for i, t := range visit.Templates() {
		p.Row(i, i == s.ways.Cursor, fmt.Sprintf("%d  %s", i+1, t.Title), fmt.Sprintf("suits about %d areas", t.Focus))
	}
	return p.Fit(s.size.H)
}

// heading is the date and who leads.
func (s *Screen) heading(v model.Visit) []string {
	date := s.date(v, s.day(v))
	if n := s.days(v); n > 1 {
		date += fmt.Sprintf(", day %d of %d", s.day(v), n)
	}
	name := s.env.Desk.Book.Who(v.Lead).Name
	lead := "Lead reviewer " + name
	if here := s.env.Desk.Book.Who(s.person()).Name; s.person() != v.Lead && here != "" {
		name = "You are " + here // what is said here is said in that name
		lead = name + ", lead " + s.env.Desk.Book.Who(v.Lead).Name
	}
	if s.size.W < narrowest {
		lead = name
	}
	line := "  " + s.env.Theme.Bold.Render(date)
	if room := min(s.size.W, sideFrom) - margin - layout.Width(date); name != "" && room > layout.Width(lead) {
		line = layout.Pad(line, max(layout.Width(line)+2, min(45, s.size.W-2-layout.Width(lead)))) + lead
	}
	return []string{"", layout.Cut(line, s.size.W), ""}
}

func (s *Screen) date(v model.Visit, day int) string {
	date, ok := visit.Date(v, day)
	if !ok {
		return fmt.Sprintf("Day %d", day)
	}
	return date.Format("Monday 2 January")
}

// shown lists the stops of the day.
func (s *Screen) shown(v model.Visit) []model.Slot {
	var slots []model.Slot
	day := s.day(v)
	for _, slot := range v.Slots {
		if slot.Day == day {
			slots = append(slots, slot)
		}
	}
	return slots
}

// table draws as many stops as fit, from body line y; on a wide window the
// chosen one is told beside them.
func (s *Screen) table(v model.Visit, slots []model.Slot, room, y int) []string {
	if s.part == remedying {
		return s.remedies(v, room)
	}
	at := 0
	for i, slot := range slots {
		if slot.ID == s.chosen {
			at = i
		}
	}
	s.list.Cursor = at
	s.list.Set(len(slots), room)
	w, side := s.size.W, s.size.W >= sideFrom && len(slots) > 0
	if side {
		w -= sideWidth + 2
	}
	var lines []string
	for i := s.list.First(); i < s.list.Last(); i++ {
		s.rows[y+len(lines)] = i
		lines = append(lines, s.row(v, slots[i], w))
	}
	if !side {
		return lines
	}
	return layout.Beside(2, []int{w, sideWidth}, lines, s.beside(v, slots[at], room))
}

// row is one stop.
func (s *Screen) row(v model.Visit, slot model.Slot, w int) string {
	t := s.env.Theme
	state := s.state(v, slot)
	room := w - margin - timeWidth - 2
	stateW := max(21, layout.Width(state))
	codesW := 0
	if w >= narrowest {
		codesW = max(11, min(14, w-66)) + max(0, w-80)/3
	} else {
		stateW = max(layout.Width(state), room/3)
	}
	nameW := max(8, room-stateW-codesW-4)
	if codesW == 0 {
		nameW = max(8, room-stateW-2)
	}
	if len(slot.Areas) == 0 && codesW > 0 {
		nameW, codesW = nameW+codesW+2, 0
	}
	text := layout.Pad(model.Clock(slot.Start), timeWidth) + layout.Pad(slot.Name(), nameW) + "  "
	if codesW > 0 {
		shown := codes(slot.Areas, codesW)
		s.cut[slot.ID] = strings.Contains(shown, "+")
		text += layout.Pad(shown, codesW) + "  "
	}
	text += state
	if slot.ID == s.chosen && s.part != remedying {
		return "  " + t.Selected.Render(layout.Pad(t.Glyph.Mark+" "+text, w-4))
	}
	if slot.Dropped {
		text = t.Muted.Render(text)
	}
	return layout.Cut("    "+text, w-2)
}

// codes are as many codes as fit in w cells, and how many more there are.
func codes(areas []model.AreaID, w int) string {
	text := ""
	for i, a := range areas {
		more := ""
		if left := len(areas) - i - 1; left > 0 {
			more = fmt.Sprintf(" +%d", left)
		}
		next := strings.TrimSpace(text + " " + string(a))
		if layout.Width(next+more) > w && text != "" {
			return strings.TrimSpace(text + fmt.Sprintf(" +%d", len(areas)-i))
		}
		text = next
	}
	return text
}

// foot is how the day runs, what is thin, and the line.
func (s *Screen) foot(v model.Visit) []string {
	lines := append([]string{""}, s.paceLines(v)...)
	lines = append(lines, s.thin(v)...)
	return append(append(lines, ""), s.noteLine()...)
}

func (s *Screen) paceLines(v model.Visit) []string {
	t := s.env.Theme
	cover := visit.Cover(s.env.Desk.Book.Evaluation(), v, s.from(v))
	pace := visit.PaceOf(v, s.person(), s.env.Clock().Local()).Words()
	words := cover.Words()
	if s.size.W < narrowest {
		return []string{"  " + head("Pace") + layout.Cut(pace, s.size.W-lineLabel-4), "  " + strings.Repeat(" ", lineLabel-2) + layout.Cut(words, s.size.W-lineLabel-2)}
	}
	line := "  " + head("Pace") + words + "   "
	if w := min(barWidth, s.size.W-layout.Width(line+pace)-5); w >= 6 {
		line += t.Accent.Render(t.Bar(len(cover.With), len(cover.Focus), w)) + "   "
	}
	return []string{line + pace}
}

func head(text string) string { return layout.Pad(text, lineLabel-2) }

// from is the stop that is left to look from.
func (s *Screen) from(v model.Visit) model.SlotID {
	here, _ := jot.Here(v, s.person())
	return here.ID
}

func (s *Screen) thin(v model.Visit) []string {
	cover := visit.Cover(s.env.Desk.Book.Evaluation(), v, s.from(v))
	lines := layout.Wrap(cover.ThinWords(), max(10, min(layout.TextWidth, s.size.W-lineLabel-2)))
	for i := range lines {
		start := "  " + head("")
		if i == 0 {
			start = "  " + head("Thin")
		}
		lines[i] = start + lines[i]
	}
	return lines
}

func (s *Screen) noteLine() []string {
	t := s.env.Theme
	v, _ := s.visit()
	switch {
	case s.part == typing:
		rows := s.line.View()[:s.lineRows]
		for i, row := range rows {
			rows[i] = strings.Repeat(" ", lineLabel) + t.Field.Render(row)
		}
		rows[0] = "  " + t.Bold.Render(head("Note")) + rows[0][lineLabel:]
		return rows
	case !s.line.Empty():
		return []string{"  " + head("Note") + layout.Cut(s.line.Text(), s.size.W-lineLabel-2)}
	case !s.writable(v):
		return []string{"  " + head("Note") + t.Muted.Render("closed")}
	}
	return []string{"  " + head("Note") + t.Muted.Render("press n to type")}
}

// Point is where the cursor is.
func (s *Screen) Point() (x, y int, ok bool) {
	switch s.part {
	case changing:
		return s.form.point()
	case typing:
		x, y = s.line.Point()
		return x + lineLabel, s.lineAt + y, s.lineAt >= 0
	default: // nothing is typed in the other parts
		return 0, 0, false
	}
}

// remedies are the ways to make up for lost minutes.
func (s *Screen) remedies(v model.Visit, room int) []string {
	slot, _ := v.Slot(s.chosen)
	p := widget.NewPage(s.env.Theme, s.size.W, s.env.Prefs.Roomy)
	p.Heading(fmt.Sprintf("%d minutes more for %s %s", s.over, model.Clock(slot.Start), slot.Name()))
	p.Gap()
	for i, r := range s.offers {
		p.Choice(i, i == s.ways.Cursor, fmt.Sprintf("%d  %s", i+1, r.Words))
	}
	return p.Fit(room)
}

// beside tells of the chosen stop: until when, what it looks at, and what was
// noted there last.
func (s *Screen) beside(v model.Visit, slot model.Slot, room int) []string {
	t, r := s.env.Theme, s.env.Desk.Book.Rubric()
	lines := []string{t.Bold.Render(layout.Cut(slot.Name(), sideWidth)), t.Muted.Render(model.Clock(slot.Start) + " to " + model.Clock(slot.End()))}
	for _, id := range slot.Areas {
		if a, ok := r.Area(id); ok {
			lines = append(lines, layout.Cut(a.Name(), sideWidth))
		}
	}
	if len(slot.Areas) == 0 {
		lines = append(lines, layout.Wrap("No areas are set for this stop. Notes are welcome all the same.", sideWidth)...)
	}
	var noted []string
	for _, n := range s.env.Desk.Book.Evaluation().VisitNotes(v.ID) {
		if n.Slot == slot.ID {
			noted = append(noted, layout.Cut(n.Mark.Sign()+"  "+strings.Join(strings.Fields(n.Text), " "), sideWidth))
		}
	}
	if free := room - len(lines) - 1; len(noted) > 0 && free > 0 {
		lines = append(lines, "")
		lines = append(lines, noted[max(0, len(noted)-free):]...)
	}
	return lines[:min(len(lines), room)]
}

// Click chooses the stop under the mouse; a second click goes on with it.
func (s *Screen) Click(_, y int) tea.Cmd {
	i, ok := s.rows[y]
	v, on := s.visit()
	slots := s.shown(v)
	if !ok || !on || i >= len(slots) || s.part != commands {
		return nil
	}
	s.status = ""
	if slots[i].ID == s.chosen {
		s.enter()
		return nil
	}
	s.chosen = slots[i].ID
	return nil
}

// Wheel moves over the stops.
func (s *Screen) Wheel(down bool) tea.Cmd {
	p := keys.Press{Action: keys.Up}
	if down {
		p.Action = keys.Down
	}
	return s.Act(p)
}
