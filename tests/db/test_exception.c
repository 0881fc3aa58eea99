/* Exceptions: a unit that may report after the others, to the day. */
#include "db/cycle/store_request.h"
#include "db/report/store_exception.h"

#include "core/rule/period.h"
#include "db/report/store_period.h"
#include "db/plan/store_task.h"
#include "db/people/store_unit.h"
#include "tests/db/world.h"
#include "tests/support/seen.h"

#include <criterion/criterion.h>
#include <string.h>

#define TODAY "2021-11-21"
#define UNTIL "2021-11-30"

static struct world w;

static void setup(void)
{
	world_make(&w);
}

static void teardown(void)
{
	world_remove(&w);
}

TestSuite(exception, .init = setup, .fini = teardown);

static int allow(enum person_of_world person, int64_t period_id, int64_t unit_id, const char *until,
		 const char *reason)
{
	struct actor who = world_actor(&w, person, TODAY);

	w.changes = 0;
	w.e = (struct err)ERR_INIT;
	return store_exception_put(w.s, &who, period_id, unit_id,
				   seen_exception(w.s, period_id, unit_id), world_day(until),
				   reason, &w.changes, &w.e);
}

static struct period_row period_for(int64_t period_id, int64_t unit_id)
{
	struct period_row row;

	cr_assert_eq(store_period_for(w.s, &w.a, period_id, unit_id, &row, &w.e), 0, "%s",
		     w.e.text);
	return row;
}

Test(exception, holds_up_to_and_with_its_day_for_that_unit_alone)
{
	static const struct {
		const char *today;
		bool taken;
	} days[] = {{TODAY, true}, {UNTIL, true}, {"2021-12-01", false}};
	struct report_new r = world_text(ACTION_2, EDUCATION, Q3, 20, "摸底");

	cr_assert_eq(allow(OFFICE, Q3, EDUCATION, UNTIL, "系统故障"), 0, "%s", w.e.text);
	cr_expect_eq(w.changes, CHANGE_PERIOD);
	for (size_t i = 0; i < sizeof days / sizeof *days; i++) {
		world_script(&w, "DELETE FROM report_edition; DELETE FROM report");
		if (days[i].taken) {
			world_put(&w, EDU_OFFICER, days[i].today, &r, REPORT_SUBMIT);
			continue;
		}
		world_refuse_put(&w, EDU_OFFICER, days[i].today, &r, REPORT_SUBMIT);
		cr_expect_eq(w.e.code, ERR_STATE);
		cr_expect(strstr(w.e.text, UNTIL), "%s", w.e.text);
		cr_expect_eq(w.e.remedy, REQUEST_EXCEPTION);
	}
	r = world_text(ACTION_1, HEALTH, Q3, 20, "摸底");
	world_refuse_put(&w, HEALTH_OFFICER, TODAY, &r, REPORT_SUBMIT);
}

Test(exception, lets_a_report_be_taken_back_too)
{
	struct report_new r = world_text(ACTION_2, EDUCATION, Q3, 20, "摸底");
	struct report_row row;

	cr_assert_eq(allow(OFFICE, Q3, EDUCATION, UNTIL, "系统故障"), 0, "%s", w.e.text);
	row = world_put(&w, EDU_OFFICER, TODAY, &r, REPORT_SUBMIT);
	world_refuse_review(&w, EDU_OFFICER, "2021-12-01", &row, REPORT_RECALL, "");
	world_review(&w, EDU_OFFICER, UNTIL, row.id, REPORT_RECALL, "");
	cr_expect_eq(world_report(&w, row.id).state, REPORT_DRAFT);
}

Test(exception, opens_what_the_office_has_closed_early)
{
	struct period_row row;

	world_script(&w, "UPDATE period SET closed_at = '2021-11-20T00:00:00Z' WHERE id = 2");
	cr_assert_eq(allow(OFFICE, Q4, EDUCATION, UNTIL, "补报"), 0, "%s", w.e.text);
	row = period_for(Q4, EDUCATION);
	cr_expect_not(row.closed_early);
	cr_expect_eq(date_cmp(row.closes, world_day(UNTIL)), 0);
	cr_expect_eq(date_cmp(row.due, world_day(UNTIL)), 0);
	cr_expect(period_for(Q4, HEALTH).closed_early);
}

Test(exception, gets_another_day_and_the_log_says_so)
{
	cr_assert_eq(allow(OFFICE, Q3, EDUCATION, UNTIL, "系统故障"), 0);
	cr_assert_eq(allow(OFFICE_2, Q3, EDUCATION, "2021-12-05", "再延"), 0);
	cr_expect_eq(date_cmp(period_for(Q3, EDUCATION).closes, world_day("2021-12-05")), 0);
	cr_expect_eq(world_number(&w, "SELECT count(*) FROM log WHERE act = 'period.except' "
				      "AND object = 'period yx2021/2021Q3' AND unit_id = 1 "
				      "AND before = '{\"until\":\"2021-11-30\"}' "
				      "AND after LIKE '{\"until\":\"2021-12-05\"%'"),
		     1);
}

