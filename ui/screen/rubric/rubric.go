// Package rubric asks what to judge: a rubric that came with Waymark or was
// installed, one in a file from the trust, or only some areas.
//
// It imports the leaves of ui and waymark/model; never another screen.
package rubric

import (
	"slices"
	"strings"

	tea "charm.land/bubbletea/v2"

	"waymark/model"
	"waymark/ui"
	"waymark/ui/env"
	"waymark/ui/keys"
	"waymark/ui/layout"
	"waymark/ui/nav"
	"waymark/ui/widget"
)

// part is which of the three pages of the question is shown.
type part int

const (
	choosing part = iota
	naming        // where the trust's file is
	ticking       // which areas
)

// Screen is the second question of a new evaluation.
type Screen struct {
	env    *env.Env
	route  nav.ChooseRubric
	part   part
	status string
	size   layout.Size
	page   *widget.Page

	rubrics []env.RubricEntry // that a school can judge itself with
	loaded  bool
	waiting bool // Enter was pressed before the rubrics were read
	list    widget.List

	file file
	tick ticks
}

// found is the rubrics on this computer.
type found struct {
	rubrics []env.RubricEntry
	err     error
}

// New asks what to judge for the route's school.
func New(e *env.Env, r nav.ChooseRubric) *Screen {
	s := &Screen{env: e, route: r, file: newFile(e)}
	s.list.Set(len(s.rows()), len(s.rows()))
	return s
}

// Init reads which rubrics there are.
func (s *Screen) Init() tea.Cmd {
	shelf, ctx := s.env.Shelf, s.env.Ctx
	return func() tea.Msg {
		all, err := shelf.Rubrics(ctx)
		return found{all, err}
	}
}

// Update takes what is typed, and what was read.
func (s *Screen) Update(msg tea.Msg) tea.Cmd {
	switch msg := msg.(type) {
	case tea.KeyPressMsg, tea.PasteMsg:
		s.status = ""
		s.file.edit(s.env, msg)
	case nav.ReturnedMsg:
		s.status = ""
	case found:
		return s.found(msg)
	case installed:
		s.installed(msg)
	}
	return nil
}

func (s *Screen) found(msg found) tea.Cmd {
	s.loaded = true
	s.rubrics = slices.DeleteFunc(slices.Clone(msg.rubrics), func(e env.RubricEntry) bool { return !judged(e.Rubric) })
	s.tick.of(s.base().Rubric)
	s.list.Set(len(s.rows()), len(s.rows()))
	if msg.err != nil {
		s.status = env.Why(msg.err, "The rubrics could not be read. Your work is safe. Go back and try again.")
	}
	if !s.waiting {
		return nil
	}
	s.waiting = false
	s.env.Nav.Release()
	if msg.err == nil {
		s.choose()
	}
	return nil
}

// judged reports whether a school can judge itself with r. The other kinds
// judge something else, and their levels do not lead to priorities.
func judged(r model.Rubric) bool { return r.Kind == model.KindSchool && len(r.Areas) > 0 }

// base is the rubric of which only some areas can be chosen: the one that came
// with Waymark.
func (s *Screen) base() env.RubricEntry {
	if i := slices.IndexFunc(s.rubrics, func(e env.RubricEntry) bool { return e.Shipped }); i >= 0 {
		return s.rubrics[i]
	}
	return env.RubricEntry{}
}

// row is one thing to choose: a rubric, or a way to another one.
type row struct {
	hash    string
	opens   part
	title   string
	details []string
}

func (s *Screen) rows() []row {
	var all []row
	for _, e := range s.rubrics {
		all = append(all, row{hash: e.Hash, title: e.Rubric.Title, details: s.about(e)})
	}
	all = append(all, row{opens: naming, title: s.env.Say("A rubric from my trust"), details: []string{s.env.Say("Open a file your trust has sent you")}})
	if base := s.base(); base.Hash != "" {
		title := "Only some of the whole-school areas"
		if base.Rubric.ID != "whole-school" {
			title = "Only some of its areas"
		}
		all = append(all, row{hash: base.Hash, opens: ticking, title: title, details: []string{"For example, only inclusion"}})
	}
	return all
}

func (s *Screen) chosen() row {
	rows := s.rows()
	return rows[min(s.list.Cursor, len(rows)-1)]
}

