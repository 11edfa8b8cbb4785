package claims

import (
	"fmt"
	"slices"

	"waymark/model"
	"waymark/ui/visiting"
)

// editor is words being typed: what was said, or what would change our mind.
type editor struct {
	title    string
	question string
	claim    model.Claim // no id for a new one
	change   bool        // the words are what would change our mind
	areas    []model.AreaID
	line     *visiting.Line
}

// editorOf opens the words of a row.
func (s *Screen) editorOf(r row) *editor {
	e := &editor{claim: r.claim, question: r.question, areas: r.claim.Areas}
	if r.claim.ID == "" {
		e.claim.Kind, e.claim.Question = r.kind, r.question
	}
	switch r.kind {
	case model.Claimed:
		e.title = "A claim, in the headteacher’s words"
	case model.Worry:
		e.title = "The worry, in the headteacher’s words"
	default: // model.Answered
		e.title = "The answer, in their words"
	}
	e.line = visiting.NewLine(s.env, "", s.keyOf(r), r.claim.Text)
	return e
}

// keyOf is what the words of a row are kept under.
func (s *Screen) keyOf(r row) string {
	switch {
	case r.claim.ID != "":
		return "claim-" + string(r.claim.ID)
	case r.kind == model.Answered:
		return fmt.Sprint("claim-new-", r.kind, "-", slices.Index(s.visit().Questions, r.question))
	default:
		return "claim-new-" + string(r.kind)
	}
}

// changeOf opens what would change our mind about a claim.
func (s *Screen) changeOf(c model.Claim) *editor {
	return &editor{
		title: "What would change our mind?", claim: c, change: true, areas: c.Areas,
		line: visiting.NewLine(s.env, "", "claim-"+string(c.ID)+"-change", c.Change),
	}
}

func (e *editor) status() string {
	switch {
	case e.line.Found():
		return "This is what you were typing. Enter files it, Esc keeps it."
	case e.change:
		return "What would you have to see or hear? Enter files it."
	}
	return "Type what you hear. Enter files it and goes on; Tab links it to an area."
}

// start opens an editor.
func (s *Screen) start(e *editor) {
	if !s.writable() {
		return
	}
	s.edit, s.part = e, typing
}

// file files the words. After something new the next thing to ask is ready.
func (s *Screen) file() {
	e := s.edit
	fresh := e.claim.ID == ""
	switch {
	case e.line.Empty() && !e.change:
		s.status = "Type it in the words in which it was said. Esc goes back."
		return
	case e.change:
		e.claim.Change = model.CleanLine(e.line.Value())
	default:
		e.claim.Text, e.areas = linked(e.line.Value(), e.areas, s.book().Rubric())
	}
	e.claim.Areas = e.areas
	if fresh {
		e.claim.ID = model.ClaimID(s.env.Desk.NewID())
	}
	if !s.set(e.claim, "Kept. u takes it back.") {
		if fresh {
			e.claim.ID = ""
		}
		return
	}
	e.line.Filed()
	s.edit = nil
	s.part = listing
	if s.open != "" {
		s.part = checking
		return
	}
	s.toClaim(e.claim.ID)
	if fresh && s.toEmpty() {
		r, _ := s.row()
		s.start(s.editorOf(r))
		s.status = "Kept. " + map[model.ClaimKind]string{
			model.Claimed: "Now the next claim, or Esc.", model.Worry: "Now the one worry, or Esc.", model.Answered: "Now the question above, or Esc.",
		}[r.kind]
	}
}

// linked takes the links out of what is typed, as the line of notes does:
// whoever types @2.3 there types it here.
func linked(typed string, areas []model.AreaID, r model.Rubric) (string, []model.AreaID) {
	text := model.CleanLine(typed)
	for {
		n := model.ParseLine(text, r)
		if n.Area == "" || n.Text == "" {
			return text, areas
		}
		if !slices.Contains(areas, n.Area) {
			areas = append(slices.Clone(areas), n.Area)
		}
		if text = n.Text; n.Mark != "" {
			text = n.Mark.Sign() + " " + text
		}
	}
}

// toClaim moves the cursor to a claim.
func (s *Screen) toClaim(id model.ClaimID) {
	if i := slices.IndexFunc(s.rows, func(r row) bool { return r.claim.ID == id }); i >= 0 {
		s.list.Cursor = i
	}
}

// leave goes back from the words; what is typed is there again.
func (s *Screen) leave() {
	kept := s.edit.line.Kept()
	s.edit, s.part, s.status = nil, listing, ""
	if s.open != "" {
		s.part = checking
	}
	if kept {
		s.status = "What you typed is kept. Enter on the same row brings you back to it."
	}
}
