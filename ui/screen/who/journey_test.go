package who_test

import (
	"testing"

	"waymark/ui"
	"waymark/ui/nav"
	"waymark/ui/screen/home"
	"waymark/ui/screen/judge"
	"waymark/ui/screen/rubric"
	"waymark/ui/screen/school"
	"waymark/ui/screen/welcome"
	"waymark/ui/screen/who"
	"waymark/ui/uitest"
)

// From the first start to the first level takes five keys besides the name.
func TestFirstRunToFirstLevelTakesFiveKeys(t *testing.T) {
	d := uitest.NewEnv(t)
	d.Run(func(r nav.Route) ui.Screen {
		switch r := r.(type) {
		case nav.Welcome:
			return welcome.New(d.Env, r)
		case nav.SchoolName:
			return school.New(d.Env, r)
		case nav.ChooseRubric:
			return rubric.New(d.Env, r)
		case nav.Who:
			return who.New(d.Env, r)
		case nav.Judge:
			return judge.New(d.Env, r)
		case nav.Home:
			if d.Env.Desk != nil {
				return home.New(d.Env, r)
			}
		}
		return &uitest.Place{Route: r}
	}, nav.Welcome{}, 80, 24)
	d.Press("enter").Type("Alder Lane Primary").Press("enter", "enter", "enter", "3")
	if d.Keys != 5 {
		t.Fatalf("%d keys", d.Keys)
	}
	if got := d.Level("1.1"); got != 3 {
		t.Fatalf("level of 1.1 is %d:\n%s", got, d.Frame())
	}
	d.See("Saved 10:42", "Alder Lane Primary").Press("esc").See("You have judged 1 of 41 areas")
}
