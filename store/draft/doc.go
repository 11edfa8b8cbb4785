// Package draft keeps what is not saved yet: text being typed, changes that
// the database could not take, and whether the last run ended properly.
//
// It promises that what Keep and Park return from is there after a crash of the
// program at once, and after a power cut within about a second; that drafts of
// two programs for one place never replace each other; and that nothing here
// is needed to read the database. It lies in the state folder, apart from the
// database, so that a full or locked disk there does not stop it.
//
// It imports only waymark/model, database/sql, modernc.org/sqlite and the
// standard library.
package draft
