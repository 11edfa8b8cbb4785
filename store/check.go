package store

import (
	"context"
	"crypto/ed25519"
	"encoding/json"
	"fmt"

	"waymark/model"
)

// FaultKind says what a fault means for the work in the database.
type FaultKind string

// The kinds of fault, the worst first.
const (
	FaultFile    FaultKind = "file"    // SQLite finds the file damaged
	FaultSchema  FaultKind = "schema"  // tables, or triggers, that are not ours
	FaultAltered FaultKind = "altered" // an event or a rubric is not what its author wrote
	FaultGap     FaultKind = "gap"     // a change that others build on is missing
	FaultList    FaultKind = "list"    // a list is wrong; Rebuild mends it and nothing is lost
)

// Fault is one thing that Check found wrong. Event is "" when it is not about
// one event.
type Fault struct {
	Kind  FaultKind
	Event model.EventID
	Text  string
}

// Report is what Check counted and found.
type Report struct {
	Events      int
	Erased      int // events whose words were erased on purpose
	Devices     int
	Schools     int
	Evaluations int
	Rubrics     int
	Unsigned    int // events whose device has not introduced itself: their signatures cannot be judged
	Problems    []Fault
}

// OK reports whether nothing is wrong.
func (r *Report) OK() bool { return len(r.Problems) == 0 }

// mostFaults bounds a report: a file with more is lost as a whole.
const mostFaults = 1000

// Whole reports whether every event that is there is as its author wrote it,
// in a file that is sound. Gaps and wrong lists do not count.
func (r *Report) Whole() bool {
	for _, p := range r.Problems {
		if p.Kind != FaultGap && p.Kind != FaultList {
			return false
		}
	}
	return true
}

func (r *Report) fault(kind FaultKind, id model.EventID, format string, args ...any) {
	if len(r.Problems) < mostFaults {
		r.Problems = append(r.Problems, Fault{Kind: kind, Event: id, Text: fmt.Sprintf(format, args...)})
	}
}

// Check reads the whole database: SQLite's own check, the definitions of its
// tables, every event's hash, signature and place in its device's chain, and
// that the lists say what the log says. SQLite's check alone leaves almost
// every flipped bit unnoticed. progress, if not nil, is called now and then.
// Check changes nothing.
func (s *Store) Check(ctx context.Context, progress func(done, total int)) (Report, error) {
	var report Report
	complaints, err := checkPages(ctx, s.q)
	if err != nil {
		return report, fmt.Errorf("check database: %w", err)
	}
	for _, c := range complaints {
		report.fault(FaultFile, "", "the file is damaged: %s", c)
	}
	if err := checkSchema(ctx, s.q); err != nil {
		report.fault(FaultSchema, "", "%v", err)
	}
	if err := s.count(ctx, &report); err != nil {
		return report, fmt.Errorf("check database: %w", err)
	}
	if err := s.checkEvents(ctx, &report, progress); err != nil {
		return report, fmt.Errorf("check events: %w", err)
	}
	if err := s.checkRubrics(ctx, &report); err != nil {
		return report, err
	}
	if err := s.checkLists(ctx, &report); err != nil {
		return report, fmt.Errorf("check lists: %w", err)
	}
	return report, nil
}

func (s *Store) count(ctx context.Context, r *Report) error {
	return s.q.QueryRowContext(ctx, `SELECT (SELECT count(*) FROM event),
		(SELECT count(*) FROM event WHERE body IS NULL),
		(SELECT count(DISTINCT device) FROM event), (SELECT count(DISTINCT school) FROM event),
		(SELECT count(*) FROM (SELECT DISTINCT school, evaluation FROM event WHERE evaluation <> '') AS pairs),
		(SELECT count(*) FROM rubric)`).Scan(&r.Events, &r.Erased, &r.Devices, &r.Schools, &r.Evaluations, &r.Rubrics)
}

// link names one chain: what one device wrote about one school.
type link struct {
	school model.SchoolID
	device model.DeviceID
}

// place is one event in a chain.
type place struct{ id, prev model.EventID }

func (s *Store) checkEvents(ctx context.Context, report *Report, progress func(done, total int)) error {
	keys, err := s.deviceKeys(ctx)
	if err != nil {
		return err
	}
	chains := map[link]map[int64]place{}
	done := 0
	err = s.eachRecord(ctx, s.q, func(r model.Record) bool {
		checkOne(report, keys, r)
		at := link{r.School, r.Device}
		if chains[at] == nil {
			chains[at] = map[int64]place{}
		}
		chains[at][r.Seq] = place{id: r.ID, prev: r.Prev}
		if done++; progress != nil && (done%page == 0 || done == report.Events) {
			progress(done, report.Events)
		}
		return ctx.Err() == nil
	})
	if err != nil {
		return err
	}
	for at, chain := range chains {
		checkChain(report, at, chain)
	}
	return ctx.Err()
}

func checkOne(report *Report, keys map[model.DeviceID]ed25519.PublicKey, r model.Record) {
	var err error
	if key, ok := keys[r.Device]; ok {
		err = r.Verify(key)
	} else {
		report.Unsigned++
		err = r.VerifyHash()
	}
	if err != nil {
		report.fault(FaultAltered, r.ID, "%v", err)
	}
}

// checkChain follows one device's events about one school from 1 upwards.
func checkChain(report *Report, at link, chain map[int64]place) {
	last := model.EventID("")
	found := 0
	for seq := int64(1); found < len(chain); seq++ {
		p, ok := chain[seq]
		if !ok {
			report.fault(FaultGap, "", "device %.8s: its change %d about school %s is missing", at.device, seq, at.school)
			seq, last = nextSeq(chain, seq)-1, ""
			continue
		}
		found++
		if last != "" && p.prev != last || seq == 1 && p.prev != "" {
			report.fault(FaultGap, p.id, "device %.8s: its change %d about school %s does not follow the one before it", at.device, seq, at.school)
		}
		last = p.id
	}
}

// nextSeq is the first place after seq that is there.
func nextSeq(chain map[int64]place, seq int64) int64 {
	var next int64
	for n := range chain {
		if n > seq && (next == 0 || n < next) {
			next = n
		}
	}
	return next
}

// deviceKeys are the keys that devices introduced themselves with. A key
// belongs to a device because the device's name is its fingerprint.
func (s *Store) deviceKeys(ctx context.Context) (map[model.DeviceID]ed25519.PublicKey, error) {
	records, err := collect(ctx, s.q, "SELECT "+recordColumns+fromRecords+"WHERE e.kind = $1", model.KindDevice)
	if err != nil {
		return nil, err
	}
	keys := map[model.DeviceID]ed25519.PublicKey{}
	for _, r := range records {
		var payload struct {
			Value model.Device `json:"value"`
		}
		if json.Unmarshal(r.Payload, &payload) != nil {
			continue
		}
		if key, err := payload.Value.PublicKey(); err == nil && model.Fingerprint(key) == r.Device {
			keys[r.Device] = key
		}
	}
	return keys, nil
}

func (s *Store) checkRubrics(ctx context.Context, report *Report) error {
	all, err := s.Rubrics(ctx)
	if err != nil {
		return err
	}
	for _, r := range all {
		if _, err := s.Rubric(ctx, r.Hash); err != nil {
			report.fault(FaultAltered, "", "%v", err)
		}
	}
	return nil
}
