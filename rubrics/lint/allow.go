package lint

import (
	"regexp"
	"strings"
)

// allowMark is what every allowance has and other comments have not.
const allowMark = "waymark: allow"

var allowShape = regexp.MustCompile(`(?:^|\s)#\s*waymark: allow(?:\s+(\S+))?(?:\s+(.*))?$`)

// allowance is one comment "# waymark: allow RULE reason". It turns RULE off for
// what begins on its target line: the line itself, or the next one below when
// the comment stands alone.
type allowance struct {
	rule   string
	reason string
	line   int
	target int
}

// allowances lists those of the file, in order.
func (p *places) allowances() []allowance {
	var all []allowance
	for i, line := range p.lines {
		if !strings.Contains(line, allowMark) || p.within[i+1] {
			continue
		}
		m := allowShape.FindStringSubmatch(line)
		if m == nil {
			continue
		}
		a := allowance{rule: m[1], reason: strings.TrimSpace(m[2]), line: i + 1, target: i + 1}
		for n := i; n < len(p.lines) && isComment(p.lines[n]); n++ {
			a.target = n + 2
		}
		all = append(all, a)
	}
	return all
}

func isComment(line string) bool {
	return strings.HasPrefix(strings.TrimLeft(line, " \t"), "#")
}

// allowanceFaults finds the allowances that cannot be followed.
func (l *linter) allowanceFaults() {
	for _, a := range l.allowed {
		f := found{Finding: Finding{Area: l.places.areaAt(a.target), Line: a.line}}
		switch _, known := l.rules[a.rule]; {
		case a.rule == "":
			f.Message = "This allowance does not say which rule it is about."
			l.add("allow-rule", f)
		case !known:
			f.Message = say("This allowance is for %s, and there is no such rule.", quote(a.rule))
			l.add("allow-rule", f)
		case a.reason == "":
			f.Message = say("This allowance of %s gives no reason, so it is not followed.", quote(a.rule))
			l.add("allow-reason", f)
		}
	}
}
