/* Late writes to what the office and the administrator set: periods, units, people, rules, plans.
 */
#include "tests/db/late.h"

#include "db/cycle/store_policy.h"
#include "db/cycle/store_request.h"
#include "db/people/store_handover.h"
#include "db/people/store_person.h"
#include "db/people/store_unit.h"
#include "db/plan/store_plan.h"
#include "db/report/store_case.h"
#include "db/report/store_exception.h"
#include "db/report/store_period.h"
#include "tests/db/edition.h"
#include "tests/support/seen.h"

#include <criterion/criterion.h>

int late_period_change(void)
{
	struct period_row p;
	struct actor office = late_who(OFFICE);

	MADE(store_period_get(late.s, &late.a, Q4, &p, &late.e));
	p.version += STALE;
	p.closes = world_day("2022-02-01");
	return store_period_change(late.s, &office, &p, NULL, &late.e);
}

int late_period_close(void)
{
	struct actor office = late_who(OFFICE);

	return store_period_close(late.s, &office, Q4, seen_period(late.s, Q4) + STALE, NULL,
				  &late.e);
}

int late_period_reopen(void)
{
	struct actor office = late_who(OFFICE);

	MADE(store_period_close(late.s, &office, Q4, seen_period(late.s, Q4), NULL, &late.e));
	return store_period_reopen(late.s, &office, Q4, seen_period(late.s, Q4) - 1, NULL, &late.e);
}

int late_exception_put(void)
{
	struct actor office = late_who(OFFICE);
	struct date until = world_day("2022-01-20");

	MADE(store_exception_put(late.s, &office, Q4, EDUCATION, 0, until, "系统停机", NULL,
				 &late.e));
	return store_exception_put(late.s, &office, Q4, EDUCATION, 0, until, "停电", NULL, &late.e);
}

int late_action_reopen(void)
{
	struct actor office = late_who(OFFICE);

	world_script(&late, "UPDATE action SET state = 'closed-out' WHERE id = 2");
	return store_action_reopen(late.s, &office, ACTION_2,
				   world_number(&late, "SELECT version FROM action WHERE id = 2") +
					   STALE,
				   "继续推进", NULL, &late.e);
}

int late_unit_rename(void)
{
	struct unit_row unit;
	struct actor office = late_who(OFFICE);

	MADE(store_unit_get(late.s, &late.a, EDUCATION, &unit, &late.e));
	return store_unit_rename(late.s, &office, EDUCATION, unit.version + STALE, "教育体育局",
				 NULL, &late.e);
}

int late_unit_sign(void)
{
	struct actor office = late_who(OFFICE);

	return store_unit_sign(late.s, &office, EDUCATION, seen_unit(late.s, EDUCATION) + STALE,
			       true, NULL, &late.e);
}

int late_unit_member(void)
{
	struct actor office = late_who(OFFICE);
	struct unit_row all;

	MADE(store_unit_add(late.s, &office, "各镇街", UNIT_COLLECTIVE, &late.a, &all, NULL,
			    &late.e));
	return store_unit_member(late.s, &office, all.id, all.version + STALE, QINGTIAN, true, NULL,
				 &late.e);
}

/* Either of the two. */
int late_unit_merge(void)
{
	struct actor office = late_who(OFFICE);
	struct unit_row other;

	MADE(store_unit_add(late.s, &office, "区教体局", UNIT_SINGLE, &late.a, &other, NULL,
			    &late.e));
	cr_expect_eq(store_unit_merge(late.s, &office, other.id, other.version + STALE, EDUCATION,
				      seen_unit(late.s, EDUCATION), NULL, &late.e),
		     -1);
	cr_expect_eq(late.e.code, ERR_CONFLICT, "%s", late.e.text);
	return store_unit_merge(late.s, &office, other.id, other.version, EDUCATION,
				seen_unit(late.s, EDUCATION) + STALE, NULL, &late.e);
}

/* A unit that has no part is version 0. */
int late_assign(void)
{
	struct actor office = late_who(OFFICE);

	return store_assign(late.s, &office, ACTION_2, EDUCATION, 0, ROLE_COOP, NULL, &late.e);
}

int late_unassign(void)
{
	struct actor office = late_who(OFFICE);

	return store_unassign(late.s, &office, ACTION_2, EDUCATION,
			      seen_part(late.s, ACTION_2, EDUCATION) + STALE, "改派", NULL,
			      &late.e);
}

int late_pilot_set(void)
{
	struct actor office = late_who(OFFICE);

	return store_pilot_set(late.s, &office, ACTION_2, seen_action(late.s, ACTION_2) + STALE,
			       true, NULL, &late.e);
}

