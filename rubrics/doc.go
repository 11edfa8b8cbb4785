// Package rubrics holds the rubrics, scales and templates that come with Waymark
// and the strict readers for files that people write themselves: rubrics, scales,
// overlays that add to a rubric, vocabularies and templates.
//
// It promises that a file is either read whole or refused whole; that a refusal
// names every fault at once, each with its line, its column and a sentence that
// says what to change; and that no file, however hostile, is slow or costly to
// refuse. What Read returns passes model.Rubric.Check.
//
// It imports only the standard library, waymark/model and go.yaml.in/yaml/v4,
// and it is the only package that knows YAML.
package rubrics
