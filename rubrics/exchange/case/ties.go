package casejson

import (
	"strings"

	"waymark/model"
)

// ties is what holds the items together: what is part of what, what usually
// comes first, what belongs beside what, here and in other rubrics.
func ties(n namer, r model.Rubric) []association {
	t := tier{n: n}
	document := n.link(r.Title, part("document"))
	for i, g := range r.Groups {
		here := n.link(g.Title, groupPart(g.ID))
		t.tie(childOf, here, document, i+1)
		for j, item := range g.Items {
			t.tie(childOf, n.link(item.Text, itemPart(item.ID)), here, j+1)
		}
		for j, a := range r.AreasIn(g.ID) {
			t.tie(childOf, area(n, a), here, j+1)
		}
	}
	for _, e := range r.Edges {
		t.tie(precedes, areaCalled(n, r, e.Before), areaCalled(n, r, e.After), 0)
	}
	for _, p := range r.Related {
		t.tie(relatedTo, areaCalled(n, r, p.A), areaCalled(n, r, p.B), 0)
	}
	for _, x := range r.Crosswalk {
		if t.tie(relatedTo, end(n, r, x.From), elsewhere(r.Edition, x), 0) {
			t.all[len(t.all)-1].Extensions = &extension[tieMore]{tieMore{Rubric: x.Rubric, To: x.To}}
		}
	}
	for _, edition := range r.Comparable {
		at := derived(r.ID, edition, part("document"))
		t.tie(replacedBy, link{r.Title + " " + edition, at.id, at.uri}, document, 0)
	}
	return t.all
}

// replaced says of each area of the earlier edition which one stands in its
// place now.
func (o Options) replaced(n namer, r model.Rubric) []association {
	if o.Earlier == nil {
		return nil
	}
	t := tier{n: n}
	for _, old := range o.Earlier.Areas {
		if now, ok := r.Area(old.ID); ok {
			at := derived(o.Earlier.ID, o.Earlier.Edition, areaPart(old.ID))
			t.tie(replacedBy, link{old.Title, at.id, at.uri}, area(n, now), 0)
		}
	}
	return t.all
}

// tier gathers associations.
type tier struct {
	n    namer
	all  []association
	seen map[string]bool
}

// tie joins two things, unless they are joined in this way already.
func (t *tier) tie(kind string, from, to link, sequence int) bool {
	key := tiePart(kind, from.Identifier, to.Identifier)
	if t.seen[key] {
		return false
	}
	if t.seen == nil {
		t.seen = map[string]bool{}
	}
	t.seen[key] = true
	t.all = append(t.all, association{who: t.n.who(key), Type: kind, Origin: from, Destination: to, Sequence: sequence})
	return true
}

// tiePart is the key of an association, by what it joins.
func tiePart(kind, from, to string) string { return part("tie", kind, from, to) }

func area(n namer, a model.Area) link { return n.link(a.Title, areaPart(a.ID)) }

func areaCalled(n namer, r model.Rubric, id model.AreaID) link {
	a, _ := r.Area(id)
	return n.link(first(a.Title, string(id)), areaPart(id))
}

// end is an area or else a group of this rubric.
func end(n namer, r model.Rubric, id string) link {
	if a, ok := r.Area(model.AreaID(id)); ok {
		return area(n, a)
	}
	g, _ := r.Group(model.GroupID(id))
	return n.link(first(g.Title, id), groupPart(model.GroupID(id)))
}

// elsewhere is a place in another rubric, under the id that the package of that
// rubric gives it in an edition of the same name.
func elsewhere(edition string, x model.Crossing) link {
	key := groupPart(model.GroupID(x.To))
	if strings.Contains(x.To, ".") {
		key = areaPart(model.AreaID(x.To))
	}
	at := derived(x.Rubric, edition, key)
	return link{x.Rubric + " " + x.To, at.id, at.uri}
}
