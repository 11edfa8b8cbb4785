package device

import "errors"

// errHeld says that a running program holds the lock.
var errHeld = errors.New("held by another program")
