// Package report is what leaves the program: a priorities summary, a full
// self-evaluation and the note of a visit, each built once as a [Document] and
// then written as plain text, as a web page or as data.
//
// It promises that what is left out of a document is absent from it, not
// hidden; that every format says the same; that words from outside can neither
// become markup nor move a cursor; and that no document holds an overall level
// for the school, an average of levels or an inspection word. Strengths come
// before next steps. It imports only the standard library, waymark/model and
// its subpackages, opens no file and reads no clock.
package report
