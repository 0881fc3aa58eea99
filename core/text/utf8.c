/*
 * UTF-8 by utf8proc: decoding, characters as people see them, columns. Everything that is drawn or
 * cut goes through here, so ASCII and Chinese ideographs, which are nearly all of it, are answered
 * before utf8proc is asked. Columns agree with the wcwidth() of glibc, which curses uses (a test
 * compares them).
 */
#include "core/text/utf8.h"

#include <stdlib.h>
#include <string.h>
#include <utf8proc.h>

static int ambiguous_cols = 1;

static bool is_ascii(char c)
{
	return (unsigned char)c < 0x80;
}

int utf8_decode_rest(const char *s, const char *end, uint32_t *cp)
{
	utf8proc_int32_t c;
	utf8proc_ssize_t room = end - s > 4 ? 4 : end - s;
	utf8proc_ssize_t n = utf8proc_iterate((const utf8proc_uint8_t *)s, room, &c);
	if (n <= 0) {
		*cp = UTF8_REPLACEMENT;
		return 1;
	}
	*cp = (uint32_t)c;
	return (int)n;
}

int utf8_encode(uint32_t cp, char *out)
{
	return (int)utf8proc_encode_char((utf8proc_int32_t)cp, (utf8proc_uint8_t *)out);
}

size_t utf8_first_bad(const char *s, size_t nbytes)
{
	const char *end = s + nbytes;

	for (const char *p = s; p < end;) {
		uint32_t cp;
		int n = utf8_decode(p, end, &cp);
		if (utf8_is_bad(n, cp))
			return (size_t)(p - s);
		p += n;
	}
	return nbytes;
}

/* Where the text at s ends, as far as decoding one character must know. */
static const char *near_end(const char *s)
{
	return s + strnlen(s, 4);
}

/* Whether one character ends and the next begins between two code points; ideographs and printable
 * ASCII join with nothing that is one of them. */
static bool is_break(uint32_t before, uint32_t cp, utf8proc_int32_t *state)
{
	if (utf8_is_ideograph(before) && (utf8_is_ideograph(cp) || (cp >= 0x20 && cp < 0x7F)))
		return true;
	return utf8proc_grapheme_break_stateful((utf8proc_int32_t)before, (utf8proc_int32_t)cp,
						state);
}

/* Bytes of the character at s, not past end. */
static size_t cluster_within(const char *s, const char *end)
{
	uint32_t before, cp;
	utf8proc_int32_t state = 0;

	if (s >= end)
		return 0;
	if (is_ascii(*s) && (s + 1 == end || is_ascii(s[1])))
		return *s == '\r' && s + 1 < end && s[1] == '\n' ? 2 : 1;
	const char *p = s + utf8_decode(s, end, &before);
	while (p < end) {
		int n = utf8_decode(p, end, &cp);
		if (is_break(before, cp, &state))
			break;
		before = cp;
		p += n;
	}
	return (size_t)(p - s);
}

size_t utf8_cluster(const char *s)
{
	uint32_t before, cp;
	utf8proc_int32_t state = 0;

	if (!*s)
		return 0;
	if (is_ascii(s[0]) && is_ascii(s[1]))
		return s[0] == '\r' && s[1] == '\n' ? 2 : 1;
	const char *p = s + utf8_decode(s, near_end(s), &before);
	while (*p) {
		int n = utf8_decode(p, near_end(p), &cp);
		if (is_break(before, cp, &state))
			break;
		before = cp;
		p += n;
	}
	return (size_t)(p - s);
}

/* The code point that ends at s; returns where it begins. */
static const char *decode_before(const char *start, const char *s, uint32_t *cp)
{
	const char *p = s - 1;

	while (p > start && s - p < 4 && ((unsigned char)*p & 0xC0) == 0x80)
		p--;
	if (p + utf8_decode(p, s, cp) == s)
		return p;
	*cp = UTF8_REPLACEMENT;
	return s - 1;
}

size_t utf8_cluster_before(const char *start, const char *s)
{
	uint32_t cp, before;
	const char *from = decode_before(start, s, &cp);

	/* Back to a place where a character surely begins, then forward to the last before s: flags
	 * made of two letters can only be told apart from the left. */
	while (from > start) {
		const char *p = decode_before(start, from, &before);
		utf8proc_int32_t state = 0;
		if (is_break(before, cp, &state))
			break;
		from = p;
		cp = before;
	}
	size_t n = cluster_within(from, s);
	while (from + n < s) {
		from += n;
		n = cluster_within(from, s);
	}
	return n;
}

