package synthesis_test

import (
	"context"
	"errors"
	"fmt"
	"strings"
	"testing"

	"waymark/model"
	"waymark/rubrics"
	"waymark/ui"
	"waymark/ui/env"
	"waymark/ui/layout"
	"waymark/ui/nav"
	"waymark/ui/screen/synthesis"
	"waymark/ui/uitest"
)

// shelf has the lesson visit beside the whole-school rubric.
type shelf struct {
	*uitest.Shelf
	list model.Rubric
	err  error
}

func (s shelf) Rubrics(context.Context) ([]env.RubricEntry, error) {
	return []env.RubricEntry{{Hash: s.list.Hash(), Rubric: s.list, Shipped: true}}, s.err
}

func lessons(t *testing.T) model.Rubric {
	t.Helper()
	r, err := rubrics.Load("lesson-visit")
	if err != nil {
		t.Fatal(err)
	}
	return r
}

// begin is a reviewer at the desk of a school whose levels are all 4.
func begin(t *testing.T) *uitest.Driver {
	t.Helper()
	d := uitest.NewEnv(t).Begin().Judge(strings.Repeat("4", 41))
	b, v := d.Env.Desk.Book, model.Voice{Person: uitest.Reviewer, Role: model.Reviewer}
	for _, plan := range []struct{ id, date string }{{"before", "2026-03-12"}, {"visit", "2026-09-24"}} {
		d.Do(b.StartVisit(v, model.VisitID(plan.id), model.Visiting{Date: plan.date, Lead: uitest.Reviewer, Checklist: lessons(t).Hash()}))
	}
	d.Env.Enter(env.Visiting{Visit: uitest.VisitID, Voice: v})
	d.Env.Shelf = shelf{Shelf: d.Shelf, list: lessons(t)}
	return d
}

// fill answers the checklist in n rooms of a visit, one line in three not seen.
func fill(t *testing.T, d *uitest.Driver, visit model.VisitID, n int) *uitest.Driver {
	t.Helper()
	b, v, list := d.Env.Desk.Book, d.Env.Desk.Voice, lessons(t)
	for i := range n {
		id := model.RoomID(fmt.Sprintf("%s-%02d", visit, i))
		phase := model.PhasePrimary
		if i%3 == 1 {
			phase = model.PhaseEarly
		}
		d.Do(b.SetRoom(v, visit, id, model.RoomText{Phase: phase, Subject: []string{"Maths", "Phonics", "History"}[i%3], Teacher: fmt.Sprintf("T%d", i%4), Minutes: 7, Chosen: i == 1}))
		for k, item := range list.Items() {
			o := model.Observation{Answer: list.Answers[(i*k+k)%3]}
			if k%4 == 3 {
				pupils := (i + k) % 4
				o = model.Observation{Answer: []string{"not seen", "partly", "partly", "seen"}[pupils], Pupils: &pupils}
			}
			if k == 0 && i == 2 {
				o.Answer = "not applicable"
			}
			if i+k != 4 {
				d.Do(b.Observe(v, visit, id, list, item.ID, o))
			}
		}
	}
	return d
}

func run(d *uitest.Driver) *uitest.Driver {
	open := func(r nav.Route) ui.Screen {
		if r, ok := r.(nav.Synthesis); ok {
			return synthesis.New(d.Env, r)
		}
		return &uitest.Place{Route: r}
	}
	d.Run(open, nav.Home{}, 80, 24)
	d.Env.Nav.Push(nav.Synthesis{})
	d.Send(struct{}{})
	return d
}

func visitNow(d *uitest.Driver) model.Visit { v, _ := d.Env.Visit(); return v }

func TestNineRoomsSideBySide(t *testing.T) {
	d := run(fill(t, begin(t), uitest.VisitID, 9))
	d.See("Visit › Rooms › What was seen", "9 rooms", "Observed in all: 1 hour 3 minutes in 9 rooms.", "1 2 3 4 5 6 7 8 9", "seen in",
		"Seen in 7 of 7 rooms where it could have been seen.", "Early years 2 of 2, primary 5 of 5.", "1 seen   2 partly   3 not seen   – not applicable   · no answer")
	d.Exact().Golden("80x24").AtEverySize()
	d.Press("down", "down", "down").See("pupils looked at.").Golden("pupils-80x24")
	d.Resize(120, 30)
	d.Exact().Golden("120x30")
	d.Env.Prefs.Roomy = true
	d.AtEverySize()
}

