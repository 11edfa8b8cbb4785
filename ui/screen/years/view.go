package years

import (
	"fmt"
	"time"

	tea "charm.land/bubbletea/v2"

	"waymark/model"
	"waymark/ui"
	"waymark/ui/keys"
	"waymark/ui/layout"
	"waymark/ui/widget"
)

// Live is what can be done here.
func (s *Screen) Live() []keys.Live {
	r := s.chosen()
	enter := map[what]string{present: "open", start: "start", deleted: "bring it back"}[r.what]
	live := []keys.Live{{Action: keys.Enter, Words: enter, Footer: true}}
	live = append(live, widget.Moving()...)
	live = append(live,
		keys.Live{Action: keys.Back, Words: "back", Footer: true},
		keys.Live{Action: keys.Menu, Words: "menu", Footer: true},
		keys.Live{Action: keys.Level, Words: "choose that row"},
		keys.Live{Action: keys.OtherSchool},
	)
	switch {
	case r.what == deleted:
		live = append(live, keys.Live{Action: keys.BringBack})
	case r.what == present && r.ID == s.book().EvaluationID() && !s.env.Desk.ReadOnly() && !s.book().Blind():
		live = append(live, keys.Live{Action: keys.Delete})
	}
	return live
}

// HelpTitle names the screen in the help.
func (s *Screen) HelpTitle() string { return "choosing a year" }

// Head names the school.
func (s *Screen) Head() ui.Head {
	return ui.Head{Crumbs: []string{s.book().School().Name, "Years"}}
}

// Status says what Enter does with the chosen row.
func (s *Screen) Status() string {
	if s.status != "" {
		return s.status
	}
	r := s.chosen()
	switch {
	case s.closedTo(r):
		return schoolsOwn
	case r.what == start:
		return "Earlier years stay as they are. Last year’s level appears after this year’s."
	case r.what == deleted:
		return "Nothing in it is lost. Press Enter to bring it back."
	case r.ID == s.book().EvaluationID():
		return "This one is open now. Press Enter to go on with it."
	}
	return "Press Enter to open " + layout.Cut(r.Title, 40) + ". The present one is kept."
}

// Resize takes the body's size.
func (s *Screen) Resize(size layout.Size) { s.size = size }

// View draws the list.
func (s *Screen) View() []string {
	p := widget.NewPage(s.env.Theme, s.size.W, s.env.Prefs.Roomy)
	p.Gap()
	p.Heading("Self-evaluations of " + s.book().School().Name)
	p.Gap()
	before := present
	rows := s.rows()
	s.list.Set(len(rows), len(rows))
	for i, r := range rows {
		if r.what != before {
			p.Gap()
		}
		if r.what == deleted && before != deleted {
			p.Heading("Recently deleted")
		}
		before = r.what
		p.Row(i, i == s.list.Cursor, s.title(r), s.note(r))
	}
	s.page = p
	return p.Fit(s.size.H)
}

func (s *Screen) title(r row) string {
	if r.what == start {
		return "Start the self-evaluation for " + r.Year.Shown()
	}
	return r.Title
}

// note is what a row says beside its title.
func (s *Screen) note(r row) string {
	switch r.what {
	case start:
		if r.Year == model.YearOf(s.env.Clock().Local()) {
			return "this school year"
		}
		return ""
	case deleted:
		until := time.UnixMilli(r.RemovedAt).Add(kept).Local()
		return "can be brought back until " + until.Format("2 January")
	default: // present
		return s.extent(r)
	}
}

// extent is how far an evaluation is, in columns that stand below each other.
func (s *Screen) extent(r row) string {
	if s.size.W < 72 {
		return layout.Pad(s.short(r), 12)
	}
	note := layout.Pad(s.state(r), 24)
	if r.of == 0 {
		return note
	}
	count := layout.Pad(fmt.Sprintf("%d of %d", r.judged, r.of), 8)
	return s.env.Theme.Bar(r.judged, r.of, 10) + "  " + count + "  " + note
}

// short is the one thing to know of an evaluation where there is little room.
func (s *Screen) short(r row) string {
	switch {
	case r.Finished:
		return "finished"
	case r.ID == s.book().EvaluationID():
		return "open now"
	case r.of > 0:
		return fmt.Sprintf("%d of %d", r.judged, r.of)
	}
	return "in progress"
}

func (s *Screen) state(r row) string {
	state := "In progress"
	switch {
	case r.Finished && r.FinishedAt > 0:
		state = "Finished " + time.UnixMilli(r.FinishedAt).Local().Format("2 Jan 2006")
	case r.Finished:
		state = "Finished"
	case r.of > 0 && r.judged == 0:
		state = "Not started"
	case r.of > 0 && r.judged == r.of:
		state = "Ready to finish"
	}
	if r.ID == s.book().EvaluationID() && !r.Finished {
		state += ", open now"
	}
	return state
}

// Click chooses the row under the mouse; a second click opens it.
func (s *Screen) Click(_, y int) tea.Cmd {
	if s.page == nil {
		return nil
	}
	i, ok := s.page.At(y)
	if !ok {
		return nil
	}
	s.status = ""
	if i == s.list.Cursor {
		return s.enter()
	}
	s.list.Cursor = i
	return nil
}

// Wheel moves the cursor.
func (s *Screen) Wheel(down bool) tea.Cmd {
	if down {
		s.list.Move(1)
	} else {
		s.list.Move(-1)
	}
	return nil
}
