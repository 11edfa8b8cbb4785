package vote

import (
	"fmt"
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"waymark/model"
	"waymark/model/meeting"
	"waymark/ui/layout"
	"waymark/ui/widget"
)

// viewCovered draws who is in and whose turn it is. Nothing of it depends on
// what anybody gave.
func (s *Screen) viewCovered(p *sheet, m model.Meeting, t model.Talk, v meeting.View) {
	s.title(p, s.timeWords())
	if s.spacious() {
		p.Prose(s.area.Question)
	}
	p.Gap()
	p.Prose(think(t.Round.Number, s.slips))
	p.Gap()
	if s.spacious() {
		p.Say(s.heads(s.column())...)
		p.Say(s.descriptors(s.column(), 5)...)
		p.Gap()
	}
	s.people(p, m, v)
	p.Gap()
	if s.size.H >= shortest || !s.slips {
		p.Heading(s.turnWords(m, v))
		p.Gap()
	}
	s.answers(p)
	p.Gap()
	if !s.slips {
		p.Hint("On one laptop: pass it round. Each choice is covered straight away.")
		p.Hint("On paper: hand out slips and let one person type them in with e.")
	}
}

// shortest is the least height in which the slips leave room for whose turn it is.
const shortest = 14

func think(round int, slips bool) string {
	switch {
	case slips:
		return "From the slips: each person’s number, one after another."
	case round > 1:
		return fmt.Sprintf("Round %d. Think again, then each person gives a level.", round)
	}
	return "Think first. Then each person gives a level. No one sees it yet."
}

// turnWords says whose turn it is.
func (s *Screen) turnWords(m model.Meeting, v meeting.View) string {
	who := s.turn(m, v)
	switch {
	case who == "":
		return "Everybody is in."
	case s.slips:
		return "The slip of " + s.labels(m)[who] + "."
	case slices.Contains(v.In, who):
		return capital(s.labels(m)[who]) + " is in. Press a number to give another level instead."
	}
	return meeting.View{Waiting: []model.PersonID{who}}.TurnWords(s.labels(m))
}

// people draws everybody in the form that fits: cards, a list for slips, or
// two lines of names.
func (s *Screen) people(p *sheet, m model.Meeting, v meeting.View) {
	if s.slips {
		s.slipList(p, m, v)
		return
	}
	if rows := s.deal(m); len(rows) <= 2 && !s.narrow() {
		for i, row := range rows {
			if i > 0 {
				p.Gap()
			}
			s.cards(p, m, v, row)
		}
		return
	}
	for _, l := range []struct {
		word   string
		people []model.PersonID
	}{{"In", v.In}, {"Waiting", v.Waiting}} {
		s.names(p, m, l.word, l.people)
	}
}

// names is a line of names after a word.
func (s *Screen) names(p *sheet, m model.Meeting, word string, people []model.PersonID) {
	labels := s.labels(m)
	var all []string
	for _, id := range people {
		all = append(all, labels[id])
	}
	text := "nobody"
	if len(all) > 0 {
		text = strings.Join(all, ", ")
	}
	for i, l := range layout.Wrap(text, max(10, min(layout.TextWidth, s.size.W-14))) {
		if i > 0 {
			word = ""
		}
		p.Say("  " + layout.Pad(word, 9) + " " + l)
	}
}

// The words under a card.
const (
	wordIn      = "in"
	wordWaiting = "waiting"
)

// cardWidth is how wide the card of somebody called label is.
func cardWidth(label string) int { return max(layout.Width(label), layout.Width(wordWaiting)) }

// deal divides the people into rows of cards, by their seats.
func (s *Screen) deal(m model.Meeting) [][]int {
	labels := s.labels(m)
	var rows [][]int
	at := 0
	for i, id := range m.People {
		w := cardWidth(labels[id])
		if len(rows) == 0 || at+columnGap+w > s.size.W-2 {
			rows, at = append(rows, nil), 4-columnGap
		}
		rows[len(rows)-1] = append(rows[len(rows)-1], i)
		at += columnGap + w
	}
	return rows
}

