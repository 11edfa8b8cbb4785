// Package judge is the screen on which one area is judged: its question, its
// descriptors, and the number that fits best.
//
// It imports the leaves of ui and waymark/model; never another screen.
package judge

import (
	"errors"
	"fmt"
	"slices"

	tea "charm.land/bubbletea/v2"

	"waymark/model"
	"waymark/model/desk"
	"waymark/ui"
	"waymark/ui/env"
	"waymark/ui/keys"
	"waymark/ui/layout"
	"waymark/ui/nav"
)

// Screen judges one area at a time and walks on through the rubric.
type Screen struct {
	env    *env.Env
	area   model.Area
	once   bool // Enter goes back instead of on
	look   model.Level
	status string
	size   layout.Size
	zones  []zone
}

// zone is where a level can be clicked.
type zone struct {
	x, y, w, h int
	level      model.Level
}

// New opens the screen at an area; one that does not exist opens the first.
func New(e *env.Env, r nav.Judge) *Screen {
	s := &Screen{env: e, once: r.Once}
	a, ok := e.Desk.Book.Rubric().Area(r.Area)
	if !ok {
		a = e.Desk.Book.Rubric().Areas[0]
	}
	s.open(a)
	return s
}

// Area is the area being judged.
func (s *Screen) Area() model.AreaID { return s.area.ID }

func (s *Screen) open(a model.Area) {
	s.area, s.look, s.status = a, 0, ""
}

// Init shows the one tip for somebody's first area.
func (s *Screen) Init() tea.Cmd {
	if judged, _ := s.env.Desk.Book.Progress(); judged == 0 && !s.env.Tips["first"] {
		s.env.Tips["first"] = true
		s.status = fmt.Sprintf("Read the %s. Press the number that fits best. You can change it later.", countWord(int(s.top())))
	}
	return nil
}

// Update does nothing with results: the screen reads the book each time.
func (s *Screen) Update(msg tea.Msg) tea.Cmd {
	switch msg := msg.(type) {
	case nav.ReturnedMsg:
		s.status = ""
	case nav.UndoneMsg:
		s.follow(msg.Steps)
	case copied:
		s.status = msg.words()
	}
	return nil
}

// follow goes back to the area that undo has changed, so that a slip in quick
// pass is seen where it was made.
func (s *Screen) follow(steps []model.Step) {
	other := func(x model.Step) bool {
		return x.Kind != model.KindJudgement || x.Area != steps[0].Area || x.Area == s.area.ID
	}
	if len(steps) == 0 || slices.ContainsFunc(steps, other) {
		return
	}
	if a, ok := s.book().Rubric().Area(steps[0].Area); ok {
		s.open(a)
	}
}

// Resize takes the body's size.
func (s *Screen) Resize(size layout.Size) { s.size = size }

func (s *Screen) book() *model.Book  { return s.env.Desk.Book }
func (s *Screen) scale() model.Scale { return s.book().Rubric().Scale }
func (s *Screen) top() model.Level   { return s.scale().Top() }

// mine is the judgement that a number here moves: what the team recorded
// together, where it did, else this person's own.
func (s *Screen) mine() (model.Judgement, bool) {
	a := s.book().Evaluation().Area(s.area.ID)
	if j, ok := a.Team(); ok && s.env.Desk.Voice.Role == model.Self {
		return j, true
	}
	return a.By(s.env.Desk.Voice)
}

// shown is what the screen marks as chosen: what was agreed, else what the team
// recorded, else one's own judgement.
func (s *Screen) shown() (model.Judgement, bool) {
	if j, ok := s.book().Evaluation().Area(s.area.ID).By(model.Voice{Role: model.Agreed}); ok {
		return j, true
	}
	return s.mine()
}

// Act carries out one action.
func (s *Screen) Act(p keys.Press) tea.Cmd {
	switch p.Action {
	case keys.Level:
		s.choose(p.N)
	case keys.LevelOff:
		s.do(s.book().TakeOff(s.env.Desk.Voice, s.area.ID))
	case keys.NoEvidence:
		s.choose(int(s.top()) + 1)
	case keys.NotApplicable:
		s.choose(int(s.top()) + 2)
	case keys.Enter:
		s.enter()
	case keys.Before:
		s.step(-1)
	case keys.After:
		s.step(1)
	case keys.Left, keys.Right, keys.Up, keys.Down:
		s.lookAround(p.Action)
	case keys.QuickPass:
		s.quick()
	default:
		return s.more(p)
	}
	return nil
}

// more carries out the actions that add to a level.
func (s *Screen) more(p keys.Press) tea.Cmd {
	switch p.Action {
	case keys.Note:
		s.env.Nav.Push(nav.Note{Area: s.area.ID})
	case keys.Full:
		s.env.Nav.Push(nav.Read{Area: s.area.ID})
	case keys.WholePage:
		s.env.Nav.Push(nav.AreaPage{Area: s.area.ID})
	case keys.Emphasis:
		s.env.Nav.Push(nav.Emphasise{Area: s.area.ID})
	case keys.Confidence:
		s.confidence()
	case keys.Direction:
		s.direction()
	case keys.Flag:
		s.flag()
	case keys.Copy:
		return s.copy()
	}
	return nil
}

