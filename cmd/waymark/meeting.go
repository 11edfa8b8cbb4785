package main

import (
	"context"
	"fmt"
	"slices"
	"strings"
	"time"

	"github.com/spf13/cobra"

	"waymark/model"
	"waymark/model/meeting"
)

// meetingCmd holds the team meeting. Which meeting is meant is one flag of them all.
func (c *cli) meetingCmd() *cobra.Command {
	which := new(string)
	cmd := c.noun("meeting", "Judge areas as a team: everybody's level covered, then shown together",
		"  waymark meeting start --people \"HT: A. Khan; DHT: B. Lee\" --areas 2.3,4.1\n  waymark meeting vote 2.3 2 --as \"B. Lee\"",
		c.meetingStartCmd(), c.meetingVoteCmd(which), c.meetingRevealCmd(which), c.meetingRecordCmd(which), c.meetingAgainCmd(which),
		c.meetingLaterCmd(which), c.meetingListCmd(), c.meetingShowCmd(which))
	cmd.PersistentFlags().StringVar(which, "meeting", "", "which meeting, by its `ID`, a part of it or its date (else the one that goes on)")
	return cmd
}

// met is a team meeting, and the evaluation it belongs to.
type met struct {
	*opened
	meeting model.Meeting
}

// ofSchool opens the evaluation for a meeting. Meetings are the school's own.
func (c *cli) ofSchool(ctx context.Context) (*opened, error) {
	if c.flags.role != "" && model.Role(c.flags.role) != model.Self {
		return nil, usage("Leave --role out.", "A team meeting is the school's own. Nothing was changed.")
	}
	return c.evaluation(ctx)
}

// met opens the meeting called which.
func (c *cli) met(ctx context.Context, which string) (*met, error) {
	o, err := c.ofSchool(ctx)
	if err != nil {
		return nil, err
	}
	m, err := o.pickMeeting(which)
	return &met{o, m}, err
}

// pickMeeting finds a meeting by a part of its id or its date; without one it
// is the last that has something left to talk about, else the last.
func (o *opened) pickMeeting(which string) (model.Meeting, error) {
	all := o.book.Evaluation().Meetings
	if len(all) == 0 {
		return model.Meeting{}, notFound("no_meeting", "Begin one: waymark meeting start --people \"HT: A. Khan; DHT: B. Lee\"", nil, "There is no team meeting of %s yet.", clean(o.school.Name))
	}
	which = clean(which)
	if which == "" {
		for _, m := range slices.Backward(all) {
			if _, more := m.Next(""); more {
				return m, nil
			}
		}
		return all[len(all)-1], nil
	}
	var found []model.Meeting
	for _, m := range all {
		if m.Date == which || strings.Contains(string(m.ID), which) {
			found = append(found, m)
		}
	}
	switch len(found) {
	case 1:
		return found[0], nil
	case 0:
		return model.Meeting{}, notFound("meeting_not_found", "See waymark meeting list.", meetingNames(all), "There is no team meeting “%s”. There are:", which)
	}
	return model.Meeting{}, notFound("ambiguous_meeting", "Type more of the id.", meetingNames(found), "“%s” could be any of these meetings:", which)
}

func meetingNames(all []model.Meeting) []string {
	var names []string
	for _, m := range all {
		names = append(names, string(m.ID)+"  "+m.Date+"  "+plural(len(m.Areas), "area", "areas"))
	}
	return names
}

// now is the meeting as it stands after what was changed.
func (m *met) now() model.Meeting {
	now, err := m.book.Meeting(m.meeting.ID)
	if err != nil {
		return m.meeting
	}
	return now
}

// pickTalk finds one area of the meeting.
func (m *met) pickTalk(typed string) (model.Area, model.Talk, error) {
	area, err := pickArea(m.book.Rubric(), typed)
	if err != nil {
		return area, model.Talk{}, err
	}
	t, ok := m.meeting.Area(area.ID)
	if !ok {
		return area, t, notFound("area_not_in_meeting", "Type one of these. Nothing was changed.", m.areaNames(), "%s is not talked about in this meeting. It is about:", clean(area.Name()))
	}
	return area, t, nil
}

func (m *met) areaNames() []string {
	var names []string
	for _, id := range m.meeting.Areas {
		a, _ := m.book.Rubric().Area(id)
		names = append(names, clean(a.Name()))
	}
	return names
}

// anybody asks whose level it is.
func (m *met) anybody(ctx context.Context) (model.PersonID, error) {
	labels := m.naming(false)
	var names []string
	for _, p := range m.meeting.People {
		names = append(names, clean(labels[p]))
	}
	at, err := m.c.choose(ctx, "Whose level is it?", names, &failure{
		exit: exitQuestion, code: "whose_level", message: "Whose level is it? Nothing was changed. In the meeting are:",
		hint: "Add --as and one of these.", matches: names,
	})
	if err != nil {
		return "", err
	}
	return m.meeting.People[at], nil
}

