package rows

import (
	"bytes"
	"encoding/binary"
	"unicode/utf16"
	"unicode/utf8"
)

// upper is what Windows-1252 means by the bytes 0x80 to 0x9F, where it differs
// from Unicode. Five have no meaning.
const upper = "€\ufffd‚ƒ„…†‡ˆ‰Š‹Œ\ufffdŽ\ufffd\ufffd‘’“”•–—˜™š›œ\ufffdžŸ"

// decode makes UTF-8 of what a spreadsheet wrote.
func decode(raw []byte) (text []byte, decoded bool, err error) {
	switch {
	case bytes.HasPrefix(raw, []byte("PK\x03\x04")), bytes.HasPrefix(raw, []byte("\xd0\xcf\x11\xe0")):
		return nil, false, ErrZip
	case bytes.HasPrefix(raw, []byte("\xff\xfe")):
		return wide(raw[2:], binary.LittleEndian), false, nil
	case bytes.HasPrefix(raw, []byte("\xfe\xff")):
		return wide(raw[2:], binary.BigEndian), false, nil
	case utf8.Valid(raw):
		return bytes.TrimPrefix(raw, []byte("\ufeff")), false, nil
	}
	return western(raw), true, nil
}

// wide reads UTF-16. What is half a character becomes the sign for one that
// could not be read.
func wide(raw []byte, order binary.ByteOrder) []byte {
	units := make([]uint16, 0, len(raw)/2+1)
	for ; len(raw) >= 2; raw = raw[2:] {
		units = append(units, order.Uint16(raw))
	}
	if len(raw) > 0 {
		units = append(units, utf8.RuneError)
	}
	return []byte(string(utf16.Decode(units)))
}

// western reads Windows-1252.
func western(raw []byte) []byte {
	special := []rune(upper)
	text := make([]byte, 0, len(raw)+len(raw)/8)
	for _, b := range raw {
		r := rune(b)
		if b >= 0x80 && b < 0xa0 {
			r = special[b-0x80]
		}
		text = utf8.AppendRune(text, r)
	}
	return text
}
