package store

import (
	"database/sql"
	"errors"
	"path/filepath"
	"testing"
)

func TestAFileThatAnotherProgramHoldsIsNotDamaged(t *testing.T) {
	path := filepath.Join(t.TempDir(), "w.db")
	open := func() *sql.DB {
		db, err := sql.Open("sqlite", path)
		if err != nil {
			t.Fatal(err)
		}
		db.SetMaxOpenConns(1)
		t.Cleanup(func() { db.Close() })
		return db
	}
	holder, other := open(), open()
	for _, q := range []string{"CREATE TABLE x (y)", "BEGIN EXCLUSIVE"} {
		if _, err := holder.ExecContext(t.Context(), q); err != nil {
			t.Fatal(err)
		}
	}
	var n int
	held := other.QueryRowContext(t.Context(), "SELECT count(*) FROM x").Scan(&n)
	var e *OpenError
	if err := schemaError(path, held); held == nil || !errors.As(err, &e) || e.Kind != Locked {
		t.Errorf("%v is told as %v", held, err)
	}
	if err := schemaError(path, errors.New("its tables are not ours")); !errors.As(err, &e) || e.Kind != Damaged {
		t.Errorf("another schema is told as %v", err)
	}
}
