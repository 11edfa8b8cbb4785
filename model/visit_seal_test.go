package model_test

import (
	"errors"
	"testing"

	"waymark/model"
)

func TestASealSaysWhatMoved(t *testing.T) {
	d, v := visitDay(t)
	_, err := d.book.CheckSeal(theVisit)
	wantErr(t, err, model.ErrNotFound)
	d.do(d.book.Judge(d.agreed(), "1.3", level(3))) // what the school agreed among itself is sealed too
	d.do(d.book.SealLevels(d.self(), theVisit))
	visit, _ := d.book.Visit(theVisit)
	if len(visit.Seal.Events) != 5 || !visit.Sealed() || len(model.SealWords(visit.Seal.Hash)) != 19 {
		t.Fatalf("%+v %q", visit.Seal, model.SealWords(visit.Seal.Hash))
	}
	_, err = d.book.SealLevels(d.self(), theVisit)
	wantErr(t, err, model.ErrNothing)
	d.do(d.book.GiveLevel(v, "1.3", 1)) // the reviewer's is no part of it
	d.do(d.book.Agree(v, theVisit, "1.1", 3, ""))
	if moved, err := d.book.CheckSeal(theVisit); err != nil || len(moved) != 0 {
		t.Fatalf("moved %v, %v", moved, err)
	}
	_, err = d.book.LiftSeal(d.self(), theVisit, " ")
	wantField(t, err, "reason", "Say why the levels are opened before the visit is closed")
	d.do(d.book.LiftSeal(d.self(), theVisit, "One was typed wrong"))
	_, err = d.book.LiftSeal(d.self(), theVisit, "Again")
	wantErr(t, err, model.ErrNothing)
	d.do(d.book.GiveLevel(d.self(), "2.3", 1))
	d.do(d.book.GiveLevel(d.self(), "1.2", 1))
	d.do(d.book.TakeOff(d.self(), "1.1"))
	d.do(d.book.Judge(d.agreed(), "1.3", level(4)))
	moved, err := d.book.CheckSeal(theVisit)
	if err != nil || spelled(t, moved) != `["1.1","1.2","1.3","2.3"]` {
		t.Fatalf("moved %v, %v", moved, err)
	}
}

func TestSealedLevelsStayAsTheyAre(t *testing.T) {
	d, v := visitDay(t)
	d.do(d.book.Judge(d.agreed(), "1.3", level(3)))
	d.do(d.book.SealLevels(d.self(), theVisit))
	before := picture(d.book.Evaluation())
	team := model.Voice{Person: model.TeamPerson, Role: model.Self}
	for name, rule := range map[string]func() error{
		"judge":             func() error { _, err := d.book.GiveLevel(d.self(), "1.1", 1); return err },
		"take off":          func() error { _, err := d.book.TakeOff(d.self(), "1.1"); return err },
		"team":              func() error { _, err := d.book.GiveLevel(team, "1.1", 1); return err },
		"agree by itself":   func() error { _, err := d.book.Judge(d.agreed(), "1.1", level(1)); return err },
		"unagree by itself": func() error { _, err := d.book.TakeOff(d.agreed(), "1.3"); return err },
		"sure":              func() error { _, err := d.book.SetConfidence(d.self(), "1.1", model.High); return err },
		"undo":              func() error { _, err := d.book.Undo(d.mine); return err },
	} {
		if err := rule(); !errors.Is(err, model.ErrSealed) {
			t.Errorf("%s: %v", name, err)
		}
	}
	if picture(d.book.Evaluation()) != before {
		t.Fatal("a sealed level moved")
	}
	d.do(d.book.Agree(v, theVisit, "1.1", 3, ""))
	d.do(d.book.TakeOff(d.agreed(), "1.1")) // what the visit agreed is not sealed
	d.do(d.book.CloseVisit(d.self(), theVisit, "Snow"))
	d.do(d.book.GiveLevel(d.self(), "1.1", 1))
}

func TestASealThatWasAlteredOrIsMissingALevel(t *testing.T) {
	d, _ := visitDay(t)
	d.do(d.book.SealLevels(d.self(), theVisit))
	visit, _ := d.book.Visit(theVisit)
	sealed := visit.Seal.Events[0]
	var missing, altered []model.Record
	for _, r := range d.log {
		if r.ID != sealed {
			missing = append(missing, r)
			altered = append(altered, r)
			continue
		}
		r.Payload = []byte(`{"act":"head-1","does":"do","value":{"state":"level","level":1,"confidence":"medium"}}`)
		altered = append(altered, r)
	}
	_, err := open(t, missing).CheckSeal(theVisit)
	wantErr(t, err, model.ErrNotFound)
	_, err = open(t, altered).CheckSeal(theVisit)
	wantErr(t, err, model.ErrAltered)
	forged := *visit.Seal
	forged.Events = forged.Events[1:]
	d.sign(model.Act{}, []model.Change{{Evaluation: evaluation, Person: "head", Kind: model.KindSeal, Subject: "visit/v/seal", Value: forged, Seen: lastOf(d, model.KindSeal)}})
	_, err = d.book.CheckSeal(theVisit)
	wantErr(t, err, model.ErrAltered)
}

func lastOf(d *desk, k model.EventKind) []model.EventID {
	for i := len(d.log) - 1; i >= 0; i-- {
		if d.log[i].Kind == k {
			return []model.EventID{d.log[i].ID}
		}
	}
	return nil
}

func TestThereMustBeLevelsToSeal(t *testing.T) {
	d := newDesk(t, "head")
	d.do(d.book.StartVisit(d.reviewer(), theVisit, model.Visiting{Date: "2026-09-24", Lead: "head"}))
	_, err := d.book.SealLevels(d.self(), theVisit)
	wantField(t, err, "levels", "There are no levels to seal yet")
	_, err = d.book.LiftSeal(d.self(), theVisit, "Why")
	wantErr(t, err, model.ErrNothing)
	if got := model.SealWords("abc"); got != "" {
		t.Fatalf("%q", got)
	}
}
