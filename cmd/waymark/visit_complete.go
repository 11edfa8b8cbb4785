package main

import (
	"strings"

	"github.com/spf13/cobra"

	"waymark/model"
)

// offer is what can be typed at one place: for a flag, or after so many words.
type offer struct {
	path, flag string
	given      int
	words      []string
}

func offers() []offer {
	facts, phases := []string{"see", "hear", "read", "count"}, strings.Split(phasesTyped(), ", ")
	return []offer{
		{path: "visit start", flag: "template", words: strings.Split(templateIDs(), ", ")},
		{path: "visit note", flag: "kind", words: facts},
		{path: "visit tidy", flag: "kind", words: facts},
		{path: "visit tidy", flag: "mark", words: []string{string(model.MarkStrength), string(model.MarkNextStep), string(model.MarkFollowUp), "none"}},
		{path: "visit stop", flag: "kind", words: strings.Split(slotKinds(), ", ")},
		{path: "visit overrun", flag: "take", words: []string{"borrow", "shorten", "drop", "free"}},
		{path: "visit sign", flag: "side", words: []string{"school", "reviewer"}},
		{path: "visit check add", flag: "kind", words: []string{string(model.Claimed), string(model.Worry), string(model.Answered)}},
		{path: "visit check verdict", given: 1, words: []string{string(model.Confirmed), string(model.Unclear), string(model.Contradicted)}},
		{path: "visit room add", flag: "phase", words: phases},
		{path: "visit room edit", flag: "phase", words: phases},
		{path: "visit point", words: []string{string(model.Strength), string(model.NextStepTo), string(model.BrightSpot)}},
	}
}

// completeVisits offers the words that a visit and a meeting know. Like
// completeArea it opens no database.
func completeVisits(root *cobra.Command) {
	for _, o := range offers() {
		cmd, _, err := root.Find(strings.Fields(o.path))
		switch {
		case err != nil:
		case o.flag != "":
			_ = cmd.RegisterFlagCompletionFunc(o.flag, cobra.FixedCompletions(o.words, cobra.ShellCompDirectiveNoFileComp)) // the flag is there
		default:
			cmd.ValidArgsFunction = after(o.given, o.words)
		}
	}
	for _, verb := range []string{"vote", "reveal", "record", "again", "later", "show"} {
		if cmd, _, err := root.Find([]string{"meeting", verb}); err == nil {
			cmd.ValidArgsFunction = firstArea
		}
	}
}

// after offers words once so many others were typed.
func after(given int, words []string) cobra.CompletionFunc {
	return func(_ *cobra.Command, args []string, _ string) ([]string, cobra.ShellCompDirective) {
		if len(args) != given {
			return nil, cobra.ShellCompDirectiveNoFileComp
		}
		return words, cobra.ShellCompDirectiveNoFileComp
	}
}

// firstArea offers areas as the first thing, and nothing after it: what a
// meeting gives as a level is nobody's to suggest.
func firstArea(cmd *cobra.Command, args []string, typed string) ([]string, cobra.ShellCompDirective) {
	if len(args) > 0 {
		return nil, cobra.ShellCompDirectiveNoFileComp
	}
	return completeArea(cmd, args, typed)
}
