package tidy

import (
	"cmp"
	"maps"
	"slices"
	"strings"
	"time"

	"waymark/model"
	"waymark/model/arrange"
	"waymark/model/visit"
	"waymark/ui/jot"
	"waymark/ui/task"
)

// entry is something unfinished: a note without an area, words that were never
// filed, or new words for a note that were never filed.
type entry struct {
	id     string
	note   model.Note // as it would be filed; a draft has no id of its own yet
	draft  string     // the key of the draft it is, "" for a note
	reword bool       // the draft rewords a note that is there
	at     time.Time  // when it was typed
}

// refresh reads what is unfinished: words that were never filed first.
func (s *Screen) refresh() {
	v, on := s.env.Visit()
	s.entries = s.entries[:0]
	if !on {
		return
	}
	for _, d := range s.drafts(v) {
		if e, ok := s.ofDraft(v, d); ok {
			s.entries = append(s.entries, e)
		}
	}
	for _, n := range visit.Untidy(s.book().Evaluation(), v, s.env.Desk.Voice.Person) {
		if !slices.ContainsFunc(s.entries, func(e entry) bool { return e.note.ID == n.ID }) {
			s.entries = append(s.entries, entry{id: string(n.ID), note: n, at: time.UnixMilli(n.At)})
		}
	}
	for _, e := range s.entries {
		if !slices.Contains(s.order, e.id) {
			s.order = append(s.order, e.id)
		}
	}
	arrange.By(s.entries, func(a, b entry) int { return cmp.Compare(slices.Index(s.order, a.id), slices.Index(s.order, b.id)) })
}

// drafts lists the unfiled lines of the visit, the oldest first.
func (s *Screen) drafts(v model.Visit) []task.Draft {
	all := slices.Collect(maps.Values(s.env.Unfiled))
	if b := s.env.Brought; b != nil {
		for _, d := range b.Drafts {
			if _, here := s.env.Unfiled[d.Key]; !here {
				all = append(all, d)
			}
		}
	}
	all = slices.DeleteFunc(all, func(d task.Draft) bool {
		of, _, ok := jot.Of(d.Key)
		return !ok || of != v.ID || d.Evaluation != "" && d.Evaluation != s.book().EvaluationID() || strings.TrimSpace(d.Text) == ""
	})
	arrange.By(all, func(a, b task.Draft) int { return cmp.Or(cmp.Compare(a.At, b.At), cmp.Compare(a.Key, b.Key)) })
	return slices.CompactFunc(all, func(a, b task.Draft) bool { return a.Key == b.Key })
}

// ofDraft is a draft as the note it would become; ok is false for words of other
// kinds, which wait where they were typed.
func (s *Screen) ofDraft(v model.Visit, d task.Draft) (e entry, ok bool) {
	_, what, _ := jot.Of(d.Key)
	e = entry{id: d.Key, draft: d.Key, at: time.UnixMilli(d.At)}
	if id, reword := strings.CutPrefix(what, "note-"); reword {
		for _, n := range s.book().Evaluation().VisitNotes(v.ID) {
			if string(n.ID) == id && n.Person == s.env.Desk.Voice.Person {
				e.note, e.reword = n, true
				e.note.NoteText = jot.Reworded(n.NoteText, d.Text, s.book().Rubric())
				return e, true
			}
		}
		return e, false
	}
	if what != jot.TheLine && what != jot.Quick {
		return e, false
	}
	slot, _ := jot.Here(v, s.env.Desk.Voice.Person)
	e.note.NoteText = jot.Note(s.book(), v, slot.ID, d.Text)
	e.note.ID = model.NoteID(s.idFor(d.Key))
	return e, true
}

// idFor is the id that a draft gets as a note, one and the same while this
// screen is open.
func (s *Screen) idFor(key string) string {
	if s.ids == nil {
		s.ids = map[string]string{}
	}
	if s.ids[key] == "" || s.filed(s.ids[key]) {
		s.ids[key] = s.env.Desk.NewID()
	}
	return s.ids[key]
}

// filed reports whether there is a note of that id.
func (s *Screen) filed(id string) bool {
	v, _ := s.env.Visit()
	return slices.ContainsFunc(s.book().Evaluation().VisitNotes(v.ID), func(n model.Note) bool { return string(n.ID) == id })
}

// tidied is how many of this person's notes and unfiled lines are tidy.
func (s *Screen) tidied() (n, of int) {
	v, _ := s.env.Visit()
	for _, note := range s.book().Evaluation().VisitNotes(v.ID) {
		if note.Person == s.env.Desk.Voice.Person {
			of++
		}
	}
	for _, e := range s.entries {
		if e.draft != "" && !e.reword {
			of++
		}
	}
	return of - len(s.entries), of
}

// knownWords is how something came to be known.
func knownWords(f model.FactKind) string {
	switch f {
	case model.FactSeen:
		return "seen"
	case model.FactHeard:
		return "heard"
	case model.FactRead:
		return "read"
	case model.FactCounted:
		return "counted"
	default:
		return ""
	}
}
