package visits

import (
	"fmt"
	"strconv"
	"strings"
	"time"

	tea "charm.land/bubbletea/v2"

	"waymark/model"
	"waymark/model/visit"
	"waymark/ui/keys"
	"waymark/ui/layout"
	"waymark/ui/widget"
)

// reasonRow is the field's place on the page; the rows count from 0.
const reasonRow = 1 << 20

// Live is what can be done now.
func (s *Screen) Live() []keys.Live {
	switch s.part {
	case sitting:
		live := append([]keys.Live{{Action: keys.Enter, Words: "go on as this person", Footer: true}}, widget.Moving()...)
		return append(live, keys.Live{Action: keys.Level, Shown: "1-" + strconv.Itoa(min(9, s.people.N)), Words: "choose", Footer: true}, keys.Live{Action: keys.Back, Words: "back", Footer: true})
	case leaving:
		return []keys.Live{{Action: keys.Enter, Words: "go back", Footer: true}, {Action: keys.Back, Words: "stay", Footer: true}}
	case lifting, opening:
		words := "lift the seal"
		if s.part == opening {
			words = "open it again"
		}
		return []keys.Live{
			{Action: keys.Enter, Words: words, Footer: true},
			{Action: keys.Back, Words: "leave it as it is", Footer: true},
			{Action: keys.Undo, Shown: "Ctrl+Z", Words: "undo typing"},
			{Action: keys.Redo, Shown: "Ctrl+Y", Words: "put the word back"},
		}
	default: // listing
		return s.listLive()
	}
}

func (s *Screen) listLive() []keys.Live {
	v, ok := s.chosen()
	words := "open"
	if !ok {
		words = "plan a visit"
	}
	var live []keys.Live
	if s.rows() > 0 {
		live = append(live, keys.Live{Action: keys.Enter, Words: words, Footer: true})
		live = append(live, widget.Moving()...)
		live = append(live, keys.Live{Action: keys.Level, Shown: numbers(s.rows()), Words: "open that row"})
	}
	if s.plans() {
		live = append(live, keys.Live{Action: keys.Add, Words: "plan a visit", Footer: true}, keys.Live{Action: keys.OpenTriads})
	}
	live = append(live, keys.Live{Action: keys.Back, Words: "back", Footer: true}, keys.Live{Action: keys.Menu, Words: "menu", Footer: true})
	if s.visiting() {
		live = append(live, keys.Live{Action: keys.StopVisiting})
	}
	write := ok && !s.env.Desk.ReadOnly()
	switch {
	case write && v.Closed:
		live = append(live, keys.Live{Action: keys.ReopenVisit})
	case write && !s.visiting() && v.Sealed():
		live = append(live, keys.Live{Action: keys.LiftSeal})
	case write && !s.visiting():
		live = append(live, keys.Live{Action: keys.SealLevels})
	}
	return live
}

func numbers(n int) string {
	if n == 1 {
		return "1"
	}
	return "1-" + strconv.Itoa(min(9, n))
}

// Resize takes the body's size.
func (s *Screen) Resize(size layout.Size) { s.size = size }

// View draws the list, or what is asked.
func (s *Screen) View() []string {
	p := widget.NewPage(s.env.Theme, s.size.W, s.env.Prefs.Roomy)
	s.page = p
	p.Gap()
	switch s.part {
	case sitting:
		s.who(p)
	case leaving:
		s.question(p)
	case lifting, opening:
		s.why(p)
	default:
		s.listed(p)
	}
	return p.Fit(s.size.H)
}

func (s *Screen) listed(p *widget.Page) {
	all := s.visits()
	if len(all) == 0 {
		p.Heading("No visits yet")
		p.Gap()
		p.Prose(s.env.Say("On a visit a reviewer looks at some areas and gives their own levels before they see yours. Then you set both side by side, agree what you can, and keep a note of two pages."))
		p.Gap()
	} else {
		p.Heading("Visits to " + s.book().School().Name)
		p.Gap()
	}
	for i, v := range all {
		p.Row(i, i == s.list.Cursor, s.title(v), s.state(v), s.details(v, i == s.list.Cursor)...)
	}
	if s.plans() {
		if len(all) > 0 {
			p.Gap()
		}
		p.Row(len(all), s.list.Cursor == len(all), "Plan a new visit", "or press +")
	}
}

// title is when, and who leads.
func (s *Screen) title(v model.Visit) string {
	when := v.Date
	if date, err := time.Parse(time.DateOnly, v.Date); err == nil {
		when = date.Format("2 Jan 2006")
		if s.size.W < 72 {
			when = date.Format("2 Jan")
		}
	}
	title := layout.Pad(when, max(12, layout.Width(when))) + " " + s.name(v.Lead)
	if v.From != "" {
		title += " from " + v.From
	}
	return title
}

