package workbook

import (
	"archive/zip"
	"bytes"
	"fmt"
	"io"
	"path"
	"strings"

	"waymark/rubrics/exchange"
)

// archive is the parts of a workbook by name, read only as far as the limits
// allow.
type archive struct {
	parts map[string]*zip.File
	left  int64 // of mostPlain
}

func refuse(problem, fix string) *exchange.Fault {
	return &exchange.Fault{Problem: problem, Fix: fix}
}

const exportAgain = "Open it in the program it came from and save it again as .xlsx."

// open looks at what a file claims about itself before anything is unpacked.
func open(raw []byte) (*archive, *exchange.Fault) {
	if len(raw) > mostBytes {
		return nil, refuse("This file is larger than 8 MB, which no rubric needs.", "Check that it is the right file.")
	}
	if problem, fix := exchange.WrongFile(raw, "an Excel workbook (.xlsx)"); problem != "" {
		return nil, refuse(problem, fix)
	}
	z, err := zip.NewReader(bytes.NewReader(raw), int64(len(raw)))
	if err != nil {
		return nil, refuse("This is not an Excel workbook, or it did not arrive whole.", exportAgain)
	}
	if len(z.File) > mostParts {
		return nil, refuse(fmt.Sprintf("This workbook is made of %d files, more than any rubric needs.", len(z.File)), "Check that it is the right file.")
	}
	a := &archive{parts: map[string]*zip.File{}, left: mostPlain}
	for _, f := range z.File {
		name := strings.ToLower(path.Clean("/" + strings.ReplaceAll(f.Name, `\`, "/")))
		if _, doubled := a.parts[name]; doubled {
			return nil, refuse("This workbook holds two files of the same name, so what it says is not certain.", exportAgain)
		}
		a.parts[name] = f
		if fault := claims(f); fault != nil {
			return nil, fault
		}
	}
	return a, nil
}

// claims refuses a part that says it is far larger than it can honestly be.
func claims(f *zip.File) *exchange.Fault {
	size, takes := f.UncompressedSize64, max(f.CompressedSize64, 1)
	if size > mostPlain || size > largePart && size/takes > mostRatio {
		return refuse("This workbook would unpack to far more than a rubric needs. It was not opened.", "Check who sent it; ask for it again.")
	}
	return nil
}

// part unpacks one part, or returns nothing when there is none.
func (a *archive) part(name string) ([]byte, *exchange.Fault) {
	f, ok := a.parts[strings.ToLower(path.Clean("/"+name))]
	if !ok {
		return nil, nil
	}
	r, err := f.Open()
	if err != nil {
		return nil, refuse("A part of this workbook cannot be unpacked.", exportAgain)
	}
	defer r.Close()
	text, err := io.ReadAll(io.LimitReader(r, a.left+1))
	if int64(len(text)) > a.left {
		return nil, refuse("This workbook would unpack to far more than a rubric needs. It was not read on.", "Check who sent it; ask for it again.")
	}
	if err != nil {
		return nil, refuse("A part of this workbook is damaged.", exportAgain)
	}
	a.left -= int64(len(text))
	if bytes.Contains(text[:min(len(text), 1024)], []byte("<!DOCTYPE")) {
		return nil, refuse("A part of this workbook defines words of its own, which no spreadsheet does. It was not read.", "Check who sent it; ask for it again.")
	}
	return text, nil
}
