// Package grid writes a rubric as an Excel workbook and reads it back: a row an
// area, a sheet that explains itself, and lists to choose from.
//
// It promises that a workbook holds texts only and nothing that runs, that it
// holds everything a rubric says but the breaks of paragraphs within lists, and
// that a workbook from elsewhere is taken whole or refused whole with the sheet,
// the row and the column of each fault. It imports only the standard library,
// waymark/model and the packages of rubrics.
package grid
