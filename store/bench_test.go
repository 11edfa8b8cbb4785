package store_test

import (
	"database/sql"
	"fmt"
	"net/url"
	"path/filepath"
	"slices"
	"testing"
	"time"

	"waymark/model"
	"waymark/store"
	"waymark/store/storetest"
)

// judging returns a function that makes one more judgement, in an evaluation
// that has 150 events already, and returns how to save it.
func judging(b *testing.B) func() (save func()) {
	b.Helper()
	s := openNew(b)
	a := storetest.NewAuthor(b, "ann", school, evaluation)
	records := a.Open("Alder Lane Primary")
	for i := range 150 {
		records = append(records, a.Level(i, model.Level((i/41+i)%4+1))...)
	}
	appendAll(b, s, records)
	n := 150
	return func() func() {
		next := a.Level(n, model.Level((n/41+n)%4+1))
		n++
		return func() {
			if err := s.Append(b.Context(), nil, next); err != nil {
				b.Fatal(err)
			}
		}
	}
}

// committing returns a function that commits one row of the same size with
// the same settings on the same disk, and does nothing else.
func committing(b *testing.B) func() {
	b.Helper()
	at := url.URL{Scheme: "file", Path: filepath.Join(b.TempDir(), "bare.db")}
	db, err := sql.Open("sqlite", at.String()+"?_txlock=immediate&_journal_mode=TRUNCATE&_synchronous=EXTRA&_pragma=secure_delete(1)"+
		"&_pragma=fullfsync(1)&_pragma=cell_size_check(1)&_pragma=temp_store(2)&_pragma=mmap_size(0)")
	if err != nil {
		b.Fatal(err)
	}
	b.Cleanup(func() { _ = db.Close() })
	db.SetMaxOpenConns(1)
	if _, err := db.Exec("CREATE TABLE t (n INTEGER PRIMARY KEY, body BLOB) STRICT"); err != nil {
		b.Fatal(err)
	}
	insert, err := db.Prepare("INSERT INTO t (body) VALUES ($1)")
	if err != nil {
		b.Fatal(err)
	}
	b.Cleanup(func() { _ = insert.Close() })
	body := make([]byte, 900)
	return func() {
		tx, err := db.Begin()
		if err != nil {
			b.Fatal(err)
		}
		if _, err := tx.Stmt(insert).Exec(body); err != nil {
			b.Fatal(err)
		}
		if err := tx.Commit(); err != nil {
			b.Fatal(err)
		}
	}
}

func BenchmarkAppend(b *testing.B) {
	judge := judging(b)
	for b.Loop() {
		b.StopTimer()
		save := judge()
		b.StartTimer()
		save()
	}
}

func BenchmarkBareCommit(b *testing.B) {
	commit := committing(b)
	for b.Loop() {
		commit()
	}
}

// BenchmarkAppendAgainstBare takes turns at going first, so that a busy disk
// slows both, and reports the ratio of the medians. It has to stay under 1.3.
func BenchmarkAppendAgainstBare(b *testing.B) {
	judge, commit := judging(b), committing(b)
	var judged, committed []time.Duration
	timed := func(do func()) time.Duration {
		start := time.Now()
		do()
		return time.Since(start)
	}
	for b.Loop() {
		save := judge()
		if len(judged)%2 == 0 {
			judged = append(judged, timed(save))
			committed = append(committed, timed(commit))
		} else {
			committed = append(committed, timed(commit))
			judged = append(judged, timed(save))
		}
	}
	slices.Sort(judged)
	slices.Sort(committed)
	half := len(judged) / 2
	b.ReportMetric(float64(judged[half])/float64(committed[half]), "ratio")
	b.ReportMetric(float64(judged[half].Microseconds()), "append-µs")
	b.ReportMetric(float64(committed[half].Microseconds()), "bare-µs")
}

// tenYears is a database of 40 evaluations of about 150 events.
func tenYears(b *testing.B) string {
	b.Helper()
	path := filepath.Join(b.TempDir(), "ten.db")
	s, err := store.Open(b.Context(), path, options())
	if err != nil {
		b.Fatal(err)
	}
	for e := range 40 {
		a := storetest.NewAuthor(b, fmt.Sprint("ann", e), school, model.EvaluationID(fmt.Sprint("evaluation-", e)))
		records := a.Open("Alder Lane Primary")
		for i := range 123 {
			records = append(records, a.Level(i, model.Level((i/41+i)%4+1))...)
		}
		for i := range 25 {
			records = append(records, a.Note(model.NoteID(fmt.Sprint("n", i)), i, "Seen in four lessons: questions are asked of everybody, answers are followed up.")...)
		}
		appendAll(b, s, records)
	}
	if err := s.Close(); err != nil {
		b.Fatal(err)
	}
	return path
}

// BenchmarkOpenTenYears must stay under 100 ms.
func BenchmarkOpenTenYears(b *testing.B) {
	path := tenYears(b)
	for b.Loop() {
		s, err := store.Open(b.Context(), path, store.Options{})
		if err != nil {
			b.Fatal(err)
		}
		if err := s.Close(); err != nil {
			b.Fatal(err)
		}
	}
}

func BenchmarkReadOfTenYears(b *testing.B) {
	s := openAt(b, tenYears(b), store.Options{})
	b.Run("events of one evaluation", func(b *testing.B) {
		for b.Loop() {
			if r, err := s.Events(b.Context(), school, "evaluation-20"); err != nil || len(r) < 150 {
				b.Fatal(len(r), err)
			}
		}
	})
	b.Run("list of evaluations", func(b *testing.B) {
		for b.Loop() {
			if r, err := s.Evaluations(b.Context(), school); err != nil || len(r) != 40 {
				b.Fatal(len(r), err)
			}
		}
	})
	b.Run("search", func(b *testing.B) {
		for b.Loop() {
			if h, err := s.Search(b.Context(), "questions foll", ""); err != nil || len(h) != 200 {
				b.Fatal(len(h), err)
			}
		}
	})
	b.Run("check", func(b *testing.B) {
		for b.Loop() {
			if r, err := s.Check(b.Context(), nil); err != nil || !r.OK() {
				b.Fatal(r, err)
			}
		}
	})
	b.Run("rebuild", func(b *testing.B) {
		for b.Loop() {
			if err := s.Rebuild(b.Context()); err != nil {
				b.Fatal(err)
			}
		}
	})
}
