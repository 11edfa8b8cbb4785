// Package visits lists the visits to a school: it opens one for whoever came,
// plans another, and goes back to the school's own view. The school seals its
// levels here.
//
// It imports the leaves of ui, waymark/model and model/visit; never another
// screen.
package visits

import (
	"errors"
	"fmt"
	"slices"
	"strings"

	tea "charm.land/bubbletea/v2"

	"waymark/model"
	"waymark/model/visit"
	"waymark/ui"
	"waymark/ui/env"
	"waymark/ui/jot"
	"waymark/ui/keys"
	"waymark/ui/layout"
	"waymark/ui/nav"
	"waymark/ui/widget"
)

// part is what the body shows.
type part int

const (
	listing part = iota
	sitting      // who of the team is at this computer
	leaving      // whether to go back to the school's own view
	lifting      // why the seal is lifted
	opening      // why a closed visit is opened again
)

// Screen is the list.
type Screen struct {
	env    *env.Env
	part   part
	list   widget.List
	people widget.List
	reason *jot.Line
	status string
	size   layout.Size
	page   *widget.Page
	leave  bool // opened for the question alone
}

// New lists the visits, with the one that is open or the next one chosen.
func New(e *env.Env, r nav.Visits) *Screen {
	s := &Screen{env: e}
	s.place()
	if s.leave = r.Leave && s.visiting(); s.leave {
		s.part = leaving
	}
	return s
}

func (s *Screen) book() *model.Book { return s.env.Desk.Book }

// visits lists the visits, the newest first.
func (s *Screen) visits() []model.Visit {
	all := slices.Clone(s.book().Evaluation().Visits)
	slices.Reverse(all)
	return all
}

// visiting reports whether a reviewer is at the desk.
func (s *Screen) visiting() bool { return s.env.Visiting.Visit != "" }

// plans reports whether a new visit can be planned: by the school, on paper
// that can be written on.
func (s *Screen) plans() bool { return !s.visiting() && !s.env.Desk.ReadOnly() }

// rows is how many rows there are: the visits, and a new one.
func (s *Screen) rows() int {
	n := len(s.visits())
	if s.plans() {
		n++
	}
	return n
}

// place puts the cursor on the visit that is open here, else on the one that is
// most likely meant today.
func (s *Screen) place() {
	all := s.visits()
	s.list.Set(s.rows(), max(1, s.rows()))
	at := slices.IndexFunc(all, func(v model.Visit) bool { return v.ID == s.env.Visiting.Visit })
	if at < 0 {
		at = len(all) - 1 - visit.Current(s.book().Evaluation().Visits, s.env.Clock().Local())
	}
	s.list.Cursor = max(0, at)
}

// chosen is the visit under the cursor; ok is false on the row of a new one.
func (s *Screen) chosen() (model.Visit, bool) {
	all := s.visits()
	if s.list.Cursor < 0 || s.list.Cursor >= len(all) {
		return model.Visit{}, false
	}
	return all[s.list.Cursor], true
}

// Init needs nothing.
func (s *Screen) Init() tea.Cmd { return nil }

// Update takes a reason that is typed, and what has changed elsewhere.
func (s *Screen) Update(msg tea.Msg) tea.Cmd {
	switch msg := msg.(type) {
	case tea.KeyPressMsg, tea.PasteMsg:
		if s.TakesText() {
			s.status = ""
			s.reason.Update(msg)
		}
	case nav.ReturnedMsg, nav.UndoneMsg:
		s.status = ""
		s.list.Set(s.rows(), max(1, s.rows()))
	}
	return nil
}

// TakesText reports whether letters are letters now.
func (s *Screen) TakesText() bool { return s.part == lifting || s.part == opening }

// Drafts counts a reason that is typed and not used yet.
func (s *Screen) Drafts() int {
	if s.reason == nil {
		return 0
	}
	return s.reason.Drafts()
}

// Act carries out one action.
func (s *Screen) Act(p keys.Press) tea.Cmd {
	s.status = ""
	switch s.part {
	case sitting:
		return s.sit(p)
	case leaving:
		return s.answer(p.Action)
	case lifting, opening:
		s.giveReason(p.Action)
		return nil
	default:
		return s.onList(p)
	}
}

func (s *Screen) onList(p keys.Press) tea.Cmd {
	if s.list.Act(p) {
		return nil
	}
	switch p.Action {
	case keys.Enter:
		return s.enter()
	case keys.Level:
		if p.N <= s.rows() {
			s.list.Cursor = p.N - 1
			return s.enter()
		}
	case keys.Back:
		s.env.Nav.Pop()
	case keys.Add, keys.NewVisit:
		s.env.Nav.Push(nav.StartVisit{})
	case keys.OpenTriads:
		s.env.Nav.Push(nav.Triads{})
	case keys.StopVisiting:
		return s.stop()
	default:
		s.onVisit(p.Action)
	}
	return nil
}

// onVisit acts on the chosen visit.
func (s *Screen) onVisit(a keys.Action) {
	v, ok := s.chosen()
	if !ok {
		return
	}
	switch a {
	case keys.SealLevels:
		if s.do(s.book().SealLevels(s.env.Desk.Voice, v.ID)) {
			s.status = "Sealed. Give the reviewer the words shown below the visit."
		}
	case keys.LiftSeal:
		s.ask(lifting, v, "lift")
	case keys.ReopenVisit:
		s.ask(opening, v, "reopen")
	}
}

