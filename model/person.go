package model

// PersonID names one person across devices. It is opaque; names may change.
type PersonID string

// Person is somebody who judges. Post is what they do, such as "headteacher".
type Person struct {
	ID   PersonID `json:"id"`
	Name string   `json:"name"`
	Post string   `json:"post,omitempty"`
}

// Role is the voice in which something is said. The same person may speak in
// more than one; what is said in one role never replaces what was said in another.
type Role string

// The three roles in which a level can be given.
const (
	Self     Role = "self"
	Reviewer Role = "reviewer"
	Agreed   Role = "agreed"
)

// Valid reports whether r is one of the three roles.
func (r Role) Valid() bool { return r == Self || r == Reviewer || r == Agreed }

// Voice is who speaks and in which role.
type Voice struct {
	Person PersonID
	Role   Role
}

func (v Voice) check() error {
	if !v.Role.Valid() {
		return &FieldError{Field: "role", Problem: "Role must be self, reviewer or agreed"}
	}
	return nil
}
