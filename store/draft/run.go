package draft

import (
	"context"
	"errors"
	"fmt"
	"os"
	"runtime"
	"syscall"
	"time"
)

// Run is one run of the program: its process, and when it was last known to be
// alive.
type Run struct {
	PID     int
	Started time.Time
	Alive   time.Time
}

// Started notes that this run began. Ask LastUnclean first: a system may give
// a process the number of one that died.
func (d *Drafts) Started(ctx context.Context, pid int, at time.Time) error {
	_, err := d.db.ExecContext(ctx, `INSERT INTO run (pid, started, alive) VALUES ($1, $2, $2)
		ON CONFLICT (pid) DO UPDATE SET started = excluded.started, alive = excluded.alive`, pid, at.UnixMilli())
	if err != nil {
		return fmt.Errorf("note the start: %w", err)
	}
	d.pid.Store(int64(pid))
	return nil
}

// Alive notes that this run was still going on at a moment. Called when
// something is saved, it lets the next start say when this run stopped.
func (d *Drafts) Alive(ctx context.Context, at time.Time) error {
	if _, err := d.db.ExecContext(ctx, "UPDATE run SET alive = $1 WHERE pid = $2", at.UnixMilli(), d.pid.Load()); err != nil {
		return fmt.Errorf("note a sign of life: %w", err)
	}
	return nil
}

// Ended notes that this run closed properly.
func (d *Drafts) Ended(ctx context.Context) error {
	if _, err := d.db.ExecContext(ctx, "DELETE FROM run WHERE pid = $1", d.pid.Load()); err != nil {
		return fmt.Errorf("note the end: %w", err)
	}
	return nil
}

// LastUnclean is the latest run that neither ended nor is still going on; ok
// is false when there is none. A second window is not a crash.
func (d *Drafts) LastUnclean(ctx context.Context) (last Run, ok bool, err error) {
	dead, err := d.dead(ctx)
	if err != nil || len(dead) == 0 {
		return Run{}, false, err
	}
	return dead[0], true, nil
}

// Told forgets the runs that LastUnclean speaks of, once a person has seen it.
func (d *Drafts) Told(ctx context.Context) error {
	dead, err := d.dead(ctx)
	if err != nil {
		return err
	}
	for _, r := range dead {
		if _, err := d.db.ExecContext(ctx, "DELETE FROM run WHERE pid = $1", r.PID); err != nil {
			return fmt.Errorf("forget an earlier run: %w", err)
		}
	}
	return nil
}

// dead lists the runs that never ended and are gone, the latest first.
func (d *Drafts) dead(ctx context.Context) ([]Run, error) {
	rows, err := d.db.QueryContext(ctx, "SELECT pid, started, alive FROM run WHERE pid <> $1 ORDER BY alive DESC, pid", d.pid.Load())
	if err != nil {
		return nil, fmt.Errorf("read earlier runs: %w", err)
	}
	defer rows.Close()
	var all []Run
	for rows.Next() {
		var r Run
		var started, alive int64
		if err := rows.Scan(&r.PID, &started, &alive); err != nil {
			return nil, fmt.Errorf("read earlier runs: %w", err)
		}
		r.Started, r.Alive = time.UnixMilli(started).UTC(), time.UnixMilli(alive).UTC()
		if r.PID == os.Getpid() || !running(r.PID) {
			all = append(all, r)
		}
	}
	if err := rows.Err(); err != nil {
		return nil, fmt.Errorf("read earlier runs: %w", err)
	}
	return all, nil
}

// running reports whether there is a process with that number. It may be
// another program's by now: then a crash goes untold, and drafts are offered
// all the same.
func running(pid int) bool {
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
