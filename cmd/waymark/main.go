// Command waymark is the whole program: started alone in a terminal it opens
// the app; with words after it, it carries out one command and ends.
//
// This package wires paths, flags and exit codes to the packages below it. It
// holds no rule of the product: those are in waymark/model.
package main

import (
	"context"
	"io"
	"os"
)

func main() {
	os.Exit(run(context.Background(), os.Args[1:], streams{os.Stdin, os.Stdout, os.Stderr}))
}

// streams are the three ends of a command.
type streams struct {
	in       io.Reader
	out, err io.Writer
}

// run carries out one command line and returns its exit code (help exit-codes).
func run(ctx context.Context, args []string, s streams) int {
	return (&cli{streams: s}).run(ctx, args)
}

// run is the only place where an error becomes a code and a sentence.
func (c *cli) run(ctx context.Context, args []string) (code int) {
	defer func() {
		if recover() != nil { // the value is not shown: it may hold somebody's words
			code = c.report(unexpected(frames()))
		}
	}()
	err := execute(ctx, c, args)
	if c.ws != nil {
		if closed := c.ws.close(); err == nil {
			err = closed
		}
	}
	return c.report(err)
}
