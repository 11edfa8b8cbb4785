// Package home is the task list: what has been judged, what comes next, and
// the ways to the whole picture, the priorities and the exports. It is where
// everybody starts and where Esc always ends.
//
// It imports the leaves of ui and waymark/model; never another screen.
package home

import (
	"fmt"

	tea "charm.land/bubbletea/v2"

	"waymark/model"
	"waymark/ui"
	"waymark/ui/env"
	"waymark/ui/keys"
	"waymark/ui/layout"
	"waymark/ui/nav"
	"waymark/ui/widget"
)

// Screen lists the groups of areas and the further tasks.
type Screen struct {
	env    *env.Env
	list   widget.List
	tasks  []task
	size   layout.Size
	status string
	at     map[int]int // body line -> task, as last drawn
}

// task is one row that can be chosen.
type task struct {
	heading string // printed above the row, "" for none
	key     string
	title   string
	done    int
	of      int
	note    string
	open    nav.Route
}

// New opens the task list at the group where the next area is.
func New(e *env.Env, _ nav.Home) *Screen {
	s := &Screen{env: e}
	s.refresh()
	if next, ok := s.next(); ok {
		for i, g := range s.rubric().Groups {
			if a, _ := s.rubric().Area(next); a.Group == g.ID {
				s.list.Cursor = i
			}
		}
	} else if !s.book().Evaluation().Finished {
		s.list.Cursor = len(s.rubric().Groups)
	} else {
		s.list.Cursor = len(s.rubric().Groups) + 1
	}
	return s
}

func (s *Screen) book() *model.Book    { return s.env.Desk.Book }
func (s *Screen) rubric() model.Rubric { return s.book().Rubric() }

// next is the first area without an answer.
func (s *Screen) next() (model.AreaID, bool) { return s.book().NextUnjudged(s.env.Desk.Voice, "") }

// refresh counts again.
func (s *Screen) refresh() {
	r, e := s.rubric(), s.book().Evaluation()
	s.tasks = s.tasks[:0]
	for i, g := range r.Groups {
		areas := r.AreasIn(g.ID)
		t := task{key: string(g.ID), title: g.Title, of: len(areas), open: nav.Judge{Area: areas[0].ID}}
		for _, a := range areas {
			if _, ok := e.Area(a.ID).SchoolSays(s.env.Desk.Voice.Person); ok {
				t.done++
			}
		}
		for _, a := range areas {
			if _, ok := e.Area(a.ID).SchoolSays(s.env.Desk.Voice.Person); !ok {
				t.open = nav.Judge{Area: a.ID}
				break
			}
		}
		t.note = state(t.done, t.of)
		if i == 0 {
			t.heading = "1  Judge each area"
		}
		s.tasks = append(s.tasks, t)
	}
	s.tasks = append(s.tasks, s.further()...)
	s.list.Set(len(s.tasks), len(s.tasks))
}

// further is what comes after judging.
func (s *Screen) further() []task {
	judged, of := s.book().Progress()
	check := task{title: "Check and finish", note: "when every area has an answer", open: nav.Check{}}
	if judged == of {
		check.note = "ready to finish"
	}
	if s.book().Evaluation().Finished {
		check.note = "finished"
		check.open = nav.Done{}
	}
	picture := task{heading: "2  Look at the whole picture", key: "g o", title: "Overview of every area", note: fmt.Sprintf("%d areas so far", judged), open: nav.Overview{}}
	if judged == of {
		picture.note = fmt.Sprintf("all %d areas", of)
	}
	choose := task{heading: "3  Decide what to do", key: "g p", title: "Choose 3 to 5 priorities", note: "best when all areas are judged", open: nav.Priorities{}}
	if judged == of {
		choose.note = "ready to choose"
	}
	if n := len(s.book().Evaluation().Priorities); n > 0 {
		choose.note = fmt.Sprintf("%d chosen", n)
	}
	share := task{key: "x", title: "Export or share", note: "web page, plain text and more", open: nav.Export{}}
	return append([]task{check, picture, choose, share}, s.others()...)
}

func state(done, of int) string {
	switch done {
	case of:
		return "Done"
	case 0:
		return "Not started"
	}
	return "In progress"
}

// Init needs nothing.
func (s *Screen) Init() tea.Cmd { return nil }

// Update counts again when the screen is on top again.
func (s *Screen) Update(msg tea.Msg) tea.Cmd {
	if _, back := msg.(nav.ReturnedMsg); back {
		s.status = ""
		s.refresh()
	}
	return nil
}

