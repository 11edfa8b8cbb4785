package store_test

import (
	"testing"

	"waymark/store/storetest"
)

func TestSQLiteIsAnEngine(t *testing.T) {
	storetest.Run(t, func(t *testing.T) storetest.Engine { return openNew(t) })
}
