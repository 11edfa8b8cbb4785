package main

import (
	"cmp"
	"fmt"
	"io"
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/spf13/cobra"
	"github.com/spf13/pflag"
)

// dress gives a command and everything under it our help and our way of
// refusing flags.
func (c *cli) dress(cmd *cobra.Command) {
	cmd.SetUsageFunc(func(cmd *cobra.Command) error { return writeHelp(cmd.OutOrStderr(), cmd) })
	cmd.SetHelpFunc(func(cmd *cobra.Command, _ []string) { _ = writeHelp(cmd.OutOrStdout(), cmd) }) // nobody is left to tell
	cmd.SetFlagErrorFunc(func(cmd *cobra.Command, err error) error {
		return usage("See waymark help"+strings.TrimPrefix(cmd.CommandPath(), "waymark")+".", "%s.", sentence(err.Error()))
	})
	cmd.DisableFlagsInUseLine = true
	cmd.LocalFlags().VisitAll(wording)
	for _, sub := range cmd.Commands() {
		c.dress(sub)
	}
}

// writeHelp shows two examples first: they are what people read. It is not one
// of cobra's templates, which call methods by name: the linker would keep every
// exported method of the program, 2 MB of them.
func writeHelp(w io.Writer, cmd *cobra.Command) error {
	var b strings.Builder
	paragraph := func(s string) {
		if s != "" {
			b.WriteString(s + "\n\n")
		}
	}
	paragraph(cmd.Example)
	paragraph(trimmed(cmp.Or(cmd.Long, cmd.Short)))
	use := cmd.UseLine()
	if cmd.HasAvailableSubCommands() {
		use = cmd.CommandPath() + " COMMAND"
	}
	b.WriteString("Usage:\n  " + use + "\n")
	if cmd.HasAvailableSubCommands() {
		b.WriteString("\nCommands:\n")
	}
	for _, sub := range cmd.Commands() {
		if sub.IsAvailableCommand() {
			fmt.Fprintf(&b, "  %-*s %s\n", sub.NamePadding(), sub.Name(), sub.Short)
		}
	}
	if cmd.HasAvailableLocalFlags() {
		b.WriteString("\nFlags:\n" + trimmed(cmd.LocalFlags().FlagUsages()) + "\n")
	}
	if cmd.HasAvailableInheritedFlags() {
		b.WriteString("\nFlags of every command:\n" + trimmed(cmd.InheritedFlags().FlagUsages()) + "\n")
	}
	b.WriteString("\nMore: waymark help examples, formats, exit-codes, environment\n")
	_, err := io.WriteString(w, b.String())
	return err
}

func trimmed(s string) string { return strings.TrimRightFunc(s, unicode.IsSpace) }

// worded is a flag's value that help names in words instead of by its type.
type worded struct {
	pflag.Value
	word string
}

// Type is the word that help shows.
func (w worded) Type() string { return w.word }

// wording gives a flag's value the word for it.
func wording(f *pflag.Flag) {
	if word, ok := map[string]string{"string": "TEXT", "stringSlice": "LIST", "int": "NUMBER"}[f.Value.Type()]; ok {
		f.Value = worded{f.Value, word}
		if f.DefValue == "0" || f.DefValue == "[]" { // an empty default is not worth saying
			f.DefValue = ""
		}
	}
}

// conciseHelp is what somebody needs who typed waymark where no app can open.
func (c *cli) conciseHelp(cmd *cobra.Command) {
	fmt.Fprintln(c.err, "Waymark opens its app in a terminal. There is none here, so type a command:")
	fmt.Fprintln(c.err)
	fmt.Fprintln(c.err, cmd.Example)
	fmt.Fprintln(c.err)
	for _, sub := range cmd.Commands() {
		if sub.IsAvailableCommand() {
			fmt.Fprintf(c.err, "  %-12s %s\n", sub.Name(), sub.Short)
		}
	}
	fmt.Fprintln(c.err)
	fmt.Fprintln(c.err, "More: waymark help")
}

// noSuchCommand refuses a first word that is not a command.
func (c *cli) noSuchCommand(cmd *cobra.Command, args []string) error {
	if len(args) == 0 {
		return nil
	}
	word := clean(args[0])
	return &failure{
		exit: exitUsage, code: "unknown_command", message: fmt.Sprintf("There is no command “%s”.", join(cmd.CommandPath(), word)),
		hint: "See " + helpFor(cmd) + ".", matches: cmd.SuggestionsFor(args[0]),
	}
}

func helpFor(cmd *cobra.Command) string {
	return "waymark help" + strings.TrimPrefix(cmd.CommandPath(), "waymark")
}

func join(path, word string) string {
	return strings.TrimPrefix(path+" "+word, "waymark ")
}

// noun is a command that only holds others. Alone it shows its help.
func (c *cli) noun(use, short, example string, verbs ...*cobra.Command) *cobra.Command {
	cmd := &cobra.Command{
		Use: use, Short: short, Example: example, SuggestionsMinimumDistance: 2,
		Args: c.noSuchCommand,
		RunE: func(cmd *cobra.Command, _ []string) error {
			fmt.Fprint(c.err, helpText(cmd))
			return &silent{exitUsage}
		},
	}
	cmd.AddCommand(verbs...)
	return cmd
}

// helpText is the whole help of a command.
func helpText(cmd *cobra.Command) string {
	var b strings.Builder
	out := cmd.OutOrStdout()
	cmd.SetOut(&b)
	defer cmd.SetOut(out)
	_ = cmd.Help() // writes to memory
	return b.String()
}

// sentence starts with a capital letter.
func sentence(s string) string {
	r, n := utf8.DecodeRuneInString(s)
	if n == 0 {
		return s
	}
	return string(unicode.ToUpper(r)) + s[n:]
}
