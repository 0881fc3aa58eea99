/* Notices on the screen: the office urges, the unit answers, a leader instructs. In the district
 * the education office's milestone on 4 is late. */
#include "tests/tui/drafts.h"
#include "tests/tui/request_desk.h"
#include "tests/tui/screen.h"

#include "core/i18n.h"
#include "db/change.h"
#include "db/cycle/store_notice.h"
#include "db/cycle/store_policy.h"
#include "db/cycle/store_send.h"
#include "tui/home/resume.h"
#include "tui/view/views.h"

#include <criterion/criterion.h>
#include <string.h>

static struct screen s;

static void end(void)
{
	screen_end(&s);
}
TestSuite(notices, .fini = end);

static struct notice_row first_notice(void)
{
	struct notice_filter f = {.kind = -1};
	struct notice_rows rows;

	cr_assert_eq(store_notice_list(s.d.s, &s.d.a, NULL, &f, 10, &rows, &s.d.e), 0, "%s",
		     s.d.e.text);
	cr_assert_gt(rows.n, 0);
	return rows.at[0];
}

/* By the office, on the screen. */
static void urge(void)
{
	screen_begin(&s, "admin", 100, 30);
	screen_open(&s, &view_urge, (struct view_args){0});
	cr_assert_str_eq(screen_top(&s), "urge", "%s", app_message(s.app));
	screen_press(&s, "Enter 1");
	cr_expect(screen_has(&s, "A notice goes to 区教育局"));
	screen_press(&s, "2");
	cr_expect(screen_has(&s, "went to 区教育局"), "%s", app_message(s.app));
}

Test(notices, who_is_late_and_why)
{
	screen_begin(&s, "admin", 100, 30);
	screen_open(&s, &view_urge, (struct view_args){0});
	cr_expect(screen_has(&s, "区教育局"));
	screen_golden(&s, "urge");
	screen_press(&s, "Enter");
	screen_golden(&s, "urge-menu");
}

Test(notices, is_asked_once_and_can_be_left)
{
	screen_begin(&s, "admin", 100, 30);
	screen_open(&s, &view_urge, (struct view_args){0});
	screen_press(&s, "Enter 1 Enter");
	cr_expect_str_eq(screen_top(&s), "urge");
	cr_expect(screen_has(&s, "区教育局"), "the safe answer stands first");
}

Test(notices, an_issued_one_is_urged_no_more)
{
	urge();
	cr_expect(screen_has(&s, "Nobody is to be urged"));
	screen_press(&s, "Esc");
	screen_open(&s, &view_notices, (struct view_args){0});
	screen_golden(&s, "notices");
}

Test(notices, a_word_goes_with_it_and_is_kept_until_then)
{
	screen_begin(&s, "admin", 100, 30);
	screen_open(&s, &view_urge, (struct view_args){0});
	screen_press(&s, "Enter 2");
	screen_type(&s, "请于周三前反馈");
	screen_press(&s, "Esc Enter 2");
	cr_expect(screen_has(&s, "请于周三前反馈"), "what was typed is there again");
	screen_press(&s, "F9");
	cr_expect(screen_has(&s, "A notice goes to 区教育局"), "it is asked before it goes out");
	screen_golden(&s, "urge-word");
	screen_press(&s, "Esc Enter 2");
	cr_expect(screen_has(&s, "请于周三前反馈"), "not issued, still there");
	screen_press(&s, "F9 2");
	cr_expect_str_eq(first_notice().text, "请于周三前反馈");
	cr_expect(screen_has(&s, "went to 区教育局"), "%s", app_message(s.app));
}

