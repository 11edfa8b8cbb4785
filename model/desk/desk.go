// Package desk is where a person works on one evaluation: it turns the changes
// a rule allows into signed records, takes them into the book at once and
// hands them on to be saved, in that order. Screens, commands and line mode
// all write through it, so none of them can save what a rule refused or show
// what was not handed on.
//
// It imports only the standard library and waymark/model. A Desk belongs to
// one goroutine.
package desk

import (
	"errors"
	"fmt"
	"time"

	"waymark/model"
)

// Desk is one evaluation open for work by one person.
type Desk struct {
	Book  *model.Book
	Voice model.Voice

	pen   *model.Pen
	clock func() time.Time
	newID func() string
	mine  func(model.DeviceID) bool
	save  func([]model.Record)
}

// Tools is what a desk is given from outside. Save receives the records of
// each act in order and must not block.
type Tools struct {
	Pen   *model.Pen
	Clock func() time.Time
	NewID func() string
	Mine  func(model.DeviceID) bool // every device of this computer, for undo across restarts
	Save  func([]model.Record)
}

// New opens a desk on book for voice.
func New(book *model.Book, voice model.Voice, t Tools) *Desk {
	return &Desk{Book: book, Voice: voice, pen: t.Pen, clock: t.Clock, newID: t.NewID, mine: t.Mine, save: t.Save}
}

// As is the same desk with v at it: what is done there is signed and saved as
// here, and the book is read as v may read it.
func (d *Desk) As(v model.Voice) *Desk {
	other := *d
	other.Voice, other.Book = v, d.Book.As(v)
	return &other
}

// ErrReadOnly says that this evaluation was opened to be read.
var ErrReadOnly = errors.New("opened to read only")

// ReadOnly reports whether nothing can be changed here.
func (d *Desk) ReadOnly() bool { return d.pen == nil }

// Now is the present time.
func (d *Desk) Now() time.Time { return d.clock() }

// NewID is a fresh identifier for a note, a priority or an act.
func (d *Desk) NewID() string { return d.newID() }

// Do carries out what a rule returned: err is passed through, and changes are
// signed as one act, taken in and handed on to be saved.
func (d *Desk) Do(changes []model.Change, err error) error {
	if err != nil {
		return err
	}
	return d.act(model.Act{}, changes)
}

func (d *Desk) act(act model.Act, changes []model.Change) error {
	if d.ReadOnly() {
		return ErrReadOnly
	}
	act.ID, act.Person, act.When = d.newID(), d.Voice.Person, d.clock()
	records, err := d.pen.Write(act, changes)
	if err != nil {
		return fmt.Errorf("sign change: %w", err)
	}
	if err := d.Book.Add(records...); err != nil {
		return fmt.Errorf("take change in: %w", err)
	}
	d.save(records)
	return nil
}

// Undo takes the last act back and says what it did. It returns
// model.ErrNothing when there is nothing to take back.
func (d *Desk) Undo() ([]model.Step, error) {
	t, err := d.Book.Undo(d.mine)
	return d.taken(t, err)
}

// Redo does the last act that was taken back again.
func (d *Desk) Redo() ([]model.Step, error) {
	t, err := d.Book.Redo(d.mine)
	return d.taken(t, err)
}

func (d *Desk) taken(t model.Taken, err error) ([]model.Step, error) {
	if err != nil {
		return nil, err
	}
	return t.Steps, d.act(model.Act{Does: t.Does, Of: t.Of}, t.Changes)
}
