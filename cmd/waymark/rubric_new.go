package main

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"unicode"

	"github.com/spf13/cobra"

	"waymark/model"
	"waymark/rubrics"
	"waymark/rubrics/exchange/yaml"
)

// blank is the template that is meant when none is named.
const blank = "blank"

// newFlags say what a new rubric starts from.
type newFlags struct{ from, template, output string }

func (c *cli) rubricNewCmd() *cobra.Command {
	var f newFlags
	cmd := &cobra.Command{
		Use: "new NAME", Short: "Start a rubric of your own from a page with comments, or from another rubric",
		Long:    "Writes a file to start from: a page with comments, a copy of another rubric, or\na form to fill in. The file is called after NAME, and is never written over\nanother. Under the id of the rubric it is copied from, it is its next edition.",
		Example: "  waymark rubric new \"Our quality\" --from whole-school\n  waymark rubric new our-rubric",
		Args:    c.words(1, 1, "the name of the new rubric"),
		RunE:    func(cmd *cobra.Command, args []string) error { return c.rubricNew(cmd.Context(), args[0], f) },
	}
	cmd.Flags().StringVar(&f.from, "from", "", "copy this `RUBRIC`: an id, an id@edition or a file")
	cmd.Flags().StringVar(&f.template, "template", "", "start from a template: "+strings.Join(templates(), ", ")+" (else blank)")
	cmd.Flags().StringVar(&f.output, "output", "", "the `FILE` to write, or - for stdout (else NAME.yaml)")
	return cmd
}

func templates() []string { return append([]string{blank}, rubrics.TemplateIDs()...) }

func (c *cli) rubricNew(ctx context.Context, name string, f newFlags) error {
	if f.from != "" && f.template != "" {
		return usage("Choose one of the two.", "--from and --template cannot be used together.")
	}
	id, title, err := called(name)
	if err != nil {
		return err
	}
	text, err := c.draft(ctx, id, title, f)
	if err != nil {
		return err
	}
	if f.output == "-" {
		_, err := c.out.Write(text)
		return err
	}
	path := first(f.output, id+".yaml")
	if c.flags.dryRun {
		c.say("Would write %s. Nothing was changed.", clean(path))
	} else if err := writeNew(path, text); err != nil {
		return err
	} else if f.template == "" || f.template == blank {
		c.say("Wrote %s. Next: waymark rubric edit %s", clean(path), clean(path))
	} else {
		c.say("Wrote %s. Put your own words in place of each example: waymark rubric edit %s", clean(path), clean(path))
	}
	return c.print("rubric-new", map[string]any{"path": clean(path), "id": id, "title": title, "dry_run": c.flags.dryRun}, func() {})
}

// called is the id and the title of a new rubric by its name.
func called(name string) (id, title string, err error) {
	title = clean(strings.Map(visible, name))
	for _, ext := range []string{".yaml", ".yml"} {
		title = strings.TrimSuffix(title, ext)
	}
	id = strings.Trim(strings.Map(func(r rune) rune {
		switch {
		case r < unicode.MaxASCII && (unicode.IsLetter(r) || unicode.IsDigit(r)), r == '.', r == '_':
			return unicode.ToLower(r)
		case r == '’', r == '\'':
			return -1
		}
		return '-'
	}, title), "-._")
	id = regexp.MustCompile(`-+`).ReplaceAllString(id, "-")
	id = strings.Trim(id[:min(len(id), 64)], "-._")
	if id == "" || len(title) > 300 {
		return "", "", usage("Use letters and digits, such as our-rubric.", "“%s” cannot be the name of a rubric. Nothing was made.", clean(name))
	}
	return id, title, nil
}

// visible leaves out what nobody can see, which a rubric file may not hold.
func visible(r rune) rune {
	if unicode.IsSpace(r) || unicode.IsPrint(r) && (r < 0xe0000 || r > 0xe0fff) && !strings.ContainsRune("\u034f\u115f\u1160\u180e\u3164\uffa0", r) {
		return r
	}
	return -1
}

// draft is the text of the new file. It is read back before it is given out: a
// file to start from must not start with faults.
func (c *cli) draft(ctx context.Context, id, title string, f newFlags) ([]byte, error) {
	clock, err := c.flags.clock()
	if err != nil {
		return nil, err
	}
	edition := clock().Format("2006")
	switch {
	case f.from != "":
		r, err := c.rubricNamed(ctx, f.from)
		if err != nil {
			return nil, err
		}
		return copied(r, id, title, edition)
	case f.template == "" || f.template == blank:
		text := []byte(strings.NewReplacer("id: ID\n", "id: "+quoted(id)+"\n", `"EDITION"`, `"`+edition+`"`, "title: TITLE\n", "title: "+quoted(title)+"\n", "--rubric ID", "--rubric "+id, " FILE ", " "+id+".yaml ").Replace(blankRubric))
		_, err := rubrics.Read(id+".yaml", bytes.NewReader(text))
		return text, err
	case slices.Contains(rubrics.TemplateIDs(), f.template):
		form, err := rubrics.Template(f.template)
		if err != nil {
			return nil, err
		}
		return formText(form, id, title)
	}
	return nil, usage("Use one of: "+strings.Join(templates(), ", ")+".", "There is no template “%s”. Nothing was made.", clean(f.template))
}

