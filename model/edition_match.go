package model

import (
	"cmp"
	"slices"

	"waymark/model/arrange"
)

// The likenesses that decide. Two areas of one rubric that are about different
// things seldom share a tenth of their words, and one that was edited keeps most.
const (
	alike   = 0.5  // matched, when nothing else comes near
	faint   = 0.25 // offered; the same code with less in common is another area
	certain = 0.8  // an area with another code is the same one
	clear   = 0.1  // how far the next best has to stay behind
	part    = 0.5  // how much of a piece has to come from the whole
)

// none stands for no area.
const none = -1

// matcher finds which areas of two editions belong together.
type matcher struct {
	before, after Rubric
	olds, news    []wordSet
	toNew, toOld  []int // the first match of each area, or none
	parts         []int // of a new area: the old one it was split off, or none
	joined        []int // of an old area: the new one it was merged into, or none
}

func newMatcher(before, after Rubric) *matcher {
	m := &matcher{before: before, after: after}
	for _, a := range before.Areas {
		m.olds = append(m.olds, wordsOfArea(a))
	}
	for _, a := range after.Areas {
		m.news = append(m.news, wordsOfArea(a))
	}
	m.toNew, m.joined = slices.Repeat([]int{none}, len(m.olds)), slices.Repeat([]int{none}, len(m.olds))
	m.toOld, m.parts = slices.Repeat([]int{none}, len(m.news)), slices.Repeat([]int{none}, len(m.news))
	return m
}

func (m *matcher) match() {
	m.byCode()
	m.byWords()
	m.split()
	m.merge()
}

func (m *matcher) like(i, j int) float64 { return m.olds[i].likeness(m.news[j]) }

func (m *matcher) join(i, j int) { m.toNew[i], m.toOld[j] = j, i }

// byCode matches the areas whose code stayed, unless the code now stands for
// something else.
func (m *matcher) byCode() {
	for i, a := range m.before.Areas {
		j := m.after.Index(a.ID)
		if j >= 0 && !m.reused(i, j) {
			m.join(i, j)
		}
	}
}

// reused reports whether a code was given to another area: their texts have
// little in common, or one of them is plainly elsewhere.
func (m *matcher) reused(i, j int) bool {
	like := m.like(i, j)
	if like < faint {
		return true
	}
	if like >= alike {
		return false
	}
	for k := range m.news {
		if k != j && m.like(i, k) >= certain {
			return true
		}
	}
	for k := range m.olds {
		if k != i && m.like(k, j) >= certain {
			return true
		}
	}
	return false
}

// byWords matches what is left where each is the other's best by far.
func (m *matcher) byWords() {
	type pair struct{ i, j int }
	var found []pair
	for i := range m.olds {
		if m.toNew[i] != none {
			continue
		}
		j, ok := best(m.free(m.toOld), func(j int) float64 { return m.like(i, j) }, alike)
		if !ok {
			continue
		}
		if back, ok := best(m.free(m.toNew), func(i int) float64 { return m.like(i, j) }, alike); ok && back == i {
			found = append(found, pair{i, j})
		}
	}
	for _, p := range found {
		m.join(p.i, p.j)
	}
}

// free lists the areas without a match.
func (*matcher) free(matched []int) []int {
	var left []int
	for k, with := range matched {
		if with == none {
			left = append(left, k)
		}
	}
	return left
}

// best is the candidate with the greatest value of at least least, if the next
// one stays clearly behind.
func best(candidates []int, value func(int) float64, least float64) (k int, ok bool) {
	first, second := 0.0, 0.0
	for _, c := range candidates {
		switch v := value(c); {
		case v > first:
			k, first, second = c, v, first
		case v > second:
			second = v
		}
	}
	return k, first >= least && first-second >= clear
}

// split finds new areas whose words come from one old area that they describe
// better together than one of them alone.
func (m *matcher) split() {
	whole := piecesOf(m.olds, m.news, m.toNew, m.toOld)
	for j, i := range whole {
		if i == none {
			continue
		}
		m.toOld[j], m.parts[j] = i, i
		if m.toNew[i] == none {
			m.toNew[i] = j
		}
	}
}

