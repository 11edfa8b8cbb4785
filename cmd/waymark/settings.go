package main

import (
	"encoding/json"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"

	"waymark/model"
	"waymark/ui/env"
)

// settings is what this computer remembers between two starts. Nothing in it
// is needed to read a database: a lost file costs a choice, not work.
type settings struct {
	// Me is who judges on this computer when nobody is named.
	Me model.PersonID `json:"me,omitempty"`
	// Last is the evaluation used last, for each database by its id.
	Last map[string]lastUsed `json:"last,omitempty"`
	// People says who judges at a school on this computer.
	People map[model.SchoolID]model.PersonID `json:"people,omitempty"`
	// Visits says which visit was in progress in an evaluation, and whose.
	Visits  map[model.EvaluationID]env.Visiting `json:"visits,omitempty"`
	Display env.Prefs                           `json:"display"`
	// Tips that have been shown; each is shown once.
	Tips map[string]bool `json:"tips,omitempty"`
}

// lastUsed is where somebody worked last.
type lastUsed struct {
	School     model.SchoolID     `json:"school"`
	Evaluation model.EvaluationID `json:"evaluation"`
}

// mostSettings bounds a settings file; a longer one is not ours.
const mostSettings = 1 << 20

// readSettings reads the file. One that is missing or cannot be understood
// reads as empty settings.
func readSettings(path string) settings {
	s := settings{Last: map[string]lastUsed{}, People: map[model.SchoolID]model.PersonID{}}
	info, err := os.Lstat(path)
	if err != nil || !info.Mode().IsRegular() || info.Size() > mostSettings {
		return s
	}
	text, err := os.ReadFile(path)
	if err != nil {
		return s
	}
	var read settings
	if json.Unmarshal(text, &read) != nil {
		return s
	}
	if read.Last == nil {
		read.Last = s.Last
	}
	if read.People == nil {
		read.People = s.People
	}
	return read
}

// writeSettings replaces the file whole.
func writeSettings(path string, s settings) error {
	text, err := json.MarshalIndent(s, "", "  ")
	if err != nil {
		return fmt.Errorf("write settings: %w", err)
	}
	if err := os.MkdirAll(filepath.Dir(path), 0o700); err != nil {
		return fmt.Errorf("write settings: %w", err)
	}
	f, err := os.CreateTemp(filepath.Dir(path), ".settings-*")
	if err != nil {
		return fmt.Errorf("write settings: %w", err)
	}
	_, err = f.Write(append(text, '\n'))
	err = errors.Join(err, f.Close())
	if err == nil {
		err = os.Rename(f.Name(), path)
	}
	if err != nil {
		if gone := os.Remove(f.Name()); gone != nil && !errors.Is(gone, fs.ErrNotExist) {
			err = errors.Join(err, gone)
		}
		return fmt.Errorf("write settings: %w", err)
	}
	return nil
}
