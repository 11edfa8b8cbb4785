// Package area is the page of one area: everything its rubric says of it, how
// it hangs together with others, and the next steps from the level it has now,
// each of which can be adopted into a priority.
//
// It imports the leaves of ui and waymark/model; never another screen.
package area

import (
	"fmt"
	"slices"

	tea "charm.land/bubbletea/v2"

	"waymark/model"
	"waymark/ui"
	"waymark/ui/env"
	"waymark/ui/keys"
	"waymark/ui/layout"
	"waymark/ui/nav"
)

// Screen shows one area of a rubric.
type Screen struct {
	env    *env.Env
	hash   string
	want   model.AreaID
	rubric model.Rubric
	area   model.Area
	ready  bool
	own    bool // the rubric is that of the open evaluation, which is shown with it
	tour   bool
	cursor int  // the item under the cursor, none for none
	first  int  // the first line in view
	ask    *ask // a question in the page's place, nil for none
	status string
	size   layout.Size
}

// none is the cursor when it is on nothing.
const none = -1

// found is the rubrics on this computer.
type found struct {
	hash    string
	rubrics []env.RubricEntry
	err     error
}

// New opens an area; one that does not exist opens the rubric's first.
func New(e *env.Env, r nav.AreaPage) *Screen {
	s := &Screen{env: e, hash: r.Rubric, want: r.Area, tour: r.Tour, cursor: none}
	if e.Desk != nil && (r.Rubric == "" || r.Rubric == e.Desk.Book.Evaluation().Rubric) {
		s.own = !r.Tour // who reads for the first time is not to see how it was judged
		s.show(e.Desk.Book.Rubric())
	}
	return s
}

func (s *Screen) show(r model.Rubric) {
	a, ok := r.Area(s.want)
	if !ok && len(r.Areas) > 0 {
		a = r.Areas[0]
	}
	s.rubric, s.area, s.ready = r, a, len(r.Areas) > 0
	if !s.ready {
		s.status = "This rubric is asked or looked for, so it has no areas. Press Esc to go back."
	}
}

// Area is the area shown, where a note can be about it.
func (s *Screen) Area() model.AreaID {
	if !s.own {
		return ""
	}
	return s.area.ID
}

// Init reads a rubric that is not on the desk.
func (s *Screen) Init() tea.Cmd {
	if s.ready || s.own {
		return nil
	}
	shelf, ctx, hash := s.env.Shelf, s.env.Ctx, s.hash
	return func() tea.Msg {
		all, err := shelf.Rubrics(ctx)
		return found{hash, all, err}
	}
}

// Update takes the rubric and the answer to copy.
func (s *Screen) Update(msg tea.Msg) tea.Cmd {
	switch msg := msg.(type) {
	case nav.ReturnedMsg:
		if s.ready {
			s.status, s.ask = "", nil
		}
	case copied:
		if msg.area == s.area.ID {
			s.status = msg.words()
		}
	case found:
		s.found(msg)
	case kept:
		s.kept(msg)
	}
	return nil
}

func (s *Screen) found(msg found) {
	if s.ready || msg.hash != s.hash {
		return
	}
	i := slices.IndexFunc(msg.rubrics, func(e env.RubricEntry) bool { return e.Hash == s.hash })
	if i < 0 {
		s.status = env.Why(msg.err, "This rubric could not be read. Your work is safe. Press Esc to go back.")
		return
	}
	s.show(msg.rubrics[i].Rubric)
}

// level is the level the area called id has now, to the eyes of the person
// here: a reviewer sees their own until they have judged.
func (s *Screen) level(id model.AreaID) (model.Judgement, bool) {
	if !s.own {
		return model.Judgement{}, false
	}
	state, voice := s.env.Desk.Book.Evaluation().Area(id), s.env.Desk.Voice
	if voice.Role == model.Self {
		return state.SchoolSays(voice.Person)
	}
	return state.By(voice)
}

// rated is the level of an area when it has one.
func (s *Screen) rated(id model.AreaID) (model.Level, bool) {
	j, ok := s.level(id)
	return j.Level, ok && j.State == model.Rated
}

// Act carries out one action.
func (s *Screen) Act(p keys.Press) tea.Cmd {
	s.status = ""
	if s.ask != nil {
		s.answer(p)
		return nil
	}
	switch p.Action {
	case keys.Enter:
		return s.enter()
	case keys.Tick, keys.Edit:
		if it, ok := s.on(); ok && it.step != "" {
			s.adopt(it.step)
		} else if s.tour {
			return s.markRead()
		}
	case keys.Back:
		s.env.Nav.Pop()
	case keys.Before:
		s.step(-1)
	case keys.After:
		s.step(1)
	case keys.NextPart:
		s.phase(1)
	case keys.PartBefore:
		s.phase(-1)
	case keys.Copy:
		return s.copy()
	default:
		s.move(p.Action)
	}
	return nil
}

// enter does what the cursor is on; on nothing it reads on, and goes back at
// the end.
func (s *Screen) enter() tea.Cmd {
	it, ok := s.on()
	switch {
	case ok && it.step != "":
		s.adopt(it.step)
	case ok:
		s.env.Nav.Push(nav.AreaPage{Rubric: s.hash, Area: it.area})
	case s.first < s.over():
		s.move(keys.PageDown)
	case s.tour:
		return s.markRead()
	default:
		s.env.Nav.Pop()
	}
	return nil
}

// step opens the area before or after.
func (s *Screen) step(by int) {
	i := s.rubric.Index(s.area.ID) + by
	if i < 0 || i >= len(s.rubric.Areas) {
		s.status = "There are no more areas this way."
		return
	}
	s.area, s.first, s.cursor = s.rubric.Areas[i], 0, none
}

func (s *Screen) copy() tea.Cmd {
	text, id, files, ctx := s.text(), s.area.ID, s.env.Files, s.env.Ctx
	return func() tea.Msg {
		said, err := files.Copy(ctx, text)
		return copied{id, said, err}
	}
}

// copied is the answer to copy.
type copied struct {
	area model.AreaID
	said string
	err  error
}

func (c copied) words() string {
	if c.err != nil {
		return "Nothing could be copied. To select text, drag over it with the mouse."
	}
	return c.said
}

// HelpTitle names the screen in the help.
func (s *Screen) HelpTitle() string { return "an area's page" }

// Head is where the area is.
func (s *Screen) Head() ui.Head {
	if !s.ready {
		return ui.Head{Crumbs: []string{"Waymark", "Rubric"}}
	}
	g, _ := s.rubric.Group(s.area.Group)
	h := ui.Head{Crumbs: []string{s.rubric.Title, string(g.ID) + " " + g.Title}}
	if s.own {
		h.Crumbs[0] = s.env.Desk.Book.School().Name
	}
	if c := s.env.Window.Class(); c == layout.Narrow || c == layout.Tiny {
		h.Crumbs = append(h.Crumbs, s.area.Name())
	}
	if s.tour {
		h.Place = fmt.Sprintf("%d of %d read", s.readSoFar(), len(s.rubric.Areas))
		return h
	}
	h.Place = fmt.Sprintf("%d of %d", s.rubric.Index(s.area.ID)+1, len(s.rubric.Areas))
	return h
}

var _ ui.Screen = (*Screen)(nil)
