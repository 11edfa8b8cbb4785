package sheet

import (
	"errors"
	"slices"
	"strconv"
	"strings"

	"waymark/model"
	"waymark/model/visit"
	"waymark/ui/checklist"
	"waymark/ui/env"
	"waymark/ui/visiting"
)

// The fields of a room, in the order Tab goes. Those between phaseAt and roleAt
// are typed, the others are chosen.
const (
	phaseAt = iota
	subjectAt
	placeAt
	teacherAt
	minutesAt
	roleAt
	positionAt
	chosenAt
	fields
)

// typedFields is how many fields are typed.
const typedFields = minutesAt - subjectAt + 1

// head is which room it is, and who watches from where.
type head struct {
	env      *env.Env
	room     model.Room // as it is filed; no id for a new one
	phase    model.Phase
	lines    [typedFields]*visiting.Line
	role     string
	position string
	chosen   bool
	turned   bool // something was chosen by hand
	at       int
	problem  string // with the field at
	warned   bool   // the problem was said; a second Esc leaves
}

// newHead opens what is known of a room. A new one starts with the phase and
// the part of the room before it.
func newHead(e *env.Env, v model.Visit, r model.Room) *head {
	h := &head{env: e, room: r, phase: r.Phase, chosen: r.Chosen, at: subjectAt}
	key := "room-new-"
	if r.ID != "" {
		key = "room-" + string(r.ID) + "-"
	} else if rooms := checklist.Rooms(v); len(rooms) > 0 {
		h.phase = rooms[len(rooms)-1].Phase
	} else if p := model.Phase(strings.ToLower(e.Desk.Book.School().Phase)); slices.Contains(model.Phases(), p) {
		h.phase = p
	}
	long := ""
	if r.Minutes > 0 {
		long = strconv.Itoa(r.Minutes)
	}
	for i, base := range []string{r.Subject, r.Place, r.Teacher, long} {
		h.lines[i] = visiting.NewLine(e, "", key+headKeys()[i], base)
	}
	h.suggest()
	return h
}

// headKeys are what the lines of a head are kept under, in their order.
func headKeys() []string { return []string{"subject", "place", "teacher", "minutes"} }

// suggest takes the role this person has here, had in the room before, or
// agreed to when the team was named.
func (h *head) suggest() {
	if h.turned {
		return
	}
	v, _ := h.env.Visit()
	me := h.env.Desk.Voice.Person
	rooms := slices.Backward(append(checklist.Rooms(v), h.room))
	for _, r := range rooms {
		for _, w := range r.Watchers {
			if w.Person == me && w.Role != "" {
				h.role, h.position = w.Role, w.Position
				return
			}
		}
	}
	for _, m := range v.Team {
		if m.Person == me && m.Role != "" {
			h.role = m.Role
			h.position = h.placeOf(m.Role)
			return
		}
	}
}

// placeOf is where somebody in a role stands: as the team agreed, else as the
// checklist says.
func (h *head) placeOf(role string) string {
	v, _ := h.env.Visit()
	for _, m := range v.Team {
		if m.Role == role && m.Position != "" {
			return m.Position
		}
	}
	l, _ := checklist.Of(h.env)
	return l.PlaceOf(role)
}

// line is the field being typed in, nil where something is chosen.
func (h *head) line() *visiting.Line {
	if h.at < subjectAt || h.at > minutesAt {
		return nil
	}
	return h.lines[h.at-subjectAt]
}

// touched reports whether anything was said of a new room.
func (h *head) touched() bool {
	return h.turned || slices.ContainsFunc(h.lines[:], func(l *visiting.Line) bool { return !l.Empty() })
}

func (h *head) move(by int) { h.at = (h.at + by + fields) % fields }

// turn chooses the next of what can be chosen in the field.
func (h *head) turn(by int) {
	l, _ := checklist.Of(h.env)
	h.turned = true
	switch h.at {
	case phaseAt:
		h.phase = next(append([]model.Phase{""}, model.Phases()...), h.phase, by)
	case roleAt:
		ids := []string{""}
		for _, r := range l.Roles {
			ids = append(ids, r.ID)
		}
		h.role = next(ids, h.role, by)
		h.position = h.placeOf(h.role)
	case positionAt:
		ids := []string{""}
		for _, p := range l.Positions {
			ids = append(ids, p.ID)
		}
		h.position = next(ids, h.position, by)
	case chosenAt:
		h.chosen = !h.chosen
	}
}

func next[T comparable](all []T, now T, by int) T {
	return all[(max(0, slices.Index(all, now))+by+len(all))%len(all)]
}

