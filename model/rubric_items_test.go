package model_test

import (
	"testing"

	"waymark/model"
)

func pulse() model.Rubric {
	return model.Rubric{
		ID: "pulse", Edition: "2026", Title: "Pulse", Kind: model.KindPulse, Language: "en-GB", Scale: rubric().Scale,
		Groups: []model.Group{{ID: "1", Title: "Time", Items: []model.Item{
			{ID: "1.s1", Asks: model.AskStaff, Text: "I have time.", Shares: "time"},
			{ID: "1.p1", Asks: model.AskPupils, Text: "I can finish.", Shares: "time"},
			{ID: "1.f1", Asks: model.AskFamilies, Text: "When is it rushed?"},
		}}},
	}
}

func visit() model.Rubric {
	return model.Rubric{
		ID: "visit", Edition: "2026", Title: "Visit", Kind: model.KindVisit, Language: "en-GB",
		Groups:    []model.Group{{ID: "1", Title: "Starts", Items: []model.Item{{ID: "1.1", Text: "A task waits."}}}},
		Answers:   []string{"seen", "not seen"},
		Roles:     []model.VisitRole{{ID: "lead", Title: "Lead", Does: "Keeps time."}},
		Positions: []model.VisitPosition{{ID: "back", Title: "Back", Where: "By the door."}},
	}
}

func TestCheckFindsEachFaultOfAPulse(t *testing.T) {
	if err := pulse().Check(); err != nil {
		t.Fatalf("a sound pulse is refused: %v", err)
	}
	unscaled := pulse()
	unscaled.Scale = model.Scale{}
	if err := unscaled.Check(); err != nil {
		t.Errorf("a pulse without a scale is refused: %v", err)
	}
	for want, spoil := range map[string]func(*model.Rubric, *model.Item){
		"item 1.s1: every item needs an id and a text":                                    func(_ *model.Rubric, i *model.Item) { i.Text = " " },
		"item : every item needs an id and a text":                                        func(_ *model.Rubric, i *model.Item) { i.ID = "" },
		"item 1/1: an id is made of letters, digits, full stops, hyphens and underscores": func(_ *model.Rubric, i *model.Item) { i.ID = "1/1" },
		"item 1.p1: this id is used twice":                                                func(_ *model.Rubric, i *model.Item) { i.ID = "1.p1" },
		"item 1.s1: say whom it asks: staff, pupils or families":                          func(_ *model.Rubric, i *model.Item) { i.Asks = "" },
		`item 1.s1: it asks "cats", and only staff, pupils or families can be asked`:      func(_ *model.Rubric, i *model.Item) { i.Asks = "cats" },
		"group 1: it has no items":                                                        func(r *model.Rubric, _ *model.Item) { r.Groups[0].Items = nil },
		"rubric: a pulse needs items":                                                     func(r *model.Rubric, _ *model.Item) { r.Groups = nil },
		"scale: it has 1 levels; a scale needs 2 to 9":                                    func(r *model.Rubric, _ *model.Item) { levels(r, 1) },
	} {
		r := pulse()
		spoil(&r, &r.Groups[0].Items[0])
		wantFault(t, r, want)
	}
}

func TestCheckFindsEachFaultOfAVisit(t *testing.T) {
	if err := visit().Check(); err != nil {
		t.Fatalf("a sound visit is refused: %v", err)
	}
	for want, spoil := range map[string]func(*model.Rubric){
		"item 1.1: a visit asks nobody; take out whom it asks":                                func(r *model.Rubric) { r.Groups[0].Items[0].Asks = model.AskStaff },
		"answers: a visit needs at least 2 answers to choose from":                            func(r *model.Rubric) { r.Answers = r.Answers[:1] },
		"answers: every answer needs words of its own":                                        func(r *model.Rubric) { r.Answers[1] = "seen" },
		"role lead: every role needs an id and a title":                                       func(r *model.Rubric) { r.Roles[0].Title = "" },
		"role lead: this id is used twice":                                                    func(r *model.Rubric) { r.Roles = append(r.Roles, r.Roles[0]) },
		"position a b: an id is made of letters, digits, full stops, hyphens and underscores": func(r *model.Rubric) { r.Positions[0].ID = "a b" },
		"rubric: a visit needs items":                                                         func(r *model.Rubric) { r.Groups[0].Items = nil },
	} {
		r := visit()
		spoil(&r)
		wantFault(t, r, want)
	}
}

func TestItemsInReadingOrder(t *testing.T) {
	r := pulse()
	r.Groups = append(r.Groups, model.Group{ID: "2", Title: "More", Items: []model.Item{{ID: "2.s1", Asks: model.AskStaff, Text: "More."}}})
	got := ""
	for _, i := range r.Items() {
		got += string(i.ID) + " "
	}
	if got != "1.s1 1.p1 1.f1 2.s1 " {
		t.Errorf("got %s", got)
	}
	if !model.KindTrust.Judged() || model.KindPulse.Judged() || model.KindVisit.Judged() {
		t.Errorf("the wrong kinds are judged")
	}
}
