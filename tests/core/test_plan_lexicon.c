/* What the manual page says is understood is understood. */
#include "core/reader/plan_lexicon.h"

#include "core/reader/plan_label.h"
#include "core/reader/plan_mark.h"

#include <criterion/criterion.h>
#include <string.h>

static struct arena arena;

static struct plan_text text_of(const char *s)
{
	struct err e = ERR_INIT;
	struct plan_text t;

	cr_assert_eq(plan_text_read(&arena, s, strlen(s), &t, &e), 0, "%s", s);
	return t;
}

static struct lexicon list_of(const char *name)
{
	struct lexicon l;

	cr_assert(plan_lexicon_read(&arena, name, &l), "%s", name);
	cr_assert_gt(l.words.n, 0, "%s", name);
	return l;
}

Test(plan_lexicon, numbers_begin_items)
{
	struct lexicon l = list_of("numbers");

	for (size_t i = 0; i < l.words.n; i++) {
		struct plan_text t = text_of(arena_printf(&arena, "%s划定保护区\n", l.words.at[i]));
		struct mark m;

		cr_expect(plan_mark_read(&t, 0, &m), "%s", l.words.at[i]);
		cr_expect_eq(m.value, 1, "%s", l.words.at[i]);
	}
	arena_free(&arena);
}

static void expect_labels(const char *name, enum duty_class duty)
{
	struct lexicon l = list_of(name);

	for (size_t i = 0; i < l.words.n; i++) {
		const char *line = arena_printf(&arena, "%s单位：县水务局\n", l.words.at[i]);
		struct plan_text t = text_of(line);
		struct label label;

		cr_expect(plan_label_read(&t, 0, t.n, &label), "%s", line);
		cr_expect_eq(label.duty, duty, "%s", line);
	}
	arena_free(&arena);
}

Test(plan_lexicon, labels_say_the_rank)
{
	expect_labels("labels-lead", DUTY_LEAD);
	expect_labels("labels-coop", DUTY_COOP);
	expect_labels("labels-shared", DUTY_LIST);
}

static void expect_verbs(const char *name, enum duty_class duty)
{
	struct lexicon l = list_of(name);

	for (size_t i = 0; i < l.words.n; i++) {
		struct plan_text t = text_of(arena_printf(&arena, "%s。\n", l.words.at[i]));
		enum duty_class found = DUTY_NONE;

		cr_expect_eq(plan_verb_read(&t, 0, t.n, &found), t.n - 2, "%s", l.words.at[i]);
		cr_expect_eq(found, duty, "%s", l.words.at[i]);
	}
	arena_free(&arena);
}

Test(plan_lexicon, verbs_say_the_rank)
{
	expect_verbs("verbs-lead", DUTY_LEAD);
	expect_verbs("verbs-coop", DUTY_COOP);
	expect_verbs("verbs-shared", DUTY_LIST);
}

Test(plan_lexicon, a_list_has_each_word_once)
{
	struct lexicon l = list_of("columns-units");

	for (size_t i = 0; i < l.words.n; i++)
		for (size_t k = 0; k < i; k++)
			cr_expect_str_neq(l.words.at[i], l.words.at[k]);
	cr_expect_not(plan_lexicon_read(&arena, "no such list", &l));
	arena_free(&arena);
}
