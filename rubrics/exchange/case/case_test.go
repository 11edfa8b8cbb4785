package casejson_test

import (
	"bytes"
	"encoding/json"
	"fmt"
	"maps"
	"os"
	"slices"
	"strings"
	"testing"

	"github.com/google/uuid"
	"pgregory.net/rapid"

	"waymark/model"
	"waymark/rubrics"
	casejson "waymark/rubrics/exchange/case"
	"waymark/rubrics/exchange/internal/sample"
)

func written(t interface{ Fatalf(string, ...any) }, r model.Rubric) (text []byte, left []string) {
	var b bytes.Buffer
	left, err := casejson.Write(&b, r)
	if err != nil {
		t.Fatalf("%v", err)
	}
	return b.Bytes(), left
}

func read(t interface{ Fatalf(string, ...any) }, text []byte) casejson.Package {
	p, faults, err := casejson.ReadPackage(bytes.NewReader(text))
	if err != nil || len(faults) > 0 {
		t.Fatalf("refused: %v %v\n%s", faults, err, text)
	}
	return p
}

func shipped(t testing.TB) model.Rubric {
	t.Helper()
	r, err := rubrics.Load("whole-school")
	if err != nil {
		t.Fatal(err)
	}
	return r
}

const elsewhere = "kept in the package where only Waymark looks: "

func TestRoundTripLosesNothing(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		for _, r := range []model.Rubric{sample.Rubric(t), sample.Pulse(t)} {
			text, left := written(t, r)
			for _, words := range left {
				if !strings.HasPrefix(words, elsewhere) {
					t.Fatalf("left %q", words)
				}
			}
			if back := read(t, text).Rubric; back.Hash() != r.Hash() {
				t.Fatalf("got\n%+v\nwant\n%+v", back, r)
			}
			if again, _ := written(t, r); !bytes.Equal(text, again) {
				t.Fatalf("the same rubric makes another package")
			}
			sound(t, text)
		}
	})
}

func TestShippedRubricsRoundTrip(t *testing.T) {
	all, err := rubrics.Shipped()
	if err != nil {
		t.Fatal(err)
	}
	for _, r := range all {
		text, _ := written(t, r)
		if back := read(t, text).Rubric; back.Hash() != r.Hash() {
			t.Errorf("%s came back otherwise", r.ID)
		}
		sound(t, text)
	}
}

// required is what CASE 1.1 requires of each kind of object, and types.
func required() map[string]string {
	return map[string]string{
		"CFDocument":              "identifier uri creator title lastChangeDateTime caseVersion",
		"CFItems":                 "identifier fullStatement uri lastChangeDateTime",
		"CFAssociations":          "identifier associationType uri originNodeURI destinationNodeURI lastChangeDateTime",
		"CFRubrics":               "identifier uri lastChangeDateTime",
		"CFRubricCriteria":        "identifier uri lastChangeDateTime CFItemURI",
		"CFRubricCriterionLevels": "identifier uri lastChangeDateTime quality score description",
		"CFLicenses":              "identifier uri title licenseText lastChangeDateTime",
		"CFItemURI":               "title identifier uri", "originNodeURI": "title identifier uri", "destinationNodeURI": "title identifier uri", "licenseURI": "title identifier uri",
	}
}

