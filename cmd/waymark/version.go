package main

import (
	"fmt"
	"runtime"
	"runtime/debug"

	"github.com/spf13/cobra"
)

// release is set by the linker when a release is built.
var release string //nolint:gochecknoglobals // the linker can set nothing else

// version is what this program is called when somebody reports a fault.
func version() string {
	if release != "" {
		return release
	}
	if info, ok := debug.ReadBuildInfo(); ok && info.Main.Version != "" && info.Main.Version != "(devel)" {
		return info.Main.Version
	}
	return "development"
}

func (c *cli) versionCmd() *cobra.Command {
	return &cobra.Command{
		Use: "version", Short: "Print the version", Args: cobra.NoArgs,
		Example: "  waymark version\n  waymark version --json",
		RunE: func(*cobra.Command, []string) error {
			type data struct {
				Version string `json:"version"`
				Go      string `json:"go"`
				OS      string `json:"os"`
				Arch    string `json:"arch"`
			}
			d := data{version(), runtime.Version(), runtime.GOOS, runtime.GOARCH}
			return c.print("version", d, func() {
				fmt.Fprintf(c.out, "waymark %s %s/%s %s\n", d.Version, d.OS, d.Arch, d.Go)
			})
		},
	}
}
