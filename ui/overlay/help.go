package overlay

import (
	"slices"
	"strings"

	tea "charm.land/bubbletea/v2"

	"waymark/ui/keys"
	"waymark/ui/layout"
	"waymark/ui/theme"
)

// Help lists the keys that do something on the screen below, and then those
// that do the same everywhere. Typing finds a key or a word; ? again opens the
// guide.
type Help struct {
	theme  *theme.Theme
	title  string
	here   []keys.Live
	always []keys.Live
	say    func(string) string // renames the guide's words
	typed  string
	guide  bool
	first  int
	size   layout.Size
}

// NewHelp is drawn from what is live now, so it lists no key that does nothing.
func NewHelp(t *theme.Theme, title string, here, always []keys.Live) *Help {
	keyed := func(in []keys.Live) []keys.Live {
		return slices.DeleteFunc(slices.Clone(in), func(l keys.Live) bool { return len(keys.Of(l.Action).Keys) == 0 })
	}
	h := &Help{theme: t, title: title, here: keyed(here), say: func(s string) string { return s }}
	h.always = slices.DeleteFunc(keyed(always), func(l keys.Live) bool {
		return slices.ContainsFunc(h.here, func(o keys.Live) bool { return o.Action == l.Action })
	})
	return h
}

// In is h with its guide in the words of say.
func (h *Help) In(say func(string) string) *Help {
	h.say = say
	return h
}

// Resize takes the body's size.
func (h *Help) Resize(s layout.Size) { h.size = s }

// Key searches, scrolls, opens the guide or closes.
func (h *Help) Key(k tea.KeyPressMsg) Decision {
	name := keys.Name(k)
	switch {
	case name == "esc" && h.typed != "":
		h.typed = ""
	case name == "esc", name == "enter" && !h.guide:
		return Decision{}
	case name == "?", name == "f1":
		h.guide, h.first, h.typed = !h.guide, 0, ""
	case name == "up":
		h.first = max(0, h.first-1)
	case name == "down":
		h.first++
	case name == "pgup":
		h.first = max(0, h.first-h.size.H)
	case name == "pgdown":
		h.first += h.size.H
	case name == "backspace" || name == "ctrl+h":
		if r := []rune(h.typed); len(r) > 0 {
			h.typed = string(r[:len(r)-1])
		}
	case k.Text != "" && !h.guide:
		h.typed += k.Text
		h.first = 0
	}
	return Decision{Stay: true}
}

// Click closes the help.
func (h *Help) Click(int, int) Decision { return Decision{} }

// Over draws the help or the guide.
func (h *Help) Over(body []string) []string {
	w := boxWidth(h.size)
	title, hint, lines := h.title, "type to find a key or a word", h.keyLines(w-6)
	if h.guide {
		title, hint, lines = "Guide", "", h.told(w-6)
	}
	if h.typed != "" {
		hint = "found with “" + layout.Cut(h.typed, w-20) + "”"
	}
	room := h.size.H - 2
	h.first = min(h.first, max(0, len(lines)-room))
	if len(lines) > room {
		lines = lines[h.first:min(len(lines), h.first+room)]
	}
	return onto(body, box(h.theme, title, hint, lines, w), (h.size.W-w)/2, 0)
}

func (h *Help) keyLines(w int) []string {
	out := []string{""}
	out = append(out, h.columns(h.match(h.here), w)...)
	if always := h.match(h.always); len(always) > 0 {
		out = append(out, "", h.theme.Bold.Render("Everywhere"))
		out = append(out, h.columns(always, w)...)
	}
	if h.typed != "" {
		if len(out) == 1 {
			out = append(out, "Nothing here matches ‘"+layout.Cut(h.typed, w-24)+"’.")
		}
		return out
	}
	return append(out, "",
		"You do not need to save. The time at the top right is the last save.",
		"To select text with the mouse, hold Shift while you drag.",
		"Ctrl+Z, Ctrl+F and Ctrl+S also do what you expect.",
	)
}

func (h *Help) match(in []keys.Live) []keys.Live {
	want := strings.ToLower(h.typed)
	var out []keys.Live
	for _, l := range in {
		if want == "" || strings.Contains(strings.ToLower(l.Key()+" "+l.Explains()), want) {
			out = append(out, l)
		}
	}
	return out
}

// columns sets the acts two beside each other, reading down, where there is
// room for two.
func (h *Help) columns(in []keys.Live, w int) []string {
	cols := 2
	if w < 60 {
		cols = 1
	}
	half := (len(in) + cols - 1) / cols
	width := w / cols
	out := make([]string, half)
	for i, l := range in {
		cell := h.theme.Accent.Render(layout.Pad(l.Key(), 9)) + " " + layout.Cut(l.Explains(), width-11)
		out[i%half] += layout.Pad(cell, width)
	}
	return out
}

// Status says how to get further.
func (h *Help) Status() string {
	if h.guide {
		return "Press ? again for the keys of this screen."
	}
	return "Only keys that work on this screen are shown. Press ? again for the guide."
}

// Footer lists the help's own keys.
func (h *Help) Footer() []keys.Live {
	footer := []keys.Live{{Action: keys.Back, Words: "close help"}, {Action: keys.Up, Shown: "↑↓", Words: "scroll"}}
	if h.guide {
		return append(footer, keys.Live{Action: keys.Help, Shown: "?", Words: "keys"})
	}
	return append(footer, keys.Live{Action: keys.Help, Shown: "?", Words: "full guide"}, keys.Live{Action: keys.Find, Shown: "type", Words: "search help"})
}

// told is the guide. What it has to say is the whole of what a new person needs,
// in the order they need it.
func (h *Help) told(w int) []string {
	paragraphs := []string{
		"Judging. Each area asks one question and describes its levels. Read them, then press the number that fits best. Enter goes on to the next area. You can change any level later.",
		"Being honest about doubt. Press c to say how sure you are. Low confidence is useful: it tells Waymark what to find out first. If you cannot say, choose ‘not enough evidence’. It never counts against you.",
		"Evidence. Press n to note what you saw, heard or read. Half a sentence is fine. Leave out pupils’ names, and names of staff where a role will do.",
		"Talking about it. Press f to flag an area for your team. Find (/) lists what is flagged, not judged, or low in confidence.",
		"Priorities. From your levels Waymark suggests three to five priorities. It says why, how firmly, and what would change its mind. You decide. Fewer is better.",
		"Last year’s level appears only after you have given this year’s, so that it does not lead you.",
		"Saving. Every answer is saved as you give it. You can close the window at any time. u takes the last change back, also tomorrow.",
		"Privacy. Everything stays on this computer. Nothing is sent anywhere unless you export a file and send it yourself.",
		"What this is not. Waymark does not give your school a score, a rank or an inspection grade. Safeguarding concerns do not belong here: take them to the designated safeguarding lead at once.",
	}
	out := []string{""}
	for _, p := range paragraphs {
		out = append(out, layout.Wrap(h.say(p), min(w, layout.TextWidth))...)
		out = append(out, "")
	}
	return out
}
