package confirm_test

import (
	"context"
	"errors"
	"strings"
	"testing"

	"waymark/model"
	"waymark/ui"
	"waymark/ui/env"
	"waymark/ui/nav"
	"waymark/ui/screen/confirm"
	"waymark/ui/screen/home"
	"waymark/ui/screen/years"
	"waymark/ui/uitest"
)

func start(t *testing.T) *uitest.Driver {
	t.Helper()
	return begun(t).Judge("3321")
}

func begun(t *testing.T) *uitest.Driver {
	t.Helper()
	return uitest.NewEnv(t).Begin()
}

func run(d *uitest.Driver) *uitest.Driver {
	d.Run(func(r nav.Route) ui.Screen {
		switch r := r.(type) {
		case nav.Home:
			return home.New(d.Env, r)
		case nav.Confirm:
			return confirm.New(d.Env, r)
		case nav.Years:
			return years.New(d.Env, r)
		}
		return &uitest.Place{Route: r}
	}, nav.Home{}, 80, 24)
	return d
}

func ask(d *uitest.Driver) *uitest.Driver {
	run(d)
	d.Env.Nav.Push(nav.Confirm{What: nav.Destruction{DeleteEvaluation: d.Env.Desk.Book.EvaluationID()}})
	d.Send(nil)
	return d
}

func removed(d *uitest.Driver) bool { return d.Env.Desk.Book.Evaluation().Removed }

func TestWhatGoesIsSaidAndKeepIsChosen(t *testing.T) {
	d := start(t)
	desk := d.Env.Desk
	for i, v := range []model.Voice{desk.Voice, {Person: "deputy", Role: model.Self}} {
		if err := desk.Do(desk.Book.WriteNote(v, model.NoteID(rune('a'+i)), model.NoteText{Text: "Seen", Area: "1.1"})); err != nil {
			t.Fatal(err)
		}
	}
	ask(d).See("Delete “Self-evaluation 2026–27”?", "This takes away 4 judgements and 2 notes by 2 people.", "It goes to Recently deleted for 30 days.", "► Keep it",
		"“Keep it” is chosen. To delete, move to “Delete it” and press Enter.", "Enter keep it").SeeNot("Change over time")
	d.Golden("confirm-80").AtEverySize()
	d.Resize(120, 30)
	d.Golden("confirm-120")
	for _, s := range uitest.Sizes() {
		if s[0] >= 50 && s[1] >= 14 {
			d.Resize(s[0], s[1])
			d.See("► Keep it", "Delete it")
		}
	}
	d.Env.Prefs.Roomy = true
	d.AtEverySize()
}

func TestEnterAndEscKeep(t *testing.T) {
	for _, keys := range [][]string{{"enter"}, {"esc"}, {"right", "left", "enter"}, {"right", "esc"}, {"tab", "tab", "enter"}} {
		d := ask(start(t))
		before := d.Env.Desk.Book.Len()
		d.Press(keys...).See("You have judged 4 of 41 areas", "Kept. Nothing has changed.")
		if removed(d) || d.Env.Desk.Book.Len() != before {
			t.Errorf("%v changed something", keys)
		}
	}
}

// Deleting is never quick: the menu, the act, the other answer, Enter.
func TestDeletingTakesFourKeysAndOneBringsItBack(t *testing.T) {
	d := run(start(t))
	item := ""
	d.Press("m")
	for _, l := range d.Lines() {
		if i := strings.Index(l, "  Delete this self-evaluation"); i > 0 {
			item = strings.TrimSpace(l[i-1 : i])
		}
	}
	d.Press(item).See("► Keep it").Press("right").See("► Delete it", "Enter delete it", "Press Enter to delete, or ← to keep it.")
	d.AtEverySize().Press("enter").See("“Self-evaluation 2026–27” is deleted. Press u to bring it back.", "Recently deleted")
	if d.Keys != 4 || !removed(d) {
		t.Fatalf("%d keys, removed %v", d.Keys, removed(d))
	}
	d.Press("u").SeeNot("Recently deleted")
	if removed(d) {
		t.Fatal("u did not bring it back")
	}
}

func TestFewerThanFourKeysNeverDelete(t *testing.T) {
	all := []string{"enter", "right", "down", "tab", "1", "2", "3", "space", "y", "x", "m", "delete"}
	for _, a := range all {
		for _, b := range all {
			d := ask(start(t))
			if d.Press(a); !removed(d) {
				d.Press(b)
			}
			moved := a == "right" || a == "down" || a == "tab"
			if removed(d) && (!moved || b != "enter") {
				t.Errorf("%s %s deleted", a, b)
			}
		}
	}
}

func TestAnEmptyOneSaysSo(t *testing.T) {
	ask(begun(t)).See("Nothing has been judged or noted in it yet.")
}

func TestWhereChangeOverTimeWouldStart(t *testing.T) {
	d := start(t)
	d.Env.Shelf = later{d.Shelf}
	ask(d).See("Change over time will start from 2027–28 instead.").AtEverySize()
	d = start(t)
	d.Env.Shelf = failing{d.Shelf}
	ask(d).See("► Keep it").SeeNot("Change over time")
}

// later knows two later years of every school.
type later struct{ *uitest.Shelf }

func (l later) Schools(ctx context.Context) ([]env.SchoolEntry, error) {
	all, err := l.Shelf.Schools(ctx)
	for i := range all {
		all[i].Summaries = append([]model.Summary{{ID: "b", Year: "2028-29"}, {ID: "a", Year: "2027-28"}}, all[i].Summaries...)
	}
	return all, err
}

type failing struct{ *uitest.Shelf }

func (failing) Schools(context.Context) ([]env.SchoolEntry, error) { return nil, errors.New("disk") }

func TestReadOnlyDeletesNothing(t *testing.T) {
	d := ask(start(t).ReadOnly())
	d.Press("right", "enter").See("This was opened to read only. Nothing has changed.", "► Keep it")
}

func TestAnotherYearHasToBeOpenedFirst(t *testing.T) {
	d := run(start(t))
	d.Env.Nav.Push(nav.Confirm{What: nav.Destruction{DeleteEvaluation: "another"}})
	d.Send(nil)
	d.See("That year is not open", "Open that year first, then delete it.").AtEverySize()
	d.Press("right", "enter").See("You have judged 4 of 41 areas")
	if removed(d) {
		t.Fatal("the open year was deleted instead")
	}
}

func TestTheMouseNeedsTwoClicksToo(t *testing.T) {
	d := ask(start(t))
	y, x := 0, 0
	for i, l := range d.Lines() {
		if at := strings.Index(l, "Delete it"); at > 0 && y == 0 {
			y, x = i, len([]rune(l[:at]))
		}
	}
	d.Click(x, y).See("► Delete it")
	if removed(d) {
		t.Fatal("one click deleted")
	}
	d.Click(8, y).See("► Keep it").Click(x, y).Click(x, y).See("is deleted")
}

func TestVeryLongTitles(t *testing.T) {
	d := uitest.NewEnv(t)
	o, err := d.Shelf.Begin(t.Context(), env.Beginning{Name: strings.Repeat("Long name ", 8), Rubric: d.Shelf.Rubric.Hash(), Year: model.Year(strings.Repeat("2026-27 ", 30))})
	if err != nil {
		t.Fatal(err)
	}
	d.Env.Take(o)
	ask(d).AtEverySize().See("► Keep it")
}
