package area_test

import (
	"context"
	"errors"
	"fmt"
	"strings"
	"testing"

	"waymark/model"
	"waymark/ui"
	"waymark/ui/env"
	"waymark/ui/nav"
	"waymark/ui/screen/area"
	"waymark/ui/uitest"
)

func open(d *uitest.Driver, r nav.AreaPage) *uitest.Driver {
	d.Run(func(r nav.Route) ui.Screen {
		if n, ok := r.(nav.AreaPage); ok {
			return area.New(d.Env, n)
		}
		return &uitest.Place{Route: r}
	}, nav.Home{}, 80, 24)
	d.Env.Nav.Push(r)
	d.Send(struct{}{})
	return d
}

func page(d *uitest.Driver, id model.AreaID) *uitest.Driver { return open(d, nav.AreaPage{Area: id}) }

// begin opens an evaluation of a rubric whose area 1.3 says everything that
// can be said, in words of the test's own.
func begin(t *testing.T) *uitest.Driver {
	t.Helper()
	d := uitest.NewEnv(t)
	r := d.Shelf.Rubric
	r.Areas = append([]model.Area(nil), r.Areas...)
	a := &r.Areas[2]
	a.Scope, a.Why, a.Question = "What is written down to be taught.", "It keeps teachers together.", "What would differ?"
	a.Levels = []string{"Nothing is written yet.", "Some of it is written.", "All of it is written and used.", "Others come to read it."}
	a.Vision = "Anybody could teach it tomorrow."
	a.LookFors = []string{"A plan that is dog-eared."}
	a.LookAgains = []string{"A plan that is spotless."}
	a.Phases = []model.InPhase{
		{Phase: model.PhasePrimary, LookFors: []string{"Two classes that match."}},
		{Phase: model.PhaseSpecial, LookFors: []string{"Signs that match."}},
	}
	a.NextSteps = []model.Boundary{
		{From: 1, To: 2, Steps: []model.NextStep{{Do: "Write one page.", Effort: model.EffortSmall}}},
		{From: 2, To: 3, Steps: []model.NextStep{
			{Do: "Ask one class what they kept.", Effort: model.EffortSmall},
			{Do: "Write the rest in a year.", Effort: model.EffortLarge, Area: "2.3"},
		}},
	}
	a.Research = []model.Research{{Title: "A guide to plans", URL: "https://example.org/plans", Why: "Says how short they can be."}}
	a.Tags = model.Tags{Inspection: []string{"curriculum-and-teaching"}, CST: []string{"develop-expertise"}}
	a.Lens = []string{"ks3", "send"}
	a.Ask, a.Evidence = nil, nil
	r.Crosswalk = []model.Crossing{{Rubric: "strong-trusts", From: "1.3", To: "3.2"}}
	r.Edges = []model.Edge{{Before: "1.2", After: "1.3"}, {Before: "1.1", After: "1.2"}, {Before: "2.1", After: "1.1"}, {Before: "1.3", After: "1.4"}}
	r.Related = []model.Pair{{A: "1.3", B: "2.5"}}
	d.Shelf.Rubric = r
	return d.Begin()
}

// whole is the page without a window around it.
func whole(d *uitest.Driver) string {
	w := d.Env.Window
	d.Resize(80, 200)
	defer d.Resize(w.W, w.H)
	return strings.Join(strings.Fields(d.Frame()), " ")
}

func says(t *testing.T, d *uitest.Driver, texts ...string) {
	t.Helper()
	all := whole(d)
	for _, want := range texts {
		if !strings.Contains(all, want) {
			t.Errorf("the page does not say %q:\n%s", want, all)
		}
	}
}

func saysNot(t *testing.T, d *uitest.Driver, texts ...string) {
	t.Helper()
	all := whole(d)
	for _, no := range texts {
		if strings.Contains(all, no) {
			t.Errorf("the page says %q:\n%s", no, all)
		}
	}
}

