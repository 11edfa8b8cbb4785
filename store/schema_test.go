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
	db, err := connect(t.Context(), path, true, time.Second, new(atomic.Int64))
	if err != nil {
		t.Fatal(err)
	}
	defer db.Close()
	got, err := describeSchema(t.Context(), db)
	if err != nil || got != schemaText {
		t.Errorf("a new database's definitions hash to %s, %v; schemaText is %s", got, err, schemaText)
	}
}
