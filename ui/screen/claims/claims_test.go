package claims_test

import (
	"fmt"
	"slices"
	"strings"
	"testing"

	"waymark/model"
	"waymark/ui"
	"waymark/ui/env"
	"waymark/ui/jot"
	"waymark/ui/nav"
	"waymark/ui/screen/claims"
	"waymark/ui/uitest"
)

func aDay() []model.Slot {
	at := func(id model.SlotID, start int, kind model.SlotKind, areas ...model.AreaID) model.Slot {
		return model.Slot{ID: id, Stop: model.Stop{Day: 1, Start: start, Minutes: 30, Kind: kind, Areas: areas}}
	}
	return []model.Slot{at("1-1", 540, model.SlotOpening), at("1-2", 600, model.SlotWalk, "3.1"), at("1-3", 675, model.SlotPupils, "3.1", "7.1")}
}

// begin is a reviewer with the headteacher; every level of the school is 4.
func begin(t *testing.T, questions ...string) *uitest.Driver {
	t.Helper()
	d := uitest.NewEnv(t).Begin().Judge(strings.Repeat("4", 41))
	b, v := d.Env.Desk.Book, model.Voice{Person: uitest.Reviewer, Role: model.Reviewer}
	d.Do(b.StartVisit(v, uitest.VisitID, model.Visiting{Date: "2026-09-24", Lead: uitest.Reviewer, Questions: questions}))
	d.Do(b.SetFocus(v, uitest.VisitID, []model.AreaID{"3.1", "7.1"}))
	d.Do(b.SetSlots(v, uitest.VisitID, aDay()))
	d.Env.Enter(env.Visiting{Visit: uitest.VisitID, Voice: v})
	return d.Do(d.Env.Desk.Book.GoTo(v, uitest.VisitID, "1-1"))
}

// said is a visit halfway through.
func said(t *testing.T) *uitest.Driver {
	t.Helper()
	d := begin(t, "What is your challenge?")
	b, v := d.Env.Desk.Book, d.Env.Desk.Voice
	for i, c := range []model.ClaimText{
		{Kind: model.Claimed, Text: "Every lesson starts with something pupils met before", Areas: []model.AreaID{"3.1"}},
		{Kind: model.Claimed, Text: "Reading is loved here"},
		{Kind: model.Worry, Text: "Year 4 writing", Areas: []model.AreaID{"4.1", "7.1"}},
		{Kind: model.Answered, Question: "What is your challenge?", Text: "New leaders"},
	} {
		d.Do(b.SetClaim(v, uitest.VisitID, model.ClaimID(fmt.Sprint("c", i)), c))
		d.Wait(1e9)
	}
	visit, _ := d.Env.Visit()
	for i, line := range []string{"+ @3.1 Five of five rooms began with a question on last week", "+ @3.1 Pupils told us so", "> @3.1 One task was colouring"} {
		d.Do(b.WriteNote(v, model.NoteID(fmt.Sprint("n", i)), jot.Note(b, visit, "1-2", line)))
	}
	return d
}

func run(d *uitest.Driver) *uitest.Driver {
	open := func(r nav.Route) ui.Screen {
		if r, ok := r.(nav.Claims); ok {
			return claims.New(d.Env, r)
		}
		return &uitest.Place{Route: r}
	}
	d.Run(open, nav.Home{}, 80, 24)
	d.Keys = 0
	d.Env.Nav.Push(nav.Claims{})
	d.Send(struct{}{})
	return d
}

func claim(t *testing.T, d *uitest.Driver, id string) model.Claim {
	t.Helper()
	v, _ := d.Env.Visit()
	for _, c := range v.Claims {
		if string(c.ID) == id {
			return c
		}
	}
	t.Fatalf("no claim %s", id)
	return model.Claim{}
}

func TestTheStartIsTypedInOneGo(t *testing.T) {
	d := run(begin(t, "What is your challenge?", "What are you trying to address?"))
	d.See("Visit › What the school said", "Three claims", "What is the school proud of", "One worry", "Questions agreed before the visit", "What is your challenge?", "Ask for three claims and one worry.")
	d.Exact().Golden("start-80x24").AtEverySize()
	d.Press("enter").See("A claim, in the headteacher’s words").Type("Every lesson starts with retrieval").AtEverySize().Press("enter")
	d.See("Kept. Now the next claim, or Esc.").Type("Reading is loved").Press("enter").Type("Calm corridors").Press("enter")
	d.See("The worry, in the headteacher’s words", "Kept. Now the one worry, or Esc.").Type("Year 4 writing").Press("enter")
	d.See("What is your challenge?", "The answer, in their words").Type("New leaders").Press("enter").See("What are you trying to address?").Type("Time for them").Press("enter")
	d.See("“Every lesson starts with retrieval”", "not checked", "“Time for them”", "0 of 4 checked").Exact().Golden("80x24")
	v, _ := d.Env.Visit()
	var got []string
	for _, c := range v.Claims {
		got = append(got, string(c.Kind)+" "+c.Question+" "+c.Text)
	}
	want := "claim  Every lesson starts with retrieval|claim  Reading is loved|claim  Calm corridors|worry  Year 4 writing|answer What is your challenge? New leaders|answer What are you trying to address? Time for them"
	if strings.Join(got, "|") != want || d.Keys != 7 || len(d.Env.Unfiled) != 0 {
		t.Fatalf("%q with %d keys, %v", got, d.Keys, d.Env.Unfiled)
	}
}

