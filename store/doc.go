// Package store keeps Waymark's log in one SQLite file and reads it back.
//
// It promises that Append returns without an error only when every change is
// on the disk and was read back; that a retry after an unclear failure never
// doubles anything; that a file which is damaged, foreign, newer or empty is
// refused before it is written to; and that every list it keeps beside the log
// can be rebuilt from the log alone. It decides no rule of the product.
//
// It imports only waymark/model, database/sql, modernc.org/sqlite,
// golang.org/x/sys and the standard library. What is SQLite's own is in
// sqlite.go and the migrations; every other statement is portable.
package store
