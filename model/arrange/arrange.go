// Package arrange puts lists into order.
//
// It imports only the standard library.
package arrange

import "sort"

// By sorts list by compare, which is below 0 where a goes before b. Equal
// elements keep their order. The sorting itself is compiled once for all types:
// that of package slices, once for each, made the program half a megabyte larger.
func By[S ~[]E, E any](list S, compare func(a, b E) int) {
	sort.SliceStable(list, func(i, j int) bool { return compare(list[i], list[j]) < 0 })
}