// sound wants every field that CASE requires, whole numbers, no null and no id
// given twice.
func sound(t interface{ Fatalf(string, ...any) }, text []byte) {
	dec := json.NewDecoder(bytes.NewReader(text))
	dec.UseNumber()
	var root any
	if err := dec.Decode(&root); err != nil {
		t.Fatalf("%v", err)
	}
	ids := map[string]bool{}
	var walk func(name string, v any)
	walk = func(name string, v any) {
		switch v := v.(type) {
		case nil:
			t.Fatalf("%s is null", name)
		case json.Number:
			if strings.ContainsAny(v.String(), ".eE") {
				t.Fatalf("%s is %s", name, v)
			}
		case []any:
			for _, one := range v {
				walk(name, one)
			}
		case map[string]any:
			for _, field := range strings.Fields(required()[name]) {
				if v[field] == nil || v[field] == "" {
					t.Fatalf("%s has no %s: %v", name, field, v)
				}
			}
			if id, ok := v["identifier"].(string); ok {
				if u, err := uuid.Parse(id); err != nil || u.Version() != 5 || v["uri"] != "urn:uuid:"+id {
					t.Fatalf("%s is %s at %s", name, id, v["uri"])
				}
				if v["lastChangeDateTime"] != nil && ids[id] {
					t.Fatalf("%s: %s is given twice", name, id)
				}
				ids[id] = ids[id] || v["lastChangeDateTime"] != nil
			}
			for _, field := range slices.Sorted(maps.Keys(v)) {
				if field != "extensions" {
					walk(field, v[field])
				}
			}
		}
	}
	walk("", root)
}

func TestOthersSeeAreasLevelsAndStepsAndTheRestIsListed(t *testing.T) {
	r := shipped(t)
	r.Areas = slices.Clone(r.Areas)
	r.Areas[0].NextSteps = []model.Boundary{{From: 2, To: 3, Steps: []model.NextStep{{Do: "Ask one class.", Effort: model.EffortSmall, Area: "2.3"}}}}
	text, left := written(t, r)
	if len(left) != 1 || !strings.HasPrefix(left[0], elsewhere) {
		t.Fatalf("left %q", left)
	}
	missed := strings.Split(strings.TrimPrefix(left[0], elsewhere), ", ")
	for _, want := range []string{"the vision of 41 areas", "why it matters of 41 areas", "the rulings", "what the levels mean"} {
		if !slices.Contains(missed, want) {
			t.Errorf("%q is not listed: %q", want, left)
		}
	}
	for _, not := range []string{"the title", "the scope", "the question", "the descriptions", "the next steps", "what usually comes first", "the groups and their names", "the summary"} {
		if slices.ContainsFunc(missed, func(s string) bool { return strings.HasPrefix(s, not) }) {
			t.Errorf("%q is listed: %q", not, left)
		}
	}
	if !strings.Contains(string(text), `"feedback": "- Ask one class. (S; 2.3)"`) || !strings.Contains(string(text), `"lastChangeDateTime": "2026-01-01T00:00:00Z"`) {
		t.Errorf("steps or days are missing")
	}
}

func TestEditionsReplaceEachOther(t *testing.T) {
	now, old := shipped(t), shipped(t)
	now.Edition, now.Comparable = "2027", []string{"2026"}
	var b bytes.Buffer
	if _, err := (casejson.Options{Earlier: &old}).Write(&b, now); err != nil {
		t.Fatal(err)
	}
	before, _ := written(t, old)
	ids := func(text []byte) map[string]string {
		var p struct {
			CFDocument struct{ Identifier string }
			CFItems    []struct{ Identifier, HumanCodingScheme, CFItemType string }
		}
		if err := json.Unmarshal(text, &p); err != nil {
			t.Fatal(err)
		}
		all := map[string]string{"document": p.CFDocument.Identifier}
		for _, i := range p.CFItems {
			all[i.CFItemType+i.HumanCodingScheme] = i.Identifier
		}
		return all
	}
	var p struct {
		CFAssociations []struct {
			AssociationType                   string
			OriginNodeURI, DestinationNodeURI struct{ Identifier string }
		}
	}
	if err := json.Unmarshal(b.Bytes(), &p); err != nil {
		t.Fatal(err)
	}
	was, is, replaced := ids(before), ids(b.Bytes()), map[string]string{}
	for _, a := range p.CFAssociations {
		if a.AssociationType == "replacedBy" {
			replaced[a.OriginNodeURI.Identifier] = a.DestinationNodeURI.Identifier
		}
	}
	if len(replaced) != 42 || replaced[was["document"]] != is["document"] || replaced[was["Area1.1"]] != is["Area1.1"] || was["Area1.1"] == is["Area1.1"] {
		t.Errorf("%d parts are replaced", len(replaced))
	}
	if back := read(t, b.Bytes()).Rubric; back.Hash() != now.Hash() {
		t.Errorf("it came back otherwise")
	}
}

