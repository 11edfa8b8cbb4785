package main

import (
	"bytes"
	"context"
	"fmt"
	"regexp"
	"strconv"
	"strings"
	"testing"

	tea "charm.land/bubbletea/v2"

	"waymark/model"
	"waymark/report"
	"waymark/ui/env"
	"waymark/ui/nav"
	"waymark/ui/uitest"
)

// whatShows is a seal in words: it is made from the levels, and shown so that
// both sides can see that nothing moved. It tells no level.
var whatShows = regexp.MustCompile(`Seal: [0-9a-f ]+`)

// paper is the files of the real app, made in memory.
type paper struct {
	*files
	made []string
}

// Export keeps what the file would hold.
func (p *paper) Export(_ context.Context, r env.ExportRequest) (string, error) {
	var b bytes.Buffer
	d, err := asked(r)
	if err == nil {
		err = report.Write(&b, r.Format, d)
	}
	p.made = append(p.made, r.Name+"\n"+b.String()+fmt.Sprint(err))
	return r.Folder + "/" + r.Name, err
}

// Copy keeps what was copied.
func (p *paper) Copy(_ context.Context, text string) (string, error) {
	p.made = append(p.made, text)
	return "Copied.", nil
}

// Editor hands the text back as it was.
func (p *paper) Editor(text string) tea.Cmd {
	p.made = append(p.made, text)
	return func() tea.Msg { return env.EditedMsg{Text: text, Editor: "nano"} }
}

// SaveCopy copies nothing.
func (p *paper) SaveCopy(context.Context, []model.Record) (string, error) { return "copy.db", nil }

// chair is a reviewer's seat at the app of one of two schools.
type chair struct {
	t     *testing.T
	d     *uitest.Driver
	paper *paper
	id    model.EvaluationID
	home  model.SchoolID
	away  int // keys since the visit was closed, or another school opened
}

// press sends one thing that somebody does.
func (s *chair) press(what string) {
	kind, arg, _ := strings.Cut(what, ":")
	switch kind {
	case "type":
		s.d.Type(arg)
	case "paste":
		s.d.Paste(arg)
	case "click", "size":
		var x, y int
		if _, err := fmt.Sscanf(arg, "%d %d", &x, &y); err != nil {
			s.t.Fatal(err)
		}
		if kind == "click" {
			s.d.Click(x, y)
			return
		}
		s.d.Resize(x, y)
	case "go":
		i, err := strconv.Atoi(arg)
		if err != nil {
			s.t.Fatal(err)
		}
		places := reviewersPlaces(s)
		s.d.Env.Nav.Push(places[i%len(places)])
		s.d.Send(struct{}{})
	case "wheel":
		s.d.Send(tea.MouseWheelMsg{Button: tea.MouseWheelDown})
	default:
		s.d.Press(arg)
	}
}

// go opens a place from the start.
func (s *chair) open(r nav.Route) {
	s.d.Env.Nav.Home(nil)
	s.d.Env.Nav.Push(r)
	s.d.Send(struct{}{})
}

// shows is everything that the reviewer is shown: the frame with its colours,
// the cursor, and what has been made.
func (s *chair) shows() string {
	v := s.d.App.View()
	cursor := "none"
	if v.Cursor != nil {
		cursor = fmt.Sprint(v.Cursor.Position)
	}
	return whatShows.ReplaceAllString(fmt.Sprintf("%s\n%s %v %s\n", v.Content, cursor, v.MouseMode, v.WindowTitle), "#")
}

// papers is what has been made since it was asked last.
func (s *chair) papers() string {
	all := strings.Join(s.paper.made, "\n")
	s.paper.made = nil
	return chance.ReplaceAllString(all, "#")
}

// left reports whether the reviewer's view of the school has ended. Going back to
// the school's own view is a person's decision, and ends what is promised.
func (s *chair) left() bool {
	d := s.d.Env.Desk
	return d != nil && d.Book.SchoolID() == s.home && (d.Book.EvaluationID() != s.id || d.Voice != blindReviewer() || !d.Book.Blind())
}