Test(exception, is_refused_with_the_reason)
{
	static const struct {
		enum person_of_world person;
		int64_t period, unit;
		const char *until, *reason;
		enum err_code code;
		const char *says;
	} cases[] = {
		{EDU_OFFICER, Q3, EDUCATION, UNTIL, "x", ERR_DENIED, "set reporting periods"},
		{OFFICE, Q3, EDUCATION, "2021-11-20", "x", ERR_INPUT, "today or later"},
		{OFFICE, Q4, EDUCATION, "2022-01-10", "x", ERR_INPUT, "2022-01-10"},
		{OFFICE, Q3, EDUCATION, UNTIL, "", ERR_INPUT, "why"},
		{OFFICE, Q3, ARCHIVES, UNTIL, "x", ERR_STATE, "reports on nothing"},
		{OFFICE, Q3, STREETS, UNTIL, "x", ERR_STATE, "stands for others"},
		{OFFICE, Q3, 99, UNTIL, "x", ERR_NOT_FOUND, "unit"},
		{OFFICE, 99, EDUCATION, UNTIL, "x", ERR_NOT_FOUND, "period"},
		{OFFICE, OLD_Q4, EDUCATION, UNTIL, "x", ERR_STATE, "old2020"},
	};

	for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
		cr_expect_eq(allow(cases[i].person, cases[i].period, cases[i].unit, cases[i].until,
				   cases[i].reason),
			     -1, "case %zu", i);
		cr_expect_eq(w.e.code, cases[i].code, "case %zu: %s", i, w.e.text);
		cr_expect(strstr(w.e.text, cases[i].says), "case %zu: %s", i, w.e.text);
		cr_expect_eq(w.changes, 0);
	}
	cr_expect_eq(world_number(&w, "SELECT count(*) FROM period_exception"), 0);
}

Test(exception, is_listed_to_the_unit_and_to_those_who_read_all)
{
	static const struct {
		enum person_of_world person;
		int64_t unit;
		size_t n;
	} readers[] = {{OFFICE, 0, 2},	    {OFFICE, HEALTH, 1}, {MAYOR, 0, 2},
		       {EDU_OFFICER, 0, 1}, {EDU_LEADER, 0, 1},	 {ARCHIVES_OFFICER, 0, 0}};

	cr_assert_eq(allow(OFFICE, Q3, EDUCATION, UNTIL, "系统故障"), 0);
	cr_assert_eq(allow(OFFICE, Q3, HEALTH, "2021-12-05", "换人"), 0);
	for (size_t i = 0; i < sizeof readers / sizeof *readers; i++) {
		struct actor who = world_actor(&w, readers[i].person, TODAY);
		struct exception_rows rows;

		cr_assert_eq(
			store_exception_list(w.s, &w.a, &who, PLAN, readers[i].unit, &rows, &w.e),
			0, "%s", w.e.text);
		cr_expect_eq(rows.n, readers[i].n, "reader %zu", i);
	}
	struct actor office = world_actor(&w, OFFICE, TODAY);
	struct exception_rows rows;
	cr_assert_eq(store_exception_list(w.s, &w.a, &office, 0, 0, &rows, &w.e), 0);
	cr_expect_str_eq(rows.at[0].unit, "区卫生健康局", "the last day first");
	cr_expect_str_eq(rows.at[0].period, "2021Q3");
	cr_expect_str_eq(rows.at[1].reason, "系统故障");
	cr_expect_str_eq(rows.at[1].by, "邹主任");
}

Test(exception, is_for_the_reports_that_are_missing)
{
	struct report_new r = world_text(ACTION_2, EDUCATION, Q3, 20, "摸底");
	struct actor edu = world_actor(&w, EDU_OFFICER, TODAY);
	struct actor health = world_actor(&w, HEALTH_OFFICER, TODAY);
	struct missing_rows rows;
	size_t all;

	cr_assert_eq(allow(OFFICE, Q3, EDUCATION, UNTIL, "系统故障"), 0, "%s", w.e.text);
	cr_assert_eq(store_exception_missing(w.s, &w.a, &edu, Q3, EDUCATION, &rows, &w.e), 0);
	all = rows.n;
	cr_assert_geq(all, 2);
	cr_expect_str_eq(rows.at[1].action_no, "2");
	cr_expect_eq(rows.at[1].state, REPORT_NONE);
	int64_t id = world_put(&w, EDU_OFFICER, TODAY, &r, REPORT_SUBMIT).id;
	cr_assert_eq(store_exception_missing(w.s, &w.a, &edu, Q3, EDUCATION, &rows, &w.e), 0);
	cr_expect_eq(rows.n, all - 1, "handed in");
	world_review(&w, OFFICE, TODAY, id, REPORT_RETURN, "缺数");
	cr_assert_eq(store_exception_missing(w.s, &w.a, &edu, Q3, EDUCATION, &rows, &w.e), 0);
	cr_assert_eq(rows.n, all);
	cr_expect_eq(rows.at[1].state, REPORT_RETURNED);
	cr_assert_eq(store_exception_missing(w.s, &w.a, &health, Q3, EDUCATION, &rows, &w.e), 0);
	cr_expect_eq(rows.n, 0, "another unit's");
}

