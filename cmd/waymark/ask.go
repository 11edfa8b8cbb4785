package main

import (
	"context"
	"errors"
	"fmt"

	tea "charm.land/bubbletea/v2"
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
	return c.ask(ctx, newAsking(question, "", options))
}

// sure asks before something that takes work away. The safe answer is chosen,
// and the other takes a key of its own before Enter.
func (c *cli) sure(ctx context.Context, question, detail, keep, do string, otherwise error) error {
	if !c.mayAsk() {
		return otherwise
	}
	at, err := c.ask(ctx, newAsking(question, detail, []string{keep, do}))
	if err != nil {
		return err
	}
	if at == 0 {
		return &failure{exit: exitDone, code: "kept", message: "Kept. Nothing was changed."}
	}
	return nil
}

// ask puts one question and returns the place of its answer. Leaving it
// unanswered, by a key or because the terminal goes, changes nothing.
func (c *cli) ask(ctx context.Context, q *asking) (int, error) {
	_, err := tea.NewProgram(q, tea.WithContext(ctx), tea.WithInput(c.in), tea.WithOutput(c.err)).Run()
	if err != nil && !errors.Is(err, tea.ErrInterrupted) {
		return 0, fmt.Errorf("ask: %w", err)
	}
	if at, ok := q.answer(); ok && err == nil {
		return at, nil
	}
	return 0, &failure{exit: exitInterrupted, code: "interrupted", message: "Stopped. Nothing was changed.", err: err}
}
