package main

import (
	"waymark/ui"
	"waymark/ui/env"
	"waymark/ui/nav"
	"waymark/ui/screen/area"
	"waymark/ui/screen/areas"
	"waymark/ui/screen/calibrate"
	"waymark/ui/screen/check"
	"waymark/ui/screen/confirm"
	"waymark/ui/screen/display"
	"waymark/ui/screen/done"
	"waymark/ui/screen/emphasise"
	"waymark/ui/screen/export"
	"waymark/ui/screen/find"
	"waymark/ui/screen/home"
	"waymark/ui/screen/judge"
	"waymark/ui/screen/library"
	"waymark/ui/screen/note"
	"waymark/ui/screen/overview"
	"waymark/ui/screen/priorities"
	"waymark/ui/screen/read"
	"waymark/ui/screen/recovered"
	"waymark/ui/screen/rubric"
	"waymark/ui/screen/saveproblem"
	"waymark/ui/screen/school"
	"waymark/ui/screen/trouble"
	"waymark/ui/screen/welcome"
	"waymark/ui/screen/who"
	"waymark/ui/screen/working"
	"waymark/ui/screen/years"
)

// opener is the one place that knows which screen each place is.
func opener(e *env.Env) ui.Open {
	return func(r nav.Route) ui.Screen { return screen(e, r) }
}

func screen(e *env.Env, r nav.Route) ui.Screen {
	switch r := r.(type) {
	case nav.Welcome:
		return welcome.New(e, r)
	case nav.SchoolName:
		return school.New(e, r)
	case nav.ChooseRubric:
		return rubric.New(e, r)
	case nav.Who:
		return who.New(e, r)
	case nav.Areas:
		return areas.New(e, r)
	case nav.Library:
		return library.New(e, r)
	case nav.Calibrate:
		return calibrate.New(e, r)
	case nav.AreaPage:
		return area.New(e, r)
	case nav.Years:
		return years.New(e, r)
	case nav.Display:
		return display.New(e, r)
	case nav.SaveProblem:
		return saveproblem.New(e, r)
	case nav.Recovered:
		return recovered.New(e, r)
	case nav.OpenProblem:
		return trouble.New(e, r)
	}
	return inside(e, r)
}

// inside are the places inside an evaluation.
func inside(e *env.Env, r nav.Route) ui.Screen {
	switch r := r.(type) {
	case nav.Home:
		if first := start(e); first != r {
			return visiting(e, first)
		}
		return home.New(e, r)
	case nav.Judge:
		return judge.New(e, r)
	case nav.Note:
		return note.New(e, r)
	case nav.Read:
		return read.New(e, r)
	case nav.Find:
		return find.New(e, r)
	case nav.Check:
		return check.New(e, r)
	case nav.Done:
		return done.New(e, r)
	case nav.Overview:
		return overview.New(e, r)
	case nav.Priorities:
		return priorities.New(e, r)
	case nav.Working:
		return working.New(e, r)
	case nav.Emphasise:
		return emphasise.New(e, r)
	case nav.Export:
		return export.New(e, r)
	case nav.Confirm:
		return confirm.New(e, r)
	}
	return visiting(e, r)
}
