package visitjudge

import (
	"fmt"

	tea "charm.land/bubbletea/v2"

	"waymark/model"
	"waymark/ui"
	"waymark/ui/keys"
	"waymark/ui/layout"
	"waymark/ui/nav"
	"waymark/ui/visiting"
)

// visits reports whether there is a visit in progress here.
func (s *Screen) visits() bool { _, ok := s.env.Visit(); return ok }

// Live is what can be done now.
func (s *Screen) Live() []keys.Live {
	switch {
	case !s.visits():
		return []keys.Live{{Action: keys.Back, Words: "back", Footer: true}}
	case s.part == noting:
		return []keys.Live{
			{Action: keys.Enter, Words: "file note", Footer: true},
			{Action: keys.Back, Words: "keep and go back", Footer: true},
			{Action: keys.Undo, Shown: "Ctrl+Z", Words: "undo", Footer: true},
			{Action: keys.Redo, Shown: "Ctrl+Y", Words: "put the words back"},
		}
	case s.part == asking:
		return []keys.Live{
			{Action: keys.Enter, Words: "look", Long: "look now, which is recorded", Footer: true},
			{Action: keys.Back, Words: "do not look", Footer: true},
		}
	}
	return s.choices()
}

// closed reports whether the visit can only be read.
func (s *Screen) closed() bool { v, on := s.env.Visit(); return on && v.Closed }

func (s *Screen) choices() []keys.Live {
	if s.closed() {
		return s.reading()
	}
	_, judged := s.mine()
	live := []keys.Live{
		{Action: keys.Level, Words: "level", Long: "choose a level", Shown: fmt.Sprintf("1-%d", min(s.top()+1, 9)), Footer: true},
		{Action: keys.Enter, Words: "next", Long: "keep it, next area without a level", Footer: true},
	}
	if given, _ := s.book().Hidden(s.area.ID); given {
		live = append(live, s.showing())
	}
	live = append(live, keys.Live{Action: keys.Note, Words: "note", Long: "note on this area", Footer: true})
	if s.sure() {
		live = append(live, keys.Live{Action: keys.Confidence, Words: "sure?", Long: "how sure: low, medium, high", Footer: true})
	}
	live = append(live,
		keys.Live{Action: keys.Before, Shown: "[ ]", Words: "areas", Long: "focus area before, after", Footer: true},
		keys.Live{Action: keys.After, Words: "the focus area after"},
		keys.Live{Action: keys.Full, Words: "full text", Long: "read the levels in full"},
		keys.Live{Action: keys.Up, Shown: "↑↓", Words: "look at another level"}, keys.Live{Action: keys.Down},
		keys.Live{Action: keys.NoEvidence, Words: "Not enough evidence to say"},
		keys.Live{Action: keys.NotApplicable, Words: "This area does not apply here"},
		keys.Live{Action: keys.WholePage}, keys.Live{Action: keys.OpenAgreeing})
	if judged {
		live = append(live, keys.Live{Action: keys.LevelOff})
	}
	return live
}

// reading is what can be done while nothing can be changed.
func (s *Screen) reading() []keys.Live {
	live := []keys.Live{{Action: keys.Enter, Words: "next", Long: "the next area without a level", Footer: true}}
	if given, hidden := s.book().Hidden(s.area.ID); given && !hidden {
		live = append(live, s.showing())
	}
	return append(live,
		keys.Live{Action: keys.Before, Shown: "[ ]", Words: "areas", Long: "focus area before, after", Footer: true},
		keys.Live{Action: keys.After, Words: "the focus area after"},
		keys.Live{Action: keys.Full, Words: "full text", Long: "read the levels in full", Footer: true},
		keys.Live{Action: keys.WholePage}, keys.Live{Action: keys.OpenAgreeing},
		keys.Live{Action: keys.Back, Words: "back", Footer: true})
}

func (s *Screen) showing() keys.Live {
	words := "show school’s"
	if s.shown {
		words = "hide school’s"
	}
	return keys.Live{Action: keys.Show, Words: words, Long: words + " level", Footer: true}
}

// sure reports whether there is a level to be sure of.
func (s *Screen) sure() bool {
	j, ok := s.mine()
	return ok && j.State == model.Rated
}

// Act carries out one action.
func (s *Screen) Act(p keys.Press) tea.Cmd {
	switch s.part {
	case noting:
		s.actNoting(p)
	case asking:
		if s.part = choosing; p.Action == keys.Enter {
			s.glimpse()
		}
	default: // choosing
		s.actChoosing(p)
	}
	return nil
}

