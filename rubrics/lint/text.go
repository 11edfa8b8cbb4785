package lint

import (
	"fmt"
	"strings"
	"unicode"

	"waymark/model"
)

// kind says which rules a text is held to.
type kind int

const (
	descriptor kind = iota // what a level looks like
	title                  // of an area
	levelName              // of the scale
	other                  // everything else that people read
)

// text is one piece of a rubric that people read.
type text struct {
	area  model.AreaID
	level model.Level
	kind  kind
	what  string // what it is called in a message
	path  string // where it stands in the file
	order int    // its place among all texts
	body  string
	words []string // lower case, without punctuation
}

func (t *text) isDescriptor() bool { return t.kind == descriptor }

// name is the text as a message begins with it: "Level 3 of area 1.2".
func (t *text) name() string {
	what := strings.ToUpper(t.what[:1]) + t.what[1:]
	if t.area == "" {
		return what
	}
	return what + " of area " + short(string(t.area), 20)
}

// collector gathers texts in reading order.
type collector struct {
	all  []text
	area model.AreaID
	base string
}

func (c *collector) put(k kind, level model.Level, what, path, body string) {
	if strings.TrimSpace(body) == "" {
		return
	}
	c.all = append(c.all, text{
		area: c.area, level: level, kind: k, what: what, path: c.base + path,
		order: len(c.all), body: body, words: wordsOf(body),
	})
}

func (c *collector) list(what, path string, bodies []string) {
	for i, body := range bodies {
		c.put(other, 0, fmt.Sprintf("%s %d", what, i+1), fmt.Sprintf("%s/%d", path, i), body)
	}
}

// collect lists every text of the rubric that a judge reads. What the rubric
// says about itself, its source for example, is the authors' own business.
func (l *linter) collect() []text {
	c := &collector{}
	for i, name := range l.r.Scale.Levels {
		path := fmt.Sprintf("scale/levels/%d/", i)
		c.put(levelName, 0, fmt.Sprintf("the name of level %d", i+1), path+"name", name.Name)
		c.put(other, 0, fmt.Sprintf("the meaning of level %d", i+1), path+"meaning", name.Meaning)
	}
	for i, g := range l.r.Groups {
		c.area, c.base = "", fmt.Sprintf("groups/%d/", i)
		what := " of group " + short(string(g.ID), 20)
		c.put(other, 0, "the title"+what, "title", g.Title)
		c.put(other, 0, "the summary"+what, "summary", g.Summary)
		for j, item := range g.Items {
			c.put(other, 0, "entry "+short(string(item.ID), 20)+what, fmt.Sprintf("items/%d/text", j), item.Text)
		}
	}
	for _, a := range l.r.Areas {
		c.area, c.base = a.ID, l.places.prefix(a.ID)
		c.areaTexts(a)
	}
	return c.all
}

func (c *collector) areaTexts(a model.Area) {
	c.put(title, 0, "the title", "title", a.Title)
	c.put(other, 0, "the scope", "scope", a.Scope)
	c.put(other, 0, "the reason why", "why", a.Why)
	c.put(other, 0, "the question", "question", a.Question)
	for i, body := range a.Levels {
		c.put(descriptor, model.Level(i+1), fmt.Sprintf("level %d", i+1), fmt.Sprintf("levels/%d", i+1), body)
	}
	c.list("guiding question", "ask", a.Ask)
	for _, p := range a.Evidence {
		c.put(other, 0, "what to "+string(p.Kind), "evidence/"+string(p.Kind), p.Text)
	}
	c.put(other, 0, "the vision", "vision", a.Vision)
	c.list("look-for", "look_fors", a.LookFors)
	c.list("look-again", "look_agains", a.LookAgains)
	for _, in := range a.Phases {
		c.list(string(in.Phase)+" look-for", "phase/"+string(in.Phase), in.LookFors)
	}
	for _, b := range a.NextSteps {
		path := stepsPath(b)
		for i, s := range b.Steps {
			c.put(other, 0, fmt.Sprintf("next step %d from level %d", i+1, b.From), fmt.Sprintf("%s/%d/do", path, i), s.Do)
		}
	}
	for i, r := range a.Research {
		c.put(other, 0, fmt.Sprintf("the reason for reading %d", i+1), fmt.Sprintf("research/%d/why", i), r.Why)
	}
	for i, body := range a.Exemplars {
		c.put(other, 0, fmt.Sprintf("the story of level %d", i+1), fmt.Sprintf("exemplars/%d", i+1), body)
	}
}

func stepsPath(b model.Boundary) string { return fmt.Sprintf("next_steps/%d-%d", b.From, b.To) }

// wordsOf is the words of s in lower case. A hyphen parts words; an apostrophe
// within a word does not.
func wordsOf(s string) []string {
	s = strings.ReplaceAll(strings.ToLower(s), "’", "'")
	words := strings.FieldsFunc(s, func(r rune) bool {
		return !unicode.IsLetter(r) && !unicode.IsDigit(r) && r != '\''
	})
	kept := words[:0]
	for _, w := range words {
		if w = strings.Trim(w, "'"); w != "" {
			kept = append(kept, w)
		}
	}
	return kept
}

// count is how many words people would say s has.
func count(s string) int { return len(strings.Fields(s)) }

// sentences cuts s after each full stop, question mark or exclamation mark that
// a space or the end follows.
func sentences(s string) []string {
	var all []string
	fields := strings.Fields(s)
	start := 0
	for i, w := range fields {
		if end := strings.TrimRight(w, `"'”’)`); strings.HasSuffix(end, ".") || strings.HasSuffix(end, "?") || strings.HasSuffix(end, "!") {
			all = append(all, strings.Join(fields[start:i+1], " "))
			start = i + 1
		}
	}
	if start < len(fields) {
		all = append(all, strings.Join(fields[start:], " "))
	}
	return all
}

// similarity is the share of the different words of both that both have.
func similarity(a, b []string) float64 {
	in := make(map[string]bool, len(a))
	for _, w := range a {
		in[w] = true
	}
	both, all := 0, len(in)
	seen := make(map[string]bool, len(b))
	for _, w := range b {
		switch {
		case seen[w]:
		case in[w]:
			both++
		default:
			all++
		}
		seen[w] = true
	}
	if all == 0 {
		return 0
	}
	return float64(both) / float64(all)
}

// quote shows a few words of somebody's file inside a message, on one line and
// without anything that a terminal would obey.
func quote(s string) string { return "“" + short(s, 60) + "”" }

func short(s string, most int) string {
	runes := []rune(strings.Join(strings.Fields(s), " "))
	if len(runes) > most {
		runes = append(runes[:most-1], '…')
	}
	for i, r := range runes {
		if !unicode.IsPrint(r) {
			runes[i] = unicode.ReplacementChar
		}
	}
	return string(runes)
}

// quoteAll joins words as people do: “a”, “b” and “c”.
func quoteAll(words []string) string {
	quoted := make([]string, len(words))
	for i, w := range words {
		quoted[i] = quote(w)
	}
	if len(quoted) < 2 {
		return strings.Join(quoted, "")
	}
	return strings.Join(quoted[:len(quoted)-1], ", ") + " and " + quoted[len(quoted)-1]
}
