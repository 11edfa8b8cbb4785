// Package startvisit plans a visit on one page: who leads it, when, how long,
// and what it looks at. What is proposed is made from the school's own book and
// tells nobody a level.
//
// It imports the leaves of ui, waymark/model and model/visit; never another
// screen.
package startvisit

import (
	"slices"
	"strings"
	"time"

	tea "charm.land/bubbletea/v2"

	"waymark/model"
	"waymark/model/visit"
	"waymark/ui"
	"waymark/ui/env"
	"waymark/ui/jot"
	"waymark/ui/keys"
	"waymark/ui/layout"
	"waymark/ui/nav"
	"waymark/ui/widget"
)

// part is what has the focus, in the order Tab and Enter go.
type part int

const (
	onLead part = iota
	onPost
	onDate
	onTemplate
	onFocus
	onAsks
	onSeal
	onStart
	parts
)

// Where what is typed is remembered while it is not used.
const (
	typedLead = "visit lead"
	typedPost = "visit post"
	typedDate = "visit date"
)

// checklistID is the list of what is looked for in rooms.
const checklistID = "lesson-visit"

// Screen is the page.
type Screen struct {
	env      *env.Env
	part     part
	lead     *widget.Field
	post     *widget.Field
	date     *widget.Field
	asks     *jot.Line
	template int
	choice   choice
	seal     bool
	planning bool
	problem  string
	at       part // what the problem is about
	status   string
	size     layout.Size
	page     *widget.Page
}

// shelved is the rubrics on this computer.
type shelved struct {
	of      *Screen
	rubrics []env.RubricEntry
	err     error
}

// New opens the page with today's date, one day, and areas proposed.
func New(e *env.Env, _ nav.StartVisit) *Screen {
	s := &Screen{env: e, lead: widget.NewLine(), post: widget.NewLine(), date: widget.NewLine()}
	s.asks = jot.New(e, jot.Key(e.Desk.Book, "new", "asks"), "")
	s.lead.SetValue(e.Typed(typedLead))
	s.post.SetValue(e.Typed(typedPost))
	s.date.SetValue(e.Typed(typedDate))
	if s.date.Empty() {
		s.date.SetValue(e.Clock().Local().Format("2 January 2006"))
	}
	s.template = max(0, slices.IndexFunc(visit.Templates(), func(t visit.Template) bool { return t.ID == "one-day" }))
	s.propose()
	return s
}

func (s *Screen) book() *model.Book { return s.env.Desk.Book }

// plan is the template chosen.
func (s *Screen) plan() visit.Template { return visit.Templates()[s.template] }

// propose ticks what is most worth looking at in the time there is, unless
// somebody has ticked for themselves.
func (s *Screen) propose() {
	if s.choice.touched {
		return
	}
	proposed, err := jot.Propose(s.env, s.plan().Focus)
	if err != nil {
		s.status = "No areas could be proposed. Choose them yourself."
	}
	s.choice = newChoice(s.book().Rubric(), proposed)
}

// Init needs nothing.
func (s *Screen) Init() tea.Cmd { return nil }

// Update takes typing, and the rubrics that the visit was waiting for.
func (s *Screen) Update(msg tea.Msg) tea.Cmd {
	switch msg := msg.(type) {
	case tea.KeyPressMsg, tea.PasteMsg:
		s.typed(msg)
	case nav.ReturnedMsg:
		s.status = ""
	case shelved:
		if msg.of == s {
			return s.carryOut(msg)
		}
	}
	return nil
}

func (s *Screen) typed(msg tea.Msg) {
	s.status, s.problem = "", ""
	if s.part == onAsks {
		s.asks.Update(msg)
		return
	}
	if f, name := s.field(); f != nil {
		f.Update(msg)
		s.env.SetTyped(name, f.Value())
	}
}

// field is the plain field with the focus and where it is remembered.
func (s *Screen) field() (f *widget.Field, typed string) {
	switch s.part {
	case onLead:
		return s.lead, typedLead
	case onPost:
		return s.post, typedPost
	case onDate:
		return s.date, typedDate
	default: // nothing plain is typed in the other parts
		return nil, ""
	}
}

// TakesText reports whether letters are letters now.
func (s *Screen) TakesText() bool { return s.part <= onDate || s.part == onAsks }

// Drafts counts the sentence that is not used yet.
func (s *Screen) Drafts() int { return s.asks.Drafts() }

// Act carries out one action.
func (s *Screen) Act(p keys.Press) tea.Cmd {
	s.status = ""
	if s.part == onFocus && s.choice.act(p) {
		return nil
	}
	switch p.Action {
	case keys.Enter:
		return s.enter()
	case keys.Back:
		s.env.Nav.Pop()
	case keys.NextPart, keys.Down:
		s.move(1)
	case keys.PartBefore, keys.Up:
		s.move(-1)
	case keys.Left:
		s.turn(-1)
	case keys.Right:
		s.turn(1)
	case keys.Level:
		s.digit(p.N)
	case keys.Tick:
		s.seal, s.problem = !s.seal, ""
	case keys.Undo, keys.Redo:
		s.undo(p.Action)
	}
	return nil
}

