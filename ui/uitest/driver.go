// Package uitest drives the app without a terminal: keys in, cells out. Time
// passes only when a key is pressed, commands run where they are made, and
// everything is kept in memory, so a test is a list of keys and of sentences
// that must be on the screen.
//
// It is for tests only and may import anything.
package uitest

import (
	"fmt"
	"strings"
	"testing"
	"time"

	tea "charm.land/bubbletea/v2"
	"github.com/charmbracelet/x/ansi"

	"waymark/model"
	"waymark/ui"
	"waymark/ui/env"
	"waymark/ui/keys"
	"waymark/ui/layout"
	"waymark/ui/nav"
	"waymark/ui/theme"
)

// Driver is one running app.
type Driver struct {
	t     testing.TB
	Env   *env.Env
	Shelf *Shelf
	Files *Files
	App   *ui.App
	now   time.Time
	quit  bool
	Keys  int // keys pressed so far, typed words apart
}

// Start is when every test begins.
func Start() time.Time { return time.Date(2026, 9, 24, 10, 42, 0, 0, time.UTC) }

// NewEnv is an environment in memory: a shelf with the shipped rubric, files
// kept in a map, and no colour.
func NewEnv(t testing.TB) *Driver {
	t.Helper()
	d := &Driver{t: t, now: Start()}
	clock := func() time.Time { return d.now }
	ids := 0
	newID := func() string {
		ids++
		return fmt.Sprintf("id-%04d", ids)
	}
	d.Shelf = NewShelf(t, clock, newID)
	d.Files = &Files{Made: map[string]string{}}
	d.Env = &env.Env{
		Ctx: t.Context(), Nav: &nav.Moves{}, Clock: clock, NewID: newID, Shelf: d.Shelf, Files: d.Files,
		Keep: func(env.Prefs) error { return nil }, Tips: map[string]bool{},
		Prefs:  env.Prefs{Colours: theme.None},
		Theme:  theme.New(theme.Options{Mode: theme.None, Depth: theme.Mono}),
		Window: layout.Size{W: 80, H: 24},
	}
	return d
}

// Begin puts an evaluation of the whole-school rubric on the desk.
func (d *Driver) Begin() *Driver {
	d.t.Helper()
	o, err := d.Shelf.Begin(d.t.Context(), env.Beginning{Name: "Alder Lane Primary", Rubric: d.Shelf.Rubric.Hash(), Year: "2026-27"})
	if err != nil {
		d.t.Fatal(err)
	}
	d.Env.Take(o)
	return d
}

// Run starts the app at a place, in a window of w by h cells.
func (d *Driver) Run(open ui.Open, first nav.Route, w, h int) *Driver {
	d.t.Helper()
	d.App = ui.New(d.Env, open, first)
	d.drain(d.App.Init())
	d.Resize(w, h)
	d.now = d.now.Add(time.Second) // past the quiet start
	return d
}

// Single opens one screen whatever the route, with a plain stand-in for the
// places it leads to, so that a screen can be tested alone.
func Single(build func() ui.Screen) ui.Open {
	built := false
	return func(r nav.Route) ui.Screen {
		if _, home := r.(nav.Home); home || !built {
			if !home {
				built = true
				return build()
			}
		}
		return &Place{Route: r}
	}
}

// Resize changes the window.
func (d *Driver) Resize(w, h int) { d.send(tea.WindowSizeMsg{Width: w, Height: h}) }

// Press presses keys by the names bubbletea gives them: "3", "enter", "ctrl+z".
func (d *Driver) Press(names ...string) *Driver {
	d.t.Helper()
	for _, name := range names {
		d.Keys++
		d.now = d.now.Add(250 * time.Millisecond)
		d.send(Key(name))
	}
	return d
}

// Type types words, quickly but as a person would. It does not count as keys.
func (d *Driver) Type(text string) *Driver {
	d.t.Helper()
	for _, r := range text {
		d.now = d.now.Add(60 * time.Millisecond)
		if r == '\n' {
			d.send(tea.KeyPressMsg{Code: tea.KeyEnter})
			continue
		}
		d.send(tea.KeyPressMsg{Code: r, Text: string(r)})
	}
	return d
}

// Burst sends printable keys all at once, as a paste into a terminal without
// bracketed paste does; what they start runs after the last.
func (d *Driver) Burst(text string) *Driver {
	var cmds []tea.Cmd
	for _, r := range text {
		k := tea.KeyPressMsg{Code: r, Text: string(r)}
		if r == '\n' {
			k = tea.KeyPressMsg{Code: tea.KeyEnter}
		}
		_, cmd := d.App.Update(k)
		cmds = append(cmds, cmd)
	}
	for _, c := range cmds {
		d.drain(c)
	}
	return d
}

// Paste pastes text as a terminal with bracketed paste does.
func (d *Driver) Paste(text string) *Driver {
	d.send(tea.PasteMsg{Content: text})
	return d
}

// Click clicks the left button on a cell of the window.
func (d *Driver) Click(x, y int) *Driver {
	d.send(tea.MouseClickMsg{X: x, Y: y, Button: tea.MouseLeft})
	return d
}

