/* A plan under review: one action becomes two, two become one, one is taken out. */
#include "tests/core/plan_desk.h"

#include <criterion/criterion.h>

#include <string.h>

static void expect_action(const struct plan_edit *ed, const char *no, const char *expected)
{
	char *text = desk_action_text(&plan_edit_plan(ed)->actions.at[desk_action(ed, no)]);

	cr_expect_str_eq(text, expected);
	free(text);
}

Test(plan_edit_shape, what_is_behind_the_place_goes_to_the_second)
{
	struct plan_edit *ed = desk_open();
	struct err e = ERR_INIT;
	size_t at = desk_place(ed, "。新建驿站");

	cr_assert_eq(plan_edit_split(ed, 0, at, &e), 0, "%s", e.text);
	desk_check_step(ed, "1 parted");
	cr_expect_eq(plan_edit_plan(ed)->actions.n, 8);
	expect_action(ed, "1",
		      "/1 清河行动 [一] 2021-06\n\tlead 区水利局\n\tcoop 区住建局\n"
		      "\t水质达标率 (%): 2022 >= 80; 2025 >= 90\n");
	expect_action(ed, "1-2",
		      "/1-2 新建驿站3个,2021年6月底前完成 [一] 2021-06\n\tlead 区水利局\n"
		      "\tcoop 区住建局\n\t3 个 新建驿站\n\t20 公里 疏浚河道\n");
	const struct plan_action *pair = plan_edit_plan(ed)->actions.at;
	cr_expect_eq(pair[0].clause.to, at);
	cr_expect_eq(pair[1].clause.from, at);
	cr_expect_eq(pair[1].line, pair[0].line);
	plan_edit_free(ed);
}

Test(plan_edit_shape, the_second_keeps_the_number_that_is_printed)
{
	struct plan_edit *ed = desk_open();
	struct err e = ERR_INIT;

	cr_assert_eq(plan_edit_join(ed, 1, &e), 0, "%s", e.text);
	cr_assert_eq(plan_edit_split(ed, 1, desk_place(ed, "3.护坡"), &e), 0, "%s", e.text);
	expect_action(ed, "3", "/3 护坡行动 [一] \n\tlead 区水利局\n");
	plan_edit_free(ed);
}

Test(plan_edit_shape, each_side_keeps_its_own_units)
{
	struct plan_edit *ed =
		desk_read("云溪区方案\n一、任务\n"
			  "1.净水。疏浚河道。(区水利局负责)加固堤岸。(区住建局负责)\n"
			  "2.植树。(区园林局牵头)\n");
	struct err e = ERR_INIT;

	cr_assert_eq(plan_edit_split(ed, 0, desk_place(ed, "加固堤岸"), &e), 0, "%s", e.text);
	expect_action(ed, "1", "/1 净水 [一] \n\tlead 区水利局\n");
	expect_action(ed, "1-2", "/1-2 加固堤岸 [一] \n\tlead 区住建局\n");
	plan_edit_free(ed);
}

Test(plan_edit_shape, a_title_ends_at_the_place)
{
	struct plan_edit *ed = desk_open();
	struct err e = ERR_INIT;

	cr_assert_eq(plan_edit_split(ed, desk_action(ed, "5"), desk_place(ed, "讲座"), &e), 0);
	expect_action(ed, "5", "/5 举办 [二] \n\tlead 区市场监管局\n\tcoop 区教育局\n");
	plan_edit_free(ed);
}

Test(plan_edit_shape, parts_behind_the_place_go_with_the_second)
{
	struct plan_edit *ed = desk_read("云溪区方案\n一、任务\n"
					 "1.净水。疏浚河道。(区水利局负责)\n"
					 "2.宣传。印发手册。(区民政局负责)\n"
					 "(1)进社区。(区民政局负责)\n(2)进校园。(区教育局负责)\n");
	struct err e = ERR_INIT;

	cr_assert_eq(plan_edit_split(ed, 1, desk_place(ed, "印发"), &e), 0, "%s", e.text);
	const struct plan_action *at = plan_edit_plan(ed)->actions.at;
	cr_expect_str_eq(at[2].no, "2-2");
	cr_expect_str_eq(at[3].parent, "2-2");
	cr_expect_str_eq(at[4].parent, "2-2");
	cr_assert_eq(plan_edit_split(ed, 2, at[3].clause.from, &e), -1, "a part begins there");
	cr_expect_str_eq(e.text, "the place is in (1), which is an action already");
	plan_edit_free(ed);
}

