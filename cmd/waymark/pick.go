package main

import (
	"context"
	"fmt"
	"slices"
	"strings"

	"waymark/model"
	"waymark/model/arrange"
	"waymark/store"
)

// pickSchool finds the school a command is about: the one --school names, else
// the last used, else the only one.
func (c *cli) pickSchool(ctx context.Context, w *workspace) (store.SchoolRow, error) {
	all, err := w.store.Schools(ctx)
	if err != nil {
		return store.SchoolRow{}, err
	}
	if len(all) == 0 {
		return store.SchoolRow{}, notFound("no_school", "Add one: waymark school add \"Alder Lane Primary\"", nil, "There is no school here yet.")
	}
	if c.flags.school != "" {
		return schoolCalled(all, c.flags.school)
	}
	last := w.settings().Last[w.store.ID()].School
	if i := slices.IndexFunc(all, func(s store.SchoolRow) bool { return s.ID == last }); i >= 0 {
		return all[i], nil
	}
	if len(all) == 1 {
		return all[0], nil
	}
	i, err := c.choose(ctx, "Which school?", schoolNames(all), &failure{
		exit: exitQuestion, code: "which_school", message: "Which school? Nothing was changed.",
		hint: "Add --school and a name.", matches: schoolNames(all),
	})
	if err != nil {
		return store.SchoolRow{}, err
	}
	return all[i], nil
}

// schoolCalled finds a school by its id, its name or a part that only one has.
func schoolCalled(all []store.SchoolRow, typed string) (store.SchoolRow, error) {
	typed = clean(typed)
	var part []store.SchoolRow
	for _, s := range all {
		if string(s.ID) == typed || strings.EqualFold(s.Name, typed) {
			return s, nil
		}
		if strings.Contains(strings.ToLower(s.Name), strings.ToLower(typed)) {
			part = append(part, s)
		}
	}
	switch len(part) {
	case 1:
		return part[0], nil
	case 0:
		return store.SchoolRow{}, notFound("school_not_found", "See waymark school list.", schoolNames(all), "No school here is called “%s”. Here are:", typed)
	}
	return store.SchoolRow{}, notFound("ambiguous_school", "Type more of the name.", schoolNames(part), "“%s” could be any of these schools:", typed)
}

func schoolNames(all []store.SchoolRow) []string {
	names := make([]string, len(all))
	for i, s := range all {
		names[i] = clean(s.Name)
	}
	return names
}

// pickEvaluation finds the evaluation a command is about among those of a
// school that are removed or, as usual, are not.
func (c *cli) pickEvaluation(ctx context.Context, w *workspace, school store.SchoolRow, removed bool) (model.Summary, error) {
	all, err := w.store.Evaluations(ctx, school.ID)
	if err != nil {
		return model.Summary{}, err
	}
	every := len(all)
	all = slices.DeleteFunc(all, func(s model.Summary) bool { return s.Removed != removed })
	if len(all) == 0 {
		return model.Summary{}, noEvaluation(school, removed, every)
	}
	if c.flags.year != "" {
		return inYear(all, c.flags.year)
	}
	last := w.settings().Last[w.store.ID()]
	if i := slices.IndexFunc(all, func(s model.Summary) bool { return s.ID == last.Evaluation }); i >= 0 {
		return all[i], nil
	}
	if len(all) == 1 {
		return all[0], nil
	}
	titles := make([]string, len(all))
	for i, s := range all {
		titles[i] = clean(s.Title)
	}
	i, err := c.choose(ctx, "Which self-evaluation?", titles, &failure{
		exit: exitQuestion, code: "which_year", message: "Which year? Nothing was changed.",
		hint: "Add --year, such as --year " + string(all[0].Year) + ".", matches: yearsOf(all),
	})
	if err != nil {
		return model.Summary{}, err
	}
	return all[i], nil
}

