package priorities_test

import (
	"errors"
	"slices"
	"strings"
	"testing"

	"waymark/model"
	"waymark/model/desk"
	"waymark/ui/uitest"
)

// sizes are the windows every frame must fill exactly.
func sizes() [][2]int {
	return [][2]int{{200, 50}, {120, 30}, {80, 24}, {60, 18}, {50, 14}, {49, 13}}
}

func TestFrames(t *testing.T) {
	golden(t, judged(t, 80, 24), "suggested-80x24")
	golden(t, judged(t, 120, 30), "suggested-120x30")
	golden(t, judged(t, 60, 18), "suggested-60x18")
	golden(t, judged(t, 80, 24).Press("space"), "one-accepted-80x24")
	golden(t, judged(t, 80, 24).Press("p", "2", "enter"), "merge-80x24")
	golden(t, judged(t, 80, 24).Press("r"), "swap-80x24")
	golden(t, judged(t, 80, 24).Press("-"), "aside-80x24")
	golden(t, judged(t, 80, 24).Press("+", "tab"), "own-80x24")
	d := uitest.NewEnv(t).Begin()
	for _, a := range d.Env.Desk.Book.Rubric().Areas[:17] {
		do(t, d)(d.Env.Desk.Book.GiveLevel(d.Env.Desk.Voice, a.ID, 2))
	}
	golden(t, open(t, d, 80, 24), "empty-80x24")
}

// Every place of the screen fills every window.
func TestEveryWindow(t *testing.T) {
	walks := [][]string{
		nil,
		{"space", "space", "up"},
		{"p"},
		{"p", "2", "enter"},
		{"p", "2", "enter", "tab"},
		{"r"},
		{"-"},
		{"-", "tab"},
		{"+"},
		{"+", "tab"},
		{"space", "up", "enter"},
		{"space", "space", "space", "space", "space", "+", "tab"},
		{"end"},
		{"-", "enter", "end"},
		{"e"},
		{"?"},
		{"m"},
	}
	for _, s := range sizes() {
		for _, w := range walks {
			judged(t, s[0], s[1]).Press(w...).Exact()
		}
	}
}

// The whole path of task T11: three suggestions accepted with three keys.
func TestSpaceAcceptsAndMovesOn(t *testing.T) {
	d := judged(t, 80, 24)
	d.Keys = 0
	d.Press("space", "space", "space")
	if d.Keys > 3 {
		t.Errorf("it took %d keys", d.Keys)
	}
	want := "Subject and phase leadership | Content pinned down | Subject-specific professional learning"
	if got := titles(d); got != want {
		t.Errorf("accepted %s, want %s", got, want)
	}
	if got := plan(d)[0].Areas; !slices.Equal(got, []model.AreaID{"2.3", "2.5", "4.5"}) {
		t.Errorf("areas %v: the area itself comes first, then those it supports", got)
	}
	d.See("You have accepted 3", "Accepted. You have 3. Fewer is better. u takes it back.", "► 4  Pupils acting on feedback")
	d.Press("u").See("You have accepted 2", "► 4")
	d.Press("u", "u").See("You have accepted 0")
}

// T12: p, the other's number, Enter for it, Enter keeps the words.
func TestMergeTwoSuggestions(t *testing.T) {
	d := judged(t, 80, 24)
	d.Keys = 0
	d.Press("p", "2", "enter", "enter")
	if d.Keys > 4 {
		t.Errorf("it took %d keys", d.Keys)
	}
	if got := titles(d); got != "Subject and phase leadership; content pinned down" {
		t.Errorf("merged words: %s", got)
	}
	if got := plan(d)[0].Areas; !slices.Equal(got, []model.AreaID{"2.3", "2.5", "4.5", "1.3", "1.4", "3.5", "4.1"}) {
		t.Errorf("merged areas: %v", got)
	}
	d.SeeNot("► 2  Content pinned down", "2  Content pinned down")
	d.Press("u").See("1  Subject and phase leadership", "2  Content pinned down")
}