// merge finds old areas whose words went into one new area. An area that was
// split is not merged as well: that would be more than anybody could confirm.
func (m *matcher) merge() {
	whole := piecesOf(m.news, m.olds, m.toOld, m.toNew)
	for i, j := range whole {
		if j == none || slices.Contains(m.parts, m.toOld[j]) && m.toOld[j] != none {
			continue
		}
		m.toNew[i], m.joined[i] = j, j
		if m.toOld[j] == none {
			m.toOld[j] = i
		}
	}
}

// piecesOf says of which whole each piece without a match is a part, or none.
// ofWhole and ofPiece are the matches so far.
func piecesOf(wholes, pieces []wordSet, ofWhole, ofPiece []int) []int {
	found := slices.Repeat([]int{none}, len(pieces))
	all := make([]int, len(wholes))
	for w := range wholes {
		all[w] = w
	}
	claimed := map[int][]int{}
	for p := range pieces {
		if ofPiece[p] != none {
			continue
		}
		if w, ok := best(all, func(w int) float64 { return pieces[p].within(wholes[w]) }, part); ok {
			claimed[w] = append(claimed[w], p)
		}
	}
	for w, ps := range claimed {
		for _, p := range together(wholes[w], pieces, ofWhole[w], ps) {
			found[p] = w
		}
	}
	return found
}

// together is which of the pieces ps make up the whole, beside its match if it
// has one.
func together(whole wordSet, pieces []wordSet, match int, ps []int) []int {
	if match != none {
		return slices.DeleteFunc(ps, func(p int) bool {
			return whole.likeness(pieces[match].with(pieces[p])) < whole.likeness(pieces[match])+clear
		})
	}
	sum := wordSet{}
	for _, p := range ps {
		sum = sum.with(pieces[p])
	}
	if len(ps) < 2 || whole.likeness(sum) < alike {
		return nil
	}
	return ps
}

// newOf lists the new areas that an old one became.
func (m *matcher) newOf(i int) []int {
	var all []int
	for j := range m.news {
		if m.toNew[i] == j || m.parts[j] == i {
			all = append(all, j)
		}
	}
	return all
}

// oldOf lists the old areas that became a new one.
func (m *matcher) oldOf(j int) []int {
	var all []int
	for i := range m.olds {
		if m.toOld[j] == i || m.joined[i] == j {
			all = append(all, i)
		}
	}
	return all
}

func (m *matcher) oldIDs(all []int) []AreaID { return idsAt(m.before, all) }
func (m *matcher) newIDs(all []int) []AreaID { return idsAt(m.after, all) }

func idsAt(r Rubric, at []int) []AreaID {
	ids := make([]AreaID, len(at))
	for k, i := range at {
		ids[k] = r.Areas[i].ID
	}
	return ids
}

// mapped is what old areas are called now, for comparing what areas name.
func (m *matcher) mapped(ids []AreaID) []AreaID {
	now := slices.Clone(ids)
	for k, id := range ids {
		if i := m.before.Index(id); i >= 0 && m.toNew[i] != none {
			now[k] = m.after.Areas[m.toNew[i]].ID
		}
	}
	return now
}

// offers lists the pairs of areas left over that may belong together, the
// likeliest first.
func (m *matcher) offers() []Offer {
	offers := []Offer{}
	for i, a := range m.before.Areas {
		for j, b := range m.after.Areas {
			if m.toNew[i] == none && m.toOld[j] == none && (a.ID == b.ID || m.like(i, j) >= faint) {
				offers = append(offers, Offer{Old: a.ID, New: b.ID, Likeness: m.like(i, j)})
			}
		}
	}
	arrange.By(offers, func(x, y Offer) int { return cmp.Compare(y.Likeness, x.Likeness) })
	return offers
}
