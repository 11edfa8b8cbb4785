package yaml

import (
	"bytes"
	"fmt"
	"io"

	"waymark/model"
	"waymark/rubrics"
	"waymark/rubrics/exchange"
)

// Write writes r as a rubric file. The list says in words what the file does not
// hold; it is empty for every rubric that came from one.
func Write(w io.Writer, r model.Rubric) ([]string, error) {
	text, _ := Lines(r)
	back, err := rubrics.Read(r.ID+".yaml", bytes.NewReader(text))
	if err != nil {
		return nil, fmt.Errorf("write rubric %s as YAML: %w", r.ID, err)
	}
	if _, err := w.Write(text); err != nil {
		return nil, fmt.Errorf("write rubric %s as YAML: %w", r.ID, err)
	}
	return exchange.Lost(r, back), nil
}

// The kinds of thing that a place can be in.
const (
	InRubric = ""
	InGroup  = "group"
	InArea   = "area"
	InItem   = "item"
)

// Place is what a line of the file is about: the rubric itself, or the group,
// area or item called ID; and the name of the entry after the names it stands
// under, such as "levels 2" or "scale title". Nth counts groups, areas and items
// from 1 where an id does not tell them apart; it is 0 for lines.
type Place struct {
	In    string
	ID    string
	Nth   int
	Field string
}

// Lines is the text of the file, whatever the reader thinks of it, and the place
// of each of its lines.
func Lines(r model.Rubric) ([]byte, []Place) {
	var o out
	o.head(r)
	o.scale(r.Scale)
	o.key(0, "groups")
	for _, g := range r.Groups {
		o.group(r, g)
	}
	o.at = Place{}
	o.tail(r)
	return []byte(o.b.String()), o.places
}

func (o *out) head(r model.Rubric) {
	o.put(0, "# A rubric of Waymark. Its words may be changed; waymark rubric check says whether it can still be used.")
	o.put(0, "waymark: rubric/1")
	o.text(0, "id", r.ID)
	o.text(0, "edition", r.Edition)
	o.text(0, "title", r.Title)
	o.maybe(0, "summary", r.Summary)
	o.text(0, "kind", string(r.Kind))
	o.text(0, "language", r.Language)
	o.maybe(0, "licence", r.Licence)
	o.maybe(0, "source", r.Source)
	o.maybe(0, "group_word", r.GroupWord)
	o.list(0, "comparable", r.Comparable)
}

func (o *out) scale(s model.Scale) {
	if s.ID == "" && s.Title == "" && len(s.Levels) == 0 && s.Expected == 0 {
		return
	}
	o.key(0, "scale")
	o.within("scale", func() { o.scaleOf(s) })
}

func (o *out) scaleOf(s model.Scale) {
	o.text(2, "id", s.ID)
	o.text(2, "title", s.Title)
	o.at.Field = o.under + "expected"
	o.put(2, fmt.Sprintf("expected: %d", s.Expected))
	o.key(2, "levels")
	for i, l := range s.Levels {
		o.within(fmt.Sprintf("level %d", i+1), func() {
			o.entry(4, "name", l.Name)
			o.maybe(6, "meaning", l.Meaning)
		})
	}
}

func (o *out) group(r model.Rubric, g model.Group) {
	o.at = Place{In: InGroup, ID: string(g.ID)}
	o.entry(2, "id", string(g.ID))
	o.text(4, "title", g.Title)
	o.maybe(4, "summary", g.Summary)
	if areas := r.AreasIn(g.ID); len(areas) > 0 {
		o.key(4, "areas")
		for _, a := range areas {
			o.at = Place{In: InArea, ID: string(a.ID)}
			o.area(r, a)
		}
	}
	o.at = Place{In: InGroup, ID: string(g.ID)}
	if len(g.Items) == 0 {
		return
	}
	o.key(4, "items")
	for _, i := range g.Items {
		o.at = Place{In: InItem, ID: string(i.ID)}
		o.entry(6, "id", string(i.ID))
		o.maybe(8, "asks", string(i.Asks))
		o.text(8, "text", i.Text)
		o.maybe(8, "shares", i.Shares)
	}
}

func (o *out) tail(r model.Rubric) {
	o.rulings(r.Rulings)
	o.list(0, "not_covered", r.NotCovered)
	if len(r.Crosswalk) > 0 {
		o.key(0, "crosswalk")
	}
	for _, x := range r.Crosswalk {
		o.entry(2, "rubric", x.Rubric)
		o.text(4, "from", x.From)
		o.text(4, "to", x.To)
	}
	o.list(0, "answers", r.Answers)
	if len(r.Roles) > 0 {
		o.key(0, "roles")
	}
	for _, role := range r.Roles {
		o.entry(2, "id", role.ID)
		o.text(4, "title", role.Title)
		o.maybe(4, "does", role.Does)
	}
	if len(r.Positions) > 0 {
		o.key(0, "positions")
	}
	for _, p := range r.Positions {
		o.entry(2, "id", p.ID)
		o.text(4, "title", p.Title)
		o.maybe(4, "where", p.Where)
	}
}

func (o *out) rulings(all []model.Ruling) {
	if len(all) > 0 {
		o.key(0, "rulings")
	}
	for _, ruling := range all {
		o.entry(2, "topic", ruling.Topic)
		o.maybe(4, "area", string(ruling.Area))
		o.maybe(4, "note", ruling.Note)
	}
}
