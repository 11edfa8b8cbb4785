package visiting

import (
	"fmt"
	"slices"
	"strconv"
	"strings"
	"time"

	"waymark/model"
	"waymark/model/arrange"
	"waymark/ui/layout"
	"waymark/ui/theme"
	"waymark/ui/widget"
)

// Level is a level of a scale as people read it: "3 Embedded".
func Level(s model.Scale, l model.Level) string {
	return strings.TrimSpace(strconv.Itoa(int(l)) + " " + s.Name(l))
}

// When is the time of day at which a note was seen, else filed.
func When(n model.Note) string {
	if n.Time != "" {
		if at, err := model.ParseClock(n.Time); err == nil {
			return model.Clock(at)
		}
	}
	return time.UnixMilli(n.At).Local().Format("15:04")
}

// Words is a note on one line, with its count where the words do not say it.
func Words(n model.Note) string {
	text := strings.Join(strings.Fields(n.Text), " ")
	if said := model.ParseLine(text, model.Rubric{}); n.Of > 0 && (said.N != n.N || said.Of != n.Of) {
		text += fmt.Sprintf(" (%d of %d)", n.N, n.Of)
	}
	return text
}

// noteLabel is how wide the mark and the time before a note are.
const noteLabel = 10

// Rows is a note in lines of at most w cells, h of them at most: its mark, its
// time and its words.
func Rows(t *theme.Theme, n model.Note, w, h int) []string {
	text := layout.Wrap(Words(n), max(8, min(layout.TextWidth, w-noteLabel)))
	if len(text) > h {
		text = text[:h]
		text[h-1] = layout.Cut(text[h-1]+" …", max(8, min(layout.TextWidth, w-noteLabel)))
	}
	for i := range text {
		label := strings.Repeat(" ", noteLabel)
		if i == 0 {
			label = t.Bold.Render(n.Mark.Sign()) + "  " + t.Muted.Render(layout.Pad(When(n), noteLabel-3))
		}
		text[i] = label + text[i]
	}
	return text
}

// On lists a visit's notes on an area, those marked as a strength or a next
// step first, then in the order in which they were seen.
func On(b *model.Book, v model.VisitID, a model.AreaID) []model.Note {
	notes := slices.DeleteFunc(slices.Clone(b.Evaluation().Area(a).Notes), func(n model.Note) bool { return n.Visit != v })
	arrange.By(notes, func(x, y model.Note) int { return marked(x) - marked(y) })
	return notes
}

func marked(n model.Note) int {
	switch n.Mark {
	case model.MarkStrength:
		return 0
	case model.MarkNextStep:
		return 1
	default: // a follow-up and a note without a mark are what is left to look into
		return 2
	}
}

// OfSchool lists what the school itself noted on an area, newest first, without
// what is private.
func OfSchool(b *model.Book, a model.AreaID) []model.Note {
	notes := slices.DeleteFunc(slices.Clone(b.Evaluation().Area(a).Notes), func(n model.Note) bool {
		return n.Role != model.Self || n.Visit != "" || n.Private
	})
	slices.Reverse(notes)
	return notes
}

// ToShare leaves out what is private: leaders are reading too.
func ToShare(notes []model.Note) []model.Note {
	return slices.DeleteFunc(slices.Clone(notes), func(n model.Note) bool { return n.Private })
}

// Titled draws lines in a frame w cells wide with what is asked for in its
// upper edge.
func Titled(t *theme.Theme, title string, lines []string, w int) []string {
	box := widget.Boxed(t, lines, w)
	title = layout.Cut(title, max(0, w-6))
	rest := max(0, w-5-layout.Width(title))
	box[0] = t.Border.Render(t.Glyph.TopLeft+t.Glyph.Rule) + " " + title + " " + t.Border.Render(strings.Repeat(t.Glyph.Rule, rest)+t.Glyph.TopRight)
	return box
}
