package storetest_test

import (
	"testing"

	"waymark/store/storetest"
)

func TestMemoryIsAnEngine(t *testing.T) {
	storetest.Run(t, func(*testing.T) storetest.Engine { return storetest.NewMemory(1) })
}
