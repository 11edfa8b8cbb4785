package main

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"slices"
	"strings"

	"github.com/spf13/cobra"

	"waymark/model"
	"waymark/rubrics"
	"waymark/rubrics/exchange"
	"waymark/rubrics/exchange/canvas"
	casejson "waymark/rubrics/exchange/case"
	"waymark/rubrics/exchange/grid"
	"waymark/rubrics/exchange/markdown"
	"waymark/rubrics/exchange/yaml"
)

// exchangeFormat is one way to write a rubric for others, and perhaps to read
// one from them.
type exchangeFormat struct {
	id         string
	extensions []string // the first is what its files are called
	write      func(io.Writer, model.Rubric) ([]string, error)
	read       func(io.Reader) (model.Rubric, []string, []exchange.Fault, error)
}

func exchangeFormats() []exchangeFormat {
	return []exchangeFormat{
		{id: "case", extensions: []string{".json"}, write: casejson.Write, read: readCASE},
		{id: "csv", extensions: []string{".csv"}, write: canvas.Write, read: canvas.ReadWithNotes},
		{id: "xlsx", extensions: []string{".xlsx"}, write: grid.Write, read: grid.ReadWithNotes},
		{id: "markdown", extensions: []string{".md", ".markdown"}, write: markdown.Write},
		{id: "two-sided", extensions: []string{".txt", ".html", ".htm"}, write: markdown.WriteSheets},
		{id: "yaml", extensions: []string{".yaml", ".yml"}, write: yaml.Write},
	}
}

func readCASE(r io.Reader) (model.Rubric, []string, []exchange.Fault, error) {
	p, faults, err := casejson.ReadPackage(r)
	return p.Rubric, p.Notes, faults, err
}

// exchangeIDs names the formats that can be written, or read.
func exchangeIDs(reading bool) []string {
	var ids []string
	for _, f := range exchangeFormats() {
		if !reading || f.read != nil || f.id == "yaml" {
			ids = append(ids, f.id)
		}
	}
	return ids
}

// exchangeFormatOf is the format asked for by name, or that a file's name ends
// with, or the other.
func exchangeFormatOf(asked, file, other string, reading bool) (exchangeFormat, error) {
	known := exchangeIDs(reading)
	ext := strings.ToLower(filepath.Ext(file))
	for _, f := range exchangeFormats() {
		if !slices.Contains(known, f.id) {
			continue
		}
		if asked == f.id || asked != "" && "."+asked == f.extensions[0] || asked == "" && slices.Contains(f.extensions, ext) {
			return f, nil
		}
	}
	if asked == "" && other != "" && (ext == "" || file == "-" || reading) {
		return exchangeFormatOf(other, "", "", reading)
	}
	if asked == "" {
		asked = strings.TrimPrefix(ext, ".")
	}
	return exchangeFormat{}, usage("Use --format with one of: "+strings.Join(known, ", ")+".", "There is no format “%s” here. Nothing was made.", clean(asked))
}

// exchangeFlags are the flags of rubric export.
type exchangeFlags struct {
	format, output, idsFrom, replaces string
	schema                            bool
}

func (c *cli) rubricExportCmd() *cobra.Command {
	var f exchangeFlags
	cmd := &cobra.Command{
		Use: "export RUBRIC", Short: "Write a rubric for other people and programs",
		Long: "Write a rubric for other people and programs: as a package of 1EdTech CASE 1.1,\n" +
			"as a table that Canvas imports (csv), as a workbook (xlsx), as Markdown, as a\n" +
			"sheet of two A4 sides for each area, or as a rubric file (yaml). What a format\n" +
			"cannot hold is listed. Markdown and sheets are for reading: they hold what is\n" +
			"added to the rubric here, in your own words. A page made with waymark rubric new --template is printed\n" +
			"on its sides, or as Markdown.",
		Example: "  waymark rubric export whole-school --output whole-school.xlsx\n  waymark rubric export our-rubric.yaml --format two-sided --output sheets.html",
		Args: func(cmd *cobra.Command, args []string) error {
			if f.schema {
				return cobra.NoArgs(cmd, args)
			}
			return c.words(1, 1, "the id of a rubric, or the name of a rubric file")(cmd, args)
		},
		RunE: func(cmd *cobra.Command, args []string) error {
			if f.schema {
				return c.printSchema()
			}
			return c.rubricExport(cmd.Context(), args[0], f)
		},
	}
	cmd.Flags().BoolVar(&f.schema, "schema", false, "print the JSON Schema of a rubric file instead")
	cmd.Flags().StringVar(&f.format, "format", "", "how it is written: "+strings.Join(exchangeIDs(false), ", ")+" (else what --output ends with, else yaml)")
	cmd.Flags().StringVar(&f.output, "output", "-", "the `FILE` or folder to make it in, or - for stdout")
	cmd.Flags().StringVar(&f.idsFrom, "ids-from", "", "with case: keep the ids and addresses of this earlier package `FILE`")
	cmd.Flags().StringVar(&f.replaces, "replaces", "", "with case: say that its areas replace those of this earlier `RUBRIC`")
	_ = cmd.RegisterFlagCompletionFunc("format", cobra.FixedCompletions(exchangeIDs(false), cobra.ShellCompDirectiveNoFileComp)) // the flag is there
	return cmd
}

