package table_test

import (
	"strings"
	"testing"

	"waymark/cmd/waymark/internal/table"
)

func TestAligned(t *testing.T) {
	tb := table.Table{Columns: []string{"Area", "Level", "Why"}}
	tb.Add("1.1", "3", "café")
	tb.Add("日本", "Developing", "")
	var b strings.Builder
	tb.Aligned(&b, strings.ToUpper)
	want := "AREA  LEVEL       WHY\n1.1   3           café\n日本  Developing\n"
	if b.String() != want {
		t.Errorf("got\n%s\nwant\n%s", b.String(), want)
	}
}

func TestEmptyTableIsNothing(t *testing.T) {
	tb := table.Table{Columns: []string{"Area"}}
	var b strings.Builder
	tb.Aligned(&b, strings.ToUpper)
	tb.Plain(&b)
	if b.String() != "" {
		t.Errorf("got %q", b.String())
	}
}

func TestCellsCannotBreakOut(t *testing.T) {
	tb := table.Table{Columns: []string{"Name", "Level"}}
	tb.Add("a\tb\nc\x1b[31mred", "2")
	var b strings.Builder
	tb.Plain(&b)
	if b.String() != "a b cred\t2\n" {
		t.Errorf("got %q", b.String())
	}
}