func TestMergeAcceptedLeavesOneOut(t *testing.T) {
	d := judged(t, 80, 24).Press("space", "space", "up")
	d.Press("p", "1", "enter").See("You would have 1 priority, then room for 2 to 4 more.", "Seven areas is a lot for one priority.")
	d.Press("tab", "down", "space", "enter")
	if n := len(plan(d)); n != 1 || slices.Contains(plan(d)[0].Areas, "2.5") || len(plan(d)[0].Areas) != 6 {
		t.Fatalf("merged into %+v", plan(d))
	}
	d.See("Put together. u splits them again.").Press("u")
	if got := titles(d); got != "Subject and phase leadership | Content pinned down" {
		t.Errorf("after undo: %s", got)
	}
}

func TestMergeAcceptedWithSuggested(t *testing.T) {
	d := judged(t, 80, 24).Press("space", "p", "1", "enter").Press("ctrl+u").Type("Lead subjects well").Press("enter")
	if len(plan(d)) != 1 || plan(d)[0].Title != "Lead subjects well" {
		t.Fatalf("merged into %+v", plan(d))
	}
	if !plan(d)[0].Covers("1.3") {
		t.Errorf("the suggestion's area is missing: %v", plan(d)[0].Areas)
	}
}

func TestSetAside(t *testing.T) {
	d := judged(t, 80, 24).Press("-").See("Why not now?").Type("New leader in January").Press("tab").Type("next spring").Press("enter")
	m := d.Env.Desk.Book.Evaluation().Area("2.3").Emphasis
	if !m.Excluded || m.Reason != "New leader in January" || m.Revisit != "next spring" {
		t.Fatalf("set aside as %+v", m)
	}
	d.See("2.3 is set aside. u brings it back.").SeeNot("1  Subject and phase leadership")
	d.Press("end").See("Not now", "New leader in January. Look again: next spring")
	d.Press("space").See("2.3 can be suggested again", "1  Subject and phase leadership")
	if m := d.Env.Desk.Book.Evaluation().Area("2.3").Emphasis; m != (model.Emphasis{}) {
		t.Errorf("brought back as %+v", m)
	}
}

// An accepted priority that is set aside leaves the plan in the same act.
func TestSetAsideAccepted(t *testing.T) {
	d := judged(t, 80, 24).Press("space", "up", "-", "enter")
	if len(plan(d)) != 0 || !d.Env.Desk.Book.Evaluation().Area("2.3").Emphasis.Excluded {
		t.Fatalf("plan %v", plan(d))
	}
	d.Press("u")
	if len(plan(d)) != 1 || d.Env.Desk.Book.Evaluation().Area("2.3").Emphasis.Excluded {
		t.Errorf("one undo must bring both back: %v", plan(d))
	}
}

func TestSwapTakesTheNextNeedy(t *testing.T) {
	d := judged(t, 80, 24).Press("r").See("Swap for which area?").Press("enter")
	e := d.Env.Desk.Book.Evaluation()
	if !e.Area("2.3").Emphasis.Excluded || e.Area("2.3").Emphasis.Reason == "" {
		t.Fatalf("2.3 is %+v", e.Area("2.3").Emphasis)
	}
	for _, a := range d.Env.Desk.Book.Rubric().Areas {
		if e.Area(a.ID).Emphasis.Pinned {
			t.Errorf("%s is pinned although it comes next by itself", a.ID)
		}
	}
	d.See("u swaps them back.").Press("u").See("1  Subject and phase leadership")
}

