package main

import (
	"context"
	"fmt"
	"strconv"
	"strings"

	"github.com/spf13/cobra"

	"waymark/cmd/waymark/internal/table"
	"waymark/model"
	"waymark/model/visit"
)

func (c *cli) visitGoCmd(which *string) *cobra.Command {
	return &cobra.Command{
		Use: "go STOP", Short: "Say which stop you are at now; notes go there",
		Example: "  waymark visit go 10:15\n  waymark visit go \"book look\" --as \"A. Shah\"",
		Args:    c.words(1, 1, "a stop: its id, its time or a part of its name"),
		RunE: func(cmd *cobra.Command, args []string) error {
			v, err := c.visited(cmd.Context(), *which, model.Reviewer)
			if err != nil {
				return err
			}
			s, err := v.pickStop(args[0])
			if err != nil {
				return err
			}
			return v.act(cmd.Context(), "Now at "+model.Clock(s.Start)+" "+clean(s.Name()), "Next: waymark visit note \"…\"",
				func() ([]model.Change, error) { return v.book.GoTo(v.voice, v.visit.ID, s.ID) })
		},
	}
}

// pickStop finds one stop by its id, its time of day or a part of its name.
func (v *visited) pickStop(typed string) (model.Slot, error) {
	typed = clean(typed)
	var found []model.Slot
	clock, untimed := model.ParseClock(typed)
	for _, s := range v.visit.Slots {
		switch {
		case string(s.ID) == typed, strings.EqualFold(s.Name(), typed):
			return s, nil
		case untimed == nil && s.Start == clock, untimed != nil && typed != "" && strings.Contains(strings.ToLower(s.Name()), strings.ToLower(typed)):
			found = append(found, s)
		}
	}
	switch len(found) {
	case 1:
		return found[0], nil
	case 0:
		return model.Slot{}, notFound("stop_not_found", "See waymark visit agenda.", stopNames(v.visit.Slots), "This visit has no stop “%s”. It has:", typed)
	}
	return model.Slot{}, notFound("ambiguous_stop", "Type the id.", stopNames(found), "“%s” could be any of these stops:", typed)
}

func stopNames(all []model.Slot) []string {
	var names []string
	for _, s := range all {
		names = append(names, fmt.Sprintf("%s  %s  %s", s.ID, model.Clock(s.Start), clean(s.Name())))
	}
	return names
}

func (c *cli) visitOverrunCmd(which *string) *cobra.Command {
	var take string
	cmd := &cobra.Command{
		Use: "overrun [MINUTES]", Short: "See what can make up for minutes lost, and do it",
		Long:    "Offers what can be done when the present stop takes longer: borrow from a\nbreak, shorten a stop or drop one. The end of the day stays where it was\nagreed. Without MINUTES it is how far over the present stop is now.",
		Example: "  waymark visit overrun 10\n  waymark visit overrun 10 --take borrow",
		Args:    c.words(0, 1, "a number of minutes"),
		RunE: func(cmd *cobra.Command, args []string) error {
			v, err := c.visited(cmd.Context(), *which, model.Reviewer)
			if err != nil {
				return err
			}
			return v.overrun(cmd.Context(), args, clean(take))
		},
	}
	cmd.Flags().StringVar(&take, "take", "", "do this `ONE` of what is offered: borrow, shorten, drop or free")
	return cmd
}

func (v *visited) overrun(ctx context.Context, args []string, take string) error {
	over := visit.PaceOf(v.visit, v.voice.Person, v.ws.clock().Local()).By
	if len(args) == 1 {
		n, err := strconv.Atoi(args[0])
		if err != nil || n < 1 {
			return usage("Type a number of 1 or more.", "“%s” is not a number of minutes. Nothing was changed.", clean(args[0]))
		}
		over = n
	}
	here, ok := v.visit.At(v.voice.Person)
	if !ok {
		return usage("Say where you are: waymark visit go STOP", "You are at no stop yet. Nothing was changed.")
	}
	offers := visit.Remedies(v.visit, here.Slot, over)
	if take == "" {
		return v.offer(over, offers)
	}
	var ids []string
	for _, r := range offers {
		if r.ID == take {
			return v.act(ctx, clean(r.Words), "See it: waymark visit agenda",
				func() ([]model.Change, error) { return v.book.SetSlots(v.voice, v.visit.ID, r.Slots) })
		}
		ids = append(ids, r.ID+"  "+clean(r.Words))
	}
	return notFound("no_such_offer", "See waymark visit overrun.", ids, "“%s” is not possible here. Nothing was changed. What is:", take)
}

