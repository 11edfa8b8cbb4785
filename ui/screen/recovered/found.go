package recovered

import (
	"encoding/json"
	"fmt"
	"strings"

	"waymark/model"
	"waymark/ui/env"
	"waymark/ui/nav"
	"waymark/ui/task"
	"waymark/ui/widget"
)

// found is what was brought back, in words and as places to look at.
type found struct {
	levels, notes []string
	more          int // changes of other kinds
	elsewhere     int // changes and drafts of other evaluations
	drafts        []task.Draft
	places        []nav.Route // drafts first: they still wait for somebody
	newest        spot
}

// spot is where somebody was working.
type spot struct {
	area  model.AreaID
	draft bool
	route nav.Route // of the draft
	words string    // what the draft is, "" for a note
	at    int64
}

// find reads what env brought back. Only what belongs to the open evaluation
// is shown in detail.
func find(e *env.Env) found {
	var f found
	if e.Brought == nil {
		return f
	}
	var id model.EvaluationID
	if e.Desk != nil {
		id = e.Desk.Book.EvaluationID()
	}
	for _, d := range e.Brought.Drafts {
		f.draft(e, d, id)
	}
	f.records(e.Brought.Records, id)
	return f
}

// draft takes in words that were being typed. The key says where.
func (f *found) draft(e *env.Env, d task.Draft, open model.EvaluationID) {
	parts := strings.Split(d.Key, "/")
	if open == "" || len(parts) != 3 || parts[0] != string(open) {
		f.elsewhere++
		return
	}
	var route nav.Route = nav.Note{Area: model.AreaID(parts[1]), Note: model.NoteID(parts[2])}
	at, words, ok := typedAt(e, d)
	if ok {
		route = at
	}
	f.drafts = append(f.drafts, d)
	f.places = append(f.places, route)
	if d.At >= f.newest.at {
		f.newest = spot{d.Area, true, route, words, d.At}
	}
}

// records takes in changes that were not in the file. Of several to the same
// thing the last counts.
func (f *found) records(records []model.Record, open model.EvaluationID) {
	last := map[model.Subject]int{}
	for i, r := range records {
		last[r.Subject] = i
	}
	for i, r := range records {
		switch {
		case r.Evaluation != open || open == "":
			f.elsewhere++
		case last[r.Subject] != i:
		default:
			f.record(r)
		}
	}
}

func (f *found) record(r model.Record) {
	var p struct {
		Value json.RawMessage `json:"value"`
	}
	if json.Unmarshal(r.Payload, &p) != nil {
		f.more++
		return
	}
	parts := strings.Split(string(r.Subject), "/")
	var area model.AreaID
	switch {
	case r.Kind == model.KindJudgement && len(parts) > 2:
		area = model.AreaID(parts[2])
		f.levels = append(f.levels, fmt.Sprintf("%s %s", area, level(p.Value)))
		f.places = append(f.places, nav.Judge{Area: area, Once: true})
	case r.Kind == model.KindNote:
		var n model.NoteText
		if json.Unmarshal(p.Value, &n) != nil || n.Text == "" {
			f.more++ // a note that was taken out
			return
		}
		area = n.Area
		f.notes = append(f.notes, strings.TrimPrefix(fmt.Sprintf("%s, %s", area, widget.Count(len(strings.Fields(n.Text)), "word", "words")), ", "))
		f.places = append(f.places, nav.Note{Area: area, Note: model.NoteID(parts[len(parts)-1])})
	default:
		f.more++
		if len(parts) > 2 && parts[1] == "area" {
			area = model.AreaID(parts[2])
		}
	}
	if area != "" && r.Wall >= f.newest.at {
		f.newest = spot{area: area, at: r.Wall}
	}
}

// level is a judgement in words.
func level(value json.RawMessage) string {
	var o model.Opinion
	if json.Unmarshal(value, &o) != nil {
		return "changed"
	}
	switch o.State {
	case model.Rated:
		return fmt.Sprintf("level %d", o.Level)
	case model.NotApplicable:
		return "does not apply"
	case model.NoEvidence:
		return "not enough evidence"
	}
	return "level taken off"
}
