package claims

import (
	"fmt"
	"slices"
	"strings"

	"waymark/model"
	"waymark/model/visit"
	"waymark/ui/jot"
	"waymark/ui/layout"
	"waymark/ui/visiting"
	"waymark/ui/widget"
)

const boxWidth = layout.TextWidth + 4

// Resize takes the body's size.
func (s *Screen) Resize(size layout.Size) { s.size = size }

func (s *Screen) narrow() bool { return s.size.W < 72 || s.size.H < 17 }

// View draws the part that has the focus.
func (s *Screen) View() []string {
	s.page = nil
	if _, on := s.env.Visit(); !on {
		return s.none()
	}
	switch s.part {
	case picking:
		lines := s.picker.View(s.env.Theme, s.size.W, s.size.H-1)
		return append([]string{""}, lines...)
	case typing:
		return s.viewEditor()
	case checking:
		return s.viewCheck()
	default: // listing
		return s.viewList()
	}
}

func (s *Screen) none() []string {
	p := widget.NewPage(s.env.Theme, s.size.W, s.env.Prefs.Roomy)
	p.Gap()
	p.Heading("No visit is open here")
	p.Gap()
	p.Prose("What a school says at the start is written down on a visit. Press Enter to open one from the list, or to plan a new one.")
	return p.Fit(s.size.H)
}

func (s *Screen) newPage() *widget.Page {
	return widget.NewPage(s.env.Theme, s.size.W, s.env.Prefs.Roomy)
}

// viewList draws what was said, then the leading impression.
func (s *Screen) viewList() []string {
	p := s.newPage()
	p.Gap()
	if len(s.rows) == 0 {
		p.Prose("Nothing was written down at the start of this visit.")
	}
	for i, r := range s.rows {
		s.heading(p, i)
		chosen := i == s.list.Cursor
		text, note := s.rowWords(r)
		var details []string
		if chosen && r.claim.ID != "" && text != "“"+r.claim.Text+"”" {
			details = append(details, "“"+r.claim.Text+"”")
		}
		if chosen && r.claim.Change != "" {
			details = append(details, "Would change our mind: "+r.claim.Change)
		}
		p.Row(i, chosen, text, note, details...)
	}
	if said := s.leading(); said != "" {
		p.Gap()
		p.Hint(said)
	}
	s.page = p
	return p.Fit(s.size.H)
}

// heading draws what stands above a row: the kind of what was said, or the
// question it answers.
func (s *Screen) heading(p *widget.Page, i int) {
	r := s.rows[i]
	first := i == 0 || s.rows[i-1].kind != r.kind
	if first && i > 0 {
		p.Gap()
	}
	if first {
		p.Heading(map[model.ClaimKind]string{
			model.Claimed: "Three claims", model.Worry: "One worry", model.Answered: "Questions agreed before the visit",
		}[r.kind])
	}
	if r.kind == model.Answered && r.question != "" {
		p.Prose(r.question)
	}
}

// rowWords is a row of the list, and at its end what it is about and how it
// looks.
func (s *Screen) rowWords(r row) (text, note string) {
	if r.claim.ID == "" {
		return map[model.ClaimKind]string{
			model.Claimed: "+  What is the school proud of, or sure of?", model.Worry: "+  What keeps the headteacher awake?", model.Answered: "+  Write down the answer",
		}[r.kind], ""
	}
	var parts []string
	if !s.narrow() && len(r.claim.Areas) > 0 {
		parts = append(parts, codes(r.claim.Areas))
	}
	switch {
	case r.claim.Verdict != "":
		parts = append(parts, string(r.claim.Verdict))
	case r.kind != model.Answered:
		parts = append(parts, "not checked")
	}
	note = strings.Join(parts, "   ")
	room := max(8, min(s.size.W, layout.TextWidth+8)-6-layout.Width(note)-2)
	return layout.Cut("“"+r.claim.Text+"”", room), note
}

func codes(areas []model.AreaID) string {
	all := make([]string, len(areas))
	for i, a := range areas {
		all[i] = string(a)
	}
	return strings.Join(all, " ")
}

// leading is the impression with the most evidence on one side, and the stop
// that would best put it to the test.
func (s *Screen) leading() string {
	l, ok := visit.Leading(s.book().Evaluation(), s.visit())
	if !ok {
		return ""
	}
	return fmt.Sprintf("The leading impression is “%s”: %s %s", layout.Cut(l.Claim.Text, 60), speaks(l), s.test(l.Claim.ID))
}

// speaks says how many notes speak for a claim and how many against.
func speaks(l visit.Impression) string {
	if l.For+l.Against == 0 {
		return "no note speaks for it or against it yet."
	}
	return fmt.Sprintf("%s for it, %d against.", widget.Count(l.For, "note speaks", "notes speak"), l.Against)
}

// test is the stop that would best disprove a claim, and why.
func (s *Screen) test(id model.ClaimID) string {
	here, _ := jot.Here(s.visit(), s.env.Desk.Voice.Person)
	_, why, ok := visit.Disprove(s.book().Evaluation(), s.visit(), id, here.ID)
	if !ok {
		return "No stop is left to put it to the test."
	}
	return "To test it: " + lowerFirst(why)
}

