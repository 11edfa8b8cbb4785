package triads_test

import (
	"testing"

	"waymark/ui"
	"waymark/ui/nav"
	"waymark/ui/screen/triads"
	"waymark/ui/uitest"
)

func run(d *uitest.Driver) *uitest.Driver {
	d.Run(func(at nav.Route) ui.Screen {
		if at, ok := at.(nav.Triads); ok {
			return triads.New(d.Env, at)
		}
		return &uitest.Place{Route: at}
	}, nav.Visits{}, 80, 24)
	return again(d)
}

func again(d *uitest.Driver) *uitest.Driver {
	d.Env.Nav.Push(nav.Triads{})
	d.Send(nil)
	return d
}

func school(t *testing.T) *uitest.Driver { return uitest.NewEnv(t).Begin() }

// planned is the plan of three schools.
func planned(t *testing.T) *uitest.Driver {
	t.Helper()
	return run(school(t)).Type("Birch Row Primary").Press("enter").Type("Cedar Bank").Press("enter", "enter", "enter", "enter")
}
