package report_test

import (
	"fmt"
	"regexp"
	"slices"
	"strings"
	"testing"
	"unicode"

	"waymark/model"
	"waymark/report"
)

func TestVisitGoldens(t *testing.T) {
	for name, doc := range map[string]report.Document{
		"visit":        report.Visit(signed(t).visited("Alder Lane Primary", model.Voice{}), report.LeaveOut{}),
		"visit-open":   report.Visit(talked(t).visited("Alder Lane Primary", guest), report.LeaveOut{Names: true}),
		"visit-longer": report.Visit(endlessVisit(t, "evidence").visited("Alder Lane Primary", guest), report.LeaveOut{}),
	} {
		for _, f := range report.Formats() {
			t.Run(name+f.Extension, func(t *testing.T) { golden(t, name+f.Extension, render(t, f.ID, doc)) })
		}
	}
}

func note(t *testing.T, d *desk, as model.Voice, out report.LeaveOut) string {
	t.Helper()
	return flat(render(t, "markdown", report.Visit(d.visited("Alder Lane", as), out)))
}

// In the order in which it is read: what is strong before what comes next.
func TestVisitSaysStrengthsFirst(t *testing.T) {
	text, last := note(t, signed(t), model.Voice{}, report.LeaveOut{}), -1
	for _, want := range []string{
		"# Alder Lane: note of the visit of 24 September 2026", "R. Okafor (trust adviser), lead; S. Patel (headteacher of Elm School), pupil work.",
		"**Focus, set by the trust:** 1.1, 1.2", "How writing grows from Year 3 to Year 6. 2.1",
		"1 room, 6 pupils counted in notes, 6 books, 6 notes.",
		"## Strengths", "1. Lessons begin with what was learned before (1.2)", "**Seen:** Five questions", "Two questions from last year",
		"2. Pupils are curious", "A pupil asked why rivers bend",
		"## Bright spots to share", "The rivers project of Year 5 (2.2). Worth seeing for: Year 5 teachers.",
		"## Next steps", "**Could lead:** deputy head", "Nobody had gone back in 4 of 6 books",
		"Whiteboards looked at in 5 of 6 rooms (2.1)", "“Pupils act on what teachers write” What we saw points the other way.",
		"## Levels agreed", "**3 Embedded:** 1.2", "**1 Early:** 2.2", "| 2.1 Depth before pace | 3 Embedded | 2 Developing | 3 Embedded | Seen in five rooms of six |",
		"**2.4 Calm in every room:** The school, 4 Sharing: “Every leader looks at books each half term” The reviewers, 3 Embedded: “Two of six leaders",
		"**Not judged on this visit:** 1.1, 3.5", "Same level in 10 of 12 areas. Within one level in 12 of 12 areas.", "(AC2)",
		"The name of a school that has solved this.", "the reviewers would first:** Agree one way", "**Coming back:** 10 December 2026.",
		"## What this changes in the priorities", "## Read, not agreed", "T. Nguyen, headteacher. Read on", "R. Okafor, trust adviser. Read on",
		"Not a judgement of people. What was seen in lessons is no evidence for anybody’s appraisal or capability. Does not cover safeguarding",
		"6 private notes stay with the reviewers and are not in this copy.",
	} {
		at := strings.Index(text, strings.Join(strings.Fields(want), " "))
		if at < last {
			t.Errorf("%q is missing or too early in\n%s", want, text)
		}
		last = max(last, at)
	}
}

func TestVisitNeverHoldsWhatIsPrivateOrWithoutConsent(t *testing.T) {
	for _, as := range []model.Voice{guest, {}} {
		for _, out := range []report.LeaveOut{{}, {Names: true}, {PrivateNotes: true}} {
			d := report.Visit(signed(t).visited("Alder Lane", as), out)
			for _, f := range report.Formats() {
				if text := render(t, f.ID, d); strings.Contains(text, "SECRET") || strings.Contains(text, "NOT AGREED TO") || strings.Contains(text, "T7") {
					t.Errorf("%s tells what stays behind", f.ID)
				}
			}
		}
	}
	d := aVisit(t)
	for i := range 5 {
		d.must(d.book.RemoveNote(guest, model.NoteID(fmt.Sprint("p", i))))
	}
	if text := note(t, d, guest, report.LeaveOut{}); !strings.Contains(text, "1 private note stays with the reviewers and is not in this copy.") {
		t.Error(text)
	}
}

