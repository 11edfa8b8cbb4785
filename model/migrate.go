package model

import (
	"errors"
	"fmt"
	"slices"
	"strings"

	"waymark/model/arrange"
)

// An evaluation is pinned to its edition for ever, so moving to another edition
// starts a second evaluation of the same year on that edition. Its first events
// are its start, a Move that says where it came from and what became of what,
// and everything that could be carried. The evaluation it came from is not
// touched: it reads as before, and its totals stay.

// Link says that the old areas Old are the new areas New now: one is one, one
// is several, or several are one.
type Link struct {
	Old []AreaID `json:"old"`
	New []AreaID `json:"new"`
}

// String is the link as people type it: "3.1,3.2=3.1".
func (l Link) String() string { return joinIDs(l.Old) + "=" + joinIDs(l.New) }

func joinIDs(ids []AreaID) string {
	words := make([]string, len(ids))
	for i, id := range ids {
		words[i] = string(id)
	}
	return strings.Join(words, ",")
}

// Move is the value that says that an evaluation goes on from another, on
// another edition. It never changes.
type Move struct {
	From   EvaluationID   `json:"from"`
	Before []EvaluationID `json:"before,omitempty"` // those that From itself was moved from, oldest first
	Old    string         `json:"old"`              // Rubric.Hash of the edition it was moved from
	Rubric string         `json:"rubric"`           // and of the one it was moved to
	Links  []Link         `json:"links"`
	// Reread lists the new areas whose words are not those that were judged.
	Reread []AreaID `json:"reread,omitempty"`
	// Retired lists the old areas that are no part of the new edition.
	Retired []AreaID `json:"retired,omitempty"`
	// Carried says when what was carried had been said, by its event there.
	Carried map[EventID]int64 `json:"carried,omitempty"`
}

// Predecessors lists the evaluations this one goes on from, oldest first. They
// are the same year's, so nothing is compared with them.
func (e Evaluation) Predecessors() []EvaluationID {
	if e.Moved == nil {
		return nil
	}
	return append(slices.Clone(e.Moved.Before), e.Moved.From)
}

// Moving is a move to another edition, ready to be signed as one act.
type Moving struct {
	Difference Difference
	Move       Move
	Title      string
	Changes    []Change
	Kept       []AreaID // new areas whose answers stand as they did
	Afresh     []AreaID // new areas that have to be judged although their old ones were
	Empty      []AreaID // new areas that nobody has judged in any form
}

// ErrSameEdition says that an evaluation is on that edition already.
var ErrSameEdition = errors.New("it is on that edition already")

// UnclearError lists splits and merges that a person has to confirm or correct.
type UnclearError struct{ Links []Link }

func (e *UnclearError) Error() string {
	if len(e.Links) == 1 {
		return "1 area was split or merged; say which became which"
	}
	return fmt.Sprintf("%d areas were split or merged; say which became which", len(e.Links))
}

// MoveTo is what moves the evaluation to the edition to, as the evaluation id.
// said is what a person says became of areas; it goes before what the texts
// tell. Nothing of the present evaluation changes.
func (b *Book) MoveTo(id EvaluationID, to Rubric, said []Link) (Moving, error) {
	e := b.Evaluation()
	m := Moving{Difference: Diff(b.whole, to)}
	switch {
	case e.Removed:
		return m, ErrRemoved
	case e.Rubric == to.Hash():
		return m, ErrSameEdition
	case !to.Kind.Judged() || to.Kind != b.whole.Kind:
		return m, &FieldError{Field: "rubric", Problem: fmt.Sprintf("%s judges something else, so nothing can be carried to it", to.Title)}
	}
	links, err := b.links(m.Difference, to, said)
	if err != nil {
		return m, err
	}
	m.Title = movedTitle(e.Title, b.whole, to)
	m.Move = Move{From: e.ID, Old: e.Rubric, Rubric: to.Hash(), Links: links, Carried: map[EventID]int64{}}
	if e.Moved != nil {
		m.Move.Before = e.Predecessors()
	}
	m.Move.Reread, m.Move.Retired = b.unlike(to, links), b.retired(links)
	areas, err := b.areasOn(to, links)
	if err != nil {
		return m, err
	}
	c := carrier{book: b, to: to, id: id, moving: &m}
	c.carry()
	start := Change{Evaluation: id, Kind: KindStart, Subject: startSubject, Value: Start{Title: m.Title, Year: e.Year, Rubric: to.Hash(), Areas: areas}}
	move := Change{Evaluation: id, Kind: KindMove, Subject: editionSubject, Value: m.Move}
	m.Changes = append([]Change{start, move}, m.Changes...)
	return m, nil
}

