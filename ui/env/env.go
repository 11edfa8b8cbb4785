// Package env is what every screen is given: the open desk, the person's
// choices, the clock, and the few things of the world outside that screens ask
// for, as small interfaces. Screens never open files or read clocks themselves.
//
// It imports waymark/model and its subpackages, and the leaves of ui.
package env

import (
	"context"
	"maps"
	"slices"
	"time"

	tea "charm.land/bubbletea/v2"

	"waymark/model"
	"waymark/model/desk"
	"waymark/model/priority"
	"waymark/ui/layout"
	"waymark/ui/nav"
	"waymark/ui/task"
	"waymark/ui/theme"
)

// Env is shared by all screens. It is used on the event loop only.
type Env struct {
	Nav    *nav.Moves
	Theme  *theme.Theme
	Prefs  Prefs
	Window layout.Size // the whole window, not a screen's part of it
	// Started is when the program was started; zero means now. The Enter that
	// started it may still be on its way.
	Started time.Time
	// Asked says that the terminal has been asked for its background already.
	Asked bool

	// Ctx ends with the app; commands that wait for something outside take it.
	Ctx   context.Context
	Clock func() time.Time
	NewID func() string
	// Wait makes a message come back after a while; nil where time does not pass
	// by itself. See InAMinute.
	Wait   func(time.Duration, tea.Msg) tea.Cmd
	Shelf  Shelf
	Files  Files
	Drafts *task.Journal
	Keep   func(Prefs) error // remembers the display choices

	// What is open. Desk is nil until a school has been chosen.
	Desk    *desk.Desk
	Saver   Saving
	Earlier []Earlier // earlier evaluations of the school, newest first
	Example bool
	Quick   bool // quick pass is on
	// Vocabulary renames the program's own words: see Say.
	Vocabulary model.Vocabulary
	// Tips already shown, so that each is shown once.
	Tips map[string]bool
	// Words are titles and reasons typed and not used yet, by what they are for,
	// kept while the app is open; nil until there are some.
	Words map[string]string
	// Phase is the phase whose look-fors were asked for last, "" before one was.
	Phase model.Phase
	// Unfiled is text that was typed and left without being filed, by draft key.
	Unfiled map[string]task.Draft
	// Brought is what was found after an unclean end, nil otherwise.
	Brought *Brought
	// Trouble is why the file could not be opened, nil otherwise.
	Trouble *Trouble

	// Visiting is the visit in progress here, zero outside one.
	Visiting Visiting
	// KeepVisiting remembers the visit in progress until the next start; nil
	// where nothing is remembered.
	KeepVisiting func(model.EvaluationID, Visiting) error
	// Checklists are the lists used in rooms that have been read so far, by the
	// hash that a visit knows them by; nil until there are some.
	Checklists map[string]model.Rubric

	answer answerCache
	school *desk.Desk // the school's own desk while a reviewer works at it
}

// Saving is how records reach the disk, in the order they are put.
type Saving interface {
	Put([]model.Record)
	State() task.State
	// Next waits for a change of state; false says that there will be no more.
	Next() (task.Changed, bool)
	Retry()
	Drain(limit time.Duration) error
}

// Prefs are the choices of the display screen.
type Prefs struct {
	Colours theme.Mode `json:"colours"`
	Roomy   bool       `json:"roomy"`
	Plain   bool       `json:"plain"`
	NoMouse bool       `json:"no_mouse"`
	// Read is what has been marked as read: area ids by the hash of a rubric. It
	// is never altered in place, because what keeps it may still be at work.
	Read map[string][]model.AreaID `json:"read,omitempty"`
}

// Same reports whether two people would see the same display.
func (p Prefs) Same(q Prefs) bool {
	return p.Colours == q.Colours && p.Roomy == q.Roomy && p.Plain == q.Plain && p.NoMouse == q.NoMouse
}

// HasRead reports whether an area of a rubric has been marked as read.
func (p Prefs) HasRead(rubric string, id model.AreaID) bool {
	return slices.Contains(p.Read[rubric], id)
}

// Reading is p with an area of a rubric marked as read.
func (p Prefs) Reading(rubric string, id model.AreaID) Prefs {
	if p.HasRead(rubric, id) {
		return p
	}
	read := map[string][]model.AreaID{}
	maps.Copy(read, p.Read)
	read[rubric] = append(slices.Clone(read[rubric]), id)
	p.Read = read
	return p
}

// Earlier is an earlier evaluation of the same school, as far as it can be
// set beside the present one.
type Earlier struct {
	model.Summary
	Levels map[model.AreaID]model.Level // where comparable
	Why    string                       // why not comparable; "" when it is
}

