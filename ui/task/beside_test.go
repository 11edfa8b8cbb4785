package task_test

import (
	"errors"
	"testing"

	"waymark/ui/task"
)

func TestBesideGivesTheSameToWhoeverAsks(t *testing.T) {
	wait := task.Beside(func() (int, error) { return 41, nil })
	for range 3 {
		if n, err := wait(); n != 41 || err != nil {
			t.Fatalf("gave %d, %v", n, err)
		}
	}
	why := errors.New("no")
	if _, err := task.Beside(func() (int, error) { return 0, why })(); !errors.Is(err, why) {
		t.Fatalf("gave %v", err)
	}
	if _, err := task.Beside(func() (int, error) { panic("broken") })(); err == nil {
		t.Fatal("a panic gave no error")
	}
}
