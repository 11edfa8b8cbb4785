package dump_test

import (
	"bytes"
	"crypto/ed25519"
	"encoding/json"
	"math/rand/v2"
	"strconv"
	"strings"
	"testing"
	"time"

	"waymark/cmd/waymark/internal/dump"
	"waymark/model"
	"waymark/model/desk"
	"waymark/rubrics"
)

// visitDesk is a school with one evaluation, and all that is written there.
type visitDesk struct {
	*desk.Desk
	t       *testing.T
	rubric  model.Rubric
	records []model.Record
}

func newVisitDesk(t *testing.T) *visitDesk {
	t.Helper()
	r, err := rubrics.Load("whole-school")
	if err != nil {
		t.Fatal(err)
	}
	start, err := model.StartEvaluation("e", "2026-27", "2026-27", r, nil)
	if err != nil {
		t.Fatal(err)
	}
	n := 0
	d := &visitDesk{t: t, rubric: r}
	tools := desk.Tools{
		Pen:   model.NewPen(ed25519.NewKeyFromSeed(make([]byte, ed25519.SeedSize)), "s", model.Tip{}, func() []byte { return make([]byte, 16) }),
		Clock: func() time.Time { return time.Date(2026, 9, 24, 10, 0, 0, 0, time.UTC) },
		NewID: func() string { n++; return "id" + strconv.Itoa(n) }, Mine: func(model.DeviceID) bool { return true },
		Save: func(r []model.Record) { d.records = append(d.records, r...) },
	}
	first, err := tools.Pen.Write(model.Act{ID: "a", Person: "head", When: tools.Clock()}, []model.Change{start})
	if err != nil {
		t.Fatal(err)
	}
	d.records = first
	book, err := model.OpenBook("s", "e", r, first)
	if err != nil {
		t.Fatal(err)
	}
	d.Desk = desk.New(book, model.Voice{Person: "head", Role: model.Self}, tools)
	return d
}

func (d *visitDesk) do(changes []model.Change, err error) {
	d.t.Helper()
	if err := d.Do(changes, err); err != nil {
		d.t.Fatal(err)
	}
}

// fill puts one of everything into a visit and a meeting.
func (d *visitDesk) fill() {
	b, lead := d.Book, model.Voice{Person: "lead", Role: model.Reviewer}
	d.do(b.GiveLevel(d.Voice, "1.1", 3))
	d.do(b.StartVisit(lead, "v", model.Visiting{Date: "2026-09-24", Lead: "lead", Questions: []string{"What now?"}}))
	d.do(b.SetTeam(lead, "v", []model.Member{{Person: "other", Role: "pupil-watcher", Position: "front"}}))
	d.do(b.SetFocus(lead, "v", []model.AreaID{"1.1", "2.3"}))
	d.do(b.SetVisitEmphasis(d.Voice, "v", model.VisitEmphasis{Text: "Writing"}))
	d.do(b.SetSlot(lead, "v", "1-1", model.Stop{Day: 1, Start: 540, Minutes: 30, Kind: model.SlotWalk, Place: "Year 3"}))
	d.do(b.GoTo(lead, "v", "1-1"))
	d.do(b.SealLevels(d.Voice, "v"))
	d.do(b.SetClaim(lead, "v", "c", model.ClaimText{Kind: model.Worry, Text: "Reading"}))
	d.do(b.SetRoom(lead, "v", "r", model.RoomText{Subject: "Maths", Teacher: "T7"}))
	d.do(b.Watch(lead, "v", "r", model.Watching{Role: "counter"}))
	checklist, err := rubrics.Load("lesson-visit")
	if err != nil {
		d.t.Fatal(err)
	}
	d.do(b.Observe(lead, "v", "r", checklist, checklist.Items()[0].ID, model.Observation{Answer: checklist.Answers[0]}))
	d.do(b.Glimpse(lead, "v", "1.1"))
	d.do(b.Judge(lead, "1.1", model.Opinion{State: model.Rated, Level: 2}))
	d.do(b.Disagree(lead, "v", "1.1", model.Apart{School: "All do", Reviewer: "Two of six"}))
	d.do(b.SetPoint(lead, "v", "p", model.PointText{Kind: model.BrightSpot, Text: "The library", Consent: true}))
	d.do(b.SetClosing(lead, "v", model.Closing{First: "Agree one way"}))
	d.do(b.Sign(lead, "v", model.SideSchool, model.Signature{Name: "T. Nguyen"}))
	d.do(b.CloseVisit(lead, "v", "No time"))
	d.do(b.StartMeeting(d.Voice, "m", model.MeetingStart{Date: "2026-10-01", Areas: []model.AreaID{"2.3", "2.4"}, People: []model.PersonID{"amy", "ben"}}))
	d.do(b.CastVote("amy", "m", "2.3", model.Vote{Level: 4}))
	d.do(b.CastVote("ben", "m", "2.3", model.Vote{Level: 2}))
	d.do(b.Reveal(d.Voice, "m", "2.3", false))
	d.do(b.RateAgain(d.Voice, "m", "2.3"))
	d.do(b.CastVote("amy", "m", "2.3", model.Vote{Level: 1}))
}