// An area that would not come next by itself is pinned in the same act.
func TestSwapForAnother(t *testing.T) {
	d := judged(t, 80, 24).Press("r").See("Disadvantaged pupils")
	frame := strings.Split(d.Frame(), "\n")
	at := slices.IndexFunc(frame, func(l string) bool { return strings.Contains(l, "1.4 Depth before pace") })
	d.Press(strings.Fields(strings.TrimLeft(frame[at], " ►"))[0], "enter")
	e := d.Env.Desk.Book.Evaluation()
	if !e.Area("1.4").Emphasis.Pinned || !e.Area("2.3").Emphasis.Excluded {
		t.Fatalf("1.4 %+v, 2.3 %+v", e.Area("1.4").Emphasis, e.Area("2.3").Emphasis)
	}
	d.See("Depth before pace").Press("u")
	if e := d.Env.Desk.Book.Evaluation(); e.Area("1.4").Emphasis.Pinned || e.Area("2.3").Emphasis.Excluded {
		t.Error("one undo must swap them back")
	}
}

func TestSwapAccepted(t *testing.T) {
	d := judged(t, 80, 24).Press("space", "up", "r", "enter")
	if got := titles(d); got != "Content pinned down" {
		t.Fatalf("swapped for %s", got)
	}
	d.See("2  Subject and phase leadership", "u swaps them back")
}

func TestReword(t *testing.T) {
	d := judged(t, 80, 24).Press("e").See("Accept it in your own words", "28 of about 90 characters").Type(" for all").Press("enter")
	if got := titles(d); got != "Subject and phase leadership for all" {
		t.Fatalf("accepted as %s", got)
	}
	d.Press("e").Type(" staff").Press("enter").See("Reworded. u brings the old words back.")
	if got := titles(d); got != "Subject and phase leadership for all staff" {
		t.Errorf("reworded to %s", got)
	}
	d.Press("u")
	if got := titles(d); got != "Subject and phase leadership for all" {
		t.Errorf("after undo: %s", got)
	}
}

func TestRewordToNothing(t *testing.T) {
	d := judged(t, 80, 24).Press("+", "enter").See("Enter what you will work on, starting with a verb.", "Write your own priority")
	if len(plan(d)) != 0 {
		t.Error("an empty priority was kept")
	}
	d.Type(strings.Repeat("long ", 50)).See("Shorter is easier to remember").Press("enter").See("A priority must be 200 characters or fewer.")
}

// Words typed and left with Esc are there again.
func TestEscKeepsTheWords(t *testing.T) {
	d := judged(t, 80, 24).Press("+").Type("Make maths talk count").Press("esc").SeeNot("Write your own priority\n")
	d.Press("+").See("Make maths talk count", "Your words from before are still here.").Press("enter")
	if got := titles(d); got != "Make maths talk count" || !plan(d)[0].Own {
		t.Fatalf("kept %+v", plan(d))
	}
	d.Press("+").SeeNot("Make maths talk count_")
	if d.Type("x").See("1 of about 90"); len(d.Env.Words) != 1 {
		t.Errorf("kept words: %v", d.Env.Words)
	}
}

func TestWriteOwnAboutAreas(t *testing.T) {
	d := judged(t, 80, 24).Press("+").Type("Read more").Press("tab", "down", "space", "down", "space", "enter")
	if p := plan(d)[0]; !slices.Equal(p.Areas, []model.AreaID{"1.2", "1.3"}) || !p.Own {
		t.Errorf("kept %+v", p)
	}
	d.See("You have accepted 1").SeeNot("2  Content pinned down")
}

// Letters are letters while a field is open, and pastes are cleaned.
func TestFieldTakesLetters(t *testing.T) {
	d := judged(t, 80, 24).Press("+").Type("que? m-").Paste("one\r\ntwo\x1b[31m").See("que? m-one two", "Pasted 2 words. Ctrl+Z takes it out.")
	d.Press("ctrl+z").See("que? m-").SeeNot("one two")
}

