package model

import (
	"errors"
	"fmt"
)

// ErrNotFound says that something named does not exist.
var ErrNotFound = errors.New("not found")

// ErrFinished says that a finished evaluation has to be reopened before it changes.
var ErrFinished = errors.New("this evaluation is finished")

// ErrRemoved says that a deleted evaluation has to be brought back before it changes.
var ErrRemoved = errors.New("this evaluation was deleted; bring it back first")

// ErrNothing says that a change would change nothing, so none was made.
var ErrNothing = errors.New("nothing to change")

// FieldError is a value that cannot be used, in words for the person who
// typed it: an instruction or a description, no blame.
type FieldError struct {
	Field   string
	Problem string
}

func (e *FieldError) Error() string { return e.Problem }

// IncompleteError lists what an evaluation still needs before it can finish.
type IncompleteError struct {
	Problems []Problem
}

func (e *IncompleteError) Error() string {
	if len(e.Problems) == 1 {
		return "1 area needs you before you finish"
	}
	return fmt.Sprintf("%d areas need you before you finish", len(e.Problems))
}

// FullError says that there are already as many priorities as can be led well.
type FullError struct{ Have int }

func (e *FullError) Error() string {
	return fmt.Sprintf("there are %d priorities already; set one aside first", e.Have)
}
