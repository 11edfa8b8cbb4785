package priority_test

import (
	"bytes"
	"encoding/json"
	"flag"
	"os"
	"strings"
	"testing"
)

var update = flag.Bool("update", false, "write testdata/school.json anew")

// The whole answer for one school of 41 areas, to the byte, as it must be on
// every platform.
func TestGoldenSchool(t *testing.T) {
	in := school(t, 2)
	in.Areas[4].NotApplicable = true
	in.Areas[9].Judgements, in.Areas[9].Agreed = nil, nil
	in.Areas[20].Excluded = true
	in.Areas[30].Pinned = true
	var got bytes.Buffer
	enc := json.NewEncoder(&got)
	enc.SetIndent("", "  ")
	if err := enc.Encode(suggest(t, in)); err != nil {
		t.Fatal(err)
	}
	const path = "testdata/school.json"
	if *update {
		if err := os.WriteFile(path, got.Bytes(), 0o600); err != nil {
			t.Fatal(err)
		}
	}
	want, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	if !bytes.Equal(got.Bytes(), want) {
		t.Errorf("the answer differs from %s; first difference: %s", path, firstDifference(got.String(), string(want)))
	}
}

func firstDifference(got, want string) string {
	g, w := strings.Split(got, "\n"), strings.Split(want, "\n")
	for i := range min(len(g), len(w)) {
		if g[i] != w[i] {
			return "got " + g[i] + ", want " + w[i]
		}
	}
	return "one is longer"
}
