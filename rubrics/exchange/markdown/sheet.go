package markdown

import (
	"fmt"
	"strings"
	"unicode"

	"waymark/model"
	"waymark/rubrics/exchange"
)

// A side of A4 in a type of 9.5 points with a fixed width, inside margins of 18
// millimetres.
const (
	sideLines   = 65
	sideColumns = 86
	mostSides   = 2
)

// Sheet is one area on its sides, each a list of lines.
type Sheet struct {
	Area  model.AreaID
	Sides [][]string
}

// TooLong says that areas do not fit on two sides.
type TooLong struct {
	Areas []string // each with how much is too much, in words
}

func (e *TooLong) Error() string {
	return "these areas do not fit on two sides of A4: " + strings.Join(e.Areas, "; ")
}

// Sheets sets every area of r on a sheet, or returns a *TooLong and no sheets.
func Sheets(r model.Rubric) ([]Sheet, error) {
	var all []Sheet
	long := &TooLong{}
	for _, a := range r.Areas {
		s := Sheet{Area: a.ID}
		s.Sides = fill(blocks(r, a))
		if len(s.Sides) > mostSides {
			over := 0
			for _, side := range s.Sides[mostSides:] {
				over += len(side)
			}
			long.Areas = append(long.Areas, fmt.Sprintf("%s is %d lines too long", a.ID, over))
		}
		for i := range s.Sides {
			s.Sides[i] = foot(s.Sides[i], r, a, i+1, len(s.Sides))
		}
		all = append(all, s)
	}
	if len(long.Areas) > 0 {
		return nil, long
	}
	return all, nil
}

// foot puts the last line at the foot of a side.
func foot(side []string, r model.Rubric, a model.Area, number, of int) []string {
	return footed(side, fmt.Sprintf("%s, edition %s", r.Title, r.Edition), fmt.Sprintf("%s, side %d of %d", a.ID, number, of))
}

func footed(side []string, words, page string) []string {
	for len(side) < sideLines-1 {
		side = append(side, "")
	}
	words = cut(model.CleanLine(words), sideColumns-wide(page)-2)
	return append(side, words+strings.Repeat(" ", max(1, sideColumns-wide(words)-wide(page)))+page)
}

// fill puts blocks on sides without breaking one over two, unless it is longer
// than a side.
func fill(blocks [][]string) [][]string {
	const room = sideLines - 2 // above the foot and the line before it
	var sides [][]string
	var side []string
	turn := func() {
		if len(side) > 0 {
			sides, side = append(sides, side), nil
		}
	}
	for _, b := range blocks {
		gap := min(len(side), 1)
		if len(side)+gap+len(b) > room {
			turn()
			gap = 0
		}
		if gap > 0 {
			side = append(side, "")
		}
		for _, line := range b {
			if len(side) == room {
				turn()
			}
			side = append(side, line)
		}
	}
	turn()
	return sides
}

// blocks is what a sheet says of an area: enough to talk about it and decide.
func blocks(r model.Rubric, a model.Area) [][]string {
	g, _ := r.Group(a.Group)
	all := [][]string{
		append(wrap(a.Name(), "", ""), strings.Repeat("=", min(wide(model.CleanLine(a.Name())), sideColumns))),
		wrap(g.Title+". "+a.Scope, "", ""),
		wrap(a.Why, "", ""),
		wrap(a.Question, "The question: ", ""),
		wrap(a.Vision, "At its best: ", ""),
	}
	for i, text := range a.Levels {
		l := model.Level(i + 1)
		all = append(all, append([]string{cut(fmt.Sprintf("%d %s", l, model.CleanLine(r.Scale.Name(l)))+expected(r.Scale, l), sideColumns)}, wrap(text, "  ", "  ")...))
	}
	all = append(all, bullets("Talk about", a.Ask))
	var prompts []string
	for _, e := range a.Evidence {
		prompts = append(prompts, prompt(e.Kind)+": "+e.Text)
	}
	all = append(all, bullets("Find out", prompts), bullets("Look for", a.LookFors), bullets("Look again when", a.LookAgains),
		bullets("Usually in place first", names(r, r.NeedsFirst(a.ID))), bullets("See also", names(r, r.SeeAlso(a.ID))))
	for _, b := range a.NextSteps {
		all = append(all, bullets(fmt.Sprintf("From %d to %d", b.From, b.To), steps(b.Steps)))
	}
	var kept [][]string
	for _, b := range all {
		if len(b) > 0 {
			kept = append(kept, b)
		}
	}
	return kept
}

func bullets(label string, entries []string) []string {
	if len(entries) == 0 {
		return nil
	}
	lines := []string{label}
	for _, e := range entries {
		lines = append(lines, wrap(e, "- ", "  ")...)
	}
	return lines
}

// wrap breaks a text into lines of a side, the first after lead and the others
// after indent. It is nothing for an empty text.
func wrap(text, lead, indent string) []string {
	var lines []string
	line, empty := lead, true
	put := func() { lines, line, empty = append(lines, strings.TrimRight(line, " ")), indent, true }
	for word := range strings.FieldsSeq(model.CleanLine(text)) {
		for wide(word) > sideColumns-wide(indent) {
			if !empty {
				put()
			}
			head := cutAt(word, sideColumns-wide(line))
			line, word = line+head, word[len(head):]
			put()
		}
		if !empty && wide(line)+1+wide(word) > sideColumns || empty && wide(line)+wide(word) > sideColumns {
			put()
		}
		if !empty {
			line += " "
		}
		line, empty = line+word, empty && word == ""
	}
	if !empty {
		put()
	}
	return lines
}

// wide is how many columns a text takes.
func wide(s string) int {
	n := 0
	for _, r := range s {
		n += columns(r)
	}
	return n
}

func columns(r rune) int {
	switch {
	case unicode.In(r, unicode.Mn, unicode.Me):
		return 0
	case r >= 0x1100 && r <= 0x115f, r >= 0x2e80 && r <= 0xa4cf, r >= 0xac00 && r <= 0xd7a3, r >= 0xf900 && r <= 0xfaff,
		r >= 0xfe30 && r <= 0xfe6f, r >= 0xff00 && r <= 0xff60, r >= 0x1f000 && r <= 0x1faff, r >= 0x20000:
		return 2
	}
	return 1
}

// cutAt is the start of a word that fits into most columns, and never nothing.
func cutAt(word string, most int) string {
	n := 0
	for i, r := range word {
		if n += columns(r); n > most && i > 0 {
			return word[:i]
		}
	}
	return word
}

// cut shortens a line that does not fit.
func cut(s string, most int) string {
	if wide(s) <= most {
		return s
	}
	return cutAt(s, most-1) + "…"
}

// notOnSheets is what a sheet has no room for.
func notOnSheets(r model.Rubric) []string {
	bare := r
	bare.Areas = nil
	for _, a := range r.Areas {
		a.Phases, a.Research, a.Tags, a.Lens, a.Exemplars, a.Local = nil, nil, model.Tags{}, nil, nil, nil
		bare.Areas = append(bare.Areas, a)
	}
	bare.Summary, bare.Source, bare.Licence, bare.Rulings, bare.NotCovered, bare.Crosswalk = "", "", "", nil, nil, nil
	return exchange.Lost(r, bare)
}
