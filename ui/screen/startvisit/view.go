package startvisit

import (
	"fmt"
	"strconv"
	"strings"

	tea "charm.land/bubbletea/v2"

	"waymark/model"
	"waymark/model/visit"
	"waymark/ui/keys"
	"waymark/ui/layout"
	"waymark/ui/widget"
)

// labels is how wide the column of labels is.
const labels = 18

// areaRow is the place of the first area on the page; the parts count from 0.
const areaRow = 1 << 10

// fewestRows is how many areas are in view at least while they are chosen.
const fewestRows = 3

// Live is what can be done in the part that has the focus.
func (s *Screen) Live() []keys.Live {
	words := "go on"
	if s.part == onStart {
		words = "plan the visit"
	}
	live := []keys.Live{{Action: keys.Enter, Words: words, Footer: true}}
	switch s.part {
	case onTemplate:
		live = append(live, keys.Live{Action: keys.Right, Shown: "←→", Words: "change", Footer: true}, keys.Live{Action: keys.Left},
			keys.Live{Action: keys.Level, Shown: "1-" + strconv.Itoa(len(visit.Templates())), Words: "choose", Footer: true})
	case onFocus:
		live = append(live, keys.Live{Action: keys.Tick, Words: "tick or not", Footer: true}, keys.Live{Action: keys.PageUp}, keys.Live{Action: keys.PageDown}, keys.Live{Action: keys.Home}, keys.Live{Action: keys.End})
	case onSeal:
		words := "seal them"
		if s.seal {
			words = "leave them open"
		}
		live = append(live, keys.Live{Action: keys.Tick, Words: words, Footer: true})
	default:
		if s.TakesText() {
			live = append(live, keys.Live{Action: keys.Undo, Shown: "Ctrl+Z", Words: "undo typing"})
		}
		if s.part == onAsks {
			live = append(live, keys.Live{Action: keys.Redo, Shown: "Ctrl+Y", Words: "put the word back"})
		}
	}
	return append(live,
		keys.Live{Action: keys.Up, Shown: "↑↓", Words: "move", Footer: true}, keys.Live{Action: keys.Down},
		keys.Live{Action: keys.NextPart, Words: "next part", Footer: true}, keys.Live{Action: keys.PartBefore},
		keys.Live{Action: keys.Back, Words: "back", Footer: true})
}

// Status says what the part is for.
func (s *Screen) Status() string {
	switch {
	case s.status != "":
		return s.status
	case s.problem != "":
		return "Nothing has been lost. Put it right and press Enter."
	}
	switch s.part {
	case onLead:
		if p, known := s.known(model.CleanLine(s.lead.Value())); known && p.Post != "" {
			return layout.Cut(p.Name+", "+p.Post+", is known here already.", 74)
		}
		return "The name is recorded with everything the reviewer says."
	case onPost:
		return "For example: trust adviser, or head of another school. It can stay empty."
	case onDate:
		return "Type it like 24/9 or 24 September 2026."
	case onTemplate:
		return "The stops are laid out for you. Every one can be changed later."
	case onFocus:
		return s.choice.reason(s.countWords())
	case onAsks:
		return "What the school would like looked at, in its own words. It can stay empty."
	case onSeal:
		return "Sealed levels stay as they are until the visit is closed. Both can check."
	default: // onStart
		return "Press Enter to plan the visit and open its day."
	}
}

// countWords says how many areas there are and how many suit the time.
func (s *Screen) countWords() string {
	t := s.plan()
	n, of := s.choice.count(), len(s.choice.areas)
	said := fmt.Sprintf("%d of %d areas", n, of)
	if n > t.Focus+t.Focus/2 {
		return said + fmt.Sprintf(". That is a lot: %s suits about %d.", strings.ToLower(t.Title), t.Focus)
	}
	return said + fmt.Sprintf("; %s suits about %d.", strings.ToLower(t.Title), t.Focus)
}

// Resize takes the body's size.
func (s *Screen) Resize(size layout.Size) {
	s.size = size
}

