/* Marking a milestone as done with evidence, recorded or new, and opening it again. */
#include "db/report/store_evidence.h"
#include "db/report/store_milestone.h"
#include "tests/tui/screen.h"
#include "tui/view/views.h"

#include <criterion/criterion.h>
#include <string.h>

static struct screen s;

static void begin(void)
{
	screen_begin(&s, "chen", 80, 24);
	screen_press(&s, "Down"); /* to action 4 */
}

static void end(void)
{
	screen_end(&s);
}

TestSuite(milestone_done, .init = begin, .fini = end);

/* Of the action 4, by its place in the list. */
static struct milestone_row milestone(size_t i)
{
	struct actor who = district_actor(&s.d, "chen");
	struct milestone_filter f = {.action_id = district_action(&s.d, "4")};
	struct milestone_rows rows;

	cr_assert_eq(store_milestone_list(s.d.s, &s.d.a, &who, &f, &rows, &s.d.e), 0);
	cr_assert_gt(rows.n, i);
	return rows.at[i];
}

static size_t count_evidence(struct evidence_filter f)
{
	struct actor who = district_actor(&s.d, "chen");
	struct evidence_rows rows;

	cr_assert_eq(store_evidence_list(s.d.s, &s.d.a, &who, &f, 10, &rows, &s.d.e), 0);
	return rows.n;
}

static void open_done(void)
{
	screen_press(&s, "Enter 1 3 Enter 1");
	cr_assert_str_eq(screen_top(&s), "milestone-done");
}

Test(milestone_done, takes_evidence_that_is_recorded)
{
	open_done();
	cr_expect(screen_has(&s, "recorded before"));
	cr_expect(screen_has(&s, "title *"));
	screen_press(&s, "Tab Tab Right");
	cr_expect(screen_has(&s, "< 关于做好秋季学生视力筛查工作的通知"));
	cr_expect(screen_has(&s, ">  2/2"));
	cr_expect_not(screen_has(&s, "title *"), "what is chosen need not be typed");
	screen_press(&s, "F9");
	cr_expect_eq(milestone(0).state, MILESTONE_DONE, "%s", app_message(s.app));
	cr_expect_eq(milestone(0).nevidence, 1);
	cr_expect_eq(
		count_evidence((struct evidence_filter){.action_id = district_action(&s.d, "4")}),
		1, "no second one");
}

Test(milestone_done, takes_what_is_typed_beside_it)
{
	open_done();
	screen_press(&s, "Tab Tab Right Tab Tab");
	screen_type(&s, "监测数据上报回执");
	screen_press(&s, "F9");
	cr_expect_eq(milestone(0).nevidence, 2, "%s", app_message(s.app));
}

/* Somebody else changes the milestone while the form is filled in: the evidence is in the file, the
 * mark is not. */
Test(milestone_done, records_evidence_once_when_somebody_was_faster)
{
	struct evidence_filter of_action = {.action_id = district_action(&s.d, "4")};
	struct actor who = district_actor(&s.d, "chen");
	struct milestone_row there = milestone(0);
	struct milestone_new other = {.action_id = there.action_id,
				      .unit_id = there.unit_id,
				      .milestone_id = there.id,
				      .version = there.version,
				      .title = "全区视力监测数据上报完毕",
				      .due = there.due};
	unsigned changes = 0;
	size_t before = count_evidence(of_action);

	open_done();
	for (int i = 0; i < 4; i++)
		screen_press(&s, "Tab");
	screen_type(&s, "监测数据上报回执");
	cr_assert_eq(store_milestone_put(s.d.s, &who, &other, &s.d.a, &there, &changes, &s.d.e), 0,
		     "%s", s.d.e.text);
	screen_press(&s, "F9");
	cr_assert_str_eq(screen_top(&s), "question");
	cr_expect(screen_has(&s, "全区视力"), "what it is called by now");
	cr_expect_eq(milestone(0).state, MILESTONE_OPEN);
	screen_press(&s, "1");
	cr_assert_str_eq(screen_top(&s), "milestone-done");
	cr_expect_not(screen_has(&s, "监测数据上报回执"));
	screen_press(&s, "F9 2");
	cr_expect_eq(milestone(0).state, MILESTONE_DONE, "%s", app_message(s.app));
	cr_expect_eq(count_evidence(of_action), before + 1);
}

