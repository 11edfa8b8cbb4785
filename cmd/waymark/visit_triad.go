package main

import (
	"context"
	"fmt"
	"strings"
	"time"

	"github.com/spf13/cobra"

	"waymark/cmd/waymark/internal/table"
	"waymark/model"
	"waymark/model/visit"
)

// triadJSON is a year of visits among three schools, or a round of coaching
// among three people, as scripts read it.
type triadJSON struct {
	Schools   []string       `json:"schools"`
	Year      model.Year     `json:"year"`
	Questions []string       `json:"questions"`
	Visits    []directedJSON `json:"visits"`
	People    []string       `json:"people"`
	Turns     []turnJSON     `json:"turns"`
	DryRun    bool           `json:"dry_run"`
	Saved     int            `json:"saved"`
}

// directedJSON is one visit of the plan. State says what became of it: plan; or,
// with --save, written, there, past or elsewhere.
type directedJSON struct {
	Number  int           `json:"number"`
	Term    visit.Term    `json:"term"`
	Half    int           `json:"half"`
	Week    int           `json:"week"`
	When    string        `json:"when"`
	Date    string        `json:"suggested_date"`
	Visitor string        `json:"visitor"`
	Host    string        `json:"host"`
	State   string        `json:"state"`
	Visit   model.VisitID `json:"visit"`
	moved   bool          // its day was typed
}

type turnJSON struct {
	Coach    string `json:"coach"`
	Coached  string `json:"coached"`
	Observer string `json:"observer"`
	Says     string `json:"says"`
}

func (c *cli) visitTriadCmd() *cobra.Command {
	var f triadFlags
	cmd := &cobra.Command{
		Use: "triad SCHOOL SCHOOL SCHOOL", Short: "Plan a year in which three schools visit each other every term",
		Long: "Plans who visits whom: six visits a term, eighteen a year, so that every school\nhosts twice and visits twice each term. Each visit opens with the questions\nagreed in advance. Weeks and dates are suggestions: schools know their own.\n\n" +
			"--save writes down the visits to come that schools in this database host, each\nin its self-evaluation of the year. With --coaching the three are people who\ntake the three roles of coaching in turn.",
		Example: "  waymark visit triad \"Alder Lane\" \"Birch Road\" \"Cedar Hill\" --save\n  waymark visit triad --coaching \"A. Shah\" \"B. Lee\" \"C. Diaz\"",
		Args:    c.words(3, 3, "three names"),
		RunE: func(cmd *cobra.Command, args []string) error {
			if f.coaching {
				return c.coaching([3]string(args), f)
			}
			return c.triad(cmd.Context(), [3]string(args), f)
		},
	}
	cmd.Flags().StringArrayVar(&f.questions, "question", nil, "a question that every visit opens with; may be repeated (else three that come with Waymark)")
	cmd.Flags().StringArrayVar(&f.dates, "date", nil, "the day of one visit, such as 4=2026-10-08; may be repeated")
	cmd.Flags().BoolVar(&f.coaching, "coaching", false, "three people coach each other in turn")
	cmd.Flags().BoolVar(&f.save, "save", false, "write down the visits that schools here host")
	return cmd
}

// triadFlags are what visit triad can say beside three names.
type triadFlags struct {
	questions, dates []string
	coaching, save   bool
}

func (c *cli) coaching(names [3]string, f triadFlags) error {
	if f.save || len(f.dates)+len(f.questions) > 0 {
		return usage("Leave the others out.", "Only a plan for schools has questions, dates and something to save. Nothing was changed.")
	}
	names, err := visit.CheckTriad(names)
	if err != nil {
		return usage("Type three different names.", "These are not three people. Nothing was changed.")
	}
	d := triadJSON{Schools: []string{}, Questions: []string{}, Visits: []directedJSON{}, People: names[:], Turns: []turnJSON{}}
	t := table.Table{Columns: []string{"Turn", "Coach", "Is coached", "Watches"}}
	for i, turn := range visit.Coaching(names) {
		d.Turns = append(d.Turns, turnJSON{turn.Coach, turn.Coached, turn.Observer, turn.Words()})
		t.Add(fmt.Sprint(i+1), turn.Coach, turn.Coached, turn.Observer)
	}
	return c.print("triad", d, func() { c.table(t) })
}

// triad plans the year and, where asked, writes down what schools here host.
func (c *cli) triad(ctx context.Context, names [3]string, f triadFlags) error {
	clock, err := c.flags.clock()
	if err != nil {
		return err
	}
	year := model.YearOf(clock().Local())
	if c.flags.year != "" {
		if year, err = model.ParseYear(c.flags.year); err != nil {
			return err
		}
	}
	if names, err = visit.CheckTriad(names); err != nil {
		return err
	}
	questions := f.questions
	if len(questions) == 0 {
		for _, q := range visit.DefaultQuestions() {
			questions = append(questions, c.own(q))
		}
	}
	d := triadJSON{Schools: names[:], Year: year, Questions: cleaned(questions), Visits: []directedJSON{}, People: []string{}, Turns: []turnJSON{}, DryRun: c.flags.dryRun}
	for i, v := range visit.Triad(names, year, questions) {
		d.Visits = append(d.Visits, directedJSON{
			Number: i + 1, Term: v.Term, Half: v.Half, Week: v.Week, When: v.When(), Date: v.Day().Format(time.DateOnly),
			Visitor: v.Visitor, Host: v.Host, State: "plan",
		})
	}
	if err := d.move(f.dates); err != nil {
		return err
	}
	if f.save {
		if err := c.saveTriad(ctx, &d, questions); err != nil {
			return err
		}
	}
	return c.print("triad", d, func() { c.triadText(d, f.save) })
}

// move gives visits the days that were typed, as NUMBER=DATE.
func (d *triadJSON) move(typed []string) error {
	for _, one := range typed {
		var n int
		number, date, _ := strings.Cut(clean(one), "=")
		_, bad := fmt.Sscanf(number, "%d", &n)
		if _, err := time.Parse(time.DateOnly, date); err != nil || bad != nil || n < 1 || n > len(d.Visits) {
			return usage("Type the number of a visit and a day, such as 4=2026-10-08.", "“%s” is not a visit of this plan and a day. Nothing was changed.", clean(one))
		}
		d.Visits[n-1].Date, d.Visits[n-1].moved = date, true
	}
	return nil
}

func (c *cli) triadText(d triadJSON, save bool) {
	t := table.Table{Columns: []string{"No.", "When", "Suggested day", "Visits", "Host"}}
	if save {
		t.Columns = append(t.Columns, "")
	}
	for _, v := range d.Visits {
		row := []string{fmt.Sprint(v.Number), v.When, v.Date, v.Visitor, v.Host}
		if save {
			row = append(row, stateWords(v.State))
		}
		t.Add(row...)
	}
	c.table(t)
	if c.flags.plain {
		return
	}
	fmt.Fprintln(c.out)
	for _, q := range d.Questions {
		c.paragraph("  ? ", q)
	}
	c.say("Each school hosts twice and visits twice a term. Weeks and days are suggestions: schools know their own.")
	if !save {
		c.say("To write down what schools here host, add --save; to move one, --date 4=2026-10-08.")
	}
}

func stateWords(state string) string {
	switch state {
	case "written":
		return "written down"
	case "there":
		return "there already"
	case "past":
		return "the day is past"
	case "elsewhere":
		return "kept by the host"
	}
	return ""
}
