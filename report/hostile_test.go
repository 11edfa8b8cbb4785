package report_test

import (
	"bytes"
	"encoding/json"
	"encoding/xml"
	"errors"
	"io"
	"regexp"
	"strings"
	"testing"
	"unicode"

	"github.com/yuin/goldmark"
	"github.com/yuin/goldmark/extension"

	"waymark/model"
	"waymark/report"
)

// hostile is what somebody might type or paste, and what must not come out.
const hostile = "<script>alert(1)</script>\x1b[31m\u202e[x](https://evil.example/a.png) ![p](http://evil.example) www.evil.example `code` **bold** _it_ |a|b| &amp; \"q\" 'q' ${7*7} {{.}} </style> ]]> \x00\ufffe\xff"

// everywhere puts the hostile text into every field that words can come in by.
func everywhere(t *testing.T) report.Source {
	r := rubricOf(4, 3, 2, 2)
	r.GroupWord, r.NotCovered = hostile, []string{hostile}
	for i := range r.Scale.Levels {
		r.Scale.Levels[i] = model.LevelName{Name: hostile, Meaning: hostile}
	}
	for i := range r.Groups {
		r.Groups[i].Title, r.Groups[i].Summary = hostile, hostile
	}
	for i := range r.Areas {
		a := &r.Areas[i]
		a.Title, a.Question, a.Evidence = hostile, hostile, []model.Prompt{{Kind: model.See, Text: hostile}}
		for l := range a.Levels {
			a.Levels[l] = hostile
		}
	}
	d := newDesk(t, r, hostile)
	d.level("1.1", 1, model.Low)
	d.level("1.2", 4, model.High)
	d.level("2.2", 1, model.Medium)
	d.judge(head, model.Agreed, "2.2", model.Opinion{State: model.Rated, Level: 2, Reason: hostile})
	d.emphasise("2.1", model.Emphasis{Excluded: true, Reason: hostile, Revisit: hostile})
	d.note(head, model.Self, "n", model.NoteText{Area: "1.1", Text: "# " + hostile + "\n- " + hostile + "\n1. x\n---\n\n    code", Source: hostile})
	d.note(head, model.Self, "s", model.NoteText{Text: hostile, Private: true})
	changes, err := d.book.ExplainFewer(hostile)
	d.do(head, changes, err)
	d.priority("p", model.PriorityText{Title: hostile, Areas: []model.AreaID{"2.2"}, Own: true, Steps: []string{hostile}})
	s := d.source(model.School{Name: hostile})
	s.Answer.NotChosen = append(s.Answer.NotChosen, s.Answer.NotChosen...)
	for i := range s.Answer.NotChosen {
		s.Answer.NotChosen[i].Why = hostile
	}
	s.Answer.Reasons["2.2"] = []string{hostile}
	s.Answer.FindOutFirst = []model.AreaID{"1.1"}
	s.People = people(hostile, hostile, hostile)
	return s
}

// documents are both kinds, with and without everything that can be left out.
func documents(s report.Source) []report.Document {
	all := report.LeaveOut{PrivateNotes: true, Names: true, Confidence: true}
	return []report.Document{
		report.Priorities(s, report.LeaveOut{}), report.Full(s, report.LeaveOut{}),
		report.Priorities(s, all), report.Full(s, all),
	}
}

func TestWordsFromOutsideStayWords(t *testing.T) {
	for _, d := range documents(everywhere(t)) {
		for _, f := range report.Formats() {
			out := render(t, f.ID, d)
			if strings.ContainsFunc(out, func(r rune) bool {
				return r != '\n' && unicode.IsControl(r) || r == 0x202e || r == 0xfffe
			}) {
				t.Errorf("%s %s lets a control character out", d.Kind, f.ID)
			}
		}
		htmlIsInert(t, render(t, "html", d))
		markdownIsInert(t, render(t, "markdown", d))
		if !json.Valid([]byte(render(t, "json", d))) {
			t.Errorf("%s: the data is not JSON", d.Kind)
		}
	}
}

func htmlIsInert(t *testing.T, page string) {
	t.Helper()
	elements(t, page, func(e xml.StartElement) {
		switch e.Name.Local {
		case "script", "img", "iframe", "object", "link", "foreignObject", "form":
			t.Errorf("the page has a <%s>", e.Name.Local)
		}
		for _, at := range e.Attr {
			name := strings.ToLower(at.Name.Local)
			if strings.HasPrefix(name, "on") || name == "src" || name == "style" || name == "href" && !strings.HasPrefix(at.Value, "#") {
				t.Errorf("<%s> has %s=%q", e.Name.Local, name, at.Value)
			}
		}
	})
}

// elements reads the page as strict XML and calls back for each start.
func elements(t *testing.T, page string, each func(xml.StartElement)) {
	t.Helper()
	dec := xml.NewDecoder(strings.NewReader(page))
	for {
		token, err := dec.Token()
		if errors.Is(err, io.EOF) {
			return
		}
		if err != nil {
			t.Fatalf("the page is not well formed: %v", err)
		}
		if start, ok := token.(xml.StartElement); ok {
			each(start)
		}
	}
}

// markdownIsInert reads the text as a Markdown reader would, bare addresses
// included, and looks for what only words from outside could have made.
func markdownIsInert(t *testing.T, text string) {
	t.Helper()
	var page bytes.Buffer
	if err := goldmark.New(goldmark.WithExtensions(extension.GFM)).Convert([]byte(text), &page); err != nil {
		t.Fatal(err)
	}
	for _, live := range []string{"<a ", "<img", "<script", "raw HTML omitted", "<em>", "<del>", "<pre>", "<h4", "<hr />\n<", "<code>code"} {
		if strings.Contains(page.String(), live) {
			t.Errorf("words from outside became %q in:\n%s", live, page.String())
		}
	}
	for _, quote := range regexp.MustCompile(`(?s)<blockquote>.*?</blockquote>`).FindAllString(page.String(), -1) {
		if made := regexp.MustCompile(`<(h\d|ul|ol|li|hr)`).FindString(quote); made != "" {
			t.Errorf("a note became %q:\n%s", made, quote)
		}
	}
}
