/* Looking at glyphs: matching words, trimming runs, places and copies. Every function is linear in
 * the run that it is given. */
#include "core/reader/plan_text.h"

#include <string.h>

int plan_text_line(const struct plan_text *t, size_t i)
{
	size_t lo = 0, hi = t->lines.n;
	uint32_t at = t->g[i].at;

	while (hi - lo > 1) {
		size_t mid = lo + (hi - lo) / 2;

		if (t->lines.at[mid] <= at)
			lo = mid;
		else
			hi = mid;
	}
	return (int)lo + 1;
}

struct plan_span plan_text_span(const struct plan_text *t, struct run r)
{
	r = plan_text_trim(t, r);
	return (struct plan_span){t->g[r.from].at, t->g[r.to].at};
}

/* A blank is kept only between Latin letters or digits and what is no Chinese punctuation. */
static bool keep_blank(const struct plan_text *t, struct run r, size_t i)
{
	size_t k = i + 1;

	while (k < r.to && glyph_is_blank(t->g[k].cp))
		k++;
	return i > r.from && k < r.to && t->g[i - 1].cp < 0x80 && t->g[k].cp < 0x80 &&
	       !glyph_is_blank(t->g[i - 1].cp) && !plan_text_in(t->g[i - 1].cp, U",;:()") &&
	       !plan_text_in(t->g[k].cp, U",;:()");
}

const char *plan_text_copy(struct arena *a, const struct plan_text *t, struct run r)
{
	char *out, *end;

	r = plan_text_trim(t, r);
	out = end = arena_alloc(a, t->g[r.to].at - t->g[r.from].at + 1);
	for (size_t i = r.from; i < r.to; i++) {
		size_t nbytes = t->g[i + 1].at - t->g[i].at;

		if (!glyph_is_blank(t->g[i].cp)) {
			memcpy(end, t->s + t->g[i].at, nbytes);
			end += nbytes;
		} else if (keep_blank(t, r, i)) {
			*end++ = ' ';
		}
	}
	return out;
}

size_t plan_text_match_rest(const struct plan_text *t, size_t i, size_t to, const char32_t *word)
{
	size_t k = i;

	for (;; k++) {
		while (k > i && k < to && t->g[k].cp == ' ')
			k++;
		if (!*word)
			break;
		if (k >= to || t->g[k].cp != *word)
			return 0;
		word++;
	}
	while (k > i && t->g[k - 1].cp == ' ')
		k--;
	return k - i;
}

bool plan_text_has(const struct plan_text *t, struct run r, const char32_t *word)
{
	for (size_t i = r.from; i < r.to; i++)
		if (plan_text_match(t, i, r.to, word))
			return true;
	return false;
}

bool plan_text_has_any(const struct plan_text *t, struct run r, const char32_t *const *words,
		       size_t n)
{
	struct glyph_set starts = {0};

	for (size_t k = 0; k < n; k++)
		glyph_set_add(&starts, words[k][0]);
	for (size_t i = r.from; i < r.to; i++)
		if (glyph_set_has(&starts, t->g[i].cp) &&
		    plan_text_begins_any(t, (struct run){i, r.to}, words, n))
			return true;
	return false;
}

bool plan_text_begins_any(const struct plan_text *t, struct run r, const char32_t *const *words,
			  size_t n)
{
	for (size_t k = 0; k < n; k++)
		if (plan_text_match(t, r.from, r.to, words[k]))
			return true;
	return false;
}

static size_t length_of(const char32_t *word)
{
	size_t n = 0;

	while (word[n])
		n++;
	return n;
}

/* The run without the blanks at its end, in which words have none. */
static struct run without_blanks(const struct plan_text *t, struct run r)
{
	while (r.to > r.from && t->g[r.to - 1].cp == ' ')
		r.to--;
	return r;
}

bool plan_text_ends_any(const struct plan_text *t, struct run r, const char32_t *const *words,
			size_t n)
{
	r = without_blanks(t, r);
	for (size_t k = 0; k < n && r.to > r.from; k++)
		if (words[k][length_of(words[k]) - 1] == t->g[r.to - 1].cp &&
		    plan_text_ends(t, r, words[k]))
			return true;
	return false;
}

bool plan_text_ends(const struct plan_text *t, struct run r, const char32_t *word)
{
	for (size_t n = length_of(word); n > 0; n--) {
		r = without_blanks(t, r);
		if (r.to == r.from || t->g[r.to - 1].cp != word[n - 1])
			return false;
		r.to--;
	}
	return true;
}

bool plan_text_is(const struct plan_text *t, struct run r, const char32_t *word)
{
	size_t n = plan_text_match(t, r.from, r.to, word);

	return n > 0 && r.from + n == r.to;
}

struct run plan_text_trim(const struct plan_text *t, struct run r)
{
	while (r.to > r.from && glyph_is_blank(t->g[r.to - 1].cp))
		r.to--;
	while (r.from < r.to && glyph_is_blank(t->g[r.from].cp))
		r.from++;
	return r;
}

struct run plan_text_strip(const struct plan_text *t, struct run r, const char32_t *punctuation)
{
	while (r.to > r.from &&
	       (glyph_is_blank(t->g[r.to - 1].cp) || plan_text_in(t->g[r.to - 1].cp, punctuation)))
		r.to--;
	while (r.from < r.to &&
	       (glyph_is_blank(t->g[r.from].cp) || plan_text_in(t->g[r.from].cp, punctuation)))
		r.from++;
	return r;
}

size_t plan_text_eol(const struct plan_text *t, size_t i, size_t to)
{
	while (i < to && t->g[i].cp != '\n')
		i++;
	return i;
}

int glyph_han_digit(char32_t cp)
{
	switch (cp) {
	case U'〇':
	case U'零':
		return 0;
	case U'一':
		return 1;
	case U'二':
	case U'两':
		return 2;
	case U'三':
		return 3;
	case U'四':
		return 4;
	case U'五':
		return 5;
	case U'六':
		return 6;
	case U'七':
		return 7;
	case U'八':
		return 8;
	case U'九':
		return 9;
	default:
		return -1;
	}
}

int plan_text_han_number(const struct plan_text *t, struct run r)
{
	int sum = 0, digit = 0;
	bool tens = false;

	for (size_t i = r.from; i < r.to; i++) {
		char32_t cp = t->g[i].cp;
		int d = glyph_han_digit(cp);

		if (cp == U'十' || cp == U'百') {
			sum += (digit || cp == U'百' ? digit : 1) * (cp == U'十' ? 10 : 100);
			digit = 0;
			tens = true;
		} else if (d < 0 || sum > 100000) {
			return 0;
		} else {
			digit = tens ? d : digit * 10 + d;
		}
		if (digit > 100000)
			return 0;
	}
	return sum + digit;
}
