// Package saveproblem is the screen that says what is not in the file yet, that
// it is safe, and what can be done. It closes by itself once all is saved.
//
// It imports the leaves of ui and waymark/model; never another screen.
package saveproblem

import (
	"context"
	"errors"
	"fmt"
	"strings"
	"time"

	tea "charm.land/bubbletea/v2"

	"waymark/model"
	"waymark/ui"
	"waymark/ui/env"
	"waymark/ui/keys"
	"waymark/ui/layout"
	"waymark/ui/nav"
	"waymark/ui/task"
	"waymark/ui/widget"
)

// Screen shows how saving stands and three ways on.
type Screen struct {
	env     *env.Env
	list    widget.List
	state   task.State
	waiting []change
	asked   bool   // somebody asked to try again and waits for the answer
	details bool   // the details for IT support are shown
	copied  string // where a copy was put
	status  string
	size    layout.Size
	at      int // the body line of the first choice, as last drawn
}

// choices are the ways on, in the order they are shown.
func choices() []string {
	return []string{"Try again now", "Save a copy somewhere else", "Show the details for IT support"}
}

// New opens the screen on how saving stands now.
func New(e *env.Env, _ nav.SaveProblem) *Screen {
	s := &Screen{env: e}
	s.list.Set(len(choices()), len(choices()))
	s.refresh()
	return s
}

// refresh looks at the state again.
func (s *Screen) refresh() {
	s.state = task.State{}
	if s.env.Saver != nil {
		s.state = s.env.Saver.State()
	}
	s.waiting = changes(s.env.Desk, s.state.Labels)
}

// saved reports whether there is nothing to say any more.
func (s *Screen) saved() bool { return s.state.Err == nil }

// Init needs nothing.
func (s *Screen) Init() tea.Cmd { return nil }

// Update follows every change of how saving stands.
func (s *Screen) Update(msg tea.Msg) tea.Cmd {
	switch msg := msg.(type) {
	case task.Changed:
		s.follow()
	case nav.ReturnedMsg, nav.UndoneMsg:
		s.follow()
	case copiedFile:
		s.put(msg)
	case copiedText:
		s.status = msg.said
		if msg.err != nil {
			s.status = "Nothing could be copied. To select text, hold Shift and drag."
		}
	}
	return nil
}

// follow closes the screen once everything is saved, and answers whoever
// asked to try again.
func (s *Screen) follow() {
	s.refresh()
	switch {
	case s.saved():
		s.env.Nav.Leave(s)
		s.env.Nav.Say("Everything is in the file again. Nothing was lost.")
	case s.asked:
		s.status = fmt.Sprintf("Tried again at %s. It is not in the file yet, but still kept.", clock(s.env.Clock()))
	}
	s.asked = false
}

// Act carries out one action.
func (s *Screen) Act(p keys.Press) tea.Cmd {
	switch p.Action {
	case keys.Enter:
		return s.choose()
	case keys.Level:
		if p.N <= s.list.N && !s.details {
			s.list.Cursor = p.N - 1
			return s.choose()
		}
	case keys.Back:
		s.back()
	case keys.Copy:
		return s.copyDetails()
	default:
		s.status = ""
		s.list.Act(p)
	}
	return nil
}

func (s *Screen) back() {
	s.status = ""
	if s.details {
		s.details = false
		return
	}
	s.env.Nav.Leave(s)
}

func (s *Screen) choose() tea.Cmd {
	s.status = ""
	switch {
	case s.saved(), s.details:
		s.back()
	case s.list.Cursor == 0:
		s.retry()
	case s.list.Cursor == 1:
		return s.saveCopy()
	default:
		s.details = true
	}
	return nil
}

func (s *Screen) retry() {
	s.asked = true
	s.status = "Trying again now."
	before := s.state
	s.env.Saver.Retry()
	if now := s.env.Saver.State(); (now.Err == nil) != (before.Err == nil) {
		s.follow() // a saver that saves as it is told has the answer already
	}
}

// copiedFile is the answer to saving a copy.
type copiedFile struct {
	path string
	err  error
}

