package store

import (
	"context"
	"errors"
	"os"
	"path/filepath"
	"strings"
	"sync/atomic"
	"testing"
	"time"
)

// older makes a database of schema version 1 out of a new one's parts.
func older(t *testing.T) string {
	t.Helper()
	path := filepath.Join(t.TempDir(), "older.db")
	if err := os.WriteFile(path, nil, 0o600); err != nil {
		t.Fatal(err)
	}
	q, err := connect(t.Context(), path, false, patience(time.Second), new(atomic.Int64))
	if err != nil {
		t.Fatal(err)
	}
	defer q.db.Close()
	if _, err := q.ExecContext(t.Context(), "PRAGMA application_id = 0x574D4B31"); err != nil {
		t.Fatal(err)
	}
	if err := newMigrations(t.Context(), q, 1); err != nil {
		t.Fatal(err)
	}
	if _, err := q.ExecContext(t.Context(), "INSERT INTO meta (name, value) VALUES ('id', 'old')"); err != nil {
		t.Fatal(err)
	}
	return path
}

func TestAnOlderDatabaseIsCopiedAndMigrated(t *testing.T) {
	path, backups := older(t), t.TempDir()
	if _, err := Open(t.Context(), path, Options{}); err == nil || !strings.Contains(err.Error(), "copy") {
		t.Errorf("without a folder for the copy it gives %v", err)
	}
	s, err := Open(t.Context(), path, Options{BackupDir: backups})
	if err != nil {
		t.Fatal(err)
	}
	defer s.Close()
	if report, err := s.Check(context.Background(), nil); err != nil || !report.OK() || s.ID() != "old" {
		t.Errorf("after migrating: %+v, %v", report, err)
	}
	entries, err := os.ReadDir(backups)
	if err != nil || len(entries) != 1 || !strings.Contains(entries[0].Name(), "before-version-2") {
		t.Fatalf("copies %v, %v", entries, err)
	}
	if h, err := readHeader(filepath.Join(backups, entries[0].Name())); err != nil || h.version != 1 {
		t.Errorf("the copy has version %d, %v; want the one before", h.version, err)
	}
}

func TestAnOlderDatabaseThatCanOnlyBeReadIsRefused(t *testing.T) {
	var e *OpenError
	if _, err := Open(t.Context(), older(t), Options{ReadOnly: true}); !errors.As(err, &e) || e.Kind != ReadOnlyFolder {
		t.Errorf("error %v; want kind %s", err, ReadOnlyFolder)
	}
}
