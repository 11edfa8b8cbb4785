package markdown_test

import (
	"bytes"
	"errors"
	"fmt"
	"reflect"
	"slices"
	"strings"
	"testing"

	"github.com/yuin/goldmark"
	"github.com/yuin/goldmark/ast"
	"github.com/yuin/goldmark/text"
	"pgregory.net/rapid"

	"waymark/model"
	"waymark/rubrics"
	"waymark/rubrics/exchange/internal/sample"
	"waymark/rubrics/exchange/markdown"
)

func shipped(t testing.TB) model.Rubric {
	t.Helper()
	r, err := rubrics.Load("whole-school")
	if err != nil {
		t.Fatal(err)
	}
	return r
}

func printed(t interface{ Fatalf(string, ...any) }, r model.Rubric) string {
	var b bytes.Buffer
	left, err := markdown.Write(&b, r)
	if err != nil || len(left) > 0 {
		t.Fatalf("left %q, %v", left, err)
	}
	return b.String()
}

// words is every text of a rubric.
func words(v reflect.Value) []string {
	var all []string
	switch v.Kind() {
	case reflect.String:
		if v.Type() == reflect.TypeFor[string]() {
			all = strings.Split(v.String(), "\n\n")
		}
	case reflect.Struct:
		for i := range v.NumField() {
			all = append(all, words(v.Field(i))...)
		}
	case reflect.Slice:
		for i := range v.Len() {
			all = append(all, words(v.Index(i))...)
		}
	default: // numbers and maps hold no words of their own
	}
	return all
}

