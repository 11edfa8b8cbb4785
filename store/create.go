package store

import (
	"context"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"runtime"
	"strconv"
	"sync/atomic"
)

// The names in the table meta.
const (
	metaID      = "id"
	metaCreated = "created"
	metaProgram = "program"
)

// create makes a whole database under a temporary name and only then gives it
// its own, so that path never names half a database.
func create(ctx context.Context, path string, opt Options) error {
	fail := func(err error) error {
		if ctx.Err() != nil {
			return fmt.Errorf("create database: %w", ctx.Err())
		}
		return &OpenError{Kind: CannotCreate, Path: path, Err: err}
	}
	dir := filepath.Dir(path)
	if err := os.MkdirAll(dir, 0o700); err != nil {
		return fail(err)
	}
	temp, err := emptyFile(dir, ".waymark-new-*")
	if err != nil {
		return fail(err)
	}
	if err := build(ctx, temp, opt); err != nil {
		return fail(errors.Join(err, removeIfThere(temp), removeIfThere(temp+"-journal")))
	}
	if err := errors.Join(removeIfThere(temp+"-journal"), syncFile(temp), claim(temp, path), syncFolder(dir)); err != nil {
		return fail(errors.Join(err, removeIfThere(temp)))
	}
	return nil
}

// emptyFile makes a new file that only its owner may read.
func emptyFile(dir, pattern string) (string, error) {
	f, err := os.CreateTemp(dir, pattern) // 0600, O_EXCL
	if err != nil {
		return "", err
	}
	return f.Name(), f.Close()
}

// claim gives temp its final name unless somebody else took it meanwhile: then
// theirs is the database and ours goes.
func claim(temp, path string) error {
	err := os.Link(temp, path)
	switch {
	case err == nil, errors.Is(err, fs.ErrExist):
		return os.Remove(temp)
	default: // a file system without links
		return os.Rename(temp, path)
	}
}

func build(ctx context.Context, path string, opt Options) (err error) {
	q, err := connect(ctx, path, false, patience(opt.Busy), new(atomic.Int64))
	if err != nil {
		return err
	}
	defer func() { err = errors.Join(err, q.db.Close()) }()
	if _, err := q.ExecContext(ctx, "PRAGMA application_id = "+strconv.Itoa(appID)); err != nil {
		return err
	}
	if err := newMigrations(ctx, q, schemaVersion); err != nil {
		return err
	}
	for name, value := range map[string]string{
		metaID: opt.NewID(), metaCreated: opt.Clock().UTC().Format("2006-01-02T15:04:05Z"), metaProgram: opt.Program,
		metaLists: listsVersion,
	} {
		if _, err := q.ExecContext(ctx, "INSERT INTO meta (name, value) VALUES ($1, $2)", name, value); err != nil {
			return err
		}
	}
	return nil
}

func syncFile(path string) error {
	f, err := os.OpenFile(path, os.O_RDWR, 0)
	if err != nil {
		return err
	}
	return errors.Join(f.Sync(), f.Close())
}

// syncFolder sees a rename onto the disk. Windows has no such call: there the
// rename is in the file system's own journal.
func syncFolder(dir string) error {
	if runtime.GOOS == "windows" {
		return nil
	}
	f, err := os.Open(dir)
	if err != nil {
		return err
	}
	return errors.Join(f.Sync(), f.Close())
}
