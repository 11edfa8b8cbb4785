package agenda

import (
	"fmt"

	"waymark/model"
	"waymark/model/visit"
	"waymark/ui/jot"
	"waymark/ui/widget"
)

// state says how far a stop is.
func (s *Screen) state(v model.Visit, slot model.Slot) string {
	notes := 0
	for _, n := range s.env.Desk.Book.Evaluation().VisitNotes(v.ID) {
		if n.Slot == slot.ID {
			notes++
		}
	}
	here, at := jot.Here(v, s.person())
	counted := widget.Count(notes, "note", "notes")
	switch {
	case slot.Dropped:
		return "left out"
	case at && here.ID == slot.ID:
		p := visit.PaceOf(v, s.person(), s.env.Clock().Local())
		if p.Slot.ID != slot.ID || v.Closed {
			return "here, " + counted
		}
		return spent(p)
	case at && earlier(slot, here) && notes == 0:
		return "done"
	case at && earlier(slot, here):
		return "done, " + counted
	case notes > 0:
		return counted
	case slot.Kind == model.SlotBreak:
		return ""
	}
	return fmt.Sprintf("%d minutes", slot.Minutes)
}

// spent is how much of a stop's time has passed.
func spent(p visit.Pace) string {
	if p.Spent > longStay {
		return fmt.Sprintf("now: %d h %d of %d min", p.Spent/60, p.Spent%60, p.Planned)
	}
	return fmt.Sprintf("now: %d of %d minutes", p.Spent, p.Planned)
}

func earlier(a, b model.Slot) bool {
	return a.Day < b.Day || a.Day == b.Day && a.Start < b.Start
}
