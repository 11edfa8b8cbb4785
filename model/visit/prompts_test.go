package visit_test

import (
	"slices"
	"strings"
	"testing"

	"waymark/model"
	"waymark/model/visit"
)

func TestPromptsOfAnArea(t *testing.T) {
	r := wholeSchool(t)
	area, _ := r.Area("4.3")
	got := visit.Prompts(r, "4.3")
	if len(got) != 4+4+len(visit.AskAnywhere()) || !strings.HasSuffix(got[0], area.Evidence[0].Text) {
		t.Fatalf("got %q", got)
	}
	for i, lead := range []string{"See: ", "Hear: ", "Read: ", "Count: "} {
		if !strings.HasPrefix(got[i], lead) || !strings.HasPrefix(got[4+i], lead) {
			t.Errorf("%q and %q do not begin with %q", got[i], got[4+i], lead)
		}
	}
}

func TestEveryGroupHasPromptsOfEachKind(t *testing.T) {
	r := wholeSchool(t)
	seen := map[string]bool{}
	for _, g := range r.Groups {
		got := visit.Prompts(r, string(g.ID))
		if len(got) != 4+len(visit.AskAnywhere()) {
			t.Errorf("%s: got %q", g.ID, got)
		}
		for _, text := range got[:4] {
			if seen[text] {
				t.Errorf("%q is asked of two groups", text)
			}
			seen[text] = true
		}
	}
}

func TestAnyRubricHasPrompts(t *testing.T) {
	for _, of := range []string{"1.1", "1", "nothing of the kind"} {
		if got := visit.Prompts(madeUp(5), of); !slices.Equal(got, visit.AskAnywhere()) {
			t.Errorf("%s: got %q", of, got)
		}
	}
}

// same leaves a prompt in our words.
func same(text string) string { return text }

func TestOnlyOurOwnPromptsAreRenamed(t *testing.T) {
	r := wholeSchool(t)
	area, _ := r.Area("4.3")
	got := visit.PromptsAt(r, model.Slot{Stop: model.Stop{Kind: model.SlotPupils, Areas: []model.AreaID{"4.3"}}}, func(string) string { return "renamed" })
	for _, p := range got {
		ours := true
		for _, own := range area.Evidence {
			ours = ours && !strings.Contains(p, own.Text)
		}
		if ours != strings.Contains(p, "renamed") {
			t.Errorf("%q", p)
		}
	}
}

func TestPromptsAtAStop(t *testing.T) {
	r := wholeSchool(t)
	area, _ := r.Area("4.3")
	got := visit.PromptsAt(r, model.Slot{Stop: model.Stop{Kind: model.SlotWork, Areas: []model.AreaID{"4.3", "4.4"}}}, same)
	if len(got) < 4 || got[0] != "4.3  "+area.Evidence[2].Text || !strings.HasPrefix(got[2], "4  ") {
		t.Errorf("got %q", got)
	}
	for _, k := range append(model.SlotKinds(), "from-later") {
		if len(visit.PromptsAt(madeUp(2), model.Slot{Stop: model.Stop{Kind: k}}, same)) < 3 {
			t.Errorf("%s helps with nothing", k)
		}
	}
}

func TestPromptsUseOurWords(t *testing.T) {
	r := wholeSchool(t)
	var all []string
	for _, g := range r.Groups {
		all = append(all, visit.Prompts(r, string(g.ID))...)
	}
	for _, k := range model.SlotKinds() {
		all = append(all, visit.PromptsAt(madeUp(2), model.Slot{Stop: model.Stop{Kind: k}}, same)...)
	}
	for _, text := range all {
		for _, word := range []string{"score", "grade", "weak", "robust", "rigorous", "mismatch", "failing", "deep dive"} {
			if strings.Contains(strings.ToLower(text), word) {
				t.Errorf("%q says %q", text, word)
			}
		}
	}
}
