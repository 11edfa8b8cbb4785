package main

import "github.com/spf13/cobra"

// addCommands hangs every noun on the root.
func (c *cli) addCommands(root *cobra.Command) {
	root.AddCommand(c.schoolCmd(), c.rubricCmd(), c.assessCmd(), c.overviewCmd(), c.prioritiesCmd(), c.versionCmd())
}