func (c *cli) rubricExport(ctx context.Context, typed string, f exchangeFlags) error {
	if form, id, ok, err := c.formIn(typed, exitFailed); ok || err != nil {
		if err != nil {
			return err
		}
		return c.formExport(id, form, f)
	}
	r, err := c.rubricNamed(ctx, typed)
	if err != nil {
		return err
	}
	format, err := exchangeFormatOf(strings.ToLower(clean(f.format)), f.output, "yaml", false)
	if err != nil {
		return err
	}
	if format, err = c.withOptions(ctx, format, f); err != nil {
		return err
	}
	if r, err = c.forReading(r, format); err != nil {
		return err
	}
	if format.id == "xlsx" && f.output == "-" && isTerminal(c.end) {
		return usage("Add --output and the name of a file.", "A workbook cannot be shown in a terminal. Nothing was made.")
	}
	var b bytes.Buffer
	left, err := format.write(&b, r)
	if err != nil {
		return cannotExport(r, err)
	}
	for _, words := range left {
		c.say("Not in this file: %s.", clean(words))
	}
	if f.output == "-" {
		_, err := c.out.Write(b.Bytes())
		return err
	}
	return c.placeRubric(f.output, r.ID+"-"+r.Edition+format.extensions[0], format.id, b.Bytes(), left)
}

// withOptions is the format as the other flags want it.
func (c *cli) withOptions(ctx context.Context, format exchangeFormat, f exchangeFlags) (exchangeFormat, error) {
	if ext := strings.ToLower(filepath.Ext(f.output)); format.id == "two-sided" && (ext == ".html" || ext == ".htm") {
		format.write = markdown.WriteSheetsHTML
	}
	if f.idsFrom == "" && f.replaces == "" {
		return format, nil
	}
	if format.id != "case" {
		return format, usage("Add --format case, or leave the two out.", "--ids-from and --replaces are for CASE packages. Nothing was made.")
	}
	var o casejson.Options
	if f.idsFrom != "" {
		in, err := c.openInput(f.idsFrom, mostExchange)
		if err != nil {
			return format, err
		}
		defer in.Close()
		p, faults, err := casejson.ReadPackage(in)
		if err != nil || len(faults) > 0 {
			return format, refused(f.idsFrom, faults, err)
		}
		o.Keep = p.Names
	}
	if f.replaces != "" {
		earlier, err := c.rubricNamed(ctx, f.replaces)
		if err != nil {
			return format, err
		}
		o.Earlier = &earlier
	}
	format.write = o.Write
	return format, nil
}

// cannotExport says why a rubric does not fit a format.
func cannotExport(r model.Rubric, err error) error {
	var long *markdown.TooLong
	if errors.As(err, &long) {
		var lines []string
		for _, a := range long.Areas {
			lines = append(lines, clean(a))
		}
		return &failure{
			exit: exitFailed, code: "too_long", message: "These areas do not fit on two sides of A4. Nothing was made.", matches: lines,
			hint: "Shorten them, or use --format markdown.", err: err,
		}
	}
	return &failure{
		exit: exitFailed, code: "cannot_export", message: fmt.Sprintf("“%s” cannot be written in this format. Nothing was made.", clean(r.ID)),
		matches: []string{clean(err.Error())}, hint: "Try another --format.", err: err,
	}
}

// placeRubric makes the file, under name when output is a folder.
func (c *cli) placeRubric(output, name, format string, content []byte, left []string) error {
	path, err := filepath.Abs(output)
	if err != nil {
		return fmt.Errorf("find %s: %w", clean(output), err)
	}
	if info, err := os.Stat(path); err == nil && info.IsDir() {
		path = filepath.Join(path, strings.ReplaceAll(clean(name), " ", "-"))
	}
	if c.flags.dryRun {
		c.say("Would make “%s”. Nothing was changed.", clean(filepath.Base(path)))
		return nil
	}
	if err := c.place(path, content); err != nil {
		return err
	}
	c.say("Made “%s” in %s.", clean(filepath.Base(path)), clean(filepath.Dir(path)))
	return c.print("rubric-exported", map[string]any{"path": clean(path), "format": format, "bytes": len(content), "left_out": notNil(left)}, func() {})
}

// importFlags are the flags of rubric import.
type importFlags struct {
	format, output string
	install        bool
}

