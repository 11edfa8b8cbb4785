package visit_test

import (
	"fmt"
	"slices"
	"strings"
	"testing"

	"pgregory.net/rapid"

	"waymark/model"
	"waymark/model/visit"
)

// checklist has two techniques of two items each.
func checklist() model.Rubric {
	return model.Rubric{
		ID: "rooms", Kind: model.KindVisit, Answers: []string{"seen", "partly", "not seen", "not applicable"},
		Groups: []model.Group{
			{ID: "1", Title: "Begin", Items: []model.Item{{ID: "1.1", Text: "A task waits."}, {ID: "1.2", Text: "Pupils begin."}}},
			{ID: "2", Title: "Show", Items: []model.Item{{ID: "2.1", Text: "A whole example."}, {ID: "2.2", Text: "Pupils join in."}}},
		},
	}
}

func saw(p model.PersonID, item model.ItemID, answer string, pupils ...int) model.Observed {
	o := model.Observed{Person: p, Item: item, Observation: model.Observation{Answer: answer}}
	if len(pupils) > 0 {
		o.Pupils = &pupils[0]
	}
	return o
}

func room(text model.RoomText, seen ...model.Observed) model.Room {
	return model.Room{RoomText: text, At: 1, Observed: seen}
}

// rooms is a visit with one room for each answer to item 1.1.
func rooms(date string, answers ...string) model.Visit {
	v := model.Visit{Visiting: model.Visiting{Date: date, Lead: guest, Checklist: "list"}, ID: model.VisitID("v-" + date)}
	for _, a := range answers {
		v.Rooms = append(v.Rooms, room(model.RoomText{Phase: model.PhasePrimary}, saw(guest, "1.1", a)))
	}
	return v
}

func times(n int, answer string) []string { return slices.Repeat([]string{answer}, n) }

func line(t failer, f visit.Findings, id model.ItemID) visit.ItemLine {
	t.Helper()
	for _, l := range f.Items {
		if l.Item.ID == id {
			return l
		}
	}
	t.Fatalf("there is no line for %s", id)
	return visit.ItemLine{}
}

func TestTheGridHoldsTheJointAnswers(t *testing.T) {
	v := rooms("2026-09-24")
	v.Rooms = []model.Room{
		room(model.RoomText{Phase: model.PhasePrimary, Subject: "Maths"}, saw(aide, "1.1", "seen"), saw(guest, "1.1", "partly"), saw(aide, "1.2", "seen", 2)),
		room(model.RoomText{Phase: model.PhaseEarly}, saw(aide, "1.1", "not seen"), saw("p-aaa", "1.1", "seen")),
		room(model.RoomText{}, saw(guest, "1.1", "not applicable", 3), saw(guest, "1.2", "partly", 1)),
		room(model.RoomText{}),
		room(model.RoomText{Phase: model.PhasePrimary}, saw(guest, "1.1", "brilliant")), // not an answer of this list
	}
	f := visit.Synthesis(v, checklist())
	l := line(t, f, "1.1")
	if want := []string{"partly", "seen", "not applicable", "", ""}; !slices.Equal(l.Answers, want) {
		t.Errorf("answers are %q, want the lead’s, else the first observer’s: %q", l.Answers, want)
	}
	if want := (visit.Seen{Full: 1, Partly: 1, Outside: 1}); l.Seen != want || l.Seen.Could() != 2 {
		t.Errorf("counts are %+v, want %+v", l.Seen, want)
	}
	if want := []visit.InPhase{{Phase: model.PhaseEarly, Seen: visit.Seen{Full: 1}}, {Phase: model.PhasePrimary, Seen: visit.Seen{Partly: 1}}, {Seen: visit.Seen{Outside: 1}}}; !slices.Equal(l.Phases, want) {
		t.Errorf("phases are %+v, want %+v", l.Phases, want)
	}
	if l.Pupils != (visit.Pupils{}) {
		t.Errorf("pupils were counted where the item did not apply: %+v", l.Pupils)
	}
	if l := line(t, f, "1.2"); l.Pupils != (visit.Pupils{Doing: 3, Of: 6}) || l.Group != "1" {
		t.Errorf("pupils of 1.2 are %+v in group %s, want 3 of 6 in group 1", l.Pupils, l.Group)
	}
	if got := f.Rooms[0].Words(); got != "Maths, primary: seen 1.2" {
		t.Errorf("the first room says %q", got)
	}
	if f.Rooms[3].Observed || f.Rooms[3].Words() != "Room: no answers yet" || f.Rooms[4].Observed {
		t.Errorf("a room without answers is %+v", f.Rooms[3])
	}
	if f.Words[1] != "2 rooms have no answers yet." {
		t.Errorf("the whole says %q", f.Words)
	}
}

