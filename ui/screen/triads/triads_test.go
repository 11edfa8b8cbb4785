package triads_test

import (
	"errors"
	"fmt"
	"strings"
	"testing"
	"time"

	tea "charm.land/bubbletea/v2"

	"waymark/model"
	"waymark/model/visit"
	"waymark/ui"
	"waymark/ui/env"
	"waymark/ui/nav"
	"waymark/ui/screen/triads"
	"waymark/ui/task"
	"waymark/ui/uitest"
)

func TestThreeSchoolsMakeAYearOfVisits(t *testing.T) {
	d := run(school(t)).See("School 1    Alder Lane Primary", "2026–27", "Use the names that people know the schools by.")
	d.Type("Birch Row").AtEverySize().Golden("form-80x24")
	d = planned(t).See("18 visits in 2026–27", "Autumn term 2026", "Alder Lane Primary visits Birch Row Primary", "you host", "Enter set dates")
	d.AtEverySize().Golden("plan-80x24")
	d.Resize(120, 30)
	d.Golden("plan-120x30")
	d.Resize(80, 24)
	d.Press("end").See("What is hardest for you at the moment?", "Alder Lane Primary coaches Birch Row Primary. Cedar Bank observes.").AtEverySize()
	d.Press("home", "pgdown", "up", "down", "pgup").See("18 visits in 2026–27")
}

func TestWhatIsHostedIsWrittenDownAsPlannedVisits(t *testing.T) {
	d := planned(t).Press("enter").See("When do the others visit Alder Lane Primary?", "► [x] Thu 8 October 2026", "Enter plan 6 visits", "Nothing is written until you press Enter.")
	d.AtEverySize().Golden("dates-80x24")
	d.Resize(120, 30)
	d.Golden("dates-120x30")
	d.Resize(80, 24)
	n := d.Env.Desk.Book.Len()
	d.Press("right", "+", "+").See("Sat 17 October 2026").Press("-").See("Fri 16 October 2026").Press("down", "space").See("► [ ] Thu 26 November 2026", "Enter plan 5 visits").Press("down", "left").See("Thu 21 January 2027")
	if d.Env.Desk.Book.Len() != n {
		t.Fatal("something was written before Enter")
	}
	d.Press("enter").See("nav.Visits{", "5 visits are planned. Each keeps its questions.")
	visits := d.Env.Desk.Book.Evaluation().Visits
	if len(visits) != 5 || visits[0].Date != "2026-10-16" || visits[0].From != "Cedar Bank" || fmt.Sprint(visits[0].Questions) != fmt.Sprint(visit.DefaultQuestions()) {
		t.Fatalf("%+v", visits)
	}
	if p := d.Env.Desk.Book.Who(visits[0].Lead); p.Name != "Cedar Bank" || p.Post != "visiting leader" {
		t.Fatalf("lead %+v", p)
	}
	if got := len(d.Env.Desk.Book.People()); got != 3 {
		t.Fatalf("%d people are known, want one leader for each school", got)
	}
	if len(d.Env.Unfiled) != 0 {
		t.Fatalf("left unfiled: %v", d.Env.Unfiled)
	}
	// Coming again, the schools are known and what is planned is not planned twice.
	again(d).See("Birch Row Primary", "Cedar Bank").Press("enter", "enter", "enter", "enter", "enter", "enter").See("planned already", "[ ] Thu 8 October 2026", "► [x] Thu 26 November 2026   Birch Row Primary", "Enter plan 1 visit")
	d.Press("up", "space").See("► [ ] Thu 8 October").Press("right", "right").See("► [ ] Thu 22 October").Press("right", "right", "right", "right", "right", "right").See("► [x] Thu 3 December").Press("space", "enter").See("1 visit is planned. It keeps its questions.")
}

func TestQuestionsCanBeChangedAndTheSchoolsMustBeThree(t *testing.T) {
	d := run(school(t)).Press("down", "down", "down", "down", "enter").See("There is a problem", "Error: Enter the name of the school").AtEverySize()
	d.Type("Birch Row").Press("tab").Type("alder lane primary").Press("tab", "tab", "tab", "enter").See("alder lane primary is there twice. Enter three different schools", "Nothing has been lost.").AtEverySize()
	d.Type(" North").Press("down").Type(" And why?").Press("down").Press("down", "enter").See("18 visits").Press("end").See("1  What is hardest for you at the moment? And why?")
	d.Press("esc").See("Which three schools visit each other?").Press("up", "up", "shift+tab").Press("ctrl+z").See("School 2")
}

func TestAnotherYear(t *testing.T) {
	d := planned(t).Press("right").See("18 visits in 2027–28", "Autumn term 2027").Press("]").See("2027–28").Press("left", "[").See("2025–26").Press("enter").See("► [ ]", "Nothing is ticked.").Press("enter").See("Tick at least one visit").AtEverySize()
	if len(d.Env.Desk.Book.Evaluation().Visits) != 0 {
		t.Fatal("past visits were planned")
	}
}

