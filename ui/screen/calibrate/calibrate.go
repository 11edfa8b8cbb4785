// Package calibrate is where a person tries their eye on a rubric: sorting the
// shuffled levels of an area, and judging short made-up stories. It is private:
// nothing is written anywhere, and what came of it is forgotten on leaving.
//
// It imports the leaves of ui and waymark/model; never another screen.
package calibrate

import (
	"fmt"
	"slices"

	tea "charm.land/bubbletea/v2"

	"waymark/model"
	"waymark/model/arrange"
	"waymark/ui"
	"waymark/ui/env"
	"waymark/ui/keys"
	"waymark/ui/layout"
	"waymark/ui/nav"
)

// Screen is the choice of an area, or what is tried on it.
type Screen struct {
	env    *env.Env
	hash   string
	rubric model.Rubric
	stages []stage // the last one is shown
	first  int     // the first line in view
	status string
	size   layout.Size
}

// stage is one thing a person does here.
type stage interface {
	act(s *Screen, p keys.Press)
	live() []keys.Live
	sheet(s *Screen, w int) sheet
	status() string
	// row is where the cursor is, and choose puts it elsewhere.
	row() int
	choose(i int)
}

// nowhere is the row of a stage that has no cursor.
const nowhere = -2

// sheet is lines, and the row each belongs to, -1 for none.
type sheet struct {
	lines []string
	rows  []int
}

func (p *sheet) add(row int, lines ...string) {
	for _, l := range lines {
		p.lines, p.rows = append(p.lines, l), append(p.rows, row)
	}
}

// private is said wherever somebody could wonder.
const private = "Nothing here is recorded, and nobody else sees it."

// found is the rubrics on this computer.
type found struct {
	hash    string
	rubrics []env.RubricEntry
	err     error
}

// New opens a rubric by its hash.
func New(e *env.Env, r nav.Calibrate) *Screen { return &Screen{env: e, hash: r.Rubric} }

// Init reads the rubric.
func (s *Screen) Init() tea.Cmd {
	shelf, ctx, hash := s.env.Shelf, s.env.Ctx, s.hash
	return func() tea.Msg {
		all, err := shelf.Rubrics(ctx)
		return found{hash, all, err}
	}
}

// Update takes the rubric.
func (s *Screen) Update(msg tea.Msg) tea.Cmd {
	switch msg := msg.(type) {
	case nav.ReturnedMsg:
		s.status = ""
	case found:
		s.found(msg)
	}
	return nil
}

func (s *Screen) found(msg found) {
	if len(s.stages) > 0 || msg.hash != s.hash {
		return
	}
	i := slices.IndexFunc(msg.rubrics, func(e env.RubricEntry) bool { return e.Hash == s.hash })
	switch {
	case i >= 0:
		s.rubric = msg.rubrics[i].Rubric
	case s.env.Desk != nil && s.env.Desk.Book.Evaluation().Rubric == s.hash:
		s.rubric = s.env.Desk.Book.Rubric()
	default:
		s.status = env.Why(msg.err, "This rubric could not be read. Your work is safe. Press Esc to go back.")
		return
	}
	if len(s.rubric.Areas) == 0 {
		s.status = "This rubric has no levels to sort. Press Esc to go back."
		return
	}
	s.open(newPick(s.rubric))
}

// open shows a stage on top of the others, and back takes it away again.
func (s *Screen) open(to stage) { s.stages, s.first = append(s.stages, to), 0 }

func (s *Screen) back() {
	if len(s.stages) <= 1 {
		s.env.Nav.Pop()
		return
	}
	s.stages, s.first = s.stages[:len(s.stages)-1], 0
	s.inView()
}

func (s *Screen) on() stage {
	if len(s.stages) == 0 {
		return nil
	}
	return s.stages[len(s.stages)-1]
}

// Act carries out one action.
func (s *Screen) Act(p keys.Press) tea.Cmd {
	s.status = ""
	at := s.on()
	switch {
	case p.Action == keys.Back:
		s.back()
	case at == nil:
	case p.Action == keys.PageUp:
		s.scroll(1 - s.size.H)
	case p.Action == keys.PageDown:
		s.scroll(s.size.H - 1)
	case at.row() == nowhere && p.Action == keys.Up:
		s.scroll(-1)
	case at.row() == nowhere && p.Action == keys.Down:
		s.scroll(1)
	default:
		row := at.row()
		at.act(s, p)
		if s.on() == at && at.row() != row {
			s.inView()
		}
	}
	return nil
}

