package editions_test

import (
	"fmt"
	"strings"
	"testing"

	"waymark/model"
	"waymark/rubrics"
	"waymark/ui"
	"waymark/ui/env"
	"waymark/ui/nav"
	"waymark/ui/screen/editions"
	"waymark/ui/screen/judge"
	"waymark/ui/uitest"
)

// watching runs the screen over what a file says, one look after another.
func watching(t *testing.T, w, h int, looks ...editions.Look) *uitest.Driver {
	t.Helper()
	d := uitest.NewEnv(t)
	source := func() (editions.Look, bool) {
		if len(looks) == 0 {
			return editions.Look{}, false
		}
		look := looks[0]
		looks = looks[1:]
		return look, true
	}
	build := func(e *env.Env, a model.AreaID) ui.Screen { return judge.New(e, nav.Judge{Area: a}) }
	return d.Run(uitest.Single(func() ui.Screen { return editions.New(d.Env, "ours.yaml", source, build) }), nav.Welcome{}, w, h)
}

func shipped(t *testing.T, id string) model.Rubric {
	t.Helper()
	r, err := rubrics.Load(id)
	if err != nil {
		t.Fatal(err)
	}
	return r
}

func TestShowsTheAreaAsItIsJudged(t *testing.T) {
	r := shipped(t, "whole-school")
	good := editions.Look{Rubric: r, Usable: true, At: "10:42:00"}
	for _, size := range [][2]int{{80, 24}, {120, 40}, {60, 20}} {
		d := watching(t, size[0], size[1], good).Exact()
		d.See("Early")
		if size[0] >= 80 {
			d.See("Watching ours.yaml", "1 of 41", r.Areas[0].Title, "The file can be used. (10:42:00)")
		}
	}
	d := watching(t, 80, 24, good)
	d.Press("]").See("2 of 41", r.Areas[1].Title)
	d.Press("[", "[").See("41 of 41", r.Areas[40].Title)
	d.Press("3", "n", "/").See("41 of 41").SeeNot("Saved")
	if d.Env.Desk != nil {
		t.Error("there is a desk to write at")
	}
	good.Remarks = []string{"Line 7: weak.", "Line 9: weak too."}
	watching(t, 80, 24, good).See("Line 7: weak.", "2 remarks on wording").SeeNot("Line 9")
}

func TestGoesToTheAreaThatChanged(t *testing.T) {
	r := shipped(t, "whole-school")
	later := r
	later.Areas = append([]model.Area{}, r.Areas...)
	later.Areas[9].Title = "A new title altogether"
	d := watching(t, 80, 24, editions.Look{Rubric: r, Usable: true}, editions.Look{Rubric: later, Usable: true, Changed: r.Areas[9].ID})
	d.See("10 of 41", "A new title altogether")
	shorter := later
	shorter.Areas = r.Areas[:3]
	watching(t, 80, 24, editions.Look{Rubric: r, Usable: true, Changed: r.Areas[9].ID}, editions.Look{Rubric: shorter, Usable: true}).See("1 of 3")
}

func TestShowsWhatToChangeAboveTheAreaAsItWas(t *testing.T) {
	r := shipped(t, "whole-school")
	var faults []string
	for i := range 30 {
		faults = append(faults, fmt.Sprintf("Line %d: something stands here that cannot.", i+1))
	}
	d := watching(t, 80, 24, editions.Look{Rubric: r, Usable: true}, editions.Look{Rubric: r, Faults: faults}).Exact()
	d.See("Line 1: something", "30 things to change; below is the area as it was before.", r.Areas[0].Title, "More to change further down")
	d = watching(t, 80, 24, editions.Look{Faults: faults[:2]}).Exact()
	d.See("Line 2: something", "2 things to change before the file can be used.").SeeNot("More to change")
	d.Press("]", "right").See("Line 2")
	d = watching(t, 80, 24, editions.Look{Faults: faults[:2]}, editions.Look{Rubric: r, Usable: true})
	d.See("The file can be used.", r.Areas[0].Title).SeeNot("Line 2")
}

func TestWhatIsNotJudged(t *testing.T) {
	d := watching(t, 80, 24, editions.Look{Rubric: shipped(t, "wellbeing-pulse"), Usable: true}).Exact()
	d.See("Nothing in it is judged area by area")
	if strings.Contains(d.Frame(), "[ ]") {
		t.Errorf("areas to walk through:\n%s", d.Frame())
	}
}
