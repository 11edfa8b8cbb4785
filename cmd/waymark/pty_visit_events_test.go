//go:build !windows

package main

import (
	"bytes"
	"encoding/json"
	"errors"
	"fmt"
	"os/exec"
	"path/filepath"
	"regexp"
	"strings"
	"testing"

	"waymark/model"
	"waymark/store"
)

// sameEvents fails unless two computers hold the same events but for ids and
// times.
func sameEvents(t *testing.T, app, commands computer) {
	t.Helper()
	one, other := app.events(), commands.events()
	for text, n := range one {
		if other[text] != n {
			t.Errorf("in the app %d times, through commands %d: %s", n, other[text], text)
		}
	}
	for text, n := range other {
		if one[text] == 0 {
			t.Errorf("never in the app, through commands %d times: %s", n, text)
		}
	}
}

// events counts every event of the computer, told without ids and times.
func (c computer) events() map[string]int {
	c.t.Helper()
	db, err := store.Open(c.t.Context(), filepath.Join(c.folder, "data", "waymark", "waymark.db"), store.Options{})
	if err != nil {
		c.t.Fatal(err)
	}
	defer db.Close()
	schools, err := db.Schools(c.t.Context())
	if err != nil || len(schools) != 1 {
		c.t.Fatalf("%d schools, %v", len(schools), err)
	}
	sums, err := db.Evaluations(c.t.Context(), schools[0].ID)
	if err != nil || len(sums) != 1 {
		c.t.Fatalf("%d evaluations, %v", len(sums), err)
	}
	records, err := db.Events(c.t.Context(), schools[0].ID, sums[0].ID)
	if err != nil {
		c.t.Fatal(err)
	}
	names, all := idNames(records), map[string]int{}
	for _, r := range records {
		if r.Kind == model.KindDevice {
			continue // every computer has its own
		}
		all[fmt.Sprintf("%s %s by %s as %s: %s", r.Kind, names(string(r.Subject)), names(string(r.Person)), r.Role, names(valueOf(r)))]++
	}
	return all
}

// valueOf is what a record says, without which act it was part of.
func valueOf(r model.Record) string {
	var p struct {
		Does  string          `json:"does"`
		Value json.RawMessage `json:"value"`
	}
	if err := json.Unmarshal(r.Payload, &p); err != nil {
		return err.Error()
	}
	return p.Does + " " + string(p.Value)
}

var (
	anID      = regexp.MustCompile(`[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}`)
	aHash     = regexp.MustCompile(`[0-9a-f]{64}`)
	saidWords = regexp.MustCompile(`"(?:name|text)":"([^"]*)"`)
)

// idNames puts in the place of an id what it was first given to: a note's words,
// a person's name.
func idNames(records []model.Record) func(string) string {
	names := map[string]string{}
	for _, r := range records {
		id := string(r.Subject[strings.LastIndexByte(string(r.Subject), '/')+1:])
		if m := saidWords.FindStringSubmatch(valueOf(r)); m != nil && names[id] == "" {
			names[id] = "«" + m[1] + "»"
		}
	}
	return func(text string) string {
		text = anID.ReplaceAllStringFunc(text, func(id string) string {
			if names[id] != "" {
				return names[id]
			}
			return "«id»"
		})
		return aHash.ReplaceAllString(text, "«hash»")
	}
}

// byCommands is the same day through commands alone.
func (c computer) byCommands(d aDay) {
	c.t.Helper()
	s := &aShell{t: c.t, now: d.Date + "T08:00:00Z", enter: c.try}
	s.startDay(d)
	s.lookRound(d)
	s.finishDay(d)
}

// try carries out one command and returns what it printed and its exit code.
func (c computer) try(stdin string, args []string) (out, said string, code int) {
	c.t.Helper()
	cmd := exec.Command(c.bin, args...)
	var stdout, stderr bytes.Buffer
	cmd.Env, cmd.Stdin, cmd.Stdout, cmd.Stderr = c.env(), strings.NewReader(stdin), &stdout, &stderr
	err := cmd.Run()
	var ended *exec.ExitError
	if err != nil && !errors.As(err, &ended) {
		c.t.Fatalf("waymark %v: %v", args, err)
	}
	return stdout.String(), stderr.String(), cmd.ProcessState.ExitCode()
}
