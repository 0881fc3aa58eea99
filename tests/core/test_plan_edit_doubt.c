/* A plan under review: doubts are answered, follow their actions, and go when they are settled. */
#include "tests/core/plan_desk.h"

#include <criterion/criterion.h>

#include <string.h>

static const struct plan_doubt *doubt(const struct plan_edit *ed, enum plan_doubt_kind kind,
				      const char *no)
{
	size_t i = desk_doubt(ed, kind, no);

	return i == SIZE_MAX ? NULL : &plan_edit_plan(ed)->doubts.at[i];
}

static int take(struct plan_edit *ed, enum plan_doubt_kind kind, const char *no, struct err *e)
{
	return plan_edit_doubt_take(ed, desk_doubt(ed, kind, no), e);
}

static int leave(struct plan_edit *ed, enum plan_doubt_kind kind, const char *no, struct err *e)
{
	return plan_edit_doubt_leave(ed, desk_doubt(ed, kind, no), e);
}

Test(plan_edit_doubt, taking_makes_the_lead)
{
	struct plan_edit *ed = desk_open();
	struct err e = ERR_INIT;
	size_t open = plan_doubts_open(plan_edit_plan(ed));

	cr_assert_eq(take(ed, DOUBT_NO_LEAD, "2", &e), 0, "%s", e.text);
	desk_check_step(ed, "proposal taken: 区园林局 becomes the lead");
	cr_expect_eq(plan_edit_plan(ed)->actions.at[1].units.at[0].role, ROLE_LEAD);
	cr_expect_eq(doubt(ed, DOUBT_NO_LEAD, "2")->answer, DOUBT_TAKEN);
	cr_expect_eq(plan_doubts_open(plan_edit_plan(ed)), open - 1);
	cr_expect_eq(take(ed, DOUBT_NO_LEAD, "2", &e), 0);
	cr_expect_eq(plan_edit_nsteps(ed), 1, "it is taken already");
	/* When what was taken is undone by hand, the question is open again. */
	cr_assert_eq(plan_edit_unit_role(ed, 1, 0, ROLE_SHARED, &e), 0, "%s", e.text);
	cr_expect_eq(doubt(ed, DOUBT_NO_LEAD, "2")->answer, DOUBT_OPEN);
	plan_edit_free(ed);
}

Test(plan_edit_doubt, taking_gives_the_year)
{
	struct plan_edit *ed = desk_open();
	struct err e = ERR_INIT;

	cr_assert_eq(take(ed, DOUBT_FIGURE, "2", &e), 0, "%s", e.text);
	cr_expect_eq(plan_edit_plan(ed)->actions.at[1].indicators.at[0].targets.at[0].year, 2022);
	cr_expect_eq(doubt(ed, DOUBT_FIGURE, "2")->answer, DOUBT_TAKEN);
	cr_assert_eq(plan_edit_fact_drop(ed, 1, PLAN_LEVEL, 0, &e), 0, "%s", e.text);
	cr_expect_null(doubt(ed, DOUBT_FIGURE, "2"), "the level is gone");
	plan_edit_free(ed);
}

/* The names stay as printed; which is another name of which is for the store. */
Test(plan_edit_doubt, taking_keeps_both_names)
{
	struct plan_edit *ed = desk_open();
	struct err e = ERR_INIT;

	cr_assert_eq(take(ed, DOUBT_SAME_UNIT, "5", &e), 0, "%s", e.text);
	cr_expect_str_eq(plan_edit_plan(ed)->actions.at[6].units.at[0].name, "区市场监管局");
	cr_expect_eq(doubt(ed, DOUBT_SAME_UNIT, "5")->answer, DOUBT_TAKEN);
	/* Which of the two stays was said, whatever is more frequent now. */
	cr_assert_eq(plan_edit_unit_add(ed, 0, "区市场监管局", ROLE_COOP, &e), 0, "%s", e.text);
	const struct plan_doubt *d = doubt(ed, DOUBT_SAME_UNIT, "1");
	cr_assert_not_null(d);
	cr_expect_eq(d->answer, DOUBT_TAKEN);
	cr_expect_str_eq(d->a, "区市场监督管理局");
	cr_assert_eq(plan_edit_unit_name(ed, 0, 2, "区市场监督管理局", true, &e), 0, "%s", e.text);
	cr_expect_null(doubt(ed, DOUBT_SAME_UNIT, NULL), "one of the names is gone");
	plan_edit_free(ed);
}

