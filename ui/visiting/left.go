package visiting

import (
	"cmp"
	"slices"

	"waymark/model/arrange"
	"waymark/ui/env"
	"waymark/ui/jot"
	"waymark/ui/task"
)

// WasTyping is the status of a place that opens on words from before the program
// was cut short.
const WasTyping = "This is what you were typing. Enter files it, Esc keeps it."

// Left lists what an earlier run was cut short at in the visit in progress, by
// the names that NewLine was given, the newest first. What has been opened
// since is no longer among them.
func Left(e *env.Env) []string {
	if e.Brought == nil || e.Desk == nil {
		return nil
	}
	drafts := slices.Clone(e.Brought.Drafts)
	arrange.By(drafts, func(a, b task.Draft) int { return cmp.Compare(b.At, a.At) })
	var all []string
	for _, d := range drafts {
		if v, what, ok := jot.Of(d.Key); ok && v == e.Visiting.Visit && d.Evaluation == e.Desk.Book.EvaluationID() {
			all = append(all, what)
		}
	}
	return all
}
