package demo

import (
	"fmt"
	"strings"

	"waymark/model"
)

// seen is what was seen in a room: an answer for every line of the checklist in
// its order, in groups of four. s is seen, p partly, n not seen and - not
// applicable; a digit is how many of the three pupils.
type seen struct {
	model.RoomText
	at     string
	lead   string
	second string // of the other observer, "" when there was none
}

// lastRooms are the nine rooms of last year's visit.
func lastRooms() []seen {
	return []seen{
		{model.RoomText{Slot: "1-2", Place: "Reception", Phase: model.PhaseEarly, Subject: "reading", Teacher: "T1", Minutes: 8, Chosen: true}, "09:32", "sss3 sss3 snp3 sss3 ----", "sss3 sss3 spp3 sss3 ----"},
		{model.RoomText{Slot: "1-2", Place: "Year 2", Phase: model.PhasePrimary, Subject: "science", Teacher: "T3", Minutes: 7, Chosen: true}, "09:41", "sss3 ssp2 ssn3 sps2 ----", ""},
		{model.RoomText{Slot: "1-2", Place: "Year 3", Phase: model.PhasePrimary, Subject: "maths", Teacher: "T4", Minutes: 8}, "09:49", "snp3 snn1 pnn1 ssn2 ----", "sps3 snn1 pnn1 ssp2 ----"},
		{model.RoomText{Slot: "1-2", Place: "Year 5", Phase: model.PhasePrimary, Subject: "history", Teacher: "T6", Minutes: 9}, "09:58", "sss3 spp2 nsp1 sps2 ----", ""},
		{model.RoomText{Slot: "1-2", Place: "Year 6", Phase: model.PhasePrimary, Subject: "English", Teacher: "T7", Minutes: 6}, "10:08", "---- sss3 sss2 ssp3 ----", ""},
		{model.RoomText{Slot: "1-7", Place: "Year 1", Phase: model.PhasePrimary, Subject: "maths", Teacher: "T2", Minutes: 14}, "13:02", "pnp2 spp2 snn1 sps2 nnn0", "pnp2 ssp2 snn1 sps2 nnn0"},
		{model.RoomText{Slot: "1-7", Place: "Year 4", Phase: model.PhasePrimary, Subject: "geography", Teacher: "T5", Minutes: 13}, "13:17", "sss3 snn1 npn1 pns1 pnn1", ""},
		{model.RoomText{Slot: "1-7", Place: "Year 5", Phase: model.PhasePrimary, Subject: "science", Teacher: "T6", Minutes: 12}, "13:31", "ssp2 spn2 pss2 sss2 spn1", ""},
		{model.RoomText{Slot: "1-7", Place: "Year 3", Phase: model.PhasePrimary, Subject: "art", Teacher: "T4", Minutes: 11}, "13:44", "---- pnn1 nnn- psn2 nn-0", ""},
	}
}

// thisRooms are the four rooms of this year's first day.
func thisRooms() []seen {
	return []seen{
		{model.RoomText{Slot: "1-3", Place: "Year 4", Phase: model.PhasePrimary, Subject: "maths", Teacher: "T5", Minutes: 14, Chosen: true}, "09:18", "sss3 sss3 sss3 ssp3 ----", "sss3 sss3 ssp3 ssp3 ----"},
		{model.RoomText{Slot: "1-3", Place: "Year 1", Phase: model.PhasePrimary, Subject: "reading", Teacher: "T2", Minutes: 13}, "09:33", "sps2 sss2 nsn1 sss2 ----", "sps2 sps2 nsn1 sss3 ----"},
		{model.RoomText{Slot: "1-3", Place: "Mixed class", Phase: model.PhasePrimary, Subject: "history", Teacher: "T8", Minutes: 12}, "09:47", "sss3 ssp2 pss2 sps2 ----", ""},
		{model.RoomText{Slot: "1-3", Place: "Year 6", Phase: model.PhasePrimary, Subject: "science", Teacher: "T7", Minutes: 12}, "10:01", "---- sss3 ssp2 sss3 spp2", ""},
	}
}

// look enters a room and answers the checklist there, one act a sheet.
func (w *writer) look(id model.VisitID, r seen) {
	key := model.RoomID("00-" + w.newID()) // rooms are listed by id: before those that are entered later
	w.at(r.at)
	lead := voice(Reviewer, model.Reviewer)
	w.do(lead, func(b *model.Book, v model.Voice) ([]model.Change, error) { return b.SetRoom(v, id, key, r.RoomText) })
	w.sheet(id, key, lead, r.lead)
	if r.second == "" {
		return
	}
	second := voice(Observer, model.Reviewer)
	w.do(second, func(b *model.Book, v model.Voice) ([]model.Change, error) {
		return b.Watch(v, id, key, model.Watching{Role: "pupil-watcher", Position: "front-corner"})
	})
	w.sheet(id, key, second, r.second)
}

func (w *writer) sheet(id model.VisitID, room model.RoomID, who model.Voice, answers string) {
	w.do(who, func(b *model.Book, v model.Voice) ([]model.Change, error) {
		marks := strings.ReplaceAll(answers, " ", "")
		items := w.list.Items()
		if len(marks) != len(items) {
			return nil, fmt.Errorf("%d answers to %d lines", len(marks), len(items))
		}
		var all []model.Change
		for i, item := range items {
			changes, err := b.Observe(v, id, room, w.list, item.ID, answerOf(marks[i]))
			if err != nil {
				return nil, err
			}
			all = append(all, changes...)
		}
		return all, nil
	})
}

// answerOf reads one character of a sheet.
func answerOf(mark byte) model.Observation {
	switch mark {
	case 's':
		return model.Observation{Answer: "seen"}
	case 'p':
		return model.Observation{Answer: "partly"}
	case 'n':
		return model.Observation{Answer: "not seen"}
	case '-':
		return model.Observation{Answer: "not applicable"}
	}
	pupils := int(mark - '0')
	o := model.Observation{Answer: "partly", Pupils: &pupils}
	switch pupils {
	case 0:
		o.Answer = "not seen"
	case model.Sampled:
		o.Answer = "seen"
	}
	return o
}
