package meeting

import (
	"fmt"
	"strings"
	"unicode"
	"unicode/utf8"

	"waymark/model"
)

// Ask is a question to those at one end of the spread.
type Ask struct {
	People []model.PersonID
	Level  model.Level // which they gave
	Words  string
}

// Asks lists who is asked what before everybody talks: those at the low end
// first, so that the most senior voice is not what others measure from, then
// those at the high end. There is nothing to ask where all gave the same level,
// or while the round is covered. Labels are what people are called.
func (v View) Asks(labels map[model.PersonID]string) []Ask {
	if !v.Shown || v.Low == v.High {
		return nil
	}
	low, high := v.Columns[v.Low-1], v.Columns[v.High-1]
	return []Ask{
		{low.People, v.Low, sentence(called(low.People, labels) + ", what have you seen that others may not have?")},
		{high.People, v.High, sentence(called(high.People, labels) + ", what would need to be true for this to be " + aLevel(v.High) + "?")},
	}
}

// TurnWords asks the next person for their level, or says "" when there is
// nobody left.
func (v View) TurnWords(labels map[model.PersonID]string) string {
	p, ok := v.Next()
	if !ok {
		return ""
	}
	return sentence(called([]model.PersonID{p}, labels) + ", it is your turn. Others look away.")
}

func called(people []model.PersonID, labels map[model.PersonID]string) string {
	names := make([]string, len(people))
	for i, p := range people {
		if names[i] = labels[p]; names[i] == "" {
			names[i] = "somebody"
		}
	}
	if len(names) < 2 {
		return strings.Join(names, "")
	}
	last := len(names) - 1
	return strings.Join(names[:last], ", ") + " and " + names[last]
}

func sentence(s string) string {
	r, size := utf8.DecodeRuneInString(s)
	return string(unicode.ToUpper(r)) + s[size:]
}

func aLevel(l model.Level) string {
	if l == 8 {
		return "an 8"
	}
	return fmt.Sprintf("a %d", l)
}
