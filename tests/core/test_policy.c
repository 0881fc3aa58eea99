/* The rules that the office sets: what is taken, what is refused, what follows. */
#include "core/rule/policy.h"

#include <criterion/criterion.h>

Test(policy, defaults_are_values_themselves)
{
	struct arena a = ARENA_INIT;

	for (int i = 0; i < POLICY_COUNT; i++) {
		const struct policy_option *o = &policy_options[i];
		struct err e = ERR_INIT;
		const char *value;
		cr_assert_eq(policy_read(&a, (enum policy_id)i, o->fallback, &value, &e), 0, "%s",
			     o->name);
		cr_expect_str_eq(value, o->fallback);
		cr_assert_eq(policy_read(&a, (enum policy_id)i, " ", &value, &e), 0, "%s", o->name);
		cr_expect_str_eq(value, o->fallback);
		cr_expect_eq(policy_find(o->name), (enum policy_id)i);
	}
	cr_expect_eq(policy_find("lamp"), POLICY_COUNT);
	arena_free(&a);
}

Test(policy, takes_and_refuses)
{
	static const struct {
		enum policy_id id;
		const char *typed, *kept; /* NULL: refused */
	} cases[] = {
		{POLICY_LAMP_SOON, "１０", "10"},
		{POLICY_LAMP_SOON, " 007 ", "7"},
		{POLICY_LAMP_SOON, "-1", NULL},
		{POLICY_LAMP_SOON, "251", NULL},
		{POLICY_LAMP_SOON, "99999999999999999999", NULL},
		{POLICY_LAMP_SOON, "five", NULL},
		{POLICY_DUE_QUARTER, "Day 25 Later", "day 25 later"},
		{POLICY_DUE_QUARTER, "due+10", NULL},
		{POLICY_CLOSES, "due + 3w", "due+3w"},
		{POLICY_CLOSES, "10", NULL},
		{POLICY_FILE_SIZE, "0", NULL},
		{POLICY_FILE_TYPES, " text；pdf  text", "pdf text"},
		{POLICY_FILE_TYPES, "text, pdf， archive  text", "pdf text archive"},
		{POLICY_FILE_TYPES, "pdf exe", NULL},
		{POLICY_FILE_TYPES, ",", NULL},
	};
	struct arena a = ARENA_INIT;

	for (size_t i = 0; i < sizeof cases / sizeof cases[0]; i++) {
		struct err e = ERR_INIT;
		const char *value = NULL;
		int got = policy_read(&a, cases[i].id, cases[i].typed, &value, &e);
		cr_expect_eq(got, cases[i].kept ? 0 : -1, "%s", cases[i].typed);
		if (cases[i].kept && !got)
			cr_expect_str_eq(value, cases[i].kept);
		else
			cr_expect_str_eq(e.field, policy_options[cases[i].id].name);
	}
	arena_free(&a);
}

Test(policy, lamps_and_periods_go_by_it)
{
	struct policy none = {{NULL}}, set = {{NULL}};
	struct lamp_rules lamps = policy_lamps(&none, NULL), standard = LAMP_RULES_DEFAULT;

	cr_expect_eq(lamps.soon_workdays, standard.soon_workdays);
	cr_expect_eq(lamps.behind_points, standard.behind_points);
	cr_expect_eq(lamps.returns, standard.returns);
	set.text[POLICY_LAMP_SOON] = "9";
	set.text[POLICY_DUE_QUARTER] = "day 25";
	set.text[POLICY_DUE_YEAR] = "of a later program";
	cr_expect_eq(policy_lamps(&set, NULL).soon_workdays, 9);
	cr_expect_eq(policy_periods(&set, PERIOD_QUARTER).due.base, BASE_DAY);
	cr_expect_eq(policy_periods(&set, PERIOD_QUARTER).due.day, 25);
	cr_expect_eq(policy_periods(&set, PERIOD_MONTH).due.base, BASE_END);
	cr_expect_eq(policy_periods(&set, PERIOD_YEAR).due.base, BASE_END);
	cr_expect_eq(policy_periods(&set, PERIOD_YEAR).closes.offset, 10);
}
