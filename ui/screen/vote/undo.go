package vote

import (
	"slices"

	"waymark/model"
	"waymark/model/meeting"
)

// What the table has seen stays, and so does every level but the one given
// last. The undo of the whole app would pass over them and take back what
// somebody did before the meeting, with everybody watching: u says why nothing
// is undone instead.

// bar notes that nothing done so far is to be taken back from here.
func (s *Screen) bar() { s.barred = s.book().Len() }

func (s *Screen) isBarred() bool { return s.barred > 0 && s.book().Len() <= s.barred }

// undone counts what was taken back, or done again, since the bar.
func (s *Screen) undone(steps []model.Step) {
	past := s.book().History()
	again := len(past) > 0 && past[0].Does == model.Redo
	switch {
	case again:
	case slices.ContainsFunc(steps, func(x model.Step) bool { return x.Kind == model.KindVote }):
		s.bar()
	case s.barred > 0:
		s.barred += 2 * len(steps) // what was done, and what took it back
	}
}

// whyBarred says why nothing is undone, and what to do instead.
func (s *Screen) whyBarred(v meeting.View) string {
	switch {
	case v.Shown:
		return "Levels stay once they are shown. Press r to rate this area again."
	case len(v.In) > 0:
		return "Only the last level is taken back. Press ↑ to choose who changes theirs."
	}
	return "There is nothing to take back here. Levels given before are kept."
}
