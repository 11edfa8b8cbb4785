package dump

import (
	"strings"

	"waymark/model"
)

// AreaOf is the area a record's subject speaks of, or "".
func AreaOf(r model.Record) model.AreaID {
	parts := strings.Split(string(r.Subject), "/")
	if len(parts) >= 3 && parts[1] == "area" {
		return model.AreaID(parts[2])
	}
	return ""
}