func TestVisitsAndMeetingsAreThereWhole(t *testing.T) {
	d := newVisitDesk(t)
	d.fill()
	known := func(string) (model.Rubric, error) { return d.rubric, nil }
	got := text(t, d.records, known, nil)
	for _, want := range []string{
		`"id":"v"`, `"lead":"lead"`, `"questions":["What now?"]`, `"role":"pupil-watcher"`, `"focus":["1.1","2.3"]`, `"text":"Writing"`, `"place":"Year 3"`,
		`"here":[{"person":"lead","since":"2026-09-24T10:00:00.000Z","slot":"1-1"}]`, `"hash":"`, `"kind":"worry"`, `"teacher":"T7"`, `"role":"counter"`, `"answer":"`,
		`"early_looks":[{"area":"1.1"`, `"reviewer":"Two of six"`, `"consent":true`, `"first":"Agree one way"`, `"name":"T. Nguyen"`, `"closed":true`, `"reason":"No time"`,
		`"id":"m"`, `{"level":4,"person":"amy"}`, `{"level":2,"person":"ben"}`, `[{"person":"amy"}]`,
	} {
		if !bytes.Contains(got, []byte(want)) {
			t.Errorf("no %s in\n%s", want, got)
		}
	}
	if bytes.Contains(got, []byte(`{"level":1,"person":"amy"}`)) {
		t.Error("the vote of a covered round is told")
	}
	shuffle := rand.New(rand.NewPCG(3, 4))
	for range 5 {
		shuffle.Shuffle(len(d.records), func(i, j int) { d.records[i], d.records[j] = d.records[j], d.records[i] })
		if again := text(t, d.records, known, nil); !bytes.Equal(again, got) {
			t.Fatal("another order of arrival gives other bytes")
		}
	}
}

// Every value that a visit and a meeting hold is in the document, whatever is
// added to them later.
func TestNoFieldOfAVisitIsLeftOut(t *testing.T) {
	d := newVisitDesk(t)
	d.fill()
	got := string(text(t, d.records, func(string) (model.Rubric, error) { return d.rubric, nil }, nil))
	for _, r := range d.records {
		first, _, _ := strings.Cut(string(r.Subject), "/")
		if first != "visit" && first != "meeting" || r.Kind == model.KindVote || r.Kind == model.KindRound {
			continue
		}
		var payload struct {
			Value map[string]any `json:"value"`
		}
		if err := json.Unmarshal(r.Payload, &payload); err != nil {
			t.Fatal(err)
		}
		for name, value := range payload.Value {
			if name == "early" || name == "members" || name == "areas" || name == "slot" && r.Kind == model.KindWhereabouts {
				continue // said in other words
			}
			part, err := json.Marshal(value)
			if err != nil {
				t.Fatal(err)
			}
			if !strings.Contains(got, `"`+name+`":`+string(part)) {
				t.Errorf("%s: no %s %s", r.Subject, name, part)
			}
		}
	}
}

func TestTheAreaOfASubject(t *testing.T) {
	for subject, want := range map[model.Subject]model.AreaID{
		"self/area/1.1/judgement/amy": "1.1", "visit/v/apart/2.3": "2.3", "visit/v/glance/2.3/amy": "2.3",
		"visit/v/point/p": "", "self/note/n": "",
	} {
		if got := dump.AreaIn(subject); got != want {
			t.Errorf("%s: %q, want %q", subject, got, want)
		}
	}
}
