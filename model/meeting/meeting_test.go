package meeting_test

import (
	"crypto/ed25519"
	"fmt"
	"slices"
	"strings"
	"testing"
	"time"

	"pgregory.net/rapid"

	"waymark/model"
	"waymark/model/meeting"
)

const top model.Level = 4

// team is the six of the screens, as they sit.
func team() []model.Person {
	return []model.Person{
		{ID: "p-1", Name: "T. Nguyen", Post: "HT"},
		{ID: "p-2", Name: "A. Shah", Post: "DHT"},
		{ID: "p-3", Name: "B. Lee", Post: "SENDCo"},
		{ID: "p-4", Name: "C. Diaz", Post: "Y2 lead"},
		{ID: "p-5", Name: "D. Roy", Post: "Maths"},
		{ID: "p-6", Name: "E. Cole", Post: "English"},
	}
}

// talk is a round in which the team, as they sit, gave these levels: 0 for
// nothing yet, -1 for a pass.
func talk(shown bool, levels ...model.Level) (model.Meeting, model.Talk) {
	var m model.Meeting
	t := model.Talk{Area: "1.1", Round: model.Round{Number: 1, Shown: shown}, Rounds: [][]model.Cast{nil}}
	for i, p := range team()[:len(levels)] {
		m.People = append(m.People, p.ID)
		c := model.Cast{Person: p.ID}
		switch l := levels[i]; {
		case l == 0:
			continue
		case !shown: // a covered vote says only that it was given
		case l < 0:
			c.Pass = true
		default:
			c.Level = l
		}
		t.Rounds[0] = append(t.Rounds[0], c)
	}
	slices.Reverse(t.Rounds[0]) // votes come by person and not by seat
	return m, t
}

func now(shown bool, levels ...model.Level) meeting.View {
	m, t := talk(shown, levels...)
	return meeting.Now(m, t, top)
}

func TestTheSpreadOnceShown(t *testing.T) {
	v := now(true, 2, 2, 1, 3, 2, 3)
	if v.Low != 1 || v.High != 3 || v.Middle != 2 || v.Given != 6 || v.AllSame() || v.Spread() != "Spread: 1 to 3" {
		t.Errorf("%+v, %q", v, v.Spread())
	}
	want := [][]model.PersonID{{"p-3"}, {"p-1", "p-2", "p-5"}, {"p-4", "p-6"}, nil}
	for i, c := range v.Columns {
		if c.Level != model.Level(i+1) || !slices.Equal(c.People, want[i]) {
			t.Errorf("column %d is %+v, want %v as they sit", i+1, c, want[i])
		}
	}
	if v.Columns[0].Counts() != "1 person" || v.Columns[1].Counts() != "3 people" || v.Columns[3].Counts() != "0 people" {
		t.Error("the counts are wrong in words")
	}
	if got := v.MiddleWords(); got != "The middle view is 2. It is a starting point for talk, not the answer." {
		t.Errorf("%q", got)
	}
	if len(v.Waiting) != 0 || v.Came() != "6 of 6 in" {
		t.Errorf("%q", v.Came())
	}
}

func TestEndsAreAskedLowFirst(t *testing.T) {
	labels := meeting.Labels(team(), meeting.ByPost)
	asks := now(true, 2, 2, 1, 3, 2, 3).Asks(labels)
	if len(asks) != 2 {
		t.Fatalf("%d questions, want two", len(asks))
	}
	if asks[0].Level != 1 || asks[0].Words != "SENDCo, what have you seen that others may not have?" {
		t.Errorf("%+v", asks[0])
	}
	if asks[1].Level != 3 || asks[1].Words != "Y2 lead and English, what would need to be true for this to be a 3?" {
		t.Errorf("%+v", asks[1])
	}
	if got := now(true, 8, 1).Asks(labels); len(got) != 0 { // level 8 is not on this scale
		t.Errorf("%+v", got)
	}
	m, tk := talk(true, 8, 1)
	if got := meeting.Now(m, tk, 9).Asks(labels)[1].Words; got != "HT, what would need to be true for this to be an 8?" {
		t.Errorf("%q", got)
	}
	if got := meeting.Now(m, tk, 9).Asks(map[model.PersonID]string{"p-2": "head of year"})[0].Words; !strings.HasPrefix(got, "Head of year, ") {
		t.Errorf("%q", got)
	}
	if got := meeting.Now(m, tk, 9).Asks(nil)[0].Words; !strings.HasPrefix(got, "Somebody, ") {
		t.Errorf("%q shows an id", got)
	}
}

