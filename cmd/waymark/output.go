package main

import (
	"encoding/json"
	"fmt"
	"io"
	"os"
	"strings"
	"time"
	"unicode"
	"unicode/utf16"

	"github.com/spf13/cobra"

	"waymark/cmd/waymark/internal/table"
)

// envelope is the one shape of what --json prints.
type envelope struct {
	Schema   string   `json:"schema"`
	Data     any      `json:"data"`
	Warnings []string `json:"warnings"`
}

// print writes data: as one object with --json, else as people or scripts
// read it. name becomes the schema "waymark.<name>/1".
func (c *cli) print(name string, data any, people func()) error {
	if !c.flags.json {
		people()
		return nil
	}
	return c.printJSON(name, data, nil)
}

func (c *cli) printJSON(name string, data any, warnings []string) error {
	if warnings == nil {
		warnings = []string{}
	}
	return writeJSON(c.out, envelope{"waymark." + name + "/1", data, warnings})
}

// writeJSON writes v on one line in which no character can move a cursor,
// reorder letters or hide.
func writeJSON(w io.Writer, v any) error {
	var b strings.Builder
	enc := json.NewEncoder(&b)
	enc.SetEscapeHTML(false)
	if err := enc.Encode(v); err != nil {
		return fmt.Errorf("print: %w", err)
	}
	if _, err := io.WriteString(w, escapeUnsafe(b.String())); err != nil {
		return fmt.Errorf("print: %w", err)
	}
	return nil
}

// escapeUnsafe spells control and format characters as JSON does others. They
// stand only within strings, so the meaning stays.
func escapeUnsafe(text string) string {
	unsafe := func(r rune) bool {
		return r != '\n' && (unicode.Is(unicode.C, r) || r == '\u2028' || r == '\u2029')
	}
	if !strings.ContainsFunc(text, unsafe) {
		return text
	}
	var b strings.Builder
	for _, r := range text {
		if !unsafe(r) {
			b.WriteRune(r)
			continue
		}
		for _, unit := range utf16.Encode([]rune{r}) {
			fmt.Fprintf(&b, "\\u%04x", unit)
		}
	}
	return b.String()
}

// table writes rows: with tabs for scripts, aligned for people.
func (c *cli) table(t table.Table) {
	if c.flags.plain {
		t.Plain(c.out)
		return
	}
	t.Aligned(c.out, c.bold)
}

// bold makes a heading stand out where colour is wanted.
func (c *cli) bold(s string) string {
	if !c.coloured() {
		return s
	}
	return "\x1b[1m" + s + "\x1b[0m"
}

// coloured follows the flag, then the environment, then what is at the other
// end: a pipe never gets colour unless it is asked for by name.
func (c *cli) coloured() bool {
	switch first(c.flags.colour, os.Getenv("WAYMARK_COLOUR")) {
	case "always":
		return true
	case "never", "none":
		return false
	}
	return os.Getenv("NO_COLOR") == "" && os.Getenv("TERM") != "dumb" && isTerminal(c.end)
}

// say tells the person what happened, beside the data and never in it.
func (c *cli) say(format string, args ...any) {
	if !c.flags.quiet {
		fmt.Fprintf(c.err, format+"\n", args...)
	}
}

// stamp is a moment as scripts read it, null when there was none.
func stamp(millis int64) *string {
	if millis == 0 {
		return nil
	}
	s := time.UnixMilli(millis).UTC().Format(time.RFC3339)
	return &s
}

// day is a moment as people read it.
func (c *cli) day(millis int64) string {
	if millis == 0 {
		return ""
	}
	if c.flags.plain {
		return *stamp(millis)
	}
	return time.UnixMilli(millis).Format("2 January 2006")
}

// words refuses another number of arguments than a command takes, in words.
func (c *cli) words(least, most int, what string) cobra.PositionalArgs {
	return func(cmd *cobra.Command, args []string) error {
		switch {
		case len(args) < least:
			return usage("See "+helpFor(cmd)+".", "Type %s after “%s”.", what, cmd.CommandPath())
		case most >= 0 && len(args) > most:
			return usage("Put words that belong together in quotation marks. See "+helpFor(cmd)+".", "There is more after “%s” than %s.", cmd.CommandPath(), what)
		}
		return nil
	}
}
