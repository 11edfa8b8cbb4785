package agreement_test

import (
	"bytes"
	"encoding/csv"
	"encoding/json"
	"maps"
	"os"
	"os/exec"
	"slices"
	"strconv"
	"testing"

	"waymark/model"
	"waymark/model/agreement"
)

// comparison reads testdata/NAME.csv: an area a line, with its group's title
// and the level each rater gave it or nothing.
func comparison(t testing.TB, name string) (in agreement.Input, names []string) {
	t.Helper()
	file, err := os.Open("testdata/" + name + ".csv")
	if err != nil {
		t.Fatal(err)
	}
	defer file.Close()
	lines, err := csv.NewReader(file).ReadAll()
	if err != nil {
		t.Fatal(err)
	}
	in = agreement.Input{Levels: 4, Raters: len(lines[0]) - 2}
	for _, line := range lines[1:] {
		u := agreement.Unit{ID: model.AreaID(line[0]), Group: model.GroupID(line[0][:1]), GroupTitle: line[1]}
		for _, level := range line[2:] {
			n := 0
			if level != "" {
				if n, err = strconv.Atoi(level); err != nil {
					t.Fatal(err)
				}
			}
			u.Levels = append(u.Levels, model.Level(n))
		}
		in.Units = append(in.Units, u)
	}
	return in, lines[0][2:]
}

func expected(t *testing.T) map[string]map[string]any {
	t.Helper()
	b, err := os.ReadFile("testdata/expected.json")
	if err != nil {
		t.Fatal(err)
	}
	var want map[string]map[string]any
	if err := json.Unmarshal(b, &want); err != nil {
		t.Fatal(err)
	}
	return want
}

// TestFixtures holds every figure of three comparisons, the bounds of the
// intervals included, against testdata/agreement.py.
func TestFixtures(t *testing.T) {
	want := expected(t)
	if len(want) != 3 {
		t.Fatalf("%d comparisons", len(want))
	}
	for _, name := range slices.Sorted(maps.Keys(want)) {
		in, _ := comparison(t, name)
		if len(in.Units) != 41 {
			t.Fatalf("%s: %d areas", name, len(in.Units))
		}
		var got map[string]any
		if err := json.Unmarshal([]byte(text(t, measure(t, in))), &got); err != nil {
			t.Fatal(err)
		}
		for _, field := range slices.Sorted(maps.Keys(want[name])) {
			if g, w := text(t, within(got[field], want[name][field])), text(t, want[name][field]); g != w {
				t.Errorf("%s: %s\n got %s\nwant %s", name, field, g, w)
			}
		}
	}
}

// within leaves out of got the names that want does not speak of.
func within(got, want any) any {
	switch want := want.(type) {
	case map[string]any:
		kept := map[string]any{}
		if got, ok := got.(map[string]any); ok {
			for name, value := range want {
				if _, there := got[name]; there {
					kept[name] = within(got[name], value)
				}
			}
		}
		return kept
	case []any:
		list, ok := got.([]any)
		if !ok || len(list) != len(want) {
			return got
		}
		kept := make([]any, len(list))
		for i := range list {
			kept[i] = within(list[i], want[i])
		}
		return kept
	}
	return got
}

// TestTheOtherProgram runs it again where there is a Python.
func TestTheOtherProgram(t *testing.T) {
	python, err := exec.LookPath("python3")
	if err != nil {
		t.Skip("there is no python3")
	}
	cmd := exec.CommandContext(t.Context(), python, "agreement.py")
	cmd.Dir = "testdata"
	got, err := cmd.Output()
	if err != nil {
		t.Fatalf("agreement.py: %v", err)
	}
	want, err := os.ReadFile("testdata/expected.json")
	if err != nil {
		t.Fatal(err)
	}
	if !bytes.Equal(bytes.ReplaceAll(got, []byte("\r\n"), []byte("\n")), want) {
		t.Error("agreement.py prints something else than expected.json")
	}
}
