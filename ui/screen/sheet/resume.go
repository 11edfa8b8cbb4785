package sheet

import (
	"slices"
	"strings"

	"waymark/model"
	"waymark/ui/visiting"
)

// resume opens the note, or the head of the room, at which an earlier run was
// cut short.
func (s *Screen) resume() {
	if s.part != inList || !s.writable() {
		return
	}
	for _, what := range visiting.Left(s.env) {
		rest, ok := strings.CutPrefix(what, "room-"+string(s.id)+"-")
		if !ok {
			continue
		}
		i := slices.IndexFunc(s.list().Items(), func(item model.Item) bool { return string(item.ID) == rest })
		if i >= 0 {
			s.at = i
			s.openNote()
			s.status = visiting.WasTyping
			return
		}
		if field := slices.Index(headKeys(), rest); field >= 0 {
			s.openHead()
			s.head.at = subjectAt + field
			return
		}
	}
}
