/* Who owes what: the rows of tasks with their facts and lamps, and who reads them. */
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

TestSuite(task, .init = setup, .fini = teardown);

static const struct task_filter any = {.role = -1, .lamp = -1};

static struct task_filter of_unit(int64_t unit_id)
{
	struct task_filter f = any;

	f.unit_id = unit_id;
	return f;
}

static struct task_rows list(int person, const struct task_filter *f, const char *today)
{
	struct actor who =
		person ? world_actor(&w, (enum person_of_world)person, today) : (struct actor){0};
	struct task_rows rows;

	cr_assert_eq(store_task_list(w.s, &w.a, person ? &who : NULL, f, &rules, world_day(today),
				     &rows, &w.e),
		     0, "%s", w.e.text);
	return rows;
}

static struct task_row one(int64_t action_id, int64_t unit_id, const char *today)
{
	struct task_filter f = of_unit(unit_id);

	f.action_id = action_id;
	struct task_rows rows = list(0, &f, today);
	cr_assert_eq(rows.n, 1);
	return rows.at[0];
}

/* "action:unit " of each row, in order. */
static void expect_rows(const struct task_rows *rows, const char *expected)
{
	struct strbuf got = STRBUF_INIT;

	for (size_t i = 0; i < rows->n; i++)
		strbuf_printf(&got, "%lld:%lld ", (long long)rows->at[i].action_id,
			      (long long)rows->at[i].unit_id);
	cr_expect_str_eq(got.s ? got.s : "", expected);
	strbuf_free(&got);
}

static void put(enum person_of_world person, const char *today, int64_t action_id, int64_t unit_id,
		int64_t period_id, int percent, enum report_step step)
{
	struct report_new r = world_text(action_id, unit_id, period_id, percent, "做了");

	world_put(&w, person, today, &r, step);
}

Test(task, are_the_assignments_in_the_order_of_the_document)
{
	struct task_filter f = of_unit(EDUCATION);
	struct task_rows rows = list(0, &f, TODAY);

	expect_rows(&rows, "1:1 2:1 4:1 ");
	cr_expect_str_eq(rows.at[0].plan_code, "yx2021");
	cr_expect_str_eq(rows.at[0].unit, "区教育局");
	cr_expect_str_eq(rows.at[0].section_no, "(一)");
	cr_expect_eq(rows.at[0].role, ROLE_COOP);
	cr_expect_str_eq(rows.at[0].parent_no, "");
	cr_expect_eq(rows.at[1].role, ROLE_LEAD);
	cr_expect_eq(date_cmp(rows.at[1].due, world_day("2021-12-20")), 0);
	cr_expect_str_eq(rows.at[2].parent_no, "3");
	cr_expect_str_eq(rows.at[2].no, "(1)");
	cr_expect_eq(rows.at[2].percent, -1);
	cr_expect_str_eq(rows.at[2].last_done, "");
	cr_expect_str_eq(rows.at[2].milestone, "");
	cr_expect_eq(rows.at[2].report_state, REPORT_NONE);
	cr_expect_eq(rows.at[2].assignment_state, ASSIGNMENT_ISSUED);
}

Test(task, that_there_are_any_is_told_for_unit_and_plan)
{
	cr_expect_eq(store_task_any(w.s, EDUCATION, PLAN, &w.e), 1);
	cr_expect_eq(store_task_any(w.s, QINGTIAN, PLAN, &w.e), 1, "as a member of the streets");
	cr_expect_eq(store_task_any(w.s, RETIRED, PLAN, &w.e), 0);
	cr_expect_eq(store_task_any(w.s, EDUCATION, 99, &w.e), 0);
	world_script(&w, "UPDATE action SET state = 'withdrawn'");
	cr_expect_eq(store_task_any(w.s, EDUCATION, PLAN, &w.e), 0);
}

