package casejson

import (
	"cmp"
	"fmt"
	"regexp"
	"slices"
	"strconv"
	"strings"
	"unicode/utf8"

	"waymark/model"
	"waymark/model/arrange"
	"waymark/rubrics/exchange"
)

// The most areas and groups that a rubric may have.
const (
	mostAreas  = 500
	mostGroups = 40
)

// rubric reads the areas and their levels.
func (in *reader) rubric(r *model.Rubric, n *node) {
	in.known(n, "title", "description", "CFRubricCriteria")
	in.name(n, part("rubric"))
	if r.Title == "" {
		r.Title = line(n.get("title"))
	}
	criteria := slices.Clone(n.get("CFRubricCriteria").list())
	if len(criteria) == 0 {
		in.fault(n.at, "This rubric has no criteria.", "Ask for a package with CFRubricCriteria.")
		return
	}
	arrange.By(criteria, func(a, b *node) int {
		x, okX := a.get("position").number()
		y, okY := b.get("position").number()
		if !okX || !okY {
			return 0
		}
		return cmp.Compare(x, y)
	})
	if len(criteria) > mostAreas {
		in.fault(n.at, fmt.Sprintf("This rubric has %d criteria; %d is the most.", len(criteria), mostAreas), "Ask for a smaller part of it.")
		return
	}
	in.gather(r, criteria)
	in.areas = map[string]model.AreaID{}
	taken := map[model.AreaID]bool{}
	for i, c := range criteria {
		in.area(r, c, i+1, taken)
	}
}

// groupKey is what the area of a criterion stands under: the item above its own,
// or else its category.
func (in *reader) groupKey(c *node) string {
	above := in.parent[c.get("CFItemURI").get("identifier").words()]
	if in.items[above] != nil {
		return above
	}
	return part("category", line(c.get("category")))
}

// gather makes the groups: the items that something stands under, in their
// order, and then the categories.
func (in *reader) gather(r *model.Rubric, criteria []*node) {
	in.groups = map[string]model.GroupID{}
	used := map[string]bool{}
	var keys, categories []string
	for _, c := range criteria {
		key := in.groupKey(c)
		if !used[key] && in.items[key] == nil {
			categories = append(categories, key)
		}
		used[key] = true
	}
	for _, n := range in.order {
		id := n.get("identifier").words()
		if more := extra[itemMore](in, n); used[id] || more != nil && more.Is == "group" {
			keys = append(keys, id)
		}
	}
	keys = append(keys, categories...)
	if len(keys) > mostGroups {
		in.fault(0, fmt.Sprintf("This package has %d groups of areas; %d is the most.", len(keys), mostGroups), "Ask for a smaller part of it.")
		return
	}
	taken := map[model.GroupID]bool{}
	for i, key := range keys {
		in.group(r, key, i+1, taken)
	}
}

func (in *reader) group(r *model.Rubric, key string, nth int, taken map[model.GroupID]bool) {
	n := in.items[key]
	g := model.Group{ID: model.GroupID(exchange.ID(line(n.get("humanCodingScheme")))), Title: line(n.get("fullStatement")), Summary: text(n.get("notes"))}
	if n == nil {
		_, g.Title, _ = strings.Cut(key, "\x00")
		if g.Title == "" {
			g.Title = r.Title
		}
	}
	if utf8.RuneCountInString(g.Title) > longest {
		g.Title, g.Summary = shorter(g.Title, line(n.get("abbreviatedStatement"))), strings.Trim(g.Title+"\n\n"+g.Summary, "\n")
	}
	for free := nth; g.ID == "" || taken[g.ID]; free++ {
		g.ID = model.GroupID(strconv.Itoa(free))
	}
	taken[g.ID] = true
	in.groups[key] = g.ID
	in.name(n, groupPart(g.ID))
	in.spot(n, "group", string(g.ID), nth, "")
	r.Groups = append(r.Groups, g)
}

// longest is how long a title may be.
const longest = 300

// shorter is a title for a statement that is too long for one.
func shorter(statement, short string) string {
	if short != "" && utf8.RuneCountInString(short) <= longest {
		return short
	}
	return strings.TrimSpace(string([]rune(statement)[:longest-2])) + "…"
}

