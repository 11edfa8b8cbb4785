package points

import (
	"slices"
	"strings"

	"waymark/ui/visiting"
)

// resume opens the words at which an earlier run was cut short.
func (s *Screen) resume() {
	for _, what := range visiting.Left(s.env) {
		i := slices.IndexFunc(s.rows, func(r row) bool {
			key := keyOf(r)
			return what == key || strings.HasPrefix(what, key+"-") && r.closing == noClosing
		})
		if i < 0 || s.rows[i].leave {
			continue
		}
		s.list.Cursor = i
		s.enter()
		if s.edit == nil {
			return
		}
		s.edit.at = max(0, slices.IndexFunc(s.edit.fields, func(f field) bool { return f.line.Found() }))
		s.status = visiting.WasTyping
		return
	}
}

// keyOf is what the words of a row are kept under.
func keyOf(r row) string {
	switch {
	case r.closing != noClosing:
		return r.closing.key()
	case r.point.ID != "":
		return "point-" + string(r.point.ID)
	default:
		return string(r.kind) + "-new"
	}
}

// key is what the answer to a closing question is kept under.
func (c closing) key() string {
	return [...]string{"", "closing-first", "closing-asked", "closing-follow-up"}[c]
}
