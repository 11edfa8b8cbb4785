// Package schema tells editors what may stand in a rubric file, so that they
// complete it and mark slips while somebody writes.
//
// It promises that the schema agrees with the reader in package rubrics on the
// name of every entry, and that every rubric that comes with Waymark keeps to it.
// The reader is stricter: what leads nowhere or stands twice only it can say.
//
// It imports only the standard library.
package schema

import _ "embed" // the schema is part of the program

//go:embed rubric.schema.json
var text string

// JSON is the JSON Schema, draft 2020-12, of a rubric file.
func JSON() []byte { return []byte(text) }