func TestNothingToAskWhereAllAgree(t *testing.T) {
	for _, c := range []struct {
		view   meeting.View
		same   bool
		spread string
	}{
		{now(true, 3, 3, 3), true, "All said 3"},
		{now(true, 3, -1, -1), false, "One level given: 3"},
		{now(true, -1, -1), false, "Nobody gave a level"},
	} {
		if asks := c.view.Asks(nil); len(asks) != 0 || c.view.AllSame() != c.same || c.view.Spread() != c.spread {
			t.Errorf("%q, all the same %t, asks %v; want %q, %t", c.view.Spread(), c.view.AllSame(), asks, c.spread, c.same)
		}
	}
	if v := now(true, 3, -1, -1); len(v.Passed) != 2 || v.Middle != 3 {
		t.Errorf("passes are lost: %+v", v)
	}
	if v := now(true, -1, -1); v.MiddleWords() != "" {
		t.Errorf("a middle of nothing: %q", v.MiddleWords())
	}
}

func TestTheMiddleIsTheLowerOfTwo(t *testing.T) {
	for want, levels := range map[model.Level][]model.Level{1: {1, 4}, 2: {4, 2, 1}, 3: {3, 4, 3, 4}, 4: {4}} {
		if got := now(true, levels...).Middle; got != want {
			t.Errorf("middle of %v is %d, want %d", levels, got, want)
		}
	}
}

func TestACoveredRoundTellsOnlyWhoIsIn(t *testing.T) {
	m, tk := talk(false, 2, 0, 3, 0)
	tk.Rounds[0][0].Level = 3 // as if the cover had slipped
	v := meeting.Now(m, tk, top)
	if v.Came() != "2 of 4 in" || v.Spread() != "2 of 4 in" || v.Given != 0 || v.Low != 0 || v.MiddleWords() != "" || v.Asks(nil) != nil {
		t.Errorf("%+v", v)
	}
	if p, ok := v.Next(); !ok || p != "p-2" {
		t.Errorf("next is %q, want the first who has not answered", p)
	}
	if got := v.TurnWords(meeting.Labels(team(), meeting.ByPost)); got != "DHT, it is your turn. Others look away." {
		t.Errorf("%q", got)
	}
	if v := now(false, 2, 3); v.TurnWords(nil) != "" {
		t.Errorf("everybody is in, and %q", v.TurnWords(nil))
	}
}

func TestFirstLevelsCanBeReadAgain(t *testing.T) {
	m, tk := talk(true, 1, 4)
	tk.Round = model.Round{Number: 2}
	tk.Rounds = append(tk.Rounds, []model.Cast{{Person: "p-1"}})
	if v := meeting.Round(m, tk, 1, top); !v.Shown || v.Spread() != "Spread: 1 to 4" {
		t.Errorf("round 1: %+v", v)
	}
	if v := meeting.Now(m, tk, top); v.Shown || v.Came() != "1 of 2 in" {
		t.Errorf("round 2: %+v", v)
	}
	if v := meeting.Round(m, tk, 7, top); v.Shown || v.Given != 0 {
		t.Errorf("a round that never was: %+v", v)
	}
}

