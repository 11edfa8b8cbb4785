package store

import (
	"context"
	"database/sql"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"sync/atomic"
	"testing"
	"time"
)

// opened connects to a database file, making it when there is none.
func opened(t *testing.T, path string) patient {
	t.Helper()
	f, err := os.OpenFile(path, os.O_CREATE, 0o600)
	if err != nil {
		t.Fatal(err)
	}
	if err := f.Close(); err != nil {
		t.Fatal(err)
	}
	q, err := connect(t.Context(), path, false, patience(time.Second), new(atomic.Int64))
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() {
		if err := q.db.Close(); err != nil {
			t.Error(err)
		}
	})
	return q
}

func run(t *testing.T, q querier, statements ...string) {
	t.Helper()
	for _, s := range statements {
		if _, err := q.ExecContext(t.Context(), s); err != nil {
			t.Fatalf("%s: %v", s, err)
		}
	}
}

// taken is what the table of steps says, and the version of the schema.
func taken(t *testing.T, q querier) string {
	t.Helper()
	var noted sql.NullString
	err := q.QueryRowContext(t.Context(), `SELECT group_concat(version_id || ':' || is_applied, ' ')
		FROM (SELECT version_id, is_applied FROM goose_db_version ORDER BY id)`).Scan(&noted)
	if err != nil {
		t.Fatal(err)
	}
	version, err := schemaOf(t.Context(), q)
	if err != nil {
		t.Fatal(err)
	}
	return fmt.Sprintf("%s, version %d", noted.String, version)
}

func TestEveryStepIsTakenOnceAndNoted(t *testing.T) {
	q := opened(t, filepath.Join(t.TempDir(), "new.db"))
	for range 2 {
		if err := newMigrations(t.Context(), q, schemaVersion); err != nil {
			t.Fatal(err)
		}
		if got, want := taken(t, q), "0:1 1:1 2:1, version 2"; got != want {
			t.Errorf("noted is %s; want %s", got, want)
		}
	}
}

func TestTheNewestStepIsTheSchemaVersion(t *testing.T) {
	all, err := steps()
	if err != nil || len(all) != schemaVersion {
		t.Errorf("%d steps, %v; want %d", len(all), err, schemaVersion)
	}
}

// TestStepsGoOnWhereGooseLeftOff takes the table as goose wrote it.
func TestStepsGoOnWhereGooseLeftOff(t *testing.T) {
	q := opened(t, filepath.Join(t.TempDir(), "goose.db"))
	all, err := steps()
	if err != nil {
		t.Fatal(err)
	}
	run(t, q, `CREATE TABLE goose_db_version (
		id INTEGER PRIMARY KEY AUTOINCREMENT,
		version_id INTEGER NOT NULL,
		is_applied INTEGER NOT NULL,
		tstamp TIMESTAMP DEFAULT (datetime('now'))
	)`, "INSERT INTO goose_db_version (version_id, is_applied) VALUES (0, 1)", all[0].text,
		"INSERT INTO goose_db_version (version_id, is_applied) VALUES (1, 1)")
	if err := newMigrations(t.Context(), q, schemaVersion); err != nil {
		t.Fatal(err)
	}
	if got, want := taken(t, q), "0:1 1:1 2:1, version 2"; got != want {
		t.Errorf("noted is %s; want %s", got, want)
	}
	if err := checkSchema(t.Context(), q); err != nil {
		t.Error(err)
	}
}

// TestAStepThatFailsLeavesNothing puts something in the way of the second step
// that its second statement meets.
func TestAStepThatFailsLeavesNothing(t *testing.T) {
	q := opened(t, filepath.Join(t.TempDir(), "way.db"))
	if err := newMigrations(t.Context(), q, 1); err != nil {
		t.Fatal(err)
	}
	run(t, q, "CREATE TABLE evaluation (x)")
	if err := newMigrations(t.Context(), q, 2); err == nil || !strings.Contains(err.Error(), "migrate to version 2") {
		t.Fatalf("error %v", err)
	}
	if got, want := taken(t, q), "0:1 1:1, version 1"; got != want {
		t.Errorf("noted is %s; want %s", got, want)
	}
	var left int
	if err := q.QueryRowContext(t.Context(), "SELECT count(*) FROM sqlite_schema WHERE name = 'school'").Scan(&left); err != nil || left != 0 {
		t.Errorf("the step left its first table: %d, %v", left, err)
	}
	run(t, q, "DROP TABLE evaluation")
	if err := newMigrations(t.Context(), q, 2); err != nil {
		t.Errorf("the second try: %v", err)
	}
}

func TestStepsWithAGapAreRefused(t *testing.T) {
	for name, spoil := range map[string]string{
		"missing":  "DELETE FROM goose_db_version WHERE version_id = 1",
		"undone":   "UPDATE goose_db_version SET is_applied = 0 WHERE version_id = 1",
		"repeated": "UPDATE goose_db_version SET version_id = 2 WHERE version_id = 1",
	} {
		t.Run(name, func(t *testing.T) {
			q := opened(t, filepath.Join(t.TempDir(), "gap.db"))
			if err := newMigrations(t.Context(), q, 2); err != nil {
				t.Fatal(err)
			}
			run(t, q, spoil)
			if err := newMigrations(t.Context(), q, 2); err == nil || !strings.Contains(err.Error(), "number 2, but only 1") {
				t.Errorf("error %v", err)
			}
		})
	}
}

// TestAStepIsTriedAgainWhileAnotherProgramIsInTheWay meets another program's
// refusal after writing: the second try must find nothing of the first.
func TestAStepIsTriedAgainWhileAnotherProgramIsInTheWay(t *testing.T) {
	path := filepath.Join(t.TempDir(), "busy.db")
	q, other := opened(t, path), opened(t, path)
	tries := 0
	err := allOrNothing(t.Context(), q, func(ctx context.Context, tx querier) error {
		tries++
		if _, err := tx.ExecContext(ctx, "CREATE TABLE once (x)"); err != nil || tries > 1 {
			return err
		}
		_, err := other.db.BeginTx(ctx, nil) // q holds the lock
		return err
	})
	if err != nil || tries != 2 {
		t.Errorf("%d tries, %v", tries, err)
	}
	run(t, q, "INSERT INTO once VALUES (1)")
}
