package main

import (
	"context"
	"crypto/rand"
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"strings"

	"github.com/spf13/cobra"

	"waymark/model"
	"waymark/store"
	"waymark/store/device"
)

func (c *cli) backupRestoreCmd() *cobra.Command {
	return &cobra.Command{
		Use: "restore FILE", Short: "Bring back from a copy what is missing here",
		Long:    "Brings back every change that is in the copy and missing here. Nothing that\nis here is removed: what was done since the copy stays. When the database is\ndamaged, it is kept beside under another name and the copy takes its place.",
		Example: "  waymark backup restore waymark-20260924-101500.db --dry-run\n  waymark backup restore /media/usb/waymark-20260924-101500.db",
		Args:    c.words(1, 1, "the name of a copy"),
		RunE: func(cmd *cobra.Command, args []string) error {
			return c.restore(cmd.Context(), args[0])
		},
	}
}

func (c *cli) restore(ctx context.Context, typed string) (err error) {
	from, path, err := c.openCopy(ctx, typed)
	if err != nil {
		return err
	}
	defer func() { err = errors.Join(err, from.Close()) }()
	report, err := from.Check(ctx, nil)
	if err != nil {
		return err
	}
	if !report.Whole() {
		return &failure{exit: exitCheck, code: "copy_not_whole", message: "This copy is not whole. Nothing was changed.", hint: "Use another: waymark backup list"}
	}
	w, err := c.open(ctx)
	var closed *store.OpenError
	if errors.As(err, &closed) && replaceable(closed.Kind) {
		return c.replace(path, from.ID(), closed)
	}
	if err != nil {
		return err
	}
	if ro, why := w.store.ReadOnly(); ro {
		return readOnly(why)
	}
	return c.merge(ctx, w, from)
}

// replaceable reports whether a database that cannot be opened may be put
// aside for a copy.
func replaceable(k store.OpenKind) bool {
	return k == store.Damaged || k == store.Empty || k == store.NotDatabase
}

// merge appends what is in the copy and not here, in the copy's order.
func (c *cli) merge(ctx context.Context, w *workspace, from *store.Store) error {
	have := map[model.EventID]bool{}
	for r, err := range w.store.AllEvents(ctx) {
		if err != nil {
			return err
		}
		have[r.ID] = true
	}
	var missing []model.Record
	for r, err := range from.AllEvents(ctx) {
		if err != nil {
			return err
		}
		if !have[r.ID] {
			missing = append(missing, r)
		}
	}
	rows, err := from.Rubrics(ctx)
	if err != nil {
		return err
	}
	texts := map[string][]byte{}
	for _, row := range rows {
		if texts[row.Hash], err = from.Rubric(ctx, row.Hash); err != nil {
			return err
		}
	}
	if !c.flags.dryRun && len(missing) > 0 {
		if err := w.store.Append(ctx, texts, missing); err != nil {
			return err
		}
	}
	return c.saidRestored(len(missing), "")
}

func (c *cli) saidRestored(n int, aside string) error {
	switch {
	case n == 0 && aside == "":
		c.say("Nothing is missing here: everything in the copy is here already.")
	case c.flags.dryRun:
		c.say("Would bring back %s. Nothing was changed.", plural(n, "change", "changes"))
	case aside == "":
		c.say("Brought back %s. Nothing that was here was removed.", plural(n, "change", "changes"))
	}
	return c.print("restored", map[string]any{"changes": n, "kept_beside": aside, "dry_run": c.flags.dryRun}, func() {})
}

// replace keeps a damaged database under another name and puts the copy in
// its place.
func (c *cli) replace(path, id string, closed *store.OpenError) error {
	if c.flags.dryRun {
		c.say("Would keep the damaged file beside and put the copy in its place. Nothing was changed.")
		return nil
	}
	content, err := os.ReadFile(path)
	if err != nil {
		return fmt.Errorf("read the copy: %w", err)
	}
	clock, err := c.flags.clock()
	if err != nil {
		return err
	}
	aside := closed.Path + ".aside-" + clock().UTC().Format("20060102-150405")
	if exists(aside) {
		return &failure{exit: exitFailed, code: "file_exists", message: fmt.Sprintf("There is a file “%s” already. Nothing was changed.", clean(filepath.Base(aside))), hint: "Wait a second and try again."}
	}
	if err := os.Rename(closed.Path, aside); err != nil {
		return fmt.Errorf("keep the damaged file: %w", err)
	}
	if err := placeFile(closed.Path, content, false); err != nil {
		return errors.Join(err, os.Rename(aside, closed.Path))
	}
	if err := c.retireKey(id); err != nil {
		return err
	}
	c.say("Put the copy in place. The damaged file is kept as “%s”.", clean(filepath.Base(aside)))
	return c.saidRestored(0, clean(filepath.Base(aside)))
}

// retireKey puts the key that signed in a database behind all others: the
// copy may be older than what that key wrote last, and a key must not write
// the same place of its chain twice. It stays known as this computer's own.
func (c *cli) retireKey(id string) error {
	p, err := pathsFrom(c.flags.db, os.Getenv)
	if err != nil {
		return err
	}
	key, err := device.Keys(p.keys(), id, rand.Reader)
	if err != nil {
		return err
	}
	base := strings.TrimSuffix(filepath.Join(filepath.Dir(key.Path()), id+".key"), ".key")
	for n := 64; n > 1; n-- { // the last place that device.Keys would try
		place := fmt.Sprintf("%s-%d.key", base, n)
		if !exists(place) {
			return errors.Join(os.Rename(key.Path(), place), key.Close())
		}
	}
	return errors.Join(errors.New("put the signing key aside: there is no place left"), key.Close())
}
