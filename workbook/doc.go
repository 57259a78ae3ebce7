// Package workbook turns a returned file into a Return: whose it is, and its cells by row
// and column key, every value with its cell. Rows are found by 编号, columns by heading,
// sheets by stamp or name; never by position. It judges nothing: the rules are in
// workbook/check.
//
// # What is taken
//
// A value is taken as it is; taken with a note of before and after, where it has one
// meaning only (full-width digits, thousands separators, 万 where the unit allows one
// reading, 85% in a column of points); questioned with a warning; or refused with an
// error. It never becomes 0 or blank. Blank, 0 and 不适用 are three answers.
//
// What is taken is what a reader sees, or it is questioned: hidden rows and columns,
// struck text, number formats that scale or name another unit, pictures over cells, words
// outside the table. Where two things tell which row one is, its 编号 and its fixed words,
// both must agree. What has no 编号 by form, below or between the rows, is a remark or a
// total and no row.
//
// Every finding names the cell in the file as sent. All of them come in one pass; what
// only follows from a reported fault is left out, as the table of codes says. A faulty
// cell does not sink its workbook: it is left out and the others count.
package workbook