// movedTitle is the evaluation's title with the edition it is on now, which
// tells the two of a year apart in lists.
func movedTitle(title string, was, is Rubric) string {
	name := func(r Rubric) string {
		if was.ID == is.ID {
			return ", edition " + r.Edition
		}
		return ", " + r.Title + " " + r.Edition
	}
	return CleanLine(strings.TrimSuffix(title, name(was)) + name(is))
}

// links is what became of the areas judged here: what a person says first,
// then what the difference is sure of.
func (b *Book) links(d Difference, to Rubric, said []Link) ([]Link, error) {
	if err := b.checkLinks(to, said); err != nil {
		return nil, err
	}
	var links []Link
	var unclear []Link
	for _, c := range d.Areas {
		l := Link{Old: c.Old, New: c.New}
		judged := slices.ContainsFunc(c.Old, func(a AreaID) bool { return b.rubric.Index(a) >= 0 })
		switch {
		case !judged || len(c.New) == 0 || slices.ContainsFunc(said, l.touches):
		case c.Became == BecameSplit || c.Became == BecameMerged:
			unclear = append(unclear, l)
		default:
			links = append(links, l)
		}
	}
	if len(unclear) > 0 {
		return nil, &UnclearError{Links: unclear}
	}
	for _, l := range said {
		l.Old = slices.DeleteFunc(slices.Clone(l.Old), func(a AreaID) bool { return b.rubric.Index(a) < 0 })
		if len(l.Old) > 0 {
			links = append(links, l)
		}
	}
	arrange.By(links, func(x, y Link) int { return to.Index(x.New[0]) - to.Index(y.New[0]) })
	return links, nil
}

// touches reports whether two links speak of the same old or new area.
func (l Link) touches(other Link) bool {
	return slices.ContainsFunc(l.Old, func(a AreaID) bool { return slices.Contains(other.Old, a) }) ||
		slices.ContainsFunc(l.New, func(a AreaID) bool { return slices.Contains(other.New, a) })
}

// checkLinks refuses links that cannot be carried out.
func (b *Book) checkLinks(to Rubric, said []Link) error {
	refuse := func(format string, args ...any) error {
		return &FieldError{Field: "mapping", Problem: fmt.Sprintf(format, args...)}
	}
	for i, l := range said {
		switch {
		case len(l.Old) == 0 || len(l.New) == 0:
			return refuse("%s names no area on one side. Type it like 2.1=2.1,2.6", l)
		case len(l.Old) > 1 && len(l.New) > 1:
			return refuse("%s makes several areas of several. Say it of one at a time", l)
		case slices.ContainsFunc(said[:i], l.touches):
			return refuse("%s names an area that was named before", l)
		}
		for _, a := range l.Old {
			if b.whole.Index(a) < 0 {
				return refuse("There is no area %s in %s %s", a, b.whole.Title, b.whole.Edition)
			}
		}
		for _, a := range l.New {
			if to.Index(a) < 0 {
				return refuse("There is no area %s in %s %s", a, to.Title, to.Edition)
			}
		}
		if twice(l.Old) || twice(l.New) {
			return refuse("%s names an area twice", l)
		}
	}
	return nil
}

func twice(ids []AreaID) bool {
	return len(slices.Compact(slices.Sorted(slices.Values(ids)))) < len(ids)
}

// unlike lists the new areas whose words are not those that were judged.
func (b *Book) unlike(to Rubric, links []Link) []AreaID {
	var all []AreaID
	for _, l := range links {
		for _, id := range l.New {
			is, _ := to.Area(id)
			was, _ := b.whole.Area(l.Old[0])
			reworded, _ := rewordings(was, is)
			if len(l.Old) > 1 || len(l.New) > 1 || len(reworded) > 0 {
				all = append(all, id)
			}
		}
	}
	return all
}

// retired lists the areas judged here that no link carries on.
func (b *Book) retired(links []Link) []AreaID {
	var all []AreaID
	for _, a := range b.rubric.Areas {
		if !slices.ContainsFunc(links, func(l Link) bool { return slices.Contains(l.Old, a.ID) }) {
			all = append(all, a.ID)
		}
	}
	return all
}

// areasOn is which areas are judged on the new edition: all, when all were.
func (b *Book) areasOn(to Rubric, links []Link) ([]AreaID, error) {
	if len(b.Evaluation().Areas) == 0 {
		return nil, nil
	}
	var areas []AreaID
	for _, a := range to.Areas {
		if slices.ContainsFunc(links, func(l Link) bool { return slices.Contains(l.New, a.ID) }) {
			areas = append(areas, a.ID)
		}
	}
	if len(areas) == 0 {
		return nil, &FieldError{Field: "rubric", Problem: fmt.Sprintf("None of the areas judged here is in %s %s", to.Title, to.Edition)}
	}
	return areas, nil
}