static size_t count_stranded(enum person_of_world person, const char *day)
{
	struct actor who = world_actor(&w, person, day);
	struct report_rows rows;

	cr_assert_eq(store_report_stranded(w.s, &w.a, &who, EDUCATION, &rows, &w.e), 0, "%s",
		     w.e.text);
	return rows.n;
}

Test(exception, is_wanted_for_what_came_back_after_the_period_had_closed)
{
	struct report_new r = world_text(ACTION_2, EDUCATION, Q4, 80, "做了");
	struct actor edu = world_actor(&w, EDU_OFFICER, "2022-01-12");
	struct actor office = world_actor(&w, OFFICE, "2022-01-12");
	const struct request_new ask = {.kind = REQUEST_EXCEPTION,
					.unit_id = EDUCATION,
					.period_id = Q4,
					.want = {2022, 1, 20},
					.percent = -1,
					.reason = "系统故障",
					.done = "",
					.problems = "",
					.next = ""};
	struct request_row q;
	int64_t id = world_put(&w, EDU_OFFICER, "2022-01-05", &r, REPORT_SUBMIT).id;

	world_review(&w, OFFICE, "2022-01-11", id, REPORT_RETURN, "缺数");
	cr_expect_eq(count_stranded(EDU_OFFICER, "2022-01-10"), 0, "it still takes reports");
	cr_expect_eq(count_stranded(EDU_OFFICER, "2022-01-11"), 1);
	cr_assert_eq(store_request_ask(w.s, &edu, &ask, &w.a, &q, NULL, &w.e), 0, "%s", w.e.text);
	cr_expect_eq(count_stranded(EDU_OFFICER, "2022-01-12"), 0, "asked for");
	cr_assert_eq(store_request_decide(w.s, &office, q.id, q.version, REQUEST_GRANT,
					  (struct date){0}, "", NULL, &w.e),
		     0, "%s", w.e.text);
	cr_expect_eq(count_stranded(EDU_OFFICER, "2022-01-20"), 0, "it can be handed in");
	cr_expect_eq(count_stranded(EDU_OFFICER, "2022-01-21"), 1, "and no more");
	struct report_rows rows;
	struct actor health = world_actor(&w, HEALTH_OFFICER, "2022-01-11");
	cr_expect_eq(store_report_stranded(w.s, &w.a, &health, EDUCATION, &rows, &w.e), -1);
	cr_expect_eq(w.e.code, ERR_DENIED);
}

Test(exception, is_not_wanted_for_a_part_that_was_withdrawn)
{
	struct report_new r = world_text(ACTION_2, EDUCATION, Q4, 80, "做了");
	int64_t id = world_put(&w, EDU_OFFICER, "2022-01-05", &r, REPORT_SUBMIT).id;

	world_review(&w, OFFICE, "2022-01-11", id, REPORT_RETURN, "缺数");
	cr_expect_eq(count_stranded(EDU_OFFICER, "2022-01-12"), 1);
	world_script(&w, "UPDATE assignment SET state = 'withdrawn' WHERE action_id = 2");
	cr_expect_eq(count_stranded(EDU_OFFICER, "2022-01-12"), 0, "it may not hand it in");
}

/* Between two periods the one before is the current one; the lamp goes by the unit's own date. */
Test(exception, changes_the_lamp_of_that_unit)
{
	static const struct lamp_rules rules = LAMP_RULES_DEFAULT;
	static const struct {
		int64_t unit;
		enum lamp lamp;
	} cases[] = {{EDUCATION, LAMP_GREEN}, {HEALTH, LAMP_RED}};
	struct actor office = world_actor(&w, OFFICE, TODAY);

	world_script(&w, "DELETE FROM period WHERE id IN (2, 3); "
			 "UPDATE action SET due = NULL; DELETE FROM milestone");
	cr_assert_eq(allow(OFFICE, Q3, EDUCATION, "2021-12-31", "系统故障"), 0, "%s", w.e.text);
	for (size_t i = 0; i < 2; i++) {
		const struct task_filter f = {.plan_id = PLAN,
					      .unit_id = cases[i].unit,
					      .action_id = ACTION_1,
					      .role = -1,
					      .lamp = -1};
		struct task_rows rows;

		cr_assert_eq(store_task_list(w.s, &w.a, &office, &f, &rules, world_day(TODAY),
					     &rows, &w.e),
			     0);
		cr_assert_eq(rows.n, 1);
		cr_expect_eq(rows.at[0].lamp, cases[i].lamp, "unit %zu: %d", i,
			     (int)rows.at[0].why);
	}
}
