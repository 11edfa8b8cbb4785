// Package keys is the one table of keys: what each means, on every screen, in
// the same words. Screens say which acts are live; the footer, the help, the
// menu of words and the README are all drawn from what they say.
//
// It imports only the standard library and bubbletea's key messages.
package keys

import (
	"slices"
	"strings"

	tea "charm.land/bubbletea/v2"
)

// Action is something a person can do. A screen is told the action, never the
// key.
type Action int

// The actions that have a key. Their order is the order of the help.
const (
	None Action = iota
	Enter
	Up
	Down
	Left
	Right
	PageUp
	PageDown
	Home
	End
	Level // a digit; Press.N says which
	LevelOff
	Tick
	Before
	After
	NextPart
	PartBefore
	Find
	Note
	QuickNote
	Confidence
	Flag
	Full
	Why
	Edit
	Replace
	Merge
	Add
	Aside
	Star
	Order
	Show
	Copy
	Export
	Big
	Time
	QuickPass
	Editor
	Undo
	Redo
	Go
	Menu
	Display
	Help
	Back
	Leave
	SavedAlready
	Interrupt
	Redraw

	// The actions below have no key of their own: they are in the menu of words.
	NotApplicable
	NoEvidence
	Direction
	Emphasis
	Finish
	Reopen
	Delete
	BringBack
	OtherSchool
	OtherYear
	RemoveNote
	Private
	Source
	Drop
	MoveUp
	MoveDown
	Fewer
	WholePage
	ReadRubric
	AgreeAll
	Disagree
	Pass
	OpenCapture
	OpenTidy
	OpenClaims
	OpenRooms
	OpenJudging
	OpenAgreeing
	OpenPoints
	OpenSignOff
	OpenChanged
	OpenLean
	OpenTriads
	NewVisit
	NewMeeting
	SealLevels
	LiftSeal
	CloseVisit
	ReopenVisit
	StopVisiting
	RemoveSlot
	RemoveRoom
	RemovePoint
)

// Entry is one line of the table.
type Entry struct {
	Action Action
	Keys   []string // as bubbletea spells them
	Shown  string   // as people read them
	Words  string   // what it does, when a screen says nothing more exact
}

// table is written out once; no screen has keys of its own.
func table() []Entry {
	return []Entry{
		{Enter, []string{"enter"}, "Enter", "go on"},
		{Up, []string{"up", "k"}, "↑", "move up"},
		{Down, []string{"down", "j"}, "↓", "move down"},
		{Left, []string{"left", "h"}, "←", "move left"},
		{Right, []string{"right", "l"}, "→", "move right"},
		{PageUp, []string{"pgup"}, "PgUp", "scroll up"},
		{PageDown, []string{"pgdown"}, "PgDn", "scroll down"},
		{Home, []string{"home"}, "Home", "to the start"},
		{End, []string{"end"}, "End", "to the end"},
		{Level, []string{"1", "2", "3", "4", "5", "6", "7", "8", "9"}, "1-9", "choose that level"},
		{LevelOff, []string{"0"}, "0", "take the level off"},
		{Tick, []string{"space"}, "Space", "tick"},
		{Before, []string{"[", "<"}, "[", "the one before"},
		{After, []string{"]", ">"}, "]", "the one after"},
		{NextPart, []string{"tab"}, "Tab", "next part"},
		{PartBefore, []string{"shift+tab"}, "Shift+Tab", "part before"},
		{Find, []string{"/", "ctrl+f"}, "/", "find"},
		{Note, []string{"n"}, "n", "note"},
		{QuickNote, []string{"a"}, "a", "quick note"},
		{Confidence, []string{"c"}, "c", "how sure"},
		{Flag, []string{"f"}, "f", "flag to talk about"},
		{Full, []string{"v"}, "v", "view in full"},
		{Why, []string{"w"}, "w", "why"},
		{Edit, []string{"e"}, "e", "edit"},
		{Replace, []string{"r"}, "r", "swap"},
		{Merge, []string{"p"}, "p", "put two together"},
		{Add, []string{"+", "="}, "+", "add"},
		{Aside, []string{"-"}, "-", "not now"},
		{Star, []string{"*"}, "*", "mark to follow up"},
		{Order, []string{"o"}, "o", "order"},
		{Show, []string{"s"}, "s", "show or hide"},
		{Copy, []string{"y"}, "y", "copy"},
		{Export, []string{"x"}, "x", "export"},
		{Big, []string{"b"}, "b", "big, for the wall"},
		{Time, []string{"t"}, "t", "time"},
		{QuickPass, []string{"."}, ".", "quick pass on or off"},
		{Editor, []string{"ctrl+e"}, "Ctrl+E", "bigger editor"},
		{Undo, []string{"u", "ctrl+z"}, "u", "undo"},
		{Redo, []string{"U", "ctrl+y"}, "U", "redo"},
		{Go, []string{"g"}, "g", "go to another part"},
		{Menu, []string{"m", ":"}, "m", "menu of everything here"},
		{Display, []string{"d"}, "d", "display"},
		{Help, []string{"?", "f1"}, "?", "help"},
		{Back, []string{"esc"}, "Esc", "back"},
		{Leave, []string{"q"}, "q", "leave"},
		{SavedAlready, []string{"ctrl+s"}, "Ctrl+S", "say when it was saved"},
		{Interrupt, []string{"ctrl+c"}, "Ctrl+C", "leave, when pressed twice"},
		{Redraw, []string{"ctrl+l"}, "Ctrl+L", "draw the screen again"},
		{NotApplicable, nil, "", "This area does not apply to us"},
		{NoEvidence, nil, "", "Not this time: not enough evidence to say"},
		{Direction, nil, "", "Say which way it is heading"},
		{Emphasis, nil, "", "Say how much it matters and whom it reaches"},
		{Finish, nil, "", "Check and finish"},
		{Reopen, nil, "", "Open it again to change levels"},
		{Delete, nil, "", "Delete this self-evaluation"},
		{BringBack, nil, "", "Bring back a deleted self-evaluation"},
		{OtherSchool, nil, "", "Another school or a new one"},
		{OtherYear, nil, "", "Another year or a new one"},
		{RemoveNote, nil, "", "Take this note out"},
		{Private, nil, "", "Keep this note private, or share it"},
		{Source, nil, "", "Say where the evidence is kept"},
		{Drop, nil, "", "Take this priority out of the plan"},
		{MoveUp, nil, "", "Move this priority up"},
		{MoveDown, nil, "", "Move this priority down"},
		{Fewer, nil, "", "Say why you have fewer than three priorities"},
		{WholePage, nil, "", "Open this area's page: next steps, look-fors, links"},
		{ReadRubric, nil, "", "Read the rubric"},
		{AgreeAll, nil, "", "Agree every area that matches"},
		{Disagree, nil, "", "Record that you do not agree"},
		{Pass, nil, "", "Pass: give no level this time"},
		{OpenCapture, nil, "", "Take notes at this stop"},
		{OpenTidy, nil, "", "Tidy up notes"},
		{OpenClaims, nil, "", "What the school said at the start"},
		{OpenRooms, nil, "", "Rooms and their checklist"},
		{OpenJudging, nil, "", "Judge the focus areas"},
		{OpenAgreeing, nil, "", "Agree judgements with leaders"},
		{OpenPoints, nil, "", "Choose strengths and next steps"},
		{OpenSignOff, nil, "", "Sign off"},
		{OpenChanged, nil, "", "See what the visit changes in the priorities"},
		{OpenLean, nil, "", "How my levels lean, for me alone"},
		{OpenTriads, nil, "", "Plan visits between three schools"},
		{NewVisit, nil, "", "Plan a new visit"},
		{NewMeeting, nil, "", "Start a team meeting"},
		{SealLevels, nil, "", "Seal the school’s levels for the visit"},
		{LiftSeal, nil, "", "Lift the seal on the school’s levels"},
		{CloseVisit, nil, "", "Close the visit"},
		{ReopenVisit, nil, "", "Open the visit again"},
		{StopVisiting, nil, "", "Go back to the school’s own view"},
		{RemoveSlot, nil, "", "Take this stop out of the day"},
		{RemoveRoom, nil, "", "Take this room out"},
		{RemovePoint, nil, "", "Take this out again"},
	}
}