func TestFrequencyInWords(t *testing.T) {
	for _, c := range []struct {
		answers []string
		words   string
	}{
		{nil, "Not answered in any room yet."},
		{times(2, "not applicable"), "Could not have been seen in any room."},
		{append(append(times(7, "seen"), times(2, "not seen")...), "not applicable"), "Seen in 7 of 9 rooms where it could have been seen."},
		{append(times(2, "seen"), "partly"), "Seen in 2 of 3 rooms where it could have been seen, partly in 1 more."},
		{times(1, "partly"), "Seen in 0 of 1 room where it could have been seen, partly in 1."},
	} {
		if got := line(t, visit.Synthesis(rooms("2026-09-24", c.answers...), checklist()), "1.1").Words("")[0]; got != c.words {
			t.Errorf("%q say %q, want %q", c.answers, got, c.words)
		}
	}
	v := rooms("2026-09-24", "seen", "not seen")
	v.Rooms[1].Phase = model.PhaseEarly
	v.Rooms[1].Observed[0].Pupils = new(int)
	want := []string{"Seen in 1 of 2 rooms where it could have been seen.", "Early years 0 of 1, primary 1 of 1.", "0 of 3 pupils looked at."}
	if got := line(t, visit.Synthesis(v, checklist()), "1.1").Words(""); !slices.Equal(got, want) {
		t.Errorf("%q, want %q", got, want)
	}
}

func TestAnswersOfAnotherChecklist(t *testing.T) {
	list := checklist()
	list.Answers = []string{"yes", "mostly", "a little", "no", "N/A"}
	f := visit.Synthesis(rooms("2026-09-24", "yes", "mostly", "a little", "no", "N/A", "seen"), list)
	if got, want := line(t, f, "1.1").Seen, (visit.Seen{Full: 1, Partly: 2, Not: 1, Outside: 1}); got != want {
		t.Errorf("%+v, want %+v", got, want)
	}
}

func TestNoTrendUnderEightRooms(t *testing.T) {
	const old = "2026-03-12"
	for _, c := range []struct {
		name      string
		then, now []string
		trend     visit.Trend
		words     string
	}{
		{"seven now", times(8, "seen"), times(7, "not seen"), visit.Unclaimed, "Under 8 rooms: no trend is claimed."},
		{"seven then", times(7, "seen"), times(8, "not seen"), visit.Unclaimed, "Under 8 rooms: no trend is claimed."},
		{"could be seen in seven", times(8, "seen"), append(times(7, "seen"), "not applicable"), visit.Unclaimed, "Under 8 rooms: no trend is claimed."},
		{"eight and eight", times(8, "seen"), times(8, "not seen"), visit.LessOften, "Seen less often than on 12 March 2026, when it was 8 of 8."},
		{"more", append(times(4, "seen"), times(6, "not seen")...), append(times(6, "seen"), times(4, "partly")...), visit.MoreOften, "Seen more often than on 12 March 2026, when it was 4 of 10."},
		{"one room in ten", append(times(5, "seen"), times(5, "not seen")...), append(times(6, "seen"), times(4, "not seen")...), visit.AsOften, "Seen about as often as on 12 March 2026, when it was 5 of 10."},
	} {
		f := visit.Synthesis(rooms("2026-09-24", c.now...), checklist(), rooms(old, c.then...))
		l := line(t, f, "1.1")
		words := l.Words(f.Compared)
		if l.Trend != c.trend || words[len(words)-1] != c.words {
			t.Errorf("%s: %s, %q; want %s, %q", c.name, l.Trend, words, c.trend, c.words)
		}
		if few := strings.Contains(strings.Join(f.Words, " "), visit.NoTrend); few != (len(c.now) < visit.FewestRooms) {
			t.Errorf("%s: the whole says %q", c.name, f.Words)
		}
	}
}

