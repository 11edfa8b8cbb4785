package find_test

import (
	"strings"
	"testing"

	"waymark/model"
	"waymark/ui"
	"waymark/ui/env"
	"waymark/ui/nav"
	"waymark/ui/screen/find"
	"waymark/ui/uitest"
)

func begin(t *testing.T) *uitest.Driver {
	t.Helper()
	return uitest.NewEnv(t).Begin()
}

// home starts at a plain home page, from which / opens the screen.
func home(d *uitest.Driver) *uitest.Driver {
	return d.Run(func(r nav.Route) ui.Screen {
		if n, ok := r.(nav.Find); ok {
			return find.New(d.Env, n)
		}
		return &uitest.Place{Route: r}
	}, nav.Home{}, 80, 24)
}

func write(t *testing.T, d *uitest.Driver, id string, n model.NoteText) {
	t.Helper()
	if err := d.Env.Desk.Do(d.Env.Desk.Book.WriteNote(d.Env.Desk.Voice, model.NoteID(id), n)); err != nil {
		t.Fatal(err)
	}
}

func TestAWordOpensAnArea(t *testing.T) {
	d := home(begin(t)).Press("/").Type("vocab")
	d.See("Find", "vocab", "Enter open ").Press("enter").See("nav.Judge{Area:")
	if d.Keys != 2 {
		t.Fatalf("finding took %d keys, want 2", d.Keys)
	}
	d.Press("esc").See("nav.Home{}")
}

func TestEscReturnsWhereOneCameFrom(t *testing.T) {
	d := home(begin(t))
	d.Env.Nav.Push(nav.Judge{Area: "3.1"})
	d.Send(struct{}{})
	d.Press("/").Type("1.2").Press("enter").See(`nav.Judge{Area:"1.2"`).Press("esc").See(`nav.Judge{Area:"3.1"`)
	d.Press("/").Type("abc").Press("esc").See(`nav.Judge{Area:"3.1"`)
}

func TestFourKeysOpenTheFirstNotJudged(t *testing.T) {
	d := home(begin(t).Judge("33 3")).Press("/", "tab", "right").See("► Not judged", "38 areas match", "Enter open 1.3")
	d.Press("enter").See(`nav.Judge{Area:"1.3"`)
	if d.Keys != 4 {
		t.Fatalf("it took %d keys, want 4", d.Keys)
	}
}

func TestNamesComeFirstAndTheRestIsQuoted(t *testing.T) {
	d := begin(t)
	write(t, d, "n", model.NoteText{Area: "5.2", Text: "Catch-up reading group, spring term"})
	home(d).Press("/").Type("read")
	d.See("1.5  Reading as the way in", "your note: “Catch-up reading group, spring term”")
	lines := strings.Join(d.Lines(), "\n")
	if strings.Contains(lines, "spread") || strings.Contains(lines, "already") {
		t.Fatalf("the middle of a word was found:\n%s", lines)
	}
	d.Type("ing spring").See("1 area matches", "5.2")
	d.Press("ctrl+z").See("areas match")
}

func TestANearMissIsOffered(t *testing.T) {
	d := home(begin(t)).Press("/").Type("phonix")
	d.See("Nothing matches ‘phonix’. Did you mean ‘phonics’? ", "Enter look for ‘phonics’")
	d.Press("enter").SeeNot("Nothing matches").See("phonics", "Enter open")
	d.Press("ctrl+z").See("phonix")
	d = home(begin(t)).Press("/").Type("qqqqqq").See("Nothing matches ‘qqqqqq’.", "Enter clear").Press("enter").See("41 areas match")
	d.Type("vocabulry").See("Did you mean ‘vocabulary’?")
}

