package model

import (
	"encoding/json"
	"fmt"
	"strings"
)

// Describe says in a few words what a step does, such as "1.3 from 3 to 2" or
// "note on 2.1". Screens, commands and the history use the same words.
func (s Step) Describe() string {
	if s.Erased {
		return fmt.Sprintf("%s, words erased", strings.TrimSpace(string(s.Kind)+" "+string(s.Area)))
	}
	switch s.Kind {
	case KindJudgement:
		return s.describeJudgement()
	case KindFlag:
		if s.After == "null" {
			return fmt.Sprintf("%s no longer flagged", s.Area)
		}
		return fmt.Sprintf("%s flagged", s.Area)
	case KindNote:
		return s.describeNote()
	case KindEmphasis:
		return s.describeEmphasis()
	case KindPriority:
		return s.describePriority()
	case KindStatus:
		if strings.Contains(s.After, "true") {
			return "finished"
		}
		return "open again"
	case KindRemoval:
		if s.After == "null" {
			return "evaluation brought back"
		}
		return "evaluation deleted"
	case KindFewer:
		return "reason for fewer priorities"
	case KindStart:
		return "evaluation started"
	case KindMove:
		if s.After == "null" {
			return "move to another edition taken back"
		}
		return "moved to another edition"
	case KindVisiting, KindVisitTeam, KindFocus, KindVisitEmphasis, KindSlot, KindWhereabouts, KindSeal, KindClaim, KindRoom, KindWatching,
		KindObservation, KindGlance, KindDisagreement, KindPoint, KindClosing, KindSignature, KindVisitStatus,
		KindMeeting, KindVote, KindRound, KindOutcome:
		return s.describeMeeting()
	default: // what happens to no evaluation, and what a later version does
		return string(s.Kind)
	}
}

func (s Step) describeJudgement() string {
	before, after := opinionWords(s.Before), opinionWords(s.After)
	var was, is Opinion
	if json.Unmarshal([]byte(s.Before), &was) == nil && json.Unmarshal([]byte(s.After), &is) == nil && before == after {
		if was.Confidence != is.Confidence {
			return fmt.Sprintf("%s from %s to %s confidence", s.Area, was.Confidence, is.Confidence)
		}
		if was.Direction != is.Direction {
			return fmt.Sprintf("%s direction %s", s.Area, orWord(string(is.Direction), "not said"))
		}
		if was.Reason != is.Reason {
			return fmt.Sprintf("%s reason reworded", s.Area)
		}
		return fmt.Sprintf("%s read again, still %s", s.Area, after)
	}
	if s.Subject.first() == string(Agreed) && (s.Before == "null") != (s.After == "null") {
		return takenBack(fmt.Sprintf("%s agreed at %s", s.Area, opinionWords(spoken(s.After, s.Before))), s.After == "null")
	}
	return fmt.Sprintf("%s from %s to %s", s.Area, before, after)
}

func opinionWords(value string) string {
	var o Opinion
	if value == "null" || json.Unmarshal([]byte(value), &o) != nil {
		return "not judged"
	}
	switch o.State {
	case NotApplicable:
		return "not applicable"
	case NoEvidence:
		return "not enough evidence"
	default: // Rated
		return fmt.Sprint(o.Level)
	}
}

func (s Step) describeNote() string {
	value := s.After
	if value == "null" {
		value = s.Before
	}
	var n NoteText
	_ = json.Unmarshal([]byte(value), &n) // an unreadable note is still a note
	what := "note"
	if n.Area != "" {
		what = "note on " + string(n.Area)
	}
	switch {
	case s.After == "null":
		return what + " taken out"
	case s.Before == "null":
		return what
	}
	return what + " reworded"
}

func (s Step) describeEmphasis() string {
	var m Emphasis
	_ = json.Unmarshal([]byte(s.After), &m) // "null" is the zero emphasis
	switch {
	case m.Excluded:
		return fmt.Sprintf("%s set aside", s.Area)
	case m.Pinned:
		return fmt.Sprintf("%s pinned", s.Area)
	case m == (Emphasis{}):
		return fmt.Sprintf("%s emphasis taken back", s.Area)
	}
	return strings.TrimSpace(fmt.Sprintf("%s importance %s, reach %s", s.Area, orWord(string(m.Importance), "normal"), orWord(string(m.Reach), "everyone")))
}

func (s Step) describePriority() string {
	value := s.After
	if value == "null" {
		value = s.Before
	}
	var p PriorityText
	_ = json.Unmarshal([]byte(value), &p) // an unreadable priority has no title to show
	switch {
	case s.After == "null":
		return fmt.Sprintf("priority “%s” taken out", p.Title)
	case s.Before == "null":
		return fmt.Sprintf("priority “%s”", p.Title)
	}
	var was PriorityText
	_ = json.Unmarshal([]byte(s.Before), &was)
	switch n := len(p.Steps) - len(was.Steps); {
	case p.Title != was.Title || n == 0:
	case n > 0:
		return fmt.Sprintf("first step in “%s”", p.Title)
	default:
		return fmt.Sprintf("first step out of “%s”", p.Title)
	}
	return fmt.Sprintf("priority changed to “%s”", p.Title)
}

// DescribeAll joins the steps of one act: the first, and how many more.
func DescribeAll(steps []Step) string {
	steps = told(steps)
	switch len(steps) {
	case 0:
		return "nothing"
	case 1:
		return steps[0].Describe()
	case 2:
		return steps[0].Describe() + " and 1 more change"
	}
	return fmt.Sprintf("%s and %d more changes", steps[0].Describe(), len(steps)-1)
}

func orWord(s, otherwise string) string {
	if s == "" {
		return otherwise
	}
	return s
}