func TestAVoteFromAnotherLaptopIsNotLost(t *testing.T) {
	m, tk := talk(true, 1, 4)
	tk.Rounds[0] = append(tk.Rounds[0], model.Cast{Person: "p-9", Vote: model.Vote{Level: 2}})
	if v := meeting.Now(m, tk, top); v.Given != 3 || v.Middle != 2 {
		t.Errorf("%+v", v)
	}
}

func TestAPersonIsReadEitherWayRound(t *testing.T) {
	for typed, want := range map[string][2]string{
		" A. Khan ,  headteacher ":        {"A. Khan", "headteacher"},
		"HT:A. Khan":                      {"A. Khan", "HT"},
		"Y2: B. Lee, who teaches maths":   {"B. Lee, who teaches maths", "Y2"},
		"A. Khan, head of maths, phase 2": {"A. Khan", "head of maths, phase 2"},
		"C. Diaz":                         {"C. Diaz", ""},
		"HT:":                             {"", "HT"},
	} {
		if name, post := meeting.NameAndPost(typed); name != want[0] || post != want[1] {
			t.Errorf("%q is %q, %q; want %q", typed, name, post, want)
		}
	}
}

func TestLabels(t *testing.T) {
	people := []model.Person{
		{ID: "a", Name: "Ann", Post: "Teacher"}, {ID: "b", Name: "Bo", Post: "Teacher"}, {ID: "c", Name: "Cy"}, {ID: "d", Post: "Head"}, {ID: "e", Name: "Ann"}, {ID: "f", Post: "Person 3"},
	}
	for _, c := range []struct {
		naming meeting.Naming
		want   []string
	}{
		{meeting.ByPost, []string{"Teacher 1", "Teacher 2", "Person 3", "Head", "Person 5", "Person 3 2"}},
		{meeting.ByName, []string{"Ann 1", "Bo", "Cy", "Head", "Ann 2", "Person 3"}},
		{meeting.Hidden, []string{"Person 1", "Person 2", "Person 3", "Person 4", "Person 5", "Person 6"}},
	} {
		labels := meeting.Labels(people, c.naming)
		var got []string
		for _, p := range people {
			got = append(got, labels[p.ID])
		}
		if !slices.Equal(got, c.want) {
			t.Errorf("%s: %q, want %q", c.naming, got, c.want)
		}
	}
}

// However a team votes, everybody is in one place, the middle lies within the
// spread, and no two people are called the same.
func TestViewLaws(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		levels := rapid.SliceOfN(rapid.Map(rapid.IntRange(-1, int(top)), func(n int) model.Level { return model.Level(n) }), 2, 6).Draw(t, "levels")
		shown := rapid.Bool().Draw(t, "shown")
		v := now(shown, levels...)
		if len(v.In)+len(v.Waiting) != len(levels) {
			t.Fatalf("%d people of %d", len(v.In)+len(v.Waiting), len(levels))
		}
		placed := len(v.Passed)
		for _, c := range v.Columns {
			placed += len(c.People)
		}
		if shown && placed != len(v.In) || !shown && placed > 0 {
			t.Fatalf("%d placed, %d in", placed, len(v.In))
		}
		if v.Given > 0 && (v.Low > v.Middle || v.Middle > v.High) || v.Given == 0 && v.Middle != 0 {
			t.Fatalf("middle %d of %d to %d", v.Middle, v.Low, v.High)
		}
		var people []model.Person
		for i := range levels {
			people = append(people, model.Person{
				ID:   model.PersonID(fmt.Sprint(i)),
				Post: rapid.SampledFrom([]string{"", "Head", "Head 1", "Head 2", "Person 1", "Person 2", "Person 2 2"}).Draw(t, "post"),
			})
		}
		for _, n := range []meeting.Naming{meeting.ByPost, meeting.ByName, meeting.Hidden} {
			seen := map[string]bool{}
			for _, l := range meeting.Labels(people, n) {
				if l == "" || seen[l] {
					t.Fatalf("%q is there twice or empty", l)
				}
				seen[l] = true
			}
		}
	})
}

