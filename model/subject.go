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

// first is the first part of a subject: whose it is.
func (s Subject) first() string {
	first, _, _ := strings.Cut(string(s), "/")
	return first
}