func (s *Screen) scroll(by int) {
	s.first = max(0, min(s.first+by, len(s.body().lines)-s.size.H))
}

// inView scrolls as little as it must to show the row under the cursor.
func (s *Screen) inView() {
	from, to := -1, -1
	for y, r := range s.body().rows {
		if r == s.on().row() {
			to = y
			if from < 0 {
				from = y
			}
		}
	}
	if from >= 0 {
		s.first = max(0, min(max(s.first, to+1-s.size.H), from))
	}
	s.scroll(0)
}

func (s *Screen) body() sheet {
	if s.on() == nil {
		return sheet{}
	}
	return s.on().sheet(s, min(layout.TextWidth+8, s.size.W))
}

// Live is what can be done now.
func (s *Screen) Live() []keys.Live {
	back := keys.Live{Action: keys.Back, Words: "back", Footer: true}
	if s.on() == nil {
		return []keys.Live{back}
	}
	live := s.on().live()
	if len(s.body().lines) <= s.size.H {
		return append(live, back)
	}
	pages := []keys.Live{{Action: keys.PageDown, Words: "scroll down"}, {Action: keys.PageUp}}
	if s.on().row() == nowhere {
		pages = append(pages, keys.Live{Action: keys.Up, Shown: "↑↓", Words: "scroll", Footer: true}, keys.Live{Action: keys.Down})
	}
	return append(append(live, pages...), back)
}

// HelpTitle names the screen in the help.
func (s *Screen) HelpTitle() string { return "trying your eye" }

// Head names the rubric.
func (s *Screen) Head() ui.Head {
	h := ui.Head{Crumbs: []string{"Waymark", "Try your eye"}}
	if s.on() != nil {
		h.Crumbs[0] = s.rubric.Title
	}
	if p, ok := s.on().(interface{ place() string }); ok {
		h.Place = p.place()
	}
	return h
}

// Status says how to go on.
func (s *Screen) Status() string {
	switch {
	case s.status != "":
		return s.status
	case s.on() == nil:
		return "Reading the rubric…"
	}
	return s.on().status()
}

// Resize takes the body's size and keeps the cursor in view.
func (s *Screen) Resize(size layout.Size) {
	s.size = size
	if s.on() != nil {
		s.inView()
	}
}

// View draws what is done now.
func (s *Screen) View() []string {
	if s.on() == nil {
		return []string{"", "  " + layout.Cut(s.Status(), s.size.W-4)}
	}
	all := s.body().lines
	first := max(0, min(s.first, len(all)-s.size.H))
	return all[first:min(len(all), first+s.size.H)]
}

// Click chooses the row under the mouse; a second click does it.
func (s *Screen) Click(_, y int) tea.Cmd {
	all := s.body().rows
	if y += s.first; s.on() == nil || y < 0 || y >= len(all) || all[y] < 0 {
		return nil
	}
	if s.on().row() == all[y] {
		return s.Act(keys.Press{Action: keys.Enter})
	}
	s.on().choose(all[y])
	return nil
}

// Wheel scrolls.
func (s *Screen) Wheel(down bool) tea.Cmd {
	s.scroll(map[bool]int{true: 1, false: -1}[down])
	return nil
}

// shuffled is the numbers below n in an order that seed decides, and that is
// never their own where there are two or more.
func shuffled(seed string, n int) []int {
	order := make([]int, n)
	for i := range order {
		order[i] = i
	}
	arrange.By(order, func(a, b int) int { return compareMixed(seed, a, b) })
	if n > 1 && slices.IsSorted(order) {
		order = append(order[1:], order[0])
	}
	return order
}

func levelRange(n int) string { return fmt.Sprintf("1-%d", n) }

var (
	_ ui.Screen   = (*Screen)(nil)
	_ ui.Clicking = (*Screen)(nil)
)
