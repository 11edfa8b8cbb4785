package report

import (
	"fmt"
	"strings"

	"waymark/model"
)

// area is all that is said of one area.
func (b *builder) area(a model.Area) AreaEntry {
	s := b.seen[a.ID]
	j, ok := b.says(a.ID)
	e := AreaEntry{
		ID: a.ID, Title: a.Title, Level: b.mark(a.ID), Facts: b.facts(a, j, ok),
		Voices: b.voices(s, j, ok), Notes: b.notes(s.Notes),
	}
	if ok && j.State == model.Rated {
		e.Descriptor = model.CleanLine(a.Descriptor(j.Level))
	}
	return e
}

// facts are what stands beside a level.
func (b *builder) facts(a model.Area, j model.Judgement, said bool) []Line {
	facts := []Line{}
	add := func(label, text string) {
		if text != "" {
			facts = append(facts, Line{label, text})
		}
	}
	s := b.seen[a.ID]
	if said {
		add("Judged by", b.voice(j))
	}
	if said && j.State == model.Rated {
		if !b.out.Confidence {
			add("How sure", confidence(j.Opinion))
		}
		add("Direction", capital(string(j.Direction)))
		if was, ok := b.was(a.ID); ok {
			add(b.Previous.Year.Shown(), b.level(was)+b.since(a.ID))
		}
	}
	if said {
		add("Why this level", b.line(j.Reason))
	}
	if n := len(s.Flags); n > 0 {
		add("Flagged", "To talk about")
	}
	if s.Disagree() {
		add("Not settled", "The school’s own judgements differ; nothing is agreed yet")
	}
	return append(facts, b.emphasis(s.Emphasis)...)
}

// emphasis is what the school said of the area before priorities were suggested.
func (b *builder) emphasis(m model.Emphasis) []Line {
	var said []string
	if m.Importance == model.Vital || m.Importance == model.Minor {
		said = append(said, string(m.Importance))
	}
	if reach := map[model.Reach]string{model.Few: "a few " + b.say("pupils"), model.AGroup: "a group of " + b.say("pupils"), model.APhase: "one phase"}[m.Reach]; reach != "" {
		said = append(said, "reaches "+reach)
	}
	if m.Pinned {
		said = append(said, "must be a priority")
	}
	var lines []Line
	if len(said) > 0 {
		lines = append(lines, Line{"The school says", strings.Join(said, ", ")})
	}
	if m.Excluded {
		lines = append(lines, Line{"Not now", b.whyAside(m)})
	}
	return lines
}

func confidence(o model.Opinion) string {
	if o.Confidence == "" {
		o.Confidence = model.Medium
	}
	return capital(string(o.Confidence)) + " confidence"
}

// since says how the area moved since the earlier evaluation.
func (b *builder) since(id model.AreaID) string {
	if n := b.moved(id); n != 0 {
		return ", now " + b.change(n)
	}
	return ", now ● the same"
}

// voice says in which role a judgement was given, by whom and when. Who and
// when are left out together.
func (b *builder) voice(j model.Judgement) string {
	role := map[model.Role]string{model.Self: "The school", model.Reviewer: "The reviewer", model.Agreed: "Agreed"}[j.Role]
	if role == "" {
		role = "Somebody"
	}
	return role + b.whoWhen(j.Person, j.At)
}

// whoWhen is ", T. Nguyen, 24 September 2026".
func (b *builder) whoWhen(id model.PersonID, at int64) string {
	if b.out.Names {
		return ""
	}
	s := ""
	if name := model.CleanLine(b.person(id).Name); name != "" {
		s = ", " + name
	}
	if at != 0 {
		s += ", " + b.on(at)
	}
	return s
}

// voices lists the other judgements of an area, when there are any.
func (b *builder) voices(s model.AreaState, shown model.Judgement, said bool) []Line {
	lines := []Line{}
	for _, j := range s.Judgements {
		if said && j.Event == shown.Event && j.Role == shown.Role && j.Person == shown.Person {
			continue
		}
		text := capital(mark(b.scale, j.Opinion, true).Short())
		if j.State == model.Rated {
			if !b.out.Confidence {
				text += ", " + strings.ToLower(confidence(j.Opinion))
			}
			if j.Direction != "" {
				text += ", " + string(j.Direction)
			}
		}
		if j.Contested {
			text += "; one of two copies that differ"
		}
		label := b.voice(j)
		if j.Role == model.Self && said && shown.Role == model.Self {
			label = "A colleague" + b.whoWhen(j.Person, j.At)
		}
		lines = append(lines, Line{label, text})
	}
	return lines
}

// notes are the pieces of evidence that may be shown, oldest first.
func (b *builder) notes(all []model.Note) []NoteEntry {
	shown := []NoteEntry{}
	for _, n := range all {
		if n.Private && b.out.PrivateNotes {
			continue
		}
		about := "Note"
		if n.Kind != "" {
			about = b.say(n.Kind.Words())
		}
		if n.Role == model.Reviewer {
			about += ", by the reviewer"
		}
		about += b.whoWhen(n.Person, n.At)
		if n.Private {
			about = fmt.Sprintf("%s. Private", about)
		}
		shown = append(shown, NoteEntry{About: about, Text: b.text(n.Text), Source: b.line(n.Source)})
	}
	return shown
}
