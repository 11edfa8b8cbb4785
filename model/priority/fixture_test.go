package priority_test

import (
	"math/rand/v2"
	"os"
	"strings"
	"testing"

	"waymark/model"
	"waymark/model/priority"
)

// four is the scale of the whole-school rubric.
func four() model.Scale {
	return model.Scale{
		Levels:   []model.LevelName{{Name: "Early"}, {Name: "Developing"}, {Name: "Embedded"}, {Name: "Sharing"}},
		Expected: 3,
	}
}

// blank is the whole-school rubric with nothing judged: 41 areas, 62 edges.
func blank(tb testing.TB) priority.Input {
	tb.Helper()
	text, err := os.ReadFile("testdata/whole-school.txt")
	if err != nil {
		tb.Fatal(err)
	}
	in := priority.Input{Scale: four()}
	for line := range strings.Lines(string(text)) {
		line = strings.TrimRight(line, "\n")
		if strings.HasPrefix(line, "#") {
			continue
		}
		if after, ok := strings.CutPrefix(line, "  > "); ok {
			for id := range strings.FieldsSeq(after) {
				before := in.Areas[len(in.Areas)-1].ID
				in.Edges = append(in.Edges, model.Edge{Before: before, After: model.AreaID(id)})
			}
			continue
		}
		id, title, _ := strings.Cut(line, " ")
		in.Areas = append(in.Areas, priority.Area{ID: model.AreaID(id), Title: title})
	}
	if len(in.Areas) != 41 || len(in.Edges) != 62 {
		tb.Fatalf("fixture has %d areas and %d edges", len(in.Areas), len(in.Edges))
	}
	return in
}

// school is a made-up school judged by two raters, different for every n and
// the same on every run.
func school(tb testing.TB, n uint64) priority.Input {
	tb.Helper()
	in := blank(tb)
	pcg := rand.New(rand.NewPCG(n, 7))
	for i := range in.Areas {
		a := &in.Areas[i]
		level := model.Level(1 + pcg.IntN(4))
		theirs := min(4, max(1, level+model.Level(pcg.IntN(3)-1)))
		a.Judgements = []priority.Judgement{
			{Rater: "you", Level: level, Confidence: priority.Confidence(pcg.IntN(3))},
			{Rater: "the reviewer", Level: theirs, Confidence: priority.Confidence(pcg.IntN(3))},
		}
		switch pcg.IntN(12) {
		case 0:
			a.Importance = 2
		case 1:
			a.Slipping, a.SlippedFrom = true, 4
		case 2:
			a.Reach = 0.5
		case 3:
			a.Agreed = &priority.Judgement{Rater: "you and your reviewer agreed", Level: level}
		}
	}
	return in
}

// judged is an area that one person judged.
func judged(id model.AreaID, level model.Level, c priority.Confidence) priority.Area {
	return priority.Area{ID: id, Title: "Title", Judgements: []priority.Judgement{{Rater: "you", Level: level, Confidence: c}}}
}

func suggest(tb testing.TB, in priority.Input) priority.Answer {
	tb.Helper()
	a, err := priority.Suggest(in)
	if err != nil {
		tb.Fatalf("suggest: %v", err)
	}
	return a
}

func ids(s string) []model.AreaID {
	list := []model.AreaID{}
	for id := range strings.FieldsSeq(s) {
		list = append(list, model.AreaID(id))
	}
	return list
}

func edges(s string) []model.Edge {
	var list []model.Edge
	for e := range strings.FieldsSeq(s) {
		before, after, _ := strings.Cut(e, ">")
		list = append(list, model.Edge{Before: model.AreaID(before), After: model.AreaID(after)})
	}
	return list
}
