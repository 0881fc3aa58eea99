/*
 * encoding.h - texts in the encodings that Chinese offices use, made UTF-8. The encoding is found
 * out, not asked: by a byte order mark, by being valid UTF-8, by the look of UTF-16, else by which
 * of the candidates gives text that somebody may have written.
 */
#ifndef DUBAN_EXCHANGE_ENCODING_H
#define DUBAN_EXCHANGE_ENCODING_H

#include "core/err.h"
#include "core/mem.h"

#include <stdbool.h>
#include <stddef.h>

struct decoded {
	const char *text; /* UTF-8 without a byte order mark; the given bytes or the arena's */
	size_t nbytes;
	const char *encoding; /* "UTF-8", "UTF-16", "GB18030", "Big5" …; static */
};

/*
 * Decodes the whole text. Fails with ERR_FORMAT when it is no text in any encoding known here, or
 * when characters of it do not decode: the sentence says on which line. A zero byte, where the
 * encoding has none, is left to the reader of the text.
 */
int encoding_decode(struct arena *a, const char *bytes, size_t nbytes, struct decoded *d,
		    struct err *e);

/* How much of a text in UTF-8 looks written: its characters that are not ASCII, and how many of
 * them are among the common ones of Chinese documents. Adds to the counts. */
struct encoding_look {
	size_t other, common, bad;
};
void encoding_look(const char *text, size_t nbytes, struct encoding_look *look);

#endif
