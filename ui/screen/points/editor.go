package points

import (
	"cmp"
	"fmt"
	"slices"

	"waymark/model"
	"waymark/model/arrange"
	"waymark/ui/env"
	"waymark/ui/visiting"
	"waymark/ui/widget"
)

// editor is one point, or one of the last words, being put into words.
type editor struct {
	key     string // what its ticked notes are kept under
	title   string
	kind    model.PointKind
	id      model.PointID // "" for a new one
	closing closing
	fields  []field
	at      int // the field with the focus; len(fields) for the notes, one more for consent
	all     []model.Note
	ticked  []model.NoteID
	area    model.AreaID
	consent bool
	notes   widget.List
	filled  string // the sentence taken from a note, until it is altered
	env     *env.Env
}

// field is a line with what it asks for.
type field struct {
	title string
	line  *visiting.Line
}

// pointEditor opens a point: a new one at the notes it may rest on.
func (s *Screen) pointEditor(r row) *editor {
	e := &editor{kind: r.kind, id: r.point.ID, area: r.point.Area, consent: r.point.Consent, env: s.env}
	e.key, e.title = keyOf(r), "A "+called(r.kind)
	e.fields = []field{{"In one sentence", visiting.NewLine(s.env, "", e.key, r.point.Text)}}
	switch r.kind {
	case model.NextStepTo:
		e.fields = append(e.fields, field{"Who in the school could lead it, by post", visiting.NewLine(s.env, "", e.key+"-lead", r.point.Lead)})
	case model.BrightSpot:
		e.fields = append(e.fields, field{"Who could come and see it", visiting.NewLine(s.env, "", e.key+"-viewers", r.point.Viewers)})
	default: // a strength has nothing beside its sentence
	}
	e.fields[0].line.Limit(model.LongestStep)
	e.ticked = slices.Clone(r.point.Notes)
	if kept, ok := s.picked[e.key]; ok {
		e.ticked = slices.Clone(kept)
	}
	e.all = s.evidence(r.kind, e.id)
	e.notes.Set(len(e.all), 1)
	if e.id == "" && len(e.all) > 0 && !e.fields[0].line.Found() {
		e.at = e.notesAt()
	}
	return e
}

// closingEditor opens one of the last words of the visit.
func (s *Screen) closingEditor(c closing) *editor {
	key, title := c.key(), c.question()
	hint := [...]string{"", "In one sentence", "In one sentence", "A date, or when in words"}[c]
	return &editor{key: key, title: title, closing: c, env: s.env, fields: []field{{hint, visiting.NewLine(s.env, "", key, s.answer(c))}}}
}

// evidence lists this visit's notes that can be shared: those marked for the
// kind first, and last those that another point rests on already.
func (s *Screen) evidence(k model.PointKind, but model.PointID) []model.Note {
	notes := visiting.ToShare(s.book().Evaluation().VisitNotes(s.visit().ID))
	first := model.MarkStrength
	if k == model.NextStepTo {
		first = model.MarkNextStep
	}
	rank := func(n model.Note) int {
		switch {
		case s.used(n.ID, but):
			return 4
		case n.Mark == first:
			return 0
		case n.Mark == model.MarkFollowUp:
			return 1
		case n.Mark == "":
			return 2
		default: // marked for the other list
			return 3
		}
	}
	arrange.By(notes, func(a, b model.Note) int { return cmp.Compare(rank(a), rank(b)) })
	return notes
}

// used reports whether another point than but rests on a note.
func (s *Screen) used(n model.NoteID, but model.PointID) bool {
	return slices.ContainsFunc(s.visit().Points, func(p model.Point) bool { return p.ID != but && slices.Contains(p.Notes, n) })
}

func (e *editor) notesAt() int { return len(e.fields) }

// consentAt is the part where consent is ticked; only a bright spot has it.
func (e *editor) consentAt() int { return len(e.fields) + 1 }

// parts is how many parts Tab goes through.
func (e *editor) parts() int {
	switch {
	case e.closing != noClosing:
		return 1
	case e.kind == model.BrightSpot:
		return len(e.fields) + 2
	}
	return len(e.fields) + 1
}

func (e *editor) line() *visiting.Line {
	if e.at < len(e.fields) {
		return e.fields[e.at].line
	}
	return nil
}

// turn goes to the next part, round to the first. Without notes there is
// nothing to go to in their part.
func (e *editor) turn(by int) {
	e.at = (e.at + by + e.parts()) % e.parts()
	if e.at == e.notesAt() && len(e.all) == 0 && e.closing == noClosing {
		e.at = (e.at + by + e.parts()) % e.parts()
	}
}

