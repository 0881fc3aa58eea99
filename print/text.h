/*
 * text.h - a document as plain text for a fixed-width font: on pages for the printer, or as one
 * piece for a screen. Columns follow display width, lines break by core/text/wrap.h.
 */
#ifndef DUBAN_PRINT_TEXT_H
#define DUBAN_PRINT_TEXT_H

#include "core/plan/document.h"

#include <stdbool.h>

enum { TEXT_WIDTH_MIN = 60, TEXT_WIDTH_MAX = 200, TEXT_PAGE_LINES_MIN = 20 };

struct text_options {
	int width_cols; /* TEXT_WIDTH_MIN to TEXT_WIDTH_MAX; what is outside is taken as the limit
			 */
	int page_lines; /* 0: no pages; less than TEXT_PAGE_LINES_MIN is taken as that */
	bool ascii;	/* rules and signs of ambiguous width in ASCII */
};
/* A4 upright at 6 lines an inch and as many characters as spool.h asks lp for. */
#define TEXT_OPTIONS_DEFAULT                                                                       \
	{                                                                                          \
		80, 60, false                                                                      \
	}

/*
 * Appends the text to out, every line ended by '\n'. With pages each has its number at the foot,
 * those after the first a short heading, tables repeat their titles, a row stays on one page unless
 * it is longer than a page, and a form feed stands between pages.
 */
void text_render(struct strbuf *out, const struct document *d, const struct text_options *o);

#endif
