package visit

import (
	"strconv"
	"time"

	"waymark/model"
)

// ReasonKind says why a visit could look at an area.
type ReasonKind string

// The reasons, those that weigh most first.
const (
	ChangesMost  ReasonKind = "changes-most"
	LargeMove    ReasonKind = "large-move"
	WantsTalk    ReasonKind = "wants-talk"
	ThinEvidence ReasonKind = "thin-evidence"
	OldEvidence  ReasonKind = "old-evidence"
	NotSure      ReasonKind = "not-sure"
	ForGroup     ReasonKind = "for-its-group"
	ForRoom      ReasonKind = "room"
)

func (k ReasonKind) weight() int {
	switch k {
	case ChangesMost:
		return 4
	case LargeMove, WantsTalk:
		return 3
	case ThinEvidence, OldEvidence, NotSure:
		return 2
	default:
		return 0
	}
}

// Reason is one reason to look at an area.
type Reason struct {
	Kind  ReasonKind
	words string
}

// Words is the reason for those who may know what the school said: the school
// and its trust. Never show it to a reviewer before they have judged.
func (r Reason) Words() string {
	if r.words == "" {
		return r.Quiet()
	}
	return r.words
}

// Quiet is the reason in words that tell nothing of any level, nor of how far
// or which way one moved.
func (r Reason) Quiet() string {
	switch r.Kind {
	case ChangesMost:
		return "would change the priorities most"
	case ThinEvidence:
		return "thin evidence"
	case OldEvidence:
		return "evidence from more than a year ago"
	case ForGroup:
		return "so that every group is looked at"
	case ForRoom:
		return "there is room for it"
	default:
		return "worth a second look"
	}
}

// Quiet is the reasons for an area as a reviewer may read them, each once.
func (p Proposal) Quiet() []string {
	var all []string
	said := map[string]bool{}
	for _, r := range p.Reasons {
		if words := r.Quiet(); !said[words] {
			said[words] = true
			all = append(all, words)
		}
	}
	return all
}

// reasonsFor is what in the school's own picture speaks for looking at an area,
// what weighs most first.
func reasonsFor(scale model.Scale, s model.AreaState, before model.Level, now time.Time) []Reason {
	var all []Reason
	own, said := s.SchoolOwn()
	if said && own.State == model.Rated {
		if by := own.Level - before; before > 0 && max(by, -by) >= bigMove {
			all = append(all, Reason{LargeMove, "moved from " + scale.Name(before) + " to " + scale.Name(own.Level) + " since last time"})
		}
	}
	if s.Flagged() {
		all = append(all, Reason{WantsTalk, "somebody at the school wants to talk about it"})
	}
	if words := thin(s.Notes); words != "" {
		all = append(all, Reason{ThinEvidence, words})
	}
	if isOld(s.Notes, now) {
		all = append(all, Reason{Kind: OldEvidence})
	}
	if said && own.State == model.Rated && own.Confidence == model.Low {
		all = append(all, Reason{NotSure, "the school is not sure of its level"})
	}
	return all
}

// enough is how many notes an area needs before its evidence is not thin.
const enough = 2

// thin says how the evidence for an area is thin, or "" when it is not.
func thin(notes []model.Note) string {
	switch len(notes) {
	case 0:
		return "thin evidence: no notes"
	case enough - 1:
		return "thin evidence: 1 note"
	}
	first := kindOf(notes[0])
	for _, n := range notes {
		if kind := kindOf(n); kind == "" || kind != first {
			return ""
		}
	}
	return "thin evidence: all " + strconv.Itoa(len(notes)) + " notes are of one kind"
}

// kindOf is how what a note holds came to be known, or where it is from.
func kindOf(n model.Note) string {
	if n.Fact != "" {
		return string(n.Fact)
	}
	return string(n.Kind)
}

func isOld(notes []model.Note, now time.Time) bool {
	if len(notes) == 0 {
		return false
	}
	newest := notes[0].At
	for _, n := range notes {
		newest = max(newest, n.At)
	}
	return newest < now.AddDate(-oldYears, 0, 0).UnixMilli()
}
