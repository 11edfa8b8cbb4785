//go:build !windows

package main

import (
	"os"
	"syscall"
)

// endSignals are those that ask a program to end. In a terminal in raw mode
// Ctrl+C is a key, so an interrupt comes from outside.
func endSignals() []os.Signal {
	return []os.Signal{syscall.SIGTERM, syscall.SIGHUP, syscall.SIGINT, syscall.SIGQUIT}
}

// stopSignals are those that stop a program for a while.
func stopSignals() []os.Signal { return []os.Signal{syscall.SIGTSTP} }

// hangup is the number of the signal a closed window sends.
const hangup = int(syscall.SIGHUP)
