package main

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"
	"os/exec"
	"path/filepath"
	"runtime"
	"slices"
	"strings"

	"github.com/spf13/cobra"

	"waymark/model"
	"waymark/rubrics"
	"waymark/rubrics/lint"
)

func (c *cli) rubricEditCmd() *cobra.Command {
	return &cobra.Command{
		Use: "edit FILE", Short: "Open a rubric file in your editor and check it when you have saved",
		Long:    "Opens the file in your editor (WAYMARK_EDITOR, VISUAL or EDITOR, else what the\nsystem has). When the editor has closed, the file is checked: what to change is\nlisted line by line, and you can open it again there.",
		Example: "  waymark rubric edit our-rubric.yaml\n  waymark rubric edit trust/our-rubric.yaml",
		Args:    c.words(1, 1, "the name of a rubric file"),
		RunE:    func(cmd *cobra.Command, args []string) error { return c.rubricEdit(cmd.Context(), args[0]) },
	}
}

func (c *cli) rubricEdit(ctx context.Context, path string) error {
	if err := c.mayEdit(path); err != nil {
		return err
	}
	line := 0
	for {
		if err := c.openEditor(ctx, path, line); err != nil {
			return err
		}
		if form, _, ok, err := c.formIn(path, exitCheck); err != nil {
			return err
		} else if ok {
			return c.formCheck(path, form)
		}
		saved, err := c.checkFile(path)
		if err != nil {
			return err
		}
		saved.say(c)
		if saved.line == 0 {
			return c.print("rubric-edited", saved.data(), func() {})
		}
		again := []string{"Open it again", "Leave it as it is"}
		at, err := c.choose(ctx, "What now?", again, saved.failure())
		if err != nil {
			return err
		}
		if at > 0 {
			return saved.failure()
		}
		line = saved.line
	}
}

// mayEdit refuses what is no file of one's own.
func (c *cli) mayEdit(path string) error {
	if c.flags.dryRun || c.flags.noInput {
		return usage("Leave the flag out.", "An editor changes a file and waits for typing, which --dry-run and --no-input rule out.")
	}
	if _, err := os.Stat(path); errors.Is(err, fs.ErrNotExist) {
		hint := "Make one: waymark rubric new NAME"
		if slices.ContainsFunc(rubrics.List(), func(e rubrics.Entry) bool { return e.ID == path }) {
			hint = "Make a copy of your own: waymark rubric new NAME --from " + path
		}
		return notFound("file_not_found", hint, nil, "There is no file “%s”. Nothing was changed.", clean(filepath.Base(path)))
	}
	f, err := c.openInput(path, mostRubric)
	if err != nil {
		return err
	}
	return f.Close()
}

// openEditor runs the person's editor on the file and waits for it.
func (c *cli) openEditor(ctx context.Context, path string, line int) error {
	words := editorLine(runtime.GOOS, os.Getenv, exec.LookPath)
	name := strings.TrimSuffix(filepath.Base(words[0]), ".exe")
	args := slices.Clone(words[1:])
	if line > 0 && slices.Contains([]string{"nano", "vi", "vim", "nvim", "emacs", "micro", "joe"}, name) {
		args = append(args, fmt.Sprintf("+%d", line))
	}
	cmd := exec.CommandContext(ctx, words[0], append(args, path)...)
	cmd.Stdin, cmd.Stdout, cmd.Stderr = c.in, c.end, c.err
	if err := cmd.Run(); err != nil {
		return &failure{
			exit: exitFailed, code: "editor_failed", message: fmt.Sprintf("%s did not end well. The file is as it left it.", clean(name)),
			hint: "Name another editor: WAYMARK_EDITOR=nano waymark rubric edit " + clean(path), err: err,
		}
	}
	return nil
}

// checkedFile is what a file says, or what is to be changed in it.
type checkedFile struct {
	path   string
	rubric model.Rubric
	faults []rubrics.Fault
	more   int
	advice []lint.Finding
	line   int // of the first fault, 0 when the file can be used
}

// checkFile reads a rubric file as it is now.
func (c *cli) checkFile(path string) (checkedFile, error) {
	checked := checkedFile{path: path}
	f, err := c.openInput(path, mostRubric)
	if err != nil {
		return checked, err
	}
	text, err := io.ReadAll(f)
	if err = errors.Join(err, f.Close()); err != nil {
		return checked, fmt.Errorf("read rubric: %w", err)
	}
	var faults *rubrics.Faults
	checked.rubric, err = rubrics.Read(filepath.Base(path), bytes.NewReader(text))
	switch {
	case errors.As(err, &faults):
		checked.faults, checked.more = faults.List, faults.More
		checked.line = faults.List[0].Line
		return checked, nil
	case err != nil:
		return checked, fmt.Errorf("read rubric: %w", err)
	}
	checked.advice = lint.Check(checked.rubric, text)
	return checked, nil
}

// mostAdvice is how much of the advice on wording is told at once.
const mostAdvice = 5

// say tells what to change, or what can be done with the file.
func (f checkedFile) say(c *cli) {
	name := clean(filepath.Base(f.path))
	for _, fault := range f.faults {
		c.say("Line %d: %s", fault.Line, clean(fault.Problem+" "+fault.Fix))
	}
	if f.more > 0 {
		c.say("and %d more", f.more)
	}
	if f.line > 0 {
		return
	}
	for i, a := range f.advice {
		if i == mostAdvice {
			c.say("%s on wording in all. See them: waymark rubric check %s", plural(len(f.advice), "remark", "remarks"), clean(f.path))
			break
		}
		c.say("Line %d: %s", a.Line, clean(a.Message))
		c.say("  %s", clean("Better: "+a.Better))
	}
	c.say("%s can be used: %s. Next: waymark rubric install %s", name, plural(len(f.rubric.Areas), "area", "areas"), clean(f.path))
}

// failure is a file that cannot be used yet. It was told already what to change.
func (f checkedFile) failure() error {
	return &failure{
		exit: exitCheck, code: "rubric_faults", message: fmt.Sprintf("“%s” cannot be used yet: %s to change.", clean(filepath.Base(f.path)), plural(len(f.faults)+f.more, "thing", "things")),
		hint: "Open it again: waymark rubric edit " + clean(f.path),
	}
}

func (f checkedFile) data() map[string]any {
	return map[string]any{
		"path": clean(f.path), "id": clean(f.rubric.ID), "edition": clean(f.rubric.Edition), "hash": f.rubric.Hash(),
		"areas": len(f.rubric.Areas), "remarks": len(f.advice),
	}
}
