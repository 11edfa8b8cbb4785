package main

import (
	"fmt"
	"strings"

	"github.com/spf13/cobra"

	"waymark/cmd/waymark/internal/table"
	"waymark/model"
	"waymark/model/visit"
)

// roomJSON is a room, as scripts read it.
type roomJSON struct {
	Number    int            `json:"number"`
	ID        model.RoomID   `json:"id"`
	Name      string         `json:"name"`
	Stop      model.SlotID   `json:"stop"`
	Phase     model.Phase    `json:"phase"`
	Subject   string         `json:"subject"`
	Place     string         `json:"place"`
	Teacher   string         `json:"teacher"`
	Minutes   int            `json:"minutes"`
	Chosen    bool           `json:"chosen"`
	At        *string        `json:"at"`
	Observers []observerJSON `json:"observers"`
	Lines     int            `json:"lines"`
}

// observerJSON is somebody of the visiting team in a room.
type observerJSON struct {
	Name     string `json:"name"`
	Role     string `json:"role"`
	Position string `json:"position"`
	Answered int    `json:"answered"`
}

func (v *visited) room(r model.Room, list model.Rubric) roomJSON {
	d := roomJSON{
		Number: v.roomNumber(r.ID), ID: r.ID, Name: clean(r.Name()), Stop: r.Slot, Phase: r.Phase, Subject: clean(r.Subject), Place: clean(r.Place),
		Teacher: clean(r.Teacher), Minutes: r.Minutes, Chosen: r.Chosen, At: stamp(r.At), Observers: []observerJSON{}, Lines: len(list.Items()),
	}
	at := map[model.PersonID]int{}
	seat := func(p model.PersonID) *observerJSON {
		if _, ok := at[p]; !ok {
			at[p] = len(d.Observers)
			d.Observers = append(d.Observers, observerJSON{Name: v.name(p)})
		}
		return &d.Observers[at[p]]
	}
	for _, w := range r.Watchers {
		o := seat(w.Person)
		o.Role, o.Position = clean(w.Role), clean(w.Position)
	}
	for _, o := range r.Observed {
		seat(o.Person).Answered++
	}
	return d
}

func (c *cli) roomListCmd(which *string) *cobra.Command {
	return &cobra.Command{
		Use: "list", Short: "List the rooms, with how many lines each observer answered", Args: cobra.NoArgs,
		Example: "  waymark visit room list\n  waymark visit room list --json",
		RunE: func(cmd *cobra.Command, _ []string) error {
			v, err := c.visited(cmd.Context(), *which, model.Reviewer, model.Self)
			if err != nil {
				return err
			}
			list, err := v.checklist(cmd.Context())
			if err != nil {
				return err
			}
			return v.listRooms(list)
		},
	}
}

func (v *visited) listRooms(list model.Rubric) error {
	data := []roomJSON{}
	t := table.Table{Columns: []string{"No.", "Room", "Code", "Minutes", "Chosen", "Stop", "Answered"}}
	for _, r := range v.rooms() {
		d := v.room(r, list)
		data = append(data, d)
		chosen, minutes := "", ""
		if d.Chosen {
			chosen = "chosen"
		}
		if d.Minutes > 0 {
			minutes = fmt.Sprint(d.Minutes)
		}
		t.Add(fmt.Sprint(d.Number), d.Name, d.Teacher, minutes, chosen, string(d.Stop), d.answered())
	}
	if len(data) == 0 {
		v.c.say("There is no room yet. Next: waymark visit room add --phase primary --subject maths")
	} else {
		_, all := visit.Hours(v.visit)
		v.c.say("In all %s. Next: waymark visit room summary", visit.Length(all.Minutes))
	}
	return v.c.print("visit-rooms", data, func() { v.c.table(t) })
}

// answered is how far each observer is: "R. Okafor 20 of 20; A. Shah 12 of 20".
func (d roomJSON) answered() string {
	var all []string
	for _, o := range d.Observers {
		all = append(all, fmt.Sprintf("%s %d of %d", o.Name, o.Answered, d.Lines))
	}
	return strings.Join(all, "; ")
}

// lineJSON is one line of the checklist in a room, as scripts read it.
type lineJSON struct {
	Item    model.ItemID   `json:"item"`
	Group   model.GroupID  `json:"group"`
	Text    string         `json:"text"`
	Answer  string         `json:"answer"` // the team's one answer
	Answers []answeredJSON `json:"answers"`
}

