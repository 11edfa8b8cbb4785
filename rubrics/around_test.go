package rubrics_test

import (
	"os"
	"reflect"
	"strings"
	"testing"

	"waymark/model"
	"waymark/rubrics"
)

func file(t testing.TB, name string) string {
	t.Helper()
	text, err := os.ReadFile("testdata/" + name + ".yaml")
	if err != nil {
		t.Fatal(err)
	}
	return string(text)
}

func TestReadTakesWhatStandsAroundTheDescriptors(t *testing.T) {
	r := read(t, file(t, "full"))
	thereAndBack(t, r)
	got := r.Areas[0]
	want := model.Area{
		ID: "1.1", Group: "1", Title: "A shared plan", Scope: "People know what the plan is.", Question: "Who could say what the plan is?",
		Levels:     []string{"One person knows.", "A team knows.", "People know and say why.", "Others come to hear it."},
		Vision:     "The plan is known by all who need it.",
		LookFors:   []string{"A plan on the wall.", "Somebody points to it."},
		LookAgains: []string{"Nobody can say when it changed."},
		Phases: []model.InPhase{
			{Phase: model.PhaseEarly, LookFors: []string{"Children tell the plan.", "The plan is a picture."}},
			{Phase: model.PhaseSpecial, LookFors: []string{"The plan is in symbols."}},
		},
		NextSteps: []model.Boundary{
			{From: 1, To: 2, Steps: []model.NextStep{
				{Do: "Ask one class what the plan is.", Effort: model.EffortSmall}, {Do: "Tell the team.", Effort: model.EffortMedium, Area: "1.2"},
			}},
			{From: 3, To: 4, Steps: []model.NextStep{{Do: "Invite another school to hear it.", Effort: model.EffortLarge}}},
		},
		Research:  []model.Research{{Title: "A guide to plans", URL: "https://example.org/plans", Why: "It says what a plan is for."}},
		Tags:      model.Tags{Inspection: []string{"inclusion", "achievement"}, CST: []string{"p1"}},
		Exemplars: []string{"A teacher keeps it at home.", "A team keeps it in a drawer.", "A cook can tell it.", "A visitor takes a copy."},
	}
	if !reflect.DeepEqual(got, want) {
		t.Errorf("got  %+v\nwant %+v", got, want)
	}
	if want := []model.Crossing{{Rubric: "other", From: "1.1", To: "7.1"}, {Rubric: "other", From: "1", To: "7"}}; !reflect.DeepEqual(r.Crosswalk, want) {
		t.Errorf("got %v, want %v", r.Crosswalk, want)
	}
}

func TestReadTakesPulsesAndVisits(t *testing.T) {
	p := read(t, file(t, "pulse"))
	thereAndBack(t, p)
	if want := []model.Item{
		{ID: "1.s1", Asks: model.AskStaff, Text: "I have time.", Shares: "time"},
		{ID: "1.p1", Asks: model.AskPupils, Text: "I can finish.", Shares: "time"},
		{ID: "1.f1", Asks: model.AskFamilies, Text: "When is it rushed?"},
	}; !reflect.DeepEqual(p.Groups[0].Items, want) || len(p.Areas) != 0 {
		t.Errorf("got %+v", p)
	}
	v := read(t, file(t, "visit"))
	thereAndBack(t, v)
	if want := (model.Rubric{
		ID: "test-visit", Edition: "1", Title: "A visit", Kind: model.KindVisit, Language: "en-GB",
		Groups:    []model.Group{{ID: "1", Title: "Starts", Items: []model.Item{{ID: "1.1", Text: "A task waits for the first pupil."}}}},
		Answers:   []string{"seen", "not seen", "not applicable"},
		Roles:     []model.VisitRole{{ID: "lead", Title: "Lead", Does: "Keeps the time."}},
		Positions: []model.VisitPosition{{ID: "back", Title: "Back", Where: "By the door."}},
	}); !reflect.DeepEqual(v, want) {
		t.Errorf("got %+v\nwant %+v", v, want)
	}
}

func TestAPulseMayAlsoHaveAScale(t *testing.T) {
	r := read(t, changed(t, file(t, "pulse"), "groups:", "scale: thought-to-tested\ngroups:"))
	if len(r.Scale.Levels) != 4 {
		t.Errorf("the scale is %+v", r.Scale)
	}
}

