package main

import (
	"fmt"

	"waymark/cmd/waymark/internal/table"
	"waymark/model"
	"waymark/model/agreement"
	"waymark/model/visit"
)

// visitLeanJSON is how the levels of the one who asks lie beside those of
// others, as scripts read it. It tells of nobody else.
type visitLeanJSON struct {
	Visit  model.VisitID `json:"visit"`
	Side   model.Side    `json:"side"`
	Person string        `json:"person"` // "" for the school
	N      int           `json:"n"`
	Above  int           `json:"above"`
	On     int           `json:"on"`
	Below  int           `json:"below"`
	Mean   *float64      `json:"mean"`
	Reason string        `json:"reason"` // why there is no mean
	Says   []string      `json:"says"`
}

// ownLean tells whoever speaks how their own levels lie.
func (v *visited) ownLean() error {
	l, err := visit.LeanOf(v.book, v.visit, v.voice)
	if err != nil {
		return err
	}
	d := visitLeanJSON{
		Visit: v.visit.ID, Side: model.SideSchool, N: l.N, Above: l.Above, On: l.On, Below: l.Below, Mean: l.Mean,
		Says: append(l.Words(), "This is no judgement. It is there to calibrate by, and nobody else is told it here."),
	}
	if l.Person != "" {
		d.Side, d.Person = model.SideReviewer, v.name(l.Person)
	}
	if !l.Told() {
		d.Mean, d.Reason = nil, agreement.TooFew
	}
	return v.c.print("visit-lean", d, func() { v.leanText(d) })
}

func (v *visited) leanText(d visitLeanJSON) {
	if v.c.flags.plain {
		mean := ""
		if d.Mean != nil {
			mean = fmt.Sprintf("%.2f", *d.Mean)
		}
		t := table.Table{}
		t.Add(fmt.Sprint(d.N), fmt.Sprint(d.Above), fmt.Sprint(d.On), fmt.Sprint(d.Below), mean)
		v.c.table(t)
		return
	}
	if d.Person != "" {
		v.c.say("For %s alone.", d.Person)
	}
	for _, words := range d.Says {
		v.c.paragraph("", words)
	}
	v.c.say("To calibrate: open waymark, then the library, then “Try your eye”.")
}
