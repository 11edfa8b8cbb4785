// Package storetest is what any engine that keeps Waymark's log must pass.
//
// It promises that an engine for which Run succeeds can stand behind every
// screen and command. It also has Memory, the plainest engine that passes, and
// Author, which writes true signed records for tests. It imports only
// waymark/model, waymark/store for the shapes of its lists, and the standard
// library.
package storetest
