package main

import (
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"runtime"
	"time"

	"waymark/model"
	"waymark/ui/env"
)

// zeroDay is a date nobody means.
func zeroDay() time.Time { return time.Time{} }

// placeFile writes a file so that path names the whole of it or what it named
// before, even after a power cut: under another name in the same folder, seen
// onto the disk, renamed, and the folder seen onto the disk. It returns
// env.ErrExists when there is a file already and overwrite is false, and never
// writes through a link.
func placeFile(path string, content []byte, overwrite bool) error {
	if err := placeable(path, overwrite); err != nil {
		return err
	}
	folder := filepath.Dir(path)
	if err := os.MkdirAll(folder, 0o700); err != nil {
		return fmt.Errorf("make the folder: %w", err)
	}
	temp, err := os.CreateTemp(folder, ".waymark-*") // 0600, and nobody else's
	if err != nil {
		return fmt.Errorf("make the file: %w", err)
	}
	_, err = temp.Write(content)
	if err = errors.Join(err, temp.Sync(), temp.Close()); err == nil {
		err = name(temp.Name(), path, overwrite)
	}
	if err == nil {
		return syncFolder(folder)
	}
	if gone := os.Remove(temp.Name()); gone != nil && !errors.Is(gone, fs.ErrNotExist) {
		err = errors.Join(err, gone)
	}
	if errors.Is(err, env.ErrExists) {
		return err
	}
	return fmt.Errorf("make the file: %w", err)
}

// placeable refuses what must not be replaced.
func placeable(path string, overwrite bool) error {
	info, err := os.Lstat(path)
	switch {
	case errors.Is(err, fs.ErrNotExist):
		return nil
	case err != nil:
		return fmt.Errorf("look for the file: %w", err)
	case !overwrite:
		return env.ErrExists
	case !info.Mode().IsRegular():
		return &model.FieldError{Field: "name", Problem: "That name belongs to a folder or a link. Choose another name"}
	}
	return nil
}

// name gives temp its name. Without overwrite it takes the name first, in a
// way that only one of two programs can: what appeared meanwhile stays.
func name(temp, path string, overwrite bool) error {
	if overwrite {
		return os.Rename(temp, path)
	}
	err := os.Link(temp, path)
	switch {
	case err == nil:
		return os.Remove(temp)
	case errors.Is(err, fs.ErrExist):
		return env.ErrExists
	}
	// A file system without links.
	taken, err := os.OpenFile(path, os.O_CREATE|os.O_EXCL|os.O_WRONLY, 0o600)
	if errors.Is(err, fs.ErrExist) {
		return env.ErrExists
	}
	if err != nil {
		return err
	}
	return errors.Join(taken.Close(), os.Rename(temp, path))
}

// syncFolder sees a rename onto the disk; Windows has no such call.
func syncFolder(folder string) error {
	if runtime.GOOS == "windows" {
		return nil
	}
	f, err := os.Open(folder)
	if err != nil {
		return fmt.Errorf("see the file onto the disk: %w", err)
	}
	if err := errors.Join(f.Sync(), f.Close()); err != nil {
		return fmt.Errorf("see the file onto the disk: %w", err)
	}
	return nil
}
