// Package demo is the example school: a small made-up primary school that has
// judged itself three years running, so that every screen and document has
// something real to show before anybody has typed a word.
//
// It promises the same records, byte for byte, for the same rubric and day,
// and records that fold without two answers to one question. It imports only
// the standard library, waymark/model and waymark/model/desk.
package demo
