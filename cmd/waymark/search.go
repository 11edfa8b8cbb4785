package main

import (
	"context"
	"strings"

	"github.com/spf13/cobra"

	"waymark/cmd/waymark/internal/table"
	"waymark/model"
)

func (c *cli) searchCmd() *cobra.Command {
	return &cobra.Command{
		Use: "search TEXT…", Short: "Find notes by the words in them, in every year",
		Example: "  waymark search phonics\n  waymark search \"green pen\" --school \"Alder Lane\" --json",
		Args:    c.words(1, -1, "the words to find"),
		RunE:    func(cmd *cobra.Command, args []string) error { return c.search(cmd.Context(), strings.Join(args, " ")) },
	}
}

// hitJSON is a note that was found, as scripts read it.
type hitJSON struct {
	School     schoolRef          `json:"school"`
	Evaluation model.EvaluationID `json:"self_evaluation"`
	Year       model.Year         `json:"year"`
	Area       model.AreaID       `json:"area"`
	Note       model.NoteID       `json:"note"`
	Text       string             `json:"text"`
	Source     string             `json:"source"`
	Private    bool               `json:"private"`
}

func (c *cli) search(ctx context.Context, words string) error {
	w, err := c.open(ctx)
	if err != nil {
		return err
	}
	var in model.SchoolID
	if c.flags.school != "" {
		school, err := c.pickSchool(ctx, w)
		if err != nil {
			return err
		}
		in = school.ID
	}
	hits, err := w.store.Search(ctx, clean(words), in)
	if err != nil {
		return err
	}
	names, years, err := w.whereabouts(ctx)
	if err != nil {
		return err
	}
	data := []hitJSON{}
	t := table.Table{Columns: []string{"School", "Year", "Area", "Note"}}
	for _, h := range hits {
		if c.flags.year != "" && string(years[h.Evaluation]) != c.flags.year {
			continue
		}
		n := h.Note
		data = append(data, hitJSON{schoolRef{h.School, names[h.School]}, h.Evaluation, years[h.Evaluation], n.Area, n.ID, model.CleanBlock(n.Text), clean(n.Source), n.Private})
		t.Add(names[h.School], string(years[h.Evaluation]), string(n.Area), short(n.Text))
	}
	if len(data) == 0 {
		c.nothingFound(words)
	}
	return c.print("search", data, func() { c.table(t) })
}

// whereabouts names every school and the year of every evaluation.
func (w *workspace) whereabouts(ctx context.Context) (map[model.SchoolID]string, map[model.EvaluationID]model.Year, error) {
	names, years := map[model.SchoolID]string{}, map[model.EvaluationID]model.Year{}
	schools, err := w.store.Schools(ctx)
	if err != nil {
		return nil, nil, err
	}
	for _, s := range schools {
		names[s.ID] = clean(s.Name)
		all, err := w.store.Evaluations(ctx, s.ID)
		if err != nil {
			return nil, nil, err
		}
		for _, e := range all {
			years[e.ID] = e.Year
		}
	}
	return names, years, nil
}

// nothingFound says so, and which areas have a word near to what was typed.
func (c *cli) nothingFound(words string) {
	said := "Nothing matches “" + clean(words) + "”."
	if r, err := shippedCalled(standard); err == nil {
		if near := nearAreas(r, clean(words)); len(near) > 0 {
			said += " These areas come near: " + strings.Join(near, "; ")
		}
	}
	c.say("%s", said)
}

// short is the start of a text on one line.
func short(s string) string {
	const most = 60
	r := []rune(clean(s))
	if len(r) <= most {
		return string(r)
	}
	return strings.TrimRight(string(r[:most-1]), " ") + "…"
}