// choose takes a number: a level, or one of the two answers after the last.
func (s *Screen) choose(n int) {
	o := model.Opinion{State: model.NoEvidence}
	switch l := model.Level(n); {
	case l >= 1 && l <= s.top():
		s.do(s.book().GiveLevel(s.env.Desk.Voice, s.area.ID, l))
		s.goOn()
		return
	case l == s.top()+2:
		o.State = model.NotApplicable
	case l > s.top()+2:
		s.status = fmt.Sprintf("Press a number from 1 to %d.", s.top())
		return
	}
	s.do(s.book().Judge(s.env.Desk.Voice, s.area.ID, o))
	s.goOn()
}

// goOn moves on after a number while quick pass is on.
func (s *Screen) goOn() {
	if s.env.Quick && !s.once {
		if _, judged := s.mine(); judged {
			s.next()
		}
	}
}

// do carries out a rule and says what came of it.
func (s *Screen) do(changes []model.Change, err error) {
	s.look = 0
	switch err := s.env.Desk.Do(changes, err); {
	case err == nil, errors.Is(err, model.ErrNothing):
		s.status = ""
	case errors.Is(err, model.ErrFinished):
		s.status = "This self-evaluation is finished. To change levels, open it again from the menu (m)."
	case errors.Is(err, desk.ErrReadOnly):
		s.status = "This was opened to read only. Nothing has changed."
	case errors.Is(err, model.ErrVisitClosed):
		s.status = "The visit is closed. To change your levels, open it again under Visits (g v)."
	default:
		s.status = err.Error() + "."
	}
}

// enter keeps what is chosen, or chooses what is looked at, and goes on.
func (s *Screen) enter() {
	if s.look != 0 {
		s.do(s.book().GiveLevel(s.env.Desk.Voice, s.area.ID, s.look))
		if s.status != "" {
			return
		}
	}
	if s.once {
		s.env.Nav.Pop()
		return
	}
	s.next()
}

// next opens the area after this one; after the last comes the check.
func (s *Screen) next() {
	areas := s.book().Rubric().Areas
	i := s.book().Rubric().Index(s.area.ID)
	if i+1 < len(areas) {
		s.open(areas[i+1])
		s.tip()
		return
	}
	s.env.Nav.Replace(nav.Check{})
}

// tip offers quick pass once, when somebody has got the hang of it.
func (s *Screen) tip() {
	if judged, _ := s.book().Progress(); judged == 10 && !s.env.Quick && !s.env.Tips["quick"] {
		s.env.Tips["quick"] = true
		s.status = "Ten judged. To go faster, press . for quick pass: a number then moves on by itself."
	}
}

func (s *Screen) step(by int) {
	areas := s.book().Rubric().Areas
	i := s.book().Rubric().Index(s.area.ID) + by
	if i < 0 || i >= len(areas) {
		s.status = "There are no more areas this way."
		return
	}
	s.open(areas[i])
}

// lookAround moves over the descriptors; Enter then chooses.
func (s *Screen) lookAround(a keys.Action) {
	at := int(s.look)
	if at == 0 {
		if j, ok := s.shown(); ok {
			at = int(j.Level)
		}
	}
	by := map[keys.Action]int{keys.Left: -1, keys.Right: 1, keys.Up: -1, keys.Down: 1}[a]
	if s.shape() == grid && (a == keys.Up || a == keys.Down) {
		by *= s.columns()
	}
	if at == 0 {
		by, at = 0, 1
	}
	s.status = ""
	if to := at + by; to >= 1 && to <= int(s.top()) {
		at = to
	}
	s.look = model.Level(at)
	if j, ok := s.shown(); ok && j.Level == s.look {
		s.look = 0
	}
}

func (s *Screen) quick() {
	s.env.Quick = !s.env.Quick
	s.status = "Quick pass is off."
	if s.env.Quick {
		s.status = "Quick pass is on. A number chooses and moves on. Press u to go back, . to stop"
	}
}

func (s *Screen) confidence() {
	j, _ := s.mine()
	next := map[model.Confidence]model.Confidence{model.Medium: model.High, model.High: model.Low, model.Low: model.Medium}[j.Confidence]
	s.do(s.book().SetConfidence(s.env.Desk.Voice, s.area.ID, next))
	if s.status == "" {
		s.status = fmt.Sprintf("You are %s sure about %s. Press c to change it.", sureWord(next), s.area.ID)
	}
}

func sureWord(c model.Confidence) string {
	switch c {
	case model.Low:
		return "not very"
	case model.High:
		return "very"
	default: // model.Medium
		return "fairly"
	}
}

func (s *Screen) direction() {
	j, _ := s.mine()
	order := []model.Direction{"", model.Improving, model.Steady, model.Slipping}
	next := order[(slices.Index(order, j.Direction)+1)%len(order)]
	s.do(s.book().SetDirection(s.env.Desk.Voice, s.area.ID, next))
	if s.status == "" {
		s.status = "Direction of travel: " + directionWord(next) + ". Choose it again from the menu to change it."
	}
}

func directionWord(d model.Direction) string {
	if d == "" {
		return "not said"
	}
	return string(d)
}

func (s *Screen) flag() {
	v := s.env.Desk.Voice
	on := !slices.Contains(s.book().Evaluation().Area(s.area.ID).Flags, v.Person)
	s.do(s.book().SetFlag(v, s.area.ID, on))
	if s.status == "" && on {
		s.status = fmt.Sprintf("%s is flagged to talk about. Find (/) lists what is flagged.", s.area.ID)
	}
}

func (s *Screen) copy() tea.Cmd {
	text, files, ctx := s.card(), s.env.Files, s.env.Ctx
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

var _ ui.Screen = (*Screen)(nil)
