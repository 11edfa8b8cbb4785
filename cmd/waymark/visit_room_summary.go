package main

import (
	"fmt"
	"strings"

	"github.com/spf13/cobra"

	"waymark/cmd/waymark/internal/table"
	"waymark/model"
	"waymark/model/visit"
	"waymark/ui/checklist"
)

// findingsJSON is what was seen in rooms put together, as scripts read it.
type findingsJSON struct {
	Visit     visitRef     `json:"visit"`
	Checklist checklistRef `json:"checklist"`
	Rooms     []columnJSON `json:"rooms"`
	Items     []findJSON   `json:"items"`
	Teachers  []timeJSON   `json:"teachers"`
	Time      timeJSON     `json:"time"`
	Compared  string       `json:"compared"` // the date of the earlier visit
	Says      []string     `json:"says"`
}

type checklistRef struct {
	ID      string   `json:"id"`
	Title   string   `json:"title"`
	Hash    string   `json:"hash"`
	Answers []string `json:"answers"`
}

// columnJSON is a room of the grid.
type columnJSON struct {
	Number   int            `json:"number"`
	ID       model.RoomID   `json:"id"`
	Name     string         `json:"name"`
	Phase    model.Phase    `json:"phase"`
	Subject  string         `json:"subject"`
	Teacher  string         `json:"teacher"`
	Minutes  int            `json:"minutes"`
	Chosen   bool           `json:"chosen"`
	Observed bool           `json:"observed"`
	Together togetherJSON   `json:"together"`
	Seen     []model.ItemID `json:"seen"`
}

// seenJSON counts answers in rooms.
type seenJSON struct {
	Seen    int `json:"seen"`
	Partly  int `json:"partly"`
	Not     int `json:"not_seen"`
	Outside int `json:"not_applicable"`
	Could   int `json:"could"`
}

func seenOf(s visit.Seen) seenJSON { return seenJSON{s.Full, s.Partly, s.Not, s.Outside, s.Could()} }

type phaseJSON struct {
	Phase model.Phase `json:"phase"`
	seenJSON
}

type pupilsJSON struct {
	Doing int `json:"doing"`
	Of    int `json:"of"`
}

// findJSON is a line of the checklist across the rooms: its answers in the
// order of the rooms, and what they come to.
type findJSON struct {
	Item    model.ItemID  `json:"item"`
	Group   model.GroupID `json:"group"`
	Text    string        `json:"text"`
	Answers []string      `json:"answers"`
	seenJSON
	Phases []phaseJSON `json:"phases"`
	Pupils pupilsJSON  `json:"pupils"`
	Before *seenJSON   `json:"before"`
	Trend  visit.Trend `json:"trend"`
	Says   []string    `json:"says"`
}

type timeJSON struct {
	Teacher string `json:"teacher"`
	Rooms   int    `json:"rooms"`
	Minutes int    `json:"minutes"`
	Untimed int    `json:"untimed"`
	Says    string `json:"says"`
}

func timeOf(t visit.Time) timeJSON {
	return timeJSON{clean(t.Teacher), t.Rooms, t.Minutes, t.Untimed, clean(t.Words())}
}

func (c *cli) roomSummaryCmd(which *string) *cobra.Command {
	return &cobra.Command{
		Use: "summary", Short: "Put together what was seen: how often, and in which phase", Args: cobra.NoArgs,
		Long:    "Sets every line of the checklist beside every room and says in how many rooms\nit was seen, of those where it could have been. Where two observed together it\nsays how often they gave the same answer. Under eight rooms no trend is\nclaimed. Hours are told by teacher code, and nobody is named.",
		Example: "  waymark visit room summary\n  waymark visit room summary --visit 2026-09-24 --json",
		RunE: func(cmd *cobra.Command, _ []string) error {
			v, err := c.visited(cmd.Context(), *which, model.Reviewer, model.Self)
			if err != nil {
				return err
			}
			list, err := v.checklist(cmd.Context())
			if err != nil {
				return err
			}
			others, err := v.ws.visitsElsewhere(cmd.Context(), v.school.ID, v.sum.ID)
			if err != nil {
				return err
			}
			now := v.visit
			now.Rooms = v.rooms()
			f := visit.Synthesis(now, list, append(others, v.whole.Evaluation().Visits...)...)
			d := v.findings(f, list)
			return c.print("rooms", d, func() { v.findingsText(d) })
		},
	}
}

