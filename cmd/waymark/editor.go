package main

import (
	"errors"
	"fmt"
	"io"
	"os"
	"os/exec"
	"path/filepath"
	"runtime"
	"strings"
	"time"

	tea "charm.land/bubbletea/v2"

	"waymark/model"
	"waymark/ui/env"
)

// mostEdited bounds what is read back from an editor: far more than a note.
const mostEdited = 1 << 20

// Editor opens text in the person's own editor and reads it back. The file is
// private and goes when the editor has closed.
func (f *files) Editor(text string) tea.Cmd {
	line := editorLine(runtime.GOOS, f.getenv, exec.LookPath)
	name := strings.TrimSuffix(filepath.Base(line[0]), ".exe")
	failed := func(err error) tea.Cmd {
		return func() tea.Msg { return env.EditedMsg{Text: text, Editor: name, Err: err} }
	}
	// A folder of its own, so that what editors leave beside a file goes too.
	folder, err := privateFolder(f.ws.paths.state)
	if err != nil {
		return failed(fmt.Errorf("open %s: %w", name, err))
	}
	path := filepath.Join(folder, "note.txt")
	if err := os.WriteFile(path, []byte(text), 0o600); err != nil {
		return failed(errors.Join(fmt.Errorf("open %s: %w", name, err), os.RemoveAll(folder)))
	}
	cmd := exec.CommandContext(f.ctx, line[0], append(line[1:], path)...)
	return tea.ExecProcess(cmd, func(err error) tea.Msg {
		now, err := edited(path, text, name, err)
		return env.EditedMsg{Text: now, Editor: name, Err: errors.Join(err, os.RemoveAll(folder))}
	})
}

// forgotten is how long a note stays where an editor had it when the app was
// killed beside it: long enough for somebody to ask for it.
const forgotten = 30 * 24 * time.Hour

// tidyNotes removes the notes that were left in the state folder long ago.
func tidyNotes(state string, now time.Time) {
	folders, err := filepath.Glob(filepath.Join(state, "note-*"))
	if err != nil {
		return // only a bad pattern is an error
	}
	for _, f := range folders {
		if info, err := os.Stat(f); err == nil && now.Sub(info.ModTime()) > forgotten {
			_ = os.RemoveAll(f) // the next start tries again
		}
	}
}

func privateFolder(state string) (string, error) {
	if err := os.MkdirAll(state, 0o700); err != nil {
		return "", err
	}
	return os.MkdirTemp(state, "note-*") // 0700
}

// edited reads back what the editor left. When it ended badly or left nothing,
// the text stays as it was.
func edited(path, text, name string, failed error) (string, error) {
	if failed != nil {
		return text, fmt.Errorf("%s did not end well, so your note is as it was before: %w", name, failed)
	}
	file, err := os.Open(path)
	if err != nil {
		return text, fmt.Errorf("%s left no file, so your note is as it was before: %w", name, err)
	}
	defer file.Close()
	raw, err := io.ReadAll(io.LimitReader(file, mostEdited+1))
	if err != nil {
		return text, fmt.Errorf("the file of %s cannot be read, so your note is as it was before: %w", name, err)
	}
	if len(raw) > mostEdited {
		return text, fmt.Errorf("%s left more than a note can hold, so your note is as it was before", name)
	}
	now := strings.TrimRight(model.CleanBlock(string(raw)), "\n")
	if now == "" && strings.TrimSpace(text) != "" {
		return text, fmt.Errorf("%s left nothing, so your note is as it was before", name)
	}
	return now, nil
}

// editorLine is the editor and its arguments: the person's own choice, else
// what the system has.
func editorLine(system string, getenv func(string) string, look func(string) (string, error)) []string {
	for _, chosen := range []string{getenv("WAYMARK_EDITOR"), getenv("VISUAL"), getenv("EDITOR")} {
		if line := words(chosen); len(line) > 0 {
			return line
		}
	}
	usual := []string{"nano", "vi"}
	if system == "windows" {
		usual = []string{"edit", "notepad"}
	}
	for _, name := range usual {
		if _, err := look(name); err == nil {
			return []string{name}
		}
	}
	return usual[len(usual)-1:]
}

// words splits a command at its spaces, outside double quotes: a Windows path
// has both spaces and backslashes.
func words(line string) []string {
	var all []string
	var word strings.Builder
	quoted, any := false, false
	for _, r := range line {
		switch {
		case r == '"':
			quoted, any = !quoted, true
		case r == ' ' && !quoted:
			if any {
				all = append(all, word.String())
			}
			word.Reset()
			any = false
		default:
			word.WriteRune(r)
			any = true
		}
	}
	if any {
		all = append(all, word.String())
	}
	return all
}
