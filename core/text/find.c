/* The words of a person against a text: each must occur in it, or match one of the pinyin keys that
 * were joined to it. A key stands between two control characters, which no clean text has, so that
 * the letters of a key are never taken for text. */
#include "core/text/find.h"

#include "core/text/pinyin.h"
#include "core/plan/plan.h"
#include "core/text/utf8.h"

#include <string.h>

enum { KEY_BEGINS = 0x0E, KEY_ENDS = 0x0F }; /* shift out, shift in */

const char *find_text(struct arena *a, const char *text, const char *key)
{
	return key && *key ? arena_printf(a, "%s%c%s%c", text, KEY_BEGINS, key, KEY_ENDS) : text;
}

const char *find_label(struct arena *a, const char *text)
{
	return strchr(text, KEY_BEGINS) ? text : find_text(a, text, pinyin_key(a, text));
}

static bool is_found_by(const char *found, const char *text, bool has_key)
{
	size_t nbytes = strlen(text);

	for (const char *at = found; (at = strstr(at, text)); at += nbytes)
		if (!has_key || at[nbytes] == KEY_BEGINS)
			return true;
	return false;
}

const char *find_more(struct arena *a, const char *found, const char *text)
{
	bool has_key = false;

	if (!*text)
		return found;
	for (const char *s = text; *s && !has_key; s++)
		has_key = (unsigned char)*s >= 0x80;
	if (is_found_by(found, text, has_key))
		return found;
	/* A character that nobody pronounces has no key. */
	const char *label = has_key ? find_label(a, text) : text;

	return is_found_by(found, label, false) ? found : arena_printf(a, "%s %s", found, label);
}

const char *find_no(struct arena *a, const char *no)
{
	const char *plain = plan_plain_no(a, no);

	return strcmp(plain, no) ? arena_printf(a, "%s %s", no, plain) : no;
}

/* One word to be found. */
struct word {
	const char *from, *to;
	bool is_latin; /* then `sound` is made */
	struct pinyin_word sound;
};

size_t find_word(const char **words)
{
	const char *s = *words, *end = s + strlen(s), *from = NULL;
	uint32_t cp;
	int n;

	for (; s < end; s += n) {
		n = utf8_decode(s, end, &cp);
		bool is_blank = utf8_halfwidth(cp) <= ' ';
		if (is_blank && from)
			break;
		if (!is_blank && !from)
			from = s;
	}
	*words = from ? from : s;
	return (size_t)(s - *words);
}

/* The next word behind *words, which moves on: false when there is none. */
static bool next_word(const char **words, struct word *w)
{
	size_t nbytes = find_word(words);

	w->from = *words;
	w->to = *words += nbytes;
	w->is_latin = pinyin_word(&w->sound, w->from, nbytes);
	return nbytes > 0;
}

/* The bytes at s that are the word, 0 when they are not. */
static size_t length_at(const char *s, const char *end, const struct word *w)
{
	const char *start = s;

	for (const char *c = w->from; c < w->to;) {
		uint32_t a, b;
		if (s >= end)
			return 0;
		s += utf8_decode(s, end, &a);
		c += utf8_decode(c, w->to, &b);
		if (a != b && utf8_fold(a) != utf8_fold(b))
			return 0;
	}
	return (size_t)(s - start);
}

static const char *key_end(const char *key, const char *end)
{
	const char *at = memchr(key, KEY_ENDS, (size_t)(end - key));

	return at ? at : end;
}

static bool contains(const char *text, const struct word *w)
{
	const char *end = text + strlen(text);
	uint32_t cp;

	for (const char *s = text; s < end; s += utf8_decode(s, end, &cp)) {
		if (*s == KEY_BEGINS) {
			const char *key = s + 1;
			s = key_end(key, end);
			if (w->is_latin && pinyin_match(&w->sound, key, (size_t)(s - key)))
				return true;
			if (s == end)
				break;
		} else if (length_at(s, end, w)) {
			return true;
		}
	}
	return false;
}

bool find_match(const char *words, const char *text)
{
	struct word w;

	while (next_word(&words, &w))
		if (!contains(text, &w))
			return false;
	return true;
}

/* The longest of the words that begins at s, in bytes; 0 for none. */
static size_t longest_at(const char *words, const char *s, const char *end, bool within_letters)
{
	struct word w;
	size_t longest = 0;

	while (next_word(&words, &w)) {
		size_t n = length_at(s, end, &w);
		if (!n && w.is_latin && !within_letters)
			n = pinyin_match_text(&w.sound, s, (size_t)(end - s));
		if (n > longest)
			longest = n;
	}
	return longest;
}

/* Half-width or full-width. */
static bool is_letter_at(const char *s, const char *end)
{
	uint32_t cp;

	utf8_decode(s, end, &cp);
	cp = utf8_fold(cp);
	return cp >= 'a' && cp <= 'z';
}

bool find_where(const char *words, const char *text, size_t from, struct find_place *place)
{
	const char *end = text + strlen(text);
	bool was_letter = false;
	uint32_t cp;

	for (const char *s = text; s < end; s += utf8_decode(s, end, &cp)) {
		bool is_letter = is_letter_at(s, end);
		size_t at = (size_t)(s - text);
		size_t n = at < from ? 0 : longest_at(words, s, end, was_letter && is_letter);
		if (n) {
			*place = (struct find_place){at, at + n};
			return true;
		}
		was_letter = is_letter;
	}
	return false;
}
