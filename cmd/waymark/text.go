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
	indent := ""
	if strings.HasSuffix(mark, "- ") { // the lines of a list item stand under its words
		indent = strings.Repeat(" ", len(mark))
	}
	lines := strings.Split(ansi.Wordwrap(lead(mark, indent)+text, textWidth-len(indent), ""), "\n")
	for i, line := range lines {
		switch {
		case i > 0:
			line = indent + line
		case indent != "":
			line = mark + line
		}
		fmt.Fprintln(c.out, line)
	}
}

// lead is the mark when it is the start of the running text itself.
func lead(mark, indent string) string {
	if indent != "" {
		return ""
	}
	return mark
}
