package main

import (
	"bytes"
	"errors"
	"fmt"
	"io"
	"path/filepath"
	"strings"

	"waymark/rubrics"
	"waymark/rubrics/exchange/markdown"
)

// isForm reports whether a text says that it is a page to fill in.
func isForm(text []byte) bool {
	for line := range bytes.Lines(text) {
		if said, ok := bytes.CutPrefix(bytes.TrimSpace(line), []byte("waymark:")); ok {
			return bytes.HasPrefix(bytes.Trim(bytes.TrimSpace(said), `"'`), []byte("template/"))
		}
	}
	return false
}

// formIn is the page that is filled in in a file; ok is false when what was typed
// names no file, or one of another kind.
func (c *cli) formIn(typed string, exit int) (f markdown.Form, id string, ok bool, err error) {
	if typed == "-" || !isRubricFile(typed) || !exists(typed) {
		return f, "", false, nil // who reads a rubric says that it is not there
	}
	text, err := c.bytesOf(typed)
	if err != nil || !isForm(text) {
		return f, "", false, err
	}
	read, err := rubrics.ReadTemplate(filepath.Base(typed), bytes.NewReader(text))
	if err != nil {
		return f, "", true, faultsIn(typed, "a page to fill in", exit, err)
	}
	f = markdown.Form{Title: read.Title, Language: read.Language, Most: read.Pages}
	for _, s := range read.Sections {
		f.Parts = append(f.Parts, markdown.Part{Title: s.Title, Text: s.Example})
	}
	return f, read.ID, true, nil
}

// formCheck says whether a page can be used and how many sides it takes.
func (c *cli) formCheck(typed string, f markdown.Form) error {
	sides, err := f.Sides()
	if err != nil {
		return formTooLong(err, exitCheck)
	}
	data := struct {
		Title    string `json:"title"`
		Sections int    `json:"sections"`
		Sides    int    `json:"sides"`
		Most     int    `json:"most"` // 0 for as many as it needs
	}{clean(f.Title), len(f.Parts), len(sides), f.Most}
	if c.flags.json {
		return c.printJSON("form-check", data, nil)
	}
	takes := "It takes " + plural(len(sides), "side", "sides") + " of A4"
	if f.Most > 0 {
		takes += fmt.Sprintf(", and may take %d", f.Most)
	}
	c.say("%s can be used: %s. %s. Next: waymark rubric export %s --format two-sided", clean(f.Title), plural(len(f.Parts), "section", "sections"), takes, clean(typed))
	return nil
}

// formExport prints a page in one of the two formats it has.
func (c *cli) formExport(id string, form markdown.Form, f exchangeFlags) error {
	format, err := exchangeFormatOf(strings.ToLower(clean(f.format)), f.output, "two-sided", false)
	if err != nil {
		return err
	}
	var write func(io.Writer) error
	switch ext := strings.ToLower(filepath.Ext(f.output)); {
	case format.id == "markdown":
		write = form.Write
	case format.id == "two-sided" && (ext == ".html" || ext == ".htm"):
		write = form.WriteSidesHTML
	case format.id == "two-sided":
		write = form.WriteSides
	default:
		return usage("Use --format two-sided or --format markdown.", "This is a page to read, and no rubric. Nothing was made.")
	}
	var b bytes.Buffer
	if err := write(&b); err != nil {
		return formTooLong(err, exitFailed)
	}
	if f.output == "-" {
		_, err := c.out.Write(b.Bytes())
		return err
	}
	return c.placeRubric(f.output, id+format.extensions[0], format.id, b.Bytes(), nil)
}

// formTooLong says by how much a page is longer than it may be.
func formTooLong(err error, exit int) error {
	var long *markdown.FormTooLong
	if !errors.As(err, &long) {
		return err
	}
	words := fmt.Sprintf("It does not fit on %s of A4: %s too many.", plural(long.Most, "side", "sides"), plural(long.Over, "line", "lines"))
	if exit != exitCheck {
		words += " Nothing was made."
	}
	return &failure{exit: exit, code: "too_long", message: words, hint: "Take something out for what came in: a longer page would not be read.", err: err}
}
