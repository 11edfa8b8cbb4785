package casejson

import (
	"strings"

	"github.com/google/uuid"

	"waymark/model"
)

// Names is the ids and addresses that a package gave to the parts of a rubric,
// and who made it, so that the same parts can keep them.
type Names struct {
	creator string
	all     map[string]name
}

type name struct{ id, uri string }

// part is the key of a part of a rubric, such as "area 1.3".
func part(words ...string) string { return strings.Join(words, "\x00") }

func (n *Names) keep(key, id, uri string) {
	if n.all == nil {
		n.all = map[string]name{}
	}
	if _, err := uuid.Parse(id); err == nil && uri != "" {
		n.all[key] = name{id, uri}
	}
}

// namer gives every part its id and address: those it had, or else an id that is
// always the same for the same part of the same edition.
type namer struct {
	rubric, edition string
	changed         string
	kept            Names
}

// space sets Waymark's ids apart from those that others make from the same words.
func space() uuid.UUID { return uuid.NewSHA1(uuid.NameSpaceURL, []byte("tag:waymark,2026:case")) }

func derived(rubric, edition, key string) name {
	id := uuid.NewSHA1(space(), []byte(part(rubric, edition, key))).String()
	return name{id, "urn:uuid:" + id}
}

func (n namer) name(key string) name {
	if kept, ok := n.kept.all[key]; ok {
		return kept
	}
	return derived(n.rubric, n.edition, key)
}

func (n namer) who(key string) who {
	at := n.name(key)
	return who{at.id, at.uri, n.changed}
}

func (n namer) link(title, key string) link {
	at := n.name(key)
	return link{title, at.id, at.uri}
}

// day is the day that CASE wants to know for every part. A rubric knows only its
// edition, so it is the first day of the year the edition is called after.
func day(edition string) string {
	year := edition[:min(len(edition), 4)]
	if len(year) < 4 || strings.Trim(year, "0123456789") != "" || year < "1900" {
		year = "2000"
	}
	return year + "-01-01T00:00:00Z"
}

func areaPart(id model.AreaID) string   { return part("area", string(id)) }
func groupPart(id model.GroupID) string { return part("group", string(id)) }
func itemPart(id model.ItemID) string   { return part("item", string(id)) }
