package main

import (
	"errors"
	"fmt"
	"strconv"

	"github.com/spf13/cobra"

	"waymark/cmd/waymark/internal/table"
	"waymark/rubrics"
	"waymark/rubrics/schema"
)

// templateJSON is a page to fill in, as scripts read it.
type templateJSON struct {
	ID       string        `json:"id"`
	Title    string        `json:"title"`
	Language string        `json:"language"`
	Licence  string        `json:"licence"`
	Source   string        `json:"source"`
	Intro    string        `json:"intro"`
	Pages    int           `json:"pages"` // the most sides of A4, 0 for no limit
	Sections []sectionJSON `json:"sections"`
}

type sectionJSON struct {
	ID      string `json:"id"`
	Title   string `json:"title"`
	Prompt  string `json:"prompt"`
	Example string `json:"example"`
	Limit   int    `json:"limit"` // the most characters, 0 for no limit
}

func templateData(f rubrics.Form) templateJSON {
	data := templateJSON{f.ID, f.Title, f.Language, f.Licence, f.Source, f.Intro, f.Pages, []sectionJSON{}}
	for _, s := range f.Sections {
		data.Sections = append(data.Sections, sectionJSON(s))
	}
	return data
}

func (c *cli) templateList() error {
	data := []templateJSON{}
	t := table.Table{Columns: []string{"Template", "Title", "Holds"}}
	for _, id := range rubrics.TemplateIDs() {
		f, err := rubrics.Template(id)
		if err != nil {
			return err
		}
		data = append(data, templateData(f))
		t.Add(f.ID, f.Title, formHolds(f))
	}
	return c.print("templates", data, func() { c.table(t) })
}

func formHolds(f rubrics.Form) string {
	words := plural(len(f.Sections), "section", "sections")
	if f.Pages > 0 {
		words += ", at most " + plural(f.Pages, "side", "sides") + " of A4"
	}
	return words
}

func (c *cli) templateShow(id string) error {
	f, err := rubrics.Template(id)
	if errors.Is(err, rubrics.ErrUnknown) {
		return notFound("template_not_found", "See waymark rubric list --templates.", rubrics.TemplateIDs(), "There is no template “%s”.", clean(id))
	}
	if err != nil {
		return err
	}
	return c.print("template", templateData(f), func() { c.templateText(f) })
}

// templateText is a page to fill in, for reading.
func (c *cli) templateText(f rubrics.Form) {
	if c.flags.plain {
		t := table.Table{Columns: []string{"Section", "Title", "Prompt", "Limit", "Example"}}
		for _, s := range f.Sections {
			t.Add(s.ID, s.Title, s.Prompt, strconv.Itoa(s.Limit), s.Example)
		}
		c.table(t)
		return
	}
	fmt.Fprintln(c.out, c.bold(clean(f.Title)))
	c.paragraph("", f.Intro)
	if f.Pages > 0 {
		c.paragraph("", "It must fit on "+plural(f.Pages, "side", "sides")+" of A4.")
	}
	for _, s := range f.Sections {
		fmt.Fprintln(c.out)
		fmt.Fprintln(c.out, c.bold(clean(s.Title)))
		c.paragraph("", s.Prompt)
		if s.Limit > 0 {
			c.paragraph("", fmt.Sprintf("At most %d characters.", s.Limit))
		}
		c.paragraph("An invented example: ", s.Example)
	}
}

func (c *cli) rubricSchemaCmd() *cobra.Command {
	return &cobra.Command{
		Use: "schema", Short: "Print the JSON Schema of a rubric file, for editors", Args: cobra.NoArgs,
		Long:    "Prints what may stand in a rubric file, as a JSON Schema. Many editors complete\nentries and mark slips when the first line of a file names it:\n  # yaml-language-server: $schema=rubric.schema.json",
		Example: "  waymark rubric schema > rubric.schema.json\n  waymark rubric schema | less",
		RunE:    func(*cobra.Command, []string) error { return c.printSchema() },
	}
}

func (c *cli) printSchema() error {
	_, err := c.out.Write(schema.JSON())
	return err
}
