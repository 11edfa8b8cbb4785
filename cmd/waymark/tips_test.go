package main

import "testing"

func TestTipsAreShownOnceForGood(t *testing.T) {
	w := &workspace{paths: paths{state: t.TempDir()}}
	path := w.paths.settings()
	if err := w.remember(func(s *settings) { s.Tips = tips(map[string]bool{"quick": true}) }); err != nil {
		t.Fatal(err)
	}
	shown := tips(readSettings(path).Tips)
	if !shown["quick"] || shown["first"] {
		t.Fatalf("remembered %v", shown)
	}
	shown["first"] = true
	if readSettings(path).Tips["first"] {
		t.Fatal("showing a tip changed what another holds")
	}
}
