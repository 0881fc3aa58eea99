/*
 * search_words.h - the line at the top of the search: the words, the plans that are searched for
 * them, and what to say where nothing is found.
 */
#ifndef DUBAN_TUI_SEARCH_WORDS_H
#define DUBAN_TUI_SEARCH_WORDS_H

#include "tui/part/edit.h"

/* Which plans are searched. */
enum search_where { SEARCH_PLAN, SEARCH_OPEN, SEARCH_ALL, SEARCH_WHERE_COUNT };

struct search_words {
	struct edit line;
	enum search_where where;
};

/* text: to begin with, or NULL; in the plan that one works in, if there is one. */
void search_words_begin(struct search_words *w, const char *text, bool has_plan);
void search_words_end(struct search_words *w);
/* To the next one round. */
void search_words_turn(struct search_words *w, bool has_plan);
/* Typing, pasting, moving within the words, deleting them. */
enum edit_event search_words_key(struct search_words *w, const struct key *k, int cols);
/* One line; how far to search is a target of the mouse. Nothing before search_words_begin(). */
void search_words_draw(const struct search_words *w, struct canvas *c);
/* What to do where these words have found nothing; translated. */
const char *search_words_advice(const struct search_words *w);

#endif
