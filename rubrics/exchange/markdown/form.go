package markdown

import (
	"fmt"
	"html"
	"io"
	"strings"

	"waymark/model"
)

// Form is a page that somebody has filled in: its headings, and what stands
// under each. Most is how many sides of A4 it may take, 0 for as many as it needs.
type Form struct {
	Title, Language string
	Most            int
	Parts           []Part
}

// Part is one heading and the text under it.
type Part struct{ Title, Text string }

// FormTooLong says that a form does not fit on its sides, and by how many lines.
type FormTooLong struct{ Most, Over int }

func (e *FormTooLong) Error() string {
	return fmt.Sprintf("it does not fit on %d sides of A4: %d lines too many", e.Most, e.Over)
}

// Sides sets the form on sides, each a list of lines, or returns a *FormTooLong.
func (f Form) Sides() ([][]string, error) {
	title := model.CleanLine(f.Title)
	all := [][]string{append(wrap(title, "", ""), strings.Repeat("=", min(wide(title), sideColumns)))}
	for _, p := range f.Parts {
		lines := wrap(p.Title, "", "")
		for paragraph := range strings.SplitSeq(p.Text, "\n\n") {
			lines = append(lines, wrap(paragraph, "  ", "  ")...)
		}
		all = append(all, lines)
	}
	sides := fill(all)
	if f.Most > 0 && len(sides) > f.Most {
		over := 0
		for _, side := range sides[f.Most:] {
			over += len(side)
		}
		return nil, &FormTooLong{f.Most, over}
	}
	for i := range sides {
		sides[i] = footed(sides[i], title, fmt.Sprintf("side %d of %d", i+1, len(sides)))
	}
	return sides, nil
}

// WriteSides prints the form as plain text, a form feed between sides. Nothing is
// written when it is too long.
func (f Form) WriteSides(w io.Writer) error { return f.write(w, sidesAsText) }

// WriteSidesHTML prints the same sides as a page that any browser prints on A4.
func (f Form) WriteSidesHTML(w io.Writer) error {
	return f.write(w, func(sides [][]string) string { return sidesAsHTML(sides, f.Language, f.Title) })
}

func (f Form) write(w io.Writer, set func([][]string) string) error {
	sides, err := f.Sides()
	if err != nil {
		return fmt.Errorf("print %s: %w", model.CleanLine(f.Title), err)
	}
	if _, err := io.WriteString(w, set(sides)); err != nil {
		return fmt.Errorf("print %s: %w", model.CleanLine(f.Title), err)
	}
	return nil
}

// Write prints the form as Markdown, however long it is.
func (f Form) Write(w io.Writer) error {
	var p printer
	p.put("# "+escape(f.Title), "")
	for _, part := range f.Parts {
		p.put("## "+escape(part.Title), "")
		p.text("", part.Text)
	}
	if _, err := io.WriteString(w, strings.TrimRight(p.String(), "\n")+"\n"); err != nil {
		return fmt.Errorf("print %s: %w", model.CleanLine(f.Title), err)
	}
	return nil
}

// sidesAsText joins sides with a form feed between them.
func sidesAsText(sides [][]string) string {
	var all []string
	for _, side := range sides {
		all = append(all, strings.Join(side, "\n")+"\n")
	}
	return strings.Join(all, "\f")
}

// sidesAsHTML sets each side on a page of its own.
func sidesAsHTML(sides [][]string, language, title string) string {
	var page strings.Builder
	fmt.Fprintf(&page, pageTop, html.EscapeString(language), html.EscapeString(model.CleanLine(title)))
	for _, side := range sides {
		page.WriteString("<pre>" + html.EscapeString(strings.Join(side, "\n")) + "</pre>\n")
	}
	page.WriteString("</body>\n</html>\n")
	return page.String()
}
