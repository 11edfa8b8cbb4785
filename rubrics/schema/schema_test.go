package schema_test

import (
	"bytes"
	"encoding/json"
	"errors"
	"fmt"
	"maps"
	"os"
	"path/filepath"
	"reflect"
	"regexp"
	"slices"
	"strings"
	"testing"

	"github.com/invopop/jsonschema"
	validator "github.com/santhosh-tekuri/jsonschema/v6"
	"go.yaml.in/yaml/v4"

	"waymark/rubrics"
	"waymark/rubrics/schema"
)

// mapper draws what Go types cannot say: texts by number, steps by boundary, and
// a scale that may be named instead.
func mapper(t reflect.Type) *jsonschema.Schema {
	closed := func(s *jsonschema.Schema) *jsonschema.Schema {
		s.Type, s.AdditionalProperties = "object", jsonschema.FalseSchema
		return s
	}
	longest := uint64(4000)
	switch t {
	case reflect.TypeFor[schema.Ladder]():
		least := uint64(2)
		return closed(&jsonschema.Schema{MinProperties: &least, PatternProperties: map[string]*jsonschema.Schema{
			"^[1-9]$": {Type: "string", MaxLength: &longest},
		}})
	case reflect.TypeFor[schema.Boundaries]():
		least := uint64(1)
		steps := &jsonschema.Schema{Type: "array", MinItems: &least, Items: &jsonschema.Schema{Ref: "#/$defs/Step"}}
		s := closed(&jsonschema.Schema{Properties: jsonschema.NewProperties()})
		for from := 1; from < 9; from++ {
			s.Properties.Set(fmt.Sprintf("%d-%d", from, from+1), steps)
		}
		return s
	case reflect.TypeFor[schema.ScaleOrID]():
		named := &jsonschema.Schema{Type: "string"}
		for _, id := range rubrics.ScaleIDs() {
			named.Enum = append(named.Enum, id)
		}
		return &jsonschema.Schema{OneOf: []*jsonschema.Schema{named, {Ref: "#/$defs/Scale"}}}
	}
	return nil
}

// generate makes the schema from the shape of the file.
func generate(t *testing.T) []byte {
	t.Helper()
	r := jsonschema.Reflector{Anonymous: true, ExpandedStruct: true, Mapper: mapper}
	s := r.Reflect(&schema.File{})
	for _, part := range []any{schema.Scale{}, schema.Step{}} { // which only the mapper names
		maps.Copy(s.Definitions, r.Reflect(part).Definitions)
		alone := jsonschema.Reflector{Anonymous: true, ExpandedStruct: true, Mapper: mapper}
		one := alone.Reflect(part)
		maps.Copy(s.Definitions, one.Definitions)
		one.Version, one.Definitions = "", nil
		s.Definitions[reflect.TypeOf(part).Name()] = one
	}
	delete(s.Definitions, "File")
	s.Title = "Waymark rubric"
	s.Description = "A definition of quality: groups of areas, each described at every level of a scale."
	itemised(s)
	text, err := json.MarshalIndent(s, "", "  ")
	if err != nil {
		t.Fatal(err)
	}
	return append(text, '\n')
}

// itemised says that a pulse and a visit need items, a visit answers, and the
// others areas and a scale.
func itemised(s *jsonschema.Schema) {
	kinds := func(names ...any) *jsonschema.Schema {
		p := jsonschema.NewProperties()
		p.Set("kind", &jsonschema.Schema{Enum: names})
		return &jsonschema.Schema{Properties: p, Required: []string{"kind"}}
	}
	p := jsonschema.NewProperties()
	p.Set("groups", &jsonschema.Schema{Items: &jsonschema.Schema{
		Required: []string{"areas"}, Not: &jsonschema.Schema{Required: []string{"items"}},
	}})
	s.AllOf = []*jsonschema.Schema{
		{
			If:   kinds("school", "teacher", "process", "trust"),
			Then: &jsonschema.Schema{Required: []string{"scale"}, Properties: p},
		},
		{If: kinds("visit"), Then: &jsonschema.Schema{Required: []string{"answers"}}},
	}
}

func TestSchemaIsFresh(t *testing.T) {
	want := generate(t)
	if os.Getenv("WAYMARK_UPDATE") != "" {
		if err := os.WriteFile("rubric.schema.json", want, 0o644); err != nil {
			t.Fatal(err)
		}
		return
	}
	if !bytes.Equal(schema.JSON(), want) {
		t.Error("rubric.schema.json is not what the types say; run this test with WAYMARK_UPDATE=1")
	}
}

func compiled(t *testing.T) *validator.Schema {
	t.Helper()
	doc, err := validator.UnmarshalJSON(bytes.NewReader(schema.JSON()))
	if err != nil {
		t.Fatal(err)
	}
	c := validator.NewCompiler()
	if err := c.AddResource("rubric.schema.json", doc); err != nil {
		t.Fatal(err)
	}
	s, err := c.Compile("rubric.schema.json")
	if err != nil {
		t.Fatal(err)
	}
	return s
}

// plain is a YAML text as an editor hands it to a schema: names are texts.
func plain(t *testing.T, text []byte) any {
	t.Helper()
	var v any
	if err := yaml.Unmarshal(text, &v); err != nil {
		t.Fatal(err)
	}
	return named(v)
}

func named(v any) any {
	switch v := v.(type) {
	case map[string]any:
		for k, one := range v {
			v[k] = named(one)
		}
		return v
	case map[any]any:
		m := map[string]any{}
		for k, one := range v {
			m[fmt.Sprint(k)] = named(one)
		}
		return m
	case []any:
		for i, one := range v {
			v[i] = named(one)
		}
		return v
	}
	return v
}

