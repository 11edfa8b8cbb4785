package main

import (
	"context"
	"errors"

	"waymark/ui/nav"
)

func runApp(context.Context, *workspace, nav.Route) error { return errors.New("the app is not built in") }
