/* The table of the forms, and what each of them is over. */
#include "tests/tui/conflict_kinds.h"

#include "db/cycle/store_policy.h"
#include "db/people/store_unit.h"
#include "db/report/store_case.h"
#include "db/report/store_exception.h"
#include "db/report/store_period.h"
#include "tests/tui/conflict_desk.h"
#include "tests/tui/reporting.h"
#include "tui/view/views.h"

#include <criterion/criterion.h>

static const char *milestone_value(void)
{
	return conflict_milestone().title;
}

static struct view_args report_args(void)
{
	return (struct view_args){.id = district_action(&mine.d, "4"),
				  .id2 = district_unit(&mine.d, "区教育局")};
}

static const char *report_value(void)
{
	return reporting_of(&mine.d, "4", "区教育局", "2021Q4").done;
}

static struct view_args case_args(void)
{
	struct actor who = district_actor(&mine.d, "chen");
	struct case_new new = {.action_id = district_action(&mine.d, "4"),
			       .unit_id = district_unit(&mine.d, "区教育局"),
			       .title = "一校一策改照明",
			       .text = "先测后改"};
	static struct view_case_args of_unit;
	struct case_row row;

	of_unit.unit_id = new.unit_id;
	OK(store_case_put(mine.d.s, &who, &new, &mine.d.a, &row, NULL, &mine.d.e));
	return (struct view_args){.id = new.action_id, .id2 = row.id, .more = &of_unit};
}

static const char *case_value(void)
{
	struct case_row row;

	OK(store_case_get(mine.d.s, &mine.d.a, NULL, 1, &row, &mine.d.e));
	return row.title;
}

static struct period_row period(void)
{
	struct period_row p;

	OK(store_period_find(mine.d.s, &mine.d.a, mine.d.plan_id, "2021Q4", &p, &mine.d.e));
	return p;
}

static struct view_args period_args(void)
{
	return (struct view_args){.id = period().id};
}

static const char *period_value(void)
{
	char day[DATE_TEXT];

	return arena_strdup(&mine.d.a, date_format(period().closes, day));
}

static struct view_args exception_args(void)
{
	struct actor who = district_actor(&mine.d, "admin");
	int64_t unit = district_unit(&mine.d, "区教育局"), quarter = period().id;

	OK(store_exception_put(mine.d.s, &who, quarter, unit, 0, (struct date){2022, 2, 20},
			       "系统停机", NULL, &mine.d.e));
	return (struct view_args){.id = quarter, .id2 = unit};
}

static const char *exception_value(void)
{
	struct actor who = district_actor(&mine.d, "admin");
	struct exception_rows rows = {0};

	OK(store_exception_list(mine.d.s, &mine.d.a, &who, mine.d.plan_id, 0, &rows, &mine.d.e));
	cr_assert_eq(rows.n, 1);
	return rows.at[0].reason;
}

static struct view_args day_args(void)
{
	struct actor who = district_actor(&mine.d, "admin");
	struct calendar_day_row day = {.date = {2021, 12, 31}, .kind = DAY_HOLIDAY, .name = "元旦"};
	struct calendar_day_rows rows = {&day, 1, 1};

	OK(store_calendar_put(mine.d.s, &who, &rows, NULL, &mine.d.e));
	return (struct view_args){.id = date_to_days(day.date)};
}

static const char *day_value(void)
{
	struct calendar_day_rows rows;

	OK(store_calendar_list(mine.d.s, &mine.d.a, &rows, &mine.d.e));
	cr_assert_eq(rows.n, 1);
	return rows.at[0].name;
}

static struct view_args policy_args(void)
{
	return (struct view_args){.text = policy_options[POLICY_CLOSES].name};
}

static const char *policy_value(void)
{
	struct policy policy;

	OK(store_policy_load(mine.d.s, &mine.d.a, &policy, &mine.d.e));
	return policy_text(&policy, POLICY_CLOSES);
}

static int64_t sports;

static struct view_args unit_args(void)
{
	sports = district_unit(&mine.d, "区体育局");
	return (struct view_args){.id = sports};
}

static const char *unit_value(void)
{
	struct unit_row unit;

	OK(store_unit_get(mine.d.s, &mine.d.a, sports, &unit, &mine.d.e));
	return unit.name;
}

const struct conflict_kind conflict_kinds[] = {
	{"milestone", &view_milestone_form, conflict_milestone_args, milestone_value, "chen",
	 "admin", "", "视力监测全部上报", "视力监测九月上报", "视力监测十月上报", "F9"},
	{"milestone in two windows", &view_milestone_form, conflict_milestone_args, milestone_value,
	 "chen", "chen", "", "视力监测全部上报", "视力监测九月上报", "视力监测十月上报", "F9"},
	{"report", &view_report_form, report_args, report_value, "chen", "admin", "Tab",
	 "全部学校完成筛查", "筛查了一半", "筛查了三分之二", "F2"},
	{"case", &view_case_form, case_args, case_value, "chen", "admin", "", "一校一策换桌椅",
	 "一校一策改灯光", "一校一策改窗户", "F9"},
	{"period", &view_period_form, period_args, period_value, "admin", "admin", "Tab Tab",
	 "2022-02-01", "2022-02-02", "2022-02-03", "F9"},
	{"exception", &view_exception_form, exception_args, exception_value, "admin", "admin",
	 "Tab", "系统停机三天", "系统停机两天", "系统停机一天", "F9"},
	{"day", &view_day_form, day_args, day_value, "admin", "admin", "Tab Tab", "元旦三天",
	 "元旦两天", "元旦一天", "F9"},
	{"rule", &view_policy_form, policy_args, policy_value, "admin", "admin", "", "due+21",
	 "due+22", "due+23", "F9"},
	{"name of a unit", &view_unit_name, unit_args, unit_value, "admin", "admin", "",
	 "区体育中心", "区文体局", "区文旅体局", "F9"},
};
const int conflict_kinds_count = sizeof conflict_kinds / sizeof conflict_kinds[0];
