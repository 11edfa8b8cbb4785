package main

import (
	"context"
	"slices"
	"strings"

	"github.com/spf13/cobra"

	"waymark/model"
)

func (c *cli) acceptCmd() *cobra.Command {
	var f suggestFlags
	cmd := &cobra.Command{
		Use: "accept [AREA…]", Short: "Take suggested areas into the plan; with no area, all that are suggested",
		Example: "  waymark priorities accept 2.3 4.1\n  waymark priorities accept --dry-run",
		RunE: func(cmd *cobra.Command, args []string) error {
			return c.accept(cmd.Context(), args, f)
		},
	}
	f.add(cmd)
	return cmd
}

func (c *cli) accept(ctx context.Context, args []string, f suggestFlags) error {
	o, a, err := c.suggestion(ctx, f)
	if err != nil {
		return err
	}
	areas, err := pickAreas(o.book.Rubric(), args)
	if err != nil {
		return err
	}
	if len(args) == 0 {
		for _, id := range a.Suggested() {
			area, _ := o.book.Rubric().Area(id)
			areas = append(areas, area)
		}
	}
	if err := o.work(ctx); err != nil {
		return err
	}
	return o.act(ctx, func() ([]model.Change, error) {
		var all []model.Change
		place := int64(0)
		for _, area := range areas {
			if o.planned(area.ID) {
				continue
			}
			if len(o.plan())+int(place) >= model.MostPriorities {
				return nil, &model.FullError{Have: len(o.plan()) + int(place)}
			}
			text := model.PriorityText{Title: area.Title, Areas: append([]model.AreaID{area.ID}, a.Supporting[area.ID]...)}
			changes, err := o.book.AddPriority(model.PriorityID(o.ws.newID()), text)
			if err != nil {
				return nil, err
			}
			all, place = append(all, later(changes, place)...), place+1
		}
		if len(all) == 0 {
			return nil, model.ErrNothing
		}
		return all, nil
	}, "", undoing+". Next: waymark priorities list")
}

// later moves new priorities down by as many as were added before them in the
// same act: the book does not know of those yet.
func later(changes []model.Change, by int64) []model.Change {
	for i, c := range changes {
		if p, ok := c.Value.(model.PriorityText); ok {
			p.Place += by
			changes[i].Value = p
		}
	}
	return changes
}

// planned reports whether a priority is about area already.
func (o *opened) planned(area model.AreaID) bool {
	return slices.ContainsFunc(o.plan(), func(p priorityJSON) bool { return len(p.Areas) > 0 && p.Areas[0] == area })
}

func (c *cli) addPriorityCmd() *cobra.Command {
	var areas string
	cmd := &cobra.Command{
		Use: "add TITLE", Short: "Add a priority of your own",
		Example: "  waymark priorities add \"Make every book in the library easy to find\"\n  waymark priorities add \"Widen the enrichment offer\" --areas 6.2,6.3",
		Args:    c.words(1, 1, "what you will work on"),
		RunE: func(cmd *cobra.Command, args []string) error {
			return c.onPlan(cmd.Context(), func(o *opened) ([]model.Change, error) {
				only, err := parseAreas(o.book.Rubric(), areas)
				if err != nil {
					return nil, err
				}
				return o.book.AddPriority(model.PriorityID(o.ws.newID()), model.PriorityText{Title: args[0], Areas: only, Own: true})
			})
		},
	}
	cmd.Flags().StringVar(&areas, "areas", "", "what it is about: a `LIST` of areas with commas between, the main one first")
	return cmd
}

func (c *cli) setAsideCmd() *cobra.Command {
	var reason, revisit string
	var back bool
	cmd := &cobra.Command{
		Use: "set-aside AREA", Short: "Say not now: keep an area off the suggestions, and say why",
		Example: "  waymark priorities set-aside 3.4 --reason \"The new scheme starts in spring\"\n  waymark priorities set-aside 3.4 --back",
		Args:    c.words(1, 1, "one area"),
		RunE: func(cmd *cobra.Command, args []string) error {
			return c.onPlan(cmd.Context(), func(o *opened) ([]model.Change, error) {
				a, err := pickArea(o.book.Rubric(), args[0])
				if err != nil {
					return nil, err
				}
				m := o.book.Evaluation().Area(a.ID).Emphasis
				m.Excluded, m.Reason, m.Revisit = !back, reason, revisit
				if !back {
					m.Pinned = false
				}
				return o.book.Emphasise(a.ID, m)
			})
		},
	}
	cmd.Flags().StringVar(&reason, "reason", "", "why not now")
	cmd.Flags().StringVar(&revisit, "revisit", "", "when to look again, such as \"summer term\"")
	cmd.Flags().BoolVar(&back, "back", false, "take it back: let the area be suggested")
	return cmd
}