// text is the room as typed and chosen; ok is false when the minutes cannot be
// read.
func (h *head) text() (t model.RoomText, ok bool) {
	t = h.room.RoomText
	t.Phase, t.Subject, t.Place, t.Teacher, t.Chosen = h.phase, h.lines[0].Value(), h.lines[1].Value(), h.lines[2].Value(), h.chosen
	t.Minutes = 0
	if typed := strings.TrimSpace(h.lines[3].Value()); typed != "" {
		n, err := strconv.Atoi(typed)
		if err != nil {
			return t, false
		}
		t.Minutes = n
	}
	return t, true
}

// label is what a field asks for.
func label(field int) string {
	return [...]string{"Phase", "Subject", "Place", "Teacher", "Minutes", "Your part", "You are at", "Example"}[field]
}

// value is what a field that is chosen says.
func (h *head) value(field int) string {
	l, _ := checklist.Of(h.env)
	said := ""
	switch field {
	case phaseAt:
		if h.phase != "" {
			said = visit.PhaseWords(h.phase)
		}
	case roleAt:
		said = l.Role(h.role)
	case positionAt:
		said = l.Position(h.position)
	case chosenAt:
		return map[bool]string{true: "yes, the school chose it as a possible example", false: "no"}[h.chosen]
	default:
		said = h.lines[field-subjectAt].Value()
	}
	return said
}

// status says what the field with the focus is for.
func (h *head) status() string {
	if h.problem != "" {
		return "Nothing has been lost. Put it right, or press Esc again to leave it."
	}
	switch h.at {
	case subjectAt:
		return "What is taught? Enter goes on. Leave open what does not matter."
	case placeAt:
		return "Which room, such as Room 4. Enter goes on."
	case teacherAt:
		return "A code such as T7 that only the school can read. Never a name."
	case minutesAt:
		return "Left empty, they are counted from when you came in."
	}
	return "Left and right change it. Enter goes to the checklist."
}

// openHead shows what is known of the room, to say more of it.
func (s *Screen) openHead() {
	r, _ := s.room()
	s.head, s.part, s.status = newHead(s.env, s.visit(), r), inHead, ""
}

// fileHead files the room as typed, and this person's part in it. It reports
// whether that was possible; otherwise the field to put right has the focus.
func (s *Screen) fileHead() bool {
	h := s.head
	text, ok := h.text()
	if !ok {
		h.at, h.problem = minutesAt, "Enter the minutes as a number, such as 7"
		return false
	}
	id := s.id
	if id == "" {
		id = model.RoomID(s.env.Desk.NewID())
		here, _ := s.visit().At(s.person())
		text.Slot = here.Slot
	}
	changes, err := s.book().SetRoom(s.env.Desk.Voice, s.visit().ID, id, text)
	var field *model.FieldError
	if errors.As(err, &field) {
		h.at, h.problem = fieldAt(field.Field), field.Problem
		return false
	}
	if !s.do(changes, err) {
		return false
	}
	s.id = id
	for _, l := range h.lines {
		l.Filed()
	}
	return s.watch(model.Watching{Role: h.role, Position: h.position})
}

func fieldAt(name string) int {
	switch name {
	case "teacher":
		return teacherAt
	case "minutes":
		return minutesAt
	case "phase":
		return phaseAt
	}
	return subjectAt
}

// watch files this person's part where it is other than before.
func (s *Screen) watch(w model.Watching) bool {
	r, _ := s.room()
	var was model.Watching
	for _, other := range r.Watchers {
		if other.Person == s.person() {
			was = other.Watching
		}
	}
	if w == was {
		return true
	}
	return s.do(s.book().Watch(s.env.Desk.Voice, s.visit().ID, s.id, w))
}

// toList goes on to the lines of the checklist.
func (s *Screen) toList() {
	if !s.fileHead() {
		return
	}
	s.head, s.part = nil, inList
	s.toOpen(0)
}

// leaveHead keeps what was said of the room. A new room of which nothing was
// said is not entered.
func (s *Screen) leaveHead() {
	h, fresh := s.head, s.id == ""
	switch {
	case fresh && !h.touched(), h.warned && h.problem != "":
		s.head = nil
	case !s.fileHead():
		h.warned = true
		return
	default:
		s.head = nil
	}
	s.part = inList
	if !fresh {
		return
	}
	s.env.Nav.Pop()
	if s.id != "" {
		s.env.Nav.Say("The room is entered. Open it to answer its checklist.")
	}
}
