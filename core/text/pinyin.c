/* Pinyin keys and their matching. A text is walked in sounds: a Han character with its readings, a
 * run of Latin letters, a digit. The matcher keeps all places of the word that may have been
 * reached as the bits of one number and moves them together, letter by letter of the key, so that
 * no key makes it slow. */
#include "core/text/pinyin.h"

#include "core/text/pinyin_table.h"
#include "core/text/utf8.h"

#include <string.h>

/* The readings of a character without tones, the usual one first: "le/yue"; "" when it has none. */
static const char *readings_of(uint32_t cp)
{
	uint32_t page = cp / PINYIN_PAGE;

	if (page >= pinyin_npages)
		return pinyin_readings;
	return pinyin_readings + pinyin_entries[pinyin_pages[page]][cp % PINYIN_PAGE];
}

static bool is_letter(uint32_t folded)
{
	return folded >= 'a' && folded <= 'z';
}

static bool is_digit(uint32_t folded)
{
	return folded >= '0' && folded <= '9';
}

/* What stands around or within a name without being pronounced: a match goes across. */
static bool is_silent(uint32_t folded)
{
	static const uint32_t silent[] = {
		' ',	'"',	'\'',	'(',	')',	'<',	'>',	'[',	']',	0x00B7,
		0x2018, 0x2019, 0x201C, 0x201D, 0x2022, 0x3008, 0x3009, 0x300A, 0x300B, 0x300C,
		0x300D, 0x300E, 0x300F, 0x3010, 0x3011, 0x3014, 0x3015, 0x30FB,
	};

	for (size_t i = 0; i < sizeof silent / sizeof silent[0]; i++)
		if (folded == silent[i])
			return true;
	/* variation selectors */
	return (folded >= 0xFE00 && folded <= 0xFE0F) || (folded >= 0xE0100 && folded <= 0xE01EF);
}

enum sound_kind { SOUND_HAN, SOUND_LATIN, SOUND_SILENT, SOUND_BREAK };

struct sound {
	enum sound_kind kind;
	const char *readings; /* of a Han character */
	const char *to;	      /* where it ends */
};

static const char *letters_end(const char *s, const char *end)
{
	uint32_t cp;

	while (s < end) {
		int n = utf8_decode(s, end, &cp);
		if (!is_letter(utf8_fold(cp)))
			break;
		s += n;
	}
	return s;
}

/* The sound that begins at s (s < end). */
static struct sound sound_at(const char *s, const char *end)
{
	struct sound at = {.kind = SOUND_LATIN};
	uint32_t cp;

	at.to = s + utf8_decode(s, end, &cp);
	at.readings = readings_of(cp);
	cp = utf8_fold(cp);
	if (*at.readings)
		at.kind = SOUND_HAN;
	else if (is_letter(cp))
		at.to = letters_end(at.to, end);
	else if (!is_digit(cp))
		at.kind = is_silent(cp) ? SOUND_SILENT : SOUND_BREAK;
	return at;
}

/* Adds a text of Latin letters and digits of any width and case. */
static void add_latin(struct strbuf *b, const char *s, const char *end)
{
	uint32_t cp;

	while (s < end) {
		s += utf8_decode(s, end, &cp);
		strbuf_putc(b, (char)utf8_fold(cp));
	}
}

const char *pinyin_key(struct arena *a, const char *text)
{
	const char *end = text + strlen(text);
	struct strbuf key = STRBUF_INIT;
	struct sound sound;
	char gap = ' ';

	for (const char *s = text; s < end; s = sound.to) {
		sound = sound_at(s, end);
		if (sound.kind == SOUND_BREAK)
			gap = '|';
		if (sound.kind == SOUND_BREAK || sound.kind == SOUND_SILENT)
			continue;
		if (key.nbytes)
			strbuf_putc(&key, gap);
		gap = ' ';
		if (sound.kind == SOUND_HAN)
			strbuf_puts(&key, sound.readings);
		else
			add_latin(&key, s, sound.to);
	}
	const char *kept = arena_strndup(a, key.nbytes ? key.s : "", key.nbytes);
	strbuf_free(&key);
	return kept;
}

/* Which of pinyin_word.places a letter or digit has; -1 for others. */
static int place_of(uint32_t folded)
{
	if (is_letter(folded))
		return (int)(folded - 'a');
	return is_digit(folded) ? (int)(folded - '0') + 26 : -1;
}

bool pinyin_word(struct pinyin_word *w, const char *s, size_t nbytes)
{
	const char *end = s + nbytes;
	bool has_letter = false;
	uint32_t cp;

	*w = (struct pinyin_word){0};
	while (s < end) {
		s += utf8_decode(s, end, &cp);
		cp = utf8_fold(cp);
		if (cp == '\'')
			continue;
		int place = place_of(cp);
		if (place < 0 || w->n == PINYIN_WORD)
			return false;
		w->places[place] |= UINT64_C(1) << w->n++;
		has_letter = has_letter || is_letter(cp);
	}
	return has_letter;
}