func (v *visited) offer(over int, offers []visit.Remedy) error {
	type offerJSON struct {
		ID    string `json:"id"`
		Words string `json:"words"`
	}
	data := []offerJSON{}
	t := table.Table{Columns: []string{"Take", "What it does"}}
	for _, r := range offers {
		data = append(data, offerJSON{r.ID, clean(r.Words)})
		t.Add(r.ID, r.Words)
	}
	if len(offers) == 0 {
		v.c.say("There is nothing to make up for, or nothing left that could.")
	} else {
		v.c.say("%s over. Next: waymark visit overrun %d --take %s", plural(over, "minute", "minutes"), over, offers[0].ID)
	}
	return v.c.print("visit-overrun", map[string]any{"minutes": over, "offers": data}, func() { v.c.table(t) })
}

// stopFlags are what visit stop can change.
type stopFlags struct {
	title, place, start, kind, areas string
	minutes, day                     int
	drop, remove                     bool
}

func (c *cli) visitStopCmd(which *string) *cobra.Command {
	var f stopFlags
	cmd := &cobra.Command{
		Use: "stop [STOP]", Short: "Change a stop of the day; without STOP add one",
		Example: "  waymark visit stop 10:15 --place \"Years 3 and 4\"\n  waymark visit stop --start 15:00 --minutes 20 --kind staff-voice",
		Args:    c.words(0, 1, "a stop: its id, its time or a part of its name"),
		RunE: func(cmd *cobra.Command, args []string) error {
			v, err := c.visited(cmd.Context(), *which, model.Reviewer)
			if err != nil {
				return err
			}
			return v.changeStop(cmd, args, f)
		},
	}
	cmd.Flags().StringVar(&f.title, "title", "", "what happens there")
	cmd.Flags().StringVar(&f.place, "place", "", "where, or with whom")
	cmd.Flags().StringVar(&f.start, "start", "", "when it begins, such as 10:15")
	cmd.Flags().IntVar(&f.minutes, "minutes", 0, "how long it lasts")
	cmd.Flags().IntVar(&f.day, "day", 1, "which day of the visit")
	cmd.Flags().StringVar(&f.kind, "kind", "", "what kind of stop: "+slotKinds())
	cmd.Flags().StringVar(&f.areas, "areas", "", "what it looks at: a `LIST` of areas with commas between")
	cmd.Flags().BoolVar(&f.drop, "drop", false, "leave it out: there is no time for it; --drop=false takes it back")
	cmd.Flags().BoolVar(&f.remove, "remove", false, "take it out of the day; its notes stay")
	return cmd
}

func slotKinds() string {
	var all []string
	for _, k := range model.SlotKinds() {
		all = append(all, string(k))
	}
	return strings.Join(all, ", ")
}

func (v *visited) changeStop(cmd *cobra.Command, args []string, f stopFlags) error {
	var s model.Slot
	var err error
	if len(args) == 1 {
		if s, err = v.pickStop(args[0]); err != nil {
			return err
		}
		if f.remove {
			return v.act(cmd.Context(), "Took the stop out", undoing, func() ([]model.Change, error) { return v.book.RemoveSlot(v.voice, v.visit.ID, s.ID) })
		}
	} else {
		s = v.freshStop(f.day)
	}
	set := cmd.Flags().Changed
	if set("start") {
		if s.Start, err = model.ParseClock(f.start); err != nil {
			return err
		}
	}
	if set("areas") {
		if s.Areas, err = parseAreas(v.book.Rubric(), f.areas); err != nil {
			return err
		}
	}
	for _, text := range []struct {
		flag, typed string
		to          *string
	}{{"title", f.title, &s.Title}, {"place", f.place, &s.Place}, {"kind", f.kind, (*string)(&s.Kind)}} {
		if set(text.flag) {
			*text.to = text.typed
		}
	}
	if set("minutes") {
		s.Minutes = f.minutes
	}
	if set("drop") {
		s.Dropped = f.drop
	}
	words := fmt.Sprintf("The stop at %s is %s, %s", model.Clock(s.Start), clean(s.Name()), plural(s.Minutes, "minute", "minutes"))
	if s.Dropped {
		words = clean(s.Name()) + " is left out: there is no time for it"
	}
	return v.act(cmd.Context(), words, undoing, func() ([]model.Change, error) { return v.book.SetSlot(v.voice, v.visit.ID, s.ID, s.Stop) })
}

// freshStop is a stop of a day with an id that no other has had.
func (v *visited) freshStop(day int) model.Slot {
	n := 1
	for {
		id := model.SlotID(fmt.Sprintf("%d-%d", day, n))
		if _, taken := v.visit.Slot(id); !taken && !v.noted(id) {
			return model.Slot{ID: id, Stop: model.Stop{Day: day}}
		}
		n++
	}
}

// noted reports whether any note was taken at a stop of that id.
func (v *visited) noted(id model.SlotID) bool {
	for _, n := range v.book.Evaluation().VisitNotes(v.visit.ID) {
		if n.Slot == id {
			return true
		}
	}
	return false
}