Test(task, collective_units_are_opened_into_their_members)
{
	struct task_filter f = any;

	f.action_id = ACTION_1;
	struct task_rows rows = list(0, &f, TODAY);
	expect_rows(&rows, "1:2 1:1 1:4 1:5 ");

	f = of_unit(QINGTIAN);
	rows = list(0, &f, TODAY);
	expect_rows(&rows, "1:4 ");
	cr_expect_str_eq(rows.at[0].unit, "青田街道");
	f = of_unit(RETIRED); /* no member any more */
	rows = list(0, &f, TODAY);
	expect_rows(&rows, "");
	f = of_unit(STREETS);
	rows = list(0, &f, TODAY);
	expect_rows(&rows, "");

	world_script(&w, "UPDATE unit_member SET ended_at = '2021-02-01T00:00:00Z'");
	rows = list(0, &f, TODAY); /* nobody stands for it: it stands for itself */
	expect_rows(&rows, "1:7 ");
}

Test(task, a_unit_assigned_itself_has_one_row_with_its_own_role)
{
	struct task_filter f = of_unit(QINGTIAN);

	world_script(&w, "INSERT INTO assignment (action_id, unit_id, seq, role, changed_at) "
			 "VALUES (1, 4, 9, 'lead', '2021-01-01T00:00:00Z')");
	struct task_rows rows = list(0, &f, TODAY);
	cr_assert_eq(rows.n, 1);
	cr_expect_eq(rows.at[0].role, ROLE_LEAD);
}

Test(task, withdrawn_assignments_and_actions_are_left_out)
{
	struct task_filter f = of_unit(EDUCATION);

	world_script(
		&w, "UPDATE assignment SET state = 'withdrawn' WHERE action_id = 1 AND unit_id = 1;"
		    "UPDATE action SET state = 'withdrawn' WHERE id = 2;");
	struct task_rows rows = list(0, &f, TODAY);
	expect_rows(&rows, "4:1 ");
}

Test(task, filters_narrow)
{
	struct task_filter f = of_unit(EDUCATION);
	struct task_rows rows;

	f.role = ROLE_LEAD;
	rows = list(0, &f, TODAY);
	expect_rows(&rows, "2:1 ");
	f.role = -1;
	f.closed_plans = true;
	rows = list(0, &f, TODAY);
	expect_rows(&rows, "1:1 2:1 4:1 7:1 ");
	f.closed_plans = false;
	f.plan_id = OLD_PLAN;
	rows = list(0, &f, TODAY);
	expect_rows(&rows, "7:1 ");
	f = any;
	rows = list(0, &f, TODAY);
	expect_rows(&rows, "1:2 1:1 1:4 1:5 2:1 4:1 4:2 5:3 ");
	f.plan_id = PLAN;
	f.lamp = LAMP_RED;
	rows = list(0, &f, TODAY);
	expect_rows(&rows, "");
	rows = list(0, &f, "2022-01-05"); /* the fourth quarter is past due */
	cr_expect_eq(rows.n, 8);
}

Test(task, show_the_report_of_the_current_period)
{
	put(EDU_OFFICER, TODAY, ACTION_2, EDUCATION, Q4, 45, REPORT_SAVE);
	struct task_row t = one(ACTION_2, EDUCATION, TODAY);

	cr_expect_eq(t.report_state, REPORT_DRAFT);
	cr_expect_eq(t.report_id, 1);
	cr_expect_eq(t.percent, -1); /* a draft has not been said */
	world_script(&w, "DELETE FROM report");
	put(EDU_OFFICER, TODAY, ACTION_2, EDUCATION, Q4, 45, REPORT_SUBMIT);
	t = one(ACTION_2, EDUCATION, TODAY);
	cr_expect_eq(t.report_state, REPORT_SUBMITTED);
	cr_expect_eq(t.percent, 45);
	cr_expect_str_eq(t.last_done, "做了");
	cr_expect_str_eq(t.last_period, "2021Q4");
	world_review(&w, OFFICE, TODAY, t.report_id, REPORT_RETURN, "请补充");
	t = one(ACTION_2, EDUCATION, TODAY);
	cr_expect_eq(t.report_state, REPORT_RETURNED);
	cr_expect_eq(t.nreturned, 1);
	cr_expect_str_eq(t.reason, "请补充");
	cr_expect_eq(t.lamp, LAMP_YELLOW);
}

