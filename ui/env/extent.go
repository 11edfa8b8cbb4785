package env

import (
	"fmt"
	"strings"

	"waymark/model"
)

// Extent says how much there is in a rubric: "41 areas in 7 groups, 4 levels".
func Extent(r model.Rubric) string {
	items := 0
	for _, g := range r.Groups {
		items += len(g.Items)
	}
	var what []string
	if len(r.Areas) > 0 {
		what = append(what, counted(len(r.Areas), "area"))
	}
	if items > 0 {
		what = append(what, counted(items, "statement"))
	}
	text := strings.Join(what, " and ") + " in " + counted(len(r.Groups), "group")
	if n := len(r.Scale.Levels); n > 0 {
		text += ", " + counted(n, "level")
	}
	return text
}

func counted(n int, what string) string {
	if n == 1 {
		return "1 " + what
	}
	return fmt.Sprintf("%d %ss", n, what)
}
