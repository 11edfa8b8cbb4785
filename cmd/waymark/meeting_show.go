package main

import (
	"fmt"
	"strings"

	"github.com/spf13/cobra"

	"waymark/cmd/waymark/internal/table"
	"waymark/model"
	"waymark/model/meeting"
)

// meetingRef is a meeting in a list, as scripts read it.
type meetingRef struct {
	ID       model.MeetingID `json:"id"`
	Date     string          `json:"date"`
	Count    int             `json:"people_count"`
	Areas    []model.AreaID  `json:"areas"`
	Recorded int             `json:"recorded"`
	Later    int             `json:"later"`
	Open     int             `json:"open"`
}

// meetingJSON is a meeting, as scripts read it. Of covered levels it says only
// how many are in.
type meetingJSON struct {
	head
	meetingRef
	People []seatJSON `json:"people"`
	Talks  []talkJSON `json:"talks"`
}

// seatJSON is somebody of a meeting; without name and post while names are hidden.
type seatJSON struct {
	Label string `json:"label"`
	Name  string `json:"name"`
	Post  string `json:"post"`
}

type talkJSON struct {
	Area    model.AreaID `json:"area"`
	Title   string       `json:"title"`
	Round   int          `json:"round"`
	Shown   bool         `json:"shown"`
	In      int          `json:"in"`
	Of      int          `json:"of"`
	Waiting []string     `json:"waiting"`
	Rounds  []roundJSON  `json:"rounds"`
	Asks    []askJSON    `json:"asks"`
	Middle  model.Level  `json:"middle"` // where talk can start; nothing is averaged
	Outcome *outcomeJSON `json:"outcome"`
	Says    string       `json:"says"`
}

// talkDone is an area after something was done with it.
type talkDone struct {
	talkJSON
	DryRun bool `json:"dry_run"`
	Saved  bool `json:"saved"`
}

// roundJSON is one round of rating, empty while it is covered.
type roundJSON struct {
	Number int         `json:"number"`
	Shown  bool        `json:"shown"`
	Levels []columnOf  `json:"levels"`
	Passed []string    `json:"passed"`
	Low    model.Level `json:"low"`
	High   model.Level `json:"high"`
}

type columnOf struct {
	Level  model.Level `json:"level"`
	Word   string      `json:"word"`
	People []string    `json:"people"`
}

type askJSON struct {
	People []string    `json:"people"`
	Level  model.Level `json:"level"`
	Words  string      `json:"words"`
}

type outcomeJSON struct {
	Level model.Level `json:"level"`
	Word  string      `json:"word"`
	Later bool        `json:"later"`
	Why   string      `json:"why"`
}

// naming says what to call each person of the meeting.
func (m *met) naming(hide bool) map[model.PersonID]string {
	naming := meeting.ByPost
	if hide {
		naming = meeting.Hidden
	}
	labels := meeting.Labels(meeting.Seated(m.book, m.meeting), naming)
	if !hide { // by name where there is no post
		for _, p := range meeting.Seated(m.book, m.meeting) {
			if p.Post == "" && p.Name != "" {
				labels[p.ID] = p.Name
			}
		}
	}
	return labels
}

func seatNames(people []model.PersonID, labels map[model.PersonID]string) []string {
	all := []string{}
	for _, p := range people {
		all = append(all, clean(first(labels[p], "Somebody else")))
	}
	return all
}

func (m *met) talk(t model.Talk, labels map[model.PersonID]string) talkJSON {
	scale := m.book.Rubric().Scale
	a, _ := m.book.Rubric().Area(t.Area)
	v := meeting.Now(m.meeting, t, scale.Top())
	d := talkJSON{
		Area: t.Area, Title: clean(a.Title), Round: t.Round.Number, Shown: v.Shown, In: len(v.In), Of: len(v.In) + len(v.Waiting),
		Waiting: seatNames(v.Waiting, labels), Rounds: []roundJSON{}, Asks: []askJSON{}, Middle: v.Middle, Says: v.Spread(),
	}
	for n := 1; n <= t.Round.Number; n++ {
		d.Rounds = append(d.Rounds, m.round(t, n, labels))
	}
	for _, ask := range v.Asks(labels) {
		d.Asks = append(d.Asks, askJSON{seatNames(ask.People, labels), ask.Level, clean(ask.Words)})
	}
	if o := t.Outcome; o != nil {
		d.Outcome = &outcomeJSON{o.Level, clean(scale.Name(o.Level)), o.Later, clean(o.Why)}
	}
	return d
}

func (m *met) round(t model.Talk, n int, labels map[model.PersonID]string) roundJSON {
	scale := m.book.Rubric().Scale
	v := meeting.Round(m.meeting, t, n, scale.Top())
	d := roundJSON{Number: n, Shown: v.Shown, Levels: []columnOf{}, Passed: seatNames(v.Passed, labels), Low: v.Low, High: v.High}
	if v.Shown {
		for _, c := range v.Columns {
			d.Levels = append(d.Levels, columnOf{c.Level, clean(scale.Name(c.Level)), seatNames(c.People, labels)})
		}
	}
	return d
}

