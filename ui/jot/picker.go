package jot

import (
	"slices"
	"strconv"
	"strings"

	tea "charm.land/bubbletea/v2"

	"waymark/model"
	"waymark/model/visit"
	"waymark/ui/keys"
	"waymark/ui/layout"
	"waymark/ui/theme"
	"waymark/ui/widget"
)

// mostLikely is how many areas a line's words bring up first.
const mostLikely = 5

// Picker chooses the area that a line is linked to: numbers choose what is
// shown, letters narrow it.
type Picker struct {
	rubric model.Rubric
	all    []model.AreaID
	why    map[model.AreaID]string
	find   string
	list   widget.List
}

// NewPicker offers areas for a typed line at a stop: those its words speak of,
// those of the stop, the rest of the visit's, then all others.
func NewPicker(r model.Rubric, typed string, s model.Slot, v model.Visit) *Picker {
	likely := visit.Suggest(r, model.ParseLine(typed, r).Text, v.Areas(), mostLikely)
	p := &Picker{rubric: r, all: likely, why: map[model.AreaID]string{}}
	for _, id := range likely {
		p.why[id] = "from your words"
	}
	p.add(s.Areas, "this stop looks at it")
	p.add(v.Areas(), "in the focus")
	for _, a := range r.Areas {
		p.add([]model.AreaID{a.ID}, "")
	}
	p.list.Set(len(p.all), 1)
	return p
}

func (p *Picker) add(ids []model.AreaID, why string) {
	for _, id := range ids {
		if p.rubric.Index(id) >= 0 && !slices.Contains(p.all, id) {
			p.all = append(p.all, id)
			p.why[id] = why
		}
	}
}

// shown lists the areas whose name has every word typed so far.
func (p *Picker) shown() []model.AreaID {
	words := strings.Fields(strings.ToLower(p.find))
	var out []model.AreaID
	for _, id := range p.all {
		a, _ := p.rubric.Area(id)
		name := strings.ToLower(a.Name())
		if !slices.ContainsFunc(words, func(w string) bool { return !strings.Contains(name, w) }) {
			out = append(out, id)
		}
	}
	return out
}

// Update takes what is typed. It returns the area that a number chose.
func (p *Picker) Update(msg tea.Msg) (model.AreaID, bool) {
	k, ok := msg.(tea.KeyPressMsg)
	if !ok {
		return "", false
	}
	switch name := keys.Name(k); {
	case name == "backspace" && p.find != "":
		r := []rune(p.find)
		p.find = string(r[:len(r)-1])
	case len(name) == 1 && name[0] >= '1' && name[0] <= '9':
		if i := p.list.First() + int(name[0]-'1'); i < p.list.Last() {
			return p.at(i)
		}
		return "", false
	case k.Text != "":
		p.find = model.CleanLine(p.find + k.Text)
		if k.Text == " " {
			p.find += " "
		}
	}
	p.list.Cursor = 0
	p.list.Set(len(p.shown()), p.list.Height)
	return "", false
}

// Move moves over the areas and reports whether a was a move.
func (p *Picker) Move(a keys.Press) bool { return p.list.Act(a) }

// Chosen is the area under the cursor.
func (p *Picker) Chosen() (model.AreaID, bool) { return p.at(p.list.Cursor) }

func (p *Picker) at(i int) (model.AreaID, bool) {
	all := p.shown()
	if i < 0 || i >= len(all) {
		return "", false
	}
	return all[i], true
}

// Status says how to choose.
func (p *Picker) Status() string {
	switch {
	case p.find != "" && len(p.shown()) == 0:
		return "No area has these words: " + layout.Cut(p.find, 20) + ". Backspace takes them out."
	case p.find != "":
		return "Areas with “" + layout.Cut(strings.TrimSpace(p.find), 30) + "”. A number or Enter links."
	}
	return "A number or Enter links. Letters narrow the list to names that have them."
}

// Live is what can be done while choosing.
func (p *Picker) Live() []keys.Live {
	live := []keys.Live{{Action: keys.Enter, Words: "link", Footer: true}}
	live = append(live, widget.Moving()...)
	return append(live, keys.Live{Action: keys.Level, Shown: "1-9", Words: "link to that one", Footer: true}, keys.Live{Action: keys.Back, Words: "leave it as it is", Footer: true})
}

// View draws as many areas as fit, w by h cells.
func (p *Picker) View(t *theme.Theme, w, h int) []string {
	all := p.shown()
	heading := "Link to an area"
	if p.find != "" {
		heading += ": " + p.find
	}
	lines := []string{"  " + t.Bold.Render(layout.Cut(heading, w-4))}
	p.list.Set(len(all), min(9, max(1, h-1)))
	for i := p.list.First(); i < p.list.Last() && len(lines) < h; i++ {
		a, _ := p.rubric.Area(all[i])
		text := strconv.Itoa(i-p.list.First()+1) + "  " + a.Name()
		lines = append(lines, widget.Row(t, w, i == p.list.Cursor, text, p.why[all[i]]))
	}
	return lines
}
