package main

import (
	"slices"

	"waymark/model"
	"waymark/model/visit"
)

// visitRef is a visit in a list, as scripts read it.
type visitRef struct {
	ID       model.VisitID `json:"id"`
	Date     string        `json:"date"`
	Lead     string        `json:"lead"`
	From     string        `json:"from"`
	Template string        `json:"template"`
	Focus    int           `json:"areas"`
	Stops    int           `json:"stops"`
	Notes    int           `json:"notes"`
	Judged   int           `json:"judged"`
	Agreed   int           `json:"agreed"`
	Sealed   bool          `json:"sealed"`
	Closed   *string       `json:"closed"`
}

// visitJSON is everything of a visit, as scripts read it.
type visitJSON struct {
	head
	visitRef
	Questions []string       `json:"questions"`
	Team      []memberJSON   `json:"team"`
	Areas     []model.AreaID `json:"focus"`
	Emphasis  emphasised     `json:"emphasis"`
	Stops     []stopJSON     `json:"agenda"`
	Seal      *sealJSON      `json:"seal"`
	Claims    []claimJSON    `json:"claims"`
	Rows      []rowJSON      `json:"judgements"`
	Counts    string         `json:"counts"`
	Points    []pointJSON    `json:"points"`
	Closing   closingJSON    `json:"closing"`
	ToDo      []taskJSON     `json:"to_do"`
	Notes     []visitNote    `json:"evidence"`
	Private   int            `json:"private_notes"`
	Looks     []lookJSON     `json:"early_looks"`
	Signed    []signedJSON   `json:"signed"`
	Reason    string         `json:"reason"`
}

type memberJSON struct {
	Name     string `json:"name"`
	Role     string `json:"role"`
	Position string `json:"position"`
}

type emphasised struct {
	Areas []model.AreaID `json:"areas"`
	Text  string         `json:"text"`
}

type sealJSON struct {
	Hash   string         `json:"hash"`
	Words  string         `json:"words"`
	Whole  bool           `json:"whole"`
	Moved  []model.AreaID `json:"moved"`
	Lifted string         `json:"lifted"`
	Says   string         `json:"says"`
}

type pointJSON struct {
	ID      model.PointID   `json:"id"`
	Kind    model.PointKind `json:"kind"`
	Text    string          `json:"text"`
	Area    model.AreaID    `json:"area"`
	Notes   []model.NoteID  `json:"notes"`
	Lead    string          `json:"lead"`
	Viewers string          `json:"viewers"`
	Consent bool            `json:"consent"`
}

type closingJSON struct {
	First    string `json:"first"`
	Asked    string `json:"asked"`
	FollowUp string `json:"follow_up"`
}

type taskJSON struct {
	Task   string         `json:"task"`
	Done   bool           `json:"done"`
	Counts string         `json:"counts"`
	Hint   string         `json:"hint"`
	Areas  []model.AreaID `json:"areas"`
}

type lookJSON struct {
	Area   model.AreaID `json:"area"`
	Person string       `json:"person"`
	At     *string      `json:"at"`
}

type signedJSON struct {
	Side   model.Side `json:"side"`
	Name   string     `json:"name"`
	Post   string     `json:"post"`
	Reason string     `json:"reason"`
	At     *string    `json:"at"`
}

// ref is the visit in a list. What it counts of judgements are the reviewers'.
func (o *opened) visitRef(v model.Visit) visitRef {
	t := visit.Tally(visit.Compare(o.book, v))
	return visitRef{
		ID: v.ID, Date: v.Date, Lead: o.name(v.Lead), From: clean(v.From), Template: clean(v.Template),
		Focus: t.Areas, Stops: len(v.Slots), Notes: len(o.book.Evaluation().VisitNotes(v.ID)),
		Judged: t.Areas - t.Waiting, Agreed: t.Agreed, Sealed: v.Sealed(), Closed: stamp(v.ClosedAt),
	}
}