// Table lists every action in the order of the help.
func Table() []Entry { return table() }

// Of is the table's entry for a.
func Of(a Action) Entry {
	for _, e := range table() {
		if e.Action == a {
			return e
		}
	}
	return Entry{Action: a}
}

// Live is an action a screen offers now. Words, when given, say what exactly
// it does here; Shown replaces the key's name (a screen with four levels shows
// "1-4"). Footer puts it into the footer, in the order listed. Long is how the
// menu and the help say it, where the footer has room for a word only.
type Live struct {
	Action Action
	Words  string
	Shown  string
	Footer bool
	Long   string
}

// Key is the key as people read it.
func (l Live) Key() string {
	if l.Shown != "" {
		return l.Shown
	}
	return Of(l.Action).Shown
}

// Says is what the action does here.
func (l Live) Says() string {
	if l.Words != "" {
		return l.Words
	}
	return Of(l.Action).Words
}

// Explains is what the action does here, with room for a sentence.
func (l Live) Explains() string {
	if l.Long != "" {
		return l.Long
	}
	return l.Says()
}

// Press is a resolved key: the action, and the digit when it is a Level.
type Press struct {
	Action Action
	N      int
}

// Resolve finds which live action a key means. Alt with a letter is the
// letter: it is how Esc and a quick second key arrive.
func Resolve(k tea.KeyPressMsg, live []Live) Press {
	name := Name(k)
	for _, e := range table() {
		if !slices.Contains(e.Keys, name) {
			continue
		}
		if !slices.ContainsFunc(live, func(l Live) bool { return l.Action == e.Action }) {
			continue
		}
		p := Press{Action: e.Action}
		if e.Action == Level {
			p.N = int(name[0] - '0')
		}
		return p
	}
	return Press{}
}

// Name is the key as the table spells it.
func Name(k tea.KeyPressMsg) string {
	name := k.String()
	if name == "alt+esc" {
		return "esc"
	}
	return name
}

// Fields lists the keys that still act while a field has the focus, where
// every letter is a letter. Find is not among them: Ctrl+F moves a cursor in
// many fields, and nobody who types means to leave.
func Fields(live []Live) []Live {
	return slices.DeleteFunc(slices.Clone(live), func(l Live) bool {
		return l.Action == Find || !slices.ContainsFunc(Of(l.Action).Keys, isControl)
	})
}

func isControl(name string) bool {
	return len(name) > 1 && name != "space"
}

// Control reports whether k can be an act while a field has the focus.
func Control(k tea.KeyPressMsg) bool {
	name := Name(k)
	return isControl(name) && !strings.HasPrefix(name, "alt+") && k.Text == ""
}
