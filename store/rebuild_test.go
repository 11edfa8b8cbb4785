package store_test

import (
	"fmt"
	"path/filepath"
	"slices"
	"testing"

	"pgregory.net/rapid"

	"waymark/model"
	"waymark/store"
	"waymark/store/storetest"
)

// TestListsAreWhatTheLogSays appends true histories of several authors in any
// order and grouping, with repeats and erasures, and compares the lists with
// those of an engine that computes them when asked, before and after Rebuild.
func TestListsAreWhatTheLogSays(t *testing.T) {
	dir, round := t.TempDir(), 0
	rapid.Check(t, func(rt *rapid.T) {
		round++
		records := history(t, rt)
		s, err := store.Open(t.Context(), filepath.Join(dir, fmt.Sprint(round, ".db")), options())
		if err != nil {
			rt.Fatal(err)
		}
		defer s.Close()
		memory := storetest.NewMemory(0)
		_, _, texts := storetest.RubricText(t)
		for len(records) > 0 {
			n := rapid.IntRange(1, min(30, len(records))).Draw(rt, "batch")
			batch := slices.Clone(records[:n])
			if rapid.Bool().Draw(rt, "again") && n > 1 {
				n-- // the last one comes twice
			}
			records = records[n:]
			with := texts
			if len(records) > 0 && rapid.Bool().Draw(rt, "no rubric yet") {
				with = nil
			}
			for _, e := range []storetest.Engine{s, memory} {
				if err := e.Append(t.Context(), with, batch); err != nil {
					rt.Fatal(err)
				}
			}
		}
		storetest.Same(t, s, memory)
		report, err := s.Check(t.Context(), nil)
		if err != nil || !report.OK() {
			rt.Fatalf("check: %+v, %v", report.Problems, err)
		}
		before := found(t, s)
		if err := s.Rebuild(t.Context()); err != nil {
			rt.Fatal(err)
		}
		storetest.Same(t, s, memory)
		if after := found(t, s); !slices.Equal(before, after) {
			rt.Fatalf("search found %v, and %v after rebuilding", before, after)
		}
		if t.Failed() {
			rt.FailNow()
		}
	})
}

func found(t *testing.T, s *store.Store) []model.EventID {
	t.Helper()
	hits, err := s.Search(t.Context(), "wor", "")
	if err != nil {
		t.Fatal(err)
	}
	var ids []model.EventID
	for _, h := range hits {
		ids = append(ids, h.Note.Event)
	}
	slices.Sort(ids)
	return ids
}

// history is what a few authors wrote, out of order.
func history(t *testing.T, rt *rapid.T) []model.Record {
	var all []model.Record
	for i := range rapid.IntRange(1, 3).Draw(rt, "authors") {
		id := model.EvaluationID(rapid.SampledFrom([]string{"autumn", "spring"}).Draw(rt, "evaluation"))
		a := storetest.NewAuthor(t, fmt.Sprint("author ", i), model.SchoolID(fmt.Sprint("school ", i%2)), id)
		all = append(all, a.Open("Alder Lane Primary")...)
		last := map[int]model.Level{}
		for n := range rapid.IntRange(0, 15).Draw(rt, "changes") {
			area := rapid.IntRange(0, 4).Draw(rt, "area")
			switch rapid.IntRange(0, 3).Draw(rt, "what") {
			case 0:
				note := model.NoteID(fmt.Sprint("n", i, area))
				all = append(all, a.Note(note, area, fmt.Sprint("words ", n))...)
				if rapid.Bool().Draw(rt, "drop") {
					all = append(all, a.DropNote(note)...)
				}
			case 1:
				all = append(all, a.SetRemoved(true)...)
				all = append(all, a.SetRemoved(false)...)
			default:
				last[area] = last[area]%4 + 1
				all = append(all, a.Level(area, last[area])...)
			}
		}
	}
	if rapid.Bool().Draw(rt, "shuffled") {
		all = rapid.Permutation(all).Draw(rt, "order")
	}
	for range rapid.IntRange(0, 2).Draw(rt, "erasures") {
		erased := all[rapid.IntRange(0, len(all)-1).Draw(rt, "erased")]
		if erased.Kind != model.KindDevice {
			erased.Payload, erased.Salt = nil, nil
			all = append(all, erased)
		}
	}
	return all
}