// Two schools that differ only where the reviewer has not judged: not one byte
// of the note made in the reviewer's role may differ.
func TestVisitIsBlindWhereTheReviewerHasNotJudged(t *testing.T) {
	for _, build := range []func(*testing.T) *desk{talked, signed} {
		mine, theirs := build(t), build(t)
		for _, area := range []model.AreaID{"1.1", "3.5"} {
			mine.level(area, 1, model.Low)
			theirs.level(area, 4, model.High)
		}
		for _, f := range report.Formats() {
			a := render(t, f.ID, report.Visit(mine.visited("Alder Lane", guest), report.LeaveOut{}))
			b := render(t, f.ID, report.Visit(theirs.visited("Alder Lane", guest), report.LeaveOut{}))
			if a != b {
				t.Errorf("%s tells a level that is hidden:\n%s", f.ID, difference(a, b))
			}
		}
		if v, err := mine.book.Visit(theVisit); err != nil || v.Closed {
			continue
		}
		mine.must(mine.book.GiveLevel(guest, "1.1", 2))
		if text := note(t, mine, guest, report.LeaveOut{}); !strings.Contains(text, "**1.1 Order and end points:** the school 1 Early, the reviewers 2 Developing; still to be talked about.") {
			t.Errorf("what has been judged is not told:\n%s", text)
		}
	}
	if text := note(t, signed(t), guest, report.LeaveOut{}); strings.Contains(text, "Since the visit:") || !strings.Contains(text, "The school reads in Waymark what the visit changes") {
		t.Errorf("a reviewer is told of priorities:\n%s", text)
	}
}

func TestVisitWithoutNames(t *testing.T) {
	text := note(t, signed(t), model.Voice{}, report.LeaveOut{Names: true})
	for _, name := range []string{"Okafor", "Nguyen", "Patel"} {
		if strings.Contains(text, name) {
			t.Errorf("%s is named", name)
		}
	}
	for _, want := range []string{"trust adviser, lead", "**For the school:** Headteacher. Read on", "Names are left out of this copy"} {
		if !strings.Contains(text, want) {
			t.Errorf("%q is missing in\n%s", want, text)
		}
	}
}

func TestVisitThatHasOnlyBegun(t *testing.T) {
	d := newDesk(t, rubricOf(4, 3, 3), "Self-evaluation")
	d.begin("1.1")
	text := note(t, d, guest, report.LeaveOut{})
	for _, want := range []string{"The visit is open; this note was made on 24 September 2026.", "**Not judged on this visit:** 1.1", "**For the school:** ……", "**For the reviewer:** ……"} {
		if !strings.Contains(text, want) {
			t.Errorf("%q is missing in\n%s", want, text)
		}
	}
	if strings.Contains(text, "private") || strings.Contains(text, "Shortened") || strings.Contains(text, "Strengths") {
		t.Errorf("it tells of what is not there:\n%s", text)
	}
	s := d.source(model.School{Name: "Alder Lane"})
	if text := render(t, "markdown", report.Visit(s, report.LeaveOut{})); !strings.Contains(text, "There has been no visit yet.") {
		t.Error(text)
	}
}

func TestVisitSaysWhenItWas(t *testing.T) {
	for date, want := range map[string]string{"2026-09-23": "23 to 24 September 2026", "2026-09-30": "30 September to 1 October 2026", "2026-12-31": "31 December 2026 to 1 January 2027"} {
		d := newDesk(t, rubricOf(4, 3, 3), "Self-evaluation")
		d.must(d.book.StartVisit(guest, theVisit, model.Visiting{Date: date, Lead: reviewer}))
		d.must(d.book.SetSlots(guest, theVisit, []model.Slot{
			{ID: "1-1", Stop: model.Stop{Day: 1, Start: 540, Minutes: 30, Kind: model.SlotWalk}},
			{ID: "2-1", Stop: model.Stop{Day: 2, Start: 540, Minutes: 30, Kind: model.SlotWalk}},
		}))
		if text := note(t, d, guest, report.LeaveOut{}); !strings.Contains(text, "note of the visit of "+want) {
			t.Errorf("%s: %.120s", date, text)
		}
	}
}

// sides is how many A4 sides a note takes when it is printed small: 96 letters
// a line and 74 lines a side, headings and rows of tables counted as two lines.
func sides(markdown string) float64 {
	lines := 0
	for l := range strings.Lines(markdown) {
		switch l = strings.TrimSpace(l); {
		case l == "", strings.HasPrefix(l, "| ---"):
		case strings.HasPrefix(l, "## "), strings.HasPrefix(l, "|"):
			lines += 2
		default:
			lines++
		}
	}
	return float64(lines) / 74
}

