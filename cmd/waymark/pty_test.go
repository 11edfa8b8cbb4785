//go:build !windows

package main

import (
	"sync"
	"testing"
)

// atOnce is how many journeys go on at the same time.
const atOnce = 4

// TestJourneys are the tasks of people, with the keys they may take, and what
// may happen to them on the way: in the real program in a real terminal. Most
// of the time is a person's, between two keys, so several go on at once however
// few processors there are, the longest first.
func TestJourneys(t *testing.T) {
	bin := build(t)
	var all sync.WaitGroup
	slots := make(chan struct{}, atOnce)
	for _, j := range []struct {
		name string
		take func(*testing.T, computer)
	}{
		{"a visit day", aVisitDay},
		{"the power goes", powerCuts},
		{"the power goes on a visit", visitCutShort},
		{"the file is in use", fileInUse},
		{"judge all, guided", judgeGuided},
		{"somebody ends it", signals},
		{"judge all, quick", judgeQuick},
		{"the window is dragged", windowIsDragged},
		{"an absurd window", absurdWindow},
		{"a file that is damaged", damagedFile},
		{"accept and merge", acceptAndMerge},
		{"ended beside an editor", endedBesideEditor},
		{"a first judgement", firstJudgement},
		{"carry on judging", carryOn},
		{"write a note", writeNote},
		{"note from anywhere", noteFromAnywhere},
		{"a bigger editor", biggerEditor},
		{"paste from elsewhere", pasteFromElsewhere},
		{"paste far too much", pasteFarTooMuch},
		{"paste by mistake", pasteByMistake},
		{"find an area", findArea},
		{"find what is not judged", findUnjudged},
		{"export", exportPriorities},
		{"light colours", lightColours},
		{"undo", undoOne},
		{"delete", deleteOne},
		{"leave", leaveAtOnce},
		{"the window is closed", windowCloses},
		{"a terminal with no word", muteTerminal},
		{"a poor terminal", poorTerminal},
		{"a terminal that stammers", stammeringTerminal},
	} {
		slots <- struct{}{}
		all.Go(func() {
			defer func() { <-slots }()
			t.Run(j.name, func(t *testing.T) { j.take(t, computer{t, bin, t.TempDir()}) })
		})
	}
	all.Wait()
}
