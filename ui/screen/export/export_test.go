package export_test

import (
	"errors"
	"strings"
	"testing"

	"waymark/ui"
	"waymark/ui/nav"
	"waymark/ui/screen/export"
	"waymark/ui/uitest"
)

func run(t *testing.T) *uitest.Driver {
	t.Helper()
	d := uitest.NewEnv(t).Begin().Judge("123" + strings.Repeat("3", 38))
	open := func(r nav.Route) ui.Screen {
		if c, ok := r.(nav.Export); ok {
			return export.New(d.Env, c)
		}
		return &uitest.Place{Route: r}
	}
	return d.Run(open, nav.Export{}, 80, 24)
}

func TestEnterMakesTheFile(t *testing.T) {
	d := run(t).See("What do you want to share?", "[x] private notes", "[x] names", "[ ] confidence", "1 private note is left out.")
	d.Press("enter").See("Made “Alder Lane priorities 2026-09-24.html” in Documents › Waymark.", "Enter go back")
	if got := d.Files.Made["Alder Lane priorities 2026-09-24.html"]; got != "priorities as html" {
		t.Fatalf("made %q", d.Files.Made)
	}
	d.Press("y").See("Copied.")
	if !strings.HasSuffix(d.Files.Copied, "Alder Lane priorities 2026-09-24.html") {
		t.Fatalf("copied %q", d.Files.Copied)
	}
	d.See("Enter go back")
}

func TestPartsAndLeaveOuts(t *testing.T) {
	d := run(t).Press("down").See("Alder Lane full 2026-09-24.html")
	d.Press("tab", "down").See("Alder Lane full 2026-09-24.markdown")
	d.Press("tab", "space").See("[ ] private notes", "This copy includes 1 private note. Check who it is for.")
	d.Press("enter")
	if got := d.Files.Made["Alder Lane full 2026-09-24.markdown"]; got != "full as markdown" {
		t.Fatalf("made %q", d.Files.Made)
	}
}

func TestNothingIsOverwrittenWithoutAQuestion(t *testing.T) {
	d := run(t)
	d.Files.Exists = true
	d.Press("enter").See("is there already", "► Keep it", "That cannot be undone.")
	d.Press("enter").See("Kept. Nothing has changed.")
	if len(d.Files.Made) != 0 {
		t.Fatal("a file was made")
	}
	d.Press("enter", "esc").See("Kept. Nothing has changed.")
	d.Press("enter", "right", "right", "enter").See("Made “Alder Lane priorities 2026-09-24.html”")
	d = run(t)
	d.Files.Exists = true
	d.Press("enter", "right")
	d.Files.Exists = false
	d.Press("enter").See("Made “Alder Lane priorities 2026-09-24 (2).html”")
}

func TestAFailureSaysWhatToDo(t *testing.T) {
	d := run(t)
	d.Files.Fail = errors.New("there is no room left on this disk")
	d.Press("enter").See("The file could not be made: there is no room left on this disk.")
}

func TestPreviewAndFolder(t *testing.T) {
	d := run(t).Press("v").See("A preview of priorities").Press("esc").See("What do you want to share?")
	d.Press("e").See("Save in which folder?").Type("q/Governors").Press("enter").See("Governors")
	d.Press("e").Type("zzz").Press("esc").SeeNot("zzz")
}

func TestFrames(t *testing.T) {
	d := run(t).AtEverySize().Golden("80x24")
	d.Resize(120, 30)
	d.Golden("120x30")
}
