package main

import (
	"strings"

	tea "charm.land/bubbletea/v2"
	"charm.land/lipgloss/v2"

	"waymark/ui/layout"
)

// asking is one question with answers to choose one of. It takes a line or two
// of the terminal and is gone once it is answered.
type asking struct {
	question, detail string
	answers          []string
	found            []int // the places of the answers that hold what is sought
	at               int   // which of those is chosen
	seeking          bool
	sought           string
	size             layout.Size
	ended, answered  bool
}

// newAsking chooses the first answer to begin with.
func newAsking(question, detail string, answers []string) *asking {
	q := &asking{question: question, detail: detail, answers: answers, size: layout.Size{W: 80, H: 24}}
	q.seek(false, "")
	return q
}

// answer is the place of the answer that was given.
func (q *asking) answer() (at int, ok bool) {
	if !q.answered {
		return 0, false
	}
	return q.found[q.at], true
}

// Init asks the terminal for nothing.
func (q *asking) Init() tea.Cmd { return nil }

// Update takes a key or a new size.
func (q *asking) Update(msg tea.Msg) (tea.Model, tea.Cmd) {
	switch msg := msg.(type) {
	case tea.WindowSizeMsg:
		if msg.Width > 0 && msg.Height > 0 {
			q.size.W, q.size.H = layout.Clamp(msg.Width, msg.Height)
		}
	case tea.KeyPressMsg:
		if q.ended {
			break
		}
		if q.seeking && q.write(msg) {
			break
		}
		return q, q.press(msg.String())
	}
	return q, nil
}

// write changes what is sought and reports whether the key did.
func (q *asking) write(k tea.KeyPressMsg) bool {
	switch {
	case k.String() == "esc":
		q.seek(false, "")
	case k.String() == "backspace":
		all := []rune(q.sought)
		q.seek(len(all) > 0, string(all[:max(0, len(all)-1)]))
	case k.Text != "":
		q.seek(true, q.sought+k.Text)
	default:
		return false
	}
	return true
}

// seek leaves the answers that hold the text, in any case of its letters. The
// answer that was chosen stays so where it is among them.
func (q *asking) seek(seeking bool, sought string) {
	chosen := 0
	if len(q.found) > 0 {
		chosen = q.found[q.at]
	}
	q.seeking, q.sought, q.found, q.at = seeking, sought, nil, 0
	for i, a := range q.answers {
		if !strings.Contains(strings.ToLower(a), strings.ToLower(sought)) {
			continue
		}
		if i == chosen {
			q.at = len(q.found)
		}
		q.found = append(q.found, i)
	}
}

func (q *asking) press(key string) tea.Cmd {
	half := max(1, q.size.H/2)
	switch key {
	case "ctrl+c", "esc":
		q.ended = true
		return tea.Interrupt
	case "enter", "tab":
		if len(q.found) > 0 {
			q.ended, q.answered = true, true
			return tea.Quit
		}
	case "/":
		q.seek(true, "")
	case "up", "k", "ctrl+k", "ctrl+p":
		q.step(-1)
	case "down", "j", "ctrl+j", "ctrl+n":
		q.step(1)
	case "pgup", "ctrl+u":
		q.move(q.at - half)
	case "pgdown", "ctrl+d":
		q.move(q.at + half)
	case "home", "g":
		q.move(0)
	case "end", "G":
		q.move(len(q.found))
	}
	return nil
}

// step goes on at the other end where there is no further answer.
func (q *asking) step(by int) {
	if n := len(q.found); n > 0 {
		q.at = (q.at + by + n) % n
	}
}

func (q *asking) move(to int) { q.at = max(0, min(to, len(q.found)-1)) }

// View draws the question, as many answers as fit, and what the keys do.
func (q *asking) View() tea.View {
	if q.ended {
		return tea.NewView("")
	}
	bold := lipgloss.NewStyle().Bold(true)
	var lines []string
	for _, l := range q.wrap(q.question, 0) {
		lines = append(lines, bold.Render(l))
	}
	if q.detail != "" {
		lines = append(lines, q.wrap(q.detail, 0)...)
	}
	foot := append([]string{""}, q.wrap(q.help(), 0)...)
	lines = append(lines, q.rows(max(1, q.size.H-len(lines)-len(foot)-1))...)
	return tea.NewView(strings.Join(append(lines, foot...), "\n"))
}

// help names the keys without a sign that a terminal may lack.
func (q *asking) help() string {
	if q.seeking {
		return "Find: " + q.sought + "_  (Enter to choose, Esc to see all)"
	}
	find := ""
	if len(q.answers) > 5 {
		find = ", / to find"
	}
	return "Up and down to move" + find + ", Enter to choose, Esc to stop"
}

// rows are h lines of answers at most, with the chosen one among them.
func (q *asking) rows(h int) []string {
	if len(q.found) == 0 {
		return []string{"  No answer has that in it."}
	}
	var all []string
	from, to := 0, 0
	for i, place := range q.found {
		mark := "  "
		if i == q.at {
			mark, from = "> ", len(all)
		}
		for _, l := range q.wrap(q.answers[place], len(mark)) {
			all = append(all, mark+l)
			mark = "  "
		}
		if i == q.at {
			to = len(all) - 1
		}
	}
	first := min(from, layout.Window(0, to, len(all), h))
	return all[first:min(len(all), first+h)]
}

// wrap breaks text into lines that leave room for an indent.
func (q *asking) wrap(text string, indent int) []string {
	return layout.Wrap(text, max(10, min(q.size.W, textWidth)-indent))
}
