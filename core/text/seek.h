/*
 * seek.h - the words that a person looks for, and where they stand in a text. Several words are all
 * meant. What is no letter and no digit does not matter, nor does case or width. A word of Latin
 * letters also finds a Chinese name by its pinyin, in texts that are names.
 */
#ifndef DUBAN_CORE_SEEK_H
#define DUBAN_CORE_SEEK_H

#include "core/text/gram.h"
#include "core/text/pinyin.h"

enum {
	SEEK_WORDS = 16, /* what is more is left out */
	SEEK_CHARS = 64, /* of a word; it then finds whatever begins so */
	SEEK_GRAMS = 48	 /* that are looked up; the text itself is asked about the rest */
};

struct seek_word {
	struct gram_text text;
	bool sounds; /* it may be pinyin */
	struct pinyin_word sound;
};
struct seek {
	VEC(struct seek_word) words;
	const char *text; /* the words, as find_where() takes them */
};

/* Everything in the arena. No words: s->words.n is 0. */
void seek_read(struct arena *a, const char *words, struct seek *s);
/* The grams that a text with all words has, with `between` between them. */
void seek_ask(const struct seek *s, struct strbuf *out, const char *between);

/* Whether a word stands in a text; in a name (key not "", see pinyin.h) also by its sound. */
bool seek_has(const struct seek_word *w, const struct gram_text *t, const char *key);

/* A piece of a text around the first hit, in one line, "…" where it was cut; byte ranges of the
 * hits in it, in order, not overlapping. */
struct seek_range {
	size_t from, to;
};
struct seek_piece {
	const char *text;
	VEC(struct seek_range) hits;
};
/* At most about `chars` characters, SEEK_LEAD of them before the hit, so that it is seen in a short
 * line too. Without a hit the beginning. */
enum { SEEK_LEAD = 8 };
void seek_cut(struct arena *a, const struct seek *s, const char *text, bool is_name, size_t chars,
	      struct seek_piece *out);

#endif
