package exchange

import (
	"fmt"
	"slices"
	"unicode/utf8"

	"waymark/model"
)

// longest is how long a line of a rubric may be.
const longest = 300

// Complete gives a rubric from a format that knows fewer things what every
// rubric of Waymark has, and says in words what it added.
func Complete(r model.Rubric) (model.Rubric, []string) {
	var added []string
	set := func(field *string, value, words string) {
		if *field == "" {
			*field = value
			added = append(added, words)
		}
	}
	set(&r.ID, Slug(r.Title, "rubric"), fmt.Sprintf("The rubric has the id %s, made from its title.", Slug(r.Title, "rubric")))
	set(&r.Edition, "1", "The edition is 1, because the file names none.")
	set(&r.Language, "en-GB", "The language is taken to be en-GB.")
	kind := string(r.Kind)
	set(&kind, string(model.KindSchool), "The rubric is taken to judge a school.")
	r.Kind = model.Kind(kind)
	if n := len(r.Scale.Levels); n > 0 {
		set(&r.Scale.Title, r.Title, "The scale is called what the rubric is called.")
		set(&r.Scale.ID, Slug(r.Scale.Title, "scale"), "The scale has an id made from its name.")
		if r.Scale.Expected == 0 {
			r.Scale.Expected = model.Level(max(2, n-1))
			added = append(added, fmt.Sprintf("The expected level is taken to be %d, %s.", r.Scale.Expected, r.Scale.Name(r.Scale.Expected)))
		}
	}
	return completeAreas(r, added)
}

func completeAreas(r model.Rubric, added []string) (model.Rubric, []string) {
	r.Areas = slices.Clone(r.Areas)
	scopes, questions := 0, 0
	for i := range r.Areas {
		a := &r.Areas[i]
		if a.Scope == "" {
			a.Scope = a.Title
			scopes++
		}
		if a.Question == "" {
			a.Question = question(a.Title)
			questions++
		}
	}
	if scopes > 0 {
		added = append(added, fmt.Sprintf("%s had no scope and took the title for it.", areas(scopes)))
	}
	if questions > 0 {
		added = append(added, fmt.Sprintf("%s had no question and took one that asks where we are.", areas(questions)))
	}
	return r, added
}

// question is asked about an area that brought none.
func question(title string) string {
	q := fmt.Sprintf("Where are we with “%s”?", title)
	if utf8.RuneCountInString(q) > longest {
		return "Where are we with this?"
	}
	return q
}
