/* Where words end: see edit.h. */
#include "tui/part/edit_state.h"

#include "core/text/utf8.h"

#include <string.h>

enum char_class { CLASS_BLANK, CLASS_MARK, CLASS_LATIN, CLASS_OTHER, CLASS_HAN, CLASS_PARTICLE };

static bool is_han(uint32_t cp)
{
	return (cp >= 0x3400 && cp <= 0x4DBF) || (cp >= 0x4E00 && cp <= 0x9FFF) ||
	       (cp >= 0xF900 && cp <= 0xFAFF) || (cp >= 0x20000 && cp <= 0x3FFFF) || cp == 0x3005 ||
	       cp == 0x3007;
}

static bool is_latin(uint32_t cp)
{
	uint32_t half = utf8_halfwidth(cp);

	return (half >= 'a' && half <= 'z') || (half >= 'A' && half <= 'Z') ||
	       (half >= '0' && half <= '9') || half == '_' ||
	       (cp >= 0xC0 && cp <= 0x24F && cp != 0xD7 && cp != 0xF7);
}

static bool is_mark(uint32_t cp)
{
	return cp < 0xC0 || cp == 0xD7 || cp == 0xF7 || (cp >= 0x2000 && cp <= 0x2E7F) ||
	       (cp >= 0x3001 && cp <= 0x303F) || (cp >= 0xFF01 && cp <= 0xFF65);
}

static bool is_particle(const char *s)
{
	static const char *const particles[] = {"的", "了", "和", "与", "及", "等"};

	for (size_t i = 0; i < sizeof particles / sizeof particles[0]; i++)
		if (strncmp(s, particles[i], 3) == 0)
			return true;
	return false;
}

static enum char_class class_at(const char *s)
{
	uint32_t cp;

	if (!*s)
		return CLASS_BLANK;
	utf8_decode(s, s + strnlen(s, 4), &cp);
	if (cp == ' ' || cp == '\n' || cp == '\t' || cp == 0x3000)
		return CLASS_BLANK;
	if (is_latin(cp))
		return CLASS_LATIN;
	if (is_han(cp))
		return is_particle(s) ? CLASS_PARTICLE : CLASS_HAN;
	return is_mark(cp) ? CLASS_MARK : CLASS_OTHER;
}

static size_t next(const struct edit *e, size_t at)
{
	return at + utf8_cluster(e->text.s + at);
}

static size_t before(const struct edit *e, size_t at)
{
	return at > 0 ? at - utf8_cluster_before(e->text.s, e->text.s + at) : 0;
}

static bool is_digit(char c)
{
	return c >= '0' && c <= '9';
}

/* A point or comma with a digit on either side belongs to the figure. */
static enum char_class class_in(const struct edit *e, size_t at)
{
	const char *s = e->text.s + at;

	if ((*s == '.' || *s == ',') && at > 0 && is_digit(s[-1]) && is_digit(s[1]))
		return CLASS_LATIN;
	return class_at(s);
}

/* The end of the run of one class in which `at` stands, and its begin. */
static size_t run_end(const struct edit *e, size_t at)
{
	enum char_class run = class_in(e, at);

	while (e->text.s[at] && class_in(e, at) == run)
		at = next(e, at);
	return at;
}

static size_t run_begin(const struct edit *e, size_t at)
{
	enum char_class run = class_in(e, at);

	while (at > 0 && class_in(e, before(e, at)) == run)
		at = before(e, at);
	return at;
}

static bool is_between(const struct edit *e, size_t at)
{
	enum char_class c = class_in(e, at);

	return e->text.s[at] && (c == CLASS_BLANK || c == CLASS_MARK);
}

/* Over a word, then over blanks and marks to where the next one begins. */
size_t edit_word_right(const struct edit *e, size_t at)
{
	if (class_in(e, at) == CLASS_HAN) {
		at = next(e, at);
		if (class_in(e, at) == CLASS_HAN)
			at = next(e, at);
	} else if (e->text.s[at] && !is_between(e, at)) {
		at = run_end(e, at);
	}
	while (is_between(e, at))
		at = next(e, at);
	return at;
}

/* Over blanks and marks, then to the begin of the word before them. */
size_t edit_word_left(const struct edit *e, size_t at)
{
	while (at > 0 && is_between(e, before(e, at)))
		at = before(e, at);
	if (at == 0)
		return 0;
	at = before(e, at);
	if (class_in(e, at) != CLASS_HAN)
		return run_begin(e, at);
	return at > 0 && class_in(e, before(e, at)) == CLASS_HAN ? before(e, at) : at;
}
