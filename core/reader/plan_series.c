/* Finds the series of numbers that a document makes for itself. A word counts when it stands before
 * 1 and then before 2 where lines or sentences begin; numbers with a blank behind them when three
 * of them run on. Words that number something else than items (附件1, 第一阶段) are rows below. */
#include "core/reader/plan_series.h"

enum { LONGEST_WORD = 8, SHORTEST_WORD = 2, MOST_DIGITS = 3, LEAST_STEPS = 2 };

#define ROWS(table) (sizeof(table) / sizeof *(table))

/* How words begin, and how they end, whose numbers are not those of items. */
static const char32_t *const other_begins[] = {U"附",	U"第", U"图", U"表",   U"专栏", U"注",
					       U"阶段", U"步", U"栏", U"联系", U"页"};
static const char32_t other_ends[] = U"表图件栏录年月日期号版第页人话";

/* Behind a number with a blank these make it one of a sentence: 3 个. */
static const char32_t counted[] = U"年月日时号期个名人家所次场%是至到";

struct candidate {
	struct run word;
	int last;
	size_t steps;
};

struct search {
	const struct plan_text *t;
	struct candidate at[MOST_SERIES];
	size_t oldest;
	struct {
		int last;
		size_t steps;
	} blank, han_blank;
};

/* The number at i; returns the place behind it, i for none. */
static size_t read_number(const struct plan_text *t, size_t i, int *value, bool *han)
{
	size_t k = i;

	*han = glyph_is_han_digit(t->g[i].cp);
	for (*value = 0; !*han && k - i < MOST_DIGITS && glyph_is_digit(t->g[k].cp); k++)
		*value = *value * 10 + (int)(t->g[k].cp - '0');
	while (*han && k - i < MOST_DIGITS && glyph_is_han_digit(t->g[k].cp))
		k++;
	if (*han)
		*value = plan_text_han_number(t, (struct run){i, k});
	return *value > 0 && !glyph_is_digit(t->g[k].cp) && !glyph_is_han_digit(t->g[k].cp) ? k : i;
}

static bool is_same(const struct plan_text *t, struct run a, struct run b)
{
	if (a.to - a.from != b.to - b.from)
		return false;
	for (size_t k = 0; k < a.to - a.from; k++)
		if (t->g[a.from + k].cp != t->g[b.from + k].cp)
			return false;
	return true;
}

static void count_word(struct search *s, struct run word, int value)
{
	struct candidate *c = s->at;

	while (c < s->at + MOST_SERIES && !is_same(s->t, c->word, word))
		c++;
	if (c < s->at + MOST_SERIES) {
		c->steps += value == c->last + 1;
		c->last = value;
		return;
	}
	if (value != 1)
		return;
	for (size_t k = 0; k < MOST_SERIES && s->at[s->oldest].steps > 0; k++)
		s->oldest = (s->oldest + 1) % MOST_SERIES;
	if (s->at[s->oldest].steps == 0)
		s->at[s->oldest] = (struct candidate){word, 1, 0};
	s->oldest = (s->oldest + 1) % MOST_SERIES;
}

static bool may_be_word(const struct plan_text *t, struct run word)
{
	return word.to - word.from >= SHORTEST_WORD &&
	       !plan_text_begins_any(t, word, other_begins, ROWS(other_begins)) &&
	       !plan_text_in(t->g[word.to - 1].cp, other_ends);
}

/* A word, its number and a sign at i: 行动一：, (任务三), 工程2 with its title on the next line. */
static void try_word(struct search *s, size_t i)
{
	const struct plan_text *t = s->t;
	size_t k = i + (t->g[i].cp == '('), from = k, end;
	bool han;
	int value;

	for (; k < t->n && k - from <= LONGEST_WORD; k++) {
		if (!glyph_is_han(t->g[k].cp) && !glyph_is_digit(t->g[k].cp) && t->g[k].cp != ' ')
			return;
		if (k - from < SHORTEST_WORD || (end = read_number(t, k, &value, &han)) == k)
			continue;
		struct run word = plan_text_trim(t, (struct run){from, k});
		if (plan_text_in(t->g[end].cp, U":、.,) \t\n-") && may_be_word(t, word))
			count_word(s, word, value);
		return;
	}
}

/* A number with nothing but a blank behind it at i. */
static void try_blank(struct search *s, size_t i)
{
	const struct plan_text *t = s->t;
	bool han;
	int value;
	size_t end = read_number(t, i, &value, &han), k = end;

	while (t->g[k].cp == ' ')
		k++;
	if (end == i || k == end || !glyph_is_han(t->g[k].cp) || plan_text_in(t->g[k].cp, counted))
		return;
	if (han) {
		s->han_blank.steps += value > 1 && value == s->han_blank.last + 1;
		s->han_blank.last = value;
	} else {
		s->blank.steps += value > 1 && value == s->blank.last + 1;
		s->blank.last = value;
	}
}

/* Whether an item may begin at i, by what stands before it. */
static bool may_begin(const struct plan_text *t, size_t i, bool *line)
{
	size_t k = i;

	while (k > 0 && plan_text_in(t->g[k - 1].cp, U" \t#*>-") && i - k < LONGEST_WORD)
		k--;
	*line = k == 0 || t->g[k - 1].cp == '\n';
	return *line || t->g[k - 1].cp == U'。' || i - k > 1;
}

const struct plan_series *plan_series_find(struct arena *a, const struct plan_text *t)
{
	struct search s = {.t = t};
	struct plan_series *found = arena_alloc(a, sizeof *found);
	bool line;

	for (size_t i = 0; i < t->n; i++) {
		char32_t cp = t->g[i].cp;

		if ((i > 0 && glyph_is_han(t->g[i - 1].cp)) ||
		    (!glyph_is_han(cp) && cp != '(' && !glyph_is_digit(cp)) ||
		    !may_begin(t, i, &line))
			continue;
		try_word(&s, i);
		if (line)
			try_blank(&s, i);
	}
	for (size_t k = 0; k < MOST_SERIES; k++)
		if (s.at[k].steps > 0)
			found->words[found->n++] = s.at[k].word;
	found->blank = s.blank.steps >= LEAST_STEPS;
	found->han_blank = s.han_blank.steps >= LEAST_STEPS;
	return found;
}

size_t plan_series_word(const struct plan_text *t, size_t i)
{
	size_t longest = 0;

	for (size_t k = 0; t->series && k < t->series->n; k++) {
		struct run word = t->series->words[k];
		size_t n = word.to - word.from;

		if (n > longest && i + n < t->n && is_same(t, word, (struct run){i, i + n}))
			longest = n;
	}
	return longest;
}