func (in *reader) area(r *model.Rubric, c *node, nth int, taken map[model.AreaID]bool) {
	in.known(c, "category", "description", "CFItemURI", "weight", "position", "rubricId", "CFRubricCriterionLevels")
	if w, ok := c.get("weight").number(); ok && w != 1 {
		in.unkept["weight"]++
	}
	id := c.get("CFItemURI").get("identifier").words()
	n := in.items[id]
	a := model.Area{Group: in.groups[in.groupKey(c)], Title: line(n.get("fullStatement"))}
	if a.Title == "" {
		a.Title = cmp.Or(line(c.get("CFItemURI").get("title")), line(c.get("description")))
	}
	a.ID = model.AreaID(exchange.ID(line(n.get("humanCodingScheme"))))
	for free := 1; a.ID == "" || taken[a.ID]; free++ {
		a.ID = model.AreaID(fmt.Sprintf("%s.%d", a.Group, free))
	}
	taken[a.ID] = true
	if id != "" {
		in.areas[id] = a.ID
	}
	in.describe(&a, n, c)
	for field, at := range map[string]*node{"": c, "title": n.get("fullStatement"), "scope": n.get("notes"), "question": c.get("description"), "id": n.get("humanCodingScheme")} {
		in.spot(at, "area", string(a.ID), nth, field)
	}
	in.name(n, areaPart(a.ID))
	in.name(c, part("criterion", string(a.ID)))
	in.levels(r, &a, c, nth)
	r.Areas = append(r.Areas, a)
}

// describe puts the texts of an item and its criterion where a rubric has them.
func (in *reader) describe(a *model.Area, n, c *node) {
	if m := extra[itemMore](in, n); m != nil {
		a.Why, a.Ask, a.Evidence, a.Vision, a.LookFors, a.LookAgains = m.Why, m.Ask, m.Evidence, m.Vision, m.LookFors, m.LookAgains
		a.Phases, a.Research, a.Tags, a.Exemplars = m.Phases, m.Research, m.Tags, m.Exemplars
	}
	if utf8.RuneCountInString(a.Title) > longest {
		in.beside(a, a.Title)
		a.Title = shorter(a.Title, line(n.get("abbreviatedStatement")))
	}
	notes, description := text(n.get("notes")), text(c.get("description"))
	if isLine(notes) {
		a.Scope = notes
	} else {
		in.beside(a, notes)
	}
	switch {
	case isLine(description) && (in.more != nil || strings.HasSuffix(description, "?")):
		a.Question = description
	case description == a.Title: // says nothing new
	default:
		in.beside(a, description)
	}
	a.Lens = in.lens(n)
}

// beside adds a text to why an area matters, which has room for any.
func (*reader) beside(a *model.Area, text string) {
	if text != "" {
		a.Why = strings.TrimPrefix(a.Why+"\n\n"+text, "\n\n")
	}
}

func isLine(s string) bool {
	return !strings.Contains(s, "\n") && utf8.RuneCountInString(s) <= longest
}

var lensShape = regexp.MustCompile(`^[a-z0-9][a-z0-9 -]{0,31}$`)

func (in *reader) lens(n *node) []string {
	var all []string
	for _, word := range n.get("conceptKeywords").list() {
		lens := strings.ToLower(line(word))
		if !lensShape.MatchString(lens) || slices.Contains(all, lens) {
			in.unkept["conceptKeywords"]++
			continue
		}
		all = append(all, lens)
	}
	return all
}

