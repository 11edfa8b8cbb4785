package calibrate

import (
	"fmt"

	"waymark/model"
	"waymark/ui/keys"
	"waymark/ui/layout"
	"waymark/ui/widget"
)

// stories is judging the area's made-up stories one at a time.
type stories struct {
	area   model.Area
	order  []int // which level each story shows, from 0
	at     int
	levels []int // the level given to each story so far, from 1
	list   widget.List
}

func newStories(a model.Area, seed string) *stories {
	t := &stories{area: a, order: shuffled(seed, len(a.Exemplars))}
	t.list.Set(len(a.Levels), len(a.Levels))
	return t
}

// told reports whether the present story has been judged, and over whether all
// have been.
func (t *stories) told() bool { return len(t.levels) > t.at }
func (t *stories) over() bool { return t.at == len(t.order) }

func (t *stories) place() string {
	return fmt.Sprintf("%d of %d", min(t.at+1, len(t.order)), len(t.order))
}

func (t *stories) row() int {
	if t.over() || t.told() {
		return nowhere
	}
	return t.list.Cursor
}

func (t *stories) choose(i int) { t.list.Cursor = i }

func (t *stories) act(s *Screen, p keys.Press) {
	switch {
	case t.over() && p.Action == keys.Enter:
		s.back()
	case t.told() && p.Action == keys.Enter:
		t.at++
		t.list.Cursor, s.first = 0, 0
	case t.over() || t.told():
	case t.list.Act(p):
	case p.Action == keys.Enter:
		t.judge(s, t.list.Cursor+1)
	case p.Action == keys.Level && p.N <= len(t.area.Levels):
		t.judge(s, p.N)
	case p.Action == keys.Level:
		s.status = fmt.Sprintf("Press a number from 1 to %d.", len(t.area.Levels))
	}
}

func (t *stories) judge(s *Screen, level int) {
	t.levels, s.first = append(t.levels, level), 0
}

func (t *stories) live() []keys.Live {
	switch {
	case t.over():
		return []keys.Live{{Action: keys.Enter, Words: "done", Footer: true}}
	case t.told() && t.at == len(t.order)-1:
		return []keys.Live{{Action: keys.Enter, Words: "see how it went", Footer: true}}
	case t.told():
		return []keys.Live{{Action: keys.Enter, Words: "next story", Footer: true}}
	}
	live := []keys.Live{
		{Action: keys.Level, Shown: levelRange(len(t.area.Levels)), Words: "level", Footer: true},
		{Action: keys.Enter, Words: fmt.Sprintf("choose %d", t.list.Cursor+1), Footer: true},
	}
	return append(live, moving()...)
}

func (t *stories) status() string {
	switch {
	case t.over():
		return "Press Enter to try another."
	case t.told():
		return private
	}
	return "Which level does this story show? The people in it are made up."
}

func (t *stories) sheet(s *Screen, w int) sheet {
	var out sheet
	s.gap(&out)
	if t.over() {
		t.result(s, &out, w)
		return out
	}
	key := t.order[t.at]
	s.heading(&out, t.area.Name(), w)
	out.prose(2, t.area.Exemplars[key], w)
	s.gap(&out)
	if t.told() {
		t.tell(s, &out, key+1, w)
		return out
	}
	for i := range t.area.Levels {
		out.add(i, widget.Row(s.env.Theme, w, i == t.list.Cursor, s.named(model.Level(i+1)), ""))
	}
	return out
}

// tell says the key level, and the descriptor that decides it.
func (t *stories) tell(s *Screen, out *sheet, key, w int) {
	said := t.levels[t.at]
	words := fmt.Sprintf("You said %s, and so does the key.", s.plain(said))
	if said != key {
		words = fmt.Sprintf("You said %s. The key is %s.", s.plain(said), s.plain(key))
	}
	s.heading(out, words, w)
	s.gap(out)
	out.prose(2, "What decides it is this description of "+s.plain(key)+":", w)
	out.prose(4, t.area.Levels[key-1], w)
}

func (s *Screen) plain(l int) string {
	return fmt.Sprintf("%d %s", l, s.rubric.Scale.Name(model.Level(l)))
}

// sums are how many stories were judged as the key does, how many within one
// level of it, and by how much in all they were above it.
func (t *stories) sums() (exact, within, above int) {
	for i, level := range t.levels {
		off := level - (t.order[i] + 1)
		above += off
		if off == 0 {
			exact++
		}
		if off >= -1 && off <= 1 {
			within++
		}
	}
	return exact, within, above
}

// lean says in words which way the levels given differ from the key: a little
// from a quarter of a level on, clearly from three quarters on.
func lean(above, stories int) string {
	way := "higher"
	if above < 0 {
		way, above = "lower", -above
	}
	switch {
	case 4*above < stories:
		return "You lean neither way."
	case 4*above < 3*stories:
		return "You lean a little " + way + " than the key."
	}
	return "You lean clearly " + way + " than the key."
}

func (t *stories) result(s *Screen, out *sheet, w int) {
	n := len(t.order)
	exact, within, above := t.sums()
	s.heading(out, "How it went: "+t.area.Name(), w)
	s.gap(out)
	for _, line := range [][2]string{
		{"Exactly as the key", fmt.Sprintf("%d of %d", exact, n)},
		{"Within one level of it", fmt.Sprintf("%d of %d", within, n)},
	} {
		out.add(-1, "  "+layout.Cut(layout.Pad(line[0], 26)+line[1], w-4))
	}
	s.gap(out)
	out.prose(2, lean(above, n), w)
	s.gap(out)
	for i, level := range t.levels {
		out.prose(2, fmt.Sprintf("Story %d: you said %s; the key is %s.", i+1, s.plain(level), s.plain(t.order[i]+1)), w)
	}
	s.gap(out)
	out.prose(2, private, w)
}
