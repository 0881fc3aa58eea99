/* page.h - lines of text to scroll through: headings, facts in columns, paragraphs that are wrapped
 * to the width they are drawn in. */
#ifndef DUBAN_TUI_PAGE_H
#define DUBAN_TUI_PAGE_H

#include "core/mem.h"
#include "tui/app/actions.h"
#include "tui/draw/canvas.h"

#include <stdbool.h>

struct view;

/* A part of a line's text that has a style of its own. */
struct page_span {
	size_t from, nbytes;
	int style;
};

struct page_line {
	int style;
	int indent;
	const char *text;	       /* borrowed; wrapped where it is longer than the line */
	const struct page_span *spans; /* one after the other in the text; borrowed */
	size_t nspans;
};

struct page {
	VEC(struct page_line) lines;
};

/* The memory of a page is the arena's; the texts are borrowed. */
void page_add(struct arena *a, struct page *p, int style, int indent, const char *text);
/* What differs between two wordings, word by word (core/text/word_diff.h), as one text: "-[gone]"
 * and
 * "+[new]", which have styles too. Equal texts are added as they are. */
void page_add_diff(struct arena *a, struct page *p, int indent, const char *was, const char *is);
/* One piece of that, with its signs. */
struct word_piece;
void page_write_change(struct strbuf *b, const struct word_piece *piece);
/* A blank line, unless the page is empty, and a heading. */
void page_heading(struct arena *a, struct page *p, const char *text);
/* A text followed by blanks up to that many columns, or cut to them; in the arena. */
const char *page_pad(struct arena *a, const char *text, int cols);

/* Rows of the screen it takes at this width. */
int page_rows(const struct page *p, int cols);
/* Draws from row `top` on. */
void page_draw(const struct page *p, int top, struct canvas *c);
/* The same, and tells the frame how much there is above and below (canvas_more()). */
void page_show(const struct page *p, int top, struct canvas *c);
/* What a page in the place of a list has not: rows to find and to print. For struct view_ops. */
bool page_view_offers(const struct view *v, enum action a);
/* The moving actions on *top, for a page of `total` rows in `rows` lines of the screen. False: not
 * one of them. */
bool page_act(int *top, enum action a, int total, int rows);

#endif
