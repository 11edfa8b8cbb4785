package main

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"strings"

	tea "charm.land/bubbletea/v2"
	"github.com/adrg/xdg"

	"waymark/model"
	"waymark/model/visit"
	"waymark/report"
	"waymark/store"
	"waymark/ui/env"
)

// files makes and opens everything outside the database.
type files struct {
	ctx    context.Context // of the run: an editor is closed with the app
	ws     *workspace
	shelf  *shelf
	getenv func(string) string
	send   func(tea.Msg) // to the running program
}

// documentsFolder is where files for people go.
func documentsFolder() string {
	if xdg.UserDirs.Documents != "" {
		return filepath.Join(xdg.UserDirs.Documents, "Waymark")
	}
	return filepath.Join(xdg.Home, "Documents", "Waymark")
}

// Documents lists what can be exported.
func (*files) Documents() []env.Document {
	return []env.Document{
		{
			ID: string(report.KindPriorities), Words: "Priorities, on one page",
			Detail: "1 page. Includes: the priorities with their reasons, strengths to protect, and what is not now.",
		},
		{
			ID: string(report.KindFull), Words: "Full self-evaluation",
			Detail: "Every area with its level and notes, the whole picture, and the priorities.",
		},
		{
			ID: string(report.KindVisit), Words: "Visit leave-behind",
			Detail: "2 pages at most: strengths first, then next steps, then the levels.",
		},
	}
}

// Formats lists the ways to write a document.
func (*files) Formats() []env.Format {
	var all []env.Format
	for _, f := range report.Formats() {
		all = append(all, env.Format{ID: f.ID, Words: f.Words, Extension: f.Extension})
	}
	return all
}

// Place suggests where a document goes and what it is called.
func (*files) Place(r env.ExportRequest) (folder, name string) {
	school := r.Book.School().Name
	what, date := "priorities", r.Made.Local()
	if v, err := visitOf(r); err == nil {
		what, date = "visit", visitDate(v, date)
	}
	if r.Document == string(report.KindFull) {
		what = "self-evaluation"
	}
	extension := ""
	for _, f := range report.Formats() {
		if f.ID == r.Format {
			extension = f.Extension
		}
	}
	return filepath.Join(documentsFolder(), folderName(school)), report.FileName(school, what, date, extension)
}

// folderName is the school's name as a folder on any system may be called.
func folderName(school string) string {
	name, _, _ := strings.Cut(report.FileName(school, "", zeroDay(), ""), " 0001-01-01")
	return name
}

// Preview is what the document would say, as plain lines.
func (*files) Preview(r env.ExportRequest) (env.ExportPreview, error) {
	var b bytes.Buffer
	d, err := asked(r)
	if err != nil {
		return env.ExportPreview{}, err
	}
	if err := report.Plain(&b, d); err != nil {
		return env.ExportPreview{}, err
	}
	return env.ExportPreview{Lines: strings.Split(strings.TrimRight(b.String(), "\n"), "\n"), PrivateNotes: privateIn(r)}, nil
}

// privateIn counts the private notes that a document could hold, or that a
// visit's never does.
func privateIn(r env.ExportRequest) int {
	if v, err := visitOf(r); err == nil {
		return visit.PrivateNotes(r.Book.Evaluation(), v)
	}
	return privateNotes(r.Book)
}

func privateNotes(b *model.Book) int {
	e := b.Evaluation()
	notes := e.Notes
	for _, a := range b.Rubric().Areas {
		notes = append(notes[:len(notes):len(notes)], e.Area(a.ID).Notes...)
	}
	n := 0
	for _, note := range notes {
		if note.Private {
			n++
		}
	}
	return n
}

// asked is the document that a request asks for.
func asked(r env.ExportRequest) (report.Document, error) {
	if !isVisit(r) {
		return document(r), nil
	}
	seen, err := leaveBehind(r)
	if err != nil {
		return report.Document{}, err
	}
	s := source(r)
	s.Visit = seen
	return report.Visit(s, leaveOut(r)), nil
}

