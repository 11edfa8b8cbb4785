package priority

import (
	"math"

	"waymark/model"
)

// Answer is a suggestion with everything that explains it. Its JSON form is the
// public one; the fields without a name there are for screens. Shares are
// rounded to six decimals. Lists and maps are never nil.
type Answer struct {
	Levels        int            `json:"levels"`
	Expected      model.Level    `json:"expected"`
	Rated         int            `json:"rated"`
	NotApplicable int            `json:"not_applicable"`
	NotRated      int            `json:"not_rated"`
	TotalNeed     float64        `json:"total_need"`
	K             int            `json:"k"`
	Order         []model.AreaID `json:"order"`
	Gain          []float64      `json:"gain"`

	Led          map[model.AreaID]float64        `json:"led"`
	Theme        map[model.AreaID]float64        `json:"theme"`
	Supporting   map[model.AreaID][]model.AreaID `json:"supporting"`
	FindOutFirst []model.AreaID                  `json:"find_out_first"`
	CheckFirst   []Check                         `json:"check_first"`
	NotChosen    []NotChosen                     `json:"not_chosen"`
	Reasons      map[model.AreaID][]string       `json:"reasons"`
	TakesItOff   map[model.AreaID]*Change        `json:"takes_it_off"`
	Seed         uint64                          `json:"seed"`
	Readings     int                             `json:"readings"`

	// Words gives each suggested area its word: see Word.
	Words map[model.AreaID]string `json:"-"`
	// Curve is the share of the total need reached by 1, 2, ... areas of Order.
	Curve []float64 `json:"-"`
	// Needy is how many areas carry need.
	Needy int `json:"-"`
	// Grow offers up to three areas to grow when fewer than three are needy.
	Grow []model.AreaID `json:"-"`
	// Needs has one entry for every area, in rubric order.
	Needs []Need `json:"-"`
}

// Need is what one area carries: its need, that need as a share of the total,
// and whether every judgement it is read from is low.
type Need struct {
	Area   model.AreaID
	Need   float64
	Share  float64
	Unsure bool
}

// NotChosen says in one line why an area below expected is not suggested.
type NotChosen struct {
	Area model.AreaID `json:"area"`
	Why  string       `json:"why"`
}

// Suggested are the areas suggested, in the order chosen.
func (a Answer) Suggested() []model.AreaID { return a.Order[:a.K] }

// Word is how firm a priority is that keeps its place, itself or as its theme,
// in this share of the readings.
func Word(theme float64) string {
	switch {
	case theme >= 0.8:
		return "firm"
	case theme >= 0.5:
		return "likely"
	case theme >= 0.2:
		return "finely balanced"
	}
	return "unlikely"
}

// share is part as a share of whole; 0 of nothing.
func share(part, whole float64) float64 {
	if whole <= 0 {
		return 0
	}
	return part / whole
}

func rounded(x float64) float64 { return math.Round(x*1e6) / 1e6 }
