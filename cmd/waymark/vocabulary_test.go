package main

import (
	"bytes"
	"fmt"
	"reflect"
	"regexp"
	"slices"
	"strings"
	"testing"

	"waymark/model"
	"waymark/model/visit"
	"waymark/report"
	"waymark/ui/env"
	"waymark/ui/nav"
	"waymark/ui/uitest"
)

// familyWords is the vocabulary of a trust that says family, KPI and student.
func familyWords() model.Vocabulary {
	return model.NewVocabulary([]model.Term{
		{From: "trust", To: "family"},
		{From: "trusts", To: "families"},
		{From: "group", To: "KPI"},
		{From: "groups", To: "KPIs"},
		{From: "pupil", To: "student"},
		{From: "pupils", To: "students"},
	})
}

var (
	// productWords are the words that nobody should read any more.
	productWords = regexp.MustCompile(`(?i)\b(trusts?|groups?|pupils?)\b`)
	// otherSense is where they mean something else: whom an area reaches, a verb,
	// and the word of the file that somebody was sent.
	otherSense = regexp.MustCompile(`reaches +a group|a few students +a group|a group of students|easier to trust|trust\.yaml`)
)

// leftOver are the product's words in a frame or a document.
func leftOver(text string) []string {
	flat := regexp.MustCompile(`[\s│]+`).ReplaceAllString(text, " ")
	flat = strings.NewReplacer("● a group", "a group", "○ a group", "a group", "  ", " ").Replace(flat)
	var found []string
	for _, at := range productWords.FindAllStringIndex(otherSense.ReplaceAllString(flat, ""), -1) {
		text := otherSense.ReplaceAllString(flat, "")
		found = append(found, text[max(0, at[0]-30):min(len(text), at[1]+30)])
	}
	return found
}

// without is a rubric whose own sentences use none of the product's words, so
// that whatever is left of them on a screen is the program's.
func without(r model.Rubric) model.Rubric {
	var walk func(v reflect.Value)
	walk = func(v reflect.Value) {
		switch v.Kind() {
		case reflect.String:
			if text := v.String(); strings.Contains(text, " ") {
				v.SetString(productWords.ReplaceAllString(text, "cohort"))
			}
		case reflect.Slice:
			fresh := reflect.MakeSlice(v.Type(), v.Len(), v.Len())
			reflect.Copy(fresh, v)
			v.Set(fresh)
			for i := range v.Len() {
				walk(v.Index(i))
			}
		case reflect.Struct:
			for i := range v.NumField() {
				if v.Field(i).CanSet() {
					walk(v.Field(i))
				}
			}
		default: // numbers and the like say nothing
		}
	}
	walk(reflect.ValueOf(&r).Elem())
	return r
}

// family is a school in its family's words, at a place.
func family(t *testing.T, at func(*env.Env) nav.Route, w, h int) *uitest.Driver {
	t.Helper()
	d := familySeated(t, atSchool)
	return d.Run(opener(d.Env), at(d.Env), w, h)
}

// familySeated is the desk of a school in its family's words: its areas judged,
// two of them said to reach few, a visit over, another under way, and its team
// in a meeting.
func familySeated(t *testing.T, who sitter) *uitest.Driver {
	t.Helper()
	d := uitest.NewEnv(t)
	d.Shelf.Rubric = renameIn(without(d.Shelf.Rubric), familyWords())
	d.Env.Shelf = listed{d.Shelf, renameIn(without(lessons(t)), familyWords())}
	d.Env.Vocabulary = familyWords()
	d.Begin()
	book, voice := d.Env.Desk.Book, d.Env.Desk.Voice
	book.SayIn(familyWords())
	for i, a := range book.Rubric().Areas {
		d.Do(book.GiveLevel(voice, a.ID, model.Level(1+i%3)))
	}
	d.Do(book.Emphasise("1.1", model.Emphasis{Reach: model.Few, Importance: model.Vital, Pinned: true}))
	d.Do(book.Emphasise("2.1", model.Emphasis{Reach: model.AGroup, Importance: model.Vital, Pinned: true}))
	for i, kind := range model.NoteKinds() {
		d.Do(book.WriteNote(voice, model.NoteID(fmt.Sprint("n", i)), model.NoteText{Area: "1.1", Text: "Asked six of them.", Kind: kind}))
	}
	meetAgain(d)
	d.Env.Trouble = &env.Trouble{Heading: "Waymark could not open your work", Lines: []string{"Your work is safe."}}
	d.Env.Brought = &env.Brought{StoppedAt: uitest.Start(), Records: d.Shelf.Log[len(d.Shelf.Log)-3:]}
	reviewer := model.Voice{Person: uitest.Reviewer, Role: model.Reviewer}
	d.Do([]model.Change{model.NamePerson(model.Person{ID: uitest.Reviewer, Name: "R. Okafor", Post: "adviser"}, nil)}, nil)
	familyVisit(t, d, "over", "2026-03-05")
	d.Do(book.CloseVisit(reviewer, "over", "The head was called away"))
	familyVisit(t, d, "under-way", "2026-09-24")
	if id := map[sitter]model.VisitID{onVisit: "under-way", afterwards: "over"}[who]; id != "" {
		d.Env.Enter(env.Visiting{Visit: id, Voice: reviewer})
	}
	return d
}

