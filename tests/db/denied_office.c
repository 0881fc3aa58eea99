/* Writes to what the office and the administrator set, by whomever. */
#include "tests/db/denied.h"

#include "core/rule/period.h"
#include "db/cycle/store_policy.h"
#include "db/people/store_handover.h"
#include "db/people/store_key.h"
#include "db/people/store_person.h"
#include "db/people/store_unit.h"
#include "db/plan/store_plan.h"
#include "db/report/store_case.h"
#include "db/report/store_exception.h"
#include "db/report/store_period.h"
#include "tests/db/edition.h"
#include "tests/support/seen.h"

#include <string.h>

#define W	 &denied.a, &row, NULL, &denied.e
#define E	 NULL, &denied.e
/* Of those that have no steps. */
#define WRITE(x) int denied_##x(const struct actor *who, int step __attribute__((unused)))

WRITE(pilot_set)
{
	return store_pilot_set(denied.s, who, ACTION_2, seen_action(denied.s, ACTION_2), true, E);
}

WRITE(period_add)
{
	struct period_row p = {0};

	if (period_read(&denied.a, "2022Q2", &p, &denied.e))
		return -1;
	period_set_dates(&p, &period_rules_default, NULL);
	p.plan_id = PLAN;
	return store_period_add(denied.s, who, &p, E);
}

WRITE(period_change)
{
	struct period_row p;

	if (store_period_get(denied.s, &denied.a, Q4, &p, &denied.e))
		return -1;
	p.closes = world_day("2022-02-01");
	return store_period_change(denied.s, who, &p, E);
}

WRITE(period_close)
{
	return store_period_close(denied.s, who, Q4, seen_period(denied.s, Q4), E);
}

WRITE(period_reopen)
{
	return store_period_reopen(denied.s, who, NEXT_Q1, seen_period(denied.s, NEXT_Q1), E);
}

WRITE(exception_put)
{
	return store_exception_put(denied.s, who, Q4, EDUCATION, 0, world_day("2022-01-20"),
				   "系统停机", E);
}

WRITE(unit_add)
{
	struct unit_row row;

	return store_unit_add(denied.s, who, "区林业局", UNIT_SINGLE, W);
}

WRITE(unit_alias)
{
	return store_unit_alias(denied.s, who, EDUCATION, "教育体育局", E);
}

WRITE(unit_rename)
{
	return store_unit_rename(denied.s, who, EDUCATION, seen_unit(denied.s, EDUCATION),
				 "区教育体育局", E);
}

WRITE(unit_sign)
{
	return store_unit_sign(denied.s, who, EDUCATION, seen_unit(denied.s, EDUCATION), true, E);
}

WRITE(unit_member)
{
	return store_unit_member(denied.s, who, STREETS, seen_unit(denied.s, STREETS), RETIRED,
				 true, E);
}

WRITE(unit_merge)
{
	return store_unit_merge(denied.s, who, EDUCATION, seen_unit(denied.s, EDUCATION), ARCHIVES,
				seen_unit(denied.s, ARCHIVES), E);
}

WRITE(assign)
{
	return store_assign(denied.s, who, ACTION_2, HEALTH, 0, ROLE_COOP, E);
}

WRITE(unassign)
{
	return store_unassign(denied.s, who, ACTION_2, EDUCATION,
			      seen_part(denied.s, ACTION_2, EDUCATION), "改派", E);
}

WRITE(person_add)
{
	struct person_row row;

	return store_person_add(denied.s, who, "xin", "辛新", "", W);
}

WRITE(person_set_active)
{
	return store_person_set_active(denied.s, who, EDU_OFFICER,
				       seen_person(denied.s, EDU_OFFICER), false, E);
}

WRITE(post_add)
{
	return store_post_add(denied.s, who, EDU_OFFICER, seen_person(denied.s, EDU_OFFICER),
			      POST_ASSESSOR, 0, E);
}

WRITE(post_end)
{
	return store_post_end(denied.s, who,
			      world_number(&denied, "SELECT min(id) FROM post WHERE person_id = 3"),
			      seen_person(denied.s, EDU_OFFICER), E);
}

WRITE(key_add)
{
	static const char key[] = "ssh-ed25519 AAAAC3NzaC1lZDI1NTE5AAAAIPZlCSYJqgd/JNvQYA2REXz1"
				  "GHNMjZdPSRrMWmlhSRgz office pc";
	struct key_rows rows;

	return store_key_add(denied.s, who, EDU_OFFICER, key, strlen(key), &denied.a, &rows, E);
}

WRITE(key_revoke)
{
	return store_key_revoke(denied.s, who, there.key, "遗失", E);
}

WRITE(handover)
{
	struct handover_done done;

	return store_handover(denied.s, who, EDU_OFFICER, seen_person(denied.s, EDU_OFFICER),
			      ARCHIVES_OFFICER, &done, E);
}

WRITE(policy_set)
{
	return store_policy_set(denied.s, who, POLICY_NO_CHANGE, "4", E);
}

WRITE(policy_change)
{
	return store_policy_change(denied.s, who, POLICY_NO_CHANGE, "2", "3", E);
}

static struct calendar_day_rows one_day(const char *date, int64_t version)
{
	struct calendar_day_rows days = {0};

	*vec_push(&denied.a, &days) = (struct calendar_day_row){
		.date = world_day(date), .version = version, .kind = DAY_HOLIDAY, .name = "国庆节"};
	return days;
}

WRITE(calendar_put)
{
	struct calendar_day_rows days = one_day("2022-10-02", 0);

	return store_calendar_put(denied.s, who, &days, E);
}

WRITE(calendar_drop)
{
	struct calendar_day_rows days = one_day(DENIED_HOLIDAY, 1);

	return store_calendar_drop(denied.s, who, days.at[0].date, days.at[0].date, &days, E);
}

WRITE(plan_import)
{
	struct plan_row row;
	struct plan p;

	fixture_plan(&denied.a, &p);
	p.text = arena_printf(&denied.a, "%s。", p.text);
	p.nbytes = strlen(p.text);
	return store_plan_import(denied.s, who, &p, "qs2022", W);
}

/* The office has compared. */
WRITE(plan_update)
{
	struct actor office = world_actor(&denied, OFFICE, DENIED_TODAY);
	struct edition x = {0};
	struct plan_diff *d;
	struct plan_row row;
	int rc;

	edition_second(&x);
	rc = store_plan_compare(denied.s, &x.f.a, &office, "qs2021", &x.doc, &d, &denied.e);
	if (!rc)
		rc = store_plan_update(denied.s, who, d, W);
	arena_free(&x.f.a);
	return rc;
}

WRITE(plan_close)
{
	return store_plan_close(denied.s, who, "yx2021", seen_plan(denied.s, "yx2021"), "完成", E);
}
