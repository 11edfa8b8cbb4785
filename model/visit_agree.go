package model

import (
	"crypto/sha256"
	"encoding/hex"
	"errors"
	"fmt"
	"slices"
	"strings"
)

// SchoolOwn is what the school itself says of an area, whatever was agreed with
// a reviewer since: what it agreed among itself, else what the team recorded,
// else the first of its people.
func (a AreaState) SchoolOwn() (Judgement, bool) {
	for _, all := range [][]Judgement{a.Behind, a.InRole(Agreed)} {
		for _, j := range all {
			if j.Visit == "" {
				return j, true
			}
		}
	}
	if j, ok := a.Team(); ok {
		return j, true
	}
	if in := a.InRole(Self); len(in) > 0 {
		return in[0], true
	}
	return Judgement{}, false
}

// Glimpse records that this person looked at the school's level of an area
// before giving their own. Nothing is recorded once they have given it.
func (b *Book) Glimpse(v Voice, id VisitID, a AreaID) ([]Change, error) {
	if _, err := b.visiting(v, id); err != nil {
		return nil, err
	}
	if err := b.known(a); err != nil {
		return nil, err
	}
	if _, judged := b.Evaluation().Area(a).By(v); judged {
		return nil, ErrNothing
	}
	return b.single(b.change(v, KindGlance, visitSubject(id, "glance", string(a), string(v.Person)), Glance{Early: true}))
}

// Agree records the level that school and reviewer agree on for an area, with
// the reason in one sentence. Both first levels are kept, and a disagreement
// recorded before is settled by it.
func (b *Book) Agree(v Voice, id VisitID, a AreaID, l Level, reason string) ([]Change, error) {
	visit, err := b.visiting(v, id)
	if err != nil {
		return nil, err
	}
	if err := b.bothSpoke(a); err != nil {
		return nil, err
	}
	v.Role = Agreed
	changes, err := b.Judge(v, a, Opinion{State: Rated, Level: l, Reason: reason, Visit: id})
	if err != nil && !errors.Is(err, ErrNothing) {
		return nil, err
	}
	if _, apart := visit.Disagreed(a); apart {
		changes = append(changes, b.change(v, KindDisagreement, visitSubject(id, "apart", string(a)), nil))
	}
	if len(changes) == 0 {
		return nil, ErrNothing
	}
	return changes, nil
}

// bothSpoke refuses to settle an area that one side has not judged.
func (b *Book) bothSpoke(a AreaID) error {
	if err := b.known(a); err != nil {
		return err
	}
	s := b.Evaluation().Area(a)
	if len(s.InRole(Reviewer)) == 0 {
		return &FieldError{Field: "area", Problem: string(a) + " has no reviewer’s judgement yet. Give it first"}
	}
	if _, ok := s.SchoolOwn(); !ok && len(s.InRole(Agreed)) == 0 {
		return &FieldError{Field: "area", Problem: "The school has not judged " + string(a) + " yet. Ask it to, or agree it another day"}
	}
	return nil
}

// AgreeAll agrees every area given at the level that both sides gave, as one
// act. Areas on which they differ are left out, and so is what this visit settled
// already, one way or the other.
func (b *Book) AgreeAll(v Voice, id VisitID, areas []AreaID) ([]Change, error) {
	return oneAct(len(areas), func(i int) ([]Change, error) {
		l, same := b.SameLevel(id, areas[i])
		if !same || b.settledIn(id, areas[i]) {
			return nil, ErrNothing
		}
		return b.Agree(v, id, areas[i], l, "")
	})
}

// settledIn reports whether a visit agreed a level of an area, or recorded that
// the sides do not agree.
func (b *Book) settledIn(id VisitID, a AreaID) bool {
	visit, err := b.Visit(id)
	_, apart := visit.Disagreed(a)
	return err == nil && apart || slices.ContainsFunc(b.Evaluation().Area(a).InRole(Agreed), func(j Judgement) bool { return j.Visit == id })
}

// SameLevel is the level that the school and the visit's lead both gave; same
// is false where they differ or either gave none.
func (b *Book) SameLevel(id VisitID, a AreaID) (l Level, same bool) {
	visit, err := b.Visit(id)
	if err != nil {
		return 0, false
	}
	s := b.Evaluation().Area(a)
	ours, ok := s.SchoolOwn()
	theirs, reviewed := s.Reviewed(visit.Lead)
	if !ok || !reviewed || ours.State != Rated || theirs.State != Rated || ours.Level != theirs.Level {
		return 0, false
	}
	return ours.Level, true
}

// Reviewed is the reviewers' judgement of an area: the lead's, else the first
// other's.
func (a AreaState) Reviewed(lead PersonID) (Judgement, bool) {
	if j, ok := a.By(Voice{Person: lead, Role: Reviewer}); ok {
		return j, true
	}
	if in := a.InRole(Reviewer); len(in) > 0 {
		return in[0], true
	}
	return Judgement{}, false
}

