package store

import (
	"bytes"
	"unicode/utf8"
)

// looksLike says, in words for a person, what a file that is not a database
// seems to be, so that they can tell what happened to it.
func looksLike(b []byte) string {
	lower := bytes.ToLower(bytes.TrimLeft(b, " \t\r\n\ufeff"))
	switch {
	case bytes.HasPrefix(b, []byte("age-encryption.org/")), bytes.HasPrefix(b, []byte("-----BEGIN AGE")):
		return "a locked file"
	case bytes.HasPrefix(lower, []byte("{")):
		return "a JSON file, perhaps a Waymark exchange file"
	case bytes.HasPrefix(lower, []byte("<!doctype html")), bytes.HasPrefix(lower, []byte("<html")):
		return "a web page, perhaps a sign-in page saved in its place"
	case bytes.HasPrefix(b, []byte("PK\x03\x04")):
		return "a zip file"
	case bytes.HasPrefix(b, []byte("%PDF-")):
		return "a PDF"
	case bytes.HasPrefix(b, []byte("\x89PNG")), bytes.HasPrefix(b, []byte("\xff\xd8\xff")):
		return "a picture"
	case len(bytes.Trim(b, "\x00")) == 0:
		return "nothing but zeros"
	case bytes.IndexByte(b, 0) < 0 && utf8.Valid(b[:max(0, len(b)-utf8.UTFMax)]):
		return "a text file"
	}
	return "no kind of file Waymark knows"
}
