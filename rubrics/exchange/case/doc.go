// Package casejson writes and reads rubrics as packages of 1EdTech CASE 1.1.
//
// It promises that a package has every field that CASE requires and none that is
// null, that the same rubric makes the same bytes and the same ids, that ids and
// addresses which others gave can be kept, and that a package from elsewhere is
// taken whole or refused whole with the line and the column of each fault. What
// CASE has no place for travels in its extensions, where only Waymark finds it;
// Write says what that is. It imports only the standard library,
// github.com/google/uuid, waymark/model and the packages of rubrics.
package casejson