Test(notices, why_a_unit_gets_no_more_and_until_when)
{
	struct actor office;

	urge();
	office = district_actor(&s.d, "admin");
	cr_assert_eq(store_policy_set(s.d.s, &office, POLICY_URGE_CAP, "1", NULL, &s.d.e), 0);
	cr_assert_eq(moment_read("2021-11-26", &s.d.now, &s.d.e), 0);
	screen_leave(&s);
	screen_sit(&s, "admin", 100, 30);
	screen_open(&s, &view_urge, (struct view_args){0});
	screen_press(&s, "Enter");
	cr_expect(screen_has(&s, "1 urge notice within 7 days (rule urge.cap); the next from"));
	screen_press(&s, "1");
	cr_expect(screen_has(&s, "2021-11-28"), "%s", app_message(s.app));
}

/* A request that waits for the office: the unit reads it, and nobody presses for the answer. */
Test(notices, one_that_rests_says_so_on_the_first_screen)
{
	urge();
	request_desk_sit(&s, "chen");
	request_desk_ask(&s, REQUEST_EXTENSION, "设备晚到");
	cr_expect_eq(first_notice().state, NOTICE_ISSUED);
	request_desk_sit(&s, "chen");
	cr_expect(screen_has(&s, "urge notice 1 rests until a request is decided"));
}

Test(notices, the_unit_sees_it_first_and_answers)
{
	urge();
	screen_leave(&s);
	screen_sit(&s, "chen", 80, 24);
	screen_golden(&s, "home-notice");
	screen_open(&s, &view_notice, (struct view_args){.id = first_notice().id});
	screen_golden(&s, "notice");
	screen_press(&s, "Enter 1");
	screen_type(&s, "本周五前完成视力监测");
	screen_press(&s, "F9");
	cr_expect(screen_has(&s, "answered"), "%s", app_message(s.app));
	cr_expect_eq(first_notice().state, NOTICE_ANSWERED);
	cr_expect_str_eq(first_notice().answer, "本周五前完成视力监测");
}

/* Another session of the office. */
static void urge_elsewhere(void)
{
	struct actor who = district_actor(&s.d, "admin");
	struct urge_filter f = {.plan_id = s.d.plan_id};
	struct notice_rows rows;
	unsigned changes;

	cr_assert_eq(store_urge(s.d.s, &who, &f, "", &s.d.a, &rows, &changes, &s.d.e), 0, "%s",
		     s.d.e.text);
}

/* While the menu, or the words, stood over the list. */
Test(notices, a_unit_that_is_urged_elsewhere_meanwhile_is_told_of)
{
	screen_begin(&s, "admin", 100, 30);
	screen_open(&s, &view_urge, (struct view_args){0});
	screen_press(&s, "Enter 2");
	screen_type(&s, "请于周三前反馈");
	urge_elsewhere();
	app_changed(s.app, CHANGE_OTHERS);
	screen_press(&s, "F9");
	cr_expect_not_null(strstr(app_message(s.app), "The unit is not to be urged any more"),
			   "%s: %s", screen_top(&s), app_message(s.app));
	cr_expect_str_eq(screen_top(&s), "urge");
	cr_expect_str_eq(drafts_kept(&s.d, "admin", "notice-word:", "text"), "请于周三前反馈");
}

Test(notices, a_word_that_was_begun_goes_with_the_notice_that_goes_out_without_it)
{
	screen_begin(&s, "admin", 100, 30);
	screen_open(&s, &view_urge, (struct view_args){0});
	screen_press(&s, "Enter 2");
	screen_type(&s, "请于周三前反馈");
	screen_press(&s, "Esc");
	cr_assert_eq(drafts_count(&s.d, "admin", "notice-word:"), 1);
	screen_press(&s, "Enter 1 2");
	cr_assert(screen_has(&s, "went to 区教育局"), "%s", app_message(s.app));
	cr_expect_eq(drafts_count(&s.d, "admin", "notice-word:"), 0);
}

/* The command said no. */
static void fail_to_send(int64_t id)
{
	struct actor who = district_actor(&s.d, "admin");
	struct notice_row n;
	struct notice_item_rows items;
	unsigned changes;

	cr_assert_eq(store_send_begin(s.d.s, &who, id, &s.d.a, &n, &items, &changes, &s.d.e), 1,
		     "%s", s.d.e.text);
	cr_assert_eq(store_send_end(s.d.s, &who, id, 3, "gateway away", &changes, &s.d.e), 0, "%s",
		     s.d.e.text);
}

