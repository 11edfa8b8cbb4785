package agree

import (
	"fmt"

	tea "charm.land/bubbletea/v2"

	"waymark/model"
	"waymark/model/visit"
	"waymark/ui/keys"
	"waymark/ui/nav"
	"waymark/ui/widget"
)

// Live is what can be done now.
func (s *Screen) Live() []keys.Live {
	back := keys.Live{Action: keys.Back, Words: "back", Footer: true}
	if len(s.rows) == 0 {
		if _, on := s.env.Visit(); on {
			return []keys.Live{{Action: keys.Enter, Words: "judge the areas", Footer: true}, back}
		}
		return []keys.Live{back}
	}
	switch {
	case s.page == allAreas:
		live := append([]keys.Live{{Action: keys.Enter, Words: "open", Footer: true}}, widget.Moving()...)
		return append(append(live, keys.Live{Action: keys.Why, Words: "how far you agree", Footer: true}), append(s.all(), back)...)
	case s.page == howFar:
		return append(widget.Moving(), keys.Live{Action: keys.Full, Words: "all areas", Footer: true}, back)
	case s.part != atLevel:
		return s.typing()
	}
	return s.settling()
}

// all is the one act for every area that matches, while there are any.
func (s *Screen) all() []keys.Live {
	n := len(visit.Matching(s.rows))
	if n == 0 || s.visit().Closed {
		return nil
	}
	return []keys.Live{{Action: keys.AgreeAll, Words: fmt.Sprintf("Agree all areas that match (%d)", n)}}
}

func (s *Screen) typing() []keys.Live {
	next := map[part]string{atWhy: "not agreed", atSchool: "reviewer’s sentence", atReviewer: "the level"}[s.part]
	enter := "agree, next"
	switch {
	case s.part == atSchool:
		enter = "go on"
	case s.part == atReviewer:
		enter = "record, next"
	}
	return []keys.Live{
		{Action: keys.Enter, Words: enter, Footer: true},
		{Action: keys.NextPart, Words: next, Footer: true},
		{Action: keys.PartBefore, Words: "the part before"},
		{Action: keys.Up, Words: "the part above"},
		{Action: keys.Down, Words: "the part below"},
		{Action: keys.Undo, Shown: "Ctrl+Z", Words: "undo", Footer: true},
		{Action: keys.Redo, Shown: "Ctrl+Y", Words: "put the words back"},
		{Action: keys.Back, Words: "keep, back to the level", Footer: true},
	}
}

func (s *Screen) settling() []keys.Live {
	live := s.all()
	if s.may() {
		tab := "not agreed"
		if s.apart {
			tab = "the sentences"
		}
		live = append(live,
			keys.Live{Action: keys.Level, Words: "agreed level", Shown: fmt.Sprintf("1-%d", s.highest()), Footer: true},
			keys.Live{Action: keys.Enter, Words: s.enterWords(), Footer: true},
			keys.Live{Action: keys.NextPart, Words: tab, Footer: true},
			keys.Live{Action: keys.Left, Shown: "←→", Words: "another level"}, keys.Live{Action: keys.Right},
			keys.Live{Action: keys.Down, Words: "to the sentence"},
			keys.Live{Action: keys.Disagree})
		if !s.apart {
			live = append(live, keys.Live{Action: keys.Edit, Words: "why", Long: "why, in one sentence"})
		}
	} else {
		live = append(live, keys.Live{Action: keys.Enter, Words: s.enterWords(), Footer: true})
	}
	return append(live,
		keys.Live{Action: keys.Before, Shown: "[ ]", Words: "areas", Long: "area before, after", Footer: true},
		keys.Live{Action: keys.After, Words: "the area after"},
		keys.Live{Action: keys.Full, Words: "all", Long: "all areas, the widest gap first", Footer: true},
		keys.Live{Action: keys.Why, Words: "how far", Long: "how far you agree", Footer: true},
		keys.Live{Action: keys.OpenJudging}, keys.Live{Action: keys.OpenPoints}, keys.Live{Action: keys.OpenSignOff})
}

// enterWords is what Enter does at the level.
func (s *Screen) enterWords() string {
	r, _ := s.row()
	switch {
	case (!s.may() || s.unchanged(r)) && !s.left():
		return "strengths and next steps"
	case !s.may() || s.unchanged(r):
		return "next"
	case s.apart:
		return "write both sentences"
	}
	return "agree, next"
}

