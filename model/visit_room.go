package model

import (
	"regexp"
	"slices"
	"strconv"
	"strings"
)

// RoomID names one room that a visit looked into.
type RoomID string

// RoomText is the value of a room. It is known by phase and subject, never by
// the name of who teaches there: Teacher is a code that only the school can read.
type RoomText struct {
	Slot    SlotID `json:"slot,omitempty"`
	Place   string `json:"place,omitempty"`
	Phase   Phase  `json:"phase,omitempty"`
	Subject string `json:"subject,omitempty"`
	Teacher string `json:"teacher,omitempty"`
	Minutes int    `json:"minutes,omitempty"`
	Chosen  bool   `json:"chosen,omitempty"` // the school chose it as a possible example
}

// Watching is the role and position an observer has in a room.
type Watching struct {
	Role     string `json:"role,omitempty"`
	Position string `json:"position,omitempty"`
}

// Observation is the answer of one observer to one item of the checklist.
type Observation struct {
	Answer string `json:"answer"`
	// Pupils is how many of the three pupils sampled did what is looked for, nil
	// when none were sampled.
	Pupils *int   `json:"pupils,omitempty"`
	Note   string `json:"note,omitempty"`
}

// Sampled is how many pupils an observer watches in a room.
const Sampled = 3

// Room is a room as it stands in a visit.
type Room struct {
	RoomText
	ID       RoomID
	At       int64
	Watchers []Watcher // by person
	Observed []Observed
	// Contested says that copies describe the room differently, of which this is
	// the first.
	Contested bool
	entered   bool // what is known of it has been read
}

// Watcher is an observer in a room.
type Watcher struct {
	Watching
	Person PersonID
}

// Observed is an observation as it stands, by person, then item.
type Observed struct {
	Observation
	Item      ItemID
	Person    PersonID
	Contested bool // two copies hold different answers of this person, of which this is the first
}

// Observers lists who has answered anything in the room.
func (r Room) Observers() []PersonID {
	var all []PersonID
	for _, o := range r.Observed {
		if !slices.Contains(all, o.Person) {
			all = append(all, o.Person)
		}
	}
	slices.Sort(all)
	return all
}

// By is what person answered to item.
func (r Room) By(person PersonID, item ItemID) (Observed, bool) {
	for _, o := range r.Observed {
		if o.Person == person && o.Item == item {
			return o, true
		}
	}
	return Observed{}, false
}

// Name is the room as people read it.
func (r RoomText) Name() string {
	name := r.Subject
	for _, part := range []string{string(r.Phase), r.Place} {
		switch {
		case part == "":
		case name == "":
			name = part
		default:
			name += ", " + part
		}
	}
	if name == "" {
		return "Room"
	}
	return name
}

// teacherCode is a letter or three and a number: no name fits it.
var teacherCode = regexp.MustCompile(`^[A-Z]{1,3}-?[0-9]{1,4}$`)

// longestRoom is how many minutes one room may count for.
const longestRoom = 180

func (r RoomText) check() (RoomText, error) {
	r.Place, r.Subject, r.Teacher = CleanLine(r.Place), CleanLine(r.Subject), strings.ToUpper(CleanLine(r.Teacher))
	switch {
	case r.Teacher != "" && !teacherCode.MatchString(r.Teacher):
		return r, &FieldError{Field: "teacher", Problem: "Use a code such as T7 for the teacher. Leave names out"}
	case r.Minutes < 0 || r.Minutes > longestRoom:
		return r, &FieldError{Field: "minutes", Problem: "Minutes must be from 0 to " + strconv.Itoa(longestRoom)}
	case r.Phase != "" && !slices.Contains(Phases(), r.Phase):
		return r, &FieldError{Field: "phase", Problem: "Phase must be early, primary, secondary, post-16 or special"}
	}
	return r, nil
}

func (o Observation) check(checklist Rubric) (Observation, error) {
	o.Note = CleanLine(o.Note)
	switch {
	case !slices.Contains(checklist.Answers, o.Answer):
		return o, &FieldError{Field: "answer", Problem: "Answer must be one of those on the checklist"}
	case o.Pupils != nil && (*o.Pupils < 0 || *o.Pupils > Sampled):
		return o, &FieldError{Field: "pupils", Problem: "Pupils must be from 0 to 3"}
	}
	return o, nil
}
