package main

import (
	"fmt"
	"strconv"
	"strings"

	"waymark/model"
)

// localJSON is what an overlay adds to an area, as scripts read it.
type localJSON struct {
	Overlay     string           `json:"overlay"`
	LookFors    []string         `json:"look_fors"`
	Resources   []model.Resource `json:"resources"`
	CaseStudies []string         `json:"case_studies"`
}

// printArea shows one area in full. Scripts get it in the rubric's own words.
func (c *cli) printArea(r, shown model.Rubric, id model.AreaID, phase model.Phase, exemplars bool) error {
	a, _ := r.Area(id)
	local := []localJSON{}
	for _, l := range a.Local {
		local = append(local, localJSON{l.Overlay, notNil(l.LookFors), notNil(l.Resources), notNil(l.CaseStudies)})
	}
	data := struct {
		model.Area
		Expected   model.Level       `json:"expected"`
		LevelNames []model.LevelName `json:"level_names"`
		NeedsFirst []model.AreaID    `json:"needs_first"`
		Unlocks    []model.AreaID    `json:"unlocks"`
		SeeAlso    []model.AreaID    `json:"see_also"`
		Local      []localJSON       `json:"local"`
	}{a, r.Scale.Expected, r.Scale.Levels, notNil(r.NeedsFirst(id)), notNil(r.Unlocks(id)), notNil(r.SeeAlso(id)), local}
	return c.print("area", data, func() {
		a, _ := shown.Area(id)
		c.areaText(shown, a, exemplars)
		c.aroundText(shown, a, phase)
	})
}

func notNil[T any](s []T) []T {
	if s == nil {
		return []T{}
	}
	return s
}

// areaText is what an area is about and what its levels describe.
func (c *cli) areaText(r model.Rubric, a model.Area, exemplars bool) {
	fmt.Fprintln(c.out, c.bold(clean(a.Name())))
	c.paragraph("", a.Scope)
	c.paragraph("", a.Why)
	c.paragraph("At its best: ", a.Vision)
	c.paragraph("Ask: ", a.Question)
	for i, text := range a.Levels {
		l := model.Level(i + 1)
		mark := ""
		if l == r.Scale.Expected {
			mark = " (expected)"
		}
		fmt.Fprintln(c.out)
		fmt.Fprintln(c.out, c.bold(strconv.Itoa(i+1)+" "+clean(r.Scale.Name(l))+mark))
		c.paragraph("", text)
		if exemplars {
			c.paragraph("An invented example: ", a.Exemplar(l))
		}
	}
}

// aroundText is what stands around the levels of an area.
func (c *cli) aroundText(r model.Rubric, a model.Area, phase model.Phase) {
	c.part("Look for", a.LookFors)
	if phase != "" {
		look := a.LookForsIn(phase)
		if len(look) == 0 {
			look = []string{"This area names nothing of its own for this phase."}
		}
		c.part("Look for in "+phaseWords(phase), look)
	}
	c.part("Look again when", a.LookAgains)
	c.part("Questions to talk about", a.Ask)
	var where []string
	for _, p := range a.Evidence {
		where = append(where, sentence(string(p.Kind))+": "+p.Text)
	}
	c.part("Where to look", where)
	for _, b := range a.NextSteps {
		c.part(fmt.Sprintf("Next steps from %d %s to %d %s", b.From, r.Scale.Name(b.From), b.To, r.Scale.Name(b.To)), stepWords(r, b.Steps))
	}
	c.related("Usually in place first", r, r.NeedsFirst(a.ID))
	c.related("Makes possible", r, r.Unlocks(a.ID))
	c.related("See also", r, r.SeeAlso(a.ID))
	for i, one := range a.Research {
		if i == 0 {
			c.heading("Worth reading")
		}
		c.reading(one.Title, one.Why, one.URL)
	}
	c.part("Also found under", tagWords(r, a))
	for _, l := range a.Local {
		c.localText(l)
	}
}

// localText is what one overlay adds to an area.
func (c *cli) localText(l model.Local) {
	c.heading(strings.TrimSuffix("Added here: "+l.Overlay, ": "))
	for _, text := range l.LookFors {
		c.paragraph("- ", text)
	}
	for _, one := range l.Resources {
		c.reading(one.Title, one.Note, one.Address)
	}
	for _, text := range l.CaseStudies {
		c.paragraph("- ", text)
	}
}

// reading is something to read. An address keeps to one line, so that it can be
// copied.
func (c *cli) reading(title, why, address string) {
	text := title
	if why != "" {
		text = strings.TrimSuffix(title, ".") + ". " + why
	}
	c.paragraph("- ", text)
	if address != "" {
		fmt.Fprintln(c.out, "  "+clean(address))
	}
}

func phaseWords(p model.Phase) string {
	switch p {
	case model.PhaseEarly:
		return "early years"
	case model.PhasePost16:
		return "post-16"
	case model.PhaseSpecial:
		return "special schools and alternative provision"
	default:
		return string(p)
	}
}

// stepWords says each step with its size, and the area that is more often the
// obstacle where that is another.
func stepWords(r model.Rubric, steps []model.NextStep) []string {
	sizes := map[model.Effort]string{
		model.EffortSmall: "small: a half-term and few people", model.EffortMedium: "medium: a term or two", model.EffortLarge: "large: a year",
	}
	var all []string
	for _, s := range steps {
		text := s.Do + " (" + first(sizes[s.Effort], string(s.Effort))
		if other, ok := r.Area(s.Area); ok {
			text += "; see " + other.Name()
		}
		all = append(all, text+")")
	}
	return all
}

// tagWords says where others look at the same thing.
func tagWords(r model.Rubric, a model.Area) []string {
	var all []string
	add := func(label string, tags []string) {
		words := make([]string, len(tags))
		for i, tag := range tags {
			words[i] = tagName(tag)
		}
		if len(words) > 0 {
			all = append(all, label+": "+strings.Join(words, "; "))
		}
	}
	add("Inspection looks at it under", a.Tags.Inspection)
	add("School improvement model", a.Tags.CST)
	add("Lenses", a.Lens)
	for _, x := range r.Crosswalk {
		if x.From == string(a.ID) || x.From == string(a.Group) {
			all = append(all, "In "+x.Rubric+": "+x.To)
		}
	}
	return all
}

// tagName is a tag as people read it.
func tagName(tag string) string {
	switch tag {
	case "send", "cst":
		return strings.ToUpper(tag)
	case "ks3":
		return "key stage 3"
	}
	return strings.ReplaceAll(tag, "-", " ")
}

func (c *cli) related(label string, r model.Rubric, ids []model.AreaID) {
	var names []string
	for _, id := range ids {
		if a, ok := r.Area(id); ok {
			names = append(names, a.Name())
		}
	}
	c.part(label, names)
}
