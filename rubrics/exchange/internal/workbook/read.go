package workbook

import (
	"bytes"
	"encoding/xml"
	"errors"
	"fmt"
	"io"
	"path"
	"strings"

	"waymark/rubrics/exchange"
)

// Read reads every sheet of a workbook. Faults are all that was found; where
// there is one, the tables are not to be used.
func Read(r io.Reader) ([]Table, []exchange.Fault, error) {
	raw, err := io.ReadAll(io.LimitReader(r, mostBytes+1))
	if err != nil {
		return nil, nil, fmt.Errorf("read workbook: %w", err)
	}
	tables, fault, faults := readAll(raw)
	if fault != nil {
		return nil, []exchange.Fault{*fault}, nil
	}
	return tables, faults, nil
}

func readAll(raw []byte) ([]Table, *exchange.Fault, []exchange.Fault) {
	a, fault := open(raw)
	if fault != nil {
		return nil, fault, nil
	}
	names, fault := a.sheets()
	if fault != nil {
		return nil, fault, nil
	}
	shared, fault := a.shared()
	if fault != nil {
		return nil, fault, nil
	}
	in := &reader{shared: shared, left: mostCells}
	var tables []Table
	for _, s := range names {
		text, fault := a.part(s.part)
		if fault != nil {
			return nil, fault, nil
		}
		if text == nil {
			return nil, refuse(fmt.Sprintf("The sheet %s is missing from this workbook.", exchange.Quote(s.name)), exportAgain), nil
		}
		t, fault := in.sheet(s.name, text)
		if fault != nil {
			return nil, fault, nil
		}
		tables = append(tables, t)
	}
	return tables, nil, in.faults
}

// decode reads a part of XML. Spreadsheets name no entities and no other
// encoding than UTF-8.
func decode(text []byte, into any) error {
	if err := xml.NewDecoder(bytes.NewReader(text)).Decode(into); err != nil && !errors.Is(err, io.EOF) {
		return fmt.Errorf("read a part of the workbook: %w", err)
	}
	return nil
}

type sheetName struct{ name, part string }

const notReadable = "This is not a workbook that can be read."

// sheets is the sheets of the workbook in their order, and where each lies.
func (a *archive) sheets() ([]sheetName, *exchange.Fault) {
	top := "xl/workbook.xml"
	text, fault := a.part(top)
	if fault != nil {
		return nil, fault
	}
	if text == nil {
		return nil, refuse("This is a zip file, but not an Excel workbook.", "Choose the workbook itself; its name ends in .xlsx.")
	}
	var book struct {
		Sheets []struct {
			Name  string     `xml:"name,attr"`
			Attrs []xml.Attr `xml:",any,attr"`
		} `xml:"sheets>sheet"`
	}
	if err := decode(text, &book); err != nil {
		return nil, refuse(notReadable, exportAgain)
	}
	targets, fault := a.targets()
	if fault != nil {
		return nil, fault
	}
	var names []sheetName
	for _, s := range book.Sheets {
		for _, attr := range s.Attrs {
			if attr.Name.Local == "id" {
				names = append(names, sheetName{s.Name, targets[attr.Value]})
			}
		}
	}
	if len(names) == 0 || len(names) > mostParts {
		return nil, refuse(notReadable, exportAgain)
	}
	return names, nil
}

func (a *archive) targets() (map[string]string, *exchange.Fault) {
	text, fault := a.part("xl/_rels/workbook.xml.rels")
	if fault != nil {
		return nil, fault
	}
	var links struct {
		All []struct {
			ID     string `xml:"Id,attr"`
			Target string `xml:"Target,attr"`
		} `xml:"Relationship"`
	}
	if err := decode(text, &links); err != nil {
		return nil, refuse(notReadable, exportAgain)
	}
	targets := map[string]string{}
	for _, l := range links.All {
		if !strings.HasPrefix(l.Target, "/") {
			l.Target = path.Join("xl", l.Target)
		}
		targets[l.ID] = l.Target
	}
	return targets, nil
}

// run is text with a look of its own within a cell; how it is spoken is left.
type run struct {
	Text string `xml:"t"`
	Runs []struct {
		Text string `xml:"t"`
	} `xml:"r"`
}

func (r run) String() string {
	var b strings.Builder
	b.WriteString(r.Text)
	for _, part := range r.Runs {
		b.WriteString(part.Text)
	}
	return unspelled(b.String())
}

// shared is the texts that cells refer to by number.
func (a *archive) shared() ([]string, *exchange.Fault) {
	text, fault := a.part("xl/sharedStrings.xml")
	if fault != nil || text == nil {
		return nil, fault
	}
	var all []string
	d := xml.NewDecoder(bytes.NewReader(text))
	for {
		token, err := d.Token()
		if errors.Is(err, io.EOF) {
			return all, nil
		}
		start, ok := token.(xml.StartElement)
		if ok && start.Name.Local == "si" {
			var r run
			err = d.DecodeElement(&r, &start)
			all = append(all, r.String())
		}
		if err != nil || len(all) > mostCells {
			return nil, refuse("The texts of this workbook are damaged, or far more than a rubric needs.", exportAgain)
		}
	}
}
