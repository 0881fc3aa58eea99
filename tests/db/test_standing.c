/* Tasks summed up: how the units stand in a plan, and one line for each action. */
#include "db/plan/store_task.h"

#include "core/rule/flow.h"
#include "db/store_internal.h"
#include "db/report/store_period.h"
#include "db/plan/store_plan.h"
#include "tests/db/world.h"

#include <criterion/criterion.h>
#include <string.h>

#define TODAY "2021-11-21"

static struct world w;
static const struct lamp_rules rules = LAMP_RULES_DEFAULT;

static void setup(void)
{
	world_make(&w);
}

static void teardown(void)
{
	world_remove(&w);
}

TestSuite(standing, .init = setup, .fini = teardown);

static void put(enum person_of_world person, const char *today, int64_t action_id, int64_t unit_id,
		int64_t period_id, int percent, enum report_step step)
{
	struct report_new r = world_text(action_id, unit_id, period_id, percent, "做了");

	world_put(&w, person, today, &r, step);
}

static struct standing_rows standings(enum person_of_world person, const char *today)
{
	struct actor who = world_actor(&w, person, today);
	struct standing_rows rows;

	cr_assert_eq(
		store_standing_list(w.s, &w.a, &who, PLAN, &rules, world_day(today), &rows, &w.e),
		0, "%s", w.e.text);
	return rows;
}

static const struct standing_row *standing_of(const struct standing_rows *rows, int64_t unit_id)
{
	for (size_t i = 0; i < rows->n; i++) {
		if (rows->at[i].unit_id == unit_id)
			return &rows->at[i];
	}
	cr_assert(false, "no standing of unit %lld", (long long)unit_id);
	return NULL;
}

Test(standing, standings_count_every_state)
{
	put(EDU_OFFICER, TODAY, ACTION_1, EDUCATION, Q4, 10, REPORT_SAVE);
	put(EDU_OFFICER, TODAY, ACTION_2, EDUCATION, Q4, 10, REPORT_SUBMIT);
	put(HEALTH_OFFICER, TODAY, ACTION_1, HEALTH, Q4, 10, REPORT_SUBMIT);
	put(HEALTH_OFFICER, TODAY, ACTION_3_1, HEALTH, Q4, 10, REPORT_SUBMIT);
	put(QINGTIAN_OFFICER, TODAY, ACTION_1, QINGTIAN, Q4, 10, REPORT_SUBMIT);
	world_review(&w, EDU_LEADER, TODAY, 2, REPORT_SIGN, "");
	world_review(&w, OFFICE, TODAY, 3, REPORT_ACCEPT, "");
	world_review(&w, OFFICE, TODAY, 4, REPORT_RETURN, "x");
	world_script(&w,
		     "INSERT INTO milestone (action_id, unit_id, title, due, changed_at) VALUES "
		     "(5, 3, '会', '2021-11-01', '2021-01-01T00:00:00Z')");

	struct standing_rows rows = standings(OFFICE, TODAY);
	cr_assert_eq(rows.n, 5);
	const struct standing_row *edu = standing_of(&rows, EDUCATION);
	cr_expect_eq(edu->owed, 3);
	cr_expect_eq(edu->drafts, 0);
	cr_expect_eq(edu->submitted, 1); /* signed off */
	cr_expect_eq(edu->missing, 2);	 /* one of them is begun, which is the unit's business */
	const struct standing_row *health = standing_of(&rows, HEALTH);
	cr_expect_eq(health->accepted, 1);
	cr_expect_eq(health->returned, 1);
	cr_expect_eq(health->missing, 0);
	cr_expect_eq(standing_of(&rows, QINGTIAN)->submitted, 1);
	cr_expect_eq(standing_of(&rows, SPORT)->milestones_overdue, 1);
	cr_expect_eq(standing_of(&rows, SPORT)->lamps[LAMP_RED], 1);
	cr_expect_eq(standing_of(&rows, BAISHI)->missing, 1);

	/* debts first, then milestones past due, then lamps */
	static const int64_t order[] = {EDUCATION, SPORT, HEALTH, BAISHI, QINGTIAN};
	for (size_t i = 0; i < 5; i++)
		cr_expect_eq(rows.at[i].unit_id, order[i], "place %zu: %s", i, rows.at[i].unit);
}

