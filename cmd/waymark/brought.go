package main

import (
	"context"
	"errors"
	"os"
	"runtime"
	"slices"
	"strconv"
	"strings"
	"syscall"

	"waymark/model"
	"waymark/store/draft"
	"waymark/ui/env"
	"waymark/ui/task"
)

// found is what an earlier run left: what to offer, and whether it stopped
// before it could close.
type found struct {
	brought *env.Brought // nil for nothing
	unclean bool
	drafts  []draft.Draft // those offered, with the program that kept them
}

// lookBack reads what earlier runs left for the evaluations of known.
func (w *workspace) lookBack(ctx context.Context, known func(model.EvaluationID) bool) found {
	var f found
	b := env.Brought{Records: w.brought}
	if w.drafts != nil {
		run, unclean, err := w.drafts.LastUnclean(ctx)
		if f.unclean = unclean && err == nil; f.unclean {
			b.StoppedAt = run.Alive
		}
		all, err := w.drafts.All(ctx)
		if err != nil {
			all = nil // what cannot be read cannot be offered
		}
		for _, d := range all {
			if running(d.Process) || !known(d.Evaluation) || strings.TrimSpace(d.Text) == "" {
				continue
			}
			f.drafts = append(f.drafts, d)
			b.Drafts = append(b.Drafts, task.Draft{Key: d.Key, Evaluation: d.Evaluation, Area: d.Area, Text: d.Text, At: d.At.UnixMilli()})
			if d.At.After(b.StoppedAt) && f.unclean {
				b.StoppedAt = d.At
			}
		}
	}
	if len(b.Records)+len(b.Drafts) > 0 {
		f.brought = &b
	}
	return f
}

// process names this run among those that keep drafts: its number first, so
// that another run can see whether it still goes on.
func (w *workspace) process() string { return strconv.Itoa(os.Getpid()) + " " + w.newID() }

// running reports whether the program of that name still runs.
func running(process string) bool {
	number, _, _ := strings.Cut(process, " ")
	pid, err := strconv.Atoi(number)
	if err != nil || pid == os.Getpid() {
		return false
	}
	p, err := os.FindProcess(pid)
	if err != nil {
		return false
	}
	defer func() { _ = p.Release() }() // nothing of the process was changed
	if runtime.GOOS == "windows" {
		return true // finding it has opened it
	}
	err = p.Signal(syscall.Signal(0))
	return err == nil || errors.Is(err, os.ErrPermission)
}

// journal keeps drafts in the state folder. A draft that came from an earlier
// run goes with the one that was written over it.
func (w *workspace) journal(f found) *task.Journal {
	ctx, process := context.Background(), w.process()
	missing := errors.New("keep draft: the state folder cannot be written")
	keep := func(d task.Draft) error {
		if w.drafts == nil { // it may be opened later, once trouble is resolved
			return missing
		}
		return w.drafts.Keep(ctx, draft.Draft{
			Key: d.Key, Process: process, Evaluation: d.Evaluation, Area: d.Area, Text: d.Text, At: w.clock(),
		})
	}
	drop := func(key string) error {
		if w.drafts == nil {
			return missing
		}
		err := w.drafts.DropOwn(ctx, key, process)
		for _, d := range f.drafts {
			if d.Key == key {
				err = errors.Join(err, w.drafts.DropOwn(ctx, key, d.Process))
			}
		}
		return err
	}
	return task.NewJournal(keep, drop)
}

// unfinished reports whether drafts are left that nobody has filed.
func (w *workspace) unfinished(ctx context.Context) bool {
	if w.drafts == nil {
		return false
	}
	all, err := w.drafts.All(ctx)
	return err == nil && slices.ContainsFunc(all, func(d draft.Draft) bool { return strings.TrimSpace(d.Text) != "" })
}