// plain is what a reader of the rendered print reads, and the kinds of marks in
// it.
func plain(t interface{ Fatalf(string, ...any) }, source string) (string, map[ast.NodeKind]int) {
	kinds := map[ast.NodeKind]int{}
	var b strings.Builder
	err := ast.Walk(goldmark.DefaultParser().Parse(text.NewReader([]byte(source))), func(n ast.Node, entering bool) (ast.WalkStatus, error) {
		if entering {
			kinds[n.Kind()]++
			if t, ok := n.(*ast.Text); ok {
				b.Write(t.Segment.Value([]byte(source)))
				if t.SoftLineBreak() {
					b.WriteByte(' ')
				}
			}
		} else if n.Type() == ast.TypeBlock {
			b.WriteByte('\n')
		}
		return ast.WalkContinue, nil
	})
	if err != nil {
		t.Fatalf("%v", err)
	}
	return strings.ReplaceAll(b.String(), `\`, ""), kinds
}

func TestThePrintSaysEverythingAndNothingBecomesAMark(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		for _, r := range []model.Rubric{sample.Rubric(t), sample.Pulse(t)} {
			source := printed(t, r)
			read, kinds := plain(t, source)
			r.ID, r.Scale.ID = "", "" // for programs
			for i := range r.Roles {
				r.Roles[i].ID = ""
			}
			for i := range r.Positions {
				r.Positions[i].ID = ""
			}
			for _, want := range words(reflect.ValueOf(r)) {
				if want = strings.ReplaceAll(want, `\`, ""); !strings.Contains(read, want) {
					t.Fatalf("%q is not in\n%s", want, source)
				}
			}
			for _, kind := range []ast.NodeKind{ast.KindLink, ast.KindImage, ast.KindAutoLink, ast.KindRawHTML, ast.KindHTMLBlock, ast.KindCodeSpan, ast.KindCodeBlock, ast.KindFencedCodeBlock, ast.KindThematicBreak, ast.KindBlockquote} {
				if kinds[kind] > 0 {
					t.Fatalf("words became %v in\n%s", kind, source)
				}
			}
		}
	})
}

func TestShippedRubricsPrint(t *testing.T) {
	text := printed(t, shipped(t))
	for _, want := range []string{"# The whole school\n", "## 1 Curriculum depth and breadth\n", "### 1.1 Breadth and fair access to every subject\n", "#### 3 Embedded (expected)\n", "**Usually in place first**\n\n- 1.1 Breadth"} {
		if !strings.Contains(text, want) {
			t.Errorf("%q is missing", want)
		}
	}
	r := shipped(t)
	r.Areas = slices.Clone(r.Areas)
	r.Areas[0].Local = []model.Local{{Overlay: "ours", LookFors: []string{"A choir."}, Resources: []model.Resource{{Title: "Songs", Note: "Room 4"}}, CaseStudies: []string{"How we began."}}}
	for _, want := range []string{"Added by ours", "A choir.", "Songs Room 4", "How we began."} {
		if !strings.Contains(printed(t, r), want) {
			t.Errorf("%q is missing", want)
		}
	}
}

func TestEveryShippedAreaFitsOnTwoSides(t *testing.T) {
	all, err := rubrics.Shipped()
	if err != nil {
		t.Fatal(err)
	}
	for _, r := range all {
		if len(r.Areas) == 0 {
			continue
		}
		sheets, err := markdown.Sheets(r)
		if err != nil || len(sheets) != len(r.Areas) {
			t.Fatalf("%s: %d sheets, %v", r.ID, len(sheets), err)
		}
		for _, s := range sheets {
			for _, side := range s.Sides {
				if len(side) != 65 || slices.ContainsFunc(side, func(line string) bool { return len([]rune(line)) > 86 }) {
					t.Fatalf("%s: a side of %d lines, or one too wide:\n%s", s.Area, len(side), strings.Join(side, "\n"))
				}
			}
		}
	}
}

// However long an area is, it has two sides or none, and its words are whole.
func TestTwoSidesAreAHardLimit(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		r := sample.Rubric(t)
		a := &r.Areas[0]
		a.Why = strings.Repeat(strings.Repeat("w", rapid.IntRange(1, 200).Draw(t, "word"))+" ", rapid.IntRange(0, 600).Draw(t, "times"))
		var b bytes.Buffer
		_, err := markdown.WriteSheets(&b, r)
		var long *markdown.TooLong
		if errors.As(err, &long) {
			if b.Len() > 0 || len(long.Areas) == 0 || !strings.Contains(long.Areas[0], "lines too long") {
				t.Fatalf("half of it was printed, or without words: %v", err)
			}
			return
		}
		sides := strings.Split(b.String(), "\f")
		if err != nil || len(sides) > 2*len(r.Areas) {
			t.Fatalf("%d sides for %d areas, %v", len(sides), len(r.Areas), err)
		}
		if want, got := strings.Count(a.Why, "w"), strings.Count(strings.Join(sides, ""), "w"); got < want {
			t.Fatalf("%d of %d letters are left", got, want)
		}
		for _, side := range sides {
			if strings.Count(side, "\n") != 65 {
				t.Fatalf("a side has %d lines", strings.Count(side, "\n"))
			}
		}
	})
}

func TestSheets(t *testing.T) {
	r := shipped(t)
	var plain, page bytes.Buffer
	left, err := markdown.WriteSheets(&plain, r)
	if err != nil || !slices.Contains(left, "the rulings") {
		t.Fatalf("left %q, %v", left, err)
	}
	if got := plain.String(); !strings.HasPrefix(got, "1.1 Breadth and fair access to every subject\n====") || !strings.Contains(got, "7.5, side 1 of") {
		t.Errorf("got %.300s", got)
	}
	r.Title, r.Language = "</title><script>x</script>", `en"><script>x</script>`
	r.Areas = slices.Clone(r.Areas)
	r.Areas[0].Title = "</pre><script>x</script>"
	if _, err := markdown.WriteSheetsHTML(&page, r); err != nil {
		t.Fatal(err)
	}
	if got := page.String(); strings.Contains(got, "<script") || !strings.Contains(got, "<html lang=\"en&#34;&gt;&lt;script") || !strings.Contains(got, "<pre>1.1 &lt;/pre&gt;&lt;script") || strings.Count(got, "<pre>") != strings.Count(plain.String(), "\f")+1 || !strings.Contains(got, "size: A4") {
		t.Errorf("got %.300s", got)
	}
	r.Areas[1].Levels = slices.Repeat([]string{strings.Repeat("Long words. ", 400)}, 4)
	page.Reset()
	if _, err := markdown.WriteSheetsHTML(&page, r); err == nil || !strings.Contains(err.Error(), "these areas do not fit on two sides of A4: 1.2 is ") || page.Len() > 0 {
		t.Errorf("got %v", err)
	}
	if _, err := markdown.WriteSheets(&page, model.Rubric{ID: "p", Kind: model.KindPulse}); err == nil {
		t.Errorf("a rubric without areas was printed")
	}
}

func TestAFormKeepsToItsSides(t *testing.T) {
	f := markdown.Form{Title: "History", Language: "en-GB", Most: 2}
	for i := range 40 {
		f.Parts = append(f.Parts, markdown.Part{Title: fmt.Sprint("Part ", i), Text: "One line.\n\nAnother <b>line</b>."})
	}
	sides, err := f.Sides()
	if err == nil || len(sides) != 0 {
		t.Fatalf("%d parts of four lines were set on %d sides", len(f.Parts), len(sides))
	}
	var long *markdown.FormTooLong
	if !errors.As(err, &long) || long.Most != 2 || long.Over < 1 {
		t.Fatalf("refused with %v", err)
	}
	var b bytes.Buffer
	if err := f.WriteSides(&b); !errors.As(err, &long) || b.Len() > 0 {
		t.Fatalf("%d bytes were written, and %v", b.Len(), err)
	}
	f.Parts = f.Parts[:20]
	if sides, err = f.Sides(); err != nil || len(sides) != 2 {
		t.Fatalf("%d sides, %v", len(sides), err)
	}
	for _, side := range sides {
		if len(side) != 65 {
			t.Errorf("a side has %d lines", len(side))
		}
	}
	if err := f.WriteSidesHTML(&b); err != nil || strings.Contains(b.String(), "<b>") || strings.Count(b.String(), "<pre>") != 2 {
		t.Errorf("%v: %s", err, b.String())
	}
	b.Reset()
	if err := f.Write(&b); err != nil || !strings.Contains(b.String(), "# History\n\n## Part 0\n\nOne line.\n") {
		t.Errorf("%v: %s", err, b.String())
	}
	f.Most = 0
	f.Parts = append(f.Parts, f.Parts...)
	if sides, err = f.Sides(); err != nil || len(sides) < 3 {
		t.Errorf("without a limit it takes %d sides: %v", len(sides), err)
	}
}
