package model

// Row is an evaluation in as many bytes as its rubric has areas, in rubric
// order: what a heat map or "last year" needs, small enough to read for a
// thousand schools. Each byte is the area's standing judgement.
type Row []byte

// The states of a byte of a Row. A byte from 1 to 9 is that level.
const (
	rowNone          = 0
	rowNotApplicable = 0x20
	rowNoEvidence    = 0x30
)

// RowOf packs the standing judgements of e on r (AreaState.Standing).
func RowOf(e Evaluation, r Rubric) Row {
	row := make(Row, len(r.Areas))
	for i, a := range r.Areas {
		j, ok := e.Area(a.ID).Standing()
		switch {
		case !ok, j.State == Rated && !r.Scale.Has(j.Level):
			row[i] = rowNone
		case j.State == NotApplicable:
			row[i] = rowNotApplicable
		case j.State == NoEvidence:
			row[i] = rowNoEvidence
		default:
			row[i] = byte(j.Level)
		}
	}
	return row
}

// Level is the level of the i-th area; ok is false where none was given.
func (r Row) Level(i int) (l Level, ok bool) {
	if i < 0 || i >= len(r) || r[i] < 1 || r[i] > MaxLevels {
		return 0, false
	}
	return Level(r[i]), true
}

// Judged counts the areas with any answer.
func (r Row) Judged() int {
	n := 0
	for _, b := range r {
		if b != rowNone {
			n++
		}
	}
	return n
}

// Summary is one evaluation in a list: what a store's projection keeps so that
// lists need not be folded.
type Summary struct {
	ID         EvaluationID
	School     SchoolID
	Title      string
	Year       Year
	Rubric     string
	Areas      []AreaID // the areas judged, when not all of the rubric
	StartedAt  int64
	ChangedAt  int64 // the newest wall time of its events
	Finished   bool
	FinishedAt int64
	Removed    bool
	RemovedAt  int64
	Row        Row // of the rubric cut down to Areas
}

// Summarise is the summary of e. changed is the newest wall time of its events.
func Summarise(e Evaluation, r Rubric, changed int64) Summary {
	return Summary{
		ID: e.ID, School: e.School, Title: e.Title, Year: e.Year, Rubric: e.Rubric, Areas: e.Areas,
		StartedAt: e.StartedAt, ChangedAt: changed, Finished: e.Finished, FinishedAt: e.FinishedAt,
		Removed: e.Removed, RemovedAt: e.RemovedAt, Row: RowOf(e, r.Only(e.Areas)),
	}
}

// FoldEvaluation is the picture of one evaluation from its records alone, for
// whoever does not have its rubric: it holds levels that any scale may have.
func FoldEvaluation(f *Fold, id EvaluationID) Evaluation { return pictureOf(f, id, MaxLevels) }