func (s *Screen) actNoting(p keys.Press) {
	switch p.Action {
	case keys.Enter:
		s.fileNote()
	case keys.Back:
		s.part, s.status = choosing, ""
		if s.line.Kept() {
			s.status = "What you typed is kept. n brings you back to it."
		}
	case keys.Undo:
		s.line.Undo()
	case keys.Redo:
		s.line.Redo()
	}
}

func (s *Screen) actChoosing(p keys.Press) {
	v := s.env.Desk.Voice
	switch p.Action {
	case keys.Level:
		s.choose(p.N)
	case keys.LevelOff:
		s.do(s.book().TakeOff(v, s.area.ID))
	case keys.NoEvidence:
		s.choose(int(s.top()) + 1)
	case keys.NotApplicable:
		s.do(s.book().Judge(v, s.area.ID, model.Opinion{State: model.NotApplicable}))
	case keys.Enter:
		s.enter()
	case keys.Up:
		s.lookAround(-1)
	case keys.Down:
		s.lookAround(1)
	case keys.Before:
		s.step(-1)
	case keys.After:
		s.step(1)
	case keys.Show:
		s.show()
	case keys.Confidence:
		s.confidence()
	default:
		s.more(p)
	}
}

func (s *Screen) more(p keys.Press) {
	switch p.Action {
	case keys.Note:
		if s.env.Desk.ReadOnly() {
			s.status = "This was opened to read only. Nothing has changed."
			return
		}
		s.part, s.status = noting, ""
	case keys.Full:
		s.env.Nav.Push(nav.Read{Area: s.area.ID})
	case keys.WholePage:
		s.env.Nav.Push(nav.AreaPage{Area: s.area.ID})
	case keys.OpenAgreeing:
		s.env.Nav.Replace(nav.Agree{})
	case keys.Back:
		s.env.Nav.Pop()
	}
}

// TakesText reports whether letters are letters now.
func (s *Screen) TakesText() bool { return s.part == noting }

// Drafts counts the text that is not filed yet.
func (s *Screen) Drafts() int {
	if s.line.Kept() {
		return 1
	}
	return 0
}

// HelpTitle names the screen in the help.
func (s *Screen) HelpTitle() string { return "judging a focus area" }

// Head is where this area is among those of the visit.
func (s *Screen) Head() ui.Head {
	h := ui.Head{Crumbs: []string{"Visit", "Judge areas"}}
	areas := s.areas()
	for i, a := range areas {
		if a == s.area.ID {
			h.Place = fmt.Sprintf("%d of %d", i+1, len(areas))
		}
	}
	return h
}

// Status says what holds now, or what the next Enter does.
func (s *Screen) Status() string {
	j, judged := s.mine()
	switch {
	case s.status != "":
		return s.status
	case !s.visits():
		return "Choose a visit first. Press g, then v."
	case s.part == noting:
		return "Enter files the note on " + string(s.area.ID) + ". Esc keeps it and goes back to the levels."
	case s.part == asking:
		return "Enter looks, Esc goes back without looking."
	case s.closed():
		return visiting.Closed
	case s.look == s.top()+1:
		return "Press Enter to say that you did not see enough, and go on."
	case s.look != 0:
		return fmt.Sprintf("Press Enter to choose %s and go on.", visiting.Level(s.scale(), s.look))
	case judged:
		return s.fit(fmt.Sprintf("Chosen: %s. Press Enter to %s.", visiting.Answer(s.scale(), j), s.goes()))
	}
	if _, hidden := s.book().Hidden(s.area.ID); !hidden {
		return "Press the number that fits what you saw."
	}
	return "The school’s level stays hidden until you have given yours."
}

// goes is what Enter leads to.
func (s *Screen) goes() string {
	id, waits := s.nextFrom(indexOf(s.areas(), s.area.ID))
	if !waits {
		return "agree judgements with leaders"
	}
	return "go to " + string(id)
}

func indexOf(all []model.AreaID, id model.AreaID) int {
	for i, a := range all {
		if a == id {
			return i
		}
	}
	return -1
}

// fit keeps a sentence whole: what would be cut says the short of it.
func (s *Screen) fit(said string) string {
	if layout.Width(said) > s.size.W-2 {
		return "Press Enter to " + s.goes() + "."
	}
	return said
}
