package signoff

import (
	"strings"

	"waymark/model"
	"waymark/ui/keys"
	"waymark/ui/visiting"
)

// form asks for a name or a reason.
type form struct {
	title  string
	hint   string
	side   model.Side // whose name is asked for, "" for a reason
	closes bool       // the reason is why the visit is closed
	fields []field
	at     int
}

// field is a line with what it asks for.
type field struct {
	title string
	line  *visiting.Line
}

// signing asks who of a side has read it; a name that is there already is
// corrected with a reason.
func (s *Screen) signing(side model.Side) *form {
	was, signed := s.visit().Signature(side)
	p := s.expected(side)
	f := &form{side: side, title: "Who has read this for the school?", hint: "Signing records that both have read it. It does not mean both agree."}
	if side == model.SideReviewer {
		f.title = "Who has read this for the reviewers?"
	}
	if signed {
		p = model.Person{Name: was.Name, Post: was.Post}
		f.title = "Correct the name for the school"
		if side == model.SideReviewer {
			f.title = "Correct the name for the reviewers"
		}
		f.hint = "The name before and the reason are kept."
	}
	key := "sign-" + string(side)
	f.fields = []field{
		{"Name", visiting.NewLine(s.env, "", key+"-name", p.Name)},
		{"Post, such as headteacher", visiting.NewLine(s.env, "", key+"-post", p.Post)},
	}
	if signed {
		f.fields = append(f.fields, field{"Why it is corrected", visiting.NewLine(s.env, "", key+"-reason", "")})
	}
	return f
}

// expected is who usually signs for a side: the lead reviewer, and for the
// school somebody known as its headteacher.
func (s *Screen) expected(side model.Side) model.Person {
	v := s.visit()
	if side == model.SideReviewer {
		return s.book().Who(v.Lead)
	}
	for _, p := range s.book().People() {
		if post := strings.ToLower(p.Post); !v.On(p.ID) && (post == "headteacher" || post == "head") {
			return p
		}
	}
	return model.Person{}
}

func (s *Screen) closing() *form {
	f := &form{title: "Close the visit", closes: true, hint: "Nothing in it changes after that, unless it is opened again."}
	f.fields = []field{{"Why it is closed without both names", visiting.NewLine(s.env, "", "close-why", "")}}
	if len(s.visit().Signed) == 2 {
		f.fields[0].title = "Why, if there is something to say"
	}
	return f
}

func (s *Screen) reopening() *form {
	return &form{
		title: "Open the visit again", hint: "That it was opened again, and why, is recorded.",
		fields: []field{{"Why it is opened again", visiting.NewLine(s.env, "", "reopen-why", "")}},
	}
}

func (f *form) line() *visiting.Line { return f.fields[f.at].line }

func (f *form) value(i int) string {
	if i < len(f.fields) {
		return f.fields[i].line.Value()
	}
	return ""
}

func (f *form) name() string { return model.CleanLine(f.value(0)) }

// corrects reports whether the name of a side is there already.
func (f *form) corrects() bool { return len(f.fields) > 2 }

func (f *form) signature() model.Signature {
	return model.Signature{Name: f.value(0), Post: f.value(1), Reason: f.value(2)}
}

// turn goes to the field after or before, as far as there is one.
func (f *form) turn(by int) { f.at = min(max(0, f.at+by), len(f.fields)-1) }

func (f *form) live() []keys.Live {
	words := "go on"
	if f.at+1 == len(f.fields) {
		words = "record it"
	}
	live := []keys.Live{{Action: keys.Enter, Words: words, Footer: true}}
	if len(f.fields) > 1 {
		live = append(live, keys.Live{Action: keys.NextPart, Words: "next part", Footer: true}, keys.Live{Action: keys.PartBefore},
			keys.Live{Action: keys.Up, Words: "the part above"}, keys.Live{Action: keys.Down, Words: "the part below"})
	}
	return append(live, keys.Live{Action: keys.Back, Words: "keep and go back", Footer: true},
		keys.Live{Action: keys.Undo, Shown: "Ctrl+Z", Words: "undo", Footer: true},
		keys.Live{Action: keys.Redo, Shown: "Ctrl+Y", Words: "put the words back"})
}

func (f *form) status() string {
	if f.at+1 < len(f.fields) {
		return "Enter goes on. Nothing is recorded yet."
	}
	return "Enter records it."
}
