package overview

import (
	"fmt"
	"slices"
	"strings"

	tea "charm.land/bubbletea/v2"

	"waymark/model"
	"waymark/ui/layout"
	"waymark/ui/widget"
)

// Status tells the cell under the cursor in words.
func (s *Screen) Status() string {
	if s.status != "" {
		return s.status
	}
	a, ok := s.rubric().Area(s.Area())
	if !ok {
		return ""
	}
	j, judged := s.says(a.ID)
	level := s.level(j, judged)
	short, _, _ := strings.Cut(level, ",") // the signs in the cell say the rest
	flag := ""
	if s.book().Evaluation().Area(a.ID).Flagged() {
		flag = ", flagged"
	}
	if s.book().Evaluation().Area(a.ID).Reread {
		flag += ", please re-read"
	}
	notes := ", " + widget.Count(len(s.book().Evaluation().Area(a.ID).Notes), "note", "notes")
	was := s.was(a.ID)
	for _, said := range []string{
		fmt.Sprintf("%s: %s%s%s.%s", a.Name(), level, notes, flag, was),
		fmt.Sprintf("%s: %s%s.%s", a.Name(), level, flag, was),
		fmt.Sprintf("%s: %s.%s", a.Name(), short, was),
	} {
		if layout.Width(said) <= s.size.W-4 {
			return said
		}
	}
	return fmt.Sprintf("%s: %s%s.%s", a.ID, level, flag, was)
}

// level is a judgement in words: "3 Embedded, medium confidence".
func (s *Screen) level(j model.Judgement, judged bool) string {
	switch {
	case !judged:
		return "not judged yet"
	case j.State == model.NotApplicable:
		return "does not apply to us"
	case j.State == model.NoEvidence:
		return "not enough evidence to say"
	}
	return fmt.Sprintf("%d %s, %s confidence", j.Level, s.rubric().Scale.Name(j.Level), j.Confidence)
}

// was is last year's level, once this year's has been given.
func (s *Screen) was(id model.AreaID) string {
	if l, ok := s.before(id); ok {
		return fmt.Sprintf(" Was %d.", l)
	}
	return ""
}

func (s *Screen) before(id model.AreaID) (model.Level, bool) {
	state := s.book().Evaluation().Area(id)
	_, mine := state.By(s.env.Desk.Voice)
	_, agreed := state.By(model.Voice{Role: model.Agreed})
	if !mine && !agreed {
		return 0, false
	}
	return s.env.LastYear(id)
}

// middle is the middle level of a group, or the two that share the middle.
func (s *Screen) middle(areas []model.Area) (low, high model.Level) {
	all := s.levels(areas)
	if len(all) == 0 {
		return 0, 0
	}
	return all[(len(all)-1)/2], all[len(all)/2]
}

// levels lists the levels of areas, lowest first.
func (s *Screen) levels(areas []model.Area) []model.Level {
	var all []model.Level
	for _, a := range areas {
		if j, ok := s.says(a.ID); ok && j.State == model.Rated {
			all = append(all, j.Level)
		}
	}
	slices.Sort(all)
	return all
}

// cell is an area's level with its signs: "2*?".
func (s *Screen) cell(id model.AreaID) (text string, level model.Level) {
	j, ok := s.says(id)
	text = s.env.Theme.Glyph.Dot
	switch {
	case ok && j.State == model.Rated:
		text, level = fmt.Sprint(j.Level), j.Level
	case ok && j.State == model.NotApplicable:
		text = "–"
	}
	return text, level
}

// signs are what is said of an area besides its level.
func (s *Screen) signs(id model.AreaID) string {
	signs := ""
	if s.book().Evaluation().Area(id).Flagged() {
		signs = "*"
	}
	if j, ok := s.says(id); ok && j.State == model.Rated && j.Confidence == model.Low {
		signs += "?"
	}
	return signs
}

// table is the map as text to paste elsewhere.
func (s *Screen) table() string {
	var b strings.Builder
	for _, g := range s.groups {
		fmt.Fprintf(&b, "%s %s\n", g.ID, g.Title)
		for _, a := range g.areas {
			j, ok := s.says(a.ID)
			fmt.Fprintf(&b, "%s\t%s\t%s%s\n", a.ID, a.Title, s.level(j, ok), s.signs(a.ID))
		}
	}
	return b.String()
}

func (s *Screen) copy() tea.Cmd {
	text, files, ctx := s.table(), s.env.Files, s.env.Ctx
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
