/*
 * gram.h - texts as the search index sees them: folded characters, and the pairs of neighbours
 * ("grams") by which a word is looked up in one step, in scripts that have no blanks between words.
 *
 * Folded is: half-width, Latin letters small, everything that is neither letter nor digit one gap.
 * A blank or line end beside a Chinese character leaves nothing behind (第 5 项 is 第5项), so that
 * it does not matter how a text was broken into lines.
 */
#ifndef DUBAN_CORE_GRAM_H
#define DUBAN_CORE_GRAM_H

#include "core/mem.h"

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

enum { GRAM_GAP = ' ' }; /* what a gap is in a folded text */

struct gram_char {
	uint32_t cp;
	uint32_t from, to; /* its bytes in the text it came from */
};
struct gram_text {
	struct gram_char *at;
	size_t n, cap;
};

/* In the arena. Begins and ends with no gap; bad bytes are gaps. */
void gram_fold(struct arena *a, const char *text, struct gram_text *out);

/* Index of the first place at or behind `from` where the word stands in the text; t->n when there
 * is none. An empty word stands nowhere. */
size_t gram_find(const struct gram_text *t, const struct gram_text *word, size_t from);

/* Adds the grams of a folded text, each followed by a blank: every pair of neighbours and every
 * character (UTF-8, at most two characters). Those of a gap are left out; many come more than once.
 */
void gram_add(struct strbuf *out, const struct gram_text *t);
/* Adds the grams of all words that pinyin_match() finds in a key. */
void gram_add_sounds(struct strbuf *out, const char *key);

/* Adds grams that every text with this word has, at most `most`; returns how many. A word of one
 * character is looked up by it, a longer one by its pairs. */
size_t gram_ask(struct strbuf *out, const struct gram_text *word, size_t most, const char *between);

#endif
