package main

import (
	"context"
	"slices"
	"testing"

	"waymark/model"
	"waymark/model/visit"
	"waymark/rubrics"
	"waymark/ui/env"
	"waymark/ui/nav"
	"waymark/ui/theme"
	"waymark/ui/uitest"
)

func blindReviewer() model.Voice {
	return model.Voice{Person: uitest.Reviewer, Role: model.Reviewer}
}

// twin is one of two schools: the same but for the areas that are not in same.
type twin struct {
	which int
	same  map[model.AreaID]bool
}

// words are different ones in each, of different length.
func (w twin) words(a model.AreaID) string {
	if w.which == 1 && !w.same[a] {
		return "We said axolotl, more than once"
	}
	return "We said quokka"
}

// level is what is said of the i-th area; turn makes another set of levels.
func (w twin) level(i, turn int, a model.AreaID) model.Level {
	l := model.Level(1 + (i*7+turn)%4)
	if w.which == 1 && !w.same[a] {
		return 5 - l
	}
	return l
}

// opinion is what the school says of the i-th area.
func (w twin) opinion(i int, a model.AreaID) model.Opinion {
	other := w.which == 1 && !w.same[a]
	o := model.Opinion{State: model.Rated, Level: w.level(i, 0, a), Confidence: model.Medium, Direction: model.Steady}
	switch {
	case other && i%9 == 4:
		return model.Opinion{State: model.NotApplicable}
	case other && i%9 == 5:
		return model.Opinion{State: model.NoEvidence}
	case other && i%3 == 0:
		o.Confidence, o.Direction = model.Low, model.Slipping
	case i%3 == 0:
		o.Confidence, o.Direction = model.High, model.Improving
	}
	return o
}

// remembering is a shelf that knows of both years of a school, and whose visit
// was in progress where.
type remembering struct {
	*uitest.Shelf
	visits map[model.EvaluationID]env.Visiting
}

// Schools lists each school once, its newest year first.
func (r *remembering) Schools(ctx context.Context) ([]env.SchoolEntry, error) {
	all, err := r.Shelf.Schools(ctx)
	var merged []env.SchoolEntry
	for _, e := range all {
		i := slices.IndexFunc(merged, func(m env.SchoolEntry) bool { return m.ID == e.ID })
		if i < 0 {
			merged = append(merged, e)
			continue
		}
		merged[i].Summaries = slices.Concat(e.Summaries, merged[i].Summaries)
	}
	return merged, err
}

// Open goes on with the visit that was in progress.
func (r *remembering) Open(ctx context.Context, school model.SchoolID, id model.EvaluationID) (env.Opened, error) {
	o, err := r.Shelf.Open(ctx, school, id)
	o.Visiting = r.visits[id]
	if school != r.Log[0].School {
		o.Earlier = nil
	}
	return o, err
}

// Begin begins a school that has no earlier year.
func (r *remembering) Begin(ctx context.Context, b env.Beginning) (env.Opened, error) {
	o, err := r.Shelf.Begin(ctx, b)
	if o.Desk != nil && o.Desk.Book.SchoolID() != r.Log[0].School {
		o.Earlier = nil
	}
	return o, err
}

// blindSeat is the reviewer's seat in one of the two schools.
func blindSeat(t *testing.T, which int, same map[model.AreaID]bool) *chair {
	t.Helper()
	w := twin{which, same}
	d := uitest.NewEnv(t)
	p := &paper{files: &files{ctx: t.Context()}}
	d.Env.Files, d.Env.Prefs.Colours = p, theme.Dark
	d.Env.Theme = theme.New(theme.Options{Mode: theme.Dark, Depth: theme.True, Known: true, Dark: true})
	s := &chair{t: t, d: d, paper: p}
	w.years(s)
	w.judged(s)
	w.visited(s)
	w.met(s)
	w.dayOf(s)
	shelf := &remembering{d.Shelf, map[model.EvaluationID]env.Visiting{}}
	d.Env.Shelf, s.home = shelf, d.Env.Desk.Book.SchoolID()
	d.Env.KeepVisiting = func(id model.EvaluationID, v env.Visiting) error { shelf.visits[id] = v; return nil }
	shelf.visits[s.id] = env.Visiting{Visit: uitest.VisitID, Voice: blindReviewer()}
	d.Env.Enter(env.Visiting{Visit: uitest.VisitID, Voice: blindReviewer()})
	d.Run(opener(d.Env), nav.Home{}, 80, 24)
	return s
}