// levels reads the levels of a criterion, lowest first. The first criterion
// names them for all.
func (in *reader) levels(r *model.Rubric, a *model.Area, c *node, nth int) {
	all := ranked(c.get("CFRubricCriterionLevels").list())
	if nth == 1 && len(r.Scale.Levels) == 0 {
		for i, l := range all {
			r.Scale.Levels = append(r.Scale.Levels, model.LevelName{Name: line(l.get("quality"))})
			in.spots[fmt.Sprintf("/scale level %d", i+1)] = l.at
		}
	}
	in.spot(c.get("CFRubricCriterionLevels"), "area", string(a.ID), nth, "levels")
	for i, l := range all {
		in.known(l, "quality", "score", "description", "feedback", "position", "rubricCriterionId")
		here := model.Level(i + 1)
		in.spot(l, "area", string(a.ID), nth, fmt.Sprintf("levels %d", here))
		in.name(l, levelPart(a.ID, here))
		if name := line(l.get("quality")); i < len(r.Scale.Levels) && name != "" && name != r.Scale.Name(here) {
			in.fault(l.get("quality").at, fmt.Sprintf("Level %d is called %s here and %s before.", here, exchange.Quote(name), exchange.Quote(r.Scale.Name(here))),
				"A rubric has one name for each level. Use the same throughout.")
		}
		a.Levels = append(a.Levels, text(l.get("description")))
		in.feedback(r, a, l, here)
	}
}

// feedback is where next steps stand. What is not written as steps are written
// is something else and is left out.
func (in *reader) feedback(r *model.Rubric, a *model.Area, l *node, here model.Level) {
	said := l.get("feedback").words()
	if said == "" {
		return
	}
	steps, err := exchange.ParseSteps(said)
	if err != nil || int(here) >= len(r.Scale.Levels) || len(steps) == 0 {
		in.unkept["feedback"]++
		return
	}
	a.NextSteps = append(a.NextSteps, model.Boundary{From: here, To: here + 1, Steps: steps})
}

// ranked puts levels in order by their scores, or else by their positions; levels
// without either stand in order already.
func ranked(all []*node) []*node {
	for _, by := range []string{"score", "position"} {
		seen := map[float64]bool{}
		for _, l := range all {
			if f, ok := l.get(by).number(); ok {
				seen[f] = true
			}
		}
		if len(seen) != len(all) {
			continue
		}
		all = slices.Clone(all)
		arrange.By(all, func(a, b *node) int {
			x, _ := a.get(by).number()
			y, _ := b.get(by).number()
			return cmp.Compare(x, y)
		})
		return all
	}
	return all
}

// placeItems puts the items of a pulse or a visit into their groups, and counts
// the statements that are nothing here.
func (in *reader) placeItems(r *model.Rubric) {
	nth := 0
	for _, n := range in.order {
		id := n.get("identifier").words()
		_, area := in.areas[id]
		_, group := in.groups[id]
		more := extra[itemMore](in, n)
		g := slices.IndexFunc(r.Groups, func(g model.Group) bool { return g.ID == in.groups[in.parent[id]] })
		switch {
		case area || group:
		case more == nil || more.Is != "item" || g < 0:
			in.unkept["CFItems without a criterion"]++
		default:
			nth++
			item := model.Item{ID: model.ItemID(line(n.get("humanCodingScheme"))), Text: text(n.get("fullStatement")), Asks: more.Asks, Shares: more.Shares}
			in.spot(n, "item", string(item.ID), nth, "")
			in.name(n, itemPart(item.ID))
			r.Groups[g].Items = append(r.Groups[g].Items, item)
		}
	}
}

// tieUp reads what joins areas.
func (in *reader) tieUp(r *model.Rubric) {
	seen := map[model.Edge]bool{}
	for _, n := range in.ties {
		in.known(n, "associationType", "originNodeURI", "destinationNodeURI", "sequenceNumber", "CFDocumentURI")
		kind := n.get("associationType").words()
		from, to := ends(n)
		in.name(n, tiePart(kind, from, to))
		a, fromArea := in.areas[from]
		b, toArea := in.areas[to]
		more := extra[tieMore](in, n)
		switch {
		case kind == precedes && fromArea && toArea && a != b:
			if edge := (model.Edge{Before: a, After: b}); !seen[edge] {
				r.Edges = append(r.Edges, edge)
				seen[edge] = true
			}
		case kind == relatedTo && more != nil:
			start := string(a)
			if !fromArea {
				start = string(in.groups[from])
			}
			r.Crosswalk = append(r.Crosswalk, model.Crossing{Rubric: more.Rubric, From: start, To: more.To})
		case kind == relatedTo && fromArea && toArea && a != b:
			r.Related = append(r.Related, model.Pair{A: a, B: b})
		case kind == replacedBy && in.more != nil:
		default:
			in.unkept["association "+kind]++
		}
	}
}
