/*
 * search_rows.h - what was found as rows of a screen: a heading for every kind, its hits, and where
 * there are more a row that says so. Drawn with the words shown in their text.
 */
#ifndef DUBAN_TUI_SEARCH_ROWS_H
#define DUBAN_TUI_SEARCH_ROWS_H

#include "db/search/store_search.h"
#include "tui/draw/canvas.h"

enum search_row_kind { SEARCH_ROW_HEAD, SEARCH_ROW_HIT, SEARCH_ROW_MORE };

struct search_line {
	enum search_row_kind row;
	enum search_kind kind;
	size_t nhits; /* of a heading */
	bool more;    /* … and there are more */
	const struct search_hit *hit;
};
struct search_lines {
	struct search_line *at;
	size_t n, cap;
};

/* What is asked of the store. */
struct search_wish {
	const char *words;
	const struct search_rights *rights;
	int64_t plan_id; /* 0: all open plans */
	bool closed_plans;
	int only;     /* enum search_kind, or -1: a few of every kind */
	size_t most;  /* hits of a kind */
	size_t pages; /* of the store that are looked through for them, at most */
};

/* In the arena. */
int search_lines_load(struct search_lines *l, struct arena *a, struct store *s,
		      const struct search_wish *wish, struct err *e);
/* One line, over the whole width of the canvas. */
void search_line_draw(const struct search_line *l, struct canvas *c, int y);

#endif
