/* text_page.h - pieces of text put on pages. Behind text.c only. */
#ifndef DUBAN_PRINT_TEXT_PAGE_H
#define DUBAN_PRINT_TEXT_PAGE_H

#include "print/columns.h"
#include "print/text.h"

/* Lines that stay on one page unless they are longer than a page. */
struct chunk {
	struct text_lines lines;
	const struct text_lines *titles; /* stand above it, once a page; NULL: none */
	bool gap;			 /* a blank line before it, except at the top of a page */
	bool with_next;			 /* not the last on its page */
	bool loose;			 /* left out where it would begin a page */
};

struct chunks {
	struct chunk *at;
	size_t n, cap;
};

struct chunk *chunk_add(struct arena *a, struct chunks *c);

/* Appends all chunks to out, on pages when the options ask for them; `head` stands at the top of
 * the pages after the first. */
void pages_write(struct strbuf *out, const struct chunks *c, const struct text_options *o,
		 const char *head);

#endif
