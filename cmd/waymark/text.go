package main

import "waymark/model"

// clean is one line of somebody's words, safe to show. What came out of a
// database passes through here too: another program may have written it.
func clean(s string) string { return model.CleanLine(s) }
