package uitest

import (
	"context"
	"crypto/ed25519"
	"slices"
	"testing"
	"time"

	tea "charm.land/bubbletea/v2"

	"waymark/model"
	"waymark/model/desk"
	"waymark/rubrics"
	"waymark/ui/env"
	"waymark/ui/task"
)

// Shelf keeps schools in memory. Fail, when set, makes every save fail.
type Shelf struct {
	Rubric  model.Rubric
	Log     []model.Record
	Fail    error
	Earlier []env.Earlier // handed out with whatever is opened

	t     testing.TB
	clock func() time.Time
	newID func() string
	key   ed25519.PrivateKey
	lists []env.SchoolEntry
}

// NewShelf is an empty shelf that knows the shipped whole-school rubric.
func NewShelf(t testing.TB, clock func() time.Time, newID func() string) *Shelf {
	t.Helper()
	r, err := rubrics.Load("whole-school")
	if err != nil {
		t.Fatal(err)
	}
	key := ed25519.NewKeyFromSeed(make([]byte, ed25519.SeedSize))
	return &Shelf{Rubric: r, t: t, clock: clock, newID: newID, key: key}
}

// Schools lists what Begin made.
func (s *Shelf) Schools(context.Context) ([]env.SchoolEntry, error) { return s.lists, nil }

// Rubrics lists the one shipped rubric.
func (s *Shelf) Rubrics(context.Context) ([]env.RubricEntry, error) {
	return []env.RubricEntry{{Hash: s.Rubric.Hash(), Rubric: s.Rubric, Shipped: true}}, nil
}

// Begin starts an evaluation.
func (s *Shelf) Begin(ctx context.Context, b env.Beginning) (env.Opened, error) {
	school := model.School{ID: b.School, Name: b.Name}
	if i := slices.IndexFunc(s.lists, func(e env.SchoolEntry) bool { return e.ID == b.School }); i >= 0 {
		school = s.lists[i].School
	}
	if school.ID == "" {
		school.ID = model.SchoolID(s.newID())
	}
	register, err := model.RegisterSchool(school, nil)
	if err != nil {
		return env.Opened{}, err
	}
	id := model.EvaluationID(s.newID())
	start, err := model.StartEvaluation(id, "Self-evaluation "+b.Year.Shown(), b.Year, s.Rubric, b.Areas)
	if err != nil {
		return env.Opened{}, err
	}
	person := b.Person
	if person.ID == "" {
		person.ID = "me"
	}
	pen := model.NewPen(s.key, school.ID, s.tip(school.ID), func() []byte { return []byte("0123456789abcdef") })
	records, err := pen.Write(model.Act{ID: s.newID(), Person: person.ID, When: s.clock()}, []model.Change{register, model.NamePerson(person, nil), start})
	if err != nil {
		return env.Opened{}, err
	}
	s.Log = append(s.Log, records...)
	school, _ = model.CheckSchool(school)
	s.lists = append(s.lists, env.SchoolEntry{School: school, ChangedAt: s.clock().UnixMilli(), Summaries: []model.Summary{{ID: id, School: school.ID, Title: "Self-evaluation " + b.Year.Shown(), Year: b.Year, Rubric: s.Rubric.Hash()}}})
	return s.Open(ctx, school.ID, id)
}

func (s *Shelf) tip(school model.SchoolID) model.Tip {
	var tip model.Tip
	for _, r := range s.Log {
		if r.School == school {
			tip = model.Tip{Seq: r.Seq, Last: r.ID}
		}
	}
	return tip
}

// Open puts an evaluation on a desk.
func (s *Shelf) Open(_ context.Context, school model.SchoolID, id model.EvaluationID) (env.Opened, error) {
	book, err := model.OpenBook(school, id, s.Rubric, s.of(school, id))
	if err != nil {
		return env.Opened{}, err
	}
	saver := task.NewDirect(s.clock, func(_ context.Context, records []model.Record) error {
		if s.Fail != nil {
			return s.Fail
		}
		s.Log = append(s.Log, records...)
		return nil
	})
	pen := model.NewPen(s.key, school, s.tip(school), func() []byte { return []byte("0123456789abcdef") })
	d := desk.New(book, model.Voice{Person: "me", Role: model.Self}, desk.Tools{
		Pen: pen, Clock: s.clock, NewID: s.newID, Save: saver.Put, Mine: func(model.DeviceID) bool { return true },
	})
	return env.Opened{Desk: d, Saver: saver, Earlier: s.Earlier}, nil
}

