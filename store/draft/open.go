package draft

import (
	"context"
	"database/sql"
	"errors"
	"fmt"
	"io/fs"
	"net/url"
	"os"
	"path/filepath"
	"strings"
	"sync/atomic"

	"modernc.org/sqlite"
)

// Drafts is the open file. It is safe for use by several goroutines and by
// several programs at once.
type Drafts struct {
	db  *sql.DB
	pid atomic.Int64 // of the run that was started here; 0 before
}

// appID marks the file as ours: "WMKD".
const appID = "0x574D4B44"

// schema is made in full when the file is; there is nothing to migrate, since
// what is here is meant to go.
const schema = `
CREATE TABLE IF NOT EXISTS draft (
	key        TEXT NOT NULL CHECK (length(key) BETWEEN 1 AND 512),
	process    TEXT NOT NULL CHECK (length(process) <= 128),
	evaluation TEXT NOT NULL CHECK (length(evaluation) <= 128),
	area       TEXT NOT NULL CHECK (length(area) <= 128),
	body       TEXT NOT NULL CHECK (length(body) <= 1048576),
	at         INTEGER NOT NULL,
	PRIMARY KEY (key, process)
) STRICT;
CREATE TABLE IF NOT EXISTS parked (
	n    INTEGER PRIMARY KEY,
	id   TEXT NOT NULL UNIQUE CHECK (length(id) = 64),
	body BLOB NOT NULL
) STRICT;
CREATE TABLE IF NOT EXISTS parked_rubric (
	hash TEXT NOT NULL PRIMARY KEY CHECK (length(hash) = 64),
	body BLOB NOT NULL
) STRICT;
CREATE TABLE IF NOT EXISTS run (
	pid     INTEGER NOT NULL PRIMARY KEY,
	started INTEGER NOT NULL,
	alive   INTEGER NOT NULL
) STRICT;
`

// Open opens the file at path, making it and its folder when they are missing.
// A file that is damaged or not ours is moved aside, never deleted: losing
// sight of old drafts must not keep anybody from working.
func Open(ctx context.Context, path string) (*Drafts, error) {
	full, err := filepath.Abs(path)
	if err != nil {
		return nil, fmt.Errorf("open drafts: %w", err)
	}
	if err := os.MkdirAll(filepath.Dir(full), 0o700); err != nil {
		return nil, fmt.Errorf("open drafts: %w", err)
	}
	d, err := open(ctx, full)
	if unusable(err) {
		if err := moveAside(full); err != nil {
			return nil, fmt.Errorf("open drafts: %w", err)
		}
		d, err = open(ctx, full)
	}
	if err != nil {
		return nil, fmt.Errorf("open drafts: %w", err)
	}
	return d, nil
}

func open(ctx context.Context, path string) (*Drafts, error) {
	// SQLite would make the file readable by others, depending on the umask.
	f, err := os.OpenFile(path, os.O_RDWR|os.O_CREATE, 0o600)
	if err != nil {
		return nil, err
	}
	if err := f.Close(); err != nil {
		return nil, err
	}
	base, err := sqlite.NewConnector(address(path))
	if err != nil {
		return nil, err
	}
	db := sql.OpenDB(base)
	db.SetMaxOpenConns(1)
	if err := prepare(ctx, db); err != nil {
		return nil, errors.Join(err, db.Close())
	}
	return &Drafts{db: db}, nil
}

// address has the settings of the database itself but one: synchronous is
// NORMAL, because a draft is written every second and is replaced by the next
// one; a power cut may take the last second of typing, no more.
func address(path string) string {
	slashed := filepath.ToSlash(path)
	if !strings.HasPrefix(slashed, "/") {
		slashed = "/" + slashed
	}
	at := url.URL{Scheme: "file", Path: slashed}
	return at.String() + "?mode=rw&_txlock=immediate&_defensive=1&_dqs=0&_error_rc=1&_busy_timeout=2000&_foreign_keys=1" +
		"&_journal_mode=TRUNCATE&_synchronous=NORMAL&_pragma=trusted_schema(0)&_pragma=cell_size_check(1)" +
		"&_pragma=secure_delete(1)&_pragma=mmap_size(0)&_pragma=fullfsync(1)&_pragma=temp_store(2)"
}

func prepare(ctx context.Context, db *sql.DB) error {
	var id, tables int64
	if err := db.QueryRowContext(ctx, "SELECT (SELECT count(*) FROM sqlite_schema)").Scan(&tables); err != nil {
		return err
	}
	if err := db.QueryRowContext(ctx, "PRAGMA application_id").Scan(&id); err != nil {
		return err
	}
	if tables > 0 && id != 0x574D4B44 {
		return errForeign
	}
	tx, err := db.BeginTx(ctx, nil)
	if err != nil {
		return err
	}
	defer func() { _ = tx.Rollback() }() // after a commit there is nothing to roll back
	if tables == 0 {
		if _, err := tx.ExecContext(ctx, "PRAGMA application_id = "+appID); err != nil {
			return err
		}
	}
	if _, err := tx.ExecContext(ctx, schema); err != nil {
		return err
	}
	return tx.Commit()
}

var errForeign = errors.New("the file belongs to another program")

// unusable reports whether the file itself is wrong, rather than its place.
func unusable(err error) bool {
	var e *sqlite.Error
	if errors.As(err, &e) {
		const corrupt, notDatabase = 11, 26
		code := e.Code() & 0xff
		return code == corrupt || code == notDatabase
	}
	return errors.Is(err, errForeign)
}

func moveAside(path string) error {
	for i := 1; ; i++ {
		to := fmt.Sprintf("%s.aside-%d", path, i)
		if _, err := os.Lstat(to); errors.Is(err, fs.ErrNotExist) {
			for _, suffix := range []string{"-journal", "-wal", "-shm"} {
				if err := os.Rename(path+suffix, to+suffix); err != nil && !errors.Is(err, fs.ErrNotExist) {
					return err
				}
			}
			return os.Rename(path, to)
		}
	}
}

// Close ends the use of the file.
func (d *Drafts) Close() error {
	if err := d.db.Close(); err != nil {
		return fmt.Errorf("close drafts: %w", err)
	}
	return nil
}
