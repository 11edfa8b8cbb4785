// Package claims holds what the school said at the start of a visit, in its own
// words, and how that looks halfway through: what speaks for it, what would
// change our mind, and which stop would best put it to the test.
//
// It imports the leaves of ui, waymark/model and model/visit; never another
// screen.
package claims

import (
	"cmp"
	"errors"
	"fmt"
	"slices"

	tea "charm.land/bubbletea/v2"

	"waymark/model"
	"waymark/model/arrange"
	"waymark/ui"
	"waymark/ui/env"
	"waymark/ui/jot"
	"waymark/ui/keys"
	"waymark/ui/layout"
	"waymark/ui/nav"
	"waymark/ui/visiting"
	"waymark/ui/widget"
)

// part is where keys go.
type part int

const (
	listing  part = iota // everything that was said
	checking             // one claim, and how it looks
	typing               // words
	picking              // an area for one claim
)

// mostClaims is how many claims are asked for.
const mostClaims = 3

// Screen lists what was said, or checks one claim of it.
type Screen struct {
	env    *env.Env
	rows   []row
	list   widget.List
	part   part
	open   model.ClaimID // the claim being checked
	check  widget.List   // over what can be said of it
	edit   *editor
	picker *jot.Picker
	back   part // where the choice of an area goes back to
	page   *widget.Page
	status string
	size   layout.Size
}

// row is one line of the list: something that was said, or room for it.
type row struct {
	kind     model.ClaimKind
	question string
	claim    model.Claim // no id where something can be added
}

// New opens the list at the first thing that is still to be asked, else at the
// first claim that has not been checked.
func New(e *env.Env, _ nav.Claims) *Screen {
	s := &Screen{env: e}
	s.check.Set(checks, checks)
	s.refresh()
	if !s.toEmpty() {
		s.list.Cursor = max(0, slices.IndexFunc(s.rows, func(r row) bool { return r.kind != model.Answered && r.claim.Verdict == "" }))
	}
	s.resume()
	return s
}

func (s *Screen) book() *model.Book { return s.env.Desk.Book }

func (s *Screen) visit() model.Visit { v, _ := s.env.Visit(); return v }

func (s *Screen) writable() bool {
	v, on := s.env.Visit()
	return on && !v.Closed && !s.env.Desk.ReadOnly()
}

// said lists what was said, in the order in which it was first written down: a
// claim that is checked keeps its place.
func (s *Screen) said() []model.Claim {
	all := slices.Clone(s.visit().Claims)
	arrange.By(all, func(x, y model.Claim) int { return cmp.Compare(x.ID, y.ID) })
	return all
}

// refresh reads what was said again.
func (s *Screen) refresh() {
	all, v := s.said(), s.visit()
	s.rows = s.rows[:0]
	for _, kind := range []model.ClaimKind{model.Claimed, model.Worry} {
		n := 0
		for _, c := range all {
			if c.Kind == kind {
				s.rows = append(s.rows, row{kind: kind, claim: c})
				n++
			}
		}
		if most := map[model.ClaimKind]int{model.Claimed: mostClaims, model.Worry: 1}[kind]; n < most && s.writable() {
			s.rows = append(s.rows, row{kind: kind})
		}
	}
	var met []model.ClaimID
	for _, q := range v.Questions {
		r := row{kind: model.Answered, question: q}
		for _, c := range all {
			if c.Kind == model.Answered && c.Question == q && !slices.Contains(met, c.ID) {
				r.claim = c
				met = append(met, c.ID)
				break
			}
		}
		if r.claim.ID != "" || s.writable() {
			s.rows = append(s.rows, r)
		}
	}
	for _, c := range all {
		if c.Kind == model.Answered && !slices.Contains(met, c.ID) {
			s.rows = append(s.rows, row{kind: model.Answered, question: c.Question, claim: c})
		}
	}
	s.list.Set(len(s.rows), len(s.rows))
}

