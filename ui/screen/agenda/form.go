package agenda

import (
	"slices"
	"strconv"
	"strings"

	tea "charm.land/bubbletea/v2"

	"waymark/model"
	"waymark/ui/env"
	"waymark/ui/keys"
	"waymark/ui/layout"
	"waymark/ui/widget"
)

// The fields of a stop, in the order Tab goes. Its kind comes first and is
// chosen, not typed.
const (
	kindField = iota - 1
	timeField
	minutesField
	titleField
	placeField
	areasField
	fieldCount
)

// form changes one stop, or adds one. What is typed and not used is there again
// when the form of the same stop is opened.
type form struct {
	env     *env.Env
	visit   model.Visit
	was     model.Slot
	kind    model.SlotKind
	fields  [fieldCount]*widget.Field
	focus   int
	problem string
	page    *widget.Page
}

func newForm(e *env.Env, v model.Visit, slot model.Slot) *form {
	f := &form{env: e, visit: v, was: slot, kind: slot.Kind}
	codes := make([]string, len(slot.Areas))
	for i, a := range slot.Areas {
		codes[i] = string(a)
	}
	for i, text := range []string{model.Clock(slot.Start), strconv.Itoa(slot.Minutes), slot.Title, slot.Place, strings.Join(codes, " ")} {
		f.fields[i] = widget.NewLine()
		f.fields[i].SetValue(text)
		if typed := e.Typed(f.name(i)); typed != "" {
			f.fields[i].SetValue(typed)
		}
	}
	return f
}

func (f *form) name(i int) string {
	return "visit " + string(f.visit.ID) + " stop " + string(f.was.ID) + " " + label(i)
}

func (f *form) texting() bool { return f.focus != kindField }

func (f *form) update(msg tea.Msg) {
	f.problem = ""
	f.fields[f.focus].Update(msg)
	f.env.SetTyped(f.name(f.focus), f.fields[f.focus].Value())
}

func (f *form) forget() {
	for i := range f.fields {
		f.env.SetTyped(f.name(i), "")
	}
}

func (f *form) move(by int) {
	const all = fieldCount + 1
	f.focus = (f.focus+1+by+all)%all - 1
}

func (f *form) turn(by int) {
	all := model.SlotKinds()
	f.kind = all[(max(0, slices.Index(all, f.kind))+by+len(all))%len(all)]
}

// stop is the stop as typed; problem says what to put right, and where.
func (f *form) stop(r model.Rubric) (stop model.Stop, field int, problem string) {
	stop = f.was.Stop
	start, err := model.ParseClock(f.fields[timeField].Value())
	if err != nil {
		return stop, timeField, "Time must be like 09:30"
	}
	minutes, err := strconv.Atoi(strings.TrimSpace(f.fields[minutesField].Value()))
	if err != nil || minutes < 1 {
		return stop, minutesField, "Enter the length in minutes, such as 30"
	}
	areas, unknown := areasOf(f.fields[areasField].Value(), r)
	if unknown != "" {
		return stop, areasField, "There is no area " + layout.Cut(unknown, 12) + " here. Enter codes such as " + string(r.Areas[0].ID)
	}
	stop.Start, stop.Minutes, stop.Areas, stop.Kind, stop.Dropped = start, minutes, areas, f.kind, false
	stop.Title, stop.Place = model.CleanLine(f.fields[titleField].Value()), model.CleanLine(f.fields[placeField].Value())
	if len(areas) == 0 {
		stop.Areas = nil
	}
	return stop, 0, ""
}

// inForm carries out one action of the form.
func (s *Screen) inForm(p keys.Press) {
	f := s.form
	switch p.Action {
	case keys.Enter:
		s.fileStop()
	case keys.NextPart, keys.Down:
		f.move(1)
	case keys.PartBefore, keys.Up:
		f.move(-1)
	case keys.Left:
		f.turn(-1)
	case keys.Right:
		f.turn(1)
	case keys.Undo:
		f.fields[f.focus].Undo()
		f.env.SetTyped(f.name(f.focus), f.fields[f.focus].Value())
	case keys.Back:
		s.part = commands
		s.status = "The stop is as it was. What you typed is there when you press e again."
	}
}

func (s *Screen) fileStop() {
	f := s.form
	stop, field, problem := f.stop(s.env.Desk.Book.Rubric())
	if problem != "" {
		f.focus, f.problem = field, problem
		return
	}
	if !s.do(s.env.Desk.Book.SetSlot(s.env.Desk.Voice, f.visit.ID, f.was.ID, stop)) {
		return
	}
	f.forget()
	s.part, s.chosen = commands, f.was.ID
	s.status = "The stop is set for " + model.Clock(stop.Start) + ". u brings the day before back."
}

func (f *form) live() []keys.Live {
	live := []keys.Live{{Action: keys.Enter, Words: "set this stop", Footer: true}, {Action: keys.NextPart, Words: "next field", Footer: true}, {Action: keys.PartBefore, Words: "field before"}}
	if f.texting() {
		live = append(live, keys.Live{Action: keys.Undo, Shown: "Ctrl+Z", Words: "undo typing"})
	} else {
		live = append(live, keys.Live{Action: keys.Right, Shown: "←→", Words: "what happens", Footer: true}, keys.Live{Action: keys.Left})
	}
	return append(live, keys.Live{Action: keys.Up, Words: "field above"}, keys.Live{Action: keys.Down, Words: "field below"},
		keys.Live{Action: keys.Back, Words: "leave it as it was", Footer: true})
}

func (f *form) status() string {
	if f.problem != "" {
		return "Nothing has been lost. Put it right and press Enter."
	}
	switch f.focus {
	case areasField:
		return "Codes with a space between. Leave it empty for a stop without areas."
	case titleField:
		return "Left empty, it is called what is usual there. Names of posts, not people."
	}
	return "Enter sets the stop. Tab goes to the next field."
}

func label(i int) string {
	switch i {
	case kindField:
		return "What happens"
	case timeField:
		return "Begins at"
	case minutesField:
		return "Minutes"
	case titleField:
		return "Called"
	case placeField:
		return "Where"
	}
	return "Areas"
}

// labels is how wide the column of labels is.
const labels = 14

func (f *form) view(size layout.Size) []string {
	t := f.env.Theme
	p := widget.NewPage(t, size.W, f.env.Prefs.Roomy)
	p.Gap()
	p.Heading(layout.Cut("Stop at "+model.Clock(f.was.Start)+": "+f.was.Name(), size.W-4))
	p.Gap()
	choice := layout.Pad(label(kindField), labels) + f.kind.Words()
	p.Row(kindField+fieldCount+1, f.focus == kindField, choice, "")
	for i, field := range f.fields {
		if i != f.focus {
			text := field.Value()
			if field.Empty() {
				text = t.Muted.Render("not given")
			}
			p.Put(i, "    "+layout.Cut(layout.Pad(label(i), labels)+text, size.W-6))
			continue
		}
		if f.problem != "" {
			p.Error(f.problem)
		}
		p.Say("    " + t.Bold.Render(label(i)))
		p.Field(i, field, true)
	}
	f.page = p
	return p.Fit(size.H)
}

func (f *form) point() (x, y int, ok bool) {
	if f.page == nil || !f.texting() {
		return 0, 0, false
	}
	return f.page.Point(f.focus, f.fields[f.focus])
}
