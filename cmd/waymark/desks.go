package main

import (
	"context"
	"strings"

	"waymark/model"
	"waymark/model/desk"
)

// desk opens book for work in the voice of --as and --role. It cannot be
// written at when the database can only be read. Somebody named for the first
// time is put into the book, and handed to save, before anything they say.
func (w *workspace) desk(ctx context.Context, book *model.Book, save func([]model.Record)) (*desk.Desk, error) {
	tools := desk.Tools{Clock: w.clock, NewID: w.newID, Mine: w.mine, Save: save}
	role, err := w.flags.voice()
	if err != nil {
		return nil, err
	}
	person, isNew := w.speaker(book, role)
	if ro, _ := w.store.ReadOnly(); !ro {
		if tools.Pen, err = w.pen(ctx, book.SchoolID()); err != nil {
			return nil, err
		}
	}
	d := desk.New(book, model.Voice{Person: person.ID, Role: role}, tools)
	if isNew && !d.ReadOnly() {
		return d, d.Do([]model.Change{model.NamePerson(person, nil)}, nil)
	}
	return d, nil
}

// speaker is who --as names, else whoever judged here on this computer last,
// else whoever judges on this computer.
func (w *workspace) speaker(book *model.Book, role model.Role) (p model.Person, isNew bool) {
	if name := model.CleanLine(w.flags.as); name != "" {
		for _, p := range book.People() {
			if strings.EqualFold(p.Name, name) {
				return p, false
			}
		}
		return model.Person{ID: model.PersonID(w.newID()), Name: name}, true
	}
	if _, chosen := w.settings().People[book.SchoolID()]; !chosen {
		if id := w.spokeLast(book, role); id != "" {
			return book.Who(id), false
		}
	}
	return book.Who(w.me(book.SchoolID())), false
}

// spokeLast is whoever last judged in a role from this computer.
func (w *workspace) spokeLast(book *model.Book, role model.Role) model.PersonID {
	for _, entry := range book.History() {
		if !w.mine(entry.Device) {
			continue
		}
		for _, s := range entry.Steps {
			if s.Kind == model.KindJudgement && s.Role == role && s.Person != "" {
				return s.Person
			}
		}
	}
	return ""
}
