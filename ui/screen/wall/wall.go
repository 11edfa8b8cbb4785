// Package wall is one area in letters that can be read across a room: its
// question, the level as a large figure, what it means, and what one level
// further would look like.
//
// It promises never to show a note, and no level of a round that is still
// covered. It imports the leaves of ui, waymark/model and waymark/model/meeting;
// never another screen.
package wall

import (
	"errors"
	"fmt"
	"slices"
	"strings"

	tea "charm.land/bubbletea/v2"

	"waymark/model"
	"waymark/model/desk"
	"waymark/model/meeting"
	"waymark/ui"
	"waymark/ui/env"
	"waymark/ui/keys"
	"waymark/ui/layout"
	"waymark/ui/nav"
)

// Screen shows an area of a meeting, or of the evaluation.
type Screen struct {
	env    *env.Env
	id     model.MeetingID // "" outside a meeting
	from   model.AreaID    // the area it was opened at
	area   model.Area
	pick   model.Level // chosen by its number, 0 for none
	status string
	size   layout.Size
}

// New opens the wall at an area; one that does not exist opens the first.
func New(e *env.Env, r nav.Wall) *Screen {
	s := &Screen{env: e, id: r.Meeting}
	areas := s.areas()
	id := r.Area
	if !slices.Contains(areas, id) {
		id = ""
		if len(areas) > 0 {
			id = areas[0]
		}
	}
	s.open(id)
	s.from = s.area.ID
	return s
}

func (s *Screen) open(id model.AreaID) {
	s.area, _ = s.book().Rubric().Area(id)
	s.pick, s.status = 0, ""
}

func (s *Screen) book() *model.Book  { return s.env.Desk.Book }
func (s *Screen) scale() model.Scale { return s.book().Rubric().Scale }

// Area is the area on the wall.
func (s *Screen) Area() model.AreaID { return s.area.ID }

// areas are those that can be turned to: the meeting's, else all.
func (s *Screen) areas() []model.AreaID {
	if s.id != "" {
		m, _ := s.book().Meeting(s.id) // without a meeting there are none
		return m.Areas
	}
	var all []model.AreaID
	for _, a := range s.book().Rubric().Areas {
		all = append(all, a.ID)
	}
	return all
}

// gone says why nothing can be shown, "" when it can.
func (s *Screen) gone() string {
	switch {
	case s.id != "" && s.book().Blind():
		return "Team meetings are the school’s own. A reviewer does not see them."
	case s.area.ID == "":
		return "This is not here any more. Your work is safe."
	}
	return ""
}

// Init goes back at once from where nothing can be shown.
func (s *Screen) Init() tea.Cmd {
	if why := s.gone(); why != "" {
		s.env.Nav.Leave(s)
		s.env.Nav.Say(why)
	}
	return nil
}

// Update follows what was changed elsewhere.
func (s *Screen) Update(msg tea.Msg) tea.Cmd {
	switch msg := msg.(type) {
	case nav.ReturnedMsg:
		s.pick, s.status = 0, ""
	case nav.UndoneMsg:
		s.follow(msg.Steps)
	}
	return nil
}

// follow goes to the area that undo has changed, so that it is seen.
func (s *Screen) follow(steps []model.Step) {
	for _, step := range steps {
		parts := strings.Split(string(step.Subject), "/")
		if len(parts) > 3 && parts[0] == "meeting" && parts[1] == string(s.id) && slices.Contains(s.areas(), model.AreaID(parts[2])) {
			s.open(model.AreaID(parts[2]))
			return
		}
	}
}

// round is the meeting's present round of the area; ok is false outside a
// meeting.
func (s *Screen) round() (v meeting.View, t model.Talk, ok bool) {
	m, err := s.book().Meeting(s.id)
	if s.id == "" || err != nil {
		return v, t, false
	}
	t, ok = m.Area(s.area.ID)
	return meeting.Now(m, t, s.scale().Top()), t, ok
}

// covered reports whether nobody may see a level of the area yet.
func (s *Screen) covered() bool {
	v, _, ok := s.round()
	return ok && !v.Shown
}

// shown is the level on the wall and what it is, 0 for none.
func (s *Screen) shown() (l model.Level, what string) {
	v, t, inMeeting := s.round()
	switch {
	case s.covered():
		return 0, ""
	case s.pick > 0 && inMeeting:
		return s.pick, "not recorded yet"
	case s.pick > 0:
		return s.pick, "what it looks like"
	case inMeeting && t.Outcome != nil && t.Outcome.Level > 0:
		return t.Outcome.Level, "recorded"
	case inMeeting:
		return v.Middle, "the middle view"
	}
	return s.judged(), ""
}

// judged is the level given here: the school's, or the reviewer's own.
func (s *Screen) judged() model.Level {
	a := s.book().Evaluation().Area(s.area.ID)
	j, _ := a.SchoolSays(s.env.Desk.Voice.Person)
	if s.book().Blind() {
		j, _ = a.By(s.env.Desk.Voice)
	}
	return j.Level
}

