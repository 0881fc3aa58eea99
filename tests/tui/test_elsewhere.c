/* The home of a unit that works in two plans names the other one where something waits there. */
#include "core/rule/period.h"
#include "core/rule/period_rule.h"
#include "core/rule/flow.h"
#include "db/report/store_period.h"
#include "db/plan/store_plan.h"
#include "db/report/store_report.h"
#include "tests/tui/screen.h"

#include <criterion/criterion.h>

static struct screen s;
static int64_t other_plan;

static const char document[] = "文明云溪2021年工作计划\n一、巡查行动。(区教育局)\n";

#define OK(call) cr_assert_eq((call), 0, "%s", s.d.e.text)

static void import_other(void)
{
	struct actor who = district_actor(&s.d, "admin");
	struct plan p = {.file = "other.txt",
			 .text = document,
			 .nbytes = sizeof document - 1,
			 .title = "文明云溪2021年工作计划",
			 .doc_no = "",
			 .issuer = "",
			 .date = "2021-01-05",
			 .lead_rule = LEAD_RULE_FIRST};
	struct plan_row row;
	struct plan_action *act = vec_push(&s.d.a, &p.actions);

	*act = (struct plan_action){
		.no = "一", .title = "巡查行动", .parent = "", .section = "", .due = ""};
	act->clause = (struct plan_span){0, sizeof document - 1};
	act->line = 1;
	*vec_push(&s.d.a, &act->units) = (struct plan_unit){.name = "区教育局", .role = ROLE_LEAD};
	OK(store_plan_import(s.d.s, &who, &p, "wm2021", &s.d.a, &row, NULL, &s.d.e));
	other_plan = row.id;
}

static void begin(void)
{
	screen_language("en");
	screen_begin(&s, "chen", 100, 24);
	import_other();
}

/* The person comes again: what the test wrote is seen. */
static void come_again(void)
{
	screen_leave(&s);
	screen_sit(&s, "chen", 100, 24);
}

static void end(void)
{
	screen_end(&s);
}

TestSuite(elsewhere, .init = begin, .fini = end);

static struct period_row run_period(void)
{
	struct actor who = district_actor(&s.d, "admin");
	struct period_row p;

	OK(period_read(&s.d.a, "2021Q4", &p, &s.d.e));
	period_set_dates(&p, &period_rules_default, NULL);
	p.plan_id = other_plan;
	OK(store_period_add(s.d.s, &who, &p, NULL, &s.d.e));
	OK(store_period_find(s.d.s, &s.d.a, other_plan, "2021Q4", &p, &s.d.e));
	return p;
}

Test(elsewhere, nothing_waits_where_no_period_runs)
{
	come_again();
	cr_expect_str_eq(screen_top(&s), "home");
	cr_expect_not(screen_has(&s, "elsewhere"));
}

Test(elsewhere, the_plan_is_named_until_the_report_is_handed_in)
{
	struct actor who = district_actor(&s.d, "chen");
	struct report_new r = {.unit_id = district_unit(&s.d, "区教育局"),
			       .percent = 90,
			       .done = "已巡查",
			       .problems = "",
			       .next = ""};
	struct report_row row;
	struct action_row action;

	r.period_id = run_period().id;
	come_again();
	cr_expect(screen_has(&s, "1 report waits elsewhere (main menu, another plan): "
				 "文明云溪2021年工作计划 (1)"));
	OK(store_action_find(s.d.s, &s.d.a, NULL, "wm2021/一", &action, &s.d.e));
	r.action_id = action.id;
	OK(store_report_put(s.d.s, &who, &r, REPORT_SUBMIT, &s.d.a, &row, NULL, &s.d.e));
	come_again();
	cr_expect_not(screen_has(&s, "elsewhere"));
}
