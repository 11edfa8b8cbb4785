// Package visit works out everything around a reviewer's visit that is no
// judgement: how the day is laid out and where each area is looked at, whether
// the day runs to time and what to do when it does not, what has no evidence
// yet, where school and reviewer differ and what is left before they part.
//
// It promises that the same visit gives the same answer on every machine: it
// keeps nothing, has no clock (whoever asks says what time it is) and writes
// nothing; what it proposes is written with the rules of model. Nothing in it
// counts anything up into a figure for a school, a person or a room. It imports
// only the standard library, waymark/model, waymark/model/priority and
// waymark/model/agreement.
package visit