func lowerFirst(text string) string {
	r := []rune(text)
	return strings.ToLower(string(r[:1])) + string(r[1:])
}

// viewCheck draws one claim, how it looks, and what speaks for it.
func (s *Screen) viewCheck() []string {
	c, _ := s.claim()
	p := s.newPage()
	p.Gap()
	s.quote(p, c)
	p.Gap()
	for i, v := range verdicts() {
		mark := s.env.Theme.Glyph.Open
		if c.Verdict == v {
			mark = s.env.Theme.Glyph.Chosen
		}
		p.Row(i, s.check.Cursor == i, fmt.Sprintf("%d  %s %s", i+1, mark, v), "")
	}
	change, about := c.Change, s.names(c.Areas)
	if change == "" {
		change = "not said"
	}
	if about == "" {
		about = "no area yet"
	}
	p.Row(onChange, s.check.Cursor == onChange, "Would change our mind   "+change, "")
	p.Row(onAreas, s.check.Cursor == onAreas, "It is about             "+about, "")
	p.Row(onNext, s.check.Cursor == onNext, "Go on to the next", "")
	p.Gap()
	s.evidence(p, c)
	s.page = p
	return p.Fit(s.size.H)
}

// quote is what was said, in full as far as there is room.
func (s *Screen) quote(p *widget.Page, c model.Claim) {
	p.Heading(map[model.ClaimKind]string{model.Claimed: "The school claims", model.Worry: "The school worries", model.Answered: "The school answers"}[c.Kind])
	most := 3
	if s.narrow() {
		most = 1
	}
	lines := layout.Wrap("“"+c.Text+"”", max(10, min(layout.TextWidth, s.size.W-4)))
	if len(lines) > most {
		lines = lines[:most]
		lines[most-1] = layout.Cut(lines[most-1]+" ……", max(10, min(layout.TextWidth, s.size.W-4)))
	}
	p.Say(layout.Indent(2, lines)...)
}

func (s *Screen) names(areas []model.AreaID) string {
	if len(areas) > 1 {
		return codes(areas)
	}
	for _, id := range areas {
		if a, ok := s.book().Rubric().Area(id); ok {
			return a.Name()
		}
	}
	return codes(areas)
}

// evidence is what was noted on the areas of a claim, and where to test it.
func (s *Screen) evidence(p *widget.Page, c model.Claim) {
	if len(c.Areas) == 0 {
		p.Hint("Link it to an area (Tab), and what is noted there counts as evidence for it or against it.")
		p.Hint(s.test(c.ID))
		return
	}
	all := visit.Impressions(s.book().Evaluation(), s.visit())
	if i := slices.IndexFunc(all, func(l visit.Impression) bool { return l.Claim.ID == c.ID }); i >= 0 {
		p.Heading(upperFirst(speaks(all[i])))
	}
	var notes []model.Note
	for _, a := range c.Areas {
		notes = append(notes, visiting.On(s.book(), s.visit().ID, a)...)
	}
	test := layout.Wrap(s.test(c.ID), max(10, min(layout.TextWidth, s.size.W-4)))
	room := max(1, s.size.H-p.Len()-len(test)-1)
	for i, n := range notes {
		if i == room-1 && len(notes) > room {
			p.Say("  " + s.env.Theme.Muted.Render(fmt.Sprintf("and %d more", len(notes)-i)))
			break
		}
		p.Say(layout.Indent(2, visiting.Rows(s.env.Theme, n, s.size.W-4, 1))...)
	}
	p.Gap()
	p.Hint(strings.Join(test, " "))
}

// upperFirst is text with a capital letter.
func upperFirst(text string) string {
	r := []rune(text)
	return strings.ToUpper(string(r[:1])) + string(r[1:])
}

// viewEditor draws the words being typed in the one box.
func (s *Screen) viewEditor() []string {
	e := s.edit
	p := s.newPage()
	p.Gap()
	if e.change {
		s.quote(p, e.claim)
		p.Gap()
	}
	if e.question != "" {
		p.Heading(e.question)
		p.Gap()
	}
	rows := 3
	if s.narrow() {
		rows = 1
	}
	w := max(12, min(boxWidth, s.size.W-4))
	e.line.Resize(layout.Size{W: w - 4, H: rows})
	p.Put(0, layout.Indent(2, visiting.Titled(s.env.Theme, e.title, e.line.View(), w))...)
	if len(e.areas) > 0 && !e.change {
		p.Say(layout.Cut("  About "+s.names(e.areas), s.size.W-2))
	}
	p.Hint(s.env.Say("Their words, not yours: what was said is what the visit puts to the test. Leave out names of pupils and teachers."))
	s.page = p
	return p.Fit(s.size.H)
}

// Point is where the cursor of the field is.
func (s *Screen) Point() (x, y int, ok bool) {
	if s.part != typing || s.page == nil {
		return 0, 0, false
	}
	return s.page.Point(0, s.edit.line.Field)
}
