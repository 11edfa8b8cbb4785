package visit_test

import (
	"testing"

	"waymark/model"
	"waymark/model/visit"
)

// claiming is a visit at whose start one thing was claimed of 1.1 and one feared of 1.4.
func claiming(t *testing.T) *evaluated {
	t.Helper()
	d := looked(t)
	d.do(d.book.SetClaim(leadVoice(), dayVisit, "c1", model.ClaimText{Kind: model.Claimed, Text: "Our plans build", Areas: []model.AreaID{"1.1"}}))
	d.do(d.book.SetClaim(leadVoice(), dayVisit, "c2", model.ClaimText{Kind: model.Worry, Text: "Absence", Areas: []model.AreaID{"1.4"}}))
	return d
}

func (d *evaluated) marked(a model.AreaID, m model.Mark, k model.FactKind) {
	d.t.Helper()
	d.note(leadVoice(), model.NoteText{Area: a, Text: "Noted.", Seen: model.Seen{Visit: dayVisit, Mark: m, Fact: k}})
}

func TestLeading(t *testing.T) {
	d := claiming(t)
	leading := func() (model.ClaimID, int, int, bool) {
		l, ok := visit.Leading(d.book.Evaluation(), d.visit())
		return l.Claim.ID, l.For, l.Against, ok
	}
	if _, _, _, ok := leading(); ok {
		t.Error("something leads before anything was noted")
	}
	d.marked("1.4", model.MarkNextStep, "")
	if id, yes, no, _ := leading(); id != "c2" || yes != 1 || no != 0 {
		t.Errorf("a next step speaks for a worry: got %s, %d to %d", id, yes, no)
	}
	d.marked("1.1", model.MarkNextStep, "")
	d.marked("1.1", model.MarkNextStep, "")
	d.marked("1.1", model.MarkStrength, "")
	d.marked("1.1", model.MarkNextStep, "")
	d.marked("1.1", model.MarkFollowUp, "")
	if id, yes, no, _ := leading(); id != "c1" || yes != 1 || no != 3 {
		t.Errorf("got %s, %d to %d", id, yes, no)
	}
}

func TestDisprove(t *testing.T) {
	d := claiming(t)
	try := func(claim model.ClaimID, here, stop model.SlotID, why string) {
		t.Helper()
		s, got, ok := visit.Disprove(d.book.Evaluation(), d.visit(), claim, here)
		if ok != (stop != "") || s.ID != stop || got != why {
			t.Errorf("%s from %q: got %q %q, want %q %q", claim, here, s.ID, got, stop, why)
		}
	}
	try("c1", "1-1", "1-2", "So far it has only been said; Learning walk at 09:30 could show where it does not happen.")
	try("c2", "1-1", "1-2", "So far it has only been said; Learning walk at 09:30 does not look there yet, and could show where it does not happen.")
	d.do(d.book.SetClaim(leadVoice(), dayVisit, "c3", model.ClaimText{Kind: model.Claimed, Text: "Books are cared for", Areas: []model.AreaID{"1.3"}}))
	try("c3", "1-1", "1-3", "So far it has only been said; Book look with subject leads at 10:15 could show whether pupils’ work bears it out.")
	d.marked("1.1", model.MarkStrength, model.FactSeen)
	try("c1", "1-2", "1-3", "So far it has been seen; Book look with subject leads at 10:15 does not look there yet, and could show whether pupils’ work bears it out.")
	try("c1", "1-5", "1-7", "So far it has been seen; Second learning walk at 13:00 is another chance to find where it does not hold.")
	d.marked("1.4", model.MarkStrength, model.FactRead)
	d.marked("1.4", model.MarkStrength, model.FactSeen)
	try("c2", "1-2", "1-4", "So far it has been seen and read; Pupils with their work at 10:45 could tell you what pupils say of it.")
	try("c2", "1-7", "", "")
	try("c9", "1-1", "", "")
}
