package overlay_test

import (
	"strings"
	"testing"

	"github.com/charmbracelet/x/ansi"

	"waymark/ui/keys"
	"waymark/ui/layout"
	"waymark/ui/nav"
	"waymark/ui/overlay"
	"waymark/ui/theme"
	"waymark/ui/uitest"
)

func plain() *theme.Theme { return theme.New(theme.Options{Mode: theme.None}) }

func draw(t *testing.T, o overlay.Overlay, s layout.Size) string {
	t.Helper()
	o.Resize(s)
	lines := o.Over(layout.Fit([]string{"the screen below"}, s))
	if len(lines) != s.H {
		t.Fatalf("%d lines in a body of %d", len(lines), s.H)
	}
	for _, l := range lines {
		if layout.Width(l) != s.W {
			t.Fatalf("%q is %d wide in a body of %d", ansi.Strip(l), layout.Width(l), s.W)
		}
	}
	return ansi.Strip(strings.Join(lines, "\n"))
}

func live() []keys.Live {
	return []keys.Live{{Action: keys.Level, Shown: "1-4", Words: "choose a level"}, {Action: keys.Enter, Words: "keep it, next area"}, {Action: keys.Note}, {Action: keys.NotApplicable}, {Action: keys.Up}}
}

func TestTheMenuTeachesKeysAndChoosesByNumber(t *testing.T) {
	m := overlay.NewMenu(plain(), live())
	frame := draw(t, m, layout.Size{W: 80, H: 19})
	for _, want := range []string{"1  This area does not apply to us", "2  keep it, next area", "Enter", "3  note"} {
		if !strings.Contains(frame, want) {
			t.Errorf("the menu does not say %q:\n%s", want, frame)
		}
	}
	if strings.Contains(frame, "move up") || strings.Contains(frame, "choose a level") {
		t.Errorf("the menu lists what is no act:\n%s", frame)
	}
	if d := m.Key(uitest.Key("1")); d.Press.Action != keys.NotApplicable {
		t.Errorf("1 chose %+v", d)
	}
	if d := m.Key(uitest.Key("9")); !d.Stay {
		t.Errorf("a number without a row decided %+v", d)
	}
	m.Key(uitest.Key("down"))
	m.Key(uitest.Key("down"))
	if d := m.Key(uitest.Key("enter")); d.Press.Action != keys.Note {
		t.Errorf("Enter on the third row chose %+v", d)
	}
	if d := m.Key(uitest.Key("esc")); d.Stay || d.Press.Action != keys.None {
		t.Errorf("Esc decided %+v", d)
	}
}

func TestTheHelpListsLiveKeysOnly(t *testing.T) {
	h := overlay.NewHelp(plain(), "Help: judging an area", live(), []keys.Live{{Action: keys.Undo}, {Action: keys.Note}})
	frame := draw(t, h, layout.Size{W: 80, H: 19})
	for _, want := range []string{"Help: judging an area", "choose a level", "Everywhere", "undo", "You do not need to save."} {
		if !strings.Contains(frame, want) {
			t.Errorf("the help does not say %q:\n%s", want, frame)
		}
	}
	if strings.Count(frame, "note") != 1 || strings.Contains(frame, "export") {
		t.Errorf("the help repeats or invents keys:\n%s", frame)
	}
	for _, r := range "undo" {
		h.Key(uitest.Key(string(r)))
	}
	if frame = draw(t, h, layout.Size{W: 80, H: 19}); !strings.Contains(frame, "undo") || strings.Contains(frame, "keep it, next area") {
		t.Errorf("searching does not narrow the help:\n%s", frame)
	}
	if d := h.Key(uitest.Key("esc")); !d.Stay {
		t.Error("the first Esc clears the search")
	}
	h.Key(uitest.Key("?"))
	if frame = draw(t, h, layout.Size{W: 80, H: 19}); !strings.Contains(frame, "Guide") || !strings.Contains(frame, "Being honest about doubt.") {
		t.Errorf("? again does not open the guide:\n%s", frame)
	}
	for range 40 {
		h.Key(uitest.Key("down"))
	}
	if frame = draw(t, h, layout.Size{W: 80, H: 19}); !strings.Contains(frame, "safeguarding lead at once.") {
		t.Errorf("the guide's end cannot be reached:\n%s", frame)
	}
	if d := h.Key(uitest.Key("esc")); d.Stay {
		t.Error("Esc does not close the guide")
	}
}

func TestLeavingSaysWhatIsTrue(t *testing.T) {
	for _, c := range []struct {
		unsaved, drafts int
		want            string
	}{
		{0, 0, "Everything is saved. Leave Waymark?"},
		{0, 1, "Everything is saved, including 1 unfinished note. Leave Waymark?"},
		{1, 0, "Your last change is not in the file yet, but kept for next time. Leave Waymark?"},
		{3, 2, "Your last 3 changes are not in the file yet, but kept for next time. Leave Waymark?"},
	} {
		o := overlay.NewLeave(c.unsaved, c.drafts)
		if o.Status() != c.want {
			t.Errorf("%d unsaved, %d drafts: %q", c.unsaved, c.drafts, o.Status())
		}
		if !o.Key(uitest.Key("enter")).Quit || o.Key(uitest.Key("esc")).Quit || o.Key(uitest.Key("q")).Quit {
			t.Error("only Enter leaves")
		}
	}
}

func TestGoingNamesPlaces(t *testing.T) {
	for key, want := range map[string]nav.Route{"h": nav.Home{}, "o": nav.Overview{}, "p": nav.Priorities{}, "x": nav.Export{}, "s": nav.SchoolName{}, "v": nav.Visits{}, "m": nav.Meetings{}, "esc": nil, "z": nil} {
		if d := overlay.NewGo(plain()).Key(uitest.Key(key)); d.Place != want || d.Stay {
			t.Errorf("g %s goes to %#v", key, d.Place)
		}
	}
}

func TestAPasteIsKeptOnlyOnEnter(t *testing.T) {
	o := overlay.NewOffer("two words", " on 1.3")
	if o.Status() != "You pasted 2 words. Keep as a note on 1.3?" {
		t.Error(o.Status())
	}
	if d := o.Key(uitest.Key("x")); !d.Stay {
		t.Error("another key decided")
	}
	if d := o.Key(uitest.Key("enter")); d.Keep != "two words" {
		t.Errorf("Enter keeps %q", d.Keep)
	}
}

func TestALongSearchStaysInItsBox(t *testing.T) {
	for _, s := range []layout.Size{{W: 50, H: 9}, {W: 72, H: 17}, {W: 80, H: 19}} {
		h := overlay.NewHelp(plain(), "Help: "+strings.Repeat("a long title ", 8), live(), live())
		for _, r := range strings.Repeat("nothing like this ", 8) {
			h.Key(uitest.Key(string(r)))
		}
		frame := draw(t, h, s)
		for _, want := range []string{"found with “nothing", "…” ", "Nothing here matches ‘nothing", "…’."} {
			if !strings.Contains(frame, want) {
				t.Errorf("%v: the help does not say %q:\n%s", s, want, frame)
			}
		}
	}
}

func TestOverlaysFitSmallAndLargeBodies(t *testing.T) {
	for _, s := range []layout.Size{{W: 50, H: 9}, {W: 60, H: 13}, {W: 80, H: 19}, {W: 120, H: 25}, {W: 200, H: 45}} {
		draw(t, overlay.NewMenu(plain(), live()), s)
		draw(t, overlay.NewHelp(plain(), "Help", live(), live()), s)
	}
}
