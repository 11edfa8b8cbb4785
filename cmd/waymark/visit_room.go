package main

import (
	"context"
	"errors"
	"fmt"
	"slices"
	"strconv"
	"strings"

	"github.com/spf13/cobra"

	"waymark/model"
	"waymark/ui/checklist"
)

// visitRoomCmd holds what is seen in rooms with the checklist of the visit.
func (c *cli) visitRoomCmd(which *string) *cobra.Command {
	return c.noun("room", "What is seen in rooms, with the checklist of the visit",
		"  waymark visit room add --phase primary --subject maths --teacher T7\n  waymark visit room rate 1 1.1=seen 1.2=partly 1.4=2/3",
		c.roomListCmd(which), c.roomAddCmd(which), c.roomEditCmd(which), c.roomShowCmd(which), c.roomRateCmd(which),
		c.roomWatchCmd(which), c.roomRemoveCmd(which), c.roomSummaryCmd(which))
}

// checklist is the list that the visit uses in rooms, as it was when the visit
// was planned.
func (v *visited) checklist(ctx context.Context) (model.Rubric, error) {
	if v.visit.Checklist == "" {
		return shippedCalled("lesson-visit")
	}
	r, err := v.ws.rubric(ctx, v.visit.Checklist)
	if errors.Is(err, model.ErrNotFound) {
		return r, notFound("checklist_not_found", "Install the file it came from: waymark rubric install FILE", nil, "The checklist of this visit is not on this computer. Nothing was changed.")
	}
	return r, err
}

// pickRoom finds one room by its number in the list, its id, the code of who
// teaches there, or a part of its name.
func (v *visited) pickRoom(typed string) (model.Room, error) {
	typed = clean(typed)
	all := v.rooms()
	if len(all) == 0 {
		return model.Room{}, notFound("no_room", "Enter one: waymark visit room add", nil, "There is no room on this visit yet. Nothing was changed.")
	}
	if n, err := strconv.Atoi(typed); err == nil && n >= 1 && n <= len(all) {
		return all[n-1], nil
	}
	var found []model.Room
	for _, r := range all {
		switch {
		case string(r.ID) == typed:
			return r, nil
		case typed == "":
		case strings.EqualFold(r.Teacher, typed), strings.Contains(strings.ToLower(r.Name()), strings.ToLower(typed)), len(typed) > 5 && strings.Contains(string(r.ID), typed):
			found = append(found, r)
		}
	}
	switch len(found) {
	case 1:
		return found[0], nil
	case 0:
		return model.Room{}, notFound("room_not_found", "Type the number of one. Nothing was changed.", v.roomNames(all), "This visit has no room “%s”. It has:", typed)
	}
	return model.Room{}, notFound("ambiguous_room", "Type the number. Nothing was changed.", v.roomNames(found), "“%s” could be any of these rooms:", typed)
}

func (v *visited) roomNames(all []model.Room) []string {
	var names []string
	for _, r := range all {
		names = append(names, fmt.Sprintf("%d  %s", v.roomNumber(r.ID), roomWords(r.RoomText)))
	}
	return names
}

// rooms lists the rooms in the order in which they were entered; a number keeps
// its room when more is said of it.
func (v *visited) rooms() []model.Room { return checklist.Rooms(v.visit) }

// roomNumber is where a room stands in the list, from 1.
func (v *visited) roomNumber(id model.RoomID) int {
	return slices.IndexFunc(v.rooms(), func(r model.Room) bool { return r.ID == id }) + 1
}

// roomWords is a room with the code of who teaches there.
func roomWords(r model.RoomText) string {
	words := clean(r.Name())
	if r.Teacher != "" {
		words += ", " + clean(r.Teacher)
	}
	return words
}

// roomFlags are what room add and room edit can say.
type roomFlags struct {
	phase, subject, place, teacher, stop string
	minutes                              int
	chosen                               bool
}