func TestTrendIsMeasuredFromTheLatestSuchVisit(t *testing.T) {
	now := rooms("2026-09-24", times(8, "seen")...)
	otherList := rooms("2026-07-01", times(8, "seen")...)
	otherList.Checklist = "another"
	later, none := rooms("2026-12-01", times(8, "seen")...), rooms("2026-08-01")
	f := visit.Synthesis(now, checklist(), rooms("2026-03-12", times(8, "not seen")...), rooms("2025-10-01", times(8, "seen")...), otherList, later, none, now)
	if l := line(t, f, "1.1"); f.Compared != "2026-03-12" || l.Before == nil || l.Before.Full != 0 || l.Trend != visit.MoreOften {
		t.Errorf("compared with %q, %+v", f.Compared, l)
	}
	if f := visit.Synthesis(now, checklist(), otherList, later); f.Compared != "" || line(t, f, "1.1").Before != nil || len(line(t, f, "1.1").Words("")) != 1 {
		t.Errorf("a trend was measured from a visit that cannot be compared: %q", f.Compared)
	}
}

func TestTwoObserversInOneRoom(t *testing.T) {
	r := room(model.RoomText{}, saw(guest, "1.1", "seen"), saw(aide, "1.1", "seen"), saw(guest, "1.2", "partly"), saw(aide, "1.2", "seen"),
		saw(guest, "2.1", "not applicable"), saw(aide, "2.1", "not applicable"), saw(guest, "2.2", "seen"))
	got := visit.Observed(r, checklist())
	if got.Observers != 2 || got.Same != 2 || got.Of != 3 || !slices.Equal(got.Differed, []model.ItemID{"1.2"}) {
		t.Errorf("together they are %+v, want 2 of 3 and 1.2 apart", got)
	}
	if want := "2 observers gave the same answer to 2 of 3 lines. They saw 1.2 differently."; got.Words() != want {
		t.Errorf("%q, want %q", got.Words(), want)
	}
	alone := visit.Observed(room(model.RoomText{}, saw(guest, "1.1", "seen")), checklist())
	apart := visit.Observed(room(model.RoomText{}, saw(guest, "1.1", "seen"), saw(aide, "1.2", "seen")), checklist())
	if alone.Words() != "" || apart.Words() != "2 observers, who answered no line in common." {
		t.Errorf("alone %q, without a line in common %q", alone.Words(), apart.Words())
	}
	v := rooms("2026-09-24")
	v.Rooms = []model.Room{r}
	if said := strings.Join(visit.Synthesis(v, checklist()).Words, " "); !strings.Contains(said, "Where two or more observed together, 2 of 3 answers were the same.") {
		t.Errorf("the whole says %q", said)
	}
}

func TestThreeObserversAgreeWhenAllDo(t *testing.T) {
	r := room(model.RoomText{}, saw(guest, "1.1", "seen"), saw(aide, "1.1", "partly"), saw("p-x", "1.1", "seen"),
		saw(guest, "1.2", "seen"), saw(aide, "1.2", "seen"), saw("p-x", "1.2", "seen"))
	if got := visit.Observed(r, checklist()); got.Observers != 3 || got.Same != 1 || got.Of != 2 {
		t.Errorf("%+v, want 1 of 2 by 3", got)
	}
}

