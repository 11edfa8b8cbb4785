package canvas

import (
	"fmt"
	"regexp"
	"slices"
	"strconv"
	"strings"

	"waymark/model"
	"waymark/model/arrange"
	"waymark/rubrics/exchange"
	"waymark/rubrics/exchange/yaml"
)

// rating is one rating of an area as its row gives it.
type rating struct {
	name, text string
	points     float64
	hasPoints  bool
	column     int // of its name
}

// rubric makes a rubric of the rows. It is complete only when nothing was found.
func (t *table) rubric() model.Rubric {
	var r model.Rubric
	if len(t.rows) == 0 {
		t.fault(0, -1, "This table is empty.", "Write the headings into the first row and an area into each row below.")
		return r
	}
	if !t.headings() {
		return r
	}
	t.bare = t.allCoded()
	for row := 1; row < len(t.rows); row++ {
		if strings.TrimSpace(strings.Join(t.rows[row], "")) == "" {
			continue
		}
		t.title(&r, row)
		t.areas = append(t.areas, row)
		t.area(&r, row)
	}
	if len(t.areas) == 0 {
		t.fault(0, -1, "There is no area below the headings.", "Write an area into each row.")
	}
	group(&r)
	return r
}

// title takes the name of the rubric, which each row repeats or leaves out.
func (t *table) title(r *model.Rubric, row int) {
	column := t.at[strings.ToLower(rubricName)]
	name := exchange.Line(t.cell(row, column))
	switch {
	case r.Title == "":
		r.Title = name
	case name != "" && name != r.Title:
		t.fault(row, column, fmt.Sprintf("A second rubric called %s begins here.", exchange.Quote(name)), "Keep the rows of one rubric in a file.")
	}
}

// coded is an area's name that begins with its code: "1.3 Content". A number
// alone, as in "3 ways to read", is a code only where every area has one.
var coded = regexp.MustCompile(`^([A-Za-z]{0,3}\d+[A-Za-z]?(?:[.-][0-9A-Za-z]+)*)[.):]?\s+(\S.*)$`)

// name is the code and the title of the area in a row. One that brings no code
// is counted.
func (t *table) name(row, count int) (model.AreaID, string) {
	name := exchange.Line(t.cell(row, t.at[strings.ToLower(areaName)]))
	parts := coded.FindStringSubmatch(name)
	if parts == nil || !t.bare && strings.Trim(parts[1], "0123456789") == "" {
		return model.AreaID("1." + strconv.Itoa(count)), name
	}
	return model.AreaID(strings.ToLower(parts[1])), parts[2]
}

// allCoded reports whether the name of every area begins with a code.
func (t *table) allCoded() bool {
	for row := range t.rows {
		name := exchange.Line(t.cell(row, t.at[strings.ToLower(areaName)]))
		if row > 0 && name != "" && !coded.MatchString(name) {
			return false
		}
	}
	return true
}

func (t *table) area(r *model.Rubric, row int) {
	var a model.Area
	a.ID, a.Title = t.name(row, len(t.areas))
	if column, ok := t.at[strings.ToLower(description)]; ok {
		a.Scope = exchange.Line(t.cell(row, column))
	}
	ratings := t.ratings(row)
	if len(t.areas) == 1 {
		t.scale(r, ratings)
	}
	for level, rating := range t.ranked(ratings) {
		t.agrees(r, row, level, rating)
		a.Levels = append(a.Levels, rating.text)
	}
	if len(ratings) != len(r.Scale.Levels) {
		t.fault(row, t.rates[min(len(ratings), len(t.rates)-1)].name, fmt.Sprintf("This area has %s and the first one has %d.", howMany(len(ratings)), len(r.Scale.Levels)),
			"Give every area the same ratings.")
	}
	r.Areas = append(r.Areas, a)
}

func howMany(ratings int) string {
	if ratings == 1 {
		return "1 rating"
	}
	return strconv.Itoa(ratings) + " ratings"
}

// ratings is what a row says, up to the last rating that says anything.
func (t *table) ratings(row int) []rating {
	var all []rating
	for _, at := range t.rates {
		one := rating{name: exchange.Line(t.cell(row, at.name)), text: t.cell(row, at.text), column: at.name}
		typed := t.cell(row, at.points)
		if one.name == "" && one.text == "" && typed == "" {
			continue
		}
		if typed != "" {
			p, err := strconv.ParseFloat(strings.Replace(typed, ",", ".", 1), 64)
			if err != nil || p != p || p < -1e9 || p > 1e9 {
				t.fault(row, at.points, fmt.Sprintf("%s is not a number of points.", exchange.Quote(typed)), "Write a number such as 3, or nothing.")
			}
			one.points, one.hasPoints = p, true
		}
		all = append(all, one)
	}
	return all
}

