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
	c.end, c.out = c.out, &minded{to: c.out}
	err := execute(ctx, c, args)
	if c.ws != nil {
		if closed := c.ws.close(); err == nil {
			err = closed
		}
	}
	if lost := c.lost(); lost != nil { // whatever came of it, this is why
		err = lost
	}
	return c.report(err)
}

// minded remembers the first failure to write, so that a full disk behind a
// pipe is not taken for success.
type minded struct {
	to  io.Writer
	err error
}

// Write passes p on until a write has failed.
func (m *minded) Write(p []byte) (int, error) {
	if m.err != nil {
		return 0, m.err
	}
	n, err := m.to.Write(p)
	m.err = err
	return n, err
}

// lost says that not everything that was printed arrived.
func (c *cli) lost() error {
	if m, ok := c.out.(*minded); ok && m.err != nil {
		return &failure{exit: exitFailed, code: "not_printed", message: "Not everything could be printed: there may be no room where it goes.", hint: "Send it somewhere else.", err: m.err}
	}
	return nil
}
