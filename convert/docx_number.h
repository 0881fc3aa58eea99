/*
 * docx_number.h - the numbers that Word draws before paragraphs. The text of the document does not
 * hold them: they follow from the styles, the definitions of lists, and how many paragraphs of the
 * list came before.
 */
#ifndef DUBAN_CONVERT_DOCX_NUMBER_H
#define DUBAN_CONVERT_DOCX_NUMBER_H

#include "convert/xml.h"
#include "core/mem.h"

struct docx_numbers;

/* From the roots of the parts; either may be NULL. They must outlive the numbers, which are the
 * arena's. */
struct docx_numbers *docx_numbers_new(struct arena *a, const xmlNode *styles,
				      const xmlNode *numbering);

/* Counts the paragraph (w:p) and adds its number to out, with a blank behind it where one is due.
 * Adds nothing for a paragraph without one. Call it once for each, in the order of the document. */
void docx_numbers_add(struct docx_numbers *x, const xmlNode *paragraph, struct strbuf *out);

/* Whether the paragraph is a line of a table of contents, by its style. */
bool docx_is_contents(const struct docx_numbers *x, const xmlNode *paragraph);

#endif
