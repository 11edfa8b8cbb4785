// Package rubrics holds the rubrics that come with Waymark and the strict
// reader for rubric files that people write themselves.
//
// It promises that a file is either read whole or refused whole; that a refusal
// names every fault at once, each with its line, its column and a sentence that
// says what to change; and that no file, however hostile, is slow or costly to
// refuse. What Read returns passes model.Rubric.Check.
//
// It imports only the standard library, waymark/model and go.yaml.in/yaml/v4,
// and it is the only package that knows YAML.
package rubrics
