package model

import "strings"

// ItemID names one item of a pulse or a visit, such as "1.s1".
type ItemID string

// Asked is whom an item of a pulse is put to.
type Asked string

// Those who are asked. Nobody is asked an item of a visit: it is looked for.
const (
	AskNobody   Asked = ""
	AskStaff    Asked = "staff"
	AskPupils   Asked = "pupils"
	AskFamilies Asked = "families"
)

// Item is one sentence that people answer in a pulse, or one thing that a
// visitor looks for. Items with the same word in Shares are about one
// commitment, seen from two sides.
type Item struct {
	ID     ItemID `json:"id"`
	Asks   Asked  `json:"asks,omitempty"`
	Text   string `json:"text"`
	Shares string `json:"shares,omitempty"`
}

// VisitRole is what one member of a visit does.
type VisitRole struct {
	ID    string `json:"id"`
	Title string `json:"title"`
	Does  string `json:"does"`
}

// VisitPosition is where in a room a visitor stands or sits.
type VisitPosition struct {
	ID    string `json:"id"`
	Title string `json:"title"`
	Where string `json:"where"`
}

// Judged reports whether rubrics of this kind are made of areas with levels. A
// pulse and a visit are made of items instead.
func (k Kind) Judged() bool { return k != KindPulse && k != KindVisit }

// Items lists the items of all groups in reading order.
func (r Rubric) Items() []Item {
	var all []Item
	for _, g := range r.Groups {
		all = append(all, g.Items...)
	}
	return all
}

// items finds what is wrong with the parts that only a pulse or a visit has.
func (c *checker) items() {
	seen := map[ItemID]bool{}
	for _, item := range c.r.Items() {
		c.item(item, seen[item.ID])
		seen[item.ID] = true
	}
	switch {
	case c.r.Kind.Judged() && len(seen) > 0:
		c.fault("rubric", "only a pulse or a visit has items")
	case !c.r.Kind.Judged() && len(seen) == 0:
		c.fault("rubric", "a %s needs items", c.r.Kind)
	}
	c.visit()
}

func (c *checker) item(item Item, again bool) {
	where := "item " + string(item.ID)
	if item.ID == "" || strings.TrimSpace(item.Text) == "" {
		c.fault(where, "every item needs an id and a text")
	}
	if !plainID(string(item.ID)) {
		c.fault(where, "%s", idRule)
	}
	if again {
		c.fault(where, "this id is used twice")
	}
	switch item.Asks {
	case AskNobody:
		if c.r.Kind == KindPulse {
			c.fault(where, "say whom it asks: staff, pupils or families")
		}
	case AskStaff, AskPupils, AskFamilies:
		if c.r.Kind == KindVisit {
			c.fault(where, "a visit asks nobody; take out whom it asks")
		}
	default:
		c.fault(where, "it asks %q, and only staff, pupils or families can be asked", item.Asks)
	}
}

// visit looks at the answers, roles and positions of a visit.
func (c *checker) visit() {
	visit := c.r.Kind == KindVisit
	if visit && len(c.r.Answers) < MinLevels {
		c.fault("answers", "a visit needs at least %d answers to choose from", MinLevels)
	}
	if !visit && len(c.r.Answers)+len(c.r.Roles)+len(c.r.Positions) > 0 {
		c.fault("rubric", "only a visit has answers, roles and positions")
	}
	answers := map[string]bool{}
	for _, a := range c.r.Answers {
		if strings.TrimSpace(a) == "" || answers[a] {
			c.fault("answers", "every answer needs words of its own")
		}
		answers[a] = true
	}
	roles, positions := map[string]bool{}, map[string]bool{}
	for _, r := range c.r.Roles {
		c.named("role", r.ID, r.Title, roles)
	}
	for _, p := range c.r.Positions {
		c.named("position", p.ID, p.Title, positions)
	}
}

// named looks at an id and a title, and remembers the id in seen.
func (c *checker) named(what, id, title string, seen map[string]bool) {
	where := what + " " + id
	if id == "" || title == "" {
		c.fault(where, "every %s needs an id and a title", what)
	}
	if !plainID(id) {
		c.fault(where, "%s", idRule)
	}
	if seen[id] {
		c.fault(where, "this id is used twice")
	}
	seen[id] = true
}