func (c *cli) rubricImportCmd() *cobra.Command {
	var f importFlags
	cmd := &cobra.Command{
		Use: "import FILE", Short: "Read a rubric from CASE, Canvas or a workbook",
		Long: "Read a rubric that another person or program wrote: a CASE package, a Canvas\n" +
			"table, or a workbook. It becomes a rubric file, printed or made with --output,\n" +
			"or is kept here with --install. A file with a fault is refused whole, with the\n" +
			"row and the column of each.",
		Example: "  waymark rubric import our-rubric.xlsx --output our-rubric.yaml\n  waymark rubric import rubric.csv --install",
		Args:    c.words(1, 1, "the name of a file"),
		RunE:    func(cmd *cobra.Command, args []string) error { return c.rubricImport(cmd.Context(), args[0], f) },
	}
	cmd.Flags().StringVar(&f.format, "format", "", "how it is written: "+strings.Join(exchangeIDs(true), ", ")+" (else as it looks)")
	cmd.Flags().StringVar(&f.output, "output", "-", "the rubric `FILE` or folder to make it in, or - for stdout")
	cmd.Flags().BoolVar(&f.install, "install", false, "keep it here, to judge against")
	_ = cmd.RegisterFlagCompletionFunc("format", cobra.FixedCompletions(exchangeIDs(true), cobra.ShellCompDirectiveNoFileComp)) // the flag is there
	return cmd
}

// mostExchange bounds a file from elsewhere; each reader has a limit of its own.
const mostExchange = 16 << 20

func (c *cli) rubricImport(ctx context.Context, path string, f importFlags) error {
	r, notes, err := c.readElsewhere(path, f.format)
	if err != nil {
		return err
	}
	for i, n := range notes {
		notes[i] = clean(n)
		c.say("%s", notes[i])
	}
	if f.install {
		return c.keepImported(ctx, r, notes)
	}
	var b bytes.Buffer
	if _, err := yaml.Write(&b, r); err != nil {
		return fmt.Errorf("write the rubric: %w", err)
	}
	c.say("Read %s %s: %s.", clean(r.Title), clean(r.Edition), holdsOf(r))
	if f.output == "-" && c.flags.json {
		return c.printJSON("rubric-file", rubricData(r), notes)
	}
	if f.output == "-" {
		_, err := c.out.Write(b.Bytes())
		return err
	}
	if err := c.placeRubric(f.output, r.ID+".yaml", "yaml", b.Bytes(), nil); err != nil || c.flags.dryRun {
		return err
	}
	c.say("Next: waymark rubric check %s", clean(f.output))
	return nil
}

// readElsewhere reads a file in the format asked for, or in the one it looks
// like.
func (c *cli) readElsewhere(path, asked string) (model.Rubric, []string, error) {
	in, err := c.openInput(path, mostExchange)
	if err != nil {
		return model.Rubric{}, nil, err
	}
	defer in.Close()
	raw, err := io.ReadAll(io.LimitReader(in, mostExchange+1))
	if err != nil {
		return model.Rubric{}, nil, fmt.Errorf("read %s: %w", clean(filepath.Base(path)), err)
	}
	format, err := exchangeFormatOf(strings.ToLower(clean(asked)), path, looksLike(raw), true)
	if err != nil {
		return model.Rubric{}, nil, err
	}
	if format.read == nil {
		r, notes, err := rubrics.ReadWithNotes(filepath.Base(path), bytes.NewReader(raw))
		if err != nil {
			return r, nil, faultsIn(path, "a rubric", exitFailed, err)
		}
		return r, noteWords(notes), nil
	}
	r, notes, faults, err := format.read(bytes.NewReader(raw))
	if err != nil || len(faults) > 0 {
		return r, nil, refused(path, faults, err)
	}
	return r, notes, nil
}

// looksLike is the format of a file whose name does not say it.
func looksLike(raw []byte) string {
	start := bytes.TrimLeft(bytes.TrimPrefix(raw[:min(len(raw), 4096)], []byte("\ufeff")), " \t\r\n")
	switch {
	case bytes.HasPrefix(raw, []byte("PK")):
		return "xlsx"
	case bytes.HasPrefix(start, []byte("{")):
		return "case"
	case bytes.Contains(start, []byte("waymark:")):
		return "yaml"
	}
	return "csv"
}

// refused says why a file cannot be taken, place by place.
func refused(path string, faults []exchange.Fault, err error) error {
	shown := clean(filepath.Base(path))
	if err != nil {
		return fmt.Errorf("read %s: %w", shown, err)
	}
	var lines []string
	for _, f := range faults {
		lines = append(lines, clean(f.String()))
	}
	return &failure{
		exit: exitFailed, code: "rubric_faults", message: fmt.Sprintf("“%s” cannot be taken as a rubric. Nothing was changed. To change:", shown),
		matches: lines, hint: "Then import it again.",
	}
}

// keepImported installs a rubric from elsewhere.
func (c *cli) keepImported(ctx context.Context, r model.Rubric, notes []string) error {
	if c.flags.dryRun {
		c.say("Would install %s %s: %s. Nothing was changed.", clean(r.Title), clean(r.Edition), holdsOf(r))
	} else {
		w, err := c.open(ctx)
		if err != nil {
			return err
		}
		if _, err := w.installRubric(ctx, r); err != nil {
			return err
		}
		c.say("Installed %s %s: %s. Next: waymark rubric show --rubric %s", clean(r.Title), clean(r.Edition), holdsOf(r), clean(r.ID))
	}
	if c.flags.json {
		return c.printJSON("rubric-file", rubricData(r), notes)
	}
	return nil
}
