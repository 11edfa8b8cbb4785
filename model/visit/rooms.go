package visit

import (
	"cmp"
	"fmt"
	"slices"
	"strings"

	"waymark/model"
	"waymark/model/arrange"
)

// answers reads the answers of a checklist: the first is the fullest, those
// that say that an item did not apply stand outside, and of the others the last
// says that it was not seen.
type answers struct{ all []string }

// found says what an answer means for an item.
type found int

const (
	foundNothing found = iota // no answer, or one that is not on the list
	foundSeen
	foundPartly
	foundNot
	foundOutside // it did not apply: the visit missed that part of the lesson
)

func (a answers) read(answer string) found {
	if !slices.Contains(a.all, answer) {
		return foundNothing
	}
	if outside(answer) {
		return foundOutside
	}
	within := slices.DeleteFunc(slices.Clone(a.all), outside)
	switch at := slices.Index(within, answer); {
	case at == 0:
		return foundSeen
	case at == len(within)-1:
		return foundNot
	}
	return foundPartly
}

// outside reports whether an answer takes an item out of the count.
func outside(answer string) bool {
	switch strings.ToLower(strings.TrimSpace(answer)) {
	case "not applicable", "does not apply", "n/a", "na":
		return true
	}
	return false
}

// Joint is the team's one answer to an item in a room: the lead's, else that of
// the first observer who gave one.
func Joint(v model.Visit, r model.Room, item model.ItemID) (model.Observed, bool) {
	if o, ok := r.By(v.Lead, item); ok {
		return o, true
	}
	for _, p := range r.Observers() {
		if o, ok := r.By(p, item); ok {
			return o, true
		}
	}
	return model.Observed{}, false
}

// pupilsIn is how many of the three pupils sampled did what the item looks for:
// from the joint answer, else from the first observer who sampled any.
func pupilsIn(v model.Visit, r model.Room, item model.ItemID) (n int, sampled bool) {
	if o, ok := Joint(v, r, item); ok && o.Pupils != nil {
		return *o.Pupils, true
	}
	for _, p := range r.Observers() {
		if o, ok := r.By(p, item); ok && o.Pupils != nil {
			return *o.Pupils, true
		}
	}
	return 0, false
}

// Together is how far the observers of one room gave the same answers: to Same
// of the Of items that two or more of them answered.
type Together struct {
	Observers int
	Same, Of  int
	Differed  []model.ItemID
}

// Observed compares those who were in a room together, over the items of the
// checklist.
func Observed(r model.Room, checklist model.Rubric) Together {
	who := r.Observers()
	t := Together{Observers: len(who)}
	for _, item := range checklist.Items() {
		var said []string
		for _, p := range who {
			if o, ok := r.By(p, item.ID); ok && slices.Contains(checklist.Answers, o.Answer) {
				said = append(said, o.Answer)
			}
		}
		if len(said) < 2 {
			continue
		}
		t.Of++
		if len(slices.Compact(said)) == 1 {
			t.Same++
			continue
		}
		t.Differed = append(t.Differed, item.ID)
	}
	return t
}

// Words says it in one line, or "" for a room with one observer.
func (t Together) Words() string {
	switch {
	case t.Observers < 2:
		return ""
	case t.Of == 0:
		return fmt.Sprintf("%d observers, who answered no line in common.", t.Observers)
	}
	words := fmt.Sprintf("%d observers gave the same answer to %d of %s.", t.Observers, t.Same, countWords(t.Of, "line", "lines"))
	if len(t.Differed) > 0 {
		words += " They saw " + inSentence(itemNames(t.Differed)) + " differently."
	}
	return words
}

func itemNames(ids []model.ItemID) []string {
	names := make([]string, len(ids))
	for i, id := range ids {
		names[i] = string(id)
	}
	return names
}

// Time is how long was spent in rooms.
type Time struct {
	Teacher string // a code; "" for rooms without one
	Rooms   int
	Minutes int
	Untimed int // rooms whose minutes nobody wrote down
}

// Words is the time in one line: "T7: 50 minutes in 2 rooms".
func (t Time) Words() string {
	who := t.Teacher
	if who == "" {
		who = "No code"
	}
	return who + ": " + t.length()
}

func (t Time) length() string {
	words := Length(t.Minutes) + " in " + countWords(t.Rooms, "room", "rooms")
	if t.Untimed > 0 {
		words += ", " + countWords(t.Untimed, "of them without its minutes", "of them without their minutes")
	}
	return words
}

// Length is minutes as people say them: "3 hours 20 minutes".
func Length(minutes int) string {
	h, m := minutes/60, minutes%60
	switch {
	case h == 0:
		return countWords(m, "minute", "minutes")
	case m == 0:
		return countWords(h, "hour", "hours")
	}
	return countWords(h, "hour", "hours") + " " + countWords(m, "minute", "minutes")
}

// Hours adds up the time spent in the rooms of these visits: for each teacher
// by code, and in all. A room counts once, however many observed it.
func Hours(visits ...model.Visit) (teachers []Time, all Time) {
	for _, v := range visits {
		for _, r := range v.Rooms {
			i := slices.IndexFunc(teachers, func(t Time) bool { return t.Teacher == r.Teacher })
			if i < 0 {
				i = len(teachers)
				teachers = append(teachers, Time{Teacher: r.Teacher})
			}
			teachers[i], all = teachers[i].and(r), all.and(r)
		}
	}
	arrange.By(teachers, func(x, y Time) int {
		return cmp.Or(cmp.Compare(asInt(x.Teacher == ""), asInt(y.Teacher == "")), compareCodes(x.Teacher, y.Teacher))
	})
	return teachers, all
}

func (t Time) and(r model.Room) Time {
	t.Rooms++
	t.Minutes += r.Minutes
	if r.Minutes == 0 {
		t.Untimed++
	}
	return t
}

// compareCodes puts T2 before T10.
func compareCodes(x, y string) int {
	return cmp.Or(cmp.Compare(strings.TrimRight(x, "0123456789"), strings.TrimRight(y, "0123456789")), cmp.Compare(len(x), len(y)), cmp.Compare(x, y))
}

func asInt(b bool) int {
	if b {
		return 1
	}
	return 0
}
