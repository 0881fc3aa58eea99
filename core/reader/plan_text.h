/*
 * plan_text.h - internals of the plan reader: the cleaned document as glyphs. A glyph is a
 * character folded for comparison (half width, one kind of bracket, simplified characters for the
 * words of the grammar) with the place where it stands in the text. All stages of the reader work
 * on glyph numbers; what is kept in the plan is always copied from the text itself.
 */
#ifndef DUBAN_CORE_READER_PLAN_TEXT_H
#define DUBAN_CORE_READER_PLAN_TEXT_H

#include "core/err.h"
#include "core/mem.h"
#include "core/plan/plan.h"

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>
#include <uchar.h>

struct glyph {
	char32_t cp; /* folded; every blank is ' ', a tab '\t', a line end that counts '\n' */
	uint32_t at; /* byte offset in the text */
};

/* Some characters, by their low bits: a "no" is sure, a "yes" is not. */
struct glyph_set {
	uint64_t bits[8];
};

static inline void glyph_set_add(struct glyph_set *set, char32_t cp)
{
	set->bits[cp >> 6 & 7] |= (uint64_t)1 << (cp & 63);
}

static inline bool glyph_set_has(const struct glyph_set *set, char32_t cp)
{
	return set->bits[cp >> 6 & 7] >> (cp & 63) & 1;
}

/* The rows of a table of words by a character of each, in their order; at most 255. */
struct word_rows {
	bool ready;
	uint8_t first[64], next[255]; /* row + 1; 0 for none */
};

/* From the last row to the first. */
static inline void word_rows_add(struct word_rows *w, size_t row, char32_t cp)
{
	w->next[row] = w->first[cp & 63];
	w->first[cp & 63] = (uint8_t)(row + 1);
}

/* How some words begin, by their first two characters, so that few places of a text must be looked
 * at: a "no" is sure. Where words are of one character, any may follow. */
struct word_starts {
	uint64_t bits[64];
};

static inline void word_starts_add_pair(struct word_starts *w, char32_t first, char32_t second)
{
	w->bits[first & 63] |= (uint64_t)1 << (second & 63);
}

/* A single character by itself, where no others are looked for in the same set. */
static inline void word_starts_add_sign(struct word_starts *w, char32_t cp)
{
	word_starts_add_pair(w, cp >> 6, cp);
}

static inline bool word_starts_has_sign(const struct word_starts *w, char32_t cp)
{
	return w->bits[cp >> 6 & 63] >> (cp & 63) & 1;
}

struct plan_text {
	const char *s;
	size_t nbytes;
	const struct glyph *g;
	size_t n;	      /* glyphs; g[n] exists: cp 0 at nbytes */
	const uint32_t *pair; /* for a bracket the number of its partner; 0: it has none */
	const struct word_starts *mark_starts, *label_starts, *verb_starts;
	const struct plan_series *series; /* numbers that only this document has */
	int era; /* to be added to years below 1000: 1911 where they are those of the Republic */
	VEC(uint32_t) lines; /* byte offset of the beginning of each line */
};

/* A run of glyphs [from, to). */
struct run {
	size_t from, to;
};

/* Cleans and folds; fails as plan_read() does. */
int plan_text_read(struct arena *a, const char *bytes, size_t nbytes, struct plan_text *t,
		   struct err *e);

/* Line of a glyph, from 1. */
int plan_text_line(const struct plan_text *t, size_t i);
struct plan_span plan_text_span(const struct plan_text *t, struct run r);
/* The text of a run without blanks and line ends between Chinese characters (those between Latin
 * words stay as one blank). */
const char *plan_text_copy(struct arena *a, const struct plan_text *t, struct run r);

/* A word may have blanks inside it where it stands in a text. */
static inline void word_starts_add(struct word_starts *w, const char32_t *word)
{
	word_starts_add_pair(w, word[0], word[1]);
	word_starts_add_pair(w, word[0], ' ');
	if (!word[1])
		w->bits[word[0] & 63] = UINT64_MAX;
}