// Wait lets time pass without a key.
func (d *Driver) Wait(by time.Duration) { d.now = d.now.Add(by) }

// Send hands the app any other message.
func (d *Driver) Send(msg tea.Msg) { d.send(msg) }

// Quit reports whether the app has left.
func (d *Driver) Quit() bool { return d.quit }

func (d *Driver) send(msg tea.Msg) {
	_, cmd := d.App.Update(msg)
	d.drain(cmd)
}

// drain runs commands and what they lead to, until there are none left.
func (d *Driver) drain(cmd tea.Cmd) {
	if cmd == nil {
		return
	}
	switch msg := cmd().(type) {
	case nil:
	case tea.BatchMsg:
		for _, c := range msg {
			d.drain(c)
		}
	case tea.QuitMsg:
		d.quit = true
	default:
		d.send(msg)
	}
}

// Frame is the whole window as plain text, one line a row.
func (d *Driver) Frame() string { return ansi.Strip(d.App.View().Content) }

// Styled is the whole window with its styles.
func (d *Driver) Styled() string { return d.App.View().Content }

// Lines is the frame's rows.
func (d *Driver) Lines() []string { return strings.Split(d.Frame(), "\n") }

// See fails unless every text is on the screen. Texts that the screen broke
// over two lines are found too.
func (d *Driver) See(texts ...string) *Driver {
	d.t.Helper()
	frame := d.Frame()
	flat := strings.Join(strings.Fields(frame), " ")
	for _, want := range texts {
		if !strings.Contains(frame, want) && !strings.Contains(flat, strings.Join(strings.Fields(want), " ")) {
			d.t.Fatalf("the screen does not say %q:\n%s", want, frame)
		}
	}
	return d
}

// SeeNot fails if a text is on the screen.
func (d *Driver) SeeNot(texts ...string) *Driver {
	d.t.Helper()
	flat := strings.Join(strings.Fields(d.Frame()), " ")
	for _, no := range texts {
		if strings.Contains(flat, no) {
			d.t.Fatalf("the screen says %q:\n%s", no, d.Frame())
		}
	}
	return d
}

// Exact fails unless the frame is exactly as large as the window.
func (d *Driver) Exact() *Driver {
	d.t.Helper()
	lines := d.Lines()
	s := d.Env.Window
	if len(lines) != s.H {
		d.t.Fatalf("the frame has %d lines in a window of %d:\n%s", len(lines), s.H, d.Frame())
	}
	for i, l := range lines {
		if w := layout.Width(l); w != s.W {
			d.t.Fatalf("line %d is %d cells wide in a window of %d:\n%s", i+1, w, s.W, d.Frame())
		}
	}
	return d
}

// Level is what the school says of an area now, 0 for nothing.
func (d *Driver) Level(a model.AreaID) model.Level {
	j, _ := d.Env.Desk.Book.Evaluation().Area(a).SchoolSays(d.Env.Desk.Voice.Person)
	return j.Level
}

// Key is the message for a key by its name.
func Key(name string) tea.KeyPressMsg {
	if special, ok := specials()[name]; ok {
		return special
	}
	if rest, ok := strings.CutPrefix(name, "ctrl+"); ok {
		return tea.KeyPressMsg{Code: []rune(rest)[0], Mod: tea.ModCtrl}
	}
	r := []rune(name)[0]
	return tea.KeyPressMsg{Code: r, Text: string(r)}
}

func specials() map[string]tea.KeyPressMsg {
	return map[string]tea.KeyPressMsg{
		"enter": {Code: tea.KeyEnter}, "esc": {Code: tea.KeyEscape}, "tab": {Code: tea.KeyTab},
		"shift+tab": {Code: tea.KeyTab, Mod: tea.ModShift}, "space": {Code: tea.KeySpace, Text: " "},
		"up": {Code: tea.KeyUp}, "down": {Code: tea.KeyDown}, "left": {Code: tea.KeyLeft}, "right": {Code: tea.KeyRight},
		"pgup": {Code: tea.KeyPgUp}, "pgdown": {Code: tea.KeyPgDown}, "home": {Code: tea.KeyHome}, "end": {Code: tea.KeyEnd},
		"backspace": {Code: tea.KeyBackspace}, "delete": {Code: tea.KeyDelete}, "f1": {Code: tea.KeyF1},
	}
}

// Place stands in for a screen that is not under test and says which it is.
type Place struct{ Route nav.Route }

// Init does nothing.
func (p *Place) Init() tea.Cmd { return nil }

// Update does nothing.
func (p *Place) Update(tea.Msg) tea.Cmd { return nil }

// Act does nothing.
func (p *Place) Act(keys.Press) tea.Cmd { return nil }

// Live offers nothing.
func (p *Place) Live() []keys.Live { return nil }

// Resize does nothing.
func (p *Place) Resize(layout.Size) {}

// View names the place.
func (p *Place) View() []string { return []string{fmt.Sprintf("place %#v", p.Route)} }

// Head names the place.
func (p *Place) Head() ui.Head { return ui.Head{Crumbs: []string{"Place"}} }

// Status says nothing.
func (p *Place) Status() string { return "" }
