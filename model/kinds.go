package model

import "strings"

// The kinds of event this program writes. A kind it does not know is kept,
// carried on and shown in the history, but changes nothing.
const (
	KindDevice     EventKind = "device"
	KindSchoolInfo EventKind = "school"
	KindPerson     EventKind = "person"
	KindStart      EventKind = "start"
	KindMove       EventKind = "move"
	KindStatus     EventKind = "status"
	KindRemoval    EventKind = "removal"
	KindJudgement  EventKind = "judgement"
	KindFlag       EventKind = "flag"
	KindNote       EventKind = "note"
	KindEmphasis   EventKind = "emphasis"
	KindPriority   EventKind = "priority"
	KindFewer      EventKind = "fewer"

	KindVisiting      EventKind = "visit"
	KindVisitTeam     EventKind = "visit-team"
	KindFocus         EventKind = "visit-focus"
	KindVisitEmphasis EventKind = "visit-emphasis"
	KindSlot          EventKind = "visit-slot"
	KindWhereabouts   EventKind = "visit-whereabouts"
	KindSeal          EventKind = "visit-seal"
	KindClaim         EventKind = "visit-claim"
	KindRoom          EventKind = "visit-room"
	KindWatching      EventKind = "visit-watching"
	KindObservation   EventKind = "visit-observation"
	KindGlance        EventKind = "visit-glance"
	KindDisagreement  EventKind = "visit-disagreement"
	KindPoint         EventKind = "visit-point"
	KindClosing       EventKind = "visit-closing"
	KindSignature     EventKind = "visit-signature"
	KindVisitStatus   EventKind = "visit-status"

	KindMeeting EventKind = "meeting"
	KindVote    EventKind = "meeting-vote"
	KindRound   EventKind = "meeting-round"
	KindOutcome EventKind = "meeting-outcome"
)

// undoable lists the kinds that one key takes back. Starting an evaluation,
// naming people and schools are not slips of a finger, and what binds two sides
// of a visit (a seal, an early look, a signature) is taken back by saying so.
func undoable(k EventKind) bool {
	switch k {
	case KindMove, KindStatus, KindRemoval, KindJudgement, KindFlag, KindNote, KindEmphasis, KindPriority, KindFewer,
		KindVisitTeam, KindFocus, KindVisitEmphasis, KindSlot, KindWhereabouts, KindClaim, KindRoom, KindWatching, KindObservation,
		KindDisagreement, KindPoint, KindClosing, KindVote, KindOutcome:
		return true
	default: // nor may this program take back what it does not know
		return false
	}
}

// The subjects. A judgement, a flag and a note belong to one person in one
// role; what the school decides as a school has one subject for everybody.

func judgementSubject(v Voice, a AreaID) Subject {
	if v.Role == Agreed {
		return Subject("agreed/area/" + string(a) + "/judgement")
	}
	return Subject(string(v.Role) + "/area/" + string(a) + "/judgement/" + string(v.Person))
}

// visitLevelSubject is what a visit agreed of an area. What the school agreed
// among itself has a subject of its own and stays behind it.
func visitLevelSubject(id VisitID, a AreaID) Subject {
	return Subject("agreed/area/" + string(a) + "/visit/" + string(id))
}

func flagSubject(v Voice, a AreaID) Subject {
	return Subject(string(v.Role) + "/area/" + string(a) + "/flag/" + string(v.Person))
}

func noteSubject(v Voice, id NoteID) Subject {
	return Subject(string(v.Role) + "/note/" + string(id))
}

func emphasisSubject(a AreaID) Subject { return Subject("school/area/" + string(a) + "/emphasis") }

func prioritySubject(id PriorityID) Subject { return Subject("school/priority/" + string(id)) }

const (
	schoolSubject  Subject = "school/profile"
	startSubject   Subject = "evaluation/start"
	editionSubject Subject = "evaluation/edition"
	statusSubject  Subject = "evaluation/status"
	removalSubject Subject = "evaluation/removal"
	fewerSubject   Subject = "school/priorities/fewer"
)

func personSubject(id PersonID) Subject { return Subject("person/" + string(id)) }

// visitSubject is a subject of a visit: parts name what it is, outermost first.
func visitSubject(id VisitID, parts ...string) Subject {
	return Subject("visit/" + string(id) + "/" + strings.Join(parts, "/"))
}

// meetingSubject is a subject of a meeting.
func meetingSubject(id MeetingID, parts ...string) Subject {
	return Subject("meeting/" + string(id) + "/" + strings.Join(parts, "/"))
}