// ranked puts ratings in the order of their points, lowest first; without
// points they stand from lowest to highest already.
func (t *table) ranked(all []rating) []rating {
	if slices.ContainsFunc(all, func(r rating) bool { return !r.hasPoints }) {
		return all
	}
	all = slices.Clone(all)
	arrange.By(all, func(x, y rating) int {
		switch {
		case x.points < y.points:
			return -1
		case x.points > y.points:
			return 1
		}
		return 0
	})
	return all
}

// scale takes the names of the levels from the first area.
func (t *table) scale(r *model.Rubric, first []rating) {
	ranked := t.ranked(first)
	for i, rating := range ranked {
		r.Scale.Levels = append(r.Scale.Levels, model.LevelName{Name: rating.name})
		t.order = append(t.order, rating.column)
		if i > 0 && rating.hasPoints && ranked[i-1].hasPoints && rating.points == ranked[i-1].points {
			t.fault(t.areas[0], rating.column, "Two ratings have the same points, so their order is not certain.", "Give each rating points of its own, the best the most.")
		}
	}
	for i, rating := range ranked {
		if rating.hasPoints && rating.points != float64(i+1) {
			t.notes = append(t.notes, "Points were used to put the levels in order and are not kept.")
			break
		}
	}
}

// agrees finds a rating whose name is not that of the level.
func (t *table) agrees(r *model.Rubric, row, level int, rating rating) {
	want := r.Scale.Name(model.Level(level + 1))
	if level < len(r.Scale.Levels) && rating.name != want {
		t.fault(row, rating.column, fmt.Sprintf("Level %d is called %s here and %s in the first area.", level+1, exchange.Quote(rating.name), exchange.Quote(want)),
			"A rubric has one name for each level. Use the same in every row.")
	}
}

// group puts the areas into groups by the first part of their codes, when all
// have one, and else into one group that is called what the rubric is called.
func group(r *model.Rubric) {
	all := !slices.ContainsFunc(r.Areas, func(a model.Area) bool {
		before, after, ok := strings.Cut(string(a.ID), ".")
		return !ok || before == "" || after == ""
	})
	for i := range r.Areas {
		id, _, _ := strings.Cut(string(r.Areas[i].ID), ".")
		title := "Group " + id
		if !all {
			id, title = "all", r.Title
		}
		r.Areas[i].Group = model.GroupID(id)
		if !slices.ContainsFunc(r.Groups, func(g model.Group) bool { return string(g.ID) == id }) {
			r.Groups = append(r.Groups, model.Group{ID: model.GroupID(id), Title: title})
		}
	}
}

// where is the place in the table of a place in a rubric.
func (t *table) where(p yaml.Place) (sheet string, row int, column string) {
	top := func(name string) string { return exchange.Letter(t.at[strings.ToLower(name)]) }
	first := t.areas[0] + 1
	if p.In != yaml.InArea {
		if level, ok := strings.CutPrefix(p.Field, "scale level "); ok {
			number, _, _ := strings.Cut(level, " ")
			if i, err := strconv.Atoi(number); err == nil && i >= 1 && i <= len(t.order) {
				return "", first, exchange.Letter(t.order[i-1])
			}
		}
		return "", first, top(rubricName)
	}
	row = t.rowOf(p)
	if level, ok := strings.CutPrefix(p.Field, "levels "); ok {
		if i, err := strconv.Atoi(level); err == nil && i >= 1 {
			if ranked := t.ranked(t.ratings(row - 1)); i <= len(ranked) {
				return "", row, exchange.Letter(ranked[i-1].column + 1)
			}
		}
	}
	if p.Field == "scope" {
		return "", row, top(description)
	}
	return "", row, top(areaName)
}

// rowOf is the row of an area as people count it.
func (t *table) rowOf(p yaml.Place) int {
	if p.Nth > 0 && p.Nth <= len(t.areas) {
		return t.areas[p.Nth-1] + 1
	}
	for i, row := range t.areas {
		if id, _ := t.name(row, i+1); string(id) == p.ID {
			return row + 1
		}
	}
	return t.areas[0] + 1
}