func TestThePlanIsCopiedAsText(t *testing.T) {
	d := planned(t).Press("y").See("Copied.")
	for _, want := range []string{"Visits between three schools, 2026–27", "- half 1, week 3: Alder Lane Primary visits Birch Row Primary", "Summer term 2027", "- What is hardest for you at the moment?", "- Autumn: Alder Lane Primary coaches"} {
		if !strings.Contains(d.Files.Copied, want) {
			t.Errorf("the copy does not say %q:\n%s", want, d.Files.Copied)
		}
	}
	if n := strings.Count(d.Files.Copied, " visits "); n != 18 {
		t.Errorf("%d visits in the copy", n)
	}
}

func TestWhatIsTypedSurvives(t *testing.T) {
	d := run(school(t)).Type("Birch Row").Press("esc").See("nav.Visits{")
	var drafts []task.Draft
	for _, x := range d.Env.Unfiled {
		drafts = append(drafts, x)
	}
	d.Env.Unfiled, d.Env.Brought = nil, &env.Brought{Drafts: drafts}
	again(d).See("Birch Row", "This is what you were typing.")
}

func TestTheReviewerAndTheReaderOnlyCopy(t *testing.T) {
	d := school(t).Judge("4444").Visit([]model.AreaID{"1.1"})
	run(d).Type("Birch Row").Press("enter").Type("Cedar Bank").Press("enter", "enter", "enter", "enter", "enter").See("A school writes down its own visits. Press y to copy the plan.").SeeNot("Sharing", "■")
	d = school(t).ReadOnly()
	run(d).Type("Birch Row").Press("enter").Type("Cedar Bank").Press("enter", "enter", "enter", "enter", "enter").See("This was opened to read only. Press y to copy the plan.")
}

func TestASaveThatFailsKeepsTheVisits(t *testing.T) {
	d := planned(t)
	d.Shelf.Fail = errors.New("disk is full")
	d.Press("enter", "enter").See("nav.Visits{")
	if len(d.Env.Desk.Book.Evaluation().Visits) != 6 || d.Env.Saver.State().Waiting == 0 {
		t.Fatal("the visits are lost")
	}
}

func TestSuggestedDatesAreThursdaysInTheirTerm(t *testing.T) {
	d := planned(t).Press("enter", "enter")
	months := map[string]int{}
	for _, v := range d.Env.Desk.Book.Evaluation().Visits {
		at, err := time.Parse(time.DateOnly, v.Date)
		if err != nil || at.Weekday() != time.Thursday {
			t.Errorf("%s: %v %v", v.Date, at.Weekday(), err)
		}
		months[[]string{"spring", "summer", "autumn"}[(int(at.Month())-1)/4]]++
	}
	if months["autumn"] != 2 {
		t.Errorf("%v", months)
	}
}

func TestTheMouse(t *testing.T) {
	d := planned(t).Press("enter")
	d.See("November").Click(10, 8).See("► [x] Thu 26 November").Click(10, 8).See("► [ ] Thu 26 November")
	d.Send(tea.MouseWheelMsg{Button: tea.MouseWheelDown})
	d.See("► [x] Thu 28 January").Press("esc")
	d.Send(tea.MouseWheelMsg{Button: tea.MouseWheelDown})
	d.Frame()
	d.Click(3, 3)
	d.See("Each term every school")
}

func TestVeryLongNames(t *testing.T) {
	long := strings.Repeat("Featherstonehaugh-with-Cholmondeley ", 4)
	d := run(school(t)).Type(long+"1").AtEverySize().Press("enter").Type(long+"2").Press("enter", "enter", "enter").AtEverySize().Press("enter").AtEverySize().Press("enter").AtEverySize()
	d.Env.Prefs.Roomy = true
	d.AtEverySize()
}

func TestTheChecklistOfLessonVisitsGoesWithThem(t *testing.T) {
	d := planned(t).Press("enter", "enter")
	if got := d.Env.Desk.Book.Evaluation().Visits[0].Checklist; got != "" {
		t.Fatalf("checklist %q where there is none", got)
	}
	d = school(t)
	d.Shelf.Rubric.ID = "lesson-visit"
	d.Run(uitest.Single(func() ui.Screen { return triads.New(d.Env, nav.Triads{}) }), nav.Triads{}, 80, 24)
	d.Type("B").Press("enter").Type("C").Press("enter", "enter", "enter", "enter", "enter", "enter")
	if got := d.Env.Desk.Book.Evaluation().Visits; len(got) != 6 || got[0].Checklist != d.Shelf.Rubric.Hash() {
		t.Fatalf("%+v", got)
	}
}

func TestAProblemStaysWithItsField(t *testing.T) {
	d := run(school(t)).Type("Birch Row").Press("tab").Type("birch row").Press("tab", "tab", "tab", "enter")
	d.See("Error: birch row is there twice", "School 3").Press("down").See("birch row is there twice. Enter three", "Question 1").SeeNot("Error:")
	d.Press("up").See("Error: birch row is there twice").AtEverySize()
}