type answeredJSON struct {
	Observer string `json:"observer"`
	Answer   string `json:"answer"`
	Pupils   *int   `json:"pupils"`
	Note     string `json:"note"`
}

// togetherJSON is how far observers in a room gave the same answers.
type togetherJSON struct {
	Observers int            `json:"observers"`
	Same      int            `json:"same"`
	Of        int            `json:"of"`
	Differed  []model.ItemID `json:"differed"`
	Says      string         `json:"says"`
}

func togetherOf(t visit.Together) togetherJSON {
	return togetherJSON{t.Observers, t.Same, t.Of, notNil(t.Differed), t.Words()}
}

func (c *cli) roomShowCmd(which *string) *cobra.Command {
	return &cobra.Command{
		Use: "show ROOM", Short: "Show what was seen in a room, line by line",
		Example: "  waymark visit room show 1\n  waymark visit room show T7 --json",
		Args:    c.words(1, 1, "a room: its number, its code or a part of its name"),
		RunE: func(cmd *cobra.Command, args []string) error {
			v, err := c.visited(cmd.Context(), *which, model.Reviewer, model.Self)
			if err != nil {
				return err
			}
			r, err := v.pickRoom(args[0])
			if err != nil {
				return err
			}
			list, err := v.checklist(cmd.Context())
			if err != nil {
				return err
			}
			return v.showRoom(r, list)
		},
	}
}

func (v *visited) showRoom(r model.Room, list model.Rubric) error {
	d := struct {
		roomJSON
		Items    []lineJSON   `json:"items"`
		Together togetherJSON `json:"together"`
	}{v.room(r, list), v.lines(r, list), togetherOf(visit.Observed(r, list))}
	return v.c.print("visit-room", d, func() {
		long := ""
		if d.Minutes > 0 {
			long = ", " + visit.Length(d.Minutes)
		}
		v.c.say("Room %d: %s%s", d.Number, roomWords(r.RoomText), long)
		for _, o := range d.Observers {
			if o.Role != "" {
				v.c.say("%s: %s", o.Name, strings.TrimSuffix(o.Role+", "+o.Position, ", "))
			}
		}
		v.linesText(d.roomJSON, d.Items)
		v.c.paragraph("", d.Together.Says)
	})
}

func (v *visited) lines(r model.Room, list model.Rubric) []lineJSON {
	all := []lineJSON{}
	for _, g := range list.Groups {
		for _, item := range g.Items {
			joint, _ := visit.Joint(v.visit, r, item.ID)
			line := lineJSON{Item: item.ID, Group: g.ID, Text: clean(item.Text), Answer: clean(joint.Answer), Answers: []answeredJSON{}}
			for _, o := range r.Observed {
				if o.Item == item.ID {
					line.Answers = append(line.Answers, answeredJSON{v.name(o.Person), clean(o.Answer), o.Pupils, clean(o.Note)})
				}
			}
			all = append(all, line)
		}
	}
	return all
}

// linesText is a line of the checklist a row, with a column for each observer.
func (v *visited) linesText(d roomJSON, lines []lineJSON) {
	t := table.Table{Columns: []string{"Line", "What"}}
	for _, o := range d.Observers {
		t.Columns = append(t.Columns, o.Name)
	}
	t.Columns = append(t.Columns, "Note")
	for _, l := range lines {
		row := []string{string(l.Item), v.lineText(l.Text)}
		note := ""
		for _, o := range d.Observers {
			said := ""
			for _, a := range l.Answers {
				if a.Observer == o.Name {
					said, note = a.words(), first(note, a.Note)
				}
			}
			row = append(row, said)
		}
		t.Add(append(row, note)...)
	}
	v.c.table(t)
}

func (a answeredJSON) words() string {
	if a.Pupils == nil {
		return a.Answer
	}
	return fmt.Sprintf("%s, %d of %d pupils", a.Answer, *a.Pupils, model.Sampled)
}

// lineText is a line of the checklist for a table: cut for people, who have the
// sheet, and whole for scripts.
func (v *visited) lineText(text string) string {
	if v.c.flags.plain {
		return clean(text)
	}
	return short(text)
}
