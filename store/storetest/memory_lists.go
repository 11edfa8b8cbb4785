package storetest

import (
	"cmp"
	"context"
	"encoding/json"
	"slices"
	"strings"
	"unicode"

	"waymark/model"
	"waymark/model/arrange"
	"waymark/store"
)

// Schools lists every school by name.
func (m *Memory) Schools(ctx context.Context) ([]store.SchoolRow, error) {
	bySchool := map[model.SchoolID][]model.Record{}
	for _, r := range m.where(func(model.Record) bool { return true }) {
		bySchool[r.School] = append(bySchool[r.School], r)
	}
	var all []store.SchoolRow
	for id, records := range bySchool {
		book, err := model.OpenBook(id, "", model.Rubric{}, records)
		if err != nil {
			return nil, err
		}
		row := store.SchoolRow{School: book.School()}
		for _, r := range records {
			row.ChangedAt = max(row.ChangedAt, r.Wall)
		}
		evaluations, err := m.Evaluations(ctx, id)
		if err != nil {
			return nil, err
		}
		for _, e := range evaluations {
			if !e.Removed {
				row.Evaluations++
			}
		}
		all = append(all, row)
	}
	arrange.By(all, func(a, b store.SchoolRow) int {
		return cmp.Or(cmp.Compare(a.Name, b.Name), cmp.Compare(a.ID, b.ID))
	})
	return all, nil
}

// Evaluations lists a school's evaluations, the last started first.
func (m *Memory) Evaluations(ctx context.Context, school model.SchoolID) ([]model.Summary, error) {
	records := m.where(func(r model.Record) bool { return r.School == school && r.Evaluation != "" })
	fold, err := model.NewFold(records...)
	if err != nil {
		return nil, err
	}
	changed := map[model.EvaluationID]int64{}
	for _, r := range records {
		changed[r.Evaluation] = max(changed[r.Evaluation], r.Wall)
	}
	var all []model.Summary
	for id, at := range changed {
		e := model.FoldEvaluation(fold, id)
		e.School = school
		var rubric model.Rubric
		if text, err := m.Rubric(ctx, e.Rubric); err == nil {
			if r, err := model.RubricFromCanonical(text); err == nil {
				rubric = r
			}
		}
		all = append(all, model.Summarise(e, rubric, at))
	}
	arrange.By(all, func(a, b model.Summary) int {
		return cmp.Or(cmp.Compare(b.StartedAt, a.StartedAt), cmp.Compare(a.ID, b.ID))
	})
	return all, nil
}

// Search finds the notes that stand now and have every word.
func (m *Memory) Search(_ context.Context, words string, school model.SchoolID) ([]store.Hit, error) {
	asked := plainWords(words)
	if len(asked) == 0 {
		return nil, nil
	}
	all := m.where(func(r model.Record) bool { return r.Evaluation != "" && (school == "" || r.School == school) })
	fold, err := model.NewFold(all...)
	if err != nil {
		return nil, err
	}
	var hits []store.Hit
	for _, r := range all {
		if r.Kind != model.KindNote || !slices.Contains(fold.Heads(r.Evaluation, r.Subject), r.ID) {
			continue
		}
		var payload struct {
			Value *model.NoteText `json:"value"`
		}
		if json.Unmarshal(r.Payload, &payload) != nil || payload.Value == nil {
			continue
		}
		if !hasAll(plainWords(payload.Value.Text+" "+payload.Value.Source), asked) {
			continue
		}
		id := string(r.Subject[strings.LastIndexByte(string(r.Subject), '/')+1:])
		hits = append(hits, store.Hit{School: r.School, Evaluation: r.Evaluation, Note: model.Note{
			NoteText: *payload.Value, ID: model.NoteID(id), Role: r.Role, Person: r.Person, At: r.Wall, Event: r.ID,
		}})
	}
	return hits, nil
}

// hasAll reports whether the words of a note hold every word asked for, the
// last one as a beginning.
func hasAll(note, asked []string) bool {
	for i, want := range asked {
		if !slices.ContainsFunc(note, func(w string) bool {
			return w == want || i == len(asked)-1 && strings.HasPrefix(w, want)
		}) {
			return false
		}
	}
	return true
}

// plainWords are the words of a text in lower case without accents.
func plainWords(text string) []string {
	bare := strings.NewReplacer(
		"â", "a", "á", "a", "à", "a", "ä", "a", "ê", "e", "é", "e", "è", "e", "ë", "e", "î", "i", "í", "i", "ì", "i", "ï", "i",
		"ô", "o", "ó", "o", "ò", "o", "ö", "o", "û", "u", "ú", "u", "ù", "u", "ü", "u", "ŵ", "w", "ŷ", "y", "ç", "c", "ñ", "n",
	).Replace(strings.ToLower(text))
	bare = strings.Map(func(r rune) rune {
		if unicode.Is(unicode.Mn, r) {
			return -1
		}
		return r
	}, bare)
	return strings.FieldsFunc(bare, func(r rune) bool { return !unicode.IsLetter(r) && !unicode.IsNumber(r) })
}
