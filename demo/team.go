package demo

import (
	"time"

	"waymark/model"
)

// TeamMeeting is the past team meeting of this year.
const TeamMeeting model.MeetingID = "example-meeting"

// team are those who join the head and the deputy in a meeting.
func team() []model.Person {
	return []model.Person{
		{ID: "example-senco", Name: "P. Larch", Post: "SENDCo"},
		{ID: "example-year-2", Name: "S. Linden", Post: "Year 2 lead"},
		{ID: "example-maths", Name: "D. Sorrel", Post: "maths lead"},
		{ID: "example-english", Name: "F. Briar", Post: "English lead"},
	}
}

// talk is an area of the meeting: the levels of each round as people sit, and
// how it ended.
type talk struct {
	area     model.AreaID
	rounds   [][]model.Level
	recorded model.Level // 0 for another day
	why      string
}

func talks() []talk {
	return []talk{
		{"4.1", [][]model.Level{{2, 2, 2, 1, 2, 2}}, 2, "Our quizzes still ask what, and seldom why."},
		{"4.2", nil, 0, "The deputy had to take a class. The two of us want to look in rooms first."},
		{"4.5", [][]model.Level{{1, 2, 1, 3, 2, 2}}, 0, "Look at the same three stories together before we try again."},
		{"5.3", [][]model.Level{{2, 2, 1, 3, 2, 3}, {2, 2, 1, 2, 2, 2}}, 0, "See a full half term of the record before we settle it."},
	}
}

// meet is the team meeting: every level covered, shown together, then settled.
func (w *writer) meet() {
	w.at("15:40")
	head := voice(Head, model.Self)
	start := model.MeetingStart{Date: w.now.Format(time.DateOnly), People: []model.PersonID{Head, Deputy}}
	for _, p := range team() {
		start.People = append(start.People, p.ID)
	}
	for _, t := range talks() {
		start.Areas = append(start.Areas, t.area)
	}
	w.do(head, func(b *model.Book, v model.Voice) ([]model.Change, error) {
		return b.StartMeeting(v, TeamMeeting, start)
	})
	for _, t := range talks() {
		for i, levels := range t.rounds {
			if i > 0 {
				w.do(head, func(b *model.Book, v model.Voice) ([]model.Change, error) { return b.RateAgain(v, TeamMeeting, t.area) })
			}
			w.vote(t.area, start.People, levels)
		}
		w.do(head, func(b *model.Book, v model.Voice) ([]model.Change, error) {
			if t.recorded == 0 {
				return b.ComeBack(v, TeamMeeting, t.area, t.why)
			}
			return b.RecordLevel(v, TeamMeeting, t.area, t.recorded, t.why)
		})
	}
}

// vote is one round of an area, shown once everybody is in.
func (w *writer) vote(area model.AreaID, people []model.PersonID, levels []model.Level) {
	head := voice(Head, model.Self)
	for i, p := range people {
		w.do(head, func(b *model.Book, _ model.Voice) ([]model.Change, error) {
			return b.CastVote(p, TeamMeeting, area, model.Vote{Level: levels[i]})
		})
	}
	w.do(head, func(b *model.Book, v model.Voice) ([]model.Change, error) {
		return b.Reveal(v, TeamMeeting, area, false)
	})
}
