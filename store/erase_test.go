package store_test

import (
	"bytes"
	"fmt"
	"os"
	"path/filepath"
	"testing"

	"waymark/model"
	"waymark/store/storetest"
)

// TestErasedWordsAreNotLeftInTheFile erases words that lie beside events that
// stay, in pages that were split meanwhile, and looks for them byte by byte.
func TestErasedWordsAreNotLeftInTheFile(t *testing.T) {
	path := filepath.Join(t.TempDir(), "erase.db")
	s := openAt(t, path, options())
	a := storetest.NewAuthor(t, "ann", school, evaluation)
	appendAll(t, s, a.Open("Alder Lane Primary"))
	var notes []model.Record
	for i := range 60 {
		note := a.Note(model.NoteID(fmt.Sprint("n", i)), i%41, "Zebedee was seen in lesson "+fmt.Sprint(i)+" of the day")
		appendAll(t, s, note)
		notes = append(notes, note...)
	}
	const name = "Zebedee"
	if left := occurrences(t, path, name); left < len(notes) {
		t.Fatalf("the name is in the file %d times before erasing; want %d at least", left, len(notes))
	}
	for i := range notes {
		notes[i].Payload, notes[i].Salt = nil, nil
		appendAll(t, s, notes[i:i+1])
		appendAll(t, s, a.Level(i, model.Level(i%4+1)))
	}
	if left := occurrences(t, path, name) + occurrences(t, path, "zebedee") + occurrences(t, path+"-journal", name); left != 0 {
		t.Errorf("an erased name is in the file %d times", left)
	}
	if report, err := s.Check(t.Context(), nil); err != nil || !report.OK() || report.Erased != len(notes) {
		t.Errorf("after erasing: %+v, %v", report, err)
	}
}

func occurrences(t *testing.T, path, word string) int {
	t.Helper()
	all, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	return bytes.Count(all, []byte(word))
}
