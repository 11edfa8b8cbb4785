package casejson

import "waymark/model"

// The parts of a package that Waymark writes, as CASE 1.1 names them.
type (
	pack struct {
		Document     document      `json:"CFDocument"`
		Items        []item        `json:"CFItems,omitempty"`
		Associations []association `json:"CFAssociations,omitempty"`
		Definitions  *definitions  `json:"CFDefinitions,omitempty"`
		Rubrics      []rubric      `json:"CFRubrics,omitempty"`
	}

	// who is what everything has: who it is, where it is, when it changed.
	who struct {
		Identifier string `json:"identifier"`
		URI        string `json:"uri"`
		Changed    string `json:"lastChangeDateTime"`
	}

	link struct {
		Title      string `json:"title"`
		Identifier string `json:"identifier"`
		URI        string `json:"uri"`
	}

	document struct {
		who
		Creator     string              `json:"creator"`
		Title       string              `json:"title"`
		CaseVersion string              `json:"caseVersion"`
		Description string              `json:"description,omitempty"`
		Language    string              `json:"language,omitempty"`
		Version     string              `json:"version,omitempty"`
		Licence     *link               `json:"licenseURI,omitempty"`
		Notes       string              `json:"notes,omitempty"`
		Extensions  *extension[docMore] `json:"extensions,omitempty"`
	}

	item struct {
		who
		Statement  string               `json:"fullStatement"`
		Type       string               `json:"CFItemType,omitempty"`
		Code       string               `json:"humanCodingScheme,omitempty"`
		Keywords   []string             `json:"conceptKeywords,omitempty"`
		Notes      string               `json:"notes,omitempty"`
		Extensions *extension[itemMore] `json:"extensions,omitempty"`
	}

	association struct {
		who
		Type        string              `json:"associationType"`
		Origin      link                `json:"originNodeURI"`
		Destination link                `json:"destinationNodeURI"`
		Sequence    int                 `json:"sequenceNumber,omitempty"`
		Extensions  *extension[tieMore] `json:"extensions,omitempty"`
	}

	definitions struct {
		Licences []licence `json:"CFLicenses"`
	}

	licence struct {
		who
		Title string `json:"title"`
		Text  string `json:"licenseText"`
	}

	rubric struct {
		who
		Title       string      `json:"title,omitempty"`
		Description string      `json:"description,omitempty"`
		Criteria    []criterion `json:"CFRubricCriteria"`
	}

	criterion struct {
		who
		Category    string  `json:"category,omitempty"`
		Description string  `json:"description,omitempty"`
		Item        link    `json:"CFItemURI"`
		Weight      int     `json:"weight"`
		Position    int     `json:"position"`
		Rubric      string  `json:"rubricId"`
		Levels      []level `json:"CFRubricCriterionLevels"`
	}

	level struct {
		who
		Quality     string `json:"quality,omitempty"`
		Score       int    `json:"score"`
		Description string `json:"description,omitempty"`
		Feedback    string `json:"feedback,omitempty"`
		Position    int    `json:"position"`
		Criterion   string `json:"rubricCriterionId"`
	}
)

// What CASE has no place for.
type (
	extension[T any] struct {
		Waymark T `json:"waymark"`
	}

	docMore struct {
		ID         string                `json:"id"`
		Kind       model.Kind            `json:"kind"`
		GroupWord  string                `json:"group_word,omitempty"`
		Comparable []string              `json:"comparable,omitempty"`
		Scale      *model.Scale          `json:"scale,omitempty"`
		Rulings    []model.Ruling        `json:"rulings,omitempty"`
		NotCovered []string              `json:"not_covered,omitempty"`
		Answers    []string              `json:"answers,omitempty"`
		Roles      []model.VisitRole     `json:"roles,omitempty"`
		Positions  []model.VisitPosition `json:"positions,omitempty"`
	}

	itemMore struct {
		Is         string           `json:"is,omitempty"` // group or item; an area is known by its criterion
		Asks       model.Asked      `json:"asks,omitempty"`
		Shares     string           `json:"shares,omitempty"`
		Why        string           `json:"why,omitempty"`
		Ask        []string         `json:"ask,omitempty"`
		Evidence   []model.Prompt   `json:"evidence,omitempty"`
		Vision     string           `json:"vision,omitempty"`
		LookFors   []string         `json:"look_fors,omitempty"`
		LookAgains []string         `json:"look_agains,omitempty"`
		Phases     []model.InPhase  `json:"phases,omitempty"`
		Research   []model.Research `json:"research,omitempty"`
		Tags       model.Tags       `json:"tags,omitzero"`
		Exemplars  []string         `json:"exemplars,omitempty"`
	}

	tieMore struct {
		Rubric string `json:"rubric,omitempty"`
		To     string `json:"to,omitempty"`
	}
)

// The types of association that say something in a rubric.
const (
	childOf    = "isChildOf"
	precedes   = "precedes"
	relatedTo  = "isRelatedTo"
	replacedBy = "replacedBy"
)
