// Package agreement tells how far two or more raters agree about the same
// areas: first in counts and words, then as figures that allow for chance.
//
// It promises that the same levels give the same answer, byte for byte, on every
// platform and whatever the order of the areas; that a missing level is a gap
// and never level 0 or 1; that a figure which would mean nothing is left out
// with the reason; and that nothing in an answer judges the school or a rater.
// It imports only the standard library and waymark/model.
//
// # The figures
//
//   - AC2 is Gwet's coefficient with quadratic weights, for any number of raters
//     and with gaps. How often levels are used is read from every area with a
//     level; how far they agree, from every area with two or more.
//   - Kappa is Cohen's, with quadratic weights, for two raters and the areas that
//     both judged.
//   - Alpha is Krippendorff's for ordered levels, for any number of raters, over
//     the areas with two or more levels.
//
// The levels are those of the scale, used or not.
//
// # Where the method leaves room
//
// Each line is something a headteacher could be told.
//
//   - With more than two raters an area counts as the same, or as within one
//     level, when all of its raters are; it is far apart when any two of them are
//     two or more levels apart. Kappa is then given for each pair.
//   - "All the same" means that one level was used throughout the areas with two
//     or more levels. The figures are then left out, whatever else was judged.
//   - Fewer than [Fewest] areas with two levels are told in counts: who was higher
//     in how many, and no mean.
//   - A rater's lean is how far their levels lie from the middle of everybody's,
//     their own included, over the areas that somebody else judged too.
//
// # Draws
//
// The interval round AC2 comes from [Resamples] resamples. One PCG generator,
// seeded with ([Seed], [SeedStream]), serves all of them. The areas with a level
// are put in order of how many raters gave level 1, then level 2 and so on; each
// resample draws as many of them as there are, each the high word of the next
// output times their number. A resample in which every level drawn is the same
// counts as 1, since nothing in it differs; one in which no area has two levels
// is left out. A fortieth of the resamples, rounded down, is cut from either end,
// and what is left spans the interval.
package agreement
