/* A plan under review: levels and their targets as people write them, targets in words, volumes. */
#include "tests/core/plan_desk.h"

#include <criterion/criterion.h>
#include <criterion/parameterized.h>

#include <string.h>

static const struct target_case {
	const char *typed, *measure, *kept; /* NULL: refused */
} targets[] = {
	{"2022 >= 33; 2030 >= 38", "%", "2022 >= 33; 2030 >= 38"},
	{"２０２２年≥３３％；2030年不低于38%", "%", "2022 >= 33; 2030 >= 38"},
	{"到2022年达到33%以上", "%", "2022 >= 33"},
	{"2022 33", "%", "2022 = 33"},
	{"2022: 33", "%", "2022 = 33"},
	{"33", "%", "= 33"},
	{"2000", "人", "= 2000"},
	{"2000以上", "人", ">= 2000"},
	{"2022年2000人以上", "人", "2022 >= 2000"},
	{"~5、≤3.90", "", "~ 5; <= 3.90"},
	{"约33%左右", "%", "~ 33"},
	{"2022 <= 3.9以内,2025 <= 3", "‰", "2022 <= 3.9; 2025 <= 3"},
	{"2022 >= 12,000, 2025 >= 15,000;", "", "2022 >= 12,000; 2025 >= 15,000"},
	{"-0.5以下", "", "<= -0.5"},
	{"2030年 = 9.0", "", "2030 = 9.0"},
	{"", "%", NULL},
	{" ; ", "%", NULL},
	{"2022 >=", "%", NULL},
	{"尽快", "%", NULL},
	{"33%", "人", NULL},
	{"3.3.3", "", NULL},
	{"33 38", "", NULL},
	{">= 12345678901234567890", "", NULL},
};

static size_t target_numbers[sizeof targets / sizeof *targets];

ParameterizedTestParameters(plan_edit_fact, targets_as_people_write_them)
{
	for (size_t i = 0; i < sizeof targets / sizeof *targets; i++)
		target_numbers[i] = i;
	return cr_make_param_array(size_t, target_numbers, sizeof targets / sizeof *targets);
}

ParameterizedTest(const size_t *number, plan_edit_fact, targets_as_people_write_them)
{
	const struct target_case *c = &targets[*number];
	struct plan_level_entry entry = {"达标率", c->measure, c->typed};
	struct plan_edit *ed = desk_open();
	struct arena a = ARENA_INIT;
	struct err e = ERR_INIT;
	size_t i = desk_action(ed, "3");
	int result = plan_edit_level(ed, i, 0, &entry, &e);

	cr_assert_eq(result, c->kept ? 0 : -1, "%s: %s", c->typed, e.text);
	if (c->kept) {
		const struct plan_indicator *ind = plan_edit_plan(ed)->actions.at[i].indicators.at;

		desk_check_step(ed, "level added to 3");
		entry.targets = plan_targets_text(&a, ind);
		cr_expect_str_eq(entry.targets, c->kept);
		cr_expect_eq(plan_edit_level(ed, i, 0, &entry, &e), 0, "%s", e.text);
		cr_expect_eq(plan_edit_nsteps(ed), 1, "what is shown is what is kept");
	} else {
		cr_expect_eq(e.code, ERR_INPUT);
		cr_expect_str_eq(e.field, "targets");
	}
	arena_free(&a);
	plan_edit_free(ed);
}

static void expect_action(const struct plan_edit *ed, size_t i, const char *expected)
{
	char *text = desk_action_text(&plan_edit_plan(ed)->actions.at[i]);

	cr_expect_str_eq(strchr(text, '\n') + 1, expected);
	free(text);
}

Test(plan_edit_fact, a_level_corrected_keeps_its_place)
{
	struct plan_edit *ed = desk_open();
	struct err e = ERR_INIT;
	struct plan_span span = plan_edit_plan(ed)->actions.at[0].indicators.at[0].span;
	struct plan_level_entry entry = {"水质优良率", "%", "2025 >= 95"};

	cr_assert_eq(plan_edit_level(ed, 0, 0, &entry, &e), 0, "%s", e.text);
	desk_check_step(ed, "level of 1");
	const struct plan_indicator *ind = &plan_edit_plan(ed)->actions.at[0].indicators.at[0];
	cr_expect_str_eq(ind->name, "水质优良率");
	cr_expect_eq(ind->span.from, span.from);
	cr_expect_eq(ind->span.to, span.to);
	cr_expect_gt(ind->span.to, ind->span.from);
	entry.name = "";
	cr_expect_eq(plan_edit_level(ed, 0, 0, &entry, &e), -1);
	cr_expect_str_eq(e.field, "name");
	cr_expect_eq(plan_edit_level(ed, 0, 2, &entry, &e), -1);
	cr_expect_eq(e.code, ERR_NOT_FOUND);
	plan_edit_free(ed);
}

