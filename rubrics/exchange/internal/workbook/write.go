package workbook

import (
	"archive/zip"
	"encoding/xml"
	"fmt"
	"io"
	"strings"
	"unicode/utf16"

	"waymark/rubrics/exchange"
)

const (
	head    = `<?xml version="1.0" encoding="UTF-8" standalone="yes"?>` + "\n"
	main    = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
	related = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
	packed  = "http://schemas.openxmlformats.org/package/2006"
)

// The styles of cells, in the order of styles.xml.
const (
	styleText    = 1
	styleHeading = 2
	styleQuoted  = 3
)

// Write writes a workbook.
func Write(w io.Writer, sheets []Sheet) error {
	z := zip.NewWriter(w)
	parts := [][2]string{
		{"[Content_Types].xml", contentTypes(len(sheets))},
		{"_rels/.rels", relationships([][2]string{{"officeDocument", "xl/workbook.xml"}})},
		{"xl/workbook.xml", workbookPart(sheets)},
		{"xl/_rels/workbook.xml.rels", workbookLinks(len(sheets))},
		{"xl/styles.xml", styles},
	}
	for i, s := range sheets {
		text, err := sheetPart(s, i == 0)
		if err != nil {
			return fmt.Errorf("write sheet %s: %w", s.Name, err)
		}
		parts = append(parts, [2]string{fmt.Sprintf("xl/worksheets/sheet%d.xml", i+1), text})
	}
	for _, p := range parts {
		f, err := z.Create(p[0])
		if err != nil {
			return fmt.Errorf("write %s: %w", p[0], err)
		}
		if _, err := io.WriteString(f, head+p[1]); err != nil {
			return fmt.Errorf("write %s: %w", p[0], err)
		}
	}
	if err := z.Close(); err != nil {
		return fmt.Errorf("end the workbook: %w", err)
	}
	return nil
}

func contentTypes(sheets int) string {
	var b strings.Builder
	const office = "application/vnd.openxmlformats-officedocument.spreadsheetml."
	b.WriteString(`<Types xmlns="` + packed + `/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>` +
		`<Default Extension="xml" ContentType="application/xml"/>`)
	part := func(name, kind string) {
		b.WriteString(`<Override PartName="` + name + `" ContentType="` + office + kind + `+xml"/>`)
	}
	part("/xl/workbook.xml", "sheet.main")
	part("/xl/styles.xml", "styles")
	for i := range sheets {
		part(fmt.Sprintf("/xl/worksheets/sheet%d.xml", i+1), "worksheet")
	}
	return b.String() + `</Types>`
}

func relationships(all [][2]string) string {
	var b strings.Builder
	b.WriteString(`<Relationships xmlns="` + packed + `/relationships">`)
	for i, r := range all {
		fmt.Fprintf(&b, `<Relationship Id="rId%d" Type="%s/%s" Target="%s"/>`, i+1, related, r[0], r[1])
	}
	return b.String() + `</Relationships>`
}

func workbookLinks(sheets int) string {
	var all [][2]string
	for i := range sheets {
		all = append(all, [2]string{"worksheet", fmt.Sprintf("worksheets/sheet%d.xml", i+1)})
	}
	return relationships(append(all, [2]string{"styles", "styles.xml"}))
}

func workbookPart(sheets []Sheet) string {
	var b strings.Builder
	b.WriteString(`<workbook xmlns="` + main + `" xmlns:r="` + related + `"><sheets>`)
	for i, s := range sheets {
		fmt.Fprintf(&b, `<sheet name="%s" sheetId="%d" r:id="rId%d"/>`, escaped(s.Name), i+1, i+1)
	}
	return b.String() + `</sheets></workbook>`
}