// row is the one under the cursor.
func (s *Screen) row() (row, bool) {
	if s.list.Cursor >= len(s.rows) {
		return row{}, false
	}
	return s.rows[s.list.Cursor], true
}

// toEmpty moves to the first thing that is still to be written down.
func (s *Screen) toEmpty() bool {
	i := slices.IndexFunc(s.rows, func(r row) bool { return r.claim.ID == "" })
	if i < 0 {
		return false
	}
	s.list.Cursor = i
	return true
}

// claim is the one that is checked, or under the cursor of the list.
func (s *Screen) claim() (model.Claim, bool) {
	id := s.open
	if s.part == listing || s.open == "" {
		r, _ := s.row()
		id = r.claim.ID
	}
	for _, c := range s.visit().Claims {
		if c.ID == id && id != "" {
			return c, true
		}
	}
	return model.Claim{}, false
}

// Init needs nothing.
func (s *Screen) Init() tea.Cmd { return nil }

// Update takes typing and pastes, and reads the list again on return.
func (s *Screen) Update(msg tea.Msg) tea.Cmd {
	switch msg := msg.(type) {
	case tea.KeyPressMsg, tea.PasteMsg:
		s.typed(msg)
	case nav.ReturnedMsg, nav.UndoneMsg:
		s.refresh()
		if _, there := s.claim(); s.part == checking && !there {
			s.part, s.open = listing, ""
		}
	}
	return nil
}

func (s *Screen) typed(msg tea.Msg) {
	s.status = ""
	switch s.part {
	case picking:
		if id, ok := s.picker.Update(msg); ok {
			s.link(id)
		}
	case typing:
		if n := s.edit.line.Update(msg); n > 0 {
			s.status = fmt.Sprintf("Pasted %s. Ctrl+Z takes it out.", widget.Count(n, "word", "words"))
		}
	default: // nothing is typed elsewhere
	}
}

// TakesText reports whether letters are letters now.
func (s *Screen) TakesText() bool { return s.part == typing || s.part == picking }

// Drafts counts the words that are typed and not filed.
func (s *Screen) Drafts() int {
	if s.edit != nil && s.edit.line.Kept() {
		return 1
	}
	return 0
}

// set files a claim as it stands now and says what came of it.
func (s *Screen) set(c model.Claim, said string) bool {
	changes, err := s.book().SetClaim(s.env.Desk.Voice, s.visit().ID, c.ID, c.ClaimText)
	err = s.env.Desk.Do(changes, err)
	if err != nil && !errors.Is(err, model.ErrNothing) {
		s.status = visiting.Why(err)
		return false
	}
	s.refresh()
	s.status = said
	return true
}

// verdicts lists how a claim can look, in the order of their numbers.
func verdicts() []model.Verdict {
	return []model.Verdict{model.Confirmed, model.Unclear, model.Contradicted}
}

// judge says how the claim looks; "" takes it off.
func (s *Screen) judge(v model.Verdict) {
	c, ok := s.claim()
	if !ok || c.Kind == model.Answered {
		return
	}
	c.Verdict = v
	said := env.Sentence(string(v)) + " u takes it back."
	if v == "" {
		said = "How it looks is taken off. u brings it back."
	}
	if s.set(c, said) && s.part == checking && v != "" {
		s.check.Cursor = onChange
	}
}

// remove takes the claim out.
func (s *Screen) remove() {
	c, ok := s.claim()
	if !ok {
		return
	}
	err := s.env.Desk.Do(s.book().RemoveClaim(s.env.Desk.Voice, s.visit().ID, c.ID))
	if err != nil {
		s.status = visiting.Why(err)
		return
	}
	s.part, s.open = listing, ""
	s.refresh()
	s.status = "Taken out. u brings it back."
}

