package checklist_test

import (
	"context"
	"errors"
	"testing"

	"waymark/model"
	"waymark/rubrics"
	"waymark/ui/checklist"
	"waymark/ui/env"
	"waymark/ui/uitest"
)

func lessons(t *testing.T) checklist.List {
	t.Helper()
	r, err := rubrics.Load("lesson-visit")
	if err != nil {
		t.Fatal(err)
	}
	return checklist.List{Rubric: r}
}

func TestPupilsStandForAnAnswer(t *testing.T) {
	l := lessons(t)
	for pupils, want := range []string{"not seen", "partly", "partly", "seen"} {
		if got := l.Sampled(pupils); got != want {
			t.Errorf("%d of three is %q, want %q", pupils, got, want)
		}
	}
	two := checklist.List{Rubric: model.Rubric{Answers: []string{"yes", "no", "n/a"}}}
	if two.Sampled(2) != "no" || two.Sampled(3) != "yes" || two.NotApplicable() != "n/a" || l.NotApplicable() != "not applicable" || (checklist.List{}).Sampled(3) != "" {
		t.Error("two answers are read otherwise")
	}
	var sampled []model.ItemID
	for _, item := range l.Items() {
		if l.Samples(item) {
			sampled = append(sampled, item.ID)
		}
	}
	if len(sampled) != 5 || sampled[0] != "1.4" || l.Digit("not seen") != 3 || l.Digit("other") != 0 {
		t.Errorf("%v sample pupils", sampled)
	}
}

func TestLinesAreKnownInATrustsOwnWords(t *testing.T) {
	d := uitest.NewEnv(t).Begin().Visit([]model.AreaID{"1.1"})
	d.Env.Vocabulary = model.NewVocabulary([]model.Term{{From: "pupils", To: "students"}})
	l, _ := checklist.Of(d.Env)
	if !l.Samples(model.Item{Text: "The three students chosen by seat begin."}) || l.Samples(model.Item{Text: "Students begin."}) {
		t.Error("a line in other words is not known")
	}
}

func TestEveryRoleHasItsPlace(t *testing.T) {
	l := lessons(t)
	if l.PlaceOf("pupil-watcher") != "front-corner" || l.PlaceOf("other") != "" || l.Role("pupil-watcher") != "Pupil-watcher" || l.Position("front-corner") != "Front corner" || l.Role("x") != "x" || l.Position("y") != "y" {
		t.Error("roles and positions do not go together")
	}
}

// shelf has the lesson visit beside what other shelves have, or fails.
type shelf struct {
	*uitest.Shelf
	list model.Rubric
	err  error
}

func (s shelf) Rubrics(context.Context) ([]env.RubricEntry, error) {
	return []env.RubricEntry{{Hash: s.Rubric.Hash(), Rubric: s.Rubric}, {Hash: s.list.Hash(), Rubric: s.list}}, s.err
}

func TestTheListIsReadOnce(t *testing.T) {
	d := uitest.NewEnv(t).Begin().Visit([]model.AreaID{"1.1"})
	d.Env.Shelf = shelf{d.Shelf, lessons(t).Rubric, nil}
	if _, ok := checklist.Of(d.Env); ok {
		t.Fatal("it is here before it was read")
	}
	msg := checklist.Read(d.Env)().(checklist.Msg)
	if err := msg.Take(d.Env); err != nil {
		t.Fatal(err)
	}
	if l, ok := checklist.Of(d.Env); !ok || l.ID != "lesson-visit" || checklist.Read(d.Env) != nil {
		t.Fatal("it was not read")
	}
}

func TestAListThatIsAwaySaysSo(t *testing.T) {
	for _, c := range []struct {
		hash string
		err  error
		want string
	}{
		{"gone", nil, "The checklist of this visit is not on this computer. Install the file it came from. Your work is safe."},
		{"", errors.New("disk"), "The checklist could not be read. Your work is safe. Go back and open this again."},
	} {
		d := uitest.NewEnv(t).Begin()
		d.Env.Shelf = shelf{d.Shelf, lessons(t).Rubric, c.err}
		d.Do(d.Env.Desk.Book.StartVisit(d.Env.Desk.Voice, "v", model.Visiting{Date: "2026-09-24", Lead: "x", Checklist: c.hash}))
		d.Env.Enter(env.Visiting{Visit: "v", Voice: model.Voice{Person: "x", Role: model.Reviewer}})
		err := checklist.Read(d.Env)().(checklist.Msg).Take(d.Env)
		if checklist.Why(err) != c.want {
			t.Errorf("%v: %q", err, checklist.Why(err))
		}
	}
}

func TestRoomsKeepTheirOrderWhenOneIsChanged(t *testing.T) {
	d := uitest.NewEnv(t).Begin().Visit([]model.AreaID{"1.1"})
	b, voice := d.Env.Desk.Book, d.Env.Desk.Voice
	for _, id := range []model.RoomID{"a", "b"} {
		d.Do(b.SetRoom(voice, uitest.VisitID, id, model.RoomText{Subject: string(id)}))
		d.Wait(1e9)
	}
	d.Do(b.SetRoom(voice, uitest.VisitID, "a", model.RoomText{Subject: "a", Minutes: 7}))
	d.Do(b.Observe(voice, uitest.VisitID, "a", lessons(t).Rubric, "1.1", model.Observation{Answer: "seen"}))
	v, _ := d.Env.Visit()
	rooms := checklist.Rooms(v)
	if rooms[0].ID != "a" || lessons(t).Answered(rooms[0], voice.Person) != 1 || lessons(t).Answered(rooms[0], "me") != 0 {
		t.Fatalf("%+v", rooms)
	}
}
