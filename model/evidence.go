package model

import (
	"slices"
	"strings"
	"unicode/utf8"
)

// NoteID names one note.
type NoteID string

// NoteKind is where a note comes from.
type NoteKind string

// The kinds of note, in the order the note screen offers them.
const (
	FromVisit    NoteKind = "lesson-visit"
	FromWork     NoteKind = "pupils-work"
	FromPupils   NoteKind = "pupil-voice"
	FromData     NoteKind = "data"
	FromFamilies NoteKind = "families"
	FromOther    NoteKind = "other"
)

// NoteKinds lists the kinds of note in the order they are offered.
func NoteKinds() []NoteKind {
	return []NoteKind{FromVisit, FromWork, FromPupils, FromData, FromFamilies, FromOther}
}

// Words is the kind as people read it.
func (k NoteKind) Words() string {
	switch k {
	case FromVisit:
		return "Lesson visit"
	case FromWork:
		return "Pupils’ work"
	case FromPupils:
		return "Pupil voice"
	case FromData:
		return "Data"
	case FromFamilies:
		return "Families"
	default: // FromOther, and a kind from a later version
		return "Other"
	}
}

// ParseNoteKind reads the stored or the shown spelling of a kind.
func ParseNoteKind(typed string) (NoteKind, error) {
	typed = strings.ToLower(strings.ReplaceAll(strings.TrimSpace(typed), "'", "’"))
	for _, k := range NoteKinds() {
		if typed == string(k) || typed == strings.ToLower(k.Words()) {
			return k, nil
		}
	}
	return "", &FieldError{Field: "kind", Problem: "Kind must be lesson-visit, pupils-work, pupil-voice, data, families or other"}
}

// NoteText is the value of a note: evidence in the words of whoever saw it.
type NoteText struct {
	Area    AreaID   `json:"area,omitempty"` // "" for a note on the school as a whole
	Text    string   `json:"text"`
	Kind    NoteKind `json:"kind,omitempty"`
	Source  string   `json:"source,omitempty"` // a document's title and where it is kept, never the document
	Private bool     `json:"private,omitempty"`
	Seen
}

// Seen is what a note taken on a visit has beside its words: all of it optional.
type Seen struct {
	Visit VisitID  `json:"visit,omitempty"`
	Slot  SlotID   `json:"slot,omitempty"`
	Time  string   `json:"time,omitempty"` // when it was seen, as 10:16, where that is not when it was filed
	Mark  Mark     `json:"mark,omitempty"`
	Fact  FactKind `json:"fact,omitempty"`
	N     int      `json:"n,omitempty"` // seen in n of m
	Of    int      `json:"of,omitempty"`
	// General says that the note was looked at again and belongs to no area.
	General bool `json:"general,omitempty"`
}

// Mark is what a reviewer means to do with a note.
type Mark string

// The marks of the capture line: + > and *.
const (
	MarkStrength Mark = "strength"
	MarkNextStep Mark = "next-step"
	MarkFollowUp Mark = "follow-up"
)

// Sign is the mark as it is typed and shown, or a space.
func (m Mark) Sign() string {
	switch m {
	case MarkStrength:
		return "+"
	case MarkNextStep:
		return ">"
	case MarkFollowUp:
		return "*"
	default:
		return " "
	}
}

// FactKind says how what a note holds came to be known.
type FactKind string

// The kinds of fact.
const (
	FactSeen    FactKind = "see"
	FactHeard   FactKind = "hear"
	FactRead    FactKind = "read"
	FactCounted FactKind = "count"
)

// FactKinds lists the kinds of fact in the order they are offered.
func FactKinds() []FactKind { return []FactKind{FactSeen, FactHeard, FactRead, FactCounted} }

func (s Seen) check() error {
	switch {
	case s.Mark != "" && s.Mark.Sign() == " ":
		return &FieldError{Field: "mark", Problem: "Mark must be strength, next-step or follow-up"}
	case s.Fact != "" && !slices.Contains(FactKinds(), s.Fact):
		return &FieldError{Field: "kind", Problem: "How it is known must be see, hear, read or count"}
	case s.N < 0 || s.Of < 0 || s.N > s.Of:
		return &FieldError{Field: "of", Problem: "Say how many of how many, such as 3 of 9"}
	}
	if s.Time != "" {
		if _, err := ParseClock(s.Time); err != nil {
			return err
		}
	}
	return nil
}

// Note is a note as it stands in an evaluation.
type Note struct {
	NoteText
	ID        NoteID
	Role      Role
	Person    PersonID
	At        int64
	Event     EventID
	Contested bool
}

// LongestNote is how many characters a note may have; longer text is offered
// to be split before it gets here.
const LongestNote = 20000

// check refuses an empty or endless note.
func (n NoteText) check(r Rubric) (NoteText, error) {
	n.Text, n.Source = strings.TrimSpace(safeBlock(n.Text)), CleanLine(n.Source)
	switch {
	case n.Text == "":
		return n, &FieldError{Field: "note", Problem: "Enter what you saw, heard or read"}
	case utf8.RuneCountInString(n.Text) > LongestNote:
		return n, &FieldError{Field: "note", Problem: "A note must be 20,000 characters or fewer. Split it into several notes"}
	case n.Area != "" && r.Index(n.Area) < 0:
		return n, &FieldError{Field: "area", Problem: "There is no area " + string(n.Area) + " in this rubric"}
	}
	if n.Kind != "" {
		kind, err := ParseNoteKind(string(n.Kind))
		if err != nil {
			return n, err
		}
		n.Kind = kind
	}
	return n, n.Seen.check()
}
