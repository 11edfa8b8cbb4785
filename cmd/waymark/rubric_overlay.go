package main

import (
	"bytes"
	"context"
	"errors"
	"io/fs"
	"os"
	"path/filepath"
	"strings"

	"github.com/spf13/cobra"

	"waymark/cmd/waymark/internal/table"
	"waymark/model"
	"waymark/rubrics"
)

func (c *cli) rubricOverlayCmd() *cobra.Command {
	var remove string
	cmd := &cobra.Command{
		Use: "overlay [FILE]", Short: "Add your own look-fors, resources and case studies to a rubric",
		Long: "Keeps what your trust or school adds to a rubric that it did not write: look-fors,\n" +
			"resources and case studies, by area. They are shown beside the rubric and change\n" +
			"none of its words; they stay when a new edition of it comes. A file replaces the\n" +
			"one kept for the same rubric. Without a file, says what is kept.",
		Example: "  waymark rubric overlay our-additions.yaml\n  waymark rubric overlay --remove whole-school",
		Args:    c.words(0, 1, "the name of an overlay file"),
		RunE: func(cmd *cobra.Command, args []string) error {
			switch {
			case remove != "" && len(args) > 0:
				return usage("Do one after the other.", "A file is kept, or one is taken out.")
			case remove != "":
				return c.overlayRemove(clean(remove))
			case len(args) == 0:
				return c.overlayList()
			}
			return c.overlayKeep(cmd.Context(), args[0])
		},
	}
	cmd.Flags().StringVar(&remove, "remove", "", "take out what was added to the rubric with this `ID`")
	return cmd
}

// overlayJSON is an overlay as scripts read it.
type overlayJSON struct {
	Rubric  string         `json:"rubric"`
	Title   string         `json:"title"`
	Areas   []model.AreaID `json:"areas"`
	Unknown []model.AreaID `json:"unknown"` // areas that the edition here does not have
}

func overlayData(o rubrics.Overlay, unknown []model.AreaID) overlayJSON {
	data := overlayJSON{Rubric: clean(o.Rubric), Title: clean(o.Title), Areas: []model.AreaID{}, Unknown: notNil(unknown)}
	for _, a := range o.Areas {
		data.Areas = append(data.Areas, a.Area)
	}
	return data
}

func (c *cli) overlayKeep(ctx context.Context, path string) error {
	text, err := c.bytesOf(path)
	if err != nil {
		return err
	}
	o, err := rubrics.ReadOverlay(filepath.Base(path), bytes.NewReader(text))
	if err != nil {
		return faultsIn(path, "an overlay", exitCheck, err)
	}
	r, err := c.rubricToShow(ctx, o.Rubric)
	if err != nil {
		return err
	}
	_, unknown, err := rubrics.Apply(r, o)
	if err != nil {
		return err
	}
	p, err := c.paths()
	if err != nil {
		return err
	}
	replaced, err := c.keepLocal(p.overlay(o.Rubric), text)
	if err != nil {
		return err
	}
	data := overlayData(o, unknown)
	done := map[bool]string{false: "Added to", true: "Replaced what was added to"}[replaced]
	if c.flags.dryRun {
		done = map[bool]string{false: "Would add to", true: "Would replace what was added to"}[replaced]
	}
	c.say("%s %s: %s. See one: waymark rubric show --rubric %s AREA", done, clean(r.Title), plural(len(o.Areas)-len(unknown), "area", "areas"), clean(r.ID))
	if len(unknown) > 0 {
		c.say("%s %s has no area %s. What is said of it is kept and not shown.", clean(r.Title), clean(r.Edition), orList(unknown))
	}
	return c.print("overlay", data, func() {})
}

// orList joins ids: "9.8 or 9.9".
func orList(ids []model.AreaID) string {
	words := make([]string, len(ids))
	for i, id := range ids {
		words[i] = clean(string(id))
	}
	if len(words) == 1 {
		return words[0]
	}
	return strings.Join(words[:len(words)-1], ", ") + " or " + words[len(words)-1]
}

func (c *cli) overlayList() error {
	p, err := c.paths()
	if err != nil {
		return err
	}
	kept, err := os.ReadDir(p.local())
	if err != nil && !errors.Is(err, fs.ErrNotExist) {
		return stateTrouble(err)
	}
	data := []overlayJSON{}
	t := table.Table{Columns: []string{"Rubric", "Title", "Areas"}}
	for _, file := range kept {
		if !strings.HasPrefix(file.Name(), overlayPrefix) {
			continue
		}
		path := filepath.Join(p.local(), file.Name())
		text, err := localFile(path)
		if err != nil {
			return err
		}
		o, err := rubrics.ReadOverlay(filepath.Base(path), bytes.NewReader(text))
		if err != nil {
			return faultsIn(path, "an overlay", exitCheck, err)
		}
		one := overlayData(o, nil)
		data = append(data, one)
		t.Add(one.Rubric, one.Title, codes(one.Areas))
	}
	if len(data) == 0 {
		c.say("Nothing is added to any rubric here. Add something: waymark rubric overlay FILE")
	}
	return c.print("overlays", data, func() { c.table(t) })
}

func (c *cli) overlayRemove(id string) error {
	p, err := c.paths()
	if err != nil {
		return err
	}
	return c.dropLocal(p.overlay(id), "overlay of “"+id+"”")
}
