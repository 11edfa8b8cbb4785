package main

import (
	"context"
	"os"
	"time"
)

// copyEvery is how old the newest copy of the database may get while somebody
// works on it.
const copyEvery = 24 * time.Hour

// dailyCopy keeps a checked copy of the database among the backups, once a day
// at most and only when something was saved: it is what takes the place of a
// file that is damaged later. saved is when that was; zero for never.
func (w *workspace) dailyCopy(ctx context.Context, saved time.Time) error {
	if saved.IsZero() || w.store == nil {
		return nil
	}
	if newest, err := os.Stat(w.newestBackup()); err == nil && w.clock().Sub(newest.ModTime()) < copyEvery {
		return nil
	}
	if _, err := w.store.Backup(ctx, w.paths.backups()); err != nil {
		return &failure{
			exit: exitFailed, code: "no_copy", err: err,
			message: "Your work is saved. The daily copy of the file could not be made.",
			hint:    "Make one somewhere else with: waymark backup create",
		}
	}
	return nil
}
