package rows_test

import (
	"bytes"
	"errors"
	"fmt"
	"strings"
	"testing"

	"waymark/cmd/waymark/internal/rows"
)

func show(t rows.Table) string {
	var b strings.Builder
	for _, r := range t.Rows {
		fmt.Fprintf(&b, "%d:%s=%s(%s) ", r.Number, r.Get("area"), r.Get("level"), r.Get("note"))
	}
	return strings.TrimSpace(b.String())
}

func TestRead(t *testing.T) {
	for name, tt := range map[string]struct{ text, want string }{
		"plain":        {"area,level,note\n1.1,3,seen\n", "2:1.1=3(seen)"},
		"any order":    {"note,level,area\nseen,3,1.1\n", "2:1.1=3(seen)"},
		"mark, CRLF":   {"\ufeffArea,Level\r\n1.1,3\r\n1.2,2\r\n", "2:1.1=3() 3:1.2=2()"},
		"semicolons":   {"area;level;note\n1.1;3;\"a, b; c\"\n", "2:1.1=3(a, b; c)"},
		"tabs":         {"area\tlevel\n1.1\t3\n", "2:1.1=3()"},
		"quoted lines": {"area,level,note\n1.1,3,\"one\n\"\"two\"\"\"\n1.2,2,\n", "2:1.1=3(one\n\"two\") 3:1.2=2()"},
		"empty rows":   {"area,level\n\n1.1,3\n,\n1.2,2\n", "3:1.1=3() 5:1.2=2()"},
		"short row":    {"area,level,note\n1.1\n", "2:1.1=()"},
		"long row":     {"area,level\n1.1,3,extra\n", "2:1.1=3()"},
		"code page":    {"area,note\n1.1,caf\xe9 \x96 fine\n", "2:1.1=(café – fine)"},
		"all of it":    {"area,note\n1.1,\x80\x99\x9f\xa0\xa3\xff\x81.\n", "2:1.1=(€™Ÿ\u00a0£ÿ\ufffd.)"},
		"UTF-16":       {"\xff\xfea\x00r\x00e\x00a\x00\n\x001\x00.\x001\x00", "2:1.1=()"},
		"other end":    {"\xfe\xff\x00a\x00r\x00e\x00a\x00\n\x001\x00.\x001", "2:1.1=()"},
		"two units":    {"\xff\xfea\x00r\x00e\x00a\x00\n\x00\x3d\xd8\x00\xde\x3d\xd8", "2:😀\ufffd=()"},
		"no last line": {"area,level\n1.1,3", "2:1.1=3()"},
		"spaces":       {" area , level \n 1.1 , 3 \n", "2:1.1=3()"},
		"heading only": {"area,level\n", ""},
	} {
		got, err := rows.Read(strings.NewReader(tt.text))
		if err != nil {
			t.Errorf("%s: %v", name, err)
		} else if show(got) != tt.want {
			t.Errorf("%s: got %q, want %q", name, show(got), tt.want)
		}
	}
}

func TestReadRefuses(t *testing.T) {
	for name, tt := range map[string]struct {
		text string
		want error
	}{
		"nothing":  {"", rows.ErrEmpty},
		"mark":     {"\ufeff", rows.ErrEmpty},
		"workbook": {"PK\x03\x04rest", rows.ErrZip},
		"long":     {strings.Repeat("a", rows.Most+1), rows.ErrLong},
	} {
		if _, err := rows.Read(strings.NewReader(tt.text)); !errors.Is(err, tt.want) {
			t.Errorf("%s: got %v, want %v", name, err, tt.want)
		}
	}
	var quotes *rows.QuoteError
	if _, err := rows.Read(strings.NewReader("area,note\n1.1,\"open\n")); !errors.As(err, &quotes) || quotes.Line != 2 {
		t.Errorf("open quote: got %v", err)
	}
}

// No table, however hostile, ends in anything but rows in order or an error.
func FuzzRead(f *testing.F) {
	f.Add([]byte("area,level\n1.1,3\n"))
	f.Add([]byte("\ufeffarea;level\r\n\r\n\"a\nb\";3\r\n"))
	f.Add([]byte("\xff\xfea\x00"))
	f.Fuzz(func(t *testing.T, raw []byte) {
		table, err := rows.Read(bytes.NewReader(raw))
		if err != nil {
			return
		}
		last := 1
		for _, r := range table.Rows {
			if r.Number <= last {
				t.Fatalf("row %d after row %d", r.Number, last)
			}
			last = r.Number
		}
	})
}