// years begins last year and this one.
func (w twin) years(s *chair) {
	s.t.Helper()
	begin := func(school model.SchoolID, year model.Year) env.Opened {
		o, err := s.d.Shelf.Begin(s.t.Context(), env.Beginning{School: school, Name: "Alder Lane", Rubric: s.d.Shelf.Rubric.Hash(), Year: year})
		if err != nil {
			s.t.Fatal(err)
		}
		s.d.Env.Take(o)
		return o
	}
	o := begin("", "2025-26")
	before := env.Earlier{Summary: model.Summary{ID: o.Desk.Book.EvaluationID(), School: o.Desk.Book.SchoolID(), Title: "Self-evaluation 2025/26", Year: "2025-26"}, Levels: map[model.AreaID]model.Level{}}
	for i, a := range o.Desk.Book.Rubric().Areas {
		before.Levels[a.ID] = w.level(i, 2, a.ID)
		before.Row = append(before.Row, byte(before.Levels[a.ID]))
		s.d.Do(o.Desk.Book.GiveLevel(o.Desk.Voice, a.ID, before.Levels[a.ID]))
	}
	s.d.Shelf.Earlier = []env.Earlier{before}
	s.id = begin(o.Desk.Book.SchoolID(), "2026-27").Desk.Book.EvaluationID()
}

// judged is what the school says this year.
func (w twin) judged(s *chair) {
	s.t.Helper()
	b, me := s.d.Env.Desk.Book, s.d.Env.Desk.Voice
	for i, a := range b.Rubric().Areas {
		if a.ID != "5.5" { // one is left without an answer
			s.d.Do(b.Judge(me, a.ID, w.opinion(i, a.ID)))
		}
	}
	s.d.Do(b.WriteNote(me, "school-note", model.NoteText{Area: "1.4", Text: "Every subject has a map of what comes when"}))
	s.d.Do(b.SetFlag(me, "2.4", true))
	s.d.Do(b.AddPriority("plan", model.PriorityText{Title: "Agree one way of replying to work", Areas: []model.AreaID{"4.3"}}))
	needs := model.AreaID("3.3") // what is worked on tells of a level too
	if w.which == 1 && !w.same["3.3"] && !w.same["4.1"] {
		needs = "4.1"
	}
	s.d.Do(b.AddPriority("needs", model.PriorityText{Title: w.words(needs), Areas: []model.AreaID{needs}}))
	s.d.Do(b.ExplainFewer(w.words("")))
	for _, p := range []model.Person{{ID: uitest.Reviewer, Name: "R. Okafor", Post: "lead reviewer"}, {ID: "shah", Name: "A. Shah"}, {ID: "osei", Name: "B. Osei"}, {ID: "amy", Name: "A. Amber"}, {ID: "ben", Name: "B. Birch"}} {
		s.d.Do([]model.Change{model.NamePerson(p, nil)}, nil)
	}
}

// visited is an earlier visit this year, by somebody else, that is closed.
func (w twin) visited(s *chair) {
	s.t.Helper()
	b, osei := s.d.Env.Desk.Book, model.Voice{Person: "osei", Role: model.Reviewer}
	s.d.Do(b.StartVisit(osei, "past", model.Visiting{Date: "2026-09-10", Lead: "osei"}))
	s.d.Do(b.SetFocus(osei, "past", []model.AreaID{"3.1", "3.2"}))
	s.d.Do(b.Judge(osei, "3.1", model.Opinion{State: model.Rated, Level: 2, Confidence: model.Medium}))
	s.d.Do(b.Judge(osei, "3.2", model.Opinion{State: model.Rated, Level: 2, Confidence: model.Medium}))
	if w.same["3.1"] || w.level(14, 0, "3.1") > 0 {
		s.d.Do(b.Agree(osei, "past", "3.1", w.level(14, 1, "3.1"), w.words("3.1")))
	}
	s.d.Do(b.Disagree(osei, "past", "3.2", model.Apart{School: w.words("3.2"), Reviewer: "We did not"}))
	s.d.Do(b.CloseVisit(osei, "past", "over"))
}