func TestACommitmentThatJoinsNothingIsNoted(t *testing.T) {
	_, notes, err := rubrics.ReadWithNotes("mine.yaml", strings.NewReader(changed(t, file(t, "pulse"), "shares: time", "shares: tiem")))
	if err != nil {
		t.Fatal(err)
	}
	if len(notes) != 2 || notes[0].Line != 16 || notes[0].Column != 17 || !strings.Contains(notes[0].Text, "“tiem”") {
		t.Errorf("notes are %+v", notes)
	}
}

// slipsAround are what authors do in the newer entries.
var slipsAround = []struct {
	name, file, from, to string
	line, column         int
	says                 string
}{
	{"vision of nothing", "full", ">-\n          The plan is known\n          by all who need it.", "", 22, 16, "“vision” of area 1.1 is empty"},
	{"look-fors as text", "full", "look_agains:\n          - Nobody", "look_agains: Nobody", 28, 22, `“look_agains” of area 1.1 must be a list. Write look_agains: ["Nobody can say when it changed."].`},
	{"hyphen in look-fors", "full", "look_fors:", "look-fors:", 25, 9, "Did you mean “look_fors”?"},
	{"phases", "full", "phase:", "phases:", 30, 9, "Did you mean “phase”?"},
	{"unknown phase", "full", "          early:", "          erly:", 32, 11, "Did you mean “early”?"},
	{"empty phase", "full", "[The plan is in symbols.]", "[]", 31, 20, "“special” of the phases of area 1.1 is empty"},
	{"boundary too long", "full", `"3-4":`, `"2-4":`, 34, 11, "Use one of these or delete it: 1-2, 2-3, 3-4."},
	{"boundary of other dash", "full", `"3-4":`, `"3–4":`, 34, 11, "Did you mean “3-4”?"},
	{"boundary without steps", "full", "\n            - do: Invite another school to hear it.\n              effort: L", " []", 34, 18, "“3-4” of the next steps of area 1.1 is empty"},
	{"steps as a list", "full", "next_steps:", "next_steps: soon\n        ask:", 33, 21, "The next steps of area 1.1 must be a list of named entries"},
	{"step without a deed", "full", "do: Tell the team.\n              effort: M", "effort: M", 40, 15, "Step 2 of area 1.1 from 1-2 has no “do”"},
	{"step without effort", "full", "              effort: L\n", "", 35, 15, "Step 1 of area 1.1 from 3-4 has no “effort”. Add effort: S, M or L."},
	{"effort in words", "full", "effort: L", "effort: large", 36, 23, "“large” is not a size of effort. Write S for a half-term"},
	{"step to nowhere", "full", `area: "1.2"`, `area: "1.3"`, 42, 21, "This step names area 1.3, which is not in this rubric"},
	{"step to a number", "full", `area: "1.2"`, `area: 1.2`, 42, 21, `Write area: "1.2".`},
	{"research without a title", "full", "- title: A guide to plans\n            url", "- url", 44, 13, "Research 1 of area 1.1 has no “title”"},
	{"research in the open", "full", "https://example.org", "http://example.org", 45, 18, "Write the whole address, starting with https://."},
	{"research by script", "full", "https://example.org/plans", "javascript:alert(1)", 45, 18, "is not an address that a reader can open safely"},
	{"research at a password", "full", "https://example.org", "https://me:secret@example.org", 45, 18, "is not an address that a reader can open safely"},
	{"tag in capitals", "full", "[inclusion,", "[Inclusion,", 48, 23, "“Inclusion” cannot stand in “inspection”"},
	{"tag twice", "full", "achievement]", "inclusion]", 48, 23, "stands twice in “inspection”"},
	{"unknown tags", "full", "inspection:", "ofsted:", 48, 11, "The tags of area 1.1 cannot have an entry called “ofsted”"},
	{"exemplar missing", "full", "          2: A team keeps it in a drawer.\n", "", 51, 11, "Area 1.1 has exemplars for 3 levels; this rubric has 4. Add level 2."},
	{"exemplar too many", "full", "          4: A visitor takes a copy.", "          4: A visitor.\n          5: Another.", 51, 11, "Area 1.1 has exemplars for level 5, but the scale of this rubric ends at 4"},
	{"exemplar zero", "full", "          1: A teacher", "          0: A cat.\n          1: A teacher", 51, 11, "Area 1.1 has an exemplar called “0”. Number the exemplars 1 to 4."},
	{"exemplar empty", "full", "A cook can tell it.", `""`, 53, 14, "“exemplar 3” of area 1.1 is empty"},
	{"crosswalk to itself", "full", "- {rubric: other, from: \"1.1\"", "- {rubric: full, from: \"1.1\"", 65, 14, "Crosswalk 1 leads to this same rubric"},
	{"crosswalk from nowhere", "full", `from: "1.1"`, `from: "9.1"`, 65, 27, "neither an area nor a group of this rubric"},
	{"crosswalk to nothing", "full", `, to: "7.1"`, "", 65, 5, "Crosswalk 1 has no “to”"},
	{"unknown scale", "full", "early-to-sharing", "early-to-shareing", 8, 8, "No scale called “early-to-shareing” comes with Waymark. Did you mean “early-to-sharing”?"},
	{"unknown scale far off", "full", "early-to-sharing", "stars", 8, 8, "or write the scale out: early-to-sharing, attempting-to-exemplary"},
	{"items in a school", "full", "    areas:", "    items: []\n    areas:", 12, 12, "only a pulse or a visit is made of items"},
	{"answers in a school", "full", "crosswalk:", "answers: [yes it is, no]\ncrosswalk:", 64, 1, "Only a visit has answers"},
	{"no scale", "full", "scale: early-to-sharing\n", "", 2, 1, "The rubric has no “scale”"},

	{"pulse that asks nobody", "pulse", "        asks: staff\n", "", 13, 9, "Item 1.s1 does not say whom it asks. Add asks: staff"},
	{"pulse that asks another", "pulse", "asks: staff", "asks: parents", 14, 15, "“parents” cannot be asked. Use one of these: staff, pupils, families."},
	{"item without a text", "pulse", "        text: I have time.\n", "", 13, 9, "Item 1.s1 has no “text”"},
	{"item twice", "pulse", "1.p1", "1.s1", 17, 13, "Item 1.s1 stands twice; it was already given on line 13."},
	{"commitment of two words", "pulse", "shares: time", "shares: our time", 16, 17, `Write shares: "our-time".`},
	{"pulse without items", "pulse", "rushed?\n", "rushed?\n  - id: \"2\"\n    title: Calm\n", 24, 5, "Group 2 has no “items”"},
	{"pulse of empty items", "pulse", "rushed?\n", "rushed?\n  - {id: \"2\", title: Calm, items: []}\n", 24, 35, "Group 2 has no items"},
	{"pulse with roles", "pulse", "groups:", "roles: []\ngroups:", 8, 1, "Only a visit has roles"},
	{"pulse with areas and no scale", "pulse", "rushed?\n", "rushed?\n  - {id: \"2\", title: Calm, areas: []}\n", 2, 1, "The rubric has no “scale”"},

	{"visit that asks", "visit", "        text: A task", "        asks: staff\n        text: A task", 22, 15, "the items of a visit are looked for"},
	{"visit without answers", "visit", "answers: [seen, not seen, not applicable]\n", "", 2, 1, "The rubric has no “answers”"},
	{"visit with one answer", "visit", "[seen, not seen, not applicable]", "[seen]", 8, 10, "A visit has 2 to 9 answers"},
	{"visit with an answer twice", "visit", "not applicable]", "seen]", 8, 10, "The answer “seen” stands twice"},
	{"role twice", "visit", "positions:", "  - {id: lead, title: Second}\npositions:", 13, 10, "Role lead stands twice"},
	{"role without a title", "visit", "    title: Lead\n", "", 10, 5, "Role lead has no “title”"},
	{"unknown entry of a position", "visit", "where:", "does:", 16, 5, "Use one of these or delete it: id, title, where."},
}

func TestSlipsAround(t *testing.T) {
	for _, s := range slipsAround {
		t.Run(s.name, func(t *testing.T) {
			_, err := rubrics.Read("mine.yaml", strings.NewReader(changed(t, file(t, s.file), s.from, s.to)))
			wantFault(t, err, s.line, s.column, s.says)
		})
	}
}
