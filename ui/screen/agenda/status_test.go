package agenda_test

import (
	"strings"
	"testing"
	"time"

	"waymark/model"
	"waymark/ui/env"
	"waymark/ui/uitest"
)

func TestWalkingToAStopMeansTypingThere(t *testing.T) {
	d := run(underWay(t))
	d.Press("esc", "down", "enter").See("You are at 10:45 Pupils: Year 5 group now. Just type.").Type("quiet room").See("Note   quiet room").Press("enter")
	if all := notes(d); all[len(all)-1].Slot != "1-4" {
		t.Fatalf("noted at %q", all[len(all)-1].Slot)
	}
}

func TestCodesThatDoNotFitAreToldOnTheStatusLine(t *testing.T) {
	slots := aDay()
	slots[1].Areas = []model.AreaID{"1.1", "1.2", "1.3", "2.1", "2.2", "2.3"}
	d := run(begin(t, slots...))
	d.Press("esc").SeeNot("This stop looks at").Press("down").See("+3", "This stop looks at 1.1 1.2 1.3 2.1 2.2 2.3. Press n to type again.")
}

func TestASecondObserverIsNamed(t *testing.T) {
	d := underWay(t)
	d.Do([]model.Change{model.NamePerson(model.Person{ID: "shah", Name: "A. Shah"}, nil)}, nil)
	d.Do(d.Env.Desk.Book.SetTeam(model.Voice{Person: uitest.Reviewer, Role: model.Reviewer}, uitest.VisitID, []model.Member{{Person: "shah"}}))
	d.Env.Enter(env.Visiting{Visit: uitest.VisitID, Voice: model.Voice{Person: "shah", Role: model.Reviewer}})
	run(d).See("You are A. Shah, lead R. Okafor").Resize(60, 18)
	d.See("You are A. Shah").Exact()
}

func TestALongStayIsToldInHours(t *testing.T) {
	d := run(underWay(t))
	d.Wait(78 * time.Minute)
	d.See("now: 90 of 30 minutes", "60 minutes over").Wait(31 * time.Minute)
	d.See("now: 2 h 1 of 30 min", "about 2 hours over").Exact()
}

func TestALinkThatDoesNotLinkIsTold(t *testing.T) {
	d := run(underWay(t))
	d.Type("> jumps @2.3 and @9.9, in Y4").Press("enter").See("next step, 2.3. There is no area 9.9.")
	d.Type("+ calm @2.3 @2.1").Press("enter").See("strength, 2.3. A note links to one area only.")
	if all := notes(d); !strings.Contains(all[5].Text, "@9.9") || !strings.Contains(all[6].Text, "@2.1") {
		t.Fatalf("words lost: %q, %q", all[5].Text, all[6].Text)
	}
}
