package model

import (
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
	return n, nil
}
