package main

import (
	"os"

	"github.com/charmbracelet/x/ansi"
	"github.com/charmbracelet/x/term"
)

// terminalState is how the terminal is set now, or nil where there is none.
func terminalState(w *workspace) *term.State {
	in, ok := w.in.(*os.File)
	if !ok {
		return nil
	}
	state, err := term.GetState(in.Fd())
	if err != nil {
		return nil
	}
	return state
}

// giveBack sets the terminal as it was. The app does so itself, but not when
// it was ended while an editor was open: then it takes the terminal once more
// after it has been given back.
func giveBack(w *workspace, before *term.State) {
	if before == nil {
		return
	}
	if in, ok := w.in.(*os.File); ok {
		_ = term.Restore(in.Fd(), before) // the window may be gone
	}
	_, _ = w.out.Write([]byte(ansi.ResetModeAltScreenSaveCursor + ansi.SetModeTextCursorEnable + ansi.ResetModeBracketedPaste +
		ansi.ResetModeMouseButtonEvent + ansi.ResetModeMouseExtSgr + ansi.ResetStyle)) // for the same reason
}
