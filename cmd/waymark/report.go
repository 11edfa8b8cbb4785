package main

import (
	"errors"
	"fmt"
	"slices"
)

// report says what went wrong and returns the exit code. With --json it is one
// object, so that a script needs no second way of reading.
func (c *cli) report(err error) int {
	var said *silent
	switch {
	case err == nil:
		return exitDone
	case errors.As(err, &said):
		return said.exit
	}
	var f *failure
	if !errors.As(c.explain(err), &f) {
		f = &failure{exit: exitFailed, code: "failed", message: clean(err.Error())}
	}
	shown := *f // what was typed may be in it
	f = &shown
	f.message, f.hint, f.matches = clean(f.message), clean(f.hint), slices.Clone(f.matches)
	for i := range f.matches {
		f.matches[i] = clean(f.matches[i])
	}
	if c.flags.json {
		c.reportJSON(f)
		return f.exit
	}
	fmt.Fprintln(c.err, f.message)
	for _, m := range f.matches {
		fmt.Fprintln(c.err, "  "+m)
	}
	if f.hint != "" {
		fmt.Fprintln(c.err, f.hint)
	}
	return f.exit
}

func (c *cli) reportJSON(f *failure) {
	type body struct {
		Code    string   `json:"code"`
		Message string   `json:"message"`
		Hint    string   `json:"hint"`
		Matches []string `json:"matches"`
	}
	matches := f.matches
	if matches == nil {
		matches = []string{}
	}
	_ = writeJSON(c.err, struct { // if stderr is gone there is nobody to tell
		Error body `json:"error"`
	}{body{f.code, f.message, f.hint, matches}})
}
