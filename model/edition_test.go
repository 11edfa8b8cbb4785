package model_test

import (
	"fmt"
	"reflect"
	"slices"
	"strings"
	"testing"

	"pgregory.net/rapid"

	"waymark/model"
)

// worded is an edition of six areas, no two of which share a word.
func worded() model.Rubric {
	r := rubric()
	for i := range r.Areas {
		name := strings.ReplaceAll(string(r.Areas[i].ID), ".", "x")
		r.Areas[i].Title = "Title" + name
		r.Areas[i].Scope, r.Areas[i].Question = phrase(name, 0), phrase(name, 1)
		for l := range r.Areas[i].Levels {
			r.Areas[i].Levels[l] = phrase(name, 2+l)
		}
	}
	return r
}

// phrase is the n-th ten words that only the area of that name uses.
func phrase(name string, n int) string {
	var words []string
	for k := range 10 {
		words = append(words, fmt.Sprintf("w%s%c%c", name, 'a'+n, 'a'+k))
	}
	return strings.Join(words, " ") + "."
}

func edition(r model.Rubric, change func(*model.Rubric)) model.Rubric {
	r.Edition = "2027"
	r.Areas, r.Groups = slices.Clone(r.Areas), slices.Clone(r.Groups)
	for i := range r.Areas {
		r.Areas[i].Levels = slices.Clone(r.Areas[i].Levels)
	}
	r.Edges, r.Related, r.Rulings = nil, nil, nil
	change(&r)
	return r
}

// said is a difference in a few words: one for each change that is not
// "unchanged", and one for each offer.
func said(d model.Difference) string {
	var all []string
	for _, c := range d.Areas {
		if c.Became == model.BecameSame && len(c.Beside) == 0 {
			continue
		}
		line := fmt.Sprintf("%s %s", c.Became, model.Link{Old: c.Old, New: c.New})
		for _, what := range [][]string{c.Reworded, c.Beside} {
			if len(what) > 0 {
				line += " (" + strings.Join(what, ", ") + ")"
			}
		}
		if c.Group != nil {
			line += fmt.Sprintf(" %s>%s", c.Group.Old, c.Group.New)
		}
		all = append(all, line)
	}
	for _, o := range d.Offers {
		all = append(all, fmt.Sprintf("offer %s=%s", o.Old, o.New))
	}
	return strings.Join(all, "; ")
}