// book is an evaluation of six areas with what rules were carried out on it.
func book(t *testing.T, rules ...func(b *model.Book) ([]model.Change, error)) *model.Book {
	t.Helper()
	r := model.Rubric{Kind: model.KindSchool, Title: "Test", Scale: model.Scale{Levels: make([]model.LevelName, top), Expected: 3}}
	for i := range 6 {
		r.Areas = append(r.Areas, model.Area{ID: model.AreaID(fmt.Sprintf("1.%d", i+1))})
	}
	b, err := model.OpenBook("school-1", "eval-1", r, nil)
	if err != nil {
		t.Fatal(err)
	}
	n := byte(0)
	pen := model.NewPen(ed25519.NewKeyFromSeed(make([]byte, 32)), "school-1", model.Tip{}, func() []byte { n++; return []byte(strings.Repeat(string(rune(n)), 16)) })
	start := func(*model.Book) ([]model.Change, error) {
		c, err := model.StartEvaluation("eval-1", "Autumn", "2026-27", r, nil)
		return []model.Change{c}, err
	}
	for i, rule := range append([]func(*model.Book) ([]model.Change, error){start}, rules...) {
		changes, err := rule(b)
		if err != nil {
			t.Fatalf("rule %d: %v", i, err)
		}
		records, err := pen.Write(model.Act{ID: fmt.Sprint(i), When: time.UnixMilli(int64(i))}, changes)
		if err == nil {
			err = b.Add(records...)
		}
		if err != nil {
			t.Fatalf("rule %d: %v", i, err)
		}
	}
	return b
}

func says(p model.PersonID, a model.AreaID, l model.Level, c model.Confidence) func(*model.Book) ([]model.Change, error) {
	return func(b *model.Book) ([]model.Change, error) {
		return b.Judge(model.Voice{Person: p, Role: model.Self}, a, model.Opinion{State: model.Rated, Level: l, Confidence: c})
	}
}

func TestSuggestedAreas(t *testing.T) {
	b := book(t,
		says("p-1", "1.1", 3, model.High),
		says("p-1", "1.2", 3, model.Low),
		says("p-1", "1.3", 3, model.Low), says("p-2", "1.3", 2, model.High),
		says("p-2", "1.4", 2, model.Low), says("p-1", "1.4", 2, model.High),
		func(b *model.Book) ([]model.Change, error) {
			return b.SetFlag(model.Voice{Person: "p-2", Role: model.Self}, "1.5", true)
		},
	)
	got := meeting.Suggested(b, "p-1")
	want := []meeting.Suggestion{{Area: "1.2", Why: "low confidence"}, {Area: "1.3", Why: "two people differ"}, {Area: "1.5", Why: "flagged to talk about"}}
	if !slices.Equal(got, want) {
		t.Errorf("%+v, want %+v", got, want)
	}
	if areas := meeting.Areas(got); !slices.Equal(areas, []model.AreaID{"1.2", "1.3", "1.5"}) {
		t.Errorf("%v", areas)
	}
	if yours := meeting.Areas(meeting.Suggested(b, "p-2")); !slices.Contains(yours, model.AreaID("1.4")) {
		t.Errorf("p-2 is unsure of 1.4 and is offered %v", yours)
	}
}

func TestSeatedKeepsTheOrderOfSeating(t *testing.T) {
	b := book(t, func(*model.Book) ([]model.Change, error) {
		return []model.Change{model.NamePerson(model.Person{ID: "p-1", Name: "T. Nguyen", Post: "headteacher"}, nil)}, nil
	})
	got := meeting.Seated(b, model.Meeting{MeetingStart: model.MeetingStart{People: []model.PersonID{"p-2", "p-1"}}})
	want := []model.Person{{ID: "p-2"}, {ID: "p-1", Name: "T. Nguyen", Post: "headteacher"}}
	if !slices.Equal(got, want) {
		t.Errorf("%+v, want %+v", got, want)
	}
}