// noEvaluation says that there is none to work on, of the others there are.
func noEvaluation(school store.SchoolRow, removed bool, others int) error {
	switch {
	case removed:
		return notFound("nothing_deleted", "See waymark assess list.", nil, "%s has no deleted self-evaluation.", clean(school.Name))
	case others > 0:
		return notFound("no_evaluation", "Bring one back: waymark assess restore", nil, "%s has only deleted self-evaluations.", clean(school.Name))
	}
	return notFound("no_evaluation", "Start one: waymark assess start", nil, "%s has no self-evaluation yet.", clean(school.Name))
}

// inYear is the newest evaluation of a year. The list is the newest first.
func inYear(all []model.Summary, typed string) (model.Summary, error) {
	year, err := model.ParseYear(typed)
	if err != nil {
		return model.Summary{}, err
	}
	for _, s := range all {
		if s.Year == year {
			return s, nil
		}
	}
	return model.Summary{}, notFound("year_not_found", "See waymark assess list.", yearsOf(all), "There is no self-evaluation of %s. There are:", year.Shown())
}

func yearsOf(all []model.Summary) []string {
	var years []string
	for _, s := range all {
		if !slices.Contains(years, string(s.Year)) {
			years = append(years, string(s.Year))
		}
	}
	return years
}

// pickArea finds one area by its code or a part of its name.
func pickArea(r model.Rubric, typed string) (model.Area, error) {
	typed = clean(typed)
	found := r.FindAreas(typed)
	switch len(found) {
	case 1:
		return found[0], nil
	case 0:
		near := nearAreas(r, typed)
		hint := "See waymark rubric show."
		if len(near) > 0 {
			return model.Area{}, notFound("area_not_found", hint, near, "Nothing matches “%s”. Did you mean:", typed)
		}
		return model.Area{}, notFound("area_not_found", hint, nil, "Nothing matches “%s”.", typed)
	}
	return model.Area{}, notFound("ambiguous_area", "Type the code or more of the name.", areaNames(found), "“%s” could be any of these areas:", typed)
}

// pickAreas finds each of the areas typed.
func pickAreas(r model.Rubric, typed []string) ([]model.Area, error) {
	var all []model.Area
	for _, t := range typed {
		a, err := pickArea(r, t)
		if err != nil {
			return nil, err
		}
		if !slices.ContainsFunc(all, func(had model.Area) bool { return had.ID == a.ID }) {
			all = append(all, a)
		}
	}
	return all, nil
}

func areaNames(all []model.Area) []string {
	names := make([]string, len(all))
	for i, a := range all {
		names[i] = clean(a.Name())
	}
	return names
}

// pickRubric finds a rubric by its id or a start of its hash: an installed one
// first, the last installed of several editions, else a shipped one.
func (c *cli) pickRubric(ctx context.Context, w *workspace, typed string) (model.Rubric, error) {
	rows, err := w.store.Rubrics(ctx)
	if err != nil {
		return model.Rubric{}, err
	}
	arrange.By(rows, func(x, y store.RubricRow) int { return int(y.InstalledAt - x.InstalledAt) })
	for _, row := range rows {
		if row.InstalledAt > 0 && row.ID == typed || len(typed) >= 8 && strings.HasPrefix(row.Hash, typed) {
			return w.rubric(ctx, row.Hash)
		}
	}
	return shippedCalled(typed)
}

// parseAreas reads a list of areas with commas between.
func parseAreas(r model.Rubric, list string) ([]model.AreaID, error) {
	var ids []model.AreaID
	for part := range strings.SplitSeq(list, ",") {
		if strings.TrimSpace(part) == "" {
			continue
		}
		a, err := pickArea(r, part)
		if err != nil {
			return nil, err
		}
		if !slices.Contains(ids, a.ID) {
			ids = append(ids, a.ID)
		}
	}
	return ids, nil
}

// named is how a message names an evaluation.
func named(school string, s model.Summary) string {
	return fmt.Sprintf("%s, %s", clean(school), s.Year.Shown())
}
