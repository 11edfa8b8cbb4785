package env

import (
	"time"

	tea "charm.land/bubbletea/v2"
)

// InAMinute makes msg come back to the screens in a minute, so that what says
// how long something has taken is drawn again. Nothing else moves by itself.
func (e *Env) InAMinute(msg tea.Msg) tea.Cmd {
	if e.Wait == nil {
		return nil
	}
	return e.Wait(time.Minute, msg)
}
