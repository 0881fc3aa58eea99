/* While a question stands on one screen, somebody else changes what it is about: the answer is not
 * carried out on what nobody has read. What has changed is shown, what was typed stays, and the
 * person goes on or leaves it. */
#include "core/rule/flow.h"
#include "db/cycle/store_policy.h"
#include "db/people/store_person.h"
#include "db/people/store_unit.h"
#include "db/report/store_case.h"
#include "db/report/store_exception.h"
#include "db/report/store_milestone.h"
#include "db/report/store_period.h"
#include "tests/support/seen.h"
#include "tests/tui/conflict_desk.h"
#include "tests/tui/reporting.h"
#include "tui/view/views.h"

#include <criterion/criterion.h>

TestSuite(asked, .init = conflict_begin, .fini = conflict_end);

static struct actor as(const char *login)
{
	return district_actor(&theirs.d, login);
}

static void expect_told(const char *change)
{
	cr_assert_str_eq(screen_top(&mine), "question", "%s", app_message(mine.app));
	cr_expect(screen_has(&mine, "Somebody else was faster"));
	cr_expect(screen_has(&mine, change), "%s is not on the screen", change);
}

static struct case_row put_case(int64_t id, int64_t version, const char *text)
{
	struct case_new new = {.action_id = district_action(&theirs.d, "4"),
			       .unit_id = district_unit(&theirs.d, "区教育局"),
			       .case_id = id,
			       .version = version,
			       .title = "一校一策改照明",
			       .text = text};
	struct actor chen = as("chen");
	struct case_row row;

	OK(store_case_put(theirs.d.s, &chen, &new, &theirs.d.a, &row, NULL, &mine.d.e));
	return row;
}

/* The office writes why it does not select a case, and the unit changes the text. */
static struct case_row decline(void)
{
	conflict_join("chen");
	struct case_row row = put_case(0, 0, "先测后改。");

	screen_sit(&mine, "admin", 80, 24);
	screen_open(&mine, &view_case, (struct view_args){.id = row.id});
	screen_press(&mine, "Enter 2");
	screen_type(&mine, "缺少效果数据");
	put_case(row.id, row.version, "先测后改,新发近视下降两个百分点。");
	screen_press(&mine, "F9");
	return row;
}

static struct case_row decline_late(void)
{
	struct case_row row = decline();

	expect_told("新发近视下降两个百分点");
	cr_expect(screen_has(&mine, "What you have written is kept"));
	return row;
}

static struct case_row case_now(int64_t id)
{
	struct case_row row;

	OK(store_case_get(mine.d.s, &mine.d.a, NULL, id, &row, &mine.d.e));
	return row;
}

Test(asked, a_decision_on_a_text_that_was_changed)
{
	struct case_row row = decline_late();

	screen_press(&mine, "2");
	cr_expect_eq(case_now(row.id).state, CASE_DECLINED, "%s", app_message(mine.app));
	cr_expect_str_eq(case_now(row.id).reason, "缺少效果数据");
}

Test(asked, leaving_it_keeps_what_was_typed)
{
	struct case_row row = decline_late();

	screen_press(&mine, "1");
	cr_expect_eq(case_now(row.id).state, CASE_OFFERED);
	screen_press(&mine, "Enter 2");
	cr_expect(screen_has(&mine, "缺少效果数据"));
	screen_press(&mine, "F9");
	cr_expect_eq(case_now(row.id).state, CASE_DECLINED, "%s", app_message(mine.app));
}

/* A third one, while the second question stands there. */
Test(asked, as_often_as_it_changes)
{
	struct case_row row = decline_late();

	put_case(row.id, row.version + 1, "先测后改,分批实施。");
	screen_press(&mine, "2");
	expect_told("分批实施");
	cr_expect_eq(case_now(row.id).state, CASE_OFFERED);
	screen_press(&mine, "2");
	cr_expect_eq(case_now(row.id).state, CASE_DECLINED, "%s", app_message(mine.app));
}

static struct report_row hand_in_again(const struct report_row *row, const char *done)
{
	struct actor chen = as("chen");

	OK(store_report_review(theirs.d.s, &chen, row->id, row->version, REPORT_RECALL, "", NULL,
			       &mine.d.e));
	return reporting_put(&theirs.d, "chen", "4", "区教育局", "2021Q4", 60, done, REPORT_SUBMIT);
}