void utf8_set_ambiguous_cols(int cols)
{
	ambiguous_cols = cols == 2 ? 2 : 1;
}

/* Where utf8proc and the C library differ, the library is right: it is what the screen is laid out
 * by. */
static int library_cols(uint32_t cp)
{
	if ((cp >= 0x4DC0 && cp <= 0x4DFF) || (cp >= 0x3248 && cp <= 0x324F))
		return 2;
	if ((cp >= 0x1160 && cp <= 0x11FF) || (cp >= 0xD7B0 && cp <= 0xD7FB))
		return 0;
	int cols = utf8proc_charwidth((utf8proc_int32_t)cp);
	if (cols == 0 && utf8proc_category((utf8proc_int32_t)cp) == UTF8PROC_CATEGORY_MC)
		return 1;
	return cols;
}

int utf8_cp_cols(uint32_t cp)
{
	if (cp < 0x7F)
		return cp >= 0x20;
	if (utf8_is_ideograph(cp))
		return 2;
	int cols = library_cols(cp);
	return cols == 1 && ambiguous_cols == 2 && utf8_is_ambiguous(cp) ? 2 : cols;
}

bool utf8_is_unsettled(uint32_t cp)
{
	if (cp < 0x300 || utf8_is_ideograph(cp))
		return false;
	switch (utf8proc_category((utf8proc_int32_t)cp)) {
	case UTF8PROC_CATEGORY_CN:
	case UTF8PROC_CATEGORY_CO:
	case UTF8PROC_CATEGORY_CS:
	case UTF8PROC_CATEGORY_MC:
		return true;
	default:
		return false;
	}
}

int utf8_ncols(const char *s, size_t nbytes)
{
	const char *end = s + nbytes;
	int cols = 0;

	while (s < end) {
		uint32_t cp;
		s += utf8_decode(s, end, &cp);
		cols += utf8_cp_cols(cp);
	}
	return cols;
}

int utf8_cols(const char *s)
{
	return utf8_ncols(s, strlen(s));
}

size_t utf8_cut(const char *s, int max_cols, int *cols)
{
	const char *p = s;
	int used = 0;

	for (;;) {
		size_t n = utf8_cluster(p);
		int more = utf8_ncols(p, n);
		if (n == 0 || used + more > max_cols)
			break;
		used += more;
		p += n;
	}
	if (cols)
		*cols = used;
	return (size_t)(p - s);
}

size_t utf8_length(const char *s)
{
	size_t count = 0;

	for (size_t n = utf8_cluster(s); n > 0; n = utf8_cluster(s)) {
		s += n;
		count++;
	}
	return count;
}

uint32_t utf8_halfwidth(uint32_t cp)
{
	if (cp >= 0xFF01 && cp <= 0xFF5E)
		return cp - 0xFEE0;
	if (cp == 0x3000)
		return ' ';
	return cp == 0x3002 ? '.' : cp;
}

uint32_t utf8_fold(uint32_t cp)
{
	cp = utf8_halfwidth(cp);
	return cp >= 'A' && cp <= 'Z' ? cp + 'a' - 'A' : cp;
}

bool utf8_is_control(uint32_t cp)
{
	utf8proc_category_t category = utf8proc_category((utf8proc_int32_t)cp);

	return category == UTF8PROC_CATEGORY_CC || category == UTF8PROC_CATEGORY_CF;
}

char *utf8_compose(struct arena *a, char *s, size_t nbytes)
{
	utf8proc_uint8_t *out = NULL;
	utf8proc_ssize_t n =
		utf8proc_map((const utf8proc_uint8_t *)s, (utf8proc_ssize_t)nbytes, &out,
			     (utf8proc_option_t)(UTF8PROC_STABLE | UTF8PROC_COMPOSE));
	if (n < 0) /* no memory: the text as it is serves as well */
		return s;
	char *copy = arena_strndup(a, (const char *)out, (size_t)n);
	free(out);
	return copy;
}
