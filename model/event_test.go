package model_test

import (
	"crypto/ed25519"
	"crypto/sha256"
	"encoding/hex"
	"encoding/json"
	"errors"
	"fmt"
	"reflect"
	"slices"
	"testing"
	"time"

	"pgregory.net/rapid"

	"waymark/model"
)

// The spelling of an event can never change: every id and signature rests on it.
func TestCanonicalSpelling(t *testing.T) {
	e := model.Event{
		V: 1, School: "s", Evaluation: "e", Device: "d", Seq: 7, Prev: "p", Person: "w", Role: model.Self,
		Kind: model.KindNote, Subject: "self/note/<1>&", Seen: []model.EventID{"a", "b"}, Commit: "c", Wall: -5,
	}
	const want = `{"v":1,"school":"s","evaluation":"e","device":"d","seq":7,"prev":"p","person":"w","role":"self",` +
		`"kind":"note","subject":"self/note/<1>&","seen":["a","b"],"commit":"c","wall":-5}`
	got, err := e.Canonical()
	if err != nil || string(got) != want {
		t.Fatalf("got %s, %v\nwant %s", got, err, want)
	}
	none, err := model.Event{}.Canonical()
	const empty = `{"v":0,"school":"","evaluation":"","device":"","seq":0,"prev":"","person":"","role":"","kind":"","subject":"","seen":[],"commit":"","wall":0}`
	if err != nil || string(none) != empty {
		t.Fatalf("got %s, %v", none, err)
	}
	if got := model.Commit([]byte("salt"), []byte("words")); got != "0939a2041022ed72c25ca7b863a8ae6e1fb46b29035e752034f57d9f749c3928" {
		t.Fatalf("got commit %s", got)
	}
}

func TestCanonicalIsStable(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		for _, r := range drawLog(t) {
			text, err := r.Canonical()
			if err != nil {
				t.Fatalf("canonical: %v", err)
			}
			var back model.Event
			if err := json.Unmarshal(text, &back); err != nil {
				t.Fatalf("read back: %v", err)
			}
			again, err := back.Canonical()
			if err != nil || string(again) != string(text) {
				t.Fatalf("read and written again it is another text:\n%s\n%s", text, again)
			}
			sum := sha256.Sum256(text)
			if hex.EncodeToString(sum[:]) != string(r.ID) {
				t.Fatalf("the id is not the hash of the canonical bytes")
			}
			if err := r.VerifyHash(); err != nil {
				t.Fatalf("what a pen wrote does not verify: %v", err)
			}
		}
	})
}

func keyOf(name string) ed25519.PublicKey {
	seed := sha256.Sum256([]byte("key of " + name))
	public, _ := ed25519.NewKeyFromSeed(seed[:]).Public().(ed25519.PublicKey)
	return public
}

// every flips one bit, or lengthens by one, each part of a record in turn.
func every(r model.Record, bit int) map[string]model.Record {
	altered := map[string]model.Record{}
	flip := func(b []byte) []byte {
		b = append([]byte{}, b...)
		b[bit/8%len(b)] ^= 1 << (bit % 8)
		return b
	}
	fields := reflect.ValueOf(r.Event)
	for i := range fields.NumField() {
		c := r
		f := reflect.ValueOf(&c.Event).Elem().Field(i)
		switch name := fields.Type().Field(i).Name; f.Kind() {
		case reflect.String:
			if f.Len() > 0 {
				f.SetString(string(flip([]byte(f.String()))))
			} else {
				f.SetString("x")
			}
			altered[name] = c
		case reflect.Int, reflect.Int64:
			f.SetInt(f.Int() ^ 1<<(bit%62))
			altered[name] = c
		default:
			c.Seen = append([]model.EventID{"x"}, r.Seen...)
			altered[name+" longer"] = c
			if len(r.Seen) > 0 {
				c.Seen = append([]model.EventID{model.EventID(flip([]byte(r.Seen[0])))}, r.Seen[1:]...)
				altered[name] = c
				c.Seen = r.Seen[1:]
				altered[name+" shorter"] = c
			}
		}
	}
	c := r
	c.ID = model.EventID(flip([]byte(r.ID)))
	altered["ID"] = c
	c = r
	c.Salt = flip(r.Salt)
	altered["Salt"] = c
	c = r
	c.Payload = flip(r.Payload)
	altered["Payload"] = c
	return altered
}

func TestOneFlippedByteIsFound(t *testing.T) {
	d := newDesk(t, "amy")
	d.do(d.book.GiveLevel(d.self(), "1.1", 2))
	d.do(d.book.GiveLevel(d.self(), "1.1", 3))
	d.do(d.book.WriteNote(d.self(), "n1", model.NoteText{Area: "1.1", Text: "Books show it"}))
	key := keyOf("amy")
	rapid.Check(t, func(t *rapid.T) {
		r := rapid.SampledFrom(d.log[len(start(t)):]).Draw(t, "record")
		if err := r.Verify(key); err != nil {
			t.Fatalf("an honest record is refused: %v", err)
		}
		for what, c := range every(r, rapid.IntRange(0, 8*len(r.Payload)).Draw(t, "bit")) {
			if err := c.Verify(key); !errors.Is(err, model.ErrAltered) {
				t.Fatalf("%s altered: Verify says %v", what, err)
			}
			if err := c.VerifyHash(); !errors.Is(err, model.ErrAltered) {
				t.Fatalf("%s altered: VerifyHash says %v", what, err)
			}
		}
		c := r
		c.Signature = append([]byte{}, r.Signature...)
		c.Signature[rapid.IntRange(0, len(c.Signature)-1).Draw(t, "at")] ^= 1
		if err := c.Verify(key); !errors.Is(err, model.ErrAltered) {
			t.Fatalf("signature altered: Verify says %v", err)
		}
	})
}

