package env_test

import (
	"testing"

	"waymark/model"
	"waymark/ui/env"
)

func TestMarkingAsReadLeavesWhatIsBeingKeptAlone(t *testing.T) {
	var none env.Prefs
	one := none.Reading("r", "1.1")
	two := one.Reading("r", "1.2").Reading("other", "1.1")
	if none.Read != nil || len(one.Read["r"]) != 1 || len(two.Read["r"]) != 2 || len(one.Read["other"]) != 0 {
		t.Fatalf("none %v, one %v, two %v", none.Read, one.Read, two.Read)
	}
	if again := two.Reading("r", "1.1"); len(again.Read["r"]) != 2 {
		t.Fatalf("marked twice: %v", again.Read)
	}
	if one.HasRead("r", "1.2") || !two.HasRead("r", "1.2") || two.HasRead("other", "1.2") {
		t.Fatal("the wrong areas are read")
	}
	if !one.Same(two) || one.Same(env.Prefs{Roomy: true}) {
		t.Fatal("what was read changes no display")
	}
}

func TestExtent(t *testing.T) {
	for want, r := range map[string]model.Rubric{
		"1 area in 1 group, 2 levels": {Groups: make([]model.Group, 1), Areas: make([]model.Area, 1), Scale: model.Scale{Levels: make([]model.LevelName, 2)}},
		"3 statements in 2 groups":    {Groups: []model.Group{{Items: make([]model.Item, 3)}, {}}},
	} {
		if got := env.Extent(r); got != want {
			t.Errorf("got %q, want %q", got, want)
		}
	}
}
