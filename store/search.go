package store

import (
	"context"
	"encoding/json"
	"fmt"
	"slices"
	"strings"
	"unicode"

	"waymark/model"
)

// listNote brings the words that can be searched up to one record of a note:
// only what stands now can be found.
func listNote(ctx context.Context, tx querier, k *kept, r model.Record) error {
	for _, id := range append(slices.Clone(r.Seen), r.ID) {
		n, ok := k.places[saying{r.Subject, id}]
		if !ok {
			continue
		}
		if _, err := tx.ExecContext(ctx, "DELETE FROM note_search WHERE rowid = $1", n); err != nil {
			return err
		}
	}
	if r.Erased() || !slices.Contains(k.notes.Heads(r.Evaluation, r.Subject), r.ID) {
		return nil
	}
	note, ok := noteOf(r)
	if !ok {
		return nil
	}
	_, err := tx.ExecContext(ctx, "INSERT INTO note_search (rowid, body, school) VALUES ($1, $2, $3)",
		k.places[saying{r.Subject, r.ID}], searchable(note), r.School)
	return err
}

// noteOf reads the note out of a record; ok is false for one taken back.
func noteOf(r model.Record) (note model.NoteText, ok bool) {
	var payload struct {
		Value *model.NoteText `json:"value"`
	}
	if err := json.Unmarshal(r.Payload, &payload); err != nil || payload.Value == nil {
		return note, false
	}
	return *payload.Value, true
}

func searchable(n model.NoteText) string {
	return strings.ReplaceAll(n.Text+"\n"+n.Source, "\x00", " ")
}

// Hit is one note that has all the words that were asked for.
type Hit struct {
	School     model.SchoolID
	Evaluation model.EvaluationID
	Note       model.Note
}

// mostHits is how many notes a search returns at most; more words find fewer.
const mostHits = 200

// mostWords is how many words of a question count.
const mostWords = 16

// Search finds the notes that stand now and have every word typed, the last
// one as the beginning of a word, whatever the accents; the best match first.
// Nothing that can be typed is an error. A school of "" means all schools.
func (s *Store) Search(ctx context.Context, words string, school model.SchoolID) ([]Hit, error) {
	query := matchAll(words)
	if query == "" {
		return nil, nil
	}
	records, err := collect(ctx, s.q, "SELECT "+recordColumns+` FROM note_search s
		JOIN event e ON e.n = s.rowid
		WHERE note_search MATCH $1 AND ($2 = '' OR s.school = $2) ORDER BY s.rank, e.n DESC LIMIT $3`, query, school, mostHits)
	if err != nil {
		return nil, fmt.Errorf("search notes: %w", err)
	}
	var hits []Hit
	for _, r := range records {
		text, ok := noteOf(r)
		if !ok {
			continue
		}
		hits = append(hits, Hit{School: r.School, Evaluation: r.Evaluation, Note: model.Note{
			NoteText: text, ID: noteID(r.Subject), Role: r.Role, Person: r.Person, At: r.Wall, Event: r.ID,
		}})
	}
	return hits, nil
}

// noteID is the last part of a note's subject.
func noteID(s model.Subject) model.NoteID {
	return model.NoteID(s[strings.LastIndexByte(string(s), '/')+1:])
}

// matchAll turns what a person typed into a full-text query in which no
// character of theirs has a meaning: each word is quoted.
func matchAll(typed string) string {
	var quoted []string
	for _, word := range strings.Fields(strings.ToValidUTF8(typed, " ")) {
		word = strings.ReplaceAll(word, "\x00", "")
		if !strings.ContainsFunc(word, func(r rune) bool { return unicode.IsLetter(r) || unicode.IsNumber(r) }) {
			continue // "%" or "–" alone would match nothing
		}
		if quoted = append(quoted, `"`+strings.ReplaceAll(word, `"`, `""`)+`"`); len(quoted) == mostWords {
			break
		}
	}
	if len(quoted) == 0 {
		return ""
	}
	return strings.Join(quoted, " ") + "*"
}
