package report

import (
	"strings"

	"waymark/model"
)

// Kind says which document it is.
type Kind string

// The documents there are.
const (
	KindPriorities Kind = "priorities"
	KindFull       Kind = "full"
	KindVisit      Kind = "visit"
)

// Document is one document, ready to be written in any format. Everything a
// reader meets is in it, in order; a renderer chooses only how it looks.
type Document struct {
	Kind     Kind      `json:"kind"`
	Language string    `json:"language"`
	School   string    `json:"school"`
	Year     string    `json:"year"`
	Made     string    `json:"made"` // the date, as 2026-09-24
	Title    string    `json:"title"`
	Meta     []Line    `json:"meta"`
	Sections []Section `json:"sections"`
	Foot     []string  `json:"foot"`
}

// Line is a short text with the word it is found by.
type Line struct {
	Label string `json:"label"`
	Text  string `json:"text"`
}

// Section is a part of a document. Its id is unique in the document.
type Section struct {
	ID     string  `json:"id"`
	Title  string  `json:"title"`
	Blocks []Block `json:"blocks"`
}

// Block is one piece of a section: exactly one of its fields is set.
type Block struct {
	Heading   *Heading   `json:"heading,omitempty"`
	Paragraph *Paragraph `json:"paragraph,omitempty"`
	List      *List      `json:"list,omitempty"`
	Card      *Card      `json:"card,omitempty"`
	Area      *AreaEntry `json:"area,omitempty"`
	Note      *NoteEntry `json:"note,omitempty"`
	Table     *Table     `json:"table,omitempty"`
	HeatMap   *HeatMap   `json:"heat_map,omitempty"`
	NeedCurve *NeedCurve `json:"need_curve,omitempty"`
	Remark    *Remark    `json:"remark,omitempty"`
}

// Heading is a title within a section.
type Heading struct {
	Text string `json:"text"`
}

// Paragraph is running text.
type Paragraph struct {
	Text string `json:"text"`
}

// List is a list of short texts, with a label in front when they need one.
type List struct {
	Label string `json:"label,omitempty"`
	Items []Line `json:"items"` // Label may be empty
}

// Remark is something the reader must not miss, such as that a copy holds
// private notes.
type Remark struct {
	Text string `json:"text"`
}

// Ref names an area.
type Ref struct {
	ID    model.AreaID `json:"id"`
	Title string       `json:"title"`
}

// Name is the area's code and title.
func (r Ref) Name() string { return string(r.ID) + " " + r.Title }

// Card is one priority. Areas are those it is about, Helps those it reaches as
// well. Fill lists what is left to write in by hand.
type Card struct {
	Place     int      `json:"place"`
	Title     string   `json:"title"`
	Suggested bool     `json:"suggested"` // not decided yet
	Areas     []Ref    `json:"areas"`
	Helps     []Ref    `json:"helps"`
	Firm      *Firm    `json:"firm"` // nil when it is not among the suggestions
	Why       []string `json:"why"`
	Steps     []string `json:"steps"` // what the school will do first
	Lines     []Line   `json:"lines"` // in words: the areas, what it helps, why, how firm and what would take it off, the first steps
	Fill      []string `json:"fill"`
}

// Codes are the codes of the areas a priority is about: "1.1, 1.2".
func (c Card) Codes() string {
	ids := make([]string, len(c.Areas))
	for i, r := range c.Areas {
		ids[i] = string(r.ID)
	}
	return strings.Join(ids, ", ")
}

// Firm is how often a priority survives the plausible readings.
type Firm struct {
	Word  string  `json:"word"`
	Share float64 `json:"share"`
}

// AreaEntry is all that is said of one area.
type AreaEntry struct {
	ID         model.AreaID `json:"id"`
	Title      string       `json:"title"`
	Level      Mark         `json:"level"`
	Facts      []Line       `json:"facts"`
	Descriptor string       `json:"descriptor,omitempty"`
	Voices     []Line       `json:"voices"` // what others said, where there is more than one voice
	Notes      []NoteEntry  `json:"notes"`
}

// NoteEntry is one piece of evidence. About says what it is, and who wrote it
// when unless that is left out.
type NoteEntry struct {
	About  string `json:"about"`
	Text   string `json:"text"`
	Source string `json:"source,omitempty"`
}

// Table is a plain table. The first cell of a row names the row.
type Table struct {
	Caption string     `json:"caption"`
	Columns []string   `json:"columns"`
	Rows    [][]string `json:"rows"`
}

// HeatMap is every level at a glance, a row for each group. Table says the same
// in words.
type HeatMap struct {
	Title  string    `json:"title"`
	About  string    `json:"about"`
	Legend []Mark    `json:"legend"`
	Signs  []Line    `json:"signs"`
	Rows   []HeatRow `json:"rows"`
	Table  Table     `json:"table"`
}

// HeatRow is one group: its areas, and the middle level and the span of those
// that have a level.
type HeatRow struct {
	Group  Ref        `json:"group"`
	Cells  []HeatCell `json:"cells"`
	Middle string     `json:"middle"`
	Span   string     `json:"span"`
}

// HeatCell is one area.
type HeatCell struct {
	Area    Ref  `json:"area"`
	Level   Mark `json:"level"`
	Flagged bool `json:"flagged"`
	Unsure  bool `json:"unsure"`
}

// NeedCurve shows how much of the total need one, two and more priorities
// reach. Table says the same in words.
type NeedCurve struct {
	Title  string       `json:"title"`
	About  string       `json:"about"`
	Points []CurvePoint `json:"points"`
	Table  Table        `json:"table"`
}

// CurvePoint is the share reached once Area is taken too.
type CurvePoint struct {
	Count     int     `json:"count"`
	Area      Ref     `json:"area"`
	Share     float64 `json:"share"`
	Suggested bool    `json:"suggested"`
}
