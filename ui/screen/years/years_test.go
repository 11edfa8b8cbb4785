package years_test

import (
	"context"
	"errors"
	"strings"
	"testing"
	"time"

	"waymark/model"
	"waymark/ui"
	"waymark/ui/env"
	"waymark/ui/nav"
	"waymark/ui/screen/years"
	"waymark/ui/uitest"
)

// shelf gathers the evaluations of a school in one entry, as a real one does.
type shelf struct {
	*uitest.Shelf
	deleted map[model.EvaluationID]time.Time
	err     error // of Open
	list    error // of Schools
	during  func()
	opened  int
}

func (s *shelf) Schools(ctx context.Context) ([]env.SchoolEntry, error) {
	if s.list != nil {
		return nil, s.list
	}
	all, err := s.Shelf.Schools(ctx)
	var one []env.SchoolEntry
	for i := len(all) - 1; i >= 0; i-- {
		m := all[i].Summaries[0]
		m.Row = make(model.Row, 41)
		if at, gone := s.deleted[m.ID]; gone {
			m.Removed, m.RemovedAt = true, at.UnixMilli()
		}
		if len(one) == 0 {
			one = append(one, env.SchoolEntry{School: all[i].School})
		}
		one[0].Summaries = append(one[0].Summaries, m)
	}
	return one, err
}

func (s *shelf) Open(ctx context.Context, id model.SchoolID, e model.EvaluationID) (env.Opened, error) {
	s.opened++
	if s.during != nil {
		s.during()
	}
	if s.err != nil {
		return env.Opened{}, s.err
	}
	return s.Shelf.Open(ctx, id, e)
}

// start opens the newest of three years of one school, oldest first.
func start(t *testing.T, all ...model.Year) (*uitest.Driver, *shelf, []model.EvaluationID) {
	t.Helper()
	d := uitest.NewEnv(t)
	s := &shelf{Shelf: d.Shelf, deleted: map[model.EvaluationID]time.Time{}}
	d.Env.Shelf = s
	var ids []model.EvaluationID
	var school model.SchoolID
	for _, y := range all {
		o, err := d.Shelf.Begin(t.Context(), env.Beginning{School: school, Name: "Alder Lane Primary", Rubric: s.Rubric.Hash(), Year: y})
		if err != nil {
			t.Fatal(err)
		}
		school = o.Desk.Book.SchoolID()
		ids = append(ids, o.Desk.Book.EvaluationID())
		d.Env.Take(o)
	}
	return d, s, ids
}

func run(d *uitest.Driver) *uitest.Driver {
	d.Run(func(r nav.Route) ui.Screen {
		if r, ok := r.(nav.Years); ok {
			return years.New(d.Env, r)
		}
		return &uitest.Place{Route: r}
	}, nav.Welcome{}, 80, 24)
	d.Env.Nav.Push(nav.Years{})
	d.Send(nil)
	return d
}

func open(d *uitest.Driver) model.EvaluationID { return d.Env.Desk.Book.EvaluationID() }

func TestTheYearsNewestFirst(t *testing.T) {
	d, s, ids := start(t, "2023-24", "2024-25", "2025-26", "2026-27")
	s.deleted[ids[1]] = d.Env.Clock().Add(-5 * 24 * time.Hour)
	s.deleted[ids[0]] = d.Env.Clock().Add(-31 * 24 * time.Hour)
	d.Judge("3333 33")
	run(d).See("► Self-evaluation 2026–27", "6 of 41", "In progress, open now", "Self-evaluation 2025–26", "0 of 41", "Not started",
		"Start the self-evaluation for 2027–28", "Recently deleted", "Self-evaluation 2024–25", "can be brought back until 19 October").SeeNot("2023–24")
	d.Golden("years-80").AtEverySize()
	d.Resize(120, 30)
	d.Golden("years-120")
	d.Env.Prefs.Roomy = true
	d.AtEverySize()
}

func TestAnotherYearIsOpened(t *testing.T) {
	d, s, ids := start(t, "2025-26", "2026-27")
	s.during = func() { d.Click(10, 7) }
	run(d).Press("enter").See("nav.Home{}")
	if open(d) != ids[1] || s.opened != 0 {
		t.Fatal("the open year was opened again")
	}
	run(d).Press("down").See("Press Enter to open Self-evaluation 2025–26. The present one is kept.").Press("enter").See("nav.Home{}")
	if open(d) != ids[0] || s.opened != 1 {
		t.Fatalf("open is %s after %d", open(d), s.opened)
	}
}

