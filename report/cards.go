package report

import (
	"fmt"
	"slices"
	"strings"

	"waymark/model"
	"waymark/model/priority"
)

// mostReasons is how many reasons a card gives: the first ones weigh most.
const mostReasons = 3

// usual is the reason that tells nobody anything on paper.
const usual = "It reaches everyone."

// fill is what people write in on paper until the plan holds it.
func fill() []string {
	return []string{"How we will know", "Who leads", "What we will stop or shrink", "Come back"}
}

// suggested lists the areas suggested, whatever state the answer is in.
func (b *builder) suggested() []model.AreaID {
	return b.Answer.Order[:min(max(0, b.Answer.K), len(b.Answer.Order))]
}

// suggestion is the card of an area nobody has decided on yet.
func (b *builder) suggestion(place int, id model.AreaID) *Card {
	c := &Card{
		Place: place, Title: b.ref(id).Title, Suggested: true,
		Areas: []Ref{b.ref(id)}, Helps: b.refs(b.Answer.Supporting[id]), Steps: []string{}, Fill: fill(),
	}
	b.explain(c, id, true)
	return c
}

// decided is the card of a priority the school has chosen. Its first area is
// what it is about; the suggestion for that area, if there is one, explains it.
func (b *builder) decided(place int, p model.Priority) *Card {
	c := &Card{Place: place, Title: b.line(p.Title), Areas: b.refs(p.Areas), Helps: []Ref{}, Steps: []string{}, Fill: fill()}
	for _, step := range p.Steps {
		c.Steps = append(c.Steps, stopped(b.line(step)))
	}
	about := slices.IndexFunc(p.Areas, func(id model.AreaID) bool { return slices.Contains(b.suggested(), id) })
	for _, lead := range p.Areas {
		for _, id := range b.Answer.Supporting[lead] {
			if r := b.ref(id); !p.Covers(id) && !slices.Contains(c.Helps, r) {
				c.Helps = append(c.Helps, r)
			}
		}
	}
	switch {
	case about >= 0:
		b.explain(c, p.Areas[about], true)
	case p.Own || len(p.Areas) == 0:
		c.Why = []string{"You added this one yourselves."}
		b.lines(c, "")
	default:
		b.explain(c, p.Areas[0], false)
	}
	return c
}

// explain fills in why an area is a priority and how firmly.
func (b *builder) explain(c *Card, id model.AreaID, suggested bool) {
	c.Why = []string{}
	if !suggested {
		c.Why = append(c.Why, b.ownReasons(c.Areas)...)
		b.lines(c, "")
		return
	}
	if share, ok := b.Answer.Theme[id]; ok {
		c.Firm = &Firm{Word: priority.Word(share), Share: share}
	}
	for _, reason := range b.Answer.Reasons[id] {
		if len(c.Why) < mostReasons && reason != usual && !isFirmness(reason) && !isTakenOff(reason) && b.mayTell(reason) {
			c.Why = append(c.Why, capital(b.line(reason)))
		}
	}
	b.lines(c, b.takesOff(id))
}

// ownReasons explains a priority that the judgements do not suggest: where its
// areas stand, and why the suggestion passed them by.
func (b *builder) ownReasons(areas []Ref) []string {
	reasons := []string{"You chose this one; the judgements as they stand do not suggest it."}
	for _, r := range areas[:min(len(areas), mostReasons-1)] {
		text := fmt.Sprintf("%s is %s", r.ID, b.mark(r.ID).Short())
		if m := b.mark(r.ID); m.Level == int(b.scale.Expected) {
			text += ", the expected level"
		}
		for _, n := range b.Answer.NotChosen {
			if n.Area == r.ID {
				text += ": " + small(b.whyNot(n.Why))
			}
		}
		reasons = append(reasons, stopped(text))
	}
	return reasons
}

// lines puts a card into words, in the order they are read.
func (b *builder) lines(c *Card, off string) {
	add := func(label, text string) {
		if text != "" {
			c.Lines = append(c.Lines, Line{label, text})
		}
	}
	if len(c.Areas) > 1 || len(c.Areas) == 1 && c.Areas[0].Title != c.Title {
		add("About", strings.Join(names(c.Areas), "; "))
	}
	add("Also helps", strings.Join(names(c.Helps), "; "))
	add("Why", strings.Join(c.Why, " "))
	if c.Firm != nil {
		add("How firm", strings.TrimSpace(stopped(c.Firm.Words())+" "+off))
	}
	add("First steps", counted(c.Steps))
}

// counted sets sentences after each other so that each can be told apart.
func counted(sentences []string) string {
	if len(sentences) < 2 {
		return strings.Join(sentences, "")
	}
	all := make([]string, len(sentences))
	for i, text := range sentences {
		all[i] = fmt.Sprintf("(%d) %s", i+1, text)
	}
	return strings.Join(all, " ")
}

// Words is the word and the number: "Firm, 93 of 100 readings". The number is
// rounded down so that it never belongs to another word.
func (f Firm) Words() string {
	return fmt.Sprintf("%s, %d of 100 readings", capital(f.Word), int(float64(f.Share*100)+1e-9))
}

// isFirmness and isTakenOff tell apart the reasons that a card says in places
// of their own.
func isFirmness(reason string) bool {
	for _, word := range []string{"firm", "likely", "finely balanced", "unlikely"} {
		if strings.HasPrefix(strings.ToLower(reason), word+":") {
			return true
		}
	}
	return false
}

func isTakenOff(reason string) bool {
	return strings.HasPrefix(reason, "It would leave the list") || strings.HasPrefix(reason, "No change to one area alone")
}

// mayTell reports whether a sentence gives away nothing that is left out.
func (b *builder) mayTell(sentence string) bool {
	return !b.out.Confidence || !strings.Contains(strings.ToLower(sentence), "confiden")
}

// takesOff says what would take the priority of an area off the list.
func (b *builder) takesOff(id model.AreaID) string {
	for _, reason := range b.Answer.Reasons[id] {
		if isTakenOff(reason) && b.mayTell(reason) {
			return b.line(reason)
		}
	}
	if change := b.Answer.TakesItOff[id]; change != nil {
		return fmt.Sprintf("It would leave the list if %s were %d rather than %d.", change.Area, change.To, change.From)
	}
	return ""
}
