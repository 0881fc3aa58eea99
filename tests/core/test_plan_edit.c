/* A plan under review: the texts of the document, its actions and their units, and the way back and
 * forth. */
#include "tests/core/plan_desk.h"

#include <criterion/criterion.h>
#include <criterion/parameterized.h>

#include <string.h>

Test(plan_edit, begins_with_the_plan_as_it_was_read)
{
	struct plan_edit *ed = desk_open();

	cr_expect_eq(plan_edit_nsteps(ed), 0);
	cr_expect_null(plan_edit_undo_label(ed));
	cr_expect_null(plan_edit_redo_label(ed));
	cr_expect_not(plan_edit_undo(ed));
	cr_expect_not(plan_edit_redo(ed));
	cr_expect_eq(plan_edit_plan(ed)->actions.n, 7);
	plan_edit_free(ed);
	plan_edit_free(NULL);
}

static const struct head_case {
	enum plan_head_field field;
	const char *typed, *kept, *label;
} heads[] = {
	{PLAN_TITLE, "  净水行动 ", "净水行动", "title of the document"},
	{PLAN_DOC_NO, "云水〔2021〕5号", "云水〔2021〕5号", "number of the document"},
	{PLAN_ISSUER, "云溪区人民政府", "云溪区人民政府", "issuer of the document"},
	{PLAN_DATE, "２０２１年3月5日", "2021-03-05", "date of the document"},
};

Test(plan_edit, corrects_the_head)
{
	for (size_t i = 0; i < sizeof heads / sizeof *heads; i++) {
		struct plan_edit *ed = desk_open();
		struct err e = ERR_INIT;

		cr_assert_eq(plan_edit_head(ed, heads[i].field, heads[i].typed, &e), 0, "%s",
			     e.text);
		desk_check_step(ed, heads[i].label);
		const struct plan *p = plan_edit_plan(ed);
		const char *kept[] = {p->title, p->doc_no, p->issuer, p->date};
		cr_expect_str_eq(kept[heads[i].field], heads[i].kept);
		cr_expect_eq(plan_edit_head(ed, heads[i].field, heads[i].kept, &e), 0);
		cr_expect_eq(plan_edit_nsteps(ed), 1, "nothing has changed");
		plan_edit_free(ed);
	}
}

static const struct field_case {
	enum plan_action_field field;
	const char *no, *typed, *expected, *label;
} fields[] = {
	{PLAN_ACTION_TITLE, "3", "护堤", "/3 护堤 [一] \n", "title of 3"},
	{PLAN_ACTION_NO, "3", "9", "/9 护坡行动 [一] \n", "number of 3"},
	{PLAN_ACTION_SECTION, "3", "(二)", "/3 护坡行动 [二] \n", "section of 3"},
	{PLAN_ACTION_SECTION, "3", "", "/3 护坡行动 [] \n", "section of 3"},
	{PLAN_ACTION_DUE, "1", "", "/1 清河行动 [一] \n", "deadline of 1"},
	{PLAN_ACTION_DUE, "3", "2022-12", "/3 护坡行动 [一] 2022-12\n", "deadline of 3"},
	{PLAN_ACTION_DUE, "3", "２０２２．1", "/3 护坡行动 [一] 2022-01\n", "deadline of 3"},
	{PLAN_ACTION_DUE, "3", "2022年12月底前", "/3 护坡行动 [一] 2022-12\n", "deadline of 3"},
	{PLAN_ACTION_DUE, "3", "2022/2/28", "/3 护坡行动 [一] 2022-02-28\n", "deadline of 3"},
	{PLAN_ACTION_DUE, "3", "20220228", "/3 护坡行动 [一] 2022-02-28\n", "deadline of 3"},
};

static size_t field_numbers[sizeof fields / sizeof *fields];

ParameterizedTestParameters(plan_edit, corrects_an_action)
{
	for (size_t i = 0; i < sizeof fields / sizeof *fields; i++)
		field_numbers[i] = i;
	return cr_make_param_array(size_t, field_numbers, sizeof fields / sizeof *fields);
}

ParameterizedTest(const size_t *number, plan_edit, corrects_an_action)
{
	const struct field_case *c = &fields[*number];
	struct plan_edit *ed = desk_open();
	size_t i = desk_action(ed, c->no);
	struct err e = ERR_INIT;

	cr_assert_eq(plan_edit_action(ed, i, c->field, c->typed, &e), 0, "%s", e.text);
	desk_check_step(ed, c->label);
	char *text = desk_action_text(&plan_edit_plan(ed)->actions.at[i]);
	*(strchr(text, '\n') + 1) = '\0';
	cr_expect_str_eq(text, c->expected);
	free(text);
	plan_edit_free(ed);
}

