package saveproblem

import (
	"encoding/json"
	"fmt"
	"strings"
	"time"

	"waymark/model"
	"waymark/model/desk"
	"waymark/ui/task"
	"waymark/ui/widget"
)

// change is one act that is not saved yet.
type change struct {
	words string
	at    time.Time
}

// changes says in words what is waiting, one line for each act, oldest first.
func changes(d *desk.Desk, waiting []task.Waiting) []change {
	if d == nil || len(waiting) == 0 {
		return nil
	}
	said := map[string][]model.Step{}
	for _, e := range d.Book.History() {
		said[string(e.Device)+e.Act] = e.Steps
	}
	var all []change
	seen := map[string]bool{}
	for _, w := range waiting {
		id := string(w.Record.Device) + act(w.Record)
		if seen[id] {
			continue
		}
		seen[id] = true
		all = append(all, change{words(said[id], w.Record), w.At})
	}
	return all
}

// act is which act a record was part of.
func act(r model.Record) string {
	var p struct {
		Act string `json:"act"`
	}
	if json.Unmarshal(r.Payload, &p) != nil || p.Act == "" {
		return string(r.ID) // words that were erased belong to no act any more
	}
	return p.Act
}

func words(steps []model.Step, r model.Record) string {
	if len(steps) == 0 {
		return string(r.Kind)
	}
	text := model.DescribeAll(steps)
	var n model.NoteText
	if len(steps) == 1 && steps[0].Kind == model.KindNote && json.Unmarshal([]byte(steps[0].After), &n) == nil && n.Text != "" {
		text += fmt.Sprintf(", %s", widget.Count(len(strings.Fields(n.Text)), "word", "words"))
	}
	return text
}
