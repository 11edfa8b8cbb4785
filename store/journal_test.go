package store_test

import (
	"encoding/binary"
	"os"
	"path/filepath"
	"testing"

	"waymark/store"
	"waymark/store/storetest"
)

// hotJournal is a journal that would roll one page of zeros into a database.
func hotJournal(pages uint32) []byte {
	const sector, pageSize = 512, 4096
	h := make([]byte, sector)
	copy(h, "\xd9\xd5\x05\xf9\x20\xa1\x63\xd7")
	binary.BigEndian.PutUint32(h[8:], 1)
	binary.BigEndian.PutUint32(h[16:], pages)
	binary.BigEndian.PutUint32(h[20:], sector)
	binary.BigEndian.PutUint32(h[24:], pageSize)
	record := binary.BigEndian.AppendUint32(nil, 2) // which page
	record = append(record, make([]byte, pageSize)...)
	record = binary.BigEndian.AppendUint32(record, 0) // the checksum of zeros
	return append(h, record...)
}

func TestAForeignHotJournalDoesNoHarm(t *testing.T) {
	path, whole := made(t)
	if err := os.WriteFile(path+"-journal", hotJournal(uint32(len(whole)/4096)), 0o600); err != nil {
		t.Fatal(err)
	}
	s := openAt(t, path, options())
	report, err := s.Check(t.Context(), nil)
	if err != nil || !report.OK() || report.Events < 33 {
		t.Errorf("after a foreign journal: %+v, %v", report, err)
	}
	if len(s.SetAside()) != 2 {
		t.Errorf("put aside %v; want the database and the journal as they were found", s.SetAside())
	}
}

// TestAnOldJournalOfItsOwnTakesNothingBack plants what a sync client can bring
// back: the journal of a change that was acknowledged long ago.
func TestAnOldJournalOfItsOwnTakesNothingBack(t *testing.T) {
	path := filepath.Join(t.TempDir(), "waymark.db")
	s, err := store.Open(t.Context(), path, options())
	if err != nil {
		t.Fatal(err)
	}
	a := storetest.NewAuthor(t, "ann", school, evaluation)
	appendAll(t, s, a.Open("Alder Lane Primary"))
	before, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	appendAll(t, s, a.Level(0, 2))
	if err := s.Close(); err != nil {
		t.Fatal(err)
	}
	// A journal with the pages as they were before the last change.
	journal := make([]byte, 512)
	copy(journal, "\xd9\xd5\x05\xf9\x20\xa1\x63\xd7")
	pages := len(before) / 4096
	binary.BigEndian.PutUint32(journal[8:], uint32(pages))
	binary.BigEndian.PutUint32(journal[16:], uint32(pages))
	binary.BigEndian.PutUint32(journal[20:], 512)
	binary.BigEndian.PutUint32(journal[24:], 4096)
	for p := range pages {
		content := before[p*4096 : (p+1)*4096]
		sum := uint32(0) // of every 200th byte from the end, as the journal's format says
		for i := 4096 - 200; i > 0; i -= 200 {
			sum += uint32(content[i])
		}
		journal = binary.BigEndian.AppendUint32(journal, uint32(p+1))
		journal = append(journal, content...)
		journal = binary.BigEndian.AppendUint32(journal, sum)
	}
	if err := os.WriteFile(path+"-journal", journal, 0o600); err != nil {
		t.Fatal(err)
	}
	s = openAt(t, path, options())
	report, err := s.Check(t.Context(), nil)
	if err != nil || !report.OK() || report.Events != 4 {
		t.Errorf("after the old journal: %+v, %v; want all 4 events", report, err)
	}
	if len(s.SetAside()) != 2 {
		t.Errorf("put aside %v; want the file and the journal", s.SetAside())
	}
}

func TestADatabaseThatAToolSetToWALIsTakenBack(t *testing.T) {
	path, _ := made(t)
	meddle(t, path, "PRAGMA journal_mode = WAL")
	s := openAt(t, path, options())
	report, err := s.Check(t.Context(), nil)
	if err != nil || !report.OK() || len(s.SetAside()) != 0 {
		t.Errorf("after opening: %+v, %v, aside %v", report, err, s.SetAside())
	}
	head := make([]byte, 20)
	f, err := os.Open(path)
	if err != nil {
		t.Fatal(err)
	}
	defer f.Close()
	if _, err := f.ReadAt(head, 0); err != nil || head[18] != 1 || head[19] != 1 {
		t.Errorf("the file says it is written in way %d and read in way %d, %v; want 1 and 1", head[18], head[19], err)
	}
}