Test(milestone_done, offers_nothing_where_nothing_is_recorded)
{
	screen_open(&s, &view_milestone_done, (struct view_args){.id = milestone(0).id});
	cr_expect(screen_has(&s, "recorded before"));
	screen_press(&s, "Tab Tab Right F9");
	screen_open(&s, &view_milestone_done, (struct view_args){.id = milestone(1).id});
	cr_expect(screen_has(&s, "recorded before"), "it does not prove this one yet");
	screen_press(&s, "Tab Tab Right F9");
	cr_expect_eq(milestone(1).state, MILESTONE_DONE);
	screen_open(&s, &view_milestone_done, (struct view_args){.id = milestone(1).id});
	cr_expect_not(screen_has(&s, "recorded before"));
}

Test(milestone_done, what_was_marked_by_mistake_is_opened_again)
{
	open_done();
	screen_press(&s, "Tab Tab Right F9 Enter");
	cr_expect(screen_has(&s, "open it again first"), "why it cannot be changed");
	cr_expect(screen_has(&s, "5 Open again"));
	screen_press(&s, "5");
	cr_expect_eq(milestone(0).state, MILESTONE_OPEN);
	screen_press(&s, "Enter");
	cr_expect_not(screen_has(&s, "Open again"));
}

Test(milestone_done, the_number_of_a_document_stands_for_its_title)
{
	open_done();
	for (int i = 0; i < 5; i++)
		screen_press(&s, "Tab");
	screen_type(&s, "云教〔2021〕60号");
	cr_expect(screen_has(&s, "left empty, it is recorded as \"云教〔2021〕60号\""));
	screen_press(&s, "Tab Tab");
	screen_type(&s, "20");
	cr_expect(screen_has(&s, "left empty, it is recorded"), "whatever else is typed");
	screen_press(&s, "Shift-Tab Shift-Tab Shift-Tab");
	screen_type(&s, "通知");
	cr_expect_not(screen_has(&s, "left empty, it is recorded"));
}

Test(milestone_done, a_short_day_is_understood)
{
	open_done();
	screen_type(&s, "２０");
	screen_press(&s, "Tab");
	cr_expect(screen_has(&s, "[2021-11-20"));
	screen_press(&s, "Shift-Tab");
	screen_type(&s, "11-31");
	screen_press(&s, "Tab");
	cr_expect(screen_has(&s, "does not exist"));
}

/* The last one of the action 4 that has the title, as the office reads it. */
static int64_t unit_of(const char *title)
{
	struct actor who = district_actor(&s.d, "admin");
	struct milestone_filter f = {.action_id = district_action(&s.d, "4")};
	struct milestone_rows rows;

	cr_assert_eq(store_milestone_list(s.d.s, &s.d.a, &who, &f, &rows, &s.d.e), 0);
	for (size_t i = 0; i < rows.n; i++)
		if (strcmp(rows.at[i].title, title) == 0)
			return rows.at[i].unit_id;
	return -1;
}

static void add_as_office(const char *title, const char *keys)
{
	screen_open(&s, &view_milestone_form, (struct view_args){.id = district_action(&s.d, "4")});
	cr_assert(screen_has(&s, "the whole action (by 区教育局)"), "%s", app_message(s.app));
	screen_type(&s, title);
	screen_press(&s, "Tab");
	screen_type(&s, "2021-12-20");
	screen_press(&s, keys);
}

Test(milestone_done, the_office_says_whose_a_new_one_is)
{
	screen_leave(&s);
	screen_language("en");
	screen_sit(&s, "admin", 80, 24);
	add_as_office("中期会商", "F9");
	cr_expect_eq(unit_of("中期会商"), 0, "%s", app_message(s.app));
	add_as_office("现场核查", "Tab Tab Tab Tab Tab Right F9");
	cr_expect_gt(unit_of("现场核查"), 0, "%s", app_message(s.app));
}

Test(milestone_done, a_unit_adds_its_own_and_is_not_asked_whose)
{
	screen_open(&s, &view_milestone_form, (struct view_args){.id = district_action(&s.d, "4")});
	cr_expect_not(screen_has(&s, "all units"));
}

/* What was added is where the cursor is, not the first that is open. */
Test(milestone_done, a_new_one_is_under_the_cursor)
{
	int64_t action = district_action(&s.d, "4");

	screen_open(&s, &view_milestone_list, (struct view_args){.id = action});
	screen_press(&s, "a");
	cr_assert_str_eq(screen_top(&s), "milestone", "%s", app_message(s.app));
	screen_type(&s, "期末视力复核");
	screen_press(&s, "Tab");
	screen_type(&s, "2021-12-28");
	screen_press(&s, "F9");
	cr_assert_str_eq(screen_top(&s), "milestones", "%s", app_message(s.app));
	screen_press(&s, "Enter 2");
	cr_expect_str_eq(screen_top(&s), "milestone");
	cr_expect(screen_has(&s, "[期末视力复核"));
}
