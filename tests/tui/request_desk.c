/* A request of each kind, in the forms of the interface. */
#include "tests/tui/request_desk.h"

#include "db/cycle/store_request.h"
#include "db/report/store_milestone.h"
#include "db/report/store_period.h"
#include "tests/tui/reporting.h"
#include "tui/request/request_ask.h"

#include <criterion/criterion.h>

#define UNIT	 "区教育局"
#define OK(call) cr_assert_eq((call), 0, "%s", s->d.e.text)

/* The keys that fill in all but the reason, which the cursor comes to next. */
static const struct {
	const char *typed[3]; /* field by field, NULL: as it is */
	int nfields;
	const char *shown;
} forms[REQUEST_KIND_COUNT] = {
	[REQUEST_CONTEST] = {{NULL}, 1, "this is not our task"},
	[REQUEST_EXTENSION] = {{"12-10", "70"}, 2, "2021-11-15)"},
	[REQUEST_EXCEPTION] = {{"12-05"}, 1, "the reports for 2021Q3"},
	[REQUEST_CORRECTION] = {{NULL, NULL, NULL}, 5, "健康教育列入校历"},
	[REQUEST_COMPLETION] = {{NULL}, 1, "4 中小学健康促进行动"},
};

void request_desk_sit(struct screen *s, const char *login)
{
	screen_leave(s);
	screen_sit(s, login, 80, 24);
}

struct milestone_row request_desk_milestone(struct screen *s)
{
	struct milestone_filter f = {.action_id = district_action(&s->d, "4"),
				     .unit_id = district_unit(&s->d, UNIT)};
	struct milestone_rows rows;

	OK(store_milestone_list(s->d.s, &s->d.a, NULL, &f, &rows, &s->d.e));
	cr_assert_gt(rows.n, 0);
	return rows.at[0];
}

static int64_t about(struct screen *s, enum request_kind kind)
{
	struct period_row p;

	switch (kind) {
	case REQUEST_EXTENSION:
		return request_desk_milestone(s).id;
	case REQUEST_EXCEPTION:
		OK(store_period_find(s->d.s, &s->d.a, s->d.plan_id, "2021Q3", &p, &s->d.e));
		return p.id;
	case REQUEST_CORRECTION: /* it was accepted */
		return reporting_of(&s->d, "1", UNIT, "2021Q3").id;
	default:
		return district_action(&s->d, "4");
	}
}

void request_desk_open(struct screen *s, enum request_kind kind)
{
	cr_assert_eq(request_ask(s->app, kind, about(s, kind), 0), 0, "%s", app_message(s->app));
	script_run(s->script, s->app);
	cr_assert_str_eq(screen_top(s), "request-form");
}

const char *request_desk_shown(enum request_kind kind)
{
	return forms[kind].shown;
}

void request_desk_fill(struct screen *s, enum request_kind kind, const char *reason)
{
	for (int k = 0; k < forms[kind].nfields; k++) {
		if (k < 3 && forms[kind].typed[k])
			screen_type(s, forms[kind].typed[k]);
		screen_press(s, "Tab");
	}
	screen_type(s, reason);
}

static size_t count(struct screen *s, enum request_kind kind)
{
	struct request_filter f = {
		.unit_id = district_unit(&s->d, UNIT), .kind = kind, .waiting = true};
	struct request_rows rows;

	OK(store_request_list(s->d.s, &s->d.a, NULL, &f, 10, &rows, &s->d.e));
	return rows.n;
}

void request_desk_ask(struct screen *s, enum request_kind kind, const char *reason)
{
	request_desk_open(s, kind);
	request_desk_fill(s, kind, reason);
	screen_press(s, "F9 Enter");
	cr_assert_eq(count(s, kind), 1, "%s", app_message(s->app));
}

struct request_row request_desk_first(struct screen *s)
{
	struct request_filter f = {.unit_id = district_unit(&s->d, UNIT)};
	struct request_rows rows;

	OK(store_request_list(s->d.s, &s->d.a, NULL, &f, 10, &rows, &s->d.e));
	return rows.n ? rows.at[0] : (struct request_row){0};
}
