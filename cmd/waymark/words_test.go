package main

import (
	"encoding/json"
	"errors"
	"fmt"
	"maps"
	"slices"
	"strings"
	"testing"

	"waymark/model"
	"waymark/rubrics"
	"waymark/store"
	"waymark/store/device"
)

// Every failure of the store has words of its own, a code and a next step, and
// none of the words of a programmer.
func TestEveryFailureOfTheStoreHasWords(t *testing.T) {
	opening := map[store.OpenKind]int{
		store.Missing: exitNotFound, store.Empty: exitFailed, store.NotDatabase: exitFailed, store.Damaged: exitFailed, store.Foreign: exitFailed,
		store.Newer: exitFailed, store.Locked: exitInUse, store.Unreadable: exitFailed, store.ReadOnlyFolder: exitFailed, store.InSyncedFolder: exitFailed, store.CannotCreate: exitFailed,
	}
	for kind, exit := range opening {
		inWordsOf(t, string(kind), &store.OpenError{Kind: kind, Path: "/home/x/w.db", Detail: "detail", Err: errors.New("SQLITE_CANTOPEN")}, exit)
	}
	writing := map[store.WriteKind]int{
		store.Busy: exitInUse, store.Full: exitUnsaved, store.ReadOnly: exitUnsaved, store.Moved: exitUnsaved, store.IO: exitUnsaved, store.Broken: exitUnsaved,
		store.Conflict: exitFailed, store.Invalid: exitFailed,
	}
	for kind, exit := range writing {
		inWordsOf(t, string(kind), &store.WriteError{Kind: kind, Code: 13, Err: errors.New("SQLITE_FULL")}, exit)
		if worthParking(kind) {
			f := inWordsOf(t, string(kind), &parkedError{2, &store.WriteError{Kind: kind, Err: errors.New("SQLITE_FULL")}}, exit)
			if !strings.Contains(f.message, "Your 2 changes are kept on this computer") {
				t.Errorf("%s: does not say that the changes are kept: %q", kind, f.message)
			}
		}
	}
	inWordsOf(t, "all keys in use", device.ErrAllInUse, exitInUse)
	inWordsOf(t, "not found", fmt.Errorf("area 9.9: %w", model.ErrNotFound), exitNotFound)
	inWordsOf(t, "unknown", errors.New("something odd"), exitFailed)
}

func inWordsOf(t *testing.T, name string, err error, exit int) *failure {
	t.Helper()
	var f *failure
	if !errors.As((&cli{}).explain(fmt.Errorf("do it: %w", err)), &f) {
		t.Fatalf("%s: no words", name)
	}
	if f.exit != exit || f.code == "" || f.message == "" || f.hint == "" && name != "not found" {
		t.Errorf("%s: %+v", name, f)
	}
	for _, bad := range []string{"SQLITE", "sqlite", "FILE”", "/home/x", "errno", "PROVIDER"} {
		if strings.Contains(f.message, bad) {
			t.Errorf("%s: %q has %q", name, f.message, bad)
		}
	}
	return f
}

// The public shape of a suggestion: exactly these names.
func TestSuggestionHasExactlyItsNames(t *testing.T) {
	l := newCommandLine(t).started()
	l.must("assess", "rate", "1.1=1", "1.2=2", "3.1=2", "4.2=1")
	var object map[string]json.RawMessage
	if err := json.Unmarshal([]byte(l.must("priorities", "suggest", "--json").out), &object); err != nil {
		t.Fatal(err)
	}
	var data map[string]json.RawMessage
	if err := json.Unmarshal(object["data"], &data); err != nil {
		t.Fatal(err)
	}
	wantNames(t, object, "schema data warnings")
	wantNames(t, data, "levels expected rated not_applicable not_rated total_need k order gain led theme supporting find_out_first check_first not_chosen reasons takes_it_off seed readings")
	if got := string(object["schema"]); got != `"waymark.priorities/1"` {
		t.Errorf("schema %s", got)
	}
}

func wantNames(t *testing.T, object map[string]json.RawMessage, names string) {
	t.Helper()
	want := strings.Fields(names)
	slices.Sort(want)
	if got := slices.Sorted(maps.Keys(object)); !slices.Equal(got, want) {
		t.Errorf("names are\n%v\nwant\n%v", got, want)
	}
}

func TestJSONCannotActOnATerminal(t *testing.T) {
	for in, want := range map[string]string{
		"plain é 日本":           `"plain é 日本"`,
		"csi\u009b31m":         `"csi\u009b31m"`,
		"turn\u202eround":      `"turn\u202eround"`,
		"esc\x1b[2J":           `"esc\u001b[2J"`,
		"tag\U000E0041hidden":  `"tag\udb40\udc41hidden"`,
		"para\u2029graph\nend": `"para\u2029graph\nend"`,
	} {
		var b strings.Builder
		if err := writeJSON(&b, in); err != nil || b.String() != want+"\n" {
			t.Errorf("%q: got %s (%v), want %s", in, b.String(), err, want)
		}
		var back string
		if err := json.Unmarshal([]byte(b.String()), &back); err != nil || back != in {
			t.Errorf("%q reads back as %q (%v)", in, back, err)
		}
	}
}

func TestSlips(t *testing.T) {
	for _, tt := range []struct {
		a, b string
		want int
	}{{"phonix", "phonics", 2}, {"", "abc", 3}, {"abc", "", 3}, {"same", "same", 0}, {"kitten", "sitting", 3}, {"é", "e", 1}} {
		if got := slips(tt.a, tt.b); got != tt.want {
			t.Errorf("slips(%q, %q) = %d, want %d", tt.a, tt.b, got, tt.want)
		}
	}
}

func TestNearAreas(t *testing.T) {
	r, err := rubrics.Load(standard)
	if err != nil {
		t.Fatal(err)
	}
	if near := nearAreas(r, "feedbak"); len(near) == 0 || !strings.Contains(near[0], "eedback") {
		t.Errorf("near feedbak: %v", near)
	}
	if near := nearAreas(r, "zzzzzzzz"); len(near) != 0 {
		t.Errorf("near nothing: %v", near)
	}
}

// There is a middle and a span, and never an average.
func TestMiddle(t *testing.T) {
	for _, tt := range []struct {
		levels   []model.Level
		words    string
		low, top model.Level
	}{
		{nil, "", 0, 0},
		{[]model.Level{0, 0}, "", 0, 0},
		{[]model.Level{3}, "3", 3, 3},
		{[]model.Level{4, 1, 0, 2}, "2", 1, 4},
		{[]model.Level{2, 3}, "2 to 3", 2, 3},
		{[]model.Level{1, 4, 4, 1}, "1 to 4", 1, 4},
	} {
		var cells []cellJSON
		for _, l := range tt.levels {
			cells = append(cells, cellJSON{Level: l})
		}
		if words, low, top := middle(cells); words != tt.words || low != tt.low || top != tt.top {
			t.Errorf("middle(%v) = %q %d %d", tt.levels, words, low, top)
		}
	}
}
