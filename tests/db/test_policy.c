/* The rules and the calendar that the office sets for a file. */
#include "db/cycle/store_policy.h"

#include "db/change.h"
#include "db/store_log.h"
#include "tests/db/world.h"

#include <criterion/criterion.h>
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

TestSuite(policy_store, .init = setup, .fini = teardown);

static int load_number(enum policy_id id)
{
	struct policy p;

	cr_assert_eq(store_policy_load(w.s, &w.a, &p, &w.e), 0, "%s", w.e.text);
	return policy_number(&p, id);
}

Test(policy_store, keeps_what_the_office_sets)
{
	struct actor office = world_actor(&w, OFFICE, "2021-10-02");

	cr_expect_eq(load_number(POLICY_LAMP_SOON), 5);
	cr_assert_eq(store_policy_set(w.s, &office, POLICY_LAMP_SOON, " ９ ", &w.changes, &w.e), 0,
		     "%s", w.e.text);
	cr_expect_eq(w.changes, CHANGE_POLICY);
	cr_expect_eq(load_number(POLICY_LAMP_SOON), 9);
	cr_assert_eq(store_policy_set(w.s, &office, POLICY_LAMP_SOON, "", &w.changes, &w.e), 0);
	cr_expect_eq(load_number(POLICY_LAMP_SOON), 5);
	cr_expect_eq(world_number(&w, "SELECT version FROM setting WHERE key = 'lamp.soon'"), 2);
	cr_expect_eq(world_number(&w, "SELECT count(*) FROM log WHERE act = 'policy.set'"), 2);
}

Test(policy_store, refuses_others_and_bad_values)
{
	struct actor office = world_actor(&w, OFFICE, "2021-10-02");
	struct actor officer = world_actor(&w, EDU_OFFICER, "2021-10-02");

	cr_expect_eq(store_policy_set(w.s, &officer, POLICY_LAMP_SOON, "9", NULL, &w.e), -1);
	cr_expect_eq(w.e.code, ERR_DENIED);
	cr_expect_eq(store_policy_set(w.s, &office, POLICY_LAMP_SOON, "999", NULL, &w.e), -1);
	cr_expect_eq(w.e.code, ERR_INPUT);
	cr_expect_str_eq(w.e.field, "lamp.soon");
	cr_expect_eq(load_number(POLICY_LAMP_SOON), 5);
}

Test(policy_store, leaves_rules_of_a_later_program)
{
	world_script(&w, "INSERT INTO setting (key, value, changed_at) "
			 "VALUES ('moon.phase', 'full', '2021-10-02T04:00:00Z')");
	cr_expect_eq(load_number(POLICY_LAMP_SOON), 5);
}

/* By who has read the calendar as it is. */
static int put_days(const struct actor *who, struct calendar_day_rows *days)
{
	struct calendar_day_rows now;

	cr_assert_eq(store_calendar_list(w.s, &w.a, &now, &w.e), 0, "%s", w.e.text);
	calendar_take_versions(days, &now);
	return store_calendar_put(w.s, who, days, &w.changes, &w.e);
}

static int drop_days(const struct actor *who, struct date first, struct date last)
{
	struct calendar_day_rows now;

	cr_assert_eq(store_calendar_list(w.s, &w.a, &now, &w.e), 0, "%s", w.e.text);
	return store_calendar_drop(w.s, who, first, last, &now, &w.changes, &w.e);
}

static void put_day(struct actor *who, const char *date, enum day_kind kind, const char *name)
{
	struct calendar_day_row day = {.date = world_day(date), .kind = kind, .name = name};
	struct calendar_day_rows days = {&day, 1, 1};

	cr_assert_eq(put_days(who, &days), 0, "%s", w.e.text);
}

Test(policy_store, calendar_is_set_changed_and_dropped)
{
	struct actor office = world_actor(&w, OFFICE, "2021-09-02");
	struct calendar_day_rows days;
	struct calendar c;

	put_day(&office, "2021-10-09", DAY_WORKED, "");
	put_day(&office, "2021-10-01", DAY_WORKED, "");
	put_day(&office, "2021-10-01", DAY_HOLIDAY, "国庆节");
	cr_assert_eq(store_calendar_list(w.s, &w.a, &days, &w.e), 0, "%s", w.e.text);
	cr_assert_eq(days.n, 2);
	cr_expect_str_eq(days.at[0].name, "国庆节");
	c = calendar_of(&days);
	cr_expect_not(calendar_is_workday(&c, world_day("2021-10-01")));
	cr_expect(calendar_is_workday(&c, world_day("2021-10-09")));
	cr_assert_eq(drop_days(&office, world_day("2021-09-30"), world_day("2021-10-08")), 0);
	cr_assert_eq(store_calendar_list(w.s, &w.a, &days, &w.e), 0);
	cr_expect_eq(days.n, 1);
	cr_expect_eq(drop_days(&office, world_day("2021-09-30"), world_day("2021-10-08")), -1);
	cr_expect_eq(w.e.code, ERR_NOT_FOUND);
	put_day(&office, "2021-10-01", DAY_HOLIDAY, "国庆节");
	cr_assert_eq(store_calendar_list(w.s, &w.a, &days, &w.e), 0);
	cr_expect_eq(days.n, 2);
}

Test(policy_store, calendar_is_the_offices)
{
	struct actor officer = world_actor(&w, EDU_OFFICER, "2021-10-02");
	struct calendar_day_row day = {.date = world_day("2021-10-01"), .name = ""};
	struct calendar_day_rows days = {&day, 1, 1};

	cr_expect_eq(put_days(&officer, &days), -1);
	cr_expect_eq(w.e.code, ERR_DENIED);
	cr_expect_eq(drop_days(&officer, day.date, day.date), -1);
	cr_expect_eq(w.e.code, ERR_DENIED);
}

Test(policy_store, lamps_go_by_both)
{
	struct actor office = world_actor(&w, OFFICE, "2021-09-02");
	struct lamp_rules rules;

	put_day(&office, "2021-10-01", DAY_HOLIDAY, "");
	cr_assert_eq(store_policy_set(w.s, &office, POLICY_LAMP_BEHIND, "30", NULL, &w.e), 0);
	cr_assert_eq(store_lamp_rules(w.s, &w.a, &rules, &w.e), 0, "%s", w.e.text);
	cr_expect_eq(rules.behind_points, 30);
	cr_expect_eq(calendar_workdays_between(rules.calendar, world_day("2021-09-30"),
					       world_day("2021-10-04")),
		     1);
}
