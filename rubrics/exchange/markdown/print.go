package markdown

import (
	"fmt"
	"io"

	"waymark/model"
)

// WriteSheets prints the sheets as plain text, a form feed between sides. The
// list says in words what a sheet does not show. An area that needs a third side
// is a *TooLong, and nothing is written.
func WriteSheets(w io.Writer, r model.Rubric) ([]string, error) {
	sheets, err := ready(r)
	if err != nil {
		return nil, err
	}
	if _, err := io.WriteString(w, sidesAsText(sidesOf(sheets))); err != nil {
		return nil, fmt.Errorf("print sheets of rubric %s: %w", r.ID, err)
	}
	return notOnSheets(r), nil
}

// WriteSheetsHTML prints the same sides as a page that any browser prints on A4.
func WriteSheetsHTML(w io.Writer, r model.Rubric) ([]string, error) {
	sheets, err := ready(r)
	if err != nil {
		return nil, err
	}
	if _, err := io.WriteString(w, sidesAsHTML(sidesOf(sheets), r.Language, r.Title)); err != nil {
		return nil, fmt.Errorf("print sheets of rubric %s: %w", r.ID, err)
	}
	return notOnSheets(r), nil
}

func sidesOf(sheets []Sheet) [][]string {
	var sides [][]string
	for _, s := range sheets {
		sides = append(sides, s.Sides...)
	}
	return sides
}

func ready(r model.Rubric) ([]Sheet, error) {
	if len(r.Areas) == 0 {
		return nil, fmt.Errorf("print sheets of rubric %s: it has no areas; print it as Markdown instead", r.ID)
	}
	sheets, err := Sheets(r)
	if err != nil {
		return nil, fmt.Errorf("print sheets of rubric %s: %w", r.ID, err)
	}
	return sheets, nil
}

// pageTop wants a language and a title, escaped. It sets lines 4 millimetres
// apart, so that the 65 of a side take 260 of the 261 millimetres between the
// margins.
const pageTop = `<!DOCTYPE html>
<html lang="%s">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">
<title>%s</title>
<style>
@page { size: A4; margin: 18mm; }
body { margin: 0; }
pre { margin: 0; font: 9.5pt/4mm "Liberation Mono", "Courier New", monospace; break-after: page; }
pre:last-child { break-after: auto; }
@media screen { pre { margin: 1em auto; padding: 18mm; width: 174mm; border: 1px solid #999; } }
</style>
</head>
<body>
`
