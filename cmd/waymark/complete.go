package main

import (
	"strings"

	"github.com/spf13/cobra"
)

func (c *cli) completionCmd(root *cobra.Command) *cobra.Command {
	return &cobra.Command{
		Use: "completion bash|zsh|fish|powershell", Short: "Print what lets a shell complete commands",
		Example: "  waymark completion bash > ~/.local/share/bash-completion/completions/waymark\n  waymark completion powershell | Out-String | Invoke-Expression",
		Args:    c.words(1, 1, "bash, zsh, fish or powershell"),
		RunE: func(_ *cobra.Command, args []string) error {
			switch args[0] {
			case "bash":
				return root.GenBashCompletionV2(c.out, true)
			case "zsh":
				return root.GenZshCompletion(c.out)
			case "fish":
				return root.GenFishCompletion(c.out, true)
			case "powershell", "pwsh":
				return root.GenPowerShellCompletionWithDesc(c.out)
			}
			return usage("Use bash, zsh, fish or powershell.", "There is no completion for “%s”.", clean(args[0]))
		},
	}
}

// completeArea offers the codes of the rubric that comes with Waymark. It
// opens no database, so that it never waits for one.
func completeArea(*cobra.Command, []string, string) ([]string, cobra.ShellCompDirective) {
	r, err := shippedCalled(standard)
	if err != nil {
		return nil, cobra.ShellCompDirectiveNoFileComp
	}
	var all []string
	for _, a := range r.Areas {
		all = append(all, string(a.ID)+"\t"+clean(a.Title))
	}
	return all, cobra.ShellCompDirectiveNoFileComp
}

// completeFlags offers the words of the flags that take one of a few.
func completeFlags(cmd *cobra.Command) {
	for name, words := range map[string][]string{
		"role": {"self", "reviewer", "agreed"}, "colour": {"auto", "always", "never"}, "confidence": {"low", "medium", "high"},
		"direction": {"improving", "steady", "slipping"}, "importance": {"minor", "normal", "vital"}, "reach": {"few", "group", "phase", "everyone"},
		"by": {"group", "area"}, "leave-out": {"private", "names", "confidence"}, "format": strings.Split(formatIDs(), ", "), "kind": strings.Split(noteKinds(), ", "),
	} {
		if cmd.LocalFlags().Lookup(name) != nil {
			_ = cmd.RegisterFlagCompletionFunc(name, cobra.FixedCompletions(words, cobra.ShellCompDirectiveNoFileComp)) // the flag is there
		}
	}
	for _, sub := range cmd.Commands() {
		completeFlags(sub)
	}
}

// completing lets every command below cmd that takes areas complete them.
func completing(cmd *cobra.Command) {
	for _, path := range [][]string{
		{"rubric", "show"},
		{"assess", "show"},
		{"assess", "rate"},
		{"assess", "note"},
		{"assess", "flag"},
		{"assess", "confidence"},
		{"assess", "direction"},
		{"assess", "emphasis"},
		{"visit", "focus"},
		{"visit", "emphasis"},
		{"visit", "rate"},
		{"visit", "look"},
		{"visit", "agree"},
		{"visit", "disagree"},
		{"priorities", "accept"},
		{"priorities", "explain"},
		{"priorities", "set-aside"},
	} {
		if sub, _, err := cmd.Find(path); err == nil {
			sub.ValidArgsFunction = completeArea
		}
	}
	if help, _, err := cmd.Find([]string{"help"}); err == nil {
		help.ValidArgs = topicNames()
	}
	completeVisits(cmd)
	completeFlags(cmd)
}
