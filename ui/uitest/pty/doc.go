// Package pty drives the real program in a real terminal: keys in, a screen
// out, with an emulator behind the terminal that draws what the program sends
// and answers what it asks, or does not.
//
// It promises to wait for texts and never for time: the only pauses are those
// between keys, as long as a quick person's. It is for tests only and imports
// nothing of Waymark. It works wherever there are pseudo-terminals, which is
// not on Windows.
package pty
