package meeting

import (
	"strings"

	"waymark/model"
)

// NameAndPost reads one person of a list as people write it: "A. Khan,
// headteacher" or "HT: A. Khan", or a name alone. Both are cleaned. The name is
// "" where only a post was given.
func NameAndPost(typed string) (name, post string) {
	if post, name, ok := strings.Cut(typed, ":"); ok {
		return model.CleanLine(name), model.CleanLine(post)
	}
	name, post, _ = strings.Cut(typed, ",")
	return model.CleanLine(name), model.CleanLine(post)
}
