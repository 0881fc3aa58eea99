/* text_layout.h - a document on its way to text. Behind text.c and text_table.c only. */
#ifndef DUBAN_PRINT_TEXT_LAYOUT_H
#define DUBAN_PRINT_TEXT_LAYOUT_H

#include "print/text_page.h"

struct text_layout {
	struct arena *arena;
	struct text_options options;
	struct chunks chunks; /* what was laid out so far */
};

/* The text without control characters, and in ASCII where the options ask for that. */
const char *text_fit_for_output(const struct text_layout *l, const char *s);

/* Appends the chunks of a table: rows under titles, or, where the columns would be too narrow to
 * read, one record below the other. */
void text_lay_out_table(struct text_layout *l, const struct document_table *t);

#endif
