package rubric

import (
	"fmt"

	"waymark/ui/keys"
	"waymark/ui/widget"
)

// View draws the page of the question that is shown.
func (s *Screen) View() []string {
	switch s.part {
	case naming:
		s.page = s.viewNaming()
	case ticking:
		s.page = s.viewTicking()
	default:
		s.page = s.viewChoosing()
	}
	return s.page.Fit(s.size.H)
}

func (s *Screen) viewChoosing() *widget.Page {
	p := widget.NewPage(s.env.Theme, s.size.W, s.env.Prefs.Roomy)
	p.Question(2, 3)
	p.Gap()
	p.Heading("What do you want to judge?")
	p.Gap()
	if !s.loaded {
		p.Prose("Reading what there is…")
		return p
	}
	g := s.env.Theme.Glyph
	for i, r := range s.rows() {
		mark := g.Open
		if i == s.list.Cursor {
			mark = g.Chosen
		}
		p.Row(i, i == s.list.Cursor, mark+" "+r.title, "", r.details...)
		p.Gap()
	}
	return p
}

// Live is what can be done here.
func (s *Screen) Live() []keys.Live {
	switch s.part {
	case naming:
		return s.liveNaming()
	case ticking:
		return s.liveTicking()
	default: // choosing
		return s.liveChoosing()
	}
}

func (s *Screen) liveChoosing() []keys.Live {
	enter := "continue"
	switch s.chosen().opens {
	case naming:
		enter = "open a file"
	case ticking:
		enter = "choose the areas"
	default: // a rubric as it is
	}
	live := []keys.Live{{Action: keys.Enter, Words: enter, Footer: true}}
	live = append(live, widget.Moving()...)
	if s.chosen().hash != "" {
		live = append(live, keys.Live{Action: keys.Full, Words: "see the areas first", Footer: true})
	}
	return append(live,
		keys.Live{Action: keys.Back, Words: "back", Footer: true},
		keys.Live{Action: keys.Level, Shown: fmt.Sprintf("1-%d", len(s.rows())), Words: "choose that row"},
	)
}

// Status says what choosing means.
func (s *Screen) Status() string {
	switch {
	case s.status != "":
		return s.status
	case s.part == naming:
		return s.statusNaming()
	case s.part == ticking:
		return s.statusTicking()
	}
	return "You can begin another one with other areas later. Nothing is sent anywhere."
}
