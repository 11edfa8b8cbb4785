package report

import (
	"fmt"
	"slices"
	"strings"

	"waymark/model"
)

// mostSetAside is how many areas set aside the summary names.
const mostSetAside = 5

// setAside are the areas the school put on its "not now" list.
func (b *builder) setAside() []model.AreaID {
	var ids []model.AreaID
	for _, a := range b.Rubric.Areas {
		if b.seen[a.ID].Emphasis.Excluded {
			ids = append(ids, a.ID)
		}
	}
	return ids
}

// notNow lists what was set aside, with the reason and when to look again, and
// says in a line for each reason why the other areas below expected are not there.
func (b *builder) notNow() (Section, bool) {
	section := Section{ID: "not-now", Title: "Not now"}
	aside := b.setAside()
	named := len(aside)
	if !b.roomy {
		named = min(named, mostSetAside)
	}
	var items []Line
	for _, id := range aside[:named] {
		items = append(items, Line{b.ref(id).Name(), b.whyAside(b.seen[id].Emphasis)})
	}
	if more := len(aside) - named; more > 0 {
		items = append(items, Line{fmt.Sprintf("%d more set aside", more), strings.Join(codes(aside[named:]), ", ")})
	}
	if len(items) > 0 {
		section.Blocks = append(section.Blocks, Block{List: &List{Label: "Set aside", Items: items}})
	}
	if others := b.others(); len(others) > 0 {
		section.Blocks = append(section.Blocks, Block{List: &List{Label: "Also below the expected level", Items: others}})
	}
	return section, len(section.Blocks) > 0
}

func (b *builder) whyAside(m model.Emphasis) string {
	reason, again := b.line(m.Reason), b.line(m.Revisit)
	if reason == "" {
		reason = "Set aside for this year"
	}
	text := stopped(capital(reason))
	if again != "" {
		text += " Look again: " + stopped(again)
	}
	return text
}

// others gathers the areas below expected that lead nothing, by why not.
func (b *builder) others() []Line {
	var lines []Line
	add := func(why, what string) {
		i := slices.IndexFunc(lines, func(l Line) bool { return l.Label == why })
		if i < 0 {
			lines = append(lines, Line{why, what})
			return
		}
		lines[i].Text += b.between() + what
	}
	for _, id := range b.suggested() {
		if !b.leads(id) && !b.seen[id].Emphasis.Excluded {
			add("Suggested, and not chosen", b.called(id))
		}
	}
	for _, n := range b.Answer.NotChosen {
		if b.leads(n.Area) || b.seen[n.Area].Emphasis.Excluded {
			continue
		}
		if lead, ok := b.helper(n.Area); ok {
			add("Already helped by a priority", fmt.Sprintf("%s (by %s)", b.called(n.Area), lead))
		} else if lead, helped := strings.CutPrefix(n.Why, helpedBy); helped {
			add("Depends on an area not chosen", fmt.Sprintf("%s (on %s)", b.called(n.Area), lead))
		} else {
			add(b.whyNot(n.Why), b.called(n.Area))
		}
	}
	return lines
}

// helpedBy begins the suggestion's line on an area that a lead already helps.
const helpedBy = "already helped by "

// helper is the first area of a priority that usually has to be in place before
// area: what makes the priority help it.
func (b *builder) helper(area model.AreaID) (model.AreaID, bool) {
	for _, before := range b.Rubric.NeedsFirst(area) {
		if b.leads(before) {
			return before, true
		}
	}
	return "", false
}

// called is an area in a list: its code on the one page, its name where there
// is room.
func (b *builder) called(id model.AreaID) string {
	if b.roomy {
		return b.ref(id).Name()
	}
	return string(id)
}

func (b *builder) between() string {
	if b.roomy {
		return "; "
	}
	return ", "
}

// whyNot is the suggestion's own line, unless it tells what is left out.
func (b *builder) whyNot(why string) string {
	if !b.mayTell(why) {
		return "Not suggested yet"
	}
	return capital(b.line(why))
}

// mostToFindOut is how many areas the summary asks people to find out about.
const mostToFindOut = 3

// findOut lists what nobody is sure enough of to lead on, with a place to look.
// To be on it is to be judged with low confidence, so it goes when that is left out.
func (b *builder) findOut() (Section, bool) {
	var items []Line
	if b.out.Confidence {
		return Section{}, false
	}
	for _, id := range b.Answer.FindOutFirst {
		if b.leads(id) || len(items) == mostToFindOut {
			continue
		}
		items = append(items, Line{b.ref(id).Name(), b.look(id)})
	}
	section := Section{ID: "find-out", Title: "Find out first", Blocks: []Block{{List: &List{Items: items}}}}
	return section, len(items) > 0
}

// look is the evidence to collect: the first of the rubric's prompts, else its
// question.
func (b *builder) look(id model.AreaID) string {
	a, _ := b.Rubric.Area(id)
	if len(a.Evidence) > 0 {
		return stopped(capital(model.CleanLine(a.Evidence[0].Text)))
	}
	return model.CleanLine(a.Question)
}