Test(notices, what_did_not_arrive_can_be_sent_again)
{
	static const char *const send[] = {"/bin/true", NULL};

	urge();
	screen_open(&s, &view_notice, (struct view_args){.id = first_notice().id});
	screen_press(&s, "Enter");
	cr_expect_not(screen_has(&s, "Send again"), "nothing went wrong so far");
	screen_press(&s, "Esc Esc");
	fail_to_send(first_notice().id);
	s.session.send = send;
	screen_open(&s, &view_notice, (struct view_args){.id = first_notice().id});
	cr_expect(screen_has(&s, "gateway away"));
	screen_press(&s, "Enter");
	cr_expect(screen_has(&s, "3 Send again what did not arrive"));
	screen_press(&s, "3");
	cr_expect(screen_has(&s, "Sending has begun"), "%s", app_message(s.app));
}

Test(notices, an_answer_half_written_is_kept)
{
	urge();
	screen_leave(&s);
	screen_sit(&s, "chen", 80, 24);
	screen_open(&s, &view_notice, (struct view_args){.id = first_notice().id});
	screen_press(&s, "Enter 1");
	screen_type(&s, "本周五前");
	screen_press(&s, "Esc Esc");
	resume_offer(s.app);
	screen_press(&s, "");
	cr_expect(screen_has(&s, "the answer to the urge notice"));
	screen_press(&s, "Enter");
	cr_expect(screen_has(&s, "本周五前"));
}

Test(notices, from_a_notice_to_the_action_that_is_owed)
{
	urge();
	screen_leave(&s);
	screen_sit(&s, "chen", 80, 24);
	screen_open(&s, &view_notice, (struct view_args){.id = first_notice().id});
	screen_press(&s, "Enter 2");
	cr_expect_str_eq(screen_top(&s), "action");
}

Test(notices, a_leader_instructs)
{
	screen_begin(&s, "zhou", 100, 30);
	screen_open(&s, &view_action, (struct view_args){.id = district_action(&s.d, "4")});
	screen_press(&s, "Enter");
	cr_expect(screen_has(&s, "Give an instruction"));
	screen_press(&s, "Esc");
	screen_open(&s, &view_instruct, (struct view_args){.id = district_action(&s.d, "4")});
	screen_golden(&s, "instruct");
	screen_press(&s, "F9");
	cr_expect(screen_has(&s, "write what the units shall do"));
	screen_type(&s, "请教育局加快视力监测");
	screen_press(&s, "F9");
	screen_golden(&s, "instruct-question");
	screen_press(&s, "Enter");
	cr_expect_str_eq(screen_top(&s), "instruct", "the safe answer stands first");
	screen_press(&s, "F9 2");
	cr_expect(screen_has(&s, "The instruction went to 区教育局."), "%s", app_message(s.app));
	struct notice_row n = first_notice();
	cr_expect_eq(n.kind, NOTICE_INSTRUCTION);
	cr_expect_str_eq(n.unit, "区教育局");
	cr_expect_str_eq(n.text, "请教育局加快视力监测");
}

Test(notices, are_the_offices_and_the_leaders)
{
	screen_begin(&s, "chen", 80, 24);
	cr_expect_eq(app_push(s.app, &view_urge, &(struct view_args){0}), -1);
	cr_expect_not_null(strstr(app_message(s.app), "urge units"), "%s", app_message(s.app));
	cr_expect_eq(app_push(s.app, &view_instruct,
			      &(struct view_args){.id = district_action(&s.d, "4")}),
		     -1);
	cr_expect_not_null(strstr(app_message(s.app), "give instructions"), "%s",
			   app_message(s.app));
	cr_expect_str_eq(screen_top(&s), "home");
}
