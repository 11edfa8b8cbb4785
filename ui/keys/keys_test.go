package keys_test

import (
	"strings"
	"testing"

	tea "charm.land/bubbletea/v2"

	"waymark/ui/keys"
)

func TestOneKeyMeansOneThing(t *testing.T) {
	owner := map[string]keys.Action{}
	for _, e := range keys.Table() {
		for _, k := range e.Keys {
			if other, taken := owner[k]; taken {
				t.Errorf("%q is both %v and %v", k, keys.Of(other).Words, e.Words)
			}
			owner[k] = e.Action
		}
		if len(e.Keys) > 0 && (e.Shown == "" || e.Words == "") {
			t.Errorf("action %d has a key and no words", e.Action)
		}
		if len(e.Keys) == 0 && e.Words == "" {
			t.Errorf("action %d can be reached by nothing", e.Action)
		}
	}
}

func TestNoTaskNeedsAKeyThatSomethingElseTakes(t *testing.T) {
	unsafe := []string{"alt+", "f2", "f10", "f11", "ctrl+b", "ctrl+g", "ctrl+t", "ctrl+n", "ctrl+o", "ctrl+p", "ctrl+q", "ctrl+h", "ctrl+i", "ctrl+j", "ctrl+m", "ctrl+["}
	for _, e := range keys.Table() {
		for _, k := range e.Keys {
			for _, no := range unsafe {
				if k == no || strings.HasSuffix(no, "+") && strings.HasPrefix(k, no) {
					t.Errorf("%q (%s) is taken by terminals or multiplexers", k, e.Words)
				}
			}
		}
	}
}

func press(name string) tea.KeyPressMsg {
	switch name {
	case "enter":
		return tea.KeyPressMsg{Code: tea.KeyEnter}
	case "ctrl+z":
		return tea.KeyPressMsg{Code: 'z', Mod: tea.ModCtrl}
	case "space":
		return tea.KeyPressMsg{Code: tea.KeySpace, Text: " "}
	case "f1":
		return tea.KeyPressMsg{Code: tea.KeyF1}
	case "U":
		return tea.KeyPressMsg{Code: 'u', ShiftedCode: 'U', Mod: tea.ModShift, Text: "U"}
	}
	return tea.KeyPressMsg{Code: []rune(name)[0], Text: name}
}

func TestOnlyWhatIsLiveResolves(t *testing.T) {
	live := []keys.Live{{Action: keys.Level}, {Action: keys.Undo}, {Action: keys.Redo}, {Action: keys.Tick}, {Action: keys.Find}, {Action: keys.Help}}
	for name, want := range map[string]keys.Press{
		"3": {Action: keys.Level, N: 3}, "ctrl+z": {Action: keys.Undo}, "u": {Action: keys.Undo}, "U": {Action: keys.Redo},
		"space": {Action: keys.Tick}, "n": {}, "enter": {}, "f1": {Action: keys.Help}, "?": {Action: keys.Help},
	} {
		if got := keys.Resolve(press(name), live); got != want {
			t.Errorf("%q resolves to %+v, want %+v", name, got, want)
		}
	}
}

func TestInAFieldLettersAreLetters(t *testing.T) {
	for name, want := range map[string]bool{"q": false, "?": false, "3": false, "space": false, "U": false, "enter": true, "ctrl+z": true, "f1": true} {
		if got := keys.Control(press(name)); got != want {
			t.Errorf("%q in a field acts: %v, want %v", name, got, want)
		}
	}
	left := keys.Fields([]keys.Live{{Action: keys.Note}, {Action: keys.Leave}, {Action: keys.Undo}, {Action: keys.Enter}})
	if len(left) != 2 {
		t.Errorf("in a field %v stay live", left)
	}
}