// Act carries out one action.
func (s *Screen) Act(p keys.Press) tea.Cmd {
	if s.list.Act(p) {
		return nil
	}
	switch p.Action {
	case keys.Enter:
		s.env.Nav.Push(s.tasks[s.list.Cursor].open)
	case keys.Level:
		s.digit(p.N)
	case keys.Export:
		s.env.Nav.Push(nav.Export{})
	case keys.Finish:
		s.env.Nav.Push(nav.Check{})
	case keys.Reopen:
		s.reopen()
	case keys.QuickPass:
		s.env.Quick = true
		if next, ok := s.next(); ok {
			s.env.Nav.Push(nav.Judge{Area: next})
		}
	case keys.Delete:
		s.env.Nav.Push(nav.Confirm{What: nav.Destruction{DeleteEvaluation: s.book().EvaluationID()}})
	case keys.OtherSchool:
		s.env.Nav.Push(nav.SchoolName{})
	case keys.OtherYear:
		s.env.Nav.Push(nav.Years{})
	case keys.ReadRubric:
		s.env.Nav.Push(nav.Library{})
	}
	return nil
}

// digit moves to a group by its number, so that numbers alone can work the
// list: the number again opens it.
func (s *Screen) digit(n int) {
	if n < 1 || n > len(s.rubric().Groups) {
		return
	}
	if s.list.Cursor == n-1 {
		s.env.Nav.Push(s.tasks[n-1].open)
		return
	}
	s.list.Cursor = n - 1
}

func (s *Screen) reopen() {
	if err := s.env.Desk.Do(s.book().Reopen()); err != nil {
		s.status = "It could not be opened again. Nothing has changed."
		return
	}
	s.refresh()
	s.status = "Open again. Every change is recorded."
}

// Live is what can be done here.
func (s *Screen) Live() []keys.Live {
	enter := "open"
	if s.list.Cursor < len(s.rubric().Groups) {
		if r, ok := s.tasks[s.list.Cursor].open.(nav.Judge); ok {
			enter = "carry on at " + string(r.Area)
			if s.tasks[s.list.Cursor].done == s.tasks[s.list.Cursor].of {
				enter = "look at " + string(r.Area)
			}
		}
	}
	live := []keys.Live{{Action: keys.Enter, Words: enter, Footer: true}}
	live = append(live, widget.Moving()...)
	live = append(live,
		keys.Live{Action: keys.Find, Words: "find", Footer: true},
		keys.Live{Action: keys.Menu, Words: "menu", Footer: true},
		keys.Live{Action: keys.Leave, Words: "leave", Footer: true},
		keys.Live{Action: keys.Export, Words: "export"},
		keys.Live{Action: keys.Level, Words: s.env.Say("go to that group")},
	)
	if s.book().Evaluation().Finished {
		live = append(live, keys.Live{Action: keys.Reopen})
	} else {
		live = append(live, keys.Live{Action: keys.QuickPass, Words: "quick pass: a number chooses and moves on"}, keys.Live{Action: keys.Finish})
	}
	return append(live, keys.Live{Action: keys.OtherYear}, keys.Live{Action: keys.OtherSchool}, keys.Live{Action: keys.Delete}, keys.Live{Action: keys.ReadRubric})
}

// HelpTitle names the screen in the help.
func (s *Screen) HelpTitle() string { return "the home page" }

// Head names the school and the evaluation.
func (s *Screen) Head() ui.Head {
	return ui.Head{Crumbs: []string{s.book().School().Name, s.book().Evaluation().Title}}
}

// Status says what comes next, and what is flagged.
func (s *Screen) Status() string {
	if s.status != "" {
		return s.status
	}
	flagged := 0
	e := s.book().Evaluation()
	for _, a := range s.rubric().Areas {
		if e.Area(a.ID).Flagged() {
			flagged++
		}
	}
	tail := ""
	if flagged > 0 {
		tail = fmt.Sprintf(" %d flagged to talk about.", flagged)
	}
	if e.Finished {
		return "Finished. Next: choose 3 to 5 priorities." + tail
	}
	if next, ok := s.next(); ok {
		a, _ := s.rubric().Area(next)
		return "Next: " + a.Name() + "." + tail
	}
	return "Every area has an answer. Next: check and finish." + tail
}

var _ ui.Screen = (*Screen)(nil)