// state is how far the visit is.
func (s *Screen) state(v model.Visit) string {
	notes := len(s.book().Evaluation().VisitNotes(v.ID))
	state := "planned"
	switch {
	case v.Closed:
		state = "closed"
	case v.ID == s.env.Visiting.Visit:
		state = "open here now"
	case len(v.Here) > 0 || notes > 0:
		state = "under way"
	}
	if notes > 0 {
		state += ", " + widget.Count(notes, "note", "notes")
	}
	if v.Sealed() {
		state += ", sealed"
	}
	return state
}

// details is what else there is to know of a visit; all of it only of the
// chosen one.
func (s *Screen) details(v model.Visit, chosen bool) []string {
	if !chosen {
		return nil
	}
	parts := []string{}
	for _, t := range visit.Templates() {
		if t.ID == v.Template {
			parts = append(parts, t.Title)
		}
	}
	if n := len(v.Areas()); n > 0 {
		parts = append(parts, widget.Count(n, "area", "areas")+" to look at")
	}
	if n := len(team(v)); n > 1 {
		parts = append(parts, fmt.Sprintf("%d people", n))
	}
	var lines []string
	if len(parts) > 0 {
		lines = append(lines, strings.Join(parts, ", "))
	}
	if v.Emphasis.Text != "" {
		lines = append(lines, "The school asks: "+layout.Cut(v.Emphasis.Text, 100))
	}
	if v.Reason != "" {
		lines = append(lines, "Why: "+layout.Cut(v.Reason, 100))
	}
	return append(lines, s.seal(v)...)
}

// seal says what the two sides can hold against each other.
func (s *Screen) seal(v model.Visit) []string {
	if v.Seal == nil {
		return nil
	}
	words := "Seal: " + model.SealWords(v.Seal.Hash) + ". "
	moved, err := s.book().CheckSeal(v.ID)
	switch {
	case err != nil:
		words += "It could not be checked: some of the sealed levels are not here."
	case len(moved) == 0:
		words += "No level has changed since."
	default:
		var codes []string
		for _, a := range moved {
			codes = append(codes, string(a))
		}
		words += "Changed since: " + layout.Cut(strings.Join(codes, " "), 60) + "."
	}
	if v.Seal.Lifted != "" {
		words += " Lifted: " + layout.Cut(v.Seal.Lifted, 80)
	}
	return []string{words}
}

func (s *Screen) who(p *widget.Page) {
	v, _ := s.chosen()
	p.Heading("Who is at this computer?")
	p.Gap()
	for i, id := range team(v) {
		note := ""
		if id == v.Lead {
			note = "leads the visit"
		}
		p.Row(i, i == s.people.Cursor, fmt.Sprintf("%d  %s", i+1, s.name(id)), note)
	}
}

func (s *Screen) question(p *widget.Page) {
	p.Heading("Go back to the school’s own view?")
	p.Gap()
	n := len(s.unjudged())
	text := fmt.Sprintf("%d focus areas are not judged yet.", n)
	switch n {
	case 0:
		text = "Nothing waits for your level."
	case 1:
		text = "1 focus area is not judged yet."
	}
	p.Prose(text + " The school’s own view shows its levels.")
	p.Gap()
	p.Prose("Enter goes back, Esc stays. Everything on the visit is kept either way.")
}

func (s *Screen) why(p *widget.Page) {
	heading, hint := "Why is the seal lifted before the visit is closed?", "For example: a level was typed by mistake"
	if s.part == opening {
		heading, hint = "Why is the visit opened again?", "For example: one area was left out by mistake"
	}
	p.Heading(heading)
	p.Hint(hint)
	p.Gap()
	p.Field(reasonRow, s.reason.Field, true)
}

// Point is where the cursor is.
func (s *Screen) Point() (x, y int, ok bool) {
	if s.page == nil || !s.TakesText() {
		return 0, 0, false
	}
	return s.page.Point(reasonRow, s.reason.Field)
}

// Click chooses the row under the mouse; a second click opens it.
func (s *Screen) Click(_, y int) tea.Cmd {
	if s.page == nil || s.part != listing && s.part != sitting {
		return nil
	}
	i, ok := s.page.At(y)
	if !ok {
		return nil
	}
	s.status = ""
	list := &s.list
	if s.part == sitting {
		list = &s.people
	}
	if i == list.Cursor {
		return s.Act(keys.Press{Action: keys.Enter})
	}
	list.Cursor = i
	return nil
}

// Wheel moves the cursor.
func (s *Screen) Wheel(down bool) tea.Cmd {
	p := keys.Press{Action: keys.Up}
	if down {
		p.Action = keys.Down
	}
	if s.part == listing || s.part == sitting {
		return s.Act(p)
	}
	return nil
}
