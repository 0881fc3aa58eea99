/* The clean-up of text from outside: every text comes in by it, so one that needs nothing (nearly
 * all of them) is copied in runs and not normalised. */
#include "core/text/utf8.h"

#include "core/i18n.h"

#include <string.h>

/* What a character from outside becomes: itself, '\n' for anything that ends a line, 0 for nothing.
 */
static uint32_t clean_cp(uint32_t cp)
{
	if (cp == '\n' || cp == '\t' || (cp >= 0x20 && cp < 0x7F) || utf8_is_ideograph(cp))
		return cp;
	if (cp == '\r' || cp == '\v' || cp == '\f' || cp == 0x85 || cp == 0x2028 || cp == 0x2029)
		return '\n';
	if ((cp >= 0xFE00 && cp <= 0xFE0F) || (cp >= 0xE0100 && cp <= 0xE01EF) || cp == 0x034F)
		return 0; /* variation selectors and the joiner: marks that nobody sees */
	if ((cp & 0xFFFE) == 0xFFFE || (cp >= 0xFDD0 && cp <= 0xFDEF))
		return 0;
	return utf8_is_control(cp) ? 0 : cp;
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
	return cp < 0x300 || utf8_is_ideograph(cp) || (cp >= 0x2002 && cp <= 0x2125) ||
	       (cp >= 0x212C && cp <= 0x2328) || (cp >= 0x232B && cp <= 0x2ADB) ||
	       (cp >= 0x3000 && cp <= 0x3029) || (cp >= 0xFF01 && cp <= 0xFF60);
}

/* Nearly all of a Chinese text: characters that the clean-up leaves alone and that are always NFC.
 */
static bool is_clean(uint32_t cp)
{
	return (cp >= 0x20 && cp < 0x7F) || utf8_is_ideograph(cp) || cp == '\n' ||
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
		if (utf8_is_bad(n, cp)) {
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
	return nfc ? out : utf8_compose(a, out, n);
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