Test(plan_edit_doubt, taking_gives_a_free_number)
{
	struct plan_edit *ed = desk_read("云溪区方案\n一、任务\n1.清河。(区水利局负责)\n"
					 "2.植树。(区园林局负责)\n2.护坡。(区水利局负责)\n");
	struct err e = ERR_INIT;
	size_t i = desk_doubt(ed, DOUBT_NUMBER, NULL);

	cr_assert_neq(i, SIZE_MAX);
	cr_assert_eq(plan_edit_doubt_take(ed, i, &e), 0, "%s", e.text);
	cr_expect_str_eq(plan_edit_plan(ed)->actions.at[2].no, "3");
	cr_expect_eq(plan_edit_plan(ed)->doubts.at[i].answer, DOUBT_TAKEN);
	cr_assert_eq(plan_edit_action(ed, 2, PLAN_ACTION_NO, "4", &e), 0, "%s", e.text);
	cr_expect_neq(doubt(ed, DOUBT_NUMBER, NULL)->answer, DOUBT_TAKEN, "now one is skipped");
	plan_edit_free(ed);
}

Test(plan_edit_doubt, nothing_is_proposed)
{
	struct plan_edit *ed = desk_open();
	struct err e = ERR_INIT;

	cr_expect_eq(take(ed, DOUBT_BRACKET, "5", &e), -1);
	cr_expect_eq(e.code, ERR_STATE);
	cr_expect_eq(plan_edit_doubt_take(ed, 99, &e), -1);
	cr_expect_eq(e.code, ERR_NOT_FOUND);
	cr_expect_eq(plan_edit_nsteps(ed), 0);
	plan_edit_free(ed);
}

Test(plan_edit_doubt, an_answer_stays_through_other_steps)
{
	struct plan_edit *ed = desk_open();
	struct err e = ERR_INIT;

	cr_assert_eq(leave(ed, DOUBT_NO_LEAD, "2", &e), 0, "%s", e.text);
	cr_assert_eq(leave(ed, DOUBT_BRACKET, "5", &e), 0, "%s", e.text);
	cr_assert_eq(leave(ed, DOUBT_SAME_UNIT, NULL, &e), 0, "%s", e.text);
	plan_edit_action(ed, 1, PLAN_ACTION_TITLE, "绿化", &e);
	plan_edit_unit_drop(ed, 1, 0, &e);
	plan_edit_drop(ed, 0, &e);
	plan_edit_action(ed, desk_action(ed, "2"), PLAN_ACTION_NO, "12", &e);
	cr_expect_eq(plan_edit_nsteps(ed), 7);
	cr_expect_eq(doubt(ed, DOUBT_NO_LEAD, "12")->answer, DOUBT_LEFT);
	cr_expect_eq(doubt(ed, DOUBT_BRACKET, "5")->answer, DOUBT_LEFT);
	cr_expect_eq(doubt(ed, DOUBT_SAME_UNIT, NULL)->answer, DOUBT_LEFT);
	cr_assert_eq(plan_edit_doubt_reopen(ed, desk_doubt(ed, DOUBT_BRACKET, "5"), &e), 0);
	desk_check_step(ed, "open again: the bracket around the units is not closed");
	cr_expect_eq(doubt(ed, DOUBT_BRACKET, "5")->answer, DOUBT_OPEN);
	plan_edit_free(ed);
}

/* Each of two levels of one name keeps the answer that was given for it. */
Test(plan_edit_doubt, levels_of_one_name_are_not_mistaken)
{
	struct plan_edit *ed =
		desk_read("云溪区方案\n一、任务\n1.清河。水质达标率达到80%；水质达标率达到90%。"
			  "到2022年，绿化率达到30%。(区水利局负责)\n");
	struct err e = ERR_INIT;
	size_t first = desk_doubt(ed, DOUBT_FIGURE, "1");

	cr_assert_eq(plan_edit_doubt_leave(ed, first + 1, &e), 0, "%s", e.text);
	cr_assert_eq(plan_edit_doubt_take(ed, first, &e), 0, "%s", e.text);
	cr_expect_eq(plan_edit_plan(ed)->actions.at[0].indicators.at[0].targets.at[0].year, 2022);
	cr_expect_eq(plan_edit_plan(ed)->actions.at[0].indicators.at[1].targets.at[0].year, 0);
	cr_expect_eq(plan_edit_plan(ed)->doubts.at[first].answer, DOUBT_TAKEN);
	cr_expect_eq(plan_edit_plan(ed)->doubts.at[first + 1].kind, DOUBT_FIGURE);
	cr_expect_eq(plan_edit_plan(ed)->doubts.at[first + 1].answer, DOUBT_LEFT);
	plan_edit_free(ed);
}

