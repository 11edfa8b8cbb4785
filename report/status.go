package report

import (
	"fmt"
	"slices"

	"waymark/model"
)

// tally counts areas by what stands for them.
type tally struct {
	all, rated, notApplicable, notRated int
	reviewed, agreed                    int
}

func (b *builder) tally() tally {
	t := tally{all: len(b.Rubric.Areas)}
	for _, a := range b.Rubric.Areas {
		s := b.seen[a.ID]
		j, ok := b.says(a.ID)
		switch {
		case ok && j.State == model.NotApplicable:
			t.notApplicable++
		case slices.ContainsFunc(s.Judgements, func(j model.Judgement) bool { return j.State == model.Rated }):
			t.rated++
		default:
			t.notRated++
		}
		if len(s.InRole(model.Reviewer)) > 0 {
			t.reviewed++
		}
		if len(s.InRole(model.Agreed)) > 0 {
			t.agreed++
		}
	}
	if a := b.Answer; a.Rated+a.NotApplicable+a.NotRated == t.all { // the suggestion's own count, so that the two never differ
		t.rated, t.notApplicable, t.notRated = a.Rated, a.NotApplicable, a.NotRated
	}
	return t
}

// basis says what the document rests on: "Based on 36 of 41 areas; 3 not
// applicable, 2 not rated."
func (t tally) basis() string {
	return fmt.Sprintf("Based on %d of %d areas; %d not applicable, %d not rated.", t.rated, t.all, t.notApplicable, t.notRated)
}

// status says whose judgements these are and whether they are finished.
func (b *builder) status(t tally) string {
	s := "Self-evaluation by the school"
	if t.reviewed > 0 {
		s += fmt.Sprintf(", with a reviewer on %d of %d areas", t.reviewed, t.all)
	}
	if t.agreed > 0 {
		s += fmt.Sprintf(", agreed on %d of %d", t.agreed, t.all)
	}
	if b.Evaluation.Finished {
		return s + ". Finished " + b.on(b.Evaluation.FinishedAt) + "."
	}
	return s + ". In progress."
}

// meta is what stands under the title of every document.
func (b *builder) meta() []Line {
	t := b.tally()
	lines := []Line{
		{"Date", day(b.Made)},
		{"Status", b.status(t)},
		{"Judged", t.basis()},
	}
	if words := b.agreedLine(); words != "" {
		lines = append(lines, Line{"Visit", words})
	}
	if b.School.Example {
		lines = append(lines, Line{"Example", "This school is made up."})
	}
	return lines
}

// method says who judged, how the suggestions come about and who decides.
func (b *builder) method() Section {
	var text []string
	if judges := b.judges(); judges != "" {
		text = append(text, judges)
	}
	if n := b.Answer.Readings; n > 0 && b.Answer.K > 0 {
		text = append(text, "How firm: the choice was repeated over "+thousands(n)+
			" plausible readings of the judgements; the number says in how many of every 100 a priority stayed.")
	}
	if b.out.Confidence {
		text = append(text, "You decide; suggestions use levels, change and links.")
	} else {
		text = append(text, "You decide; suggestions use levels, change, confidence and links.")
	}
	blocks := []Block{}
	for _, t := range text {
		blocks = append(blocks, paragraph(t))
	}
	return Section{ID: "method", Title: "How this was made", Blocks: blocks}
}

// thousands writes a whole number with commas: "4,000".
func thousands(n int) string {
	if n < 1000 {
		return fmt.Sprint(n)
	}
	return fmt.Sprintf("%s,%03d", thousands(n/1000), n%1000)
}

// foot closes every document.
func (b *builder) foot() []string {
	foot := "Not a judgement of people."
	if len(b.Rubric.NotCovered) > 0 {
		foot += " Does not cover "
		for i, what := range b.Rubric.NotCovered {
			if i > 0 {
				foot += "; "
			}
			foot += small(model.CleanLine(what))
		}
		foot = stopped(foot)
	}
	lines := []string{foot}
	if b.out.Names {
		lines = append(lines, "Names are left out of this copy: read it through before you send it, as only the names of those who judged can be taken out of what was typed.")
	}
	return lines
}

func paragraph(text string) Block { return Block{Paragraph: &Paragraph{Text: text}} }
func remark(text string) Block    { return Block{Remark: &Remark{Text: text}} }
