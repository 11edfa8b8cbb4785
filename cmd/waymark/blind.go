package main

import (
	"slices"

	"waymark/cmd/waymark/internal/dump"
	"waymark/model"
)

// hiddenWords stands where a reviewer may not see a level yet.
const hiddenWords = "given, hidden until you judge"

// blind opens the book as the person of --as reads it: to a reviewer it does
// not say what the school answered on areas that they have not judged, so that
// nothing made from it can tell.
func (o *opened) blind() error {
	role, err := o.c.flags.voice()
	if err != nil || role != model.Reviewer {
		return err
	}
	person, _ := o.ws.speaker(o.whole, role)
	o.readAs(model.Voice{Person: person.ID, Role: role})
	return nil
}

// readAs has the book read, and worked in, as v may.
func (o *opened) readAs(v model.Voice) {
	o.book = o.whole.As(v)
	o.hidden = hiddenIn(o.book)
}

// hiddenIn says of each area that is kept from the book's reader whether the
// school has answered there.
func hiddenIn(book *model.Book) map[model.AreaID]bool {
	if !book.Blind() {
		return nil
	}
	hidden := map[model.AreaID]bool{}
	for _, a := range book.Rubric().Areas {
		if given, kept := book.Hidden(a.ID); kept {
			hidden[a.ID] = given
		}
	}
	return hidden
}

// hides reports whether the school's level of area is kept from this person,
// and whether there is one.
func (o *opened) hides(area model.AreaID) (given, hidden bool) {
	given, hidden = o.hidden[area]
	return given, hidden
}

// describe says what a step did, without a level that may not be seen.
func (o *opened) describe(s model.Step) string {
	if o.untold(s) {
		return string(dump.AreaIn(s.Subject)) + ": " + hiddenWords
	}
	return clean(s.Describe())
}

// untold reports whether a step says what may not be seen yet: a judgement of
// the school, or what it said when it did not agree with another reviewer.
func (o *opened) untold(s model.Step) bool {
	return isUntold(o.hidden, s.Kind, s.Role, s.Subject)
}

func isUntold(hidden map[model.AreaID]bool, k model.EventKind, role model.Role, s model.Subject) bool {
	if _, kept := hidden[dump.AreaIn(s)]; !kept {
		return false
	}
	return k == model.KindDisagreement || k == model.KindJudgement && role != model.Reviewer
}

// past is what was done, the newest first. To a reviewer it tells of judgements
// they may not see only that they were given, and of meetings nothing.
func (o *opened) past() []model.Entry {
	all := o.whole.History()
	if !o.book.Blind() {
		return all
	}
	for i := range all {
		all[i].Steps = slices.DeleteFunc(all[i].Steps, func(s model.Step) bool { return ofMeeting(s.Kind) })
	}
	return slices.DeleteFunc(all, func(e model.Entry) bool { return len(e.Steps) == 0 })
}

// ofMeeting reports whether only the school's own people are told of a kind.
func ofMeeting(k model.EventKind) bool {
	return slices.Contains([]model.EventKind{model.KindMeeting, model.KindVote, model.KindRound, model.KindOutcome}, k)
}