// tick takes the note under the cursor as evidence, or leaves it out again. The
// first note gives the sentence to start from.
func (e *editor) tick() {
	if len(e.all) == 0 {
		return
	}
	n := e.all[e.notes.Cursor]
	if i := slices.Index(e.ticked, n.ID); i >= 0 {
		e.ticked = slices.Delete(slices.Clone(e.ticked), i, i+1)
		if f := e.fields[0].line; e.filled != "" && f.Value() == e.filled && len(e.ticked) == 0 {
			f.Put("")
		}
		return
	}
	e.ticked = append(slices.Clone(e.ticked), n.ID)
	if f := e.fields[0].line; f.Empty() {
		f.Put(model.CleanLine(n.Text))
		e.filled = f.Value()
	}
}

// about is the area of the first note ticked that has one.
func (e *editor) about() model.AreaID {
	for _, id := range e.ticked {
		i := slices.IndexFunc(e.all, func(n model.Note) bool { return n.ID == id })
		if i >= 0 && e.all[i].Area != "" {
			return e.all[i].Area
		}
	}
	return e.area
}

// click goes to the field or the note under the mouse; a second click ticks it.
func (e *editor) click(id int) {
	switch i := id - firstNote; {
	case id == consentRow:
		e.at, e.consent = e.consentAt(), !e.consent
	case i < 0:
		e.at = min(max(0, id), len(e.fields)-1)
	case e.at == e.notesAt() && e.notes.Cursor == i:
		e.tick()
	default:
		e.at, e.notes.Cursor = e.notesAt(), i
	}
}

// status says what the part with the focus is for.
func (e *editor) status() string {
	switch {
	case e.at == e.notesAt():
		return fmt.Sprintf("Space picks what this rests on: %d picked. Enter goes on to the sentence.", len(e.ticked))
	case e.at == e.consentAt():
		return "A bright spot is shared only when those concerned agree. Space says so."
	case e.line().Found():
		return "This is what you were typing. Enter files it, Esc keeps it."
	}
	does := "files it"
	if e.at+1 < len(e.fields) {
		does = "goes on"
	}
	if e.at == 0 && e.closing == noClosing {
		return e.env.Say("Enter " + does + ". @2.3 names an area. Leave out pupils’ and teachers’ names.")
	}
	return e.env.Say("Enter " + does + ". Leave out names of pupils and teachers.")
}

// enter goes on to what is still to be said, or files it.
func (s *Screen) editEnter() {
	e := s.edit
	switch {
	case e.closing != noClosing:
		s.fileClosing()
	case e.at == e.notesAt():
		e.at, s.status = 0, ""
	case e.fields[0].line.Empty():
		e.at, s.status = 0, "Enter it in one sentence."
	case e.at+1 < len(e.fields):
		e.at, s.status = e.at+1, ""
	case e.kind == model.BrightSpot && e.at != e.consentAt():
		e.at, s.status = e.consentAt(), ""
	default:
		s.filePoint()
	}
}

// filePoint files the point as it stands.
func (s *Screen) filePoint() {
	e := s.edit
	text, area := s.sentence()
	p := model.PointText{Kind: e.kind, Text: text, Area: area, Notes: e.ticked, Consent: e.consent}
	switch e.kind {
	case model.NextStepTo:
		p.Lead = e.fields[1].line.Value()
	case model.BrightSpot:
		p.Viewers = e.fields[1].line.Value()
	default: // a strength has nothing beside its sentence
	}
	id, said := e.id, "Reworded. u brings the words before back."
	if id == "" {
		id, said = model.PointID(s.env.Desk.NewID()), "Chosen: a "+called(e.kind)+". u takes it out."
	}
	changes, err := s.book().SetPoint(s.env.Desk.Voice, s.visit().ID, id, p)
	if s.do(said, changes, err) {
		s.filed()
		s.toNext(e.kind)
	}
}

// sentence is the sentence, and the area that it is about: the one typed in it
// as @2.3, else that of the evidence.
func (s *Screen) sentence() (text string, area model.AreaID) {
	text = s.edit.fields[0].line.Value()
	if n := model.ParseLine(text, s.book().Rubric()); n.Area != "" {
		return n.Text, n.Area
	}
	return text, s.edit.about()
}

// fileClosing files one of the last words of the visit.
func (s *Screen) fileClosing() {
	e, now := s.edit, s.visit().Closing
	text := e.fields[0].line.Value()
	switch e.closing {
	case closingFirst:
		now.First = text
	case closingAsked:
		now.Asked = text
	default: // closingFollowUp
		now.FollowUp = text
	}
	changes, err := s.book().SetClosing(s.env.Desk.Voice, s.visit().ID, now)
	if s.do("Kept. u takes it back.", changes, err) {
		s.filed()
		s.list.Move(1)
	}
}

// filed leaves the editor with nothing left to keep.
func (s *Screen) filed() {
	for _, f := range s.edit.fields {
		f.line.Filed()
	}
	delete(s.picked, s.edit.key)
	s.edit = nil
}

// keep leaves the editor; what is typed and ticked is there again next time.
func (s *Screen) keep() {
	e := s.edit
	s.edit, s.status = nil, ""
	s.picked[e.key] = e.ticked
	for _, f := range e.fields {
		if f.line.Kept() {
			s.status = "What you typed is kept. Enter on the same row brings you back to it."
		}
	}
}
