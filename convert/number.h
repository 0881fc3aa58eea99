/* number.h - the numbers of lists and headings that an office program or browser draws and the text
 * does not hold. */
#ifndef DUBAN_CONVERT_NUMBER_H
#define DUBAN_CONVERT_NUMBER_H

enum { NUMBER_TEXT = 128 };

/* Writes n (1 to 9999; others in figures) in the format of that name ("decimal",
 * "chineseCounting", "decimalEnclosedCircle" …: the names of WordprocessingML); an unknown name is
 * decimal, "none" and "bullet" give "". Returns text. */
const char *number_format(const char *format, long n, char text[NUMBER_TEXT]);

#endif
