/*
 * utf8.h - bytes, code points and columns of UTF-8 text. They are three numbers: the unit is in the
 * name (nbytes, cols). utf8.c is the only file that uses utf8proc; utf8_clean.c cleans what comes
 * from outside; utf8_ambiguous.c is the table behind utf8_is_ambiguous().
 */
#ifndef DUBAN_CORE_UTF8_H
#define DUBAN_CORE_UTF8_H

#include "core/err.h"
#include "core/mem.h"

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

/* Offset of the first byte that is not valid UTF-8; nbytes when all is. */
size_t utf8_first_bad(const char *s, size_t nbytes);

/* Behind utf8_decode(): neither ASCII nor of three bytes that are surely good. */
int utf8_decode_rest(const char *s, const char *end, uint32_t *cp);
/* Decodes the character at s (before end, s < end) into *cp; returns its bytes (1 to 4). A bad byte
 * gives U+FFFD and 1. */
static inline int utf8_decode(const char *s, const char *end, uint32_t *cp)
{
	const unsigned char *u = (const unsigned char *)s;

	if (u[0] < 0x80) {
		*cp = u[0];
		return 1;
	}
	if (u[0] >= 0xE1 && u[0] <= 0xEF && u[0] != 0xED && end - s >= 3 && (u[1] & 0xC0) == 0x80 &&
	    (u[2] & 0xC0) == 0x80) {
		*cp = (u[0] & 0x0Fu) << 12 | (u[1] & 0x3Fu) << 6 | (u[2] & 0x3Fu);
		return 3;
	}
	return utf8_decode_rest(s, end, cp);
}
/* Whether a decoded byte belongs to no character; a U+FFFD that stands in the text has three. */
#define UTF8_REPLACEMENT 0xFFFDu
static inline bool utf8_is_bad(int nbytes, uint32_t cp)
{
	return cp == UTF8_REPLACEMENT && nbytes == 1;
}
/* Writes cp, returns its bytes; out has room for 4. */
int utf8_encode(uint32_t cp, char *out);

/* Bytes of what a person sees as one character at s: a base with its combining marks. 0 at the end.
 */
size_t utf8_cluster(const char *s);
/* The same, ending at s (s > start). */
size_t utf8_cluster_before(const char *start, const char *s);

/* How many columns ambiguous characters (★ “ ” … — ①) take: 1 or 2; 1 until set. Set once at start
 * from the configuration or the terminal's answer: all layout of the process follows it. */
void utf8_set_ambiguous_cols(int cols);
bool utf8_is_ambiguous(uint32_t cp);
/* Columns of one code point: 0 (combining, zero width), 1 or 2. Controls take 0. */
int utf8_cp_cols(uint32_t cp);
/* Whether terminals draw it in different ways, or not at all: unassigned, private use, marks that
 * take a column of their own. */
bool utf8_is_unsettled(uint32_t cp);
/* The block of Han characters that nearly all Chinese text is made of. */
static inline bool utf8_is_ideograph(uint32_t cp)
{
	return cp >= 0x4E00 && cp <= 0x9FFF;
}
/* Controls and characters of format, as Unicode has them. */
bool utf8_is_control(uint32_t cp);
/* Controls, and what changes the direction or joins without being seen: nothing for a screen. */
bool utf8_is_unseen(uint32_t cp);
/* Columns of a text. */
int utf8_cols(const char *s);
int utf8_ncols(const char *s, size_t nbytes);
/* Bytes of the longest beginning of s that fits max_cols without splitting a character; *cols (may
 * be NULL) gets its columns. */
size_t utf8_cut(const char *s, int max_cols, int *cols);

/* Characters as a person counts them. */
size_t utf8_length(const char *s);

/*
 * A text from outside made fit to keep: NFC, no control or bidirectional-control characters except
 * \n and \t (\r\n, \r, form feeds and Unicode's line ends become \n), no zero-width ones, no
 * noncharacters. In the arena. NULL and *e when it is not UTF-8 (the sentence says at which byte).
 */
char *utf8_clean(struct arena *a, const char *s, size_t nbytes, struct err *e);
/* As utf8_clean() for a text of one line: \n and \t become spaces, ends are trimmed. */
char *utf8_clean_line(struct arena *a, const char *s, size_t nbytes, struct err *e);

/* Behind utf8_clean(): the text in NFC, in the arena. */
char *utf8_compose(struct arena *a, char *s, size_t nbytes);

/* Half-width form of full-width ASCII (１ ， ： （ …) and of the ideographic space and 。; else cp
 * itself. */
uint32_t utf8_halfwidth(uint32_t cp);
/* The same, and a capital of ASCII made small: what a search compares. */
uint32_t utf8_fold(uint32_t cp);

#endif
