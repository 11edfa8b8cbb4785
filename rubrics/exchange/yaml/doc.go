// Package yaml writes a rubric as the YAML file that people edit and that the
// reader of package rubrics takes.
//
// It promises that a rubric which the reader has read comes back word for word,
// and that it knows what each line it wrote is about. It imports only the
// standard library, waymark/model and waymark/rubrics with what is below it;
// reading YAML stays the work of package rubrics.
package yaml
