package export_test

import (
	"strings"
	"testing"

	"waymark/model"
	"waymark/ui"
	"waymark/ui/env"
	"waymark/ui/nav"
	"waymark/ui/screen/export"
	"waymark/ui/uitest"
)

// withVisits can make the note of a visit too.
type withVisits struct{ *uitest.Files }

func (f withVisits) Documents() []env.Document {
	return append(f.Files.Documents(), env.Document{ID: "visit", Words: "Visit leave-behind", Detail: "2 pages."})
}

// request remembers what was asked for last.
type request struct {
	withVisits
	last *env.ExportRequest
}

func (f request) Place(r env.ExportRequest) (folder, name string) {
	*f.last = r
	return f.withVisits.Place(env.ExportRequest{Document: strings.ReplaceAll(r.Document, "/", " "), Format: r.Format})
}

func school(t *testing.T) (*uitest.Driver, *env.ExportRequest) {
	t.Helper()
	d, last := uitest.NewEnv(t).Begin().Judge("123"), &env.ExportRequest{}
	d.Env.Files = request{withVisits{d.Files}, last}
	return d, last
}

func start(d *uitest.Driver, to nav.Export) *uitest.Driver {
	open := func(r nav.Route) ui.Screen {
		if c, ok := r.(nav.Export); ok {
			return export.New(d.Env, c)
		}
		return &uitest.Place{Route: r}
	}
	return d.Run(open, to, 80, 24)
}

// T18: x on the sign-off screen and Enter here make what the school receives.
func TestTheVisitAskedForIsMadeByOneKey(t *testing.T) {
	d, last := school(t)
	d.PlanVisit("older", "2026-09-01", nil).Visit([]model.AreaID{"1.1"})
	start(d, nav.Export{Document: "visit"}).See("● Visit leave-behind", "Leave out   [ ] names", "1 private note stays with the reviewers: not in this copy.")
	d.SeeNot("[x] private notes").SeeNot("24 Sep").Exact().Golden("visit-80x24")
	d.Press("enter").See("Made “Alder Lane visit visit 2026-09-24.html”")
	if d.Keys != 1 || last.Document != "visit/visit" || !last.PrivateNotes || last.Names || !last.Confidence || !last.Book.Blind() {
		t.Fatalf("%d keys, %+v", d.Keys, last)
	}
}

func TestNamesCanBeLeftOutOfAVisitAlone(t *testing.T) {
	d, last := school(t)
	d.Visit([]model.AreaID{"1.1"})
	start(d, nav.Export{Document: "visit"}).Press("tab", "tab", "down", "space").See("[x] names")
	if !last.Names || !last.PrivateNotes {
		t.Fatalf("%+v", last)
	}
	d.Press("space", "tab", "up").See("[x] private notes", "[x] names", "[ ] confidence")
	if last.Document != "full" || !last.Names || last.Confidence {
		t.Fatalf("%+v", last)
	}
	d.Press("tab", "tab", "down", "down", "space").See("[x] confidence").Press("tab", "down").See("[ ] names").SeeNot("confidence")
	d.AtEverySize()
}

// Outside a visit the school chooses which one is meant.
func TestEachVisitHasItsNote(t *testing.T) {
	d, last := school(t)
	for _, date := range []string{"2026-09-01", "2026-10-02", "2026-11-03", "2026-12-04"} {
		d.PlanVisit(model.VisitID("v"+date), date, nil)
	}
	start(d, nav.Export{Document: "visit"}).See("● Visit leave-behind, 4 Dec", "○ Visit leave-behind, 3 Nov", "○ Visit leave-behind, 2 Oct").SeeNot("1 Sep")
	d.Press("down")
	if last.Document != "visit/v2026-11-03" || last.Book.Blind() {
		t.Fatalf("%+v", last)
	}
	d.AtEverySize().Exact().Golden("visits-80x24")
}

func TestWithoutAVisitThereIsNoNote(t *testing.T) {
	d, last := school(t)
	start(d, nav.Export{Document: "visit"}).See("● Priorities").SeeNot("leave-behind")
	if last.Document != "priorities" {
		t.Fatalf("%+v", last)
	}
}

func TestADocumentAskedForIsChosen(t *testing.T) {
	d, last := school(t)
	start(d, nav.Export{Document: "full"}).See("● Full self-evaluation")
	if last.Document != "full" {
		t.Fatalf("%+v", last)
	}
}