// seated finds somebody of the meeting by name, post or place.
func (m *met) seated(typed string) (model.PersonID, error) {
	typed = clean(typed)
	people := meeting.Seated(m.book, m.meeting)
	labels := meeting.Labels(people, meeting.ByPost)
	var found []model.PersonID
	var names []string
	for _, p := range people {
		if typed != "" && (string(p.ID) == typed || strings.EqualFold(p.Name, typed) || strings.EqualFold(labels[p.ID], typed)) {
			found = append(found, p.ID)
		}
		names = append(names, clean(strings.TrimPrefix(labels[p.ID]+": "+p.Name, ": ")))
	}
	if len(found) == 1 {
		return found[0], nil
	}
	return "", notFound("not_in_meeting", "Type a name or a post of these. Nothing was changed.", names, "“%s” is not one person of this meeting. In it are:", typed)
}

func (c *cli) meetingStartCmd() *cobra.Command {
	var people, areas, date string
	cmd := &cobra.Command{
		Use: "start", Short: "Begin a team meeting: who is here, and which areas", Args: cobra.NoArgs,
		Long:    "Begins a team meeting. --people names everybody in the order in which they sit,\nwith semicolons between, as \"HT: A. Khan\" or \"A. Khan, headteacher\". Without\n--areas it is about areas that are flagged, judged with low confidence, or on\nwhich two people differ already.",
		Example: "  waymark meeting start --people \"HT: A. Khan; DHT: B. Lee; SENDCo: C. Diaz\"\n  waymark meeting start --people \"A. Khan; B. Lee\" --areas 2.3,4.1 --date 2026-09-24",
		RunE: func(cmd *cobra.Command, _ []string) error {
			o, err := c.ofSchool(cmd.Context())
			if err != nil {
				return err
			}
			return o.startMeeting(cmd.Context(), people, areas, date)
		},
	}
	cmd.Flags().StringVar(&people, "people", "", "who is here: a `LIST` such as \"HT: A. Khan; DHT: B. Lee\"")
	cmd.Flags().StringVar(&areas, "areas", "", "what to talk about: a `LIST` of areas with commas between")
	cmd.Flags().StringVar(&date, "date", "", "the `DAY`, such as 2026-09-24 (else today)")
	return cmd
}

func (o *opened) startMeeting(ctx context.Context, people, areas, date string) error {
	start := model.MeetingStart{Date: first(clean(date), o.ws.clock().Local().Format(time.DateOnly))}
	var err error
	if start.Areas, err = parseAreas(o.book.Rubric(), areas); err != nil {
		return err
	}
	if len(start.Areas) == 0 {
		me, _ := o.ws.speaker(o.book, model.Self)
		start.Areas = meeting.Areas(meeting.Suggested(o.book, me.ID))
	}
	if len(start.Areas) == 0 {
		return usage("Add --areas, such as --areas 2.3,4.1", "Nothing is flagged, unsure or judged in two ways, so no area is suggested. Nothing was changed.")
	}
	ids, named, err := o.attending(people)
	if err != nil {
		return err
	}
	start.People = ids
	return o.begin(ctx, start, named)
}

// begin writes the meeting down, after the people who are new, and prints it
// with the id that scripts call it by.
func (o *opened) begin(ctx context.Context, start model.MeetingStart, named []model.Change) error {
	if err := o.work(ctx); err != nil {
		return err
	}
	id := model.MeetingID(o.ws.newID())
	started, err := o.book.StartMeeting(o.desk.Voice, id, start)
	if _, err := o.apply(ctx, append(named, started...), err); err != nil {
		return err
	}
	began, err := o.book.Meeting(id)
	if err != nil {
		return err
	}
	o.done(fmt.Sprintf("Began a team meeting of %s about %s", plural(len(start.People), "person", "people"), plural(len(start.Areas), "area", "areas")),
		"Next: waymark meeting vote "+string(began.Areas[0])+" LEVEL --as NAME")
	m := &met{o, began}
	if !o.c.flags.json {
		return nil
	}
	return o.c.print("meeting", m.data(m.naming(false), false), func() {})
}

// attending reads who is here, with the changes that name those who are new.
func (o *opened) attending(typed string) (ids []model.PersonID, named []model.Change, err error) {
	for one := range strings.FieldsFuncSeq(typed, func(r rune) bool { return r == ';' || r == '\n' }) {
		if clean(one) == "" {
			continue
		}
		name, post := meeting.NameAndPost(one)
		if name == "" {
			return nil, nil, usage("Type a name after the colon.", "“%s” has no name. Nothing was changed.", clean(post))
		}
		id, isNew := o.personCalled(name, post)
		if slices.Contains(ids, id) || slices.ContainsFunc(named, sameName(isNew)) {
			return nil, nil, usage("Name everybody once.", "“%s” is there twice. Nothing was changed.", name)
		}
		ids, named = append(ids, id), append(named, isNew...)
	}
	if len(ids) == 0 {
		return nil, nil, usage("Add --people, such as --people \"HT: A. Khan; DHT: B. Lee\".", "Who is here? Nothing was changed.")
	}
	return ids, named, nil
}