func foreign(t testing.TB) string {
	t.Helper()
	text, err := os.ReadFile("testdata/foreign.json")
	if err != nil {
		t.Fatal(err)
	}
	return string(text)
}

func TestAPackageFromElsewhere(t *testing.T) {
	p := read(t, []byte(foreign(t)))
	r := p.Rubric
	got := fmt.Sprintf("%s|%s|%s|%s|%s|%s", r.ID, r.Title, r.Edition, r.Language, r.Source, r.Licence)
	if got != "qa-rubric|QA rubric|2026.1|en-GB|From a CASE package by Example Trust.|CC BY 4.0" {
		t.Errorf("got %s", got)
	}
	if len(r.Groups) != 2 || r.Groups[0].Title != "Curriculum" || r.Groups[1].Title != "Culture" || len(r.Areas) != 3 {
		t.Fatalf("got %+v", r)
	}
	a := r.Areas[0]
	if a.ID != "1.2" || a.Title != "Sequencing" || a.Question != "Why this order?" || strings.Join(a.Levels, "/") != "Low./High." || a.Lens[0] != "reading" {
		t.Errorf("got %+v", a)
	}
	if r.Areas[2].ID != "2.1" || r.Areas[2].Title != "Pride" || r.Scale.Levels[1].Name != "Secure" || len(r.Edges) != 1 || r.Edges[0].Before != "1.2" {
		t.Errorf("got %+v %+v", r.Areas[2], r.Edges)
	}
	want := `A rubric has no place for this, and it was left out: “CFItems without a criterion” (1), “association exemplar” (1), “educationLevel” (1), “feedback” (1), “subject” (1), “weight” (1).`
	if len(p.Notes) == 0 || p.Notes[0] != want {
		t.Errorf("notes %q", p.Notes)
	}
}

// What others called a part is what it is called when it goes back to them.
func TestIDsAndAddressesOfOthersAreKept(t *testing.T) {
	p := read(t, []byte(foreign(t)))
	var b bytes.Buffer
	if _, err := (casejson.Options{Keep: p.Names}).Write(&b, p.Rubric); err != nil {
		t.Fatal(err)
	}
	for line := range strings.Lines(foreign(t)) {
		if i := strings.Index(line, `"uri": "http`); i >= 0 {
			address := strings.Trim(strings.TrimSpace(line[i+7:]), `",}`)
			address, _, _ = strings.Cut(address, `"`)
			if !strings.Contains(b.String(), `"`+address+`"`) && !strings.Contains(address, "/gone/") {
				t.Errorf("%s is gone", address)
			}
		}
	}
	if !strings.Contains(b.String(), `"creator": "Example Trust"`) {
		t.Errorf("the creator is gone")
	}
	again := read(t, b.Bytes())
	if again.Rubric.Hash() != p.Rubric.Hash() {
		t.Errorf("it came back otherwise")
	}
}