Test(task, show_the_last_progress_of_any_period)
{
	put(EDU_OFFICER, "2021-09-20", ACTION_2, EDUCATION, Q3, 40, REPORT_SUBMIT);
	struct task_row t = one(ACTION_2, EDUCATION, TODAY);

	cr_expect_eq(t.report_state, REPORT_NONE);
	cr_expect_eq(t.percent, 40);
	cr_expect_str_eq(t.last_period, "2021Q3");
	/* at the turn of the periods the old one is owed; what was said for the new one counts */
	put(EDU_OFFICER, "2021-10-05", ACTION_2, EDUCATION, Q4, 50, REPORT_SUBMIT);
	t = one(ACTION_2, EDUCATION, "2021-10-05");
	cr_expect_eq(t.report_state, REPORT_SUBMITTED);
	cr_expect_eq(t.report_id, 1);
	cr_expect_eq(t.percent, 50);
}

Test(task, show_the_next_milestone_and_count_those_past_due)
{
	world_script(&w,
		     "INSERT INTO milestone (action_id, unit_id, title, due, state, done_on, "
		     "changed_at) VALUES "
		     "(1, 1, '己', '2021-11-20', 'open', NULL, '2021-01-01T00:00:00Z'), "
		     "(1, NULL, '共', '2021-11-10', 'open', NULL, '2021-01-01T00:00:00Z'), "
		     "(1, 2, '彼', '2021-11-01', 'open', NULL, '2021-01-01T00:00:00Z'), "
		     "(1, 1, '毕', '2021-10-01', 'done', '2021-10-01', '2021-01-01T00:00:00Z'), "
		     "(1, 1, '今', '2021-11-21', 'open', NULL, '2021-01-01T00:00:00Z')");
	struct task_row t = one(ACTION_1, HEALTH, TODAY);

	cr_expect_str_eq(t.milestone, "彼");
	cr_expect_eq(date_cmp(t.milestone_due, world_day("2021-11-01")), 0);
	cr_expect_eq(t.milestones_overdue, 2);
	cr_expect_eq(t.lamp, LAMP_RED);
	cr_expect_eq(t.why, LAMP_WHY_MILESTONE);
	cr_expect_eq(t.days, 20);
	t = one(ACTION_1, EDUCATION, TODAY);
	cr_expect_str_eq(t.milestone, "己");
	cr_expect_eq(t.milestones_overdue, 1);
	t = one(ACTION_2, EDUCATION, TODAY);
	cr_expect_str_eq(t.milestone, "");
	cr_expect_eq(t.milestones_overdue, 0);
}

Test(task, a_deadline_that_was_met_is_due_no_more)
{
	world_script(&w, "INSERT INTO milestone (id, action_id, title, due, changed_at) VALUES "
			 "(70, 2, '时限', '2021-12-20', '2021-10-01T00:00:00Z')");
	cr_expect_eq(date_cmp(one(ACTION_2, EDUCATION, "2021-12-21").due, world_day("2021-12-20")),
		     0);
	cr_expect_eq(one(ACTION_2, EDUCATION, "2021-12-21").lamp, LAMP_RED);
	world_script(&w,
		     "UPDATE milestone SET state = 'done', done_on = '2021-12-19' WHERE id = 70");
	cr_expect_not(date_is_set(one(ACTION_2, EDUCATION, "2021-12-21").due));
	cr_expect_neq(one(ACTION_2, EDUCATION, "2021-12-21").lamp, LAMP_RED);
}

/* The lead delivers it, or whoever shares the action; where nobody leads, everybody. */
Test(task, a_common_deadline_is_for_those_who_deliver_the_action)
{
	static const struct {
		const char *roles; /* of 卫生健康局 and 教育局 in action 1 */
		bool health, education, town;
	} cases[] = {
		{"UPDATE assignment SET role = 'lead' WHERE id = 1", true, false, false},
		{"UPDATE assignment SET role = 'shared' WHERE id = 2", true, true, false},
		{"UPDATE assignment SET state = 'withdrawn' WHERE id = 1", false, true, true},
		{"UPDATE assignment SET role = 'coop' WHERE id = 2", false, true, true},
	};

	world_script(&w, "UPDATE action SET due = '2021-11-10' WHERE id = 1;"
			 "INSERT INTO milestone (action_id, title, due, changed_at) VALUES "
			 "(1, '共', '2021-11-10', '2021-01-01T00:00:00Z')");
	for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
		world_script(&w, cases[i].roles);
		struct task_row education = one(ACTION_1, EDUCATION, TODAY);
		struct task_row town = one(ACTION_1, QINGTIAN, TODAY);

		if (cases[i].health)
			cr_expect_eq(one(ACTION_1, HEALTH, TODAY).lamp, LAMP_RED, "case %zu", i);
		cr_expect_eq(education.delivers, cases[i].education, "case %zu", i);
		cr_expect_eq(education.lamp, cases[i].education ? LAMP_RED : LAMP_GREEN);
		cr_expect_eq(town.milestones_overdue, cases[i].town, "case %zu", i);
		cr_expect_eq(town.lamp, cases[i].town ? LAMP_RED : LAMP_GREEN, "case %zu", i);
		cr_expect_str_eq(town.lead_milestone, cases[i].town ? "" : "共", "case %zu", i);
	}
}