// copied is a rubric as a file of its own: the next edition where it keeps its
// id, else another rubric that says where it came from.
func copied(r model.Rubric, id, title, edition string) ([]byte, error) {
	source := fmt.Sprintf("%s, edition %s", r.Title, r.Edition)
	if r.ID == id {
		if r.Edition == edition {
			edition += "-2"
		}
		title = r.Title
	} else if r.Licence != "" {
		source += ", under " + r.Licence
	}
	r.Source = strings.TrimSpace("Adapted from " + source + ". " + r.Source)
	r.ID, r.Title, r.Edition, r.Comparable = id, title, edition, nil
	r.Crosswalk = slices.DeleteFunc(slices.Clone(r.Crosswalk), func(x model.Crossing) bool { return x.Rubric == id })
	var b bytes.Buffer
	if _, err := yaml.Write(&b, r); err != nil {
		return nil, err
	}
	return append([]byte(copiedHead), b.Bytes()...), nil
}

const copiedHead = `# A copy to make your own. Lines that start with # are for you; Waymark does not read them.
# Keep the codes of areas that stay, so that answers can go with them from one edition to the next:
# waymark rubric diff OLD NEW says what changed, and waymark assess migrate carries a self-evaluation over.
# If levels mean the same as in an earlier edition, write below the source: comparable: ["that edition"].
`

// formText is a form to fill in, as a file.
func formText(form rubrics.Form, id, title string) ([]byte, error) {
	var b strings.Builder
	line := func(indent, name, value string) {
		if value != "" {
			fmt.Fprintf(&b, "%s%s: %s\n", indent, name, value)
		}
	}
	b.WriteString("# A form to fill in. Put your own words in place of each example; the prompts say what belongs there.\n")
	if form.Pages > 0 {
		fmt.Fprintf(&b, "# It has to fit on %s of A4, so each section has a limit in characters.\n", plural(form.Pages, "side", "sides"))
	}
	b.WriteString("waymark: template/1\n")
	line("", "id", quoted(id))
	line("", "title", quoted(title))
	line("", "language", form.Language)
	line("", "licence", quoted(form.Licence))
	line("", "source", quoted("Adapted from “"+form.Title+"” of Waymark. "+form.Source))
	if form.Pages > 0 {
		line("", "pages", fmt.Sprint(form.Pages))
	}
	line("", "intro", folded(form.Intro, 2))
	b.WriteString("sections:\n")
	for _, s := range form.Sections {
		fmt.Fprintf(&b, "  - id: %s\n", s.ID)
		line("    ", "title", quoted(s.Title))
		line("    ", "prompt", folded(s.Prompt, 6))
		line("    ", "example", folded(s.Example, 6))
		if s.Limit > 0 {
			line("    ", "limit", fmt.Sprint(s.Limit))
		}
	}
	back, err := rubrics.ReadTemplate(id+".yaml", strings.NewReader(b.String()))
	if err != nil {
		return nil, fmt.Errorf("write form: %w", err)
	}
	if len(back.Sections) != len(form.Sections) {
		return nil, errors.New("write form: sections were lost")
	}
	return []byte(b.String()), nil
}

// quoted is one line of text as YAML writes text that must stay text.
func quoted(text string) string {
	if text == "" {
		return ""
	}
	return `"` + strings.NewReplacer(`\`, `\\`, `"`, `\"`).Replace(clean(text)) + `"`
}

// folded is running text as YAML folds it: paragraphs with a line between.
func folded(text string, indent int) string {
	if strings.TrimSpace(text) == "" {
		return ""
	}
	lead := strings.Repeat(" ", indent)
	words := ">-"
	for i, p := range strings.FieldsFunc(text, func(r rune) bool { return r == '\n' }) {
		if i > 0 {
			words += "\n"
		}
		line := ""
		for _, w := range strings.Fields(p) {
			if line != "" && len(line)+1+len(w) > 116 {
				words, line = words+"\n"+lead+line, ""
			}
			line = strings.TrimSpace(line + " " + w)
		}
		words += "\n" + lead + line
	}
	return words
}

// writeNew writes a file that is not there yet, whole.
func writeNew(path string, text []byte) error {
	shown := clean(filepath.Base(path))
	f, err := os.OpenFile(path, os.O_WRONLY|os.O_CREATE|os.O_EXCL, 0o644)
	switch {
	case errors.Is(err, fs.ErrExist):
		return &failure{exit: exitFailed, code: "file_exists", message: fmt.Sprintf("There is a file “%s” already. Nothing was changed.", shown), hint: "Choose another name, or name the file with --output.", err: err}
	case err != nil:
		return &failure{exit: exitFailed, code: "file_not_made", message: fmt.Sprintf("“%s” cannot be made here. Nothing was changed.", shown), hint: "Check that you may write in that folder.", err: err}
	}
	_, err = f.Write(text)
	if err = errors.Join(err, f.Close()); err != nil {
		return errors.Join(&failure{exit: exitFailed, code: "file_not_made", message: fmt.Sprintf("“%s” could not be written whole.", shown), hint: "Make some room on the disk and try again.", err: err}, os.Remove(path))
	}
	return nil
}