func TestTheNextYearIsStarted(t *testing.T) {
	d, _, _ := start(t, "2026-27")
	run(d).Press("down").See("Enter start", "Earlier years stay as they are.").Press("enter")
	d.Resize(300, 24)
	d.See(`Name:"Alder Lane Primary", Year:"2027-28"`)

	d, _, _ = start(t, "2024-25")
	run(d).See("Start the self-evaluation for 2026–27", "this school year")
}

func TestADeletedYearIsBroughtBack(t *testing.T) {
	d, s, ids := start(t, "2025-26", "2026-27")
	o, err := s.Shelf.Open(t.Context(), d.Env.Desk.Book.SchoolID(), ids[0])
	if err != nil {
		t.Fatal(err)
	}
	if err := o.Desk.Do(o.Desk.Book.SetRemoved(true)); err != nil {
		t.Fatal(err)
	}
	s.deleted[ids[0]] = d.Env.Clock()
	run(d).Press("end").See("Enter bring it back", "Nothing in it is lost.").Press("enter").See("nav.Home{}", "Self-evaluation 2025–26 is brought back, with everything in it.")
	if open(d) != ids[0] || d.Env.Desk.Book.Evaluation().Removed {
		t.Fatal("it is not back")
	}
}

func TestFromADeletedYearBackLeadsToOneThatIsNot(t *testing.T) {
	d, _, ids := start(t, "2025-26", "2026-27")
	if err := d.Env.Desk.Do(d.Env.Desk.Book.SetRemoved(true)); err != nil {
		t.Fatal(err)
	}
	run(d).See("► Self-evaluation 2025–26", "Recently deleted", "Self-evaluation 2026–27").Press("esc").See("nav.Home{}")
	if open(d) != ids[0] {
		t.Fatalf("open is %s", open(d))
	}
}

func TestTheOnlyYearDeletedCanStillBeBroughtBackOrReplaced(t *testing.T) {
	d, _, _ := start(t, "2026-27")
	if err := d.Env.Desk.Do(d.Env.Desk.Book.SetRemoved(true)); err != nil {
		t.Fatal(err)
	}
	run(d).See("► Start the self-evaluation for 2026–27").AtEverySize()
	d.Press("esc").See("Start a new one, bring this one back, or choose another school (g s).")
	d.Press("u").See("Undid", "Not started, open now").SeeNot("Recently deleted")
	d.Press("U").See("Recently deleted").Press("end", "enter").See("nav.Home{}", "is brought back")
	if d.Env.Desk.Book.Evaluation().Removed {
		t.Fatal("it is not back")
	}
}

func TestDeletingIsOfferedForTheOpenYearOnly(t *testing.T) {
	d, _, ids := start(t, "2025-26", "2026-27")
	run(d).Press("m").See("Delete this self-evaluation").Press("esc", "down", "m").SeeNot("Delete this self-evaluation").Press("esc", "up", "m")
	d.Press("2").See("nav.Confirm", string(ids[1]))
}

func TestTroubleIsSaidInWords(t *testing.T) {
	d, s, _ := start(t, "2025-26", "2026-27")
	s.err = errors.New("disk")
	run(d).Press("down", "enter").See("It could not be opened. Your work is safe. Press Enter to try again.")
	s.err = nil
	s.list = errors.New("disk")
	run(d).See("The other years could not be read. Your work is safe.", "Self-evaluation 2026–27")
}

func TestReadOnlyStartsNothing(t *testing.T) {
	d, _, _ := start(t, "2026-27")
	d.ReadOnly()
	run(d).See("Self-evaluation 2026–27").SeeNot("Start the self-evaluation").Press("m").SeeNot("Delete this")
}

func TestVeryLongTitles(t *testing.T) {
	d, s, _ := start(t, "2025-26", "2026-27")
	s.Shelf.Earlier = []env.Earlier{{Summary: model.Summary{ID: "x", Title: strings.Repeat("Long ", 40), Year: "2024-25"}}}
	d.Env.Earlier = s.Shelf.Earlier
	s.list = errors.New("only what is on the desk")
	run(d).See("Long Long").AtEverySize()
}
