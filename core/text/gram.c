/* Folding of texts and the making of grams. What is a letter is decided by what is not:
 * punctuation, symbols and blanks stand in a short table of ranges, so that characters younger than
 * any library are found too. */
#include "core/text/gram.h"

#include "core/text/utf8.h"

#include <string.h>

enum { FIRST_HAN = 0x2E80 }; /* from here on scripts are written without blanks */

struct range {
	uint32_t from, to;
};

/* Neither letters nor digits, beyond ASCII; in order. */
static const struct range separators[] = {
	{0x0080, 0x00A9}, {0x00AB, 0x00B1}, {0x00B4, 0x00B4}, {0x00B6, 0x00B8}, {0x00BB, 0x00BB},
	{0x00BF, 0x00BF}, {0x00D7, 0x00D7}, {0x00F7, 0x00F7}, {0x2000, 0x206F}, {0x20A0, 0x20CF},
	{0x2190, 0x245F}, {0x2500, 0x2BFF}, {0x2E00, 0x2E7F}, {0x3000, 0x3004}, {0x3008, 0x3020},
	{0x3030, 0x3030}, {0x303D, 0x303F}, {0x30FB, 0x30FB}, {0xFE10, 0xFE6F}, {0xFEFF, 0xFEFF},
	{0xFF5F, 0xFF65}, {0xFFE0, 0xFFFF},
};

/* Variation selectors and the zero-width joiner say how a character looks, not which it is. */
static bool is_nothing(uint32_t cp)
{
	return (cp >= 0xFE00 && cp <= 0xFE0F) || (cp >= 0x200B && cp <= 0x200F) ||
	       (cp >= 0xE0100 && cp <= 0xE01EF);
}

static bool is_letter(uint32_t cp)
{
	if (cp < 0x80)
		return (cp >= 'a' && cp <= 'z') || (cp >= '0' && cp <= '9');
	for (size_t i = 0; i < sizeof separators / sizeof *separators; i++) {
		if (cp <= separators[i].to)
			return cp < separators[i].from;
	}
	return true;
}

static uint32_t fold(uint32_t cp)
{
	cp = utf8_halfwidth(cp);
	/* ASCII, Latin-1, Greek and Cyrillic capitals; the small ones stand at a fixed distance */
	if ((cp >= 'A' && cp <= 'Z') || (cp >= 0xC0 && cp <= 0xDE && cp != 0xD7) ||
	    (cp >= 0x391 && cp <= 0x3A9) || (cp >= 0x410 && cp <= 0x42F))
		return cp + 0x20;
	return cp;
}

static bool is_blank(uint32_t cp)
{
	return cp == ' ' || cp == '\t' || cp == '\n' || cp == '\r';
}

enum between { BETWEEN_NOTHING, BETWEEN_BLANKS, BETWEEN_GAP };

static void add_char(struct arena *a, struct gram_text *out, struct gram_char c,
		     enum between between)
{
	if (out->n && between != BETWEEN_NOTHING) {
		const struct gram_char *last = &out->at[out->n - 1];
		bool han = last->cp >= FIRST_HAN || c.cp >= FIRST_HAN;
		uint32_t to = last->to;

		if (between == BETWEEN_GAP || !han)
			*vec_push(a, out) = (struct gram_char){GRAM_GAP, to, c.from};
	}
	*vec_push(a, out) = c;
}

void gram_fold(struct arena *a, const char *text, struct gram_text *out)
{
	const char *end = text + strlen(text);
	enum between between = BETWEEN_NOTHING;
	uint32_t cp;

	*out = (struct gram_text){0};
	for (const char *s = text; s < end;) {
		uint32_t from = (uint32_t)(s - text);

		s += utf8_decode(s, end, &cp);
		cp = fold(cp);
		if (is_nothing(cp))
			continue;
		if (is_letter(cp)) {
			add_char(a, out, (struct gram_char){cp, from, (uint32_t)(s - text)},
				 between);
			between = BETWEEN_NOTHING;
		} else if (!is_blank(cp)) {
			between = BETWEEN_GAP;
		} else if (between == BETWEEN_NOTHING) {
			between = BETWEEN_BLANKS;
		}
	}
}

