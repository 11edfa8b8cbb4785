package jot

import (
	"errors"
	"strconv"
	"strings"

	"waymark/model"
	"waymark/model/desk"
	"waymark/ui/env"
	"waymark/ui/layout"
)

// Note is what a typed line becomes at a stop of a visit.
func Note(b *model.Book, v model.Visit, slot model.SlotID, typed string) model.NoteText {
	n := model.ParseLine(typed, b.Rubric())
	n.Visit, n.Slot = v.ID, slot
	if s, ok := v.Slot(slot); ok {
		n.Fact = s.Kind.Fact()
	}
	return n
}

// File files a typed line as a note at a stop. Whoever is at no stop yet is at
// this one from now on when begin says so; both are one act.
func File(e *env.Env, v model.Visit, slot model.SlotID, typed string, begin bool) (model.NoteText, error) {
	d := e.Desk
	n := Note(d.Book, v, slot, typed)
	if v.Closed {
		return n, model.ErrVisitClosed
	}
	changes, err := d.Book.WriteNote(d.Voice, model.NoteID(d.NewID()), n)
	if err != nil {
		return n, err
	}
	if begin && slot != "" {
		gone, err := d.Book.GoTo(d.Voice, v.ID, slot)
		if err != nil && !errors.Is(err, model.ErrNothing) {
			return n, err
		}
		changes = append(gone, changes...)
	}
	return n, d.Do(changes, nil)
}

// Here is the stop that somebody is at, unless it has been taken out since.
func Here(v model.Visit, person model.PersonID) (model.Slot, bool) {
	at, gone := v.At(person)
	if !gone {
		return model.Slot{}, false
	}
	return v.Slot(at.Slot)
}

// Typed is a note as it would be typed on the line.
func Typed(n model.NoteText) string {
	text := strings.Join(strings.Fields(n.Text), " ")
	if n.Area != "" {
		text = "@" + string(n.Area) + " " + text
	}
	if n.Mark != "" {
		text = n.Mark.Sign() + " " + text
	}
	return text
}

// Linked is a typed line with area as its link instead of the one it had.
func Linked(typed string, area model.AreaID, r model.Rubric) string {
	n := model.ParseLine(typed, r)
	n.Area = area
	return Typed(n)
}

// Words says what a note is besides its words: "next step, 2.3, 2 of 6".
func Words(n model.NoteText) string {
	var parts []string
	if words := MarkWords(n.Mark); words != "" {
		parts = append(parts, words)
	}
	if n.Area != "" {
		parts = append(parts, string(n.Area))
	}
	if n.Of > 0 {
		parts = append(parts, Count(n))
	}
	return strings.Join(parts, ", ")
}

// Filed is what is said once a note is filed, after words. It tells of a link
// that was typed and does not link, else how to take the note back.
func Filed(words string, n model.NoteText, r model.Rubric) string {
	for _, word := range strings.Fields(n.Text) {
		code, typed := strings.CutPrefix(word, "@")
		code = strings.TrimRight(code, ",;:.")
		switch id := model.AreaID(strings.ToUpper(code)); {
		case !typed || code == "":
		case r.Index(id) >= 0 || r.Index(model.AreaID(code)) >= 0:
			return words + ". A note links to one area only."
		default:
			return words + ". There is no area " + layout.Cut(code, 12) + "."
		}
	}
	return words + ". Ctrl+Z takes it back."
}

// MarkWords is a mark as people say it, "" for none.
func MarkWords(m model.Mark) string {
	switch m {
	case model.MarkStrength:
		return "strength"
	case model.MarkNextStep:
		return "next step"
	case model.MarkFollowUp:
		return "follow up"
	default:
		return ""
	}
}

// Why says why something of a visit was not written, and that the text is safe.
func Why(err error) string {
	var field *model.FieldError
	switch {
	case err == nil, errors.Is(err, model.ErrNothing):
		return ""
	case errors.Is(err, model.ErrVisitClosed):
		return "This visit is closed. Open it again under Visits (g v). Your text is kept."
	case errors.Is(err, desk.ErrReadOnly):
		return "This was opened to read only. Your text is kept."
	case errors.Is(err, model.ErrRemoved):
		return "This self-evaluation was deleted. Your text is kept."
	case errors.As(err, &field):
		what, _, _ := strings.Cut(field.Problem, ". ")
		return env.Sentence(what) + " Your text is kept."
	default:
		return "That could not be filed. Your text is kept here. Press Enter to try again."
	}
}

// Count is how many of how many a note tells of, as people read it.
func Count(n model.NoteText) string {
	if n.Of == 0 {
		return ""
	}
	return strconv.Itoa(n.N) + " of " + strconv.Itoa(n.Of)
}

// Reworded is a note with the words, mark, link and count of a typed line; what
// the line cannot say stays.
func Reworded(n model.NoteText, typed string, r model.Rubric) model.NoteText {
	p := model.ParseLine(typed, r)
	n.Text, n.Mark, n.Area, n.N, n.Of = p.Text, p.Mark, p.Area, p.N, p.Of
	n.General = n.General && n.Area == ""
	return n
}
