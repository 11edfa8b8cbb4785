package priorities

import (
	"fmt"

	"waymark/model"
	"waymark/ui/keys"
	"waymark/ui/widget"
)

// Live is what can be done now.
func (s *Screen) Live() []keys.Live {
	if s.page != nil {
		return s.page.live()
	}
	r, ok := s.row()
	if !ok {
		return nil
	}
	live := s.rowLive(r)
	live = append(live, act(keys.Export, "export"), act(keys.Add, "write your own priority"))
	for _, l := range widget.Moving() {
		l.Footer = l.Footer && r.kind != offer && r.kind != plan
		live = append(live, l)
	}
	if n := len(s.planned()); n > 0 && n < model.FewPriorities {
		live = append(live, keys.Live{Action: keys.Fewer})
	}
	if !s.waiting(len(s.planned())) && s.err == nil {
		live = append(live, keys.Live{Action: keys.Level, Shown: "3-5", Words: "suggest that many"})
		if s.k != 0 {
			live = append(live, keys.Live{Action: keys.LevelOff, Words: "suggest as many as the needs call for"})
		}
	}
	return live
}

func act(a keys.Action, words string) keys.Live { return keys.Live{Action: a, Words: words} }

func footed(a keys.Action, words string) keys.Live {
	return keys.Live{Action: a, Words: words, Footer: true}
}

// rowLive is what can be done with the row under the cursor.
func (s *Screen) rowLive(r row) []keys.Live {
	var live []keys.Live
	switch r.kind {
	case carryOn:
		return []keys.Live{footed(keys.Enter, "carry on")}
	case anyway:
		return []keys.Live{footed(keys.Enter, "suggest")}
	case write:
		live = []keys.Live{footed(keys.Enter, "write your own")}
		if s.waiting(0) {
			return live
		}
		return append(live, footed(keys.Why, "how it was worked out"))
	case pinned:
		return []keys.Live{footed(keys.Enter, "say how much it matters")}
	case plan:
		live = s.planLive(r)
	case offer:
		live = s.offerLive(r)
	case grow:
		live = []keys.Live{footed(keys.Enter, "accept"), act(keys.Tick, "accept")}
	case found:
		live = []keys.Live{footed(keys.Enter, "look at "+string(r.lead())), footed(keys.Aside, "not now")}
	case aside:
		live = []keys.Live{footed(keys.Enter, "bring it back"), act(keys.Tick, "bring it back"), footed(keys.Aside, "say why not now")}
	}
	if r.lead() == "" {
		return live
	}
	return append(live, footed(keys.Why, "why"), act(keys.Full, "open the area's page"), act(keys.Emphasis, ""))
}

func (s *Screen) offerLive(r row) []keys.Live {
	live := []keys.Live{
		footed(keys.Enter, "accept"), act(keys.Tick, "accept"), footed(keys.Aside, "not now"),
	}
	if len(s.rest(r)) > 0 {
		live = append(live, footed(keys.Replace, "swap"))
	}
	if len(s.partners(r)) > 0 {
		live = append(live, footed(keys.Merge, "merge"))
	}
	return append(live, footed(keys.Edit, "reword"))
}

func (s *Screen) planLive(r row) []keys.Live {
	live := []keys.Live{footed(keys.Enter, "change")}
	if r.lead() != "" {
		live = append(live, footed(keys.Aside, "not now"))
	}
	if len(s.rest(r)) > 0 {
		live = append(live, footed(keys.Replace, "swap"))
	}
	if len(s.partners(r)) > 0 {
		live = append(live, footed(keys.Merge, "merge"))
	}
	live = append(live, footed(keys.Edit, "reword"))
	if r.number > 1 {
		live = append(live, act(keys.MoveUp, ""))
	}
	if r.number < len(s.planned()) {
		live = append(live, act(keys.MoveDown, ""))
	}
	return append(live, act(keys.Drop, ""))
}

// Status says what stands, one idea at a time.
func (s *Screen) Status() string {
	if s.status != "" {
		return s.status
	}
	if s.page != nil {
		return s.page.status()
	}
	r, _ := s.row()
	switch {
	case r.kind == carryOn || r.kind == anyway || r.kind == write && s.waiting(0):
		return "Nothing here needs fixing."
	case r.kind == pinned:
		return "Take one of these off, and Waymark suggests again."
	case s.err != nil:
		return cannotSuggest(s.err)
	case r.kind == found:
		return "Low confidence is useful: it tells you what to find out first."
	case r.kind == aside:
		return "Set aside, not lost. Enter brings it back."
	case r.kind == plan && r.contested:
		return "This was changed on two computers. Press e to choose its words."
	case r.kind == plan && len(s.planned()) < model.FewPriorities:
		return "One or two is fine if they are big. Most schools choose 3 to 5."
	case r.kind == write:
		return "A priority of your own can be about any areas, or none."
	case s.k != 0 && s.answer.K == s.k:
		return fmt.Sprintf("You asked for %d. Press 0 for as many as the needs call for.", s.k)
	}
	return "You decide. Suggestions use levels, change, confidence and links."
}
