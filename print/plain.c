/*
 * Last cleaning before a text goes out. The model keeps only clean texts, so this mostly looks and
 * finds nothing; it is here because a terminal obeys what it is sent.
 */
#include "print/plain.h"

#include "core/text/utf8.h"

#include <string.h>

enum { ESC = 0x1B, BELL = 0x07 };

static bool is_harmless(const char *s)
{
	for (; *s; s++)
		if (*s != '\n' && (*s < 0x20 || *s > 0x7E))
			return false;
	return true;
}

/* Where the escape sequence after ESC ends: "[…" with a letter, "]…" with a bell or ESC \, else
 * after one character, with the marks before it. */
static const char *skip_escape(const char *s, const char *end)
{
	if (s < end && *s == '[') {
		for (s++; s < end && *s >= 0x20 && *s < 0x40; s++)
			;
		return s < end && *s >= 0x40 && *s < 0x7F ? s + 1 : s;
	}
	if (s < end && *s == ']') {
		while (s < end && *s != BELL && *s != ESC)
			s++;
		return s < end && *s == BELL ? s + 1 : s;
	}
	while (s < end && *s >= 0x20 && *s < 0x30)
		s++;
	return s < end && *s >= 0x30 && *s < 0x7F ? s + 1 : s;
}

/* Without escape sequences, bad bytes as U+FFFD, tabs as spaces. */
static void strip(const char *s, struct strbuf *out)
{
	const char *end = s + strlen(s);

	strbuf_puts(out, "");
	while (s < end) {
		uint32_t cp;
		char c[4];
		s += utf8_decode(s, end, &cp);
		if (cp == ESC) {
			s = skip_escape(s, end);
			continue;
		}
		if (cp == '\t')
			cp = ' ';
		strbuf_add(out, c, (size_t)utf8_encode(cp, c));
	}
}

const char *plain_text(struct arena *a, const char *s)
{
	struct strbuf stripped = STRBUF_INIT;
	struct err e = ERR_INIT;

	if (is_harmless(s))
		return s;
	strip(s, &stripped);
	const char *clean = utf8_clean(a, stripped.s, stripped.nbytes, &e);
	strbuf_free(&stripped);
	return clean ? clean : "";
}

const char *plain_line(struct arena *a, const char *s)
{
	const char *text = plain_text(a, s);

	if (!strchr(text, '\n'))
		return text;
	char *line = arena_strdup(a, text);
	for (char *p = line; *p; p++)
		if (*p == '\n')
			*p = ' ';
	return line;
}

static const struct {
	const char *sign, *ascii;
} signs[] = {
	{"≥", ">="},  {"≤", "<="},  {"≈", "~"},	  {"×", "x"},	{"…", "..."},
	{"—", "-"},   {"–", "-"},   {"·", "."},	  {"“", "\""},	{"”", "\""},
	{"‘", "'"},   {"’", "'"},   {"★", "*"},	  {"●", "*"},	{"→", "->"},
	{"①", "(1)"}, {"②", "(2)"}, {"③", "(3)"}, {"④", "(4)"}, {"⑤", "(5)"},
	{"⑥", "(6)"}, {"⑦", "(7)"}, {"⑧", "(8)"}, {"⑨", "(9)"}, {"⑩", "(10)"},
};

static const char *ascii_of(const char *s, size_t nbytes)
{
	for (size_t i = 0; i < sizeof signs / sizeof signs[0]; i++)
		if (strlen(signs[i].sign) == nbytes && memcmp(signs[i].sign, s, nbytes) == 0)
			return signs[i].ascii;
	return NULL;
}

/* The mark before an item is a dash there, not a full stop. */
static bool is_item_mark(const char *text, const char *s)
{
	return (s == text || s[-1] == '\n') && strncmp(s, "· ", strlen("· ")) == 0;
}

const char *plain_ascii(struct arena *a, const char *s)
{
	const char *text = s;
	struct strbuf b = STRBUF_INIT;

	strbuf_puts(&b, "");
	for (size_t n = utf8_cluster(s); n > 0; s += n, n = utf8_cluster(s)) {
		const char *ascii = is_item_mark(text, s) ? "-" : ascii_of(s, n);
		if (ascii)
			strbuf_puts(&b, ascii);
		else
			strbuf_add(&b, s, n);
	}
	const char *made = arena_strdup(a, b.s);
	strbuf_free(&b);
	return made;
}