// talkText is one area: the levels side by side once they are shown, who to ask
// first, and how it ended.
func (m *met) talkText(d talkJSON) {
	fmt.Fprintf(m.c.out, "%s %s  %s\n", d.Area, d.Title, d.Says)
	for _, r := range d.Rounds {
		if !r.Shown {
			continue
		}
		if len(d.Rounds) > 1 {
			fmt.Fprintf(m.c.out, "Round %d\n", r.Number)
		}
		m.roundText(r)
	}
	for _, ask := range d.Asks {
		m.c.paragraph("  ", ask.Words)
	}
	switch {
	case d.Outcome != nil:
		m.c.paragraph("", d.Outcome.words())
	case len(d.Asks) > 0: // where all gave the same there is nothing in the middle
		m.c.paragraph("", meeting.View{Middle: d.Middle}.MiddleWords())
	}
}

func (m *met) roundText(r roundJSON) {
	t := table.Table{Columns: []string{"Level", "Who"}}
	for _, c := range r.Levels {
		t.Add(strings.TrimSpace(fmt.Sprintf("%d %s", c.Level, c.Word)), strings.Join(c.People, ", "))
	}
	if len(r.Passed) > 0 {
		t.Add("pass", strings.Join(r.Passed, ", "))
	}
	m.c.table(t)
}

func (o *outcomeJSON) words() string {
	words := strings.TrimSpace(fmt.Sprintf("Recorded: %d %s", o.Level, o.Word))
	if o.Later {
		words = "Left for another day"
	}
	if o.Why != "" {
		words += ": " + o.Why
	}
	return words
}

func (c *cli) meetingListCmd() *cobra.Command {
	return &cobra.Command{
		Use: "list", Short: "List the team meetings of this self-evaluation", Args: cobra.NoArgs,
		Example: "  waymark meeting list\n  waymark meeting list --json",
		RunE: func(cmd *cobra.Command, _ []string) error {
			o, err := c.ofSchool(cmd.Context())
			if err != nil {
				return err
			}
			data := []meetingRef{}
			t := table.Table{Columns: []string{"Date", "People", "Areas", "Recorded", "Later", "Left", "Meeting"}}
			for _, m := range o.book.Evaluation().Meetings {
				d := refOf(m)
				data = append(data, d)
				t.Add(d.Date, fmt.Sprint(d.Count), fmt.Sprint(len(d.Areas)), fmt.Sprint(d.Recorded), fmt.Sprint(d.Later), fmt.Sprint(d.Open), string(d.ID))
			}
			if len(data) == 0 {
				c.say("There is no team meeting yet. Begin one: waymark meeting start --people \"HT: A. Khan; DHT: B. Lee\"")
			}
			return c.print("meetings", data, func() { c.table(t) })
		},
	}
}

func refOf(m model.Meeting) meetingRef {
	d := meetingRef{ID: m.ID, Date: m.Date, Count: len(m.People), Areas: notNil(m.Areas)}
	for _, t := range m.Talks {
		switch {
		case t.Outcome == nil:
			d.Open++
		case t.Outcome.Later:
			d.Later++
		default:
			d.Recorded++
		}
	}
	return d
}

func (c *cli) meetingShowCmd(which *string) *cobra.Command {
	var hide bool
	cmd := &cobra.Command{
		Use: "show [AREA]", Short: "Show a meeting: how the levels lay, and what was recorded",
		Long:    "Shows the meeting, or one area of it. Of levels that are still covered it says\nonly how many are in. The levels given first are kept, whatever was recorded.\nWith --hide-names nobody is named, not even by post.",
		Example: "  waymark meeting show\n  waymark meeting show 2.3 --hide-names --json",
		Args:    c.words(0, 1, "one area"),
		RunE: func(cmd *cobra.Command, args []string) error {
			m, err := c.met(cmd.Context(), *which)
			if err != nil {
				return err
			}
			labels := m.naming(hide)
			if len(args) == 1 {
				_, t, err := m.pickTalk(args[0])
				if err != nil {
					return err
				}
				d := talkDone{talkJSON: m.talk(t, labels)}
				return c.print("meeting-area", d, func() { m.talkText(d.talkJSON) })
			}
			d := m.data(labels, hide)
			return c.print("meeting", d, func() { m.text(d) })
		},
	}
	cmd.Flags().BoolVar(&hide, "hide-names", false, "call people by where they sit")
	return cmd
}

func (m *met) data(labels map[model.PersonID]string, hide bool) meetingJSON {
	d := meetingJSON{head: m.head(), meetingRef: refOf(m.meeting), People: []seatJSON{}, Talks: []talkJSON{}}
	for _, p := range meeting.Seated(m.book, m.meeting) {
		seat := seatJSON{Label: clean(labels[p.ID])}
		if !hide {
			seat.Name, seat.Post = clean(p.Name), clean(p.Post)
		}
		d.People = append(d.People, seat)
	}
	for _, t := range m.meeting.Talks {
		d.Talks = append(d.Talks, m.talk(t, labels))
	}
	return d
}

func (m *met) text(d meetingJSON) {
	var people []string
	for _, p := range d.People {
		who := p.Label
		if p.Name != "" && p.Name != who {
			who += ": " + p.Name
		}
		people = append(people, who)
	}
	m.c.say("Team meeting of %s: %s", d.Date, strings.Join(people, "; "))
	t := table.Table{Columns: []string{"Area", "Name", "Round", "Levels", "Outcome"}}
	for _, talk := range d.Talks {
		outcome := ""
		if talk.Outcome != nil {
			outcome = talk.Outcome.words()
		}
		t.Add(string(talk.Area), talk.Title, fmt.Sprint(talk.Round), talk.Says, outcome)
	}
	m.c.table(t)
}