func TestFilters(t *testing.T) {
	d := begin(t).Judge("3333")
	v, b := d.Env.Desk.Voice, d.Env.Desk.Book
	for _, act := range []func() ([]model.Change, error){
		func() ([]model.Change, error) { return b.SetFlag(v, "1.1", true) },
		func() ([]model.Change, error) { return b.SetConfidence(v, "1.2", model.Low) },
		func() ([]model.Change, error) { return b.Judge(v, "1.5", model.Opinion{State: model.NoEvidence}) },
		func() ([]model.Change, error) { return b.Judge(v, "1.6", model.Opinion{State: model.NotApplicable}) },
	} {
		if err := d.Env.Desk.Do(act()); err != nil {
			t.Fatal(err)
		}
	}
	write(t, d, "n", model.NoteText{Area: "1.1", Text: "Seen"})
	write(t, d, "o", model.NoteText{Area: "1.5", Text: "Heard"})
	d.Env.Earlier = []env.Earlier{{Levels: map[model.AreaID]model.Level{"1.1": 3, "1.3": 2}}}
	home(d).Press("/").See("3* Embedded", "3? Embedded", "no evidence yet", "does not apply", "1 note")
	d.Press("tab", "right").See("35 areas match").SeeNot("1.1  ")
	d.Press("right").See("1 area matches", "1.1  Breadth")
	d.Press("right").See("1 area matches", "1.2  Order")
	d.Press("right").See("40 areas match", "1.5  ").SeeNot("1.1  Breadth")
	d.Press("right").See("1 area matches", "1.3  Content")
	d.Press("right").See("41 areas match").Press("left").See("► Changed")
	d.Type("breadth").See("Nothing under ‘Changed’ matches ‘breadth’.", "Enter show all areas").Press("enter").See("1.1  Breadth")
}

func TestEmptyFiltersSayWhy(t *testing.T) {
	d := home(begin(t)).Press("/", "tab", "right", "right").See("No areas are flagged yet. Press f on an area")
	d.Press("right").See("No level was given with low confidence.")
	d.Press("right", "right").See("This is your first year. Change over time appears when you have two.")
	home(begin(t).Judge(strings.Repeat("2", 41))).Press("/", "tab", "right").See("Every area has an answer.")
}

func TestArrowsAloneReachTheFilters(t *testing.T) {
	d := home(begin(t)).Press("/", "down", "down", "up", "up").See("Enter open 1.1").Press("up").See("► All", "←→ filters")
	d.Press("down").SeeNot("► All").Press("down", "enter").See(`nav.Judge{Area:"1.2"`)
	home(begin(t)).Press("/", "pgdown", "pgdown", "pgup").See("41 areas match")
}

func TestLettersAlwaysGoToTheLine(t *testing.T) {
	d := home(begin(t)).Press("/", "tab").Type("quiet").See("quiet", "Tab filters")
	d.Paste("\r\nsome\u00a0words\x1b[31m").See("quietsome words")
}

func TestEveryAreaIsReachedByScrolling(t *testing.T) {
	d := home(begin(t)).Press("/")
	for range 40 {
		d.Press("down").Exact().See("►")
	}
	d.See("7.").Press("enter").See(string(d.Env.Desk.Book.Rubric().Areas[40].ID))
	d = home(begin(t)).Press("/").Type("the")
	for range 45 {
		d.Press("down").Exact()
		if !strings.Contains(d.Frame(), "►") {
			t.Fatalf("the chosen area is out of view:\n%s", d.Frame())
		}
	}
}

func TestFrames(t *testing.T) {
	d := begin(t).Judge("3323 2")
	write(t, d, "n", model.NoteText{Area: "5.2", Text: "Catch-up reading group, spring term"})
	home(d).Press("/").Golden("all-80x24").AtEverySize()
	d.Type("read").Golden("read-80x24").AtEverySize()
	d.Resize(120, 30)
	d.Golden("read-120x30")
	d.Resize(60, 18)
	d.Golden("read-60x18")
	d.Resize(50, 14)
	d.Golden("read-50x14")
	d.Press("tab").AtEverySize()
	d.Type(strings.Repeat("x", 200)).AtEverySize()
	d.Env.Prefs.Roomy = true
	home(d).Press("/").AtEverySize().Golden("roomy-80x24")
	home(begin(t)).Press("/").Type("phonix").Golden("near-80x24").AtEverySize()
}
