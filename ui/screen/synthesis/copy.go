package synthesis

import (
	"strings"

	tea "charm.land/bubbletea/v2"

	"waymark/model"
	"waymark/ui/checklist"
)

// copy puts the findings on the clipboard.
func (s *Screen) copy() tea.Cmd {
	text, files, ctx := s.text(), s.env.Files, s.env.Ctx
	return func() tea.Msg {
		said, err := files.Copy(ctx, text)
		return copied{said, err}
	}
}

// text is the findings in words. The codes of teachers stay here: what is
// copied can go anywhere.
func (s *Screen) text() string {
	v, _ := s.env.Visit()
	l, _ := checklist.Of(s.env)
	lines := []string{"What was seen in rooms: " + s.book().School().Name + ", " + v.Date, strings.Join(s.found.Words, " ")}
	var group model.GroupID
	for _, item := range s.found.Items {
		if item.Group != group {
			group = item.Group
			g, _ := l.Group(group)
			lines = append(lines, "", string(g.ID)+"  "+g.Title)
		}
		lines = append(lines, string(item.Item.ID)+"  "+item.Item.Text, "     "+s.env.Say(strings.Join(item.Words(s.found.Compared), " ")))
	}
	lines = append(lines, "", "Rooms")
	for _, r := range s.found.Rooms {
		lines = append(lines, strings.TrimSpace(r.Words()+". "+r.Together.Words()))
	}
	var spots []string
	for _, p := range v.Of(model.BrightSpot) {
		if p.Consent {
			spots = append(spots, p.Text)
		}
	}
	if len(spots) > 0 {
		lines = append(append(lines, "", "Bright spots"), spots...)
	}
	return strings.Join(append(lines, "", "This is no appraisal, and nothing of it goes into one."), "\n")
}
