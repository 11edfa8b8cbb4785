package main

import (
	"bytes"
	"encoding/json"
	"fmt"
	"maps"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"waymark/model"
)

// aShell types commands at a computer of its own.
type aShell struct {
	t   *testing.T
	now string // what the clock shows
	// enter types a command into a real shell; nil for one inside the test.
	enter func(stdin string, args []string) (out, err string, code int)
}

// newShell is a computer on which nothing has been done yet. No test that has
// one runs beside another: what a computer is lies in the environment.
func newShell(t *testing.T) *aShell {
	t.Helper()
	dir := t.TempDir()
	for name, value := range map[string]string{
		"WAYMARK_DB": filepath.Join(dir, "data", "w.db"), "WAYMARK_STATE": filepath.Join(dir, "state"), "TZ": "UTC", "TERM": "dumb", "NO_COLOR": "1", "WAYMARK_COLOUR": "",
	} {
		t.Setenv(name, value)
	}
	return &aShell{t: t, now: "2026-09-24T08:00:00Z"}
}

// try carries out one command and returns what it printed and its exit code.
func (s *aShell) try(stdin string, args ...string) (out, err string, code int) {
	s.t.Helper()
	args = append([]string{"--now", s.now}, args...)
	if s.enter != nil {
		return s.enter(stdin, args)
	}
	var stdout, stderr bytes.Buffer
	code = run(s.t.Context(), args, streams{strings.NewReader(stdin), &stdout, &stderr})
	return stdout.String(), stderr.String(), code
}

// must is try of a command that works.
func (s *aShell) must(args ...string) string {
	s.t.Helper()
	return s.send("", args...)
}

func (s *aShell) send(stdin string, args ...string) string {
	s.t.Helper()
	out, said, code := s.try(stdin, args...)
	if code != exitDone {
		s.t.Fatalf("waymark %s: exit %d\n%s%s", strings.Join(args, " "), code, out, said)
	}
	return out
}

// data is what a command prints with --json, and its schema.
func (s *aShell) data(into any, args ...string) (schema string) {
	s.t.Helper()
	var e struct {
		Schema string          `json:"schema"`
		Data   json.RawMessage `json:"data"`
	}
	out := s.must(append(args, "--json")...)
	if err := json.Unmarshal([]byte(out), &e); err != nil {
		s.t.Fatalf("waymark %s: %v\n%s", strings.Join(args, " "), err, out)
	}
	if err := json.Unmarshal(e.Data, into); err != nil {
		s.t.Fatalf("waymark %s: %v\n%s", strings.Join(args, " "), err, out)
	}
	return e.Schema
}

// at sets the clock to a time of the day of the visit.
func (s *aShell) at(clock string) { s.now = "2026-09-24T" + clock + ":00Z" }

func equals(area model.AreaID, level model.Level) string { return fmt.Sprintf("%s=%d", area, level) }

func areaCodes(all []model.AreaID) string {
	var codes []string
	for _, a := range all {
		codes = append(codes, string(a))
	}
	return strings.Join(codes, ",")
}

// startDay is the school with its own levels, and the visit planned.
func (s *aShell) startDay(d aDay) {
	s.t.Helper()
	s.must("school", "add", d.School)
	s.must("assess", "start", "--year", d.Year, "--as", d.Head, "--post", d.HeadPost)
	levels := []string{"assess", "rate"}
	for _, a := range slices.Sorted(maps.Keys(d.Own)) {
		levels = append(levels, equals(a, d.Own[a]))
	}
	s.must(levels...)
	s.must("visit", "start", "--reviewer", d.Reviewer, "--post", d.Post, "--date", d.Date, "--template", d.Template, "--focus", areaCodes(d.Focus), "--emphasis", d.Emphasis, "--seal")
	for _, c := range d.Claims {
		s.must("visit", "check", "add", c.Text, "--areas", string(c.Area))
	}
}

// lookRound goes from stop to stop and takes the notes, then tidies up.
func (s *aShell) lookRound(d aDay) {
	s.t.Helper()
	for _, stop := range d.Stops {
		s.at(stop.Clock)
		s.must("visit", "go", string(stop.ID))
		s.send(strings.Join(stop.Lines, "\n")+"\n", "visit", "note", "-")
		if stop.ID == "1-6" {
			s.tidyUp(d)
			for _, c := range d.Claims {
				s.must("visit", "check", "verdict", c.Text, string(c.Verdict))
			}
		}
	}
	s.tidyUp(d)
}

func (s *aShell) tidyUp(d aDay) {
	s.t.Helper()
	var notes []struct{ ID, Text string }
	s.data(&notes, "visit", "tidy")
	for _, n := range notes {
		area, known := d.Tidied[n.Text]
		switch {
		case !known:
			s.t.Errorf("“%s” is not tidy", n.Text)
		case area == "":
			s.must("visit", "tidy", n.ID, "--general")
		default:
			s.must("visit", "tidy", n.ID, "--area", string(area))
		}
	}
}

