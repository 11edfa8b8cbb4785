package report

import (
	"fmt"
	"strings"

	"waymark/model"
	"waymark/model/visit"
)

// after is what was said at the end and what comes next.
func (v *visitBuilder) after() (Section, bool) {
	var items []Line
	add := func(label, text string) {
		if text = v.short(text); text != "" {
			items = append(items, Line{label, stopped(text)})
		}
	}
	c := v.visit.Closing
	add("What the school asked for", c.Asked)
	add("As head here tomorrow, "+v.reviewers()+" would first", c.First)
	add("Coming back", v.date(c.FollowUp))
	return Section{ID: "after", Title: "What comes after", Blocks: []Block{{List: &List{Items: items}}}}, len(items) > 0
}

// date is a date as people write it; anything else stays as it was typed.
func (v *visitBuilder) date(typed string) string {
	if t, ok := visit.Date(model.Visit{Visiting: model.Visiting{Date: model.CleanLine(typed)}}, 1); ok {
		return day(t)
	}
	return typed
}

// since is what the visit changes in the priorities, once it is closed.
func (v *visitBuilder) since() (Section, bool) {
	s := Section{ID: "since", Title: "What this changes in the priorities"}
	switch {
	case !v.visit.Closed:
		return s, false
	case v.visit.Changes == nil:
		s.Blocks = []Block{paragraph("The school reads in Waymark what the visit changes in its priorities: levels that were not judged on the visit are not in this copy.")}
		return s, true
	}
	items := []Line{{"Before the visit", v.places(v.visit.Was)}, {"Since the visit", v.places(v.visit.Now)}}
	for _, moved := range []struct {
		label string
		all   []visit.Moved
	}{{"Comes in", v.visit.Changes.In}, {"Goes", v.visit.Changes.Out}} {
		for _, m := range moved.all {
			items = append(items, Line{moved.label, string(m.Area) + ". " + stopped(v.short(m.Why))})
		}
	}
	if !v.visit.Changes.Any() {
		items = append(items, Line{Text: v.line(v.visit.Changes.Words())})
	}
	s.Blocks = []Block{{List: &List{Items: items}}} // five at most come in, and five go
	return s, true
}

func (v *visitBuilder) places(ids []model.AreaID) string {
	if len(ids) == 0 {
		return "nothing suggested"
	}
	names := make([]string, len(ids))
	for i, id := range ids {
		names[i] = v.name(id)
	}
	return strings.Join(names, "; ")
}

// dots are written over by hand.
const dots = "……………………………………………………"

// signatures are who has read the note. To sign is not to agree.
func (v *visitBuilder) signatures() Section {
	var items []Line
	for _, side := range []struct {
		side  model.Side
		label string
	}{{model.SideSchool, "For the school"}, {model.SideReviewer, "For " + v.reviewers()}} {
		signed, ok := v.visit.Signature(side.side)
		if !ok {
			items = append(items, Line{side.label, dots + " read on …………………………"})
			continue
		}
		items = append(items, Line{side.label, v.signer(signed) + ". Read on " + v.on(signed.At) + "."})
	}
	return Section{ID: "signatures", Title: "Read, not agreed", Blocks: []Block{
		{List: &List{Items: items}},
		paragraph("A name here says that this note has been read. It does not say that its reader agrees with it."),
	}}
}

func (v *visitBuilder) signer(s model.Signed) string {
	name, post := v.short(s.Name), v.short(s.Post)
	switch {
	case v.out.Names && post == "":
		return "Signed"
	case v.out.Names:
		return capital(post)
	case post == "":
		return name
	}
	return name + ", " + post
}

// closingLines are what every reader must know of the note.
func (v *visitBuilder) closingLines(foot []string) []string {
	said := foot[0]
	if !strings.Contains(strings.ToLower(said), "safeguarding") {
		said += " Does not cover safeguarding."
	}
	people, rest, _ := strings.Cut(said, ". ")
	lines := []string{strings.TrimSpace(people + ". What was seen in lessons is no evidence for anybody’s appraisal or capability. " + rest)}
	if n := visit.PrivateNotes(v.Evaluation, v.visit.Visit); n > 0 {
		lines = append(lines, fmt.Sprintf("%s with %s and %s not in this copy.", count(n, "private note stays", "private notes stay"), v.reviewers(), areOrIs(n)))
	}
	lines = append(lines, foot[1:]...)
	if words := v.left.words(); words != "" {
		lines = append(lines, words)
	}
	return lines
}

func areOrIs(n int) string {
	if n == 1 {
		return "is"
	}
	return "are"
}

// ofAreas is "28 of 41".
func ofAreas(n, of int) string { return fmt.Sprintf("%d of %d", n, of) }
