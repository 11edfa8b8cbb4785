package working

import (
	"fmt"
	"slices"
	"strings"

	tea "charm.land/bubbletea/v2"
	"github.com/charmbracelet/x/ansi"

	"waymark/model"
	"waymark/model/priority"
	"waymark/ui/layout"
)

// widest is how far a row's two ends may be apart and still be read as one.
const widest = 116

// sheet is the page as lines, where its parts begin, and where the area it was
// opened for is first told of.
type sheet struct {
	lines []string
	parts []int
	at    int
}

func (p *sheet) add(lines ...string) { p.lines = append(p.lines, lines...) }

// width is how wide the page is written.
func (s *Screen) width() int { return min(s.size.W, widest) }

// write is the whole page.
func (s *Screen) write() sheet {
	p := &sheet{}
	if s.err != nil {
		s.heading(p, "No suggestion")
		p.add(s.text(refused(s.err))...)
		return *p
	}
	s.opening(p)
	if s.answer.Needy > 0 {
		s.curve(p)
		s.needs(p)
		s.supports(p)
	}
	s.checks(p)
	s.others(p)
	s.method(p)
	return *p
}

// heading begins a part.
func (s *Screen) heading(p *sheet, text string) {
	if n := len(p.lines); n > 0 && p.lines[n-1] != "" {
		p.add("")
	}
	p.parts = append(p.parts, len(p.lines))
	if len(p.lines) == 0 && s.size.H >= 14 {
		p.add("")
	}
	for _, l := range layout.Wrap(text, s.width()-4) {
		p.add("  " + s.env.Theme.Bold.Render(l))
	}
}

// text wraps a paragraph at the reading width.
func (s *Screen) text(words string) []string {
	return layout.Indent(2, layout.Wrap(words, min(layout.TextWidth, s.width()-4)))
}

// hanging wraps words beside a label of w cells.
func (s *Screen) hanging(label string, w int, words string) []string {
	lines := layout.Wrap(words, max(16, min(layout.TextWidth, s.width()-4-w)))
	for i := range lines {
		at := strings.Repeat(" ", w)
		if i == 0 {
			at = layout.Pad(label, w)
		}
		lines[i] = "  " + at + lines[i]
	}
	return lines
}

func (s *Screen) name(id model.AreaID) string {
	a, ok := s.rubric().Area(id)
	if !ok {
		return string(id)
	}
	return a.Name()
}

func (s *Screen) expected() string {
	return fmt.Sprintf("%d %s", s.answer.Expected, s.scale().Name(s.answer.Expected))
}

// opening is the idea in three sentences, and what it rests on.
func (s *Screen) opening(p *sheet) {
	s.heading(p, "How the suggestion came about")
	p.add(s.text(s.basis())...)
	p.add("")
	p.add(s.text("An area judged below " + s.expected() + " carries need. A priority reaches its own need, " +
		"and half the need of each area that depends on it. Priorities are taken one at a time, each reaching the most need that is left.")...)
	if s.answer.Needy == 0 {
		p.add("", "  No area is below "+s.expected()+", so nothing carries need.")
	}
}

// basis says how many areas the suggestion rests on.
func (s *Screen) basis() string {
	a := s.answer
	text := fmt.Sprintf("Based on %d of %d areas", a.Rated, a.Rated+a.NotApplicable+a.NotRated)
	var rest []string
	if a.NotApplicable > 0 {
		rest = append(rest, fmt.Sprintf("%d not applicable", a.NotApplicable))
	}
	if a.NotRated > 0 {
		rest = append(rest, fmt.Sprintf("%d not rated", a.NotRated))
	}
	if len(rest) > 0 {
		text += "; " + strings.Join(rest, ", ")
	}
	return text + "."
}

// curve draws how much of the need one, two and more priorities reach.
func (s *Screen) curve(p *sheet) {
	s.heading(p, "How much of the need the priorities reach together")
	t, bar := s.env.Theme, 20
	if s.width() < 72 {
		bar = 10
	}
	for i, share := range s.answer.Curve {
		pct := percent(share)
		label := fmt.Sprintf("%d", i+1)
		text := fmt.Sprintf("%s  %s %3d%%  ", label, t.Bar(pct, 100, bar), pct)
		name := s.name(s.answer.Order[i])
		if i >= s.answer.K {
			name = "(" + name + ")"
		}
		p.add("  " + layout.Cut(text+name, s.width()-4))
	}
	if n := len(s.answer.Order); n > s.answer.K {
		p.add(s.text(s.notAdded())...)
	}
}

// notAdded says why the areas in brackets are not suggested.
func (s *Screen) notAdded() string {
	if s.k != 0 {
		return fmt.Sprintf("In brackets: what would come next. You asked for %d.", s.k)
	}
	return "In brackets: what would come next. A fourth and a fifth are suggested only if each reaches at least 8% more of the need."
}

