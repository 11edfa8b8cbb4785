package wall

import "strings"

// digitWidth is how wide a large digit is.
const digitWidth = 6

// digits draws n, from 1 to 9, five lines high with bar as its ink.
func digits(bar string, n int) []string {
	shapes := []string{
		"  ##  / ###  /  ##  /  ##  /######",
		" #### /##  ##/   ## /  ##  /######",
		" #### /##  ##/  ### /##  ##/ #### ",
		"##  ##/##  ##/######/    ##/    ##",
		"######/##    /##### /    ##/##### ",
		" #### /##    /##### /##  ##/ #### ",
		"######/   ## /  ##  / ##   /##    ",
		" #### /##  ##/ #### /##  ##/ #### ",
		" #### /##  ##/ #####/    ##/ #### ",
	}
	if n < 1 || n > len(shapes) {
		return nil
	}
	return strings.Split(strings.ReplaceAll(shapes[n-1], "#", bar), "/")
}
