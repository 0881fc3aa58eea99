/*
 * UTF-8 by utf8proc: decoding, characters as people see them, columns, and the clean-up of text
 * from outside. Everything that is drawn or cut goes through here, so ASCII and Chinese ideographs,
 * which are nearly all of it, are answered before utf8proc is asked. Columns agree with the
 * wcwidth() of glibc, which curses uses (a test compares them).
 */
#include "core/text/utf8.h"

#include "core/i18n.h"

#include <stdlib.h>
#include <string.h>
#include <utf8proc.h>

static const uint32_t replacement = 0xFFFD;

static int ambiguous_cols = 1;

static bool is_ascii(char c)
{
	return (unsigned char)c < 0x80;
}

static bool is_ideograph(uint32_t cp)
{
	return cp >= 0x4E00 && cp <= 0x9FFF;
}

int utf8_decode_rest(const char *s, const char *end, uint32_t *cp)
{
	utf8proc_int32_t c;
	utf8proc_ssize_t room = end - s > 4 ? 4 : end - s;
	utf8proc_ssize_t n = utf8proc_iterate((const utf8proc_uint8_t *)s, room, &c);
	if (n <= 0) {
		*cp = replacement;
		return 1;
	}
	*cp = (uint32_t)c;
	return (int)n;
}

int utf8_encode(uint32_t cp, char *out)
{
	return (int)utf8proc_encode_char((utf8proc_int32_t)cp, (utf8proc_uint8_t *)out);
}

/* Whether the n bytes at s, decoded to cp, are a bad byte and not a U+FFFD that stands there. */
static bool is_bad(const char *s, int n, uint32_t cp)
{
	return cp == replacement && n == 1 && !is_ascii(*s);
}

size_t utf8_first_bad(const char *s, size_t nbytes)
{
	const char *end = s + nbytes;

	for (const char *p = s; p < end;) {
		uint32_t cp;
		int n = utf8_decode(p, end, &cp);
		if (is_bad(p, n, cp))
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
	if (is_ideograph(before) && (is_ideograph(cp) || (cp >= 0x20 && cp < 0x7F)))
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
	*cp = replacement;
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
	if (is_ideograph(cp))
		return 2;
	int cols = library_cols(cp);
	return cols == 1 && ambiguous_cols == 2 && utf8_is_ambiguous(cp) ? 2 : cols;
}

bool utf8_is_unsettled(uint32_t cp)
{
	if (cp < 0x300 || is_ideograph(cp))
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

/* What a character from outside becomes: itself, '\n' for anything that ends a line, 0 for nothing.
 */
static uint32_t clean_cp(uint32_t cp)
{
	if (cp == '\n' || cp == '\t' || (cp >= 0x20 && cp < 0x7F) || is_ideograph(cp))
		return cp;
	if (cp == '\r' || cp == '\v' || cp == '\f' || cp == 0x85 || cp == 0x2028 || cp == 0x2029)
		return '\n';
	if ((cp >= 0xFE00 && cp <= 0xFE0F) || (cp >= 0xE0100 && cp <= 0xE01EF) || cp == 0x034F)
		return 0; /* variation selectors and the joiner: marks that nobody sees */
	if ((cp & 0xFFFE) == 0xFFFE || (cp >= 0xFDD0 && cp <= 0xFDEF))
		return 0;
	switch (utf8proc_category((utf8proc_int32_t)cp)) {
	case UTF8PROC_CATEGORY_CC:
	case UTF8PROC_CATEGORY_CF:
		return 0;
	default:
		return cp;
	}
}

bool utf8_is_unseen(uint32_t cp)
{
	uint32_t clean = clean_cp(cp);

	return clean == 0 || clean == '\n' || clean == '\t';
}

/* Characters that are in NFC whatever stands beside them: most texts need no normalisation at all.
 */
static bool is_always_nfc(uint32_t cp)
{
	return cp < 0x300 || is_ideograph(cp) || (cp >= 0x2002 && cp <= 0x2125) ||
	       (cp >= 0x212C && cp <= 0x2328) || (cp >= 0x232B && cp <= 0x2ADB) ||
	       (cp >= 0x3000 && cp <= 0x3029) || (cp >= 0xFF01 && cp <= 0xFF60);
}

/* Nearly all of a Chinese text: characters that the clean-up leaves alone and that are always NFC.
 */
static bool is_clean(uint32_t cp)
{
	return (cp >= 0x20 && cp < 0x7F) || is_ideograph(cp) || cp == '\n' ||
	       (cp >= 0x3000 && cp <= 0x3029) || (cp >= 0xFF01 && cp <= 0xFF5E) ||
	       (cp >= 0x2010 && cp <= 0x2027);
}

/* Writes the cleaned text to out (room for nbytes + 1); returns its bytes. *bad gets the place of
 * the first byte that belongs to no character, where it stops; nbytes for none. */
static size_t clean_into(char *out, const char *s, size_t nbytes, size_t *bad, bool *nfc)
{
	const char *start = s, *end = s + nbytes, *kept = s; /* clean from there on */
	char *w = out;

	*bad = nbytes;
	*nfc = true;
	while (s < end) {
		uint32_t cp, clean;
		const char *from = s;
		int n = utf8_decode(s, end, &cp);

		s += n;
		if (is_clean(cp))
			continue;
		w = mempcpy(w, kept, (size_t)(from - kept));
		kept = s;
		if (is_bad(from, n, cp)) {
			*bad = (size_t)(from - start);
			break;
		}
		if (cp == '\r' && s < end && *s == '\n')
			continue;
		clean = clean_cp(cp);
		if (!clean)
			continue;
		*nfc = *nfc && is_always_nfc(clean);
		w += utf8_encode(clean, w);
	}
	if (s == end)
		w = mempcpy(w, kept, (size_t)(end - kept));
	*w = '\0';
	return (size_t)(w - out);
}

static char *normalize(struct arena *a, char *s, size_t nbytes)
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

char *utf8_clean(struct arena *a, const char *s, size_t nbytes, struct err *e)
{
	char *out = arena_alloc(a, nbytes + 1);
	size_t bad;
	bool nfc;
	size_t n = clean_into(out, s, nbytes, &bad, &nfc);

	if (bad < nbytes) {
		err_set(e, ERR_FORMAT,
			_("the text is not UTF-8: byte %zu (0x%02X) belongs to no character; save "
			  "it as UTF-8 and try again"),
			bad + 1, (unsigned)(unsigned char)s[bad]);
		return NULL;
	}
	return nfc ? out : normalize(a, out, n);
}

char *utf8_clean_line(struct arena *a, const char *s, size_t nbytes, struct err *e)
{
	char *out = utf8_clean(a, s, nbytes, e);

	if (!out)
		return NULL;
	for (char *p = out; *p; p++)
		if (*p == '\n' || *p == '\t')
			*p = ' ';
	char *end = out + strlen(out);
	for (;;) {
		if (end > out && end[-1] == ' ')
			end--;
		else if (end - out >= 3 && memcmp(end - 3, "\u3000", 3) == 0)
			end -= 3;
		else
			break;
	}
	*end = '\0';
	for (;;) {
		if (*out == ' ')
			out++;
		else if (strncmp(out, "\u3000", 3) == 0)
			out += 3;
		else
			return out;
	}
}
