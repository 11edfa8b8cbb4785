package priorities

import (
	"fmt"
	"strings"
	"unicode/utf8"

	tea "charm.land/bubbletea/v2"

	"waymark/model"
	"waymark/ui/keys"
	"waymark/ui/layout"
	"waymark/ui/widget"
)

// soft is how long a title may be before the count says so. Nothing is refused.
const soft = 90

// input is one field of a form.
type input struct {
	label, hint string
	field       *widget.Field
	counted     bool
	first       string // what it said before anybody typed
}

func newInput(label, hint, text string) *input {
	in := &input{label: label, hint: hint, field: widget.NewLine(), first: text}
	in.field.SetValue(text)
	return in
}

// form asks for a few words and sometimes for areas. What is typed and not
// filed is kept under the form's key and is there when it is opened again.
type form struct {
	s           *Screen
	key         string
	heading     string
	about       []row // the priorities it is about
	inputs      []*input
	ticks       *ticks
	focus       int
	verb, leave string
	after       string // a sentence below
	says        func() string
	file        func() bool // reports whether the form is done with
	boxAt       int         // body line of the focused field's text
	ticksAt     int
	size        layout.Size
}

// start brings back what was typed before.
func (f *form) start() *form {
	for i, in := range f.inputs {
		if text, ok := f.s.env.Words[f.name(i)]; ok {
			in.field.Replace(text)
			f.s.status = "Your words from before are still here. Ctrl+Z brings the first ones back."
		}
	}
	return f
}

func (f *form) name(i int) string {
	return fmt.Sprintf("%s/%s/%d", f.s.book().EvaluationID(), f.key, i)
}

// keep remembers what has been typed so far.
func (f *form) keep() {
	if f.s.env.Words == nil {
		f.s.env.Words = map[string]string{}
	}
	for i, in := range f.inputs {
		if in.field.Value() == in.first {
			delete(f.s.env.Words, f.name(i))
		} else {
			f.s.env.Words[f.name(i)] = in.field.Value()
		}
	}
}

func (f *form) forget() {
	for i := range f.inputs {
		delete(f.s.env.Words, f.name(i))
	}
}

// text is what the i-th field says.
func (f *form) text(i int) string { return model.CleanLine(f.inputs[i].field.Value()) }

func (f *form) parts() int {
	if f.ticks == nil {
		return len(f.inputs)
	}
	return len(f.inputs) + 1
}

func (f *form) texting() bool  { return f.focus < len(f.inputs) }
func (f *form) onTicks() bool  { return !f.texting() }
func (f *form) status() string { return f.says() }

func (f *form) update(msg tea.Msg) {
	if !f.texting() {
		return
	}
	f.s.status = ""
	if n := f.inputs[f.focus].field.Update(msg); n > 0 {
		f.s.status = "Pasted " + widget.Count(n, "word", "words") + ". Ctrl+Z takes it out."
	}
	f.keep()
}

func (f *form) act(p keys.Press) {
	f.s.status = ""
	if f.onTicks() && f.ticks.act(p) {
		return
	}
	switch p.Action {
	case keys.Enter:
		if f.file() {
			f.forget()
			if f.s.page == page(f) {
				f.s.page = nil
			}
		}
	case keys.NextPart:
		f.focus = (f.focus + 1) % f.parts()
	case keys.PartBefore:
		f.focus = (f.focus + f.parts() - 1) % f.parts()
	case keys.Undo:
		f.inputs[f.focus].field.Undo()
		f.keep()
	case keys.Back:
		f.s.page = nil
	}
}

func (f *form) live() []keys.Live {
	live := []keys.Live{{Action: keys.Enter, Words: f.verb, Footer: true}}
	if f.parts() > 1 {
		live = append(live, keys.Live{Action: keys.NextPart, Words: f.next(), Footer: true}, keys.Live{Action: keys.PartBefore})
	}
	if f.onTicks() {
		live = append(live, keys.Live{Action: keys.Tick, Words: f.ticks.words(), Footer: true})
		live = append(live, widget.Moving()...)
	} else {
		live = append(live, keys.Live{Action: keys.Undo, Shown: "Ctrl+Z", Words: "take back the last word"})
	}
	return append(live, keys.Live{Action: keys.Back, Words: f.leave, Footer: true})
}

// next is what Tab goes to.
func (f *form) next() string {
	to := (f.focus + 1) % f.parts()
	if to == len(f.inputs) {
		return "areas"
	}
	if f.inputs[to].counted {
		return "words"
	}
	return strings.ToLower(strings.TrimRight(f.inputs[to].label, "?"))
}

func (f *form) view(size layout.Size) []string {
	f.size = size
	t, w := f.s.env.Theme, size.W
	tight := size.H < 14
	var lines []string
	gap := func() {
		if !tight {
			lines = append(lines, "")
		}
	}
	gap()
	lines = append(lines, "  "+t.Bold.Render(layout.Cut(f.heading, w-4)))
	gap()
	for _, r := range f.about {
		lines = append(lines, "    "+f.s.shown(r, w-6))
	}
	if len(f.about) > 0 {
		gap()
	}
	for i, in := range f.inputs {
		if i != f.focus {
			lines = append(lines, "  "+layout.Cut(layout.Pad(in.label, 24)+orNone(in.field.Value()), w-4))
			continue
		}
		lines = append(lines, f.box(in, len(lines))...)
	}
	if f.ticks != nil {
		gap()
		f.ticksAt = len(lines) + 1
		lines = append(lines, f.ticks.view(f.onTicks(), w, size.H-len(lines)-f.below(tight))...)
	}
	if f.after != "" && !tight {
		lines = append(lines, "")
		lines = append(lines, layout.Indent(2, layout.Wrap(f.after, min(layout.TextWidth, w-4)))...)
	}
	return lines[:min(len(lines), size.H)]
}

// below is how many lines the sentence at the end takes.
func (f *form) below(tight bool) int {
	if f.after == "" || tight {
		return 0
	}
	return 1 + len(layout.Wrap(f.after, min(layout.TextWidth, f.size.W-4)))
}

// box draws the field that has the focus, from body line y.
func (f *form) box(in *input, y int) []string {
	t, w := f.s.env.Theme, f.size.W
	wide := min(w-4, layout.TextWidth+4)
	tall := min(3, max(1, 1+utf8.RuneCountInString(in.field.Value())/max(1, wide-5)))
	in.field.Resize(layout.Size{W: wide - 4, H: tall})
	lines := []string{"  " + layout.Cut(layout.Ends(t.Bold.Render(in.label), t.Muted.Render(in.hint), wide), w-4)}
	f.boxAt = y + 2
	lines = append(lines, layout.Indent(2, widget.Boxed(t, in.field.View(), wide))...)
	if in.counted {
		lines = append(lines, "  "+counted(utf8.RuneCountInString(model.CleanLine(in.field.Value()))))
	}
	return lines
}

func counted(n int) string {
	text := fmt.Sprintf("%d of about %d characters", n, soft)
	if n > soft {
		text += ". Shorter is easier to remember"
	}
	return text
}

func (f *form) point() (x, y int, ok bool) {
	if !f.texting() {
		return 0, 0, false
	}
	x, y = f.inputs[f.focus].field.Point()
	return x + 4, y + f.boxAt, true
}

func (f *form) click(y int) {
	if f.ticks == nil || !f.onTicks() {
		return
	}
	f.ticks.click(y - f.ticksAt)
}

func (f *form) wheel(by int) {
	if f.onTicks() {
		f.ticks.list.Move(by)
	}
}

func orNone(text string) string {
	if strings.TrimSpace(text) == "" {
		return "–"
	}
	return text
}
