package claims

import (
	tea "charm.land/bubbletea/v2"

	"waymark/model"
	"waymark/ui/keys"
	"waymark/ui/nav"
	"waymark/ui/widget"
)

// What can be said of one claim, a row each: how it looks, then these.
const (
	onChange = iota + 3 // what would change our mind
	onAreas
	onNext
	checks
)

// Live is what can be done now.
func (s *Screen) Live() []keys.Live {
	_, on := s.env.Visit()
	back := keys.Live{Action: keys.Back, Words: "back", Footer: true}
	switch {
	case !on:
		return []keys.Live{{Action: keys.Enter, Words: "see the visits", Footer: true}, back}
	case s.part == picking:
		return s.picker.Live()
	case s.part == typing:
		live := []keys.Live{
			{Action: keys.Enter, Words: "file it", Footer: true},
			{Action: keys.Back, Words: "keep and go back", Footer: true},
		}
		if !s.edit.change {
			live = append(live, keys.Live{Action: keys.NextPart, Words: "link to area", Footer: true})
		}
		return append(live, keys.Live{Action: keys.Undo, Shown: "Ctrl+Z", Words: "undo", Long: "take back the last word", Footer: true})
	case s.part == checking:
		return append(s.checkLive(), back)
	}
	return append(s.listLive(), back)
}

func (s *Screen) listLive() []keys.Live {
	r, some := s.row()
	if !some {
		return nil
	}
	enter := "check it"
	switch {
	case r.claim.ID == "":
		enter = "write it down"
	case r.kind != model.Answered && !s.writable():
		enter = "read it"
	case r.kind == model.Answered && s.writable():
		enter = "change the words"
	case r.kind == model.Answered:
		enter = ""
	}
	var live []keys.Live
	if enter != "" {
		live = append(live, keys.Live{Action: keys.Enter, Words: enter, Footer: true})
	}
	live = append(live, widget.Moving()...)
	if s.writable() && r.claim.ID != "" {
		if r.kind != model.Answered {
			live = append(live,
				keys.Live{Action: keys.Level, Shown: "1-3", Words: "how it looks", Long: "how it looks: 1 confirmed, 2 unclear, 3 contradicted", Footer: true},
				keys.Live{Action: keys.LevelOff, Words: "take off how it looks"})
		}
		live = append(live, keys.Live{Action: keys.NextPart, Words: "area", Long: "link it to an area, or take the link off", Footer: true}, keys.Live{Action: keys.Edit, Words: "change the words"}, keys.Live{Action: keys.RemovePoint})
	}
	if s.writable() {
		live = append(live, keys.Live{Action: keys.Add, Words: "write down another claim"})
	}
	return append(live, keys.Live{Action: keys.OpenTidy})
}

func (s *Screen) checkLive() []keys.Live {
	live := []keys.Live{}
	if words := s.checkWords(); words != "" {
		live = append(live, keys.Live{Action: keys.Enter, Words: words, Footer: true})
	}
	if s.writable() {
		live = append(live,
			keys.Live{Action: keys.Level, Shown: "1-3", Words: "how it looks", Long: "how it looks: 1 confirmed, 2 unclear, 3 contradicted", Footer: true},
			keys.Live{Action: keys.LevelOff, Words: "take off how it looks"},
			keys.Live{Action: keys.NextPart, Words: "area", Long: "link it to an area, or take the link off", Footer: true},
			keys.Live{Action: keys.Edit, Words: "change the words"},
			keys.Live{Action: keys.RemovePoint})
	}
	return append(live,
		keys.Live{Action: keys.Up, Shown: "↑↓", Words: "move"}, keys.Live{Action: keys.Down},
		keys.Live{Action: keys.After, Shown: "[ ]", Words: "claims", Long: "the claim after", Footer: true}, keys.Live{Action: keys.Before, Words: "the claim before"})
}

// checkWords is what Enter does on a row of the check.
func (s *Screen) checkWords() string {
	switch at := s.check.Cursor; {
	case at == onNext:
		return "go on"
	case !s.writable():
		return ""
	case at == onChange:
		return "write it down"
	case at == onAreas:
		return "link to area"
	}
	return "choose"
}

