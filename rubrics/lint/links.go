package lint

import (
	"fmt"
	"strings"

	"waymark/model"
)

// links finds what points to areas that are not there, and research addresses
// that cannot be trusted.
func (l *linter) links() {
	known := make(map[string]bool, len(l.r.Areas))
	for _, a := range l.r.Areas {
		known[string(a.ID)] = true
	}
	for _, e := range l.r.Edges {
		switch {
		case !known[string(e.After)]:
			l.dangling(e.After, "", say("Area %s is said to need area %s, and is not in the rubric.", id(e.After), id(e.Before)))
		case !known[string(e.Before)]:
			l.dangling(e.After, l.listed(e.After, "needs", e.Before), say("Area %s needs area %s, which is not in the rubric.", id(e.After), id(e.Before)))
		}
	}
	for _, p := range l.r.Related {
		at, lost := p.A, p.B
		if known[string(lost)] {
			at, lost = p.B, p.A
		}
		if !known[string(lost)] {
			l.dangling(at, l.listed(at, "see_also", lost), say("Area %s is to be read with area %s, which is not in the rubric.", id(at), id(lost)))
		}
	}
	for i, r := range l.r.Rulings {
		if r.Area != "" && !known[string(r.Area)] {
			l.dangling("", fmt.Sprintf("rulings/%d/area", i), say("The ruling on %s names area %s, which is not in the rubric.", quote(r.Topic), id(r.Area)))
		}
	}
	for _, a := range l.r.Areas {
		l.steps(a, known)
		l.research(a)
	}
	for _, g := range l.r.Groups {
		known[string(g.ID)] = true
	}
	for i, x := range l.r.Crosswalk {
		if !known[x.From] {
			l.dangling("", fmt.Sprintf("crosswalk/%d/from", i), say("The crosswalk starts from %s, which is not in the rubric.", quote(x.From)))
		}
	}
}

func id(a model.AreaID) string { return short(string(a), 20) }

func (l *linter) steps(a model.Area, known map[string]bool) {
	for _, b := range a.NextSteps {
		for i, s := range b.Steps {
			if s.Area != "" && !known[string(s.Area)] {
				path := fmt.Sprintf("%s%s/%d/area", l.places.prefix(a.ID), stepsPath(b), i)
				l.dangling(a.ID, path, say("Next step %d from level %d of area %s names area %s, which is not in the rubric.", i+1, b.From, id(a.ID), id(s.Area)))
			}
		}
	}
}

func (l *linter) research(a model.Area) {
	for i, r := range a.Research {
		if strings.HasPrefix(r.URL, "https://") {
			continue
		}
		path := fmt.Sprintf("%sresearch/%d/url", l.places.prefix(a.ID), i)
		l.linked("research-address", a.ID, path, say("The address of reading %d of area %s is %s.", i+1, id(a.ID), quote(r.URL)))
	}
}

// listed is the path of the entry in the list called key of area at that names
// lost, or of the list itself.
func (l *linter) listed(at model.AreaID, key string, lost model.AreaID) string {
	list := l.places.prefix(at) + key
	for i := 0; ; i++ {
		path := fmt.Sprintf("%s/%d", list, i)
		value, ok := l.places.values[path]
		if !ok {
			return list
		}
		if value == string(lost) {
			return path
		}
	}
}

func (l *linter) dangling(a model.AreaID, path, message string) {
	l.linked("dangling-link", a, path, message)
}

func (l *linter) linked(rule string, a model.AreaID, path, message string) {
	line := l.places.line(path, "")
	if line == 0 {
		line = l.places.area(a)
	}
	l.add(rule, found{
		Finding: Finding{Area: a, Line: line, Message: message},
		order:   l.after(a), anchors: []int{l.places.key(path), l.places.area(a)},
	})
}

// after is the order of what follows the texts of an area, or of all.
func (l *linter) after(a model.AreaID) int {
	for i := len(l.texts) - 1; i >= 0; i-- {
		if l.texts[i].area == a {
			return i
		}
	}
	return len(l.texts)
}
