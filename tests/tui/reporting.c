#include "tests/tui/reporting.h"
#include "tests/support/seen.h"

#include "db/report/store_period.h"
#include "db/people/store_unit.h"

#include <criterion/criterion.h>

#define OK(d, call) cr_assert_eq((call), 0, "%s: %s", #call, (d)->e.text)

static int64_t period_of(struct district *d, const char *code)
{
	struct period_row p;

	OK(d, store_period_find(d->s, &d->a, d->plan_id, code, &p, &d->e));
	return p.id;
}

struct report_row reporting_of(struct district *d, const char *no, const char *unit,
			       const char *period)
{
	struct report_row row = {0};
	struct err none = ERR_INIT;

	if (store_report_find(d->s, &d->a, NULL, district_action(d, no), district_unit(d, unit),
			      period_of(d, period), &row, &none) < 0)
		row = (struct report_row){0};
	return row;
}

struct report_row reporting_put(struct district *d, const char *login, const char *no,
				const char *unit, const char *period, int percent, const char *done,
				enum report_step step)
{
	struct actor who = district_actor(d, login);
	struct report_row before = reporting_of(d, no, unit, period), row;
	struct report_new r = {
		.report_id = before.id,
		.version = before.version,
		.action_id = district_action(d, no),
		.unit_id = district_unit(d, unit),
		.period_id = period_of(d, period),
		.percent = percent,
		.done = done ? done : "",
		.problems = "",
		.next = "",
		.no_change = !done,
	};

	OK(d, store_report_put(d->s, &who, &r, step, &d->a, &row, NULL, &d->e));
	return row;
}

struct report_row reporting_step(struct district *d, const char *login,
				 const struct report_row *row, enum report_step step,
				 const char *reason)
{
	struct actor who = district_actor(d, login);
	struct report_row after;

	OK(d, store_report_review(d->s, &who, row->id, row->version, step, reason, NULL, &d->e));
	OK(d, store_report_get(d->s, &d->a, NULL, row->id, &after, &d->e));
	return after;
}

void reporting_signs(struct district *d, const char *unit, bool signs)
{
	struct actor office = district_actor(d, "admin");

	OK(d, store_unit_sign(d->s, &office, district_unit(d, unit),
			      seen_unit(d->s, district_unit(d, unit)), signs, NULL, &d->e));
}