// pick opens the choice of an area for the claim, or for the words typed.
func (s *Screen) pick() {
	text := ""
	if s.part == typing {
		text = s.edit.line.Value()
	} else if c, ok := s.claim(); ok {
		text = c.Text
	}
	s.back = s.part
	s.picker, s.part = jot.NewPicker(s.book().Rubric(), text, model.Slot{}, s.visit()), picking
}

// link links the claim to an area, or takes that link off again.
func (s *Screen) link(id model.AreaID) {
	s.part = s.back
	if s.part == typing {
		s.edit.areas = toggled(s.edit.areas, id)
		s.status = "It is filed with that when you press Enter."
		return
	}
	c, ok := s.claim()
	if !ok {
		return
	}
	had := slices.Contains(c.Areas, id)
	c.Areas = toggled(c.Areas, id)
	s.set(c, map[bool]string{true: "No longer about ", false: "About "}[had]+string(id)+" now. u undoes it.")
}

func toggled(all []model.AreaID, id model.AreaID) []model.AreaID {
	if i := slices.Index(all, id); i >= 0 {
		left := slices.Delete(slices.Clone(all), i, i+1)
		if len(left) == 0 {
			return nil
		}
		return left
	}
	return append(slices.Clone(all), id)
}

// Head counts what has been checked.
func (s *Screen) Head() ui.Head {
	if _, on := s.env.Visit(); !on {
		return ui.Head{Crumbs: []string{s.book().School().Name, "What the school said"}}
	}
	n, of := 0, 0
	for _, c := range s.visit().Claims {
		if c.Kind != model.Answered {
			of++
		}
		if c.Verdict != "" {
			n++
		}
	}
	h := ui.Head{Crumbs: []string{"Visit", "What the school said"}}
	if of > 0 {
		h.Place = fmt.Sprintf("%d of %d checked", n, of)
	}
	return h
}

// HelpTitle names the screen in the help.
func (s *Screen) HelpTitle() string { return "what the school said" }

// Status says what to ask, or what has just happened.
func (s *Screen) Status() string {
	v, on := s.env.Visit()
	r, some := s.row()
	switch {
	case s.status != "":
		return s.status
	case !on:
		return "No visit is open here. Press Enter to see the visits."
	case s.part == picking:
		return s.picker.Status()
	case s.part == typing:
		return s.edit.status()
	case v.Closed:
		return visiting.Closed
	case s.env.Desk.ReadOnly():
		return "This was opened to read only."
	case s.part == checking:
		return "How does it look now? 1 confirmed, 2 unclear, 3 contradicted."
	case some && r.claim.ID == "" && r.kind == model.Answered:
		return "Put the question as it was agreed, and type the answer as it is given."
	case some && r.claim.ID == "":
		return "Ask for three claims and one worry. Type them in the words you hear."
	case some && r.kind == model.Answered:
		return "Enter changes the words."
	}
	return "Enter checks it. 1 confirmed, 2 unclear, 3 contradicted."
}

// Click chooses the row under the mouse; a second click opens it.
func (s *Screen) Click(_, y int) tea.Cmd {
	if s.page == nil || s.part != listing && s.part != checking {
		return nil
	}
	list := &s.list
	if s.part == checking {
		list = &s.check
	}
	id, ok := s.page.At(y)
	switch {
	case !ok:
	case id == list.Cursor:
		return s.Act(keys.Press{Action: keys.Enter})
	default:
		list.Cursor, s.status = id, ""
	}
	return nil
}

// Wheel moves over the rows.
func (s *Screen) Wheel(down bool) tea.Cmd {
	by := -1
	if down {
		by = 1
	}
	if s.part == checking {
		s.check.Move(by)
	} else {
		s.list.Move(by)
	}
	return nil
}

var (
	_ ui.Screen     = (*Screen)(nil)
	_ ui.Texting    = (*Screen)(nil)
	_ ui.Pointing   = (*Screen)(nil)
	_ ui.Clicking   = (*Screen)(nil)
	_ ui.Unfinished = (*Screen)(nil)
)
