package priority

import (
	"cmp"
	"fmt"
	"slices"
	"strconv"
)

// reasons says why the lead at this place is there, the weightiest first.
func (p *picture) reasons(place int, theme float64) []string {
	s := p.plan.order[place]
	a := &p.in.Areas[s]
	var list []string
	add := func(sentence string) {
		if sentence != "" {
			list = append(list, sentence)
		}
	}
	if a.Pinned {
		add("Pinned by you.")
	}
	add(judged(a, p.in.Scale))
	add(p.dependents(s))
	add(slipping(a, p))
	add(important(a))
	add("It reaches " + whom(a.Reach, cmp.Or(p.in.Pupils, pupils)) + ".")
	add(firmness(theme))
	if a.unsure() {
		add("Every judgement of it is low confidence, so find out more before you commit.")
	}
	add(p.takenOff(place))
	return list
}

// dependents names the areas below expected that directly depend on s.
func (p *picture) dependents(s int32) string {
	var names, codes []string
	for i := range p.in.Areas {
		if p.need[i] > 0 && slices.Contains(p.links.of(s), int32(i)) {
			codes = append(codes, string(p.id(int32(i))))
			names = append(names, string(p.id(int32(i)))+" "+p.in.Areas[i].Title)
		}
	}
	if len(codes) == 0 {
		return ""
	}
	clause := counted(len(codes), "area", "areas") + " below expected "
	if len(codes) == 1 {
		clause += "depends on it"
	} else {
		clause += "depend on it"
	}
	return shortest(sentence(clause+": "+and(names)), sentence(clause+": "+and(codes)), sentence(clause))
}

func slipping(a *Area, p *picture) string {
	switch {
	case !a.Slipping:
		return ""
	case a.SlippedFrom == 0:
		return "It is slipping, as you said."
	}
	return shortest("It is slipping: it was "+called(p.in.Scale, a.SlippedFrom)+" last time.",
		"It is slipping: it was "+strconv.Itoa(int(a.SlippedFrom))+" last time.")
}

func important(a *Area) string {
	switch a.Importance {
	case 2:
		return "You called it vital."
	case 0.5:
		return "You called it minor."
	}
	return ""
}

// pupils is what those are called whom an area reaches, where nobody renames them.
const pupils = "pupils"

func whom(reach float64, pupils string) string {
	switch reach {
	case 0.25:
		return "a few " + pupils + ", as you said"
	case 0.5:
		return "a group of " + pupils + ", as you said"
	case 0.75:
		return "one phase, as you said"
	}
	return "everyone"
}

// firmness rounds down, so that the number never belongs to another word.
func firmness(theme float64) string {
	return sentence(fmt.Sprintf("%s: it stays, itself or as its theme, in %d of 100 plausible readings of your judgements",
		Word(theme), int(float64(theme*100)+1e-9)))
}

// takenOff says which single change would take the lead off the list.
func (p *picture) takenOff(place int) string {
	s, m := p.plan.order[place], p.off[place]
	switch {
	case m == nil && p.in.Areas[s].Pinned:
		return ""
	case m == nil:
		return "No change to one area alone would take it off the list."
	}
	subject := "it"
	if m.area != s {
		subject = string(p.id(m.area))
	}
	if everyone(&p.in.Areas[m.area]) {
		return fmt.Sprintf("It would leave the list if %s were %d rather than %d.", subject, m.to, m.from)
	}
	return fmt.Sprintf("It would leave the list if everyone judged %s %d.", subject, m.to)
}

// everyone reports whether all judgements of an area are at one level.
func everyone(a *Area) bool {
	voices := a.voices()
	for _, j := range voices {
		if j.Level != voices[0].Level {
			return false
		}
	}
	return true
}