func TestEveryFaultNamesItsPlace(t *testing.T) {
	change := func(from, to string) string {
		text := foreign(t)
		if !strings.Contains(text, from) {
			t.Fatalf("there is no %s", from)
		}
		return strings.Replace(text, from, to, 1)
	}
	for want, text := range map[string]string{
		"line 1, column 1: This is not a CASE package: it has no CFDocument.": `{"a": 1}`,
		"line 2, column 16: This package has statements but no rubric":        "{\n \"CFDocument\": {\"title\": \"x\"}}",
		"line 1, column 8: This is not JSON":                                  `{"a": 1,}`[:7] + "x}",
		"line 1, column 3: The file ends in the middle":                       `{"`,
		"This is a web page":                                              "<html>",
		"This file is empty.":                                             "",
		"line 1, column 8: A byte here is not UTF-8 text.":                "{\"a\": \"\xff\"}",
		"“title” stands twice here":                                       change(`"title": "QA rubric",`, `"title": "QA rubric", "title": "b",`),
		"This text holds a code that acts on a terminal (U+001B)":         change("QA rubric", `\u001b]0;x`),
		"Level 2 is called “Good” here and “Secure” before.":              change(`"quality": "Secure", "score": 2, "position": 2, "description": "So."`, `"quality": "Good", "score": 2, "position": 2, "description": "So."`),
		"Area “1.3” does not describe level 1.":                           change(`"description": "Not so."`, `"description": ""`),
		"The rubric has no title.":                                        strings.ReplaceAll(foreign(t), `"title": "QA rubric"`, `"title": ""`),
		"A second rubric begins here.":                                    change(`"CFRubrics": [`, `"CFRubrics": [{}, `),
		"Two statements have this identifier.":                            change(`"identifier": "00000000-0000-4000-8000-0000000000a2"`, `"identifier": "00000000-0000-4000-8000-0000000000a1"`),
		"This file has more values, or deeper ones, than any rubric has.": strings.Repeat("[", 50) + strings.Repeat("]", 50),
		"These areas need each other in a circle":                         change(`"associationType": "exemplar", "originNodeURI": {"title": "Sequencing", "identifier": "00000000-0000-4000-8000-0000000000a1", "uri": "https://case.example/items/a1"}, "destinationNodeURI": {"title": "x", "identifier": "00000000-0000-4000-8000-0000000000ff"`, `"associationType": "precedes", "originNodeURI": {"title": "Content", "identifier": "00000000-0000-4000-8000-0000000000a2", "uri": "https://case.example/items/a1"}, "destinationNodeURI": {"title": "x", "identifier": "00000000-0000-4000-8000-0000000000a1"`),
		"This rubric has no criteria.":                                    `{"CFDocument": {"title": "x"}, "CFRubrics": [{"CFRubricCriteria": null}]}`,
		"What Waymark wrote here was changed":                             change(`"title": "QA rubric",`, `"title": "QA rubric", "extensions": {"waymark": {"kind": 7}},`),
	} {
		r, faults, err := casejson.Read(strings.NewReader(text))
		if err != nil || len(faults) == 0 || !strings.Contains(faults[0].String(), want) || faults[0].Fix == "" || r.ID != "" {
			t.Errorf("got  %v, %v\nwant %s", faults, err, want)
		}
	}
	if _, faults, _ := casejson.Read(bytes.NewReader(make([]byte, 17<<20))); len(faults) != 1 || !strings.Contains(faults[0].Problem, "larger than 16 MB") {
		t.Errorf("got %v", faults)
	}
}

// FuzzRead gives the reader any bytes. It must neither panic nor take what does
// not work, and what it takes comes back.
func FuzzRead(f *testing.F) {
	f.Add(foreign(f))
	r := shipped(f).Only([]model.AreaID{"1.1", "1.2"})
	text, _ := written(f, r)
	f.Add(string(text))
	f.Add(`{"CFDocument": {"title": "x", "extensions": {"waymark": {"kind": "pulse"}}}, "CFItems": [{"identifier": "g", "fullStatement": "G", "extensions": {"waymark": {"is": "group"}}}]}`)
	f.Fuzz(func(t *testing.T, text string) {
		p, faults, err := casejson.ReadPackage(strings.NewReader(text))
		if err != nil {
			t.Fatal(err)
		}
		if len(faults) == 0 {
			again, left := written(t, p.Rubric)
			if back := read(t, again).Rubric; back.Hash() != p.Rubric.Hash() && !slices.ContainsFunc(left, func(s string) bool { return !strings.HasPrefix(s, elsewhere) }) {
				t.Fatalf("got\n%+v\nwant\n%+v", back, p.Rubric)
			}
		}
		for _, fault := range faults {
			if fault.Problem == "" || fault.Fix == "" || strings.ContainsFunc(fault.String(), func(r rune) bool { return r < ' ' || r >= 0x7f && r < 0xa0 || r == 0x202e }) {
				t.Errorf("a fault without words or with a control character: %q", fault)
			}
		}
	})
}