static const struct refusal {
	enum plan_action_field field;
	const char *typed, *err_field, *says;
} refusals[] = {
	{PLAN_ACTION_TITLE, " 　 ", "title", "a title is needed"},
	{PLAN_ACTION_TITLE, "\xff", "title", "UTF-8"},
	{PLAN_ACTION_NO, "", "no", "a number is needed"},
	{PLAN_ACTION_NO, "２.", "no", "another action has the number"},
	{PLAN_ACTION_DUE, "2022-13", "due", "no deadline"},
	{PLAN_ACTION_DUE, "2022-02-30", "due", "no deadline"},
	{PLAN_ACTION_DUE, "年底", "due", "2022-12-31"},
	{PLAN_ACTION_DUE, "2022-12以后", "due", "no deadline"},
	{PLAN_ACTION_SECTION, "七", "section", "no section 七"},
};

Test(plan_edit, refuses_what_cannot_be_kept)
{
	struct plan_edit *ed = desk_open();

	for (size_t i = 0; i < sizeof refusals / sizeof *refusals; i++) {
		const struct refusal *r = &refusals[i];
		struct err e = ERR_INIT;

		cr_expect_eq(plan_edit_action(ed, 0, r->field, r->typed, &e), -1, "%s", r->typed);
		cr_expect_eq(e.code, ERR_INPUT, "%s", r->typed);
		cr_expect_str_eq(e.field, r->err_field);
		cr_expect_not_null(strstr(e.text, r->says), "%s: %s", r->typed, e.text);
	}
	struct err e = ERR_INIT;
	cr_expect_eq(plan_edit_head(ed, PLAN_TITLE, "", &e), -1);
	cr_expect_str_eq(e.field, "title");
	cr_expect_eq(plan_edit_head(ed, PLAN_DATE, "昨天", &e), -1);
	cr_expect_str_eq(e.field, "date");
	cr_expect_eq(plan_edit_action(ed, 7, PLAN_ACTION_TITLE, "x", &e), -1);
	cr_expect_eq(e.code, ERR_NOT_FOUND);
	cr_expect_eq(plan_edit_nsteps(ed), 0);
	plan_edit_free(ed);
}

Test(plan_edit, parts_follow_the_number_and_section_of_their_whole)
{
	struct plan_edit *ed = desk_open();
	struct err e = ERR_INIT;
	size_t i = desk_action(ed, "4");

	cr_assert_eq(plan_edit_action(ed, i, PLAN_ACTION_NO, "8", &e), 0, "%s", e.text);
	desk_check_step(ed, "number of 4");
	cr_assert_eq(plan_edit_action(ed, i, PLAN_ACTION_SECTION, "一", &e), 0, "%s", e.text);
	desk_check_step(ed, "section of 8");
	for (size_t part = i + 1; part <= i + 2; part++) {
		cr_expect_str_eq(plan_edit_plan(ed)->actions.at[part].parent, "8");
		cr_expect_str_eq(plan_edit_plan(ed)->actions.at[part].section, "一");
	}
	cr_expect_str_eq(plan_edit_plan(ed)->actions.at[i + 3].section, "二");
	plan_edit_free(ed);
}

/* A number may come again in another section or below another action. */
Test(plan_edit, a_number_is_one_of_its_list)
{
	struct plan_edit *ed = desk_open();
	struct err e = ERR_INIT;

	cr_expect_eq(plan_edit_action(ed, desk_action(ed, "5"), PLAN_ACTION_NO, "1", &e), 0);
	cr_expect_eq(plan_edit_action(ed, desk_action(ed, "(2)"), PLAN_ACTION_NO, "(1)", &e), -1);
	cr_expect_eq(plan_edit_action(ed, desk_action(ed, "(2)"), PLAN_ACTION_NO, "(4)", &e), 0);
	plan_edit_free(ed);
}

Test(plan_edit, a_new_step_forgets_those_taken_back)
{
	struct plan_edit *ed = desk_open();
	struct err e = ERR_INIT;

	plan_edit_action(ed, 0, PLAN_ACTION_TITLE, "甲", &e);
	plan_edit_action(ed, 0, PLAN_ACTION_TITLE, "乙", &e);
	cr_assert(plan_edit_undo(ed));
	cr_expect_str_eq(plan_edit_plan(ed)->actions.at[0].title, "甲");
	plan_edit_action(ed, 1, PLAN_ACTION_TITLE, "丙", &e);
	cr_expect_null(plan_edit_redo_label(ed));
	cr_expect_str_eq(plan_edit_plan(ed)->actions.at[0].title, "甲");
	cr_expect_str_eq(plan_edit_plan(ed)->actions.at[1].title, "丙");
	cr_expect_eq(plan_edit_nsteps(ed), 2);
	plan_edit_free(ed);
}

