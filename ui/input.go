package ui

import (
	"errors"
	"fmt"
	"strings"

	tea "charm.land/bubbletea/v2"

	"waymark/model"
	"waymark/model/desk"
	"waymark/ui/guard"
	"waymark/ui/keys"
	"waymark/ui/layout"
	"waymark/ui/nav"
	"waymark/ui/overlay"
	"waymark/ui/widget"
)

// mostWaiting bounds the keys kept while the next place is being opened.
const mostWaiting = 256

// key takes a key from the terminal. In a field every letter is a letter;
// elsewhere the guard sees it first.
func (a *App) key(k tea.KeyPressMsg) tea.Cmd {
	if k.Mod == tea.ModAlt && k.Text == "" && k.Code >= ' ' && k.Code < 0x7f {
		// Esc and a quick second key arrive as Alt and the key.
		letter := tea.KeyPressMsg{Code: k.Code, Text: string(k.Code)}
		return tea.Batch(a.key(tea.KeyPressMsg{Code: tea.KeyEscape}), a.moveThen(letter))
	}
	if a.env.Nav.Held() {
		if len(a.waiting) < mostWaiting {
			a.waiting = append(a.waiting, k)
		}
		return nil
	}
	if a.over == nil && a.takesText() {
		return a.press(k)
	}
	text := k.Text
	if keys.Name(k) == "space" {
		text = " "
	}
	v := a.guard.Feed(guard.Key[tea.KeyPressMsg]{Key: k, Text: text, At: a.env.Clock()})
	return a.verdict(v)
}

func (a *App) moveThen(k tea.KeyPressMsg) tea.Cmd {
	return tea.Batch(a.move(), a.key(k))
}

func (a *App) verdict(v guard.Verdict[tea.KeyPressMsg]) tea.Cmd {
	var cmds []tea.Cmd
	if v.Paste != "" {
		if v.TookIn {
			a.takeBack()
		}
		cmds = append(cmds, a.offer(v.Paste))
	}
	for _, k := range v.Run {
		if a.env.Nav.Held() {
			a.waiting = append(a.waiting, k)
			continue
		}
		a.remember()
		cmds = append(cmds, a.press(k), a.move())
	}
	if v.Wait != 0 {
		cmds = append(cmds, a.after(guard.BurstIn, settleMsg{v.Wait}))
	}
	return tea.Batch(cmds...)
}

// press handles one key that somebody meant.
func (a *App) press(k tea.KeyPressMsg) tea.Cmd {
	a.said = ""
	name := keys.Name(k)
	if name != "ctrl+c" {
		a.breaks = false
	}
	if a.over != nil {
		return a.overlaid(a.over.Key(k))
	}
	top := a.top()
	if top == nil {
		return nil
	}
	live := a.live()
	if a.takesText() {
		if !keys.Control(k) {
			return top.Update(k)
		}
		live = keys.Fields(live)
	}
	p := keys.Resolve(k, live)
	switch {
	case p.Action == keys.None:
		if a.takesText() {
			return top.Update(k)
		}
		return nil
	case p.Action == keys.Enter && a.guard.TooSoon(a.env.Clock()):
		return nil
	case p.Action == keys.Level && a.guard.Repeated(name, a.env.Clock()):
		return nil
	}
	return a.act(p)
}

// act carries out an action: the screen's, unless it is one of those that are
// the app's wherever one is. A screen lists those only to have them in its footer.
func (a *App) act(p keys.Press) tea.Cmd {
	for _, l := range a.top().Live() {
		if l.Action == p.Action && (!everywhere(p.Action) || p.Action == keys.Find && a.searches()) {
			return a.top().Act(p)
		}
	}
	switch p.Action {
	case keys.Back:
		return a.pop()
	case keys.Help:
		a.show(overlay.NewHelp(a.env.Theme, a.helpTitle(), a.top().Live(), a.globals()).In(a.env.Say))
	case keys.Menu:
		a.show(overlay.NewMenu(a.env.Theme, a.live()))
	case keys.Go:
		a.show(overlay.NewGo(a.env.Theme))
	case keys.Leave:
		a.show(overlay.NewLeave(a.unsaved(), a.drafts()))
	case keys.Undo:
		a.undone("Undid: ", " U to do it again", (*desk.Desk).Undo)
	case keys.Redo:
		a.undone("Did again: ", " u to take it back", (*desk.Desk).Redo)
	case keys.Find:
		a.env.Nav.Push(nav.Find{})
	case keys.QuickNote:
		a.env.Nav.Push(a.env.QuickNote())
	case keys.Display:
		a.env.Nav.Push(nav.Display{})
	case keys.SavedAlready:
		a.said = a.savedWords()
	case keys.Interrupt:
		a.interrupt()
	case keys.Redraw:
		return tea.ClearScreen
	}
	return nil
}

func (a *App) searches() bool {
	s, ok := a.top().(Searching)
	return ok && s.Searches()
}

func everywhere(a keys.Action) bool {
	switch a {
	case keys.Menu, keys.Go, keys.Help, keys.Leave, keys.Display, keys.Find, keys.QuickNote,
		keys.SavedAlready, keys.Interrupt, keys.Redraw:
		return true
	}
	return false
}

