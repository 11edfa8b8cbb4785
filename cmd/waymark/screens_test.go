package main

import (
	"fmt"
	"go/ast"
	"go/parser"
	"go/token"
	"reflect"
	"testing"

	"waymark/ui/nav"
	"waymark/ui/uitest"
)

// places lists a route of every kind.
func places(d *uitest.Driver) []nav.Route {
	book := d.Env.Desk.Book
	school, rubric := book.SchoolID(), book.Rubric().Hash()
	return []nav.Route{
		nav.Welcome{},
		nav.SchoolName{},
		nav.ChooseRubric{School: school},
		nav.Who{School: school, Rubric: rubric},
		nav.Areas{Rubric: rubric},
		nav.Years{},
		nav.Home{},
		nav.Judge{Area: "1.1"},
		nav.Note{Area: "1.1"},
		nav.Read{Area: "1.1"},
		nav.AreaPage{Area: "1.1"},
		nav.Library{},
		nav.Calibrate{},
		nav.Find{},
		nav.Check{},
		nav.Done{},
		nav.Overview{},
		nav.Priorities{},
		nav.Working{Area: "1.1"},
		nav.Emphasise{Area: "1.1"},
		nav.Export{},
		nav.Confirm{What: nav.Destruction{DeleteEvaluation: book.EvaluationID()}},
		nav.Display{},
		nav.SaveProblem{},
		nav.Recovered{},
		nav.OpenProblem{},
	}
}

func TestEveryRouteBuildsAScreen(t *testing.T) {
	d := uitest.NewEnv(t).Begin()
	have := map[string]bool{}
	for _, r := range places(d) {
		have[reflect.TypeOf(r).Name()] = true
		if screen(d.Env, r) == nil {
			t.Errorf("%#v has no screen", r)
		}
	}
	for _, name := range routes(t) {
		if !have[name] {
			t.Errorf("nav.%s is not tried here", name)
		}
	}
}

// routes are the names of the types in package nav that are places.
func routes(t *testing.T) []string {
	t.Helper()
	file, err := parser.ParseFile(token.NewFileSet(), "../../ui/nav/nav.go", nil, 0)
	if err != nil {
		t.Fatal(err)
	}
	var names []string
	for _, d := range file.Decls {
		if f, ok := d.(*ast.FuncDecl); ok && f.Name.Name == "route" && f.Recv != nil {
			names = append(names, fmt.Sprint(f.Recv.List[0].Type))
		}
	}
	if len(names) < 20 {
		t.Fatalf("only %d places are found", len(names))
	}
	return names
}
