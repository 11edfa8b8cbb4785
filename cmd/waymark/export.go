package main

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"time"

	"github.com/spf13/cobra"
	"github.com/spf13/pflag"

	"waymark/report"
	"waymark/ui/env"
)

// exportFlags say how a document is made.
type exportFlags struct {
	format, output string
	leaveOut       []string
}

func (c *cli) exportCmd() *cobra.Command {
	return c.noun("export", "Make a document to share",
		"  waymark export priorities --output priorities.html\n  waymark export visit --format markdown --leave-out names",
		c.exportOne(report.KindPriorities, "The priorities with their reasons, on one page", "priorities"),
		c.exportOne(report.KindFull, "The full self-evaluation: every area with its level and notes", "self-evaluation"),
		c.exportVisitCmd())
}

func (c *cli) exportOne(kind report.Kind, short, what string) *cobra.Command {
	var f exportFlags
	cmd := &cobra.Command{
		Use: string(kind), Short: short, Args: cobra.NoArgs,
		Example: fmt.Sprintf("  waymark export %s --output %s.html\n  waymark export %s --format markdown --leave-out private,names,confidence", kind, what, kind),
		RunE: func(cmd *cobra.Command, _ []string) error {
			return c.export(cmd.Context(), kind, what, f)
		},
	}
	f.add(cmd.Flags())
	cmd.Flags().StringSliceVar(&f.leaveOut, "leave-out", nil, "what it must not hold: private, names, confidence")
	return cmd
}

// add is what every document is made with.
func (f *exportFlags) add(flags *pflag.FlagSet) {
	flags.StringVar(&f.format, "format", "", "how it is written: "+formatIDs()+" (else what --output ends with, else markdown)")
	flags.StringVar(&f.output, "output", "-", "the `FILE` or folder to make it in, or - for stdout")
}

func formatIDs() string {
	var all []string
	for _, f := range report.Formats() {
		all = append(all, f.ID)
	}
	return strings.Join(all, ", ")
}

// chosen is the format asked for by name, by the file's ending or by --json.
func (c *cli) chosen(f exportFlags) (report.Format, error) {
	id := strings.ToLower(clean(f.format))
	for _, one := range report.Formats() {
		switch {
		case id == one.ID, id != "" && "."+id == one.Extension,
			id == "" && strings.EqualFold(filepath.Ext(f.output), one.Extension),
			id == "" && f.output == "-" && (c.flags.json && one.ID == "json" || !c.flags.json && one.ID == "markdown"):
			return one, nil
		}
	}
	if id == "" {
		if ext := filepath.Ext(f.output); ext == "" {
			return report.Formats()[0], nil
		}
		id = strings.TrimPrefix(filepath.Ext(f.output), ".")
	}
	return report.Format{}, usage("Use one of: "+formatIDs()+".", "There is no format “%s”. Nothing was made.", clean(id))
}

func (c *cli) export(ctx context.Context, kind report.Kind, what string, f exportFlags) error {
	format, err := c.chosen(f)
	if err != nil {
		return err
	}
	r := env.ExportRequest{Document: string(kind), Format: format.ID}
	if err := f.leave(&r); err != nil {
		return err
	}
	o, err := c.evaluation(ctx)
	if err != nil {
		return err
	}
	content, err := o.made(ctx, &r)
	if err != nil {
		return err
	}
	if n := privateNotes(r.Book); n > 0 && !r.PrivateNotes {
		c.say("This copy includes %s. Check who it is for, or add --leave-out private.", plural(n, "private note", "private notes"))
	}
	return o.deliver(f.output, what, o.ws.clock().Local(), format, content)
}

// leave says in a request what is left out.
func (f *exportFlags) leave(r *env.ExportRequest) error {
	for _, out := range f.leaveOut {
		switch clean(out) {
		case "private":
			r.PrivateNotes = true
		case "names":
			r.Names = true
		case "confidence":
			r.Confidence = true
		default:
			return usage("Use --leave-out with private, names or confidence.", "“%s” cannot be left out. Nothing was made.", clean(out))
		}
	}
	return nil
}

// made is the document of a request as it is written.
func (o *opened) made(ctx context.Context, r *env.ExportRequest) ([]byte, error) {
	if err := o.fill(ctx, r); err != nil {
		return nil, err
	}
	d, err := asked(*r)
	if err != nil {
		return nil, err
	}
	var b bytes.Buffer
	if err := report.Write(&b, r.Format, d); err != nil {
		return nil, err
	}
	return b.Bytes(), nil
}

// deliver prints a document, or makes a file of it.
func (o *opened) deliver(output, what string, date time.Time, format report.Format, content []byte) error {
	if output == "-" {
		_, err := o.c.out.Write(content)
		return err
	}
	return o.exportFile(output, report.FileName(o.school.Name, what, date, format.Extension), format, content)
}

// fill puts what may be seen into a request.
func (o *opened) fill(ctx context.Context, r *env.ExportRequest) error {
	answer, err := o.answer(ctx, suggestFlags{})
	if err != nil {
		return err
	}
	person, _ := o.ws.speaker(o.book, "self")
	r.Book, r.Answer, r.Person, r.Made = o.book, answer, person.ID, o.ws.clock()
	if len(o.hidden) == 0 { // a reviewer is not shown last year's levels before judging
		r.Earlier, err = o.ws.earlier(ctx, o.book)
	}
	return err
}

// exportFile makes a file called output, or called name where output is a folder.
func (o *opened) exportFile(output, name string, format report.Format, content []byte) error {
	c := o.c
	path, err := filepath.Abs(output)
	if err != nil {
		return err
	}
	if info, err := os.Stat(path); err == nil && info.IsDir() {
		path = filepath.Join(path, name)
	}
	if c.flags.dryRun {
		c.say("Would make “%s”. Nothing was changed.", clean(filepath.Base(path)))
		return nil
	}
	if err := c.place(path, content); err != nil {
		return err
	}
	c.say("Made “%s” in %s.", clean(filepath.Base(path)), clean(filepath.Dir(path)))
	return c.print("exported", map[string]any{"path": clean(path), "format": format.ID, "bytes": len(content)}, func() {})
}

// place writes a file whole. One that is there already is replaced only with
// --yes.
func (c *cli) place(path string, content []byte) error {
	err := placeFile(path, content, c.flags.yes)
	if errors.Is(err, env.ErrExists) {
		return &failure{
			exit: exitQuestion, code: "file_exists", message: fmt.Sprintf("There is a file “%s” already. It was left as it is.", clean(filepath.Base(path))),
			hint: "Choose another name, or add --yes to replace it.", err: err,
		}
	}
	if err != nil && ruleWords(err) == nil {
		return &failure{
			exit: exitFailed, code: "cannot_save", message: fmt.Sprintf("You cannot save in “%s”. Nothing was made.", clean(filepath.Base(filepath.Dir(path)))),
			hint: "Choose another folder, for example Documents.", err: err,
		}
	}
	return err
}