// document is the priorities or the full self-evaluation.
func document(r env.ExportRequest) report.Document {
	s := source(r)
	s.Visit = lastCompared(r.Book)
	if r.Document == string(report.KindFull) {
		return report.Full(s, leaveOut(r))
	}
	return report.Priorities(s, leaveOut(r))
}

func leaveOut(r env.ExportRequest) report.LeaveOut {
	return report.LeaveOut{PrivateNotes: r.PrivateNotes, Names: r.Names, Confidence: r.Confidence}
}

// source is what every document is built from.
func source(r env.ExportRequest) report.Source {
	s := report.Source{
		School: r.Book.School(), Evaluation: r.Book.Evaluation(), Rubric: r.Book.Rubric(), People: r.Book.Who,
		Answer: r.Answer, Made: r.Made.Local(), Person: r.Person, Vocabulary: r.Book.Vocabulary(),
	}
	if len(hiddenIn(r.Book)) == 0 { // a reviewer is not shown last year's levels before judging
		s.Previous = previous(r)
	}
	return s
}

// previous is the newest earlier evaluation, when it can be set beside this one.
func previous(r env.ExportRequest) *report.Earlier {
	if len(r.Earlier) == 0 || r.Earlier[0].Levels == nil {
		return nil
	}
	areas := r.Book.Rubric().Areas
	row := make(model.Row, len(areas))
	for i, a := range areas {
		row[i] = byte(r.Earlier[0].Levels[a.ID])
	}
	return &report.Earlier{Year: r.Earlier[0].Year, Row: row}
}

// Export writes the file whole or not at all.
func (f *files) Export(_ context.Context, r env.ExportRequest) (string, error) {
	var b bytes.Buffer
	d, err := asked(r)
	if err != nil {
		return "", err
	}
	if err := report.Write(&b, r.Format, d); err != nil {
		return "", err
	}
	path, err := exportPath(r.Folder, r.Name)
	if err != nil {
		return "", err
	}
	return path, placeFile(path, b.Bytes(), r.Overwrite)
}

// exportPath refuses names that lead out of the folder.
func exportPath(folder, name string) (string, error) {
	folder = model.CleanLine(folder)
	if rest, home := strings.CutPrefix(folder, "~"); home && (rest == "" || os.IsPathSeparator(rest[0])) {
		folder = xdg.Home + rest
	}
	if folder == "" {
		return "", &model.FieldError{Field: "folder", Problem: "Name a folder to save in"}
	}
	if name == "" || name == "." || name != filepath.Base(name) || !filepath.IsLocal(name) {
		return "", &model.FieldError{Field: "name", Problem: "Name the file without a folder in front"}
	}
	return filepath.Abs(filepath.Join(folder, name))
}

// SaveCopy writes a copy of the whole database, with what is waiting, among
// the documents. The copy is checked before it is named.
func (f *files) SaveCopy(ctx context.Context, waiting []model.Record) (string, error) {
	f.shelf.mu.Lock()
	defer f.shelf.mu.Unlock()
	w, err := f.shelf.holding(schoolOf(waiting))
	if err != nil {
		return "", err
	}
	path, err := w.store.Backup(ctx, filepath.Join(documentsFolder(), "Copies"))
	if err != nil && path == "" {
		return "", inWords(w.paths.database, err)
	}
	if len(waiting) == 0 {
		return path, nil
	}
	made, err := store.Open(ctx, path, store.Options{Clock: w.clock, AllowSynced: true})
	if err != nil {
		return "", fmt.Errorf("open the copy: %w", err)
	}
	err = made.Append(ctx, nil, waiting)
	if err = errors.Join(err, made.Close()); err != nil {
		return "", inWords(path, err)
	}
	return path, nil
}

func schoolOf(records []model.Record) model.SchoolID {
	if len(records) == 0 {
		return ""
	}
	return records[0].School
}

// exists reports whether path names anything, a broken link included.
func exists(path string) bool {
	_, err := os.Lstat(path)
	return !errors.Is(err, fs.ErrNotExist)
}