Test(standing, a_draft_counts_as_begun_in_its_unit_and_as_nothing_elsewhere)
{
	static const struct {
		enum person_of_world person;
		enum report_state state;
		int64_t report_id;
	} readers[] = {{EDU_OFFICER, REPORT_DRAFT, 1},
		       {OFFICE, REPORT_NONE, 0},
		       {HEALTH_OFFICER, REPORT_NONE, 0}};
	const struct task_filter f = {
		.unit_id = EDUCATION, .action_id = ACTION_1, .role = -1, .lamp = -1};

	put(EDU_OFFICER, TODAY, ACTION_1, EDUCATION, Q4, 10, REPORT_SAVE);
	for (size_t i = 0; i < sizeof readers / sizeof *readers; i++) {
		struct actor who = world_actor(&w, readers[i].person, TODAY);
		struct task_rows rows;

		cr_assert_eq(
			store_task_list(w.s, &w.a, &who, &f, &rules, world_day(TODAY), &rows, &w.e),
			0, "%s", w.e.text);
		cr_assert_eq(rows.n, 1);
		cr_expect_eq(rows.at[0].report_state, readers[i].state, "reader %zu", i);
		cr_expect_eq(rows.at[0].report_id, readers[i].report_id);
		cr_expect_eq(rows.at[0].lamp, LAMP_GREEN);
	}
	struct standing_rows rows = standings(EDU_OFFICER, TODAY);
	cr_expect_eq(standing_of(&rows, EDUCATION)->drafts, 1);
}

Test(standing, nothing_is_owed_before_a_period_opens)
{
	struct standing_rows rows = standings(OFFICE, "2021-06-30");

	cr_assert_eq(rows.n, 5);
	cr_expect_eq(rows.at[0].owed, 0);
	cr_expect_eq(rows.at[0].missing, 0);
	world_script(&w, "DELETE FROM period");
	rows = standings(OFFICE, TODAY);
	cr_expect_eq(rows.at[0].owed, 0);
}

Test(standing, a_closed_out_action_owes_nothing)
{
	world_script(&w, "UPDATE action SET state = 'closed-out' WHERE id = 5");
	struct standing_rows rows = standings(OFFICE, TODAY);

	cr_expect_eq(standing_of(&rows, SPORT)->owed, 0);
	cr_expect_eq(standing_of(&rows, SPORT)->lamps[LAMP_GREY], 1);
}

Test(standing, standings_show_a_unit_those_it_works_with)
{
	struct standing_rows rows = standings(QINGTIAN_OFFICER, TODAY);

	cr_expect_eq(rows.n, 4);
	cr_expect_eq(standing_of(&rows, EDUCATION)->owed, 1);
}

static struct action_lines lines_of(enum person_of_world person, const char *today)
{
	struct actor who = world_actor(&w, person, today);
	struct action_rows actions;
	struct action_lines lines;

	cr_assert_eq(store_action_list(w.s, &w.a, &who, PLAN, &actions, &w.e), 0);
	cr_assert_eq(
		store_action_lines(w.s, &w.a, &who, PLAN, &rules, world_day(today), &lines, &w.e),
		0, "%s", w.e.text);
	cr_assert_eq(lines.n, actions.n);
	for (size_t i = 0; i < lines.n; i++)
		cr_expect_eq(lines.at[i].action_id, actions.at[i].id);
	return lines;
}

