package markdown

import (
	"fmt"
	"strings"

	"waymark/model"
)

func (p *printer) area(r model.Rubric, a model.Area) {
	p.put("### "+escape(a.Name()), "")
	p.text("", a.Scope)
	p.text("Why it matters:", a.Why)
	p.text("Question:", a.Question)
	p.text("At its best:", a.Vision)
	for i, text := range a.Levels {
		l := model.Level(i + 1)
		p.put("#### "+fmt.Sprintf("%d %s", l, escape(r.Scale.Name(l)))+expected(r.Scale, l), "")
		p.text("", text)
		p.text("For example:", a.Exemplar(l))
		p.list("Next steps", steps(a.StepsFrom(l)))
	}
	p.list("Guiding questions", a.Ask)
	for _, e := range a.Evidence {
		p.text(prompt(e.Kind)+":", e.Text)
	}
	p.list("Look for", a.LookFors)
	for _, in := range a.Phases {
		p.list("Look for "+phase(in.Phase), in.LookFors)
	}
	p.list("Look again when", a.LookAgains)
	p.list("Usually in place first", names(r, r.NeedsFirst(a.ID)))
	p.list("See also", names(r, r.SeeAlso(a.ID)))
	var research []string
	for _, one := range a.Research {
		research = append(research, strings.TrimSpace(one.Title+", "+one.URL+" "+one.Why))
	}
	p.list("Worth reading", research)
	p.text("Lenses:", strings.Join(a.Lens, ", "))
	p.text("Inspection areas:", strings.Join(a.Tags.Inspection, ", "))
	p.text("CST components:", strings.Join(a.Tags.CST, ", "))
	for _, l := range a.Local {
		p.local(l)
	}
}

func (p *printer) local(l model.Local) {
	p.list("Added by "+escape(l.Overlay), l.LookFors)
	var resources []string
	for _, one := range l.Resources {
		resources = append(resources, strings.Join(strings.Fields(one.Title+" "+one.Address+" "+one.Note), " "))
	}
	p.list("Resources of "+escape(l.Overlay), resources)
	p.list("Case studies of "+escape(l.Overlay), l.CaseStudies)
}

// prompt says what to do to find something out.
func prompt(kind model.EvidenceKind) string {
	return strings.ToUpper(string(kind[:1])) + string(kind[1:])
}

func phase(p model.Phase) string {
	switch p {
	case model.PhaseEarly:
		return "in the early years"
	case model.PhasePost16:
		return "after 16"
	default:
		return "in " + string(p) + " schools"
	}
}

// steps says what to do, how much it takes and what it usually waits for.
func steps(all []model.NextStep) []string {
	var lines []string
	for _, s := range all {
		line := s.Do + " (" + effort(s.Effort)
		if s.Area != "" {
			line += "; usually waits for " + string(s.Area)
		}
		lines = append(lines, line+")")
	}
	return lines
}

func effort(e model.Effort) string {
	switch e {
	case model.EffortSmall:
		return "a half-term"
	case model.EffortMedium:
		return "a term or two"
	default:
		return "a year"
	}
}

func names(r model.Rubric, ids []model.AreaID) []string {
	var all []string
	for _, id := range ids {
		if a, ok := r.Area(id); ok {
			all = append(all, a.Name())
		}
	}
	return all
}
