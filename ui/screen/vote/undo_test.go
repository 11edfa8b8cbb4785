package vote_test

import (
	"testing"

	"waymark/model"
)

func TestUndoNeverReachesBehindWhatTheTableHasSeen(t *testing.T) {
	d := meet(t, posts(), "3.3", "5.1")
	d.Do(d.Env.Desk.Book.GiveLevel(d.Env.Desk.Voice, "1.1", 2)) // before anybody met
	safe := func() {
		t.Helper()
		if got := d.Level("1.1"); got != 2 {
			t.Fatalf("undo in the meeting moved 1.1 to %d", got)
		}
	}
	run(d, "")
	d.Press("1", "2", "u").See("1 of 6 in", "Undid: 3.3: level given, taken back.")
	d.Press("u").See("1 of 6 in", "Only the last level is taken back. Press ↑ to choose who changes theirs.")
	safe()
	d.Press("U").See("2 of 6 in", "Did again").Press("u").See("1 of 6 in", "Undid: 3.3")
	d.Press("u").See("Only the last level")
	d.Press("3", "u").See("Undid: 3.3: level given, taken back.").Press("3", "4", "2", "1", "5", "s").See("Spread: 1 to 4")
	d.Press("u").See("Spread: 1 to 4", "Levels stay once they are shown. Press r to rate this area again.")
	safe()
	d.Press("enter").See("5.1", "recorded as").Press("u").See("Team meeting › 3.3", "Undid: 3.3: the team recorded 2, taken back.")
	d.Press("u").See("Levels stay once they are shown.").Press("U").See("Did again: 3.3: the team recorded 2.").Press("u").See("Undid: 3.3")
	d.Press("r", "u").See("0 of 6 in", "There is nothing to take back here. Levels given before are kept.")
	safe()
}

func TestANoteAddedInTheTalkCanBeTakenOut(t *testing.T) {
	d := team(t)
	d.Press("2", "2", "2", "2", "2", "2", "s")
	b, v := d.Env.Desk.Book, d.Env.Desk.Voice
	d.Do(b.WriteNote(v, "n1", model.NoteText{Area: "3.3", Text: "Book look, Y3"}))
	d.Press("u").See("Undid: note on 3.3 taken out.").Press("u").See("Levels stay once they are shown.")
}
