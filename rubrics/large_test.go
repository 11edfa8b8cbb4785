package rubrics_test

import (
	"fmt"
	"strings"
	"testing"

	"waymark/rubrics"
)

// large is a rubric of 500 areas and nine levels in which everything that can
// be written about an area is.
func large() string {
	var b strings.Builder
	b.WriteString("waymark: rubric/1\nid: large\nedition: \"1\"\ntitle: Large\nkind: school\nlanguage: en-GB\n" +
		"scale:\n  id: nine\n  title: Nine\n  expected: 6\n  levels: [")
	for l := range 9 {
		fmt.Fprintf(&b, "{name: Level %d},", l+1)
	}
	b.WriteString("]\ngroups:\n")
	prose := strings.Repeat("Pupils talk, write and build on what they know, and adults notice. ", 3)
	for g := range 25 {
		fmt.Fprintf(&b, "  - id: \"%d\"\n    title: Group %d\n    areas:\n", g+1, g+1)
		for a := range 20 {
			largeArea(&b, g*20+a+1, prose)
		}
	}
	return b.String()
}

func largeArea(b *strings.Builder, id int, prose string) {
	fmt.Fprintf(b, "      - id: \"a%d\"\n        title: Area %d\n        scope: What area %d is.\n        question: How is it?\n        vision: %s\n        levels:\n", id, id, id, prose)
	for l := range 9 {
		fmt.Fprintf(b, "          %d: >-\n            %s\n", l+1, prose)
	}
	b.WriteString("        evidence: {see: Work., hear: Talk., read: Books., count: Pupils.}\n        look_fors: [One., Two., Three., Four.]\n        look_agains: [One., Two.]\n")
	b.WriteString("        phase: {early: [One.], primary: [One.], secondary: [One.], post16: [One.], special: [One.]}\n        next_steps:\n")
	for l := range 8 {
		fmt.Fprintf(b, "          \"%d-%d\":\n", l+1, l+2)
		for range 3 {
			b.WriteString("            - do: Ask one class what they remember of last week, and why.\n              effort: S\n")
		}
	}
	b.WriteString("        research: [{title: A guide, url: \"https://example.org/guide\", why: It helps.}]\n        tags: {inspection: [inclusion], cst: []}\n        exemplars:\n")
	for l := range 9 {
		fmt.Fprintf(b, "          %d: %s\n", l+1, prose[:len(prose)-1])
	}
	if id > 3 {
		fmt.Fprintf(b, "        needs: [a%d, a%d]\n        see_also: [a%d]\n", id-1, id-2, id-3)
	}
}

func TestALargeRubricReads(t *testing.T) {
	text := large()
	r := read(t, text)
	if len(r.Areas) != 500 || len(r.Scale.Levels) != 9 || len(r.Edges) != 994 {
		t.Errorf("%d areas, %d levels, %d edges", len(r.Areas), len(r.Scale.Levels), len(r.Edges))
	}
	thereAndBack(t, r)
	more := text + "  - id: \"26\"\n    title: One more\n    areas:\n      - {id: more, title: More, scope: More., question: More?, levels: {1: A, 2: B, 3: C, 4: D, 5: E, 6: F, 7: G, 8: H, 9: I}}\n"
	_, err := rubrics.Read("large.yaml", strings.NewReader(more))
	wantFault(t, err, 0, 0, "The rubric has 501 areas; 500 is the most.")
}

// BenchmarkLoadLarge is what opening the largest rubric costs: 3.7 MB of text.
func BenchmarkLoadLarge(b *testing.B) {
	text := large()
	b.SetBytes(int64(len(text)))
	b.ReportAllocs()
	for b.Loop() {
		if _, err := rubrics.Read("large.yaml", strings.NewReader(text)); err != nil {
			b.Fatal(err)
		}
	}
}
