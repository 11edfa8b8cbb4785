package lint

import (
	"cmp"
	"fmt"
	"strings"

	"waymark/model"
	"waymark/model/arrange"
)

// Severity says how much a finding matters.
type Severity string

// Problem is wording that will lead people to different judgements, or hurt.
// Advice is worth a second look.
const (
	Problem Severity = "problem"
	Advice  Severity = "advice"
)

// Finding is one place where a rubric could be worded better. Area and Level are
// empty when the finding is about neither. Line counts from 1 and is 0 when the
// place of the text is not known.
type Finding struct {
	Rule     string       `json:"rule"`
	Severity Severity     `json:"severity"`
	Area     model.AreaID `json:"area,omitempty"`
	Level    model.Level  `json:"level,omitempty"`
	Line     int          `json:"line,omitempty"`
	Message  string       `json:"message"`
	Why      string       `json:"why"`
	Better   string       `json:"better"`
}

// Check finds every place in r that could be worded better, in the order of the
// file. source is the YAML that r was read from: it gives the lines and the
// allowances, and may be nil. r need not be usable.
func Check(r model.Rubric, source []byte) []Finding {
	l := newLinter(r, source)
	l.levels()
	l.repeats()
	for i := range l.texts {
		l.text(&l.texts[i])
	}
	l.links()
	l.allowanceFaults()
	return l.result()
}

// linter holds one rubric while it is looked at.
type linter struct {
	r       model.Rubric
	rules   map[string]Rule
	places  *places
	allowed []allowance
	texts   []text
	byArea  map[model.AreaID][]*text // descriptors only
	english bool
	words   lexicons
	spelled map[model.AreaID]map[string]bool // acronyms that an area explains itself
	quiet   map[silence]bool
	excused map[excuse]bool
	alike   map[string]bool // descriptors that are too like the level below, by path
	found   []found
}

// silence stops a rule at one text, because another has said it better.
type silence struct {
	rule string
	path string
}

// excuse is a rule that the file allows to be broken by what begins on line.
type excuse struct {
	rule string
	line int
}

// found is a finding with what is needed to sort and to allow it.
type found struct {
	Finding
	order   int
	anchors []int
}

func newLinter(r model.Rubric, source []byte) *linter {
	l := &linter{
		r: r, rules: map[string]Rule{}, places: readPlaces(source),
		byArea: map[model.AreaID][]*text{}, quiet: map[silence]bool{}, excused: map[excuse]bool{}, alike: map[string]bool{}, words: newLexicons(),
	}
	for _, rule := range Rules() {
		l.rules[rule.ID] = rule
	}
	l.english = r.Language == "" || strings.HasPrefix(strings.ToLower(r.Language), "en")
	l.allowed = l.places.allowances()
	for _, a := range l.allowed {
		if a.reason != "" {
			l.excused[excuse{a.rule, a.target}] = true
		}
	}
	l.texts = l.collect()
	for i := range l.texts {
		if t := &l.texts[i]; t.isDescriptor() {
			l.byArea[t.area] = append(l.byArea[t.area], t)
		}
	}
	l.spelled = l.spelledOut()
	return l
}

// at reports a finding about t. phrase is what to look for in its lines, or ""
// for its start; and names other texts that the finding is also about.
func (l *linter) at(rule string, t *text, phrase, message string, and ...*text) {
	if l.quiet[silence{rule, t.path}] {
		return
	}
	anchors := []int{l.places.key(t.path), l.places.area(t.area)}
	for _, other := range and {
		anchors = append(anchors, l.places.key(other.path))
	}
	l.add(rule, found{
		Finding: Finding{Area: t.area, Level: t.level, Line: l.places.line(t.path, phrase), Message: message},
		order:   t.order, anchors: anchors,
	})
}

// add completes a finding with what its rule says, and keeps it unless the file
// allows it there.
func (l *linter) add(rule string, f found) {
	about := l.rules[rule]
	f.Rule, f.Severity, f.Why = rule, about.Severity, about.Why
	if f.Better == "" {
		f.Better = about.Better
	}
	for _, line := range f.anchors {
		if l.excused[excuse{rule, line}] {
			return
		}
	}
	l.found = append(l.found, f)
}

// hush keeps the rules from speaking about t.
func (l *linter) hush(t *text, rules ...string) {
	for _, rule := range rules {
		l.quiet[silence{rule, t.path}] = true
	}
}

func (l *linter) result() []Finding {
	arrange.By(l.found, func(a, b found) int {
		return cmp.Or(cmp.Compare(a.Line, b.Line), cmp.Compare(a.order, b.order), cmp.Compare(a.Rule, b.Rule))
	})
	all := make([]Finding, len(l.found))
	for i, f := range l.found {
		all[i] = f.Finding
	}
	return all
}

func say(format string, args ...any) string { return fmt.Sprintf(format, args...) }