func (f *roomFlags) add(cmd *cobra.Command) {
	flags := cmd.Flags()
	flags.StringVar(&f.phase, "phase", "", "which phase: "+phasesTyped())
	flags.StringVar(&f.subject, "subject", "", "what is taught there")
	flags.StringVar(&f.place, "place", "", "which room, such as \"Room 4\"")
	flags.StringVar(&f.teacher, "teacher", "", "a `CODE` such as T7 that only the school can read; never a name")
	flags.StringVar(&f.stop, "stop", "", "at which `STOP` of the day (else the one you are at)")
	flags.IntVar(&f.minutes, "minutes", 0, "how long you were there")
	flags.BoolVar(&f.chosen, "chosen", false, "the school chose this room as a possible example; --chosen=false takes it back")
}

func phasesTyped() string {
	var all []string
	for _, p := range model.Phases() {
		all = append(all, string(p))
	}
	return strings.Join(all, ", ")
}

// onto is a room with what the flags say of it.
func (f *roomFlags) onto(v *visited, cmd *cobra.Command, r model.RoomText) (model.RoomText, error) {
	set := cmd.Flags().Changed
	for _, text := range []struct {
		flag, typed string
		to          *string
	}{{"subject", f.subject, &r.Subject}, {"place", f.place, &r.Place}, {"teacher", f.teacher, &r.Teacher}} {
		if set(text.flag) {
			*text.to = text.typed
		}
	}
	if set("phase") {
		r.Phase = model.Phase(strings.ToLower(clean(f.phase)))
	}
	if set("minutes") {
		r.Minutes = f.minutes
	}
	if set("chosen") {
		r.Chosen = f.chosen
	}
	if set("stop") {
		s, err := v.pickStop(f.stop)
		if err != nil {
			return r, err
		}
		r.Slot = s.ID
	}
	return r, nil
}

func (c *cli) roomAddCmd(which *string) *cobra.Command {
	var f roomFlags
	cmd := &cobra.Command{
		Use: "add", Short: "Enter a room: phase, subject, place and a code, never a name", Args: cobra.NoArgs,
		Long: "Enters a room at the stop you are at. A room is known by its phase and\nsubject. Whoever teaches there may have a code such as T7 that only the school\ncan read; a name is refused. What is seen in rooms is for the school as a\nwhole, and goes into no appraisal.",
		Example: "  waymark visit room add --phase primary --subject maths --place \"Room 4\" --teacher T7\n" +
			"  waymark visit room add --subject science --chosen --minutes 20",
		RunE: func(cmd *cobra.Command, _ []string) error {
			v, err := c.visited(cmd.Context(), *which, model.Reviewer)
			if err != nil {
				return err
			}
			var here model.RoomText
			if at, ok := v.visit.At(v.voice.Person); ok {
				here.Slot = at.Slot
			}
			r, err := f.onto(v, cmd, here)
			if err != nil {
				return err
			}
			number := len(v.visit.Rooms) + 1
			words := fmt.Sprintf("Entered room %d: %s", number, roomWords(r))
			return v.act(cmd.Context(), words, fmt.Sprintf("Next: waymark visit room rate %d 1.1=seen", number),
				func() ([]model.Change, error) {
					return v.book.SetRoom(v.voice, v.visit.ID, model.RoomID(v.ws.newID()), r)
				})
		},
	}
	f.add(cmd)
	return cmd
}

func (c *cli) roomEditCmd(which *string) *cobra.Command {
	var f roomFlags
	cmd := &cobra.Command{
		Use: "edit ROOM", Short: "Say more of a room, such as how long you were there",
		Example: "  waymark visit room edit 3 --minutes 25\n  waymark visit room edit T7 --subject geography",
		Args:    c.words(1, 1, "a room: its number, its code or a part of its name"),
		RunE: func(cmd *cobra.Command, args []string) error {
			v, room, err := c.inRoom(cmd.Context(), *which, args[0])
			if err != nil {
				return err
			}
			r, err := f.onto(v, cmd, room.RoomText)
			if err != nil {
				return err
			}
			return v.act(cmd.Context(), fmt.Sprintf("Changed room %d: %s", v.roomNumber(room.ID), roomWords(r)), undoing,
				func() ([]model.Change, error) { return v.book.SetRoom(v.voice, v.visit.ID, room.ID, r) })
		},
	}
	f.add(cmd)
	return cmd
}

