package priority

import (
	"fmt"

	"waymark/model"
)

// DefaultSeed starts the readings when the caller names no seed.
const DefaultSeed uint64 = 41

// DefaultReadings is how many readings are drawn when the caller names none.
const DefaultReadings = 4000

// MaxReadings bounds how many readings may be asked for.
const MaxReadings = 1_000_000

// MaxPriorities is the most priorities that are ever suggested.
const MaxPriorities = 5

// fewest is how many priorities are suggested before any has to prove itself.
const fewest = 3

// Confidence is how sure a rater is of a judgement. The zero value is Medium:
// low is said, never assumed.
type Confidence int

// The three confidences.
const (
	Medium Confidence = iota
	Low
	High
)

// String is the word people choose: "low", "medium" or "high".
func (c Confidence) String() string {
	switch c {
	case Low:
		return "low"
	case High:
		return "high"
	case Medium:
		return "medium"
	}
	return fmt.Sprintf("confidence %d", int(c))
}

// Judgement is one rater's word on one area. Rater is how reasons name them:
// "you", "the reviewer", "you and your reviewer agreed", or a role.
type Judgement struct {
	Rater      string
	Level      model.Level
	Confidence Confidence
}

// Area is what is known about one area. An area is not rated when it has no
// judgement and is not marked as not applicable. Importance is 0.5 (minor), 1
// or 2 (vital), Reach .25 (a few pupils), .5 (a group), .75 (a phase) or 1
// (everyone); 0 means 1 for both. SlippedFrom is 0 when only a rater's word
// says that the area is slipping.
type Area struct {
	ID            model.AreaID
	Title         string
	Judgements    []Judgement
	Agreed        *Judgement
	NotApplicable bool
	Importance    float64
	Reach         float64
	Slipping      bool
	SlippedFrom   model.Level
	Pinned        bool
	Excluded      bool
}

// Input is everything a suggestion rests on. Areas are in rubric order. K is 0
// to let the needs decide how many, or 3, 4 or 5 when the head asks outright.
// Seed 0 means DefaultSeed and Readings 0 means DefaultReadings.
type Input struct {
	Scale    model.Scale
	Areas    []Area
	Edges    []model.Edge
	K        int
	Seed     uint64
	Readings int
	Pupils   string `json:",omitempty"` // what the reasons call pupils; "" for that
}

// TooManyPins says that more areas are pinned than may be priorities.
type TooManyPins struct {
	Pinned []model.AreaID
}

// Error says how many are pinned and how many may be.
func (e *TooManyPins) Error() string {
	return fmt.Sprintf("suggest priorities: %d areas are pinned, and at most %d can be", len(e.Pinned), MaxPriorities)
}

// BadInput says which part of an input cannot be. Area is empty when the
// trouble is not with one area.
type BadInput struct {
	Area model.AreaID
	Why  string
}

// Error names the area, if there is one, and what is wrong.
func (e *BadInput) Error() string {
	if e.Area == "" {
		return "suggest priorities: " + e.Why
	}
	return fmt.Sprintf("suggest priorities: area %s: %s", e.Area, e.Why)
}

func (a *Area) open() bool   { return !a.NotApplicable && !a.Excluded }
func (a *Area) pin() bool    { return a.Pinned && a.open() }
func (a *Area) judged() bool { return a.Agreed != nil || len(a.Judgements) > 0 }
func (a *Area) rated() bool  { return a.judged() && !a.NotApplicable }

// voices are the judgements that an area is read from.
func (a *Area) voices() []Judgement {
	if a.Agreed != nil {
		return []Judgement{*a.Agreed}
	}
	return a.Judgements
}

// unsure reports whether every judgement the area is read from is low.
func (a *Area) unsure() bool {
	voices := a.voices()
	for _, j := range voices {
		if j.Confidence != Low {
			return false
		}
	}
	return len(voices) > 0
}

func (in *Input) check() error {
	s := in.Scale
	switch {
	case s.Top() < model.MinLevels || s.Top() > model.MaxLevels:
		return &BadInput{Why: fmt.Sprintf("a scale of %d levels", s.Top())}
	case s.Expected <= 1 || !s.Has(s.Expected):
		return &BadInput{Why: fmt.Sprintf("level %d cannot be the expected one of %d", s.Expected, s.Top())}
	case in.K != 0 && (in.K < fewest || in.K > MaxPriorities):
		return &BadInput{Why: fmt.Sprintf("%d priorities asked for; it can be 3, 4 or 5", in.K)}
	case in.Readings < 0 || in.Readings > MaxReadings:
		return &BadInput{Why: fmt.Sprintf("%d readings asked for; it can be 1 to %d", in.Readings, MaxReadings)}
	}
	for i := range in.Areas {
		if why := in.Areas[i].trouble(s); why != "" {
			return &BadInput{Area: in.Areas[i].ID, Why: why}
		}
	}
	return in.checkPins()
}

func (in *Input) checkPins() error {
	var pinned []model.AreaID
	for i := range in.Areas {
		if in.Areas[i].pin() {
			pinned = append(pinned, in.Areas[i].ID)
		}
	}
	if len(pinned) > MaxPriorities {
		return &TooManyPins{Pinned: pinned}
	}
	return nil
}

// trouble says what about the area cannot be, or "".
func (a *Area) trouble(s model.Scale) string {
	for _, j := range a.Judgements {
		if why := j.trouble(s); why != "" {
			return why
		}
	}
	if a.Agreed != nil {
		if why := a.Agreed.trouble(s); why != "" {
			return why
		}
	}
	switch a.Importance {
	case 0, 0.5, 1, 2:
	default:
		return fmt.Sprintf("importance %v; it can be 0.5, 1 or 2", a.Importance)
	}
	switch a.Reach {
	case 0, 0.25, 0.5, 0.75, 1:
	default:
		return fmt.Sprintf("reach %v; it can be 0.25, 0.5, 0.75 or 1", a.Reach)
	}
	if a.SlippedFrom != 0 && !s.Has(a.SlippedFrom) {
		return fmt.Sprintf("slipped from level %d, which is not on the scale", a.SlippedFrom)
	}
	return ""
}

func (j Judgement) trouble(s model.Scale) string {
	switch {
	case !s.Has(j.Level):
		return fmt.Sprintf("level %d is not on the scale of %d", j.Level, s.Top())
	case j.Confidence < Medium || j.Confidence > High:
		return fmt.Sprintf("there is no %v", j.Confidence)
	}
	return ""
}
