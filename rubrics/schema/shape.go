package schema

// The types below are the shape of a rubric file. Nothing is read into them: the
// reader works on the file itself, so that every fault has its place. The schema
// is made from them.

// Ladder is texts numbered like the levels of the scale, from 1.
type Ladder map[string]string

// Boundaries is next steps by the levels they lead between, such as "1-2".
type Boundaries map[string][]Step

// ScaleOrID is a scale, or the id of one that comes with Waymark.
type ScaleOrID struct {
	Scale
}

// File is a whole rubric file.
type File struct {
	Waymark    string    `json:"waymark" jsonschema:"enum=rubric/1" jsonschema_description:"What this file is and in which form."`
	ID         string    `json:"id" jsonschema:"pattern=^[a-z0-9][a-z0-9._-]*$,maxLength=64" jsonschema_description:"A short code that other files refer to; keep it for ever."`
	Edition    string    `json:"edition" jsonschema:"maxLength=300" jsonschema_description:"Which edition this is, for example \"2026\"."`
	Title      string    `json:"title" jsonschema:"maxLength=300" jsonschema_description:"What people call the rubric."`
	Summary    string    `json:"summary,omitempty" jsonschema:"maxLength=4000" jsonschema_description:"What it is about, for somebody choosing a rubric."`
	Kind       string    `json:"kind" jsonschema:"enum=school,enum=teacher,enum=process,enum=trust,enum=pulse,enum=visit" jsonschema_description:"What it judges. A pulse and a visit are made of items; the others of areas with levels."`
	Language   string    `json:"language" jsonschema:"pattern=^[a-z]{2}" jsonschema_description:"The code of its language, such as en-GB or cy."`
	Licence    string    `json:"licence,omitempty" jsonschema:"maxLength=300" jsonschema_description:"Under which licence others may use its words."`
	Source     string    `json:"source,omitempty" jsonschema:"maxLength=4000" jsonschema_description:"Where it comes from and whose structure it follows."`
	GroupWord  string    `json:"group_word,omitempty" jsonschema:"maxLength=300" jsonschema_description:"What one of its groups is called, such as strand."`
	Comparable []string  `json:"comparable,omitempty" jsonschema_description:"Earlier editions whose levels may be set beside those of this one."`
	Scale      ScaleOrID `json:"scale,omitempty" jsonschema_description:"The levels, lowest first, or the id of a scale that comes with Waymark."`
	Groups     []Group   `json:"groups" jsonschema:"minItems=1,maxItems=40" jsonschema_description:"The groups, each with its areas or items."`
	Rulings    []Ruling  `json:"rulings,omitempty" jsonschema_description:"In which one area a topic is judged when several could claim it."`
	NotCovered []string  `json:"not_covered,omitempty" jsonschema_description:"What the rubric leaves out on purpose."`
	Crosswalk  []Cross   `json:"crosswalk,omitempty" jsonschema_description:"Where another rubric is about the same thing."`
	Answers    []string  `json:"answers,omitempty" jsonschema:"minItems=2,maxItems=9" jsonschema_description:"What a visitor can answer about an item. Visits only."`
	Roles      []Role    `json:"roles,omitempty" jsonschema_description:"What each member of a visit does. Visits only."`
	Positions  []Place   `json:"positions,omitempty" jsonschema_description:"Where visitors stand or sit. Visits only."`
}

// Scale is the levels that areas are judged on.
type Scale struct {
	ID       string  `json:"id" jsonschema:"pattern=^[a-z0-9][a-z0-9._-]*$,maxLength=64"`
	Title    string  `json:"title" jsonschema:"maxLength=300"`
	Expected int     `json:"expected" jsonschema:"minimum=2,maximum=9" jsonschema_description:"The level that a competent school is expected to reach."`
	Levels   []Level `json:"levels" jsonschema:"minItems=2,maxItems=9" jsonschema_description:"The levels, lowest first."`
}