// Whatever was written, two sides hold it, and the note says what they do not
// hold.
func TestVisitNeverTakesMoreThanTwoSides(t *testing.T) {
	for _, word := range []string{"WMWM", "漢字漢字", hostile} {
		d := endlessVisit(t, strings.Join(strings.Fields(word), "-"))
		for _, as := range []model.Voice{guest, {}} {
			text := render(t, "markdown", report.Visit(d.visited("Alder Lane", as), report.LeaveOut{}))
			if n := sides(text); n > 2 {
				t.Errorf("%.10s: %.2f sides:\n%s", word, n, text)
			}
			if all := flat(text); !strings.Contains(all, "Shortened to two pages, evidence first: 60 lines of evidence are left out") || !strings.Contains(all, "All of it is kept in Waymark.") {
				t.Errorf("%.10s: nothing says what was left out:\n%s", word, text)
			}
		}
	}
}

// Evidence goes before anything else does.
func TestVisitShortensEvidenceFirst(t *testing.T) {
	d := talked(t)
	for i := range 80 {
		d.seen(model.NoteID(fmt.Sprint("more", i)), "1-3", model.FactSeen, fmt.Sprintf("+ @1.2 %d of 90 pupils could say why they chose that way and no other, and showed where", i))
	}
	text := note(t, d, guest, report.LeaveOut{})
	for _, want := range []string{"three new teachers who say whom they asked", "Seen in five rooms of six", "Two of six leaders could say what they changed”"} {
		if !strings.Contains(text, want) {
			t.Errorf("%q went before evidence did", want)
		}
	}
	shown := strings.Count(text, "of 90 pupils") + strings.Count(strings.ToLower(text), "questions from last")
	if want := fmt.Sprintf("evidence first: %d lines of evidence are left out. All", 82-shown); shown < 3 || !strings.Contains(text, want) {
		t.Errorf("%d shown; nothing says %q:\n%s", shown, want, text)
	}
}

func TestVisitOfHostileWords(t *testing.T) {
	typed := strings.Join(strings.Fields(hostile), " ")
	d := talked(t)
	d.must(d.book.SetClaim(guest, theVisit, "h", model.ClaimText{Kind: model.Answered, Question: typed, Text: typed, Change: typed}))
	d.must(d.book.SetClosing(guest, theVisit, model.Closing{First: typed, Asked: typed, FollowUp: typed}))
	d.must(d.book.SetVisitEmphasis(guest, theVisit, model.VisitEmphasis{Text: typed}))
	d.must(d.book.Disagree(guest, theVisit, "2.1", model.Apart{School: typed, Reviewer: typed}))
	d.point("h", model.PointText{Kind: model.NextStepTo, Text: typed, Lead: typed})
	d.seen("h", "1-1", model.FactSeen, "+ @1.2 1 of 2 "+typed)
	d.must(d.book.Sign(guest, theVisit, model.SideSchool, model.Signature{Name: typed, Post: typed}))
	doc := report.Visit(d.visited(hostile, guest), report.LeaveOut{})
	for _, f := range report.Formats() {
		if strings.ContainsFunc(render(t, f.ID, doc), func(r rune) bool { return r != '\n' && unicode.IsControl(r) || r == 0x202e || r == 0xfffe }) {
			t.Errorf("%s lets a control character out", f.ID)
		}
	}
	htmlIsInert(t, render(t, "html", doc))
	markdownIsInert(t, render(t, "markdown", doc))
	if strings.Contains(render(t, "json", doc), "\x1b") {
		t.Error("data holds an escape code")
	}
}

func TestVisitNeverUsesWordsOfInspection(t *testing.T) {
	never := regexp.MustCompile(`(?i)\b(scores?|scored|grades?|graded|kpis?|failing|weak|weakness|robust|rigorous|outstanding|inadequate|compliance|deep dive|mismatch|conflict|bottom|overall)\b`)
	for _, d := range []*desk{aVisit(t), talked(t), signed(t)} {
		if word := never.FindString(note(t, d, model.Voice{}, report.LeaveOut{})); word != "" {
			t.Errorf("the note says %q", word)
		}
	}
}

// The other documents say in one line that a visit was there and how far it
// agreed.
func TestOtherDocumentsTellOfTheVisit(t *testing.T) {
	s := signed(t).visited("Alder Lane", model.Voice{})
	for _, d := range []report.Document{report.Priorities(s, report.LeaveOut{}), report.Full(s, report.LeaveOut{})} {
		want := report.Line{Label: "Visit", Text: "The school and the reviewers on 24 September 2026. Same level in 10 of 12, within one in 12 of 12."}
		if !slices.Contains(d.Meta, want) {
			t.Errorf("%s: %v", d.Kind, d.Meta)
		}
	}
	d := newDesk(t, rubricOf(4, 3, 3), "Self-evaluation")
	d.begin("1.1")
	if meta := report.Full(d.visited("Alder Lane", guest), report.LeaveOut{}).Meta; slices.ContainsFunc(meta, func(l report.Line) bool { return l.Label == "Visit" }) {
		t.Errorf("nothing can be compared yet: %v", meta)
	}
}