// View draws the parts below each other; the one with the focus is open.
func (s *Screen) View() []string {
	p := widget.NewPage(s.env.Theme, s.size.W, false)
	s.page = p
	p.Gap()
	p.Heading("Plan a visit to " + s.book().School().Name)
	p.Gap()
	s.text(p, onLead, "Lead reviewer", s.lead)
	s.text(p, onPost, "Post", s.post)
	s.text(p, onDate, "Date", s.date)
	p.Row(int(onTemplate), s.part == onTemplate, layout.Pad("How long", labels)+s.plan().Title, s.others())
	s.areas(p)
	s.text(p, onAsks, "The school asks", s.asks.Field)
	if s.problem != "" && s.at == onSeal {
		p.Error(s.problem)
	}
	sealed := s.env.Theme.Glyph.Open + " left open"
	if s.seal {
		sealed = s.env.Theme.Glyph.Chosen + " sealed until the visit is closed"
	}
	p.Row(int(onSeal), s.part == onSeal, layout.Pad("School’s levels", labels)+sealed, "")
	p.Gap()
	p.Row(int(onStart), s.part == onStart, "Plan the visit", "")
	return p.Fit(s.size.H)
}

// others names the other lengths beside the one chosen, while it is chosen.
func (s *Screen) others() string {
	if s.part != onTemplate {
		return ""
	}
	return fmt.Sprintf("%d of %d", s.template+1, len(visit.Templates()))
}

// text draws a field in its frame while it is typed in, and its words alone
// otherwise: there is at most one box on a screen.
func (s *Screen) text(p *widget.Page, at part, label string, f *widget.Field) {
	t := s.env.Theme
	if s.problem != "" && s.at == at {
		p.Error(s.problem)
	}
	if s.part != at {
		words := f.Value()
		if at == onDate {
			if day, ok := s.day(); ok {
				words = day.Format("Monday 2 January 2006")
			}
		}
		if f.Empty() {
			words = t.Muted.Render("not given")
		}
		p.Put(int(at), "    "+layout.Cut(layout.Pad(label, labels)+words, s.size.W-6))
		return
	}
	p.Say("    " + t.Bold.Render(label))
	p.Field(int(at), f, true)
}

// areas draws what the visit looks at: in one line, or while they are chosen as
// a list in the room that the other parts leave.
func (s *Screen) areas(p *widget.Page) {
	t := s.env.Theme
	if s.problem != "" && s.at == onFocus {
		p.Error(s.problem)
	}
	if s.part != onFocus {
		var codes []string
		for _, id := range s.choice.focus(s.book().Rubric()) {
			codes = append(codes, string(id))
		}
		words := fmt.Sprintf("%d of %d areas: %s", len(codes), len(s.choice.areas), strings.Join(codes, " "))
		if len(codes) == 0 {
			words = t.Muted.Render("none chosen")
		}
		p.Put(int(onFocus), "    "+layout.Cut(layout.Pad("Areas to look at", labels)+words, s.size.W-6))
		return
	}
	p.Say("    " + t.Bold.Render(layout.Pad("Areas to look at", labels)) + s.countWords())
	const rest = 11 // lines of the other parts, with their gaps
	s.choice.list.Set(len(s.choice.areas), max(fewestRows, s.size.H-rest))
	for i := s.choice.list.First(); i < s.choice.list.Last(); i++ {
		id := s.choice.areas[i]
		a, _ := s.book().Rubric().Area(id)
		mark := t.Glyph.Open
		if s.choice.ticked[id] {
			mark = t.Glyph.Chosen
		}
		p.Row(areaRow+i, i == s.choice.list.Cursor, mark+" "+a.Name(), s.choice.why[id])
	}
}

// Point is where the cursor is.
func (s *Screen) Point() (x, y int, ok bool) {
	if s.page == nil || !s.TakesText() {
		return 0, 0, false
	}
	if s.part == onAsks {
		return s.page.Point(int(onAsks), s.asks.Field)
	}
	f, _ := s.field()
	return s.page.Point(int(s.part), f)
}

// Click goes to the part under the mouse; on an area it ticks it.
func (s *Screen) Click(_, y int) tea.Cmd {
	if s.page == nil {
		return nil
	}
	i, ok := s.page.At(y)
	switch {
	case !ok:
	case i >= areaRow:
		again := s.choice.list.Cursor == i-areaRow
		s.choice.list.Cursor = i - areaRow
		if again {
			s.choice.act(keys.Press{Action: keys.Tick})
		}
	case part(i) == s.part && s.part >= onSeal:
		if s.part == onSeal {
			s.seal = !s.seal
			return nil
		}
		return s.enter()
	default:
		s.part = part(i)
	}
	return nil
}

// Wheel moves over the areas.
func (s *Screen) Wheel(down bool) tea.Cmd {
	p := keys.Press{Action: keys.Up}
	if down {
		p.Action = keys.Down
	}
	if s.part == onFocus {
		s.choice.act(p)
	}
	return nil
}
