package main

import (
	"time"

	"github.com/spf13/pflag"

	"waymark/model"
)

// globals are the flags that every command takes.
type globals struct {
	db, school, year string
	json, plain      bool
	as, role         string
	now              string
	seed             uint64
	noInput, yes     bool
	dryRun, quiet    bool
	confirm          string
	colour           string
}

func (g *globals) add(f *pflag.FlagSet) {
	f.StringVar(&g.db, "db", "", "the database `FILE` (else WAYMARK_DB, else this computer's own)")
	f.StringVar(&g.school, "school", "", "which school, by `NAME` or part of it (else the last used)")
	f.StringVar(&g.year, "year", "", "which school `YEAR`, such as 2026-27 (else the last used)")
	f.BoolVar(&g.json, "json", false, "print one JSON object; its fields only ever grow")
	f.BoolVar(&g.plain, "plain", false, "print rows separated by tabs, without headings or colour")
	f.StringVar(&g.as, "as", "", "who is judging, by `NAME`; kept in the history")
	f.StringVar(&g.role, "role", "", "in which `ROLE`: self, reviewer or agreed (else self)")
	f.StringVar(&g.now, "now", "", "act as if it were this `TIME`, such as 2026-09-24T10:00:00Z")
	f.Uint64Var(&g.seed, "seed", 0, "start the readings of a suggestion from this `NUMBER`")
	f.BoolVar(&g.noInput, "no-input", false, "never ask and never wait for typing")
	f.BoolVar(&g.dryRun, "dry-run", false, "say what would change and change nothing")
	f.BoolVar(&g.quiet, "quiet", false, "print no messages, only data and errors")
	f.BoolVar(&g.yes, "yes", false, "answer ordinary questions with yes")
	f.StringVar(&g.confirm, "confirm", "", "the `NAME` of what to delete, typed again")
	f.StringVar(&g.colour, "colour", "", "`WHEN` to colour: auto, always or never (else WAYMARK_COLOUR)")
	f.StringVar(&g.colour, "color", "", "the same as --colour")
	_ = f.MarkHidden("color") // the flag was added above
}

// clock is the real clock, or the one moment that --now names.
func (g *globals) clock() (func() time.Time, error) {
	if g.now == "" {
		return time.Now, nil
	}
	for _, layout := range []string{time.RFC3339, "2006-01-02T15:04:05", "2006-01-02T15:04", "2006-01-02 15:04", "2006-01-02"} {
		if t, err := time.Parse(layout, g.now); err == nil {
			return func() time.Time { return t }, nil
		}
	}
	return nil, usage("Write it like 2026-09-24T10:00:00Z or 2026-09-24.", "--now does not understand “%s”.", model.CleanLine(g.now))
}

// voice is the role of --role.
func (g *globals) voice() (model.Role, error) {
	role := model.Role(first(g.role, string(model.Self)))
	if !role.Valid() {
		return "", usage("Use --role self, --role reviewer or --role agreed.", "There is no role “%s”.", model.CleanLine(g.role))
	}
	if role == model.Reviewer && model.CleanLine(g.as) == "" {
		return "", usage("Add --as and the reviewer's name.", "A reviewer's judgements are kept under a name.")
	}
	return role, nil
}

// check refuses what no command could carry out.
func (g *globals) check() error {
	if _, err := g.clock(); err != nil {
		return err
	}
	if g.role != "" && !model.Role(g.role).Valid() {
		_, err := g.voice()
		return err
	}
	switch g.colour {
	case "", "auto", "always", "never":
	default:
		return usage("Use --colour auto, --colour always or --colour never.", "There is no such choice of colour: “%s”.", model.CleanLine(g.colour))
	}
	if g.json && g.plain {
		return usage("Choose one of the two.", "--json and --plain cannot be used together.")
	}
	return nil
}