func TestALinkIsTypedAsOnTheLineOfNotes(t *testing.T) {
	d := run(begin(t))
	d.Press("enter").Type("- Reading @1.5 is loved @2.2 in @9.9").Press("enter").See("Kept.")
	v, _ := d.Env.Visit()
	if c := v.Claims[0]; c.Text != "- Reading is loved in @9.9" || !slices.Equal(c.Areas, []model.AreaID{"1.5", "2.2"}) {
		t.Fatalf("%q about %v", c.Text, c.Areas)
	}
}

func TestAClaimIsCheckedHalfway(t *testing.T) {
	d := run(said(t)).Press("home").See("The leading impression is “Every lesson starts with something pupils met before”: 2 notes speak for it, 1 against. To test it: so far it has been seen; Pupils at 11:15 could tell you what pupils say of it.")
	d.Press("enter").See("The school claims", "“Every lesson starts with something pupils met before”", "1  ○ confirmed", "2 notes speak for it, 1 against.", "Five of five rooms", "To test it: so far it has been seen; Pupils at 11:15")
	d.Exact().Golden("check-80x24").AtEverySize()
	d.Press("1").See("Confirmed. u takes it back.", "1  ● confirmed", "► Would change our mind").Press("enter").See("What would change our mind?").Type("A day without it").Press("enter")
	if c := claim(t, d, "c0"); c.Verdict != model.Confirmed || c.Change != "A day without it" || len(c.Areas) != 1 {
		t.Fatalf("%+v", c)
	}
	d.Press("down", "down", "enter").See("“Reading is loved here”", "Link it to an area (Tab)").Press("]", "]").See("Every lesson").Press("[").See("“Year 4 writing”", "The school worries", "No note speaks for it or against it yet")
	d.Resize(120, 30)
	d.Exact().Golden("check-120x30")
}

func TestVerdictsFromTheListAndUndo(t *testing.T) {
	d := run(said(t)).Press("home", "3").See("Contradicted. u takes it back.", "3.1   contradicted", "1 of 3 checked").Press("u").See("3.1   not checked")
	d.Press("2", "0").See("How it looks is taken off.").Press("9").See("Press 1 for confirmed, 2 for unclear or 3 for contradicted.")
	d.Press("2").Press("down").See("► “Reading is loved here”") // it kept its place
	if claim(t, d, "c0").Verdict != model.Unclear {
		t.Fatal("no verdict")
	}
	d.Resize(120, 30)
	d.Exact().Golden("120x30")
}

func TestAreasAreLinkedAndTakenOff(t *testing.T) {
	d := run(said(t)).Press("home", "down", "tab").See("Link to an area").AtEverySize().Type("trusted").Press("enter").See("now. u undoes it.")
	c := claim(t, d, "c1")
	if len(c.Areas) != 1 {
		t.Fatalf("%+v", c)
	}
	d.Press("tab").Type("trusted").Press("enter").See("No longer about")
	if c := claim(t, d, "c1"); c.Areas != nil {
		t.Fatalf("%+v", c)
	}
	d.Press("enter").Press("down", "down", "down", "down", "enter").See("Link to an area").Press("esc").See("The school claims").Press("tab", "enter").See("About")
	// before it is filed an area is filed with the words, in one act
	d = run(begin(t)).Press("enter").Type("Calm").Press("tab").Type("trusted").Press("enter").See("It is filed with that when you press Enter.", "About").Press("enter")
	v, _ := d.Env.Visit()
	if len(v.Claims) != 1 || len(v.Claims[0].Areas) != 1 {
		t.Fatalf("%+v", v.Claims)
	}
}

