/* Which lists of words there are, and which rows of which table each one shows. */
#include "core/reader/plan_lexicon.h"

#include "core/reader/plan_grid.h"
#include "core/reader/plan_label.h"
#include "core/text/utf8.h"

#include <string.h>

static const struct {
	const char *name;
	plan_words_adder *add;
	int sort;
} lists[] = {
	{"numbers", plan_mark_words, 0},
	{"prefixes", plan_label_prefixes, 0},
	{"nouns", plan_label_words, DUTY_NONE},
	{"labels-lead", plan_label_words, DUTY_LEAD},
	{"labels-coop", plan_label_words, DUTY_COOP},
	{"labels-shared", plan_label_words, DUTY_LIST},
	{"labels-persons", plan_label_words, DUTY_PERSON},
	{"labels-due", plan_label_words, DUTY_DUE},
	{"labels-other", plan_label_words, DUTY_OTHER},
	{"verbs-lead", plan_verb_words, DUTY_LEAD},
	{"verbs-coop", plan_verb_words, DUTY_COOP},
	{"verbs-shared", plan_verb_words, DUTY_LIST},
	{"columns-no", plan_column_words, COLUMN_NO},
	{"columns-group", plan_column_words, COLUMN_GROUP},
	{"columns-task", plan_column_words, COLUMN_TASK},
	{"columns-what", plan_column_words, COLUMN_WHAT},
	{"columns-units", plan_column_words, COLUMN_UNITS},
	{"columns-persons", plan_column_words, COLUMN_PERSON},
	{"columns-due", plan_column_words, COLUMN_DUE},
	{"columns-values", plan_column_words, COLUMN_VALUE},
	{"columns-measure", plan_column_words, COLUMN_MEASURE},
	{"columns-skipped", plan_column_words, COLUMN_SKIP},
};

void plan_lexicon_add(struct lexicon *l, const char32_t *word)
{
	enum { LONGEST_CHARACTER = 4 };
	char text[64];
	size_t n = 0;

	for (; *word && n + LONGEST_CHARACTER < sizeof text; word++)
		n += (size_t)utf8_encode(*word, text + n);
	text[n] = '\0';
	for (size_t k = 0; k < l->words.n; k++)
		if (strcmp(l->words.at[k], text) == 0)
			return;
	*vec_push(l->arena, &l->words) = arena_strdup(l->arena, text);
}

bool plan_lexicon_read(struct arena *a, const char *list, struct lexicon *l)
{
	*l = (struct lexicon){.arena = a};
	for (size_t i = 0; i < sizeof lists / sizeof *lists; i++)
		if (strcmp(lists[i].name, list) == 0) {
			lists[i].add(l, lists[i].sort);
			return true;
		}
	return false;
}
