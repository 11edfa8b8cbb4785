package store

import (
	"path/filepath"
	"sync/atomic"
	"testing"
	"time"
)

func TestSchemaTextIsThatOfANewDatabase(t *testing.T) {
	path := filepath.Join(t.TempDir(), "new.db")
	if err := create(t.Context(), path, Options{}.filled()); err != nil {
		t.Fatal(err)
	}
	q, err := connect(t.Context(), path, true, patience(time.Second), new(atomic.Int64))
	if err != nil {
		t.Fatal(err)
	}
	defer q.db.Close()
	got, err := describeSchema(t.Context(), q)
	if err != nil || got != schemaText {
		t.Errorf("a new database's definitions hash to %s, %v; schemaText is %s", got, err, schemaText)
	}
}