Test(standing, one_line_an_action)
{
	world_script(&w,
		     "INSERT INTO assignment (action_id, unit_id, seq, role, changed_at) VALUES "
		     "(5, 7, 2, 'lead', '2021-01-01T00:00:00Z');"
		     "INSERT INTO milestone (action_id, unit_id, title, due, changed_at) VALUES "
		     "(5, 3, '会', '2021-11-01', '2021-01-01T00:00:00Z')");
	put(HEALTH_OFFICER, TODAY, ACTION_1, HEALTH, Q4, 30, REPORT_SUBMIT);
	put(EDU_OFFICER, TODAY, ACTION_1, EDUCATION, Q4, 5, REPORT_SUBMIT);
	put(QINGTIAN_OFFICER, TODAY, ACTION_3_2, QINGTIAN, Q4, 60, REPORT_SUBMIT);

	struct action_lines lines = lines_of(OFFICE, TODAY);
	cr_assert_eq(lines.n, 6);
	cr_expect_str_eq(lines.at[0].leads, "区卫生健康局");
	cr_expect_eq(lines.at[0].nunits, 4);
	cr_expect_eq(lines.at[0].percent, 30);
	cr_expect_not(lines.at[0].mine);
	cr_expect_eq(lines.at[0].role, -1);
	cr_expect_str_eq(lines.at[4].leads, "区体育局、各街道");
	cr_expect_eq(lines.at[4].percent, 60);
	cr_expect_eq(lines.at[4].lamp, LAMP_RED);
	cr_expect_eq(lines.at[2].nunits, 0); /* the parent shows its sub-actions' worst */
	cr_expect_eq(lines.at[2].lamp, LAMP_RED);
	cr_expect_str_eq(lines.at[5].leads, "");
	cr_expect_eq(lines.at[5].lamp, LAMP_GREY);
	cr_expect_eq(lines.at[5].percent, -1);
	cr_expect_null(lines.at[5].worst);
}

Test(standing, lines_tell_whose_part_makes_the_lamp_and_how_the_own_stands)
{
	world_script(&w,
		     "INSERT INTO milestone (action_id, unit_id, title, due, changed_at) VALUES "
		     "(1, 2, '晚', '2021-11-01', '2021-01-01T00:00:00Z'), "
		     "(1, 4, '稍晚', '2021-11-11', '2021-01-01T00:00:00Z'), "
		     "(4, 3, '会', '2021-11-01', '2021-01-01T00:00:00Z')");
	put(HEALTH_OFFICER, TODAY, ACTION_1, HEALTH, Q4, 30, REPORT_SUBMIT);
	put(EDU_OFFICER, TODAY, ACTION_1, EDUCATION, Q4, 95, REPORT_SUBMIT);

	struct action_lines lines = lines_of(EDU_OFFICER, TODAY);
	const struct action_line *one = &lines.at[0];
	cr_assert_not_null(one->worst);
	cr_expect_eq(one->lamp, LAMP_RED);
	cr_expect_eq(one->worst->unit_id, HEALTH);
	cr_expect_str_eq(lamp_reason(&w.a, one->worst), "milestone \"晚\": 20 days late");
	cr_assert_not_null(one->own);
	cr_expect_eq(one->own->unit_id, EDUCATION);
	cr_expect_eq(one->own->percent, 95);
	cr_expect_eq(one->own->lamp, LAMP_GREEN);
	cr_expect_null(lines_of(OFFICE, TODAY).at[0].own);
}

Test(standing, lines_mark_what_is_mine)
{
	struct action_lines lines = lines_of(EDU_OFFICER, TODAY);
	size_t nmine = 0;

	for (size_t i = 0; i < lines.n; i++)
		nmine += lines.at[i].mine;
	cr_expect_eq(nmine, 3);
	cr_expect(lines.at[0].mine);
	cr_expect_eq(lines.at[0].role, ROLE_COOP);
	cr_expect_eq(lines.at[1].role, ROLE_LEAD);
}
