package store

import (
	"context"
	"database/sql"
	"database/sql/driver"
	"errors"
	"fmt"
	"net/url"
	"path/filepath"
	"strconv"
	"strings"
	"sync/atomic"
	"time"

	"modernc.org/sqlite"
)

// Everything that only SQLite has: its address, its pragmas, its own copying,
// and the syntax of its full-text search.

// address is how path is opened. The path is escaped because "#" and "?" in a
// folder's name would otherwise open another file, with other settings.
func address(path string, readOnly bool, busy time.Duration) (string, error) {
	full, err := filepath.Abs(path)
	if err != nil {
		return "", fmt.Errorf("find %s: %w", path, err)
	}
	slashed := filepath.ToSlash(full)
	if !strings.HasPrefix(slashed, "/") {
		slashed = "/" + slashed // C:/Users/…
	}
	at := url.URL{Scheme: "file", Path: slashed}
	q := "_defensive=1&_dqs=0&_error_rc=1&_foreign_keys=1&_busy_timeout=" + strconv.FormatInt(busy.Milliseconds(), 10)
	if readOnly {
		q += "&mode=ro&_query_only=1"
	} else {
		q += "&mode=rw&_txlock=immediate&_journal_mode=TRUNCATE&_synchronous=EXTRA"
	}
	for _, p := range []string{
		"trusted_schema(0)", "cell_size_check(1)", "secure_delete(1)", "mmap_size(0)",
		"fullfsync(1)", "checkpoint_fullfsync(1)", "temp_store(2)",
	} {
		q += "&_pragma=" + url.QueryEscape(p)
	}
	return at.String() + "?" + q, nil
}

// wanted is what every pragma must read back as.
func wanted(readOnly bool) map[string]string {
	w := map[string]string{
		"foreign_keys": "1", "trusted_schema": "0", "cell_size_check": "1", "secure_delete": "1", "mmap_size": "0",
		"fullfsync": "1", "checkpoint_fullfsync": "1", "temp_store": "2",
	}
	if readOnly {
		w["query_only"] = "1"
		return w
	}
	w["journal_mode"], w["synchronous"] = "truncate", "3"
	return w
}

// counted counts the connections made, so that what one connection has seen is
// never taken for what another has.
type counted struct {
	driver.Connector
	made *atomic.Int64
}

// Connect makes one more connection.
func (c counted) Connect(ctx context.Context) (driver.Conn, error) {
	c.made.Add(1)
	return c.Connector.Connect(ctx)
}

// connect opens path with every setting and reads the settings back.
func connect(ctx context.Context, path string, readOnly bool, busy patience, made *atomic.Int64) (patient, error) {
	dsn, err := address(path, readOnly, busy.wait())
	if err != nil {
		return patient{}, err
	}
	base, err := sqlite.NewConnector(dsn)
	if err != nil {
		return patient{}, fmt.Errorf("open database: %w", err)
	}
	db := sql.OpenDB(counted{base, made})
	db.SetMaxOpenConns(1)
	db.SetMaxIdleConns(1)
	q := patient{db, busy}
	if err := readBack(ctx, q, wanted(readOnly)); err != nil {
		return patient{}, errors.Join(err, db.Close())
	}
	return q, nil
}

func readBack(ctx context.Context, q querier, want map[string]string) error {
	for name, value := range want {
		var got sql.NullString
		// A pragma cannot take a parameter; the names are the constants above.
		if err := q.QueryRowContext(ctx, "PRAGMA "+name).Scan(&got); err != nil && !errors.Is(err, sql.ErrNoRows) {
			return fmt.Errorf("read setting %s: %w", name, err)
		}
		if name == "mmap_size" && !got.Valid {
			continue // built without memory mapping: as good as 0
		}
		if got.String != value {
			return fmt.Errorf("read setting %s: it is %q instead of %q", name, got.String, value)
		}
	}
	return nil
}

// querier is what a statement can be run on: the database or a transaction.
type querier interface {
	QueryContext(ctx context.Context, query string, args ...any) (*sql.Rows, error)
	QueryRowContext(ctx context.Context, query string, args ...any) *sql.Row
	ExecContext(ctx context.Context, query string, args ...any) (sql.Result, error)
}

// selectDataVersion asks for the number that dataVersion returns.
const selectDataVersion = "PRAGMA data_version"

// dataVersion changes when another connection commits.
func dataVersion(ctx context.Context, q querier) (v int64, err error) {
	err = q.QueryRowContext(ctx, selectDataVersion).Scan(&v)
	return v, err
}

// copyInto writes a compact copy of the database into an existing empty file.
func copyInto(ctx context.Context, q querier, path string) error {
	_, err := q.ExecContext(ctx, "VACUUM INTO $1", path)
	return err
}

// checkPages runs SQLite's own check and returns what it complains of.
func checkPages(ctx context.Context, db patient) (complaints []string, err error) {
	tx, err := db.db.BeginTx(ctx, &sql.TxOptions{ReadOnly: true})
	if err != nil {
		return nil, err
	}
	defer func() { err = errors.Join(err, rollback(tx)) }()
	if err := refreshSearch(ctx, tx); resultCode(err)&0xff == codeCorrupt {
		complaints = append(complaints, "the search index is not whole")
	} else if err != nil {
		return nil, err
	}
	rows, err := tx.QueryContext(ctx, "PRAGMA integrity_check(20)")
	if err != nil {
		return nil, err
	}
	defer rows.Close()
	for rows.Next() {
		var line string
		if err := rows.Scan(&line); err != nil {
			return nil, err
		}
		if line != "ok" {
			complaints = append(complaints, line)
		}
	}
	return complaints, rows.Err()
}

// refreshSearch makes the full-text index forget what another program has
// changed. Its own check does not, and would call a sound file damaged.
func refreshSearch(ctx context.Context, q querier) error {
	var there int
	if err := q.QueryRowContext(ctx, "SELECT count(*) FROM sqlite_schema WHERE name = 'note_search'").Scan(&there); err != nil || there == 0 {
		return err
	}
	var n int64
	err := q.QueryRowContext(ctx, "SELECT rowid FROM note_search WHERE note_search MATCH 'a' LIMIT 1").Scan(&n)
	if errors.Is(err, sql.ErrNoRows) {
		return nil
	}
	return err
}

// checkQuickly runs SQLite's shorter check; "ok", or the first complaint.
func checkQuickly(ctx context.Context, q querier) (complaint string, err error) {
	err = q.QueryRowContext(ctx, "PRAGMA quick_check(1)").Scan(&complaint)
	return complaint, err
}

// extent is how many pages the database has, and of how many bytes. Reading
// the schema first takes the lock that keeps others from changing it.
func extent(ctx context.Context, tx querier) (pages, pageSize int64, err error) {
	var tables int64
	if err := tx.QueryRowContext(ctx, "SELECT count(*) FROM sqlite_schema").Scan(&tables); err != nil {
		return 0, 0, err
	}
	if err := tx.QueryRowContext(ctx, "PRAGMA page_count").Scan(&pages); err != nil {
		return 0, 0, err
	}
	err = tx.QueryRowContext(ctx, "PRAGMA page_size").Scan(&pageSize)
	return pages, pageSize, err
}
