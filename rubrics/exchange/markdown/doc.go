// Package markdown prints rubrics for people: the whole of one as Markdown, and
// each area on a sheet of two A4 sides.
//
// It promises that the print says everything the rubric says, that no text can
// become a mark, a link or a picture, and that a sheet never has a third side: an
// area that would need one is refused by name. It imports only the standard
// library and waymark/model with waymark/rubrics/exchange.
package markdown
