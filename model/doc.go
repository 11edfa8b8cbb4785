// Package model is the domain of Waymark: rubrics and scales, schools and
// people, judgements with their evidence, priorities, and the log of events
// from which all of it is folded.
//
// It promises that every rule of the product is here, as a pure function from
// values to values or to a typed refusal, so that screens, commands and
// documents can never differ in what they allow. It imports only the standard
// library, opens no file, reads no clock and keeps no global state: who, when
// and every identifier come from the caller.
package model