func TestATrendNeedsEightRoomsOfBothVisits(t *testing.T) {
	d := run(fill(t, fill(t, begin(t), "before", 12), uitest.VisitID, 12))
	d.Press("down").See("as on 12 March 2026, when it was").SeeNot("no trend is claimed")
	d = run(fill(t, fill(t, begin(t), "before", 8), uitest.VisitID, 7))
	d.See("Under 8 rooms: no trend is claimed.").SeeNot("12 March")
}

// anotherYear begins a new evaluation of the school and leaves the first behind,
// with its visit and its rooms; the desk is the reviewer's on a new visit.
func anotherYear(t *testing.T, d *uitest.Driver) *uitest.Driver {
	t.Helper()
	o, err := d.Shelf.Begin(t.Context(), env.Beginning{School: d.Env.Desk.Book.SchoolID(), Rubric: d.Shelf.Rubric.Hash(), Year: "2027-28"})
	if err != nil {
		t.Fatal(err)
	}
	d.Env.Take(o)
	voice := model.Voice{Person: uitest.Reviewer, Role: model.Reviewer}
	d.Do(d.Env.Desk.Book.StartVisit(voice, "next", model.Visiting{Date: "2027-09-24", Lead: uitest.Reviewer, Checklist: lessons(t).Hash()}))
	d.Env.Enter(env.Visiting{Visit: "next", Voice: voice})
	return d
}

func TestVisitsOfOtherYearsAreSetBeside(t *testing.T) {
	d := anotherYear(t, fill(t, begin(t), uitest.VisitID, 12))
	run(fill(t, d, "next", 12)).Press("down").See("as on 24 September 2026, when it was").AtEverySize()
	d.Press("y")
	if !strings.Contains(d.Files.Copied, "as on 24 September 2026") {
		t.Errorf("the copy says nothing of the year before:\n%s", d.Files.Copied)
	}
}

// blocked is a shelf that has not read other years yet.
type blocked struct {
	shelf
	asked *[]model.EvaluationID
	err   error
}

func (b blocked) EarlierVisits(ctx context.Context, school model.SchoolID, id model.EvaluationID) ([]model.Visit, error) {
	*b.asked = append(*b.asked, id)
	if b.err != nil {
		return nil, b.err
	}
	return b.shelf.EarlierVisits(ctx, school, id)
}

func TestOtherYearsAreReadByACommand(t *testing.T) {
	d := fill(t, anotherYear(t, fill(t, begin(t), uitest.VisitID, 12)), "next", 12)
	var asked []model.EvaluationID
	d.Env.Shelf = blocked{shelf: shelf{Shelf: d.Shelf, list: lessons(t)}, asked: &asked}
	s := synthesis.New(d.Env, nav.Synthesis{})
	s.Resize(layout.Size{W: 80, H: 19})
	cmd := s.Init()
	s.View()
	if len(asked) > 0 || cmd == nil {
		t.Fatal("other years were read while drawing")
	}
	run(d)
	if len(asked) != 1 || asked[0] != d.Env.Desk.Book.EvaluationID() {
		t.Errorf("asked for %v", asked)
	}
}

func TestOtherYearsThatCannotBeReadAreLeftOut(t *testing.T) {
	d := fill(t, fill(t, begin(t), "before", 12), uitest.VisitID, 12)
	d.Env.Shelf = blocked{shelf: shelf{Shelf: d.Shelf, list: lessons(t)}, asked: &[]model.EvaluationID{}, err: errors.New("disk")}
	run(d).See("Earlier years could not be read: only visits of this year are compared.").Press("down").See("as on 12 March 2026").AtEverySize()
}

func TestTwoObserversOfOneRoomAreSetBeside(t *testing.T) {
	d := fill(t, begin(t), uitest.VisitID, 2)
	shah := model.Voice{Person: "shah", Role: model.Reviewer}
	for _, item := range []model.ItemID{"1.1", "1.2"} {
		d.Do(d.Env.Desk.Book.Observe(shah, uitest.VisitID, "visit-00", lessons(t), item, model.Observation{Answer: "seen"}))
	}
	run(d).See("Where two or more observed together, 1 of 2 answers were the same.").Press("tab").See("2 observers gave the same answer to 1 of 2 lines. They saw 1.2 differently.")
	d.Press("enter").See(`nav.Sheet{Room:"visit-00"}`)
}

