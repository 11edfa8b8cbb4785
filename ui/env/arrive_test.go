package env_test

import (
	"errors"
	"fmt"
	"testing"

	"waymark/model"
	"waymark/model/desk"
	"waymark/ui/env"
	"waymark/ui/nav"
)

func TestWhyIsWordsForPeople(t *testing.T) {
	for _, c := range []struct {
		err  error
		want string
	}{
		{fmt.Errorf("begin: %w", &model.FieldError{Problem: "there is no room left on this disk"}), "There is no room left on this disk. Nothing has changed."},
		{desk.ErrReadOnly, "This was opened to read only. Nothing has changed."},
		{model.ErrRemoved, "This self-evaluation is deleted. Bring it back first. Nothing has changed."},
		{errors.New("sqlite: disk I/O error (10)"), "It did not work."},
		{nil, "It did not work."},
	} {
		if got := env.Why(c.err, "It did not work."); got != c.want {
			t.Errorf("%v: %q, want %q", c.err, got, c.want)
		}
	}
}

func TestSentence(t *testing.T) {
	for text, want := range map[string]string{
		"": "", "opened to read": "Opened to read.", "Done.": "Done.", "Really?": "Really?", "écoute\nici": "Écoute ici.",
	} {
		if got := env.Sentence(text); got != want {
			t.Errorf("%q: %q, want %q", text, got, want)
		}
	}
}

func TestTypedTextIsKeptByField(t *testing.T) {
	e := &env.Env{}
	if e.SetTyped("a", "Alder "); e.Typed("a") != "Alder " || e.Typed("b") != "" {
		t.Fatalf("%q %q", e.Typed("a"), e.Typed("b"))
	}
	if e.SetTyped("a", ""); e.Typed("a") != "" {
		t.Fatal("still there")
	}
}

func TestArrivingGoesHomeAndSaysWhyNothingCanBeChanged(t *testing.T) {
	e := &env.Env{Nav: &nav.Moves{}, Quick: true}
	e.Arrive(env.Opened{Example: true, ReadOnly: "made by a newer Waymark"}, nav.Years{})
	moves := e.Nav.Take()
	if !e.Example || e.Quick || len(moves) != 2 || moves[0].Kind != nav.HomeMove || moves[0].Route != (nav.Years{}) || moves[1].Text != "Made by a newer Waymark." {
		t.Fatalf("%+v", moves)
	}
	if e.Arrive(env.Opened{}, nil); len(e.Nav.Take()) != 1 {
		t.Fatal("something was said of nothing")
	}
}