func TestEverythingTheRubricSaysOfAnArea(t *testing.T) {
	d := page(begin(t).Judge("122"), "1.3")
	says(t, d, "1.3 Content pinned down", "What it covers What is written down", "Why it matters It keeps", "at its best Anybody could",
		"1 Early ■□□□ Nothing is written", "2 Developing ■■□□ ● the level given", "4 Sharing ■■■■ Others come",
		"Look for – A plan that is dog-eared.", "Look again when – A plan that is spotless.",
		"A guide to plans Says how short they can be. https://example.org/plans",
		"Inspection looks at it under: Curriculum and teaching", "School improvement model: Develop expertise", "Lenses: Key stage 3; SEND", "In Strong trusts: 3.2",
		"What it makes possible 1.4", "See also 2.5")
	d.Resize(80, 70)
	d.Golden("whole-80x70")
	d.Resize(120, 40)
	d.Golden("whole-120x40")
}

func TestTheChainGoesTwoLevelsUp(t *testing.T) {
	d := page(begin(t).Judge("122"), "1.3")
	d.Resize(80, 100)
	for _, want := range []string{"    ► 1.2 Order", "       ► 1.1 Breadth"} {
		if !strings.Contains(d.Frame(), want) {
			t.Errorf("the chain does not show %q:\n%s", want, d.Frame())
		}
	}
	all := d.Frame()
	chain := all[strings.Index(all, "Needs first"):strings.Index(all, "What it makes")]
	if strings.Contains(chain, "2.1") || !strings.Contains(chain, "■■□□ 2") || !strings.Contains(chain, "■□□□ 1") {
		t.Errorf("the chain is\n%s", chain)
	}
}

func TestOnlyTheStepsFromHere(t *testing.T) {
	d := begin(t)
	says(t, page(d, "1.3"), "This area is not judged yet.")
	saysNot(t, d, "Write one page.", "Ask one class", "the level given")
	d.Judge("  1")
	says(t, page(d, "1.3"), "Next steps from 1 Early to 2 Developing", "Write one page. Small: a half-term, few people.")
	saysNot(t, d, "Ask one class")
	d.Judge("  2")
	says(t, page(d, "1.3"), "Ask one class", "Large: about a year. The obstacle is often 2.3 Subject")
	saysNot(t, d, "Write one page.")
	d.Judge("  3")
	says(t, page(d, "1.3"), "This rubric names none from this level.")
	d.Judge("  4")
	says(t, page(d, "1.3"), "What keeps it there 4 Sharing is the highest level, so there is no next step. Watching for these keeps it there: – A plan that is spotless.")
	saysNot(t, d, "Look again when")
	for state, want := range map[model.State]string{model.NotApplicable: "You said that this area does not apply", model.NoEvidence: "not enough evidence for a level yet"} {
		if err := d.Env.Desk.Do(d.Env.Desk.Book.Judge(d.Env.Desk.Voice, "1.3", model.Opinion{State: state})); err != nil {
			t.Fatal(err)
		}
		says(t, page(d, "1.3"), want)
		saysNot(t, d, "the level given", "What keeps it there")
	}
}

func TestAReviewerSeesTheirOwnLevelOnly(t *testing.T) {
	d := begin(t).Judge("112")
	d.Env.Desk.Voice = model.Voice{Person: "rev", Role: model.Reviewer}
	says(t, page(d, "1.3"), "This area is not judged yet.")
	saysNot(t, d, "■■□□ 2", "the level given")
}

func TestARubricWithoutExtrasLeavesThemOut(t *testing.T) {
	d := uitest.NewEnv(t)
	r := d.Shelf.Rubric
	r.Areas = append([]model.Area(nil), r.Areas...)
	r.Areas[0] = model.Area{ID: "1.1", Group: "1", Title: "Bare", Scope: "Only this.", Question: "What?", Levels: []string{"a", "b", "c", "d"}}
	r.Edges, r.Related = nil, nil
	d.Shelf.Rubric = r
	page(d.Begin(), "1.1").See("Only this.", "The levels", "That is all of it.", "Enter go back").SeeNot("Next steps", "Look for", "phase", "Needs first", "Why it matters", "Worth reading")
	d.AtEverySize().Press("down", "tab", "pgdown", "enter").See("nav.Home{}")
}

