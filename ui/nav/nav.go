// Package nav names the places of the app and the moves between them. Places are comparable data: a screen sends the person somewhere
// without knowing what is there.
//
// It imports only waymark/model.
package nav

import "waymark/model"

// Route is one of the places below.
type Route interface{ route() }

// The places of the app.
type (
	// Welcome asks a new person what they want to do.
	Welcome struct{}
	// SchoolName asks what the school is called, or offers those that exist.
	SchoolName struct{}
	// ChooseRubric asks what to judge.
	ChooseRubric struct {
		School model.SchoolID // "" for a school that is only named so far
		Name   string
		Year   model.Year // "" for the present school year
	}
	// Who asks who is judging, then begins.
	Who struct {
		School model.SchoolID
		Name   string
		Rubric string // hash of a rubric on this computer
		Areas  string // ids with spaces between, "" for all
		Year   model.Year
	}
	// Areas shows a rubric to be read before it is chosen.
	Areas struct{ Rubric string }
	// Years lists a school's evaluations, with a new one and deleted ones.
	Years struct{}
	// Home is the task list of the open evaluation.
	Home struct{}
	// Judge judges one area. Back says where finishing it returns to.
	Judge struct {
		Area model.AreaID
		Once bool // Enter goes back instead of on (from the check screen)
	}
	// Note writes evidence on an area, or rewords a note.
	Note struct {
		Area model.AreaID
		Note model.NoteID // "" for a new one
	}
	// Read shows an area's descriptors in full, two at a time.
	Read struct{ Area model.AreaID }
	// AreaPage shows everything that a rubric says of one area. Rubric is the
	// hash of a rubric on this computer, "" for that of the open evaluation.
	// On a tour Enter marks it as read and goes on to the next area.
	AreaPage struct {
		Rubric string
		Area   model.AreaID
		Tour   bool
	}
	// Library shows the rubrics on this computer, to be read and searched.
	// Rubric is the hash of the one to show, "" for the list of them.
	Library struct{ Rubric string }
	// Calibrate lets a person try their eye on a rubric, by its hash. Nothing is
	// recorded there.
	Calibrate struct{ Rubric string }
	// Find finds and filters areas.
	Find struct{}
	// Check lists every judgement and what is missing before finishing.
	Check struct{}
	// Done says what finishing means and what comes next.
	Done struct{}
	// Overview is the heat map.
	Overview struct{}
	// Priorities suggests and keeps priorities.
	Priorities struct{}
	// Working shows how the suggestion came about.
	Working struct {
		Area model.AreaID
		K    int // how many were asked for outright, 0 for as many as the needs call for
	}
	// Emphasise sets what the school says of an area.
	Emphasise struct{ Area model.AreaID }
	// Export makes a file. Document is the one to start with, "" for the usual.
	Export struct{ Document string }
	// Confirm asks the one shape of destructive question.
	Confirm struct{ What Destruction }
	// Visits lists the visits to the school, with a new one. With Leave it asks
	// at once whether to go back to the school's own view.
	Visits struct{ Leave bool }
	// StartVisit plans a visit: who, when, what to look at.
	StartVisit struct{}
	// Agenda is the day of the visit in progress, with a line to take notes.
	Agenda struct{}
	// Capture takes notes at one stop of the day, "" for the present one.
	Capture struct{ Slot model.SlotID }
	// Quick takes one visit note from anywhere and goes back there.
	Quick struct{}
	// Tidy goes through unfinished notes and those without an area.
	Tidy struct{}
	// Claims holds what the school said at the start, and how it looks since.
	Claims struct{}
	// VisitJudge asks the reviewer for a level, evidence first; "" for the first
	// area without one.
	VisitJudge struct{ Area model.AreaID }
	// Agree sets both sides beside each other; "" for the largest gap.
	Agree struct{ Area model.AreaID }
	// Points chooses strengths, next steps and bright spots.
	Points struct{}
	// SignOff lists what is left to do and takes both names.
	SignOff struct{}
	// Rooms lists the rooms of the visit.
	Rooms struct{}
	// Sheet is the checklist of one room, "" for a new one.
	Sheet struct{ Room model.RoomID }
	// Synthesis is the grid of what was seen in which room.
	Synthesis struct{}
	// Changed sets the priorities after the visit beside those before it.
	Changed struct{}
	// Lean tells a reviewer alone how their own levels lie beside those of others.
	Lean struct{}
	// Meetings lists the team meetings, with a new one.
	Meetings struct{}
	// Vote gathers the team's levels of one area and shows them; "" for the first
	// area that is not settled.
	Vote struct {
		Meeting model.MeetingID
		Area    model.AreaID
	}
	// Wall shows one area large enough to read across a room.
	Wall struct {
		Meeting model.MeetingID // "" outside a meeting
		Area    model.AreaID
	}
	// Triads plans who visits whom among three schools.
	Triads struct{}
	// Display changes colours, spacing and lines.
	Display struct{}
	// SaveProblem says what is not saved and what to do.
	SaveProblem struct{}
	// Recovered lists the work that was brought back.
	Recovered struct{}
	// OpenProblem says why the file cannot be opened and what to do.
	OpenProblem struct{}
)

