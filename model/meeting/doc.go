// Package meeting helps a team that judges an area together: how the levels
// lie once they are shown, who speaks first and about what, whose turn it is,
// and which areas are worth a meeting.
//
// It promises to tell nothing of levels that are still covered, to average
// nothing, and to decide nothing: the middle level is where talk can start. It
// keeps nothing and has no clock. It imports only the standard library and
// waymark/model.
package meeting

// DefaultMinutes is how long a team talks about one area before it is asked,
// and only asked, whether it is ready.
const DefaultMinutes = 5
