package report

import (
	"fmt"
	"math"
	"strings"
	"unicode"
	"unicode/utf8"
)

// room is how much a visit's note may hold of what can grow without end.
type room struct {
	facts    int // things seen that no strength or next step rests on
	evidence int // lines of evidence below each strength and next step
	line     int // letters of one line of evidence
	text     int // letters of any other text that somebody wrote
	rows     int // rows of any other list
	codes    int // areas in a list of codes
}

const endless = math.MaxInt32

// tighter lists what a note may hold, the roomiest first: the first that fits
// two pages is taken. Evidence goes first, since it is kept elsewhere and read
// by few; then long texts are cut, and only then do lists lose their ends.
func tighter() []room {
	all := []room{{endless, endless, endless, endless, endless, endless}}
	for _, r := range [][2]int{{12, endless}, {12, 4}, {8, 3}, {4, 3}, {0, 3}, {0, 2}, {0, 1}} {
		all = append(all, room{r[0], r[1], 240, endless, endless, endless})
	}
	for _, text := range []int{600, 400, 240, 160} {
		all = append(all, room{0, 1, 160, text, endless, endless})
	}
	for _, rows := range []int{24, 16, 12, 10, 8, 7, 6, 5} {
		all = append(all, room{0, 1, 120, 120, rows, 60})
	}
	return append(all, room{0, 0, 100, 100, 4, 40}, room{0, 0, 80, 80, 3, 30}, room{0, 0, 60, 60, 2, 10})
}

// left counts what a note has no room for.
type left struct{ evidence, rows, cut int }

// words says what was left out, or "" when nothing was.
func (l left) words() string {
	var said []string
	if l.evidence > 0 {
		said = append(said, count(l.evidence, "line of evidence is", "lines of evidence are")+" left out")
	}
	if l.rows > 0 {
		said = append(said, count(l.rows, "line of another list is", "lines of other lists are")+" left out")
	}
	if l.cut > 0 {
		said = append(said, count(l.cut, "text is", "texts are")+" cut at “…”")
	}
	if len(said) == 0 {
		return ""
	}
	return "Shortened to two pages, evidence first: " + and(said) + ". All of it is kept in Waymark."
}

// short is one line of somebody's words, no longer than there is room for.
func (v *visitBuilder) short(s string) string { return v.shorten(s, v.room.text) }

func (v *visitBuilder) shorten(s string, letters int) string {
	s = v.line(s)
	if columns(s) <= letters {
		return s
	}
	v.left.cut++
	return upTo(s, letters)
}

// upTo is as much of s as stands in so many columns, after a whole word if it
// can be, and a sign that there was more.
func upTo(s string, letters int) string {
	end, used := 0, 0
	for i, r := range s {
		if used += columns(string(r)); used >= letters {
			break
		}
		end = i + utf8.RuneLen(r)
	}
	short := s[:end]
	if word := strings.LastIndexByte(short, ' '); word > len(short)/2 {
		short = short[:word]
	}
	return strings.TrimRight(short, " ,;:.–-") + "…"
}

// What a printed page holds, in tenths of a line of running text, measured on
// what a browser prints; see style.css. Pages are counted as a little shorter
// than they are, since what may not be parted leaves some of them empty.
const (
	twoPages   = 2 * 730
	lineWidth  = 1040 // tenths of a letter of running text
	perLine    = 10
	perTitle   = 19 // of a section
	perHeading = 11
	perTable   = 24 // its caption and its headings
	perRow     = 2
	perBlock   = 2
)

// printed is how long the note is on paper.
func printed(d Document) int {
	n := 2*perTitle + folded(d.Title, lineWidth/2)
	for _, l := range d.Meta {
		n += folded(l.Label+": "+l.Text, lineWidth)
	}
	for _, s := range d.Sections {
		n += perTitle
		for _, b := range s.Blocks {
			n += perBlock + b.printed()
		}
	}
	for _, l := range d.Foot {
		n += folded(l, lineWidth)
	}
	return n
}

func (b Block) printed() int {
	switch {
	case b.Heading != nil:
		return folded(b.Heading.Text, lineWidth-100) * perHeading / perLine
	case b.Paragraph != nil:
		return folded(b.Paragraph.Text, lineWidth)
	case b.List != nil:
		n := folded(b.List.Label, lineWidth)
		for _, i := range b.List.Items {
			n += folded(i.Label+": "+i.Text, lineWidth-40)
		}
		return n
	case b.Table != nil:
		n := perTable
		for _, r := range b.Table.Rows {
			high := 0
			for i, cell := range r {
				high = max(high, folded(cell, cellWidth(len(r), i)))
			}
			n += high + perRow
		}
		return n
	}
	return 0 // a visit's note has no other blocks
}

// cellWidth shares a line out: the first and the last cell of five hold texts,
// those between them levels.
func cellWidth(cells, i int) int {
	if cells > 2 && i > 0 && i < cells-1 {
		return 130
	}
	return (lineWidth - 14*max(0, cells-2)) / 2
}

// folded is the height of a text in lines of a width, where words that do not
// fit go on to the next.
func folded(text string, width int) int {
	if text == "" {
		return 0
	}
	lines, used := 1, 0
	for word := range strings.FieldsSeq(text) {
		w := breadth(word)
		switch {
		case used == 0:
			used = w
		case used+perLetter+w <= width:
			used += perLetter + w
		default:
			lines, used = lines+1, w
		}
		for used > width {
			lines, used = lines+1, used-width
		}
	}
	return lines * perLine
}

const perLetter = 10

// breadth is how wide a word is printed: capitals take more room than small
// letters, and letters that stand in a square the most.
func breadth(word string) int {
	n := 0
	for _, r := range word {
		switch {
		case strings.ContainsRune("MWmw%…@—", r):
			n += 17
		case unicode.IsUpper(r):
			n += 13
		default:
			n += columns(string(r)) * perLetter
		}
	}
	return n
}

// numberedText is a point with its place in front.
func numberedText(i int, text, codes string) string {
	if codes != "" {
		text += " (" + codes + ")"
	}
	return fmt.Sprintf("%d. %s", i+1, text)
}