int late_plan_close(void)
{
	struct actor office = late_who(OFFICE);
	const char *code = "yx2021";

	return store_plan_close(late.s, &office, code, seen_plan(late.s, code) + STALE, "完成",
				NULL, &late.e);
}

/* One of the office who is the administrator too. */
static struct actor administrator(void)
{
	static struct post_row post = {.person_id = OFFICE_2, .role = POST_ADMIN, .unit = ""};
	struct actor admin = late_who(OFFICE_2);

	world_script(&late, "INSERT INTO post (person_id, role, since_at) "
			    "VALUES (2, 'admin', '2021-10-02T04:00:00Z')");
	admin.posts = &post;
	admin.nposts = 1;
	return admin;
}

/* Posts count as changes of who holds them. */
int late_post_add(void)
{
	struct actor admin = administrator(), edu = late_who(EDU_OFFICER);
	int64_t read = seen_person(late.s, edu.person_id);

	MADE(store_post_add(late.s, &admin, edu.person_id, read, POST_LEADER, 0, NULL, &late.e));
	return store_post_add(late.s, &admin, edu.person_id, read, POST_ASSESSOR, 0, NULL, &late.e);
}

int late_post_end(void)
{
	struct actor admin = administrator(), edu = late_who(EDU_OFFICER);
	int64_t read = seen_person(late.s, edu.person_id);
	int64_t post = world_number(&late, "SELECT min(id) FROM post WHERE person_id = 3");

	MADE(store_post_add(late.s, &admin, edu.person_id, read, POST_LEADER, 0, NULL, &late.e));
	return store_post_end(late.s, &admin, post, read, NULL, &late.e);
}

int late_person_set_active(void)
{
	struct actor admin = administrator(), edu = late_who(EDU_OFFICER);

	return store_person_set_active(late.s, &admin, edu.person_id,
				       seen_person(late.s, edu.person_id) + STALE, false, NULL,
				       &late.e);
}

int late_handover(void)
{
	struct actor admin = administrator(), edu = late_who(EDU_OFFICER),
		     health = late_who(HEALTH_OFFICER);
	struct handover_done done;

	return store_handover(late.s, &admin, edu.person_id,
			      seen_person(late.s, edu.person_id) + STALE, health.person_id, &done,
			      NULL, &late.e);
}

static struct calendar_day_rows one_day(const char *name)
{
	struct calendar_day_rows days = {0};

	*vec_push(&late.a, &days) = (struct calendar_day_row){
		.date = world_day("2021-10-01"), .kind = DAY_HOLIDAY, .name = name};
	return days;
}

/* A day that is like any other is version 0. */
int late_calendar_put(void)
{
	struct actor office = late_who(OFFICE), other = late_who(OFFICE_2);
	struct calendar_day_rows first = one_day("国庆节"), second = one_day("国庆");

	MADE(store_calendar_put(late.s, &other, &first, NULL, &late.e));
	return store_calendar_put(late.s, &office, &second, NULL, &late.e);
}

/* Also when a day is there that was not. */
int late_calendar_drop(void)
{
	struct actor office = late_who(OFFICE), other = late_who(OFFICE_2);
	struct calendar_day_rows days = one_day("国庆节"), none = {0};
	struct date day = days.at[0].date;

	MADE(store_calendar_put(late.s, &other, &days, NULL, &late.e));
	days.at[0].version = 1 + STALE;
	cr_expect_eq(store_calendar_drop(late.s, &office, day, day, &days, NULL, &late.e), -1);
	cr_expect_eq(late.e.code, ERR_CONFLICT, "%s", late.e.text);
	return store_calendar_drop(late.s, &office, day, day, &none, NULL, &late.e);
}

/* By its value: a rule that nobody has set has no row. */
int late_policy_change(void)
{
	struct actor office = late_who(OFFICE), other = late_who(OFFICE_2);

	MADE(store_policy_set(late.s, &other, POLICY_NO_CHANGE, "4", NULL, &late.e));
	return store_policy_change(late.s, &office, POLICY_NO_CHANGE, "2", "3", NULL, &late.e);
}

/* Over a plan with two editions. */
int late_plan_update(void)
{
	static struct edition x;
	struct plan_diff *d;

	edition_begin(&x);
	d = edition_compare(&x);
	cr_assert_eq(edition_update(&x), 0, "%s", x.f.e.text);
	int rc = store_plan_update(x.f.s, &x.f.office, d, &x.f.a, &x.f.plan, NULL, &x.f.e);
	late.e = x.f.e;
	fixture_end(&x.f);
	return rc;
}
