package synthesis

import (
	tea "charm.land/bubbletea/v2"

	"waymark/model"
)

// earlier is what other years hold of visits, for one evaluation.
type earlier struct {
	of     model.EvaluationID
	visits []model.Visit
	err    error
}

func (s *Screen) readBefore() tea.Cmd {
	if _, on := s.env.Visit(); !on {
		return nil
	}
	shelf, ctx, school, of := s.env.Shelf, s.env.Ctx, s.book().SchoolID(), s.book().EvaluationID()
	return func() tea.Msg {
		all, err := shelf.EarlierVisits(ctx, school, of)
		return earlier{of, all, err}
	}
}

// take sets what was found beside the visits of other years.
func (s *Screen) take(msg earlier) {
	if s.env.Desk == nil || msg.of != s.book().EvaluationID() {
		return
	}
	s.before, s.unread = msg.visits, msg.err != nil
	s.refresh()
}
