package main

import (
	"strings"
	"testing"

	"waymark/ui/env"
	"waymark/ui/nav"
	"waymark/ui/uitest"
)

// chooseInMenu opens the menu and does what one of its rows says.
func chooseInMenu(t *testing.T, d *uitest.Driver, words string) {
	t.Helper()
	d.Press("m")
	for range 40 {
		for _, l := range d.Lines() {
			if strings.Contains(l, "►") && strings.Contains(l, words) && strings.Contains(l, "│") {
				d.Press("enter")
				return
			}
		}
		d.Press("down")
	}
	t.Fatalf("the menu has no %q:\n%s", words, d.Frame())
}

func TestTheRubricIsReadFromHomeAndFromWelcome(t *testing.T) {
	d := example(t, func(*env.Env) nav.Route { return nav.Home{} })
	chooseInMenu(t, d, "Read the rubric")
	d.See("Which rubric do you want to read?", "► The whole school").Press("enter", "enter").See("0 of 41 read", "1.1  Breadth").Press("esc", "esc", "esc").See("You have judged")

	d = uitest.NewEnv(t)
	d.Run(opener(d.Env), nav.Welcome{}, 80, 24)
	d.Press("3", "3").See("Which rubric do you want to read?").Press("enter", "down", "enter").See("About this rubric", "1.1 Breadth").Press("down", "down", "v").See("What it covers", "1 of 41")
	d.Press("q").See("Leave Waymark?")
}

func TestAnAreasPageIsReachedFromEverywhere(t *testing.T) {
	for _, c := range []struct {
		from nav.Route
		how  func(*uitest.Driver)
		area string
	}{
		{nav.Judge{Area: "2.2"}, func(d *uitest.Driver) { chooseInMenu(t, d, "Open this area's page") }, "2.2"},
		{nav.Judge{Area: "2.2"}, func(d *uitest.Driver) { d.Press("v", "v") }, "2.2"},
		{nav.Overview{}, func(d *uitest.Driver) { chooseInMenu(t, d, "Open this area's page") }, "1.1"},
		{nav.Priorities{}, func(d *uitest.Driver) { d.Press("v") }, ""},
	} {
		d := example(t, func(*env.Env) nav.Route { return c.from })
		c.how(d)
		d.See("What it covers", "Esc back", "of 41", c.area+"  ")
		d.Press("esc").SeeNot("What it covers The")
	}
}
