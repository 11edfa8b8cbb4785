package claims

import "waymark/ui/visiting"

// resume opens the words at which an earlier run was cut short.
func (s *Screen) resume() {
	for _, what := range visiting.Left(s.env) {
		for i, r := range s.rows {
			key := s.keyOf(r)
			switch what {
			case key:
				s.start(s.editorOf(r))
			case key + "-change":
				s.open, s.check.Cursor = r.claim.ID, 0
				s.start(s.changeOf(r.claim))
			default:
				continue
			}
			s.list.Cursor, s.status = i, visiting.WasTyping
			return
		}
	}
}
