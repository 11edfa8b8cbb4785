package model

import (
	"bytes"
	"crypto/sha256"
	"encoding/hex"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"slices"
	"strings"
)

// AreaID names one area of a rubric, such as "1.3". It is text, never a number.
type AreaID string

// GroupID names one group of areas, such as "1".
type GroupID string

// Kind says what a rubric judges, and so how its answers may be used.
type Kind string

// The kinds of rubric.
const (
	KindSchool  Kind = "school"
	KindTeacher Kind = "teacher"
	KindProcess Kind = "process"
	KindTrust   Kind = "trust"
	KindPulse   Kind = "pulse"
	KindVisit   Kind = "visit"
)

// EvidenceKind is a way of finding something out.
type EvidenceKind string

// The four ways of finding out that every area offers a prompt for.
const (
	See   EvidenceKind = "see"
	Hear  EvidenceKind = "hear"
	Read  EvidenceKind = "read"
	Count EvidenceKind = "count"
)

// Prompt says where evidence for an area can be found in about ten minutes.
type Prompt struct {
	Kind EvidenceKind `json:"kind"`
	Text string       `json:"text"`
}

// Group is a set of areas that belong together, or of items in a rubric that
// is asked or looked for instead of judged.
type Group struct {
	ID      GroupID `json:"id"`
	Title   string  `json:"title"`
	Summary string  `json:"summary,omitempty"`
	Items   []Item  `json:"items,omitempty"`
}

// Area is one thing that is judged on its own. Levels holds one descriptor for
// each level of the rubric's scale, lowest first. What stands after Lens may all
// be missing; Exemplars holds a short story for each level, or nothing.
type Area struct {
	ID       AreaID   `json:"id"`
	Group    GroupID  `json:"group"`
	Title    string   `json:"title"`
	Scope    string   `json:"scope"`
	Why      string   `json:"why,omitempty"`
	Question string   `json:"question"`
	Levels   []string `json:"levels"`
	Ask      []string `json:"ask,omitempty"`
	Evidence []Prompt `json:"evidence,omitempty"`
	Lens     []string `json:"lens,omitempty"`

	Vision     string     `json:"vision,omitempty"`
	LookFors   []string   `json:"look_fors,omitempty"`
	LookAgains []string   `json:"look_agains,omitempty"`
	Phases     []InPhase  `json:"phases,omitempty"`
	NextSteps  []Boundary `json:"next_steps,omitempty"`
	Research   []Research `json:"research,omitempty"`
	Tags       Tags       `json:"tags,omitzero"`
	Exemplars  []string   `json:"exemplars,omitempty"`

	// Local is what a trust or school has added to the area here. It is shown
	// beside the rubric and is no part of it: neither Canonical nor Hash knows it.
	Local []Local `json:"-"`
}

// Descriptor is the text of level l, or "" when the area describes no such level.
func (a Area) Descriptor(l Level) string {
	if l < 1 || int(l) > len(a.Levels) {
		return ""
	}
	return a.Levels[l-1]
}

// Name is the area's code and title, as people read it: "1.3 Content pinned down".
func (a Area) Name() string { return string(a.ID) + " " + a.Title }

// Edge says that Before usually has to be in place before After.
type Edge struct {
	Before AreaID `json:"before"`
	After  AreaID `json:"after"`
}

// Pair joins two areas that are worth reading together. It carries no need.
type Pair struct {
	A AreaID `json:"a"`
	B AreaID `json:"b"`
}

// Ruling says in which one area a topic is judged when several could claim it.
type Ruling struct {
	Topic string `json:"topic"`
	Area  AreaID `json:"area,omitempty"`
	Note  string `json:"note,omitempty"`
}

// Rubric is one edition of a definition of quality. It is a value: an
// evaluation keeps the whole of it and reads the same for ever.
type Rubric struct {
	ID         string   `json:"id"`
	Edition    string   `json:"edition"`
	Title      string   `json:"title"`
	Summary    string   `json:"summary,omitempty"`
	Kind       Kind     `json:"kind"`
	Language   string   `json:"language"`
	Licence    string   `json:"licence,omitempty"`
	Source     string   `json:"source,omitempty"`
	GroupWord  string   `json:"group_word,omitempty"`
	Comparable []string `json:"comparable,omitempty"`
	Scale      Scale    `json:"scale"`
	Groups     []Group  `json:"groups"`
	Areas      []Area   `json:"areas"`
	Edges      []Edge   `json:"edges,omitempty"`
	Related    []Pair   `json:"related,omitempty"`
	Rulings    []Ruling `json:"rulings,omitempty"`
	NotCovered []string `json:"not_covered,omitempty"`

	Crosswalk []Crossing      `json:"crosswalk,omitempty"`
	Answers   []string        `json:"answers,omitempty"`
	Roles     []VisitRole     `json:"roles,omitempty"`
	Positions []VisitPosition `json:"positions,omitempty"`
}

