package model

import (
	"bytes"
	"crypto/ed25519"
	"crypto/sha256"
	"encoding/hex"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"slices"
)

// The log. Every change is an event; events are immutable; the state is the
// set of events and nothing else. An event names in Seen the events it
// supersedes, so the current value of a subject is whatever no other event of
// the subject has seen. No clock ever decides: Wall orders listings only.

// EventID is the lower-case hexadecimal SHA-256 of an event's canonical bytes.
type EventID string

// DeviceID is the fingerprint of a device's public key.
type DeviceID string

// Subject is one thing that one voice says. Two people never share a subject.
type Subject string

// EventKind says how an event's value is read.
type EventKind string

// EventVersion is the version of the canonical form written by this program.
const EventVersion = 1

// Event is the signed part of a change. The payload lies beside it and is held
// by Commit, so that erasing words leaves order and signatures verifiable.
// The fields are in canonical order and every one is always written.
type Event struct {
	V          int          `json:"v"`
	School     SchoolID     `json:"school"`
	Evaluation EvaluationID `json:"evaluation"`
	Device     DeviceID     `json:"device"`
	Seq        int64        `json:"seq"`
	Prev       EventID      `json:"prev"`
	Person     PersonID     `json:"person"`
	Role       Role         `json:"role"`
	Kind       EventKind    `json:"kind"`
	Subject    Subject      `json:"subject"`
	Seen       []EventID    `json:"seen"`
	Commit     string       `json:"commit"`
	Wall       int64        `json:"wall"`
}

// Canonical is the one spelling of the event: JSON, fields in fixed order, no
// spaces. The id is its hash and the signature signs it.
func (e Event) Canonical() ([]byte, error) {
	if e.Seen == nil {
		e.Seen = []EventID{}
	}
	return canonicalJSON(e)
}

// Record is an event as it is stored and exchanged: the event, its id and
// signature, and the payload with its salt. An erased payload is nil.
type Record struct {
	Event
	ID        EventID
	Signature []byte
	Salt      []byte
	Payload   []byte
}

// Commit is the lower-case hexadecimal SHA-256 of salt followed by payload.
// The salt keeps short words from being guessed once they are erased.
func Commit(salt, payload []byte) string {
	h := sha256.New()
	h.Write(salt)
	h.Write(payload)
	return hex.EncodeToString(h.Sum(nil))
}

// Fingerprint is the id of the device that holds key.
func Fingerprint(key ed25519.PublicKey) DeviceID {
	sum := sha256.Sum256(key)
	return DeviceID(hex.EncodeToString(sum[:16]))
}

// ErrAltered says that a record is not what its author signed.
var ErrAltered = errors.New("the record was altered")

// Verify reports, wrapping ErrAltered, whether the record's id, signature or
// payload does not belong to its event. key is the device's public key.
func (r Record) Verify(key ed25519.PublicKey) error {
	text, err := r.Canonical()
	if err != nil {
		return err
	}
	sum := sha256.Sum256(text)
	switch {
	case EventID(hex.EncodeToString(sum[:])) != r.ID:
		return fmt.Errorf("check event %.8s: its content does not match its id: %w", r.ID, ErrAltered)
	case len(key) != ed25519.PublicKeySize || Fingerprint(key) != r.Device:
		return fmt.Errorf("check event %.8s: signed by another device: %w", r.ID, ErrAltered)
	case !ed25519.Verify(key, text, r.Signature):
		return fmt.Errorf("check event %.8s: the signature is wrong: %w", r.ID, ErrAltered)
	}
	return r.verifyPayload()
}

// VerifyHash checks everything that can be checked without a key.
func (r Record) VerifyHash() error {
	text, err := r.Canonical()
	if err != nil {
		return err
	}
	sum := sha256.Sum256(text)
	if EventID(hex.EncodeToString(sum[:])) != r.ID {
		return fmt.Errorf("check event %.8s: its content does not match its id: %w", r.ID, ErrAltered)
	}
	return r.verifyPayload()
}

func (r Record) verifyPayload() error {
	if r.Payload == nil {
		return nil // erased on purpose
	}
	if Commit(r.Salt, r.Payload) != r.Commit {
		return fmt.Errorf("check event %.8s: its words were changed: %w", r.ID, ErrAltered)
	}
	return nil
}

// Erased reports whether the record's words were erased.
func (r Record) Erased() bool { return r.Payload == nil }

// Does says what an act is for: done by a person, or taking another act back.
type Does string

// What an act can be for.
const (
	Do   Does = "do"
	Undo Does = "undo"
	Redo Does = "redo"
)

// envelope is the payload: the value, and which act of the person it was part
// of, so that undo works on acts and survives a restart.
type envelope struct {
	Act   string          `json:"act"`
	Does  Does            `json:"does"`
	Of    string          `json:"of,omitempty"`
	From  EventID         `json:"from,omitempty"` // the event whose value undo or redo gives back
	Value json.RawMessage `json:"value"`
}

// null is the value of what was taken back.
func null() json.RawMessage { return json.RawMessage("null") }

// open reads a payload strictly. An erased payload reads as no value.
func (r Record) open() (envelope, error) {
	if r.Erased() {
		return envelope{Does: Do, Value: null()}, nil
	}
	var e envelope
	if !bytes.HasPrefix(r.Payload, []byte("{")) { // nor may a byte of the salt slip in before it
		return e, fmt.Errorf("read event %.8s: it does not start with {", r.ID)
	}
	if err := strictJSON(r.Payload, &e); err != nil {
		return e, fmt.Errorf("read event %.8s: %w", r.ID, err)
	}
	if e.Value == nil {
		e.Value = null()
	}
	return e, nil
}

// withdrawn reports whether the value says "taken back".
func (e envelope) withdrawn() bool { return string(e.Value) == "null" }

func canonicalJSON(v any) ([]byte, error) {
	var b bytes.Buffer
	enc := json.NewEncoder(&b)
	enc.SetEscapeHTML(false)
	if err := enc.Encode(v); err != nil {
		return nil, fmt.Errorf("write canonical form: %w", err)
	}
	return bytes.TrimRight(b.Bytes(), "\n"), nil
}

func strictJSON(text []byte, v any) error {
	dec := json.NewDecoder(bytes.NewReader(text))
	dec.DisallowUnknownFields()
	if err := dec.Decode(v); err != nil {
		return err
	}
	if _, err := dec.Token(); !errors.Is(err, io.EOF) {
		return errors.New("text after the value")
	}
	return nil
}

func sorted(ids []EventID) []EventID {
	s := slices.Clone(ids)
	slices.Sort(s)
	return slices.Compact(s)
}
