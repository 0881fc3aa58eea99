/* Periods: which one is owed on a day, finding, adding and closing them. */
#include "db/report/store_period.h"

#include "core/rule/period.h"
#include "core/rule/period_rule.h"
#include "db/store_internal.h"
#include "tests/db/world.h"
#include "tests/support/seen.h"

#include <criterion/criterion.h>
#include <criterion/parameterized.h>
#include <string.h>

static struct world w;

static void setup(void)
{
	world_make(&w);
}

static void teardown(void)
{
	world_remove(&w);
}

TestSuite(period, .init = setup, .fini = teardown);

Test(period, current_follows_the_calendar)
{
	static const struct {
		const char *today, *code;
	} days[] = {
		{"2021-01-01", "2021Q3"},			    /* the first planned */
		{"2021-06-30", "2021Q3"},			    /* the day before it opens */
		{"2021-07-01", "2021Q3"}, {"2021-09-30", "2021Q3"}, /* opens, due */
		{"2021-10-01", "2021Q3"}, /* two take reports: the older one is owed */
		{"2021-10-10", "2021Q3"}, {"2021-10-11", "2021Q4"}, /* its last day, and the next */
		{"2021-12-31", "2021Q4"}, {"2022-01-01", "2021Q4"}, /* the turn of the year */
		{"2022-01-10", "2021Q4"}, {"2022-01-11", "2022Q1"},
		{"2022-04-10", "2022Q1"}, {"2023-05-01", "2022Q1"}, /* the last one closed */
	};

	for (size_t i = 0; i < sizeof days / sizeof *days; i++) {
		struct period_row row;

		cr_assert_eq(
			store_period_current(w.s, &w.a, PLAN, world_day(days[i].today), &row, &w.e),
			0, "%s", w.e.text);
		cr_expect_str_eq(row.code, days[i].code, "on %s: %s", days[i].today, row.code);
		cr_expect_str_eq(row.plan_code, "yx2021");
	}
}

Test(period, current_passes_one_closed_early)
{
	struct actor office = world_actor(&w, OFFICE, "2021-10-02");
	struct period_row row;

	cr_assert_eq(store_period_close(w.s, &office, Q3, seen_period(w.s, Q3), &w.changes, &w.e),
		     0, "%s", w.e.text);
	cr_expect_eq(w.changes, CHANGE_PERIOD);
	cr_assert_eq(store_period_current(w.s, &w.a, PLAN, world_day("2021-10-02"), &row, &w.e), 0);
	cr_expect_str_eq(row.code, "2021Q4");
	cr_assert_eq(store_period_get(w.s, &w.a, Q3, &row, &w.e), 0);
	cr_expect(row.closed_early);
	cr_expect_eq(row.version, 2);
	cr_expect_eq(period_state_on(&row, world_day("2021-10-02")), PERIOD_CLOSED);
}

Test(period, a_plan_without_periods_says_how_to_add_one)
{
	struct period_row row;

	world_script(&w, "DELETE FROM period");
	cr_assert_eq(store_period_current(w.s, &w.a, PLAN, world_day("2021-10-02"), &row, &w.e),
		     -1);
	cr_expect_eq(w.e.code, ERR_NOT_FOUND);
	cr_expect(strstr(w.e.text, "duban period add"), "%s", w.e.text);
	cr_assert_eq(store_period_find(w.s, &w.a, PLAN, "2021Q4", &row, &w.e), -1);
	cr_expect(strstr(w.e.text, "no periods yet"), "%s", w.e.text);
}

Test(period, list_is_oldest_first_and_leaves_closed_plans_out)
{
	struct period_rows rows;

	cr_assert_eq(store_period_list(w.s, &w.a, PLAN, &rows, &w.e), 0);
	cr_assert_eq(rows.n, 3);
	cr_expect_str_eq(rows.at[0].code, "2021Q3");
	cr_expect_str_eq(rows.at[2].code, "2022Q1");
	cr_expect_eq(date_cmp(rows.at[1].closes, world_day("2022-01-10")), 0);
	cr_assert_eq(store_period_list(w.s, &w.a, 0, &rows, &w.e), 0);
	cr_expect_eq(rows.n, 3);
	cr_assert_eq(store_period_list(w.s, &w.a, OLD_PLAN, &rows, &w.e), 0);
	cr_expect_eq(rows.n, 1);
}

