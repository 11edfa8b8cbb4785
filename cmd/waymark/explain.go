package main

import (
	"context"
	"errors"

	"waymark/model"
)

// explain turns any error into a failure in words.
func (c *cli) explain(err error) error {
	var f *failure
	var said *silent
	var field *model.FieldError
	switch {
	case errors.As(err, &f), errors.As(err, &said):
		return err
	case errors.As(err, &field):
		return &failure{exit: exitUsage, code: "bad_" + first(field.Field, "value"), message: field.Problem + ".", err: err}
	case errors.Is(err, context.Canceled):
		return &failure{exit: exitInterrupted, code: "interrupted", message: "Stopped. Nothing was changed.", err: err}
	}
	return &failure{exit: exitFailed, code: "failed", message: sentence(clean(err.Error())) + ".", err: err}
}

// readOnly says that a database cannot be written.
func readOnly(why string) error {
	return &failure{
		exit: exitUnsaved, code: "read_only", message: "Nothing was changed: " + why + ".",
		hint: "Copy the database to a folder of your own and name it with --db.",
	}
}
