package rubrics_test

import (
	"errors"
	"strings"
	"testing"

	"waymark/rubrics"
)

// FuzzSideFiles gives any bytes to the readers of scales, overlays, vocabularies
// and templates. They keep to the same promises as the reader of rubrics.
func FuzzSideFiles(f *testing.F) {
	for _, text := range []string{
		stars, ours, form, "waymark: vocabulary/1\nterms: {trust: family, trusts: families}\n", "waymark: overlay/1\nrubric: x\nareas: {1.1: []}\n",
	} {
		f.Add(text)
	}
	f.Fuzz(func(t *testing.T, text string) {
		scale, _, err := rubrics.ReadScale("fuzz.yaml", strings.NewReader(text))
		placed(t, text, err)
		if err == nil {
			if !scale.Has(scale.Expected) || scale.Expected < 2 || scale.Top() < 2 || scale.Top() > 9 {
				t.Errorf("a scale was taken that does not work: %+v", scale)
			}
		}
		overlay, err := rubrics.ReadOverlay("fuzz.yaml", strings.NewReader(text))
		placed(t, text, err)
		if err == nil && overlay.Rubric == "" {
			t.Errorf("an overlay of no rubric was taken")
		}
		v, _, err := rubrics.ReadVocabulary("fuzz.yaml", strings.NewReader(text))
		placed(t, text, err)
		_ = v.Words(text)
		filled, err := rubrics.ReadTemplate("fuzz.yaml", strings.NewReader(text))
		placed(t, text, err)
		if err == nil && len(filled.Sections) == 0 {
			t.Errorf("a template of no sections was taken")
		}
	})
}

// placed checks that a refusal says where and what to do.
func placed(t *testing.T, text string, err error) {
	t.Helper()
	if err == nil {
		return
	}
	var faults *rubrics.Faults
	if !errors.As(err, &faults) || len(faults.List) == 0 || len(faults.List) > 20 {
		t.Fatalf("refused without faults: %v", err)
	}
	lines := 1 + strings.Count(text, "\n") + strings.Count(text, "\r")
	for _, fault := range faults.List {
		if fault.Line < 1 || fault.Line > lines+1 || fault.Column < 1 || fault.Problem == "" || fault.Fix == "" {
			t.Errorf("fault without a place or words: %+v", fault)
		}
		if strings.ContainsFunc(fault.Problem+fault.Fix, func(r rune) bool { return r < ' ' || r >= 0x7f && r < 0xa0 || r == 0x202e }) {
			t.Errorf("a fault carries a control character: %q", fault)
		}
	}
}
