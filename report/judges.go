package report

import (
	"cmp"
	"fmt"
	"slices"
	"strings"

	"waymark/model"
	"waymark/model/arrange"
)

// judges says who judged and when: "Judged by T. Nguyen, headteacher, for the
// school, and R. Okafor as reviewer, from 3 to 24 September 2026."
func (b *builder) judges() string {
	var first, last int64
	byRole := map[model.Role][]model.PersonID{}
	for _, a := range b.Rubric.Areas {
		for _, j := range b.seen[a.ID].Judgements {
			if first == 0 || j.At < first {
				first = j.At
			}
			last = max(last, j.At)
			if j.Role != model.Agreed && !slices.Contains(byRole[j.Role], j.Person) {
				byRole[j.Role] = append(byRole[j.Role], j.Person)
			}
		}
	}
	if last == 0 {
		return ""
	}
	var who []string
	if s := b.voicesOf(byRole[model.Self], "colleague", "colleagues"); s != "" {
		who = append(who, s+" for the school")
	}
	if s := b.voicesOf(byRole[model.Reviewer], "reviewer", "reviewers"); s != "" {
		who = append(who, s)
	}
	text := "Judged"
	if len(who) > 0 {
		text += " by " + strings.Join(who, ", and ")
	}
	if from, to := b.on(first), b.on(last); from != to {
		return text + ", from " + from + " to " + to + "."
	}
	return text + " on " + b.on(last) + "."
}

// voicesOf names the people who spoke in one role, or counts them when names
// are left out.
func (b *builder) voicesOf(ids []model.PersonID, one, many string) string {
	if len(ids) == 0 {
		return ""
	}
	counted := count(len(ids), one, many)
	if b.out.Names {
		return counted
	}
	var all []string
	for _, id := range ids {
		if w := b.who(id); w != "" {
			all = append(all, w)
		}
	}
	arrange.By(all, func(x, y string) int { return cmp.Compare(x, y) })
	if len(all) < len(ids) {
		return counted
	}
	if one == "reviewer" {
		return and(all) + fmt.Sprintf(" as %s", map[bool]string{true: one, false: many}[len(all) == 1])
	}
	return and(all)
}

// who is a person's name and post, or "" when nobody has named them or names
// are left out.
func (b *builder) who(id model.PersonID) string {
	if b.out.Names {
		return ""
	}
	p := b.person(id)
	name, post := model.CleanLine(p.Name), model.CleanLine(p.Post)
	if name == "" || post == "" {
		return name
	}
	return name + " (" + post + ")"
}