// cards draws one row of cards: the label, the covered card, who is in.
func (s *Screen) cards(p *sheet, m model.Meeting, v meeting.View, row []int) {
	labels := s.labels(m)
	turn := s.turn(m, v)
	lines := make([]string, 4)
	var zones []zone
	at := 4
	for k, i := range row {
		id := m.People[i]
		w := cardWidth(labels[id])
		if k > 0 {
			at += columnGap
		}
		zones = append(zones, zone{x: at, w: w, kind: onPerson, n: i})
		card := s.card(capital(labels[id]), w, slices.Contains(v.In, id), id == turn)
		for y := range lines {
			if k > 0 {
				lines[y] += strings.Repeat(" ", columnGap)
			}
			lines[y] += card[y]
		}
		at += w
	}
	for _, l := range lines {
		p.put(strings.TrimRight("    "+l, " "), zones...)
	}
}

// card is one person's card in four lines of w cells.
func (s *Screen) card(label string, w int, in, turn bool) [4]string {
	th := s.env.Theme
	word, face := wordWaiting, th.Muted.Render(layout.Pad(strings.Repeat(th.Glyph.Dot, 4), w))
	if in {
		word, face = wordIn, layout.Pad(strings.Repeat(s.cover(), 4), w)
	}
	name := layout.Pad(label, w)
	word = layout.Pad(word, w)
	if turn {
		word = th.Accent.Render(layout.Pad(th.Glyph.Mark+" now", w))
		name = th.Bold.Render(name)
		if in {
			word = th.Accent.Render(layout.Pad(th.Glyph.Mark+" in", w))
		}
	}
	return [4]string{name, face, face, word}
}

// capital is a label as it stands alone.
func capital(label string) string {
	r, size := utf8.DecodeRuneInString(label)
	return string(unicode.ToUpper(r)) + label[size:]
}

// cover is the face of a covered card.
func (s *Screen) cover() string {
	if s.env.Theme.Options.Plain {
		return "#"
	}
	return "▒"
}

// slipList is everybody in a column, with whoever's slip is typed next marked.
func (s *Screen) slipList(p *sheet, m model.Meeting, v meeting.View) {
	labels, turn := s.labels(m), s.turn(m, v)
	room := max(1, s.size.H-10)
	if s.narrow() {
		room = max(1, s.size.H-5)
	}
	at := slices.Index(m.People, turn)
	s.first = layout.Window(s.first, max(0, at), len(m.People), room)
	for i := s.first; i < min(len(m.People), s.first+room); i++ {
		id := m.People[i]
		text := fmt.Sprintf("%2d  %s", i+1, capital(labels[id]))
		if name := s.book().Who(id).Name; name != "" && name != labels[id] {
			text += ", " + name
		}
		note := wordWaiting
		if slices.Contains(v.In, id) {
			note = strings.Repeat(s.cover(), 2) + " " + wordIn
		}
		p.put(widget.Row(s.env.Theme, min(s.size.W, rowWidth), i == at, text, layout.Pad(note, len(wordWaiting))), zone{x: 2, w: s.size.W - 2, kind: onPerson, n: i})
	}
}

// rowWidth keeps the note of a row near its text.
const rowWidth = 64

// answers is what can be given, each with its number.
func (s *Screen) answers(p *sheet) {
	var parts []part
	for n := 1; n <= s.pass(); n++ {
		text := fmt.Sprintf("%d Pass", n)
		if n < s.pass() {
			text = fmt.Sprintf("%d %s", n, s.book().Rubric().Scale.Name(model.Level(n)))
		} else if n > 9 {
			text = "Pass"
		}
		parts = append(parts, part{text: text, on: s.look == n, zone: zone{kind: onAnswer, n: n}})
	}
	gap := 3
	if s.narrow() {
		gap = 1
	}
	s.flow(p, "", 2, gap, parts)
}
