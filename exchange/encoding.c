/*
 * Encodings by iconv. A byte order mark and valid UTF-8 are answers by themselves. Else the first
 * part of the text is decoded in every candidate and the one wins whose characters look most like
 * writing (encoding_look.c); nothing but the look tells GB18030 from Big5, since the bytes of one
 * are valid in the other.
 */
#include "exchange/encoding.h"

#include "core/i18n.h"
#include "core/text/utf8.h"

#include <errno.h>
#include <iconv.h>
#include <string.h>

enum { SAMPLE = 256 << 10 };

/* Longer marks first. The tables of Hong Kong hold those of Taiwan. */
static const struct encoding {
	const char *name, *charset, *mark;
	size_t mark_nbytes;
	bool candidate;
} encodings[] = {
	{"UTF-8", "UTF-8", "\xEF\xBB\xBF", 3, true},
	{"UTF-32", "UTF-32LE", "\xFF\xFE\0\0", 4, false},
	{"UTF-32", "UTF-32BE", "\0\0\xFE\xFF", 4, false},
	{"UTF-16", "UTF-16LE", "\xFF\xFE", 2, true},
	{"UTF-16", "UTF-16BE", "\xFE\xFF", 2, true},
	{"GB18030", "GB18030", "\x84\x31\x95\x33", 4, true},
	{"Big5", "BIG5-HKSCS", NULL, 0, true},
};
enum { ENCODINGS = sizeof encodings / sizeof encodings[0] };

static bool has_mark(const struct encoding *x, const char *bytes, size_t nbytes)
{
	return x->mark && nbytes >= x->mark_nbytes && !memcmp(bytes, x->mark, x->mark_nbytes);
}

/* Decodes what it can. Stops at the first character that does not decode, *bad (never NULL) gets
 * its place; nbytes when there is none. *cut says whether the end is missing from the last one. */
static void decode_run(iconv_t cd, const char *bytes, size_t nbytes, struct strbuf *out,
		       size_t *bad, bool *cut)
{
	char block[16384], *in = (char *)(size_t)bytes;
	size_t left = nbytes, rc = 0;

	do {
		char *to = block;
		size_t room = sizeof block;

		rc = iconv(cd, &in, &left, &to, &room);
		strbuf_add(out, block, (size_t)(to - block));
	} while (rc == (size_t)-1 && errno == E2BIG);
	*bad = nbytes - left;
	*cut = rc == (size_t)-1 && errno == EINVAL;
}

/* The look of the text in one encoding, going on behind what does not decode. */
static struct encoding_look look_in(const struct encoding *x, const char *bytes, size_t nbytes,
				    bool whole)
{
	iconv_t cd = iconv_open("UTF-8", x->charset);
	struct encoding_look look = {0};
	struct strbuf out = STRBUF_INIT;
	size_t at = 0, bad;
	bool cut = false;

	if (cd == (iconv_t)-1)
		return look;
	while (at < nbytes && !cut) {
		decode_run(cd, bytes + at, nbytes - at, &out, &bad, &cut);
		at += bad;
		look.bad += at < nbytes && (!cut || whole);
		at += at < nbytes && !cut;
		iconv(cd, NULL, NULL, NULL, NULL);
	}
	encoding_look(out.s ? out.s : "", out.nbytes, &look);
	strbuf_free(&out);
	iconv_close(cd);
	return look;
}

/* The encoding that the text looks written in; NULL when in none. */
static const struct encoding *guess(const char *bytes, size_t nbytes)
{
	size_t n = nbytes < SAMPLE ? nbytes : SAMPLE, most = 0;
	const struct encoding *best = NULL;

	for (size_t i = 0; i < ENCODINGS; i++) {
		struct encoding_look look;

		if (!encodings[i].candidate)
			continue;
		look = look_in(&encodings[i], bytes, n, n == nbytes);
		if (look.common > most && look.common * 5 > look.other &&
		    look.bad * 4 < look.common) {
			most = look.common;
			best = &encodings[i];
		}
	}
	return best;
}

static const struct encoding *find_mark(const char *bytes, size_t nbytes)
{
	for (size_t i = 0; i < ENCODINGS; i++)
		if (has_mark(&encodings[i], bytes, nbytes))
			return &encodings[i];
	return NULL;
}

static int line_at(const char *text, size_t nbytes)
{
	int line = 1;

	for (size_t i = 0; i < nbytes; i++)
		line += text[i] == '\n';
	return line;
}

static int damaged(const struct encoding *x, const char *before, size_t nbytes, struct err *e)
{
	return err_set(e, ERR_FORMAT,
		       _("line %d holds bytes that are no character of %s, in which the rest of "
			 "the text is: the file was damaged on its way; get it anew, or correct "
			 "that line and save it as UTF-8"),
		       line_at(before, nbytes), x->name);
}

static int decode_all(struct arena *a, const struct encoding *x, const char *bytes, size_t nbytes,
		      struct decoded *d, struct err *e)
{
	iconv_t cd = iconv_open("UTF-8", x->charset);
	struct strbuf out = STRBUF_INIT;
	size_t bad;
	bool cut;
	int failed = 0;

	if (cd == (iconv_t)-1)
		return err_set(e, ERR_IO,
			       _("this system cannot decode %s: save the document as UTF-8"),
			       x->name);
	decode_run(cd, bytes, nbytes, &out, &bad, &cut);
	iconv_close(cd);
	if (bad < nbytes)
		failed = damaged(x, out.s ? out.s : "", out.nbytes, e);
	else
		*d = (struct decoded){arena_strndup(a, out.s ? out.s : "", out.nbytes), out.nbytes,
				      x->name};
	strbuf_free(&out);
	return failed;
}

int encoding_decode(struct arena *a, const char *bytes, size_t nbytes, struct decoded *d,
		    struct err *e)
{
	const struct encoding *utf8 = &encodings[0], *x = find_mark(bytes, nbytes);
	size_t bad = 0;

	if (x)
		bytes += x->mark_nbytes, nbytes -= x->mark_nbytes;
	if (!x || x == utf8) {
		bad = utf8_first_bad(bytes, nbytes);
		if (bad == nbytes && (x || !memchr(bytes, 0, nbytes)))
			x = utf8;
	}
	if (!x)
		x = guess(bytes, nbytes);
	if (!x && !memchr(bytes, 0, nbytes))
		return err_set(e, ERR_FORMAT,
			       _("it is not a text in UTF-8, UTF-16, GB18030 or Big5; save it as "
				 "UTF-8"));
	if (x && x != utf8)
		return decode_all(a, x, bytes, nbytes, d, e);
	if (bad < nbytes && !memchr(bytes, 0, nbytes))
		return damaged(utf8, bytes, bad, e);
	*d = (struct decoded){bytes, nbytes, utf8->name};
	return 0;
}
