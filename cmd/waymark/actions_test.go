package main

import (
	"slices"
	"strings"
	"testing"

	"github.com/spf13/cobra"

	"waymark/ui/keys"
)

// commandFor names the command of every action that changes data. An action
// that changes none has "".
func commandFor() map[keys.Action]string {
	commands := map[keys.Action]string{
		keys.Level: "assess rate", keys.LevelOff: "assess rate", keys.NotApplicable: "assess rate", keys.NoEvidence: "assess rate",
		keys.Note: "assess note", keys.QuickNote: "assess note", keys.RemoveNote: "assess note --remove", keys.Private: "assess note --private", keys.Source: "assess note --source",
		keys.Confidence: "assess confidence", keys.Flag: "assess flag", keys.Direction: "assess direction",
		keys.Emphasis: "assess emphasis",
		keys.Finish:   "assess finish", keys.Reopen: "assess reopen", keys.Delete: "assess delete", keys.BringBack: "assess restore",
		keys.Tick: "priorities accept", keys.Aside: "priorities set-aside", keys.Replace: "priorities swap", keys.Merge: "priorities merge",
		keys.Edit: "priorities reword", keys.Add: "priorities add", keys.Drop: "priorities drop", keys.MoveUp: "priorities move", keys.MoveDown: "priorities move", keys.Fewer: "priorities fewer",
		keys.Undo: "undo", keys.Redo: "redo", keys.Export: "export priorities", keys.Why: "priorities explain",
		keys.OtherSchool: "school add", keys.OtherYear: "assess start", keys.Find: "search", keys.Full: "rubric show", keys.WholePage: "rubric show", keys.ReadRubric: "rubric show",
		keys.AgreeAll: "visit agree --matching", keys.Disagree: "visit disagree", keys.Pass: "meeting vote",
		keys.OpenCapture: "visit note", keys.OpenTidy: "visit tidy", keys.OpenClaims: "visit check list", keys.OpenRooms: "visit room list",
		keys.OpenJudging: "visit rate", keys.OpenAgreeing: "visit compare", keys.OpenPoints: "visit point", keys.OpenSignOff: "visit sign",
		keys.OpenChanged: "visit changed", keys.OpenLean: "visit compare --lean", keys.OpenTriads: "visit triad", keys.NewVisit: "visit start", keys.NewMeeting: "meeting start",
		keys.SealLevels: "visit seal", keys.LiftSeal: "visit unseal", keys.CloseVisit: "visit close", keys.ReopenVisit: "visit reopen",
		keys.RemoveSlot: "visit stop --remove", keys.RemoveRoom: "visit room remove", keys.RemovePoint: "visit point --remove", keys.Time: "visit overrun", keys.Star: "visit tidy --mark",
	}
	for _, a := range []keys.Action{
		keys.Enter, keys.Up, keys.Down, keys.Left, keys.Right, keys.PageUp, keys.PageDown, keys.Home, keys.End, keys.Before, keys.After, keys.NextPart, keys.PartBefore,
		keys.Order, keys.Show, keys.Copy, keys.QuickPass, keys.Editor, keys.Go, keys.Menu, keys.Display, keys.Help, keys.Back, keys.Leave,
		keys.SavedAlready, keys.Interrupt, keys.Redraw, keys.Big, keys.StopVisiting,
	} {
		commands[a] = ""
	}
	return commands
}

// Whatever can be done with a key can be done with a command.
func TestEveryActionHasACommand(t *testing.T) {
	root := (&cli{}).rootCmd()
	named := commandFor()
	for _, e := range keys.Table() {
		line, known := named[e.Action]
		if !known {
			t.Errorf("“%s” is in no list here: which command does it?", e.Words)
		}
		if line == "" {
			continue
		}
		var words, flags []string
		for _, w := range strings.Fields(line) {
			if name, is := strings.CutPrefix(w, "--"); is {
				flags = append(flags, name)
			} else {
				words = append(words, w)
			}
		}
		cmd, left, err := root.Find(words)
		if err != nil || len(left) > 0 || cmd == root {
			t.Errorf("“%s”: there is no command %q", e.Words, line)
			continue
		}
		for _, f := range flags {
			if cmd.Flag(f) == nil {
				t.Errorf("“%s”: %s has no flag --%s", e.Words, cmd.CommandPath(), f)
			}
		}
	}
}

// everyCommand lists all commands that people see.
func everyCommand(cmd *cobra.Command) []*cobra.Command {
	all := []*cobra.Command{cmd}
	for _, sub := range cmd.Commands() {
		if !sub.Hidden {
			all = append(all, everyCommand(sub)...)
		}
	}
	return all
}

func TestEveryHelpBeginsWithTwoExamples(t *testing.T) {
	for _, cmd := range everyCommand((&cli{}).rootCmd()) {
		lines := strings.Split(helpText(cmd), "\n")
		if len(lines) < 3 || !strings.HasPrefix(lines[0], "  waymark") || !strings.HasPrefix(lines[1], "  waymark") || lines[2] != "" {
			t.Errorf("%s begins:\n%s", cmd.CommandPath(), strings.Join(lines[:min(3, len(lines))], "\n"))
		}
		if cmd.Short == "" || strings.HasSuffix(cmd.Short, ".") {
			t.Errorf("%s: short text %q", cmd.CommandPath(), cmd.Short)
		}
	}
}

// The commands of the first journey, as the specification names them.
func TestEveryNounAndVerbIsThere(t *testing.T) {
	var have []string
	for _, cmd := range everyCommand((&cli{}).rootCmd()) {
		have = append(have, strings.TrimPrefix(cmd.CommandPath(), "waymark "))
	}
	for noun, verbs := range map[string]string{
		"school": "add list show", "rubric": "list show check install",
		"assess":     "start list show status rate note flag confidence direction emphasis finish reopen delete restore",
		"priorities": "suggest list show accept set-aside explain reword merge swap drop add adopt move fewer",
		"visit":      "start list show agenda go overrun stop focus emphasis team note tidy check rate look compare agree disagree point closing seal unseal sign close reopen changed room triad", "meeting": "start vote reveal record again later list show",
		"export": "priorities full", "backup": "create list restore check",
		"overview": "", "search": "", "history": "", "undo": "", "redo": "", "doctor": "", "demo": "", "completion": "", "version": "", "dump": "", "help": "",
	} {
		for _, verb := range append([]string{""}, strings.Fields(verbs)...) {
			if name := strings.TrimSpace(noun + " " + verb); !slices.Contains(have, name) {
				t.Errorf("there is no command %q", name)
			}
		}
	}
}

// Every global flag of the specification is there.
func TestEveryGlobalFlagIsThere(t *testing.T) {
	flags := (&cli{}).rootCmd().PersistentFlags()
	for _, name := range strings.Fields("db school year json plain as role now seed no-input dry-run quiet yes confirm colour") {
		if flags.Lookup(name) == nil {
			t.Errorf("there is no flag --%s", name)
		}
	}
}