static bool stands_at(const struct gram_char *t, const struct gram_text *word)
{
	for (size_t i = 0; i < word->n; i++) {
		if (t[i].cp != word->at[i].cp)
			return false;
	}
	return true;
}

size_t gram_find(const struct gram_text *t, const struct gram_text *word, size_t from)
{
	for (size_t i = from; word->n && i + word->n <= t->n; i++) {
		if (stands_at(t->at + i, word))
			return i;
	}
	return t->n;
}

static void add_gram(struct strbuf *out, const uint32_t *cp, size_t n, const char *after)
{
	char bytes[8];
	size_t nbytes = 0;

	for (size_t i = 0; i < n; i++)
		nbytes += (size_t)utf8_encode(cp[i], bytes + nbytes);
	strbuf_add(out, bytes, nbytes);
	strbuf_puts(out, after);
}

static bool is_pair(const struct gram_text *t, size_t i)
{
	return i + 1 < t->n && t->at[i].cp != GRAM_GAP && t->at[i + 1].cp != GRAM_GAP;
}

static void add_pair(struct strbuf *out, const struct gram_text *t, size_t i, const char *after)
{
	add_gram(out, (const uint32_t[]){t->at[i].cp, t->at[i + 1].cp}, 2, after);
}

void gram_add(struct strbuf *out, const struct gram_text *t)
{
	for (size_t i = 0; i < t->n; i++) {
		if (t->at[i].cp != GRAM_GAP)
			add_gram(out, &t->at[i].cp, 1, " ");
		if (is_pair(t, i))
			add_pair(out, t, i, " ");
	}
}

/* Letters of the readings of one syllable: which there are at all, and which come first. */
struct syllable {
	uint64_t letters, first;
};

static int letter_number(char c)
{
	return c >= '0' && c <= '9' ? c - '0' : c - 'a' + 10;
}

static uint32_t letter_of(int number)
{
	return (uint32_t)(number < 10 ? '0' + number : 'a' + number - 10);
}

/* The syllable at *s with its pairs; *s is then at what stands behind it. */
static struct syllable add_syllable(struct strbuf *out, const char **s)
{
	struct syllable y = {0};
	const char *begin = *s;

	for (; **s && **s != ' ' && **s != '|'; ++*s) {
		const char *p = *s;
		if (*p == '/')
			continue;
		y.letters |= UINT64_C(1) << letter_number(*p);
		if (p == begin || p[-1] == '/')
			y.first |= UINT64_C(1) << letter_number(*p);
		else
			add_gram(out, (const uint32_t[]){(uint32_t)p[-1], (uint32_t)*p}, 2, " ");
	}
	return y;
}

static void add_across(struct strbuf *out, const struct syllable *a, const struct syllable *b)
{
	for (int i = 0; i < 36; i++) {
		if (!(a->letters >> i & 1))
			continue;
		for (int k = 0; k < 36; k++) {
			if (b->first >> k & 1)
				add_gram(out, (const uint32_t[]){letter_of(i), letter_of(k)}, 2,
					 " ");
		}
	}
}

void gram_add_sounds(struct strbuf *out, const char *key)
{
	struct syllable before = {0};

	for (const char *s = key; *s;) {
		struct syllable y = add_syllable(out, &s);
		uint32_t first;

		add_across(out, &before, &y);
		for (int i = 0; i < 36; i++) {
			first = letter_of(i);
			if (y.first >> i & 1)
				add_gram(out, &first, 1, " ");
		}
		before = *s == '|' ? (struct syllable){0} : y;
		if (*s)
			s++;
	}
}

size_t gram_ask(struct strbuf *out, const struct gram_text *word, size_t most, const char *between)
{
	size_t n = 0;

	for (size_t i = 0; i < word->n && n < most; i++) {
		bool alone = (i == 0 || word->at[i - 1].cp == GRAM_GAP) && !is_pair(word, i);

		if (word->at[i].cp == GRAM_GAP || (!alone && !is_pair(word, i)))
			continue;
		if (out->nbytes)
			strbuf_puts(out, between);
		if (alone)
			add_gram(out, &word->at[i].cp, 1, "");
		else
			add_pair(out, word, i, "");
		n++;
	}
	return n;
}
