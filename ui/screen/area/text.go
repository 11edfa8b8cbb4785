package area

import (
	"fmt"
	"slices"
	"strings"

	"waymark/model"
	"waymark/ui/layout"
	"waymark/ui/theme"
)

// narrowest is the least width at which a level can be read in a column.
const narrowest = 24

// shortest is the least room in which the area's name stays above the page.
const shortest = 10

// top is what stays when the page is scrolled: the area, and where it stands.
func (s *Screen) top() []string {
	if s.size.H < shortest {
		return nil
	}
	t := s.env.Theme
	stands := ""
	if l, ok := s.rated(s.area.ID); ok {
		stands = s.mark(t, l) + " " + s.rubric.Scale.Name(l)
	}
	if s.tour && s.env.Prefs.HasRead(s.hash, s.area.ID) {
		stands = t.Glyph.Chosen + " read"
	}
	name := t.Bold.Render(string(s.area.ID) + "  " + s.area.Title)
	return []string{"", "  " + layout.Ends(name, stands, s.size.W-4), ""}
}

// mark is a level as meter and digit, and dots where there is none.
func (s *Screen) mark(t *theme.Theme, l model.Level) string {
	top := int(s.rubric.Scale.Top())
	if l < 1 {
		return t.Meter(0, top) + "  "
	}
	return fmt.Sprintf("%s %d", t.Meter(l, top), l)
}

// flat is text as one paragraph.
func flat(text string) string { return strings.Join(strings.Fields(text), " ") }

// section is a heading with lines below it, empty when there are none.
func section(t *theme.Theme, heading string, lines []string) block {
	if len(lines) == 0 {
		return block{}
	}
	return block{lines: append([]string{t.Bold.Render(heading)}, lines...)}
}

func prose(text string, w int) []string {
	if text = flat(text); text == "" {
		return nil
	}
	return layout.Wrap(text, w)
}

// each is a list; the later lines of an entry are set in below its first.
func each(entries []string, w int) []string {
	var lines []string
	for _, e := range entries {
		for i, l := range prose(e, w-2) {
			lines = append(lines, map[bool]string{true: "– ", false: "  "}[i == 0]+l)
		}
	}
	return lines
}

// opening is what the area is and how its levels differ, in n columns of w
// cells each.
func (s *Screen) opening(t *theme.Theme, w, n int) block {
	about := []block{
		section(t, "What it covers", prose(s.area.Scope, w)),
		section(t, "Why it matters", prose(s.area.Why, w)),
		section(t, "What it looks like at its best", prose(s.area.Vision, w)),
	}
	about = slices.DeleteFunc(about, func(b block) bool { return len(b.lines) == 0 })
	var left, right []string
	for i, b := range about {
		side := &left
		if n == 2 && i > 0 {
			side = &right
		}
		if len(*side) > 0 {
			*side = append(*side, "")
		}
		*side = append(*side, b.lines...)
	}
	lines := left
	if n == 2 {
		lines = layout.Beside(gap, []int{w, w}, left, right)
	}
	if len(lines) > 0 {
		lines = append(lines, "")
	}
	return block{lines: append(lines, s.levels(t, n*w+(n-1)*gap)...)}
}

// levels are all descriptors, beside each other where that can be read.
func (s *Screen) levels(t *theme.Theme, w int) []string {
	top := int(s.rubric.Scale.Top())
	lines := []string{t.Bold.Render("The levels")}
	const between = 3
	if wide := (w - between*(top-1)) / top; w > layout.TextWidth && wide >= narrowest {
		columns, widths := make([][]string, top), make([]int, top)
		for i := range columns {
			columns[i], widths[i] = s.descriptor(t, model.Level(i+1), wide), wide
		}
		return append(lines, layout.Beside(between, widths, columns...)...)
	}
	for i := range top {
		if i > 0 {
			lines = append(lines, "")
		}
		lines = append(lines, s.descriptor(t, model.Level(i+1), min(w, layout.TextWidth))...)
	}
	return lines
}

// descriptor is one level: digit, word and meter, a mark when it is where the
// area stands, and what it looks like.
func (s *Screen) descriptor(t *theme.Theme, l model.Level, w int) []string {
	scale := s.rubric.Scale
	head := fmt.Sprintf("%d  %s  %s", l, t.Bold.Render(scale.Name(l)), t.Meter(l, int(scale.Top())))
	if have, ok := s.rated(s.area.ID); ok && have == l {
		for _, words := range []string{"  " + t.Glyph.Chosen + " the level given", "  " + t.Glyph.Chosen} {
			if layout.Width(head+words) <= w {
				head += words
				break
			}
		}
	}
	return append([]string{layout.Cut(head, w)}, prose(s.area.Descriptor(l), w)...)
}