// Canonical is the one spelling of the rubric that is hashed and stored: JSON
// with fields in declaration order.
func (r Rubric) Canonical() ([]byte, error) {
	var b bytes.Buffer
	enc := json.NewEncoder(&b)
	enc.SetEscapeHTML(false)
	if err := enc.Encode(r); err != nil {
		return nil, fmt.Errorf("write rubric %s: %w", r.ID, err)
	}
	return bytes.TrimRight(b.Bytes(), "\n"), nil
}

// Hash is the lower-case hexadecimal SHA-256 of Canonical. Two rubrics with the
// same hash say the same, word for word.
func (r Rubric) Hash() string {
	text, err := r.Canonical()
	if err != nil {
		return "" // unreachable: every field is a plain string, number or slice
	}
	sum := sha256.Sum256(text)
	return hex.EncodeToString(sum[:])
}

// RubricFromCanonical reads what Canonical wrote and checks it again, because
// the bytes may come from a damaged file.
func RubricFromCanonical(text []byte) (Rubric, error) {
	dec := json.NewDecoder(bytes.NewReader(text))
	dec.DisallowUnknownFields()
	var r Rubric
	if err := dec.Decode(&r); err != nil {
		return Rubric{}, fmt.Errorf("read stored rubric: %w", err)
	}
	if _, err := dec.Token(); !errors.Is(err, io.EOF) {
		return Rubric{}, errors.New("read stored rubric: text after its end")
	}
	if err := r.Check(); err != nil {
		return Rubric{}, fmt.Errorf("read stored rubric: %w", err)
	}
	return r, nil
}

// Index is the place of id in rubric order, or -1.
func (r Rubric) Index(id AreaID) int {
	return slices.IndexFunc(r.Areas, func(a Area) bool { return a.ID == id })
}

// Area returns the area called id.
func (r Rubric) Area(id AreaID) (Area, bool) {
	if i := r.Index(id); i >= 0 {
		return r.Areas[i], true
	}
	return Area{}, false
}

// Group returns the group called id.
func (r Rubric) Group(id GroupID) (Group, bool) {
	for _, g := range r.Groups {
		if g.ID == id {
			return g, true
		}
	}
	return Group{}, false
}

// AreasIn lists the areas of a group in rubric order.
func (r Rubric) AreasIn(id GroupID) []Area {
	var in []Area
	for _, a := range r.Areas {
		if a.Group == id {
			in = append(in, a)
		}
	}
	return in
}

// NeedsFirst lists the areas that usually have to be in place before id.
func (r Rubric) NeedsFirst(id AreaID) []AreaID {
	var ids []AreaID
	for _, e := range r.Edges {
		if e.After == id {
			ids = append(ids, e.Before)
		}
	}
	return ids
}

// Unlocks lists the areas that depend directly on id.
func (r Rubric) Unlocks(id AreaID) []AreaID {
	var ids []AreaID
	for _, e := range r.Edges {
		if e.Before == id {
			ids = append(ids, e.After)
		}
	}
	return ids
}

// SeeAlso lists the areas related to id.
func (r Rubric) SeeAlso(id AreaID) []AreaID {
	var ids []AreaID
	for _, p := range r.Related {
		switch id {
		case p.A:
			ids = append(ids, p.B)
		case p.B:
			ids = append(ids, p.A)
		}
	}
	return ids
}

// FindAreas resolves what a person typed: an exact code, else every area whose
// title contains the words, whatever their case.
func (r Rubric) FindAreas(typed string) []Area {
	typed = strings.ToLower(strings.TrimSpace(typed))
	if typed == "" {
		return nil
	}
	var found []Area
	for _, a := range r.Areas {
		if strings.ToLower(string(a.ID)) == typed {
			return []Area{a}
		}
		if strings.Contains(strings.ToLower(a.Title), typed) {
			found = append(found, a)
		}
	}
	return found
}

// ComparableWith reports whether levels given on r may be set beside levels
// given on earlier: the same text, the same edition, or one that r names.
func (r Rubric) ComparableWith(earlier Rubric) bool {
	if r.ID != earlier.ID || len(r.Scale.Levels) != len(earlier.Scale.Levels) {
		return false
	}
	return r.Edition == earlier.Edition || slices.Contains(r.Comparable, earlier.Edition)
}
