package casejson

import (
	"bytes"
	"encoding/json"
	"fmt"
	"io"
	"strings"

	"waymark/model"
	"waymark/rubrics/exchange"
)

// Options say what a package keeps from earlier ones.
type Options struct {
	Keep    Names         // ids and addresses that parts had before
	Earlier *model.Rubric // the edition whose areas this one replaces
}

// Write writes r as a package. The list says in words what CASE cannot hold, and
// what it holds only where other programs do not look.
func Write(w io.Writer, r model.Rubric) ([]string, error) { return Options{}.Write(w, r) }

// Write writes r as a package with these options.
func (o Options) Write(w io.Writer, r model.Rubric) ([]string, error) {
	p := o.pack(r)
	text, err := encode(p)
	if err != nil {
		return nil, fmt.Errorf("write rubric %s as CASE: %w", r.ID, err)
	}
	back, faults, err := Read(bytes.NewReader(text))
	if err == nil && len(faults) > 0 {
		err = fmt.Errorf("%s", faults[0])
	}
	if err != nil {
		return nil, fmt.Errorf("write rubric %s as CASE: %w", r.ID, err)
	}
	if _, err := w.Write(text); err != nil {
		return nil, fmt.Errorf("write rubric %s as CASE: %w", r.ID, err)
	}
	return append(exchange.Lost(r, back), unseenByOthers(p, back)...), nil
}

func encode(p pack) ([]byte, error) {
	var b bytes.Buffer
	enc := json.NewEncoder(&b)
	enc.SetEscapeHTML(false)
	enc.SetIndent("", "  ")
	if err := enc.Encode(p); err != nil {
		return nil, fmt.Errorf("encode: %w", err)
	}
	return b.Bytes(), nil
}

// unseenByOthers reads a package as a program does that knows nothing of
// Waymark, and says in one line what it misses.
func unseenByOthers(p pack, r model.Rubric) []string {
	missed := []string{"that its items are asked or looked for, and how"}
	if len(p.Rubrics) > 0 {
		p.Document.Extensions = nil
		p.Items = append([]item(nil), p.Items...)
		for i := range p.Items {
			p.Items[i].Extensions = nil
		}
		p.Associations = append([]association(nil), p.Associations...)
		for i := range p.Associations {
			p.Associations[i].Extensions = nil
		}
		missed = missing(p, r)
	}
	if len(missed) == 0 {
		return nil
	}
	return []string{"kept in the package where only Waymark looks: " + strings.Join(missed, ", ")}
}

func missing(bare pack, r model.Rubric) []string {
	everything := []string{"everything but its areas and levels"}
	text, err := encode(bare)
	if err != nil {
		return everything
	}
	back, faults, err := Read(bytes.NewReader(text))
	if err != nil || len(faults) > 0 {
		return everything
	}
	return exchange.Lost(r, back)
}

func (o Options) pack(r model.Rubric) pack {
	n := namer{r.ID, r.Edition, day(r.Edition), o.Keep}
	p := pack{Document: documentOf(n, r)}
	if r.Licence != "" {
		at := n.who(part("licence"))
		p.Document.Licence = &link{r.Licence, at.Identifier, at.URI}
		p.Definitions = &definitions{[]licence{{at, r.Licence, r.Licence}}}
	}
	p.Items = itemsOf(n, r)
	p.Associations = ties(n, r)
	p.Associations = append(p.Associations, o.replaced(n, r)...)
	if len(r.Areas) > 0 {
		p.Rubrics = []rubric{rubricOf(n, r)}
	}
	return p
}

func documentOf(n namer, r model.Rubric) document {
	creator, notes := creatorOf(r.Source)
	if n.kept.creator != "" && creator == ourselves {
		creator = n.kept.creator
	}
	d := document{
		who: n.who(part("document")), Creator: creator, Title: r.Title, CaseVersion: "1.1",
		Description: r.Summary, Language: r.Language, Version: r.Edition, Notes: notes,
		Extensions: &extension[docMore]{docMore{
			ID: r.ID, Kind: r.Kind, GroupWord: r.GroupWord, Comparable: r.Comparable, Rulings: r.Rulings,
			NotCovered: r.NotCovered, Answers: r.Answers, Roles: r.Roles, Positions: r.Positions,
		}},
	}
	if len(r.Scale.Levels) > 0 {
		d.Extensions.Waymark.Scale = &r.Scale
	}
	return d
}

// ourselves is who made a rubric of which nothing else is known.
const ourselves = "Waymark"

// byline is how the source of a rubric names the creator of its package.
const byline = "From a CASE package by "

// creatorOf is the creator that the first paragraph of a source names, and what
// else it says.
func creatorOf(source string) (creator, notes string) {
	top, rest, _ := strings.Cut(source, "\n\n")
	name, said := strings.CutPrefix(top, byline)
	name, ended := strings.CutSuffix(name, ".")
	if !said || !ended || name == "" || name == ourselves {
		return ourselves, source
	}
	return name, rest
}

// sourceOf is what creatorOf takes apart.
func sourceOf(creator, notes string) string {
	if creator == "" || creator == ourselves {
		return notes
	}
	return strings.TrimSuffix(byline+creator+".\n\n"+notes, "\n\n")
}

func itemsOf(n namer, r model.Rubric) []item {
	var all []item
	for _, g := range r.Groups {
		all = append(all, item{
			who: n.who(groupPart(g.ID)), Statement: g.Title, Type: first(r.GroupWord, "Group"), Code: string(g.ID), Notes: g.Summary,
			Extensions: &extension[itemMore]{itemMore{Is: "group"}},
		})
		for _, i := range g.Items {
			all = append(all, item{
				who: n.who(itemPart(i.ID)), Statement: i.Text, Type: "Item", Code: string(i.ID),
				Extensions: &extension[itemMore]{itemMore{Is: "item", Asks: i.Asks, Shares: i.Shares}},
			})
		}
	}
	for _, a := range r.Areas {
		more := itemMore{
			Why: a.Why, Ask: a.Ask, Evidence: a.Evidence, Vision: a.Vision, LookFors: a.LookFors, LookAgains: a.LookAgains,
			Phases: a.Phases, Research: a.Research, Tags: a.Tags, Exemplars: a.Exemplars,
		}
		all = append(all, item{
			who: n.who(areaPart(a.ID)), Statement: a.Title, Type: "Area", Code: string(a.ID), Keywords: a.Lens, Notes: a.Scope,
			Extensions: &extension[itemMore]{more},
		})
	}
	return all
}

func first(s, other string) string {
	if s != "" {
		return s
	}
	return other
}

func rubricOf(n namer, r model.Rubric) rubric {
	key := part("rubric")
	out := rubric{who: n.who(key), Title: r.Title, Description: r.Summary}
	for i, a := range r.Areas {
		g, _ := r.Group(a.Group)
		c := criterion{
			who: n.who(part("criterion", string(a.ID))), Category: g.Title, Description: a.Question, Item: n.link(a.Title, areaPart(a.ID)),
			Weight: 1, Position: i + 1, Rubric: out.Identifier,
		}
		for l := model.Level(1); l <= r.Scale.Top(); l++ {
			c.Levels = append(c.Levels, level{
				who: n.who(levelPart(a.ID, l)), Quality: r.Scale.Name(l), Score: int(l), Description: a.Descriptor(l),
				Feedback: exchange.Steps(a.StepsFrom(l)), Position: int(l), Criterion: c.Identifier,
			})
		}
		out.Criteria = append(out.Criteria, c)
	}
	return out
}

func levelPart(id model.AreaID, l model.Level) string {
	return part("level", string(id), fmt.Sprint(int(l)))
}
