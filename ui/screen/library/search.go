package library

import (
	"cmp"
	"fmt"
	"slices"
	"strings"
	"unicode"

	tea "charm.land/bubbletea/v2"

	"waymark/model"
	"waymark/model/arrange"
	"waymark/ui/env"
	"waymark/ui/keys"
	"waymark/ui/layout"
	"waymark/ui/nav"
	"waymark/ui/theme"
	"waymark/ui/widget"
)

// search finds areas of all rubrics by the words of their names, levels,
// visions and look-fors.
type search struct {
	field *widget.Field
	index []entry
	hits  []hit
	list  widget.List
	size  layout.Size
	first int
}

// entry is one area with everything that can be searched.
type entry struct {
	hash, rubric string
	area         model.Area
	texts        []text // its name first
}

// text is something to be searched: its words, and the same ready to compare.
type text struct {
	words, folded []string
}

// hit is an area that matches, and the text that does.
type hit struct {
	entry
	in   int // which text matched
	word int // which word of it
	rank int
}

func newSearch(all []env.RubricEntry) *search {
	s := &search{field: widget.NewLine()}
	for _, e := range all {
		for _, a := range e.Rubric.Areas {
			x := entry{hash: e.Hash, rubric: titled(e, all), area: a}
			for _, t := range slices.Concat([]string{a.Name(), a.Scope}, a.Levels, []string{a.Vision}, a.LookFors, a.LookAgains) {
				if words := strings.Fields(t); len(words) > 0 {
					x.texts = append(x.texts, text{words, folded(words)})
				}
			}
			s.index = append(s.index, x)
		}
	}
	return s
}

// folded makes spellings alike that a person would not tell apart.
func folded(words []string) []string {
	out := make([]string, len(words))
	for i, w := range words {
		out[i] = strings.TrimFunc(strings.ReplaceAll(strings.ToLower(w), "’", "'"), func(r rune) bool {
			return !unicode.IsLetter(r) && !unicode.IsDigit(r)
		})
	}
	return out
}

// update takes typing and lists what it leaves.
func (s *search) update(msg tea.Msg) {
	before := s.field.Value()
	s.field.Update(msg)
	if s.field.Value() != before {
		s.narrow()
	}
}

func (s *search) narrow() {
	want := slices.DeleteFunc(folded(strings.Fields(s.field.Value())), func(w string) bool { return w == "" })
	s.hits, s.list, s.first = nil, widget.List{}, 0
	for _, x := range s.index {
		if h, ok := x.match(want); ok && len(want) > 0 {
			s.hits = append(s.hits, h)
		}
	}
	arrange.By(s.hits, func(a, b hit) int { return cmp.Compare(a.rank, b.rank) })
	s.list.Set(len(s.hits), max(1, len(s.hits)))
}

// match reports whether every word begins some word of the area. Areas whose
// name matches come first, then those where one text has all the words.
func (x entry) match(want []string) (hit, bool) {
	best := hit{entry: x, rank: len(want) + 1}
	met := make([]bool, len(want))
	for i, t := range x.texts {
		here, at := 0, -1
		for n, w := range want {
			j := slices.IndexFunc(t.folded, func(f string) bool { return strings.HasPrefix(f, w) })
			if j < 0 {
				continue
			}
			met[n] = true
			here++
			if at < 0 {
				at = j
			}
		}
		if rank := len(want) - here; here > 0 && rank < best.rank {
			best.in, best.word, best.rank = i, at, rank
		}
	}
	if slices.Contains(met, false) {
		return hit{}, false
	}
	if best.in > 0 {
		best.rank++
	}
	return best, true
}

// quote is the text that matched, from a little before the first word that did.
func (h hit) quote(w int) string {
	t := h.texts[h.in]
	from := max(0, h.word-4)
	quoted := strings.Join(t.words[from:], " ")
	if from > 0 {
		quoted = "…" + quoted
	}
	return layout.Cut(quoted, w)
}

// actSearching carries out an action while something is searched for.
func (s *Screen) actSearching(p keys.Press) {
	q := s.search
	switch p.Action {
	case keys.Enter:
		if q.list.Cursor < len(q.hits) {
			h := q.hits[q.list.Cursor]
			s.env.Nav.Push(nav.AreaPage{Rubric: h.hash, Area: h.area.ID})
		}
	case keys.Back:
		s.search = nil
	case keys.Undo:
		if !q.field.Undo() {
			s.status = "There is nothing more to take back here."
		}
		q.narrow()
	default:
		q.list.Act(p)
	}
}

func (s *search) live() []keys.Live {
	live := []keys.Live{{Action: keys.Back, Words: "end the search", Footer: true}, {Action: keys.Undo, Shown: "Ctrl+Z", Words: "take the last word back"}}
	if len(s.hits) == 0 {
		return live
	}
	return append(append([]keys.Live{{Action: keys.Enter, Words: "open " + string(s.hits[s.list.Cursor].area.ID), Footer: true}}, widget.Moving()...), live...)
}

func (s *search) status() string {
	switch {
	case s.field.Empty():
		return "Type a word. It is looked for in the areas of every rubric."
	case len(s.hits) == 0:
		return "Change what you typed, or press Esc to end the search."
	}
	return "The list changes as you type. Enter opens an area's page."
}

func (s *search) resize(size layout.Size) {
	s.size = size
	s.field.Resize(layout.Size{W: min(layout.TextWidth, size.W-4) - 4, H: 1})
}

// tall reports whether there is room for a frame around the line.
func (s *search) tall() bool { return s.size.H >= 12 }

func (s *search) point() (x, y int, ok bool) {
	x, _ = s.field.Point()
	if s.tall() {
		return x + 4, 2, true
	}
	return x + 2, 0, true
}

func (s *search) view(t *theme.Theme) []string {
	w := min(layout.TextWidth, s.size.W-4)
	var lines []string
	if s.tall() {
		lines = append(append(lines, ""), layout.Indent(2, widget.Boxed(t, s.field.View(), w))...)
		lines = append(lines, "  "+t.Muted.Render(layout.Cut(s.count(), s.size.W-4)), "")
	} else {
		lines = append(lines, "  "+layout.Cut(s.field.View()[0], s.size.W-4), "  "+layout.Cut(s.count(), s.size.W-4))
	}
	var below []string
	at := 0
	for i, h := range s.hits {
		chosen := i == s.list.Cursor
		if chosen {
			at = len(below)
		}
		below = append(below, widget.Row(t, min(s.size.W, layout.TextWidth+8), chosen, h.area.Name(), h.rubric))
		if h.in > 0 {
			below = append(below, "      "+t.Muted.Render(h.quote(min(layout.TextWidth, s.size.W-8))))
		}
	}
	room := max(1, s.size.H-len(lines))
	s.first = layout.Window(s.first, min(at+1, max(0, len(below)-1)), len(below), room)
	s.first = min(s.first, at)
	s.list.Height = max(1, room/2)
	return append(lines, below[s.first:min(len(below), s.first+room)]...)
}

func (s *search) count() string {
	switch n := len(s.hits); {
	case s.field.Empty():
		return "Names, levels, visions and look-fors are searched."
	case n == 0:
		return fmt.Sprintf("Nothing matches ‘%s’.", layout.Cut(s.field.Value(), 30))
	case n == 1:
		return "1 area matches"
	default:
		return fmt.Sprintf("%d areas match", n)
	}
}
