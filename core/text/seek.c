/* Words that are looked for, and the piece of a text that shows where they stand. Words come from
 * anywhere, so their number and length are bounded before anything is done with them. */
#include "core/text/seek.h"

#include "core/text/find.h"
#include "core/text/utf8.h"

#include <string.h>

/* Whole characters, at most SEEK_CHARS of them. */
static size_t shorten(const char *s, size_t nbytes)
{
	const char *end = s + nbytes, *p = s;
	uint32_t cp;

	for (int n = 0; n < SEEK_CHARS && p < end; n++)
		p += utf8_decode(p, end, &cp);
	return (size_t)(p - s);
}

void seek_read(struct arena *a, const char *words, struct seek *s)
{
	struct strbuf text = STRBUF_INIT;
	size_t nbytes;

	*s = (struct seek){0};
	while (s->words.n < SEEK_WORDS && (nbytes = find_word(&words)) > 0) {
		const char *word = arena_strndup(a, words, shorten(words, nbytes));
		struct seek_word w = {0};

		words += nbytes;
		gram_fold(a, word, &w.text);
		if (!w.text.n)
			continue;
		w.sounds = pinyin_word(&w.sound, word, strlen(word));
		*vec_push(a, &s->words) = w;
		strbuf_printf(&text, "%s ", word);
	}
	s->text = arena_strdup(a, text.nbytes ? text.s : "");
	strbuf_free(&text);
}

void seek_ask(const struct seek *s, struct strbuf *out, const char *between)
{
	size_t left = SEEK_GRAMS;

	/* each word gets its share, so that a long one does not hide those behind it */
	for (size_t i = 0; i < s->words.n; i++)
		left -= gram_ask(out, &s->words.at[i].text, left / (s->words.n - i), between);
}

bool seek_has(const struct seek_word *w, const struct gram_text *t, const char *key)
{
	if (gram_find(t, &w->text, 0) < t->n)
		return true;
	return w->sounds && *key && pinyin_match(&w->sound, key, strlen(key));
}

/* The first place at or behind byte `from`; of several words that begin there the longest. */
static bool next_place(const struct seek *s, const struct gram_text *t, size_t from,
		       struct seek_range *place)
{
	size_t first = 0, best = t->n, length = 0;

	while (first < t->n && t->at[first].from < from)
		first++;
	for (size_t i = 0; i < s->words.n; i++) {
		const struct gram_text *w = &s->words.at[i].text;
		size_t at = gram_find(t, w, first);

		if (at < best || (at == best && at < t->n && w->n > length)) {
			best = at;
			length = w->n;
		}
	}
	if (best == t->n)
		return false;
	*place = (struct seek_range){t->at[best].from, t->at[best + length - 1].to};
	return true;
}

/* All places, in order. */
struct places {
	struct arena *a;
	const struct seek *s;
	const char *text;
	bool is_name;
	struct gram_text folded;
};

static bool place_after(const struct places *p, size_t from, struct seek_range *place)
{
	struct find_place named;

	if (next_place(p->s, &p->folded, from, place))
		return true;
	if (!p->is_name || !find_where(p->s->text, p->text, from, &named))
		return false;
	*place = (struct seek_range){named.from, named.to};
	return true;
}

/* So many characters before or behind a place. */
static size_t step_back(const char *text, size_t at, size_t chars)
{
	for (; at > 0 && chars > 0; chars--) {
		for (at--; at > 0 && ((unsigned char)text[at] & 0xC0) == 0x80;)
			at--;
	}
	return at;
}

static size_t step_on(const char *text, size_t at, size_t chars)
{
	const char *end = text + strlen(text);
	uint32_t cp;

	for (; text + at < end && chars > 0; chars--)
		at += (size_t)utf8_decode(text + at, end, &cp);
	return at;
}

/* Line ends and tabs become blanks; the length stays. */
static const char *one_line(struct arena *a, const char *s, size_t nbytes, bool cut_before,
			    bool cut_after)
{
	char *out = arena_printf(a, "%s%.*s%s", cut_before ? "…" : "", (int)nbytes, s,
				 cut_after ? "…" : "");

	for (char *p = out; *p; p++) {
		if (*p == '\n' || *p == '\t' || *p == '\r')
			*p = ' ';
	}
	return out;
}

void seek_cut(struct arena *a, const struct seek *s, const char *text, bool is_name, size_t chars,
	      struct seek_piece *out)
{
	struct places p = {.a = a, .s = s, .text = text, .is_name = is_name};
	struct seek_range hit = {0, 0};

	gram_fold(a, text, &p.folded);
	*out = (struct seek_piece){0};
	bool found = place_after(&p, 0, &hit);
	size_t from = step_back(text, hit.from, SEEK_LEAD);
	size_t to = step_on(text, from, chars), shift = from ? strlen("…") : 0;
	out->text = one_line(a, text + from, to - from, from > 0, text[to] != '\0');
	for (; found && hit.to <= to && hit.to > hit.from; found = place_after(&p, hit.to, &hit))
		*vec_push(a, &out->hits) =
			(struct seek_range){hit.from - from + shift, hit.to - from + shift};
}