// Act carries out one action.
func (s *Screen) Act(p keys.Press) tea.Cmd {
	switch {
	case p.Action == keys.AgreeAll:
		s.page = oneArea
		s.agreeAll()
	case s.page != oneArea:
		s.actPage(p)
	case s.part != atLevel:
		s.actTyping(p)
	default:
		s.actLevel(p)
	}
	return nil
}

func (s *Screen) actPage(p keys.Press) {
	switch {
	case s.list.Act(p):
	case p.Action == keys.Enter && s.page == allAreas:
		i := s.list.Cursor
		s.show(oneArea)
		s.open(i)
	case p.Action == keys.Why:
		s.show(howFar)
	case p.Action == keys.Full:
		s.show(allAreas)
	case p.Action == keys.Back:
		s.show(oneArea)
	}
}

// show turns to a page.
func (s *Screen) show(p page) {
	s.page, s.status = p, ""
	s.list = widget.List{}
	if p == howFar {
		r, err := visit.Agreement(s.book(), s.visit())
		s.agreement, s.failed = r, err != nil
	}
	s.Resize(s.size)
	if p == allAreas {
		s.list.Cursor = s.at
	}
}

func (s *Screen) actTyping(p keys.Press) {
	switch p.Action {
	case keys.Enter:
		s.enter()
	case keys.NextPart, keys.Down:
		s.turn(map[part]part{atWhy: atSchool, atSchool: atReviewer, atReviewer: atLevel}[s.part], p.Action == keys.NextPart)
	case keys.PartBefore, keys.Up:
		s.turn(map[part]part{atWhy: atLevel, atSchool: atLevel, atReviewer: atSchool}[s.part], p.Action == keys.PartBefore)
	case keys.Undo:
		s.focus().Undo()
	case keys.Redo:
		s.focus().Redo()
	case keys.Back:
		s.part, s.status = atLevel, ""
	}
}

// turn goes to a part. Going round by Tab says whether they agree; arrows only
// leave the last part downwards where there is one.
func (s *Screen) turn(to part, round bool) {
	if to == atLevel && s.part == atReviewer && !round {
		return
	}
	if to == atLevel && round && s.part != atWhy {
		if r, _ := s.row(); r.Apart == nil {
			s.apart = false
		}
	}
	if to == atSchool {
		s.apart = true
	}
	s.part, s.status = to, ""
}

func (s *Screen) actLevel(p keys.Press) {
	switch p.Action {
	case keys.Level:
		s.choose(model.Level(p.N))
	case keys.Left:
		s.choose(max(1, s.beside()-1))
	case keys.Right:
		s.choose(min(s.highest(), s.beside()+1))
	case keys.Enter:
		s.enter()
	case keys.Before:
		s.step(-1)
	case keys.After:
		s.step(1)
	case keys.NextPart, keys.Disagree:
		s.turn(atSchool, true)
	case keys.Edit:
		s.part, s.asked, s.status = atWhy, true, ""
	case keys.Down:
		s.down()
	default:
		s.leave(p)
	}
}

func (s *Screen) down() {
	s.part, s.status = atWhy, ""
	if s.apart {
		s.part = atSchool
	}
}

// choose takes the level that both agree on.
func (s *Screen) choose(l model.Level) {
	if !s.scale().Has(l) {
		s.status = fmt.Sprintf("Press a number from 1 to %d.", s.highest())
		return
	}
	s.level, s.apart, s.status = l, false, ""
}

// beside is where the arrows start from: the level chosen, else the reviewer's
// or the school's.
func (s *Screen) beside() model.Level {
	if s.level != 0 {
		return s.level
	}
	r, _ := s.row()
	for _, j := range []*model.Judgement{r.Reviewer, r.School} {
		if j != nil && j.State == model.Rated {
			return j.Level
		}
	}
	return 1
}

// leave opens another page or place.
func (s *Screen) leave(p keys.Press) {
	switch p.Action {
	case keys.Full:
		s.show(allAreas)
	case keys.Why:
		s.show(howFar)
	case keys.OpenJudging:
		s.env.Nav.Replace(nav.VisitJudge{})
	case keys.OpenPoints:
		s.env.Nav.Replace(nav.Points{})
	case keys.OpenSignOff:
		s.env.Nav.Replace(nav.SignOff{})
	case keys.Back:
		s.env.Nav.Pop()
	}
}
