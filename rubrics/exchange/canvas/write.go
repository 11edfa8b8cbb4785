package canvas

import (
	"bytes"
	"fmt"
	"io"
	"regexp"
	"strconv"
	"strings"

	"waymark/model"
	"waymark/rubrics/exchange"
)

// The headings, and those that come again for each rating.
const (
	rubricName  = "Rubric Name"
	areaName    = "Criteria Name"
	description = "Criteria Description"
	enableRange = "Criteria Enable Range"
	ratingName  = "Rating Name"
	ratingText  = "Rating Description"
	points      = "Rating Points"
)

// Write writes r as a table, its highest level first as Canvas shows it. The
// list says in words what the table cannot hold.
func Write(w io.Writer, r model.Rubric) ([]string, error) {
	if len(r.Areas) == 0 {
		return nil, fmt.Errorf("write rubric %s for Canvas: it has no areas with levels, and Canvas knows nothing else", r.ID)
	}
	var b bytes.Buffer
	b.WriteString("\ufeff")
	row(&b, heading(len(r.Scale.Levels)))
	for _, a := range r.Areas {
		row(&b, cells(r, a))
	}
	back, faults, err := Read(bytes.NewReader(b.Bytes()))
	if err == nil && len(faults) > 0 {
		err = fmt.Errorf("%s", faults[0])
	}
	if err != nil {
		return nil, fmt.Errorf("write rubric %s for Canvas: %w", r.ID, err)
	}
	if _, err := w.Write(b.Bytes()); err != nil {
		return nil, fmt.Errorf("write rubric %s for Canvas: %w", r.ID, err)
	}
	return exchange.Lost(r, back), nil
}

func heading(levels int) []string {
	all := []string{rubricName, areaName, description, enableRange}
	for range levels {
		all = append(all, ratingName, ratingText, points)
	}
	return all
}

func cells(r model.Rubric, a model.Area) []string {
	all := []string{shield(r.Title), shield(a.Name()), shield(a.Scope), "false"}
	for l := r.Scale.Top(); l >= 1; l-- {
		all = append(all, shield(r.Scale.Name(l)), shield(a.Descriptor(l)), strconv.Itoa(int(l)))
	}
	return all
}

// row writes a row with every cell in quotation marks and the line end that
// spreadsheets expect.
func row(b *bytes.Buffer, cells []string) {
	for i, c := range cells {
		if i > 0 {
			b.WriteByte(',')
		}
		b.WriteString(`"` + strings.ReplaceAll(c, `"`, `""`) + `"`)
	}
	b.WriteString("\r\n")
}

// shield puts an apostrophe before a text that a spreadsheet would run as a
// formula, and before one that already begins with such an apostrophe, so that
// unshield finds every text as it was.
func shield(text string) string {
	if couldRun(text) {
		return "'" + text
	}
	return text
}

// unshield takes away exactly the apostrophe that shield put there. A formula
// without one is a text too.
func unshield(cell string) string {
	if rest, ok := strings.CutPrefix(cell, "'"); ok && couldRun(rest) {
		return rest
	}
	return cell
}

var plainNumber = regexp.MustCompile(`^[+-]?\d+([.,]\d+)?$`)

// couldRun reports whether a spreadsheet could run the text, were it not for the
// apostrophes before it. A plain number is left as it is.
func couldRun(text string) bool {
	bare := strings.TrimLeft(text, "'")
	if plainNumber.MatchString(text) {
		return false
	}
	return exchange.LooksLikeFormula(bare)
}
