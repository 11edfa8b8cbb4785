package visit_test

import (
	"crypto/ed25519"
	"crypto/sha256"
	"encoding/binary"
	"encoding/csv"
	"fmt"
	"os"
	"strconv"
	"testing"
	"time"

	"waymark/model"
	"waymark/model/visit"
)

// Those who are at the school in these tests.
const (
	head  model.PersonID = "p-head"
	guest model.PersonID = "p-guest" // leads the visit
	aide  model.PersonID = "p-aide"  // visits too
)

const theVisit model.VisitID = "v-1"

// failer is what both a *testing.T and a *rapid.T can do.
type failer interface {
	Helper()
	Fatalf(format string, args ...any)
}

// office is a school's book with everybody round it.
type office struct {
	t    failer
	pen  *model.Pen
	book *model.Book
	now  int64
}

// comparedRubric has so many groups of so many areas, on four levels; each area
// of a group but the last needs to be in place before the next.
func comparedRubric(groups, areas int) model.Rubric {
	r := model.Rubric{
		ID: "test", Edition: "2026", Title: "Test", Kind: model.KindSchool, Language: "en-GB",
		Scale: model.Scale{ID: "four", Title: "Four", Expected: 3, Levels: []model.LevelName{
			{Name: "Early"}, {Name: "Developing"}, {Name: "Embedded"}, {Name: "Sharing"},
		}},
	}
	for g := 1; g <= groups; g++ {
		group := model.GroupID(strconv.Itoa(g))
		r.Groups = append(r.Groups, model.Group{ID: group, Title: "Group " + string(group)})
		for a := 1; a <= areas; a++ {
			id := model.AreaID(fmt.Sprintf("%d.%d", g, a))
			r.Areas = append(r.Areas, model.Area{
				ID: id, Group: group, Title: "Area " + string(id), Scope: "All of it.", Question: "How is it?",
				Levels: []string{"Not there yet.", "In places.", "Everywhere.", "Others learn from it."},
			})
			if a > 1 {
				r.Edges = append(r.Edges, model.Edge{Before: model.AreaID(fmt.Sprintf("%d.%d", g, a-1)), After: id})
			}
		}
	}
	return r
}

func newOffice(t failer, r model.Rubric) *office {
	t.Helper()
	seed := sha256.Sum256([]byte("office"))
	var salt uint64
	o := &office{t: t, now: 1_000_000, pen: model.NewPen(ed25519.NewKeyFromSeed(seed[:]), "school-1", model.Tip{}, func() []byte {
		salt++
		sum := sha256.Sum256(binary.BigEndian.AppendUint64(nil, salt))
		return sum[:16]
	})}
	b, err := model.OpenBook("school-1", "eval-1", r, nil)
	if err != nil {
		t.Fatalf("open book: %v", err)
	}
	o.book = b
	c, err := model.StartEvaluation("eval-1", "Autumn", "2026-27", r, nil)
	o.do([]model.Change{c}, err)
	return o
}

// do signs the changes of a rule and takes them in.
func (o *office) do(changes []model.Change, err error) {
	o.t.Helper()
	if err != nil {
		o.t.Fatalf("refused: %v", err)
	}
	o.now += 1000
	records, err := o.pen.Write(model.Act{ID: fmt.Sprintf("act-%d", o.now), Person: head, When: time.UnixMilli(o.now)}, changes)
	if err == nil {
		err = o.book.Add(records...)
	}
	if err != nil {
		o.t.Fatalf("write: %v", err)
	}
}

func school() model.Voice { return model.Voice{Person: head, Role: model.Self} }

func reviewer(p model.PersonID) model.Voice { return model.Voice{Person: p, Role: model.Reviewer} }

func rated(l model.Level) model.Opinion { return model.Opinion{State: model.Rated, Level: l} }

func (o *office) visiting() model.Visit { return o.visit(theVisit) }

func (o *office) compare() []visit.Row { return visit.Compare(o.book, o.visiting()) }

// says is a level of the school's, and sees one of the lead reviewer's.
func (o *office) says(a model.AreaID, l model.Level) {
	o.t.Helper()
	o.judge(school(), a, rated(l))
}

func (o *office) sees(a model.AreaID, l model.Level) {
	o.t.Helper()
	o.judge(reviewer(guest), a, rated(l))
}

func (o *office) judge(v model.Voice, a model.AreaID, what model.Opinion) {
	o.t.Helper()
	o.do(o.book.Judge(v, a, what))
}

func (o *office) visit(id model.VisitID) model.Visit {
	o.t.Helper()
	v, err := o.book.Visit(id)
	if err != nil {
		o.t.Fatalf("visit: %v", err)
	}
	return v
}

// begin opens the visit with a focus on areas; guest leads and aide comes too.
func (o *office) begin(areas ...model.AreaID) {
	o.t.Helper()
	o.do(o.book.StartVisit(reviewer(guest), theVisit, model.Visiting{Date: "2026-09-24", Lead: guest, Checklist: "list"}))
	o.do(o.book.SetTeam(reviewer(guest), theVisit, []model.Member{{Person: aide}}))
	if len(areas) > 0 {
		o.do(o.book.SetFocus(reviewer(guest), theVisit, areas))
	}
}

func (o *office) agree(a model.AreaID, l model.Level) {
	o.t.Helper()
	o.do(o.book.Agree(school(), theVisit, a, l, "We looked together."))
}

func (o *office) disagree(a model.AreaID) {
	o.t.Helper()
	o.do(o.book.Disagree(school(), theVisit, a, model.Apart{School: "We see it each day.", Reviewer: "I saw it once."}))
}

func row(t failer, rows []visit.Row, a model.AreaID) visit.Row {
	t.Helper()
	for _, r := range rows {
		if r.Area == a {
			return r
		}
	}
	t.Fatalf("there is no row for %s", a)
	return visit.Row{}
}

// comparison reads the levels of two raters or more that agreement is tested
// with: the same figures have to come out of a whole book.
func comparison(t *testing.T, name string) (r model.Rubric, levels map[model.AreaID][]model.Level) {
	t.Helper()
	file, err := os.Open("../agreement/testdata/" + name + ".csv")
	if err != nil {
		t.Fatal(err)
	}
	defer file.Close()
	lines, err := csv.NewReader(file).ReadAll()
	if err != nil {
		t.Fatal(err)
	}
	r, levels = comparedRubric(1, 1), map[model.AreaID][]model.Level{}
	r.Groups, r.Areas, r.Edges = nil, nil, nil
	for _, line := range lines[1:] {
		id, group := model.AreaID(line[0]), model.GroupID(line[0][:1])
		if _, known := r.Group(group); !known {
			r.Groups = append(r.Groups, model.Group{ID: group, Title: line[1]})
		}
		a := comparedRubric(1, 1).Areas[0]
		a.ID, a.Group = id, group
		r.Areas = append(r.Areas, a)
		for _, cell := range line[2:] {
			n, _ := strconv.Atoi(cell) // an empty cell is a gap
			levels[id] = append(levels[id], model.Level(n))
		}
	}
	return r, levels
}
