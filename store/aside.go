package store

import (
	"context"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"
	"path/filepath"
	"slices"
	"time"
)

// leftover is the state a crash left, copied before SQLite mends it.
type leftover struct{ database, journal string }

// inspect looks at the file before SQLite may touch it, and puts aside what
// would make SQLite read another database's pages into this one.
func (s *Store) inspect() (leftover, error) {
	h, err := readHeader(s.path)
	if err != nil {
		return leftover{}, err
	}
	if err := h.check(s.path); err != nil {
		return leftover{}, err
	}
	hot := size(s.path+"-journal") > 0
	if hot || !h.whole() {
		quiet := s.quiet()
		before := s.stamp()
		hot = size(s.path+"-journal") > 0
		if h, err = readHeader(s.path); err != nil {
			return leftover{}, err
		}
		quiet = quiet && s.stamp() == before // what was read belongs together
		if quiet && !hot && !h.wal() && !h.whole() {
			return leftover{}, &OpenError{Kind: Damaged, Path: s.path, Detail: lengths(h)}
		}
		hot = hot && quiet
	}
	if !h.wal() {
		if err := s.moveAside("-wal", "-shm"); err != nil {
			return leftover{}, err
		}
	}
	if hot && !s.opt.ReadOnly {
		return s.copyAside()
	}
	return leftover{}, nil
}

func lengths(h header) string {
	return fmt.Sprintf("%d bytes long instead of %d", h.size, h.pages*h.pageSize)
}

func size(path string) int64 {
	info, err := os.Stat(path)
	if err != nil {
		return 0
	}
	return info.Size()
}

// quiet waits until the file has not changed for a moment and reports true, or
// false when another program keeps writing: then its locks, not our looking,
// decide what is whole.
func (s *Store) quiet() bool {
	const look, looks = 20 * time.Millisecond, 15
	before := s.stamp()
	for range looks {
		time.Sleep(look)
		if s.stamp() != before {
			return false
		}
	}
	return true
}

// stamp tells one state of the file and its journal from another.
func (s *Store) stamp() string {
	var text string
	for _, p := range []string{s.path, s.path + "-journal"} {
		if info, err := os.Stat(p); err == nil {
			text += fmt.Sprint(info.Size(), info.ModTime().UnixNano(), ";")
		}
	}
	return text
}

// asideName is a name beside the database that nothing has yet.
func (s *Store) asideName(suffix string) string {
	stamp := s.opt.Clock().UTC().Format("20060102-150405")
	for i := 1; ; i++ {
		name := fmt.Sprintf("%s%s.aside-%s-%d", s.path, suffix, stamp, i)
		if _, err := os.Lstat(name); errors.Is(err, fs.ErrNotExist) {
			return name
		}
	}
}

// moveAside renames side files that cannot be ours: the header says that the
// database has none.
func (s *Store) moveAside(suffixes ...string) error {
	for _, suffix := range suffixes {
		if _, err := os.Lstat(s.path + suffix); errors.Is(err, fs.ErrNotExist) {
			continue
		}
		to := s.asideName(suffix)
		if err := os.Rename(s.path+suffix, to); err != nil {
			return &OpenError{Kind: ReadOnlyFolder, Path: s.path, Detail: "another database's " + suffix + " file is in the way", Err: err}
		}
		s.aside = append(s.aside, to)
	}
	return nil
}

// copyAside keeps the database and its hot journal as they were found. Where
// that is not possible nothing is opened: what SQLite does next is final.
func (s *Store) copyAside() (leftover, error) {
	left := leftover{database: s.asideName(""), journal: s.asideName("-journal")}
	for from, to := range map[string]string{s.path: left.database, s.path + "-journal": left.journal} {
		if err := copyFile(from, to); err != nil {
			return leftover{}, &OpenError{Kind: ReadOnlyFolder, Path: s.path, Detail: "no room to keep a copy of what the last stop left", Err: err}
		}
		s.aside = append(s.aside, to)
	}
	return left, nil
}

// copyFile copies from into the new file to, and sees it onto the disk.
func copyFile(from, to string) (err error) {
	in, err := os.Open(from)
	if err != nil {
		return err
	}
	defer in.Close()
	out, err := os.OpenFile(to, os.O_WRONLY|os.O_CREATE|os.O_EXCL, 0o600)
	if err != nil {
		return err
	}
	_, err = io.Copy(out, in)
	return errors.Join(err, out.Sync(), out.Close())
}

// afterCrash checks every event when a journal was rolled back. A journal that
// was not this database's damages it; an old one of its own, brought back by a
// sync client, takes acknowledged changes away and leaves no trace but that
// the file was whole, and had more, before.
func (s *Store) afterCrash(ctx context.Context) error {
	if s.left.database == "" {
		return nil
	}
	now, err := s.Check(ctx, nil)
	if err != nil {
		return err
	}
	if !now.Whole() {
		return &OpenError{Kind: Damaged, Path: s.path, Detail: now.Problems[0].Text}
	}
	was, err := checkFile(ctx, s.left.database)
	if err == nil && was.Whole() && was.Events > now.Events && len(was.Problems) <= len(now.Problems) {
		return &OpenError{Kind: Damaged, Path: s.path, Detail: "an old journal took changes back"}
	}
	if ctx.Err() != nil {
		return ctx.Err()
	}
	// The copies are ours, and no longer better than the file.
	s.aside = slices.DeleteFunc(s.aside, func(p string) bool { return p == s.left.database || p == s.left.journal })
	return errors.Join(removeIfThere(s.left.database), removeIfThere(s.left.journal))
}

// putBack restores what a crash left. Without the journal it is the second
// try: the journal was not this database's.
func (s *Store) putBack(left leftover, withJournal bool) error {
	temp := s.path + ".putting-back"
	if err := copyFile(left.database, temp); err != nil {
		return errors.Join(err, removeIfThere(temp))
	}
	if err := os.Truncate(s.path+"-journal", 0); err != nil && !errors.Is(err, fs.ErrNotExist) {
		return errors.Join(err, removeIfThere(temp))
	}
	if err := os.Rename(temp, s.path); err != nil {
		return errors.Join(err, removeIfThere(temp))
	}
	if withJournal {
		if err := errors.Join(removeIfThere(s.path+"-journal"), copyFile(left.journal, s.path+"-journal")); err != nil {
			return err
		}
	}
	return syncFolder(filepath.Dir(s.path))
}

func removeIfThere(path string) error {
	if err := os.Remove(path); err != nil && !errors.Is(err, fs.ErrNotExist) {
		return err
	}
	return nil
}

// whyReadOnly says why the database cannot be written, or "".
func whyReadOnly(path string, asked bool) string {
	if asked {
		return "it was opened only to read"
	}
	f, err := os.OpenFile(path, os.O_RDWR, 0)
	if err != nil {
		return "the file can only be read"
	}
	_ = f.Close() // nothing was written
	// TRUNCATE leaves an empty journal beside the file in any case.
	j, err := os.OpenFile(path+"-journal", os.O_RDWR|os.O_CREATE, 0o600)
	if err != nil {
		return "nothing can be written in its folder"
	}
	_ = j.Close() // nothing was written
	return ""
}
