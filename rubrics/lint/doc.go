// Package lint reads a rubric as a careful colleague would and says where its
// wording is likely to mislead the people who judge by it: which line, which
// rule, why it matters and what a better shape looks like. It changes nothing
// and never refuses a rubric; whether one can be used at all is for
// model.Rubric.Check to say. Its word lists are English; a rubric in another
// language is held only to the rules that need no words.
//
// It imports only the standard library, the YAML parser and waymark/model.
package lint
