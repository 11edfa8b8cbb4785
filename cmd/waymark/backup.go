package main

import (
	"context"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"strings"

	"github.com/spf13/cobra"

	"waymark/cmd/waymark/internal/table"
	"waymark/model/arrange"
	"waymark/store"
)

func (c *cli) backupCmd() *cobra.Command {
	return c.noun("backup", "Copy everything to a safe place, and bring it back",
		"  waymark backup create\n  waymark backup restore waymark-20260924-101500.db --dry-run",
		c.backupCreateCmd(), c.backupListCmd(), c.backupCheckCmd(), c.backupRestoreCmd())
}

func (c *cli) backupCreateCmd() *cobra.Command {
	return &cobra.Command{
		Use: "create [FOLDER]", Short: "Make a checked copy of everything",
		Example: "  waymark backup create\n  waymark backup create /media/usb",
		Args:    c.words(0, 1, "one folder"),
		RunE: func(cmd *cobra.Command, args []string) error {
			w, err := c.open(cmd.Context())
			if err != nil {
				return err
			}
			folder := w.paths.backups()
			if len(args) == 1 {
				folder = args[0]
			}
			if c.flags.dryRun {
				c.say("Would make a copy in %s. Nothing was changed.", clean(folder))
				return c.print("backup", map[string]any{"path": nil}, func() {})
			}
			path, err := w.store.Backup(cmd.Context(), folder)
			if err != nil && path == "" {
				return err
			}
			c.say("Made a copy and checked it.")
			return c.print("backup", map[string]any{"path": clean(path)}, func() { fmt.Fprintln(c.out, clean(path)) })
		},
	}
}

// copyJSON is one copy in a list.
type copyJSON struct {
	Name  string  `json:"name"`
	Path  string  `json:"path"`
	Bytes int64   `json:"bytes"`
	Made  *string `json:"made"`
	made  int64
}

// listBackups lists the copies in a folder, the newest first.
func listBackups(folder string) ([]copyJSON, error) {
	entries, err := os.ReadDir(folder)
	if errors.Is(err, fs.ErrNotExist) {
		return nil, nil
	}
	if err != nil {
		return nil, fmt.Errorf("list copies: %w", err)
	}
	var all []copyJSON
	for _, e := range entries {
		info, err := e.Info()
		if err != nil || !info.Mode().IsRegular() || filepath.Ext(e.Name()) != ".db" || strings.HasPrefix(e.Name(), ".") {
			continue
		}
		made := info.ModTime().UnixMilli()
		all = append(all, copyJSON{clean(e.Name()), filepath.Join(folder, e.Name()), info.Size(), stamp(made), made})
	}
	arrange.By(all, func(x, y copyJSON) int { return strings.Compare(y.Name, x.Name) }) // names start with the time
	return all, nil
}

func (c *cli) backupListCmd() *cobra.Command {
	return &cobra.Command{
		Use: "list", Short: "List the copies kept here", Args: cobra.NoArgs,
		Example: "  waymark backup list\n  waymark backup list --json",
		RunE: func(*cobra.Command, []string) error {
			p, err := pathsFrom(c.flags.db, os.Getenv)
			if err != nil {
				return err
			}
			all, err := listBackups(p.backups())
			if err != nil {
				return err
			}
			t := table.Table{Columns: []string{"Copy", "Made", "Size"}}
			for _, one := range all {
				t.Add(one.Name, c.moment(one.made), fmt.Sprintf("%d kB", (one.Bytes+1023)/1024))
			}
			if len(all) == 0 {
				c.say("There is no copy yet. Make one: waymark backup create")
			}
			return c.print("backups", notNil(all), func() { c.table(t) })
		},
	}
}

// openCopy opens a copy to read, by its path or by its name among those kept.
func (c *cli) openCopy(ctx context.Context, typed string) (*store.Store, string, error) {
	path := typed
	if _, err := os.Stat(path); errors.Is(err, fs.ErrNotExist) && filepath.Base(typed) == typed {
		p, err := pathsFrom(c.flags.db, os.Getenv)
		if err != nil {
			return nil, "", err
		}
		path = filepath.Join(p.backups(), typed)
	}
	f, err := c.openInput(path, 1<<40)
	if err != nil {
		return nil, "", err
	}
	if err := f.Close(); err != nil {
		return nil, "", err
	}
	s, err := store.Open(ctx, path, store.Options{ReadOnly: true, AllowSynced: true})
	return s, path, err
}

func (c *cli) backupCheckCmd() *cobra.Command {
	return &cobra.Command{
		Use: "check FILE", Short: "Check that a copy is whole",
		Example: "  waymark backup check waymark-20260924-101500.db\n  waymark backup check /media/usb/waymark-20260924-101500.db --json",
		Args:    c.words(1, 1, "the name of a copy"),
		RunE: func(cmd *cobra.Command, args []string) error {
			s, path, err := c.openCopy(cmd.Context(), args[0])
			if err != nil {
				return err
			}
			report, err := s.Check(cmd.Context(), nil)
			if err = errors.Join(err, s.Close()); err != nil {
				return err
			}
			data := map[string]any{"path": clean(path), "whole": report.Whole(), "events": report.Events, "schools": report.Schools, "self_evaluations": report.Evaluations}
			if err := c.print("backup-check", data, func() {}); err != nil {
				return err
			}
			if !report.Whole() {
				c.say("This copy is not whole: %s. Use another: waymark backup list", clean(report.Problems[0].Text))
				return &silent{exitCheck}
			}
			c.say("This copy is whole: %s of %s.", plural(report.Events, "event", "events"), plural(report.Schools, "school", "schools"))
			return nil
		},
	}
}
