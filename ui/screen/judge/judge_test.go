package judge_test

import (
	"testing"

	"waymark/ui"
	"waymark/ui/nav"
	"waymark/ui/screen/judge"
	"waymark/ui/uitest"
)

func start(t *testing.T, w, h int) *uitest.Driver {
	t.Helper()
	d := uitest.NewEnv(t).Begin()
	return d.Run(uitest.Single(func() ui.Screen { return judge.New(d.Env, nav.Judge{Area: "1.1"}) }), nav.Judge{Area: "1.1"}, w, h)
}

func TestSeeJudge(t *testing.T) {
	for _, s := range [][2]int{{80, 24}, {120, 30}, {60, 18}, {200, 50}, {50, 14}, {49, 13}} {
		d := start(t, s[0], s[1])
		d.Exact()
		t.Log("\n" + d.Frame())
		d.Press("3").Exact()
		t.Log("\n" + d.Frame())
	}
}
