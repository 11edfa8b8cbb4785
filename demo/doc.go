// Package demo is the example school: a small made-up primary school that has
// judged itself three years running, so that every screen and document has
// something real to show before anybody has typed a word. Last year it was
// visited, compared and signed; this year it has met as a team, and a visit of
// two days is halfway through.
//
// It promises the same records, byte for byte, for the same rubric and day,
// and records that fold without two answers to one question. It imports only
// the standard library, waymark/model and its parts, and waymark/rubrics for
// the checklist of rooms.
package demo
