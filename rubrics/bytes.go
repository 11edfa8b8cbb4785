package rubrics

import (
	"bytes"
	"fmt"
	"strings"
	"unicode"
	"unicode/utf8"
)

const byteOrderMark = "\ufeff"

// safe turns the bytes of a file into text that is safe to parse, or finds the
// faults why not. It comes before YAML, so that nobody is told about colons in
// a file that is really a picture.
func (f *finder) safe(raw []byte) (string, bool) {
	if len(raw) > maxBytes {
		f.fault(1, 1, f.named("This file is larger than 4 MiB, which no rubric needs."),
			f.named("Check that it is the right file; split a rubric as large as this in two."))
		return "", false
	}
	if what, fix := wrongFile(raw); what != "" {
		f.fault(1, 1, f.named(what), f.named(fix))
		return "", false
	}
	text := strings.TrimPrefix(string(raw), byteOrderMark)
	switch {
	case strings.TrimSpace(text) == "":
		f.fault(1, 1, "This file is empty.", f.named("Choose the file that holds the rubric."))
	case !utf8.ValidString(text):
		f.notUTF8(text)
	default:
		f.hidden(text)
		f.conflict(text)
	}
	return text, len(f.found) == 0
}

// named says in a sentence about rubrics what is true of the file at hand.
func (f *finder) named(sentence string) string {
	sentence = strings.ReplaceAll(sentence, "a rubric", article(f.noun)+" "+f.noun)
	return strings.ReplaceAll(sentence, "rubric", f.noun)
}

// wrongFile names a file that is plainly something else.
func wrongFile(raw []byte) (what, fix string) {
	again := "Choose the rubric file itself; its name ends in .yaml."
	start := strings.ToLower(string(bytes.TrimSpace(bytes.TrimPrefix(raw[:min(len(raw), 512)], []byte(byteOrderMark)))))
	switch {
	case bytes.HasPrefix(raw, []byte("PK\x03\x04")):
		return zipKind(raw), "Copy the rubric out of it as plain text and save that as a .yaml file."
	case strings.HasPrefix(start, "%pdf-"):
		return "This is a PDF, not a rubric file.", again
	case strings.HasPrefix(start, "<!doctype html"), strings.HasPrefix(start, "<html"), strings.HasPrefix(start, "<head"):
		return "This is a web page, perhaps a sign-in page saved in place of the file.", "Sign in and download the rubric file again."
	case strings.HasPrefix(start, "<?xml"), strings.HasPrefix(start, "<svg"):
		return "This is an XML file, not a rubric file.", again
	case strings.HasPrefix(start, `{\rtf`):
		return "This is a rich text document, not plain text.", "Save it again as plain text with a name that ends in .yaml."
	case bytes.HasPrefix(raw, []byte("\xd0\xcf\x11\xe0")):
		return "This is an older Word or Excel document, not a rubric file.", again
	case bytes.HasPrefix(raw, []byte("SQLite format 3\x00")):
		return "This is a Waymark or other SQLite database, not a rubric file.", again
	case bytes.HasPrefix(raw, []byte("\x89PNG")), bytes.HasPrefix(raw, []byte("\xff\xd8\xff")), bytes.HasPrefix(raw, []byte("GIF8")):
		return "This is a picture, not a rubric file.", again
	case bytes.HasPrefix(raw, []byte("\x1f\x8b")):
		return "This is a compressed file, not a rubric file.", "Unpack it and choose the rubric file inside."
	case isUTF16(raw):
		return "This file is saved as UTF-16, which Notepad calls Unicode.", "Save it again with the encoding UTF-8."
	case bytes.IndexByte(raw, 0) >= 0:
		return "This file holds NUL characters, so it is not plain text or it was damaged.", "Fetch the file again from where it came from."
	}
	return "", ""
}

func zipKind(raw []byte) string {
	switch {
	case bytes.Contains(raw, []byte("word/")):
		return "This is a Word document, not a rubric file."
	case bytes.Contains(raw, []byte("xl/")):
		return "This is an Excel workbook, not a rubric file."
	default:
		return "This is a zip file, not a rubric file."
	}
}

// isUTF16 knows the byte order marks, and English text without one by the NUL
// in every second byte.
func isUTF16(raw []byte) bool {
	if bytes.HasPrefix(raw, []byte("\xff\xfe")) || bytes.HasPrefix(raw, []byte("\xfe\xff")) {
		return true
	}
	head := raw[:min(len(raw), 64)]
	return len(head) >= 8 && bytes.Count(head, []byte{0})*5 >= len(head)*2 &&
		bytes.Count(head, []byte{0})*5 <= len(head)*3
}

func (f *finder) notUTF8(text string) {
	p := place{line: 1, column: 1}
	for i, r := range text {
		if r == utf8.RuneError {
			if _, size := utf8.DecodeRuneInString(text[i:]); size == 1 {
				f.fault(p.line, p.column, fmt.Sprintf("This file is not saved as UTF-8: byte %02X stands here.", text[i]),
					"Save it again with the encoding UTF-8, then look at the accents and quotation marks.")
				return
			}
		}
		p.pass(r)
	}
}

// hidden finds characters that nobody can see in an editor but that change
// what is shown or compared.
func (f *finder) hidden(text string) {
	p := place{line: 1, column: 1}
	for _, r := range text {
		if name := hiddenName(r); name != "" {
			f.fault(p.line, p.column, fmt.Sprintf("A %s (U+%04X) stands here; it cannot be seen.", name, r),
				"Delete it, or type the word again.")
		}
		p.pass(r)
	}
}

// hiddenName is what r is called when it may not stand in a rubric, else "".
func hiddenName(r rune) string {
	switch {
	case r >= 0x20 && r < 0x7f, r == '\n', r == '\t', r == '\r':
		return "" // asked first, because nearly every character is one of these
	case r < 0x20, r >= 0x7f && r < 0xa0:
		return "control character"
	case r == 0x00ad:
		return "soft hyphen"
	case r == 0x061c, r == 0x200e, r == 0x200f, r >= 0x202a && r <= 0x202e, r >= 0x2066 && r <= 0x2069:
		return "mark that turns the direction of writing"
	case r >= 0x200b && r <= 0x200d, r >= 0x2060 && r <= 0x2064, r == 0xfeff, r == 0x034f, r == 0x180e:
		return "character without width"
	case r == 0x2028, r == 0x2029:
		return "hidden line break"
	case r >= 0xe0000 && r <= 0xe0fff:
		return "hidden tag character"
	case r&0xfffe == 0xfffe, r >= 0xfdd0 && r <= 0xfdef:
		return "code that is no character"
	case r >= 0x115f && r <= 0x1160, r == 0x3164, r == 0xffa0, unicode.Is(unicode.Co, r):
		return "character without a shape"
	}
	return ""
}

// conflict finds the marks that a merge leaves behind.
func (f *finder) conflict(text string) {
	for i, line := range splitLines(text) {
		if strings.HasPrefix(line, "<<<<<<< ") || strings.HasPrefix(line, ">>>>>>> ") || line == "=======" {
			f.fault(i+1, 1, "Two versions of this file were merged and the marks were left in it.",
				"Keep the version you want and delete the lines of <, = and > signs.")
			return
		}
	}
}
