package report

import (
	"fmt"
	"strings"

	"waymark/model"
)

// Mark is a level as people see it: never a colour alone. Level is 0 when there
// is none, and Word then says why.
type Mark struct {
	Level int    `json:"level"`
	Of    int    `json:"of"`
	Word  string `json:"word"`
	Tone  int    `json:"-"` // 1 to 4: the colour pair; 0 for no level
}

// The words for the answers that are not a level.
const (
	notJudged  = "not judged"
	notThis    = "not applicable"
	noEvidence = "not enough evidence to say"
)

// mark is what an opinion says on the scale.
func mark(s model.Scale, o model.Opinion, said bool) Mark {
	m := Mark{Of: int(s.Top()), Word: notJudged}
	switch {
	case !said:
	case o.State == model.NotApplicable:
		m.Word = notThis
	case o.State == model.NoEvidence:
		m.Word = noEvidence
	case s.Has(o.Level):
		m.Level, m.Word, m.Tone = int(o.Level), s.Name(o.Level), tone(s, o.Level)
	}
	return m
}

// tone spreads the levels of any scale over four colour pairs: two below the
// expected level and two from it upwards.
func tone(s model.Scale, l model.Level) int {
	below, above := int(s.Expected)-1, int(s.Top()-s.Expected)+1
	if l < s.Expected {
		return 1 + (int(l)-1)*2/max(1, below)
	}
	return 3 + int(l-s.Expected)*2/max(1, above)
}

// Short is the level with its word: "2 Developing".
func (m Mark) Short() string {
	if m.Level == 0 {
		return m.Word
	}
	return strings.TrimSpace(fmt.Sprintf("%d %s", m.Level, m.Word))
}

// Spoken is the level for a reader who hears it: "level 2 of 4, Developing".
func (m Mark) Spoken() string {
	if m.Level == 0 {
		return m.Word
	}
	return strings.TrimSuffix(fmt.Sprintf("level %d of %d, %s", m.Level, m.Of, m.Word), ", ")
}

// Meter is the level as a bar: "■■□□".
func (m Mark) Meter() string {
	if m.Level == 0 {
		return strings.Repeat("·", m.Of)
	}
	return strings.Repeat("■", m.Level) + strings.Repeat("□", max(0, m.Of-m.Level))
}

// Digit is the level in one cell of a matrix.
func (m Mark) Digit() string {
	if m.Level == 0 {
		return "·"
	}
	return fmt.Sprint(m.Level)
}
