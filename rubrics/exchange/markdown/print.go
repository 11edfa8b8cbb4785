package markdown

import (
	"fmt"
	"html"
	"io"
	"strings"

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
	var sides []string
	for _, s := range sheets {
		for _, side := range s.Sides {
			sides = append(sides, strings.Join(side, "\n")+"\n")
		}
	}
	if _, err := io.WriteString(w, strings.Join(sides, "\f")); err != nil {
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
	var page strings.Builder
	fmt.Fprintf(&page, pageTop, html.EscapeString(r.Language), html.EscapeString(model.CleanLine(r.Title)))
	for _, s := range sheets {
		for _, side := range s.Sides {
			page.WriteString("<pre>" + html.EscapeString(strings.Join(side, "\n")) + "</pre>\n")
		}
	}
	page.WriteString("</body>\n</html>\n")
	if _, err := io.WriteString(w, page.String()); err != nil {
		return nil, fmt.Errorf("print sheets of rubric %s: %w", r.ID, err)
	}
	return notOnSheets(r), nil
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