static struct report_row handed_in(void)
{
	conflict_join("chen");
	struct report_row row = reporting_put(&theirs.d, "chen", "4", "区教育局", "2021Q4", 50,
					      "筛查了一半", REPORT_SUBMIT);
	screen_sit(&mine, "admin", 80, 24);
	screen_open(&mine, &view_review, (struct view_args){.id = row.id});
	return row;
}

/* Accepting asks nothing; the menu is on what is read. */
Test(asked, a_report_that_was_taken_back_and_handed_in_anew)
{
	struct report_row row = handed_in();

	screen_press(&mine, "Enter");
	hand_in_again(&row, "筛查完成,复查十七人");
	screen_press(&mine, "1");
	expect_told("复查十七人");
	cr_expect(screen_has(&mine, "60"));
	cr_expect_eq(reporting_of(&mine.d, "4", "区教育局", "2021Q4").state, REPORT_SUBMITTED);
	screen_press(&mine, "2");
	cr_expect_eq(reporting_of(&mine.d, "4", "区教育局", "2021Q4").state, REPORT_ACCEPTED, "%s",
		     app_message(mine.app));
}

Test(asked, returning_it_keeps_the_reason)
{
	struct report_row row = handed_in();

	screen_press(&mine, "Enter 2");
	screen_type(&mine, "请补各校数字");
	hand_in_again(&row, "筛查完成,复查十七人");
	screen_press(&mine, "F9");
	expect_told("复查十七人");
	screen_press(&mine, "1 Enter 2");
	cr_expect(screen_has(&mine, "请补各校数字"));
	screen_press(&mine, "F9");
	cr_expect_eq(reporting_of(&mine.d, "4", "区教育局", "2021Q4").state, REPORT_RETURNED, "%s",
		     app_message(mine.app));
}

static void rename_milestone(const char *title)
{
	struct actor office = as("admin");
	struct milestone_row row = conflict_milestone();
	struct milestone_new new = {.action_id = row.action_id,
				    .unit_id = row.unit_id,
				    .milestone_id = row.id,
				    .version = row.version,
				    .title = title,
				    .due = row.due,
				    .note = row.note,
				    .weight = row.weight};

	OK(store_milestone_put(theirs.d.s, &office, &new, &theirs.d.a, &row, NULL, &mine.d.e));
}

Test(asked, a_milestone_is_marked_as_it_was_read)
{
	conflict_join("admin");
	rename_milestone("秋季近视率监测数据上报"); /* and demands no evidence */
	screen_sit(&mine, "chen", 80, 24);
	screen_open(&mine, &view_milestone_done, (struct view_args){.id = conflict_milestone().id});
	rename_milestone("秋季近视率监测数据上报并抽查");
	screen_press(&mine, "F9");
	expect_told("并抽查");
	cr_expect_eq(conflict_milestone().state, MILESTONE_OPEN);
	screen_press(&mine, "2");
	cr_expect_eq(conflict_milestone().state, MILESTONE_DONE, "%s", app_message(mine.app));
}

Test(asked, a_period_is_closed_with_the_dates_that_were_read)
{
	struct actor office;
	struct period_row row;
	int64_t id;

	conflict_join("admin");
	screen_sit(&mine, "admin", 80, 24);
	OK(store_period_find(mine.d.s, &mine.d.a, mine.d.plan_id, "2021Q4", &row, &mine.d.e));
	id = row.id;
	screen_open(&mine, &view_periods, (struct view_args){0});
	screen_press(&mine, "Enter 2");
	cr_assert(screen_has(&mine, "2021Q4"), "%s", app_message(mine.app));
	office = as("admin");
	row.closes = (struct date){2022, 2, 25};
	OK(store_period_change(theirs.d.s, &office, &row, NULL, &mine.d.e));
	screen_press(&mine, "2");
	expect_told("closes");
	screen_press(&mine, "2");
	OK(store_period_get(mine.d.s, &mine.d.a, id, &row, &mine.d.e));
	cr_expect(row.closed_early, "%s: %s", screen_top(&mine), app_message(mine.app));
}

