package priority

import (
	"crypto/sha256"
	"encoding/hex"
	"encoding/json"

	"waymark/model"
)

// FromBook is the input for the open evaluation of b. before holds the levels
// of the previous evaluation where they can be set beside these (METHOD
// section 1, slipping); it may be nil.
func FromBook(b *model.Book, before map[model.AreaID]model.Level) Input {
	r, e := b.Rubric(), b.Evaluation()
	in := Input{Scale: r.Scale, Edges: r.Edges, Areas: make([]Area, len(r.Areas))}
	if said := b.Vocabulary().Words(pupils); said != pupils {
		in.Pupils = said
	}
	for i, a := range r.Areas {
		in.Areas[i] = fromState(b, a, e.Area(a.ID), before[a.ID])
	}
	return in
}

func fromState(b *model.Book, a model.Area, s model.AreaState, before model.Level) Area {
	area := Area{ID: a.ID, Title: a.Title, Pinned: s.Emphasis.Pinned, Excluded: s.Emphasis.Excluded}
	area.Importance = map[model.Importance]float64{model.Minor: 0.5, model.Normal: 1, model.Vital: 2}[s.Emphasis.Importance]
	area.Reach = map[model.Reach]float64{model.Few: 0.25, model.AGroup: 0.5, model.APhase: 0.75, model.Everyone: 1}[s.Emphasis.Reach]
	area.NotApplicable = notApplicable(s)
	_, team := s.Team()
	alone := len(s.InRole(model.Self)) == 1
	for _, j := range s.Judgements {
		if j.State != model.Rated {
			continue
		}
		if j.Direction == model.Slipping {
			area.Slipping = true
		}
		if j.Role == model.Self && team && j.Person != model.TeamPerson {
			continue // what the team recorded is what the school says
		}
		said := Judgement{Rater: rater(b, j, alone), Level: j.Level, Confidence: sureness(j.Confidence)}
		if j.Role == model.Agreed && !j.Contested {
			area.Agreed = &said
			continue
		}
		area.Judgements = append(area.Judgements, said)
	}
	if now, ok := s.Standing(); ok && now.State == model.Rated && before > now.Level {
		area.Slipping, area.SlippedFrom = true, before
	}
	return area
}

// notApplicable reports whether everyone who answered says that the area does
// not apply. "Not enough evidence to say" is no answer to that question.
func notApplicable(s model.AreaState) bool {
	if in := s.InRole(model.Agreed); len(in) == 1 {
		return in[0].State == model.NotApplicable
	}
	said := false
	for _, j := range s.Judgements {
		switch j.State {
		case model.NotApplicable:
			said = true
		case model.Rated:
			return false
		default: // model.NoEvidence answers nothing
		}
	}
	return said
}

// rater is how the reasons name whoever judged. Colleagues are named by post:
// reasons are printed, and a name may have been left out on purpose.
func rater(b *model.Book, j model.Judgement, alone bool) string {
	switch {
	case j.Role == model.Agreed:
		return "you and your reviewer " + agreedWord
	case j.Role == model.Reviewer:
		return "the reviewer"
	case j.Person == model.TeamPerson:
		return "your team"
	case alone:
		return "you"
	}
	if post := b.Who(j.Person).Post; post != "" {
		return "the " + post
	}
	return "a colleague"
}

func sureness(c model.Confidence) Confidence {
	switch c {
	case model.Low:
		return Low
	case model.High:
		return High
	default: // model.Medium, which is also what is meant when nothing was said
		return Medium
	}
}

// Version is the same for two inputs that lead to the same suggestion because
// they say the same, and differs otherwise.
func (in *Input) Version() string {
	text, err := json.Marshal(in)
	if err != nil {
		return "" // unreachable: every field is plain
	}
	sum := sha256.Sum256(text)
	return hex.EncodeToString(sum[:])
}
