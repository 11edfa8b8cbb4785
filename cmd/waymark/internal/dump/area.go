package dump

import (
	"strings"

	"waymark/model"
)

// AreaOf is the area that a record's subject speaks of, or "".
func AreaOf(r model.Record) model.AreaID { return AreaIn(r.Subject) }

// AreaIn is the area that a subject speaks of, such as that of a judgement or
// of what a visit did not agree about, or "".
func AreaIn(s model.Subject) model.AreaID {
	parts := strings.Split(string(s), "/")
	switch {
	case len(parts) >= 3 && parts[1] == "area":
		return model.AreaID(parts[2])
	case len(parts) >= 4 && parts[0] == "visit" && (parts[2] == "apart" || parts[2] == "glance"):
		return model.AreaID(parts[3])
	}
	return ""
}