func (a *App) interrupt() {
	if a.breaks {
		a.env.Nav.Quit()
		return
	}
	a.breaks = true
	a.said = "To copy, hold Shift and drag. Ctrl+C again to leave"
}

func (a *App) undone(did, again string, take func(*desk.Desk) ([]model.Step, error)) {
	steps, err := take(a.env.Desk)
	switch {
	case errors.Is(err, model.ErrNothing):
		a.said = "There is nothing to undo here."
		if strings.HasPrefix(did, "Did") {
			a.said = "There is nothing to do again."
		}
	case errors.Is(err, desk.ErrReadOnly):
		a.said = "This was opened to read only. Nothing has changed."
	case err != nil:
		a.said = "That could not be undone. Nothing has changed."
	default:
		a.said = did + undoWords(steps, strings.HasPrefix(did, "Undid")) + "." + again
		_ = a.top().Update(nav.ReturnedMsg{})
		_ = a.top().Update(nav.UndoneMsg{Steps: steps})
	}
}

// undoWords says "1.3 from 3 back to 2" where it can.
func undoWords(steps []model.Step, back bool) string {
	words := model.DescribeAll(steps)
	if back && len(steps) > 0 && steps[0].Kind == model.KindJudgement {
		words = strings.Replace(words, " to ", " back to ", 1)
	}
	return words
}

func (a *App) show(o overlay.Overlay) {
	a.over = o
	o.Resize(a.body())
}

// overlaid carries out what an overlay decided.
func (a *App) overlaid(d overlay.Decision) tea.Cmd {
	if d.Stay {
		return nil
	}
	a.over = nil
	switch {
	case d.Quit:
		a.env.Nav.Quit()
	case d.Place != nil:
		return a.goTo(d.Place)
	case d.Keep != "":
		return a.keepPasted(d.Keep)
	case d.Press.Action != keys.None:
		return a.act(d.Press)
	}
	return nil
}

// goTo opens a place from the home page. Without an open school there is only
// the page that asks for one.
func (a *App) goTo(r nav.Route) tea.Cmd {
	if a.env.Desk == nil {
		if _, schools := r.(nav.SchoolName); !schools {
			a.said = "Choose a school first."
			return nil
		}
	}
	if _, home := r.(nav.Home); home {
		a.env.Nav.Home(nil)
		return nil
	}
	a.env.Nav.Home(r)
	return nil
}

// paste goes into the field that has the focus; elsewhere it is offered as a note.
func (a *App) paste(text string) tea.Cmd {
	if a.over == nil && a.takesText() {
		a.said = ""
		return a.top().Update(tea.PasteMsg{Content: text})
	}
	return a.offer(text)
}

func (a *App) offer(text string) tea.Cmd {
	text = model.CleanBlock(text)
	if text == "" || a.env.Desk == nil || a.env.Desk.ReadOnly() {
		a.said = "Nothing was pasted here. Nothing has changed."
		return nil
	}
	a.show(overlay.NewOffer(text, a.about()))
	return nil
}

// about is the area the top screen is about, as "on 1.3", or nothing.
func (a *App) about() string {
	if on, ok := a.top().(interface{ Area() model.AreaID }); ok && on.Area() != "" {
		return fmt.Sprintf(" on %s", on.Area())
	}
	return ""
}

func (a *App) keepPasted(text string) tea.Cmd {
	d := a.env.Desk
	n := model.NoteText{Text: text}
	if on, ok := a.top().(interface{ Area() model.AreaID }); ok {
		n.Area = on.Area()
	}
	if err := d.Do(d.Book.WriteNote(d.Voice, model.NoteID(d.NewID()), n)); err != nil {
		a.said = "The note could not be kept: " + err.Error() + "."
		return nil
	}
	a.said = fmt.Sprintf("Kept %s as a note%s. u takes it out.", widget.Count(layout.Words(text), "word", "words"), a.about())
	return a.top().Update(nav.ReturnedMsg{})
}

func (a *App) click(m tea.MouseClickMsg) tea.Cmd {
	if m.Button != tea.MouseLeft {
		return nil
	}
	a.said = ""
	size := a.env.Window
	if m.Y == size.H-1 {
		return a.clickFooter(m.X)
	}
	if a.over != nil {
		return a.overlaid(a.over.Click(m.X, m.Y-headRows))
	}
	if c, ok := a.top().(Clicking); ok && m.Y >= headRows && m.Y < size.H-footRows {
		return c.Click(m.X, m.Y-headRows)
	}
	return nil
}

// clickFooter does what the footer's item under x says.
func (a *App) clickFooter(x int) tea.Cmd {
	if a.over != nil {
		return nil
	}
	at := 1
	for _, l := range a.footer(layout.Size{W: a.env.Window.W - 2}) {
		w := layout.Width(shownKey(a.env.Theme, l) + " " + l.Says())
		if x >= at && x < at+w && l.Action != keys.Level {
			return a.act(keys.Press{Action: l.Action})
		}
		at += w + layout.Width(footerGap)
	}
	return nil
}

func (a *App) wheel(m tea.MouseWheelMsg) tea.Cmd {
	if c, ok := a.top().(Clicking); ok && a.over == nil {
		return c.Wheel(m.Button == tea.MouseWheelDown)
	}
	return nil
}