/* Bit i of `at` says that i letters of the word are behind: those that this letter goes on from. */
static uint64_t step(const struct pinyin_word *w, uint64_t at, char c)
{
	int place = place_of((unsigned char)c);

	return place < 0 ? 0 : (at & w->places[place]) << 1;
}

bool pinyin_match(const struct pinyin_word *w, const char *key, size_t nbytes)
{
	const uint64_t whole = UINT64_C(1) << w->n;
	/* Before this syllable, within a reading of it, behind any beginning of its readings. */
	uint64_t before = 1, within = 1, behind = 0;

	for (const char *end = key + nbytes; key < end; key++) {
		switch (*key) {
		case ' ':
		case '|':
			/* A match may begin at any syllable. */
			before = within = *key == ' ' ? behind | 1 : 1;
			behind = 0;
			break;
		case '/':
			within = before;
			break;
		default:
			within = step(w, within, *key);
			behind |= within;
			if (behind & whole)
				return true;
		}
	}
	return false;
}

/* The places behind any beginning of a Han character's readings. */
static uint64_t step_readings(const struct pinyin_word *w, uint64_t before, const char *readings)
{
	uint64_t within = before, behind = 0;

	for (; *readings; readings++) {
		within = *readings == '/' ? before : step(w, within, *readings);
		if (*readings != '/')
			behind |= within;
	}
	return behind;
}

/* The same for Latin letters or a digit of the text. */
static uint64_t step_latin(const struct pinyin_word *w, uint64_t within, const char *s,
			   const char *end)
{
	uint64_t behind = 0;
	uint32_t cp;

	while (s < end) {
		s += utf8_decode(s, end, &cp);
		within = step(w, within, (char)utf8_fold(cp));
		behind |= within;
	}
	return behind;
}

size_t pinyin_match_text(const struct pinyin_word *w, const char *s, size_t nbytes)
{
	const char *start = s, *end = s + nbytes;
	uint64_t at = 1;

	while (s < end && at) {
		struct sound sound = sound_at(s, end);

		if (sound.kind == SOUND_HAN)
			at = step_readings(w, at, sound.readings);
		else if (sound.kind == SOUND_LATIN)
			at = step_latin(w, at, s, sound.to);
		else if (sound.kind == SOUND_BREAK || s == start)
			break;
		s = sound.to;
		if (at >> w->n)
			return (size_t)(s - start);
	}
	return 0;
}

static int sign(int64_t v)
{
	return (v > 0) - (v < 0);
}

/* By the usual reading, of which the list has more behind "/". */
static int compare_readings(const char *a, const char *b)
{
	while (*a == *b && *a && *a != '/') {
		a++;
		b++;
	}
	return (*a == '/' ? 0 : *a) - (*b == '/' ? 0 : *b);
}

/* Where a character stands among the others: signs, digits, letters, Han, Han without a reading. */
static int rank_of(uint32_t folded, const char *readings)
{
	if (*readings)
		return 3;
	if (is_letter(folded))
		return 2;
	if (is_digit(folded))
		return 1;
	return folded >= 0x3400 && place_of(folded) < 0 ? 4 : 0;
}

static int compare_characters(uint32_t a, uint32_t b)
{
	const char *x = readings_of(a), *y = readings_of(b);
	int by_rank;

	a = utf8_fold(a);
	b = utf8_fold(b);
	by_rank = rank_of(a, x) - rank_of(b, y);
	if (by_rank)
		return by_rank;
	int by_sound = compare_readings(x, y);
	return by_sound ? by_sound : sign((int64_t)a - (int64_t)b);
}

/* A run of digits of any width at *s, which moves behind it: what it counts. Of more digits than
 * fit the last ones count. */
static uint64_t take_number(const char **s, const char *end, bool *any)
{
	uint64_t n = 0;
	uint32_t cp;

	*any = false;
	while (*s < end) {
		int step = utf8_decode(*s, end, &cp);

		if (!is_digit(utf8_fold(cp)))
			break;
		n = n * 10 + (utf8_fold(cp) - '0');
		*s += step;
		*any = true;
	}
	return n;
}

/* Where numbers stand in both: which is less; both move behind them. */
static int compare_numbers(const char **s, const char *s_end, const char **t, const char *t_end)
{
	const char *x = *s, *y = *t;
	bool in_x, in_y;
	uint64_t m = take_number(&x, s_end, &in_x), n = take_number(&y, t_end, &in_y);

	if (!in_x || !in_y)
		return 0;
	*s = x;
	*t = y;
	return (m > n) - (m < n);
}

int pinyin_compare(const char *a, const char *b)
{
	const char *s = a, *s_end = a + strlen(a), *t = b, *t_end = b + strlen(b);
	uint32_t x, y;

	while (s < s_end && t < t_end) {
		int order = compare_numbers(&s, s_end, &t, t_end);
		if (order)
			return order;
		if (s == s_end || t == t_end)
			break;
		s += utf8_decode(s, s_end, &x);
		t += utf8_decode(t, t_end, &y);
		order = x == y ? 0 : compare_characters(x, y);
		if (order)
			return order;
	}
	if (s < s_end || t < t_end)
		return s < s_end ? 1 : -1;
	return strcmp(a, b);
}
