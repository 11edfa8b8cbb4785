package signoff

import (
	"slices"
	"strings"

	"waymark/model"
	"waymark/ui/visiting"
)

// resume opens the form at which an earlier run was cut short.
func (s *Screen) resume() {
	for _, what := range visiting.Left(s.env) {
		f := s.formOf(what)
		if f == nil {
			continue
		}
		if f.side != "" {
			s.list.Cursor = max(0, slices.IndexFunc(s.rows, func(r row) bool { return r.side == f.side }))
		}
		f.at = max(0, slices.IndexFunc(f.fields, func(x field) bool { return x.line.Found() }))
		if s.ask(f); s.form != nil {
			s.status = "This is what you were typing. Esc keeps it and goes back."
		}
		return
	}
}

// formOf is the form that words kept under a name belong to, nil for none here.
func (s *Screen) formOf(what string) *form {
	closed := s.visit().Closed
	switch {
	case strings.HasPrefix(what, "sign-"+string(model.SideReviewer)+"-"):
		return s.signing(model.SideReviewer)
	case strings.HasPrefix(what, "sign-"+string(model.SideSchool)+"-"):
		return s.signing(model.SideSchool)
	case what == "close-why" && !closed:
		return s.closing()
	case what == "reopen-why" && closed:
		return s.reopening()
	}
	return nil
}
