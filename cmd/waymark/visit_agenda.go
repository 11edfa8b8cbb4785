package main

import (
	"fmt"
	"strings"

	"github.com/spf13/cobra"

	"waymark/cmd/waymark/internal/table"
	"waymark/model"
	"waymark/model/visit"
)

// stopJSON is a stop of the day, as scripts read it.
type stopJSON struct {
	ID      model.SlotID   `json:"id"`
	Day     int            `json:"day"`
	Start   string         `json:"start"`
	Minutes int            `json:"minutes"`
	Kind    model.SlotKind `json:"kind"`
	Name    string         `json:"name"`
	Place   string         `json:"place"`
	Areas   []model.AreaID `json:"areas"`
	State   string         `json:"state"` // to-come, now, done or dropped
	Notes   int            `json:"notes"`
	Spent   int            `json:"spent"`
}

// agendaJSON is the day of a visit, as scripts read it.
type agendaJSON struct {
	visitRef
	Stops    []stopJSON     `json:"agenda"`
	Pace     paceJSON       `json:"pace"`
	Coverage coverageJSON   `json:"coverage"`
	Thin     []model.AreaID `json:"thin"`
}

type paceJSON struct {
	State visit.Running `json:"state"`
	By    int           `json:"minutes"`
	Says  string        `json:"says"`
}

type coverageJSON struct {
	With []model.AreaID                `json:"with_evidence"`
	Of   []model.AreaID                `json:"focus"`
	Next map[model.AreaID]model.SlotID `json:"next_chance"`
	Says string                        `json:"says"`
	Thin string                        `json:"thin_says"`
}

func (c *cli) visitAgendaCmd(which *string) *cobra.Command {
	return &cobra.Command{
		Use: "agenda", Short: "Show the day: stops, pace, and which areas have no evidence yet", Args: cobra.NoArgs,
		Example: "  waymark visit agenda\n  waymark visit agenda --as \"A. Shah\" --json",
		RunE: func(cmd *cobra.Command, _ []string) error {
			v, err := c.visited(cmd.Context(), *which, model.Reviewer, model.Self)
			if err != nil {
				return err
			}
			d := v.agenda()
			return c.print("agenda", d, func() { v.agendaText(d) })
		},
	}
}

func (v *visited) agenda() agendaJSON {
	now := v.now()
	pace := visit.PaceOf(now, v.who(), v.ws.clock().Local())
	here, _ := now.At(v.who())
	cover := visit.Cover(v.book.Evaluation(), now, here.Slot)
	return agendaJSON{
		visitRef: v.visitRef(now), Stops: v.stops(now), Thin: notNil(cover.Thin),
		Pace:     paceJSON{pace.Running, pace.By, pace.Words()},
		Coverage: coverageJSON{notNil(cover.With), notNil(cover.Focus), cover.Next, cover.Words(), cover.ThinWords()},
	}
}

// who is whose day is shown: the lead's to the school.
func (v *visited) who() model.PersonID {
	if v.voice.Role == model.Reviewer {
		return v.voice.Person
	}
	return v.visit.Lead
}

// stops is the day as this person goes through it.
func (v *visited) stops(now model.Visit) []stopJSON {
	notes := map[model.SlotID]int{}
	for _, n := range v.book.Evaluation().VisitNotes(now.ID) {
		notes[n.Slot]++
	}
	here, gone := now.At(v.who())
	pace := visit.PaceOf(now, v.who(), v.ws.clock().Local())
	all := []stopJSON{}
	before := gone
	for _, s := range now.Slots {
		d := stopJSON{
			ID: s.ID, Day: s.Day, Start: model.Clock(s.Start), Minutes: s.Minutes, Kind: s.Kind,
			Name: clean(s.Name()), Place: clean(s.Place), Areas: notNil(s.Areas), State: "to-come", Notes: notes[s.ID],
		}
		switch {
		case s.Dropped:
			d.State = "dropped"
		case gone && s.ID == here.Slot && !now.Closed:
			d.State, d.Spent = "now", pace.Spent
		case now.Closed || before:
			d.State = "done"
		}
		if s.ID == here.Slot {
			before = false
		}
		all = append(all, d)
	}
	return all
}

func (v *visited) agendaText(d agendaJSON) {
	if date, ok := visit.Date(v.visit, 1); ok && !v.c.flags.plain {
		fmt.Fprintln(v.c.out, v.c.bold(date.Format("Monday 2 January")+"   Lead reviewer "+d.Lead))
	}
	t := table.Table{Columns: []string{"", "Time", "Stop", "Areas", "", "Id"}}
	day := 0
	for _, s := range d.Stops {
		mark, start := "", s.Start
		if s.State == "now" {
			mark = ">"
		}
		if s.Day > 1 && s.Day != day {
			start = fmt.Sprintf("Day %d %s", s.Day, s.Start)
		}
		day = s.Day
		t.Add(mark, start, s.Name, ids(s.Areas), stopWords(s), string(s.ID))
	}
	v.c.table(t)
	v.c.say("Pace: %s. %s.", d.Pace.Says, d.Coverage.Says)
	v.c.say("%s", d.Coverage.Thin)
	v.c.say("Next: waymark visit note \"…\", or waymark visit go STOP")
}

// stopWords is how far a stop is: "now: 12 of 30 minutes".
func stopWords(s stopJSON) string {
	switch s.State {
	case "now":
		return fmt.Sprintf("now: %d of %s", s.Spent, plural(s.Minutes, "minute", "minutes"))
	case "done":
		return strings.TrimSuffix("done, "+plural(s.Notes, "note", "notes"), ", 0 notes")
	case "dropped":
		return "left out"
	}
	return plural(s.Minutes, "minute", "minutes")
}