// Disagree records that school and reviewer do not agree about an area, with a
// sentence of each. A level agreed in this visit before is taken back.
func (b *Book) Disagree(v Voice, id VisitID, a AreaID, d Apart) ([]Change, error) {
	if _, err := b.visiting(v, id); err != nil {
		return nil, err
	}
	if err := b.bothSpoke(a); err != nil {
		return nil, err
	}
	d.School, d.Reviewer = CleanLine(d.School), CleanLine(d.Reviewer)
	if d.School == "" || d.Reviewer == "" {
		return nil, &FieldError{Field: "sentences", Problem: "Enter one sentence for the school and one for the reviewer"}
	}
	changes, err := b.single(b.change(v, KindDisagreement, visitSubject(id, "apart", string(a)), d))
	if err != nil && !errors.Is(err, ErrNothing) {
		return nil, err
	}
	for _, j := range b.Evaluation().Area(a).InRole(Agreed) {
		if j.Visit == id {
			changes = append(changes, b.change(Voice{Person: v.Person, Role: Agreed}, KindJudgement, visitLevelSubject(id, a), nil))
			break
		}
	}
	if len(changes) == 0 {
		return nil, ErrNothing
	}
	return changes, nil
}

// SealLevels locks the school's levels for a visit. The hash can be given to
// the reviewer; CheckSeal tells both sides that nothing moved.
func (b *Book) SealLevels(v Voice, id VisitID) ([]Change, error) {
	visit, err := b.visiting(v, id)
	if err != nil {
		return nil, err
	}
	if visit.Sealed() {
		return nil, ErrNothing
	}
	events := b.ownLevels()
	if len(events) == 0 {
		return nil, &FieldError{Field: "levels", Problem: "There are no levels to seal yet"}
	}
	return b.single(b.change(v, KindSeal, visitSubject(id, "seal"), Seal{Hash: sealOf(events), Events: events}))
}

// LiftSeal unlocks the levels before the visit is closed, and says why.
func (b *Book) LiftSeal(v Voice, id VisitID, reason string) ([]Change, error) {
	visit, err := b.visiting(v, id)
	if err != nil {
		return nil, err
	}
	if !visit.Sealed() {
		return nil, ErrNothing
	}
	s := *visit.Seal
	if s.Lifted = CleanLine(reason); s.Lifted == "" {
		return nil, &FieldError{Field: "reason", Problem: "Say why the levels are opened before the visit is closed"}
	}
	return b.single(b.change(v, KindSeal, visitSubject(id, "seal"), s))
}

// ownLevels lists the events that the school's own levels rest on, sorted.
func (b *Book) ownLevels() []EventID {
	var events []EventID
	for _, s := range b.fold.subjects(b.evaluation) {
		if !s.ownLevel() {
			continue
		}
		for _, id := range b.fold.Heads(b.evaluation, s) {
			if r := b.fold.records[id]; r.Kind == KindJudgement && !r.withdrawn() {
				events = append(events, id)
			}
		}
	}
	slices.Sort(events)
	return events
}

// sealOf is the lower-case hexadecimal SHA-256 of the ids, one a line. An id is
// itself the hash of a judgement and a secret, so the seal tells no level.
func sealOf(events []EventID) string {
	h := sha256.New()
	for _, id := range events {
		h.Write([]byte(id + "\n"))
	}
	return hex.EncodeToString(h.Sum(nil))
}

// CheckSeal says whether a seal is whole: that its events make its hash and are
// here unaltered, and which areas' levels were changed since, in rubric order.
func (b *Book) CheckSeal(id VisitID) (moved []AreaID, err error) {
	visit, err := b.Visit(id)
	if err != nil {
		return nil, err
	}
	if visit.Seal == nil {
		return nil, fmt.Errorf("seal: %w", ErrNotFound)
	}
	if sealOf(sorted(visit.Seal.Events)) != visit.Seal.Hash {
		return nil, fmt.Errorf("check seal: its hash is not that of its levels: %w", ErrAltered)
	}
	now := b.ownLevels()
	var areas []AreaID
	for _, id := range visit.Seal.Events {
		r, ok := b.fold.records[id]
		if !ok {
			return nil, fmt.Errorf("check seal: a level that was sealed is not here: %w", ErrNotFound)
		}
		if err := r.VerifyHash(); err != nil {
			return nil, fmt.Errorf("check seal: %w", err)
		}
		if !slices.Contains(now, id) {
			areas = append(areas, r.Subject.area())
		}
	}
	for _, id := range now {
		if !slices.Contains(visit.Seal.Events, id) {
			areas = append(areas, b.fold.records[id].Subject.area())
		}
	}
	return b.inOrder(areas), nil
}

// SealWords is a seal's hash as people read it to each other: its first 16
// digits in fours.
func SealWords(hash string) string {
	var parts []string
	for i := 0; i+4 <= min(16, len(hash)); i += 4 {
		parts = append(parts, hash[i:i+4])
	}
	return strings.Join(parts, " ")
}

// sealed reports whether a visit that is not closed has locked the levels.
func (b *Book) sealed() bool {
	return slices.ContainsFunc(b.Evaluation().Visits, func(v Visit) bool { return v.Sealed() })
}
