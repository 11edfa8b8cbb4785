package visit

import (
	"slices"
	"unicode"
	"unicode/utf8"

	"waymark/model"
	"waymark/model/priority"
)

// Moved is one priority that stays, comes in or goes since a visit, and why in
// one sentence, from the judgements that moved.
type Moved struct {
	Area model.AreaID
	Why  string
	Was  int // its place before, from 1; 0 when it was not there
	Now  int // its place after, from 1; 0 when it is not there
}

// Changes is how a suggestion changed: what stays and what comes in as they are
// suggested now, and what goes as it was suggested before.
type Changes struct{ Stay, In, Out []Moved }

// Any reports whether a priority came in or went.
func (c Changes) Any() bool { return len(c.In)+len(c.Out) > 0 }

// Changed sets the suggestion before a visit (see priority.FromSchool) beside
// the one after it. B is the book that the second was made from.
func Changed(was, now priority.Answer, b *model.Book) Changes {
	w := why{b: b, was: was, now: now}
	var c Changes
	for _, a := range now.Suggested() {
		m := Moved{Area: a, Was: placeIn(was, a), Now: placeIn(now, a)}
		if m.Was > 0 {
			m.Why = w.stays(m)
			c.Stay = append(c.Stay, m)
			continue
		}
		m.Why = w.comes(a)
		c.In = append(c.In, m)
	}
	for _, a := range was.Suggested() {
		if placeIn(now, a) == 0 {
			c.Out = append(c.Out, Moved{Area: a, Was: placeIn(was, a), Why: w.goes(a)})
		}
	}
	return c
}

func placeIn(a priority.Answer, id model.AreaID) int { return slices.Index(a.Suggested(), id) + 1 }

// Words is the change in one line.
func (c Changes) Words() string {
	switch {
	case !c.Any() && len(c.Stay) == 0:
		return "Nothing is suggested, before the visit or now."
	case !c.Any():
		return "The priorities are the same as before the visit."
	case len(c.Out) == 0:
		return movedNames(c.In) + comesIn(c.In) + "."
	case len(c.In) == 0:
		return movedNames(c.Out) + goesOut(c.Out) + "."
	}
	return movedNames(c.In) + comesIn(c.In) + "; " + movedNames(c.Out) + goesOut(c.Out) + "."
}

func movedNames(all []Moved) string {
	names := make([]string, len(all))
	for i, m := range all {
		names[i] = string(m.Area)
	}
	return inSentence(names)
}

func comesIn(all []Moved) string {
	if len(all) == 1 {
		return " comes in"
	}
	return " come in"
}

func goesOut(all []Moved) string {
	if len(all) == 1 {
		return " goes"
	}
	return " go"
}

// why finds the sentence for one priority.
type why struct {
	b        *model.Book
	was, now priority.Answer
}

func (w why) stays(m Moved) string {
	if s := w.visited(m.Area); s != "" {
		return s
	}
	return "No judgement of " + string(m.Area) + " was made in a visit."
}

// comes explains a priority that was not there before: its own judgement, else
// that of an area it helps, else that of one whose place it takes.
func (w why) comes(a model.AreaID) string {
	if s := w.moved(a); s != "" {
		return s
	}
	if helped, s := w.helps(w.now, a); s != "" {
		return "It helps " + string(helped) + ": " + lowerFirst(s)
	}
	for _, gone := range w.was.Suggested() {
		if placeIn(w.now, gone) > 0 {
			continue
		}
		if s := w.moved(gone); s != "" {
			return "It takes the place of " + string(gone) + ": " + lowerFirst(s)
		}
		if helped, s := w.helps(w.was, gone); s != "" {
			return "It takes the place of " + string(gone) + ", which was there to help " + string(helped) + ": " + lowerFirst(s)
		}
	}
	return w.otherwise(a)
}

// goes explains a priority that is there no longer: its own judgement, else
// that of an area it helped, else that of one which has come in.
func (w why) goes(a model.AreaID) string {
	if s := w.moved(a); s != "" {
		return s
	}
	if helped, s := w.helps(w.was, a); s != "" {
		return "It was there to help " + string(helped) + ": " + lowerFirst(s)
	}
	for _, come := range w.now.Suggested() {
		if placeIn(w.was, come) > 0 {
			continue
		}
		if s := w.moved(come); s != "" {
			return string(come) + " comes before it: " + lowerFirst(s)
		}
		if helped, s := w.helps(w.now, come); s != "" {
			return string(come) + " comes before it and helps " + string(helped) + ": " + lowerFirst(s)
		}
	}
	return w.otherwise(a)
}

// helps is the first area supporting a in that answer whose judgement moved,
// and the sentence about it, which is "" without one.
func (w why) helps(in priority.Answer, a model.AreaID) (helped model.AreaID, sentence string) {
	for _, helped := range in.Supporting[a] {
		if s := w.moved(helped); s != "" {
			return helped, s
		}
	}
	return "", ""
}

// otherwise is said when no level of its own or of its neighbours moved.
func (w why) otherwise(a model.AreaID) string {
	if s := w.visited(a); s != "" {
		return s
	}
	return "No judgement of it moved, but those of the areas around it did."
}

func lowerFirst(s string) string {
	r, size := utf8.DecodeRuneInString(s)
	return string(unicode.ToLower(r)) + s[size:]
}

// moved is the sentence about an area on which the visit says other than the
// school did, or "".
func (w why) moved(a model.AreaID) string {
	s := w.b.Evaluation().Area(a)
	said, ok := visitSays(s)
	if !ok || said.State == model.NoEvidence {
		return "" // which moves nothing
	}
	own, before := s.SchoolOwn()
	if before && own.State == said.State && own.Level == said.Level {
		return ""
	}
	return w.visited(a)
}

// visitSays is what counts since the visit: the level agreed in it, else the
// first reviewer's.
func visitSays(s model.AreaState) (model.Judgement, bool) {
	for _, j := range s.InRole(model.Agreed) {
		if j.Visit != "" {
			return j, true
		}
	}
	if in := s.InRole(model.Reviewer); len(in) > 0 {
		return in[0], true
	}
	return model.Judgement{}, false
}

// visited tells what a visit said of an area and what the school had said, or
// "" when no visit said anything.
func (w why) visited(a model.AreaID) string {
	e, scale := w.b.Evaluation(), w.b.Rubric().Scale
	s := e.Area(a)
	said, ok := visitSays(s)
	if !ok || kept(w.b, e, s) {
		return ""
	}
	own, before := s.SchoolOwn()
	theirs, had, alike := "The reviewer said "+opinionWords(scale, said)+" for "+string(a), "the school said ", "as the school did"
	if said.Role == model.Agreed {
		theirs, had = "The reviewer and the school agreed "+opinionWords(scale, said)+" for "+string(a), "the school had said "
		alike = "as the school had said"
	}
	switch {
	case !before:
		return theirs + "; the school had not judged it."
	case own.State == said.State && own.Level == said.Level:
		return theirs + ", " + alike + "."
	}
	return theirs + "; " + had + opinionWords(scale, own) + "."
}

// opinionWords is an answer as part of a sentence: "Developing".
func opinionWords(s model.Scale, j model.Judgement) string {
	switch j.State {
	case model.NotApplicable:
		return "“does not apply”"
	case model.NoEvidence:
		return "“not enough evidence to say”"
	default: // model.Rated
		return levelWords(s, j.Level)
	}
}
