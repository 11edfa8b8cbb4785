package vote

import (
	"fmt"

	"waymark/model"
	"waymark/model/meeting"
	"waymark/ui/keys"
)

// Live is what can be done with this area now.
func (s *Screen) Live() []keys.Live {
	m, _, v, ok := s.found()
	switch {
	case !ok || s.gone() != "":
		return []keys.Live{{Action: keys.Back, Words: "back", Footer: true}}
	case v.Shown:
		return append(s.liveShown(v), s.liveEither(m)...)
	case s.asking:
		return []keys.Live{{Action: keys.Enter, Words: "show all", Footer: true}, {Action: keys.Back, Words: "wait", Footer: true}}
	}
	return append(s.liveCovered(m, v), s.liveEither(m)...)
}

// liveEither is what can be done before and after levels are shown.
func (s *Screen) liveEither(m model.Meeting) []keys.Live {
	live := []keys.Live{
		{Action: keys.Note, Words: "notes", Long: "read the notes on this area, or add one"},
		{Action: keys.Big, Words: "big, for the wall"},
	}
	if s.isBarred() {
		live = append(live, keys.Live{Action: keys.Undo, Words: "why nothing is undone here"})
	}
	if len(m.Talks) > 1 {
		live = append(live, keys.Live{Action: keys.Before, Shown: "[ ]", Words: "area before, after"}, keys.Live{Action: keys.After, Words: "the area after"})
	}
	return live
}

func (s *Screen) liveCovered(m model.Meeting, v meeting.View) []keys.Live {
	var live []keys.Live
	asked := s.turn(m, v) != ""
	if asked {
		live = append(live, keys.Live{Action: keys.Level, Shown: fmt.Sprintf("1-%d", min(9, s.pass())), Words: "give level", Long: "give your level; it is covered at once", Footer: true})
	}
	switch {
	case s.look > 0:
		live = append(live, keys.Live{Action: keys.Enter, Words: "give it", Long: "give the level under the mark", Footer: true})
	case len(v.Waiting) == 0:
		live = append(live, keys.Live{Action: keys.Enter, Words: "show all", Footer: true})
	case s.slips:
		live = append(live, keys.Live{Action: keys.Enter, Words: "done", Long: "all slips are typed in", Footer: true})
	}
	if len(v.In) > 0 {
		live = append(live, keys.Live{Action: keys.Show, Words: "show all", Long: "show every level together", Footer: true})
	}
	slips := keys.Live{Action: keys.Edit, Words: "enter slips", Long: "type in levels from paper slips", Footer: true}
	if s.slips {
		slips.Words, slips.Long = "no slips", "pass the laptop round instead"
	}
	live = append(live, slips, s.liveTime(), keys.Live{Action: keys.Back, Words: s.backWords(), Long: "go back; every level given is kept", Footer: true})
	if asked {
		live = append(live, keys.Live{Action: keys.Left, Shown: "← →", Words: "move to a level; Enter gives it"}, keys.Live{Action: keys.Right}, keys.Live{Action: keys.Pass})
	}
	return append(live, keys.Live{Action: keys.Up, Shown: "↑ ↓", Words: "somebody else’s turn"}, keys.Live{Action: keys.Down})
}

func (s *Screen) backWords() string {
	if s.look > 0 || s.slips {
		return "back"
	}
	return "stop"
}

func (s *Screen) liveTime() keys.Live {
	l := keys.Live{Action: keys.Time, Words: "timer", Long: fmt.Sprintf("start a timer of %d minutes; it only informs", meeting.DefaultMinutes), Footer: true}
	if !s.timer.IsZero() {
		l.Words, l.Long = "no timer", "put the timer away"
	}
	return l
}

func (s *Screen) liveShown(v meeting.View) []keys.Live {
	enter := keys.Live{Action: keys.Enter, Footer: true}
	switch c := s.chosen(v); {
	case c.again:
		enter.Words = "rate again"
	case c.later:
		enter.Words, enter.Long = "leave it", "leave this area for another day"
	default:
		enter.Words, enter.Long = fmt.Sprintf("record %d", c.level), fmt.Sprintf("record %s and go on", c.words(s.book().Rubric().Scale))
	}
	names := "hide names"
	if s.hide {
		names = "show names"
	}
	timer := s.liveTime()
	timer.Footer = false
	return []keys.Live{
		enter,
		{Action: keys.Left, Shown: "←→", Words: "change", Long: "choose something else to record", Footer: true},
		{Action: keys.Right},
		{Action: keys.Up},
		{Action: keys.Down},
		{Action: keys.Replace, Words: "rate again", Long: "rate again; the levels given so far are kept", Footer: true},
		{Action: keys.Show, Words: names, Footer: true},
		{Action: keys.Back, Words: "later", Long: "go back; nothing is recorded yet", Footer: true},
		{Action: keys.Level, Shown: fmt.Sprintf("1-%d", s.top()), Words: "choose that level to record"},
		{Action: keys.Aside, Words: "leave this area for another day"},
		timer,
	}
}

// Status says what comes next.
func (s *Screen) Status() string {
	if s.status != "" {
		return s.status
	}
	if why := s.gone(); why != "" {
		return why
	}
	_, t, v, _ := s.found()
	switch {
	case !v.Shown:
		return s.statusCovered(v)
	case s.recorded() > 0:
		l := s.recorded()
		return fmt.Sprintf("Recorded: %d %s. Enter keeps it and goes on.", l, s.book().Rubric().Scale.Name(l))
	case t.Outcome != nil:
		return "This was left for another day. You can record a level now, or rate again."
	case v.AllSame():
		return fmt.Sprintf("All gave %d. Press Enter to record it and go on.", v.Low)
	}
	return "Everyone’s first level is kept. Names can be left out of reports."
}

func (s *Screen) statusCovered(v meeting.View) string {
	switch {
	case s.asking:
		return fmt.Sprintf("%d of %d are still to give a level. Show all levels now?", len(v.Waiting), len(v.In)+len(v.Waiting))
	case s.look > 0:
		return "Press Enter to give it. It is covered at once. Esc takes the mark away."
	case len(v.Waiting) == 0:
		return fmt.Sprintf("All %d are in. Press s to show every level together.", len(v.In))
	case s.slips:
		return "Type the number on each slip. It is covered at once. Enter when done."
	}
	return "Levels stay hidden until everyone is in, or the chair presses s."
}
