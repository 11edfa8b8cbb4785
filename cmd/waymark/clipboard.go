package main

import (
	"context"
	"errors"
	"os/exec"
	"path/filepath"
	"runtime"
	"strconv"
	"strings"
	"time"
	"unicode/utf16"

	tea "charm.land/bubbletea/v2"

	"waymark/report"
	"waymark/ui/env"
)

// clipboard is a program that takes text onto the clipboard.
type clipboard struct {
	name string
	args []string
	wide bool // takes UTF-16, as Windows does
}

// clipboards lists what could work here, the likeliest first.
func clipboards(system string, getenv func(string) string) []clipboard {
	windows := clipboard{name: "clip.exe", wide: true}
	switch system {
	case "darwin":
		return []clipboard{{name: "pbcopy"}}
	case "windows":
		return []clipboard{windows}
	}
	var all []clipboard
	if getenv("WAYLAND_DISPLAY") != "" {
		all = append(all, clipboard{name: "wl-copy"})
	}
	if getenv("DISPLAY") != "" {
		all = append(all, clipboard{name: "xclip", args: []string{"-selection", "clipboard"}})
	}
	if getenv("WSL_DISTRO_NAME") != "" {
		all = append(all, windows)
	}
	return all
}

// copyTakes is how long a clipboard program may take.
const copyTakes = 3 * time.Second

// Copy puts text on the clipboard: by the system's own program, else through
// the terminal, else into a file. It says which.
func (f *files) Copy(ctx context.Context, text string) (string, error) {
	if f.getenv("SSH_TTY") == "" { // elsewhere the clipboard is not the person's
		for _, c := range clipboards(runtime.GOOS, f.getenv) {
			if c.take(ctx, text) == nil {
				return "Copied. Paste it where you need it.", nil
			}
		}
	}
	if throughTerminal(f.getenv("TERM")) && f.send != nil {
		f.send(tea.SetClipboard(text)())
		return "Sent to your terminal to copy. If pasting brings nothing, hold Shift and drag instead.", nil
	}
	name, err := f.textFile(text)
	if err != nil {
		return "", err
	}
	return "This terminal cannot copy. Saved as “" + name + "” in Documents › Waymark.", nil
}

// textFile keeps text under a name that nothing has yet.
func (f *files) textFile(text string) (string, error) {
	for i := 1; ; i++ {
		what := ""
		if i > 1 {
			what = strconv.Itoa(i)
		}
		name := report.FileName("Copied from Waymark", what, f.ws.clock().Local(), ".txt")
		err := placeFile(filepath.Join(documentsFolder(), name), []byte(text+"\n"), false)
		if !errors.Is(err, env.ErrExists) {
			return name, err
		}
	}
}

// throughTerminal reports whether a terminal of that kind may know how to copy.
func throughTerminal(term string) bool { return term != "" && term != "dumb" && term != "linux" }

func (c clipboard) take(ctx context.Context, text string) error {
	path, err := exec.LookPath(c.name)
	if err != nil {
		return err
	}
	ctx, stop := context.WithTimeout(ctx, copyTakes)
	defer stop()
	cmd := exec.CommandContext(ctx, path, c.args...)
	cmd.WaitDelay = copyTakes
	cmd.Stdin = strings.NewReader(text)
	if c.wide {
		cmd.Stdin = strings.NewReader(wide(text))
	}
	return cmd.Run()
}

// wide is text as UTF-16 with its mark, low byte first.
func wide(text string) string {
	var b strings.Builder
	for _, u := range append([]uint16{0xfeff}, utf16.Encode([]rune(text))...) {
		b.WriteByte(byte(u))
		b.WriteByte(byte(u >> 8))
	}
	return b.String()
}
