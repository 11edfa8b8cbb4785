package main

import (
	"strings"

	"waymark/model"
	"waymark/model/arrange"
)

// nearAreas lists up to three areas with a word that is a slip or two away
// from what was typed.
func nearAreas(r model.Rubric, typed string) []string {
	type guess struct {
		name string
		far  int
	}
	typed = strings.ToLower(typed)
	var all []guess
	for _, a := range r.Areas {
		best := 3
		for _, word := range append(strings.Fields(strings.ToLower(a.Title)), strings.ToLower(string(a.ID))) {
			limit := 1 + len(word)/5
			if d := slips(typed, strings.Trim(word, ",.;:")); d <= limit {
				best = min(best, d)
			}
		}
		if best < 3 {
			all = append(all, guess{clean(a.Name()), best})
		}
	}
	arrange.By(all, func(x, y guess) int { return x.far - y.far })
	var names []string
	for _, g := range all[:min(3, len(all))] {
		names = append(names, g.name)
	}
	return names
}

// slips is how many letters have to change, come or go (Levenshtein).
func slips(a, b string) int {
	x, y := []rune(a), []rune(b)
	if len(x) > 64 {
		return len(x)
	}
	row := make([]int, len(y)+1)
	for j := range row {
		row[j] = j
	}
	for i := range x {
		diagonal := row[0]
		row[0] = i + 1
		for j := range y {
			cost := 1
			if x[i] == y[j] {
				cost = 0
			}
			diagonal, row[j+1] = row[j+1], min(row[j+1]+1, row[j]+1, diagonal+cost)
		}
	}
	return row[len(y)]
}
