package report

import (
	"fmt"
	"slices"
	"strings"

	"waymark/model"
)

// strengths come first, with their evidence.
func (v *visitBuilder) strengths() (Section, bool) {
	return v.points("strengths", "Strengths", model.Strength, model.MarkStrength)
}

func (v *visitBuilder) steps() (Section, bool) {
	return v.points("next-steps", "Next steps", model.NextStepTo, model.MarkNextStep)
}

// points are the strengths or the next steps, each with what was seen.
func (v *visitBuilder) points(id, title string, kind model.PointKind, mark model.Mark) (Section, bool) {
	s := Section{ID: id, Title: title}
	for i, p := range v.visit.Of(kind) {
		s.Blocks = append(s.Blocks, Block{Heading: &Heading{numberedText(i, v.short(p.Text), string(p.Area))}})
		var items []Line
		if lead := v.short(p.Lead); lead != "" {
			items = append(items, Line{"Could lead", lead})
		}
		evidence := v.evidence(p, mark)
		shown := min(len(evidence), v.room.evidence)
		v.left.evidence += len(evidence) - shown
		for _, n := range evidence[:shown] {
			items = append(items, v.fact(n))
		}
		if len(items) > 0 {
			s.Blocks = append(s.Blocks, Block{List: &List{Items: items}})
		}
	}
	return s, len(s.Blocks) > 0
}

// open are the notes of the visit that anybody may read, oldest first.
func (v *visitBuilder) open() []model.Note {
	return slices.DeleteFunc(v.Evaluation.VisitNotes(v.visit.ID), func(n model.Note) bool { return n.Private })
}

// evidence is what a point rests on: the notes chosen for it, else those marked
// as it is on the same area.
func (v *visitBuilder) evidence(p model.Point, mark model.Mark) []model.Note {
	var all []model.Note
	for _, n := range v.open() {
		chosen := slices.Contains(p.Notes, n.ID)
		if len(p.Notes) == 0 {
			chosen = p.Area != "" && n.Area == p.Area && n.Mark == mark
		}
		if chosen {
			all = append(all, n)
		}
	}
	return all
}

// fact is one note: how it is known, and its words.
func (v *visitBuilder) fact(n model.Note) Line {
	how := map[model.FactKind]string{
		model.FactSeen: "Seen", model.FactHeard: "Heard", model.FactRead: "Read", model.FactCounted: "Counted",
	}[n.Fact]
	text := v.shorten(n.Text, v.room.line)
	if said := model.ParseLine(n.Text, v.Rubric); n.Of > 0 && (said.N != n.N || said.Of != n.Of) {
		text += fmt.Sprintf(" (%d of %d)", n.N, n.Of)
	}
	return Line{how, text}
}

// spots are the bright spots that those concerned agreed to share.
func (v *visitBuilder) spots() (Section, bool) {
	var items []Line
	for _, p := range v.visit.Of(model.BrightSpot) {
		if !p.Consent {
			continue
		}
		text := v.short(p.Text)
		if p.Area != "" {
			text += " (" + string(p.Area) + ")"
		}
		text = stopped(text)
		if who := v.short(p.Viewers); who != "" {
			text += " Worth seeing for: " + stopped(who)
		}
		items = append(items, Line{Text: text})
	}
	return Section{ID: "bright-spots", Title: "Bright spots to share", Blocks: v.list(items)}, len(items) > 0
}

// list is a list with as many rows as there is room for.
func (v *visitBuilder) list(items []Line) []Block {
	if n := len(items) - v.room.rows; n > 0 {
		v.left.rows += n
		items = append(slices.Clone(items[:v.room.rows]), Line{Text: fmt.Sprintf("%d more.", n)})
	}
	return []Block{{List: &List{Items: items}}}
}

// facts are what was counted in so many of so many and no point rests on.
func (v *visitBuilder) facts() (Section, bool) {
	used := map[model.NoteID]bool{}
	for kind, mark := range map[model.PointKind]model.Mark{model.Strength: model.MarkStrength, model.NextStepTo: model.MarkNextStep} {
		for _, p := range v.visit.Of(kind) {
			for _, n := range v.evidence(p, mark) {
				used[n.ID] = true
			}
		}
	}
	var items []Line
	for _, n := range v.open() {
		if n.Of == 0 || used[n.ID] {
			continue
		}
		if len(items) >= v.room.facts {
			v.left.evidence++
			continue
		}
		l := v.fact(n)
		if n.Area != "" {
			l.Text += " (" + string(n.Area) + ")"
		}
		items = append(items, l)
	}
	return Section{ID: "seen", Title: "What else was counted", Blocks: []Block{{List: &List{Items: items}}}}, len(items) > 0
}

// claims are what the school said at the start, as it was said, and how it
// looked later.
func (v *visitBuilder) claims() (Section, bool) {
	var items []Line
	for _, c := range v.visit.Claims {
		label := map[model.ClaimKind]string{model.Claimed: "Claim", model.Worry: "Worry"}[c.Kind]
		if c.Kind == model.Answered {
			label = strings.TrimRight(v.short(c.Question), ":")
		}
		text := "“" + v.short(c.Text) + "”"
		switch c.Verdict {
		case model.Confirmed:
			text += " What we saw confirms it."
		case model.Contradicted:
			text += " What we saw points the other way."
		case model.Unclear:
			text += " We could not tell."
		}
		if c.Change != "" {
			text += " What would change our mind: " + stopped(v.short(c.Change))
		}
		items = append(items, Line{label, text})
	}
	return Section{ID: "claims", Title: "What the school told us at the start", Blocks: v.list(items)}, len(items) > 0
}
