/* Everything is entered by the officer of the unit, by the store. */
#include "tests/tui/walk_district.h"
#include "tests/support/seen.h"

#include "core/rule/request.h"
#include "db/cycle/store_notice.h"
#include "db/cycle/store_request.h"
#include "db/people/store_person.h"
#include "db/report/store_case.h"
#include "db/report/store_evidence.h"
#include "db/report/store_milestone.h"
#include "db/report/store_period.h"
#include "db/report/store_report.h"

#include <criterion/criterion.h>

#define OK(d, call) cr_assert_eq((call), 0, "%s", (d)->e.text)

struct side {
	struct district *d;
	struct walk_things *t;
	struct actor who;
};

static const char *text(const struct side *s, const char *rest)
{
	return arena_printf(&s->d->a, "%s%s", s->t->sign, rest);
}

static int64_t add_milestone(struct side *s, const char *title, struct date due)
{
	struct milestone_new m = {.action_id = s->t->action,
				  .unit_id = s->t->unit,
				  .title = text(s, title),
				  .note = "",
				  .due = due,
				  .weight = 1};
	struct milestone_row row;

	OK(s->d, store_milestone_put(s->d->s, &s->who, &m, &s->d->a, &row, NULL, &s->d->e));
	return row.id;
}

static void add_report(struct side *s)
{
	struct report_new r = {.action_id = s->t->action,
			       .unit_id = s->t->unit,
			       .period_id = s->t->period,
			       .percent = 50,
			       .done = text(s, "进展"),
			       .problems = "",
			       .next = ""};
	struct report_row row;

	OK(s->d,
	   store_report_put(s->d->s, &s->who, &r, REPORT_SUBMIT, &s->d->a, &row, NULL, &s->d->e));
	s->t->report = row.id;
}

static void add_evidence(struct side *s)
{
	struct evidence_new v = {.unit_id = s->t->unit,
				 .action_id = s->t->action,
				 .kind = EVIDENCE_NOTE,
				 .title = text(s, "佐证"),
				 .doc_no = "",
				 .ref = "",
				 .note = ""};
	struct evidence_row row;

	OK(s->d, store_evidence_add(s->d->s, &s->who, &v, &s->d->a, &row, NULL, &s->d->e));
	s->t->evidence = row.id;
}

static void add_request(struct side *s)
{
	struct request_new r = {.kind = REQUEST_CONTEST,
				.unit_id = s->t->unit,
				.action_id = s->t->action,
				.about = CONTEST_ROLE,
				.percent = -1,
				.reason = text(s, "异议"),
				.done = "",
				.problems = "",
				.next = ""};
	struct request_row row;

	OK(s->d, store_request_ask(s->d->s, &s->who, &r, &s->d->a, &row, NULL, &s->d->e));
	s->t->request = row.id;
}

static void add_case(struct side *s)
{
	struct case_new c = {.action_id = s->t->action,
			     .unit_id = s->t->unit,
			     .title = text(s, "案例"),
			     .text = text(s, "经验")};
	struct case_row row;

	OK(s->d, store_case_put(s->d->s, &s->who, &c, &s->d->a, &row, NULL, &s->d->e));
	s->t->example = row.id;
}

static void add_notices(struct side *s)
{
	struct actor office = district_actor(s->d, "admin"), leader = district_actor(s->d, "zhou");
	struct urge_filter f = {.plan_id = s->d->plan_id, .unit_id = s->t->unit};
	struct instruction_new n = {.action_id = s->t->action,
				    .unit_id = s->t->unit,
				    .text = text(s, "批示"),
				    .by = {2021, 12, 1}};
	struct notice_rows rows;

	OK(s->d,
	   store_urge(s->d->s, &office, &f, text(s, "抓紧"), &s->d->a, &rows, NULL, &s->d->e));
	s->t->urge = rows.at[0].id;
	OK(s->d, store_instruct(s->d->s, &leader, &n, &s->d->a, &rows, NULL, &s->d->e));
	s->t->instruction = rows.at[0].id;
}

static void fill_side(struct district *d, struct walk_things *t, const char *login, const char *no)
{
	struct side s = {d, t, district_actor(d, login)};
	struct period_row p;

	OK(d, store_period_find(d->s, &d->a, d->plan_id, "2021Q4", &p, &d->e));
	t->period = p.id;
	t->unit = district_unit(d, t->unit_name);
	t->action = district_action(d, no);
	t->milestone = add_milestone(&s, "待办", (struct date){2021, 12, 20});
	add_milestone(&s, "迟办", (struct date){2021, 11, 10});
	add_report(&s);
	add_evidence(&s);
	add_case(&s);
	add_notices(&s);
	add_request(&s);
}

void walk_district_fill(struct district *d, struct walk_things things[WALK_SIDES])
{
	struct actor admin = district_actor(d, "admin");
	struct person_row p;

	OK(d, store_person_add(d->s, &admin, "min", "闵敏", "", &d->a, &p, NULL, &d->e));
	OK(d, store_post_add(d->s, &admin, p.id, seen_person(d->s, p.id), POST_REPORTER,
			     district_unit(d, "区民政局"), NULL, &d->e));
	things[WALK_OWN] = (struct walk_things){.sign = "甲字", .unit_name = "区教育局"};
	things[WALK_FOREIGN] = (struct walk_things){.sign = "丙字", .unit_name = "区民政局"};
	fill_side(d, &things[WALK_OWN], "chen", "4");
	fill_side(d, &things[WALK_FOREIGN], "min", "5.1");
}