Test(period, find_reads_the_code_as_people_type_it)
{
	struct period_row row;

	cr_assert_eq(store_period_find(w.s, &w.a, PLAN, "２０２１ｑ４", &row, &w.e), 0, "%s",
		     w.e.text);
	cr_expect_eq(row.id, Q4);
	cr_assert_eq(store_period_find(w.s, &w.a, PLAN, "2021Q5", &row, &w.e), -1);
	cr_expect_eq(w.e.code, ERR_INPUT);
	cr_assert_eq(store_period_find(w.s, &w.a, PLAN, "2020Q4", &row, &w.e), -1);
	cr_expect_eq(w.e.code, ERR_NOT_FOUND);
	cr_expect(strstr(w.e.text, "2021Q3, 2021Q4, 2022Q1"), "%s", w.e.text);
	cr_assert_eq(store_period_get(w.s, &w.a, 99, &row, &w.e), -1);
	cr_expect_eq(w.e.code, ERR_NOT_FOUND);
}

static int add(enum person_of_world person, int64_t plan_id, const char *code, const char *due)
{
	struct actor who = world_actor(&w, person, "2021-11-21");
	struct period_row p = {0};

	cr_assert_eq(period_read(&w.a, code, &p, &w.e), 0);
	period_set_dates(&p, &period_rules_default, NULL);
	p.plan_id = plan_id;
	if (due)
		p.due = world_day(due);
	return store_period_add(w.s, &who, &p, &w.changes, &w.e);
}

Test(period, add_is_the_offices_and_is_logged)
{
	struct period_row row;

	cr_assert_eq(add(OFFICE, PLAN, "2022Q2", NULL), 0, "%s", w.e.text);
	cr_expect_eq(w.changes, CHANGE_PERIOD);
	cr_assert_eq(store_period_find(w.s, &w.a, PLAN, "2022Q2", &row, &w.e), 0);
	cr_expect_eq(row.kind, PERIOD_QUARTER);
	cr_expect_eq(row.number, 2);
	cr_expect_eq(date_cmp(row.opens, world_day("2022-04-01")), 0);
	cr_expect_eq(world_number(&w, "SELECT count(*) FROM log WHERE act = 'period.add' "
				      "AND object = 'period yx2021/2022Q2' AND person = '邹主任' "
				      "AND after LIKE '%\"closes\":\"2022-07-10\"%'"),
		     1);
}

Test(period, add_is_refused)
{
	static const struct {
		enum person_of_world person;
		int64_t plan_id;
		const char *code, *due;
		enum err_code error;
		const char *says;
	} cases[] = {
		{EDU_OFFICER, PLAN, "2022Q2", NULL, ERR_DENIED, "set reporting periods"},
		{MAYOR, PLAN, "2022Q2", NULL, ERR_DENIED, "set reporting periods"},
		{OFFICE, PLAN, "2021Q4", NULL, ERR_EXISTS, "2021Q4"},
		{OFFICE, OLD_PLAN, "2022Q2", NULL, ERR_STATE, "old2020"},
		{OFFICE, 99, "2022Q2", NULL, ERR_NOT_FOUND, "plan"},
		{OFFICE, PLAN, "2022Q2", "2022-03-31", ERR_INPUT, "opens"},
		{OFFICE, PLAN, "2022Q2", "2022-07-11", ERR_INPUT, "closes"},
	};

	for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
		cr_assert_eq(add(cases[i].person, cases[i].plan_id, cases[i].code, cases[i].due),
			     -1, "case %zu", i);
		cr_expect_eq(w.e.code, cases[i].error, "case %zu: %s", i, w.e.text);
		cr_expect(strstr(w.e.text, cases[i].says), "case %zu: %s", i, w.e.text);
	}
	cr_expect_eq(w.changes, 0);
	cr_expect_eq(world_number(&w, "SELECT count(*) FROM period"), 4);
	cr_expect_eq(world_number(&w, "SELECT count(*) FROM log WHERE act LIKE 'period%'"), 0);
}

static int try_close(enum person_of_world person, const char *today, int64_t id)
{
	struct actor who = world_actor(&w, person, today);

	return store_period_close(w.s, &who, id, seen_period(w.s, id), &w.changes, &w.e);
}

