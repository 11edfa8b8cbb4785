package report_test

import (
	"bytes"
	"encoding/xml"
	"errors"
	"fmt"
	"io"
	"reflect"
	"strings"
	"testing"

	"waymark/report"
)

// everyBlock is a document with a block of every kind and word in every text.
// No words were looked at before: the page alone must hold them.
func everyBlock(word string, kind report.Kind) report.Document {
	d := report.Document{
		Meta: make([]report.Line, 2), Foot: make([]string, 2),
		Sections: []report.Section{{Blocks: []report.Block{
			{Heading: &report.Heading{}},
			{Paragraph: &report.Paragraph{}},
			{Remark: &report.Remark{}},
			{List: &report.List{Items: make([]report.Line, 2)}},
			{Card: &report.Card{Place: 1, Areas: make([]report.Ref, 2), Lines: make([]report.Line, 2), Fill: make([]string, 2)}},
			{Area: &report.AreaEntry{
				Level: report.Mark{Level: 2, Of: 4, Tone: 2}, Facts: make([]report.Line, 1),
				Voices: make([]report.Line, 1), Notes: make([]report.NoteEntry, 2),
			}},
			{Note: &report.NoteEntry{}},
			{Table: &report.Table{Columns: make([]string, 2), Rows: [][]string{make([]string, 2), make([]string, 3)}}},
			{HeatMap: &report.HeatMap{
				Legend: make([]report.Mark, 2), Signs: make([]report.Line, 2),
				Rows: []report.HeatRow{{Cells: make([]report.HeatCell, 2)}},
			}},
			{NeedCurve: &report.NeedCurve{Points: make([]report.CurvePoint, 2)}},
		}}},
	}
	fill(reflect.ValueOf(&d).Elem(), word)
	d.Kind = kind
	return d
}

// fill puts word into every text.
func fill(v reflect.Value, word string) {
	switch v.Kind() {
	case reflect.String:
		v.SetString(word)
	case reflect.Struct:
		for i := range v.NumField() {
			fill(v.Field(i), word)
		}
	case reflect.Slice:
		for i := range v.Len() {
			fill(v.Index(i), word)
		}
	case reflect.Pointer:
		if !v.IsNil() {
			fill(v.Elem(), word)
		}
	default: // numbers and truths hold no words
	}
}

func TestPageHoldsEveryTextInItsPlace(t *testing.T) {
	for _, kind := range []report.Kind{report.KindFull, report.KindPriorities} {
		plain := tokens(t, everyBlock("Word", kind), "Word")
		for _, word := range []string{
			`<script>alert(1)</script>`, `"><script>`, `' onclick='x`, `" onclick="x`, `</style></title><img/>`,
			`]]>`, `<!--`, `-->`, `&lt;`, `&#60;b&#62;`, `&`, `<?php`, `</p></li></td>`, `\"`, "`", `{{.}}`,
		} {
			got := tokens(t, everyBlock(word, kind), word)
			if len(got) != len(plain) {
				t.Errorf("%s: with %q the page has %d marks and texts, not %d", kind, word, len(got), len(plain))
				continue
			}
			for i := range got {
				if got[i] != plain[i] {
					t.Errorf("%s: with %q the page says %s where it should say %s", kind, word, got[i], plain[i])
					break
				}
			}
		}
	}
}

// tokens reads the page of d as strict XML: its marks and texts in order, with
// word written as a star.
func tokens(t *testing.T, d report.Document, word string) []string {
	t.Helper()
	var page bytes.Buffer
	if err := report.HTML(&page, d); err != nil {
		t.Fatal(err)
	}
	var all []string
	dec := xml.NewDecoder(&page)
	for {
		token, err := dec.Token()
		if errors.Is(err, io.EOF) {
			return all
		}
		if err != nil {
			t.Fatalf("with %q the page is not well formed: %v", word, err)
		}
		all = append(all, strings.ReplaceAll(whole(spelled(token), word), word, "*"))
	}
}

// whole gives back word where a picture had no room for all of it.
func whole(s, word string) string {
	cut, ok := strings.CutSuffix(s, "…")
	if !ok {
		return s
	}
	for n := len(word); n > 0; n-- {
		if before, ok := strings.CutSuffix(cut, word[:n]); ok {
			return before + word
		}
	}
	return s
}

func spelled(token xml.Token) string {
	switch x := token.(type) {
	case xml.StartElement:
		s := "<" + x.Name.Local
		for _, a := range x.Attr {
			s += " " + a.Name.Local + "=" + a.Value
		}
		return s
	case xml.EndElement:
		return "</" + x.Name.Local
	case xml.CharData:
		return "text " + string(x)
	default:
		return fmt.Sprintf("%T", x)
	}
}
