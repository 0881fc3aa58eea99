/*
 * office.h - Word documents and Excel workbooks made in a test: their XML as strings, packed as the
 * zip archives that they are. What is given back is freed with free().
 */
#ifndef DUBAN_TESTS_OFFICE_H
#define DUBAN_TESTS_OFFICE_H

#include <stddef.h>

struct office_part {
	const char *name, *text;
	size_t nbytes; /* 0: strlen(text) */
};

char *office_zip(const struct office_part *parts, size_t n, size_t *nbytes);

/* A document with this between <w:body> and </w:body>; styles and numbering are what stands in
 * <w:styles> and <w:numbering>, footnotes in <w:footnotes>; each may be NULL. */
struct office_docx {
	const char *body, *styles, *numbering, *footnotes;
};
char *office_docx(const struct office_docx *d, size_t *nbytes);

/* One sheet: its name, its state (NULL: visible), what stands in <worksheet>. */
struct office_sheet {
	const char *name, *state, *xml;
};
/* strings, styles and workbook properties: what stands in <sst>, <styleSheet>, and before <sheets>;
 * each may be NULL. */
struct office_xlsx {
	const struct office_sheet *sheets;
	size_t nsheets;
	const char *strings, *styles, *properties;
};
char *office_xlsx(const struct office_xlsx *x, size_t *nbytes);

#endif