func (v *visited) findings(f visit.Findings, list model.Rubric) findingsJSON {
	d := findingsJSON{
		Visit: v.visitRef(v.visit), Checklist: checklistRef{clean(list.ID), clean(list.Title), list.Hash(), cleaned(list.Answers)},
		Rooms: []columnJSON{}, Items: []findJSON{}, Teachers: []timeJSON{}, Time: timeOf(f.Time), Compared: clean(f.Compared), Says: cleaned(f.Words),
	}
	d.Time.Says = "In all " + visit.Length(f.Time.Minutes)
	for i, r := range f.Rooms {
		d.Rooms = append(d.Rooms, columnJSON{
			i + 1, r.ID, clean(r.Room.Name()), r.Room.Phase, clean(r.Room.Subject), clean(r.Room.Teacher), r.Room.Minutes, r.Room.Chosen,
			r.Observed, togetherOf(r.Together), notNil(r.Lines),
		})
	}
	for _, l := range f.Items {
		d.Items = append(d.Items, findOf(l, f.Compared))
	}
	for _, t := range f.Teachers {
		d.Teachers = append(d.Teachers, timeOf(t))
	}
	return d
}

func findOf(l visit.ItemLine, compared string) findJSON {
	d := findJSON{
		Item: l.Item.ID, Group: l.Group, Text: clean(l.Item.Text), Answers: cleaned(l.Answers), seenJSON: seenOf(l.Seen), Phases: []phaseJSON{},
		Pupils: pupilsJSON{l.Pupils.Doing, l.Pupils.Of}, Trend: l.Trend, Says: cleaned(l.Words(compared)),
	}
	for _, p := range l.Phases {
		d.Phases = append(d.Phases, phaseJSON{p.Phase, seenOf(p.Seen)})
	}
	if l.Before != nil {
		before := seenOf(*l.Before)
		d.Before = &before
	}
	return d
}

// findingsText is the grid, then each line in words.
func (v *visited) findingsText(d findingsJSON) {
	if len(d.Rooms) == 0 {
		v.c.say("There is no room yet. Next: waymark visit room add --phase primary --subject maths")
		return
	}
	t := table.Table{Columns: []string{"Line"}}
	for _, r := range d.Rooms {
		t.Columns = append(t.Columns, fmt.Sprint(r.Number))
	}
	t.Columns = append(t.Columns, "Seen in", "What")
	for _, l := range d.Items {
		row := []string{string(l.Item)}
		for _, a := range l.Answers {
			row = append(row, v.mark(a))
		}
		t.Add(append(row, fmt.Sprintf("%d of %d", l.Seen, l.Could), v.lineText(l.Text))...)
	}
	v.c.table(t)
	if v.c.flags.plain {
		return
	}
	v.c.paragraph("", "s seen, p partly, n not seen, na not applicable, . no answer.")
	v.roomsText(d)
	for _, l := range d.Items {
		v.c.paragraph(string(l.Item)+"  ", strings.Join(l.Says, " "))
	}
	fmt.Fprintln(v.c.out)
	for _, line := range d.Says {
		v.c.paragraph("", line)
	}
	for _, one := range d.Teachers {
		v.c.paragraph("  ", one.Says)
	}
}

// mark is an answer in a narrow column.
func (v *visited) mark(answer string) string {
	switch short := initials(answer); {
	case answer == "":
		return "."
	case checklist.Outside(answer):
		return short
	default:
		return string([]rune(short)[:1])
	}
}

// roomsText says what the numbers of the grid stand for, which rooms the school
// chose, and how alike those were who observed together.
func (v *visited) roomsText(d findingsJSON) {
	fmt.Fprintln(v.c.out)
	for _, r := range d.Rooms {
		words := r.Name
		if r.Teacher != "" {
			words += ", " + r.Teacher
		}
		if r.Chosen {
			words += ". The school chose it as a possible example"
		}
		v.c.paragraph(fmt.Sprintf("%d  ", r.Number), strings.TrimSpace(words+". "+r.Together.Says))
	}
	fmt.Fprintln(v.c.out)
}
