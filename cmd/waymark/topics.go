package main

import (
	"fmt"
	"slices"
	"strings"

	"github.com/spf13/cobra"

	"waymark/ui/keys"
)

// topic is something help explains besides commands.
type topic struct {
	name, short string
	text        func() string
}

func topics() []topic {
	return []topic{
		{"accessibility", "Screen readers, large type, no colour, no mouse", func() string { return accessibilityText }},
		{"colour", "What decides whether there is colour", func() string { return colourText }},
		{"keys", "Every key of the app", keysText},
		{"files", "Where everything is kept", func() string { return filesText }},
		{"rubrics", "Writing, checking, changing and exchanging rubrics", func() string { return rubricsText }},
		{"formats", "What --json, --plain and levels.csv look like", func() string { return formatsText }},
		{"environment", "The environment variables", func() string { return environmentText }},
		{"exit-codes", "What each exit code means", func() string { return exitCodesText }},
		{"examples", "A whole year in ten lines", func() string { return examplesText }},
	}
}

func (c *cli) helpCmd(root *cobra.Command) *cobra.Command {
	return &cobra.Command{
		Use: "help [COMMAND or TOPIC]", Short: "Explain a command or a topic",
		Example: "  waymark help assess rate\n  waymark help exit-codes",
		RunE: func(_ *cobra.Command, args []string) error {
			if len(args) == 0 {
				fmt.Fprint(c.out, helpText(root))
				c.topicList()
				return nil
			}
			for _, t := range topics() {
				if len(args) == 1 && (args[0] == t.name || args[0] == "color" && t.name == "colour") {
					fmt.Fprintln(c.out, strings.TrimSpace(t.text()))
					return nil
				}
			}
			cmd, left, err := root.Find(args)
			if err != nil || cmd == root || len(left) > 0 {
				return c.noHelp(args)
			}
			fmt.Fprint(c.out, helpText(cmd))
			return nil
		},
	}
}

func (c *cli) topicList() {
	fmt.Fprintln(c.out)
	fmt.Fprintln(c.out, "Topics:")
	for _, t := range topics() {
		fmt.Fprintf(c.out, "  %-13s %s\n", t.name, t.short)
	}
}

func (c *cli) noHelp(args []string) error {
	names := make([]string, 0, len(topics()))
	for _, t := range topics() {
		names = append(names, t.name)
	}
	return &failure{
		exit: exitUsage, code: "unknown_topic", message: fmt.Sprintf("There is no command or topic “%s”. The topics are:", clean(strings.Join(args, " "))),
		matches: names, hint: "See waymark help.",
	}
}

// keysText lists the keys from the one table of them.
func keysText() string {
	var b strings.Builder
	b.WriteString("Keys of the app. A key means the same on every screen, or nothing.\n\n")
	for _, e := range keys.Table() {
		if len(e.Keys) > 0 {
			fmt.Fprintf(&b, "  %-10s %s\n", e.Shown, e.Words)
		}
	}
	b.WriteString("\nIn the menu (m):\n\n")
	words := map[string]bool{}
	for _, e := range keys.Table() {
		if len(e.Keys) == 0 && !words[e.Words] {
			words[e.Words] = true
			fmt.Fprintf(&b, "  %s\n", e.Words)
		}
	}
	return b.String()
}

// topicNames lists the topics for completion.
func topicNames() []string {
	var all []string
	for _, t := range topics() {
		all = append(all, t.name)
	}
	slices.Sort(all)
	return all
}
