package store

import (
	"context"
	"crypto/rand"
	"database/sql"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"sync"
	"sync/atomic"
	"time"

	"waymark/model"
)

// Options is how a database is opened. The zero Options opens an existing
// file to read and write.
type Options struct {
	Create      bool          // make the file when there is none
	ReadOnly    bool          // never write, whatever the system allows
	AllowSynced bool          // open even in a synced folder
	BackupDir   string        // where copies go before a migration; not beside the database
	Busy        time.Duration // how long to wait for another program; 0 means 5 s
	Clock       func() time.Time
	NewID       func() string // names a database that is created
	Program     string        // version noted in a database that is created
}

func (o Options) filled() Options {
	if o.Busy == 0 {
		o.Busy = 5 * time.Second
	}
	if o.Clock == nil {
		o.Clock = time.Now
	}
	if o.NewID == nil {
		o.NewID = rand.Text
	}
	return o
}

// Store is one open database. It is safe for use by several goroutines.
type Store struct {
	path     string
	opt      Options
	q        patient
	made     *atomic.Int64
	file     os.FileInfo // what the path was when it was opened
	readOnly string      // why it can only be read; "" when it can be written
	id       string
	aside    []string
	left     leftover // what a crash left, as it was found

	mu      sync.Mutex // held by one writer at a time
	hot     map[string]*sql.Stmt
	lists   *lists
	rubrics map[string]model.Rubric
	version int64 // of the data, as last seen by Changed
	conns   int64 // connections made when version was seen
}

// Open opens the database at path, creating it when Options.Create is set and
// there is none. It checks the file before SQLite touches it, moves foreign
// side files away, migrates after a verified copy, reads every setting back
// and refuses what it does not know. Every failure is an *OpenError, except
// that of a cancelled context. A process opens a file once at a time: looking
// at it would give up the locks of its other Store.
func Open(ctx context.Context, path string, opt Options) (*Store, error) {
	opt = opt.filled()
	full, err := filepath.Abs(path)
	if err != nil {
		return nil, openError(path, err)
	}
	if provider, ok := Synced(full); ok && !opt.AllowSynced {
		return nil, &OpenError{Kind: InSyncedFolder, Path: full, Detail: provider}
	}
	if _, err := os.Stat(full); errors.Is(err, fs.ErrNotExist) && opt.Create && !opt.ReadOnly {
		if err := create(ctx, full, opt); err != nil {
			return nil, err
		}
	}
	s, err := attempt(ctx, full, opt)
	if err == nil {
		return s, nil
	}
	if ctx.Err() != nil {
		return nil, fmt.Errorf("open database: %w", ctx.Err())
	}
	if s.left.database != "" && damaged(err) {
		return s.withoutJournal(ctx, err)
	}
	return nil, err
}

// attempt opens the file as it is. The store is returned with an error too,
// since it knows what was put aside; it is closed then.
func attempt(ctx context.Context, path string, opt Options) (*Store, error) {
	s := &Store{path: path, opt: opt, made: new(atomic.Int64), lists: newLists(), rubrics: map[string]model.Rubric{}}
	err := s.open(ctx)
	if err == nil {
		return s, nil
	}
	if s.q.db != nil {
		err = errors.Join(err, s.q.db.Close())
	}
	return s, firstOpenError(path, err)
}

// damaged reports whether err says that the file's content is wrong.
func damaged(err error) bool {
	var e *OpenError
	return errors.As(err, &e) && (e.Kind == Damaged || e.Kind == NotDatabase || e.Kind == Foreign || e.Kind == Empty)
}

// withoutJournal is the second try after a crash: the journal that was rolled
// into the file may not have been this database's. When that does not help
// either, both files are put back as they were found.
func (s *Store) withoutJournal(ctx context.Context, first error) (*Store, error) {
	if err := s.putBack(s.left, false); err != nil {
		return nil, errors.Join(first, err)
	}
	again, err := attempt(ctx, s.path, s.opt)
	if err == nil {
		if report, checked := again.Check(ctx, nil); checked == nil && report.Whole() {
			again.aside = append(s.aside, again.aside...)
			return again, nil
		}
		if err := again.Close(); err != nil {
			first = errors.Join(first, err)
		}
	}
	return nil, errors.Join(first, s.putBack(s.left, true))
}

func firstOpenError(path string, err error) error {
	var e *OpenError
	if errors.As(err, &e) {
		return e
	}
	return openError(path, err)
}

// open runs the checks in order; each may assume those before it.
func (s *Store) open(ctx context.Context) error {
	var err error
	if s.left, err = s.inspect(); err != nil {
		return err
	}
	if s.file, err = os.Stat(s.path); err != nil {
		return err
	}
	s.readOnly = whyReadOnly(s.path, s.opt.ReadOnly)
	if s.q, err = connect(ctx, s.path, s.readOnly != "", patience(s.opt.Busy), s.made); err != nil {
		return err
	}
	if err := s.measure(ctx); err != nil {
		return err
	}
	if err := s.quickCheck(ctx); err != nil {
		return err
	}
	if err := s.migrate(ctx); err != nil {
		return err
	}
	if err := checkSchema(ctx, s.q); err != nil {
		return schemaError(s.path, err)
	}
	if err := s.q.QueryRowContext(ctx, "SELECT value FROM meta WHERE name = $1", metaID).Scan(&s.id); err != nil {
		return fmt.Errorf("read the database's name: %w", err)
	}
	if err := s.freshLists(ctx); err != nil {
		return err
	}
	if err := s.afterCrash(ctx); err != nil {
		return err
	}
	_, err = s.changed(ctx)
	return err
}

// Close ends the use of the database.
func (s *Store) Close() error {
	s.mu.Lock() // what is being saved is saved first
	defer s.mu.Unlock()
	if err := errors.Join(s.unprepare(), s.q.db.Close()); err != nil {
		return fmt.Errorf("close database: %w", err)
	}
	return nil
}

// ReadOnly reports whether the database can only be read, and why, in words.
func (s *Store) ReadOnly() (bool, string) { return s.readOnly != "", s.readOnly }

// Path is where the database is.
func (s *Store) Path() string { return s.path }

// ID is the database's own name, given when it was created.
func (s *Store) ID() string { return s.id }

// SetAside lists the files that opening moved or copied away, never deleted:
// side files of another database, and the state found after a crash.
func (s *Store) SetAside() []string { return s.aside }
