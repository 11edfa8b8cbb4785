package model

import "strings"

// area is the area a subject speaks of, or "".
func (s Subject) area() AreaID {
	parts := strings.Split(string(s), "/")
	if len(parts) >= 3 && parts[1] == "area" {
		return AreaID(parts[2])
	}
	return ""
}

// last is the final part of a subject, where notes and priorities keep their id.
func (s Subject) last() string { return string(s[strings.LastIndexByte(string(s), '/')+1:]) }

// visit is the visit that a subject belongs to, or that agreed what it says.
func (s Subject) visit() (id VisitID, ok bool) {
	parts := strings.Split(string(s), "/")
	switch {
	case len(parts) > 2 && parts[0] == "visit":
		return VisitID(parts[1]), true
	case len(parts) == 5 && parts[1] == "area" && parts[3] == "visit":
		return VisitID(parts[4]), true
	}
	return "", false
}

// ownLevel reports whether a subject is a level that the school gives an area,
// each of its people for themselves or all together outside a visit.
func (s Subject) ownLevel() bool {
	parts := strings.Split(string(s), "/")
	return len(parts) >= 4 && parts[1] == "area" && parts[3] == "judgement" && (parts[0] == string(Self) || parts[0] == string(Agreed))
}

// first is the first part of a subject: whose it is.
func (s Subject) first() string {
	first, _, _ := strings.Cut(string(s), "/")
	return first
}