// tired reports whether the visit has been closed, or another school open, for
// long enough.
func (s *chair) tired() bool {
	d := s.d.Env.Desk
	if d == nil || d.Book.SchoolID() != s.home {
		s.away++
		return s.away > 60
	}
	v, err := d.Book.Visit(uitest.VisitID)
	if err != nil || v.Closed || d.Book.Evaluation().Removed {
		s.away++
	}
	return s.away > 60
}

// sit puts the reviewer back into the seat, on a visit that is open.
func (s *chair) sit() {
	s.t.Helper()
	e := s.d.Env
	if e.Desk == nil || e.Desk.Book.EvaluationID() != s.id {
		o, err := s.d.Shelf.Open(s.t.Context(), s.home, s.id)
		if err != nil {
			s.t.Fatal(err)
		}
		e.Take(o)
	}
	e.Return()
	b, me := e.Desk.Book, e.Desk.Voice
	if changes, err := b.SetRemoved(false); err == nil {
		s.d.Do(changes, err)
	}
	if changes, err := b.ReopenVisit(me, uitest.VisitID, "to go on"); err == nil {
		s.d.Do(changes, err)
	}
	e.Enter(env.Visiting{Visit: uitest.VisitID, Voice: blindReviewer()})
	s.away = 0
	s.open(nav.Home{})
}

// knows lists the areas that the reviewer has judged or looked at.
func (s *chair) knows(known map[model.AreaID]bool) {
	if s.d.Env.Desk == nil || s.d.Env.Desk.Book.SchoolID() != s.home {
		return
	}
	b := s.d.Env.Desk.Book
	for _, a := range b.Rubric().Areas {
		if _, hidden := b.Hidden(a.ID); !hidden {
			known[a.ID] = true
		}
	}
}

// reviewersPlaces are all places there are, with areas that the reviewer has
// judged, may not see, and has not been asked about.
func reviewersPlaces(s *chair) []nav.Route {
	hash := s.d.Env.Desk.Book.Rubric().Hash()
	var all []nav.Route
	areas := []model.AreaID{"", "1.1", "1.2", "1.3", "1.4", "2.4", "3.1", "4.2", "7.5"}
	for _, a := range areas {
		all = append(all, nav.VisitJudge{Area: a})
	}
	all = append(
		all, nav.Welcome{}, nav.SchoolName{}, nav.ChooseRubric{Name: "Alder Lane"}, nav.Years{}, nav.Home{}, nav.Who{Name: "Alder Lane", Rubric: hash}, nav.Areas{Rubric: hash}, nav.Note{}, nav.Library{}, nav.Library{Rubric: hash},
		nav.Calibrate{Rubric: hash}, nav.AreaPage{Rubric: hash, Area: "2.1", Tour: true}, nav.Find{}, nav.Check{}, nav.Done{}, nav.Overview{}, nav.Priorities{}, nav.Working{}, nav.Export{}, nav.Display{}, nav.SaveProblem{},
		nav.Recovered{}, nav.OpenProblem{}, nav.Confirm{What: nav.Destruction{DeleteEvaluation: s.id}},
	)
	for _, a := range areas {
		all = append(all, nav.Agree{Area: a}, nav.Wall{Area: a}, nav.Vote{Meeting: "m", Area: a}, nav.Wall{Meeting: "m", Area: a})
		if a != "" {
			all = append(all, nav.Judge{Area: a}, nav.Judge{Area: a, Once: true}, nav.Note{Area: a}, nav.Read{Area: a}, nav.AreaPage{Area: a}, nav.Emphasise{Area: a}, nav.Working{Area: a, K: 4})
		}
	}
	return append(
		all, nav.Visits{}, nav.Visits{Leave: true}, nav.Lean{}, nav.StartVisit{}, nav.Agenda{}, nav.Capture{}, nav.Capture{Slot: "1-2"}, nav.Quick{}, nav.Tidy{}, nav.Claims{}, nav.Points{}, nav.SignOff{},
		nav.Rooms{}, nav.Sheet{}, nav.Sheet{Room: "room"}, nav.Synthesis{}, nav.Changed{}, nav.Meetings{}, nav.Triads{},
		nav.Export{Document: "priorities"}, nav.Export{Document: "full"}, nav.Export{Document: "visit"}, nav.Export{Document: visitDocument(uitest.VisitID)}, nav.Export{Document: visitDocument("past")},
	)
}
