package priorities

import (
	"fmt"
	"strings"

	"waymark/model"
	"waymark/ui/keys"
	"waymark/ui/layout"
	"waymark/ui/widget"
)

// ticks are areas that can be chosen or left out.
type ticks struct {
	s     *Screen
	label string
	none  string // what it says when none is chosen
	areas []model.AreaID
	on    map[model.AreaID]bool
	list  widget.List
}

func newTicks(s *Screen, label, none string, areas []model.AreaID, on bool) *ticks {
	t := &ticks{s: s, label: label, none: none, areas: areas, on: map[model.AreaID]bool{}}
	for _, a := range areas {
		t.on[a] = on
	}
	return t
}

// chosen lists the areas that are ticked, in their order.
func (t *ticks) chosen() []model.AreaID {
	var all []model.AreaID
	for _, a := range t.areas {
		if t.on[a] {
			all = append(all, a)
		}
	}
	return all
}

func (t *ticks) act(p keys.Press) bool {
	t.list.Set(len(t.areas), t.list.Height)
	if p.Action == keys.Tick {
		a := t.areas[t.list.Cursor]
		t.on[a] = !t.on[a]
		return true
	}
	return t.list.Act(p)
}

// words says what Space does.
func (t *ticks) words() string {
	if t.on[t.areas[t.list.Cursor]] {
		return "leave it out"
	}
	return "take it in"
}

// view draws the areas as a list while they have the focus, else their codes.
func (t *ticks) view(focus bool, w, h int) []string {
	th := t.s.env.Theme
	label := layout.Pad(t.label, 20)
	if !focus {
		return t.codes(label, w)
	}
	lines := []string{"  " + th.Bold.Render(label) + th.Muted.Render(layout.Cut(fmt.Sprintf("%d of %d", len(t.chosen()), len(t.areas)), w-24))}
	t.list.Set(len(t.areas), h-1)
	for i := t.list.First(); i < t.list.Last(); i++ {
		a, _ := t.s.rubric().Area(t.areas[i])
		mark := th.Glyph.Open
		if t.on[a.ID] {
			mark = th.Glyph.Chosen
		}
		text := mark + " " + a.Name()
		if i == t.list.Cursor {
			lines = append(lines, "  "+th.Selected.Render(layout.Pad(th.Glyph.Mark+" "+text, w-4)))
			continue
		}
		lines = append(lines, "    "+layout.Cut(text, w-6))
	}
	return lines
}

func (t *ticks) codes(label string, w int) []string {
	th := t.s.env.Theme
	var codes []string
	for _, a := range t.chosen() {
		codes = append(codes, string(a))
	}
	const hint = "   Tab to choose"
	text := strings.Join(codes, "  ")
	if text == "" {
		text = t.none
	}
	wrapped := layout.Wrap(text, max(10, min(layout.TextWidth, w-4)-layout.Width(label)))
	for i, l := range wrapped {
		if i > 0 {
			label = strings.Repeat(" ", layout.Width(label))
		}
		wrapped[i] = label + l
	}
	if len(wrapped) == 1 && layout.Width(wrapped[0]+hint) <= w-4 {
		wrapped[0] += th.Muted.Render(hint)
	}
	return layout.Indent(2, wrapped)
}

// click chooses the row under the mouse, a second click ticks it.
func (t *ticks) click(y int) {
	i := y + t.list.First()
	switch {
	case y < 0 || i >= t.list.Last():
	case i == t.list.Cursor:
		t.on[t.areas[i]] = !t.on[t.areas[i]]
	default:
		t.list.Cursor = i
	}
}
