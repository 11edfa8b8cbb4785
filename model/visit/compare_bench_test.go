package visit_test

import (
	"strconv"
	"testing"

	"waymark/model"
	"waymark/model/visit"
)

// judgedByBoth is an office in which both sides have judged every area.
func judgedByBoth(b *testing.B, groups, areas int) *office {
	b.Helper()
	o := newOffice(b, comparedRubric(groups, areas))
	var all []model.AreaID
	for i, a := range o.book.Rubric().Areas {
		o.says(a.ID, model.Level(1+i%4))
		all = append(all, a.ID)
	}
	o.begin(all...)
	for i, a := range all {
		o.sees(a, model.Level(1+i/2%4))
	}
	return o
}

// What the comparison screen draws at each key.
func BenchmarkCompare(b *testing.B) {
	for _, size := range []int{41, 500} {
		b.Run(strconv.Itoa(size)+" areas", func(b *testing.B) {
			o := judgedByBoth(b, 1, size)
			blind, v := o.book.As(reviewer(guest)), o.visiting()
			for b.Loop() {
				visit.Tally(visit.Compare(blind, v))
			}
		})
	}
}

// What a visit of one day looks into: 12 rooms, two observers, 20 lines.
func BenchmarkSynthesis(b *testing.B) {
	list := checklist()
	for i := range 16 {
		list.Groups[1].Items = append(list.Groups[1].Items, model.Item{ID: model.ItemID("x." + strconv.Itoa(i))})
	}
	v := rooms("2026-09-24")
	for range 12 {
		r := room(model.RoomText{Phase: model.PhasePrimary})
		for _, item := range list.Items() {
			r.Observed = append(r.Observed, saw(guest, item.ID, "seen"), saw(aide, item.ID, "partly"))
		}
		v.Rooms = append(v.Rooms, r)
	}
	for b.Loop() {
		visit.Synthesis(v, list, v)
	}
}