Test(plan_edit_fact, targets_in_words)
{
	struct plan_edit *ed = desk_open();
	struct err e = ERR_INIT;

	cr_assert_eq(plan_edit_words(ed, 2, 0, "实现全覆盖", "2022、２０３０年", &e), 0, "%s",
		     e.text);
	desk_check_step(ed, "target in words added to 3");
	expect_action(ed, 2, "\tlead 区水利局\n\t实现全覆盖: 2022 2030\n");
	cr_expect_eq(plan_edit_words(ed, 2, 0, "实现全覆盖", "2022 2030", &e), 0);
	cr_expect_eq(plan_edit_nsteps(ed), 1, "nothing has changed");
	cr_assert_eq(plan_edit_words(ed, 2, 0, "全部覆盖", "", &e), 0, "%s", e.text);
	desk_check_step(ed, "target in words of 3");
	expect_action(ed, 2, "\tlead 区水利局\n\t全部覆盖: \n");
	cr_expect_eq(plan_edit_words(ed, 2, 0, "", "", &e), -1);
	cr_expect_str_eq(e.field, "text");
	cr_expect_eq(plan_edit_words(ed, 2, 0, "全部覆盖", "明年", &e), -1);
	cr_expect_str_eq(e.field, "years");
	cr_expect_eq(plan_edit_words(ed, 2, 0, "全部覆盖", "20222", &e), -1);
	cr_expect_eq(plan_edit_words(ed, 2, 0, "全部覆盖", "1022", &e), -1);
	plan_edit_free(ed);
}

Test(plan_edit_fact, volumes)
{
	struct plan_edit *ed = desk_open();
	struct err e = ERR_INIT;

	cr_assert_eq(
		plan_edit_volume(ed, 0, 1, &(struct plan_volume_entry){"２５", "公里", "疏浚"}, &e),
		0, "%s", e.text);
	desk_check_step(ed, "volume of 1");
	cr_assert_eq(
		plan_edit_volume(ed, 2, 0, &(struct plan_volume_entry){"2,000", "", "培训"}, &e), 0,
		"%s", e.text);
	desk_check_step(ed, "volume added to 3");
	expect_action(ed, 2, "\tlead 区水利局\n\t2,000  培训\n");
	cr_expect_str_eq(plan_edit_plan(ed)->actions.at[0].volumes.at[1].value, "25");
	cr_expect_eq(
		plan_edit_volume(ed, 0, 1, &(struct plan_volume_entry){"许多", "", "疏浚"}, &e),
		-1);
	cr_expect_str_eq(e.field, "value");
	cr_expect_eq(plan_edit_volume(ed, 0, 1, &(struct plan_volume_entry){"5", "", ""}, &e), -1);
	cr_expect_str_eq(e.field, "what");
	plan_edit_free(ed);
}

Test(plan_edit_fact, facts_taken_out)
{
	struct plan_edit *ed = desk_open();
	struct err e = ERR_INIT;

	cr_assert_eq(plan_edit_fact_drop(ed, 0, PLAN_LEVEL, 0, &e), 0, "%s", e.text);
	desk_check_step(ed, "level taken out of 1");
	cr_assert_eq(plan_edit_fact_drop(ed, 0, PLAN_VOLUME, 0, &e), 0, "%s", e.text);
	desk_check_step(ed, "volume taken out of 1");
	cr_assert_eq(plan_edit_fact_drop(ed, 1, PLAN_WORDS, 0, &e), 0, "%s", e.text);
	desk_check_step(ed, "target in words taken out of 2");
	expect_action(ed, 0, "\tlead 区水利局\n\tcoop 区住建局\n\t20 公里 疏浚河道\n");
	cr_expect_eq(plan_edit_fact_drop(ed, 0, PLAN_LEVEL, 0, &e), -1);
	cr_expect_eq(e.code, ERR_NOT_FOUND);
	plan_edit_free(ed);
}
