// Package exchange holds what the exchange formats of rubrics have in common:
// how a fault in somebody's file is named, how texts and lists stand in a cell,
// and what a format could not hold.
//
// It promises that a fault names the row, the column and what to change; that
// Lost finds every difference between a rubric and what came back; and that
// nothing here reads or writes a file. It imports only the standard library and
// waymark/model. The formats are the packages below it: each has Write and,
// where it can be read, Read, which takes a file whole or refuses it whole.
package exchange
