package report

import (
	"fmt"
	"slices"
	"strings"

	"waymark/model"
	"waymark/model/agreement"
	"waymark/model/visit"
)

// Visited is a visit with what was worked out from the same picture as the
// source it belongs to: what is kept from a reviewer there is kept here.
// Changes is nil while the visit is open, and where telling it would tell what
// is kept; Was and Now are the suggestions it compares.
type Visited struct {
	model.Visit
	Rows      []visit.Row
	Agreement agreement.Result
	Changes   *visit.Changes
	Was, Now  []model.AreaID
}

// Visit builds the note that a reviewer leaves behind: two printed pages at
// most, whatever was written. What does not fit is shortened in the order of
// tighter, and the note says how much was left out. Private notes are never in
// it; their number is. Without a visit in s it says only that there is none.
func Visit(s Source, out LeaveOut) Document {
	out.PrivateNotes, out.Confidence = true, true // neither is part of the note
	b := newBuilder(s, out)
	if s.Visit == nil {
		d := b.document(KindVisit, "note of a visit")
		d.Sections = []Section{{ID: "none", Title: "No visit", Blocks: []Block{paragraph("There has been no visit yet.")}}}
		return tidy(d)
	}
	var d Document
	for _, r := range tighter() {
		v := &visitBuilder{builder: b, visit: *s.Visit, room: r}
		d = tidy(v.build())
		if printed(d) <= twoPages {
			break
		}
	}
	return d
}

// visitBuilder gathers what the parts of a visit's note need. Left counts what
// had no room.
type visitBuilder struct {
	*builder
	visit Visited
	room  room
	left  left
}

func (v *visitBuilder) build() Document {
	d := v.document(KindVisit, "note of the visit")
	d.Title = d.School + ": note of the visit of " + v.days()
	d.Meta = v.head()
	for _, part := range []func() (Section, bool){
		v.strengths, v.spots, v.steps, v.facts, v.claims, v.agreed, v.apart, v.unsettled, v.agreement, v.after, v.since,
	} {
		if section, any := part(); any {
			d.Sections = append(d.Sections, section)
		}
	}
	d.Sections = append(d.Sections, v.signatures())
	d.Foot = v.closingLines(d.Foot)
	return d
}

// days is when the visit was: its date, and the last one where there are more.
func (v *visitBuilder) days() string {
	last := 1
	for _, s := range v.visit.Slots {
		last = max(last, s.Day)
	}
	from, ok := visit.Date(v.visit.Visit, 1)
	if !ok {
		return v.line(v.visit.Date)
	}
	to, ok := visit.Date(v.visit.Visit, last)
	switch {
	case !ok || last == 1:
		return day(from)
	case from.Year() != to.Year():
		return day(from) + " to " + day(to)
	case from.Month() != to.Month():
		return from.Format("2 January") + " to " + day(to)
	}
	return fmt.Sprintf("%d to %s", from.Day(), day(to))
}

// head is what stands under the title.
func (v *visitBuilder) head() []Line {
	lines := []Line{{"Visited by", v.team()}}
	add := func(label, text string) {
		if text != "" {
			lines = append(lines, Line{label, text})
		}
	}
	focus := v.say("Focus, set by the trust")
	if v.visit.From != "" { // peers visit, and agree with the school what to look at
		focus = "Focus"
	}
	add(focus, v.codes(v.visit.Focus))
	asked := v.short(v.visit.Emphasis.Text)
	if codes := v.codes(v.visit.Emphasis.Areas); codes != "" {
		asked = strings.TrimSpace(stopped(asked) + " " + codes)
	}
	add("Emphasis, set by the school", asked)
	add("Looked at", v.lookedAt())
	add("Status", v.state())
	if v.School.Example {
		add("Example", "This school is made up.")
	}
	return lines
}

// state says whether the visit is over.
func (v *visitBuilder) state() string {
	switch {
	case !v.visit.Closed:
		return "The visit is open; this note was made on " + day(v.Made) + "."
	case v.visit.Reason != "":
		return "Closed on " + v.on(v.visit.ClosedAt) + ": " + stopped(v.short(v.visit.Reason))
	}
	return "Closed on " + v.on(v.visit.ClosedAt) + "."
}

// team is who visited and in which role: the lead first. Without names it is
// what they do.
func (v *visitBuilder) team() string {
	var all []string
	for _, m := range v.members() {
		p := v.person(m.Person)
		words := v.who(m.Person)
		if words == "" {
			words = model.CleanLine(p.Post)
		}
		if words == "" {
			words = "A reviewer"
		}
		if role := v.line(m.Role); role != "" {
			words += ", " + role
		}
		if m.Person == v.visit.Lead && v.visit.Lead != "" && len(v.visit.Team) > 0 {
			words += ", lead"
		}
		all = append(all, words)
	}
	words := strings.Join(most(all, v.room.rows, &v.left.rows), "; ")
	if from := v.line(v.visit.From); from != "" {
		words += ". From " + from
	}
	return stopped(words)
}

// members are the lead and the others, each once.
func (v *visitBuilder) members() []model.Member {
	all := []model.Member{{Person: v.visit.Lead}}
	for _, m := range v.visit.Team {
		if m.Person == v.visit.Lead {
			all[0] = m
			continue
		}
		all = append(all, m)
	}
	return all
}

// reviewers is what to call those who visited.
func (v *visitBuilder) reviewers() string {
	if len(v.members()) > 1 {
		return "the reviewers"
	}
	return "the reviewer"
}

// codes lists areas by their codes, and counts those there is no room for.
func (v *visitBuilder) codes(ids []model.AreaID) string {
	return strings.Join(most(codes(ids), v.room.codes, nil), ", ")
}

// most keeps the first n words and counts the others, into left too unless it
// is nil.
func most(words []string, n int, left *int) []string {
	if len(words) <= n {
		return words
	}
	if left != nil {
		*left += len(words) - n
	}
	return append(slices.Clone(words[:n]), fmt.Sprintf("%d more", len(words)-n))
}