// finishDay judges, compares, agrees, chooses what to leave, and signs.
func (s *aShell) finishDay(d aDay) {
	s.t.Helper()
	s.at("14:05")
	for _, l := range d.Judged {
		s.must("visit", "rate", equals(l.Area, l.Level))
	}
	s.must("visit", "agree", "--matching")
	for _, l := range d.Settled {
		s.must("visit", "agree", equals(l.Area, l.Level), "--reason", l.Reason)
	}
	s.must("visit", "disagree", string(d.Apart), "--school", d.ApartSchool, "--reviewer", d.ApartReviewer)
	for _, p := range d.Points {
		args := []string{"visit", "point", string(p.Kind), p.Text, "--area", string(p.Area)}
		for flag, value := range map[string]string{"--lead": p.Lead, "--viewers": p.Viewers} {
			if value != "" {
				args = append(args, flag, value)
			}
		}
		if p.Consent {
			args = append(args, "--consent")
		}
		s.must(args...)
	}
	s.at("15:25")
	s.must("visit", "closing", "--first", d.Closing.First)
	s.must("visit", "closing", "--asked", d.Closing.Asked)
	s.must("visit", "closing", "--follow-up", d.Closing.FollowUp)
	s.must("visit", "sign", "--side", "reviewer", "--name", d.Reviewer, "--post", d.Post)
	s.must("visit", "sign", "--side", "school", "--name", d.Head, "--post", d.HeadPost)
}

// A whole day through commands alone.
func TestAVisitDayThroughCommands(t *testing.T) {
	d, s := visitDay(), newShell(t)
	s.startDay(d)
	s.lookRound(d)

	var agenda agendaJSON
	if schema := s.data(&agenda, "visit", "agenda"); schema != "waymark.agenda/1" {
		t.Errorf("schema %s", schema)
	}
	if len(agenda.Stops) != 9 || agenda.Notes != 60 || agenda.Stops[8].State != "now" || agenda.Stops[1].Notes != 13 || agenda.Stops[1].State != "done" || len(agenda.Thin) != 0 {
		t.Errorf("%d stops, %d notes, thin %v: %+v", len(agenda.Stops), agenda.Notes, agenda.Thin, agenda.Stops)
	}
	s.finishDay(d)

	var v visitJSON
	if schema := s.data(&v, "visit", "show"); schema != "waymark.visit/1" {
		t.Errorf("schema %s", schema)
	}
	if v.Closed == nil || v.visitRef.Judged != 22 || v.Agreed != 21 || len(v.Signed) != 2 || len(v.Points) != 7 || len(v.Notes) != 60 || v.Seal == nil || !v.Seal.Whole {
		t.Errorf("closed %v, judged %d, agreed %d, signed %d, points %d, notes %d, seal %+v", v.Closed, v.visitRef.Judged, v.Agreed, len(v.Signed), len(v.Points), len(v.Notes), v.Seal)
	}
	for _, task := range v.ToDo {
		if !task.Done {
			t.Errorf("not done: %s, %s", task.Task, task.Counts)
		}
	}
	s.figuresOfDay(d)

	var changed visitChangedJSON
	if schema := s.data(&changed, "visit", "changed"); schema != "waymark.visit-changed/1" {
		t.Errorf("schema %s", schema)
	}
	if !changed.Closed || len(changed.In) == 0 || slices.Equal(changed.Before, changed.After) || changed.In[0].Why == "" {
		t.Errorf("changed: %+v", changed)
	}
	if _, said, code := s.try("", "visit", "note", "late"); code != exitFailed || !strings.Contains(said, "closed") {
		t.Errorf("a note after the end: exit %d, %s", code, said)
	}
}

// figuresOfDay counts from the table of the day what compare has to say.
func (s *aShell) figuresOfDay(d aDay) {
	s.t.Helper()
	var got struct {
		N, Same   int
		WithinOne int      `json:"within_one"`
		Mean      float64  `json:"mean_difference"`
		TwoOrMore []string `json:"two_or_more"`
		AC2       *struct{ Value, Low, High float64 }
		Kappa     *float64 `json:"kappa_quadratic"`
		Alpha     *float64 `json:"alpha_ordinal"`
	}
	if schema := s.data(&got, "visit", "compare"); schema != "waymark.agreement/1" {
		s.t.Errorf("schema %s", schema)
	}
	same, within, sum := 0, 0, 0
	var far []string
	for _, l := range d.Judged {
		apart := int(d.Own[l.Area] - l.Level)
		sum += apart
		switch apart {
		case 0:
			same, within = same+1, within+1
		case 1, -1:
			within++
		default:
			far = append(far, string(l.Area))
		}
	}
	mean := float64(sum) / float64(len(d.Judged))
	if got.N != len(d.Judged) || got.Same != same || got.WithinOne != within || got.Mean-mean > 1e-6 || mean-got.Mean > 1e-6 || !slices.Equal(got.TwoOrMore, far) {
		s.t.Errorf("%+v; counted: same %d, within one %d, mean %f, far %v", got, same, within, mean, far)
	}
	if same != 15 || within != 20 || got.AC2 == nil || got.AC2.Low > got.AC2.Value || got.Kappa == nil || got.Alpha == nil {
		s.t.Errorf("same %d, within %d, %+v", same, within, got)
	}
}