// EarlierVisits lists the visits of every other evaluation of the school.
func (s *Shelf) EarlierVisits(_ context.Context, school model.SchoolID, evaluation model.EvaluationID) ([]model.Visit, error) {
	var known []model.EvaluationID
	var all []model.Visit
	for _, r := range s.Log {
		if r.School != school || r.Evaluation == "" || r.Evaluation == evaluation || slices.Contains(known, r.Evaluation) {
			continue
		}
		known = append(known, r.Evaluation)
		b, err := model.OpenBook(school, r.Evaluation, s.Rubric, s.of(school, r.Evaluation))
		if err != nil {
			return nil, err
		}
		all = append(all, b.Evaluation().Visits...)
	}
	return all, nil
}

// of is the part of the log that belongs to an evaluation.
func (s *Shelf) of(school model.SchoolID, id model.EvaluationID) []model.Record {
	var mine []model.Record
	for _, r := range s.Log {
		if r.School == school && (r.Evaluation == id || r.Evaluation == "") {
			mine = append(mine, r)
		}
	}
	return mine
}

// Example opens a fresh evaluation marked as an example.
func (s *Shelf) Example(ctx context.Context) (env.Opened, error) {
	o, err := s.Begin(ctx, env.Beginning{Name: "Example school", Rubric: s.Rubric.Hash(), Year: "2026-27"})
	o.Example = true
	return o, err
}

// Install refuses: there are no files here.
func (s *Shelf) Install(context.Context, string) (env.RubricEntry, error) {
	return env.RubricEntry{}, &model.FieldError{Field: "file", Problem: "There is no file of that name"}
}

// Resolve refuses: there is no trouble here.
func (s *Shelf) Resolve(context.Context, string) (env.Opened, error) {
	return env.Opened{}, &model.FieldError{Problem: "Nothing to resolve"}
}

// Files keeps what was exported and copied in memory.
type Files struct {
	Made   map[string]string // name -> document and format
	Copied string
	Exists bool  // the next file is said to exist already
	Fail   error // why no file can be made
}

// Documents lists the two documents there are.
func (f *Files) Documents() []env.Document {
	return []env.Document{{ID: "priorities", Words: "Priorities", Detail: "1 page."}, {ID: "full", Words: "Full self-evaluation", Detail: "Everything."}}
}

// Formats lists two formats.
func (f *Files) Formats() []env.Format {
	return []env.Format{{ID: "html", Words: "Web page", Extension: ".html"}, {ID: "markdown", Words: "Plain text", Extension: ".md"}}
}

// Place names a folder and a file.
func (f *Files) Place(r env.ExportRequest) (folder, name string) {
	return "Documents › Waymark", "Alder Lane " + r.Document + " 2026-09-24." + r.Format
}

// Preview says two lines.
func (f *Files) Preview(r env.ExportRequest) (env.ExportPreview, error) {
	return env.ExportPreview{Lines: []string{"A preview of " + r.Document, "Second line"}, PrivateNotes: 1}, nil
}

// Export remembers the file.
func (f *Files) Export(_ context.Context, r env.ExportRequest) (string, error) {
	if f.Fail != nil {
		return "", f.Fail
	}
	if f.Exists && !r.Overwrite {
		return r.Name, env.ErrExists
	}
	f.Made[r.Name] = r.Document + " as " + r.Format
	return r.Folder + "/" + r.Name, nil
}

// Copy remembers the text.
func (f *Files) Copy(_ context.Context, text string) (string, error) {
	f.Copied = text
	return "Copied.", nil
}

// Editor gives the text back with a line added.
func (f *Files) Editor(text string) tea.Cmd {
	return func() tea.Msg { return env.EditedMsg{Text: text + "\nFrom the editor", Editor: "nano"} }
}

// SaveCopy says where a copy went.
func (f *Files) SaveCopy(context.Context, []model.Record) (string, error) {
	return "Documents/Waymark copy.db", nil
}

// ReadOnly puts the open evaluation on a desk that cannot change it.
func (d *Driver) ReadOnly() *Driver {
	was := d.Env.Desk
	d.Env.Desk = desk.New(was.Book, was.Voice, desk.Tools{Clock: d.Env.Clock, NewID: d.Env.NewID, Mine: func(model.DeviceID) bool { return true }})
	return d
}
