package model

import (
	"cmp"
	"crypto/ed25519"
	"crypto/sha256"
	"encoding/hex"
	"fmt"
	"time"
)

// Tip is the last event a device wrote about a school: where its chain goes on.
type Tip struct {
	Seq  int64
	Last EventID
}

// Pen writes signed events for one device about one school. Its chain is kept
// per school because a school is what people hand to each other: whatever
// leaves for another machine is a chain without gaps.
type Pen struct {
	key    ed25519.PrivateKey
	device DeviceID
	school SchoolID
	tip    Tip
	salt   func() []byte
}

// NewPen returns a pen that goes on after tip. salt returns 16 fresh random
// bytes at each call.
func NewPen(key ed25519.PrivateKey, school SchoolID, tip Tip, salt func() []byte) *Pen {
	public, _ := key.Public().(ed25519.PublicKey)
	return &Pen{key: key, device: Fingerprint(public), school: school, tip: tip, salt: salt}
}

// Device is the fingerprint of the pen's key.
func (p *Pen) Device() DeviceID { return p.device }

// Change is one thing to say, before it is signed.
type Change struct {
	Evaluation EvaluationID // "" for what is said of the school itself
	Role       Role
	Kind       EventKind
	Subject    Subject
	Value      any       // marshalled to JSON; nil takes the subject's value back
	Seen       []EventID // the heads this supersedes
	Person     PersonID  // whose voice this is, when not the person who acts (undo gives words back to their author)
	From       EventID   // the event whose value undo or redo gives back, so that it keeps its time
}

// Act is one thing a person did: every change of it stands or falls together.
type Act struct {
	ID     string
	Person PersonID
	When   time.Time
	Does   Does   // Do when empty
	Of     string // the act taken back or done again
}

// Write signs the changes of one act, in order, and moves the tip on.
func (p *Pen) Write(act Act, changes []Change) ([]Record, error) {
	does := act.Does
	if does == "" {
		does = Do
	}
	tip := p.tip
	var written []Record
	if tip.Seq == 0 {
		first, err := p.sign(&tip, act, Do, p.introduction())
		if err != nil {
			return nil, err
		}
		written = append(written, first)
	}
	for _, c := range changes {
		r, err := p.sign(&tip, act, does, c)
		if err != nil {
			return nil, err
		}
		written = append(written, r)
	}
	p.tip = tip
	return written, nil
}

// introduction is the first event of every chain: the key that signs the rest.
func (p *Pen) introduction() Change {
	public, _ := p.key.Public().(ed25519.PublicKey)
	return Change{Kind: KindDevice, Subject: Subject("device/" + string(p.device)), Value: Device{Key: hex.EncodeToString(public)}}
}

func (p *Pen) sign(tip *Tip, act Act, does Does, c Change) (Record, error) {
	value := null()
	if c.Value != nil {
		var err error
		if value, err = canonicalJSON(c.Value); err != nil {
			return Record{}, fmt.Errorf("write %s: %w", c.Subject, err)
		}
	}
	payload, err := canonicalJSON(envelope{Act: act.ID, Does: does, Of: act.Of, From: c.From, Value: value})
	if err != nil {
		return Record{}, fmt.Errorf("write %s: %w", c.Subject, err)
	}
	salt := p.salt()
	person := cmp.Or(c.Person, act.Person)
	r := Record{Salt: salt, Payload: payload, Event: Event{
		V: EventVersion, School: p.school, Evaluation: c.Evaluation, Device: p.device,
		Seq: tip.Seq + 1, Prev: tip.Last, Person: person, Role: c.Role, Kind: c.Kind,
		Subject: c.Subject, Seen: sorted(c.Seen), Commit: Commit(salt, payload), Wall: act.When.UnixMilli(),
	}}
	text, err := r.Canonical()
	if err != nil {
		return Record{}, fmt.Errorf("write %s: %w", c.Subject, err)
	}
	sum := sha256.Sum256(text)
	r.ID = EventID(hex.EncodeToString(sum[:]))
	r.Signature = ed25519.Sign(p.key, text)
	*tip = Tip{Seq: r.Seq, Last: r.ID}
	return r, nil
}

// Device is the value that introduces a device: its public key in hexadecimal.
type Device struct {
	Key string `json:"key"`
}

// PublicKey decodes the key.
func (d Device) PublicKey() (ed25519.PublicKey, error) {
	raw, err := hex.DecodeString(d.Key)
	if err != nil || len(raw) != ed25519.PublicKeySize {
		return nil, fmt.Errorf("read device key: it is not %d bytes of hexadecimal", ed25519.PublicKeySize)
	}
	return raw, nil
}