// Level is one level of a scale.
type Level struct {
	Name    string `json:"name" jsonschema:"maxLength=300" jsonschema_description:"The word for this level; not one that inspectors use."`
	Meaning string `json:"meaning,omitempty" jsonschema:"maxLength=4000" jsonschema_description:"What the level means everywhere, in one line."`
}

// Group is a set of areas, or of items in a pulse or a visit.
type Group struct {
	ID      string `json:"id" jsonschema:"pattern=^[a-z0-9][a-z0-9._-]*$,maxLength=64" jsonschema_description:"A short code in quotation marks, such as \"1\"."`
	Title   string `json:"title" jsonschema:"maxLength=300"`
	Summary string `json:"summary,omitempty" jsonschema:"maxLength=4000"`
	Areas   []Area `json:"areas,omitempty" jsonschema:"minItems=1" jsonschema_description:"What is judged on its own."`
	Items   []Item `json:"items,omitempty" jsonschema:"minItems=1" jsonschema_description:"What people answer in a pulse, or what a visitor looks for."`
}

// Area is one thing that is judged on its own.
type Area struct {
	ID         string     `json:"id" jsonschema:"pattern=^[a-z0-9][a-z0-9._-]*$,maxLength=64" jsonschema_description:"A short code in quotation marks, such as \"1.3\"."`
	Title      string     `json:"title" jsonschema:"maxLength=300"`
	Scope      string     `json:"scope" jsonschema:"maxLength=300" jsonschema_description:"What belongs to the area, in a sentence."`
	Why        string     `json:"why,omitempty" jsonschema:"maxLength=4000" jsonschema_description:"Why it matters to pupils."`
	Question   string     `json:"question" jsonschema:"maxLength=300" jsonschema_description:"The one question that a headteacher can answer."`
	Levels     Ladder     `json:"levels" jsonschema_description:"What can be seen, heard or read at each level."`
	Ask        []string   `json:"ask,omitempty" jsonschema_description:"Open questions to talk about."`
	Evidence   *Evidence  `json:"evidence,omitempty" jsonschema_description:"Where evidence can be found in about ten minutes."`
	Needs      []string   `json:"needs,omitempty" jsonschema:"maxItems=20" jsonschema_description:"Ids of areas that usually have to be in place first."`
	SeeAlso    []string   `json:"see_also,omitempty" jsonschema:"maxItems=20" jsonschema_description:"Ids of areas that are worth reading together with this one."`
	Lens       []string   `json:"lens,omitempty" jsonschema_description:"Words to find the area by, such as reading."`
	Vision     string     `json:"vision,omitempty" jsonschema:"maxLength=4000" jsonschema_description:"What it is like for pupils and staff at its best."`
	LookFors   []string   `json:"look_fors,omitempty" jsonschema_description:"What a visitor would notice in ten minutes."`
	LookAgains []string   `json:"look_agains,omitempty" jsonschema_description:"What would make you doubt a high level."`
	Phase      *Phases    `json:"phase,omitempty" jsonschema_description:"What to look for in one phase beyond what holds in all."`
	NextSteps  Boundaries `json:"next_steps,omitempty" jsonschema_description:"Moves from each level to the next, by \"1-2\", \"2-3\" and so on."`
	Research   []Research `json:"research,omitempty" jsonschema_description:"What is worth reading."`
	Tags       *Tags      `json:"tags,omitempty" jsonschema_description:"Where other frameworks look at the same thing."`
	Exemplars  Ladder     `json:"exemplars,omitempty" jsonschema_description:"A short invented story for each level."`
}

// Evidence is the four ways of finding out.
type Evidence struct {
	See   string `json:"see,omitempty" jsonschema:"maxLength=4000"`
	Hear  string `json:"hear,omitempty" jsonschema:"maxLength=4000"`
	Read  string `json:"read,omitempty" jsonschema:"maxLength=4000"`
	Count string `json:"count,omitempty" jsonschema:"maxLength=4000"`
}