// Act carries out one action.
func (s *Screen) Act(p keys.Press) tea.Cmd {
	s.status = ""
	_, on := s.env.Visit()
	switch {
	case !on && p.Action == keys.Enter:
		s.env.Nav.Push(nav.Visits{})
	case !on:
		s.env.Nav.Pop()
	case s.part == picking:
		s.actPicker(p)
	case s.part == typing:
		s.actLine(p.Action)
	case s.part == checking:
		s.actCheck(p)
	default:
		s.actList(p)
	}
	return nil
}

func (s *Screen) actPicker(p keys.Press) {
	switch {
	case s.picker.Move(p):
	case p.Action == keys.Enter:
		if id, ok := s.picker.Chosen(); ok {
			s.link(id)
		}
	case p.Action == keys.Back:
		s.part = s.back
	}
}

func (s *Screen) actLine(a keys.Action) {
	switch a {
	case keys.Enter:
		s.file()
	case keys.Back:
		s.leave()
	case keys.NextPart:
		s.pick()
	case keys.Undo:
		s.edit.line.Undo()
	}
}

func (s *Screen) actList(p keys.Press) {
	if s.list.Act(p) {
		return
	}
	r, some := s.row()
	switch p.Action {
	case keys.Back:
		s.env.Nav.Pop()
	case keys.OpenTidy:
		s.env.Nav.Push(nav.Tidy{})
	case keys.Add:
		s.start(s.editorOf(row{kind: model.Claimed}))
	case keys.Enter:
		switch {
		case !some:
		case r.claim.ID != "" && r.kind != model.Answered:
			s.open, s.part, s.check.Cursor = r.claim.ID, checking, 0
		default:
			s.start(s.editorOf(r))
		}
	case keys.Edit:
		s.start(s.editorOf(r))
	default:
		s.onClaim(p)
	}
}

// onClaim carries out what can be done to a claim anywhere.
func (s *Screen) onClaim(p keys.Press) {
	switch p.Action {
	case keys.Level:
		if all := verdicts(); p.N <= len(all) {
			s.judge(all[p.N-1])
		} else {
			s.status = "Press 1 for confirmed, 2 for unclear or 3 for contradicted."
		}
	case keys.LevelOff:
		s.judge("")
	case keys.NextPart:
		s.pick()
	case keys.RemovePoint:
		s.remove()
	}
}

func (s *Screen) actCheck(p keys.Press) {
	c, there := s.claim()
	switch p.Action {
	case keys.Back:
		s.part, s.open = listing, ""
		s.toClaim(c.ID)
	case keys.Up, keys.Down:
		s.check.Act(p)
	case keys.After:
		s.turn(1)
	case keys.Before:
		s.turn(-1)
	case keys.Edit:
		s.start(s.editorOf(row{kind: c.Kind, claim: c}))
	case keys.Enter:
		if there {
			s.enterCheck(c)
		}
	default:
		s.onClaim(p)
	}
}

func (s *Screen) enterCheck(c model.Claim) {
	switch at := s.check.Cursor; {
	case at == onNext:
		s.next()
	case !s.writable():
	case at == onChange:
		s.start(s.changeOf(c))
	case at == onAreas:
		s.pick()
	default:
		s.judge(verdicts()[at])
	}
}

// checked lists what can be checked: the claims and the worry.
func (s *Screen) checked() []model.Claim {
	var all []model.Claim
	for _, r := range s.rows {
		if r.claim.ID != "" && r.kind != model.Answered {
			all = append(all, r.claim)
		}
	}
	return all
}

// turn opens the claim after this one, or the one before, round to the first.
func (s *Screen) turn(by int) {
	all := s.checked()
	for i, c := range all {
		if c.ID == s.open {
			s.open, s.check.Cursor = all[(i+by+len(all))%len(all)].ID, 0
			return
		}
	}
}

// next opens the next claim that has not been checked; when there is none it
// goes back to the list.
func (s *Screen) next() {
	all := s.checked()
	for i, c := range all {
		if c.ID != s.open {
			continue
		}
		for k := range all {
			if o := all[(i+1+k)%len(all)]; o.Verdict == "" && o.ID != c.ID {
				s.open, s.check.Cursor = o.ID, 0
				return
			}
		}
	}
	s.part = listing
	s.toClaim(s.open)
	s.open = ""
	s.status = "That was the last to check."
}