func files(t *testing.T, pattern string) map[string][]byte {
	t.Helper()
	names, err := filepath.Glob(pattern)
	if err != nil || len(names) == 0 {
		t.Fatalf("no files %s: %v", pattern, err)
	}
	texts := map[string][]byte{}
	for _, name := range names {
		text, err := os.ReadFile(name)
		if err != nil {
			t.Fatal(err)
		}
		texts[name] = text
	}
	return texts
}

func TestShippedRubricsKeepToTheSchema(t *testing.T) {
	s := compiled(t)
	for name, text := range files(t, "../data/*.yaml") {
		if err := s.Validate(plain(t, text)); err != nil {
			t.Errorf("%s: %v", name, err)
		}
		if first, _, _ := strings.Cut(string(text), "\n"); first != "# yaml-language-server: $schema=../schema/rubric.schema.json" {
			t.Errorf("%s starts with %q and so tells editors nothing of the schema", name, first)
		}
	}
	for name, text := range files(t, "../testdata/*.yaml") {
		if err := s.Validate(plain(t, text)); err != nil {
			t.Errorf("%s: %v", name, err)
		}
	}
}

func TestSchemaMarksSlips(t *testing.T) {
	s := compiled(t)
	texts := files(t, "../testdata/*.yaml")
	for _, c := range []struct{ file, from, to string }{
		{"small", "kind: process", "kind: exam"},
		{"small", "    title: Deeds", "    titel: Deeds"},
		{"small", "title: Deeds", "title: true"},
		{"small", `id: "1.10"`, "id: 1.10"},
		{"small", "          1: Nobody", "          0: Nobody"},
		{"small", "expected: 2", "expected: two"},
		{"small", "rubric/1", "rubric/2"},
		{"full", "scale: early-to-sharing\n", ""},
		{"full", "early-to-sharing", "stars"},
		{"full", `"3-4"`, `"2-4"`},
		{"full", "effort: L", "effort: XL"},
		{"full", "https:", "http:"},
		{"full", "    areas:", "    items: []\n    areas:"},
		{"pulse", "asks: staff", "asks: parents"},
		{"visit", "answers: [seen, not seen, not applicable]\n", ""},
	} {
		text := string(texts["../testdata/"+c.file+".yaml"])
		if !strings.Contains(text, c.from) {
			t.Fatalf("%s does not say %q", c.file, c.from)
		}
		if err := s.Validate(plain(t, []byte(strings.Replace(text, c.from, c.to, 1)))); err == nil {
			t.Errorf("with %q in place of %q, %s keeps to the schema", c.to, c.from, c.file)
		}
	}
}

// odd is a name that no entry has, and is like none.
const odd = "qqqqqqqqqqqq"

var choices = regexp.MustCompile(`Use one of these or delete it: (.*)\.$`)

// The reader says of an unknown entry which ones it knows there; the schema must
// know the same.
func TestSchemaAndReaderKnowTheSameEntries(t *testing.T) {
	var doc struct {
		Properties map[string]any `json:"properties"`
		Defs       map[string]struct {
			Properties map[string]any `json:"properties"`
		} `json:"$defs"`
	}
	if err := json.Unmarshal(schema.JSON(), &doc); err != nil {
		t.Fatal(err)
	}
	texts := files(t, "../testdata/*.yaml")
	for _, c := range []struct{ def, file, before string }{
		{"", "full", "groups:"},
		{"Scale", "small", "  title: Steps"},
		{"Level", "small", "      meaning: Nobody"},
		{"Group", "small", "    title: Plans"},
		{"Area", "full", "        title: A shared plan"},
		{"Evidence", "small", "          count:"},
		{"Phases", "full", "          special:"},
		{"Step", "full", "              effort: L"},
		{"Research", "full", "            url:"},
		{"Tags", "full", "          inspection:"},
		{"Ruling", "small", "    note: Nobody"},
		{"Item", "pulse", "        asks: staff"},
		{"Role", "visit", "    does:"},
		{"Place", "visit", "    where:"},
		{"Cross", "full", ""},
	} {
		text := string(texts["../testdata/"+c.file+".yaml"])
		indent := c.before[:len(c.before)-len(strings.TrimLeft(c.before, " "))]
		spoilt := strings.Replace(text, c.before, indent+odd+": x\n"+c.before, 1)
		if c.def == "Cross" {
			spoilt = strings.Replace(text, "- {rubric", "- {"+odd+": x, rubric", 1)
		}
		_, err := rubrics.Read(c.file, strings.NewReader(spoilt))
		var faults *rubrics.Faults
		if !errors.As(err, &faults) {
			t.Errorf("%s: the reader took it: %v", c.def, err)
			continue
		}
		found := choices.FindStringSubmatch(faults.List[0].Fix)
		if found == nil {
			t.Errorf("%s: the reader said %v", c.def, err)
			continue
		}
		known := doc.Properties
		if c.def != "" {
			known = doc.Defs[c.def].Properties
		}
		reader := strings.Split(found[1], ", ")
		slices.Sort(reader)
		if want := slices.Sorted(maps.Keys(known)); !slices.Equal(reader, want) {
			t.Errorf("%s: the reader knows %v, the schema %v", c.def, reader, want)
		}
	}
	if len(doc.Defs) != 14 {
		t.Errorf("%d definitions, of which 14 are compared: %v", len(doc.Defs), slices.Sorted(maps.Keys(doc.Defs)))
	}
}
