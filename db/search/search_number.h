/* search_number.h - actions by their number: "5", "5.2", "５．２", "五.2". The index knows texts
 * alone; numbers are few, so they are read. Nothing outside db/ includes it. */
#ifndef DUBAN_DB_SEARCH_NUMBER_H
#define DUBAN_DB_SEARCH_NUMBER_H

#include "db/search/store_search.h"

struct search_ids {
	int64_t *at;
	size_t n, cap;
};

/* The actions in force whose number the words are, in the order of the document, and the parts of
 * those; none where the words are no number. In the arena. */
int search_by_number(struct store *s, struct arena *a, const struct search_ask *ask,
		     struct search_ids *ids, struct err *e);

#endif
