/*
 * find.h - whether a person's words occur in a text, for filters, menus and verbs. Case, width (Ａ
 * and A) and order do not matter. A word of Latin letters also finds Chinese names by their pinyin
 * where the text has keys (pinyin.h).
 */
#ifndef DUBAN_CORE_FIND_H
#define DUBAN_CORE_FIND_H

#include "core/mem.h"

#include <stdbool.h>
#include <stddef.h>

/* A text with its key: the text alone when the key is "" or NULL. Texts that were joined so may be
 * joined further by anything (arena_printf): a key is told from what is around it. In the arena. */
const char *find_text(struct arena *a, const char *text, const char *key);
/* The same with the key made on the spot, for labels and what has no stored one. A text that has
 * keys in it already is given back as it is. */
const char *find_label(struct arena *a, const char *text);

/* What is found by `text` too, with its key; `found` as it is where the text stands in it already,
 * a Chinese one with its key behind it. */
const char *find_more(struct arena *a, const char *found, const char *text);

/* The number of an action so that it is found as it stands and as people type it: "五.2" by 5.2
 * too. */
const char *find_no(struct arena *a, const char *no);

/* The next word of a person's: *words moves to its beginning; its bytes, 0 when there is none. */
size_t find_word(const char **words);
/* Whether every word of `words` (blanks of either width between) occurs in `text`, or is matched by
 * one of the keys in it. No words: true. */
bool find_match(const char *words, const char *text);

/* The first place of `text` (which has no keys) at or behind byte `from` where one of the words
 * stands, or what is pronounced as one: bytes [from, to), for showing it. false when there is none.
 * Of several words that begin there the longest counts. */
struct find_place {
	size_t from, to;
};
bool find_where(const char *words, const char *text, size_t from, struct find_place *place);

#endif
