//go:build !selftest

package main

import tea "charm.land/bubbletea/v2"

// breakable is the app as it is; crash tests put one in its place that panics.
func breakable(m tea.Model) tea.Model { return m }
