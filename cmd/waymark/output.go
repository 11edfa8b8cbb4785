package main

import (
	"encoding/json"
	"fmt"
)

// envelope is the one shape of what --json prints.
type envelope struct {
	Schema   string   `json:"schema"`
	Data     any      `json:"data"`
	Warnings []string `json:"warnings"`
}

// print writes data: as one object with --json, else as people or scripts
// read it. name becomes the schema "waymark.<name>/1".
func (c *cli) print(name string, data any, people func()) error {
	if !c.flags.json {
		people()
		return nil
	}
	return c.printJSON(name, data, nil)
}

func (c *cli) printJSON(name string, data any, warnings []string) error {
	if warnings == nil {
		warnings = []string{}
	}
	enc := json.NewEncoder(c.out)
	enc.SetEscapeHTML(false)
	if err := enc.Encode(envelope{"waymark." + name + "/1", data, warnings}); err != nil {
		return fmt.Errorf("print: %w", err)
	}
	return nil
}

// say tells the person what happened, beside the data and never in it.
func (c *cli) say(format string, args ...any) {
	if !c.flags.quiet {
		fmt.Fprintf(c.err, format+"\n", args...)
	}
}