// familyVisit is a visit with everything in it that a visit can have.
func familyVisit(t *testing.T, d *uitest.Driver, id model.VisitID, date string) {
	t.Helper()
	focus := []model.AreaID{"1.1", "1.2", "2.4", "3.1", "3.3", "7.1"}
	slots, err := visit.Plan("one-day", focus, d.Env.Desk.Book.Rubric(), visit.Options{Say: familyWords().Words})
	if err != nil {
		t.Fatal(err)
	}
	list := d.Env.Shelf.(listed).list
	d.PlanVisit(id, date, focus, slots...)
	b, v := d.Env.Desk.Book, model.Voice{Person: uitest.Reviewer, Role: model.Reviewer}
	d.Do(b.GoTo(v, id, slots[1].ID))
	for i, kind := range model.NoteKinds() {
		d.Do(b.WriteNote(v, model.NoteID(fmt.Sprint(id, i)), model.NoteText{Area: focus[i%4], Text: "Asked six of them.", Kind: kind, Seen: model.Seen{Visit: id, Slot: slots[1].ID, N: 3, Of: 6}}))
	}
	d.Do(b.WriteNote(v, model.NoteID(id+"-loose"), model.NoteText{Text: "Nobody ran", Seen: model.Seen{Visit: id, Slot: slots[1].ID}}))
	d.Do(b.SetClaim(v, id, model.ClaimID(id+"-claim"), model.ClaimText{Kind: model.Claimed, Text: "Lessons begin by going back to something.", Areas: focus[:1]}))
	room := model.RoomID(id + "-room")
	d.Do(b.SetRoom(v, id, room, model.RoomText{Slot: slots[1].ID, Place: "Year 4", Phase: model.PhasePrimary, Subject: "maths", Teacher: "T5", Minutes: 14}))
	for _, item := range list.Items() {
		d.Do(b.Observe(v, id, room, list, item.ID, model.Observation{Answer: "partly"}))
	}
	for i, a := range focus[:4] {
		d.Do(b.GiveLevel(v, a, model.Level(1+(i+len(b.Evaluation().Visits))%4)))
	}
	d.Do(b.Agree(v, id, focus[len(b.Evaluation().Visits)], 2, "They were seen together"))
	d.Do(b.SetPoint(v, id, model.PointID(id+"-point"), model.PointText{Kind: model.BrightSpot, Text: "Real shells", Area: "1.1", Viewers: "Teachers of Year 1", Consent: true}))
}

// seen looks for the product's words in the frame as it is.
func seen(t *testing.T, d *uitest.Driver, when string) {
	t.Helper()
	for _, said := range leftOver(d.Frame()) {
		t.Errorf("%s: %q", when, said)
	}
}

