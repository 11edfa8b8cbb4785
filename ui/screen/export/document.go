package export

import (
	"slices"
	"strings"
	"time"

	"waymark/model"
	"waymark/ui/env"
)

// document is one thing that can be made. Visit is whose note it is, "" for a
// document of the evaluation as a whole.
type document struct {
	env.Document
	visit model.VisitID
}

// kind is what a document is called when it is asked for.
func (d document) kind() string {
	kind, _, _ := strings.Cut(d.ID, "/")
	return kind
}

// kindVisit is the document that there is one of for each visit.
const kindVisit = "visit"

// mostVisits is how many visits the school can choose from here.
const mostVisits = 3

// offered are the documents there are now. A visit's note is there when there
// was a visit: of the visit in progress, else of the newest.
func offered(e *env.Env) []document {
	var all []document
	visits := about(e)
	for _, d := range e.Files.Documents() {
		if d.ID != kindVisit {
			all = append(all, document{Document: d})
			continue
		}
		for _, v := range visits {
			one := document{Document: d, visit: v.ID}
			one.ID = kindVisit + "/" + string(v.ID)
			if len(visits) > 1 {
				one.Words += ", " + short(v.Date)
			}
			all = append(all, one)
		}
	}
	return all
}

// about are the visits whose notes are offered, the newest first.
func about(e *env.Env) []model.Visit {
	if v, on := e.Visit(); on {
		return []model.Visit{v}
	}
	visits := slices.Clone(e.Desk.Book.Evaluation().Visits)
	slices.Reverse(visits)
	return visits[:min(len(visits), mostVisits)]
}

// short is a date as it stands in a list.
func short(date string) string {
	t, err := time.Parse(time.DateOnly, date)
	if err != nil {
		return date
	}
	return t.Format("2 Jan")
}

// leftPart is something that can be left out.
type leftPart int

// The parts that can be left out.
const (
	privateNotes leftPart = iota
	names
	confidence
	leftParts
)

// words is the part as people read it.
func (p leftPart) words() string {
	return [leftParts]string{"private notes", "names", "confidence"}[p]
}

// choices says of each part whether it is left out.
type choices [leftParts]bool

// mayLeave is what can be left out of the document: of a visit's note names only,
// as nothing else of it is ever told.
func (s *Screen) mayLeave() []leftPart {
	if s.docs[s.doc].visit != "" {
		return []leftPart{names}
	}
	return []leftPart{privateNotes, names, confidence}
}

// chosen is what is left out of the document.
func (s *Screen) chosen() choices {
	if s.docs[s.doc].visit == "" {
		return s.left
	}
	return choices{privateNotes: true, names: s.nameless, confidence: true}
}

// turn leaves a part out that was in, and the other way round.
func (s *Screen) turn(p leftPart) {
	if s.docs[s.doc].visit != "" {
		s.nameless = !s.nameless
		return
	}
	s.left[p] = !s.left[p]
}
