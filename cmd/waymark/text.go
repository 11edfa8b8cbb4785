package main

import (
	"fmt"
	"strings"

	"github.com/charmbracelet/x/ansi"

	"waymark/model"
)

// clean is one line of somebody's words, safe to show. What came out of a
// database passes through here too: another program may have written it.
func clean(s string) string { return model.CleanLine(s) }

// textWidth is how wide running text is printed.
const textWidth = 78

// paragraph prints running text, its lines after the first set in under mark.
// An empty text prints nothing.
func (c *cli) paragraph(mark, text string) {
	if text = clean(text); text == "" {
		return
	}
	if c.flags.plain {
		fmt.Fprintln(c.out, mark+text)
		return
	}
	indent := strings.Repeat(" ", ansi.StringWidth(mark))
	if mark != "- " {
		indent = strings.Repeat(" ", strings.Count(mark, "- ")*2)
	}
	for i, line := range strings.Split(ansi.Wordwrap(mark+text, textWidth-len(indent), ""), "\n") {
		if i > 0 {
			line = indent + line
		}
		fmt.Fprintln(c.out, line)
	}
}
