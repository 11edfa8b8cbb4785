package storetest

import (
	"crypto/ed25519"
	"crypto/sha256"
	"encoding/binary"
	"fmt"
	"testing"
	"time"

	"waymark/model"
)

// Author is one device with one person at it, writing about one evaluation.
// Everything it writes is signed and the same on every run.
type Author struct {
	tb     testing.TB
	key    ed25519.PrivateKey
	pen    *model.Pen
	book   *model.Book
	rubric model.Rubric
	voice  model.Voice
	acts   int
	salts  uint64
	name   string
}

// NewAuthor returns an author called name, whose key follows from the name.
func NewAuthor(tb testing.TB, name string, school model.SchoolID, evaluation model.EvaluationID) *Author {
	tb.Helper()
	seed := sha256.Sum256([]byte("author " + name))
	a := &Author{tb: tb, key: ed25519.NewKeyFromSeed(seed[:]), rubric: Rubric(), name: name}
	a.voice = model.Voice{Person: model.PersonID(name), Role: model.Self}
	a.pen = model.NewPen(a.key, school, model.Tip{}, a.salt)
	var err error
	if a.book, err = model.OpenBook(school, evaluation, a.rubric, nil); err != nil {
		tb.Fatal(err)
	}
	return a
}

func (a *Author) salt() []byte {
	a.salts++
	sum := sha256.Sum256(binary.BigEndian.AppendUint64([]byte("salt "+a.name), a.salts))
	return sum[:16]
}

// Device is the author's device.
func (a *Author) Device() model.DeviceID { return a.pen.Device() }

// Public is the key that the author's signatures belong to.
func (a *Author) Public() ed25519.PublicKey {
	public, _ := a.key.Public().(ed25519.PublicKey)
	return public
}

// Book is what the author has written and read so far.
func (a *Author) Book() *model.Book { return a.book }

// Write signs changes as one act, a minute after the act before it.
func (a *Author) Write(changes []model.Change, err error) []model.Record {
	a.tb.Helper()
	if err != nil {
		a.tb.Fatal(err)
	}
	a.acts++
	act := model.Act{
		ID: fmt.Sprintf("%s-%d", a.name, a.acts), Person: a.voice.Person,
		When: time.Date(2026, 9, 1, 9, 0, 0, 0, time.UTC).Add(time.Duration(a.acts) * time.Minute),
	}
	records, err := a.pen.Write(act, changes)
	if err != nil {
		a.tb.Fatal(err)
	}
	a.Read(records)
	return plain(records)
}

// Read takes records of another author in.
func (a *Author) Read(records []model.Record) {
	a.tb.Helper()
	if err := a.book.Add(records...); err != nil {
		a.tb.Fatal(err)
	}
}

// Open registers the school and starts the evaluation.
func (a *Author) Open(schoolName string) []model.Record {
	a.tb.Helper()
	school, err := model.RegisterSchool(model.School{ID: a.book.SchoolID(), Name: schoolName, Pupils: 210}, nil)
	if err != nil {
		a.tb.Fatal(err)
	}
	start, err := model.StartEvaluation(a.book.EvaluationID(), "Autumn review", "2026-27", a.rubric, nil)
	return a.Write([]model.Change{school, start}, err)
}

// Level gives the i-th area of the rubric a level.
func (a *Author) Level(i int, l model.Level) []model.Record {
	a.tb.Helper()
	return a.Write(a.book.GiveLevel(a.voice, a.area(i), l))
}

// Note writes, or rewords, the note of that id about the i-th area.
func (a *Author) Note(id model.NoteID, i int, text string) []model.Record {
	a.tb.Helper()
	return a.Write(a.book.WriteNote(a.voice, id, model.NoteText{Area: a.area(i), Text: text, Kind: model.FromVisit}))
}

// DropNote takes a note back.
func (a *Author) DropNote(id model.NoteID) []model.Record {
	a.tb.Helper()
	return a.Write(a.book.RemoveNote(a.voice, id))
}

// SetRemoved puts the evaluation among the recently deleted, or brings it back.
func (a *Author) SetRemoved(on bool) []model.Record {
	a.tb.Helper()
	return a.Write(a.book.SetRemoved(on))
}

func (a *Author) area(i int) model.AreaID { return a.rubric.Areas[i%len(a.rubric.Areas)].ID }

// Rubric is a made-up rubric of 41 areas in 7 groups on four levels.
func Rubric() model.Rubric {
	r := model.Rubric{
		ID: "test", Edition: "1", Title: "A rubric for tests", Kind: model.KindSchool, Language: "en-GB",
		Scale: model.Scale{ID: "four", Title: "Four levels", Expected: 3, Levels: []model.LevelName{
			{Name: "Early"}, {Name: "Developing"}, {Name: "Secure"}, {Name: "Leading"},
		}},
	}
	for g := 1; g <= 7; g++ {
		group := model.GroupID(fmt.Sprint(g))
		r.Groups = append(r.Groups, model.Group{ID: group, Title: fmt.Sprintf("Group %d", g)})
		for i := 1; i <= 6 && len(r.Areas) < 41; i++ {
			r.Areas = append(r.Areas, model.Area{
				ID: model.AreaID(fmt.Sprintf("%d.%d", g, i)), Group: group, Title: fmt.Sprintf("Area %d of group %d", i, g),
				Scope: "What the area covers.", Question: "How well does it go?",
				Levels: []string{"It is early.", "It is developing.", "It is secure.", "It leads."},
			})
		}
	}
	return r
}

// RubricText is Rubric in canonical form by its hash, as Append takes it.
func RubricText(tb testing.TB) (hash string, text []byte, texts map[string][]byte) {
	tb.Helper()
	r := Rubric()
	if err := r.Check(); err != nil {
		tb.Fatal(err)
	}
	text, err := r.Canonical()
	if err != nil {
		tb.Fatal(err)
	}
	return r.Hash(), text, map[string][]byte{r.Hash(): text}
}