/* Whether one of the words may stand at i. */
static inline bool word_starts_at(const struct word_starts *w, const struct plan_text *t, size_t i)
{
	return w->bits[t->g[i].cp & 63] >> (t->g[i + 1].cp & 63) & 1;
}

/* Behind plan_text_match(): the first character stands there. */
size_t plan_text_match_rest(const struct plan_text *t, size_t i, size_t to, const char32_t *word);
/* Glyphs that `word` takes at i (blanks inside it allowed), 0 when it does not stand there. */
static inline size_t plan_text_match(const struct plan_text *t, size_t i, size_t to,
				     const char32_t *word)
{
	return i < to && t->g[i].cp == *word ? plan_text_match_rest(t, i, to, word) : 0;
}
/* Behind the one of n words that stands at i, i when none does. */
static inline size_t plan_text_behind(const struct plan_text *t, size_t i, size_t to,
				      const char32_t *const *words, size_t n)
{
	for (size_t r = 0; r < n; r++) {
		size_t len = plan_text_match(t, i, to, words[r]);

		if (len)
			return i + len;
	}
	return i;
}
bool plan_text_has(const struct plan_text *t, struct run r, const char32_t *word);
/* Whether one of n words stands in r, at its beginning, at its end. */
bool plan_text_has_any(const struct plan_text *t, struct run r, const char32_t *const *words,
		       size_t n);
bool plan_text_begins_any(const struct plan_text *t, struct run r, const char32_t *const *words,
			  size_t n);
bool plan_text_ends_any(const struct plan_text *t, struct run r, const char32_t *const *words,
			size_t n);
bool plan_text_ends(const struct plan_text *t, struct run r, const char32_t *word);
bool plan_text_is(const struct plan_text *t, struct run r, const char32_t *word);
/* Whether cp is one of the characters of set. */
static inline bool plan_text_in(char32_t cp, const char32_t *set)
{
	for (; *set; set++)
		if (*set == cp)
			return true;
	return false;
}

/* The run without blanks and line ends at its ends. */
struct run plan_text_trim(const struct plan_text *t, struct run r);
/* As plan_text_trim(), without the given punctuation at its ends too. */
struct run plan_text_strip(const struct plan_text *t, struct run r, const char32_t *punctuation);
/* End of the line or paragraph that i stands in: the next '\n', or to. */
size_t plan_text_eol(const struct plan_text *t, size_t i, size_t to);
/* Where a walk over a run goes on after i: behind the partner of an opening bracket, else i + 1. */
static inline size_t plan_text_next(const struct plan_text *t, size_t i, size_t to)
{
	return t->g[i].cp == '(' && t->pair[i] && t->pair[i] < to ? t->pair[i] + 1 : i + 1;
}

static inline bool glyph_is_blank(char32_t cp)
{
	return cp == ' ' || cp == '\t' || cp == '\n';
}

static inline bool glyph_is_digit(char32_t cp)
{
	return cp >= '0' && cp <= '9';
}

static inline bool glyph_is_han(char32_t cp)
{
	return (cp >= 0x3400 && cp <= 0x9FFF) || cp == 0x3007;
}

/* Whether cp is one of some signs; no Chinese character is, which is seen at once. */
static inline bool glyph_is_sign(char32_t cp, const char32_t *signs)
{
	return !glyph_is_han(cp) && plan_text_in(cp, signs);
}

/* Value of a Chinese number of r ("十二", "二十三"), 0 when it is none. */
int plan_text_han_number(const struct plan_text *t, struct run r);
/* The value of a Chinese digit, -1 for none. */
int glyph_han_digit(char32_t cp);
static inline bool glyph_is_han_digit(char32_t cp)
{
	return glyph_is_han(cp) && (cp == U'十' || cp == U'百' || glyph_han_digit(cp) >= 0);
}

#endif
