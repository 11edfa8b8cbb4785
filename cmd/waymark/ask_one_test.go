package main

import (
	"fmt"
	"strings"
	"testing"

	tea "charm.land/bubbletea/v2"

	"waymark/ui/layout"
)

// pressed gives the question keys by name and returns what the last one asks
// the program to do.
func pressed(q *asking, keys ...string) tea.Cmd {
	special := map[string]tea.Key{
		"enter": {Code: tea.KeyEnter}, "esc": {Code: tea.KeyEscape}, "backspace": {Code: tea.KeyBackspace},
		"up": {Code: tea.KeyUp}, "down": {Code: tea.KeyDown}, "home": {Code: tea.KeyHome}, "end": {Code: tea.KeyEnd},
		"pgup": {Code: tea.KeyPgUp}, "pgdown": {Code: tea.KeyPgDown}, "tab": {Code: tea.KeyTab},
		"ctrl+c": {Code: 'c', Mod: tea.ModCtrl},
	}
	var cmd tea.Cmd
	for _, name := range keys {
		k, ok := special[name]
		if !ok {
			k = tea.Key{Code: []rune(name)[0], Text: name}
		}
		_, cmd = q.Update(tea.KeyPressMsg(k))
	}
	return cmd
}

func TestAnswersAreChosenByKeys(t *testing.T) {
	schools := []string{"Alder Lane", "Beech Hill", "Cedar Road", "Elm Park"}
	for keys, want := range map[string]int{
		"enter":                        0,
		"tab":                          0,
		"down enter":                   1,
		"j j k enter":                  1,
		"up enter":                     3,
		"down down down down enter":    0,
		"end enter":                    3,
		"end pgup enter":               0,
		"pgdown home down enter":       1,
		"/ c e enter":                  2,
		"/ R enter":                    0, // Alder Lane was chosen and has an r
		"/ e l m esc enter":            3,
		"/ x enter backspace enter":    0, // nothing to choose while nothing is found
		"/ k backspace backspace G up": 2, // and not answered yet
	} {
		q := newAsking("Which school?", "", schools)
		pressed(q, strings.Fields(keys)...)
		wantOK := strings.HasSuffix(keys, "enter") || strings.HasSuffix(keys, "tab")
		if at, ok := q.answer(); ok != wantOK || ok && at != want {
			t.Errorf("%s: answer %d, %v; want %d", keys, at, ok, want)
		}
		if !wantOK && q.found[q.at] != want {
			t.Errorf("%s: answer %d is chosen; want %d", keys, q.found[q.at], want)
		}
	}
}

func TestAQuestionThatIsLeftHasNoAnswer(t *testing.T) {
	for _, key := range []string{"esc", "ctrl+c"} {
		q := newAsking("Which school?", "", []string{"Alder Lane", "Beech Hill"})
		cmd := pressed(q, "down", key)
		if cmd == nil {
			t.Fatalf("%s asks for nothing", key)
		}
		if _, ok := cmd().(tea.InterruptMsg); !ok {
			t.Errorf("%s asks for %T", key, cmd())
		}
		pressed(q, "enter") // typed before the program had ended
		if at, ok := q.answer(); ok {
			t.Errorf("%s: answered with %d", key, at)
		}
	}
}

func TestAQuestionFitsTheTerminal(t *testing.T) {
	var schools []string
	for i := range 60 {
		schools = append(schools, fmt.Sprintf("%d The Very Reverend Somebody Church of England Primary School", i))
	}
	for _, size := range []tea.WindowSizeMsg{{Width: 80, Height: 24}, {Width: 30, Height: 12}, {Width: 12, Height: 9}, {Width: 0, Height: 0}} {
		q := newAsking("Which school is it that you mean?", "It is asked once.", schools)
		q.Update(size)
		for i := range schools {
			lines := strings.Split(q.View().Content, "\n")
			if h := size.Height; h > 9 && len(lines) > h {
				t.Errorf("%v: %d lines", size, len(lines))
			}
			chosen := 0
			for _, l := range lines {
				if w := size.Width; w > 0 && layout.Width(l) > w {
					t.Errorf("%v: too wide: %q", size, l)
				}
				if strings.HasPrefix(l, fmt.Sprintf("> %d The", i)) {
					chosen++
				}
			}
			if chosen != 1 {
				t.Fatalf("%v: school %d is not shown as chosen:\n%s", size, i, strings.Join(lines, "\n"))
			}
			pressed(q, "down")
		}
	}
}

func TestAQuestionSaysWhatItsKeysDo(t *testing.T) {
	q := newAsking("Delete it?", "It can be brought back.", []string{"Keep it", "Delete it"})
	shown := q.View().Content
	for _, want := range []string{"Delete it?", "It can be brought back.", "> Keep it", "  Delete it", "Esc to stop"} {
		if !strings.Contains(shown, want) {
			t.Errorf("%q is missing:\n%s", want, shown)
		}
	}
	pressed(q, "/", "q")
	if shown := q.View().Content; !strings.Contains(shown, "Find: q") || !strings.Contains(shown, "No answer has that in it.") {
		t.Errorf("seeking shows:\n%s", shown)
	}
	pressed(q, "esc", "enter")
	if shown := q.View().Content; shown != "" {
		t.Errorf("an answered question stays: %q", shown)
	}
}