Test(asked, who_holds_which_post)
{
	struct actor admin;
	struct person_row yan;

	conflict_join("admin");
	screen_sit(&mine, "si", 80, 24);
	screen_open(&mine, &view_person, (struct view_args){.text = "yan"});
	screen_press(&mine, "Enter 1");
	admin = as("admin");
	yan = district_person(&theirs.d, "yan");
	OK(store_post_add(theirs.d.s, &admin, yan.id, yan.version, POST_OFFICE, 0, NULL,
			  &mine.d.e));
	screen_press(&mine, "4");
	expect_told("Posts");
	cr_expect_eq(district_person(&mine.d, "yan").posts.n, 2);
	screen_press(&mine, "2");
	cr_expect_eq(district_person(&mine.d, "yan").posts.n, 3, "%s", app_message(mine.app));
}

Test(asked, a_unit_takes_part_in_the_role_that_was_read)
{
	struct actor office;
	int64_t action = district_action(&mine.d, "4"), unit = district_unit(&mine.d, "团区委");
	struct assignment_rows rows = {0};

	conflict_join("admin");
	screen_sit(&mine, "admin", 80, 24);
	screen_open(&mine, &view_action, (struct view_args){.id = action});
	screen_press(&mine, "Enter 3");
	screen_type(&mine, "团区委");
	screen_press(&mine, "Enter");
	screen_type(&mine, "改派");
	office = as("admin");
	OK(store_assign(theirs.d.s, &office, action, unit, seen_part(theirs.d.s, action, unit),
			ROLE_LEAD, NULL, &mine.d.e));
	screen_press(&mine, "F9");
	expect_told("role");
	screen_press(&mine, "2");
	OK(store_assignment_list(mine.d.s, &mine.d.a, NULL, action, 0, &rows, &mine.d.e));
	for (size_t i = 0; i < rows.n; i++)
		cr_expect_neq(rows.at[i].unit_id, unit, "%s", app_message(mine.app));
}

static struct calendar_day_rows days_now(void)
{
	struct calendar_day_rows rows;

	OK(store_calendar_list(mine.d.s, &mine.d.a, &rows, &mine.d.e));
	return rows;
}

static void set_day(enum day_kind kind, const char *name)
{
	struct actor office = as("admin");
	struct calendar_day_row day = {.date = {2021, 12, 31}, .kind = kind, .name = name};
	struct calendar_day_rows rows = {&day, 1, 1}, now = days_now();

	calendar_take_versions(&rows, &now);
	OK(store_calendar_put(theirs.d.s, &office, &rows, NULL, &mine.d.e));
}

Test(asked, a_day_is_taken_back_as_it_was_read)
{
	conflict_join("admin");
	set_day(DAY_HOLIDAY, "元旦");
	screen_sit(&mine, "admin", 80, 24);
	screen_open(&mine, &view_calendar_days, (struct view_args){0});
	screen_press(&mine, "Enter");
	set_day(DAY_HOLIDAY, "元旦调休");
	screen_press(&mine, "2");
	expect_told("调休");
	cr_expect_eq(days_now().n, 1);
	screen_press(&mine, "2");
	cr_expect_eq(days_now().n, 0, "%s", app_message(mine.app));
}

Test(asked, a_day_is_merged_field_by_field)
{
	conflict_join("admin");
	set_day(DAY_HOLIDAY, "元旦");
	screen_sit(&mine, "admin", 80, 24);
	screen_open(&mine, &view_day_form,
		    (struct view_args){.id = date_to_days((struct date){2021, 12, 31})});
	set_day(DAY_HOLIDAY, "元旦调休");
	screen_press(&mine, "Tab Tab End");
	screen_type(&mine, "放假");
	screen_press(&mine, "F9");
	cr_assert_str_eq(screen_top(&mine), "conflict", "%s", app_message(mine.app));
	cr_expect(screen_has(&mine, "元旦放假"));
	screen_press(&mine, "1 F9");
	cr_expect_str_eq(days_now().at[0].name, "元旦放假", "%s", app_message(mine.app));
}

Test(asked, is_looked_at_in_english)
{
	decline_late();
	screen_golden(&mine, "asked");
}

Test(asked, is_said_in_chinese)
{
	if (!screen_language("zh_CN"))
		cr_skip_test("no translation has been built");
	decline();
	cr_expect(screen_has(&mine, "别人先改了"));
	cr_expect(screen_has(&mine, "陈雨"));
	cr_expect(screen_has(&mine, "新发近视下降两个百分点"));
}
