package main

import (
	"os"
	"path/filepath"
	"strings"
	"testing"

	"waymark/model"
	"waymark/ui/env"
)

// flatText undoes the wrapping of lines.
func flatText(text string) string { return strings.Join(strings.Fields(text), " ") }

// A day through commands ends with the note for the school.
func TestExportOfAVisitThroughCommands(t *testing.T) {
	d, s := visitDay(), newShell(t)
	s.startDay(d)
	s.lookRound(d)
	s.must("visit", "note", "--private", "@1.1 SECRET")

	early := flatText(s.must("export", "visit"))
	for _, want := range []string{"The visit is open", "**Not judged on this visit:** 1.1, 1.2"} {
		if !strings.Contains(early, want) {
			t.Errorf("%q is missing in\n%s", want, early)
		}
	}
	if strings.Contains(early, "Embedded") || strings.Contains(early, "Sharing") || strings.Contains(early, "priorities") {
		t.Errorf("a level is told before anything is judged:\n%s", early)
	}
	s.finishDay(d)

	out, said, code := s.try("", "export", "visit", "--visit", d.Date, "--format", "markdown")
	if code != exitDone || !strings.Contains(said, "1 private note stays with the reviewers: not in this copy.") {
		t.Fatalf("exit %d, %s", code, said)
	}
	text := flatText(out)
	for _, want := range []string{
		"# Alder Lane Primary: note of the visit of 24 September 2026", "**Visited by:** R. Okafor (lead reviewer).", "How writing grows from Year 3 to Year 6",
		d.Points[0].Text, "**Could lead:** maths lead", d.ApartSchool, d.ApartReviewer, "Same level in 15 of 22 areas. Within one level in 20 of 22 areas.",
		"**Coming back:** 10 December 2026.", "**Before the visit:**", "**Since the visit:**", "T. Nguyen, headteacher. Read on 24 September 2026.",
		"1 private note stays with the reviewer and is not in this copy.",
	} {
		if !strings.Contains(text, want) {
			t.Errorf("%q is missing in\n%s", want, text)
		}
	}
	if strings.Contains(text, "SECRET") {
		t.Error("a private note is in it")
	}
	if mine := flatText(s.must("export", "visit", "--role", "reviewer")); strings.Contains(mine, "Since the visit:") || !strings.Contains(mine, "21") && !strings.Contains(mine, d.ApartSchool) {
		t.Errorf("the reviewer's copy:\n%s", mine)
	}
	full := flatText(s.must("export", "full"))
	if want := "**Visit:** The school and the reviewer on 24 September 2026. Same level in 15 of 22, within one in 20 of 22."; !strings.Contains(full, want) {
		t.Errorf("the full document does not say %q:\n%.900s", want, full)
	}
	s.exportsToAFolder(d)
}

// exportsToAFolder checks the names of files, and what cannot be asked for.
func (s *aShell) exportsToAFolder(d aDay) {
	s.t.Helper()
	folder := s.t.TempDir()
	for format, want := range map[string]string{"html": "<!DOCTYPE html>", "markdown": "# Alder Lane", "json": `"kind": "visit"`} {
		s.must("export", "visit", "--format", format, "--output", folder, "--leave-out", "names")
		made, err := filepath.Glob(filepath.Join(folder, d.School+" visit "+d.Date+".*"))
		if err != nil || len(made) != 1 {
			s.t.Fatalf("%s: made %v, %v", format, made, err)
		}
		text, err := os.ReadFile(made[0])
		if err != nil || !strings.Contains(string(text), want) || strings.Contains(string(text), "Okafor") {
			s.t.Errorf("%s: %v, %.200s", format, err, text)
		}
		if err := os.Remove(made[0]); err != nil {
			s.t.Fatal(err)
		}
	}
	if _, said, code := s.try("", "export", "visit", "--visit", "2020-01-01"); code != exitNotFound || !strings.Contains(said, "There is no visit “2020-01-01”") {
		s.t.Errorf("exit %d, %s", code, said)
	}
}

// In the app the note is made in the voice that is at the desk.
func TestExportOfAVisitInTheApp(t *testing.T) {
	b, r := desktop(t)
	o := b.begin("Alder Lane")
	rate(t, o, "1.1", 4)
	rate(t, o, "1.2", 2)
	me := model.Voice{Person: "okafor", Role: model.Reviewer}
	must := func(changes []model.Change, err error) {
		t.Helper()
		if err := o.Desk.Do(changes, err); err != nil {
			t.Fatal(err)
		}
	}
	for _, date := range []string{"2026-09-24", "2026-10-01"} {
		id := model.VisitID("v" + date)
		must(o.Desk.Book.StartVisit(me, id, model.Visiting{Date: date, Lead: "okafor"}))
		must(o.Desk.Book.SetFocus(me, id, []model.AreaID{"1.1", "1.2"}))
	}
	must(o.Desk.Book.GiveLevel(me, "1.2", 3))
	r.Book, r.Earlier, r.Document = o.Desk.Book.As(me), []env.Earlier{{Levels: map[model.AreaID]model.Level{"1.1": 4}}}, "visit/v2026-09-24"
	folder, name := b.files.Place(r)
	if filepath.Base(folder) != "Alder Lane" || name != "Alder Lane visit 2026-09-24.html" {
		t.Errorf("%s in %s", name, folder)
	}
	p, err := b.files.Preview(r)
	if text := flatText(strings.Join(p.Lines, " ")); err != nil || !strings.Contains(text, "visit of 24 September 2026") || !strings.Contains(text, "1.2") || strings.Contains(text, "4 ") && strings.Contains(text, "Sharing") {
		t.Errorf("%v: %s", err, text)
	}
	r.Document = "visit"
	if _, name = b.files.Place(r); name != "Alder Lane visit 2026-10-01.html" {
		t.Errorf("the newest visit is called %s", name)
	}
	r.Document = "full"
	if p, err = b.files.Preview(r); err != nil || strings.Contains(strings.Join(p.Lines, " "), "2025") {
		t.Errorf("last year is told to a reviewer: %v", err)
	}
}
