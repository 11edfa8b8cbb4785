package main

import "github.com/spf13/cobra"

// addCommands hangs every noun on the root.
func (c *cli) addCommands(root *cobra.Command) {
	cobra.EnableCommandSorting = false // listed in the order of the work
	cobra.MousetrapHelpText = ""       // opened from the desktop on Windows, the app opens
	root.AddCommand(
		c.schoolCmd(), c.rubricCmd(), c.assessCmd(), c.visitCmd(), c.meetingCmd(), c.overviewCmd(), c.prioritiesCmd(), c.exportCmd(),
		c.searchCmd(), c.historyCmd(), c.undoCmd(), c.redoCmd(),
		c.backupCmd(), c.doctorCmd(), c.dumpCmd(), c.demoCmd(),
		c.completionCmd(root), c.versionCmd(),
	)
	root.AddCommand(c.extraCmds()...)
	root.SetHelpCommand(c.helpCmd(root))
	root.InitDefaultHelpCmd()
	completing(root)
}
