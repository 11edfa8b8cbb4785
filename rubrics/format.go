package rubrics

import (
	"fmt"
	"strings"

	"go.yaml.in/yaml/v4"
)

// isFormat reads the line that says what a file is and in which form. A file
// that does not say so gets one fault, not one for every word in it.
func (d *decoder) isFormat(root *yaml.Node, want string) bool {
	what := article(d.noun) + " " + d.noun
	unsaid := fmt.Sprintf("This file does not say that it is %s.", what)
	fix := "Write waymark: " + want + " as its first line, if it is one."
	if root.Kind != yaml.MappingNode {
		d.at(root, unsaid, fix)
		return false
	}
	for i := 0; i+1 < len(root.Content); i += 2 {
		if root.Content[i].Value != "waymark" {
			continue
		}
		n := root.Content[i+1]
		if n.Value == want {
			return true
		}
		if strings.HasPrefix(n.Value, d.noun+"/") {
			d.at(n, fmt.Sprintf("This %s is written for another Waymark: its form is %s, and this one reads %s.", d.noun, quote(n.Value), want),
				"Install the newest Waymark, or ask for the file in the older form.")
			return false
		}
		d.at(n, fmt.Sprintf("This file says it is %s, not %s.", quote(n.Value), what), fmt.Sprintf("Choose %s file, or write waymark: %s.", what, want))
		return false
	}
	d.at(root, unsaid, fix)
	return false
}
