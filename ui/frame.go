package ui

import (
	"fmt"
	"strings"

	tea "charm.land/bubbletea/v2"
	"github.com/charmbracelet/colorprofile"

	"waymark/ui/keys"
	"waymark/ui/layout"
	"waymark/ui/theme"
)

// The frame is the same on every screen and at every size, so that the eye
// learns three places: where am I, is it saved, what can I press.
const (
	headRows  = 2
	footRows  = 3
	footerGap = "   "
)

func (a *App) restyle() { a.env.Theme = theme.New(a.theme) }

func depth(m tea.ColorProfileMsg) theme.Depth {
	switch m.Profile {
	case colorprofile.TrueColor:
		return theme.True
	case colorprofile.ANSI256:
		return theme.Colours256
	case colorprofile.ANSI:
		return theme.Colours16
	case colorprofile.ASCII:
		return theme.Mono
	default: // no terminal, or one that says nothing of itself
		return theme.Dumb
	}
}

// body is the room a screen has.
func (a *App) body() layout.Size {
	w := a.env.Window
	return layout.Size{W: w.W, H: max(1, w.H-headRows-footRows)}
}

// View draws the frame. It computes nothing a screen could have prepared.
func (a *App) View() tea.View {
	var v tea.View
	v.AltScreen = true
	v.WindowTitle = "Waymark"
	if !a.sized || a.top() == nil {
		return v
	}
	lines := a.lines()
	v.Content = strings.Join(a.env.Theme.Paint(lines), "\n")
	if c, ok := a.top().(Clicking); ok && c != nil && !a.env.Prefs.NoMouse && !a.takesText() {
		v.MouseMode = tea.MouseModeCellMotion
	}
	if p, ok := a.top().(Pointing); ok && a.over == nil && a.env.Window.Class() != layout.Tiny {
		if x, y, on := p.Point(); on {
			v.Cursor = tea.NewCursor(x, y+headRows)
			v.Cursor.Blink = false
		}
	}
	return v
}

// lines is the frame as exactly as many lines as the window has rows.
func (a *App) lines() []string {
	s := a.env.Window
	if s.Class() == layout.Tiny {
		return a.plainen(a.tiny())
	}
	t := a.env.Theme
	rule := t.Border.Render(strings.Repeat(t.Glyph.Rule, s.W))
	body := layout.Fit(a.top().View(), a.body())
	if a.over != nil {
		body = a.over.Over(body)
	}
	lines := make([]string, 0, s.H)
	lines = append(lines, a.title(), rule)
	lines = append(lines, body...)
	lines = append(lines, rule, layout.Pad(" "+a.status(), s.W), a.keysLine())
	return a.plainen(lines)
}

// plainen swaps the marks that broken fonts lose, where the person asked for it.
func (a *App) plainen(lines []string) []string {
	if !a.env.Prefs.Plain {
		return lines
	}
	for i, l := range lines {
		lines[i] = theme.Plainen(l)
	}
	return lines
}

func (a *App) title() string {
	t, head := a.env.Theme, a.top().Head()
	crumbs := head.Crumbs
	if a.env.Window.Class() == layout.Narrow && len(crumbs) > 1 {
		crumbs = crumbs[len(crumbs)-1:]
	}
	if len(crumbs) == 0 {
		crumbs = []string{"Waymark"}
	}
	place := head.Place
	if a.env.Window.Class() == layout.Narrow {
		place = strings.Replace(place, " of ", "/", 1)
	}
	right := strings.TrimLeft(place+footerGap+a.savedState(), " ")
	if right = strings.TrimRight(right, " "); right != "" {
		right += " "
	}
	left := " " + t.Bold.Render(strings.Join(crumbs, " "+t.Glyph.Crumb+" "))
	return layout.Ends(left, right, a.env.Window.W)
}

// savedState never lies: "Saved" means committed and read back.
func (a *App) savedState() string {
	t := a.env.Theme
	if a.env.Desk == nil || a.env.Saver == nil {
		return ""
	}
	mark := ""
	if a.env.Example {
		mark = "Example" + footerGap
	}
	st := a.env.Saver.State()
	switch {
	case a.env.Desk.ReadOnly():
		return mark + t.Warn.Render("Read only")
	case st.Err != nil:
		return mark + t.Problem.Render("Not saved since "+clock(st.Since))
	case st.Waiting > 0:
		return mark + t.Muted.Render("Saving…")
	case st.Saved.IsZero():
		return mark + t.Good.Render("Saved")
	}
	return mark + t.Good.Render("Saved "+clock(st.Saved))
}

func (a *App) savedWords() string {
	if a.env.Saver == nil {
		return "There is nothing to save yet."
	}
	st := a.env.Saver.State()
	switch {
	case st.Err != nil:
		return fmt.Sprintf("Not saved since %s. Your work is kept and will be tried again.", clock(st.Since))
	case st.Waiting > 0:
		return "Saving now. You do not need to save."
	case st.Saved.IsZero():
		return "Already saved. You do not need to save."
	}
	return fmt.Sprintf("Already saved at %s. You do not need to save.", clock(st.Saved))
}

func (a *App) unsaved() int {
	if a.env.Saver == nil {
		return 0
	}
	if st := a.env.Saver.State(); st.Err != nil {
		return st.Waiting
	}
	return 0
}

func (a *App) drafts() int {
	n := 0
	for _, s := range a.stack {
		if u, ok := s.(Unfinished); ok {
			n += u.Drafts()
		}
	}
	return n
}

func (a *App) status() string {
	switch {
	case a.over != nil && a.over.Status() != "":
		return layout.Cut(a.over.Status(), a.env.Window.W-2)
	case a.said != "":
		return layout.Cut(a.said, a.env.Window.W-2)
	}
	return layout.Cut(a.top().Status(), a.env.Window.W-2)
}

func (a *App) keysLine() string {
	w := a.env.Window.W
	items := a.footer(layout.Size{W: w - 2})
	if a.over != nil {
		items = a.over.Footer()
	}
	t := a.env.Theme
	parts := make([]string, len(items))
	for i, l := range items {
		parts[i] = t.Accent.Render(shownKey(t, l)) + " " + l.Says()
	}
	return layout.Pad(" "+strings.Join(parts, footerGap), w)
}

func shownKey(t *theme.Theme, l keys.Live) string {
	return strings.NewReplacer("↑↓", t.Glyph.ArrowsUD, "←→", t.Glyph.ArrowsLR).Replace(l.Key())
}

// tiny is what is left under 50 by 14: the way out, and the keys still work.
func (a *App) tiny() []string {
	s := a.env.Window
	text := "Make this window bigger, or press Ctrl and − (Cmd and − on a Mac). Your work is saved."
	if st := a.savedState(); strings.Contains(st, "Not saved") {
		text = "Make this window bigger, or press Ctrl and − (Cmd and − on a Mac). Your work is kept."
	}
	lines := layout.Wrap(text, s.W)
	crumbs := a.top().Head().Crumbs
	if len(crumbs) > 0 {
		lines = append(lines, layout.Cut(crumbs[len(crumbs)-1], s.W))
	}
	lines = append(lines, layout.Cut(a.status(), s.W))
	for _, l := range a.footer(layout.Size{W: s.W}) {
		lines = append(lines, layout.Cut(l.Key()+" "+l.Says(), s.W))
	}
	return layout.Fit(lines, s)
}