func (s *Screen) move(by int) { s.part = min(max(0, s.part+part(by)), parts-1) }

func (s *Screen) turn(by int) {
	n := len(visit.Templates())
	s.template = (s.template + by + n) % n
	s.propose()
}

func (s *Screen) digit(n int) {
	if s.part == onTemplate && n <= len(visit.Templates()) {
		s.template = n - 1
		s.propose()
	}
}

func (s *Screen) undo(a keys.Action) {
	switch {
	case s.part == onAsks && a == keys.Undo:
		s.asks.Undo()
	case s.part == onAsks:
		s.asks.Redo()
	case a == keys.Undo:
		if f, name := s.field(); f != nil {
			f.Undo()
			s.env.SetTyped(name, f.Value())
		}
	}
}

// enter goes on to the next part; on the last it plans the visit.
func (s *Screen) enter() tea.Cmd {
	if s.part < onStart {
		if problem := s.wrong(s.part); problem != "" {
			s.problem, s.at = problem, s.part
			return nil
		}
		s.problem = ""
		s.move(1)
		return nil
	}
	for p := onLead; p < parts; p++ {
		if problem := s.wrong(p); problem != "" {
			s.part, s.problem, s.at = p, problem, p
			return nil
		}
	}
	return s.fetch()
}

// wrong says what has to be put right in a part, "" for nothing.
func (s *Screen) wrong(p part) string {
	switch p {
	case onLead:
		if s.lead.Empty() {
			return "Enter the name of the lead reviewer"
		}
	case onDate:
		if _, ok := s.day(); !ok {
			return "Date must be like 24/9 or 24 September 2026"
		}
	case onFocus:
		if s.choice.count() == 0 {
			return "Choose at least one area to look at"
		}
	case onSeal:
		if s.seal && !s.judged() {
			return "There are no levels to seal yet"
		}
	default: // the other parts cannot be wrong
	}
	return ""
}

// judged reports whether the school has said anything that could be sealed.
func (s *Screen) judged() bool {
	return slices.ContainsFunc(s.book().Rubric().Areas, func(a model.Area) bool {
		return len(s.book().Evaluation().Area(a.ID).InRole(model.Self)) > 0
	})
}

// fetch asks for the rubrics on this computer: a visit names its checklist.
func (s *Screen) fetch() tea.Cmd {
	if s.planning {
		return nil
	}
	s.planning = true
	s.env.Nav.Hold()
	shelf, ctx := s.env.Shelf, s.env.Ctx
	return func() tea.Msg {
		all, err := shelf.Rubrics(ctx)
		return shelved{s, all, err}
	}
}

// carryOut writes the visit down and opens it.
func (s *Screen) carryOut(msg shelved) tea.Cmd {
	s.planning = false
	s.env.Nav.Release()
	if msg.err != nil {
		s.status = env.Why(msg.err, "The checklists could not be read. What you typed is safe. Press Enter again.")
		return nil
	}
	checklist := ""
	for _, r := range msg.rubrics {
		if r.Rubric.ID == checklistID && (checklist == "" || r.Shipped) {
			checklist = r.Hash
		}
	}
	id, lead, err := s.write(checklist)
	if err != nil {
		s.status = strings.ReplaceAll(jot.Why(err), "Your text is kept.", "What you typed is safe.")
		return nil
	}
	for _, name := range []string{typedLead, typedPost, typedDate} {
		s.env.SetTyped(name, "")
	}
	s.asks.Clear()
	cmd := s.env.Enter(env.Visiting{Visit: id, Voice: lead})
	s.env.Nav.Home(nil)
	s.env.Nav.Say(s.said())
	return cmd
}

// said is what planning has done. Whoever plans ahead is seldom the reviewer,
// and is told the way back.
func (s *Screen) said() string {
	if day, _ := s.day(); day.Format(time.DateOnly) > s.env.Clock().Local().Format(time.DateOnly) {
		return "The visit is planned. Esc, then m, leads back to the school’s own view."
	}
	return "The visit is planned. Levels are hidden until the reviewer has given theirs."
}

// day is the date as typed.
func (s *Screen) day() (time.Time, bool) {
	return dateOf(s.date.Value(), s.env.Clock().Local())
}

// Head names the school.
func (s *Screen) Head() ui.Head {
	return ui.Head{Crumbs: []string{s.book().School().Name, "Plan a visit"}}
}

// HelpTitle names the screen in the help.
func (s *Screen) HelpTitle() string { return "planning a visit" }

var (
	_ ui.Screen     = (*Screen)(nil)
	_ ui.Texting    = (*Screen)(nil)
	_ ui.Pointing   = (*Screen)(nil)
	_ ui.Clicking   = (*Screen)(nil)
	_ ui.Unfinished = (*Screen)(nil)
)
