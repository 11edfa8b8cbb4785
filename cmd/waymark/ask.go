package main

import (
	"context"
	"errors"
	"fmt"

	"charm.land/huh/v2"
)

// Questions are asked of a person at a terminal and of nobody else: a script,
// a pipe and --no-input get the failure that says what to type instead. The
// questions go to where messages go, so that what is printed stays data.

// mayAsk reports whether somebody is there to answer.
func (c *cli) mayAsk() bool {
	return isTerminal(c.in) && isTerminal(c.err) && !c.flags.noInput && !c.flags.json && !c.flags.plain && !c.flags.quiet
}

// choose asks which of the options is meant and returns its place. Where
// nobody can be asked it returns otherwise.
func (c *cli) choose(ctx context.Context, question string, options []string, otherwise error) (int, error) {
	if !c.mayAsk() {
		return 0, otherwise
	}
	at := 0
	choices := make([]huh.Option[int], len(options))
	for i, o := range options {
		choices[i] = huh.NewOption(o, i)
	}
	field := huh.NewSelect[int]().Title(question).Options(choices...).Value(&at)
	return at, c.ask(ctx, field)
}

// sure asks before something that takes work away. The safe answer is chosen,
// and the other takes a key of its own before Enter.
func (c *cli) sure(ctx context.Context, question, detail, keep, do string, otherwise error) error {
	if !c.mayAsk() {
		return otherwise
	}
	yes := false
	field := huh.NewSelect[bool]().Title(question).Description(detail).
		Options(huh.NewOption(keep, false), huh.NewOption(do, true)).Value(&yes)
	if err := c.ask(ctx, field); err != nil {
		return err
	}
	if !yes {
		return &failure{exit: exitDone, code: "kept", message: "Kept. Nothing was changed."}
	}
	return nil
}

// ask runs one question. Leaving it unanswered changes nothing.
func (c *cli) ask(ctx context.Context, field huh.Field) error {
	form := huh.NewForm(huh.NewGroup(field)).WithInput(c.in).WithOutput(c.err).WithTheme(huh.ThemeFunc(huh.ThemeBase))
	switch err := form.RunWithContext(ctx); {
	case errors.Is(err, huh.ErrUserAborted):
		return &failure{exit: exitInterrupted, code: "interrupted", message: "Stopped. Nothing was changed.", err: err}
	case err != nil:
		return fmt.Errorf("ask: %w", err)
	}
	return nil
}