func (c *cli) rewordCmd() *cobra.Command {
	return &cobra.Command{
		Use: "reword PLACE TITLE", Short: "Change the words of a priority",
		Example: "  waymark priorities reword 1 \"Adapt teaching so that pupils keep up in the lesson\"\n  waymark priorities reword 2.3 \"Check understanding before moving on\"",
		Args:    c.words(2, 2, "the place of a priority, and its new words"),
		RunE: func(cmd *cobra.Command, args []string) error {
			return c.onPlan(cmd.Context(), func(o *opened) ([]model.Change, error) {
				p, err := o.priority(args[0])
				if err != nil {
					return nil, err
				}
				return o.book.Reword(p.ID, args[1])
			})
		},
	}
}

func (c *cli) mergeCmd() *cobra.Command {
	var title string
	cmd := &cobra.Command{
		Use: "merge PLACE PLACE", Short: "Put two priorities together",
		Example: "  waymark priorities merge 2 3 --title \"Adapt teaching so that pupils keep up\"\n  waymark priorities merge 2 3",
		Args:    c.words(2, 2, "the places of two priorities"),
		RunE: func(cmd *cobra.Command, args []string) error {
			return c.onPlan(cmd.Context(), func(o *opened) ([]model.Change, error) {
				p, err := o.priority(args[0])
				if err != nil {
					return nil, err
				}
				other, err := o.priority(args[1])
				if err != nil {
					return nil, err
				}
				return o.book.Merge(p.ID, other.ID, first(title, p.Title+"; "+other.Title))
			})
		},
	}
	cmd.Flags().StringVar(&title, "title", "", "the words of the one priority they become")
	return cmd
}

func (c *cli) swapCmd() *cobra.Command {
	return &cobra.Command{
		Use: "swap PLACE AREA", Short: "Put another area in the place of a priority",
		Example: "  waymark priorities swap 3 4.1\n  waymark priorities swap 3 phonics",
		Args:    c.words(2, 2, "the place of a priority, and an area"),
		RunE: func(cmd *cobra.Command, args []string) error {
			return c.onPlan(cmd.Context(), func(o *opened) ([]model.Change, error) {
				p, err := o.priority(args[0])
				if err != nil {
					return nil, err
				}
				a, err := pickArea(o.book.Rubric(), args[1])
				if err != nil {
					return nil, err
				}
				if o.planned(a.ID) {
					return nil, &failure{exit: exitFailed, code: "priority_exists", message: clean(a.Name()) + " is a priority already. Nothing was changed.", hint: "See waymark priorities list."}
				}
				return o.book.Replace(p.ID, model.PriorityText{Title: a.Title, Areas: []model.AreaID{a.ID}})
			})
		},
	}
}

func (c *cli) dropCmd() *cobra.Command {
	return &cobra.Command{
		Use: "drop PLACE", Short: "Take a priority out of the plan",
		Example: "  waymark priorities drop 4\n  waymark priorities drop 2.3",
		Args:    c.words(1, 1, "the place of a priority"),
		RunE: func(cmd *cobra.Command, args []string) error {
			return c.onPlan(cmd.Context(), func(o *opened) ([]model.Change, error) {
				p, err := o.priority(args[0])
				if err != nil {
					return nil, err
				}
				return o.book.Drop(p.ID)
			})
		},
	}
}

func (c *cli) moveCmd() *cobra.Command {
	return &cobra.Command{
		Use: "move PLACE up|down", Short: "Move a priority up or down in the plan",
		Example: "  waymark priorities move 3 up\n  waymark priorities move 1 down",
		Args:    c.words(2, 2, "the place of a priority, and up or down"),
		RunE: func(cmd *cobra.Command, args []string) error {
			by, ok := map[string]int{"up": -1, "down": 1}[strings.ToLower(args[1])]
			if !ok {
				return usage("Use up or down.", "A priority cannot be moved “%s”.", clean(args[1]))
			}
			return c.onPlan(cmd.Context(), func(o *opened) ([]model.Change, error) {
				p, err := o.priority(args[0])
				if err != nil {
					return nil, err
				}
				return o.book.MovePriority(p.ID, by)
			})
		},
	}
}

func (c *cli) fewerCmd() *cobra.Command {
	return &cobra.Command{
		Use: "fewer REASON", Short: "Say why there are fewer than three priorities",
		Example: "  waymark priorities fewer \"One big change at a time: the new reading scheme\"\n  waymark priorities fewer \"\"",
		Args:    c.words(1, 1, "why"),
		RunE: func(cmd *cobra.Command, args []string) error {
			return c.onPlan(cmd.Context(), func(o *opened) ([]model.Change, error) { return o.book.ExplainFewer(args[0]) })
		},
	}
}
