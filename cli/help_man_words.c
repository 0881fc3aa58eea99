/*
 * The generated lists of duban-plan(5) and duban.conf(5), as mdoc(7): words that the plan reader
 * has in its tables, as they stand there, and closed sets with what they mean in the language of
 * the run.
 */
#include "cli/help.h"

#include "core/reader/plan_lexicon.h"
#include "core/words.h"
#include "exchange/file_kind.h"
#include "exchange/notice_json.h"

#include <stdio.h>
#include <string.h>

enum { WORDS_A_LINE = 8 };

/* Words for programs with their labels for people. */
#define SET(prefix)                                                                                \
	static const char *prefix##_word_at(unsigned i)                                            \
	{                                                                                          \
		return prefix##_word(i);                                                           \
	}                                                                                          \
	static const char *prefix##_label_at(unsigned i)                                           \
	{                                                                                          \
		return prefix##_label(i);                                                          \
	}
SET(plan_doubt)
SET(doubt_answer)
SET(lead_rule)
SET(role)
SET(op)
SET(file_kind)

static const char *notice_field_name(unsigned i)
{
	return notice_fields[i].name;
}

static const char *notice_field_meaning(unsigned i)
{
	return _(notice_fields[i].meaning);
}

static const struct {
	const char *name;
	unsigned count;
	const char *(*word)(unsigned i), *(*label)(unsigned i);
} sets[] = {
	{"doubts", PLAN_DOUBT_COUNT, plan_doubt_word_at, plan_doubt_label_at},
	{"answers", DOUBT_ANSWER_COUNT, doubt_answer_word_at, doubt_answer_label_at},
	{"lead-rules", LEAD_RULE_COUNT, lead_rule_word_at, lead_rule_label_at},
	{"roles", ROLE_COUNT, role_word_at, role_label_at},
	{"ops", OP_COUNT, op_word_at, op_label_at},
	{"files", FILE_KIND_COUNT, file_kind_word_at, file_kind_label_at},
	{"notice", NOTICE_FIELD_COUNT, notice_field_name, notice_field_meaning},
};

static bool print_set(const char *name)
{
	for (size_t k = 0; k < sizeof sets / sizeof *sets; k++) {
		if (strcmp(sets[k].name, name) != 0)
			continue;
		puts(".Bl -tag -width Ds -compact");
		for (unsigned i = 0; i < sets[k].count; i++)
			printf(".It Cm \\&%s\n%s\n", sets[k].word(i), sets[k].label(i));
		puts(".El");
		return true;
	}
	return false;
}

int help_print_man_words(struct arena *a, const char *list, struct err *e)
{
	struct lexicon l;

	if (print_set(list))
		return 0;
	if (!plan_lexicon_read(a, list, &l))
		return err_set(e, ERR_INPUT, _("the manual page has no list \"%s\""), list);
	for (size_t i = 0; i < l.words.n; i++) {
		bool end = i + 1 == l.words.n || i % WORDS_A_LINE == WORDS_A_LINE - 1;

		printf("\\&%s%c", l.words.at[i], end ? '\n' : ' ');
	}
	return 0;
}
