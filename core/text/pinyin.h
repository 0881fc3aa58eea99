/*
 * pinyin.h - Chinese names by their sound: keys that words of Latin letters find them by (wsj,
 * weishengju → 卫生局), and the order of a Chinese dictionary.
 *
 * A key is ASCII. Syllables are separated by a blank, the readings of one character by "/", and "|"
 * is where no match goes across: "A区2号、重庆" is "a qu 2 hao|zhong/chong qing". A run of Latin
 * letters is one syllable, every digit is one; ü is given as v and as u. Quotation marks, brackets
 * and blanks leave nothing behind ("十四五"规划 is found by sswgh), everything else that has no
 * reading is a "|".
 */
#ifndef DUBAN_CORE_PINYIN_H
#define DUBAN_CORE_PINYIN_H

#include "core/mem.h"

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

/* The key of a text; bad bytes are as characters without a reading. In the arena; "" when there is
 * nothing to find. Cheap: about as much as copying the text. */
const char *pinyin_key(struct arena *a, const char *text);

/* A word of Latin letters and digits, made ready for pinyin_match(). */
enum { PINYIN_WORD = 63 }; /* its most letters */
struct pinyin_word {
	uint64_t places[36]; /* of a-z, 0-9: a bit for each place in the word where it stands */
	int n;
};
/* Of the nbytes at s, which may be full-width and in capitals; apostrophes (xi'an) are left out.
 * false when it is no such word: other characters, too long, or no letter at all. */
bool pinyin_word(struct pinyin_word *w, const char *s, size_t nbytes);
/* Whether the word is made of beginnings of syllables that follow one another in the key: wsj,
 * weishj, wsju. Takes time in proportion to the key, whatever the word. */
bool pinyin_match(const struct pinyin_word *w, const char *key, size_t nbytes);
/* The same for a text that stands at s: the bytes from s to the end of the last character that the
 * word needs; 0 when the word does not begin at s. Latin letters at s must be the first of their
 * run.
 */
size_t pinyin_match_text(const struct pinyin_word *w, const char *s, size_t nbytes);

/* Orders two names as a Chinese dictionary does: character by character, by the usual reading,
 * characters of one reading by code point; digits and Latin letters (in one case) before Han,
 * others first. A run of digits counts as its number: 2号 before 10号. Below, equal to, above 0; 0
 * only for equal texts. */
int pinyin_compare(const char *a, const char *b);

#endif