// copiedText is the answer to copying the details.
type copiedText struct {
	said string
	err  error
}

func (s *Screen) saveCopy() tea.Cmd {
	records := make([]model.Record, len(s.state.Labels))
	for i, w := range s.state.Labels {
		records[i] = w.Record
	}
	files, ctx := s.env.Files, s.env.Ctx
	s.status = "Saving a copy."
	return func() tea.Msg { return saveCopy(ctx, files, records) }
}

func saveCopy(ctx context.Context, files env.Files, records []model.Record) tea.Msg {
	path, err := files.SaveCopy(ctx, records)
	return copiedFile{path, err}
}

func (s *Screen) put(msg copiedFile) {
	if msg.err != nil {
		s.status = env.Why(msg.err, "The copy could not be written. Your work is still kept on this computer.")
		return
	}
	s.copied = msg.path
	s.status = "A copy with everything in it was saved."
}

func (s *Screen) copyDetails() tea.Cmd {
	text, files, ctx := strings.Join(s.support(), "\n"), s.env.Files, s.env.Ctx
	return func() tea.Msg {
		said, err := files.Copy(ctx, text)
		return copiedText{said, err}
	}
}

// support is what IT support needs to know. There is no school data in it.
func (s *Screen) support() []string {
	detail := s.detail()
	if detail == "" {
		detail = "No further details."
	}
	return []string{
		"Waymark could not write to its file.",
		"Reason: " + s.reason(),
		"Detail: " + detail,
		fmt.Sprintf("Since: %s", s.state.Since.Local().Format("2 January 2006, 15:04")),
		fmt.Sprintf("Waiting: %s, tried again every %d seconds.", widget.Count(s.state.Waiting, "change", "changes"), int(task.RetryEvery.Seconds())),
	}
}

// reason is why saving failed, in one sentence.
func (s *Screen) reason() string {
	if s.state.Err == nil {
		return ""
	}
	return env.Sentence(s.state.Err.Error())
}

// detail is the error's own note for IT support, "" when it has none.
func (s *Screen) detail() string {
	var d interface{ Detail() string }
	if errors.As(s.state.Err, &d) {
		return d.Detail()
	}
	return ""
}

func clock(t time.Time) string { return t.Local().Format("15:04") }

// Live is what can be done here.
func (s *Screen) Live() []keys.Live {
	switch {
	case s.saved():
		return []keys.Live{{Action: keys.Enter, Words: "go back", Footer: true}, {Action: keys.Back, Words: "go back"}}
	case s.details:
		return []keys.Live{
			{Action: keys.Enter, Words: "close the details", Footer: true},
			{Action: keys.Copy, Words: "copy the details", Footer: true},
			{Action: keys.Back, Words: "close the details"},
		}
	}
	live := []keys.Live{{Action: keys.Enter, Words: "choose", Footer: true}}
	live = append(live, widget.Moving()...)
	return append(live,
		keys.Live{Action: keys.Level, Shown: fmt.Sprintf("1-%d", len(choices())), Words: "choose"},
		keys.Live{Action: keys.Back, Words: "hide and carry on", Footer: true})
}

// HelpTitle names the screen in the help.
func (s *Screen) HelpTitle() string { return "when something is not saved yet" }

// Head says whose work it is.
func (s *Screen) Head() ui.Head {
	if s.env.Desk == nil {
		return ui.Head{Crumbs: []string{"Waymark"}}
	}
	return ui.Head{Crumbs: []string{s.env.Desk.Book.School().Name, "Saving"}}
}

// Status says what Waymark is doing about it.
func (s *Screen) Status() string {
	switch {
	case s.status != "":
		return s.status
	case s.saved():
		return "Everything is saved."
	case s.details:
		return "There is no school data in this. Send it to IT support."
	}
	return strings.TrimSpace(fmt.Sprintf("Waymark tries again every %d seconds. %s", int(task.RetryEvery.Seconds()), s.detail()))
}

var _ ui.Screen = (*Screen)(nil)
