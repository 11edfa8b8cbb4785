package store

import (
	"context"
	"errors"
	"fmt"
	"io/fs"

	"modernc.org/sqlite"
)

// OpenKind says why a database was not opened.
type OpenKind string

// The reasons for not opening a database. In none of them was the file changed.
const (
	Missing        OpenKind = "missing"         // there is no file
	Empty          OpenKind = "empty"           // the file has 0 bytes
	NotDatabase    OpenKind = "not-database"    // something else; Detail says what it looks like
	Damaged        OpenKind = "damaged"         // ours, or nearly, and not whole
	Foreign        OpenKind = "foreign"         // another program's SQLite file
	Newer          OpenKind = "newer"           // made by a newer Waymark; Detail is its schema version
	Locked         OpenKind = "locked"          // another program holds it
	Unreadable     OpenKind = "unreadable"      // the system does not let us read it
	ReadOnlyFolder OpenKind = "readonly-folder" // it needs work that a read-only place does not allow
	InSyncedFolder OpenKind = "synced"          // in a synced folder; Detail is the provider
	CannotCreate   OpenKind = "cannot-create"   // a new file could not be made there
)

// OpenError is every way in which Open fails, for a front to put into words.
type OpenError struct {
	Kind   OpenKind
	Path   string
	Detail string
	Err    error
}

func (e *OpenError) Error() string {
	text := fmt.Sprintf("open database %s: %s", e.Path, e.Kind)
	if e.Detail != "" {
		text += " (" + e.Detail + ")"
	}
	if e.Err != nil {
		text += ": " + e.Err.Error()
	}
	return text
}

// Unwrap is the cause below the refusal.
func (e *OpenError) Unwrap() error { return e.Err }

// WriteKind says why a write did not succeed.
type WriteKind string

// The reasons for a failed write. After Busy, Full and IO the same records
// may be appended again, whatever happened: none is ever doubled.
const (
	Busy     WriteKind = "busy"     // another program is writing
	Full     WriteKind = "full"     // the disk is full
	ReadOnly WriteKind = "readonly" // the file or its place can only be read
	Moved    WriteKind = "moved"    // the file was replaced or removed under us
	IO       WriteKind = "io"       // the disk or the system failed
	Broken   WriteKind = "broken"   // the file is damaged
	Conflict WriteKind = "conflict" // the device already wrote something else in this place
	Invalid  WriteKind = "invalid"  // a record is not one: nothing of the batch was kept
)

// WriteError is a failed write. Nothing acknowledged before it is affected.
type WriteError struct {
	Kind WriteKind
	Code int // SQLite's extended result code, 0 when it was not asked
	Err  error
}

func (e *WriteError) Error() string {
	return fmt.Sprintf("save: %s: %v", e.Kind, e.Err)
}

// Unwrap is the cause below the failure.
func (e *WriteError) Unwrap() error { return e.Err }

// SQLite's result codes that mean something to a person.
const (
	codeBusy       = 5
	codeLocked     = 6
	codeReadOnly   = 8
	codeIO         = 10
	codeCorrupt    = 11
	codeFull       = 13
	codeCannotOpen = 14
	codeTooBig     = 18
	codeConstraint = 19
	codeNotDB      = 26

	codeReadOnlyMoved = 1032
	codeNotUnique     = 2067
)

// resultCode is SQLite's extended result code in err, or 0.
func resultCode(err error) int {
	var e *sqlite.Error
	if errors.As(err, &e) {
		return e.Code()
	}
	return 0
}

// writeError classifies a failure of the database. Errors of the context and
// errors already classified pass through.
func writeError(err error) error {
	var done *WriteError
	code := resultCode(err)
	if err == nil || errors.As(err, &done) || code == 0 {
		return err
	}
	kind := IO
	switch code & 0xff {
	case codeBusy, codeLocked:
		kind = Busy
	case codeFull:
		kind = Full
	case codeReadOnly, codeCannotOpen:
		kind = ReadOnly
	case codeCorrupt, codeNotDB:
		kind = Broken
	case codeConstraint, codeTooBig:
		kind = Invalid
	}
	switch code {
	case codeReadOnlyMoved:
		kind = Moved
	case codeNotUnique:
		kind = Conflict
	}
	return &WriteError{Kind: kind, Code: code, Err: err}
}

// schemaError is a failed look at what is in the file: a schema that is not as
// it must be is damage, a file that another program holds is not.
func schemaError(path string, err error) error {
	if resultCode(err) != 0 || errors.Is(err, context.Canceled) || errors.Is(err, context.DeadlineExceeded) {
		return openError(path, err)
	}
	return &OpenError{Kind: Damaged, Path: path, Err: err}
}

// openError classifies a failure while opening path.
func openError(path string, err error) error {
	var done *OpenError
	if err == nil || errors.As(err, &done) {
		return err
	}
	e := &OpenError{Kind: Damaged, Path: path, Err: err}
	switch code := resultCode(err); {
	case code&0xff == codeBusy, code&0xff == codeLocked:
		e.Kind = Locked
	case code&0xff == codeReadOnly, code&0xff == codeCannotOpen:
		e.Kind = ReadOnlyFolder
	case code&0xff == codeNotDB:
		e.Kind = NotDatabase
	case errors.Is(err, fs.ErrPermission):
		e.Kind = Unreadable
	case errors.Is(err, fs.ErrNotExist):
		e.Kind = Missing
	case code&0xff == codeIO, code == 0:
		e.Kind = Unreadable
	}
	return e
}