// Brought is work found after the app stopped before it could close.
type Brought struct {
	StoppedAt time.Time
	Records   []model.Record // saved now; kept elsewhere until this start
	Drafts    []task.Draft
}

// Trouble is why the database could not be opened, in words.
type Trouble struct {
	Heading string
	Lines   []string
	Detail  string // for IT support; no school data
	// Choices that can be taken; each is carried out by Shelf.Resolve.
	Choices []Choice
}

// Choice is one way out of trouble.
type Choice struct {
	ID    string
	Words string
}

// SchoolEntry is a school in a list.
type SchoolEntry struct {
	model.School
	ChangedAt int64
	Summaries []model.Summary // newest first
}

// Beginning is everything needed to start an evaluation.
type Beginning struct {
	School model.SchoolID // "" for a new school called Name
	Name   string
	Rubric string // hash of the canonical text
	Year   model.Year
	Areas  []model.AreaID
	Person model.Person // Name "" for "just me"
}

// Opened is an evaluation opened for work.
type Opened struct {
	Desk     *desk.Desk
	Saver    Saving
	Earlier  []Earlier
	Example  bool
	Visiting Visiting // the visit that was in progress when work stopped
	ReadOnly string   // why nothing can be changed, "" when it can
}

// RubricEntry is a rubric that can be chosen.
type RubricEntry struct {
	Hash    string
	Rubric  model.Rubric
	Shipped bool
}

// Shelf is where schools and their evaluations are kept.
type Shelf interface {
	Schools(context.Context) ([]SchoolEntry, error)
	Rubrics(context.Context) ([]RubricEntry, error)
	Begin(context.Context, Beginning) (Opened, error)
	Open(context.Context, model.SchoolID, model.EvaluationID) (Opened, error)
	// EarlierVisits lists the visits that a school's other evaluations hold: what
	// was seen on a visit of this one can be set beside them.
	EarlierVisits(context.Context, model.SchoolID, model.EvaluationID) ([]model.Visit, error)
	Example(context.Context) (Opened, error)
	Install(ctx context.Context, path string) (RubricEntry, error)
	Resolve(ctx context.Context, choice string) (Opened, error)
}

// Document is something that can be exported.
type Document struct {
	ID     string // "priorities", "full"
	Words  string
	Detail string // what is in it
}

// Format is a way of writing a document.
type Format struct {
	ID        string
	Words     string
	Extension string
}

// ExportRequest says what file to make.
type ExportRequest struct {
	Document, Format                string
	PrivateNotes, Names, Confidence bool // true: left out
	Folder, Name                    string
	Overwrite                       bool
	Book                            *model.Book
	Answer                          priority.Answer
	Earlier                         []Earlier
	Person                          model.PersonID
	Made                            time.Time
}

// ExportPreview is what the file would say, as plain lines, and how many
// private notes are in it or were left out.
type ExportPreview struct {
	Lines        []string
	PrivateNotes int
}

// Files is everything that makes or opens a file outside the database.
type Files interface {
	Documents() []Document
	Formats() []Format
	// Place suggests the folder and the name for a document.
	Place(r ExportRequest) (folder, name string)
	Preview(r ExportRequest) (ExportPreview, error)
	// Export writes the file whole or not at all and returns its path. It
	// fails with ErrExists when there is one already and Overwrite is false.
	Export(ctx context.Context, r ExportRequest) (path string, err error)
	// Copy puts text on the clipboard, or says in words where it went instead.
	Copy(ctx context.Context, text string) (said string, err error)
	// Editor returns a command that edits text in the person's own editor.
	// Its result arrives as an EditedMsg.
	Editor(text string) tea.Cmd
	// SaveCopy writes the whole database, with what is waiting, to a folder.
	SaveCopy(ctx context.Context, waiting []model.Record) (path string, err error)
}

// EditedMsg is what came back from the bigger editor.
type EditedMsg struct {
	Text   string
	Editor string
	Err    error
}

// Take puts an opened evaluation on the desk of every screen.
func (e *Env) Take(o Opened) {
	e.Desk, e.Saver, e.Earlier, e.Example = o.Desk, o.Saver, o.Earlier, o.Example
	e.Quick = false
	e.answer, e.Visiting, e.school = answerCache{}, Visiting{}, nil
	if e.Desk != nil && e.Desk.Voice.Role != model.Agreed {
		e.Desk = e.Desk.As(e.Desk.Voice)
	}
	e.resume(o.Visiting)
}