// supports says what each suggestion helps, and how firm it is.
func (s *Screen) supports(p *sheet) {
	s.heading(p, "How firm each suggestion is, and what it helps")
	for i, id := range s.answer.Suggested() {
		p.add(s.hanging(fmt.Sprint(i+1), 3, s.name(id))...)
		p.add(s.hanging("", 3, s.firmness(id))...)
		if list := s.answer.Supporting[id]; len(list) > 0 {
			p.add(s.hanging("", 3, "Helps "+codes(list)+".")...)
		}
		if off := s.answer.TakesItOff[id]; off != nil {
			p.add(s.hanging("", 3, s.takenOff(id, off))...)
		}
	}
}

// firmness is how often an area led, and how often it or what it helps did.
func (s *Screen) firmness(id model.AreaID) string {
	theme := s.answer.Theme[id]
	word := priority.Word(theme)
	return fmt.Sprintf("%s: in %d of 100 readings it or an area it helps is chosen; in %d it is chosen itself.",
		strings.ToUpper(word[:1])+word[1:], percent(theme), percent(s.answer.Led[id]))
}

func (s *Screen) takenOff(id model.AreaID, off *priority.Change) string {
	which := "it"
	if off.Area != id {
		which = s.name(off.Area)
	}
	return fmt.Sprintf("It would leave the list if %s were %d rather than %d.", which, off.To, off.From)
}

// checks lists what to look at again first, and what to find out first.
func (s *Screen) checks(p *sheet) {
	if len(s.answer.CheckFirst) > 0 {
		s.heading(p, "What to check first")
		for i, c := range s.answer.CheckFirst[:min(5, len(s.answer.CheckFirst))] {
			words := s.name(c.Area)
			if i == 0 {
				words = "Confirming " + words + " would change your priorities most."
			} else if i == 1 {
				words = "Then " + words
			}
			p.add(s.hanging(fmt.Sprint(i+1), 3, words)...)
		}
	}
	if len(s.answer.FindOutFirst) > 0 {
		s.heading(p, "Find out first")
		p.add(s.text("Every judgement of these is low confidence, so they do not lead until somebody has looked.")...)
		for _, id := range s.answer.FindOutFirst {
			p.add(s.hanging("", 3, s.name(id))...)
		}
	}
}

// others says in one line why every other area below expected is not there.
func (s *Screen) others(p *sheet) {
	if len(s.answer.NotChosen) == 0 {
		return
	}
	s.heading(p, "Why the other areas below expected are not there")
	for _, n := range s.answer.NotChosen {
		if n.Area == s.area && p.at == 0 {
			p.at = len(p.lines)
		}
		name := s.name(n.Area)
		if w := s.width() - 4; layout.Width(name)+layout.Width(n.Why)+2 <= w && s.size.W >= 72 {
			p.add(s.marked(n.Area, layout.Ends(name, n.Why, min(w, 80))))
			continue
		}
		p.add(s.marked(n.Area, layout.Cut(name, s.width()-4)))
		p.add(s.hanging("", 3, n.Why)...)
	}
}

// marked is a row in its margin, shown when it is about the area that the page
// was opened for.
func (s *Screen) marked(id model.AreaID, row string) string {
	if id != s.area {
		return "  " + row
	}
	return s.env.Theme.Selected.Render(s.env.Theme.Glyph.Mark + " " + row)
}

// method says what was counted and how often.
func (s *Screen) method(p *sheet) {
	s.heading(p, "How it was counted")
	p.add(s.text(fmt.Sprintf("Each level was read again %s times, as sure or unsure as you said you were, and the choosing repeated each time.", thousands(s.answer.Readings)))...)
	p.add(s.text(fmt.Sprintf("The readings start from number %d every time, so the same judgements always give the same answer.", s.answer.Seed))...)
	p.add(s.text("There is no overall figure for the school, and levels are never averaged.")...)
}

func thousands(n int) string {
	if n < 1000 {
		return fmt.Sprint(n)
	}
	return fmt.Sprintf("%d,%03d", n/1000, n%1000)
}

// percent rounds down, so that a number never belongs to another word.
func percent(share float64) int { return int(share*100 + 1e-9) }

func codes(ids []model.AreaID) string {
	all := make([]string, len(ids))
	for i, id := range ids {
		all[i] = string(id)
	}
	return strings.Join(all, ", ")
}

func (s *Screen) copy() tea.Cmd {
	lines := slices.Clone(s.sheet.lines)
	for i, l := range lines {
		lines[i] = strings.TrimRight(strings.TrimPrefix(ansi.Strip(l), "  "), " ")
	}
	text, files, ctx := strings.TrimSpace(strings.Join(lines, "\n"))+"\n", s.env.Files, s.env.Ctx
	return func() tea.Msg {
		said, err := files.Copy(ctx, text)
		return copied{said, err}
	}
}

// copied is the answer to copy.
type copied struct {
	said string
	err  error
}

func (c copied) words() string {
	if c.err != nil {
		return "Nothing could be copied. To select text with the mouse, hold Shift and drag."
	}
	return c.said
}