// parts are the sections after the levels, none of them empty.
func (s *Screen) parts(t *theme.Theme, w int) []block {
	a := s.area
	var all []block
	add := func(b block) {
		if len(b.lines) > 0 {
			all = append(all, b)
		}
	}
	add(s.nextSteps(t, w))
	add(section(t, "Look for", each(a.LookFors, w)))
	if l, ok := s.rated(a.ID); !ok || l < s.rubric.Scale.Top() || len(a.NextSteps) == 0 { // else they have been said
		add(section(t, "Look again when", each(a.LookAgains, w)))
	}
	add(s.inPhase(t, w))
	add(section(t, "Questions to ask", each(a.Ask, w)))
	add(section(t, "Where to look", s.evidence(w)))
	add(s.chain(t, w))
	add(s.others(t, w, "What it makes possible", s.rubric.Unlocks(a.ID)))
	add(s.others(t, w, "See also", s.rubric.SeeAlso(a.ID)))
	add(section(t, "Worth reading", research(a.Research, w)))
	add(section(t, "Also found under", each(s.crosswalk(), w)))
	for _, l := range a.Local {
		add(local(t, l, w))
	}
	return all
}

func (s *Screen) evidence(w int) []string {
	var look []string
	for _, p := range s.area.Evidence {
		look = append(look, capital(string(p.Kind))+": "+p.Text)
	}
	return each(look, w)
}

func research(all []model.Research, w int) []string {
	var lines []string
	for _, r := range all {
		lines = append(lines, each([]string{r.Title}, w)...)
		for _, text := range []string{r.Why, r.URL} {
			lines = append(lines, layout.Indent(2, prose(text, w-2))...)
		}
	}
	return lines
}

// local is what a trust or school has added here.
func local(t *theme.Theme, l model.Local, w int) block {
	lines := each(l.LookFors, w)
	for _, r := range l.Resources {
		lines = append(lines, each([]string{r.Title}, w)...)
		for _, text := range []string{r.Note, r.Address} {
			lines = append(lines, layout.Indent(2, prose(text, w-2))...)
		}
	}
	heading := "Added here"
	if l.Overlay != "" {
		heading = "Added by " + l.Overlay
	}
	return section(t, layout.Cut(heading, w), append(lines, each(l.CaseStudies, w)...))
}

// crosswalk says where others look at the same thing, in words.
func (s *Screen) crosswalk() []string {
	var all []string
	add := func(label string, tags []string) {
		words := make([]string, len(tags))
		for i, tag := range tags {
			words[i] = tagWords(tag)
		}
		if len(words) > 0 {
			all = append(all, label+": "+strings.Join(words, "; "))
		}
	}
	add("Inspection looks at it under", s.area.Tags.Inspection)
	add("School improvement model", s.area.Tags.CST)
	add("Lenses", s.area.Lens)
	for _, c := range s.rubric.Crosswalk {
		if c.From == string(s.area.ID) || c.From == string(s.area.Group) {
			all = append(all, "In "+tagWords(c.Rubric)+": "+c.To)
		}
	}
	return all
}

// tagWords is a tag as people read it.
func tagWords(tag string) string {
	switch tag {
	case "send":
		return "SEND"
	case "ks3":
		return "Key stage 3"
	case "cst":
		return "CST"
	}
	return capital(strings.ReplaceAll(tag, "-", " "))
}

func capital(text string) string {
	r := []rune(text)
	if len(r) == 0 {
		return ""
	}
	return strings.ToUpper(string(r[0])) + string(r[1:])
}

// text is the whole page as it is copied.
func (s *Screen) text() string {
	t := theme.New(theme.Options{Mode: theme.None, Depth: theme.Dumb})
	lines := append([]string{s.area.Name(), ""}, s.opening(t, layout.TextWidth, 1).lines...)
	for _, b := range s.parts(t, layout.TextWidth) {
		lines = append(append(lines, ""), b.lines...)
	}
	for i, l := range lines {
		lines[i] = strings.TrimRight(l, " ")
	}
	return strings.Join(lines, "\n") + "\n"
}
