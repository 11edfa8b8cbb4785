package library

import (
	"fmt"
	"strings"

	"waymark/ui/env"
	"waymark/ui/keys"
	"waymark/ui/layout"
	"waymark/ui/nav"
	"waymark/ui/widget"
)

// build lists what can be chosen, and counts again what has been read.
func (s *Screen) build() {
	s.rows = s.rows[:0]
	if e, ok := s.shown(); ok {
		s.rows = s.ways(e)
	} else {
		for _, e := range s.all {
			s.rows = append(s.rows, s.entry(e))
		}
	}
	s.list.Set(len(s.rows), len(s.rows))
}

// entry is a rubric in the list, with the first sentences of what it is for.
func (s *Screen) entry(e env.RubricEntry) row {
	return row{
		text: titled(e, s.all), note: s.progress(e),
		about: []string{strings.Join(widget.Lead(e.Rubric.Summary, layout.TextWidth-8, 3), " "), s.env.Say(env.Extent(e.Rubric))},
		verb:  "open", open: nav.Library{Rubric: e.Hash},
	}
}

// titled is the name of a rubric, with what tells it from others of that name.
func titled(e env.RubricEntry, all []env.RubricEntry) string {
	twin, same := false, false
	for _, o := range all {
		if o.Hash != e.Hash && o.Rubric.Title == e.Rubric.Title {
			twin, same = true, same || o.Rubric.Edition == e.Rubric.Edition
		}
	}
	switch {
	case same && !e.Shipped:
		return e.Rubric.Title + ", earlier"
	case twin && !same:
		return e.Rubric.Title + " " + e.Rubric.Edition
	}
	return e.Rubric.Title
}

// progress is how much of a rubric has been read.
func (s *Screen) progress(e env.RubricEntry) string {
	of := len(e.Rubric.Areas)
	n, _ := s.readOf(e)
	switch {
	case of == 0:
		return ""
	case n == 0:
		return "not read yet"
	}
	return fmt.Sprintf("%d of %d read", n, of)
}

// ways are the ways to read one rubric.
func (s *Screen) ways(e env.RubricEntry) []row {
	var rows []row
	n, next := s.readOf(e)
	if len(e.Rubric.Areas) > 0 {
		r := row{text: "Read it in order, an area at a time", note: s.progress(e), verb: "begin", open: nav.AreaPage{Rubric: e.Hash, Area: next, Tour: true}}
		switch {
		case n == len(e.Rubric.Areas):
			r.text, r.verb = "Read it in order again", "begin"
		case n > 0:
			r.text, r.verb = "Read on at "+string(next), "read on"
		}
		rows = append(rows, r)
	}
	browse := row{text: "Look around in it", note: s.env.Say(env.Extent(e.Rubric)), verb: "look around", open: nav.Areas{Rubric: e.Hash}}
	rows = append(rows, browse)
	if len(e.Rubric.Areas) > 0 {
		rows = append(rows, row{text: "Try your eye: sort levels, judge short stories", note: "nothing is recorded", verb: "try", open: nav.Calibrate{Rubric: e.Hash}})
	}
	if len(e.Rubric.NotCovered) > 0 {
		rows = append(rows, row{
			text: "What it does not cover", details: e.Rubric.NotCovered, verb: "read about it", open: nav.Areas{Rubric: e.Hash},
		})
	}
	return rows
}

// Live is what can be done here.
func (s *Screen) Live() []keys.Live {
	back := keys.Live{Action: keys.Back, Words: "back", Footer: true}
	switch {
	case s.search != nil:
		return s.search.live()
	case !s.ready:
		return []keys.Live{back}
	}
	live := append([]keys.Live{{Action: keys.Enter, Words: s.rows[s.list.Cursor].verb, Footer: true}}, widget.Moving()...)
	return append(live,
		keys.Live{Action: keys.Find, Words: "search", Footer: true},
		keys.Live{Action: keys.Level, Shown: fmt.Sprintf("1-%d", min(9, len(s.rows))), Words: "go to that row"},
		back)
}

// Status says what is to be done here.
func (s *Screen) Status() string {
	switch {
	case s.status != "":
		return s.status
	case s.search != nil:
		return s.search.status()
	case !s.ready:
		return "Reading the rubrics…"
	case s.hash == "":
		return "Nothing is judged while you read. Press / to search all rubrics."
	}
	return "Nothing is judged while you read."
}

// View draws the search, the list, or one rubric.
func (s *Screen) View() []string {
	t := s.env.Theme
	switch {
	case s.search != nil:
		return s.search.view(t)
	case !s.ready:
		return []string{"", "  " + layout.Cut(s.Status(), s.size.W-4)}
	}
	p := widget.NewPage(t, s.size.W, s.env.Prefs.Roomy)
	p.Gap()
	if e, ok := s.shown(); ok {
		p.Heading(e.Rubric.Title)
		p.Gap()
		p.Hint(strings.Join(strings.Fields(e.Rubric.Summary), " "))
	} else {
		p.Heading("Which rubric do you want to read?")
	}
	p.Gap()
	for i, r := range s.rows {
		details := r.details
		if i == s.list.Cursor && len(r.about) > 0 {
			details = r.about
		}
		p.Row(i, i == s.list.Cursor, r.text, r.note, details...)
	}
	s.page = p
	return p.Fit(s.size.H)
}