func TestPhases(t *testing.T) {
	d := page(begin(t), "1.3")
	says(t, d, "Look for in one phase Press Tab to choose: primary; special schools and alternative provision.")
	d.Press("tab").See("Look for in primary", "Two classes that match.").SeeNot("Signs that match.")
	d.Press("tab").See("Signs that match.").Press("tab").See("Two classes that match.").Press("shift+tab").See("Signs that match.")
	says(t, page(d, "1.3"), "Look for in special schools and alternative provision – Signs that match.")
	for typed, want := range map[string]string{
		"Primary": "Two classes", "junior school": "Two classes", "Special": "Signs that", "secondary": "Press Tab to choose", "16 to 19": "Press Tab to choose", "nursery": "Press Tab to choose", "": "Press Tab to choose",
	} {
		d := begin(t)
		register, err := model.RegisterSchool(model.School{ID: d.Env.Desk.Book.School().ID, Name: "Alder Lane Primary", Phase: typed}, nil)
		if err := d.Env.Desk.Do([]model.Change{register}, err); err != nil {
			t.Fatal(err)
		}
		says(t, page(d, "1.3"), want)
	}
}

func TestLocalAdditionsAreShown(t *testing.T) {
	d := begin(t)
	d.Shelf.Rubric.Areas[2].Local = []model.Local{{
		Overlay: "Fern Trust", LookFors: []string{"The trust's planner."}, CaseStudies: []string{"Oak did it first."},
		Resources: []model.Resource{{Title: "Planner", Address: "shared drive", Note: "Two pages."}},
	}}
	says(t, page(d.Begin(), "1.3"), "Added by Fern Trust – The trust's planner. – Planner Two pages. shared drive – Oak did it first.")
}

func TestReadingOnAndBack(t *testing.T) {
	d := page(begin(t), "1.3").See("There is more below. Press Enter or ↓ to read on.", "3 of 41")
	for range 20 {
		if strings.Contains(d.Frame(), "Enter go back") {
			break
		}
		d.Press("enter")
	}
	d.See("That is all of it.", "Also found under").Press("home").See("There is more below.").Press("end").See("That is all of it.")
	d.Press("pgup", "pgdown", "enter").See("nav.Home{}")
	page(d, "1.3").Press("]").See("1.4", "4 of 41").Press("[", "[", "[", "[").See("1.1", "There are no more areas this way.")
}

func TestAreasOfTheChainOpen(t *testing.T) {
	d := page(begin(t).Judge("122"), "1.3")
	for range 80 {
		if strings.Contains(d.Frame(), "Enter open 1.2") {
			break
		}
		d.Press("down").Exact()
	}
	d.See("Enter opens the page of 1.2.").Press("enter").See("1.2  Order", "2 of 41").Press("esc").See("1.3  Content", "Enter open 1.2")
	d.Press("up").SeeNot("Enter open 1.2").Press("esc").See("nav.Home{}")
	page(d, "1.3").Press("end", "up", "up", "up", "up").See("Enter open")
}

func TestTheMouse(t *testing.T) {
	d := page(begin(t).Judge("122"), "1.3")
	d.Resize(120, 60)
	y := 0
	for i, l := range d.Lines() {
		if strings.Contains(l, "1.4 ") {
			y = i
		}
	}
	x := strings.Index(d.Lines()[y], "1.4")
	d.Click(2, 2).SeeNot("Enter open").Click(min(x, 100), y).See("Enter open 1.4").Click(min(x, 100), y).See("4 of 41")
}