// styles has one font for texts and a bold one for headings. Every cell is
// formatted as text, so that 1.10 typed into it stays 1.10.
const styles = `<styleSheet xmlns="` + main + `">` +
	`<fonts count="2"><font><sz val="11"/><name val="Calibri"/></font><font><b/><sz val="11"/><name val="Calibri"/></font></fonts>` +
	`<fills count="3"><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill>` +
	`<fill><patternFill patternType="solid"><fgColor rgb="FFE7ECEF"/></patternFill></fill></fills>` +
	`<borders count="1"><border><left/><right/><top/><bottom/><diagonal/></border></borders>` +
	`<cellStyleXfs count="1"><xf numFmtId="0" fontId="0" fillId="0" borderId="0"/></cellStyleXfs>` +
	`<cellXfs count="4"><xf numFmtId="0" fontId="0" fillId="0" borderId="0" xfId="0"/>` +
	`<xf numFmtId="49" fontId="0" fillId="0" borderId="0" xfId="0" applyNumberFormat="1" applyAlignment="1"><alignment vertical="top" wrapText="1"/></xf>` +
	`<xf numFmtId="49" fontId="1" fillId="2" borderId="0" xfId="0" applyNumberFormat="1" applyFont="1" applyFill="1" applyAlignment="1"><alignment vertical="top" wrapText="1"/></xf>` +
	`<xf numFmtId="49" fontId="0" fillId="0" borderId="0" xfId="0" quotePrefix="1" applyNumberFormat="1" applyAlignment="1"><alignment vertical="top" wrapText="1"/></xf></cellXfs>` +
	`<cellStyles count="1"><cellStyle name="Normal" xfId="0" builtinId="0"/></cellStyles></styleSheet>`

func sheetPart(s Sheet, first bool) (string, error) {
	var b strings.Builder
	b.WriteString(`<worksheet xmlns="` + main + `"><sheetViews><sheetView workbookViewId="0"`)
	if first {
		b.WriteString(` tabSelected="1"`)
	}
	b.WriteString(`><pane ySplit="1" topLeftCell="A2" activePane="bottomLeft" state="frozen"/></sheetView></sheetViews>`)
	if len(s.Widths) > 0 {
		b.WriteString(`<cols>`)
		for i, width := range s.Widths {
			fmt.Fprintf(&b, `<col min="%d" max="%d" width="%d" style="%d" customWidth="1"/>`, i+1, i+1, width, styleText)
		}
		b.WriteString(`</cols>`)
	}
	b.WriteString(`<sheetData>`)
	for r, row := range s.Rows {
		fmt.Fprintf(&b, `<row r="%d">`, r+1)
		for c, text := range row {
			if text == "" {
				continue
			}
			if n := len(utf16.Encode([]rune(text))); n > mostText {
				return "", fmt.Errorf("cell %s%d has %d characters, and a spreadsheet holds %d in one", exchange.Letter(c), r+1, n, mostText)
			}
			fmt.Fprintf(&b, `<c r="%s%d" s="%d" t="inlineStr"><is><t xml:space="preserve">%s</t></is></c>`, exchange.Letter(c), r+1, styleOf(r, text), escaped(shielded(text)))
		}
		b.WriteString(`</row>`)
	}
	b.WriteString(`</sheetData>`)
	lists(&b, s.Lists)
	return b.String() + `</worksheet>`, nil
}

func styleOf(row int, text string) int {
	switch {
	case row == 0:
		return styleHeading
	case exchange.LooksLikeFormula(text):
		return styleQuoted
	}
	return styleText
}

func lists(b *strings.Builder, all []List) {
	if len(all) == 0 {
		return
	}
	fmt.Fprintf(b, `<dataValidations count="%d">`, len(all))
	for _, l := range all {
		from := l.Source
		if from == "" {
			from = `"` + strings.Join(l.Choices, ",") + `"`
		}
		column := exchange.Letter(l.Column)
		fmt.Fprintf(b, `<dataValidation type="list" allowBlank="1" showErrorMessage="1" errorTitle="Not in the list" error="Choose one of the list." sqref="%s%d:%s%d"><formula1>%s</formula1></dataValidation>`,
			column, l.From, column, l.To, escaped(from))
	}
	b.WriteString(`</dataValidations>`)
}

// escaped is a text within XML. What XML cannot hold becomes a question mark in
// a box, as the package of Go does it.
func escaped(s string) string {
	var b strings.Builder
	_ = xml.EscapeText(&b, []byte(s)) // a Builder never fails
	return b.String()
}

// shielded keeps texts that look like Excel's spelling of a character, such as
// _x0041_, from being read as that character.
func shielded(s string) string {
	if !strings.Contains(s, "_x") {
		return s
	}
	var b strings.Builder
	for i := range len(s) {
		if at := spelled.FindStringIndex(s[i:min(len(s), i+7)]); at != nil && at[0] == 0 {
			b.WriteString("_x005F")
		}
		b.WriteByte(s[i])
	}
	return b.String()
}
