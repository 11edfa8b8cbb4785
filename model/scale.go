package model

// Level is a place on a scale, counted from 1. There is no level 0: an area
// without a judgement has no level at all.
type Level int

// LevelName is what one level of a scale is called.
type LevelName struct {
	Name    string `json:"name"`
	Meaning string `json:"meaning,omitempty"`
}

// Scale is an ordered list of levels, lowest first, and the level a competent
// school is expected to reach.
type Scale struct {
	ID       string      `json:"id"`
	Title    string      `json:"title"`
	Levels   []LevelName `json:"levels"`
	Expected Level       `json:"expected"`
}

// MinLevels and MaxLevels bound every scale; number keys choose levels, so
// nine is the most a person can press.
const (
	MinLevels = 2
	MaxLevels = 9
)

// Top is the highest level of the scale.
func (s Scale) Top() Level { return Level(len(s.Levels)) }

// Has reports whether l is a level of the scale.
func (s Scale) Has(l Level) bool { return l >= 1 && int(l) <= len(s.Levels) }

// Name is the word for l, or "" when the scale has no such level.
func (s Scale) Name(l Level) string {
	if !s.Has(l) {
		return ""
	}
	return s.Levels[l-1].Name
}

// isNone reports whether nothing was said about a scale at all.
func (s Scale) isNone() bool {
	return s.ID == "" && s.Title == "" && len(s.Levels) == 0 && s.Expected == 0
}