/* It owes nothing of it, but must not think that there is nothing. */
Test(task, who_only_cooperates_sees_what_the_lead_delivers_next)
{
	world_script(&w, "INSERT INTO milestone (action_id, unit_id, title, due, state, "
			 "changed_at) VALUES "
			 "(1, 1, '己', '2021-12-20', 'open', '2021-01-01T00:00:00Z'), "
			 "(1, NULL, '毕', '2021-10-01', 'dropped', '2021-01-01T00:00:00Z'), "
			 "(1, NULL, '次', '2021-12-01', 'open', '2021-01-01T00:00:00Z'), "
			 "(1, NULL, '先', '2021-11-10', 'open', '2021-01-01T00:00:00Z')");
	struct task_row t = one(ACTION_1, EDUCATION, TODAY);

	cr_expect_str_eq(t.milestone, "己");
	cr_expect_str_eq(t.lead_milestone, "先");
	cr_expect_eq(date_cmp(t.lead_milestone_due, world_day("2021-11-10")), 0);
	cr_expect_eq(t.milestones_overdue, 0);
	cr_expect_eq(t.lamp, LAMP_GREEN);
	t = one(ACTION_1, HEALTH, TODAY);
	cr_expect_str_eq(t.milestone, "先");
	cr_expect_str_eq(t.lead_milestone, "");
	cr_expect_eq(t.lamp, LAMP_RED);
}

Test(task, lamps_follow_the_period)
{
	static const struct {
		const char *today;
		enum lamp lamp;
	} days[] = {
		{"2021-06-30", LAMP_GREY},  /* before the first period */
		{"2021-07-01", LAMP_GREEN}, /* opens */
		{"2021-09-20", LAMP_GREEN},  {"2021-09-24", LAMP_YELLOW}, /* soon */
		{"2021-09-30", LAMP_YELLOW},				  /* due */
		{"2021-10-01", LAMP_RED},    {"2021-10-10", LAMP_RED},
		{"2021-10-11", LAMP_GREEN}, /* the next period is the one that is owed */
		{"2021-12-31", LAMP_YELLOW}, {"2022-01-01", LAMP_RED}, /* the turn of the year */
	};

	for (size_t i = 0; i < sizeof days / sizeof *days; i++)
		cr_expect_eq(one(ACTION_1, EDUCATION, days[i].today).lamp, days[i].lamp, "on %s",
			     days[i].today);
}

Test(task, show_a_reader_what_is_theirs_and_shared)
{
	struct task_filter f = any;
	struct task_rows rows = list(OFFICE, &f, TODAY);

	cr_expect_eq(rows.n, 8);
	rows = list(MAYOR, &f, TODAY);
	cr_expect_eq(rows.n, 8);
	rows = list(EDU_OFFICER, &f, TODAY);
	expect_rows(&rows, "1:2 1:1 1:4 1:5 2:1 4:1 4:2 ");
	rows = list(QINGTIAN_OFFICER, &f, TODAY);
	expect_rows(&rows, "1:2 1:1 1:4 1:5 ");
	rows = list(ARCHIVES_OFFICER, &f, TODAY);
	expect_rows(&rows, "");
	f = of_unit(EDUCATION);
	rows = list(HEALTH_OFFICER, &f, TODAY);
	expect_rows(&rows, "1:1 4:1 ");
}