func TestWordsAreKeptUntilTheyAreFiled(t *testing.T) {
	d := run(begin(t)).Press("enter").Type("Half a cl").Press("esc").See("What you typed is kept.")
	if len(d.Env.Unfiled) != 1 {
		t.Fatalf("%v", d.Env.Unfiled)
	}
	d.Press("enter").See("This is what you were typing. Enter files it, Esc keeps it.", "Half a cl")
	for range len("Half a cl") {
		d.Press("backspace")
	}
	d.SeeNot("Half").Press("enter").See("Type it in the words in which it was said.").Press("esc")
	if len(d.Env.Unfiled) != 0 {
		t.Fatalf("%v", d.Env.Unfiled)
	}
	run(begin(t)).Press("enter").Paste("Pasted\nwords").See("Pasted 2 words. Ctrl+Z takes it out.")
}

func TestWordsAreChangedAndTakenOut(t *testing.T) {
	d := run(said(t)).Press("home", "e").Type(" it").Press("enter").See("met before it")
	fromMenu(t, d, "Take this out again")
	d.See("Taken out. u brings it back.").SeeNot("met before it").Press("u").See("met before it")
	d.Press("home", "enter", "e").Type("!").Press("enter").See("The school claims", "it!")
	fromMenu(t, d, "Take this out again")
	d.See("Three claims").SeeNot("met before it")
	d.Press("end", "enter").See("The answer, in their words", "What is your challenge?").Type(" again").Press("enter").See("“New leaders again”")
	d.Press("+").See("A claim, in the headteacher’s words")
}

// fromMenu chooses an act from the menu of words.
func fromMenu(t *testing.T, d *uitest.Driver, words string) {
	t.Helper()
	d.Press("m")
	for range 40 {
		for _, l := range d.Lines() {
			if strings.Contains(l, "►") && strings.Contains(l, words) {
				d.Press("enter")
				return
			}
		}
		d.Press("down")
	}
	t.Fatalf("the menu has no “%s”:\n%s", words, d.Frame())
}

func TestNextGoesToWhatIsNotCheckedYet(t *testing.T) {
	d := run(said(t)).Press("home", "enter", "1", "down", "down", "enter").See("Reading is loved").Press("2", "down", "down", "enter").See("Year 4 writing").Press("3", "down", "down", "enter")
	d.See("That was the last to check.", "3 of 3 checked").Press("esc").See("nav.Home{}")
}

func TestNothingOfTheSchoolsLevelsShows(t *testing.T) {
	d := run(said(t))
	for _, k := range []string{"home", "enter", "m", "esc", "?", "esc", "tab", "esc"} {
		d.Press(k).SeeNot("Sharing", "■■■■", "level 4")
	}
}

func TestRefusals(t *testing.T) {
	d := said(t)
	d.Do(d.Env.Desk.Book.CloseVisit(d.Env.Desk.Voice, uitest.VisitID, "Snow"))
	run(d).See("This visit is closed. You can read it.").SeeNot("+ ").Press("1", "tab", "e", "enter", "1").AtEverySize().Press("esc", "esc").See("nav.Home{}")
	if claim(t, d, "c0").Verdict != "" {
		t.Fatal("changed")
	}
	run(said(t).ReadOnly()).See("This was opened to read only.").Press("home", "enter").See("The school claims").Press("enter", "esc")
	d = begin(t)
	d.Do(d.Env.Desk.Book.CloseVisit(d.Env.Desk.Voice, uitest.VisitID, "Snow"))
	run(d).See("Nothing was written down at the start of this visit.").AtEverySize()
	run(uitest.NewEnv(t).Begin()).See("No visit is open here").AtEverySize().Press("enter").See("nav.Visits{")
}

func TestEndlessWordsFit(t *testing.T) {
	long := strings.Repeat("Wordwithoutend 界 and on ", 40)
	d := begin(t, long)
	b, v := d.Env.Desk.Book, d.Env.Desk.Voice
	d.Do(b.SetClaim(v, uitest.VisitID, "c", model.ClaimText{Kind: model.Claimed, Text: long, Change: long, Areas: []model.AreaID{"1.1", "1.2", "1.3", "2.1", "2.2", "3.1", "3.2", "4.1"}}))
	run(d).Press("home").AtEverySize().Press("enter").AtEverySize().Press("e").AtEverySize().Press("esc", "esc", "end", "enter").AtEverySize()
}

func TestTheMouseChoosesAndOpens(t *testing.T) {
	d := run(said(t))
	for y, l := range d.Lines() {
		if strings.Contains(l, "Reading is loved") {
			d.Click(9, y).Click(9, y).See("The school claims")
			break
		}
	}
	for y, l := range d.Lines() {
		if strings.Contains(l, "unclear") && !strings.Contains(l, "How") {
			d.Click(9, y).Click(9, y).See("Unclear. u takes it back.")
			break
		}
	}
}
