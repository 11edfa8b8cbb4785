package agreement

import (
	"fmt"

	"waymark/model"
)

// MaxJudgements bounds areas times raters; no school comes near it.
const MaxJudgements = 30_000

// Unit is one area with the level each rater gave it, in the order of the
// raters; 0 is a gap. GroupTitle is what people call the group.
type Unit struct {
	ID         model.AreaID
	Group      model.GroupID
	GroupTitle string
	Levels     []model.Level
}

// Input is what is compared: areas in rubric order, on a scale of so many
// levels, judged by two raters or more. The first of two is the school.
type Input struct {
	Levels int
	Raters int
	Units  []Unit
}

// BadInput says which part of an input cannot be. Area is empty when the
// trouble is not with one area.
type BadInput struct {
	Area model.AreaID
	Why  string
}

// Error names the area, if there is one, and what is wrong.
func (e *BadInput) Error() string {
	if e.Area == "" {
		return "compare levels: " + e.Why
	}
	return fmt.Sprintf("compare levels: area %s: %s", e.Area, e.Why)
}

func (in *Input) check() error {
	switch {
	case in.Levels < model.MinLevels || in.Levels > model.MaxLevels:
		return &BadInput{Why: fmt.Sprintf("a scale of %d levels", in.Levels)}
	case in.Raters < 2:
		return &BadInput{Why: fmt.Sprintf("there is nothing to compare with %d raters", in.Raters)}
	case len(in.Units) > MaxJudgements/in.Raters:
		return &BadInput{Why: fmt.Sprintf("%d areas with %d raters each are too many", len(in.Units), in.Raters)}
	}
	known := make(map[model.AreaID]bool, len(in.Units))
	for i := range in.Units {
		u := &in.Units[i]
		if why := u.trouble(in); why != "" {
			return &BadInput{Area: u.ID, Why: why}
		}
		if known[u.ID] {
			return &BadInput{Area: u.ID, Why: "it is there twice"}
		}
		known[u.ID] = true
	}
	return nil
}

// trouble says what about the area cannot be, or "".
func (u *Unit) trouble(in *Input) string {
	if len(u.Levels) != in.Raters {
		return fmt.Sprintf("%d levels for %d raters", len(u.Levels), in.Raters)
	}
	for _, l := range u.Levels {
		if l < 0 || int(l) > in.Levels {
			return fmt.Sprintf("level %d is not on the scale of %d", l, in.Levels)
		}
	}
	return ""
}

// counts says for each area how many raters gave it each level.
func (in *Input) counts() [][]int {
	counts := make([][]int, len(in.Units))
	for i := range in.Units {
		counts[i] = make([]int, in.Levels)
		for _, l := range in.Units[i].Levels {
			if l > 0 {
				counts[i][l-1]++
			}
		}
	}
	return counts
}

// table counts the areas that both of two raters judged by their two levels.
func (in *Input) table(first, second int) [][]int {
	table := make([][]int, in.Levels)
	for i := range table {
		table[i] = make([]int, in.Levels)
	}
	for i := range in.Units {
		a, b := in.Units[i].Levels[first], in.Units[i].Levels[second]
		if a > 0 && b > 0 {
			table[a-1][b-1]++
		}
	}
	return table
}