func TestAnotherRubricIsReadFromTheShelf(t *testing.T) {
	d := uitest.NewEnv(t)
	open(d, nav.AreaPage{Rubric: d.Shelf.Rubric.Hash(), Area: "1.3"}).See("1.3  Content pinned down", "The whole school › 1 Curriculum", "3 of 41")
	says(t, d, "They depend on the level.")
	saysNot(t, d, "····")
	open(d, nav.AreaPage{Rubric: "nothing", Area: "1.3"}).See("This rubric could not be read. Your work is safe. Press Esc to go back.").AtEverySize()
	d.Press("enter", "down", "tab", "esc").See("nav.Home{}")
	d.Env.Shelf = failing{d.Shelf}
	open(d, nav.AreaPage{Rubric: "x"}).See("This rubric could not be read.")
}

type failing struct{ *uitest.Shelf }

func (failing) Rubrics(context.Context) ([]env.RubricEntry, error) { return nil, errors.New("disk") }

func TestAnUnknownAreaOpensTheFirst(t *testing.T) {
	page(begin(t), "9.9").See("1.1  Breadth")
}

func TestThePageIsCopied(t *testing.T) {
	d := page(begin(t).Judge("122"), "1.3").Press("y").See("Copied.")
	for _, want := range []string{"1.3 Content pinned down", "Nothing is written yet.", "○ Ask one class", "https://example.org/plans"} {
		if !strings.Contains(d.Files.Copied, want) {
			t.Errorf("what was copied does not say %q:\n%s", want, d.Files.Copied)
		}
	}
	if strings.Contains(d.Files.Copied, "\x1b") {
		t.Error("styles were copied")
	}
	d.Env.Files = deaf{d.Files}
	page(d, "1.3").Press("y").See("Nothing could be copied.")
}

type deaf struct{ *uitest.Files }

func (deaf) Copy(context.Context, string) (string, error) { return "", errors.New("no clipboard") }

func TestFrames(t *testing.T) {
	d := page(begin(t).Judge("122"), "1.3").Golden("page-80x24").AtEverySize()
	d.Resize(120, 30)
	d.Golden("page-120x30")
	d.Resize(60, 18)
	d.Golden("page-60x18").Press("pgdown").AtEverySize()
	d.Env.Prefs.Plain = true
	d.AtEverySize()
}

func TestAnyRubricFits(t *testing.T) {
	d := uitest.NewEnv(t)
	r := d.Shelf.Rubric
	r.Scale.Levels = nil
	for i := range 9 {
		r.Scale.Levels = append(r.Scale.Levels, model.LevelName{Name: fmt.Sprintf("Level name %d without end", i+1)})
	}
	r.Areas = append([]model.Area(nil), r.Areas...)
	for i := range r.Areas {
		r.Areas[i].Title = strings.Repeat("界 Ünbelievably long title ", 6)
		r.Areas[i].Levels = make([]string, 9)
		for l := range r.Areas[i].Levels {
			r.Areas[i].Levels[l] = strings.Repeat("wordwithoutend", 12) + " and pupils"
		}
		r.Areas[i].NextSteps = []model.Boundary{{From: 2, To: 3, Steps: []model.NextStep{{Do: strings.Repeat("wordwithoutend", 20), Effort: "L", Area: "1.1"}}}}
	}
	d.Shelf.Rubric = r
	page(d.Begin().Judge(strings.Repeat("2", 41)), "1.3").AtEverySize()
	for range 60 {
		d.Press("down").Exact()
	}
	d.AtEverySize().Press("end").AtEverySize()
}

func TestEveryShippedAreaFits(t *testing.T) {
	d := uitest.NewEnv(t).Begin().Judge(strings.Repeat("1234", 11))
	for _, a := range d.Shelf.Rubric.Areas {
		page(d, a.ID)
		for _, s := range [][2]int{{120, 30}, {80, 24}, {50, 14}} {
			d.Resize(s[0], s[1])
			d.Exact().Press("end").Exact()
		}
	}
}