// met is a team meeting with a round that was shown, one that is covered, one
// left for later and a level recorded.
func (w twin) met(s *chair) {
	s.t.Helper()
	b, me := s.d.Env.Desk.Book, s.d.Env.Desk.Voice
	s.d.Do(b.StartMeeting(me, "m", model.MeetingStart{Date: "2026-09-20", Areas: []model.AreaID{"1.4", "2.3", "2.4"}, People: []model.PersonID{"amy", "ben"}}))
	for _, a := range []model.AreaID{"1.4", "2.4"} {
		i := b.Rubric().Index(a)
		s.d.Do(b.CastVote("amy", "m", a, model.Vote{Level: w.level(i, 1, a)}))
		s.d.Do(b.CastVote("ben", "m", a, model.Vote{Level: w.level(i, 1, a)}))
		s.d.Do(b.Reveal(me, "m", a, false))
	}
	s.d.Do(b.ComeBack(me, "m", "1.4", w.words("1.4")))
	s.d.Do(b.RecordLevel(me, "m", "2.4", w.level(9, 3, "2.4"), w.words("2.4")))
	s.d.Do(b.CastVote("amy", "m", "2.3", model.Vote{Level: w.level(8, 1, "2.3")}))
}

// dayOf is the visit in progress, half way through its day.
func (w twin) dayOf(s *chair) {
	s.t.Helper()
	b, lead, shah := s.d.Env.Desk.Book, blindReviewer(), model.Voice{Person: "shah", Role: model.Reviewer}
	list, err := rubrics.Load("lesson-visit")
	if err != nil {
		s.t.Fatal(err)
	}
	s.d.Env.Checklists = map[string]model.Rubric{list.Hash(): list}
	focus := []model.AreaID{"1.1", "1.2", "1.3", "1.4", "2.3", "2.4", "3.1", "4.2", "4.3", "5.5", "6.1", "7.1"}
	slots, err := visit.Plan("one-day", focus, b.Rubric(), visit.Options{})
	if err != nil {
		s.t.Fatal(err)
	}
	id := uitest.VisitID
	s.d.Do(b.StartVisit(lead, id, model.Visiting{Date: uitest.Start().Format("2006-01-02"), Lead: lead.Person, Template: "one-day", Checklist: list.Hash(), Questions: []string{"What is the school proud of?"}}))
	s.d.Do(b.SetFocus(lead, id, focus))
	s.d.Do(b.SetSlots(lead, id, slots))
	s.d.Do(b.SetTeam(lead, id, []model.Member{{Person: "shah"}}))
	s.d.Do(b.GoTo(lead, id, "1-2"))
	for i, n := range []model.NoteText{{Text: "Pupils could say why", Area: "1.4"}, {Text: "Left for later"}, {Text: "Books show it", Area: "4.2", Private: true}} {
		n.Visit, n.Slot = id, "1-2"
		s.d.Do(b.WriteNote(lead, model.NoteID("note-"+string(rune('a'+i))), n))
	}
	s.d.Do(b.SetClaim(lead, id, "claim", model.ClaimText{Kind: model.Claimed, Text: "Everybody reads every day", Areas: []model.AreaID{"1.4"}}))
	s.d.Do(b.SetRoom(lead, id, "room", model.RoomText{Slot: "1-2", Place: "Room 4", Phase: "primary", Subject: "maths"}))
	s.d.Do(b.Watch(lead, id, "room", model.Watching{}))
	s.d.Do(b.SetPoint(lead, id, "point", model.PointText{Kind: model.Strength, Text: "Pupils ask questions of their own", Area: "7.1"}))
	s.d.Do(b.Judge(lead, judgedFirst, model.Opinion{State: model.Rated, Level: 2, Confidence: model.Medium}))
	w.colleague(s, shah)
	s.d.Do(b.SealLevels(s.d.Env.Desk.Voice, id))
}

// colleague is what another on the team has judged, agreed and not agreed.
func (w twin) colleague(s *chair, shah model.Voice) {
	s.t.Helper()
	b := s.d.Env.Desk.Book
	for _, a := range []model.AreaID{"1.2", "1.3", "6.1"} {
		s.d.Do(b.Judge(shah, a, model.Opinion{State: model.Rated, Level: 2, Confidence: model.Medium}))
	}
	s.d.Do(b.Agree(shah, uitest.VisitID, "1.2", w.level(1, 1, "1.2"), w.words("1.2")))
	s.d.Do(b.Disagree(shah, uitest.VisitID, "1.3", model.Apart{School: w.words("1.3"), Reviewer: "We did not"}))
}
