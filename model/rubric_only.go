package model

import "slices"

// Only is the rubric cut down to the given areas, with every group, edge,
// pair and ruling that still has all its areas. A next step stays, but no longer
// points to an area that went. Unknown ids are ignored; no ids means all.
func (r Rubric) Only(ids []AreaID) Rubric {
	if len(ids) == 0 {
		return r
	}
	keep := func(id AreaID) bool { return slices.Contains(ids, id) }
	cut := r
	cut.Areas = slices.DeleteFunc(slices.Clone(r.Areas), func(a Area) bool { return !keep(a.ID) })
	cut.Groups = slices.DeleteFunc(slices.Clone(r.Groups), func(g Group) bool {
		return len(g.Items) == 0 && len(cut.AreasIn(g.ID)) == 0
	})
	cut.Edges = slices.DeleteFunc(slices.Clone(r.Edges), func(e Edge) bool { return !keep(e.Before) || !keep(e.After) })
	cut.Related = slices.DeleteFunc(slices.Clone(r.Related), func(p Pair) bool { return !keep(p.A) || !keep(p.B) })
	cut.Rulings = slices.DeleteFunc(slices.Clone(r.Rulings), func(g Ruling) bool { return g.Area != "" && !keep(g.Area) })
	cut.Crosswalk = slices.DeleteFunc(slices.Clone(r.Crosswalk), func(c Crossing) bool { return !cut.crosses(c.From) })
	for i := range cut.Areas {
		cut.Areas[i].NextSteps = pointingOnly(cut.Areas[i].NextSteps, keep)
	}
	return cut
}

// pointingOnly copies the steps without what points to areas that go.
func pointingOnly(all []Boundary, keep func(AreaID) bool) []Boundary {
	all = slices.Clone(all)
	for i, b := range all {
		all[i].Steps = slices.Clone(b.Steps)
		for j, s := range b.Steps {
			if s.Area != "" && !keep(s.Area) {
				all[i].Steps[j].Area = ""
			}
		}
	}
	return all
}
