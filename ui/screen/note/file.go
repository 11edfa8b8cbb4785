package note

import (
	"errors"
	"fmt"
	"slices"
	"strings"
	"unicode/utf8"

	"waymark/model"
	"waymark/model/desk"
	"waymark/ui/env"
	"waymark/ui/task"
	"waymark/ui/widget"
)

// draftKey names the place of a draft: the same place overwrites itself, also
// after a restart.
func (s *Screen) draftKey(id model.NoteID) string {
	return fmt.Sprintf("%s/%s/%s", s.book().EvaluationID(), s.area, id)
}

// keep journals the text as it stands, or forgets the draft when there is
// nothing that could be lost.
func (s *Screen) keep() {
	if s.quick {
		s.likely = s.index.likely(s.box.Value())
	}
	text := s.box.Value()
	if s.box.Empty() || text == s.base.Text {
		s.drop()
		return
	}
	d := task.Draft{Key: s.key, Evaluation: s.book().EvaluationID(), Area: s.area, Text: text, At: s.env.Clock().UnixMilli()}
	if s.env.Unfiled == nil {
		s.env.Unfiled = map[string]task.Draft{}
	}
	s.env.Unfiled[s.key] = d
	if s.env.Drafts != nil {
		s.env.Drafts.Keep(d)
	}
}

func (s *Screen) drop() {
	if _, kept := s.env.Unfiled[s.key]; !kept {
		return
	}
	delete(s.env.Unfiled, s.key)
	if s.env.Drafts != nil {
		s.env.Drafts.Drop(s.key)
	}
}

// bringBack puts text that was typed here and never filed back into the box.
// One Ctrl+Z shows what was there before.
func (s *Screen) bringBack() {
	var found []task.Draft
	if d, ok := s.env.Unfiled[s.key]; ok {
		found = append(found, d)
	}
	mine := func(d task.Draft) bool { return d.Key == s.key }
	if b := s.env.Brought; b != nil {
		for _, d := range b.Drafts {
			if mine(d) && !slices.ContainsFunc(found, func(o task.Draft) bool { return o.Text == d.Text }) {
				found = append(found, d)
			}
		}
		b.Drafts = slices.DeleteFunc(slices.Clone(b.Drafts), mine)
	}
	if len(found) == 0 {
		return
	}
	texts := make([]string, len(found))
	for i, d := range found {
		texts[i] = model.CleanBlock(d.Text)
	}
	if s.quick && s.book().Rubric().Index(found[0].Area) >= 0 {
		s.area = found[0].Area
	}
	texts = task.Apart(texts, "\n\n")
	s.box.Replace(strings.Join(texts, "\n\n"))
	s.keep()
	s.status = "This is what you were typing. Esc keeps it, Ctrl+Z takes it out."
	if len(texts) > 1 {
		s.status = "Two unfinished texts were kept here. Both are below. Esc keeps them."
	}
}

// text is the note as it would be filed. What a visit noted of it stays.
func (s *Screen) text() model.NoteText {
	return model.NoteText{Area: s.area, Text: s.box.Value(), Kind: s.kind, Source: s.source.Value(), Private: s.private, Seen: s.base.Seen}
}

// file makes the text a note. It reports whether the screen can be left; what
// could not be filed stays in the box, and a second Esc leaves it as a draft.
func (s *Screen) file() (said string, done bool) {
	switch {
	case s.readOnly():
		return "", true
	case s.box.Empty():
		return s.fileNothing()
	case utf8.RuneCountInString(strings.TrimSpace(s.box.Value())) > model.LongestNote:
		return s.tooLong()
	}
	err := s.write([]string{s.box.Value()})
	if err == nil {
		said = fmt.Sprintf("Kept %s as a note%s. u takes it out.", widget.Count(s.box.Words(), "word", "words"), s.on())
		if s.id != "" {
			said = "Reworded. u brings the words before back."
		}
	}
	return s.filed(said, err)
}

