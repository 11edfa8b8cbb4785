//go:build !windows

package main

import (
	"strings"
	"testing"
)

// Nobody has to know Markdown to look at a document before it is made.
func TestPreviewHasNoMarks(t *testing.T) {
	b, r := desktop(t)
	for _, d := range b.files.Documents() {
		r.Document = d.ID
		p, err := b.files.Preview(r)
		if err != nil {
			t.Fatal(err)
		}
		if len(p.Lines) < 10 || !strings.Contains(strings.Join(p.Lines, "\n"), "Example school") {
			t.Errorf("%s: a preview of %d lines", d.ID, len(p.Lines))
		}
		for _, line := range p.Lines {
			if strings.HasPrefix(line, "#") || strings.Contains(line, "**") || strings.ContainsAny(line, "\\`|") {
				t.Errorf("%s: %q", d.ID, line)
			}
		}
	}
}
