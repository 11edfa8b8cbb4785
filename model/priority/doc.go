// Package priority turns judgements into three to five suggested priorities
// and says, in plain English, why each is there, how firmly, what would take it
// off the list and why the others are not on it.
//
// It promises that the same input gives the same answer, byte for byte, on
// every platform; that unrated areas and areas that do not apply never count as
// need; and that nothing in an answer is an overall figure for the school. It
// imports only the standard library and waymark/model.
//
// The idea in four sentences. Every judgement is a level and how sure the rater
// is, so each area has a small spread of plausible levels. Each area below the
// expected level carries need. A priority reaches its own need fully and half
// the need of the areas that directly depend on it; priorities are taken one at
// a time, each reaching the most need that is still unreached. Then the whole
// choice is repeated over thousands of plausible readings, and the answer says
// how often each priority survives and which check would change it most.
//
// # Where the method leaves room
//
// Each line is something a headteacher could be told.
//
//   - An agreed judgement stands in for every rater's, for its level and for how
//     sure it is; without one, all raters count equally, in whatever order.
//   - An area is unsure when every judgement it is read from is low.
//   - While at least three areas below expected are judged with more than low
//     confidence, unsure areas lead nothing; otherwise they may take the first
//     three places on their merits. The fourth and fifth place are never unsure.
//     Pins are exempt, but a pinned unsure area is not counted as a sure one.
//   - An unsure area is listed as "find out first" when it would have come before
//     the area that took a suggested place, or when only its being unsure left
//     that place empty. The list is in the order in which they were passed over.
//   - An area set aside is not chosen even when it is pinned; a pinned area that
//     does not apply is not chosen; a pinned area nobody has judged is chosen,
//     with no need of its own.
//   - Pins are always among the suggestions, so more pins than asked for win.
//   - An area's supporters are those below expected that depend on it directly,
//     are not suggested themselves and are not already with an earlier priority.
//     They are settled once, before the readings.
//   - What takes a priority off: every judgement of one area moves to one level
//     and keeps its confidence; everything else, slipping included, stays. How
//     far that is, is how far the furthest judgement moves. Of equal moves the
//     priority's own area comes first, then rubric order, then up before down.
//   - An area set aside is never something to check first: it cannot change the
//     answer.
//
// # Draws
//
// One PCG generator, seeded with (seed, [SeedStream]), serves all readings. For
// each reading, for each rated area that applies (set aside or not), in rubric
// order: first the level, the lowest t with x below the belief in levels 1 to t;
// then the weight, times 2^(x-1/2). Each x is the low 53 bits of the next output
// divided by 2^53, which is what Float64 of math/rand/v2 gives.
package priority
