package main

import (
	"context"
	"errors"
	"fmt"
	"path/filepath"
	"strings"

	"waymark/model"
	"waymark/store"
	"waymark/store/device"
)

// explain turns any error into a failure in words: what happened and what is
// safe, then one next step.
func (c *cli) explain(err error) error {
	var f *failure
	var said *silent
	switch {
	case errors.As(err, &f), errors.As(err, &said):
		return err
	case errors.Is(err, context.Canceled):
		return &failure{exit: exitInterrupted, code: "interrupted", message: "Stopped. Nothing was changed.", err: err}
	}
	for _, words := range []func(error) *failure{openWords, saveWords, ruleWords} {
		if f := words(err); f != nil {
			f.err = err
			return f
		}
	}
	return &failure{exit: exitFailed, code: "failed", message: sentence(clean(err.Error())) + ".", hint: "For help, send what waymark doctor --report FILE writes.", err: err}
}

// unexpected says that the program itself is at fault, and where.
func unexpected(frames []string) error {
	var ours []string
	const most = 8
	for _, f := range frames {
		if (strings.HasPrefix(f, "main.") || strings.HasPrefix(f, "waymark/")) && len(ours) < most {
			ours = append(ours, f)
		}
	}
	return &failure{
		exit: exitFailed, code: "unexpected", message: "Something went wrong in Waymark. What was saved before is safe. It was here:",
		hint: "Send these lines and what waymark doctor --report FILE writes to IT support; no school data is in them.", matches: ours,
	}
}

// openWords says why a database was not opened.
func openWords(err error) *failure {
	var e *store.OpenError
	if errors.Is(err, device.ErrAllInUse) {
		return &failure{exit: exitInUse, code: "in_use", message: "Waymark is open in too many windows. Nothing was changed.", hint: "Close one and try again."}
	}
	if !errors.As(err, &e) {
		return nil
	}
	words := strings.ReplaceAll(troubleWords(e.Kind), "FILE", "“"+clean(filepath.Base(e.Path))+"”")
	words = strings.ReplaceAll(words, "PROVIDER", clean(e.Detail))
	f := &failure{exit: exitFailed, code: strings.ReplaceAll(string(e.Kind), "-", "_"), message: words + " Nothing in it has been changed."}
	switch e.Kind {
	case store.Locked:
		f.exit, f.code, f.hint = exitInUse, "in_use", "Close the other program, or try again in a moment."
	case store.Missing:
		f.exit, f.code, f.hint = exitNotFound, "file_not_found", "Check the name given with --db."
	case store.Newer:
		f.hint = "waymark version says which one this is."
	case store.InSyncedFolder:
		f.hint = "Start waymark alone in a terminal: it offers to move the file. Or name another with --db."
	case store.Unreadable, store.ReadOnlyFolder, store.CannotCreate:
		f.hint = "Name a file in a folder of your own with --db."
	default:
		f.hint = "Put a good copy in its place: waymark backup list, then waymark backup restore FILE."
	}
	return f
}

// saveWords says why changes could not be saved, and where they are.
func saveWords(err error) *failure {
	var e *store.WriteError
	if !errors.As(err, &e) {
		return nil
	}
	f := &failure{exit: exitUnsaved, code: string(e.Kind)}
	var parked *parkedError
	kept := "Nothing was saved."
	if errors.As(err, &parked) {
		kept = fmt.Sprintf("Your %s kept on this computer and will be saved the next time Waymark starts.", plural(parked.count, "change is", "changes are"))
	}
	switch e.Kind {
	case store.Busy:
		return &failure{exit: exitInUse, code: "in_use", message: "Another program is using the database. Nothing was changed; your work in it is safe.", hint: "Close the other program, or try again in a moment."}
	case store.Full:
		f.message, f.hint = "There is no room left on this disk. "+kept, "Make some room, then run waymark doctor."
	case store.ReadOnly:
		f.code, f.message, f.hint = "read_only", "The database can only be read now. "+kept, "Check who may write to it and its folder, then run waymark doctor."
	case store.Moved:
		f.message, f.hint = "The database was moved or replaced while it was open. "+kept, "Run the command again."
	case store.IO, store.Broken:
		f.message, f.hint = "The disk did not take the change. "+kept, "Run waymark doctor."
	default:
		f.exit, f.message, f.hint = exitFailed, "The change could not be written. Nothing was changed; your work is safe.", "Run waymark doctor."
	}
	return f
}

// ruleWords says why a rule of the product refused.
func ruleWords(err error) *failure {
	var field *model.FieldError
	var missing *model.IncompleteError
	var full *model.FullError
	switch {
	case errors.As(err, &field):
		return &failure{exit: exitUsage, code: "bad_" + first(field.Field, "value"), message: strings.TrimSuffix(field.Problem, ".") + ". Nothing was changed."}
	case errors.As(err, &missing):
		f := &failure{exit: exitFailed, code: "incomplete", message: sentence(missing.Error()) + ". Nothing was changed:", hint: "Give each a level or no-evidence: waymark assess rate " + string(missing.Problems[0].Area) + "=no-evidence"}
		for _, p := range missing.Problems {
			f.matches = append(f.matches, clean(p.Problem))
		}
		return f
	case errors.As(err, &full):
		return &failure{exit: exitFailed, code: "full", message: fmt.Sprintf("There are %d priorities already. Another gives the others less time. Nothing was changed.", full.Have), hint: "Take one out first: waymark priorities drop PLACE"}
	case errors.Is(err, model.ErrFinished):
		return &failure{exit: exitFailed, code: "finished", message: "This self-evaluation is finished. Nothing was changed.", hint: "Open it again: waymark assess reopen"}
	case errors.Is(err, model.ErrVisitClosed):
		return &failure{exit: exitFailed, code: "visit_closed", message: "This visit is closed: what was signed does not move. Nothing was changed.", hint: "Open it again: waymark visit reopen --reason \"…\""}
	case errors.Is(err, model.ErrSealed):
		return &failure{exit: exitFailed, code: "sealed", message: "The school's levels are sealed until the visit is closed. Nothing was changed.", hint: "If one has to change all the same, say why: waymark visit unseal \"…\""}
	case errors.Is(err, model.ErrRemoved):
		return &failure{exit: exitFailed, code: "deleted", message: "This self-evaluation was deleted. Nothing was changed.", hint: "Bring it back: waymark assess restore"}
	case errors.Is(err, model.ErrNotFound):
		return &failure{exit: exitNotFound, code: "not_found", message: "Not found: " + clean(strings.TrimSuffix(err.Error(), ": "+model.ErrNotFound.Error())) + ". Nothing was changed."}
	}
	return nil
}

// readOnly says that a database cannot be written.
func readOnly(why string) error {
	return &failure{
		exit: exitUnsaved, code: "read_only", message: "Nothing was changed: " + why + ". You can read everything in it.",
		hint: "To change it, copy it to a folder of your own and name the copy with --db.",
	}
}