// Destruction is something that takes a question first.
type Destruction struct {
	DeleteEvaluation model.EvaluationID
}

func (Welcome) route()      {}
func (SchoolName) route()   {}
func (ChooseRubric) route() {}
func (Who) route()          {}
func (Areas) route()        {}
func (Years) route()        {}
func (Home) route()         {}
func (Judge) route()        {}
func (Note) route()         {}
func (Read) route()         {}
func (AreaPage) route()     {}
func (Library) route()      {}
func (Calibrate) route()    {}
func (Find) route()         {}
func (Check) route()        {}
func (Done) route()         {}
func (Overview) route()     {}
func (Priorities) route()   {}
func (Working) route()      {}
func (Emphasise) route()    {}
func (Export) route()       {}
func (Confirm) route()      {}
func (Display) route()      {}
func (SaveProblem) route()  {}
func (Recovered) route()    {}
func (OpenProblem) route()  {}
func (Visits) route()       {}
func (StartVisit) route()   {}
func (Agenda) route()       {}
func (Capture) route()      {}
func (Quick) route()        {}
func (Tidy) route()         {}
func (Claims) route()       {}
func (VisitJudge) route()   {}
func (Agree) route()        {}
func (Points) route()       {}
func (SignOff) route()      {}
func (Rooms) route()        {}
func (Sheet) route()        {}
func (Synthesis) route()    {}
func (Changed) route()      {}
func (Lean) route()         {}
func (Meetings) route()     {}
func (Vote) route()         {}
func (Wall) route()         {}
func (Triads) route()       {}

// Move is one of the moves below.
type Move struct {
	Kind  MoveKind
	Route Route
	Text  string
	From  any // the screen of a LeaveMove
}

// MoveKind says what a move does.
type MoveKind int

// The moves.
const (
	PushMove MoveKind = iota
	PopMove
	ReplaceMove
	HomeMove
	SayMove
	QuitMove
	LeaveMove
)

// Moves collects where a screen wants to go. The app carries them out as soon
// as the screen has handled its key, before the next key is read: a move made
// by a command would race with quick fingers.
type Moves struct {
	queue []Move
	held  bool
}

// Push opens r on top of the present place.
func (m *Moves) Push(r Route) { m.queue = append(m.queue, Move{Kind: PushMove, Route: r}) }

// Pop goes back one step.
func (m *Moves) Pop() { m.queue = append(m.queue, Move{Kind: PopMove}) }

// Leave goes back one step if screen is the present place; a place that ends
// by itself must not close another that was opened on top of it.
func (m *Moves) Leave(screen any) { m.queue = append(m.queue, Move{Kind: LeaveMove, From: screen}) }

// Replace opens r instead of the present place.
func (m *Moves) Replace(r Route) { m.queue = append(m.queue, Move{Kind: ReplaceMove, Route: r}) }

// Home goes to the home page, and on to r unless it is nil, so that Esc
// returns to the home page.
func (m *Moves) Home(r Route) { m.queue = append(m.queue, Move{Kind: HomeMove, Route: r}) }

// Say puts a sentence into the status line until the next key.
func (m *Moves) Say(text string) { m.queue = append(m.queue, Move{Kind: SayMove, Text: text}) }

// Quit leaves the app once everything is saved.
func (m *Moves) Quit() { m.queue = append(m.queue, Move{Kind: QuitMove}) }

// Hold keeps keys waiting while something that decides the next place is
// under way; Release lets them through in order.
func (m *Moves) Hold() { m.held = true }

// Release ends a Hold.
func (m *Moves) Release() { m.held = false }

// Held reports whether keys are to wait.
func (m *Moves) Held() bool { return m.held }

// Take hands over the moves asked for since the last call.
func (m *Moves) Take() []Move {
	q := m.queue
	m.queue = nil
	return q
}

// ReturnedMsg tells a screen that it is on top again.
type ReturnedMsg struct{}

// UndoneMsg tells the screen on top what undo or redo has just changed.
type UndoneMsg struct{ Steps []model.Step }