func TestNoScreenUsesAWordThatIsRenamed(t *testing.T) {
	for _, p := range everyPlace(t, familySeated) {
		t.Run(p.String(), func(t *testing.T) {
			at := seater(familySeated)
			d := at.in(t, p, 80, 24)
			for _, size := range [][2]int{{60, 18}, {120, 30}, {80, 24}} {
				d.Resize(size[0], size[1])
				seen(t, d, fmt.Sprint(size))
			}
			d = at.in(t, p, 120, 60).Press("f1")
			seen(t, d, "help")
			d.Press("f1")
			seen(t, d, "guide")
			d = at.in(t, p, 120, 60).Press("m")
			if !strings.Contains(d.Frame(), "What you can do here") {
				d.Press("esc", "m") // a line was open
			}
			seen(t, d, "menu")
			d.Press("m")
			seen(t, d, "after the menu")
		})
	}
}

func TestWordsFurtherInAreRenamed(t *testing.T) {
	for name, c := range map[string]struct {
		at   nav.Route
		keys []string
		says []string
	}{
		"a file of one's own": {nav.ChooseRubric{Name: "Fern Bank"}, []string{"2", "2"}, []string{"Where is the file your family has sent you?"}},
		"the choice":          {nav.ChooseRubric{Name: "Fern Bank"}, nil, []string{"A rubric from my family", "41 areas in 7 KPIs"}},
		"some areas":          {nav.ChooseRubric{Name: "Fern Bank"}, []string{"3", "3"}, []string{"tick KPI", "or a whole KPI"}},
		"the map's order":     {nav.Overview{}, []string{"o"}, []string{"lowest level first in each KPI"}},
		"the map's second":    {nav.Overview{}, []string{"o", "o"}, []string{"least sure first in each KPI"}},
		"the guide":           {nav.Home{}, []string{"?", "?"}, []string{"Leave out students’ names"}},
		"kinds of note":       {nav.Note{Area: "1.2"}, nil, []string{"Students’ work", "Student voice", "Leave out students’ names"}},
		"after finishing":     {nav.Done{}, nil, []string{"for governors or your family"}},
		"the working":         {nav.Working{Area: "1.1"}, nil, []string{"reaches a few students"}},
		"how it matters":      {nav.Emphasise{Area: "1.1"}, nil, []string{"a few students"}},
		"a list":              {nav.Home{}, []string{"?"}, []string{"go to that KPI"}},
		"the library":         {nav.Library{}, nil, []string{"41 areas in 7 KPIs, 4 levels"}},
	} {
		t.Run(name, func(t *testing.T) {
			d := family(t, func(*env.Env) nav.Route { return c.at }, 100, 50)
			d.Press(c.keys...).See(c.says...)
			seen(t, d, name)
		})
	}
}

func TestNoDocumentUsesAWordThatIsRenamed(t *testing.T) {
	d := family(t, func(*env.Env) nav.Route { return nav.Home{} }, 80, 24)
	answer, err := d.Env.Answer()
	if err != nil {
		t.Fatal(err)
	}
	for area, says := range map[model.AreaID]string{"1.1": "It reaches a few students, as you said.", "2.1": "It reaches a group of students, as you said."} {
		if !slices.Contains(answer.Reasons[area], says) {
			t.Errorf("%s is there because %q", area, answer.Reasons[area])
		}
	}
	r := env.ExportRequest{Book: d.Env.Desk.Book, Answer: answer, Person: "me", Made: uitest.Start()}
	for _, one := range (*files)(nil).Documents() {
		for _, format := range report.Formats() {
			r.Document, r.Format = one.ID, format.ID
			var b bytes.Buffer
			if err := report.Write(&b, r.Format, document(r)); err != nil {
				t.Fatal(err)
			}
			text := b.String()
			if format.ID == "json" {
				text = regexp.MustCompile(`"[a-z_]+":|"group-[0-9]+"`).ReplaceAllString(text, "") // names of fields stay
			}
			text = regexp.MustCompile(`(?s)<style>.*</style>|<[^>]*>`).ReplaceAllString(text, " ") // so do those of markup
			for _, said := range leftOver(text) {
				t.Errorf("%s as %s: %q", r.Document, r.Format, said)
			}
			if one.ID == string(report.KindFull) && (!strings.Contains(text, "a few students") || !strings.Contains(text, "Student voice")) {
				t.Errorf("%s as %s says nothing of students", r.Document, r.Format)
			}
		}
	}
}