func TestBrightSpotsNeedConsent(t *testing.T) {
	d := run(fill(t, begin(t), uitest.VisitID, 3)).Press("tab", "tab").See("Possible: Phonics, early: seen", "The school’s own possible example.")
	d.Press("enter").See("○    Phonics, early: seen", "Not to share yet.", "A bright spot now.").SeeNot("Possible:")
	d.Press("space").See("●    Phonics, early", "Those concerned agree that it is shared.")
	p := visitNow(d).Of(model.BrightSpot)
	if len(p) != 1 || !p[0].Consent || !strings.HasPrefix(p[0].Text, "Phonics, early: seen") {
		t.Fatalf("%+v", p)
	}
	d.Exact().Golden("bright-80x24").AtEverySize()
	d.Press("space").See("It is not shared any more.").Press("u").See("●    Phonics").Press("enter").See("nav.Points{}")
	d.Press("esc", "shift+tab", "+").See("○    Maths, primary").Press("tab").See("► T0: 7 minutes in 1 room", "No appraisal.")
	if len(visitNow(d).Of(model.BrightSpot)) != 2 {
		t.Fatal("the other room was not chosen")
	}
}

func TestTheTextIsCopiedWithoutCodes(t *testing.T) {
	d := run(fill(t, begin(t), uitest.VisitID, 9)).Press("y").See("Copied.")
	text := d.Files.Copied
	for _, want := range []string{"What was seen in rooms: Alder Lane Primary, 2026-09-24", "1.1  A task is waiting", "Seen in 7 of 7 rooms where it could have been seen.", "Phonics, early: seen", "no appraisal"} {
		if !strings.Contains(text, want) {
			t.Errorf("the text has no %q", want)
		}
	}
	if strings.Contains(text, "T1") || strings.Contains(text, "Sharing") {
		t.Errorf("the text tells too much:\n%s", text)
	}
}

func TestManyRoomsMoveSideways(t *testing.T) {
	d := run(fill(t, begin(t), uitest.VisitID, 30)).See("Rooms 1 to 11 of 30", "←→ other rooms", "28 of 28").AtEverySize()
	d.Press("right").See("Rooms 12 to 22 of 30").Press("right").See("Rooms 20 to 30 of 30").Press("left", "left").See("Rooms 1 to 11 of 30")
	d.Press("pgdown", "pgup", "end").See("► T3").Press("home").See("► 1.1").AtEverySize()
	d.Click(10, 14)
	d.Click(10, 14)
	d.AtEverySize()
}

func TestNothingOfTheSchoolsLevelsShows(t *testing.T) {
	d := run(fill(t, begin(t), uitest.VisitID, 9))
	for _, k := range []string{"tab", "tab", "tab", "m", "esc", "?", "esc"} {
		d.Press(k).SeeNot("Sharing", "■■■■", "level 4")
	}
}

func TestEmptyAndRefusals(t *testing.T) {
	run(begin(t)).See("No rooms yet").AtEverySize().Press("enter").See("nav.Rooms{}")
	d := fill(t, begin(t), uitest.VisitID, 3)
	d.Do(d.Env.Desk.Book.CloseVisit(d.Env.Desk.Voice, uitest.VisitID, "Snow"))
	run(d).Press("tab", "tab", "enter", "space").AtEverySize()
	if len(visitNow(d).Points) != 0 {
		t.Fatal("chosen")
	}
	run(fill(t, begin(t), uitest.VisitID, 3).ReadOnly()).Press("tab", "+").SeeNot("A bright spot now")
	d = fill(t, begin(t), uitest.VisitID, 1)
	d.Env.Shelf = shelf{Shelf: d.Shelf, err: errors.New("disk")}
	run(d).See("There is a problem", "The checklist could not be read.").AtEverySize()
	run(uitest.NewEnv(t).Begin()).See("No visit is open here").AtEverySize().Press("enter").See("nav.Visits{")
}

func TestEndlessNamesFit(t *testing.T) {
	d := begin(t)
	d.Do(d.Env.Desk.Book.SetRoom(d.Env.Desk.Voice, uitest.VisitID, "r", model.RoomText{Subject: strings.Repeat("Wordwithoutend 界 ", 30), Chosen: true}))
	run(d).AtEverySize().Press("tab").AtEverySize().Press("tab").AtEverySize()
}