// There is no keeping six: the sixth takes the place of another.
func TestSixthAsksWhichMakesRoom(t *testing.T) {
	d := judged(t, 80, 24).Press("space", "space", "space", "space", "space").See("You have 5, which is the most")
	d.Press("+").Type("A sixth").Press("enter").See("You have 5, which is the most", "Which one makes room")
	d.Press("esc", "+").See("A sixth", "Your words from before are still here.").Press("enter")
	d.Press("2", "enter").See("In place of number 2. u puts that one back.")
	if len(plan(d)) != 5 || plan(d)[1].Title != "A sixth" {
		t.Fatalf("plan: %s", titles(d))
	}
	d.Press("u")
	if len(plan(d)) != 5 || plan(d)[1].Title == "A sixth" {
		t.Errorf("after undo: %s", titles(d))
	}
	if d.Press("+").SeeNot("A sixth"); len(d.Env.Words) != 0 {
		t.Errorf("words used are still kept: %v", d.Env.Words)
	}
}

func TestMoveAndDrop(t *testing.T) {
	d := judged(t, 80, 24).Press("space", "space", "home", "enter").See("Move it down")
	d.Press("down", "down", "down", "enter").See("Moved down. u moves it back.")
	if got := titles(d); got != "Content pinned down | Subject and phase leadership" {
		t.Fatalf("moved: %s", got)
	}
	d.See("► 2  Subject and phase leadership")
	d.Press("enter", "6").See("► 6  Take it out").Press("enter")
	if got := titles(d); got != "Content pinned down" {
		t.Fatalf("dropped: %s", got)
	}
	d.See("u puts it back.").Press("u")
	if len(plan(d)) != 2 {
		t.Error("undo did not put it back")
	}
}

func TestFewerWithReason(t *testing.T) {
	d := judged(t, 80, 24).Press("space", "up").See("One or two is fine if they are big. Most schools choose 3 to 5.")
	d.Press("m").See("Say why you have fewer than three priorities")
	d.Press("esc").Press("m", "4")
	d = judged(t, 80, 24).Press("space", "m")
	lines := d.Lines()
	at := slices.IndexFunc(lines, func(l string) bool { return strings.Contains(l, "fewer than three") })
	number := strings.Fields(strings.TrimLeft(lines[at], " │►"))[0]
	d.Press(number).See("Why fewer?").Type("A new head in January").Press("enter")
	if got := d.Env.Desk.Book.Evaluation().Fewer; got != "A new head in January" {
		t.Fatalf("reason: %q", got)
	}
	d.Press("home").See("Why fewer: A new head in January")
}

func TestAskForThatMany(t *testing.T) {
	d := judged(t, 80, 24).See("5  From results to decisions").Press("3").SeeNot("4  Pupils acting").See("You asked for 3.")
	d.Press("4").See("4  Pupils acting").SeeNot("5  From results")
	d.Press("0").See("5  From results", "As many as the needs call for: 5.")
	d.Press("7").See("Press 3, 4 or 5 to ask for that many suggestions.")
	d.Press("3", "w")
	d.See("K:3")
}

func TestBeforeEverythingIsJudged(t *testing.T) {
	d := uitest.NewEnv(t).Begin()
	for _, a := range d.Env.Desk.Book.Rubric().Areas[:17] {
		do(t, d)(d.Env.Desk.Book.GiveLevel(d.Env.Desk.Voice, a.ID, 2))
	}
	open(t, d, 80, 24).See("No priorities yet", "You have judged 17 of 41 areas.", "24 to go", "Nothing here needs fixing.")
	d.Press("down", "enter").See("Based on 17 of 41 areas; 24 not rated.", "Suggested")
	d.Press("space").See("You have accepted 1")
}

func TestCarryOnJudging(t *testing.T) {
	d := open(t, uitest.NewEnv(t).Begin(), 80, 24).SeeNot("anyway").Press("enter")
	d.See(`nav.Judge{Area:"1.1"`)
}

