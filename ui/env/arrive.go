package env

import (
	"errors"
	"strings"

	"waymark/model"
	"waymark/model/desk"
	"waymark/ui/nav"
)

// Arrive puts an opened evaluation on the desk and goes home, and on to then
// unless it is nil. When nothing can be changed there, it says why.
func (e *Env) Arrive(o Opened, then nav.Route) {
	e.Take(o)
	e.Nav.Home(then)
	if o.ReadOnly != "" {
		e.Nav.Say(Sentence(o.ReadOnly))
	}
}

// TypedSchool is the field for a new school's name; it is used up when an
// evaluation of that school begins.
const TypedSchool = "school name"

// Typed is what was typed last in the field called field and not filed yet,
// so that going back and coming again loses nothing.
func (e *Env) Typed(field string) string { return e.Words[field] }

// SetTyped remembers what is typed in a field until the app ends; "" forgets it.
func (e *Env) SetTyped(field, text string) {
	if e.Words == nil {
		e.Words = map[string]string{}
	}
	e.Words[field] = text
}

// Why is a failure as a status line: what happened, and that work is safe.
// otherwise is what to say of failures that were not written for people.
func Why(err error, otherwise string) string {
	var field *model.FieldError
	switch {
	case errors.As(err, &field):
		return Sentence(field.Problem) + " Nothing has changed."
	case errors.Is(err, desk.ErrReadOnly):
		return "This was opened to read only. Nothing has changed."
	case errors.Is(err, model.ErrRemoved):
		return "This self-evaluation is deleted. Bring it back first. Nothing has changed."
	}
	return otherwise
}

// Sentence is text with a capital letter and a full stop.
func Sentence(text string) string {
	text = strings.TrimRight(model.CleanLine(text), ".")
	if text == "" {
		return ""
	}
	r := []rune(text)
	if end := r[len(r)-1]; end == '?' || end == '!' {
		return strings.ToUpper(string(r[0])) + string(r[1:])
	}
	return strings.ToUpper(string(r[0])) + string(r[1:]) + "."
}
