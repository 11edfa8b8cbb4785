package meetings

import (
	"fmt"
	"slices"
	"strings"

	"waymark/model"
	"waymark/model/meeting"
	"waymark/ui/env"
	"waymark/ui/keys"
	"waymark/ui/visiting"
	"waymark/ui/widget"
)

// people is who can be in the meeting, and who is.
type people struct {
	all    []model.Person // everybody known, then those named here
	known  int            // how many of them were known before
	seats  []model.PersonID
	list   widget.List // everybody, then somebody else
	typing bool
	line   *visiting.Line // a name being typed
	kept   *visiting.Line // names given here and in no meeting yet, in case the lid closes
}

// between stands between two people where several are written in one line.
const between = ";"

// newPeople offers everybody who is known and no reviewer, with those of the
// last meeting in their seats.
func newPeople(e *env.Env) people {
	p := people{line: visiting.NewLine(e, "", "meeting-name", ""), kept: visiting.NewLine(e, "", "meeting-people", "")}
	book := e.Desk.Book
	visits := book.Evaluation().Visits
	for _, who := range book.People() {
		visitor := slices.ContainsFunc(visits, func(v model.Visit) bool { return v.On(who.ID) })
		if who.Name != "" && !visitor {
			p.all = append(p.all, who)
		}
	}
	p.known = len(p.all)
	if met := book.Evaluation().Meetings; len(met) > 0 {
		for _, id := range met[len(met)-1].People {
			if slices.ContainsFunc(p.all, func(o model.Person) bool { return o.ID == id }) {
				p.seats = append(p.seats, id)
			}
		}
	}
	if p.known == 1 && p.all[0].ID == e.Desk.Voice.Person && len(p.seats) == 0 {
		p.seats = append(p.seats, p.all[0].ID) // whoever has the laptop is there
	}
	p.addAll(p.kept.Value())
	p.typing = len(p.all) < fewest
	p.list.Set(len(p.all)+1, len(p.all)+1)
	return p
}

// addAll takes in everybody in a line such as "A. Khan, headteacher; B. Lee", or
// "HT: A. Khan; B. Lee".
func (p *people) addAll(text string) {
	for _, one := range strings.Split(text, between) {
		p.add(meeting.NameAndPost(one))
	}
}

// add gives somebody the next seat. A name that is known is that person.
func (p *people) add(name, post string) {
	if name == "" {
		return
	}
	i := slices.IndexFunc(p.all, func(o model.Person) bool {
		return strings.EqualFold(o.Name, name) && (post == "" || strings.EqualFold(o.Post, post))
	})
	if i < 0 {
		i = len(p.all)
		p.all = append(p.all, model.Person{ID: model.PersonID(fmt.Sprintf("new-%d", i)), Name: name, Post: post})
	}
	if !slices.Contains(p.seats, p.all[i].ID) {
		p.seats = append(p.seats, p.all[i].ID)
	}
	p.list.Set(len(p.all)+1, len(p.all)+1)
}

// keep journals the names given here.
func (p *people) keep() {
	var names []string
	for _, o := range p.all[p.known:] {
		if slices.Contains(p.seats, o.ID) {
			names = append(names, who(o))
		}
	}
	p.kept.Put(strings.Join(names, between+" "))
}

// toggle gives the person under the cursor the next seat, or takes it away.
func (p *people) toggle() {
	if p.list.Cursor >= len(p.all) {
		p.typing = true
		return
	}
	id := p.all[p.list.Cursor].ID
	if i := slices.Index(p.seats, id); i >= 0 {
		p.seats = slices.Delete(p.seats, i, i+1)
	} else {
		p.seats = append(p.seats, id)
	}
	p.keep()
}

// who is a person as lists show them.
func who(p model.Person) string {
	if p.Post == "" {
		return p.Name
	}
	return p.Name + ", " + p.Post
}

func (s *Screen) actPeople(p keys.Press) {
	s.problem = ""
	if s.people.typing {
		s.actTyping(p)
		return
	}
	switch p.Action {
	case keys.Enter:
		if s.people.list.Cursor == len(s.people.all) {
			s.people.typing = true
			return
		}
		s.toAreas()
	case keys.Tick:
		s.people.toggle()
	case keys.Add, keys.NextPart:
		s.people.typing = true
	case keys.Level:
		s.digitPeople(p.N)
	default:
		s.people.list.Act(p)
	}
}

// digitPeople moves to a row by its number; the number again ticks it.
func (s *Screen) digitPeople(n int) {
	switch {
	case n > s.people.list.N:
	case s.people.list.Cursor == n-1:
		s.people.toggle()
	default:
		s.people.list.Cursor = n - 1
	}
}

// actTyping acts while a name is typed.
func (s *Screen) actTyping(p keys.Press) {
	switch p.Action {
	case keys.Enter:
		s.enterName()
	case keys.Undo:
		s.people.line.Undo()
	case keys.Up, keys.PartBefore, keys.NextPart:
		if len(s.people.all) > 0 {
			s.people.typing, s.people.list.Cursor = false, len(s.people.all)-1
		}
	default: // nothing else acts in a line
	}
}

// enterName takes the name in and waits for the next; an empty line goes on.
func (s *Screen) enterName() {
	p := &s.people
	if p.line.Empty() {
		s.toAreas()
		return
	}
	p.addAll(p.line.Value())
	p.line.Forget()
	p.list.Cursor = len(p.all)
	p.keep()
}

// fewest is how many people make a meeting.
const fewest = 2

func (s *Screen) toAreas() {
	if len(s.people.seats) < fewest {
		s.problem = "Name at least two people"
		return
	}
	s.stage, s.people.typing = onAreas, false
}
