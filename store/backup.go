package store

import (
	"context"
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"sync/atomic"
)

// Backup writes a compact copy of the database into dir, verified event by
// event before it gets its name, and then thins the older copies there. A
// failed backup never replaces or removes a good one.
func (s *Store) Backup(ctx context.Context, dir string) (path string, err error) {
	if path, err = s.backup(ctx, dir, ""); err != nil {
		return "", fmt.Errorf("back up: %w", writeError(err))
	}
	if err := thin(dir, s.opt.Clock()); err != nil {
		return path, fmt.Errorf("back up: tidy older copies: %w", err)
	}
	return path, nil
}

// backupTime is how the moment of a copy is spelled in its name.
const backupTime = "20060102-150405"

// backup makes one verified copy. A reason marks a copy that thinning leaves.
func (s *Store) backup(ctx context.Context, dir, reason string) (string, error) {
	if err := os.MkdirAll(dir, 0o700); err != nil {
		return "", err
	}
	temp, err := emptyFile(dir, ".waymark-copy-*")
	if err != nil {
		return "", err
	}
	if err := s.copyAndVerify(ctx, temp); err != nil {
		return "", errors.Join(err, removeIfThere(temp), removeIfThere(temp+"-journal"))
	}
	path, err := nameBackup(temp, dir, "waymark-"+s.opt.Clock().UTC().Format(backupTime), reason)
	if err != nil {
		return "", errors.Join(err, removeIfThere(temp))
	}
	return path, syncFolder(dir)
}

func (s *Store) copyAndVerify(ctx context.Context, temp string) error {
	if err := copyInto(ctx, s.db, temp); err != nil {
		return err
	}
	if err := syncFile(temp); err != nil {
		return err
	}
	version, err := schemaOf(ctx, s.db)
	if err != nil {
		return err
	}
	db, err := connect(ctx, temp, true, s.opt.Busy, new(atomic.Int64))
	if err != nil {
		return err
	}
	copied := &Store{path: temp, db: db}
	report, err := copied.Check(ctx, nil)
	if err = errors.Join(err, db.Close()); err != nil {
		return err
	}
	var here int
	if err := s.db.QueryRowContext(ctx, "SELECT count(*) FROM event").Scan(&here); err != nil {
		return err
	}
	if version == schemaVersion && !report.OK() {
		return fmt.Errorf("the copy is not whole: %s", report.Problems[0].Text)
	}
	if report.Events > here {
		return fmt.Errorf("the copy has %d events, the database %d", report.Events, here)
	}
	return nil
}

// nameBackup gives the copy a name that nothing has.
func nameBackup(temp, dir, name, reason string) (string, error) {
	if reason != "" {
		name += "-" + reason
	}
	for i := 1; ; i++ {
		path := filepath.Join(dir, name+".db")
		if i > 1 {
			path = filepath.Join(dir, fmt.Sprintf("%s-%d.db", name, i))
		}
		if _, err := os.Lstat(path); err == nil {
			continue
		}
		return path, os.Rename(temp, path)
	}
}
