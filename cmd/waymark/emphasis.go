package main

import (
	"strings"

	"github.com/spf13/cobra"

	"waymark/model"
)

// emphasisFlags are what assess emphasis can say of an area.
type emphasisFlags struct {
	importance, reach, reason, revisit string
	pin, exclude, reset                bool
}

func (c *cli) assessEmphasisCmd() *cobra.Command {
	var f emphasisFlags
	cmd := &cobra.Command{
		Use: "emphasis AREA", Short: "Say how much an area matters here, before priorities are suggested",
		Example: "  waymark assess emphasis 4.2 --importance vital --reach group\n  waymark assess emphasis 4.2 --reset",
		Args:    c.words(1, 1, "one area"),
		RunE: func(cmd *cobra.Command, args []string) error {
			if cmd.Flags().NFlag() == 0 {
				return usage("See waymark help assess emphasis.", "Say what to change, such as --importance vital.")
			}
			o, err := c.evaluation(cmd.Context())
			if err != nil {
				return err
			}
			a, err := pickArea(o.book.Rubric(), args[0])
			if err != nil {
				return err
			}
			m := f.over(cmd, o.book.Evaluation().Area(a.ID).Emphasis)
			return o.act(cmd.Context(), func() ([]model.Change, error) { return o.book.Emphasise(a.ID, m) }, "", undoing)
		},
	}
	cmd.Flags().StringVar(&f.importance, "importance", "", "minor, normal or vital")
	cmd.Flags().StringVar(&f.reach, "reach", "", "whom it reaches: few, group, phase or everyone")
	cmd.Flags().BoolVar(&f.pin, "pin", false, "make it a priority whatever the suggestion; --pin=false takes it back")
	cmd.Flags().BoolVar(&f.exclude, "exclude", false, "set it aside: not this year; --exclude=false takes it back")
	cmd.Flags().StringVar(&f.reason, "reason", "", "why it is set aside")
	cmd.Flags().StringVar(&f.revisit, "revisit", "", "when to look again, such as \"summer term\"")
	cmd.Flags().BoolVar(&f.reset, "reset", false, "take back everything said of it")
	return cmd
}

// over is m with what the flags say, and nothing else, changed.
func (f emphasisFlags) over(cmd *cobra.Command, m model.Emphasis) model.Emphasis {
	if f.reset {
		m = model.Emphasis{}
	}
	set := cmd.Flags().Changed
	if set("importance") {
		m.Importance = model.Importance(clean(f.importance))
	}
	if set("reach") {
		m.Reach = model.Reach(clean(f.reach))
	}
	if set("pin") {
		m.Pinned = f.pin
	}
	if set("exclude") {
		if m.Excluded = f.exclude; !f.exclude {
			m.Reason, m.Revisit = "", ""
		}
	}
	if set("reason") {
		m.Reason = f.reason
	}
	if set("revisit") {
		m.Revisit = f.revisit
	}
	return m
}

// emphasisWords is what the school says of an area, in words.
func (c *cli) emphasisWords(m model.Emphasis) string {
	var all []string
	if m.Importance != "" && m.Importance != model.Normal {
		all = append(all, string(m.Importance))
	}
	if m.Reach != "" && m.Reach != model.Everyone {
		all = append(all, "reaches "+map[model.Reach]string{model.Few: "a few " + c.own("pupils"), model.AGroup: "a group", model.APhase: "a phase"}[m.Reach])
	}
	if m.Pinned {
		all = append(all, "a priority whatever the suggestion")
	}
	if m.Excluded {
		all = append(all, strings.TrimSuffix("not now: "+clean(m.Reason), ": "))
	}
	if m.Revisit != "" {
		all = append(all, "look again: "+clean(m.Revisit))
	}
	return strings.Join(all, ", ")
}
