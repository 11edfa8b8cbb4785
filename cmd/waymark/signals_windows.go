package main

import (
	"os"
	"syscall"
)

// endSignals are those that ask a program to end. Closing the window, logging
// off and shutting down arrive as SIGTERM and leave about five seconds.
func endSignals() []os.Signal { return []os.Signal{os.Interrupt, syscall.SIGTERM} }

// stopSignals is empty: Windows has no way of stopping a program for a while.
func stopSignals() []os.Signal { return nil }

// hangup is the number of the signal a closed window would send.
const hangup = int(syscall.SIGHUP)
