package main

import (
	"waymark/ui"
	"waymark/ui/env"
	"waymark/ui/nav"
	"waymark/ui/screen/check"
	"waymark/ui/screen/done"
	"waymark/ui/screen/export"
	"waymark/ui/screen/find"
	"waymark/ui/screen/home"
	"waymark/ui/screen/judge"
	"waymark/ui/screen/note"
	"waymark/ui/screen/overview"
	"waymark/ui/screen/priorities"
	"waymark/ui/screen/read"
	"waymark/ui/screen/school"
	"waymark/ui/screen/welcome"
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
	case nav.Home:
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
	case nav.Export:
		return export.New(e, r)
	}
	return nil
}
