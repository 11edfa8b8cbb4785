package check

import (
	"fmt"

	tea "charm.land/bubbletea/v2"

	"waymark/model"
	"waymark/ui/layout"
)

// mostProblems is how many problems stand at the top at once; the rest are
// reached with [ and ].
const mostProblems = 3

// Resize takes the body's size.
func (s *Screen) Resize(size layout.Size) {
	s.size = size
	s.list.Set(len(s.areas), size.H-len(s.above())-len(s.below()))
}

// View draws what is wrong, the list, and the button.
func (s *Screen) View() []string {
	lines := s.above()
	below := s.below()
	s.list.Set(len(s.areas), max(1, s.size.H-len(lines)-len(below)))
	s.top = len(lines)
	for i := s.list.First(); i < s.list.Last(); i++ {
		lines = append(lines, s.row(i))
	}
	return append(lines, below...)
}

func (s *Screen) above() []string {
	t := s.env.Theme
	var lines []string
	if len(s.problems) > 0 {
		lines = append(lines, "  "+t.Banner.Render(layout.Cut(" There is a problem: "+things(len(s.problems))+" you before you finish ", s.size.W-4)))
		for i, p := range s.problems {
			if i == mostProblems || s.size.H < 16 {
				break
			}
			mark := "  "
			if p.Area == s.Area() && !s.finish {
				mark = t.Glyph.Mark + " "
			}
			lines = append(lines, "  "+mark+layout.Cut(p.Problem, s.size.W-6))
		}
		if more := len(s.problems) - mostProblems; more > 0 && s.size.H >= 16 {
			lines = append(lines, fmt.Sprintf("    and %d more", more))
		}
	}
	n := len(s.areas)
	ready := fmt.Sprintf("%d of %d ready", n-len(s.problems), n)
	lines = append(lines, "", "  "+layout.Ends(t.Bold.Render("Check your judgements before you finish"), ready, s.size.W-4), "")
	return append(lines, t.Muted.Render(layout.Cut("    "+s.columns("Area", "Level", "Notes", "Sure?"), s.size.W-2)))
}

func (s *Screen) below() []string {
	t := s.env.Theme
	button := "Finish this self-evaluation"
	line := "    " + t.Accent.Render(button)
	if s.finish {
		line = "  " + t.Selected.Render(t.Glyph.Mark+" "+button+" ")
	}
	without := 0
	for _, a := range s.areas {
		if len(s.book().Evaluation().Area(a.ID).Notes) == 0 {
			without++
		}
	}
	if without == 0 || s.size.H < 16 {
		return []string{"", line}
	}
	advice := fmt.Sprintf("%s no notes. You can finish without them. Reviewers and governors will find your judgements easier to trust with one each.", areasHave(without))
	lines := []string{""}
	for _, l := range layout.Wrap(advice, min(layout.TextWidth, s.size.W-4)) {
		lines = append(lines, "  "+t.Muted.Render(l))
	}
	return append(lines, "", line)
}

func areasHave(n int) string {
	if n == 1 {
		return "1 area has"
	}
	return fmt.Sprintf("%d areas have", n)
}

// columns sets one row's cells; on a narrow window notes and confidence go.
func (s *Screen) columns(area, level, notes, sure string) string {
	w := s.size.W - 6
	if s.size.W < 72 {
		return layout.Pad(area, max(12, w-20)) + "  " + level
	}
	name := max(20, w-40)
	return layout.Pad(area, name) + "  " + layout.Pad(level, 21) + layout.Pad(notes, 7) + layout.Pad(sure, 9)
}

func (s *Screen) row(i int) string {
	t := s.env.Theme
	a := s.areas[i]
	state := s.book().Evaluation().Area(a.ID)
	sure := "–"
	j, ok := state.SchoolSays(s.env.Desk.Voice.Person)
	if ok && j.State == model.Rated {
		sure = string(j.Confidence)
		if j.Confidence == model.Low {
			sure += " ?"
		}
	}
	text := s.columns(layout.Cut(a.Name(), max(20, s.size.W-46)), s.level(j, ok), fmt.Sprint(len(state.Notes)), sure)
	if i == s.list.Cursor && !s.finish {
		return "  " + t.Selected.Render(layout.Pad(t.Glyph.Mark+" "+text, s.size.W-4))
	}
	if s.problem(a.ID) {
		return "    " + t.Warn.Render(text)
	}
	return "    " + text
}

func (s *Screen) level(j model.Judgement, ok bool) string {
	scale := s.book().Rubric().Scale
	t := s.env.Theme
	dots := t.Meter(0, int(scale.Top()))
	switch {
	case !ok:
		return dots + "  Not given"
	case j.State == model.NotApplicable:
		return dots + "  Does not apply"
	case j.State == model.NoEvidence:
		return dots + "  Not this time"
	}
	return fmt.Sprintf("%s %d %s", t.Meter(j.Level, int(scale.Top())), j.Level, scale.Name(j.Level))
}

// Click chooses the row under the mouse; a second click opens it.
func (s *Screen) Click(_, y int) tea.Cmd {
	i := s.list.First() + y - s.top
	switch {
	case y == s.size.H-1 || y == s.top+s.list.Last()-s.list.First()+len(s.below())-1:
		if s.finish {
			s.end()
		}
		s.finish = true
	case y < s.top || i >= s.list.Last():
	case i == s.list.Cursor && !s.finish:
		s.enter()
	default:
		s.list.Cursor, s.finish = i, false
	}
	return nil
}

// Wheel moves the cursor.
func (s *Screen) Wheel(down bool) tea.Cmd {
	if down {
		s.list.Move(1)
	} else {
		s.list.Move(-1)
	}
	return nil
}