func TestVerifyNeedsTheDevicesOwnKey(t *testing.T) {
	d := newDesk(t, "amy")
	r := d.do(d.book.GiveLevel(d.self(), "1.1", 2))[0]
	for name, key := range map[string]ed25519.PublicKey{"another": keyOf("bob"), "short": keyOf("amy")[:31], "none": nil} {
		if err := r.Verify(key); !errors.Is(err, model.ErrAltered) {
			t.Errorf("%s key: got %v", name, err)
		}
	}
	r.Device = model.Fingerprint(nil)
	text, err := r.Canonical()
	if err != nil {
		t.Fatal(err)
	}
	sum := sha256.Sum256(text)
	r.ID = model.EventID(hex.EncodeToString(sum[:]))
	if err := r.Verify(nil); !errors.Is(err, model.ErrAltered) {
		t.Errorf("a device made up to fit no key: got %v", err)
	}
	if err := erase(d.log[2]).Verify(keyOf("amy")); err != nil {
		t.Errorf("an erased record no longer verifies: %v", err)
	}
}

func TestPayloadsHaveOneReading(t *testing.T) {
	d := newDesk(t, "amy")
	good := d.do(d.book.GiveLevel(d.self(), "1.1", 2))[0]
	for _, payload := range []string{
		``, ` `, `null`, `[]`, `{"act":"a"`, `{"act":"a","does":"do","value":1}}`, `{"act":"a","does":"do","value":1}]`,
		`{"act":"a","does":"do","value":1}{}`, ` {"act":"a","does":"do","value":1}`,
		`{"act":"a","does":"do","value":1,"more":2}`,
	} {
		r := good
		r.ID, r.Payload = "other", []byte(payload)
		before := picture(d.book.Evaluation())
		if err := d.book.Add(r); err == nil {
			t.Errorf("payload %q was read", payload)
		}
		if d.book.Has("other") || picture(d.book.Evaluation()) != before {
			t.Errorf("payload %q was refused but changed the book", payload)
		}
	}
}

func TestAddIsAllOrNothing(t *testing.T) {
	d, other := newDesk(t, "amy"), newDesk(t, "bob")
	good := other.do(other.book.GiveLevel(other.self(), "1.1", 2))
	bad := good[0]
	bad.ID, bad.Payload = "bad", []byte("{")
	if err := d.book.Add(append(good, bad)...); err == nil || d.book.Has(good[0].ID) {
		t.Fatalf("got %v, want nothing taken in", err)
	}
}

func TestChainHasNoGaps(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		all := desksOf(t, 2)
		play(all, script(2, 20).Draw(t, "script"), byScript)
		for _, d := range all {
			tip := model.Tip{}
			for _, r := range d.log {
				if r.Device != d.pen.Device() {
					continue
				}
				if r.Seq != tip.Seq+1 || r.Prev != tip.Last || r.School != school || r.V != model.EventVersion {
					t.Fatalf("event %d after %d names %q, want %q", r.Seq, tip.Seq, r.Prev, tip.Last)
				}
				if (r.Seq == 1) != (r.Kind == model.KindDevice) {
					t.Fatalf("event %d is of kind %s", r.Seq, r.Kind)
				}
				tip = model.Tip{Seq: r.Seq, Last: r.ID}
			}
		}
	})
}

func TestPenGoesOnWhereItStopped(t *testing.T) {
	act := model.Act{ID: "a", Person: "amy", When: time.UnixMilli(5)}
	change := model.Change{Evaluation: evaluation, Kind: model.KindFewer, Subject: "school/priorities/fewer", Value: 1}
	first, err := penOf("amy", model.Tip{}).Write(act, []model.Change{change})
	if err != nil || len(first) != 2 {
		t.Fatalf("got %d records, %v", len(first), err)
	}
	var introduced model.Device
	var payload struct{ Value json.RawMessage }
	if err := errors.Join(json.Unmarshal(first[0].Payload, &payload), json.Unmarshal(payload.Value, &introduced)); err != nil {
		t.Fatal(err)
	}
	if key, err := introduced.PublicKey(); err != nil || first[1].Verify(key) != nil {
		t.Fatalf("the introduced key does not verify the next event: %v", err)
	}
	pen := penOf("amy", model.Tip{Seq: 2, Last: first[1].ID})
	change.Seen = []model.EventID{"b", "a", "b"}
	if _, err := pen.Write(act, []model.Change{change, {Value: func() {}}}); err == nil {
		t.Fatalf("a value that cannot be written was signed")
	}
	next, err := pen.Write(act, []model.Change{change})
	if err != nil || len(next) != 1 || next[0].Seq != 3 || next[0].Prev != first[1].ID {
		t.Fatalf("got %+v, %v; a refused act must leave no gap", next, err)
	}
	if got := next[0].Seen; !slices.Equal(got, []model.EventID{"a", "b"}) {
		t.Fatalf("got %v, want what was seen once each, in order", got)
	}
}

func TestDeviceKeysAreReadStrictly(t *testing.T) {
	for _, key := range []string{"", "zz", hex.EncodeToString(make([]byte, 31)), hex.EncodeToString(make([]byte, 33))} {
		if _, err := (model.Device{Key: key}).PublicKey(); err == nil {
			t.Errorf("key %q was read", key)
		}
	}
	if got := fmt.Sprint(len(model.Fingerprint(keyOf("amy")))); got != "32" {
		t.Errorf("a fingerprint has %s characters, want 32", got)
	}
}
