// Package docs_test keeps what the documents show the same as what the program
// does: the pictures are drawn by its own screens, and the key table in the
// README is its own key table. With WAYMARK_UPDATE set both are written anew.
//
// It is for tests only and may import anything.
package docs_test

import (
	"context"
	"crypto/ed25519"
	"errors"
	"image/color"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"waymark/demo"
	"waymark/model"
	"waymark/model/desk"
	"waymark/report"
	"waymark/ui"
	"waymark/ui/env"
	"waymark/ui/nav"
	"waymark/ui/screen/agenda"
	"waymark/ui/screen/agree"
	"waymark/ui/screen/export"
	"waymark/ui/screen/judge"
	"waymark/ui/screen/overview"
	"waymark/ui/screen/priorities"
	"waymark/ui/screen/vote"
	"waymark/ui/theme"
	"waymark/ui/uitest"
	"waymark/ui/uitest/svg"
)

// shot is one picture: where it is taken, in a window of which size, after
// which keys.
type shot struct {
	name, title string
	route       nav.Route
	w, h        int
	keys        []string
	visit       model.VisitID // of the reviewer at the desk, "" for the school
	typed       string        // after the keys
}

func shots() []shot {
	return []shot{
		{"judge", "Judging one area: four descriptions, and the one that was chosen", nav.Judge{Area: "3.4"}, 100, 28, nil, "", ""},
		{"overview", "The whole picture: seven groups, 41 areas, one digit each", nav.Overview{}, 100, 28, []string{"down", "right"}, "", ""},
		{"priorities", "Suggested priorities with their reasons", nav.Priorities{}, 100, 28, nil, "", ""},
		{"export", "What to share, as what, and what to leave out", nav.Export{}, 100, 28, nil, "", ""},
		{"visit", "The day of a visit: its stops, how far it is, and a line to type notes into", nav.Agenda{}, 100, 24, []string{"down", "down", "down", "down", "enter"}, demo.ThisVisit, "+ @1.2 All six folders go back to Reception, and pupils explain the order"},
		{"agree", "One area after a visit: both levels beside each other, what each side noted, and what both agree", nav.Agree{Area: "1.3"}, 100, 24, nil, demo.ThisVisit, ""},
		{"meeting", "A team meeting: who gave which level, shown together, and what to talk about", nav.Vote{Meeting: demo.TeamMeeting, Area: "4.5"}, 100, 24, nil, "", ""},
	}
}

func TestPicturesShowTheProgramAsItIs(t *testing.T) {
	for _, s := range shots() {
		t.Run(s.name, func(t *testing.T) {
			d := example(t)
			d.Env.Theme = theme.New(theme.Options{Mode: theme.Light, Depth: theme.True, Known: true})
			d.Env.Prefs.Colours = theme.Light
			if s.visit != "" {
				d.Env.Enter(env.Visiting{Visit: s.visit, Voice: model.Voice{Person: demo.Reviewer, Role: model.Reviewer}})
			}
			d.Run(opener(d.Env), s.route, s.w, s.h).Press(s.keys...).Type(s.typed).Exact()
			p := svg.Picture{
				W: s.w, H: s.h, Title: s.title,
				Ink: color.RGBA{R: 0x1b, G: 0x1f, B: 0x24, A: 0xff}, Ground: color.RGBA{R: 0xfa, G: 0xfa, B: 0xfa, A: 0xff},
			}
			same(t, filepath.Join("pictures", s.name+".svg"), p.Draw(d.Styled()))
		})
	}
}

// same compares a file with what it should be, or writes it.
func same(t *testing.T, path, want string) {
	t.Helper()
	if os.Getenv("WAYMARK_UPDATE") != "" {
		if err := os.WriteFile(path, []byte(want), 0o644); err != nil {
			t.Fatal(err)
		}
		return
	}
	got, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	if string(got) != want {
		t.Errorf("%s is not what the program shows now: look at what `make pictures` changes", path)
	}
}

