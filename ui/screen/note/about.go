package note

import (
	"cmp"
	"maps"
	"slices"
	"strings"
	"unicode"

	"waymark/model"
	"waymark/model/arrange"
)

// index is which areas use a word in their title or scope, and how much it
// says: a word of many areas says little of each.
type index map[string]map[model.AreaID]float64

// titleWeight is how much more a word of a title says than one of a scope.
const titleWeight = 3

// mostLikely is how many areas are suggested, and leastSaid how much the words
// have to say of one: a word that five titles share says enough.
const (
	mostLikely = 3
	leastSaid  = 0.1
)

func newIndex(r model.Rubric) index {
	x := index{}
	for _, a := range r.Areas {
		x.add(a.ID, a.Title, titleWeight)
		x.add(a.ID, a.Scope, 1)
	}
	for _, areas := range x {
		for id := range areas {
			areas[id] /= float64(len(areas) * len(areas))
		}
	}
	return x
}

func (x index) add(id model.AreaID, text string, weight float64) {
	for _, stem := range stems(text) {
		if x[stem] == nil {
			x[stem] = map[model.AreaID]float64{}
		}
		x[stem][id] = max(x[stem][id], weight)
	}
}

// likely lists the areas that text seems to be about, the likeliest first.
func (x index) likely(text string) []model.AreaID {
	weight := map[model.AreaID]float64{}
	for _, stem := range stems(text) {
		for id, w := range x[stem] {
			weight[id] += w
		}
	}
	ids := slices.DeleteFunc(slices.Sorted(maps.Keys(weight)), func(id model.AreaID) bool { return weight[id] < leastSaid })
	arrange.By(ids, func(a, b model.AreaID) int { return cmp.Compare(weight[b], weight[a]) })
	return ids[:min(len(ids), mostLikely)]
}

// stems are the words of text cut to what their forms share, once each.
func stems(text string) []string {
	words := strings.FieldsFunc(strings.ToLower(text), func(r rune) bool { return !unicode.IsLetter(r) })
	var out []string
	for _, w := range words {
		if r := []rune(w); len(r) >= 4 {
			out = append(out, strings.TrimSuffix(string(r[:min(len(r), 6)]), "s"))
		}
	}
	slices.Sort(out)
	return slices.Compact(out)
}

// choices lists where a quick note can go: the school as a whole, then every
// area in order.
func (s *Screen) choices() []model.AreaID {
	all := []model.AreaID{""}
	for _, a := range s.book().Rubric().Areas {
		all = append(all, a.ID)
	}
	return all
}

// goTo sends the note to an area.
func (s *Screen) goTo(id model.AreaID) {
	s.area, s.status = id, ""
	s.keep()
	s.refresh()
}

// turn goes to the next choice of the row that has the focus.
func (s *Screen) turn(by int) {
	switch s.part {
	case inAbout:
		all := s.choices()
		i := slices.Index(all, s.area)
		s.goTo(all[(i+by+len(all))%len(all)])
	case inKind:
		all := append([]model.NoteKind{""}, model.NoteKinds()...)
		i := slices.Index(all, s.kind)
		s.kind = all[(i+by+len(all))%len(all)]
	case inPrivate:
		s.private = !s.private
	default: // the texts and the list have nothing to turn
	}
	s.stuck = false
}

// digit chooses by number: a kind, or one of the suggested areas.
func (s *Screen) digit(n int) {
	switch s.part {
	case inAbout:
		if n <= len(s.likely) {
			s.goTo(s.likely[n-1])
		}
	case inKind:
		if all := model.NoteKinds(); n <= len(all) {
			if s.kind = all[n-1]; s.status != "" {
				s.status = ""
			}
		}
	default: // no other part numbers its choices
	}
}