// inRoom opens the visit as its reviewer, at one of its rooms.
func (c *cli) inRoom(ctx context.Context, which, typed string) (*visited, model.Room, error) {
	v, err := c.visited(ctx, which, model.Reviewer)
	if err != nil {
		return nil, model.Room{}, err
	}
	r, err := v.pickRoom(typed)
	return v, r, err
}

func (c *cli) roomRemoveCmd(which *string) *cobra.Command {
	return &cobra.Command{
		Use: "remove ROOM", Short: "Take a room out of the visit",
		Example: "  waymark visit room remove 3\n  waymark visit room remove T7 --dry-run",
		Args:    c.words(1, 1, "a room: its number, its code or a part of its name"),
		RunE: func(cmd *cobra.Command, args []string) error {
			v, r, err := c.inRoom(cmd.Context(), *which, args[0])
			if err != nil {
				return err
			}
			return v.act(cmd.Context(), "Took out the room "+roomWords(r.RoomText), undoing,
				func() ([]model.Change, error) { return v.book.RemoveRoom(v.voice, v.visit.ID, r.ID) })
		},
	}
}

func (c *cli) roomWatchCmd(which *string) *cobra.Command {
	return &cobra.Command{
		Use: "watch ROOM [ROLE [POSITION]]", Short: "Say which role and position you take in a room",
		Long:    "Says from where, and for what, you look in a room. Without ROLE it is what was\nagreed for you when the team was named; without POSITION it is the usual one of\nthe role. The checklist has the roles and the positions.",
		Example: "  waymark visit room watch 3 pupil-watcher front-corner\n  waymark visit room watch 3 --as \"A. Shah\"",
		Args:    c.words(1, 3, "a room, and a role and a position of the checklist"),
		RunE: func(cmd *cobra.Command, args []string) error {
			v, r, err := c.inRoom(cmd.Context(), *which, args[0])
			if err != nil {
				return err
			}
			w, err := v.watching(cmd.Context(), args[1:])
			if err != nil {
				return err
			}
			words := fmt.Sprintf("%s is %s in room %d", v.name(v.voice.Person), strings.TrimSuffix(w.Role+", "+w.Position, ", "), v.roomNumber(r.ID))
			return v.act(cmd.Context(), words, undoing, func() ([]model.Change, error) { return v.book.Watch(v.voice, v.visit.ID, r.ID, w) })
		},
	}
}

// watching is a role and a position as typed, or as agreed with the team.
func (v *visited) watching(ctx context.Context, typed []string) (model.Watching, error) {
	list, err := v.checklist(ctx)
	if err != nil {
		return model.Watching{}, err
	}
	var w model.Watching
	for _, m := range v.visit.Team {
		if m.Person == v.voice.Person {
			w = model.Watching{Role: m.Role, Position: m.Position}
		}
	}
	agreed := w
	var roles, positions [][2]string
	for _, r := range list.Roles {
		roles = append(roles, [2]string{r.ID, r.Title})
	}
	for _, p := range list.Positions {
		positions = append(positions, [2]string{p.ID, p.Title})
	}
	if len(typed) > 0 {
		if w.Role, err = oneOf("role", typed[0], roles); err != nil {
			return w, err
		}
	}
	if len(typed) == 1 && (w.Role != agreed.Role || w.Position == "") {
		w.Position = checklist.List{Rubric: list}.PlaceOf(w.Role)
	}
	if len(typed) > 1 {
		if w.Position, err = oneOf("position", typed[1], positions); err != nil {
			return w, err
		}
	}
	if w.Role == "" {
		_, err = oneOf("role", "", roles)
	}
	return w, err
}

// oneOf finds something of the checklist by its id or its title.
func oneOf(what, typed string, all [][2]string) (string, error) {
	typed = clean(typed)
	var names []string
	for _, one := range all {
		if typed != "" && (strings.EqualFold(one[0], typed) || strings.EqualFold(one[1], typed)) {
			return one[0], nil
		}
		names = append(names, clean(one[0])+"  "+clean(one[1]))
	}
	if typed == "" {
		return "", notFound("no_"+what, "Type one of these after the room. Nothing was changed.", names, "No %s was agreed for you. There are:", what)
	}
	return "", notFound(what+"_not_found", "Type one of these. Nothing was changed.", names, "The checklist has no %s “%s”. It has:", what, typed)
}
