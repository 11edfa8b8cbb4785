package report

import (
	"fmt"
	"io"
)

// Format is a way to write a document.
type Format struct {
	ID        string // "html"
	Extension string // ".html"
	Words     string // "Web page"
}

// Formats lists the formats there are, in the order they are offered.
func Formats() []Format {
	return []Format{
		{"html", ".html", "Web page"},
		{"markdown", ".md", "Plain text"},
		{"json", ".json", "Data for other systems"},
	}
}

// Write writes d in the format called id.
func Write(w io.Writer, id string, d Document) error {
	switch id {
	case "html":
		return HTML(w, d)
	case "markdown":
		return Markdown(w, d)
	case "json":
		return JSON(w, d)
	}
	return fmt.Errorf("write document: there is no format %q", id)
}