func TestHoursByTeacherCode(t *testing.T) {
	v := rooms("2026-09-24")
	v.Rooms = []model.Room{
		room(model.RoomText{Teacher: "T10", Minutes: 20}),
		room(model.RoomText{Teacher: "T2", Minutes: 45}, saw(guest, "1.1", "seen"), saw(aide, "1.1", "seen")),
		room(model.RoomText{Minutes: 15}),
		room(model.RoomText{Teacher: "T2"}),
	}
	teachers, all := visit.Hours(v, rooms("2026-03-12", "seen"))
	var words []string
	for _, h := range teachers {
		words = append(words, h.Words())
	}
	want := []string{"T2: 45 minutes in 2 rooms, 1 of them without its minutes", "T10: 20 minutes in 1 room", "No code: 15 minutes in 2 rooms, 1 of them without its minutes"}
	if !slices.Equal(words, want) {
		t.Errorf("%q, want %q", words, want)
	}
	if all.Minutes != 80 || all.Rooms != 5 || all.Untimed != 2 {
		t.Errorf("in all %+v", all)
	}
	for minutes, want := range map[int]string{0: "0 minutes", 1: "1 minute", 60: "1 hour", 200: "3 hours 20 minutes"} {
		if got := visit.Length(minutes); got != want {
			t.Errorf("%d minutes are %q, want %q", minutes, got, want)
		}
	}
}

func TestExamplesAreTheRoomsTheSchoolChose(t *testing.T) {
	v := rooms("2026-09-24", "seen", "seen", "not seen")
	v.Rooms[1].Chosen, v.Rooms[1].Subject = true, "Art"
	v.Rooms[2].Chosen = true
	f := visit.Synthesis(v, checklist())
	var words []string
	for _, e := range f.Examples {
		words = append(words, e.Words())
	}
	if want := []string{"Art, primary: seen 1.1", "primary: no line of the checklist seen"}; !slices.Equal(words, want) {
		t.Errorf("%q, want %q", words, want)
	}
}

// Every answer in a room is counted once, phases and pupils add up, and what is
// said never names who teaches.
func TestSynthesisLaws(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		list := checklist()
		v := rooms("2026-09-24")
		for i := range rapid.IntRange(0, 12).Draw(t, "rooms") {
			r := room(model.RoomText{Teacher: fmt.Sprintf("ZZ%d", i), Phase: rapid.SampledFrom(append(model.Phases(), "")).Draw(t, "phase"), Chosen: true})
			for _, p := range []model.PersonID{guest, aide} {
				for _, item := range list.Items() {
					if rapid.Bool().Draw(t, "answers") {
						o := saw(p, item.ID, rapid.SampledFrom(list.Answers).Draw(t, "answer"))
						if rapid.Bool().Draw(t, "samples") {
							n := rapid.IntRange(0, model.Sampled).Draw(t, "pupils")
							o.Pupils = &n
						}
						r.Observed = append(r.Observed, o)
					}
				}
			}
			v.Rooms = append(v.Rooms, r)
		}
		f := visit.Synthesis(v, list)
		var said []string
		for _, l := range f.Items {
			answered, inPhases := 0, 0
			for _, a := range l.Answers {
				if a != "" {
					answered++
				}
			}
			for _, p := range l.Phases {
				inPhases += p.Could() + p.Outside
			}
			if total := l.Seen.Could() + l.Seen.Outside; total != answered || total != inPhases {
				t.Fatalf("%s: %d answers, %d counted, %d in phases", l.Item.ID, answered, total, inPhases)
			}
			if l.Pupils.Doing > l.Pupils.Of || l.Pupils.Of > model.Sampled*len(v.Rooms) {
				t.Fatalf("%s: pupils %+v", l.Item.ID, l.Pupils)
			}
			said = append(said, l.Words("")...)
		}
		for _, r := range f.Rooms {
			if r.Together.Same+len(r.Together.Differed) != r.Together.Of {
				t.Fatalf("%+v does not add up", r.Together)
			}
			said = append(said, r.Words(), r.Together.Words())
		}
		if all := strings.Join(append(said, f.Words...), "\n"); strings.Contains(all, "ZZ") {
			t.Fatalf("a teacher’s code is in what is said of rooms:\n%s", all)
		}
	})
}