Test(plan_edit_doubt, a_settled_question_opened_again_is_gone)
{
	struct plan_edit *ed = desk_open();
	struct err e = ERR_INIT;

	cr_assert_eq(take(ed, DOUBT_NO_LEAD, "2", &e), 0, "%s", e.text);
	cr_assert_eq(plan_edit_doubt_reopen(ed, desk_doubt(ed, DOUBT_NO_LEAD, "2"), &e), 0);
	cr_expect_null(doubt(ed, DOUBT_NO_LEAD, "2"));
	cr_expect_eq(plan_edit_plan(ed)->actions.at[1].units.at[0].role, ROLE_LEAD);
	plan_edit_free(ed);
}

Test(plan_edit_doubt, doubts_come_and_go_with_what_is_corrected)
{
	struct plan_edit *ed = desk_open();
	struct err e = ERR_INIT;
	size_t five = desk_action(ed, "5");

	cr_expect_null(doubt(ed, DOUBT_NO_UNITS, "3"));
	plan_edit_unit_drop(ed, 2, 0, &e);
	cr_expect_not_null(doubt(ed, DOUBT_NO_UNITS, "3"));
	plan_edit_unit_add(ed, 2, "区财政局", ROLE_COOP, &e);
	cr_expect_null(doubt(ed, DOUBT_NO_UNITS, "3"));
	cr_expect_not_null(doubt(ed, DOUBT_NO_LEAD, "3"));
	plan_edit_drop(ed, five, &e);
	cr_expect_null(doubt(ed, DOUBT_BRACKET, NULL));
	cr_expect_null(doubt(ed, DOUBT_SAME_UNIT, NULL));
	plan_edit_undo(ed);
	cr_expect_not_null(doubt(ed, DOUBT_BRACKET, "5"));
	plan_edit_free(ed);
}

Test(plan_edit_doubt, a_doubt_of_the_text_follows_its_place)
{
	struct plan_edit *ed = desk_read("云溪区方案\n一、任务\n"
					 "1.净水。疏浚河道。(区水利局负责)加固堤岸。(区住建局负责\n"
					 "2.植树。(区园林局牵头)\n");
	struct err e = ERR_INIT;

	cr_assert_neq(desk_doubt(ed, DOUBT_BRACKET, "1"), SIZE_MAX);
	cr_assert_eq(leave(ed, DOUBT_BRACKET, "1", &e), 0, "%s", e.text);
	cr_assert_eq(plan_edit_split(ed, 0, desk_place(ed, "加固"), &e), 0, "%s", e.text);
	cr_expect_null(doubt(ed, DOUBT_BRACKET, "1"));
	cr_assert_not_null(doubt(ed, DOUBT_BRACKET, "1-2"));
	cr_expect_eq(doubt(ed, DOUBT_BRACKET, "1-2")->answer, DOUBT_LEFT);
	cr_assert_eq(plan_edit_join(ed, 0, &e), 0, "%s", e.text);
	cr_expect_not_null(doubt(ed, DOUBT_BRACKET, "1"));
	plan_edit_free(ed);
}

/* A name that the reader doubted is settled when it is corrected or taken out. */
Test(plan_edit_doubt, a_doubtful_name_corrected)
{
	struct plan_edit *ed =
		desk_read("云溪区方案\n一、任务\n1.清河。(责任单位:区水利局、沿线十二家)\n"
			  "2.植树。(责任单位:区园林局)\n");
	struct err e = ERR_INIT;

	cr_assert_not_null(doubt(ed, DOUBT_NAME, "1"));
	plan_edit_unit_role(ed, 0, 0, ROLE_LEAD, &e);
	cr_expect_not_null(doubt(ed, DOUBT_NAME, "1"));
	cr_assert_eq(plan_edit_unit_name(ed, 0, 1, "沿线各镇", false, &e), 0, "%s", e.text);
	cr_expect_null(doubt(ed, DOUBT_NAME, "1"));
	plan_edit_undo(ed);
	cr_assert_eq(plan_edit_unit_drop(ed, 0, 1, &e), 0, "%s", e.text);
	cr_expect_null(doubt(ed, DOUBT_NAME, "1"));
	plan_edit_free(ed);
}

