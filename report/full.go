package report

import (
	"fmt"

	"waymark/model"
)

// Full builds the full self-evaluation: strengths first, the whole picture, the
// priorities, and then every area with its evidence.
func Full(s Source, out LeaveOut) Document {
	b := newBuilder(s, out)
	b.roomy = true
	d := b.document(KindFull, "self-evaluation")
	d.Sections = append(d.Sections, b.opening())
	for _, part := range []func() (Section, bool){b.strengths, b.brightSpots} {
		if section, any := part(); any {
			d.Sections = append(d.Sections, section)
		}
	}
	d.Sections = append(d.Sections, b.picture(), b.priorities())
	for _, part := range []func() (Section, bool){b.curve, b.notNow, b.findOut, b.checkFirst} {
		if section, any := part(); any {
			d.Sections = append(d.Sections, section)
		}
	}
	for i, g := range b.Rubric.Groups {
		d.Sections = append(d.Sections, b.group(i, g))
	}
	if section, any := b.schoolNotes(); any {
		d.Sections = append(d.Sections, section)
	}
	d.Sections = append(d.Sections, b.method())
	return tidy(d)
}

// opening says what the document is and what it holds that needs care.
func (b *builder) opening() Section {
	s := Section{ID: "about", Title: "About this self-evaluation"}
	s.Blocks = append(s.Blocks, paragraph(fmt.Sprintf("%s at one of %s. The expected level is %s. There is no level for the school as a whole.",
		count(len(b.Rubric.Areas), "area, judged", "areas, each judged"), count(int(b.scale.Top()), "level", "levels"), b.expected())))
	if t, any := b.levelTable(); any {
		s.Blocks = append(s.Blocks, Block{Table: &t})
	}
	if n := b.privateNotes(); n > 0 && !b.out.PrivateNotes {
		s.Blocks = append(s.Blocks, remark("This copy includes "+count(n, "private note", "private notes")+". Check who it is for."))
	}
	if b.out.PrivateNotes {
		s.Blocks = append(s.Blocks, paragraph("Private notes are left out of this copy."))
	}
	return s
}

// levelTable says what each level means, when the rubric does.
func (b *builder) levelTable() (t Table, any bool) {
	t = Table{Caption: "The levels", Columns: []string{"Level", "What it means"}}
	for _, m := range b.legend() {
		meaning := model.CleanLine(b.scale.Levels[m.Level-1].Meaning)
		any = any || meaning != ""
		t.Rows = append(t.Rows, []string{m.Short(), meaning})
	}
	return t, any
}

func (b *builder) privateNotes() int {
	n := 0
	for _, a := range b.Rubric.Areas {
		for _, note := range b.seen[a.ID].Notes {
			if note.Private {
				n++
			}
		}
	}
	for _, note := range b.Evaluation.Notes {
		if note.Private {
			n++
		}
	}
	return n
}

func (b *builder) picture() Section {
	h := b.heatMap()
	return Section{ID: "picture", Title: "The whole picture", Blocks: []Block{{HeatMap: &h}}}
}

func (b *builder) curve() (Section, bool) {
	c, any := b.needCurve()
	return Section{ID: "reach", Title: "How far the priorities reach", Blocks: []Block{{NeedCurve: &c}}}, any
}

// mostChecks is how many areas to check first are listed.
const mostChecks = 3

// checkFirst is where a visit would do most good.
func (b *builder) checkFirst() (Section, bool) {
	var items []Line
	for _, c := range b.Answer.CheckFirst[:min(len(b.Answer.CheckFirst), mostChecks)] {
		items = append(items, Line{b.ref(c.Area).Name(), b.look(c.Area)})
	}
	s := Section{ID: "check-first", Title: "What to check first", Blocks: []Block{
		paragraph("Confirming these levels would change the suggestions most."),
		{List: &List{Items: items}},
	}}
	return s, len(items) > 0
}

// group is one group with all its areas.
func (b *builder) group(place int, g model.Group) Section {
	s := Section{ID: fmt.Sprintf("group-%d", place+1), Title: string(g.ID) + " " + g.Title}
	if summary := model.CleanLine(g.Summary); summary != "" {
		s.Blocks = append(s.Blocks, paragraph(summary))
	}
	var cells []HeatCell
	for _, a := range b.Rubric.AreasIn(g.ID) {
		cells = append(cells, b.heatCell(a))
	}
	if judged := len(levels(cells)); judged > 0 {
		s.Blocks = append(s.Blocks, paragraph(fmt.Sprintf("%d of %s with a level. Middle: %s. From lowest to highest: %s.",
			judged, count(len(cells), "area", "areas"), b.middle(cells), b.span(cells))))
	} else {
		s.Blocks = append(s.Blocks, paragraph("No area of this "+b.groupWord()+" has a level yet."))
	}
	for _, a := range b.Rubric.AreasIn(g.ID) {
		entry := b.area(a)
		s.Blocks = append(s.Blocks, Block{Area: &entry})
	}
	return s
}

func (b *builder) schoolNotes() (Section, bool) {
	s := Section{ID: "school-notes", Title: "Notes on the school as a whole"}
	for _, n := range b.notes(b.Evaluation.Notes) {
		s.Blocks = append(s.Blocks, Block{Note: &n})
	}
	return s, len(s.Blocks) > 0
}
