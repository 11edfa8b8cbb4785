package store

import (
	"context"
	"errors"
	"fmt"
)

// migrate brings an older schema up to ours: after a verified copy, one step a
// version, and with every list computed again from the log.
func (s *Store) migrate(ctx context.Context) error {
	version, err := schemaOf(ctx, s.q)
	if err != nil {
		return err
	}
	switch {
	case version > schemaVersion:
		return &OpenError{Kind: Newer, Path: s.path, Detail: fmt.Sprint(version)}
	case version == schemaVersion:
		return nil
	case s.readOnly != "":
		return &OpenError{Kind: ReadOnlyFolder, Path: s.path, Detail: "it was made by an older Waymark and has to be brought up to date: " + s.readOnly}
	case s.opt.BackupDir == "":
		return errors.New("migrate: no folder was given for the copy that comes first")
	}
	if _, err := s.backup(ctx, s.opt.BackupDir, fmt.Sprintf("before-version-%d", schemaVersion)); err != nil {
		return fmt.Errorf("copy before migrating: %w", err)
	}
	if err := newMigrations(ctx, s.q, schemaVersion); err != nil {
		// Another program may have migrated at the same moment.
		if now, again := schemaOf(ctx, s.q); again != nil || now != schemaVersion {
			return err
		}
	}
	if err := s.rebuild(ctx); err != nil {
		return err
	}
	complaints, err := checkPages(ctx, s.q)
	if err != nil {
		return err
	}
	if len(complaints) > 0 {
		return &OpenError{Kind: Damaged, Path: s.path, Detail: complaints[0]}
	}
	return nil
}

func schemaOf(ctx context.Context, q querier) (v int64, err error) {
	err = q.QueryRowContext(ctx, "PRAGMA user_version").Scan(&v)
	return v, err
}