// Act carries out one action.
func (s *Screen) Act(p keys.Press) tea.Cmd {
	s.status = ""
	switch {
	case p.Action == keys.Back && s.part == choosing:
		s.env.Nav.Pop()
	case p.Action == keys.Back:
		s.part, s.tick.problem = choosing, ""
	case s.part == naming:
		return s.actNaming(p)
	case s.part == ticking:
		s.actTicking(p)
	default:
		s.actChoosing(p)
	}
	return nil
}

func (s *Screen) actChoosing(p keys.Press) {
	if s.list.Act(p) {
		return
	}
	switch p.Action {
	case keys.Full:
		s.env.Nav.Push(nav.Areas{Rubric: s.chosen().hash})
	case keys.Level:
		if p.N > len(s.rows()) {
			return
		}
		if s.list.Cursor == p.N-1 {
			s.enter()
		}
		s.list.Cursor = p.N - 1
	case keys.Enter:
		s.enter()
	}
}

// enter goes on with the chosen row, once it is known what there is.
func (s *Screen) enter() {
	if !s.loaded {
		s.waiting = true
		s.env.Nav.Hold()
		return
	}
	s.choose()
}

func (s *Screen) choose() {
	switch r := s.chosen(); r.opens {
	case choosing:
		s.goOn(r.hash, "")
	default:
		s.part = r.opens
	}
}

func (s *Screen) goOn(hash, areas string) {
	s.env.Nav.Push(nav.Who{School: s.route.School, Name: s.route.Name, Rubric: hash, Areas: areas, Year: s.route.Year})
}

// Click chooses the row under the mouse; a second click opens it.
func (s *Screen) Click(_, y int) tea.Cmd {
	if s.page == nil {
		return nil
	}
	i, ok := s.page.At(y)
	if !ok || s.part == naming {
		return nil
	}
	s.status = ""
	switch {
	case s.part == ticking:
		again := i == s.tick.list.Cursor
		s.tick.list.Cursor = i
		if again {
			s.tick.toggle()
		}
	case i == s.list.Cursor:
		s.enter()
	default:
		s.list.Cursor = i
	}
	return nil
}

// Wheel moves the cursor.
func (s *Screen) Wheel(down bool) tea.Cmd {
	by := -1
	if down {
		by = 1
	}
	switch s.part {
	case choosing:
		s.list.Move(by)
	case ticking:
		s.tick.list.Move(by)
	default: // naming is one line
	}
	return nil
}

// about is what a row says of a rubric: how much it is, and how long it takes.
func (s *Screen) about(e env.RubricEntry) []string {
	r := e.Rubric
	size := widget.Count(len(r.Areas), "area", "areas") + " in " + widget.Count(len(r.Groups), "group", "groups") +
		", " + widget.Count(len(r.Scale.Levels), "level", "levels") + " each"
	details := []string{s.env.Say(size), "Allow " + duration(len(r.Areas))}
	if !e.Shipped {
		details[1] = "Edition " + r.Edition + ", installed on this computer. " + details[1]
	}
	if d := s.env.Desk; d != nil && d.Book.Rubric().ID == r.ID && d.Book.Evaluation().Rubric != e.Hash {
		details = append(details, "Another edition of what you judge. To take your levels to it, leave and type",
			"waymark assess migrate --to "+r.ID+"@"+r.Edition)
	}
	return details
}

// The time an area takes a team, and the length of a meeting.
const (
	minutesEach = 4
	meeting     = 90
)

// duration is how long a team needs for n areas, to the nearest that helps
// with a diary.
func duration(n int) string {
	minutes := n * minutesEach
	if minutes <= meeting {
		return "about " + widget.Count(max(1, (minutes+4)/5)*5, "minute", "minutes")
	}
	words := []string{"", "", "two", "three", "four", "five", "six", "seven", "eight", "nine"}
	meetings := (minutes + meeting - 1) / meeting
	if meetings < len(words) {
		return words[meetings] + " meetings of about 90 minutes"
	}
	return widget.Count(meetings, "meeting", "meetings") + " of about 90 minutes"
}

// HelpTitle names the screen in the help.
func (s *Screen) HelpTitle() string { return "choosing what to judge" }

// Head names the school.
func (s *Screen) Head() ui.Head {
	return ui.Head{Crumbs: []string{"Waymark", strings.TrimSpace(s.route.Name)}}
}

// Resize takes the body's size.
func (s *Screen) Resize(size layout.Size) { s.size = size }

var _ ui.Screen = (*Screen)(nil)