// ask opens the field for a reason. What was typed there before comes back.
func (s *Screen) ask(p part, v model.Visit, what string) {
	s.part = p
	s.reason = jot.New(s.env, jot.Key(s.book(), v.ID, what), "")
}

// giveReason files the reason and does what it is for.
func (s *Screen) giveReason(a keys.Action) {
	v, _ := s.chosen()
	switch a {
	case keys.Back:
		s.part = listing
		s.status = "Nothing has changed."
	case keys.Undo:
		s.reason.Undo()
	case keys.Redo:
		s.reason.Redo()
	case keys.Enter:
		done := "The seal is lifted. The school can change its levels again."
		rule := s.book().LiftSeal
		if s.part == opening {
			rule, done = s.book().ReopenVisit, "The visit is open again. This is recorded with your reason."
		}
		if s.do(rule(s.env.Desk.Voice, v.ID, s.reason.Value())) {
			s.reason.Clear()
			s.part, s.status = listing, done
		}
	}
}

// do carries out a rule and says why when it was refused.
func (s *Screen) do(changes []model.Change, err error) bool {
	err = s.env.Desk.Do(changes, err)
	s.status = strings.ReplaceAll(jot.Why(err), "Your text is kept.", "Nothing has changed.")
	return err == nil || errors.Is(err, model.ErrNothing)
}

// enter opens the chosen visit, or plans a new one.
func (s *Screen) enter() tea.Cmd {
	v, ok := s.chosen()
	switch {
	case !ok && s.plans():
		s.env.Nav.Push(nav.StartVisit{})
	case !ok:
	case v.ID == s.env.Visiting.Visit:
		s.env.Nav.Home(nil)
	case len(team(v)) > 1:
		s.part = sitting
		s.people.Cursor = 0
		s.people.Set(len(team(v)), len(team(v)))
	default:
		return s.open(v, v.Lead)
	}
	return nil
}

// team is everybody on a visit, the lead first.
func team(v model.Visit) []model.PersonID {
	all := []model.PersonID{v.Lead}
	for _, m := range v.Team {
		if !slices.Contains(all, m.Person) {
			all = append(all, m.Person)
		}
	}
	return all
}

// open puts a reviewer at the desk and shows the day.
func (s *Screen) open(v model.Visit, person model.PersonID) tea.Cmd {
	cmd := s.env.Enter(env.Visiting{Visit: v.ID, Voice: model.Voice{Person: person, Role: model.Reviewer}})
	s.env.Nav.Home(nil)
	return cmd
}

func (s *Screen) sit(p keys.Press) tea.Cmd {
	v, _ := s.chosen()
	switch {
	case s.people.Act(p):
	case p.Action == keys.Enter:
		return s.open(v, team(v)[s.people.Cursor])
	case p.Action == keys.Level && p.N <= len(team(v)):
		return s.open(v, team(v)[p.N-1])
	case p.Action == keys.Back:
		s.part = listing
	}
	return nil
}

// stop goes back to the school's own view, after a question while areas wait
// for the reviewer: that view shows the school's levels.
func (s *Screen) stop() tea.Cmd {
	if len(s.unjudged()) > 0 {
		s.part = leaving
		return nil
	}
	return s.back()
}

func (s *Screen) unjudged() []model.AreaID {
	v, ok := s.env.Visit()
	if !ok || v.Closed {
		return nil
	}
	return jot.Unjudged(s.book(), v, s.env.Desk.Voice)
}

func (s *Screen) answer(a keys.Action) tea.Cmd {
	switch a {
	case keys.Enter:
		return s.back()
	case keys.Back:
		if s.leave {
			s.env.Nav.Pop()
		}
		s.part = listing
	}
	return nil
}

func (s *Screen) back() tea.Cmd {
	cmd := s.env.Return()
	s.env.Nav.Home(nil)
	s.env.Nav.Say("This is the school’s own view again. The visit is under Visits (g v).")
	return cmd
}

// Head names the school.
func (s *Screen) Head() ui.Head {
	return ui.Head{Crumbs: []string{s.book().School().Name, "Visits"}}
}

// HelpTitle names the screen in the help.
func (s *Screen) HelpTitle() string { return "the visits" }

// Status says what Enter does with the chosen row.
func (s *Screen) Status() string {
	v, ok := s.chosen()
	switch {
	case s.status != "":
		return s.status
	case s.part == sitting:
		return "Everything is recorded under the name you choose."
	case s.part == leaving:
		return "Enter goes back to the school’s own view. Esc stays on the visit."
	case s.part == lifting:
		return "The reviewer sees that the seal was lifted, and this reason."
	case s.part == opening:
		return "Opening a visit again is recorded with this reason."
	case !ok && s.rows() == 0:
		return "There is nothing to open here."
	case !ok:
		return "Press Enter to plan a visit. Nothing is sent anywhere."
	case v.ID == s.env.Visiting.Visit:
		return "This visit is open here now. Press Enter for its day."
	case v.Closed:
		return "This visit is closed. Press Enter to read it."
	}
	return fmt.Sprintf("Press Enter when %s is at this computer. Levels are hidden then.", layout.Cut(s.name(v.Lead), 24))
}

func (s *Screen) name(p model.PersonID) string {
	if name := s.book().Who(p).Name; name != "" {
		return name
	}
	return "the reviewer"
}

var (
	_ ui.Screen     = (*Screen)(nil)
	_ ui.Texting    = (*Screen)(nil)
	_ ui.Pointing   = (*Screen)(nil)
	_ ui.Clicking   = (*Screen)(nil)
	_ ui.Unfinished = (*Screen)(nil)
)
