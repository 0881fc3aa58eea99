/*
 * paper.h - documents of programs that the tests do not have, built byte by byte: a .doc as Word 97
 * saves it and a PDF with text. Both hold UTF-16 text of at most a few thousand characters. What is
 * given back is freed with free().
 */
#ifndef DUBAN_TESTS_PAPER_H
#define DUBAN_TESTS_PAPER_H

#include <stddef.h>

/* Paragraphs end in \n; the text is UTF-8 without characters beyond U+FFFF. `flags` are added to
 * those of the file's head (0x0100: encrypted). */
char *paper_doc(const char *text, unsigned flags, size_t *nbytes);
/* A page with a line of the PDF for each line of the text. */
char *paper_pdf(const char *text, size_t *nbytes);

/* The head of a compound file with one stream of that name and nothing in it. */
char *paper_compound(const char *stream, size_t *nbytes);

#endif
