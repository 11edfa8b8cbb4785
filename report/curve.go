package report

import "fmt"

// needCurve shows how much of the need the first, the first two and more areas
// would reach; ok is false when there is no need to reach.
func (b *builder) needCurve() (NeedCurve, bool) {
	n := min(len(b.Answer.Curve), len(b.Answer.Order))
	if n == 0 {
		return NeedCurve{}, false
	}
	c := NeedCurve{
		Title: "What each more priority would reach",
		Table: Table{Caption: "Share of the need reached, as suggested", Columns: []string{"Taking", "The last being", "Reached"}},
	}
	for i, id := range b.Answer.Order[:n] {
		p := CurvePoint{Count: i + 1, Area: b.ref(id), Share: b.Answer.Curve[i], Suggested: i < b.Answer.K}
		c.Points = append(c.Points, p)
		c.Table.Rows = append(c.Table.Rows, []string{count(p.Count, "priority", "priorities"), p.Area.Name(), p.Percent()})
	}
	if k := min(b.Answer.K, n); k > 0 {
		c.About = fmt.Sprintf("The %s suggested would reach about %s of what is needed to bring every area to the expected level.",
			map[bool]string{true: "priority", false: "priorities"}[k == 1], c.Points[k-1].Percent())
	}
	return c, true
}

// Percent is the share as people read it: "63 %".
func (p CurvePoint) Percent() string { return fmt.Sprintf("%.0f%%", p.Share*100) }
