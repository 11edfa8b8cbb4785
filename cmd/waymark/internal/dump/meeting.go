package dump

import (
	"cmp"

	"waymark/model"
	"waymark/model/arrange"
)

// Meeting is everything of one team meeting. What is covered stays covered: of
// a vote in a round that is not shown only that it was given is known.
type Meeting struct {
	model.MeetingStart
	ID      model.MeetingID `json:"id"`
	Started string          `json:"started"`
	Talks   []Talk          `json:"talks"`
}

// Talk is one area of a meeting.
type Talk struct {
	Area    model.AreaID   `json:"area"`
	Round   model.Round    `json:"round"`
	Rounds  [][]Vote       `json:"rounds"`
	Outcome *model.Outcome `json:"outcome"`
}

// Vote is one person's level.
type Vote struct {
	model.Vote
	Person model.PersonID `json:"person"`
}

func meetings(all []model.Meeting) []Meeting {
	said := []Meeting{}
	for _, m := range all {
		one := Meeting{m.MeetingStart, m.ID, moment(m.StartedAt), []Talk{}}
		for _, t := range m.Talks {
			talk := Talk{t.Area, t.Round, [][]Vote{}, t.Outcome}
			for _, round := range t.Rounds {
				votes := []Vote{}
				for _, c := range round {
					votes = append(votes, Vote{c.Vote, c.Person})
				}
				arrange.By(votes, func(x, y Vote) int { return cmp.Compare(x.Person, y.Person) })
				talk.Rounds = append(talk.Rounds, votes)
			}
			one.Talks = append(one.Talks, talk)
		}
		said = append(said, one)
	}
	arrange.By(said, func(x, y Meeting) int { return cmp.Compare(x.ID, y.ID) })
	return said
}