func opener(e *env.Env) ui.Open {
	return func(r nav.Route) ui.Screen {
		switch r := r.(type) {
		case nav.Judge:
			return judge.New(e, r)
		case nav.Overview:
			return overview.New(e, r)
		case nav.Priorities:
			return priorities.New(e, r)
		case nav.Export:
			return export.New(e, r)
		case nav.Agenda:
			return agenda.New(e, r)
		case nav.Agree:
			return agree.New(e, r)
		case nav.Vote:
			return vote.New(e, r)
		}
		return &uitest.Place{Route: r}
	}
}

// example is the example school, open on this year's evaluation with the years
// before it, as its headteacher sees it.
func example(t *testing.T) *uitest.Driver {
	t.Helper()
	d := uitest.NewEnv(t)
	rubric := d.Shelf.Rubric
	made, err := demo.Records(rubric, uitest.Start())
	if err != nil {
		t.Fatal(err)
	}
	d.Shelf.Log = made.Records
	last := len(made.Evaluations) - 1
	var opened env.Opened
	for i, id := range made.Evaluations {
		opened, err = d.Shelf.Open(t.Context(), demo.School, id)
		if err != nil {
			t.Fatal(err)
		}
		if i < last {
			d.Shelf.Earlier = append([]env.Earlier{before(opened.Desk.Book)}, d.Shelf.Earlier...)
		}
	}
	opened.Example = true
	d.Env.Take(opened)
	d.Env.Desk = desk.New(opened.Desk.Book, model.Voice{Person: demo.Head, Role: model.Self}, desk.Tools{
		Pen:   model.NewPen(ed25519.NewKeyFromSeed(make([]byte, ed25519.SeedSize)), demo.School, model.Tip{}, func() []byte { return make([]byte, 16) }),
		Clock: d.Env.Clock, NewID: d.Env.NewID, Save: opened.Saver.Put, Mine: func(model.DeviceID) bool { return true },
	})
	d.Env.Files = &papers{d.Files}
	return d
}

// before is a year as the year after sees it.
func before(b *model.Book) env.Earlier {
	e := b.Evaluation()
	year := env.Earlier{
		Summary: model.Summary{ID: b.EvaluationID(), School: b.SchoolID(), Title: e.Title, Year: e.Year, Rubric: e.Rubric, StartedAt: e.StartedAt},
		Levels:  map[model.AreaID]model.Level{},
	}
	for _, a := range b.Rubric().Areas {
		if j, _ := e.Area(a.ID).SchoolSays(demo.Head); j.Level > 0 {
			year.Levels[a.ID] = j.Level
		}
	}
	return year
}

// papers previews real documents and makes none.
type papers struct{ *uitest.Files }

// Documents names the two documents as the program does.
func (*papers) Documents() []env.Document {
	return []env.Document{
		{ID: string(report.KindPriorities), Words: "Priorities, on one page", Detail: "1 page. Includes: the priorities with their reasons, strengths to protect, and what is not now."},
		{ID: string(report.KindFull), Words: "Full self-evaluation", Detail: "Every area with its level and notes, the whole picture, and the priorities."},
	}
}

// Formats are those there are.
func (*papers) Formats() []env.Format {
	var all []env.Format
	for _, f := range report.Formats() {
		all = append(all, env.Format{ID: f.ID, Words: f.Words, Extension: f.Extension})
	}
	return all
}

// Place names a folder that every reader has.
func (*papers) Place(r env.ExportRequest) (folder, name string) {
	return "Documents/Waymark", report.FileName(r.Book.School().Name, r.Document, r.Made, ".html")
}

// Preview is what the document would say.
func (*papers) Preview(r env.ExportRequest) (env.ExportPreview, error) {
	source := report.Source{
		School: r.Book.School(), Evaluation: r.Book.Evaluation(), Rubric: r.Book.Rubric(), People: r.Book.Who, Answer: r.Answer, Made: r.Made, Person: r.Person,
	}
	var b strings.Builder
	if err := report.Markdown(&b, report.Priorities(source, report.LeaveOut{PrivateNotes: true})); err != nil {
		return env.ExportPreview{}, err
	}
	return env.ExportPreview{Lines: strings.Split(strings.TrimRight(b.String(), "\n"), "\n")}, nil
}

// Export makes nothing.
func (*papers) Export(context.Context, env.ExportRequest) (string, error) {
	return "", errors.New("no file is made for a picture")
}
