package model

import (
	"errors"
	"fmt"
)

// SetPoint puts a strength, a next step or a bright spot on what the visit
// leaves behind, or rewords the one of that id. There are at most three
// strengths and three next steps.
func (b *Book) SetPoint(v Voice, id VisitID, point PointID, p PointText) ([]Change, error) {
	visit, err := b.visiting(v, id)
	if err != nil {
		return nil, err
	}
	p, err = p.check(b.rubric)
	if err != nil {
		return nil, err
	}
	have, was := 0, Point{}
	for _, other := range visit.Points {
		switch {
		case other.ID == point:
			was = other
		case other.Kind == p.Kind:
			have++
		}
		if other.ID != point {
			p.Place = max(p.Place, other.Place+1)
		}
	}
	if was.Kind == p.Kind {
		p.Place = was.Place
	}
	if have >= MostPoints && p.Kind != BrightSpot {
		return nil, &FieldError{Field: "kind", Problem: fmt.Sprintf("There are %d already. Take one out first", MostPoints)}
	}
	return b.single(b.change(v, KindPoint, visitSubject(id, "point", string(point)), p))
}

// RemovePoint takes a point out.
func (b *Book) RemovePoint(v Voice, id VisitID, point PointID) ([]Change, error) {
	if _, err := b.visiting(v, id); err != nil {
		return nil, err
	}
	return b.single(b.change(v, KindPoint, visitSubject(id, "point", string(point)), nil))
}

// SetClosing records the answer to the closing question, what the school asked
// for, and when somebody comes back.
func (b *Book) SetClosing(v Voice, id VisitID, c Closing) ([]Change, error) {
	if _, err := b.visiting(v, id); err != nil {
		return nil, err
	}
	c.First, c.Asked, c.FollowUp = CleanLine(c.First), CleanLine(c.Asked), CleanLine(c.FollowUp)
	return b.single(b.change(v, KindClosing, visitSubject(id, "closing"), c))
}

// Sign records that somebody of one side has read what was written. When both
// sides have signed, the visit is closed by the same act. A name that is there
// already can be corrected with a reason, even once the visit is closed.
func (b *Book) Sign(v Voice, id VisitID, side Side, s Signature) ([]Change, error) {
	visit, err := b.visiting(v, id)
	was, signed := visit.Signature(side)
	if errors.Is(err, ErrVisitClosed) && signed {
		err = nil
	}
	if err != nil {
		return nil, err
	}
	s.Name, s.Post, s.Reason = CleanLine(s.Name), CleanLine(s.Post), CleanLine(s.Reason)
	switch {
	case side != SideSchool && side != SideReviewer:
		return nil, &FieldError{Field: "side", Problem: "Say whether the school or the reviewer signs"}
	case s.Name == "":
		return nil, &FieldError{Field: "name", Problem: "Enter the name for the record"}
	case signed && was.Name == s.Name && was.Post == s.Post:
		return nil, ErrNothing
	case signed && s.Reason == "":
		return nil, &FieldError{Field: "reason", Problem: "Say why the name is corrected"}
	}
	changes, err := b.single(b.change(v, KindSignature, visitSubject(id, "signature", string(side)), s))
	if err != nil {
		return nil, err
	}
	other := map[Side]Side{SideSchool: SideReviewer, SideReviewer: SideSchool}[side]
	if _, both := visit.Signature(other); both && !visit.Closed {
		changes = append(changes, b.change(v, KindVisitStatus, visitSubject(id, "status"), VisitStatus{Closed: true}))
	}
	return changes, nil
}

// CloseVisit closes a visit that both sides have not signed, with the reason.
func (b *Book) CloseVisit(v Voice, id VisitID, reason string) ([]Change, error) {
	visit, err := b.visiting(v, id)
	if errors.Is(err, ErrVisitClosed) {
		return nil, ErrNothing
	}
	if err != nil {
		return nil, err
	}
	reason = CleanLine(reason)
	if len(visit.Signed) < 2 && reason == "" {
		return nil, &FieldError{Field: "reason", Problem: "Both sides have not signed. Sign first, or say why it is closed without"}
	}
	return b.single(b.change(v, KindVisitStatus, visitSubject(id, "status"), VisitStatus{Closed: true, Reason: reason}))
}

// ReopenVisit opens a closed visit again, with the reason. It is recorded.
func (b *Book) ReopenVisit(v Voice, id VisitID, reason string) ([]Change, error) {
	if err := v.check(); err != nil {
		return nil, err
	}
	visit, err := b.Visit(id)
	if err != nil {
		return nil, err
	}
	if !visit.Closed {
		return nil, ErrNothing
	}
	if reason = CleanLine(reason); reason == "" {
		return nil, &FieldError{Field: "reason", Problem: "Say why the visit is opened again"}
	}
	return b.single(b.change(v, KindVisitStatus, visitSubject(id, "status"), VisitStatus{Reason: reason}))
}
