package task_test

import (
	"slices"
	"testing"

	"waymark/ui/task"
)

func TestWhatGoesOnIsBroughtBackOnce(t *testing.T) {
	for _, c := range []struct {
		name       string
		kept, want []string
	}{
		{"the same twice", []string{"half a", "half a"}, []string{"half a"}},
		{"typed on", []string{"half a sentence", "half a"}, []string{"half a sentence"}},
		{"joined, then typed on", []string{"one", "two", "one; two and more"}, []string{"one; two and more"}},
		{"two of their own", []string{"two", "one"}, []string{"two", "one"}},
		{"a word inside another", []string{"late", "many came late"}, []string{"late", "many came late"}},
		{"none", nil, nil},
	} {
		if got := task.Apart(c.kept, "; "); !slices.Equal(got, c.want) {
			t.Errorf("%s: %q", c.name, got)
		}
	}
}