Test(plan_edit_shape, places_that_are_refused)
{
	struct plan_edit *ed = desk_open();
	const struct plan_action *first = &plan_edit_plan(ed)->actions.at[0];
	const struct {
		size_t action, at;
	} wrong[] = {
		{0, 0},
		{0, first->clause.from},
		{0, first->clause.to},
		{0, first->clause.to - 1},		      /* a bracket is no text */
		{0, desk_place(ed, "清河") + 1},	      /* inside a character */
		{desk_action(ed, "4"), desk_place(ed, "册")}, /* that is part (1) */
	};

	for (size_t i = 0; i < sizeof wrong / sizeof *wrong; i++) {
		struct err e = ERR_INIT;

		cr_expect_eq(plan_edit_split(ed, wrong[i].action, wrong[i].at, &e), -1, "%zu", i);
		cr_expect_eq(e.code, ERR_INPUT, "%zu", i);
		cr_expect_str_eq(e.field, "at", "%zu", i);
	}
	cr_expect_eq(plan_edit_nsteps(ed), 0);
	plan_edit_free(ed);
}

Test(plan_edit_shape, two_actions_joined)
{
	struct plan_edit *ed = desk_open();
	struct err e = ERR_INIT;
	size_t end = plan_edit_plan(ed)->actions.at[1].clause.to;

	plan_edit_unit_add(ed, 1, "区住建局", ROLE_SHARED, &e);
	cr_assert_eq(plan_edit_join(ed, 0, &e), 0, "%s", e.text);
	desk_check_step(ed, "1 and 2 joined");
	expect_action(ed, "1",
		      "/1 清河行动 [一] 2021-06\n\tlead 区水利局\n\tshared 区住建局\n"
		      "\tshared 区园林局\n\tshared 区林业局\n"
		      "\t水质达标率 (%): 2022 >= 80; 2025 >= 90\n\t绿化覆盖率 (%): >= 40\n"
		      "\t水土流失持续改善: \n\t3 个 新建驿站\n\t20 公里 疏浚河道\n");
	cr_expect_eq(plan_edit_plan(ed)->actions.n, 6);
	cr_expect_eq(plan_edit_plan(ed)->actions.at[0].clause.to, end);
	plan_edit_free(ed);
}

Test(plan_edit_shape, parts_of_a_joined_action_get_the_first_as_parent)
{
	struct plan_edit *ed = desk_open();
	struct err e = ERR_INIT;
	size_t i = desk_action(ed, "3");

	cr_assert_eq(plan_edit_join(ed, i, &e), 0, "%s", e.text);
	cr_expect_str_eq(plan_edit_plan(ed)->actions.at[i + 1].parent, "3");
	cr_expect_str_eq(plan_edit_plan(ed)->actions.at[i + 2].parent, "3");
	/* The whole takes its first part in; the other one stays its part. */
	cr_assert_eq(plan_edit_join(ed, i, &e), 0, "%s", e.text);
	cr_expect_str_eq(plan_edit_plan(ed)->actions.at[i + 1].no, "(2)");
	cr_expect_str_eq(plan_edit_plan(ed)->actions.at[i + 1].parent, "3");
	plan_edit_free(ed);
}

Test(plan_edit_shape, the_last_action_has_none_to_join)
{
	struct plan_edit *ed = desk_open();
	struct err e = ERR_INIT;

	cr_expect_eq(plan_edit_join(ed, desk_action(ed, "5"), &e), -1);
	cr_expect_eq(e.code, ERR_STATE);
	plan_edit_free(ed);
}

Test(plan_edit_shape, an_action_taken_out)
{
	struct plan_edit *ed = desk_open();
	struct err e = ERR_INIT;
	size_t i = desk_action(ed, "4");

	cr_assert_eq(plan_edit_drop(ed, i, &e), 0, "%s", e.text);
	desk_check_step(ed, "4 taken out");
	cr_expect_str_eq(plan_edit_plan(ed)->actions.at[i].no, "(1)");
	cr_expect_str_eq(plan_edit_plan(ed)->actions.at[i].parent, "");
	plan_edit_free(ed);
}

Test(plan_edit_shape, one_action_stays)
{
	struct plan_edit *ed = desk_open();
	struct err e = ERR_INIT;

	while (plan_edit_plan(ed)->actions.n > 1)
		cr_assert_eq(plan_edit_drop(ed, 0, &e), 0, "%s", e.text);
	cr_expect_eq(plan_edit_drop(ed, 0, &e), -1);
	cr_expect_eq(e.code, ERR_STATE);
	plan_edit_free(ed);
}
