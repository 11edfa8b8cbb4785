package judge

import (
	"fmt"
	"strings"

	"waymark/model"
	"waymark/ui"
	"waymark/ui/keys"
	"waymark/ui/layout"
	"waymark/ui/widget"
)

// Live is what can be done with this area now.
func (s *Screen) Live() []keys.Live {
	next, long := "next", "keep it, next area"
	if s.once {
		next, long = "keep and go back", "keep it and go back"
	}
	digits := fmt.Sprintf("1-%d", s.top())
	live := []keys.Live{
		{Action: keys.Level, Words: "level", Long: "choose a level", Shown: digits, Footer: true},
		{Action: keys.Enter, Words: next, Long: long, Footer: true},
		{Action: keys.Note, Words: "note", Long: "add a note", Footer: true},
	}
	j, judged := s.mine()
	if judged && j.State == model.Rated {
		live = append(live, keys.Live{Action: keys.Confidence, Words: "confidence", Long: "low, medium, high", Footer: true})
	}
	live = append(live,
		keys.Live{Action: keys.Flag, Words: "flag", Long: "flag to talk about", Footer: true},
		keys.Live{Action: keys.Full, Words: "full text", Long: "read the full text", Footer: true},
		keys.Live{Action: keys.Before, Shown: "[ ]", Words: "areas", Long: "area before, after", Footer: true},
		keys.Live{Action: keys.After, Words: "the area after"},
		keys.Live{Action: keys.Left, Shown: "←→", Words: "look at another level"},
		keys.Live{Action: keys.Right}, keys.Live{Action: keys.Up}, keys.Live{Action: keys.Down},
		keys.Live{Action: keys.QuickPass},
		keys.Live{Action: keys.Copy, Words: "copy this card"},
		keys.Live{Action: keys.NoEvidence}, keys.Live{Action: keys.NotApplicable},
		keys.Live{Action: keys.Emphasis}, keys.Live{Action: keys.WholePage},
	)
	if judged {
		live = append(live, keys.Live{Action: keys.LevelOff})
	}
	if judged && j.State == model.Rated {
		live = append(live, keys.Live{Action: keys.Direction})
	}
	return live
}

// HelpTitle names the screen in the help.
func (s *Screen) HelpTitle() string { return "judging an area" }

// Head is where this area is in the school's evaluation.
func (s *Screen) Head() ui.Head {
	r := s.book().Rubric()
	g, _ := r.Group(s.area.Group)
	h := ui.Head{Crumbs: []string{s.book().School().Name, string(g.ID) + " " + g.Title}}
	if s.env.Window.W >= 110 {
		h.Crumbs = []string{s.book().School().Name, s.book().Evaluation().Title, string(g.ID) + " " + g.Title}
	}
	if s.shape() == single {
		h.Crumbs = append(h.Crumbs, s.area.Name())
	}
	h.Place = fmt.Sprintf("%d of %d", r.Index(s.area.ID)+1, len(r.Areas))
	return h
}

// Status says what the next Enter does.
func (s *Screen) Status() string {
	if s.status != "" {
		return s.status
	}
	said := s.sentence(s.goes(model.Area.Name, "check your judgements"))
	if layout.Width(said) > s.size.W-2 {
		return s.sentence(s.goes(func(a model.Area) string { return string(a.ID) }, "check"))
	}
	return said
}

// sentence is the sentence itself, given where Enter goes.
func (s *Screen) sentence(goes string) string {
	if s.look != 0 {
		return fmt.Sprintf("Press Enter to choose %d %s and %s.", s.look, s.scale().Name(s.look), goes)
	}
	j, ok := s.mine()
	if !ok {
		if agreed, yes := s.shown(); yes {
			return fmt.Sprintf("Agreed: %s. Press Enter to %s.", s.says(agreed), goes)
		}
		return fmt.Sprintf("Press the number that fits best, or Enter to leave it and %s.", goes)
	}
	if s.book().Evaluation().Area(s.area.ID).Reread {
		return fmt.Sprintf("It was %s under other words. Press the number that fits now.", s.says(j))
	}
	if j.Person == model.TeamPerson {
		return fmt.Sprintf("The team recorded %s. Press Enter to keep it and %s.", s.says(j), goes)
	}
	return fmt.Sprintf("Chosen: %s. Press Enter to keep it and %s.", s.says(j), goes)
}

// goes is what Enter leads to, the next area called by its name or, where that
// is too long for the line, by its code; after the last area, last.
func (s *Screen) goes(called func(model.Area) string, last string) string {
	if s.once {
		return "go back"
	}
	areas := s.book().Rubric().Areas
	if i := s.book().Rubric().Index(s.area.ID); i+1 < len(areas) {
		return "go to " + called(areas[i+1])
	}
	return last
}

// says is a judgement in words: "3 Embedded".
func (s *Screen) says(j model.Judgement) string {
	switch j.State {
	case model.NotApplicable:
		return "does not apply to us"
	case model.NoEvidence:
		return "not enough evidence to say"
	default: // model.Rated
		return fmt.Sprintf("%d %s", j.Level, s.scale().Name(j.Level))
	}
}

// card is the area as text to paste elsewhere.
func (s *Screen) card() string {
	var b strings.Builder
	fmt.Fprintf(&b, "%s\n%s\n", s.area.Name(), s.area.Question)
	if j, ok := s.shown(); ok {
		fmt.Fprintf(&b, "Level: %s\n", s.says(j))
	}
	for i, text := range s.area.Levels {
		fmt.Fprintf(&b, "\n%d %s\n%s\n", i+1, s.scale().Name(model.Level(i+1)), text)
	}
	for _, n := range s.book().Evaluation().Area(s.area.ID).Notes {
		if !n.Private {
			fmt.Fprintf(&b, "\n- %s", n.Text)
		}
	}
	return b.String()
}

func countWord(n int) string {
	words := []string{"", "", "two", "three", "four", "five", "six", "seven", "eight", "nine"}
	if n < len(words) && words[n] != "" {
		return words[n]
	}
	return widget.Count(n, "level", "levels")
}