func TestLittleNeedOffersGrowth(t *testing.T) {
	d := uitest.NewEnv(t).Begin()
	judge(t, d, map[model.AreaID]model.Level{"1.3": 2})
	open(t, d, 80, 24).See("Only 1 area is below 3 Embedded", "Areas to grow").Press("space")
	d.Press("end", "space")
	if len(plan(d)) != 2 {
		t.Errorf("accepted %s", titles(d))
	}
	e := uitest.NewEnv(t).Begin()
	judge(t, e, nil)
	open(t, e, 80, 24).See("No area is below 3 Embedded, the expected level.", "You could make one of these even stronger.").Exact()
}

func TestFindOutFirst(t *testing.T) {
	d := uitest.NewEnv(t).Begin()
	judge(t, d, school())
	do(t, d)(d.Env.Desk.Book.SetConfidence(d.Env.Desk.Voice, "2.3", model.Low))
	open(t, d, 80, 24).Press("end").See("Find out first", "2.3  Subject and phase leadership", "Every judgement of it is low confidence.")
	d.Press("enter").See(`nav.Judge{Area:"2.3", Once:true}`)
}

func TestReadOnly(t *testing.T) {
	d := uitest.NewEnv(t).Begin()
	judge(t, d, school())
	d.Env.Desk = desk.New(d.Env.Desk.Book, d.Env.Desk.Voice, desk.Tools{Clock: d.Env.Clock, NewID: d.Env.NewID})
	open(t, d, 80, 24).Press("space").See("This was opened to read only. Nothing has changed.")
	d.Press("-", "enter").See("read only").Press("esc", "+").Type("Own").Press("enter").See("read only", "Own")
	if len(plan(d)) != 0 {
		t.Error("something was kept")
	}
}

// A disk that cannot be written keeps nobody from choosing.
func TestShelfFails(t *testing.T) {
	d := judged(t, 80, 24)
	d.Shelf.Fail = errors.New("disk full")
	d.Press("space", "esc").See("Not saved since")
	if len(plan(d)) != 1 {
		t.Error("the choice is lost")
	}
}

// Priorities are chosen after finishing, too.
func TestFinished(t *testing.T) {
	d := uitest.NewEnv(t).Begin()
	judge(t, d, school())
	do(t, d)(d.Env.Desk.Book.Finish())
	open(t, d, 80, 24).Press("space").See("You have accepted 1")
}

func TestLongWords(t *testing.T) {
	for _, s := range sizes() {
		d := uitest.NewEnv(t).Begin()
		judge(t, d, school())
		long := strings.Repeat("Understanding ", 14)
		do(t, d)(d.Env.Desk.Book.AddPriority("p", model.PriorityText{Title: long, Areas: []model.AreaID{"2.4"}, Own: true}))
		do(t, d)(d.Env.Desk.Book.Emphasise("1.1", model.Emphasis{Excluded: true, Reason: long, Revisit: long}))
		open(t, d, s[0], s[1]).Press("home").Exact().Press("enter").Exact().Press("esc", "e").Exact().Press("esc", "end").Exact().Press("p").Exact()
	}
}

func TestMouse(t *testing.T) {
	d := judged(t, 80, 24)
	at := slices.IndexFunc(d.Lines(), func(l string) bool { return strings.Contains(l, "Content pinned down") })
	d.Click(10, at).See("► 2  Content pinned down")
	at = slices.IndexFunc(d.Lines(), func(l string) bool { return strings.Contains(l, "► 2") })
	d.Click(10, at)
	if got := titles(d); got != "Content pinned down" {
		t.Errorf("the second click accepted %q", got)
	}
}

// Everything live does something: each act, pressed alone, changes the frame
// or leaves the screen.
func TestNoKeyIsDead(t *testing.T) {
	for _, key := range []string{"space", "-", "r", "p", "e", "w", "x", "+", "4", "v", "down", "enter"} {
		d := judged(t, 80, 24)
		before := d.Frame()
		if d.Press(key); d.Frame() == before {
			t.Errorf("%s does nothing", key)
		}
	}
}
