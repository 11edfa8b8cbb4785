package report

import (
	"strings"

	"waymark/model"
)

// Priorities builds the priorities summary, which fits on one page.
func Priorities(s Source, out LeaveOut) Document {
	b := newBuilder(s, out)
	d := b.document(KindPriorities, "priorities")
	d.Sections = append(d.Sections, b.priorities())
	for _, part := range []func() (Section, bool){b.strengths, b.brightSpots, b.notNow, b.findOut} {
		if section, any := part(); any {
			d.Sections = append(d.Sections, section)
		}
	}
	d.Sections = append(d.Sections, b.method())
	return tidy(d)
}

// document is what every kind starts from.
func (b *builder) document(kind Kind, what string) Document {
	name := model.CleanLine(b.School.Name)
	if name == "" {
		name = "Our school"
	}
	year := b.Evaluation.Year.Shown()
	return Document{
		Kind: kind, Language: "en-GB", School: name, Year: year, Made: b.Made.Format("2006-01-02"),
		Title: strings.TrimSpace(name + ": " + what + " " + year), Meta: b.meta(), Foot: b.foot(),
	}
}

// priorities is the section of cards: those decided, else those suggested.
func (b *builder) priorities() Section {
	s := Section{ID: "priorities", Title: "Priorities"}
	if len(b.Evaluation.Priorities) > 0 {
		for i, p := range b.Evaluation.Priorities {
			s.Blocks = append(s.Blocks, Block{Card: b.decided(i+1, p)})
		}
		if len(b.Evaluation.Priorities) < model.FewPriorities && b.Evaluation.Fewer != "" {
			s.Blocks = append(s.Blocks, remark("Why fewer than three: "+stopped(b.line(b.Evaluation.Fewer))))
		}
		return s
	}
	suggested := b.suggested()
	if len(suggested) > 0 {
		s.Title = "Suggested priorities, not yet decided"
	}
	for i, id := range suggested {
		s.Blocks = append(s.Blocks, Block{Card: b.suggestion(i+1, id)})
	}
	s.Blocks = append(s.Blocks, b.few(len(suggested))...)
	return s
}

// few says why there are fewer than three suggestions, and what could grow.
func (b *builder) few(n int) []Block {
	if n >= model.FewPriorities {
		return nil
	}
	var blocks []Block
	switch {
	case b.tally().rated == 0:
		return []Block{paragraph("No area has a level yet, so there is nothing to suggest.")}
	case n == 0:
		blocks = append(blocks, paragraph("No area is judged below the expected level ("+b.expected()+"), so no priority is suggested."))
	default:
		blocks = append(blocks, paragraph("Only "+count(n, "priority is", "priorities are")+" suggested. One or two is fine if they are big."))
	}
	if b.Evaluation.Fewer != "" {
		blocks = append(blocks, remark("Why fewer than three: "+stopped(b.line(b.Evaluation.Fewer))))
	}
	if len(b.Answer.Grow) > 0 {
		blocks = append(blocks, Block{List: &List{Label: "Areas you could grow", Items: b.areaLines(b.Answer.Grow)}})
	}
	return blocks
}

// areaLines lists areas with the level that stands for them.
func (b *builder) areaLines(ids []model.AreaID) []Line {
	lines := make([]Line, 0, len(ids))
	for _, id := range ids {
		text := capital(b.mark(id).Short())
		if way := b.heading(id); way != "" {
			text += ", " + way
		}
		lines = append(lines, Line{b.ref(id).Name(), text})
	}
	return lines
}

// heading is where an area is going: as it moved since the earlier evaluation,
// else as the one who judged it says.
func (b *builder) heading(id model.AreaID) string {
	if n := b.moved(id); n != 0 {
		was, _ := b.was(id)
		return b.change(n) + " from " + b.level(was) + " in " + b.Previous.Year.Shown()
	}
	j, ok := b.says(id)
	if !ok || j.State != model.Rated {
		return ""
	}
	return string(j.Direction)
}

// change is a number of levels moved, with a sign that is not a colour.
func (b *builder) change(n int) string {
	if n > 0 {
		return "▲ up " + count(n, "level", "levels")
	}
	return "▼ down " + count(-n, "level", "levels")
}