// Act carries out one action.
func (s *Screen) Act(p keys.Press) tea.Cmd {
	s.status = ""
	switch p.Action {
	case keys.Back:
		if s.pick > 0 {
			s.pick = 0
			return nil
		}
		s.leave()
	case keys.Big:
		s.leave()
	case keys.Left, keys.Before:
		s.step(-1)
	case keys.Right, keys.After:
		s.step(1)
	case keys.Up:
		s.look(1)
	case keys.Down:
		s.look(-1)
	case keys.Level:
		s.choose(p.N)
	case keys.Enter:
		s.record()
	}
	return nil
}

// leave goes back to normal size, in a meeting at the area now on the wall.
func (s *Screen) leave() {
	s.env.Nav.Pop()
	if s.id != "" && s.area.ID != s.from {
		s.env.Nav.Replace(nav.Vote{Meeting: s.id, Area: s.area.ID})
	}
}

func (s *Screen) step(by int) {
	areas := s.areas()
	i := slices.Index(areas, s.area.ID) + by
	if i < 0 || i >= len(areas) {
		s.status = "There are no more areas this way."
		return
	}
	s.open(areas[i])
}

// look shows the level above or below.
func (s *Screen) look(by int) {
	l, _ := s.shown()
	s.pick = min(max(1, l+model.Level(by)), s.scale().Top())
}

func (s *Screen) choose(n int) {
	if n > int(s.scale().Top()) {
		s.status = fmt.Sprintf("Press a number from 1 to %d.", s.scale().Top())
		return
	}
	s.pick = model.Level(n)
}

// record makes the chosen level what the team says.
func (s *Screen) record() {
	l := s.pick
	err := s.env.Desk.Do(s.book().RecordLevel(s.env.Desk.Voice, s.id, s.area.ID, l, ""))
	switch {
	case err == nil, errors.Is(err, model.ErrNothing):
		s.pick = 0
		s.status = fmt.Sprintf("Recorded %d %s. u takes it back.", l, s.scale().Name(l))
	case errors.Is(err, model.ErrFinished):
		s.status = "This self-evaluation is finished. Open it again to go on. Nothing has changed."
	case errors.Is(err, model.ErrSealed):
		s.status = "The levels are sealed for a visit. g v lifts the seal. Nothing has changed."
	case errors.Is(err, desk.ErrReadOnly):
		s.status = "This was opened to read only. Nothing has changed."
	default:
		s.status = env.Why(err, "That could not be kept. Nothing has changed. Press Enter to try again.")
	}
}

// Live is what can be done here.
func (s *Screen) Live() []keys.Live {
	if s.gone() != "" {
		return []keys.Live{{Action: keys.Back, Words: "back", Footer: true}}
	}
	var live []keys.Live
	if s.pick > 0 && s.id != "" {
		live = append(live, keys.Live{Action: keys.Enter, Words: fmt.Sprintf("record %d", s.pick), Footer: true})
	}
	live = append(live,
		keys.Live{Action: keys.Big, Words: "normal size", Footer: true},
		keys.Live{Action: keys.Left, Shown: "← →", Words: "areas", Long: "area before, after", Footer: true},
		keys.Live{Action: keys.Right}, keys.Live{Action: keys.Before}, keys.Live{Action: keys.After})
	if !s.covered() {
		level := keys.Live{Action: keys.Level, Shown: fmt.Sprintf("1-%d", s.scale().Top()), Words: "show level", Long: "show what that level looks like", Footer: true}
		if s.id != "" {
			level.Words, level.Long = "record", "choose the level to record; Enter records it"
		}
		live = append(live, level, keys.Live{Action: keys.Up, Shown: "↑ ↓", Words: "level above, below"}, keys.Live{Action: keys.Down})
	}
	return append(live, keys.Live{Action: keys.Back, Words: "back", Footer: true})
}

// HelpTitle names the screen in the help.
func (s *Screen) HelpTitle() string { return "the wall" }

// Head is the area alone: a room needs no more.
func (s *Screen) Head() ui.Head {
	if s.gone() != "" {
		return ui.Head{Crumbs: []string{"Team meeting"}}
	}
	areas := s.areas()
	return ui.Head{
		Crumbs: []string{string(s.area.ID) + "  " + s.area.Title},
		Place:  fmt.Sprintf("%d of %d", slices.Index(areas, s.area.ID)+1, len(areas)),
	}
}

// Status says what can be done with the level on the wall.
func (s *Screen) Status() string {
	switch {
	case s.status != "":
		return s.status
	case s.gone() != "":
		return s.gone()
	case s.covered():
		return "Levels stay hidden until everyone is in. Press b to go on giving levels."
	case s.id == "":
		return "Nothing is recorded here. Notes are never shown on the wall."
	case s.pick > 0:
		return fmt.Sprintf("Press Enter to record %d %s, or Esc to leave it.", s.pick, s.scale().Name(s.pick))
	}
	return "Press the number that the team decides on. Enter then records it."
}

var _ ui.Screen = (*Screen)(nil)
