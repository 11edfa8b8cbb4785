package main

import (
	"bytes"
	"path/filepath"

	"github.com/spf13/cobra"

	"waymark/cmd/waymark/internal/table"
	"waymark/rubrics"
)

func (c *cli) rubricVocabularyCmd() *cobra.Command {
	var remove bool
	cmd := &cobra.Command{
		Use: "vocabulary [FILE]", Short: "Use your own words, such as student for pupil",
		Long: "Keeps a file that renames words, such as pupil to student or trust to family, on\n" +
			"screens, in documents and in rubrics as they are read here. The rubrics themselves,\n" +
			"and what anybody has typed, stay as they are. Without a file, says what is kept.\n" +
			"See waymark help rubrics for how such a file looks.",
		Example: "  waymark rubric vocabulary our-words.yaml\n  waymark rubric vocabulary --remove",
		Args:    c.words(0, 1, "the name of a vocabulary file"),
		RunE: func(_ *cobra.Command, args []string) error {
			p, err := c.paths()
			switch {
			case err != nil:
				return err
			case remove && len(args) > 0:
				return usage("Do one after the other.", "A file is kept, or one is taken out.")
			case remove:
				return c.dropLocal(p.vocabulary(), "vocabulary")
			case len(args) == 0:
				return c.vocabularyShow(p)
			}
			return c.vocabularyKeep(p, args[0])
		},
	}
	cmd.Flags().BoolVar(&remove, "remove", false, "take out the words kept here")
	return cmd
}

func (c *cli) vocabularyKeep(p paths, path string) error {
	text, err := c.bytesOf(path)
	if err != nil {
		return err
	}
	v, notes, err := rubrics.ReadVocabulary(filepath.Base(path), bytes.NewReader(text))
	if err != nil {
		return faultsIn(path, "a vocabulary", exitCheck, err)
	}
	replaced, err := c.keepLocal(p.vocabulary(), text)
	if err != nil {
		return err
	}
	done := map[bool]string{false: "Kept the vocabulary.", true: "Replaced the vocabulary."}[replaced]
	if c.flags.dryRun {
		done = "Would keep this vocabulary. Nothing was changed."
	}
	c.say("%s See an area in these words: waymark rubric show 1.1", done)
	said := noteWords(notes)
	if !c.flags.json {
		for _, n := range said {
			c.say("%s", n)
		}
	}
	return c.printTerms(renamed(text, v), said)
}

func (c *cli) vocabularyShow(p paths) error {
	v, err := p.words()
	if err != nil {
		return faultsIn(p.vocabulary(), "a vocabulary", exitCheck, err)
	}
	text, err := localFile(p.vocabulary())
	if err != nil {
		return err
	}
	if text == nil {
		c.say("No words are renamed here. Rename some: waymark rubric vocabulary FILE")
	}
	return c.printTerms(renamed(text, v), nil)
}

// printTerms lists words and what is said in their place.
func (c *cli) printTerms(all [][2]string, warnings []string) error {
	type term struct {
		From string `json:"from"`
		To   string `json:"to"`
	}
	data := []term{}
	t := table.Table{Columns: []string{"Word", "Here"}}
	for _, pair := range all {
		data = append(data, term{pair[0], pair[1]})
		t.Add(pair[0], pair[1])
	}
	if c.flags.json {
		return c.printJSON("vocabulary", data, warnings)
	}
	c.table(t)
	return nil
}