Test(period, close_is_refused)
{
	cr_assert_eq(try_close(HEALTH_OFFICER, "2021-11-21", Q4), -1);
	cr_expect_eq(w.e.code, ERR_DENIED);
	cr_assert_eq(try_close(OFFICE, "2021-11-21", Q3), -1);
	cr_expect_eq(w.e.code, ERR_STATE);
	cr_expect(strstr(w.e.text, "2021-10-10"), "%s", w.e.text);
	cr_assert_eq(try_close(OFFICE, "2021-11-21", 99), -1);
	cr_expect_eq(w.e.code, ERR_NOT_FOUND);
	cr_assert_eq(try_close(OFFICE, "2021-01-01", OLD_Q4), -1);
	cr_expect_eq(w.e.code, ERR_STATE);
	cr_assert_eq(try_close(OFFICE, "2021-11-21", Q4), 0);
	cr_assert_eq(try_close(OFFICE, "2021-11-22", Q4), -1);
	cr_expect_eq(w.e.code, ERR_STATE);
	cr_expect_eq(world_number(&w, "SELECT count(*) FROM log WHERE act = 'period.close'"), 1);
}

static int try_dates(enum person_of_world person, int64_t version, const char *due,
		     const char *closes)
{
	struct actor who = world_actor(&w, person, "2021-11-21");
	struct period_row p = {0};

	cr_assert_eq(store_period_get(w.s, &w.a, Q4, &p, &w.e), 0, "%s", w.e.text);
	p.version = version;
	p.due = world_day(due);
	p.closes = world_day(closes);
	return store_period_change(w.s, &who, &p, &w.changes, &w.e);
}

Test(period, its_dates_can_be_changed_and_the_log_has_both)
{
	struct period_row p;

	cr_assert_eq(try_dates(OFFICE, 1, "2021-12-20", "2022-01-10"), 0, "%s", w.e.text);
	cr_expect_eq(w.changes, CHANGE_PERIOD);
	cr_assert_eq(store_period_get(w.s, &w.a, Q4, &p, &w.e), 0);
	cr_expect_eq(date_cmp(p.due, world_day("2021-12-20")), 0);
	cr_expect_eq(p.version, 2);
	cr_expect_eq(world_number(&w, "SELECT count(*) FROM log WHERE act = 'period.change' AND "
				      "before = '{\"due\":\"2021-12-31\"}' AND "
				      "after = '{\"due\":\"2021-12-20\"}'"),
		     1);
}

Test(period, changing_dates_is_refused)
{
	cr_assert_eq(try_dates(HEALTH_OFFICER, 1, "2021-12-20", "2022-01-10"), -1);
	cr_expect_eq(w.e.code, ERR_DENIED);
	cr_assert_eq(try_dates(OFFICE, 1, "2021-09-20", "2022-01-10"), -1);
	cr_expect_str_eq(w.e.field, "due");
	cr_assert_eq(try_dates(OFFICE, 1, "2021-12-20", "2021-12-10"), -1);
	cr_expect_str_eq(w.e.field, "closes");
	cr_assert_eq(try_dates(OFFICE, 1, "2021-12-20", "2022-01-10"), 0);
	cr_assert_eq(try_dates(OFFICE, 1, "2021-12-21", "2022-01-10"), -1, "somebody was there");
	cr_expect_eq(w.e.code, ERR_CONFLICT);
}

static int try_reopen(enum person_of_world person, const char *today, int64_t id)
{
	struct actor who = world_actor(&w, person, today);

	return store_period_reopen(w.s, &who, id, seen_period(w.s, id), &w.changes, &w.e);
}

Test(period, what_was_closed_early_is_opened_again_until_its_last_day)
{
	struct period_row p;

	cr_assert_eq(try_reopen(OFFICE, "2021-11-21", Q4), -1);
	cr_expect_eq(w.e.code, ERR_STATE, "it is open");
	cr_assert_eq(try_close(OFFICE, "2021-11-21", Q4), 0);
	cr_assert_eq(try_reopen(HEALTH_OFFICER, "2021-11-22", Q4), -1);
	cr_expect_eq(w.e.code, ERR_DENIED);
	cr_assert_eq(try_reopen(OFFICE, "2022-02-01", Q4), -1);
	cr_expect(strstr(w.e.text, "set a later one"), "%s", w.e.text);
	cr_assert_eq(try_reopen(OFFICE, "2021-11-22", Q4), 0, "%s", w.e.text);
	cr_assert_eq(store_period_get(w.s, &w.a, Q4, &p, &w.e), 0);
	cr_expect_not(p.closed_early);
	cr_expect_eq(world_number(&w, "SELECT count(*) FROM log WHERE act = 'period.reopen'"), 1);
	cr_assert_eq(try_reopen(OFFICE, "2021-11-22", Q3), -1);
	cr_expect(strstr(w.e.text, "2021-10-10"), "closed by its date: %s", w.e.text);
}
