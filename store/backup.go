package store

import (
	"context"
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"sync/atomic"
	"time"

	"waymark/model"
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
	var before int
	if err := s.q.QueryRowContext(ctx, "SELECT count(*) FROM event").Scan(&before); err != nil {
		return err
	}
	if err := copyInto(ctx, s.q, temp); err != nil {
		return err
	}
	if err := syncFile(temp); err != nil {
		return err
	}
	report, err := checkFile(ctx, temp)
	if err != nil {
		return err
	}
	for _, p := range report.Problems {
		// A gap was there before. An older schema is copied before it changes.
		if p.Kind == FaultFile || p.Kind == FaultAltered {
			return fmt.Errorf("the copy is not whole: %s", p.Text)
		}
	}
	if report.Events < before {
		return fmt.Errorf("the copy has %d events of %d", report.Events, before)
	}
	return nil
}

// checkFile checks a database that nobody else uses without writing to it.
func checkFile(ctx context.Context, path string) (Report, error) {
	q, err := connect(ctx, path, true, patience(time.Second), new(atomic.Int64))
	if err != nil {
		return Report{}, err
	}
	s := &Store{path: path, q: q, lists: newLists(), rubrics: map[string]model.Rubric{}}
	report, err := s.Check(ctx, nil)
	return report, errors.Join(err, q.db.Close())
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
