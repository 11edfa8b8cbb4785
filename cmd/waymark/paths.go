package main

import (
	"fmt"
	"path/filepath"

	"github.com/adrg/xdg"
)

// paths says where everything lies.
type paths struct {
	database string
	state    string // keys, drafts, settings and backups; never beside the database
}

func (p paths) keys() string     { return filepath.Join(p.state, "keys") }
func (p paths) drafts() string   { return filepath.Join(p.state, "drafts.db") }
func (p paths) backups() string  { return filepath.Join(p.state, "backups") }
func (p paths) settings() string { return filepath.Join(p.state, "settings.json") }

// example is the database of the made-up school, apart from real data.
func (p paths) example() string { return filepath.Join(filepath.Dir(p.database), "example.db") }

// pathsFrom resolves the flag, then the environment, then the platform's own
// folders.
func pathsFrom(flag string, env func(string) string) (paths, error) {
	p := paths{database: first(flag, env("WAYMARK_DB")), state: env("WAYMARK_STATE")}
	if p.database == "" {
		p.database = filepath.Join(xdg.DataHome, "waymark", "waymark.db")
	}
	if p.state == "" {
		p.state = filepath.Join(xdg.StateHome, "waymark")
	}
	for _, path := range []*string{&p.database, &p.state} {
		full, err := filepath.Abs(*path)
		if err != nil {
			return p, fmt.Errorf("find %s: %w", *path, err)
		}
		*path = full
	}
	return p, nil
}

// first is the first of its arguments that says something.
func first(all ...string) string {
	for _, s := range all {
		if s != "" {
			return s
		}
	}
	return ""
}