func TestDiffSaysWhatBecameOfEachArea(t *testing.T) {
	before := worded()
	before.Edges, before.Related, before.Rulings = nil, nil, nil
	for _, tt := range []struct {
		name, want string
		change     func(*model.Rubric)
	}{
		{"nothing", "", func(*model.Rubric) {}},
		{"a level", "reworded 1.2=1.2 (level 3)", func(r *model.Rubric) { r.Areas[1].Levels[2] = "Quite other words." }},
		{"title and question", "reworded 1.2=1.2 (title, question)", func(r *model.Rubric) {
			r.Areas[1].Title, r.Areas[1].Question = "Sequence", "In what order?"
		}},
		{"a comma", "unchanged 1.1=1.1 (punctuation of scope)", func(r *model.Rubric) {
			r.Areas[0].Scope = strings.ReplaceAll(strings.ToUpper(r.Areas[0].Scope), " ", ", ")
		}},
		{"what stands beside", "unchanged 1.1=1.1 (vision, research)", func(r *model.Rubric) {
			r.Areas[0].Vision, r.Areas[0].Research = "All is well.", []model.Research{{Title: "T", URL: "https://x.org", Why: "W"}}
		}},
		{"a need", "unchanged 1.2=1.2 (what it needs first)", func(r *model.Rubric) {
			r.Edges = []model.Edge{{Before: "1.1", After: "1.2"}}
		}},
		{"another group", "moved 1.3=1.3 1>2", func(r *model.Rubric) { r.Areas[2].Group = "2" }},
		{"a group of another code", "", func(r *model.Rubric) {
			r.Groups[1].ID = "9"
			for i := 3; i < 6; i++ {
				r.Areas[i].Group = "9"
			}
		}},
		{"another code", "moved 1.3=2.9", func(r *model.Rubric) { r.Areas[2].ID = "2.9" }},
		{"renumbered", "moved 1.2=1.1; moved 1.3=1.2; retired 1.1=", func(r *model.Rubric) {
			r.Areas = r.Areas[1:]
			r.Areas[0].ID, r.Areas[1].ID = "1.1", "1.2"
		}},
		{"retired and added", "added =3.1; retired 2.3=", func(r *model.Rubric) {
			r.Areas[5] = fresh("3.1")
		}},
		{"a code for another thing", "added =2.3; retired 2.3=; offer 2.3=2.3", func(r *model.Rubric) {
			r.Areas[5] = fresh("2.3")
		}},
		{"split", "split 2.1=2.1,2.6", func(r *model.Rubric) {
			piece := r.Areas[3]
			piece.ID, piece.Title, piece.Levels = "2.6", "Titlenew", slices.Clone(piece.Levels)
			r.Areas[3].Scope, r.Areas[3].Levels[0], r.Areas[3].Levels[1] = "Half.", "Half one.", "Half two."
			piece.Question, piece.Levels[2], piece.Levels[3] = "Other half?", "Other three.", "Other four."
			r.Areas = append(r.Areas, piece)
		}},
		{"merged", "merged 2.1,2.2=2.1", func(r *model.Rubric) {
			for l := range r.Areas[3].Levels {
				r.Areas[3].Levels[l] += " " + r.Areas[4].Levels[l]
			}
			r.Areas = slices.Delete(r.Areas, 4, 5)
		}},
		{"perhaps the same", "added =2.9; retired 2.3=; offer 2.3=2.9", func(r *model.Rubric) {
			a := fresh("2.9")
			copy(a.Levels, r.Areas[5].Levels[:3])
			r.Areas[5] = a
		}},
		{"two that could be it", "added =2.8; added =2.9; retired 2.3=; offer 2.3=2.8; offer 2.3=2.9", func(r *model.Rubric) {
			a := r.Areas[5]
			a.ID, a.Levels, a.Question, a.Scope = "2.8", slices.Clone(a.Levels), phrase("new", 0), phrase("new", 1)
			b := a
			b.ID, b.Levels, b.Question = "2.9", slices.Clone(a.Levels), phrase("other", 0)
			a.Levels[0], b.Levels[0] = phrase("new", 3), phrase("other", 3)
			r.Areas = append(r.Areas[:5], a, b)
		}},
	} {
		t.Run(tt.name, func(t *testing.T) {
			d := model.Diff(before, edition(before, tt.change))
			if got := said(d); got != tt.want {
				t.Errorf("got  %s\nwant %s", got, tt.want)
			}
			if d.Same() != (tt.want == "") {
				t.Errorf("same is %v", d.Same())
			}
		})
	}
}

func fresh(id string) model.Area {
	a := model.Area{ID: model.AreaID(id), Group: "2", Title: "Fresh", Scope: phrase("f"+id, 0), Question: phrase("f"+id, 1)}
	for l := range 4 {
		a.Levels = append(a.Levels, phrase("f"+id, 2+l))
	}
	return a
}

func TestDiffSaysWhatChangedOfTheScale(t *testing.T) {
	before := worded()
	after := edition(before, func(r *model.Rubric) {
		r.Scale.Levels = slices.Clone(r.Scale.Levels)
		r.Scale.Levels[0].Name, r.Scale.Levels[1].Meaning, r.Scale.Expected = "Beginning", "Under way.", 2
	})
	want := []string{"level 1 is called Beginning instead of Early", "the meaning of level 2 was reworded", "level 2 is expected instead of 3"}
	if got := model.Diff(before, after).Scale; !reflect.DeepEqual(got, want) {
		t.Errorf("got %q, want %q", got, want)
	}
	after.Scale.Levels = after.Scale.Levels[:3]
	if got := model.Diff(before, after).Scale; !reflect.DeepEqual(got, []string{"3 levels instead of 4"}) {
		t.Errorf("got %q", got)
	}
}