func (s *Screen) filed(said string, err error) (string, bool) {
	var field *model.FieldError
	switch {
	case err == nil, errors.Is(err, model.ErrNothing):
		s.drop()
		return said, true
	case s.stuck:
		return "It is kept as an unfinished note. You will find it here again.", true
	case errors.Is(err, desk.ErrReadOnly):
		s.status = "This was opened to read only. Your text is kept; Esc goes back."
	case errors.Is(err, model.ErrRemoved):
		s.status = "This self-evaluation was deleted. Your text is kept; Esc goes back."
	case errors.As(err, &field):
		s.status = field.Problem + ". Your text is kept."
	default:
		s.status = "The note could not be filed. Your text is kept here; Esc goes back."
	}
	s.stuck = true
	return "", false
}

// fileNothing leaves without a note. A source alone is no note, so it is asked
// about once.
func (s *Screen) fileNothing() (string, bool) {
	s.drop()
	switch {
	case s.id != "":
		return "The note is as it was. To take it out, choose it below and press m.", true
	case s.source.Empty() || s.stuck:
		return "", true
	}
	s.stuck = true
	s.status = "A source needs a note with it. Esc again goes back without."
	return "", false
}

// write files texts as notes, in one act: the first under the id of the note
// being reworded.
func (s *Screen) write(texts []string) error {
	var all []model.Change
	id := s.id
	for _, text := range texts {
		if id == "" {
			id = model.NoteID(s.env.Desk.NewID())
		}
		n := s.text()
		n.Text = text
		changes, err := s.book().WriteNote(s.env.Desk.Voice, id, n)
		if err != nil && (!errors.Is(err, model.ErrNothing) || len(texts) == 1) {
			return err
		}
		all = append(all, changes...)
		id = ""
	}
	return s.env.Desk.Do(all, nil)
}

// on is what the note is about: " on 1.3", or nothing.
func (s *Screen) on() string {
	if s.area == "" {
		return ""
	}
	return " on " + string(s.area)
}

// leave files what is in the box and goes back.
func (s *Screen) leave() {
	said, done := s.file()
	if !done {
		return
	}
	s.env.Nav.Pop()
	if said != "" {
		s.env.Nav.Say(said)
	}
}

// reword files what is in the box and takes the chosen earlier note into it.
func (s *Screen) reword() {
	if s.earlier.Cursor >= len(s.notes) || s.readOnly() {
		return
	}
	n := s.notes[s.earlier.Cursor]
	said, done := s.file()
	if !done {
		s.part = inBox
		s.arrange()
		return
	}
	s.status = strings.TrimSpace(said + " Now reword the note of " + day(n) + ".")
	s.base = model.NoteText{}
	s.load(n.ID)
	s.part = inBox
	s.bringBack()
	s.refresh()
}

// remove takes the chosen earlier note out.
func (s *Screen) remove() {
	if s.earlier.Cursor >= len(s.notes) {
		return
	}
	err := s.env.Desk.Do(s.book().RemoveNote(s.env.Desk.Voice, s.notes[s.earlier.Cursor].ID))
	switch {
	case err == nil:
		s.refresh()
		s.status = "The note is taken out. u brings it back."
	case errors.Is(err, desk.ErrReadOnly):
		s.status = "This was opened to read only. Nothing has changed."
	default:
		s.status = "The note could not be taken out. Nothing has changed."
	}
}

// edited takes what the bigger editor gave back. Text is never given up for
// nothing: when the editor fails, what was there stays.
func (s *Screen) edited(msg env.EditedMsg) {
	if !s.editing {
		return
	}
	s.editing = false
	name := msg.Editor
	if name == "" {
		name = "The editor"
	}
	old, came := s.box.Value(), model.CleanBlock(msg.Text)
	same := came == "" || came == model.CleanBlock(old)
	switch {
	case msg.Err != nil && same:
		s.status = name + " did not finish. Your note is kept as it was."
	case msg.Err != nil:
		s.box.Replace(strings.TrimSpace(old + "\n\n" + came))
		s.keep()
		s.status = name + " did not finish. Both texts are here; keep what you want."
	case came == "" && !s.box.Empty():
		s.status = name + " came back empty. Your note is kept as it was."
	case same:
		s.status = "Back from " + name + ". Nothing has changed."
	default:
		s.box.Replace(came)
		s.changed()
		s.status = fmt.Sprintf("Back from %s with %s. Ctrl+Z returns to the text before.", name, widget.Count(s.box.Words(), "word", "words"))
	}
}
