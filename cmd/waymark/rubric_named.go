package main

import (
	"context"
	"errors"
	"os"
	"path/filepath"
	"strings"

	"waymark/model"
	"waymark/model/arrange"
	"waymark/rubrics"
	"waymark/store"
)

// rubricNamed is the rubric that somebody names: a file, an id, an id with an
// edition such as whole-school@2026, or the start of a hash. A file of one's own
// needs no database.
func (c *cli) rubricNamed(ctx context.Context, typed string) (model.Rubric, error) {
	if isRubricFile(typed) {
		r, _, err := c.readRubric(typed, exitFailed)
		return r, err
	}
	w, err := c.open(ctx)
	if err != nil {
		if r, err := rubrics.Load(typed); err == nil {
			return r, nil // what comes with Waymark can be read beside a database in trouble
		}
		return model.Rubric{}, err
	}
	if id, edition, ok := strings.Cut(typed, "@"); ok {
		return c.editionNamed(ctx, w, id, edition)
	}
	r, err := c.pickRubric(ctx, w, typed)
	var missing *failure
	if errors.As(err, &missing) && missing.code == "rubric_not_found" && len(typed) >= 8 {
		if one, ok := shippedWithHash(typed); ok {
			return one, nil
		}
	}
	return r, err
}

// isRubricFile reports whether a file is meant and not a rubric by its id.
func isRubricFile(typed string) bool {
	ext := strings.ToLower(filepath.Ext(typed))
	if typed == "-" || ext == ".yaml" || ext == ".yml" || strings.ContainsAny(typed, `/\`) {
		return true
	}
	info, err := os.Stat(typed)
	return err == nil && info.Mode().IsRegular()
}

// editionNamed is one edition of a rubric of which there are several.
func (c *cli) editionNamed(ctx context.Context, w *workspace, id, edition string) (model.Rubric, error) {
	rows, err := w.store.Rubrics(ctx)
	if err != nil {
		return model.Rubric{}, err
	}
	arrange.By(rows, func(x, y store.RubricRow) int { return int(y.InstalledAt - x.InstalledAt) })
	var known []string
	for _, row := range rows {
		if row.ID == id && row.Edition == edition {
			return w.rubric(ctx, row.Hash)
		}
		if row.ID == id {
			known = append(known, clean(id+"@"+row.Edition))
		}
	}
	for _, e := range rubrics.List() {
		if e.ID == id && e.Edition == edition {
			return shippedCalled(id)
		}
		if e.ID == id {
			known = append(known, id+"@"+e.Edition)
		}
	}
	return model.Rubric{}, notFound("rubric_not_found", "See waymark rubric list.", known, "There is no edition %s of “%s”.", clean(edition), clean(id))
}

func shippedWithHash(start string) (model.Rubric, bool) {
	all, err := rubrics.Shipped()
	if err != nil {
		return model.Rubric{}, false
	}
	for _, r := range all {
		if strings.HasPrefix(r.Hash(), start) {
			return r, true
		}
	}
	return model.Rubric{}, false
}
