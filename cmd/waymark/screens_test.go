package main

import (
	"fmt"
	"go/ast"
	"go/parser"
	"go/token"
	"reflect"
	"testing"
)

func TestEveryRouteBuildsAScreen(t *testing.T) {
	have := map[string]bool{}
	for _, p := range everyPlace(t, seated) {
		have[reflect.TypeOf(p.route).Name()] = true
		if screen(seated(t, p.who).Env, p.route) == nil {
			t.Errorf("%s has no screen", p)
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
