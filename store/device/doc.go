// Package device keeps the keys that a machine signs its changes with.
//
// It promises that two programs running at the same time never sign with the
// same key, so that no chain of changes ever forks; that a key is written once,
// whole, for its owner's eyes only; and that a key in use is locked until it is
// closed or its program ends, however it ends.
//
// It imports only waymark/model, golang.org/x/sys and the standard library.
package device
