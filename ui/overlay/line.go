package overlay

import (
	"fmt"

	tea "charm.land/bubbletea/v2"

	"waymark/ui/keys"
	"waymark/ui/layout"
	"waymark/ui/nav"
	"waymark/ui/theme"
)

// line is an overlay that only takes the status line: a question with a few
// named answers, and the screen stays readable above it.
type line struct {
	status string
	footer []keys.Live
	answer func(name string) Decision
}

func (l *line) Key(k tea.KeyPressMsg) Decision { return l.answer(keys.Name(k)) }
func (l *line) Click(int, int) Decision        { return Decision{} }
func (l *line) Resize(layout.Size)             {}
func (l *line) Over(body []string) []string    { return body }
func (l *line) Status() string                 { return l.status }
func (l *line) Footer() []keys.Live            { return l.footer }

// NewLeave asks whether to leave. unsaved is how many changes are not on disk,
// drafts how many texts are kept but not filed.
func NewLeave(unsaved, drafts int) Overlay {
	status := "Everything is saved. Leave Waymark?"
	switch {
	case unsaved > 0:
		status = fmt.Sprintf("%s not in the file yet, but kept for next time. Leave Waymark?", changes(unsaved))
	case drafts > 0:
		status = fmt.Sprintf("Everything is saved, including %s. Leave Waymark?", unfinished(drafts))
	}
	return &line{
		status: status,
		footer: []keys.Live{{Action: keys.Enter, Words: "leave"}, {Action: keys.Back, Words: "stay"}},
		answer: func(name string) Decision {
			return Decision{Quit: name == "enter"}
		},
	}
}

func changes(n int) string {
	if n == 1 {
		return "Your last change is"
	}
	return fmt.Sprintf("Your last %d changes are", n)
}

func unfinished(n int) string {
	if n == 1 {
		return "1 unfinished note"
	}
	return fmt.Sprintf("%d unfinished notes", n)
}

// NewGo asks where to go.
func NewGo(*theme.Theme) Overlay {
	return &line{
		status: "Go:  h home  o overview  p priorities  v visit  m meeting  x export  s schools",
		footer: []keys.Live{
			{Action: keys.Back, Words: "stay here"},
		},
		answer: func(name string) Decision {
			return Decision{Place: place(name)}
		},
	}
}

func place(name string) nav.Route {
	switch name {
	case "h":
		return nav.Home{}
	case "o":
		return nav.Overview{}
	case "p":
		return nav.Priorities{}
	case "v":
		return nav.Visits{}
	case "m":
		return nav.Meetings{}
	case "x":
		return nav.Export{}
	case "s":
		return nav.SchoolName{}
	}
	return nil
}

// NewOffer asks what to do with text that arrived where no field was open.
func NewOffer(text, about string) Overlay {
	n := layout.Words(text)
	words := fmt.Sprintf("%d words", n)
	if n == 1 {
		words = "1 word"
	}
	return &line{
		status: fmt.Sprintf("You pasted %s. Keep as a note%s?", words, about),
		footer: []keys.Live{{Action: keys.Enter, Words: "keep"}, {Action: keys.Back, Words: "no"}},
		answer: func(name string) Decision {
			switch name {
			case "enter":
				return Decision{Keep: text}
			case "esc":
				return Decision{}
			}
			return Decision{Stay: true}
		},
	}
}