// Phases is look-fors by phase.
type Phases struct {
	Early     []string `json:"early,omitempty" jsonschema:"minItems=1" jsonschema_description:"Early years and infants."`
	Primary   []string `json:"primary,omitempty" jsonschema:"minItems=1"`
	Secondary []string `json:"secondary,omitempty" jsonschema:"minItems=1"`
	Post16    []string `json:"post16,omitempty" jsonschema:"minItems=1"`
	Special   []string `json:"special,omitempty" jsonschema:"minItems=1" jsonschema_description:"Special schools and alternative provision."`
}

// Step is one move towards the next level.
type Step struct {
	Do     string `json:"do" jsonschema:"maxLength=4000" jsonschema_description:"What to do, starting with a verb."`
	Effort string `json:"effort" jsonschema:"enum=S,enum=M,enum=L" jsonschema_description:"S: a half-term and few people. M: a term or two. L: a year."`
	Area   string `json:"area,omitempty" jsonschema:"pattern=^[a-z0-9][a-z0-9._-]*$,maxLength=64" jsonschema_description:"The area that is usually the real obstacle."`
}

// Research is something worth reading.
type Research struct {
	Title string `json:"title" jsonschema:"maxLength=300"`
	URL   string `json:"url" jsonschema:"pattern=^https://,maxLength=300"`
	Why   string `json:"why,omitempty" jsonschema:"maxLength=4000" jsonschema_description:"What it adds, in a line."`
}

// Tags are names that other frameworks use.
type Tags struct {
	Inspection []string `json:"inspection,omitempty"`
	CST        []string `json:"cst,omitempty"`
}

// Ruling says where a topic is judged.
type Ruling struct {
	Topic string `json:"topic" jsonschema:"maxLength=300"`
	Area  string `json:"area,omitempty" jsonschema:"pattern=^[a-z0-9][a-z0-9._-]*$,maxLength=64"`
	Note  string `json:"note,omitempty" jsonschema:"maxLength=4000"`
}

// Cross is one line of a crosswalk to another rubric.
type Cross struct {
	Rubric string `json:"rubric" jsonschema:"pattern=^[a-z0-9][a-z0-9._-]*$,maxLength=64" jsonschema_description:"The id of the other rubric."`
	From   string `json:"from" jsonschema:"pattern=^[a-z0-9][a-z0-9._-]*$,maxLength=64" jsonschema_description:"An area or group of this rubric."`
	To     string `json:"to" jsonschema:"pattern=^[a-z0-9][a-z0-9._-]*$,maxLength=64" jsonschema_description:"An area or group of the other."`
}

// Item is a sentence of a pulse or a thing that a visitor looks for.
type Item struct {
	ID     string `json:"id" jsonschema:"pattern=^[a-z0-9][a-z0-9._-]*$,maxLength=64"`
	Asks   string `json:"asks,omitempty" jsonschema:"enum=staff,enum=pupils,enum=families" jsonschema_description:"Whom a pulse asks."`
	Text   string `json:"text" jsonschema:"maxLength=4000"`
	Shares string `json:"shares,omitempty" jsonschema:"pattern=^[a-z0-9][a-z0-9._-]*$,maxLength=64" jsonschema_description:"The commitment that this item has in common with others."`
}

// Role is what one member of a visit does.
type Role struct {
	ID    string `json:"id" jsonschema:"pattern=^[a-z0-9][a-z0-9._-]*$,maxLength=64"`
	Title string `json:"title" jsonschema:"maxLength=300"`
	Does  string `json:"does,omitempty" jsonschema:"maxLength=4000"`
}

// Place is where a visitor stands or sits.
type Place struct {
	ID    string `json:"id" jsonschema:"pattern=^[a-z0-9][a-z0-9._-]*$,maxLength=64"`
	Title string `json:"title" jsonschema:"maxLength=300"`
	Where string `json:"where,omitempty" jsonschema:"maxLength=4000"`
}
