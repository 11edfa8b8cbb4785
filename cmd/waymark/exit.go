package main

import "fmt"

// Exit codes, as help exit-codes lists them. New ones may be added; a script
// must take any code but 0 as a failure.
const (
	exitDone        = 0
	exitFailed      = 1
	exitUsage       = 2
	exitPartly      = 3
	exitNotFound    = 4
	exitQuestion    = 5
	exitCheck       = 6
	exitInUse       = 7
	exitUnsaved     = 8
	exitInterrupted = 130
)

// failure is an error in words for the person who typed the command: what
// happened and what is safe, then one next step. It carries its exit code.
type failure struct {
	exit    int
	code    string // for scripts, such as "area_not_found"
	message string
	hint    string
	matches []string
	err     error // the cause, for those who look further
}

func (f *failure) Error() string { return f.message }

// Unwrap is the cause.
func (f *failure) Unwrap() error { return f.err }

// silent is an exit code whose words have been said already.
type silent struct{ exit int }

func (s *silent) Error() string { return fmt.Sprintf("exit %d", s.exit) }

// usage is a command that was typed in a way that cannot be carried out.
func usage(hint, format string, args ...any) error {
	return &failure{exit: exitUsage, code: "usage", message: fmt.Sprintf(format, args...), hint: hint}
}

// notFound is something named that is not here. matches lists what could have
// been meant.
func notFound(code, hint string, matches []string, format string, args ...any) error {
	return &failure{exit: exitNotFound, code: code, message: fmt.Sprintf(format, args...), hint: hint, matches: matches}
}
