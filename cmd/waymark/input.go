package main

import (
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"
	"path/filepath"
)

// openInput opens a file that somebody named, or stdin for "-". Folders,
// pipes and devices are refused before they are opened: they may never end.
func (c *cli) openInput(path string, most int64) (io.ReadCloser, error) {
	if path == "-" {
		if err := c.mayWait("rows or text"); err != nil {
			return nil, err
		}
		if isTerminal(c.in) {
			c.say("Type or paste, then press Ctrl+D on a line of its own.")
		}
		return io.NopCloser(io.LimitReader(c.in, most+1)), nil
	}
	shown := clean(filepath.Base(path))
	info, err := os.Stat(path)
	switch {
	case errors.Is(err, fs.ErrNotExist):
		return nil, notFound("file_not_found", "Check the name and the folder.", nil, "There is no file “%s”. Nothing was changed.", shown)
	case err != nil:
		return nil, &failure{exit: exitFailed, code: "file_unreadable", message: fmt.Sprintf("“%s” cannot be read. Nothing was changed.", shown), hint: "Check that you may open it.", err: err}
	case info.IsDir():
		return nil, usage("Name a file in it.", "“%s” is a folder. Nothing was changed.", shown)
	case !info.Mode().IsRegular():
		return nil, usage("Name a file, or - for what another program sends.", "“%s” is not a file. Nothing was changed.", shown)
	case info.Size() > most:
		return nil, usage("Check that it is the right file.", "“%s” is larger than %d MB. Nothing was changed.", shown, most>>20)
	}
	f, err := os.Open(path)
	if err != nil {
		return nil, &failure{exit: exitFailed, code: "file_unreadable", message: fmt.Sprintf("“%s” cannot be read. Nothing was changed.", shown), hint: "Check that you may open it.", err: err}
	}
	return f, nil
}

// mayWait refuses to wait for typing that --no-input says will not come.
func (c *cli) mayWait(what string) error {
	if c.flags.noInput && isTerminal(c.in) {
		return &failure{
			exit: exitQuestion, code: "input_needed", message: fmt.Sprintf("This needs %s to be typed, and --no-input says not to ask. Nothing was changed.", what),
			hint: "Name a file, or send it from another program.",
		}
	}
	return nil
}

// mostText bounds a text that is read from stdin.
const mostText = 1 << 20

// text is words typed as an argument, or all of stdin for "-".
func (c *cli) text(arg string) (string, error) {
	if arg != "-" {
		return arg, nil
	}
	r, err := c.openInput("-", mostText)
	if err != nil {
		return "", err
	}
	raw, err := io.ReadAll(r)
	if err != nil {
		return "", fmt.Errorf("read text: %w", err)
	}
	if len(raw) > mostText {
		return "", usage("Send less.", "The text is longer than 1 MB. Nothing was changed.")
	}
	return string(raw), nil
}