Test(plan_edit_doubt, a_title_given)
{
	struct plan_edit *ed =
		desk_read("一、任务\n1.清河。(区水利局负责)\n2.植树。(区园林局负责)\n");
	struct err e = ERR_INIT;

	cr_assert_eq(plan_edit_plan(ed)->doubts.n, 1);
	cr_assert_eq(plan_edit_head(ed, PLAN_ISSUER, "云溪区人民政府", &e), 0, "%s", e.text);
	cr_expect_eq(plan_edit_plan(ed)->doubts.n, 1);
	cr_assert_eq(plan_edit_head(ed, PLAN_TITLE, "净水方案", &e), 0, "%s", e.text);
	cr_expect_eq(plan_edit_plan(ed)->doubts.n, 0);
	plan_edit_free(ed);
}

static const char *const known[] = {"区水务局", "区住房和城乡建设局", "区民政局"};

Test(plan_edit_doubt, names_that_the_file_knows)
{
	struct plan_edit *ed = desk_open();
	struct err e = ERR_INIT;

	plan_edit_known_units(ed, known, sizeof known / sizeof *known);
	const struct plan_doubt *d = doubt(ed, DOUBT_SAME_UNIT, "1");
	cr_assert_not_null(d);
	cr_expect_str_eq(d->a, "区住房和城乡建设局");
	cr_expect_str_eq(d->b, "区住建局");
	cr_expect_eq(plan_edit_nsteps(ed), 0);
	cr_assert_eq(take(ed, DOUBT_SAME_UNIT, "1", &e), 0, "%s", e.text);
	plan_edit_action(ed, 0, PLAN_ACTION_TITLE, "河", &e);
	cr_expect_eq(doubt(ed, DOUBT_SAME_UNIT, "1")->answer, DOUBT_TAKEN);
	plan_edit_unit_drop(ed, 0, 1, &e);
	cr_expect_null(doubt(ed, DOUBT_SAME_UNIT, "1"));
	plan_edit_free(ed);
}

/* A review that goes on another day: the answer is there before and after the file's names are. */
Test(plan_edit_doubt, an_answer_about_a_known_name_survives_a_new_review)
{
	struct plan_edit *ed = desk_open(), *again;
	struct err e = ERR_INIT;

	plan_edit_known_units(ed, known, sizeof known / sizeof *known);
	cr_assert_eq(take(ed, DOUBT_SAME_UNIT, "1", &e), 0, "%s", e.text);
	again = plan_edit_new(plan_edit_plan(ed));
	cr_assert_not_null(doubt(again, DOUBT_SAME_UNIT, "1"));
	plan_edit_action(again, 0, PLAN_ACTION_TITLE, "河", &e);
	cr_expect_eq(doubt(again, DOUBT_SAME_UNIT, "1")->answer, DOUBT_TAKEN);
	plan_edit_known_units(again, known, sizeof known / sizeof *known);
	cr_expect_eq(doubt(again, DOUBT_SAME_UNIT, "1")->answer, DOUBT_TAKEN);
	plan_edit_free(again);
	plan_edit_free(ed);
}

/* What was taken for work and is a level goes over with its year, and back. */
Test(plan_edit_doubt, taking_makes_a_level_of_a_volume_and_a_volume_of_a_level)
{
	static const char document[] =
		"云溪区2021年健康工作要点\n"
		"1.健康讲堂行动。培育社区健康小屋数量达到35家。(责任单位:区卫生健康局)\n"
		"2.健步行动。健身步道总里程30公里。(责任单位:区体育局)\n";
	struct plan_edit *ed = desk_read(document);
	struct err e = ERR_INIT;
	size_t i = desk_doubt(ed, DOUBT_SORT, NULL);

	cr_assert_neq(i, SIZE_MAX);
	const struct plan_doubt *d = &plan_edit_plan(ed)->doubts.at[i];
	const struct plan_action *action = &plan_edit_plan(ed)->actions.at[d->action];
	size_t nlevels = action->indicators.n, nvolumes = action->volumes.n;
	bool to_level = !strcmp(d->a, "level");
	cr_assert_eq(plan_edit_doubt_take(ed, i, &e), 0, "%s", e.text);
	action = &plan_edit_plan(ed)->actions.at[plan_edit_plan(ed)->doubts.at[i].action];
	cr_expect_eq(action->indicators.n, to_level ? nlevels + 1 : nlevels - 1);
	cr_expect_eq(action->volumes.n, to_level ? nvolumes - 1 : nvolumes + 1);
	cr_expect_eq(plan_edit_plan(ed)->doubts.at[i].answer, DOUBT_TAKEN);
	cr_expect(plan_edit_undo(ed));
	plan_edit_free(ed);
}
