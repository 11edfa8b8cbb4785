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

// elements calls visit for every element of a part of XML. Spreadsheets name no
// entities and no other encoding than UTF-8.
func elements(text []byte, visit func(xml.StartElement)) error {
	d := xml.NewDecoder(bytes.NewReader(text))
	for {
		token, err := d.Token()
		if errors.Is(err, io.EOF) {
			return nil
		}
		if err != nil {
			return fmt.Errorf("read a part of the workbook: %w", err)
		}
		if start, ok := token.(xml.StartElement); ok {
			visit(start)
		}
	}
}

// inside reads the element that has just begun to its end. visit is told the
// name of every element in it, and then its words a piece at a time; how words
// are spoken is left out.
func inside(d *xml.Decoder, visit func(name string, said []byte)) error {
	var open []string
	spoken := 0 // how many elements deep in how words are spoken
	for {
		token, err := d.Token()
		if err != nil {
			return fmt.Errorf("read a part of the workbook: %w", err)
		}
		switch t := token.(type) {
		case xml.StartElement:
			open = append(open, t.Name.Local)
			if spoken > 0 || t.Name.Local == "rPh" {
				spoken++
				continue
			}
			visit(t.Name.Local, nil)
		case xml.EndElement:
			if len(open) == 0 {
				return nil
			}
			open, spoken = open[:len(open)-1], max(0, spoken-1)
		case xml.CharData:
			if len(open) > 0 && spoken == 0 {
				visit(open[len(open)-1], t)
			}
		}
	}
}

// attribute is the value of an attribute, or "".
func attribute(start xml.StartElement, name string) string {
	for _, attr := range start.Attr {
		if attr.Name.Local == name {
			return attr.Value
		}
	}
	return ""
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
	var names, ids []string
	if err := elements(text, func(e xml.StartElement) {
		if e.Name.Local == "sheet" {
			names, ids = append(names, attribute(e, "name")), append(ids, attribute(e, "id"))
		}
	}); err != nil {
		return nil, refuse(notReadable, exportAgain)
	}
	targets, fault := a.targets()
	if fault != nil {
		return nil, fault
	}
	if len(names) == 0 || len(names) > mostParts {
		return nil, refuse(notReadable, exportAgain)
	}
	var all []sheetName
	for i, name := range names {
		all = append(all, sheetName{name, targets[ids[i]]})
	}
	return all, nil
}

func (a *archive) targets() (map[string]string, *exchange.Fault) {
	text, fault := a.part("xl/_rels/workbook.xml.rels")
	if fault != nil {
		return nil, fault
	}
	targets := map[string]string{}
	if err := elements(text, func(e xml.StartElement) {
		if e.Name.Local != "Relationship" {
			return
		}
		target := attribute(e, "Target")
		if !strings.HasPrefix(target, "/") {
			target = path.Join("xl", target)
		}
		targets[attribute(e, "Id")] = target
	}); err != nil {
		return nil, refuse(notReadable, exportAgain)
	}
	return targets, nil
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
			var said []byte
			err = inside(d, func(name string, words []byte) {
				if name == "t" {
					said = append(said, words...)
				}
			})
			all = append(all, unspelled(string(said)))
		}
		if err != nil || len(all) > mostCells {
			return nil, refuse("The texts of this workbook are damaged, or far more than a rubric needs.", exportAgain)
		}
	}
}