// data is everything of the visit that its reader may see. Private notes are
// only counted unless they are asked for.
func (v *visited) data(private bool) visitJSON {
	now := v.now()
	rows := visit.Compare(v.book, now)
	d := visitJSON{
		head: v.head(), visitRef: v.visitRef(now), Questions: cleaned(now.Questions), Team: []memberJSON{}, Areas: notNil(now.Focus),
		Emphasis: emphasised{notNil(now.Emphasis.Areas), clean(now.Emphasis.Text)}, Stops: v.stops(now), Seal: v.sealData(now),
		Claims: v.claims(now), Rows: v.rowsData(rows), Counts: visit.Tally(rows).Words(), Points: v.points(now),
		Closing: closingJSON{clean(now.Closing.First), clean(now.Closing.Asked), clean(now.Closing.FollowUp)},
		ToDo:    []taskJSON{}, Notes: v.visitNotes(private), Private: visit.PrivateNotes(v.book.Evaluation(), now),
		Looks: []lookJSON{}, Signed: []signedJSON{}, Reason: clean(now.Reason),
	}
	for _, m := range now.Team {
		d.Team = append(d.Team, memberJSON{v.name(m.Person), clean(m.Role), clean(m.Position)})
	}
	for _, t := range visit.ToDo(v.book, now) {
		d.ToDo = append(d.ToDo, taskJSON{clean(t.Title), t.Done, t.Words(), clean(t.Hint), notNil(t.Areas)})
	}
	for _, l := range now.Glances {
		d.Looks = append(d.Looks, lookJSON{l.Area, v.name(l.Person), stamp(l.At)})
	}
	for _, s := range now.Signed {
		d.Signed = append(d.Signed, signedJSON{s.Side, clean(s.Name), clean(s.Post), clean(s.Reason), stamp(s.At)})
	}
	return d
}

func (v *visited) points(now model.Visit) []pointJSON {
	all := []pointJSON{}
	for _, p := range now.Points {
		all = append(all, pointJSON{p.ID, p.Kind, clean(p.Text), p.Area, notNil(p.Notes), clean(p.Lead), clean(p.Viewers), p.Consent})
	}
	return all
}

// sealData says in words whether what was sealed is still what it was.
func (v *visited) sealData(now model.Visit) *sealJSON {
	if now.Seal == nil {
		return nil
	}
	moved, err := v.book.CheckSeal(now.ID)
	d := &sealJSON{Hash: now.Seal.Hash, Words: model.SealWords(now.Seal.Hash), Moved: notNil(moved), Whole: err == nil && len(moved) == 0, Lifted: clean(now.Seal.Lifted)}
	switch {
	case err != nil:
		d.Says = "The seal cannot be checked: " + clean(err.Error()) + "."
	case len(moved) > 0:
		d.Says = "Changed since the seal: " + ids(moved) + "."
	default:
		d.Says = "Nothing has changed since the seal."
	}
	if d.Lifted != "" {
		d.Says = "The seal was lifted: " + d.Lifted + ". " + d.Says
	}
	return d
}

// visitNote is a note of a visit, as scripts read it.
type visitNote struct {
	noteJSON
	Stop    model.SlotID   `json:"stop"`
	Time    string         `json:"time"`
	Mark    model.Mark     `json:"mark"`
	Known   model.FactKind `json:"known_by"`
	N       int            `json:"n"`
	Of      int            `json:"of"`
	General bool           `json:"general"`
}

// visitNotes lists the notes of the visit in the order they were taken. What
// another reviewer marked private is theirs.
func (v *visited) visitNotes(private bool) []visitNote {
	all := slices.DeleteFunc(v.book.Evaluation().VisitNotes(v.visit.ID), func(n model.Note) bool {
		return n.Private && (!private || n.Person != v.voice.Person)
	})
	return v.notesData(all)
}

func (v *visited) notesData(all []model.Note) []visitNote {
	notes := []visitNote{}
	for i, n := range v.notes(all) {
		s := all[i].Seen
		notes = append(notes, visitNote{n, s.Slot, clean(s.Time), s.Mark, s.Fact, s.N, s.Of, s.General})
	}
	return notes
}
