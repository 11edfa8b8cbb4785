//go:build !selftest

package main

import "github.com/spf13/cobra"

// extraCmds are the commands of crash-test builds; others have none.
func (*cli) extraCmds() []*cobra.Command { return nil }
