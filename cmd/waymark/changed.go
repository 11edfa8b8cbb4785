package main

import (
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"strings"

	"waymark/model"
)

// stepJSON is one thing that changed, as scripts read it.
type stepJSON struct {
	Kind    model.EventKind `json:"kind"`
	Subject model.Subject   `json:"subject"` // with the id of what it is, last
	Area    model.AreaID    `json:"area"`
	Role    model.Role      `json:"role"`
	Before  json.RawMessage `json:"before"`
	After   json.RawMessage `json:"after"`
	Says    string          `json:"says"`
	Hidden  bool            `json:"hidden,omitempty"`
}

// changedJSON is what a command that changes something prints.
type changedJSON struct {
	Changed []stepJSON `json:"changed"`
	DryRun  bool       `json:"dry_run"`
	Saved   bool       `json:"saved"`
}

// printChanged prints what changed for scripts; people read it on stderr.
func (o *opened) printChanged(steps []model.Step) error {
	if !o.c.flags.json {
		return nil
	}
	return o.c.printJSON("changed", changedJSON{o.steps(steps), o.c.flags.dryRun, !o.c.flags.dryRun && len(steps) > 0}, nil)
}

func (o *opened) steps(steps []model.Step) []stepJSON {
	all := []stepJSON{}
	for _, s := range steps {
		j := stepJSON{Kind: s.Kind, Subject: s.Subject, Area: s.Area, Role: s.Role, Says: o.describe(s)}
		if o.untold(s) {
			j.Hidden = true
		} else {
			j.Before, j.After = safeValue(s.Before), safeValue(s.After)
		}
		all = append(all, j)
	}
	return all
}

// safeValue is a value whose texts are made safe to show.
func safeValue(value string) json.RawMessage {
	var v any
	if json.Unmarshal([]byte(value), &v) != nil {
		return json.RawMessage("null")
	}
	text, err := json.Marshal(safeTexts(v))
	if err != nil {
		return json.RawMessage("null")
	}
	return text
}

func safeTexts(v any) any {
	switch v := v.(type) {
	case string:
		return model.CleanBlock(v)
	case []any:
		for i := range v {
			v[i] = safeTexts(v[i])
		}
	case map[string]any:
		for k := range v {
			v[k] = safeTexts(v[k])
		}
	}
	return v
}

// undoing is what can be typed next after most changes.
const undoing = "Undo: waymark undo"

// done says what changed and what can be typed next.
func (o *opened) done(said, next string) {
	if o.c.flags.dryRun {
		o.c.say("Would be done: %s. Nothing was changed.", said)
		return
	}
	o.c.say("%s. %s", said, next)
}

// nothing passes on every error but the one that says that a change would
// change nothing: that is done already.
func (o *opened) nothing(err error) error {
	if !errors.Is(err, model.ErrNothing) {
		return err
	}
	o.c.say("Nothing to change: it is so already.")
	return o.printChanged(nil)
}

// act carries out one rule and says what it did, in the words given or in
// those of the steps, and what can be typed next.
func (o *opened) act(ctx context.Context, rule func() ([]model.Change, error), words, next string) error {
	if err := o.work(ctx); err != nil {
		return err
	}
	changes, err := rule()
	if err != nil {
		return o.nothing(err)
	}
	steps, err := o.apply(ctx, changes, nil)
	if err != nil {
		return o.nothing(err)
	}
	o.done(first(words, o.describeAll(steps)), next)
	return o.printChanged(steps)
}

// describeAll joins what the steps of one act did, the first three by name.
func (o *opened) describeAll(steps []model.Step) string {
	var said []string
	for _, s := range steps {
		said = append(said, o.describe(s))
	}
	const most = 3
	if len(said) > most {
		said = append(said[:most], fmt.Sprintf("and %d more", len(said)-most))
	}
	return sentence(strings.Join(said, ", "))
}