func TestApartSaysWhyLevelsCannotBeCompared(t *testing.T) {
	before := worded()
	next := edition(before, func(*model.Rubric) {})
	if got, want := next.Apart(before), "edition 2026, which edition 2027 does not name as comparable"; got != want {
		t.Errorf("got %q, want %q", got, want)
	}
	next.Comparable = []string{"2026"}
	if got := next.Apart(before); got != "" {
		t.Errorf("comparable editions are apart: %q", got)
	}
	next.Scale.Levels = next.Scale.Levels[:3]
	if got, want := next.Apart(before), "edition 2026, which has 4 levels instead of 3"; got != want {
		t.Errorf("got %q, want %q", got, want)
	}
	next.ID = "other"
	if got, want := next.Apart(before), "another rubric: Test 2026"; got != want {
		t.Errorf("got %q, want %q", got, want)
	}
}

// redraft is any edition that might follow: areas reworded, renumbered, moved,
// cut, taken out, put in and set in another order.
func redraft(t *rapid.T, r model.Rubric) model.Rubric {
	return edition(r, func(r *model.Rubric) {
		for n := rapid.IntRange(0, 6).Draw(t, "changes"); n > 0; n-- {
			i := rapid.IntRange(0, len(r.Areas)-1).Draw(t, "area")
			a := &r.Areas[i]
			l := rapid.IntRange(0, 3).Draw(t, "level")
			switch rapid.IntRange(0, 6).Draw(t, "change") {
			case 0:
				a.Levels[l] = phrase(fmt.Sprint("r", n), l)
			case 1:
				a.ID = model.AreaID(fmt.Sprintf("9.%d", n))
			case 2:
				a.Group = "2"
			case 3:
				r.Areas = append(r.Areas, fresh(fmt.Sprintf("8.%d", n)))
			case 4:
				piece := *a
				piece.ID, piece.Levels = model.AreaID(fmt.Sprintf("7.%d", n)), slices.Clone(a.Levels)
				piece.Levels[l], a.Scope = phrase(fmt.Sprint("p", n), l), "Cut."
				r.Areas = append(r.Areas, piece)
			case 5:
				k := rapid.IntRange(0, len(r.Areas)-1).Draw(t, "with")
				r.Areas[i].ID, r.Areas[k].ID = r.Areas[k].ID, r.Areas[i].ID
			case 6:
				if len(r.Areas) > 2 {
					k := (i + 1) % len(r.Areas)
					a.Levels[l] += " " + strings.Join(r.Areas[k].Levels, " ")
					r.Areas = slices.Delete(r.Areas, k, k+1)
				}
			}
		}
		r.Areas = rapid.Permutation(r.Areas).Draw(t, "order")
	})
}

func TestEveryAreaIsInOneChange(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		before := worded()
		after := redraft(t, before)
		d := model.Diff(before, after)
		olds, news := map[model.AreaID]int{}, map[model.AreaID]int{}
		for _, c := range d.Areas {
			for _, a := range c.Old {
				olds[a]++
			}
			for _, a := range c.New {
				news[a]++
			}
			if len(c.Old) > 1 && len(c.New) > 1 {
				t.Fatalf("several became several: %s", said(d))
			}
		}
		if len(olds) != len(before.Areas) || len(news) != len(after.Areas) {
			t.Fatalf("areas are missing: %s", said(d))
		}
		for a, n := range olds {
			if n != 1 {
				t.Fatalf("old %s is in %d changes: %s", a, n, said(d))
			}
		}
		for a, n := range news {
			if n != 1 {
				t.Fatalf("new %s is in %d changes: %s", a, n, said(d))
			}
		}
		if again := model.Diff(before, after); !reflect.DeepEqual(again, d) {
			t.Fatalf("the same question has two answers:\n%s\n%s", said(d), said(again))
		}
		if !model.Diff(after, after).Same() {
			t.Fatalf("an edition differs from itself: %s", said(model.Diff(after, after)))
		}
	})
}