/* An array that two steps share is never written to. */
Test(plan_edit, steps_do_not_write_into_each_other)
{
	struct plan_edit *ed = desk_open();
	struct err e = ERR_INIT;
	char *first = desk_text(plan_edit_plan(ed)), *again;

	plan_edit_unit_drop(ed, 0, 1, &e);
	plan_edit_unit_add(ed, 0, "区财政局", ROLE_COOP, &e);
	plan_edit_undo(ed);
	plan_edit_unit_add(ed, 0, "区审计局", ROLE_COOP, &e);
	cr_expect_str_eq(plan_edit_plan(ed)->actions.at[0].units.at[1].name, "区审计局");
	while (plan_edit_undo(ed))
		;
	again = desk_text(plan_edit_plan(ed));
	cr_expect_str_eq(again, first);
	free(first);
	free(again);
	plan_edit_free(ed);
}

static void expect_units(const struct plan_edit *ed, const char *no, const char *expected)
{
	const struct plan_action *action = &plan_edit_plan(ed)->actions.at[desk_action(ed, no)];
	struct strbuf b = STRBUF_INIT;

	for (size_t i = 0; i < action->units.n; i++)
		strbuf_printf(&b, "%s%s %s", i ? ", " : "", role_word(action->units.at[i].role),
			      action->units.at[i].name);
	cr_expect_str_eq(b.s, expected);
	strbuf_free(&b);
}

Test(plan_edit, units_of_an_action)
{
	struct plan_edit *ed = desk_open();
	struct err e = ERR_INIT;
	size_t i = desk_action(ed, "2");

	cr_assert_eq(plan_edit_unit_add(ed, i, " 区财政局", ROLE_COOP, &e), 0, "%s", e.text);
	desk_check_step(ed, "区财政局 added to 2");
	cr_assert_eq(plan_edit_unit_role(ed, i, 1, ROLE_LEAD, &e), 0, "%s", e.text);
	desk_check_step(ed, "role of 区林业局 in 2");
	cr_assert_eq(plan_edit_unit_name(ed, i, 2, "区审计局", false, &e), 0, "%s", e.text);
	desk_check_step(ed, "name of 区财政局 in 2");
	cr_assert_eq(plan_edit_unit_drop(ed, i, 0, &e), 0, "%s", e.text);
	desk_check_step(ed, "区园林局 taken out of 2");
	expect_units(ed, "2", "lead 区林业局, coop 区审计局");
	cr_expect_eq(plan_edit_unit_role(ed, i, 0, ROLE_LEAD, &e), 0);
	cr_expect_eq(plan_edit_unit_name(ed, i, 0, "区林业局", true, &e), 0);
	cr_expect_eq(plan_edit_nsteps(ed), 4, "nothing has changed");
	plan_edit_free(ed);
}

Test(plan_edit, a_unit_renamed_everywhere)
{
	struct plan_edit *ed = desk_open();
	struct err e = ERR_INIT;

	cr_assert_eq(plan_edit_unit_name(ed, 0, 0, "区河道局", true, &e), 0, "%s", e.text);
	desk_check_step(ed, "区水利局 is called 区河道局 everywhere");
	expect_units(ed, "1", "lead 区河道局, coop 区住建局");
	expect_units(ed, "3", "lead 区河道局");
	/* Where both are named one stays, in the first place and with the higher role. */
	cr_assert_eq(plan_edit_unit_name(ed, 0, 1, "区河道局", true, &e), 0, "%s", e.text);
	expect_units(ed, "1", "lead 区河道局");
	plan_edit_free(ed);
}

Test(plan_edit, units_that_are_refused)
{
	struct plan_edit *ed = desk_open();
	struct err e = ERR_INIT;

	cr_expect_eq(plan_edit_unit_add(ed, 0, "", ROLE_LEAD, &e), -1);
	cr_expect_str_eq(e.field, "name");
	cr_expect_eq(plan_edit_unit_add(ed, 0, "区住建局", ROLE_LEAD, &e), -1);
	cr_expect_str_eq(e.text, "1 names 区住建局 already");
	cr_expect_eq(plan_edit_unit_name(ed, 0, 0, "区住建局", false, &e), -1);
	cr_expect_str_eq(e.field, "name");
	cr_expect_eq(plan_edit_unit_role(ed, 0, 2, ROLE_LEAD, &e), -1);
	cr_expect_eq(e.code, ERR_NOT_FOUND);
	cr_expect_eq(plan_edit_unit_drop(ed, 9, 0, &e), -1);
	cr_expect_eq(e.code, ERR_NOT_FOUND);
	cr_expect_eq(plan_edit_nsteps(ed), 0);
	plan_edit_free(ed);
}
